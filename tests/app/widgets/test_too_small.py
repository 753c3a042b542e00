"""A terminal too small for reading says how large it must be, in as many rows as needed."""

import pytest

from reader.app.widgets.too_small import TooSmall
from tests.app.pane_harness import PaneApp


@pytest.mark.parametrize(
    ("size", "rows"),
    [
        ((59, 20), ["terminal too small: needs 60×20"]),
        ((60, 1), ["terminal too small: needs 60×20"]),
        ((20, 10), ["terminal too small:", "needs 60×20"]),
    ],
)
async def test_the_size_that_is_needed_is_shown(size, rows):
    small = TooSmall()
    async with PaneApp(small).run_test(size=size) as pilot:
        small.styles.display = "block"
        await pilot.pause()
        shown = [small.render_line(y).text.rstrip() for y in range(4)]
        assert [line for line in shown if line] == rows
