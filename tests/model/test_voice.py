"""What is told of a voice beside its name."""

import pytest

from reader.model import distinct


def test_what_the_name_of_a_voice_says_is_told_no_more():
    assert distinct("a clerk at Carrow House", ("clerk", "Carrow House", "Delta Post")) == ("Delta Post",)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (("mayor of Oxholm", "Oxholm", None), ("mayor of Oxholm",)),
        (("editor", "Radio Saar", "Radio Saar"), ("editor", "Radio Saar")),
        ((None, None, "Tove Lind"), ()),
        (("", None, "The Sluice"), ("The Sluice",)),
        (("reporter", "The Sluice", "Delta Post"), ("reporter", "The Sluice", "Delta Post")),
    ],
)
def test_no_fact_about_a_voice_is_told_twice(facts, told):
    assert distinct("Tove Lind", facts) == told
