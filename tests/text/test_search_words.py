"""Words are compared without case and accents; Chinese, Japanese and Korean in overlapping pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.search_words import fold, plain_form, words_of


def folded(text):
    return [word.folded for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Weir, at Holm!", ["the", "weir", "at", "holm"]),
        ("Die STRASSE, die Straße", ["die", "strasse", "die", "strasse"]),
        ("naïve Ærø Łódź", ["naive", "aero", "lodz"]),
        ("e\u0301te\u0301", ["ete"]),
        ("O’Neil's well-known_word 3.5", ["o", "neil", "s", "well", "known", "word", "3", "5"]),
        ("水力发电", ["水力", "力发", "发电", "电"]),
        ("水", ["水"]),
        ("GPU水力X", ["gpu", "水力", "力", "x"]),
        ("한국어", ["한국", "국어", "어"]),
        ("ﾃﾞｰﾀ", ["テ\uff9e", "\uff9eー", "ータ", "タ"]),
        ("…—“” _", []),
    ],
)
def test_words_are_cut_and_folded(text, words):
    assert folded(text) == words


@given(st.text())
def test_a_word_has_its_span_of_the_text_and_only_letters_and_digits(text):
    for word in words_of(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.folded
        assert fold(word.folded) == word.folded or len(word.folded) <= 2


@given(st.text())
def test_a_plain_form_has_a_character_for_each(text):
    plain = plain_form(text)
    assert plain is None or len(plain) == len(text)
