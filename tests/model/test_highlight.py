"""Highlights: what the model knows of their tags."""

from reader.model import distinct_tags


def test_tags_that_differ_only_in_case_are_one_in_its_first_spelling():
    assert distinct_tags(["cost", "Cost", "STRASSE", "press", "Straße"]) == ("cost", "STRASSE", "press")
