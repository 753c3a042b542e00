"""What every pane of the reading screen shows: the article, what is known of it, and where the reader is."""

from dataclasses import dataclass

from reader.model import Analysis, Article, Highlight, Span
from reader.navigation import Stop


@dataclass(frozen=True, slots=True)
class Reading:
    """One moment of reading. The screen owns it; panes are given it and post requests, never change it.

    `analysis` is None while the engine is still at work. `stops` are the places that `n` visits, in text order.
    `cursor` is an offset into the article's text: the start of what is under the eye. `stop` is the index of the
    current quotation in `stops`, None where nobody is quoted; `claim` is the id of the claim under the cursor;
    `voice` the id of the voice chosen in the list, whose words are lit; `selection` what mouse or keys selected.
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
