"""What is told of a voice beside its name."""

import pytest

from reader.model import describe_voice, name_in_sentence, without_article


def test_what_the_name_of_a_voice_says_is_told_no_more():
    told = describe_voice("a clerk at Carrow House", role="clerk", affiliation="Carrow House", outlet="Delta Post")
    assert told == ("", "", "in: Delta Post")


@pytest.mark.parametrize(
    ("role", "affiliation", "outlet", "known"),
    [
        ("mayor of Oxholm", "Oxholm", None, ("mayor of Oxholm",)),
        ("editor", "Radio Saar", "Radio Saar", ("editor", "Radio Saar")),
        (None, None, "Tove Lind", ()),
        (None, None, "the Tove Lind", ()),
        (None, None, "Lin", ("in: Lin",)),
        ("", None, "The Sluice", ("in: The Sluice",)),
        ("columnist of The Sluice", None, "Sluice", ("columnist of The Sluice",)),
        ("reporter", "The Sluice", "Delta Post", ("reporter", "The Sluice", "in: Delta Post")),
        ("a miller", None, None, ("miller",)),
        ("Its chief executive", "Oxholm Foods", None, ("chief executive", "Oxholm Foods")),
        ("the bank’s deputy governor", "Bank of Oxholm", None, ("deputy governor", "Bank of Oxholm")),
        ("unions' lawyer", "Unions of Oxholm", None, ("lawyer", "Unions of Oxholm")),
        ("the bank’s lawyer", "Mill of Oxholm", None, ("bank’s lawyer", "Mill of Oxholm")),
        ("the bank’s lawyer", None, None, ("bank’s lawyer",)),
        ("His daughter", None, None, ("his daughter",)),
        ("Historian", None, None, ("Historian",)),
    ],
)
def test_no_fact_about_a_voice_is_told_twice_and_an_outlet_is_no_employer(role, affiliation, outlet, known):
    assert describe_voice("Tove Lind", role=role, affiliation=affiliation, outlet=outlet).parts == known


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("My wife", "my wife"),
        ("A senior official", "a senior official"),
        ("The Sluice", "The Sluice"),
        ("His Holiness", "His Holiness"),
        ("Thea Lind", "Thea Lind"),
        ("Critics of the weir", "Critics of the weir"),
    ],
)
def test_what_began_a_sentence_is_small_within_one(name, within):
    assert name_in_sentence(name) == within


@pytest.mark.parametrize(
    ("phrase", "without"),
    [
        ("the Delta Institute", "Delta Institute"),
        ("An expert", "expert"),
        ("Theodor", "Theodor"),
        (None, ""),
        ("a", "a"),
    ],
)
def test_a_phrase_loses_its_article(phrase, without):
    assert without_article(phrase) == without
