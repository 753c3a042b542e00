"""The pages of the dialog "correct": what can be said about a quotation, a voice, a claim, a thread or a selection."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from reader.app.state import Reading
from reader.app.viewmodels.voice_text import voice_description
from reader.model import Analysis, Claim, Quotation, QuotationKind, Span, Voice
from reader.services import correcting
from reader.text.navigation import stop_with_spans

if TYPE_CHECKING:
    from reader.services.correcting import Operation

MOVE_ENDS_KEYS = "→ ← ) ( the end, o the other end, then w Enter"
"""What a person presses after "move its ends"."""

DETAIL_CELLS = 40  # of a voice's description beside its name


@dataclass(frozen=True, slots=True)
class Change:
    """What a row of the dialog does.

    Attributes:
        said: A sentence on what was done.
        operations: The corrections to store.
        withdrawn: The ids of corrections to take back.
        always: The name that the engine gives a voice, a field and its value, to be set in every article; `withdrawn`
            has what it replaces.
        selected: A quotation or highlight whose words are to be selected, so that its ends can be moved.
        highlight: The id of the highlight that it is about, "" for none.
    """

    said: str
    operations: "tuple[Operation, ...]" = ()
    withdrawn: tuple[str, ...] = ()
    always: tuple[str, str, str | None] | None = None
    selected: Span | None = None
    highlight: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of a page.

    Attributes:
        title: Its words.
        result: The change that it makes, or what makes the page that it opens.
        detail: What stands beside it.
        voice: The voice whose tag and colour it has.
        below: Rows below it.
    """

    title: str
    result: "Change | Callable[[], CorrectionPage]"
    detail: str = ""
    voice: Voice | None = None
    below: tuple[str, ...] = ()

    def matches(self, words: Sequence[str]) -> bool:
        """Return whether a query, as its words in lower case, finds the row."""
        tag = "" if self.voice is None else self.voice.tag
        whole = f"{self.title} {self.detail} {tag}".casefold()
        return all(word in whole for word in words)

    def rank(self, words: Sequence[str]) -> int:
        """Return how well the row matches: 0 begins so, 1 has words that begin so, 2 has the letters somewhere."""
        title = self.title.casefold()
        if title.startswith(" ".join(words)):
            return 0
        return 1 if all(any(part.startswith(word) for part in title.split()) for word in words) else 2


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """A page of the dialog: a question and the rows that answer it.

    Attributes:
        name: Its name among the tabs.
        question: What is asked.
        choices: The answers.
        written: Makes an answer of what is typed, where any words are an answer.
        text: What stands in the line at first.
        has_filter: Whether what is typed filters the answers.
    """

    name: str
    question: str
    choices: tuple[Choice, ...] = ()
    written: Callable[[str], Choice] | None = field(default=None, compare=False)
    text: str = ""
    has_filter: bool = True

    def rows(self, typed: str) -> list[Choice]:
        """Return the answers that what is typed finds, and the answer that it is."""
        words = typed.casefold().split()
        found = [each for each in self.choices if not self.has_filter or each.matches(words)]
        found = sorted(found, key=lambda each: each.rank(words)) if words and self.has_filter else found
        is_there = any(each.title.casefold() == typed.strip().casefold() for each in found)
        if self.written is None or not words or is_there:
            return found
        made = self.written(" ".join(typed.split()))
        return [*found, made] if self.has_filter else [made, *found]


class Correctable(NamedTuple):
    """What the dialog is about: the words shown above the pages, the pages, and the name of the one that is open."""

    words: str
    pages: tuple[CorrectionPage, ...]
    opens: str = ""

    @property
    def first(self) -> int:
        """The index of the page that is open at first."""
        return next((at for at, page in enumerate(self.pages) if page.name == self.opens), 0)


def voice_choices(
    reading: Reading,
    near: int,
    make: Callable[[Voice], Change],
    last: Voice | None = None,
    without: Iterable[Voice] = (),
) -> tuple[Choice, ...]:
    """Return a row for each voice, those first that are named nearest to an offset.

    Args:
        reading: The reading.
        near: The offset.
        make: Returns what choosing a voice does.
        last: The voice that comes last, because it is chosen already.
        without: Voices that are left out.
    """
    analysis = reading.analysis
    if analysis is None:
        return ()
    places: dict[int, list[int]] = {}
    for quotation in analysis.quotations:
        for voice in (quotation.voice, *quotation.via):
            places.setdefault(voice or 0, []).append(quotation.span.start)
    omitted = {voice.id for voice in without}

    def distance(voice: Voice) -> tuple[bool, int]:
        offsets = [*places.get(voice.id, ()), *(span.start for span in voice.mentions)]
        return voice == last, min((abs(offset - near) for offset in offsets), default=len(reading.article.text))

    voices = sorted((voice for voice in analysis.voices if voice.id not in omitted), key=distance)
    return tuple(
        Choice(
            voice.name,
            make(voice),
            ", ".join(filter(None, ("as now" if voice == last else "", voice_description(voice, DETAIL_CELLS)))),
            voice,
        )
        for voice in voices
    )


