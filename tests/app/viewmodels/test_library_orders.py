"""How far an article was read is said in a sign and words."""

import pytest

from reader.app.viewmodels.library_orders import progress_of
from reader.store import LibraryEntry


@pytest.mark.parametrize(
    ("read", "percent", "words"),
    [
        ("", None, "○ unread"),
        ("2026", None, "◐ begun"),
        ("2026", 0, "◐ begun"),
        ("2026", 62, "◐ 62% read"),
        ("2026", 99, "◐ 99% read"),
        ("2026", 100, "● read"),
    ],
)
def test_progress_has_a_sign_and_a_word(read, percent, words):
    assert progress_of(LibraryEntry("a", "./a.txt", "A", None, None, read, 9, 0, percent=percent)) == words
