"""Keys as the keyboard and the footer show them."""

import pytest

from reader.app.key_names import label_of_keys


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
