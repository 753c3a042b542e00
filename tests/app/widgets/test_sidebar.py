"""The rail shares its height between voices and threads, and is a drawer where the screen is narrow."""

import pytest

from reader.app.rendering.columns import columns
from reader.app.widgets.sidebar import Sidebar
from reader.app.widgets.voice_list import VoiceList
from tests.app.pane_harness import LOADING, Stage, lines, reading


def staged(size, classes=(), read=None, focus=None):
    rail = Sidebar(id="rail")

    def prepare():
        rail.screen.add_class(*classes)
        rail.fit(columns(size[0], alone="-alone" in classes), alone="-alone" in classes)
        rail.show(read or reading(9))
        rail.mount_lists()
        if focus:
            rail.query_one(focus).focus()

    return rail, Stage(rail, prepare=prepare).run_test(size=size)


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
async def test_voices_get_what_they_need_as_far_as_the_threads_leave_it(height, focus, voices, threads):
    rail, run = staged((140, height), focus=focus)
    async with run as pilot:
        await pilot.pause()
        assert (rail.voices.size.height, rail.threads.size.height) == (voices, threads)


async def test_where_both_do_not_fit_threads_fold_while_a_person_is_in_the_voices():
    rail, run = staged((140, 20), focus="#voices")
    async with run as pilot:
        await pilot.pause()
        assert rail.voices.size.height == 13
        assert len([line for line in lines(rail.threads) if line]) == 6
        rail.threads.focus()
        await pilot.pause()
        await pilot.pause()
        assert any("Joon Park" in line for line in lines(rail.threads))


async def test_the_drawer_leaves_gutter_and_map_in_sight_and_casts_a_shadow():
    rail, run = staged((80, 24), ("-narrow", "-drawer"))
    async with run as pilot:
        await pilot.pause()
        assert (rail.region.x, rail.region.right) == (23, 76)
        assert rail.region.height == 23
        assert rail.voices.region.x == 25
        assert rail.voices.size.width == 50


async def test_a_closed_drawer_is_not_there():
    rail, run = staged((80, 24), ("-narrow",))
    async with run as pilot:
        await pilot.pause()
        assert not rail.display


async def test_a_drawer_on_a_small_terminal_takes_the_whole_width():
    rail, run = staged((60, 20), ("-narrow", "-drawer"))
    async with run as pilot:
        await pilot.pause()
        assert (rail.region.x, rail.region.width) == (0, 60)
        assert not rail.has_class("-shadow")


@pytest.mark.parametrize("name", ["voices", "threads"])
async def test_a_list_alone_has_the_whole_height_and_stands_where_the_text_stood(name):
    rail, run = staged((80, 24), ("-narrow", "-alone", f"-{name}"))
    async with run as pilot:
        await pilot.pause()
        pane = rail.query_one(f"#{name}")
        assert pane.region.x == columns(80, alone=True).start - 1
        assert pane.size.height >= 22
        other = rail.threads if name == "voices" else rail.voices
        assert not other.display


async def test_both_lists_wait_for_the_engine():
    rail, run = staged((140, 36), read=LOADING)
    async with run as pilot:
        await pilot.pause()
        assert lines(rail.voices)[0].endswith("finding voices…")
        assert lines(rail.threads)[0].endswith("finding threads…")


@pytest.mark.parametrize("height", [1, 2, 3, 4])
async def test_a_rail_of_hardly_any_height_breaks_nothing(height):
    rail, run = staged((140, height))
    async with run as pilot:
        await pilot.pause()
        assert rail.query_one(VoiceList).size.height <= height
