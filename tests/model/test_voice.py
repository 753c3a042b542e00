"""What is told of a voice beside its name."""

import pytest

from reader.model import distinct


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
