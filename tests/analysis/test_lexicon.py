"""Every word list of the engine is sorted, says where it comes from, and is read by one loader."""

from pathlib import Path

import pytest

from reader import analysis
from reader.analysis.words import lexicon
from reader.analysis.words.grammar import ROLE_ENDINGS, is_role

ROOMS = Path(analysis.__file__).parent
LISTS = sorted(ROOMS.glob("data/*.txt")) + sorted(ROOMS.glob("*/data/*.txt"))


def room_of(path: Path) -> str:
    """The room of a list."""
    return path.parents[1].name


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{room_of(path) or 'analysis'}-{path.stem}")
def test_a_word_list_is_sorted_without_repeats_and_says_where_it_comes_from(path):
    head, *rest = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    assert head.endswith(".")
    assert rest == sorted(rest)
    assert rest == list(dict.fromkeys(lexicon.lines(path.stem, room_of(path))))


@pytest.mark.parametrize("name", lexicon.table("closed_classes"))
def test_the_words_of_a_class_are_sorted_without_repeats(name):
    words = lexicon.table("closed_classes")[name][0].split()
    assert words == sorted(set(words))


def test_a_noun_that_the_rules_know_for_a_role_is_in_no_list():
    roles, speaking = lexicon.entries("role_nouns"), lexicon.entries("speaking_nouns")
    assert not [word for word in roles if word.endswith(ROLE_ENDINGS)]
    assert not [word for word in speaking if is_role(word) or is_role(word.removesuffix("s")) or word.endswith("men")]


def test_every_room_has_lists():
    assert {room_of(path) for path in LISTS} == {"words", "argument", "voices"}


def test_a_list_of_a_room_is_not_the_list_of_that_name_of_another():
    assert "shah" in lexicon.entries("roles", "voices")
    assert lexicon.entries("titles") != lexicon.entries("titles", "voices")


def test_what_stands_behind_a_tab_is_a_column():
    assert lexicon.table("roles", "voices")["fellow"] == ("expert",)
    assert "fellow\texpert" in lexicon.lines("roles", "voices")
