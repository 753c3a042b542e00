"""Keys as the keyboard and the footer show them."""

from types import SimpleNamespace

import pytest

from reader.app.key_names import keys_for, label_of_keys
from reader.app.rendering.ascii_filter import AsciiFilter


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("j,down", "j ↓"),
        ("space,pagedown", "Space PgDn"),
        ("right_square_bracket", "]"),
        ("question_mark", "?"),
        ("full_stop", "."),
        ("shift+tab", "Shift+Tab"),
        ("ctrl+o", "Ctrl+O"),
        ("G,end", "G End"),
        ("escape", "Esc"),
        ("alt+e,alt+E", "Alt+E"),
    ],
)
def test_keys_are_shown_as_on_the_keyboard(key, words):
    assert label_of_keys(key) == words


@pytest.mark.parametrize(
    ("text_filter", "shown"),
    [(None, "k ↑   a → Esc"), (AsciiFilter(), "k Up   a Right Esc")],
)
def test_arrows_are_words_where_signs_are_not_shown(text_filter, shown):
    assert keys_for(SimpleNamespace(text_filter=text_filter), "k ↑   a → Esc") == shown