def quotation_pages(reading: Reading, analysis: Analysis, quotation: Quotation) -> tuple[CorrectionPage, ...]:
    """Return the pages on a quotation: its speaker, who passes it on, its kind, its ends."""
    article = reading.article
    own = analysis.voice(quotation.voice)

    def said(who: Voice | str | None) -> Change:
        name = name_of(who)
        operation = correcting.said_by(article, analysis, quotation, who)
        return Change(f"said by {name}" if name else "speaker not known", (operation,))

    def via(*names: Voice | str) -> Change:
        operation = correcting.passed_on_by(article, analysis, quotation, names)
        return Change(f"via {' and '.join(name_of(each) or '' for each in names) if names else 'nobody'}", (operation,))

    start = quotation.span.start
    passers = analysis.via_voices(quotation)
    involved = (*passers, *((own,) if own else ()))
    found = as_found(reading, quotation)
    nobody = (
        Choice(
            "nobody: not a quotation",
            Change("not a quotation", (correcting.not_a_quotation(article, quotation),)),
        ),
        Choice("speaker not known", said(None), "the article does not say who"),
    )
    kinds = (
        Choice(
            kind.value,
            Change(f"{kind.value} quotation", (correcting.of_kind(article, quotation, kind),)),
            {
                QuotationKind.DIRECT: "in quotation marks",
                QuotationKind.MIXED: "partly in quotation marks",
                QuotationKind.INDIRECT: "in the author’s words",
                QuotationKind.BLOCK: "paragraphs of its own",
            }[kind]
            + (", as now" if kind is quotation.kind else ""),
        )
        for kind in QuotationKind
    )
    ends = Choice("move its ends", Change("", selected=quotation.span), MOVE_ENDS_KEYS)
    return (
        CorrectionPage(
            "speaker",
            "Who said this?",
            (*voice_choices(reading, start, said, own), *nobody, *found),
            new_voice(said),
        ),
        CorrectionPage(
            "via",
            "Who passes it on?",
            (
                Choice("nobody", via(), "the article quotes it itself"),
                *voice_choices(reading, start, via, without=(own,) if own else ()),
                *_rows_of_quoters(
                    passers, voice_choices(reading, start, lambda voice: via(voice, *passers), without=involved)
                ),
                *found,
            ),
            new_voice(via),
        ),
        CorrectionPage("kind", "What kind of quotation is it?", (*kinds, *found)),
        CorrectionPage("ends", "Where does it begin and end?", (ends, *found)),
    )


def _rows_of_quoters(passers: tuple[Voice, ...], choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return the rows for a voice that passes on what others pass on; none where nobody does."""
    if not passers:
        return ()
    names = " and ".join(voice.name for voice in passers)
    return tuple(replace(choice, title=f"{choice.title}, who quotes {names}") for choice in choices)


def selection_page(reading: Reading, analysis: Analysis, selected: Span) -> CorrectionPage:
    """Return the page on selected words: they are a quotation, or the extent of the one that they overlap."""
    article = reading.article
    stop = reading.stop
    quotation = None if stop is None else analysis.quotation(reading.stops[stop].quotation)
    if quotation is None or not any(span.overlaps(selected) for span in quotation.spans):
        quotation = next(
            (each for each in analysis.quotations if any(span.overlaps(selected) for span in each.spans)), None
        )
    extent: tuple[Choice, ...] = ()
    is_whole = stop_with_spans(reading.stops, (selected,)) is not None
    if quotation is not None and not is_whole:
        voice = analysis.voice(quotation.voice)
        change = Change("its ends are set", (correcting.with_extent(article, quotation, selected),))
        extent = (Choice("the quotation begins and ends here", change, voice.name if voice else "", voice),)

    def added(who: Voice | str | None) -> Change:
        name = name_of(who)
        operation = correcting.quotation_of(article, analysis, selected, who)
        return Change(f"a quotation of {name}" if name else "a quotation, speaker not known", (operation,))

    return CorrectionPage(
        "speaker",
        "These words are a quotation: who says them?",
        (*extent, *voice_choices(reading, selected.start, added), Choice("speaker not known", added(None))),
        new_voice(added),
    )


def as_found(reading: Reading, item: Quotation | Voice | Claim) -> tuple[Choice, ...]:
    """Return the row that takes a person's corrections of an item back; none where there are none."""
    ids = () if reading.corrections is None else correcting.about(reading.corrections.corrections, item)
    return withdrawing(ids, "as it was found")


def withdrawing(ids: tuple[str, ...], said: str) -> tuple[Choice, ...]:
    """Return the row that takes corrections back; none where there are none."""
    change = Change(said, withdrawn=ids)
    return (Choice("as Pullquote found it", change, "takes your corrections back"),) if ids else ()


def name_of(who: Voice | str | None) -> str | None:
    """Return the name of a voice, or the name that was typed."""
    return who.name if isinstance(who, Voice) else who


def new_voice(make: Callable[[str], Change]) -> Callable[[str], Choice]:
    """Return what makes an answer of a typed name, given the change that the name makes."""
    return lambda typed: Choice(f"new: {typed}", make(typed))
