"""The pages of the dialog "correct" on a highlight: its speaker, its ends, and the place of one that was not found."""

from difflib import SequenceMatcher

from reader.app.rendering.truncate import wrap_to_rows
from reader.app.state import Reading
from reader.app.viewmodels.corrected_mark import YOURS
from reader.app.viewmodels.correction_pages import (
    MOVE_ENDS_KEYS,
    Change,
    Choice,
    CorrectionPage,
    name_of,
    new_voice,
    voice_choices,
    withdrawing,
)
from reader.app.viewmodels.word_difference import difference
from reader.model import Analysis, Highlight, Span, Voice, enclosing
from reader.services import correcting
from reader.text.likely_places import likely_places

PAGE = "highlight"
"""The name of the page on a highlight among the pages on something else."""

_BESIDE = 24  # characters before a place that are shown beside it
_ROWS, _ROW_CELLS = 4, 68  # of a difference, which fit a narrow terminal


def highlight_pages(reading: Reading, analysis: Analysis, highlight: Highlight) -> tuple[CorrectionPage, ...]:
    """Return the pages on a highlight: first where it is for one that was not found, else who says it."""
    speaker = _speaker_page(reading, analysis, highlight)
    return (speaker, _ends_page(reading, highlight)) if highlight.spans else (_place_page(reading, highlight), speaker)


def highlight_page(reading: Reading, analysis: Analysis, highlight: Highlight) -> CorrectionPage:
    """Return one page on a highlight that is in the text, to stand beside the pages on its quotation."""
    now = "nobody" if highlight.speaker is None else highlight.speaker.name
    mark = f" {YOURS}" if "speaker" in highlight.corrected else ""
    speaker = Choice("speaker", lambda: _speaker_page(reading, analysis, highlight), f"{now}{mark}")
    choices = (speaker, _move_ends(highlight), *_as_kept(reading, highlight))
    return CorrectionPage(PAGE, "What is to be corrected of the highlight?", choices)


def selected_highlight_page(reading: Reading, selected: Span, moved: str | None) -> CorrectionPage | None:
    """Return the page on selected words that are a highlight's: of one that they overlap, or of one that was not found.

    Args:
        reading: The reading.
        selected: The words.
        moved: The id of the highlight whose ends are being moved; it comes first.
    """
    article = reading.article
    here = [each for each in reading.highlights if any(span.overlaps(selected) for span in each.spans)]
    here.sort(key=lambda each: each.id != moved)
    gone = [each for each in reading.highlights if not each.spans]
    words = selected.of(article.text)
    gone.sort(key=lambda each: -_likeness(each.exact, words))

    def attached(highlight: Highlight, said: str) -> Change:
        operation = correcting.highlight_is(article, highlight, correcting.without_gaps(highlight.spans, selected))
        return Change(said, (operation,), highlight=highlight.id)

    ends = "the highlight begins and ends here"
    choices = (
        *(Choice(ends, attached(each, "its ends are set"), _words(each)) for each in here),
        *(Choice("attach here", attached(each, "attached"), _words(each)) for each in gone),
    )
    return CorrectionPage(PAGE, "Which highlight are these words?", choices) if choices else None


def _speaker_page(reading: Reading, analysis: Analysis, highlight: Highlight) -> CorrectionPage:
    now = highlight.speaker
    own = None if now is None else next((voice for voice in analysis.voices if voice.name == now.name), None)
    near = highlight.spans[0].start if highlight.spans else 0

    def said(who: Voice | str | None) -> Change:
        operation = correcting.highlight_said_by(reading.article, analysis, highlight, who)
        words = f"highlighted words of {name_of(who) or 'nobody'}"
        return Change(words, (operation,), highlight=highlight.id)

    return CorrectionPage(
        "speaker",
        "Who says the highlighted words?",
        (
            *voice_choices(reading, near, said, own),
            Choice("nobody", said(None), "as now" if now is None else ""),
            *_as_kept(reading, highlight),
        ),
        new_voice(said),
    )


def _ends_page(reading: Reading, highlight: Highlight) -> CorrectionPage:
    choices = (_move_ends(highlight), *_as_kept(reading, highlight))
    return CorrectionPage("ends", "Where does the highlight begin and end?", choices)


def _move_ends(highlight: Highlight) -> Choice:
    change = Change("", selected=enclosing(highlight.spans), highlight=highlight.id)
    return Choice("move its ends", change, MOVE_ENDS_KEYS)


def _place_page(reading: Reading, highlight: Highlight) -> CorrectionPage:
    """Return the page with the places whose words are like those of a highlight that was not found, the best first."""
    article = reading.article
    places = likely_places(article.text, highlight.exact, highlight.prefix, highlight.suffix)

    def choice(place: Span) -> Choice:
        operation = correcting.highlight_is(article, highlight, (place,))
        before = " ".join(article.text[max(0, place.start - _BESIDE) : place.start].split())
        changes = difference(highlight.exact, place.of(article.text))
        return Choice(
            f"after “…{before}”" if before else "at the beginning",
            Change("attached", (operation,), highlight=highlight.id),
            below=tuple(wrap_to_rows(changes, _ROW_CELLS, _ROWS)),
        )

    question = "Which words is it now?  [-gone-] {+new+}"
    if not places:
        question = "No words are like it. Esc, then select the words in the article and press w to attach it."
    return CorrectionPage("place", question, (*map(choice, places), *_as_kept(reading, highlight)))


def _as_kept(reading: Reading, highlight: Highlight) -> tuple[Choice, ...]:
    """Return the row that takes a person's corrections of a highlight back; none where there are none."""
    made = () if reading.corrections is None else reading.corrections.corrections
    return withdrawing(correcting.about_highlight(made, highlight), "as it was before your corrections")


def _words(highlight: Highlight) -> str:
    return f"“{' '.join(highlight.exact.split())}”"


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold().split(), other.casefold().split(), autojunk=False).ratio()
