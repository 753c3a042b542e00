"""Pictures of the screen, compared cell by cell."""

import pytest

KEYS = {
    "opened": (),
    "quotation": ("n", "n", "n", "n"),
    "voice": ("n", "n", "n", "n", "2", "j"),
    "threads": ("n", "n", "n", "n", "3"),
    "highlight": ("n", "n", "h", "n"),
    "search": ("slash", *"wall", "enter", "n", "n"),
    "searching": ("n", "n", "slash", *"the"),
    "selection": ("n", "n", "n", "n", "v", "right_parenthesis"),
    "end": ("G",),
}


@pytest.mark.parametrize(
    ("size", "theme"),
    [((80, 24), "dark"), ((80, 24), "light"), ((100, 30), "dark"), ((140, 40), "dark"), ((140, 40), "light")],
)
@pytest.mark.parametrize("what", KEYS)
async def test_the_screen_looks_as_it_was_accepted(opened, picture, what, size, theme):
    async with opened(size) as at:
        at.app.theme = f"pullquote-{theme}"
        await at.press(*KEYS[what])
        picture(at.app, f"reading-{what}-{size[0]}x{size[1]}-{theme}")


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "dark"), ((80, 24), "light"), ((140, 40), "dark"), ((140, 40), "light")]
)
async def test_the_list_of_highlights_looks_as_it_was_accepted(opened, picture, size, theme):
    async with opened(size) as at:
        at.app.theme = f"pullquote-{theme}"
        await at.press("n", "h", "n", "n", "n", "c", "c", "a", *"compare the bill", "enter", "t", *"costs", "enter")
        await at.press("n", "n", "c", "c", "c", "v", "right_parenthesis", "c", "c", "c", "c", "H")
        await at.pilot.pause()
        picture(at.app, f"highlights-{size[0]}x{size[1]}-{theme}")
