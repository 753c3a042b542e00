"""Two voices side by side."""

from reader.app.screens.comparison_screen import ComparisonList, ComparisonScreen
from reader.app.screens.reading_screen import ReadingScreen
from tests.app.pane_harness import STOPS, lines


async def test_pressing_bar_twice_compares_two_voices(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "vertical_line")
        assert at.screen.panes.current == "voices"
        assert at.said.startswith("Compare Petra Halloran with: choose a voice, press |")
        await at.press("vertical_line")
        assert at.said.startswith("Compare Petra Halloran with: choose a voice, press |")
        await at.press("g", "vertical_line")
        await at.pilot.pause()
        assert isinstance(at.app.screen, ComparisonScreen)
        shown = lines(at.app.screen.query_one(ComparisonList))
        assert shown[0].split() == ["PH", "Petra", "Halloran", "2", "IM", "Ilse", "Marchetti", "1"]
        assert shown[2].strip("▌ ").split() == ["paragraph", "1", "paragraph", "3"]
        assert "“Both sides" in shown[3]
        await at.press("right", "enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, ReadingScreen)
        assert at.reading.cursor == STOPS[3].start
        assert at.screen.panes.current == "body"


async def test_an_empty_column_cannot_be_selected(opened):
    async with opened() as at:
        await at.press("n", "vertical_line", "g", "vertical_line")
        await at.pilot.pause()
        columns = at.app.screen.query_one(ComparisonList)
        await at.press("right")
        assert columns._side == 1
        await at.press("j")
        assert columns._side == 0
        await at.press("l")
        assert columns._side == 0
        await at.press("k", "l", "h")
        assert columns._side == 0
        await at.press("escape")
        assert isinstance(at.app.screen, ReadingScreen)


async def test_bar_without_a_voice_says_so(opened):
    async with opened() as at:
        await at.press("vertical_line")
        assert at.said.startswith("no quotation here: press |")
