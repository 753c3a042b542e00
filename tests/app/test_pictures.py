"""Pictures of the screen, compared cell by cell."""

from dataclasses import replace

import pytest

from reader.app.app import PullquoteApp
from reader.app.theming.preferences import change_theme
from reader.app.widgets.list_view import ListView
from reader.model import Analysis, BlockKind, Mark, MarkKind
from tests.app.missing_highlight import keep_missing_highlight
from tests.app.pane_harness import reading_of, settle
from tests.app.screens.test_library_screen import Books, library
from tests.services.weir_library import PIPED, fill
from tests.text.layout.test_layout import TABLE, article

pytestmark = pytest.mark.no_cover

KEYS = {
    "opened": (),
    "quotation": ("n", "n", "n", "n"),
    "voice": ("n", "n", "n", "n", "2", "j"),
    "threads": ("n", "n", "n", "n", "3"),
    "highlight": ("n", "n", "h", "n"),
    "noted": ("n", "n", "h", "a", *"compare the bill", "enter"),
    "search": ("slash", *"wall", "enter", "n", "n"),
    "searching": ("n", "n", "slash", *"the"),
    "selection": ("n", "n", "n", "n", "v", "right_parenthesis"),
    "end": ("G",),
}

every_size = pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])


@pytest.fixture
def dark_and_light(picture):
    """Compare what an app shows, and then what it shows in the light theme."""

    async def compare(at, name):
        picture(at.app, f"{name}-dark")
        at.app.theme = "pullquote-light"
        await at.pilot.pause()
        await at.pilot.pause()
        picture(at.app, f"{name}-light")

    return compare


@every_size
@pytest.mark.parametrize("what", KEYS)
async def test_the_screen_looks_as_it_was_accepted(opened, dark_and_light, what, size):
    async with opened(size) as at:
        await at.press(*KEYS[what])
        await dark_and_light(at, f"reading-{what}-{size[0]}x{size[1]}")


@every_size
async def test_the_list_of_highlights_looks_as_it_was_accepted(opened, dark_and_light, size):
    async with opened(size) as at:
        await at.press("n", "h", "n", "n", "n", "c", "c", "a", *"compare the bill", "enter", "t", *"costs", "enter")
        await at.press("n", "n", "c", "c", "c", "v", "right_parenthesis", "c", "c", "c", "c", "H")
        await at.pilot.pause()
        await dark_and_light(at, f"highlights-{size[0]}x{size[1]}")


FOLLOWING = {
    "voice-alone": ("n", "f"),
    "experts-only": ("F", "e", "n", "n"),
    "scopes": ("F",),
    "thread-alone": ("3", "j", "j", "f"),
    "voices-by-first-mention": ("n", "2", "equals_sign", "equals_sign"),
    "claims-by-voice": ("n", "3", "equals_sign", "equals_sign"),
    "commands": ("colon", *"thread"),
    "help": ("question_mark",),
    "beside": ("n", "vertical_line", "g", "vertical_line"),
}


@every_size
@pytest.mark.parametrize("what", FOLLOWING)
async def test_following_and_its_screens_look_as_they_were_accepted(opened, dark_and_light, what, size):
    async with opened(size) as at:
        await at.press(*FOLLOWING[what])
        await at.pilot.pause()
        await dark_and_light(at, f"{what}-{size[0]}x{size[1]}")


@every_size
async def test_the_library_looks_as_it_was_accepted(opened, dark_and_light, size):
    async with opened(size) as at:
        await at.app.push_screen(library(Books()))
        await at.pilot.pause()
        await dark_and_light(at, f"library-{size[0]}x{size[1]}")


SEARCHES = {
    "search-library": ("slash", "slash", *"gates weir"),
    "search-library-voice": ("slash", "slash", *"voice:roe"),
    "search-library-help": ("slash", "slash"),
    "people": ("V",),
    "person": ("V", "enter"),
}


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
@pytest.mark.parametrize("what", SEARCHES)
async def test_the_search_and_the_people_of_the_library_look_as_they_were_accepted(session, picture, what, size):
    fill(session, PIPED)
    session.search.refresh()
    app = PullquoteApp(session, PIPED[0], theme="pullquote-dark")
    async with app.run_test(size=size) as pilot:
        await settle(pilot, lambda: reading_of(app).analysis is not None)
        await pilot.press(*SEARCHES[what])
        wanted = 0 if what.endswith("help") else 1
        await settle(pilot, lambda: _has_entries(app.screen, wanted))
        await pilot.pause()
        picture(app, f"{what}-{size[0]}x{size[1]}-dark")


