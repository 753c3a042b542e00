"""Quotation marks next to a name without a reporting verb."""

import pytest

from tests.analysis.short_attribution import found

_LET = "“Let the mayor live here for a week.”"

# a sentence, and the speaker of its quotation marks
LABELS = [
    (f"Otto Reed – {_LET}", "Otto Reed"),
    (f"Otto Reed, {_LET}", "Otto Reed"),
    (f"As for Otto Reed, {_LET}", "Otto Reed"),
    (f"Otto Reed on the flood: {_LET}", "Otto Reed"),
    (f"Otto Reed of the Mill Diary about rents: {_LET}", "Otto Reed of the Mill Diary"),
    (f"Meanwhile in Ferry, Otto Reed: {_LET}", "Otto Reed"),
    (f"Otto Reed is angry at the rule that does not allow boats here, {_LET}", "Otto Reed"),
    ("According to the Mill Almanac, “the weir was built by nobody known to us.”", "the Mill Almanac"),
    ("Otto Reed, the man who was held after shouting “Down with the weir!”, is free.", "Otto Reed, the man"),
    ("Otto Reed was already gathering “boots and blankets for all of the valley”.", "Otto Reed"),
    (
        "Otto Reed was quick to step in, “doing what any good clerk would have done” – a move hailed on by millers.",
        "Otto Reed",
    ),
    ("The Elders are an “old and tired club of very rich men”.", None),
    ("The weir became a “long and sorry tale of very bad luck”.", None),
    ("Otto Reed was blunt. “It will never end.”", "Otto Reed"),
]


@pytest.mark.parametrize(("sentence", "mention"), LABELS)
def test_a_name_next_to_marks_is_their_speaker(sentence, mention):
    [(kind, who, [words])] = found("News.", sentence)
    assert (kind, who) == ("direct", mention)
    assert words[0] + words[-1] == "“”"


# quotation marks that are no speech of the name next to them
NOBODYS = [
    "Ana Brook, author of Rain, asked various anglers for their opinions.",
    "Lower Tarn, “City of Mills”, has a fair.",
    "Otto Reed – “the Eel” to friends – left at noon.",
    "Otto Reed was late. “The Long Eel” was on.",
]


@pytest.mark.parametrize("sentence", NOBODYS)
def test_a_name_next_to_a_term_or_title_is_no_speaker(sentence):
    assert found("News.", sentence) == []


# several sentences, and the speaker of the last quotation marks
TURNS = [
    ("“We are tired,” Otto Reed said. Meanwhile Ana Brook is hopeful. “Something will happen soon.”", "Ana Brook"),
    ("“We are tired,” Otto Reed said. He laughed. “Something will happen soon.”", "Otto Reed"),
    ("“We are tired,” Otto Reed said. “Something will happen soon.”", "Otto Reed"),
    ("The weir is shut. eelgirl is angry. “It will never open again.”", "eelgirl"),
    ("eelgirl of Mill Diary is angry: “It will never open again.”", "eelgirl of Mill Diary"),
    ("“It will never open again” – Ana Brook.", "Ana Brook"),
]


@pytest.mark.parametrize(("sentences", "mention"), TURNS)
def test_the_last_marks_belong_to_the_new_topic(sentences, mention):
    *_, (_, who, words) = found("News.", sentences)
    assert who == mention
    assert words[-1][-1] == "”"


# paragraphs, and the parts of their direct quotations with the speakers
OPENED = [
    (
        ["Otto Reed said:", "We wait here with all our eels,” Reed added."],
        [("Reed", ["We wait here with all our eels,”"])],
    ),
    (
        ["Otto Reed said: “We wait here.", "We do not go to the weir at all.”"],
        [("Otto Reed", ["“We wait here.", "We do not go to the weir at all.”"])],
    ),
    (["Otto Reed said:", "“We wait,” he said."], [("he", ["“We wait,”"])]),
]


@pytest.mark.parametrize(("paragraphs", "expected"), OPENED)
def test_a_closing_mark_alone_ends_words_from_the_paragraphs_beginning(paragraphs, expected):
    assert [(who, parts) for kind, who, parts in found("News.", *paragraphs) if kind == "direct"] == expected


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "The board left. al-Reed and a clerk met us and claimed they had won.",
            [("al-Reed and a clerk", ["they had won"])],
        ),
        ("Ana Brook, asked whether it leaked, said that it did.", [("Ana Brook", ["that it did"])]),
        ("Ana Brook, who asked whether it leaked, left.", [("Ana Brook", ["whether it leaked"])]),
    ],
)
def test_a_clause_belongs_to_its_source(sentence, claims):
    assert [(who, parts) for _, who, parts in found("News.", sentence)] == claims
