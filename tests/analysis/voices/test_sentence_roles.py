"""The role of a name in its sentence, as a feature of antecedents."""

import pytest

from reader.analysis.voices.resolution.sentence_roles import traits
from reader.model import Span

SUBJECTS = {
    "behind a long adverbial": ("At the yearly meeting of the weary lawyers of Vela, Ivo Trask smiled.", True),
    "behind a long adverbial and a title": (
        "During the long dry summer of the great fire, Judge Ivo Trask left.",
        True,
    ),
    "in apposition inside an adverbial": (
        "In a long letter to the weary old mayor of Vela, Ivo Trask, he smiled.",
        False,
    ),
    "behind a clause, with an apposition": (
        "After the storm had hit the whole coast of Vela, Ivo Trask, 43, left.",
        True,
    ),
    "inside an adverbial": ("At the yearly meeting of the weary lawyers with Ivo Trask, all smiled.", False),
}


@pytest.mark.parametrize(("sentence", "subject"), SUBJECTS.values(), ids=SUBJECTS)
def test_a_name_is_the_subject_after_an_opening_adverbial(sentence, subject):
    start = sentence.index("Ivo Trask")
    words = Span(start, start + len("Ivo Trask"))
    assert ("subject" in traits(sentence, 0, words, asks=None, owner=False)) == subject
