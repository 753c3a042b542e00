"""Words of the lists are found in singular and plural, and names are folded for comparison."""

import pytest

from reader.analysis.voices.names.lists import fold, role_of, singular, skeleton


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
        ("cofounders", "person"),
        ("cousins", "person"),
        ("hydrologist", "expert"),
        ("paediatrician", "expert"),
        ("Geographers", "expert"),
        ("table", None),
    ],
)
def test_a_role_noun_gives_the_kind_of_voice(noun, kind):
    assert role_of(noun) == kind
