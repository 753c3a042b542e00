"""One question at a time, in the footer's place."""

import pytest

from reader.app.widgets.prompt_input import PromptInput


async def test_escape_closes_a_prompt_that_lost_the_focus(opened):
    async with opened((140, 40)) as at:
        await at.press("slash", *"wall")
        await at.pilot.click(at.body, offset=at.cell(300))
        assert at.screen.query(PromptInput)
        await at.press("escape")
        assert not at.screen.query(PromptInput)
        assert at.reading.search is None
        assert at.screen.panes.footer.display


@pytest.mark.no_cover
async def test_a_second_prompt_saves_the_text_of_the_first(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "a", *"why")
        at.body.focus()
        await at.press("t", *"sea", "enter")
        assert [(each.note, each.tags) for each in at.reading.highlights] == [("why", ("sea",))]
        await at.press("slash", *"wall")
        at.body.focus()
        await at.press("a", "escape")
        assert at.reading.search.query == "wall"


@pytest.mark.no_cover
async def test_a_prompt_follows_the_width_of_the_terminal(opened):
    async with opened((140, 40)) as at:
        await at.press("slash", *"wall")
        before = at.screen.query_one(PromptInput).styles.padding
        await at.pilot.resize_terminal(80, 24)
        await at.pilot.pause()
        assert at.screen.query_one(PromptInput).styles.padding != before
        await at.press("s", "enter")
        assert not at.screen.query(PromptInput)
        assert at.said.startswith("“walls” is not in this article")


async def test_changes_and_arrows_without_a_question_do_nothing(opened):
    async with opened() as at:
        at.screen.controllers.prompt.change("x")
        at.screen.controllers.prompt.move(1)
        assert at.reading.search is None
        await at.press("n", "t", "down", "x", "enter")
        assert at.reading.highlights[0].tags == ("x",)


@pytest.mark.no_cover
async def test_cancelling_a_search_restores_the_focus_filter(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "f")
        followed = at.reading.focus_filter
        assert followed is not None
        await at.press("slash", *"slide rule")
        assert at.reading.focus_filter is None
        await at.press("escape")
        assert at.reading.focus_filter is followed