def _has_entries(screen, wanted):
    return max(each.count for each in screen.query("PlaceList, PeopleList").results(ListView)) >= wanted


@pytest.mark.parametrize("theme", ["sepia", "contrast", "terminal"])
async def test_the_other_themes_look_as_they_were_accepted(opened, picture, theme):
    async with opened((100, 30)) as at:
        assert change_theme(at.app, theme).endswith("saved")
        await at.press("n", "n", "h", "n", "n")
        picture(at.app, f"theme-{theme}-100x30")


CORRECTING = {
    "speaker": ("n", "n", "n", "w"),
    "name": ("n", "n", "n", "w", *"ill"),
    "kind": ("n", "n", "n", "w", "alt+3"),
    "voice": ("n", "n", "n", "w", "alt+5"),
    "role": ("n", "n", "n", "w", "alt+5", *"role", "enter"),
    "claim": ("right_square_bracket", "right_square_bracket", "w"),
    "thread": ("right_square_bracket", "3", "w", "2"),
    "selection": ("v", "right_parenthesis", "w"),
    "corrected": ("n", "n", "n", "w", *"ilse", "enter", "2"),
}


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
@pytest.mark.parametrize("what", CORRECTING)
async def test_corrections_look_as_they_were_accepted(opened, picture, what, size):
    async with opened(size) as at:
        await at.press(*CORRECTING[what])
        await at.pilot.pause()
        picture(at.app, f"correct-{what}-{size[0]}x{size[1]}-dark")


HIGHLIGHTED = {
    "highlight": ("n", "n", "n", "h", "w", "shift+tab"),
    "highlight-corrected": ("n", "n", "n", "h", "w", "shift+tab", "enter", *"adeyemi", "enter"),
    "place": ("H", "w"),
    "attached": ("H", "w", "enter"),
    "attach": ("v", "right_parenthesis", "w", "alt+2"),
}


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
@pytest.mark.parametrize("what", HIGHLIGHTED)
async def test_corrections_of_highlights_look_as_they_were_accepted(opened, picture, what, size):
    if what in {"place", "attached", "attach"}:
        keep_missing_highlight()
    async with opened(size) as at:
        await at.press(*HIGHLIGHTED[what])
        await at.pilot.pause()
        picture(at.app, f"correct-{what}-{size[0]}x{size[1]}-dark")


KINDS = article(
    (BlockKind.HEADING, "The Gates of Holm", {"level": 1}),
    "What the three towns have, and what they are told to have, stands in the papers of the county.",
    (BlockKind.TABLE, TABLE),
    (BlockKind.CAPTION, "The weir at Holm, seen from the mill on a wet morning after the flood of the second of March"),
    (
        BlockKind.ITEM,
        "a gate that opens towards the sea, and another behind it that opens towards the land",
        {"level": 1},
    ),
    (BlockKind.ITEM, "its key", {"level": 2, "ordered": 3}),
    (BlockKind.CODE, "weir --shut\n  now"),
    (BlockKind.QUOTE, "Nobody asked us what the gates are for, and nobody will ask.", {"level": 1}),
)


@pytest.mark.parametrize(("size", "theme"), [((80, 24), "dark"), ((60, 24), "dark"), ((140, 40), "light")])
async def test_every_kind_of_block_looks_as_it_was_accepted(opened, picture, size, theme):
    caption = next(block for block in KINDS.blocks if block.kind is BlockKind.CAPTION)
    image = Mark(MarkKind.IMAGE, caption.span, "https://weir.example/gate.png")
    made = replace(KINDS, marks=(image,), title="The Gates of Holm")
    async with opened(size, article=made, analysis=Analysis(engine="")) as at:
        at.app.theme = f"pullquote-{theme}"
        await at.press("d", "u")
        picture(at.app, f"kinds-{size[0]}x{size[1]}-{theme}")
