"""Explanations and confidence: why a speaker was chosen, and how often such a choice is right."""

import pytest

from reader.analysis.confidence import confidence, source_of, way_of
from reader.analysis.drafts import Draft
from reader.analysis.explain import explain
from reader.model import QuotationKind, Span
from tests.analysis.attributing import article


def test_an_explanation_shows_speaker_cue_and_confidence():
    (only,) = explain(article("News.", "“We stay,” said Ana Brook."))
    assert only.lines()[0] == "direct: “We stay,”"
    assert only.lines()[1] == "  speaker: Ana Brook, cue: said"
    assert "confidence" in only.lines()[2]


def test_a_scored_choice_shows_its_readings_the_best_first():
    found = explain(
        article("News.", "As Ana Brook wrote for the Ferry Post, and Otto Reed read, it is sad:", "“We stay.”")
    )
    marks = next(e for e in found if e.readings)
    assert [r.score for r in marks.readings] == sorted((r.score for r in marks.readings), reverse=True)
    assert marks.readings[0].source == "Ana Brook"
    assert any("named" in line for line in marks.lines()[3:])


def test_whom_a_pronoun_may_mean_is_shown_with_what_speaks_for_it():
    found = explain(article("News.", "Ana Brook met Tom Lind. Rosa Reed came. “We stay,” she said."))
    (pronoun,) = [e for e in found if e.mention == "she"]
    assert pronoun.lines()[1] == "  speaker: Rosa Reed (“she”), cue: said"
    assert [reading.source for reading in pronoun.readings if reading.score > 0] == ["Rosa Reed", "Ana Brook"]
    assert any("Rosa Reed (" in line and "sentence before" in line for line in pronoun.lines()[3:])


def test_whoever_goes_on_speaking_is_shown_as_the_speaker_before():
    found = explain(article("News.", "“We stay,” said Ana Brook.", "“We leave,” she said."))
    assert any("speaker before, nobody named since" in line for line in found[1].lines())


def test_words_of_nobody_are_said_to_be_no_quotation():
    (only,) = explain(article("News.", "It rained. He said that the weir was shut."))
    assert only.lines()[1] == "  speaker: not found (“He”), so no quotation, cue: said"


def test_another_language_is_explained_by_its_own_attributions():
    words = "„Das Wehr bleibt zu“, sagte der Müller Otto Reed. Und das ist nicht das, was die Stadt in der Nacht hat."
    found = explain(article("Das Wehr ist zu und die Stadt wartet auf den Regen.", words))
    assert [e.speaker for e in found][:1] == ["Otto Reed"]


def test_a_long_quotation_is_shown_by_its_beginning():
    (only,) = explain(article("News.", f"Ana Brook said that {'very ' * 20}old eels had died."))
    assert only.words.endswith("…")
    assert len(only.words) == 80


@pytest.mark.parametrize(
    ("evidence", "way"),
    [
        ("“said”, right after the quotation", "right after the quotation"),
        ("“wrote”, block after a colon", "block after a colon"),
        ("“told”", "a verb"),
    ],
)
def test_a_way_of_finding_is_its_evidence_without_the_words_of_the_text(evidence, way):
    assert way_of(evidence) == way


@pytest.mark.parametrize(
    ("head", "kind"),
    [("Ana", "name"), ("miller", "noun"), ("She", "pronoun"), ("his", "pronoun"), ("", "none"), ("@a", "name")],
)
def test_a_source_is_a_name_a_noun_or_a_pronoun(head, kind):
    assert source_of(head) == kind


def test_a_way_that_was_never_measured_keeps_its_own_guess():
    draft = Draft([Span(0, 1)], QuotationKind.DIRECT, 0, confidence=0.42, evidence="by a way of our own")
    assert confidence(draft, "x") == 0.42
