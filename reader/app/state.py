"""What every pane of the reading screen shows: the article, what is known of it, and where the reader is."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Analysis, Article, Highlight, Span
from reader.text.navigation import Stop

if TYPE_CHECKING:
    from reader.app.viewmodels.text_search import Search
    from reader.services.session import Position


class FocusFilter(NamedTuple):
    """What the body is kept to: all that the voice with this id says, or the claims of the thread with this id.

    `spans` are its quotations or claims in text order.
    """

    spans: tuple[Span, ...]
    voice: int | None = None
    thread: int | None = None

    def shows(self, span: Span) -> bool:
        """Whether it has any of these words, or, of an empty span, the place."""
        whole = Span(span.start, max(span.end, span.start + 1))
        return any(each.overlaps(whole) for each in self.spans)

    def place(self, offset: int) -> int:
        """Which of its spans, counted from 1, the offset stands in or after."""
        return max(1, bisect_right(self.spans, offset, key=lambda span: span.start))


@dataclass(frozen=True, slots=True)
class Reading:
    """One moment of reading. The screen owns it; panes are given it and post requests, never change it.

    `analysis` is None while the engine is still at work. `stops` are the places that `n` visits, in text order.
    `cursor` is an offset into the article's text: the start of what is under the eye. `stop` is the index of the
    current quotation in `stops`, None where nobody is quoted; `claim` is the id of the claim under the cursor;
    `voice` the id of the voice chosen in the list, whose words are lit; `selection` what mouse or keys selected;
    `followed` what the body is kept to; `anchor` the end of the selection that stays while keys move the other one,
    the cursor, None while they don't select; `search` the search that is on; `at_claim` tells that a key went to the
    claim, which shows as a whole until the cursor moves on; `left` is the place that the reader came back to, which is
    gone through again once it is known who speaks there.

    `known` is the passage about the reader that the engine has read before all of a long article; `analysis` and
    `stops` are of that alone then. It is None where they are of all or of nothing.
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
    followed: FocusFilter | None = None
    anchor: int | None = None
    search: "Search | None" = None
    at_claim: bool = False
    left: "Position | None" = None
    known: Span | None = None

    @property
    def here(self) -> bool:
        """Whether it is known who speaks at the cursor."""
        return self.analysis is not None and (self.known is None or self.known.covers(self.cursor))

    @property
    def whole(self) -> "Reading":
        """The reading for what tells of all of the article: as long as a passage alone is known, nothing is."""
        if self.known is None:
            return self
        return replace(self, analysis=None, stops=(), stop=None, claim=None, known=None)


def drawn(reading: Reading) -> Reading:
    """The selection reaches from the anchor to the cursor."""
    if reading.anchor is None:
        return reading
    return replace(reading, selection=Span(*sorted((reading.anchor, reading.cursor))))
