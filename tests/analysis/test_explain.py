"""Explanations: why a speaker was chosen; confidence: how often such a choice is right."""

from reader.analysis.explain import explain
from tests.analysis.short_attribution import article


def test_an_explanation_shows_speaker_cue_and_confidence():
    (only,) = explain(article("News.", "“We stay,” said Ana Brook."))
    assert only.lines()[0] == "direct: “We stay,”"
    assert only.lines()[1] == "  speaker: Ana Brook, cue: said"
    assert only.lines()[2] == "  “said”, right after the quotation; confidence 0.96 (name)"


def test_a_scored_decision_shows_its_candidates_best_first():
    found = explain(
        article("News.", "As Ana Brook wrote for the Ferry Post, and Otto Reed read, it is sad:", "“We stay.”")
    )
    marks = next(e for e in found if e.readings)
    assert [r.score for r in marks.readings] == sorted((r.score for r in marks.readings), reverse=True)
    assert marks.readings[0].source == "Ana Brook"
    assert any("named" in line for line in marks.lines()[3:])


def test_the_antecedents_of_a_pronoun_are_shown_with_their_features():
    found = explain(article("News.", "Ana Brook met Tom Lind. Rosa Reed came. “We stay,” she said."))
    (pronoun,) = [e for e in found if e.mention == "she"]
    assert pronoun.lines()[1] == "  speaker: Rosa Reed (“she”), cue: said"
    assert [reading.source for reading in pronoun.readings if reading.score > 0] == ["Rosa Reed", "Ana Brook"]
    assert any("Rosa Reed (" in line and "sentence before" in line for line in pronoun.lines()[3:])


def test_a_speaker_who_continues_is_shown_as_the_previous_speaker():
    found = explain(article("News.", "“We stay,” said Ana Brook.", "“We leave,” she said."))
    assert any("speaker before, nobody named since" in line for line in found[1].lines())


def test_words_without_a_speaker_are_reported_as_no_quotation():
    (only,) = explain(article("News.", "It rained. He said that the weir was shut."))
    assert only.lines()[1] == "  speaker: not found (“He”), so no quotation, cue: said"
    assert only.lines()[2].endswith("confidence 0.00")


def test_another_language_is_explained_by_its_own_attributions():
    words = "„Das Wehr bleibt zu“, sagte der Müller Otto Reed. Und das ist nicht das, was die Stadt in der Nacht hat."
    found = explain(article("Das Wehr ist zu und die Stadt wartet auf den Regen.", words))
    assert [e.speaker for e in found][:1] == ["Otto Reed"]


def test_a_long_quotation_is_shown_by_its_beginning():
    (only,) = explain(article("News.", f"Ana Brook said that {'very ' * 20}old eels had died."))
    assert only.words.endswith("…")
    assert len(only.words) == 80
