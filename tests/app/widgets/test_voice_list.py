"""The list of voices: rows, following the cursor, lighting a voice, going to it."""

from dataclasses import replace

import pytest
from rich.color import Color

from reader.app.messages import VoiceChosen, VoiceOpened
from reader.app.theming.palette import DARK
from reader.app.widgets.voice_list import VoiceList, bar, who
from reader.model import Voice, VoiceKind
from tests.app.pane_harness import ANALYSIS, LOADING, lines, on_stage, reading, style_of


def staged(width=50, height=20, read=None, *, focus=True):
    voices = VoiceList()
    return voices, on_stage(voices, (width, height), focus=focus, prepare=lambda: voices.show(read or reading()))


async def test_a_row_has_tag_name_place_number_and_bar_in_columns():
    voices, run = staged(focus=False)
    async with run:
        shown = lines(voices)
        assert shown[0] == " Voices 12 by kind              quotations, words"
        assert shown[1] == " IM Ilse Marchetti       Northern…          1 ━"
        assert shown[8] == " PH Petra Halloran       Coastal Courier    2 ━━━"
        assert shown[9] == " HB Hale and Brandt      Harbour Press      1 ╸"
        assert shown[12] == " Fa The Fathom                              1 ╸"


def cast_with(*voices):
    """The reading with these voices in place of the first ones of its article."""
    rest = ANALYSIS.voices[len(voices) :]
    named = tuple(replace(voice, name="Ann Roe", role=None, affiliation=None, outlet=None) for voice in rest)
    return reading(3, analysis=replace(ANALYSIS, voices=(*voices, *named)))


async def test_a_name_with_nothing_beside_it_runs_on_where_that_would_stand():
    first = replace(ANALYSIS.voices[0], name="A report seen by The Fathom", role=None, affiliation=None, outlet=None)
    voices, run = staged(read=cast_with(first), focus=False)
    async with run:
        assert any("A report seen by The Fathom " in row for row in lines(voices))
    voices, run = staged(33, read=cast_with(first), focus=False)
    async with run:
        assert any("A report seen by The…" in row for row in lines(voices))


async def test_who_has_no_name_is_called_with_a_capital_as_roles_are():
    first = Voice(1, "DO", "a duty officer", VoiceKind.UNNAMED)
    voices, run = staged(read=cast_with(first, Voice(2, "BH", "de la Cour", VoiceKind.PERSON)), focus=False)
    async with run:
        assert any("A duty officer" in row for row in lines(voices))
        assert any("de la Cour" in row for row in lines(voices))


async def test_short_names_leave_more_room_for_what_the_voices_are():
    told = Voice(1, "AR", "Ann Roe", VoiceKind.OFFICIAL, "Harbour minister of Averell")
    voices, run = staged(read=cast_with(told), focus=False)
    async with run:
        assert any("Ann Roe  Harbour minister of Averell" in row for row in lines(voices))


async def test_a_filter_leaves_the_columns_where_they_were():
    voices, run = staged(focus=False)
    async with run:
        row = next(row for row in lines(voices) if "Joon Park" in row)
        voices.narrow("park")
        assert row.strip(" ▌") in lines(voices)[1]


async def test_a_narrow_rail_leaves_the_place_out():
    voices, run = staged(33, focus=False)
    async with run:
        assert lines(voices)[1] == " IM Ilse Marchetti         1 ━"
        assert lines(voices)[9] == " HB Hale and Brandt        1 ╸"


async def test_a_wide_list_says_role_and_place():
    voices, run = staged(90, focus=False)
    async with run:
        assert "Senior reader, Millbank House" in lines(voices)[2]


@pytest.mark.parametrize("width", [20, 33, 44, 50, 78])
async def test_every_row_keeps_to_its_width(width):
    voices, run = staged(width, focus=False)
    async with run:
        assert {voices.render_line(y).cell_length for y in range(voices.size.height)} == {width}


