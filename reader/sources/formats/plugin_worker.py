"""Run plugins: this module is the whole of their worker process, in which alone their code is loaded.

What a plugin returns is cleaned like all text, and checked: a span outside of its text, or a level that is no number,
would break the screen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint
from itertools import pairwise
from typing import TypeVar

from reader.errors import SourceError
from reader.model import Block, BlockKind, Mark, MarkKind, Span
from reader.printable import printable
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.formats.base import Format, matching_format
from reader.sources.inline_text import safe_url
from reader.sources.net.locate import MOST_DOCUMENT_BYTES, RawDocument
from reader.sources.parse_worker import Json, pack, serve_with
from reader.sources.text.clean import clean, one_line

_T = TypeVar("_T")

MATCH = "match"
READ = "read"

_LONGEST_MESSAGE = 300  # characters
_MOST_CHARACTERS = MOST_DOCUMENT_BYTES
_DEEPEST_LEVEL = 6
_MOST_ORDERED = 999_999_999  # nine digits, as in CommonMark


def serve(most_memory_bytes: int, responses: int) -> None:
    """Run the worker for plugins; see `serve_with`."""
    serve_with(lambda: _answer, most_memory_bytes, responses)


def _answer(task: Sequence[str], document: RawDocument) -> Json:
    """Answer the tasks MATCH and READ, which come with the name, value and group of an entry point.

    MATCH is answered with {"matches": bool}; a plugin that fails matches nothing. READ is answered with a draft.

    Raises:
        SourceError: the plugin cannot read the document.
    """
    action, name, value, group = task
    point = EntryPoint(name, value, group)
    if action == READ:
        return _read(point, document)
    try:
        return {"matches": matching_format([_load(point)], document) is not None}
    except BaseException:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
        return {"matches": False}


@cache
def _load(point: EntryPoint) -> Format:
    name = printable(point.name)
    try:
        plugin = point.load()
    except BaseException as error:
        raise SourceError(f"the plugin {name} for it could not be loaded ({_describe(error)}).") from error
    if not isinstance(plugin, Format):
        raise SourceError(f"the plugin {name} for it is not usable: {printable(point.value)} is not a Format.")
    return plugin


def _read(point: EntryPoint, document: RawDocument) -> Json:
    name = printable(point.name)
    plugin = _load(point)
    try:
        return pack(_clean_draft(_check(plugin.read(document))))
    except SourceError as error:
        raise SourceError(_message(error) or f"the plugin {name} refused it.") from error
    except MemoryError as error:
        raise SourceError(f"the plugin {name} needs more memory for it than it may use.") from error
    except BaseException as error:
        raise SourceError(f"the plugin {name} failed on it ({_describe(error)}).") from error


def _check(draft: object) -> Draft:
    """Return the draft.

    Raises:
        TypeError: it is none, or holds something else than blocks and marks.
        ValueError: a value is not one that the model allows, or a span is not one of its text.
    """
    if not isinstance(draft, Draft):
        raise TypeError(f"it returned {type(draft).__name__}, not a Draft")
    if len(draft.text) > _MOST_CHARACTERS:
        raise ValueError(f"it returned over {_MOST_CHARACTERS // 1024**2} MiB of text")
    for block in _all_of(Block, draft.blocks):
        _check_block(block)
    for mark in _all_of(Mark, draft.marks):
        _check_mark(mark)
    ends = (*(block.span.end for block in draft.blocks), *(mark.span.end for mark in draft.marks))
    if max(ends, default=0) > len(draft.text):
        raise ValueError("it returned spans that are not in its text")
    if any(block.span.start < before.span.end for before, block in pairwise(draft.blocks)):
        raise ValueError("it returned blocks that are not in the order of its text")
    return draft


def _all_of(kind: type[_T], values: object) -> Iterable[_T]:
    """Return values that are all of one kind. Raises TypeError where they are not, or can be read only once."""
    if not isinstance(values, (tuple, list)):
        raise TypeError(f"it returned {type(values).__name__}, not a tuple of {kind.__name__}")
    for value in values:
        if not isinstance(value, kind):
            raise TypeError(f"it returned {type(value).__name__}, not a {kind.__name__}")
    return values


# The types are compared, because a subclass may be anything, and True is an int too.
def _check_block(block: Block) -> None:
    if not isinstance(block.kind, BlockKind):
        raise TypeError("it returned a block, and its kind is not a BlockKind")
    if type(block.level) is not int or not 0 <= block.level <= _DEEPEST_LEVEL:
        raise ValueError(f"it returned a block, and its level is not a number from 0 to {_DEEPEST_LEVEL}")
    if block.ordered is not None and (type(block.ordered) is not int or abs(block.ordered) > _MOST_ORDERED):
        raise ValueError(f"it returned an item, and its number is not one up to {_MOST_ORDERED:,}")
    if {type(block.hidden), type(block.continues)} != {bool}:
        raise ValueError("it returned a block in which hidden or continues is neither True nor False")
    _check_span(block.span)


def _check_mark(mark: Mark) -> None:
    if not isinstance(mark.kind, MarkKind):
        raise TypeError("it returned a mark, and its kind is not a MarkKind")
    if mark.href is not None and not isinstance(mark.href, str):
        raise TypeError("it returned a mark, and its address is not text")
    _check_span(mark.span)


def _check_span(span: Span) -> None:
    if type(span.start) is not int or type(span.end) is not int:
        raise ValueError("it returned a span, and an end is not a number of characters")


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


def _describe(error: BaseException) -> str:
    """Return an error in a few words; what a plugin raises may have a message that cannot be had."""
    return printable(f"{type(error).__name__}: {_message(error)}").removesuffix(": ")


def _message(error: BaseException) -> str:
    try:
        return printable(" ".join(str(error).split())[:_LONGEST_MESSAGE])
    except Exception:  # noqa: BLE001 - as above
        return ""
