"""The word lists are sorted files that say where they come from, and words are compared under one folding."""

from pathlib import Path

import pytest

import reader.analysis.voices as room
from reader.analysis.voices.lists import entries, fold, role_of, singular, skeleton

DATA = sorted((Path(room.__file__).parent / "data").glob("*.txt"))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_a_word_list_is_sorted_and_says_where_it_comes_from(path):
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    assert head.endswith(".")
    assert lines == sorted(lines)
    assert len(entries(path.stem)) == len(lines)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("ministries", "ministry"),
        ("bosses", "boss"),
        ("women", "woman"),
        ("officials", "official"),
        ("ties", "tie"),
        ("bus", "bus"),
        ("press", "press"),
        ("Judge's", "judge"),
        ("coaches", "coach"),
    ],
)
def test_a_noun_has_a_singular(plural, one):
    assert singular(plural) == one


def test_folding_drops_case_accents_points_hyphens_and_possessives():
    assert fold("Díaz’s") == fold("diaz") == "diaz"
    assert fold("U.S.") == "us"
    assert fold("El-Bagh") == "elbagh"


def test_variants_of_a_transliteration_have_one_skeleton():
    assert skeleton("Yussef") == skeleton("Yusef") == skeleton("Yusef")
    assert skeleton("Jannoub") == skeleton("Janoub")


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("fellow", "expert"),
        ("Senators", "official"),
        ("ex-minister", "official"),
        ("co-blogger", "journalist"),
        ("table", None),
    ],
)
def test_a_role_noun_tells_the_kind_of_voice(noun, kind):
    assert role_of(noun) == kind