async def test_the_list_follows_the_voice_at_the_cursor_without_telling():
    voices, run = staged(focus=False)
    async with run as (stage, pilot):
        assert [voices.chosen] == [0]
        voices.show(reading(5))
        voices.show(reading(None))
        assert voices.chosen is None
        voices.show(reading(9))
        await pilot.pause()
        assert style_of(voices, 2, "Joon Park").color == Color.parse(DARK.accent)
        assert stage.post_from(VoiceChosen) == []


async def test_a_person_in_the_list_is_not_moved_by_the_cursor():
    voices, run = staged()
    async with run as (_, pilot):
        await pilot.press("j")
        voices.show(reading(5))
        assert voices.chosen == 1


async def test_a_voice_chosen_elsewhere_is_selected_even_while_a_person_is_in_the_list():
    voices, run = staged()
    async with run:
        voices.show(reading(5, voice=8))
        assert lines(voices)[12].startswith("▌Fa The Fathom")


async def test_moving_lights_a_voice_up_and_enter_goes_to_it():
    _, run = staged()
    async with run as (stage, pilot):
        await pilot.press("j", "down", "enter")
        assert [message.voice for message in stage.post_from(VoiceChosen)] == [2, 6, 7]
        assert [message.voice for message in stage.post_from(VoiceOpened)] == [7]


async def test_a_click_lights_a_voice_up_and_a_second_one_goes_to_it():
    voices, run = staged()
    async with run as (stage, pilot):
        await pilot.click(voices, offset=(5, 8))
        assert stage.post_from(VoiceChosen)[-1].voice == 1
        await pilot.click(voices, offset=(5, 8))
        assert [message.voice for message in stage.post_from(VoiceOpened)] == [1]


async def test_passing_through_the_list_leaves_no_voice_lit():
    _, run = staged()
    async with run as (stage, pilot):
        stage.screen.set_focus(None)
        await pilot.pause()
        assert [message.voice for message in stage.post_from(VoiceChosen)] == [2, None]


async def test_a_voice_that_a_person_chose_stays_lit_when_they_leave():
    _, run = staged()
    async with run as (stage, pilot):
        await pilot.press("j")
        stage.screen.set_focus(None)
        await pilot.pause()
        assert stage.post_from(VoiceChosen)[-1].voice == 6


async def test_where_nobody_is_quoted_the_list_begins_at_its_top():
    voices, run = staged(read=reading(None))
    async with run as (stage, pilot):
        await pilot.pause()
        assert voices.chosen == 0
        assert stage.post_from(VoiceChosen)[-1].voice == 2


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (LOADING, "listening…"),
        (
            reading(None, analysis=replace(ANALYSIS, quotations=(), voices=(), claims=(), threads=()), stops=()),
            "nobody is quoted",
        ),
    ],
)
async def test_an_empty_list_says_why(read, right):
    voices, run = staged(read=read)
    async with run as (_, pilot):
        await pilot.press("j", "enter")
        assert lines(voices)[0].endswith(right)
        assert voices.need == 2


async def test_a_new_analysis_starts_the_list_anew():
    voices, run = staged(height=8)
    async with run as (_, pilot):
        await pilot.press("G")
        voices.show(reading(3, analysis=replace(ANALYSIS, engine="other")))
        assert voices.top == 0


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "   "), (0.001, "╸  "), (0.33, "━  "), (0.5, "━╸ "), (0.99, "━━━"), (1.0, "━━━")]
)
def test_the_bar_is_three_cells_in_halves(share, shown):
    assert bar(share) == shown


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
def test_what_a_voice_is_is_said_in_the_room_there_is(voice, width, words):
    assert who(voice, width) == words


async def test_a_name_in_brackets_is_no_markup():
    voices = list(ANALYSIS.voices)
    voices[1] = replace(voices[1], name="[/] Marchetti")
    pane, run = staged(read=reading(3, analysis=replace(ANALYSIS, voices=tuple(voices))))
    async with run:
        assert "[/] Marchetti" in lines(pane)[1]
