"""Every word list is sorted, names its origin, and is read by one loader."""

import re
from pathlib import Path

import pytest

from reader import analysis
from reader.analysis.words import lexicon
from reader.analysis.words.grammar import ROLE_ENDINGS, is_role

PACKAGES = Path(analysis.__file__).parent
LISTS = sorted(PACKAGES.glob("data/*.txt")) + sorted(PACKAGES.glob("*/data/*.txt"))


def package_of(path: Path) -> str:
    """The package of a word list."""
    return path.parents[1].name


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{package_of(path) or 'analysis'}-{path.stem}")
def test_a_word_list_is_sorted_without_repeats_and_names_its_origin(path):
    head, *rest = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    assert head.endswith(".")
    assert rest == sorted(rest)
    assert rest == list(dict.fromkeys(lexicon.lines(path.stem, package_of(path))))


@pytest.mark.parametrize("name", lexicon.table("closed_classes"))
def test_the_words_of_a_class_are_sorted_without_repeats(name):
    words = lexicon.table("closed_classes")[name][0].split()
    assert words == sorted(set(words))


CONSTRUCTIONS = [("voices", *line.split("\t")) for line in lexicon.lines("constructions", "voices")]


@pytest.mark.parametrize(("package", "name", "way", "example"), CONSTRUCTIONS)
def test_a_construction_is_found_in_its_example(package, name, way, example):
    found = re.search(lexicon.with_named(way, package), example, re.IGNORECASE)
    assert found is not None
    assert re.search(lexicon.pattern(name, package), example, re.IGNORECASE) is not None


def test_a_noun_that_the_rules_know_for_a_role_is_in_no_list():
    roles, speaking = lexicon.entries("role_nouns"), lexicon.entries("speaking_nouns")
    assert not [word for word in roles if word.endswith(ROLE_ENDINGS)]
    assert not [word for word in speaking if is_role(word) or is_role(word.removesuffix("s")) or word.endswith("men")]


def test_three_packages_have_lists():
    assert {package_of(path) for path in LISTS} == {"words", "argument", "voices"}


def test_lists_of_one_name_in_two_packages_differ():
    assert "shah" in lexicon.entries("roles", "voices")
    assert lexicon.entries("titles") != lexicon.entries("titles", "voices")


def test_columns_are_separated_by_tabs():
    assert lexicon.table("roles", "voices")["fellow"] == ("expert",)
    assert "fellow\texpert" in lexicon.lines("roles", "voices")


def test_a_short_word_that_ends_like_a_role_is_none():
    assert [word for word in ("gist", "list", "twist", "cyclist", "artist") if is_role(word)] == ["cyclist", "artist"]
