"""What every pane of the reading screen shows: the article, its analysis, and where the reader is in it."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Analysis, Article, Highlight, Span
from reader.text.navigation import Stop
from reader.text.scope import Scope

if TYPE_CHECKING:
    from reader.app.viewmodels.text_search import Search
    from reader.services.corrections import CorrectedAnalysis
    from reader.services.session import Position


class FocusFilter(NamedTuple):
    """The only spans that the body shows: the quotations of one voice or the claims of one thread, in text order.

    One of `voice` and `thread` is set, the id of that voice or thread.
    """

    spans: tuple[Span, ...]
    voice: int | None = None
    thread: int | None = None

    def shows(self, span: Span) -> bool:
        """Return whether any of the shown text lies in `span`; an empty span counts as its next character."""
        whole = Span(span.start, max(span.end, span.start + 1))
        return any(each.overlaps(whole) for each in self.spans)

    def number_at(self, offset: int) -> int:
        """Return the number, counted from 1, of the last shown span that starts at or before `offset`.

        Before the first one the number is 1.
        """
        return max(1, bisect_right(self.spans, offset, key=lambda span: span.start))


@dataclass(frozen=True, slots=True)
class Reading:
    """One immutable state of reading an article. The screen owns it; panes draw it and post messages to change it.

    Attributes:
        article: The article.
        analysis: What the engine found; None while it is at work.
        stops: The places that the key `n` visits, in text order.
        highlights: The highlights of this article.
        cursor: An offset in the article's text: the start of the row that the reader is on.
        stop: The index in `stops` of the current quotation; None where nobody is quoted.
        claim: The id of the claim at the cursor.
        voice: The id of the voice chosen in the list, whose quotations are emphasized.
        selection: The selected span, made with the mouse or with keys.
        focus_filter: What the body is reduced to.
        scope: Which quotations the keys n and N stop at, and which voices are listed.
        anchor: The fixed end of the selection while keys move its other end, the cursor; None in other modes.
        search: The search in progress.
        shows_claim: Whether the claim at the cursor is drawn as a whole. A jump to a claim sets it, and the next move
            of the cursor clears it.
        returned_to: The saved position that the reader returned to. It is applied again when the analysis arrives.
        analysed_span: The part of a long article that `analysis` and `stops` cover while the engine works on the rest;
            None where they cover all of it, or where there is no analysis.
        corrections: What the engine found of all of the article and what a person corrected; None before that.
    """

    article: Article
    analysis: Analysis | None = None
    stops: tuple[Stop, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    cursor: int = 0
    stop: int | None = None
    claim: int | None = None
    voice: int | None = None
    selection: Span | None = None
    focus_filter: FocusFilter | None = None
    scope: Scope = Scope.EVERYONE
    anchor: int | None = None
    search: "Search | None" = None
    shows_claim: bool = False
    returned_to: "Position | None" = None
    analysed_span: Span | None = None
    corrections: "CorrectedAnalysis | None" = None

    @property
    def is_analysed_here(self) -> bool:
        """Whether the analysis covers the cursor."""
        return self.analysis is not None and (self.analysed_span is None or self.analysed_span.covers(self.cursor))

    @property
    def without_partial_analysis(self) -> "Reading":
        """The reading for panes that show the whole article: without an analysis that covers only a part of it."""
        if self.analysed_span is None:
            return self
        return replace(self, analysis=None, stops=(), stop=None, claim=None, analysed_span=None)


def selected_to_cursor(reading: Reading) -> Reading:
    """Return the reading with the text between the anchor and the cursor selected."""
    if reading.anchor is None:
        return reading
    return replace(reading, selection=Span(*sorted((reading.anchor, reading.cursor))))


def without_selection(reading: Reading) -> Reading:
    """Return the reading with nothing selected."""
    return replace(reading, selection=None, anchor=None)
