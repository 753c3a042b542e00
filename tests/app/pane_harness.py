"""A reading made by hand, of invented people, and a small app to put a pane on."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from rich.style import Style
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from reader.app.screens.reading_screen import ReadingScreen
from reader.app.state import Reading
from reader.app.theming.textual_themes import THEMES, style_sheets
from reader.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Claim,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Span,
    Thread,
    Voice,
    VoiceKind,
)
from reader.text.navigation import Stop

TITLE = "Harbour Towns Weigh a Sea Wall That Nobody Wants to Pay For"
PARAGRAPHS = (
    TITLE,
    "Three coastal towns drew a line along the beach in autumn. Petra Halloran spent a winter beside it for The Coastal Courier and wrote that the towns have run out of time to argue about the wall:",
    "Eight hours of rain at the ministry went into one joint paper, and the paper went into the sea. The council calls every month of delay a bill that the water will send.",
    "“Both sides want to be seen to act before the winter storms,” said Ilse Marchetti between two tides. The Northern Institute for Shore Research had sent her, an expert on coastal engineering. “Nobody wants to be the one who waited.”",
    "Tomas Adeyemi, the mayor of Port Averell, had the lamps lit until two. Lena Hale and Carla Brandt of the Harbour Press sat by the stove and wrote down the mood in the town hall:",
    "The mayor held up his teaspoon, saying “a wall on paper keeps no water out.”",
    "“Whoever holds the money should come and look at the tide,” was all he had to add.",
    "Few doubt that the wall will earn back what it costs. “Fear of the sea will keep the towns together” is how Edda Farrow began her Morning Ledger column. She had an answer from Millbank House by return, in which Joon Park, a senior reader there, argued that it “will not last past the first bill.” All the same, a former diplomat has bought ink: Sana Idrissi said she expected a treaty of the towns by spring.",
    "Under the drawing of a sieve The Fathom printed “a promise that leaks.” Then again, Nadia Quist counted chairs for Channel Nine, and the towns no longer sit at one table:",
    "Local papers have an empty chair to photograph. Pavel Orsini, the spokesman of the smallest town, came late, with the post under his arm, and said he had “stopped counting the letters.”",
    "Who pays for the wall decides how high it will be in the end. The Carrow Institute for the Baltic lent the towns a fellow with a slide rule, Mirel Sandor, by whose sums fishing alone pays for a third of it. From the door Ottla Grieg, director of the Shore Finance Initiative, who keeps the keys of the Tidewater Council’s Ledger House, said “the other two thirds are a promise.”",
)
TEXT = "\n\n".join(PARAGRAPHS)
QUOTED = (2, 3, 5, 6, 9)  # the paragraphs that are block quotes


def span(first: str, last: str = "") -> Span:
    """From the first occurrence of `first` to the end of `last` after it, of `first` itself without one."""
    start = TEXT.index(first)
    return Span(start, TEXT.index(last or first, start) + len(last or first))


def _blocks() -> Iterator[Block]:
    at = 0
    for number, paragraph in enumerate(PARAGRAPHS):
        kind = BlockKind.QUOTE if number in QUOTED else BlockKind.PARAGRAPH if number else BlockKind.HEADING
        level = int(kind is not BlockKind.PARAGRAPH)
        yield Block(kind, Span(at, at + len(paragraph)), level=level, continues=number in (3, 6))
        at += len(paragraph) + 2


BLOCKS = tuple(_blocks())
ARTICLE = Article(
    id="made",
    location="./harbour.txt",
    text=TEXT,
    blocks=BLOCKS,
    title=TITLE,
    byline="Ruth Amadi",
    outlet="Estuary Digest",
    published="2024-03-02",
    language="en",
)
_VOICES: tuple[tuple[str, str, VoiceKind, str | None, str | None, str | None], ...] = (
    ("PH", "Petra Halloran", VoiceKind.JOURNALIST, None, None, "The Coastal Courier"),
    (
        "IM",
        "Ilse Marchetti",
        VoiceKind.EXPERT,
        "an expert on coastal engineering",
        "Northern Institute for Shore Research",
        "The Coastal Courier",
    ),
    ("HB", "Lena Hale and Carla Brandt", VoiceKind.JOURNALIST, None, None, "Harbour Press"),
    ("TA", "Tomas Adeyemi", VoiceKind.OFFICIAL, "the mayor of Port Averell", None, None),
    ("EF", "Edda Farrow", VoiceKind.JOURNALIST, None, None, "Morning Ledger"),
    ("JP", "Joon Park", VoiceKind.EXPERT, "a senior reader", "Millbank House", None),
    ("SI", "Sana Idrissi", VoiceKind.EXPERT, "a former diplomat", None, None),
    ("Fa", "The Fathom", VoiceKind.PUBLICATION, None, None, "The Fathom"),
    ("NQ", "Nadia Quist", VoiceKind.JOURNALIST, None, "Channel Nine", "Channel Nine"),
    ("PO", "Pavel Orsini", VoiceKind.OFFICIAL, "the spokesman of the smallest town", None, None),
    ("MS", "Mirel Sandor", VoiceKind.EXPERT, "a fellow", "Carrow Institute for the Baltic", None),
    (
        "OG",
        "Ottla Grieg",
        VoiceKind.EXPERT,
        "director of the Shore Finance Initiative",
        "Tidewater Council’s Ledger House",
        None,
    ),
)
VOICES = tuple(
    Voice(at, tag, name, kind, role, affiliation, outlet)
    for at, (tag, name, kind, role, affiliation, outlet) in enumerate(_VOICES, 1)
)
_QUOTATIONS = (
    Quotation(
        1,
        QuotationKind.INDIRECT,
        (span("Petra H", " wall:"),),
        1,
        via=(),
        cue=span("wrote"),
        confidence=0.95,
        evidence="“wrote”, after the name",
    ),
    Quotation(
        2,
        QuotationKind.BLOCK,
        (
            BLOCKS[2].span,
            BLOCKS[3].span,
        ),
        1,
        via=(),
        cue=None,
        confidence=0.95,
        evidence="block after a colon",
    ),
    Quotation(
        3,
        QuotationKind.DIRECT,
        (
            span("“Both ", "orms,”"),
            span("“Nobod", "ited.”"),
        ),
        2,
        via=(1,),
        cue=span("said"),
        confidence=0.95,
        evidence="“said”, before the name",
    ),
    Quotation(
        4,
        QuotationKind.BLOCK,
        (
            BLOCKS[5].span,
            BLOCKS[6].span,
        ),
        3,
        via=(),
        cue=None,
        confidence=0.95,
        evidence="block after a colon",
    ),
    Quotation(
        5,
        QuotationKind.MIXED,
        (span("“a wall on paper keeps no water out.”"),),
        4,
        via=(3,),
        cue=span("saying"),
        confidence=0.95,
        evidence="“saying”, before the quotation",
    ),
    Quotation(
        6,
        QuotationKind.DIRECT,
        (span("“Whoev", "tide,”"),),
        4,
        via=(3,),
        cue=None,
        confidence=0.95,
        evidence="“add”, after the quotation",
    ),
    Quotation(
        7,
        QuotationKind.DIRECT,
        (span("“Fear ", "ther”"),),
        5,
        via=(),
        cue=None,
        confidence=0.95,
        evidence="“began”, after the name",
    ),
    Quotation(
        8,
        QuotationKind.MIXED,
        (span("“will not last past the first bill.”"),),
        6,
        via=(),
        cue=None,
        confidence=0.95,
        evidence="“argued”, after the name",
    ),
    Quotation(
        9,
        QuotationKind.INDIRECT,
        (span("she ex", "pring."),),
        7,
        via=(),
        cue=None,
        confidence=0.6,
        evidence="“said”, after the name",
    ),
    Quotation(
        10,
        QuotationKind.DIRECT,
        (span("“a promise that leaks.”"),),
        8,
        via=(),
        cue=None,
        confidence=0.95,
        evidence="“printed”, after the name",
    ),
    Quotation(
        11, QuotationKind.BLOCK, (BLOCKS[9].span,), 9, via=(), cue=None, confidence=0.95, evidence="block after a colon"
    ),
    Quotation(
        12,
        QuotationKind.MIXED,
        (span("“stopped counting the letters.”"),),
        10,
        via=(9,),
        cue=None,
        confidence=0.95,
        evidence="“said”, after the name",
    ),
    Quotation(
        13,
        QuotationKind.INDIRECT,
        (span("fishing alone pays for a third of it."),),
        11,
        via=(),
        cue=None,
        confidence=0.95,
        evidence="“said”, after the name",
    ),
    Quotation(
        14,
        QuotationKind.DIRECT,
        (span("“the other two thirds are a promise.”"),),
        12,
        via=(),
        cue=None,
        confidence=0.95,
        evidence="“said”, after the name",
    ),
)


def _stops() -> Iterator[Stop]:
    for quotation in _QUOTATIONS:
        if quotation.kind is QuotationKind.BLOCK:
            yield from (Stop(quotation.id, quotation.voice, (part,)) for part in quotation.spans)
        else:
            yield Stop(quotation.id, quotation.voice, quotation.spans)


STOPS = tuple(sorted(_stops(), key=lambda stop: stop.start))
_CLAIMS = (
    Claim(1, span("Three ", "autumn."), own=True, voice=None, via=(), thread=1, relation=None),
    Claim(
        2,
        span("Petra H", " wall:"),
        own=False,
        voice=1,
        via=(),
        thread=1,
        relation=Relation(1, RelationKind.SUPPORTS, span("wrote")),
    ),
    Claim(3, BLOCKS[2].span, own=False, voice=1, via=(), thread=1, relation=Relation(2, RelationKind.SUPPORTS, None)),
    Claim(4, BLOCKS[3].span, own=False, voice=2, via=(1,), thread=1, relation=Relation(3, RelationKind.EVIDENCE, None)),
    Claim(5, BLOCKS[5].span, own=False, voice=4, via=(3,), thread=2, relation=None),
    Claim(6, BLOCKS[6].span, own=False, voice=4, via=(3,), thread=2, relation=Relation(5, RelationKind.SUPPORTS, None)),
    Claim(7, span("Few do", "costs."), own=True, voice=None, via=(), thread=3, relation=None),
    Claim(
        8,
        span("“Fear ", "olumn."),
        own=False,
        voice=5,
        via=(),
        thread=3,
        relation=Relation(7, RelationKind.SUPPORTS, None),
    ),
    Claim(
        9,
        span("Joon P", "bill.”"),
        own=False,
        voice=6,
        via=(),
        thread=3,
        relation=Relation(8, RelationKind.DISPUTES, span("argued")),
    ),
    Claim(
        10,
        span("All th", "pring."),
        own=False,
        voice=7,
        via=(),
        thread=3,
        relation=Relation(9, RelationKind.QUALIFIES, span("All the same")),
    ),
    Claim(11, span("Under t", "eaks.”"), own=False, voice=8, via=(), thread=4, relation=None),
    Claim(
        12,
        span("Then a", "table:"),
        own=False,
        voice=9,
        via=(),
        thread=4,
        relation=Relation(11, RelationKind.SUPPORTS, span("Then again")),
    ),
    Claim(13, BLOCKS[9].span, own=False, voice=9, via=(), thread=4, relation=Relation(12, RelationKind.DISPUTES, None)),
    Claim(14, span("Who pa", "e end."), own=True, voice=None, via=(), thread=5, relation=None),
    Claim(
        15,
        span("Mirel ", "of it."),
        own=False,
        voice=11,
        via=(),
        thread=5,
        relation=Relation(14, RelationKind.SUPPORTS, None),
    ),
    Claim(
        16,
        span("Ottla ", "mise.”"),
        own=False,
        voice=12,
        via=(),
        thread=5,
        relation=Relation(15, RelationKind.QUALIFIES, None),
    ),
)
_THREADS = (
    Thread(1, "The towns have run out of time to argue about the wall", (1, 2, 3, 4)),
    Thread(2, "The mood in the town hall", (5, 6)),
    Thread(3, "The wall will earn back what it costs", (7, 8, 9, 10)),
    Thread(4, "The towns no longer sit at one table", (11, 12, 13)),
    Thread(5, "Who pays for the wall decides how high it will be in the end", (14, 15, 16)),
)
ANALYSIS = Analysis("made-1", _QUOTATIONS, VOICES, _CLAIMS, _THREADS)
LOADING = Reading(ARTICLE)


def reading(stop: int | None = 3, **changes: Any) -> Reading:
    """The reader at the stop with this index (3 is Marchetti, quoted by Halloran), None where nobody is quoted."""
    cursor = STOPS[stop].start if stop is not None else 0
    claim = next((each.id for each in _CLAIMS if each.span.covers(cursor)), None)
    made = Reading(ARTICLE, analysis=ANALYSIS, stops=STOPS, cursor=cursor, stop=stop, claim=claim)
    return replace(made, **changes)


class PaneApp(App[None]):
    """One pane, or several, in the theme and with the style sheets of the program; it keeps the messages they post."""

    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""

    def __init__(
        self, *panes: Widget, theme: str = "pullquote-dark", prepare: Callable[[], None] | None = None
    ) -> None:
        super().__init__(css_path=list(style_sheets()))
        self._panes = panes
        self._prepare = prepare
        self.messages: list[Message] = []
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield from self._panes

    def on_mount(self) -> None:
        if self._prepare is not None:
            self._prepare()

    def messages_of(self, kind: type[Message]) -> list[Any]:
        """The messages of this kind that came up to the app."""
        return [message for message in self.messages if isinstance(message, kind)]

    async def _dispatch_message(self, message: Message) -> None:
        self.messages.append(message)
        await super()._dispatch_message(message)


@asynccontextmanager
async def run_pane(
    pane: Widget, size: tuple[int, int], *, focus: bool = True, prepare: Callable[[], None] | None = None
) -> AsyncIterator[tuple[PaneApp, Pilot[None]]]:
    """The pane in an app of this size, with the focus or without it, once all is drawn."""
    app = PaneApp(pane, prepare=prepare)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if focus:
            pane.focus()
        await pilot.pause()
        yield app, pilot


async def settle(pilot: Pilot[None], until: Callable[[], object]) -> None:
    """Wait until something has come about, for a few seconds at most."""
    for _ in range(300):
        if until():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came")


def reading_of(app: App[None]) -> Reading:
    """The reading of the screen that an app shows."""
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    return screen.reading


def lines(pane: Widget) -> list[str]:
    """What the pane shows, row by row, without the blanks at the right."""
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def style_of(pane: Widget, y: int, words: str) -> Style:
    """The style of the piece of row `y` in which `words` stand."""
    for piece in pane.render_line(y):
        if words in piece.text:
            return piece.style or Style.null()
    raise AssertionError(f"{words!r} does not stand in {pane.render_line(y).text!r}")
