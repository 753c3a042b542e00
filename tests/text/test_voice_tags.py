"""Every voice has a short tag of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.voice_tags import make_tags


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        (("Xi", "Lanfen"), "XL"),
        (("The", "Economist"), "Ec"),
        (("Wu", "Fuji"), "WF"),
        (("@ahmed",), "Ah"),
        (("a", "senior", "official"), "SO"),
        (("a",), "AA"),
        ((), "XA"),
        (("“”",), "XA"),
    ],
)
def test_a_tag_is_made_of_initials(words, tag):
    assert make_tags([words]) == (tag,)


def test_the_same_initials_get_another_letter():
    assert make_tags([("Ann", "Bell"), ("Amy", "Barr"), ("Abe", "Bean")]) == ("AB", "Aa", "Ae")


def test_many_voices_of_one_name_are_counted_on():
    made = make_tags([("Bo",)] * 40)
    assert made[:2] == ("Bo", "BA")
    assert made[-1] == "B13"
    assert len(set(made)) == 40


@given(st.lists(st.lists(st.text("ABab’-", min_size=0, max_size=4), max_size=3).map(tuple), max_size=80))
def test_no_two_voices_share_a_tag(names):
    made = make_tags(names)
    assert len(set(made)) == len(names)
    assert all(len(tag) >= 2 and tag[0].isupper() for tag in made)
