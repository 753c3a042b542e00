"""Find formats in other distributions, through the entry point group "pullquote.sources".

An entry point gives a `Format`. Its module is loaded only when it is needed. An entry point that is named like an
extension ("fb2" for .fb2) is loaded for files with that extension; the others are loaded once each and asked whether
they match. What a plugin returns is cleaned like all text.
"""

from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from reader.errors import SourceError
from reader.printable import printable
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.formats.base import Format, matching_format
from reader.sources.inline_text import safe_url
from reader.sources.net.locate import RawDocument
from reader.sources.text.clean import clean, one_line

ENTRY_POINT_GROUP = "pullquote.sources"


def find_plugin(document: RawDocument) -> Format | None:
    """Return the plugin format that matches a document, None where no plugin does.

    A plugin that cannot be loaded is skipped unless it is named like the extension of the document.

    Raises:
        SourceError: the plugin for this extension cannot be loaded.
    """
    points = sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name)
    for point in points:
        if document.suffix == f".{point.name.lower()}":
            return _guard(point, _load_plugin(point))
    for point in points:
        try:
            match = matching_format([_load_plugin(point)], document)
        except SourceError:
            continue
        if match is not None:
            return _guard(point, match)
    return None


@cache
def _load_plugin(point: EntryPoint) -> Format:
    try:
        plugin = point.load()
    except Exception as error:
        raise SourceError(f"the plugin {point.name} for it could not be loaded ({_describe(error)}).") from error
    if not isinstance(plugin, Format):
        raise SourceError(f"the plugin {point.name} for it is not usable: {point.value} is not a Format.")
    return plugin


def _guard(point: EntryPoint, plugin: Format) -> Format:
    """Return the same format with a reader that raises SourceError only and returns clean text."""

    def read(document: RawDocument) -> Draft:
        try:
            return _clean_draft(plugin.read(document))
        except SourceError:
            raise
        except Exception as error:
            raise SourceError(f"the plugin {point.name} failed on it ({_describe(error)}).") from error

    return replace(plugin, read=read)


def _clean_draft(draft: Draft) -> Draft:
    """Return the draft with clean text; where cleaning changes the text, without marks, whose spans would be wrong."""
    facts = Facts(*map(_clean_fact, draft.facts))._replace(url=safe_url(draft.facts.url))
    if clean(draft.text) == draft.text:
        marks = (mark for mark in draft.marks if mark.href is None or mark.href == safe_url(mark.href))
        return replace(draft, marks=tuple(marks), facts=facts)
    parts = [
        Part(block.kind, text, block.level, block.ordered, block.hidden, block.continues)
        for block in draft.blocks
        if (text := clean(block.span.of(draft.text)).strip())
    ]
    return assemble(parts, facts)


def _clean_fact(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _describe(error: Exception) -> str:
    message = " ".join(str(error).split())[:200]
    return printable(f"{type(error).__name__}: {message}").removesuffix(": ")
