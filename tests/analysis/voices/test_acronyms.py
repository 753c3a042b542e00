"""Bodies that a text calls by an acronym and, elsewhere, by their full name."""

import pytest

from reader.analysis import analyse_quotations
from reader.analysis.voices.names.one_word_names import full_names
from reader.sources import verbatim


def speakers(text):
    found = analyse_quotations(verbatim(text))
    names = {voice.id: voice.name for voice in found.voices}
    return [names[q.voice] for q in found.quotations if q.voice is not None]


@pytest.mark.parametrize(
    ("full", "acronym"),
    [
        ("Harbour and Border Watch", "HBW"),
        ("the Centre for Delta Control", "CDC"),
        ("the European Union", "EU"),
    ],
)
def test_an_acronym_means_the_body_whose_name_has_its_letters(full, acronym):
    text = f"Officers of {full} were there on Monday. In May, {acronym} announced that it would not leave Ferry."
    assert [name.removeprefix("The ") for name in speakers(text)] == [full.removeprefix("the ")]


@pytest.mark.parametrize("other", ["England and Ukraine", "Edna Ullman"])
def test_two_places_or_a_person_are_no_body_with_their_initials(other):
    text = f"There was news from {other} on Monday. In May, the EU announced that it would not leave Ferry."
    assert [name.removeprefix("The ") for name in speakers(text)] == ["EU"]


def test_the_longest_phrase_with_the_letters_is_meant():
    text = "Bank of Delta Coast and Delta Coast"
    assert full_names(text, frozenset({"BDC", "DC"})) == [(0, 19), (24, 35)]


@pytest.mark.parametrize("around", ["{}’s officers", "‘{}’ is a body", "the {}, which", "non-{}"])
def test_a_full_name_ends_before_a_possessive_and_a_mark(around):
    text = around.format("Harbour and Border Watch")
    found = [text[start:end] for start, end in full_names(text, frozenset({"HBW"}))]
    assert found == ([] if around.startswith("non-") else ["Harbour and Border Watch"])


def test_a_long_row_of_capitals_is_looked_at_once():
    assert full_names("A" * 200_000, frozenset({"HBW"})) == []


def test_without_acronyms_nothing_is_searched():
    assert full_names("Bank of Delta", frozenset()) == []


@pytest.mark.parametrize(
    ("full", "short"),
    [("Ministry of Mills", "Ministry"), ("Council for the Delta", "Council"), ("Ferry Commission", "Commission")],
)
def test_the_head_of_a_name_after_an_article_means_the_body(full, short):
    text = f"The {full} met on Monday. In May, the {short} announced that it would not leave Ferry."
    assert [name.removeprefix("The ") for name in speakers(text)] == [full]


def test_the_head_of_a_name_without_an_article_does_not_mean_the_body():
    text = "The Council for the Delta met on Monday. In May, Council announced that it would not leave Ferry."
    assert "Council for the Delta" not in " ".join(speakers(text))
