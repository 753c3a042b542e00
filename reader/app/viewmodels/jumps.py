"""Where the keys that jump lead: pure functions from one reading to the next."""

from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

from reader.app.state import Reading
from reader.app.viewmodels.block_lookup import block_span_at
from reader.app.viewmodels.cursor import current_voice, with_current_in, with_stop_of
from reader.app.viewmodels.scopes import scoped_quotations
from reader.model import BlockKind, Claim, Highlight, Span, enclosing
from reader.services.session import Position
from reader.text.navigation import (
    Direction,
    answered_claim,
    next_answer,
    next_claim,
    next_item,
    next_stop,
    next_thread,
    stops_in,
)
from reader.text.scope import Scope


class Jump(NamedTuple):
    """The result of a jump.

    Attributes:
        reading: The reading after it.
        target: The text to scroll into view; None where the jump leads nowhere.
        message: Why it leads nowhere, or how the claim at its target relates to another.
    """

    reading: Reading
    target: Span | None = None
    message: str = ""


def to_position(reading: Reading, position: Position) -> Jump:
    """Jump to a saved position and to the quotation that was current there."""
    jump = to_offset(reading, position.offset)
    return jump._replace(reading=with_stop_of(replace(jump.reading, returned_to=position), position))


def to_stop(reading: Reading, index: int) -> Jump:
    """Jump to the stop with this index."""
    stop = reading.stops[index]
    there = with_current_in(replace(reading, cursor=stop.start, stop=index), stop.span)
    return Jump(replace(there, stop=index), stop.span)


def to_claim(reading: Reading, claim: Claim) -> Jump:
    """Jump to a claim, shown as a whole, and to the quotation of its holder in it, never of another voice."""
    start = claim.span.start
    in_block = stops_in(reading.stops, block_span_at(reading.article, start))
    of_holder = (
        index
        for index in in_block
        if not claim.own
        and reading.stops[index].voice == claim.voice
        and any(span.overlaps(claim.span) for span in reading.stops[index].spans)
    )
    there = replace(reading, cursor=start, stop=next(of_holder, None), claim=claim.id, shows_claim=True)
    if reading.analysis is None:
        return Jump(there, claim.span)
    from reader.app.viewmodels.relation_text import describe_relation  # noqa: PLC0415 - loaded at the first jump to a claim

    return Jump(there, claim.span, describe_relation(reading.article, reading.analysis, claim))


def to_offset(reading: Reading, offset: int) -> Jump:
    """Jump to an offset and to the innermost quotation there; at the end of a selection, to the last selected one."""
    at = offset - 1 if reading.anchor is not None and offset > reading.anchor else offset
    target = Span(at, at + 1)
    return Jump(with_current_in(replace(reading, cursor=offset, stop=None, claim=None), target), target)


def to_highlight(reading: Reading, highlight: Highlight) -> Jump:
    """Jump to a highlight that has spans in the text."""
    return Jump(to_offset(reading, highlight.spans[0].start).reading, enclosing(highlight.spans))


def to_first_quotation_of(reading: Reading, voice: int) -> Jump:
    """Jump to the first quotation of the voice with this id."""
    index = next_stop(reading.stops, None, 0, Direction.FORWARD, voice)
    return Jump(reading, message="this voice has no quotations") if index is None else to_stop(reading, index)


def to_next_quotation(reading: Reading, way: Direction) -> Jump:
    """Jump to the next or previous stop, of those that the focus filter shows and that are in the chosen scope."""
    focus = reading.focus_filter
    if focus is not None and focus.voice is not None:
        return to_next_quotation_of_voice(reading, way)
    return _to_next_in(reading, way, reading.scope)


def to_next_quotation_of_expert(reading: Reading, way: Direction) -> Jump:
    """Jump to the next or previous stop at which an expert speaks, of those that the focus filter shows."""
    return _to_next_in(reading, way, Scope.EXPERTS)


def _to_next_in(reading: Reading, way: Direction, scope: Scope) -> Jump:
    focus, inside = reading.focus_filter, scoped_quotations(reading, scope)
    index = next_stop(reading.stops, _last_passed_stop(reading, way), reading.cursor, way)
    while index is not None and not (
        reading.stops[index].quotation in inside and (focus is None or focus.shows(reading.stops[index].span))
    ):
        index = next_stop(reading.stops, index, reading.cursor, way)
    if index is not None:
        return to_stop(reading, index)
    if scope is Scope.EVERYONE:
        return _nowhere(reading, "no quotations in this article", "quotation", way, len(reading.stops))
    count = sum(stop.quotation in inside for stop in reading.stops)
    return _nowhere(reading, f"no quotation {scope.phrase} here", f"quotation {scope.phrase}", way, count)


