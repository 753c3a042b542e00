"""The foldings keep what their users rely on."""

import pytest

from reader.text import foldings
from reader.text.foldings import (
    AS_TYPED,
    ASCII_CELLS,
    ASCII_SPELLING,
    DASHES,
    DOUBLE_QUOTES,
    SAME_PASSAGE,
    SINGLE_QUOTES,
)

ALL = {name: value for name, value in vars(foldings).items() if isinstance(value, dict) and name.isupper()}


@pytest.mark.parametrize("name", ALL)
def test_a_folding_maps_single_characters_and_none_to_itself(name):
    assert all(len(character) == 1 and character != to for character, to in ALL[name].items())


@pytest.mark.parametrize("name", ["SAME_PASSAGE", "ASCII_CELLS", "NESTED_QUOTES", "WORD_FORMS", "PLAIN_BLANKS"])
def test_foldings_that_must_keep_offsets_map_one_character_to_one(name):
    assert {len(to) for to in ALL[name].values()} == {1}


def test_marks_and_dashes_are_compared_and_typed_as_the_same_signs():
    for marks, to in ((SINGLE_QUOTES, "'"), (DOUBLE_QUOTES, '"'), (DASHES, "-")):
        assert {SAME_PASSAGE[mark] for mark in marks} == {AS_TYPED[mark] for mark in marks} == {to}


def test_a_text_for_ascii_has_nothing_else():
    assert "".join([*ASCII_CELLS.values(), *ASCII_SPELLING.values()]).isascii()
