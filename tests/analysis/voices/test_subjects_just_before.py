"""“It”, “they” and phrases for a role, after a sentence that names whom they refer to."""

import pytest

from reader.analysis import analyse_quotations
from tests.analysis.short_attribution import article


def speakers(*paragraphs):
    found = analyse_quotations(article("News.", *paragraphs))
    names = {voice.id: voice.name for voice in found.voices}
    return [None if q.voice is None else names[q.voice] for q in found.quotations]


SUBJECTS = {
    "a company": ("The company apologised on Monday. They said that it was late.", "The company"),
    "a family": ("The family left Tarn in May. They said that it was cold.", "The family"),
    "a band in marks": ("The band cancelled the tour. “We are tired,” they said.", "The band"),
    "a body by name": ("Tarn Council has closed the mill. They said that it was old.", "Tarn Council"),
    "a group nearer than a body": ("Tarn United lost. Fans were angry. They said that it was a shame.", "Fans"),
    "a document of an owner": (
        "The ministry's report came out on Friday. It says that the weir leaks.",
        "The ministry's report",
    ),
    "a document with two adjectives": (
        "A new annual report was out. It says that the weir leaks.",
        "A new annual report",
    ),
    "a document by a body": ("A note by the council was found. It says that the weir leaks.", "A note by the council"),
    "a prime minister": ("Norwegian prime minister Ada Roe came. The Norwegian leader said that it leaks.", "Ada Roe"),
}


@pytest.mark.parametrize(("text", "name"), SUBJECTS.values(), ids=SUBJECTS)
def test_who_is_meant_by_the_subject_just_before(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Many left the Tarn Union. They said that it was useless.",
        "Ada Roe left the Tarn Union. They said that she was tired.",
    ],
)
def test_a_body_that_is_left_does_not_speak(text):
    assert "Tarn Union" not in speakers(text)


def test_the_role_of_one_person_is_not_that_of_another_behind_it():
    told = speakers(
        "Ada Roe, the mayor of Tarn, met Otto Reed, a miller. The mayor said that it leaks. The miller said that it "
        "does not."
    )
    assert told == ["Ada Roe", "Otto Reed"]
