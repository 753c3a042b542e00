"""The help screen is made from the bindings and filtered while typing."""

import pytest
from textual.binding import Binding

from reader.app.bindings import READING_BINDINGS
from reader.app.keymap import BEGINNER_KEYS, by_topic
from reader.app.screens.help_screen import SIGNS, HelpScreen
from reader.app.widgets.fact_sheet import FactSheet
from reader.app.widgets.list_view import ListView
from tests.app.pane_harness import PaneApp, lines

SOME = [
    Binding("j,down", "step(1)", "a line down", id="move.down"),
    Binding("n", "next", "next quotation", id="quotation.next"),
    Binding("s", "same", "next quotation of the same voice", id="voice.next"),
    Binding("4", "digit(4)", "", id="article.link_4"),
    Binding("ctrl+c", "quit", "quit", id="app.quit"),
    Binding("w", "wave", "wave", id="hands.wave"),
    Binding("f1", "other", "something without an id"),
]


def shown(app):
    return [line.strip() for line in lines(app.screen.query_one(FactSheet)) if line.strip()]


async def test_keys_are_in_groups_with_descriptions():
    app = PaneApp()
    async with app.run_test(size=(80, 40)) as pilot:
        await app.push_screen(HelpScreen(SOME))
        await pilot.pause()
        assert [" ".join(line.split()) for line in shown(app)] == [
            f"Keys {6 + len(SIGNS)}",
            "Basics",
            "n next quotation",
            "s next quotation of the same voice",
            "j ↓ a line down",
            "Signs",
            *(f"{sign} {words}" for sign, words in SIGNS),
            "Program",
            "Ctrl+C quit",
            "F1 something without an id",
            "Hands",
            "w wave",
        ]


async def test_the_first_rows_are_the_basic_keys():
    app = PaneApp()
    async with app.run_test(size=(80, 26)) as pilot:
        await app.push_screen(HelpScreen(READING_BINDINGS))
        await pilot.pause()
        rows = shown(app)
        assert rows[1] == "Basics"
        needed = {key.id: key.description for key in READING_BINDINGS if key.id in BEGINNER_KEYS}
        assert len(needed) == len(BEGINNER_KEYS)
        assert all(any(words in row for row in rows[:20]) for words in needed.values())


def test_each_key_is_shown_once():
    shown_ids = [key.id for _, keys in by_topic(READING_BINDINGS) for key in keys]
    assert sorted(map(str, shown_ids)) == sorted(str(key.id) for key in READING_BINDINGS)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("next quotation", 2), ("same quot", 1), ("QUOT", 3), ("ctrl", 1), ("basics", 3), ("nothing like it", 0)],
)
async def test_letters_filter_by_key_words_and_group(typed, found):
    app = PaneApp()
    async with app.run_test(size=(80, 40)) as pilot:
        await app.push_screen(HelpScreen(SOME))
        await pilot.press("slash")
        await pilot.press(*typed.replace(" ", "_").replace("_", " ").split(" ")[0])
        for word in typed.split(" ")[1:]:
            await pilot.press("space", *word)
        await pilot.pause()
        assert shown(app)[0].endswith(f"{found} of {6 + len(SIGNS)}")
        assert ("No key matches." in shown(app)) == (found == 0)


async def test_esc_empties_the_filter_and_then_returns():
    app = PaneApp()
    async with app.run_test(size=(80, 40)) as pilot:
        await app.push_screen(HelpScreen(SOME))
        await pilot.press("slash", "q")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        assert shown(app)[0].split() == ["Keys", str(6 + len(SIGNS))]
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize("key", ["q", "question_mark", "escape"])
async def test_one_key_closes_the_help(key):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(HelpScreen(SOME))
        await pilot.press(key)
        await pilot.pause()
        assert not isinstance(app.screen, HelpScreen)


async def test_the_help_scrolls_with_the_keys_of_an_article():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(HelpScreen(READING_BINDINGS))
        await pilot.pause()
        first = shown(app)
        await pilot.press("j", "j")
        assert shown(app) != first
        await pilot.press("k", "k")
        assert shown(app) == first
        await pilot.press("space")
        assert first[-1] not in shown(app)[3:]
        await pilot.press("b")
        assert shown(app) == first


async def test_the_line_of_a_key_comes_first_when_its_name_is_typed():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(HelpScreen(READING_BINDINGS))
        for key, words in (("N", "previous quotation (or match)"), ("e", "export")):
            await pilot.press("slash", key)
            await pilot.pause()
            assert words in shown(app)[2]
            await pilot.press("escape")


async def test_all_keys_of_the_program_can_be_reached_on_a_small_screen():
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(
            HelpScreen([*READING_BINDINGS, *(each for each in ListView.BINDINGS if isinstance(each, Binding))])
        )
        await pilot.pause()
        seen = set(shown(app))
        for _ in range(6):
            await pilot.press("pagedown")
            seen |= set(shown(app))
        assert all(any(binding.description in line for line in seen) for binding in READING_BINDINGS)
        await pilot.press(*["up"] * 3, "down", *["pageup"] * 8)
        assert shown(app)[1] == "Basics"
