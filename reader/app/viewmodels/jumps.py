"""What a key makes of a reading: pure functions from one moment of reading to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from reader.app.state import Reading
from reader.model import Analysis, Article, Block, BlockKind, Claim, Highlight, Mark, MarkKind, Span, enclosing
from reader.services.session import Position
from reader.text.layout import Row, RowKind
from reader.text.navigation import (
    Stop,
    Way,
    answered,
    answering,
    claim_at,
    next_claim,
    next_place,
    next_stop,
    next_thread,
    stop_at,
    stop_between,
    stop_of,
    stops,
    stops_in,
)


class Jump(NamedTuple):
    """Where a jump leads: the reading there, and the words to bring into sight.

    `why` says why it leads nowhere, or how the claim it leads to answers another.
    """

    reading: Reading
    to: Span | None = None
    why: str = ""


def analysed(reading: Reading, analysis: Analysis, known: Span | None = None) -> Reading:
    """The reading once the engine has read all of the article, or the passage `known` of it.

    The cursor stays, and what is said there becomes known; the quotation that was current stays so.
    """
    found = stops(reading.article, analysis)
    there = replace(reading, analysis=analysis, stops=found, stop=None, claim=None, known=known)
    there = over(there, Span(reading.cursor, reading.cursor + 1))
    left = reading.left
    if reading.stop is None and left is not None and left.offset == reading.cursor:
        return _again(there, left)
    same = same_stop(reading, found)
    return there if same is None else replace(there, stop=same)


def place_of(reading: Reading) -> Position:
    """Where the reader stands, to come back to: where they came back to, as long as nothing is known of it."""
    left = reading.left
    if reading.analysis is None and left is not None and left.offset == reading.cursor:
        return left
    return Position(reading.cursor, () if reading.stop is None else reading.stops[reading.stop].spans)


def to_place(reading: Reading, place: Position) -> Jump:
    """Back to a place, and to the quotation that was current there."""
    jump = to_offset(reading, place.offset)
    return jump._replace(reading=_again(replace(jump.reading, left=place), place))


def _again(reading: Reading, place: Position) -> Reading:
    same = stop_of(reading.stops, place.said) if place.said else None
    return reading if same is None else replace(reading, stop=same)


def same_stop(reading: Reading, found: tuple[Stop, ...]) -> int | None:
    """The index in `found`, stops of another analysis, of the quotation that is current; None where it has none."""
    return None if reading.stop is None else stop_of(found, reading.stops[reading.stop].spans)


def on_row(reading: Reading, row: Row, side: Way = Way.BACK) -> Reading:
    """The reading with the cursor at the start of a row; what is current there is on that row, or goes on over it.

    On a blank row inside a quotation its words on that `side` are current.
    """
    there = replace(reading, cursor=row.start, at_claim=False)
    if row.kind is RowKind.BLANK:
        above, below = (_block_at(reading.article, offset) for offset in (row.start, row.start + 1))
        return replace(there, stop=stop_between(reading.stops, above, below, side), claim=None)
    return over(there, Span(row.start, max(row.end, row.start + 1)))


def over(reading: Reading, words: Span) -> Reading:
    """The reading with what is said in `words`, which lie in one block, current; the present one while it is there."""
    if reading.analysis is None:
        return reading
    block = _block_at(reading.article, words.start)
    stop = stop_at(reading.stops, words, block, reading.stop)
    claim = claim_at(reading.analysis.claims, words, reading.claim)
    return replace(reading, stop=stop, claim=claim, at_claim=False)


def to_stop(reading: Reading, index: int) -> Jump:
    """To the stop with this index."""
    stop = reading.stops[index]
    there = over(replace(reading, cursor=stop.start, stop=index), stop.span)
    return Jump(replace(there, stop=index), stop.span)


def to_claim(reading: Reading, claim: Claim) -> Jump:
    """To a claim as a whole, and to what its holder says in it: no other voice speaks for the claim."""
    start = claim.span.start
    here = stops_in(reading.stops, _block_at(reading.article, start))
    said = (
        index
        for index in here
        if not claim.own
        and reading.stops[index].voice == claim.voice
        and any(span.overlaps(claim.span) for span in reading.stops[index].spans)
    )
    there = replace(reading, cursor=start, stop=next(said, None), claim=claim.id, at_claim=True)
    if reading.analysis is None:
        return Jump(there, claim.span)
    from reader.app.viewmodels.relation_text import describe_relation  # noqa: PLC0415 - loaded when a person goes to a claim

    return Jump(there, claim.span, describe_relation(reading.article, reading.analysis, claim))


def to_offset(reading: Reading, offset: int) -> Jump:
    """To a place in the text, and to the innermost voice that speaks just there; at the end of a selection, in it."""
    at = offset - 1 if reading.anchor is not None and offset > reading.anchor else offset
    place = Span(at, at + 1)
    return Jump(over(replace(reading, cursor=offset, stop=None, claim=None), place), place)


def _passed(reading: Reading, way: Way) -> int | None:
    """The index that the next stop is counted from: the current one's, or of what is nested in it before the cursor.

    Who has read on in a long quotation has passed those: n does not go back to them, and N goes to the last of them.
    """
    if reading.stop is None:
        return None
    last = bisect_left(reading.stops, reading.cursor, lo=reading.stop + 1, key=lambda stop: stop.start) - 1
    return last + 1 if way is Way.BACK and last > reading.stop else last


def by_quotation(reading: Reading, way: Way) -> Jump:
    """To the next quotation, or paragraph of a block quotation, of those that the body is kept to."""
    followed = reading.followed
    if followed is not None and followed.voice is not None:
        return by_voice(reading, way)
    index = next_stop(reading.stops, _passed(reading, way), reading.cursor, way)
    while followed is not None and index is not None and not followed.shows(reading.stops[index].span):
        index = next_stop(reading.stops, index, reading.cursor, way)
    if index is not None:
        return to_stop(reading, index)
    return Jump(
        reading, why=_none_further(reading, "no quotations in this article", "quotation", way, len(reading.stops))
    )


def is_settled(reading: Reading, jump: Jump, way: Way) -> bool:
    """Whether what `by_quotation` gave is so for all of the article, where a passage of it alone may be known."""
    known = reading.known
    if jump.to is not None or known is None:
        return True
    return known.end >= len(reading.article.text) if way is Way.ON else known.start == 0


def by_voice(reading: Reading, way: Way) -> Jump:
    """To the next quotation of the voice that is chosen, or else of the one that speaks here.

    While a thread is followed, to its next claim.
    """
    if reading.followed is not None and reading.followed.thread is not None:
        return by_claim(reading, way)
    here = None if reading.stop is None else reading.stops[reading.stop].voice
    voice = here if reading.voice is None else reading.voice
    if voice is None or reading.analysis is None:
        return Jump(reading, why=_none_further(reading, "no quotation here", "", way, 0))
    index = next_stop(reading.stops, _passed(reading, way), reading.cursor, way, voice)
    if index is not None:
        return to_stop(reading, index)
    name = reading.analysis.voices[voice - 1].name
    return Jump(reading, why=f"{'last' if way is Way.ON else 'first'} quotation of {name}")


def by_claim(reading: Reading, way: Way) -> Jump:
    """To the next claim, of those that the body is kept to."""
    claims = reading.analysis.claims if reading.analysis else ()
    claim = next_claim(claims, reading.claim, reading.cursor, way)
    while reading.followed is not None and claim is not None and not reading.followed.shows(claim.span):
        claim = next_claim(claims, claim.id, reading.cursor, way)
    if claim is not None:
        return to_claim(reading, claim)
    return Jump(reading, why=_none_further(reading, "no claims found", "claim", way, len(claims)))


def by_thread(reading: Reading, way: Way) -> Jump:
    """To the first claim of the next thread."""
    analysis = reading.analysis
    threads, claims = (analysis.threads, analysis.claims) if analysis else ((), ())
    claim = next_thread(threads, claims, reading.claim, reading.cursor, way)
    if claim is not None:
        return to_claim(reading, claim)
    return Jump(reading, why=_none_further(reading, "no threads found", "thread", way, len(threads)))


def by_answer(reading: Reading, way: Way) -> Jump:
    """Back to the claim that this one answers, or on to the next that answers it."""
    if reading.analysis is None or reading.claim is None:
        return Jump(reading, why=_none_further(reading, "no claim here", "", way, 0))
    find = answering if way is Way.ON else answered
    claim = find(reading.analysis.claims, reading.claim)
    if claim is not None:
        return to_claim(reading, claim)
    return Jump(reading, why="no claim answers this one" if way is Way.ON else "this claim answers no other claim")


def by_heading(reading: Reading, way: Way) -> Jump:
    """To the next heading."""
    blocks = reading.article.blocks
    headings = [block.span for block in blocks if block.kind is BlockKind.HEADING and not block.hidden]
    there = next_place(headings, reading.cursor, way, lambda span: span.start)
    if there is not None:
        return Jump(to_offset(reading, there.start).reading, there)
    return Jump(reading, why=f"{'last' if way is Way.ON else 'first'} heading" if headings else "no headings here")


def by_highlight(reading: Reading, way: Way) -> Jump:
    """To the next highlight, and to who speaks at its start."""
    kept = [highlight for highlight in reading.highlights if highlight.spans]
    there = next_place(kept, reading.cursor, way, lambda highlight: highlight.spans[0].start)
    if there is None:
        none = "no highlights yet: press h to highlight a quotation"
        return Jump(reading, why=f"{'last' if way is Way.ON else 'first'} highlight" if kept else none)
    return to_highlight(reading, there)


def to_highlight(reading: Reading, highlight: Highlight) -> Jump:
    """To a highlight that stands in the text."""
    return Jump(to_offset(reading, highlight.spans[0].start).reading, enclosing(highlight.spans))


UNITS = {"heading": "sentence", "thread": "paragraph"}
"""What the keys of a jump move by while words are being selected."""

JUMPS: dict[str, Callable[[Reading, Way], Jump]] = {
    "quotation": by_quotation,
    "voice": by_voice,
    "claim": by_claim,
    "thread": by_thread,
    "answer": by_answer,
    "heading": by_heading,
    "highlight": by_highlight,
}


def to_voice(reading: Reading, voice: int) -> Jump:
    """To the first quotation of a voice."""
    index = next_stop(reading.stops, None, 0, Way.ON, voice)
    return Jump(reading, why="this voice has no quotations") if index is None else to_stop(reading, index)


def _none_further(reading: Reading, none: str, noun: str, way: Way, count: int) -> str:
    if reading.analysis is None:
        return "still finding who speaks"
    if not count:
        return none
    return f"{'last' if way is Way.ON else 'first'} {noun}"


def highlight_here(reading: Reading, row: Span) -> Highlight | None:
    """The highlight under a selection, else at the cursor, else of the quotation here, or where none is on the row."""
    if reading.selection is not None and len(reading.selection):
        under = next((each for each in reading.highlights if _overlap(each.spans, (reading.selection,))), None)
        if under is not None:
            return under
    return highlight_of(reading, reading.highlights, row)


def highlight_of(reading: Reading, highlights: Iterable[Highlight], row: Span | None = None) -> Highlight | None:
    """The first of some highlights at the cursor, else of the quotation here, or where none is on `row`.

    What another voice says inside that quotation is that one's, and so is a highlight of just that.
    """
    here = None if reading.stop is None else reading.stops[reading.stop]
    inside = set(_inside(reading, here))
    own = [each for each in highlights if each.spans not in inside]
    rest = here.spans if here else () if row is None else (row,)
    for places in ((Span(reading.cursor, reading.cursor + 1),), rest):
        for highlight in own:
            if _overlap(highlight.spans, places):
                return highlight
    return None


def _inside(reading: Reading, here: Stop | None) -> Iterator[tuple[Span, ...]]:
    """What other voices say inside the quotation here: an outer one stands before those in it."""
    if here is None or reading.stop is None:
        return
    for stop in islice(reading.stops, reading.stop + 1, None):
        if stop.start >= here.span.end:
            return
        if stop.voice != here.voice and here.span.contains(stop.span):
            yield stop.spans


def _overlap(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for span in spans for place in places)


def links_in(article: Article, sight: Span) -> tuple[Mark, ...]:
    """The links that begin in `sight`, each address once, in text order."""
    found: dict[str, Mark] = {}
    for mark in article.marks:
        if mark.kind in {MarkKind.LINK, MarkKind.IMAGE} and mark.href and sight.covers(mark.span.start):
            found.setdefault(mark.href, mark)
    return tuple(found.values())


def block_at(article: Article, offset: int) -> int:
    """The index of the block that holds an offset or ends before it; -1 before the first."""
    return bisect_right(article.blocks, offset, key=lambda block: block.span.start) - 1


def blocks_from(article: Article, offset: int, way: Way, *, unfolded: bool) -> Iterator[Block]:
    """The block at an offset and all that follow it that way, without those that are folded away unless `unfolded`."""
    here = max(0, block_at(article, offset))
    for index in range(here, len(article.blocks)) if way is Way.ON else range(here, -1, -1):
        block = article.blocks[index]
        if unfolded or not block.hidden:
            yield block


def _block_at(article: Article, offset: int) -> Span:
    index = block_at(article, offset)
    return article.blocks[index].span if index >= 0 else Span(0, len(article.text))
