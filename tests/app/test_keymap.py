"""A person's own keys."""

import pytest
from textual.binding import Binding

from reader.app.app import PullquoteApp
from reader.app.keymap import binding_groups, check_keymap, key_labels, with_keymap
from reader.config import paths
from tests.app.pane_harness import lines, settle

GROUPS = binding_groups(PullquoteApp.BINDINGS)


def test_free_keys_can_be_used():
    asked = {"move.down": "J, ctrl+e", "quotation.next": "N", "quotation.previous": "n", "app.quit": "f10"}
    assert check_keymap(asked, GROUPS) == ({**asked, "move.down": "J,ctrl+e"}, {})


@pytest.mark.parametrize(
    ("name", "keys", "reason"),
    [
        ("move.dwn", "x", "unknown name; did you mean move.down?"),
        ("quux", "x", "unknown name (pullquote keys"),
        ("move.down", "foo", "foo is not a key"),
        ("move.down", "hyperctrl+j", "is not a key"),
        ("move.down", "j,,k", "nothing is not a key"),
        ("move.down", "x", "x is already the key of highlight.delete (delete the highlight here)"),
        ("move.down", "?", "question_mark is already the key of app.help"),
        ("list.down", "k", "k is already the key of list.up"),
        ("app.quit", "q", "q is already the key of app.leave"),
    ],
)
def test_a_mistake_is_reported_and_the_default_stays(name, keys, reason):
    usable, faults = check_keymap({name: keys}, GROUPS)
    assert usable == {}
    assert reason in faults[name]


def test_of_two_requests_for_a_key_the_first_wins():
    usable, faults = check_keymap({"move.down": "J", "move.up": "J"}, GROUPS)
    assert usable == {"move.down": "J"}
    assert faults["move.up"].startswith("J is already the key of move.down")


@pytest.mark.parametrize("key", ["+", "comma", "pagedown", "f5", "ctrl+alt+x", "apostrophe", "slash", "é"])
def test_keys_can_be_given_by_name(key):
    assert check_keymap({"move.down": key}, [[Binding("j", "step", id="move.down")]])[1] == {}


def test_keys_of_lists_may_be_keys_of_the_article():
    assert check_keymap({"list.down": "n"}, GROUPS)[1] == {}
    assert check_keymap({"threads.order": "="}, GROUPS)[1] == {}


def test_each_binding_is_listed_once_with_its_keys():
    every = with_keymap(GROUPS, {"move.down": "J"})
    assert len({key.id for key in every}) == len(every)
    assert next(key.key for key in every if key.id == "move.down") == "J"


@pytest.mark.parametrize(
    ("words", "in_list", "shown"),
    [("n N", False, "Ctrl+J N"), ("Enter", True, "f"), ("=", True, "="), ("} {", False, "} {"), ("Esc", False, "F2")],
)
def test_the_footer_shows_the_persons_keys(words, in_list, shown):
    keymap = {"quotation.next": "ctrl+j,x", "list.open": "f", "app.back": "f2"}
    assert key_labels(keymap).relabel(words, in_list=in_list) == shown


async def test_keys_of_config_toml_are_used_and_mistakes_reported_at_the_start(opened, tmp_path):
    (tmp_path / "home").mkdir()
    paths().config.write_text(
        '[keys]\nmove.down = "J"\n"quotation.next" = "f5,ctrl+j"\n"move.sideways" = "x"\n', encoding="utf-8"
    )
    async with opened((140, 40)) as at:
        await settle(at.pilot, lambda: "move.sideways in line 4" in " ".join(lines(at.screen.panes.footer)))
        assert "move.sideways in line 4: unknown name" in " ".join(lines(at.screen.panes.footer))
        await at.press("j")
        assert at.reading.cursor == 0
        await at.press("G", "f5")
        left = at.reading.cursor
    async with opened((140, 40)) as at:
        await settle(at.pilot, lambda: at.reading.cursor == left)
        assert "move.sideways in line 4" in " ".join(lines(at.screen.panes.footer))
        await at.press("g")
        await at.press("J", "f5")
        assert at.reading.stop == 0
        assert at.said.startswith("F5 N quotation")
        await at.press("question_mark")
        assert any("F5 Ctrl+J" in row for row in lines(at.app.screen.query_one("FactSheet")))
