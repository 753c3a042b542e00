"""What a person types is words, phrases and filters, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.search_query import SearchQuery, Term, find_terms, parse_query
from reader.text.search_words import words_of


def found(query, text):
    """The words of a text that are found, None where not all terms are there."""
    terms = parse_query(query).terms
    marks, seen = find_terms(terms, text)
    return [mark.of(text) for mark in marks] if len(seen) == len(terms) else None


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("dredg", "They dredged; dredging goes on.", ["dredged", "dredging"]),
        ("naive strasse", "Naïve on the Straße", ["Naïve", "Straße"]),
        ("weir gates", "The weir only", None),
        ('"the gates"', "Gates, the gates!", ["the gates"]),
        ('"the gate"', "the gates", None),
        ("o'neil", "said O’Neill", ["O’Neill"]),
        ("well-kn", "a well known man", ["well known"]),
        ("eir", "the weir", None),
        ("水力", "有水力发电", ["水力"]),
        ("力发电", "有水力发电", ["力发电"]),
        ("电", "有水力发电", ["电"]),
        ("水发", "有水力发电", None),
        ("gpu水力", "新GPU水力电", ["GPU水力"]),
        ("gpu", "新GPU水力电", ["GPU"]),
        ("snake_case", "a snake_case name", ["snake_case"]),
        ("weir we", "the weir", ["weir"]),
    ],
)
def test_terms_are_found_in_a_text(query, text, marked):
    assert found(query, text) == marked


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", SearchQuery()),
        ('  " * " ', SearchQuery()),
        ("voice:Okoro", SearchQuery(voice=("okoro",))),
        ('voice:"Ada Roe" weir', SearchQuery((Term(("weir",), is_prefix=True),), voice=("ada", "roe"))),
        ("kind:Experts", SearchQuery(kind="expert")),
        ("kind:dir", SearchQuery(kind="direct")),
        ("tag:#Water", SearchQuery(tag="water")),
        ("OUTLET:post", SearchQuery(outlet=("post",))),
        ("before:2024", SearchQuery(before="2024-01-01")),
        ("after:2024", SearchQuery(after="2025-01-01")),
        ("after:2024-12", SearchQuery(after="2025-01-01")),
        ("after:2024-05-31", SearchQuery(after="2024-06-01")),
        ("after:9999", SearchQuery(after="9999-12-31")),
        ("highlighted:", SearchQuery(highlighted=True)),
        ("highlighted:no", SearchQuery(highlighted=False)),
        ("voice:", SearchQuery()),
        ("colour:red", SearchQuery((Term(("colour", "red"), is_prefix=True),))),
        ('NEAR("a', SearchQuery((Term(("near", "a"), is_prefix=True),))),
    ],
)
def test_a_query_is_terms_and_filters(typed, wanted):
    assert parse_query(typed) == wanted


@pytest.mark.parametrize("typed", ["before:yesterday", "after:2024-13", "kind:dragon", "highlighted:perhaps"])
def test_a_filter_with_a_value_that_it_can_not_have_is_said_in_one_sentence(typed):
    query = parse_query(f"weir {typed}")
    assert query.problem.startswith(typed.partition(":")[0])
    assert query.problem.endswith(".")
    assert not query.terms


@given(st.text())
def test_nothing_that_can_be_typed_is_an_error(text):
    query = parse_query(text)
    assert all(word for term in query.terms for word in term.words)


def test_a_very_long_query_is_cut():
    assert len(parse_query("weir gates " * 100_000).terms) == 2
    assert len(parse_query(" ".join(f"w{number}" for number in range(1000))).terms) <= 24


WORDS = st.lists(
    st.sampled_from(["weir", "Weirs", "gäte", "the", "水力", "発", "a_b", "O’N", "…", "ß", "2nd"]), max_size=12
)


@given(
    WORDS,
    st.sampled_from([" ", ", ", "", "-"]),
    st.lists(st.sampled_from(["weir", "gat", "the", "o'n", "ss"]), min_size=1),
)
def test_the_fast_way_finds_what_the_words_of_the_text_say(words, joint, terms):
    text = joint.join(words)
    for term in parse_query(" ".join(terms)).terms:
        marks, _ = find_terms([term], text)
        spans = sorted(term.spans_among(list(words_of(text))))
        assert [mark for mark in marks if mark in spans] == list(marks) or len(marks) < len(spans)
        assert bool(marks) == bool(spans)
        assert all(any(mark.contains(span) for mark in marks) for span in spans)


def test_marks_do_not_overlap():
    marks, seen = find_terms(parse_query('we "weir gates"').terms, "weir gates")
    assert marks == (Span(0, 10),)
    assert seen == {0, 1}
