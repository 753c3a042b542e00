"""A terminal too small for reading says what it lacks, in as many rows as that takes."""

import pytest

from reader.app.widgets.too_small import TooSmall
from tests.app.pane_harness import Stage


@pytest.mark.parametrize(
    ("size", "rows"),
    [
        ((59, 20), ["1 column more, please"]),
        ((59, 18), ["1 column and 2 rows more, please"]),
        ((30, 10), ["30 columns and 10 rows more,", "please"]),
        ((60, 1), ["19 rows more, please"]),
    ],
)
async def test_what_is_missing_is_said_whole(size, rows):
    small = TooSmall()
    async with Stage(small).run_test(size=size) as pilot:
        small.styles.display = "block"
        await pilot.pause()
        shown = [small.render_line(y).text.rstrip() for y in range(4)]
        assert [line for line in shown if line] == rows
