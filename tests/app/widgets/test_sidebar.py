"""The sidebar divides its height between voices and threads, and is a drawer on a narrow screen."""

import pytest

from reader.app.rendering.columns import columns
from reader.app.widgets.sidebar import Sidebar
from reader.app.widgets.voice_list import VoiceList
from tests.app.pane_harness import LOADING, PaneApp, lines, reading


def shown_list(size, classes=(), read=None, focus=None):
    rail = Sidebar(id="rail")

    def prepare():
        rail.screen.add_class(*classes)
        rail.fit(columns(size[0], alone="-alone" in classes), alone="-alone" in classes)
        rail.show(read or reading(9))
        rail.mount_lists()
        if focus:
            rail.query_one(focus).focus()

    return rail, PaneApp(rail, prepare=prepare).run_test(size=size)


@pytest.mark.parametrize(
    ("height", "focus", "voices", "threads"),
    [
        (36, None, 13, 22),
        (24, None, 13, 10),
        (16, None, 9, 6),
        (16, "#voices", 9, 6),
        (16, "#threads", 6, 9),
        (14, "#voices", 7, 6),
    ],
)
async def test_voices_get_the_rows_they_need_if_threads_leave_them(height, focus, voices, threads):
    rail, run = shown_list((140, height), focus=focus)
    async with run as pilot:
        await pilot.pause()
        assert (rail.voices.size.height, rail.threads.size.height) == (voices, threads)


async def test_threads_show_titles_only_if_both_do_not_fit_and_voices_have_the_focus():
    rail, run = shown_list((140, 20), focus="#voices")
    async with run as pilot:
        await pilot.pause()
        assert rail.voices.size.height == 13
        assert len([line for line in lines(rail.threads) if line]) == 6
        rail.threads.focus()
        await pilot.pause()
        await pilot.pause()
        assert any("Joon Park" in line for line in lines(rail.threads))


async def test_the_drawer_leaves_title_footer_gutter_and_map_visible_and_has_a_shadow():
    rail, run = shown_list((80, 24), ("-narrow", "-drawer"))
    async with run as pilot:
        await pilot.pause()
        assert (rail.region.x, rail.region.right) == (23, 76)
        assert (rail.region.y, rail.region.bottom) == (1, 23)
        assert rail.voices.region.x == 25
        assert rail.voices.size.width == 50


async def test_a_closed_drawer_is_not_displayed():
    rail, run = shown_list((80, 24), ("-narrow",))
    async with run as pilot:
        await pilot.pause()
        assert not rail.display


async def test_a_drawer_on_a_small_terminal_has_its_whole_width():
    rail, run = shown_list((60, 20), ("-narrow", "-drawer"))
    async with run as pilot:
        await pilot.pause()
        assert (rail.region.x, rail.region.width) == (0, 60)
        assert not rail.has_class("-shadow")


@pytest.mark.parametrize("name", ["voices", "threads"])
async def test_a_list_shown_alone_has_the_height_and_place_of_the_text(name):
    rail, run = shown_list((80, 24), ("-narrow", "-alone", f"-{name}"))
    async with run as pilot:
        await pilot.pause()
        pane = rail.query_one(f"#{name}")
        assert pane.region.x == columns(80, alone=True).start - 1
        assert pane.size.height >= 22
        other = rail.threads if name == "voices" else rail.voices
        assert not other.display


async def test_both_lists_say_that_the_analysis_is_running():
    rail, run = shown_list((140, 36), read=LOADING)
    async with run as pilot:
        await pilot.pause()
        assert lines(rail.voices)[0].endswith("finding voices…")
        assert lines(rail.threads)[0].endswith("finding threads…")


@pytest.mark.parametrize("height", [1, 2, 3, 4])
async def test_a_sidebar_of_few_rows_does_not_fail(height):
    rail, run = shown_list((140, height))
    async with run as pilot:
        await pilot.pause()
        assert rail.query_one(VoiceList).size.height <= height
