"""A search finds what people type, with exact positions."""

import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.viewmodels.text_search import ArticleSearcher, Matches, Search, fold
from reader.model import Article, Block, BlockKind, Span
from tests.app.pane_harness import ARTICLE, TEXT


def of(text, *blocks):
    return Article("", "", text, blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))


def found(text, query):
    matches = ArticleSearcher(of(text)).find(query)
    return [matches.span(index).of(text) for index in range(len(matches))]


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("They don’t and don't", "dont", ["don’t", "don't"]),
        ("They don’t, dont", "don't", ["don’t"]),
        ("They don’t, dont", "don’t", ["don’t"]),
        ("In Zürich and ZÜRICH", "zurich", ["Zürich", "ZÜRICH"]),
        ("In Zürich and Zurich", "zürich", ["Zürich", "Zurich"]),
        ("The wall, the Wall, THE WALL", "the wall", ["The wall", "the Wall", "THE WALL"]),
        ("The wall, the Wall, THE WALL", "Wall", ["Wall"]),
        ('a “promise” and a "promise"', '"promise"', ["“promise”", '"promise"']),
        ('a “promise” and a "promise"', "“promise”", ["“promise”", '"promise"']),
        ("1990–94 and 1990-94", "1990-94", ["1990–94", "1990-94"]),
        ("ten\u00a0euros", "ten euros", ["ten\u00a0euros"]),
        ("the ﬁne oﬃce", "fine", ["ﬁne"]),
        ("the oﬃce of it", "office of", ["oﬃce of"]),
        ("an oﬃce", "fi", ["ﬃ"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Œuvre and cœur", "coeur", ["cœur"]),
        ("İzmir, izmir", "izmir", ["İzmir", "izmir"]),
        ("Ελλάς", "ελλας", ["Ελλάς"]),
        ("soft\u00adly", "softly", ["soft\u00adly"]),
        ("wait… what", "t... w", ["t… w"]),
        ("x̂ marks", "x", ["x̂"]),
        ("O’Neil’s wall", "oneils wall", ["O’Neil’s wall"]),
        ("[/] and a+b?", "a+b?", ["a+b?"]),
        ("東京の壁", "壁", ["壁"]),
        ("nothing", "wall", []),
        ("nothing", " ", []),
        ("nothing", "", []),
        ("aaaa", "aa", ["aa", "aa"]),
    ],
)
def test_a_query_is_found_as_people_type_it(text, query, words):
    assert found(text, query) == words


def test_positions_are_exact_in_a_text_of_many_characters_outside_ascii():
    signs = "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăą"
    text = f"{signs} — the wall’s end, {signs}"
    assert found(text, "the walls end") == ["the wall’s end"]
    assert found(text, "aaaaaaaec") == ["àáâãäåæç"] * 2


@given(st.text(alphabet=st.sampled_from("aAéÉ’'“ﬁßİ…-–\u00ad\u0301 x"), max_size=40), st.data())
def test_a_piece_of_the_text_is_found_at_its_place(text, data):
    text = unicodedata.normalize("NFC", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    query = text[start:end]
    case, marks = query != query.lower(), any(mark in query for mark in "’'")
    matches = ArticleSearcher(of(text)).find(query)
    sought = fold(query, case=case, marks=marks).text
    if sought.strip() and "İ" not in query:
        spans = [matches.span(index) for index in range(len(matches))]
        assert spans
        assert all(one.end <= other.start or one.start < other.start for one, other in pairwise(spans))
        assert all(sought in fold(span.of(text), case=case, marks=marks).text for span in spans)


def test_hidden_blocks_are_searched_only_when_they_are_shown():
    text = "wall\n\nwall\n\nwall"
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(at, at + 4), hidden=at == 6) for at in (0, 6, 12))
    finder = ArticleSearcher(of(text, *blocks))
    assert [finder.find("wall").span(at).start for at in range(2)] == [0, 12]
    assert len(finder.find("wall")) == 2
    assert len(finder.find("wall", unfolded=True)) == 3


def test_matches_overlapping_a_span_and_the_first_from_an_offset():
    matches = ArticleSearcher(of("one two one two one")).find("one")
    assert list(matches.overlapping(0, 3)) == [0]
    assert list(matches.overlapping(2, 9)) == [0, 1]
    assert list(matches.overlapping(3, 8)) == []
    assert [matches.first_from(offset) for offset in (0, 1, 8, 17, 19)] == [0, 1, 1, 3, 3]


def test_the_position_label_has_the_number_and_the_count():
    matches = ArticleSearcher(of("one two one")).find("one")
    assert Search("one", matches, 1).position_label == "2/2"
    assert Search("one", matches).position_label == "–/2"
    assert Search("x", Matches()).position_label == "not found"
    assert Search("one", matches, 1).current_span == Span(8, 11)
    assert Search("one", matches).current_span is None


def test_an_article_is_folded_once_for_each_kind_of_query():
    finder = ArticleSearcher(replace(ARTICLE, text=TEXT))
    finder.find("wall")
    folded = finder.folded()
    finder.find("walls")
    assert finder.folded() is folded
    assert finder.folded(case=True) is not folded
