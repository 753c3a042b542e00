"""Things and events are no speakers; the next noun phrase that can speak is."""

import pytest

from reader.analysis import analyse
from tests.analysis.short_attribution import article

BLOCK = "The gates are shut, and nobody told us why. We have waited for weeks!"


def heard(*paragraphs: str) -> list[str | None]:
    """The names of the speakers of the quotations in these paragraphs."""
    found = analyse(article(*paragraphs))
    names = {voice.id: voice.name for voice in found.voices}
    return [None if q.voice is None else names[q.voice] for q in found.quotations]


THINGS = [  # the speakers in a sentence
    ("Ada Roe opened the weir and called it “a day of joy” – a move cheered by many.", ["Ada Roe"]),
    ("Roe swore: “We will never open it again” – a decision welcomed by many.", ["Roe"]),
    ("“We will never open it again” – a miller told us.", ["a miller"]),
    ("The explosion suggested that the weir was old.", []),
    ("Forty millers bravely published [fa] a statement saying that it leaks.", ["Forty millers"]),
    ("Two unions drafted a petition demanding that the weir be opened.", ["Two unions"]),
    ("Ada Roe received a letter saying that it leaks.", ["a letter"]),
    ("Ada Roe left the strike after it began, saying that it leaks.", ["Ada Roe"]),
    ("UPDATE: Ada Roe left the strike after it began, saying that it leaks.", ["Ada Roe"]),
    ("Ada Roe left the strike after Ivo Lind spoke, saying that it leaks.", ["Ada Roe"]),
    ("My statements said that it leaks.", []),
    ("According to my statements, it leaks.", []),
    ("My sister said that it leaks.", ["My sister"]),
    ("My neighbour’s letter said that it leaks.", ["My neighbour’s letter"]),
    ("The caption below the photograph said that it leaks.", ["The caption below the photograph"]),
    ("Correction: The caption below the photograph said that it leaks.", []),
    (
        "Correction added May 3, 2021: The caption below the photograph of Lind made an unconfirmed statement that it leaks.",
        [],
    ),
    ("Correction: Roe said that it leaks.", ["Roe"]),
    ("The letter below the photograph said that it leaks.", ["The letter below the photograph"]),
    ("A letter repeated that the weir will break.", ["A letter"]),
    ("Roe’s guild repeated over and over: the weir will break.", ["Roe’s guild"]),
    ("Another: “It rains.”", ["Another"]),
    ("Lind: “It rains.”", ["Lind"]),
    ("Some organisations including Tarn Watch said that it leaks.", ["Some organisations including Tarn Watch"]),
    ("Some plan a trip with the windfall and others complain that it is too little.", ["others"]),
]


@pytest.mark.parametrize(("sentence", "names"), THINGS)
def test_a_thing_or_an_event_is_no_speaker(sentence, names):
    assert heard(sentence) == names


LEAD_INS = [  # the speakers of the block under a lead-in
    ("The protests went on in Tarn, and the anger grew as Ada Roe wrote:", ["Ada Roe"]),
    ("Four days before the march, activist Ada Roe laid out her reasons, comparing it to 1990:", ["Ada Roe"]),
]


@pytest.mark.parametrize(("leadin", "names"), LEAD_INS)
def test_a_thing_or_an_event_is_no_source_of_a_block(leadin, names):
    assert heard(leadin, BLOCK, "It rained.") == names


LABELS = [  # the speakers of a labelled paragraph between two posts
    ("Terms of Use: https://tarn.example/terms", []),
    ("Terms of Use: the weir is shut, and nobody told us why.", []),
    ("Ada Roe: the weir is shut, and nobody told us why.", ["Ada Roe"]),
]


@pytest.mark.parametrize(("paragraph", "names"), LABELS)
def test_a_label_of_content_is_no_speaker(paragraph, names):
    found = heard("Ivo Lind tweeted:", "@ivolind: It leaks. #tarn", paragraph, "It rained.")
    assert found == ["Ivo Lind", *names]


BEGINNINGS = [  # names that begin with a capitalised word at the start of a sentence
    ("Description on Tarn Needs Help page reads:", ["Tarn Needs Help"]),
    ("Storm, a nurse, writes:", ["Storm"]),
    ("storm writes:", ["storm"]),
    ("Orlin said:", ["Orlin"]),
]


@pytest.mark.parametrize(("leadin", "names"), BEGINNINGS)
def test_a_common_word_that_begins_a_sentence_is_no_name(leadin, names):
    assert heard(leadin, BLOCK, "It rained.") == names


BODIES = [  # whole names of bodies and persons after a purpose
    ("The Centre for Tides and Ada Roe said that it leaks.", ["The Centre for Tides"]),
]


@pytest.mark.parametrize(("sentence", "names"), BODIES)
def test_the_purpose_of_a_body_is_no_speaker(sentence, names):
    assert heard(sentence) == names


def test_terms_before_a_preposition_are_no_verb():
    assert heard("They face long jail terms for ‘sabotage and theft’ in Tarn.") == []
    assert heard("Ada Roe terms it “a farce and a shame”.") == ["Ada Roe"]


OWNED = [  # the owners of a work, or of one of several
    ("Ada Roe is a nurse. One of her latest tweets reads: “It leaks.”", "Ada Roe"),
    ("Ada Roe is a nurse. Some of her posts say that it leaks.", "Ada Roe"),
    ("The Weir Union is a group in Tarn. One of its updates said: “It leaks.”", "The Weir Union"),
    ("The Weir Union is a group in Tarn. One of their updates said: “It leaks.”", "The Weir Union"),
    ("Ada Roe is a nurse. One of her friends said: “It leaks.”", "One of her friends"),
]


@pytest.mark.parametrize(("text", "name"), OWNED)
def test_the_owner_of_a_work_is_its_speaker(text, name):
    assert heard(text) == [name]


BESIDE = [  # the speaker of the last quotation marks of a text
    ("Otto Lind came. For Ada Roe, “the trial is a farce that has to end”.", "Ada Roe"),
    ("Otto Lind said no. For three days, “the rain was all that we could see”.", None),
    ("Meanwhile, Tarn Weir links to a report which says “nobody was hurt in the flood”.", "a report"),
]


@pytest.mark.parametrize(("text", "name"), BESIDE)
def test_the_holder_of_an_opinion_and_the_subject_of_the_last_clause_speak(text, name):
    assert heard(text)[-1] == name