def is_final(reading: Reading, jump: Jump, way: Direction) -> bool:
    """Return whether a result of `to_next_quotation` holds for the whole article.

    "No quotation that way" does not hold yet where only a part of the article is analysed and the part does not reach
    that end of the article.
    """
    part = reading.analysed_span
    if jump.target is not None or part is None:
        return True
    return part.end >= len(reading.article.text) if way is Direction.FORWARD else part.start == 0


def to_next_quotation_of_voice(reading: Reading, way: Direction) -> Jump:
    """Jump to the next or previous stop of the chosen voice, else of the voice of the current quotation.

    While the body shows one thread alone, jump to its next claim.
    """
    if reading.focus_filter is not None and reading.focus_filter.thread is not None:
        return to_next_claim(reading, way)
    voice = current_voice(reading)
    if voice is None or reading.analysis is None:
        return _nowhere(reading, "no quotation here")
    index = next_stop(reading.stops, _last_passed_stop(reading, way), reading.cursor, way, voice)
    if index is not None:
        return to_stop(reading, index)
    name = reading.analysis.voices[voice - 1].name
    return Jump(reading, message=f"{_end(way)} quotation of {name}")


def to_next_claim(reading: Reading, way: Direction) -> Jump:
    """Jump to the next or previous claim, of those that the focus filter shows."""
    claims = reading.analysis.claims if reading.analysis else ()
    claim = next_claim(claims, reading.claim, reading.cursor, way)
    while reading.focus_filter is not None and claim is not None and not reading.focus_filter.shows(claim.span):
        claim = next_claim(claims, claim.id, reading.cursor, way)
    if claim is not None:
        return to_claim(reading, claim)
    return _nowhere(reading, "no claims found", "claim", way, len(claims))


def to_next_thread(reading: Reading, way: Direction) -> Jump:
    """Jump to the first claim of the next or previous thread."""
    analysis = reading.analysis
    threads, claims = (analysis.threads, analysis.claims) if analysis else ((), ())
    claim = next_thread(threads, claims, reading.claim, reading.cursor, way)
    if claim is not None:
        return to_claim(reading, claim)
    return _nowhere(reading, "no threads found", "thread", way, len(threads))


def to_answered_claim(reading: Reading) -> Jump:
    """Jump to the claim that the current one answers."""
    if reading.analysis is None or reading.claim is None:
        return _nowhere(reading, "no claim here")
    claim = answered_claim(reading.analysis.claims, reading.claim)
    return Jump(reading, message="this claim answers no other claim") if claim is None else to_claim(reading, claim)


def to_answering_claim(reading: Reading) -> Jump:
    """Jump to the next claim that answers the current one."""
    if reading.analysis is None or reading.claim is None:
        return _nowhere(reading, "no claim here")
    claim = next_answer(reading.analysis.claims, reading.claim)
    return Jump(reading, message="no claim answers this one") if claim is None else to_claim(reading, claim)


def to_next_heading(reading: Reading, way: Direction) -> Jump:
    """Jump to the next or previous heading."""
    blocks = reading.article.blocks
    headings = [block.span for block in blocks if block.kind is BlockKind.HEADING and not block.hidden]
    there = next_item(headings, reading.cursor, way, lambda span: span.start)
    if there is not None:
        return Jump(to_offset(reading, there.start).reading, there)
    return Jump(reading, message=f"{_end(way)} heading" if headings else "no headings here")


def to_next_highlight(reading: Reading, way: Direction) -> Jump:
    """Jump to the next or previous highlight and to the quotation at its start."""
    in_text = [highlight for highlight in reading.highlights if highlight.spans]
    there = next_item(in_text, reading.cursor, way, lambda highlight: highlight.spans[0].start)
    if there is not None:
        return to_highlight(reading, there)
    none = "no highlights yet: press h to highlight a quotation"
    return Jump(reading, message=f"{_end(way)} highlight" if in_text else none)


def _last_passed_stop(reading: Reading, way: Direction) -> int | None:
    """Return the index of the stop from which the next one is counted; None without a current stop.

    A reader who has moved on inside a long quotation has passed the stops nested in it before the cursor: n does not
    go back to them, and N goes to the last of them.
    """
    if reading.stop is None:
        return None
    last = bisect_left(reading.stops, reading.cursor, lo=reading.stop + 1, key=lambda stop: stop.start) - 1
    return last + 1 if way is Direction.BACKWARD and last > reading.stop else last


def _nowhere(reading: Reading, none: str, noun: str = "", way: Direction = Direction.FORWARD, count: int = 0) -> Jump:
    """Return a jump that leads nowhere: past the last of `count` things named `noun`, or with the message `none`."""
    if reading.analysis is None:
        return Jump(reading, message="still finding who speaks")
    return Jump(reading, message=f"{_end(way)} {noun}" if count else none)


def at_end_of_article(way: Direction) -> str:
    """Return the message for a move that stops at an end of the article."""
    return "end of the article" if way is Direction.FORWARD else "start of the article"


def _end(way: Direction) -> str:
    return "last" if way is Direction.FORWARD else "first"
