"""Pictures of the screen, compared cell by cell."""

import pytest

from reader.app.dressing import change

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


FOLLOWING = {
    "voice-alone": ("n", "f"),
    "thread-alone": ("3", "j", "j", "f"),
    "voices-by-appearance": ("n", "2", "equals_sign", "equals_sign"),
    "claims-by-voice": ("n", "3", "equals_sign", "equals_sign"),
    "commands": ("colon", *"thread"),
    "beside": ("n", "vertical_line", "g", "vertical_line"),
}


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "dark"), ((80, 24), "light"), ((140, 40), "dark"), ((140, 40), "light")]
)
@pytest.mark.parametrize("what", FOLLOWING)
async def test_following_and_its_screens_look_as_they_were_accepted(opened, picture, what, size, theme):
    async with opened(size) as at:
        at.app.theme = f"pullquote-{theme}"
        await at.press(*FOLLOWING[what])
        await at.pilot.pause()
        picture(at.app, f"{what}-{size[0]}x{size[1]}-{theme}")


@pytest.mark.parametrize("theme", ["sepia", "contrast", "terminal"])
async def test_the_other_themes_look_as_they_were_accepted(opened, picture, theme):
    async with opened((100, 30)) as at:
        assert change(at.app, theme).endswith("kept")
        await at.press("n", "n", "h", "n", "n")
        picture(at.app, f"theme-{theme}-100x30")
