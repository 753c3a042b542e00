"""What has changed in some words is shown in signs."""

import pytest

from reader.app.viewmodels.word_difference import difference


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("a b c", "a b c", "the same words"),
        ("a b c", "a x c", "a [-b-] {+x+} c"),
        ("a b c d e f g h", "a b c d e f g i", "… f g [-h-] {+i+}"),
        ("a b c d e f g h", "x b c d e f g i", "[-a-] {+x+} b c … f g [-h-] {+i+}"),
        ("a b", "a b c", "a b {+c+}"),
        ("a b", "b", "[-a-] b"),
    ],
)
def test_a_difference_shows_what_is_gone_and_what_is_new(one, other, shown):
    assert difference(one, other) == shown
