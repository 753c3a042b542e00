"""The list of voices: rows, following the cursor, selecting a voice, going to it."""

from dataclasses import replace

import pytest
from rich.color import Color

from reader.app.messages import VoiceChosen, VoiceOpened
from reader.app.theming.palette import DARK
from reader.app.viewmodels.voice_text import voice_description
from reader.app.widgets.voice_list import VoiceList, word_bar
from reader.model import Voice, VoiceKind
from tests.app.pane_harness import ANALYSIS, LOADING, lines, reading, run_pane, style_of


def shown_list(width=50, height=20, read=None, *, focus=True):
    voices = VoiceList()
    return voices, run_pane(voices, (width, height), focus=focus, prepare=lambda: voices.show(read or reading()))


async def test_a_row_has_columns_for_tag_name_place_number_and_bar():
    voices, run = shown_list(focus=False)
    async with run:
        shown = lines(voices)
        assert shown[0] == " Voices 12 by kind              quotations, words"
        assert shown[1] == " IM Ilse Marchetti       Northern…Research  1 ━"
        assert shown[8] == " PH Petra Halloran       Coastal Courier    2 ━━━"
        assert shown[9] == " HB Hale and Brandt      Harbour Press      1 ╸"
        assert shown[12] == " Fa The Fathom                              1 ╸"


def reading_with(*voices):
    """The reading with these voices in place of the first ones of its article."""
    rest = ANALYSIS.voices[len(voices) :]
    named = tuple(replace(voice, name="Ann Roe", role=None, affiliation=None, outlet=None) for voice in rest)
    return reading(3, analysis=replace(ANALYSIS, voices=(*voices, *named)))


async def test_a_long_name_with_nothing_beside_it_uses_both_columns():
    first = replace(ANALYSIS.voices[0], name="A report seen by The Fathom", role=None, affiliation=None, outlet=None)
    voices, run = shown_list(read=reading_with(first), focus=False)
    async with run:
        assert any("A report seen by The Fathom " in row for row in lines(voices))
    voices, run = shown_list(33, read=reading_with(first), focus=False)
    async with run:
        assert any("A report seen by The…" in row for row in lines(voices))


async def test_an_unnamed_voice_begins_with_a_capital():
    first = Voice(1, "DO", "a duty officer", VoiceKind.UNNAMED)
    voices, run = shown_list(read=reading_with(first, Voice(2, "BH", "de la Cour", VoiceKind.PERSON)), focus=False)
    async with run:
        assert any("A duty officer" in row for row in lines(voices))
        assert any("de la Cour" in row for row in lines(voices))


async def test_short_names_leave_more_room_for_roles():
    told = Voice(1, "AR", "Ann Roe", VoiceKind.OFFICIAL, "Harbour minister of Averell")
    voices, run = shown_list(read=reading_with(told), focus=False)
    async with run:
        assert any("Ann Roe  Harbour minister of Averell" in row for row in lines(voices))


async def test_a_filter_does_not_change_the_columns():
    voices, run = shown_list(focus=False)
    async with run:
        row = next(row for row in lines(voices) if "Joon Park" in row)
        voices.filter_by("park")
        assert row.strip(" ▌") in lines(voices)[1]


async def test_a_narrow_sidebar_leaves_the_place_out():
    voices, run = shown_list(33, focus=False)
    async with run:
        assert lines(voices)[1] == " IM Ilse Marchetti         1 ━"
        assert lines(voices)[9] == " HB Hale and Brandt        1 ╸"


async def test_a_wide_list_shows_role_and_place():
    voices, run = shown_list(90, focus=False)
    async with run:
        assert "Senior reader, Millbank House" in lines(voices)[2]


@pytest.mark.parametrize("width", [20, 33, 44, 50, 78])
async def test_every_row_is_as_wide_as_the_list(width):
    voices, run = shown_list(width, focus=False)
    async with run:
        assert {voices.render_line(y).cell_length for y in range(voices.size.height)} == {width}


async def test_the_list_follows_the_voice_at_the_cursor_without_a_message():
    voices, run = shown_list(focus=False)
    async with run as (app, pilot):
        assert [voices.selected] == [0]
        voices.show(reading(5))
        voices.show(reading(None))
        assert voices.selected is None
        voices.show(reading(9))
        await pilot.pause()
        assert style_of(voices, 2, "Joon Park").color == Color.parse(DARK.accent)
        assert app.messages_of(VoiceChosen) == []


async def test_the_cursor_does_not_move_the_selection_of_a_list_with_focus():
    voices, run = shown_list()
    async with run as (_, pilot):
        await pilot.press("j")
        voices.show(reading(5))
        assert voices.selected == 1


