"""Details of press pages: works that people read, remarks between dashes, coordinated clauses."""

import pytest

from reader.analysis import analyse
from tests.analysis.short_attribution import article, found

WORKS = [
    "She read “The Long Road Home” in one night.",
    "The mayor read “Ulyssia” twice.",
    "Ada Roe wrote “A Lamp in the Reeds” in 1990.",
    "Ada Roe, who wrote “The Eel Catcher,” lives in Weirton.",
    "We read “The Eels of May” together.",
]
WORDS = [
    ("The sign read “Gone Fishing”.", "“Gone Fishing”"),
    ("Ada Roe wrote “No More Dams” on the wall.", "“No More Dams” on the wall"),
    ("Ada Roe wrote “We will not pay”.", "“We will not pay”"),
    ("Ada Roe wrote: “No More Dams”.", "“No More Dams”"),
    ("Ada Roe wrote “No!”", "“No!”"),
]
ASIDES = [
    ("The mill shut – a loss of nine jobs, according to Reed – and the weir fell.", ["a loss of nine jobs"]),
    ("The mill shut — nine men lost work, according to Reed — and the weir fell.", ["nine men lost work"]),
    ("The council – which, according to Reed, had met twice – shut the weir.", ["had met twice"]),
    ("The weir – according to Reed – leaks at night.", ["The weir", "leaks at night"]),
    ("The weir fell in May – a loss of nine jobs, according to Reed.", ["The weir fell in May – a loss of nine jobs"]),
    ("It was read on the radio, and, according to Reed, thirty people called.", ["thirty people called"]),
    ("The weir is old and, according to Reed, leaks at night.", ["leaks at night"]),
]
NOBODY = [
    "Accusations that the mill poisons the river have grown louder.",
    "Since May we have honoured all of her requests to sell her songs.",
    "Ada Roe issued a note that appeared to let the eels pass.",
    "Ada Roe called the clerk two days ago.",
    "Ada Roe spoke of “The Eels of May” at noon.",
    "The plans of the council, however, report nothing.",
    "The millers called the old clerk again.",
    "One of those who kept writing is Ada Roe, a teacher at the mill.",
]
SPEAKERS = [
    ("The council met, with Ada Roe warning of “a winter without bread”.", "Ada Roe", "“a winter without bread”"),
    ("The council met, with residents warning of “a winter without bread”.", "residents", "“a winter without bread”"),
    ("The council has spoken of “a dry and bitter year” for eels.", "The council", "“a dry and bitter year”"),
    ("The council met in May, warning of “a winter without bread”.", "The council", "“a winter without bread”"),
    ("The notice, which hung in the hall, warned readers of it to leave.", "The notice", "to leave"),
    ("The weir is safe, warned Ada Roe on Monday.", "Ada Roe", "The weir is safe"),
    (
        "The mill issued a note that appeared to let her sing after Roe scolded the town, accusing the mill of hoarding.",
        "Roe",
        "the mill of hoarding",
    ),
    ("Critics who oppose the weir said it leaks.", "Critics who oppose the weir", "it leaks"),
]
CLAUSES = [
    ("Otto Reed said the case highlights that rights carry duties.", "the case highlights that rights carry duties"),
    ("The council said the reports that leaked were false.", "the reports that leaked were false"),
    ("Mayor Roe has suggested that it be a single stroke of a bell.", "that it be a single stroke of a bell"),
    ("Roe argues that the tariff is “old”, and suggests raising it.", "that the tariff is “old”"),
    (
        "Roe argues that the tariff helps the rich and hurts the poor.",
        "that the tariff helps the rich and hurts the poor",
    ),
    ("The clerk warned that calls would be cut, which, in turn, led to more.", "that calls would be cut"),
    (
        "Roe warned that calls, which, in turn, led to more, would be cut.",
        "that calls, which, in turn, led to more, would be cut",
    ),
    ("The clerk asked me in which mill I work.", "in which mill I work"),
    ("Ada Roe phoned me to ask if I have eaten.", "if I have eaten"),
    ("Ada Roe offered to drive her father to town.", "to drive her father to town"),
    ("Rumours were circulating in town that the mayor had left.", "that the mayor had left"),
    ("Many millers, however, report having heard the gates.", "having heard the gates"),
    ("The town hall guarantees that they were warned in May.", "that they were warned in May"),
    ("In June, when the city said that it would end the chime, hardly anybody noticed.", "that it would end the chime"),
    ("Two days later, after Ada Roe said that the weir leaked, the council met.", "that the weir leaked"),
    ("In May, Roe said that when it rained, the weir would leak.", "that when it rained, the weir would leak"),
    ("One of the clerks left for Tarn because, she says, the weir leaks.", "the weir leaks"),
]


@pytest.mark.parametrize("sentence", [*WORKS, *NOBODY])
def test_unspoken_words_and_titles_of_works_are_no_quotations(sentence):
    assert found("News.", sentence) == []


@pytest.mark.parametrize(("sentence", "words"), [*WORDS, *CLAUSES])
def test_the_content_of_reads_says_and_wrote_is_complete(sentence, words):
    assert [words] in [parts for _, _, parts in found("News.", sentence)]


@pytest.mark.parametrize(("sentence", "parts"), ASIDES)
def test_according_to_takes_the_clause_around_it(sentence, parts):
    assert [told for _, _, told in found("News.", sentence)] == [parts]


@pytest.mark.parametrize(("sentence", "mention", "words"), SPEAKERS)
def test_the_subject_of_the_verb_is_the_source(sentence, mention, words):
    assert (mention, [words]) in [(m, parts) for _, m, parts in found("News.", sentence)]


def test_words_before_an_interrupting_cue_belong_to_the_content():
    told = found("News.", "The state, she explained in a debate, “only sees the valley when it burns”.")
    assert told == [("mixed", "she", ["The state", "“only sees the valley when it burns”"])]


def test_a_request_for_anonymity_is_no_quotation():
    told = found("News.", "One member, who asked us not to use their name, wrote that the mill is shut.")
    assert [parts for _, _, parts in told] == [["that the mill is shut"]]


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ("If the council shuts the weir, “a dry and bitter summer will follow for all of us.”", None),
        ("When Ada Roe shut the weir, she gave the town “a dry and bitter summer for us all.”", "she"),
        ("Ada Roe shut the weir, “a dry and bitter day for all of us in the town.”", "Ada Roe"),
    ],
)
def test_marks_after_a_subordinate_clause_belong_to_no_subject_inside_it(sentence, mention):
    assert [told for _, told, _ in found("News.", sentence)] == [mention]


@pytest.mark.parametrize("subject", ["He rose, thanked Poe and", "He opened the door, sat down, and"])
def test_the_subject_of_three_verbs_is_the_speaker_of_the_last(subject):
    analysis = analyse(article("News.", f"Otto Reed came to the hall. {subject} said the weir leaked."))
    assert [voice.name for voice in analysis.voices] == ["Otto Reed"]
