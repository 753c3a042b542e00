"""Commands run at once, or when what they need is analysed."""

from reader.app.messages import Analysed
from reader.config import paths
from tests.app.pane_harness import ANALYSIS, STOPS, settle


async def test_keys_pressed_before_the_analysis_act_in_their_order_after_it(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "n", "h", "j")
        assert at.reading.highlights == ()
        assert at.reading.cursor > 0
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        assert at.reading.stop is not None
        assert [each.spans for each in at.reading.highlights] == [STOPS[at.reading.stop].spans]


async def test_text_typed_for_a_note_before_the_analysis_is_the_note(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "h", "a", "x", "j", "e", "enter", "j")
        assert at.reading.cursor == 0
        at.screen.post_message(Analysed(ANALYSIS))
        await settle(
            at.pilot,
            lambda: at.reading.highlights and at.reading.highlights[0].note and at.reading.cursor > STOPS[0].start,
        )
        assert [each.note for each in at.reading.highlights] == ["xje"]
        assert at.reading.cursor > STOPS[0].start


async def test_escape_cancels_text_typed_for_a_prompt_that_opens_later(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "a", "x", "escape", "j")
        assert at.reading.cursor > 0
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        assert at.reading.highlights == ()


async def test_escape_cancels_the_keys_that_wait_for_the_analysis(opened):
    async with opened(analysis=None) as at:
        await at.press("h", "n", "escape")
        assert "still finding" not in at.said
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        assert at.reading.highlights == ()


async def test_headings_need_no_analysis(opened):
    async with opened(analysis=None) as at:
        await at.press(")")
        assert "still finding" not in at.said


async def test_a_command_and_an_action_of_the_app_are_run_by_id(opened):
    async with opened() as at:
        at.screen.commands.run("quotation.next")
        assert at.reading.stop == 0
        await at.screen.commands.run("app.quit")
        assert at.app.return_code == 130


async def test_an_unknown_id_runs_nothing(opened):
    async with opened() as at:
        before = at.reading
        assert at.screen.commands.run("no.such") is None
        assert at.reading is before


async def test_the_bindings_have_the_keys_of_the_person(opened, tmp_path):
    (tmp_path / "home").mkdir()
    paths().config.write_text('[keys]\nmove.down = "J"\n', encoding="utf-8")
    async with opened() as at:
        every = {binding.id: binding.key for binding in at.screen.commands.bindings()}
        assert (every["move.down"], every["app.quit"], every["list.down"]) == ("J", "ctrl+c", "down,j")
        assert "list.down" not in {binding.id for binding in at.screen.commands.bindings(of_lists=False)}
