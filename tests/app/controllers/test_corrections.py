"""The key w: what is at the cursor is corrected in a dialog, shown at once, marked, and undone."""

from dataclasses import replace

import pytest

from reader.app.screens.correction_screen import ChoiceList, CorrectionHints, CorrectionScreen
from reader.app.widgets.fact_sheet import FactSheet
from reader.errors import StorageError
from reader.model import RelationKind
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, lines


def rows(at):
    """The answers of the dialog."""
    return [line.strip("▌▎ ") for line in lines(at.app.screen.query_one(ChoiceList))[1:] if line.strip("▌▎ ")]


def question(at):
    return lines(at.app.screen.query_one(ChoiceList))[0].strip()


def hints(at):
    return " ".join(lines(at.app.screen.query_one(CorrectionHints))).strip()


def speaker(at):
    voice = at.reading.analysis.voice(at.reading.stops[at.reading.stop].voice)
    return None if voice is None else voice.name


def speaker_line(at):
    return " ".join(" ".join(lines(at.screen.panes.speaker_line)).split())


def kept():
    """What another session finds in the library."""
    session = Session()
    found = session.corrections.apply(ARTICLE, ANALYSIS)
    session.close()
    return found


async def test_a_speaker_is_corrected_with_a_few_letters_and_marked(opened):
    async with opened() as at:
        await at.press("n", "n")
        before = speaker(at)
        await at.press("w")
        assert isinstance(at.app.screen, CorrectionScreen)
        assert question(at) == "Who said this?"
        await at.press(*"ada", "enter")
        assert before != speaker(at) == "ada"
        assert at.said.startswith("✓ said by ada · U undoes")
        await at.press("U")
        assert speaker(at) == before
        await at.press("w", *"idri", "enter")
        assert speaker(at) == "Sana Idrissi"
        assert "✓ yours" in speaker_line(at)
        assert kept().analysis == at.reading.analysis


async def test_the_voices_that_are_named_nearest_come_first_and_the_present_one_last(opened):
    async with opened() as at:
        await at.press("n", "n", "w")
        own = [row for row in rows(at) if "as now" in row]
        assert len(rows(at)) > 3
        assert not own or rows(at).index(own[0]) >= len(ANALYSIS.voices) - 1


async def test_words_that_nobody_says_are_no_quotation_any_more(opened):
    async with opened() as at:
        await at.press("n", "n")
        count = len(at.reading.analysis.quotations)
        await at.press("w", *"nobody", "enter")
        assert len(at.reading.analysis.quotations) == count - 1
        await at.press("U")
        assert at.reading.analysis == ANALYSIS


async def test_digits_and_tab_open_the_other_pages_and_escape_closes(opened):
    async with opened() as at:
        await at.press("n", "w", "alt+3")
        assert question(at) == "What kind of quotation is it?"
        await at.press("shift+tab")
        assert question(at) == "Who passes it on?"
        await at.press("tab", *"ind", "enter")
        assert at.reading.analysis.quotations[0].kind.value == "indirect"
        await at.press("w", "escape")
        assert at.app.screen is at.screen


@pytest.mark.parametrize("keys", [(), ("alt+2",)])
async def test_a_name_may_begin_with_a_digit(opened, keys):
    async with opened() as at:
        await at.press("n", "w", *keys, *"50 Cent")
        assert rows(at) == ["new: 50 Cent"]
        await at.press("enter")
        assert "50 Cent" in {voice.name for voice in at.reading.analysis.voices}
        assert "50 Cent" in at.said


async def test_a_digit_alone_opens_a_page_where_no_name_is_asked_for_and_the_last_row_says_so(opened):
    async with opened() as at:
        await at.press("n", "w")
        assert "Tab Alt+1–7 page" in hints(at)
        await at.press("alt+3")
        assert "Tab 1–7 page" in hints(at)
        await at.press("4")
        assert question(at) == "Where does it begin and end?"
        await at.press("alt+9")
        assert question(at) == "Where does it begin and end?"
        await at.press("alt+5", "enter")
        assert question(at) == "What is the name?"
        await at.press("1", "alt+1")
        assert question(at) == "Who said this?"
        await at.press("escape", "question_mark", "slash", *"dialog")
        assert "Tab Shift+Tab" in "\n".join(lines(at.app.screen.query_one(FactSheet)))


