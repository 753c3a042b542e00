"""Attributions of whole articles: floating marks, chains, order, and properties that hold for any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.analysis.attribution import attribute
from reader.sources import verbatim
from tests.analysis.short_attribution import article, found
from tests.cpu_time import growth


def test_marks_left_open_continue_in_the_next_paragraph():
    told = found(
        "News.", "Ana Brook said: “The gates went down at noon.", "“And nobody came,” she added. The rest is known."
    )
    assert ("direct", "Ana Brook", ["“The gates went down at noon."]) in [(k, m, p[:1]) for k, m, p in told]


def test_a_marked_paragraph_has_the_previous_speaker():
    made = article("News.", "“It is shut,” said Ana Brook. She left.", "“Nobody asked us about any of this.”")
    first, second = attribute(made)
    assert second.same_as == 0
    assert first.mention is not None
    assert second.mention is None


def test_a_few_words_may_come_before_marks_that_continue():
    told = found("News.", "“It is shut,” said Ana Brook. For the eels, “that is the end.”")
    assert told == [("direct", "Ana Brook", ["“It is shut,”", "“that is the end.”"])]


def test_marks_after_a_colon_belong_to_the_source_named_in_the_sentence():
    told = found("News.", "Ana Brook said the message was clear: “We stay.”")
    assert told == [("indirect", "Ana Brook", ["the message was clear"]), ("direct", "Ana Brook", ["“We stay.”"])]


def test_a_marked_paragraph_after_a_colon_belongs_to_the_source_of_the_lead_in():
    assert ("direct", "Ana Brook", ["“We stay here and fish.”"]) in found(
        "News.", "Ana Brook wrote:", "“We stay here and fish.”"
    )


def test_reports_in_reports_are_nested():
    made = article("News.", "Ana Brook reported that Otto Reed had said that the weir was shut.")
    assert [a.parent for a in attribute(made)] == [None, 0]


def test_a_voice_inside_marks_is_nested():
    made = article(
        "News.", "“My boss, Otto Reed, told me that the weir would be shut by noon on Friday,” said Ana Brook."
    )
    outer, inner = attribute(made)
    assert (outer.parent, inner.parent) == (None, 0)


def test_quotations_in_brackets_are_found():
    told = found("News.", "The weir is old (Otto Reed wrote that it was built by monks) and leaks.")
    assert told == [("indirect", "Otto Reed", ["that it was built by monks"])]


def test_analysis_numbers_quotations_and_keeps_the_chain():
    made = article(
        "News of the weir",
        "As Ana Brook described it for the Ferry Post, the day was sad:",
        "“We wept,” said Otto Reed, a miller. I wept with him. [Source]",
        "The council met again.",
    )
    result = analyse(made)
    assert [q.id for q in result.quotations] == list(range(1, len(result.quotations) + 1))
    reed = next(q for q in result.quotations if q.mention and q.mention.of(made.text).startswith("Otto"))
    assert [result.voices[v - 1].name for v in reed.via] == ["Ana Brook"]
    assert analyse(made) == result


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ana Brook",
                "said",
                "that",
                "“",
                "”",
                ",",
                ".",
                ":",
                "\n\n",
                "he",
                "the weir is shut",
                "@ana",
                "(",
                ")",
                "[…]",
                "according to",
                "as",
                "who",
                "?",
                "[Source]",
                "told",
                "wrote",
                "and",
                "“We stay,”",
                "—",
                "I",
                "Q",
                "adding",
            ]
        ),
        max_size=50,
    )
)
@example(["told", "Ana Brook", "that"])
def test_the_attributions_of_any_text_are_consistent(pieces):
    text = " ".join(pieces)
    made = verbatim(text)
    result = attribute(made)
    starts = [(a.spans[0].start, -a.spans[-1].end) for a in result]
    assert starts == sorted(starts)
    for index, a in enumerate(result):
        assert a.spans
        assert all(0 <= s.start < s.end <= len(text) for s in a.spans)
        assert a.parent is None or a.parent < index
        assert a.same_as is None or a.same_as < index
        assert (a.mention is None) == (a.head is None)
        assert a.mention is None or a.mention.of(text).strip()
        assert 0 <= a.confidence <= 1


@pytest.mark.no_cover
@pytest.mark.no_cover
@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "(",
        "he said ",
        "Brook, a man, said, ",
        "a: ",
        "@a: b\n\n",
        '"a b c d e f" he said, ',
        "who ",
        ", saying ",
    ],
)
def test_cost_grows_linearly_with_the_text(unit):
    assert growth(lambda size: attribute(verbatim(unit * (size // len(unit)))), 4_000, 24_000) < 15
