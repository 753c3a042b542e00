"""Argdown, read by the parser of Argdown itself."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.export import argdown
from reader.export.exported_article import fact
from reader.model import Claim, Relation, RelationKind, Span, Thread
from tests.export.exported import ANALYSIS, ARTICLE, EXPORTED, TEXT, node_reads, texts


@pytest.fixture
def parsed(tmp_path):
    def parse(articles):
        file = tmp_path / "x.argdown"
        file.write_text(argdown.render(articles), encoding="utf-8")
        found = node_reads("@argdown/node", "argdown", file)
        assert found["errors"] == []
        return found

    return parse


def words(statement):
    """The text of a statement without its tags, as Argdown counts them to it."""
    text = statement["text"]
    for tag in reversed(statement["tags"]):
        text = text.removesuffix(f"#{tag}").rstrip()
    return text


def test_threads_are_headings_and_claims_statements_with_their_place(parsed):
    found = parsed([EXPORTED])
    assert found["sections"] == ["A Dry Year: What Now?"]
    by_title = {each["title"]: each for each in found["statements"]}
    assert [*by_title] == ["1 Article", "2 Tove Lind", "3 Per (R.) Rask", "4 Unknown"]
    for each, claim in zip(by_title.values(), ANALYSIS.claims, strict=True):
        assert Span(each["data"]["start"], each["data"]["end"]) == claim.span
        assert words(each) == claim.span.of(TEXT)
    assert by_title["2 Tove Lind"]["tags"] == ["expert", "highlighted"]
    assert by_title["3 Per (R.) Rask"]["tags"] == ["person", "highlighted", "disputes"]


def test_a_claim_attacks_or_supports_the_one_that_it_answers_and_a_guess_of_agreement_is_no_relation(parsed):
    supports = replace(ANALYSIS.claims[3], relation=Relation(1, RelationKind.EVIDENCE, Span(0, 1)))
    guess = replace(ANALYSIS.claims[2], relation=Relation(2, RelationKind.DISPUTES))
    exported = replace(EXPORTED, analysis=replace(ANALYSIS, claims=(*ANALYSIS.claims[:2], guess, supports)))
    relations = {each["title"]: (each["relations"], each["tags"]) for each in parsed([EXPORTED])["statements"]}
    assert relations["3 Per (R.) Rask"][0] == [["attack", "2 Tove Lind"]]
    assert relations["4 Unknown"] == ([], ["unknown"])
    relations = {each["title"]: (each["relations"], each["tags"]) for each in parsed([exported])["statements"]}
    assert relations["4 Unknown"] == ([["support", "1 Article"]], ["unknown", "evidence"])
    assert relations["3 Per (R.) Rask"] == ([["attack", "2 Tove Lind"]], ["person", "highlighted", "guess"])


def test_several_articles_keep_their_claims_apart(parsed):
    found = parsed([EXPORTED, replace(EXPORTED, article=replace(ARTICLE, title="Another"))])
    assert found["sections"] == ["A Dry Year: What Now?", "Another"]
    assert len(found["statements"]) == 2 * len(ANALYSIS.claims)


# One run of Node.js takes half a second, so that many texts go through it together.
@settings(max_examples=4, deadline=None, suppress_health_check=[*HealthCheck])
@given(many=st.lists(texts().map(fact).filter(bool), min_size=100, max_size=120))
def test_law_any_text_is_shown_as_it_is(parsed, many):
    text = "\n\n".join(many)
    at, claims = 0, []
    for number, each in enumerate(many, start=1):
        claims.append(Claim(number, Span(at, at + len(each)), own=True, thread=1))
        at += len(each) + 2
    analysis = replace(ANALYSIS, claims=tuple(claims), threads=(Thread(1, many[0], tuple(range(1, len(many) + 1))),))
    found = parsed([replace(EXPORTED, article=replace(ARTICLE, text=text), analysis=analysis, highlights=())])
    assert [words(each) for each in found["statements"]] == [each.replace("\\", "＼") for each in many]