async def test_who_passes_words_on_is_corrected(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "w", "alt+2", *"marche", "enter")
        stop = at.reading.stops[at.reading.stop]
        quotation = at.reading.analysis.quotation(stop.quotation)
        names = [voice.name for voice in at.reading.analysis.via_voices(quotation)]
        assert names == ["Ilse Marchetti"]
        assert quotation.corrected == ("via",)


async def test_a_voice_is_added_that_quotes_who_passes_words_on(opened):
    def passers(at):
        quotation = at.reading.analysis.quotation(at.reading.stops[at.reading.stop].quotation)
        return [voice.name for voice in at.reading.analysis.via_voices(quotation)]

    async with opened() as at:
        await at.press("n", "n", "n", "w", "alt+2", *"who quotes")
        assert not any("who quotes" in row for row in rows(at)[1:])  # the first row is a new voice of that name
        await at.press("escape", "w", "alt+2", *"marche", "enter", "w", "alt+2", *"orsini who quotes")
        assert "Pavel Orsini, who quotes Ilse Marchetti" in rows(at)[0]
        await at.press("enter")
        assert passers(at) == ["Pavel Orsini", "Ilse Marchetti"]
        await at.press("U")
        assert passers(at) == ["Ilse Marchetti"]


async def test_the_ends_of_a_quotation_are_moved_by_a_selection(opened):
    async with opened() as at:
        await at.press("n")
        before = at.reading.analysis.quotations[0].span
        await at.press("w", "alt+4", "enter")
        assert at.reading.selection == before
        await at.press("ctrl+left", "w")
        assert "begins and ends here" in rows(at)[0]
        await at.press("enter")
        after = at.reading.analysis.quotations[0]
        assert (after.span.start, after.corrected) == (before.start, ("spans",))
        assert after.span.end < before.end
        assert at.reading.selection is None
        assert at.reading.stops[at.reading.stop].spans == after.spans  # it is current, so that the next key acts on it
        assert "its ends are set" in at.said


async def test_selected_words_become_a_quotation(opened):
    async with opened() as at:
        count = len(at.reading.analysis.quotations)
        await at.press("v", "ctrl+right", "ctrl+right", "w")
        assert question(at).startswith("These words are a quotation")
        await at.press(*"farrow", "enter")
        assert len(at.reading.analysis.quotations) == count + 1
        made = at.reading.analysis.quotations[0]
        assert at.reading.analysis.voice(made.voice).name == "Edda Farrow"
        assert made.corrected == ("kind", "spans", "voice")
        assert speaker(at) == "Edda Farrow"


async def test_a_voice_is_renamed_from_the_list(opened):
    async with opened((140, 40)) as at:
        await at.press("2", "w", "enter")
        at.app.screen.query_one("Input").value = ""
        await at.press(*"Bo Reed", "enter")
        names = [voice.name for voice in at.reading.analysis.voices]
        assert "Bo Reed" in names
        listed = "\n".join(lines(at.screen.panes.sidebar.voices))
        assert "✓ yours" in listed
        await at.press("U")
        assert "Bo Reed" not in {voice.name for voice in at.reading.analysis.voices}


async def test_the_kind_of_a_voice_is_set_here_and_then_in_every_article(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "w", "alt+5", *"kind", "enter", *"off", "enter")
        name = speaker(at)
        await at.press("w", "alt+5", *"always", "enter")
        assert "set in every article" in at.said
        voice = next(each for each in at.reading.analysis.voices if each.name == name)
        assert voice.kind.value == "official"
        assert [each.name for each in kept().known] == [name]
        await at.press("w", "alt+5", *"no longer", "enter")
        assert not kept().known
        assert kept().analysis == ANALYSIS
        await at.press("U", "U")
        assert kept().analysis.voice(1).kind.value == "official"


