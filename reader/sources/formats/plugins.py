"""Formats from other distributions: found by the entry point group "pullquote.sources", loaded when one is needed.

An entry point gives a `Format`. One that is named as an extension ("fb2" for .fb2) is loaded for files with it
alone; others are loaded, each once, and asked whether they fit. What a plugin returns is cleaned as all text is.
"""

from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from reader.errors import SourceError
from reader.printable import printable
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.formats.registry import Format, matching_format
from reader.sources.inline_text import safe_url
from reader.sources.net.locate import RawDocument
from reader.sources.text.clean import clean, one_line

ENTRY_POINT_GROUP = "pullquote.sources"


def find_plugin(found: RawDocument) -> Format | None:
    """The format of a plugin that fits what was found, None where there is none.

    Raises SourceError where the plugin of this extension can't be loaded; one that was only to be asked is passed over.
    """
    points = sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name)
    for point in points:
        if found.suffix == f".{point.name.lower()}":
            return _guarded(point, _load_plugin(point))
    for point in points:
        try:
            chosen = matching_format([_load_plugin(point)], found)
        except SourceError:
            continue
        if chosen is not None:
            return _guarded(point, chosen)
    return None


@cache
def _load_plugin(point: EntryPoint) -> Format:
    try:
        made = point.load()
    except Exception as error:
        raise SourceError(f"the plugin {point.name} for it could not be loaded ({_told(error)}).") from error
    if not isinstance(made, Format):
        raise SourceError(f"the plugin {point.name} for it is none: {point.value} is no Format.")
    return made


def _guarded(point: EntryPoint, chosen: Format) -> Format:
    """The same format with a reader whose errors are sentences and whose text is clean."""

    def read(found: RawDocument) -> Draft:
        try:
            return _cleaned(chosen.read(found))
        except SourceError:
            raise
        except Exception as error:
            raise SourceError(f"the plugin {point.name} failed on it ({_told(error)}).") from error

    return replace(chosen, read=read)


def _cleaned(draft: Draft) -> Draft:
    """The draft where its text is clean, else its blocks cleaned one by one, without marks that would have moved."""
    facts = Facts(*map(_fact, draft.facts))._replace(url=safe_url(draft.facts.url))
    if clean(draft.text) == draft.text:
        marks = (mark for mark in draft.marks if mark.href is None or mark.href == safe_url(mark.href))
        return replace(draft, marks=tuple(marks), facts=facts)
    parts = [
        Part(block.kind, text, block.level, block.ordered, block.hidden, block.continues)
        for block in draft.blocks
        if (text := clean(block.span.of(draft.text)).strip())
    ]
    return assemble(parts, facts)


def _fact(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _told(error: Exception) -> str:
    said = " ".join(str(error).split())[:200]
    return printable(f"{type(error).__name__}: {said}").removesuffix(": ")
