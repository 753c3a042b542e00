"""What is told of a voice beside its name."""

import pytest

from reader.model import describe_voice, name_in_sentence, without_article


def test_a_fact_in_the_name_of_a_voice_is_not_repeated():
    told = describe_voice("a clerk at Carrow House", role="clerk", affiliation="Carrow House", outlet="Delta Post")
    assert told == ("", "", "Delta Post")


@pytest.mark.parametrize(
    ("role", "affiliation", "outlet", "known"),
    [
        ("mayor of Oxholm", "Oxholm", None, ("mayor of Oxholm",)),
        ("editor", "Radio Saar", "Radio Saar", ("editor", "Radio Saar")),
        (None, None, "Tove Lind", ()),
        (None, None, "the Tove Lind", ()),
        (None, None, "Lin", ("Lin",)),
        ("", None, "The Sluice", ("The Sluice",)),
        ("columnist of The Sluice", None, "Sluice", ("columnist of The Sluice",)),
        ("reporter", "The Sluice", "Delta Post", ("reporter", "The Sluice", "Delta Post")),
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
def test_no_fact_about_a_voice_is_repeated(role, affiliation, outlet, known):
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
def test_a_name_that_began_a_sentence_is_in_lower_case_within_one(name, within):
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
def test_the_leading_article_is_removed(phrase, without):
    assert without_article(phrase) == without