async def test_two_voices_become_one(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "w", "alt+5", *"same", "enter", *"marchetti", "enter")
        assert "Petra Halloran" not in {voice.name for voice in at.reading.analysis.voices}
        assert speaker(at) == "Ilse Marchetti"


async def test_a_claim_is_taken_away_and_held_by_another(opened):
    async with opened((140, 40)) as at:
        await at.press("right_square_bracket")
        count = len(at.reading.analysis.claims)
        await at.press("3", "w", *"held", "enter", *"the article", "enter")
        claim = at.reading.analysis.claims[0]
        assert (claim.own, claim.corrected) == (True, ("voice",))
        await at.press("w", *"not a", "enter")
        assert len(at.reading.analysis.claims) == count - 1


async def test_a_relation_is_set_and_is_no_guess(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "3", "G", "w", "1", *"disputes", "enter", "enter")
        set_ones = [claim for claim in at.reading.analysis.claims if claim.relation and claim.relation.corrected]
        assert [claim.relation.kind for claim in set_ones] == [RelationKind.DISPUTES]
        assert not set_ones[0].relation.is_guess


async def test_a_thread_gets_a_title_and_claims_move(opened):
    async with opened((140, 40)) as at:
        await at.press("right_square_bracket", "3", "w", "2", "enter")
        at.app.screen.query_one("Input").value = ""
        await at.press(*"Who pays?", "enter")
        assert at.reading.analysis.threads[0].title == "Who pays?"
        assert "✓ yours" in "\n".join(lines(at.screen.panes.sidebar.threads))
        claim = at.reading.claim
        await at.press("escape", "M", "enter")
        assert at.reading.analysis.claim(claim).thread != 1 or at.reading.analysis.threads[0].title != "Who pays?"


async def test_a_correction_is_taken_back_without_undo(opened):
    async with opened() as at:
        await at.press("n", "w", *"zz", "enter", "w", *"as pull", "enter")
        assert at.reading.analysis == ANALYSIS
        assert "as it was found" in at.said


async def test_highlights_follow_the_corrected_speaker(opened):
    async with opened() as at:
        await at.press("n", "h", "w", *"ada", "enter")
        assert [each.speaker.name for each in at.reading.highlights] == ["ada"]
        before = ANALYSIS.voices[(ANALYSIS.quotations[0].voice or 1) - 1].name
        await at.press("U")
        assert [each.speaker.name for each in at.reading.highlights] == [before]


async def test_a_followed_voice_stays_followed(opened):
    async with opened() as at:
        await at.press("n", "f", "w", "alt+5", *"role", "enter", *"diver", "enter")
        assert at.reading.focus_filter is not None
        followed = at.reading.analysis.voice(at.reading.focus_filter.voice)
        assert "diver" in (followed.role or "")


async def test_where_nothing_is_to_be_corrected_the_footer_says_so(opened):
    async with opened(analysis=replace(ANALYSIS, quotations=(), claims=(), threads=(), voices=())) as at:
        await at.press("w")
        assert "nothing to correct here" in at.said
        await at.press("M")
        assert "no claim here" in at.said


async def test_what_can_not_be_stored_is_said_and_nothing_changes(opened, monkeypatch):
    def fail(*_, **__):
        raise StorageError("The disk is full.")

    async with opened() as at:
        monkeypatch.setattr(at.screen.session.corrections, "add", fail)
        await at.press("n", "w", *"ada", "enter")
        assert at.said.startswith("The disk is full.")
        assert at.reading.analysis is ANALYSIS


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_the_dialog_stands_beside_the_words(opened, size):
    async with opened(size) as at:
        await at.press("n", "n", "n", "n", "w")
        strips = at.app.screen._compositor.render_strips(at.app.size)
        drawn = [strip.text for strip in strips]
        assert {strip.cell_length for strip in strips} == {size[0]}
        assert any("Who said this?" in row for row in drawn)
        assert any("Enter choose" in row for row in drawn)
        words = at.reading.stops[at.reading.stop].spans[0].of(ARTICLE.text)[:20]
        assert sum(words in row for row in drawn) >= 1