async def test_a_voice_selected_elsewhere_is_selected_even_in_a_list_with_focus():
    voices, run = shown_list()
    async with run:
        voices.show(reading(5, voice=8))
        assert lines(voices)[12].startswith("▌Fa The Fathom")


async def test_moving_selects_a_voice_and_enter_goes_to_it():
    _, run = shown_list()
    async with run as (app, pilot):
        await pilot.press("j", "down", "enter")
        assert [message.voice for message in app.messages_of(VoiceChosen)] == [2, 6, 7]
        assert [message.voice for message in app.messages_of(VoiceOpened)] == [7]


async def test_a_click_selects_a_voice_and_a_second_one_goes_to_it():
    voices, run = shown_list()
    async with run as (app, pilot):
        await pilot.click(voices, offset=(5, 8))
        assert app.messages_of(VoiceChosen)[-1].voice == 1
        await pilot.click(voices, offset=(5, 8))
        assert [message.voice for message in app.messages_of(VoiceOpened)] == [1]


async def test_a_voice_selected_by_focus_alone_is_not_selected_afterwards():
    _, run = shown_list()
    async with run as (app, pilot):
        app.screen.set_focus(None)
        await pilot.pause()
        assert [message.voice for message in app.messages_of(VoiceChosen)] == [2, None]


async def test_a_voice_selected_by_a_key_stays_selected_when_the_focus_leaves():
    _, run = shown_list()
    async with run as (app, pilot):
        await pilot.press("j")
        app.screen.set_focus(None)
        await pilot.pause()
        assert app.messages_of(VoiceChosen)[-1].voice == 6


async def test_without_a_current_quotation_the_first_voice_is_selected():
    voices, run = shown_list(read=reading(None))
    async with run as (app, pilot):
        await pilot.pause()
        assert voices.selected == 0
        assert app.messages_of(VoiceChosen)[-1].voice == 2


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (LOADING, "finding voices…"),
        (
            reading(None, analysis=replace(ANALYSIS, quotations=(), voices=(), claims=(), threads=()), stops=()),
            "no quotations",
        ),
    ],
)
async def test_an_empty_list_says_why(read, right):
    voices, run = shown_list(read=read)
    async with run as (_, pilot):
        await pilot.press("j", "enter")
        assert lines(voices)[0].endswith(right)
        assert voices.rows_needed == 2


async def test_a_new_analysis_scrolls_the_list_to_its_top():
    voices, run = shown_list(height=8)
    async with run as (_, pilot):
        await pilot.press("G")
        voices.show(reading(3, analysis=replace(ANALYSIS, engine="other")))
        assert voices.state.top == 0


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "   "), (0.001, "╸  "), (0.33, "━  "), (0.5, "━╸ "), (0.99, "━━━"), (1.0, "━━━")]
)
def test_the_bar_has_three_cells_of_two_halves(share, shown):
    assert word_bar(share) == shown


@pytest.mark.parametrize(
    ("voice", "width", "words"),
    [
        (Voice(1, "A", "Ann", VoiceKind.EXPERT, "a fellow", "the Carrow Institute"), 17, "Carrow Institute"),
        (Voice(1, "A", "Ann", VoiceKind.EXPERT, "a fellow", "the Carrow Institute"), 30, "Fellow, Carrow Institute"),
        (Voice(1, "A", "Ann", VoiceKind.EXPERT, "a Carrow fellow", "Carrow"), 30, "Carrow fellow"),
        (Voice(1, "A", "Ann", VoiceKind.EXPERT, "a Carrow fellow", "Carrow"), 9, "Carrow"),
        (Voice(1, "A", "Ann", VoiceKind.OFFICIAL, "the mayor"), 17, "Mayor"),
        (Voice(1, "A", "Ann", VoiceKind.JOURNALIST, outlet="The Fathom"), 17, "Fathom"),
        (Voice(1, "F", "The Fathom", VoiceKind.PUBLICATION, outlet="The Fathom"), 17, ""),
        (Voice(1, "A", "Ann", VoiceKind.PERSON), 17, ""),
        (Voice(1, "A", "a clerk at Carrow House", VoiceKind.UNNAMED, "clerk", "Carrow House"), 17, ""),
        (Voice(1, "A", "a clerk", VoiceKind.UNNAMED, "clerk", "Carrow House"), 17, "Carrow House"),
    ],
)
def test_a_description_says_as_much_as_fits(voice, width, words):
    assert voice_description(voice, width) == words


async def test_a_name_in_brackets_is_not_markup():
    voices = list(ANALYSIS.voices)
    voices[1] = replace(voices[1], name="[/] Marchetti")
    pane, run = shown_list(read=reading(3, analysis=replace(ANALYSIS, voices=tuple(voices))))
    async with run:
        assert "[/] Marchetti" in lines(pane)[1]
