"""Marks beside a name without a verb of saying: a label, a mood, a feeling about something tell whose they are."""

import pytest

from tests.analysis.attributing import found

_LET = "“Let the mayor live here for a week.”"

# a sentence, and whose the marks in it are
LABELS = [
    (f"Otto Reed – {_LET}", "Otto Reed"),
    (f"Otto Reed, {_LET}", "Otto Reed"),
    (f"As for Otto Reed, {_LET}", "Otto Reed"),
    (f"Otto Reed on the flood: {_LET}", "Otto Reed"),
    (f"Otto Reed of the Mill Diary about rents: {_LET}", "Otto Reed of the Mill Diary"),
    (f"Meanwhile in Ferry, Otto Reed: {_LET}", "Otto Reed"),
    (f"Otto Reed is angry at the rule that does not allow boats here, {_LET}", "Otto Reed"),
    ("Otto Reed was blunt. “It will never end.”", "Otto Reed"),
]


@pytest.mark.parametrize(("sentence", "mention"), LABELS)
def test_a_name_beside_marks_tells_whose_they_are(sentence, mention):
    [(kind, who, [words])] = found("News.", sentence)
    assert (kind, who) == ("direct", mention)
    assert words[0] + words[-1] == "“”"


# marks that are no speech of the name beside them
NOBODYS = [
    "Lower Tarn, “City of Mills”, has a fair.",
    "Otto Reed – “the Eel” to friends – left at noon.",
    "Otto Reed was late. “The Long Eel” was on.",
]


@pytest.mark.parametrize("sentence", NOBODYS)
def test_a_name_beside_a_term_or_a_title_speaks_nothing(sentence):
    assert found("News.", sentence) == []
