"""The key w on a highlight: its speaker, its ends, and the place of one that was not found again."""

from dataclasses import replace

import pytest

from reader.app.screens.correction_screen import ChoiceList, CorrectionScreen
from reader.app.screens.highlights_screen import HighlightsScreen
from reader.app.widgets.highlight_list import HighlightList
from reader.services.session import Session
from tests.app.missing_highlight import COUNCIL, keep_missing_highlight
from tests.app.pane_harness import ARTICLE, lines


@pytest.fixture
def missing():
    """The id of a highlight that is no longer in the article."""
    return keep_missing_highlight()


def rows(at):
    return [line.strip("▌▎ ") for line in lines(at.app.screen.query_one(ChoiceList))[1:] if line.strip("▌▎ ")]


def question(at):
    return lines(at.app.screen.query_one(ChoiceList))[0].strip()


def speaker(at):
    [highlight] = at.reading.highlights
    return None if highlight.speaker is None else highlight.speaker.name


def words(at):
    return [[span.of(ARTICLE.text) for span in each.spans] for each in at.reading.highlights]


def kept():
    session = Session()
    found = session.highlights.of(ARTICLE)
    session.close()
    return found


@pytest.mark.usefixtures("missing")
async def test_one_that_was_not_found_is_told_when_the_article_opens(opened):
    async with opened() as at:
        assert at.said.startswith("1 highlight is no longer in the article: press H, and w on it")


async def test_w_in_the_list_shows_candidates_with_the_difference_and_enter_attaches(opened, missing):
    async with opened() as at:
        await at.press("H")
        assert isinstance(at.app.screen, HighlightsScreen)
        await at.press("enter")
        assert isinstance(at.app.screen, HighlightsScreen)  # it leads nowhere
        await at.press("w")
        assert isinstance(at.app.screen, CorrectionScreen)
        assert question(at).startswith("Which words is it now?")
        shown = " ".join(rows(at))
        assert (
            "[-Every-] {+The council calls every+} month of delay [-is-] a bill [-of 300 crowns, says Bo Reed,-] that"
            in shown
        )
        await at.press("enter")
        assert at.app.screen is at.screen
        assert words(at) == [[COUNCIL]]
        assert at.said.startswith("✓ attached · U undoes")
        assert ARTICLE.text.index(COUNCIL) <= at.reading.cursor < ARTICLE.text.index(COUNCIL) + len(COUNCIL)
        [highlight] = kept()
        assert (highlight.id, highlight.corrected) == (missing, ("spans",))
        await at.press("U")
        assert words(at) == [[]]
        await at.press("ctrl+r")
        assert words(at) == [[COUNCIL]]
        await at.press("H")
        assert "✓ yours" in "\n".join(lines(at.app.screen.query_one(HighlightList)))


@pytest.mark.usefixtures("missing")
async def test_selected_words_are_attached(opened):
    async with opened() as at:
        await at.press("v", "right_parenthesis", "w", "alt+2")
        assert question(at) == "Which highlight are these words?"
        assert rows(at)[0].startswith("attach here")
        selected = at.reading.selection.of(ARTICLE.text)
        await at.press("enter")
        assert words(at) == [[selected.strip()]]
        assert at.reading.selection is None


async def test_the_speaker_of_a_highlight_is_corrected_beside_that_of_its_quotation(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "n", "h", "w", "shift+tab")
        assert question(at) == "What is to be corrected of the highlight?"
        before = at.reading.analysis
        await at.press("enter", *"adeyemi", "enter")
        [highlight] = at.reading.highlights
        assert (highlight.speaker.name, highlight.speaker.corrected) == ("Tomas Adeyemi", True)
        assert at.reading.analysis.quotations == before.quotations
        assert "highlight of Tomas Adeyemi ✓ yours" in at.screen.panes.speaker_line.note_row().text
        assert kept() == (highlight,)
        await at.press("U")
        assert speaker(at) == "Petra Halloran"
        await at.press("w", "shift+tab", "enter", *"Bo Reed", "enter")
        assert speaker(at) == "Bo Reed"
        await at.press("w", "shift+tab", "enter", *"nobody", "enter")
        assert speaker(at) is None
        await at.press("w", "shift+tab", *"as pull", "enter")
        assert speaker(at) == "Petra Halloran"


async def test_the_ends_of_a_highlight_are_moved_by_a_selection(opened):
    async with opened() as at:
        await at.press("v", "right_parenthesis", "h")
        [before] = words(at)
        await at.press("H", "w", "alt+2")
        assert question(at) == "Where does the highlight begin and end?"
        await at.press("enter")
        assert at.reading.selection.of(ARTICLE.text) == before[0]
        await at.press("ctrl+left", "w")
        assert question(at) == "Which highlight are these words?"
        await at.press("enter")
        [[after]] = words(at)
        assert before[0].startswith(after)
        assert len(after) < len(before[0])
        assert "its ends are set" in at.said
        assert kept()[0].corrected == ("spans",)


async def test_one_without_any_like_words_says_what_to_do(opened, missing):
    async with opened() as at:
        other = replace(at.reading.highlights[0], exact="Zz yy xx.", prefix="", suffix="")
        at.screen.update(replace(at.reading, highlights=(other,)))
        at.screen.controllers.corrections.open_highlight(missing)
        await at.pilot.pause()
        assert question(at).startswith("No words are like it.")
