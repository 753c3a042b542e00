"""Quotation marks that run over paragraphs are one quotation, by whom the line above them names."""

import pytest

from tests.analysis.short_attribution import found

WORDS = ["It leaks, and we know it.", "Nobody will mend it in our time, and that is sad.", "We ask you to stay away."]
LABELS = {
    "a name with a colon": ("Ada Roe, head of the mill:", "Ada Roe, head of the mill"),
    "a family": ("His family:", "His family"),
    "a body": ("The city council:", "The city council"),
    "a name alone": ("President Ada Roe", "President Ada Roe"),
    "a name with a description": ("Otto Reed, head of the Mill Board", "Otto Reed, head of the Mill Board"),
}


@pytest.mark.parametrize(("label", "speaker"), LABELS.values(), ids=LABELS)
@pytest.mark.parametrize(("opening", "closing"), ["“”", '""'])
def test_marks_that_are_closed_paragraphs_later_are_one_quotation(label, speaker, opening, closing):
    parts = [opening + WORDS[0], WORDS[1], WORDS[2] + closing]
    assert found("News.", label, *parts, "The council met.") == [("direct", speaker, parts)]


def test_marks_that_nothing_closes_end_with_their_paragraph():
    (quotation,) = found("News.", "Ada Roe:", "“It leaks, and we know it.", "The council met.", "It went home.")
    assert quotation == ("direct", "Ada Roe", ["“It leaks, and we know it."])


def test_a_title_is_no_label():
    said = found("News.", "The weir of Vel", "“It leaks, and we know it.”")
    assert [mention for _, mention, _ in said] == [None]
