"""The screen with facts about the open article, or about one of its voices."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.app.rendering.columns import columns
from reader.app.rendering.truncate import cut, format_reading_time
from reader.app.state import Reading
from reader.app.viewmodels.visible_links import links_in
from reader.app.viewmodels.voice_card import other_articles, voice_facts_of, voice_quotations
from reader.app.widgets.fact_sheet import Fact, FactSheet
from reader.app.widgets.footer import Footer
from reader.model import QuotationKind, Span, VoiceKind, format_count
from reader.printable import printable

if TYPE_CHECKING:
    from reader.services.people import VoiceHit

LINK_WIDTH = 20  # cells of a link's words before its address


class InfoScreen(Screen[None]):
    """A page of facts. Esc returns.

    Args:
        heading: What the facts are about.
        facts: The facts.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i", "leave", "back", show=False, id="info.back"),
        Binding("up,k", "move(-1)", "a line up", show=False, id="info.up"),
        Binding("down,j", "move(1)", "a line down", show=False, id="info.down"),
    ]
    AUTO_FOCUS = "#sheet-rows"

    def __init__(self, heading: str, facts: Sequence[Fact]) -> None:
        super().__init__()
        self._heading = heading
        self._facts = facts

    def compose(self) -> ComposeResult:
        """Create facts and footer."""
        yield FactSheet(self._heading, id="sheet-rows")
        yield Footer(context="page", id="footer")

    def on_mount(self) -> None:
        """Show the facts."""
        self.on_resize()
        self.query_one(FactSheet).show(self._facts)

    def on_resize(self) -> None:
        """Stand where an article's text stands."""
        shared = columns(self.app.size.width, alone=True)
        self.query_one(Footer).fit(shared)
        self.query_one(FactSheet).fit(shared)

    def action_move(self, by: int) -> None:
        """Scroll where the facts have lost the focus, as by a click beside them."""
        self.query_one(FactSheet).action_move(by)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def article_info(reading: Reading) -> InfoScreen:
    """Return the screen with the facts about an article: its origin, length, voices and links."""
    return InfoScreen("About this article", article_facts(reading))


def voice_info(reading: Reading, voice: int, elsewhere: "Sequence[VoiceHit]" = ()) -> InfoScreen:
    """Return the screen with the card of a voice: who it is, what it says in order, and where else it speaks.

    Args:
        reading: The article.
        voice: The id of the voice.
        elsewhere: The voices of other articles that are the same person.
    """
    known = None if reading.analysis is None else reading.analysis.voice(voice)
    facts = [Fact(text, label=label) for label, text in voice_facts_of(reading, voice)]
    facts.append(Fact("Quotations", heading=True))
    facts += [Fact(text, label=label or " ") for label, text in voice_quotations(reading, voice)]
    if elsewhere:
        facts.append(Fact("In other articles of your library (V lists all voices)", heading=True))
    facts += [Fact(text, label=label or " ") for label, text in other_articles(elsewhere)]
    return InfoScreen(known.name if known is not None else "", facts)


def article_facts(reading: Reading) -> list[Fact]:
    """Return the facts about an article and its analysis; what is not known is left out."""
    article, analysis = reading.article, reading.analysis
    words = article.word_count
    stated = (
        ("title", article.title),
        ("by", article.byline),
        ("outlet", article.outlet),
        ("published", article.formatted_date),
        ("language", article.language),
        ("address", article.url),
        ("opened from", "standard input" if article.location == "-" else printable(article.location)),
        ("length", f"{format_count(words, 'word')}, {format_reading_time(words)}"),
    )
    facts = [Fact(value, label=label) for label, value in stated if value]
    if analysis is not None and analysis.note:
        facts.append(Fact(analysis.note, label="note"))
    hidden = sum(block.hidden for block in article.blocks)
    if hidden:
        facts.append(Fact(f"{format_count(hidden, 'paragraph')}, not part of the article", label="hidden"))
    if analysis is None:
        facts.append(Fact("not analysed yet", label="voices"))
    else:
        voices = Counter(voice.kind for voice in analysis.voices)
        kinds = Counter(quotation.kind for quotation in analysis.quotations)
        unknown = sum(quotation.voice is None for quotation in analysis.quotations)
        facts += [
            Fact(
                _tally(len(analysis.voices), ((voices[kind], _kind(kind, voices[kind])) for kind in VoiceKind)),
                "voices",
            ),
            Fact(
                _tally(
                    len(analysis.quotations), ((kinds[kind], f"{kinds[kind]} {kind.value}") for kind in QuotationKind)
                ),
                "quotations",
            ),
        ]
        if len(reading.stops) != len(analysis.quotations):
            facts.append(Fact(f"{len(reading.stops)}: n stops at each paragraph of a quotation", label="stops"))
        if unknown:
            facts.append(Fact(format_count(unknown, "quotation"), label="no speaker"))
        claims = format_count(len(analysis.claims), "claim")
        facts.append(Fact(f"{len(analysis.threads)}, with {claims}" if analysis.threads else "none", label="threads"))
    notes = sum(bool(highlight.note) for highlight in reading.highlights)
    count = f"{len(reading.highlights)}" + (f", {format_count(notes, 'note')}" if notes else "")
    facts.append(Fact(count if reading.highlights else "none", label="highlights"))
    if analysis is not None:
        facts.append(Fact(analysis.engine, label="engine"))
    facts += correction_facts(reading)
    links = links_in(article, Span(0, len(article.text) + 1))
    if links:
        facts.append(Fact("Links", heading=True))
    facts += [
        Fact(mark.href or "", label=cut(" ".join(mark.span.of(article.text).split()), LINK_WIDTH)) for mark in links
    ]
    return facts


def correction_facts(reading: Reading) -> list[Fact]:
    """Return how many corrections the article has, and each that does not fit any more, with the reason."""
    corrected = reading.corrections
    if corrected is None or not (corrected.corrections or corrected.misfits):
        return []
    misfits = corrected.misfits
    count = len({*(each.id for each in corrected.corrections), *misfits})
    words = f"{count}, {len(misfits)} of which no longer fit" if misfits else f"{count}, all of them fit"
    return [
        Fact(words, label="corrections"),
        *(Fact(f"{misfit.words}: {misfit.why}", label="no longer fits") for misfit in misfits.values()),
    ]


def _tally(total: int, parts: Iterable[tuple[int, str]]) -> str:
    """A total and its parts; parts that are 0 are left out."""
    details = ", ".join(words for number, words in parts if number)
    return f"{total}: {details}" if details else "none"


def _kind(kind: VoiceKind, number: int) -> str:
    match kind:
        case VoiceKind.UNNAMED:
            return f"{number} unnamed"
        case VoiceKind.PERSON:
            return format_count(number, "person") if number == 1 else f"{number} other people"
        case _:
            return format_count(number, kind.value)
