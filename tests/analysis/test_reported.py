"""Reported speech in news of politics, courts, business and science: who is told, who it is, and where it ends."""

import pytest

from reader.analysis import analyse
from tests.analysis.attributing import article


def read(sentence: str) -> list[tuple[str | None, list[str]]]:
    """The name of who speaks and the parts, for every quotation of a sentence."""
    made = article("News.", sentence)
    analysis = analyse(made)
    names = {voice.id: voice.name for voice in analysis.voices}
    return [
        (None if q.voice is None else names[q.voice], [s.of(made.text) for s in q.spans]) for q in analysis.quotations
    ]


TOLD = [  # who is told behind a clause that “X told” closes
    "Ada Roe told parliament on Friday.",
    "Ada Roe told a news conference in Tarn on Friday.",
    "Ada Roe told delegates in Tarn.",
    "Ada Roe told local radio.",
    "Ada Roe told state television on Monday.",
    "Ada Roe told worried parents.",
    "Ada Roe told members of the committee.",
    "Ada Roe told staff in an email.",
    "Ada Roe told broadcaster Radio Ferry.",
    "Ada Roe, the mayor, told parliament on Friday.",
    "Ada Roe has told customers.",
    "Ada Roe warned drivers on Monday.",
]
TOLD_THINGS = [
    "Ada Roe came home late, told lies and broke a promise.",
    "Ada Roe sat by the fire, told stories and drank.",
    "By the fire, Ada Roe told stories about the flood.",
    "By the fire, Ada Roe told old jokes.",
]


@pytest.mark.parametrize("closing", TOLD)
def test_who_is_told_needs_no_article(closing):
    assert read(f"The outbreak is under control, {closing}") == [("Ada Roe", ["The outbreak is under control"])]


@pytest.mark.parametrize("sentence", TOLD_THINGS)
def test_what_is_told_is_nobody(sentence):
    assert read(sentence) == []


BODIES = [  # “it” in the same sentence or the next
    ("The airline cut jobs in May. It warned that more would go.", "The airline"),
    ("The retailer closed 40 shops last year after it said that more would go.", "The retailer"),
    ("The company has apologised after it admitted that more would go.", "The company"),
    ("The insurer raised its prices. It argued that more would go.", "The insurer"),
    ("The agency shut the road after it warned that more would go.", "The agency"),
    ("The regulator fined the firm. It ruled that more would go.", "The regulator"),
]


@pytest.mark.parametrize(("sentence", "name"), BODIES)
def test_it_is_the_body_that_acts_before_whatever_its_verb_of_saying(sentence, name):
    assert read(sentence) == [(name, ["that more would go"])]


NOT_TO = [
    ("Doctors were warned by the ministry not to speak.", "the ministry", "not to speak"),
    ("Doctors were told by the ministry never to speak.", "the ministry", "never to speak"),
    ("Residents were asked by the mayor not to use it.", "the mayor", "not to use it"),
    ("Ada Roe vowed never to return.", "Ada Roe", "never to return"),
    ("Ada Roe told the men never to come back.", "Ada Roe", "never to come back"),
    ("Ada Roe has promised not to raise taxes.", "Ada Roe", "not to raise taxes"),
]


@pytest.mark.parametrize(("sentence", "name", "words"), NOT_TO)
def test_what_is_not_to_be_done_begins_with_that(sentence, name, words):
    assert read(sentence) == [(name, [words])]


def test_a_promise_that_was_never_made_is_none():
    assert read("Ada Roe has never promised to pay.") == []


@pytest.mark.parametrize("day", ["Sunday", "Saturday", "Monday"])
def test_the_day_on_which_an_interview_was_published_is_no_paper(day):
    analysis = analyse(article("News.", f"In an interview published on {day}, Ada Roe said that it had rained."))
    assert [voice.outlet for voice in analysis.voices] == [None]
