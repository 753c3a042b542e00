"""A sentence that a text repeats is read once, and each further one has what reading it again would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import Attribution, attribute
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.statements import repeated_sentences
from reader.analysis.statements.statements import add_statements
from reader.analysis.units.units import Unit
from reader.model import Article
from reader.sources import verbatim

SENTENCES = [
    "The deputy miller said on Tuesday that the weir leaks.",
    "“We have read every word of it, and we think that it leaks,” she told the Ferry Post.",
    "According to Ada Roe, the gates are “old” (the guild said that they are new).",
    "“The miller told me that the weir leaks,” Berg said.",
    "Cole quoted Brook as saying “the mill stands still”.",
    "Nobody was sure.",
    "“It leaks.”",
    "‘No,’ said he.",
    "Brook said: “Go. Cole told us that it holds.",
    "The song “Eels at Night” plays on E! News.",
]


def test_a_repeated_sentence_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def counted(u: Unit, found: UnitFindings) -> UnitFindings:
        read.append(u.span)
        return add_statements(u, found)

    monkeypatch.setattr(repeated_sentences, "add_statements", counted)
    article = verbatim("Nobody was sure. " + "Ada Roe said that the weir leaks. " * 50)
    found = attribute(article)
    assert [each.cue.of(article.text) for each in found if each.cue is not None] == ["said"] * 50
    assert len(read) < 10


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("between", [" ", "\n\n", " Nobody knew. "])
def test_repeated_sentences_are_read_as_if_each_were_the_first(
    sentence: str, between: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = verbatim(between.join([sentence] * 6))
    found = attribute(article)
    assert found == _all_read(article, monkeypatch)


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n\n"])), max_size=40))
def test_texts_that_repeat_sentences_are_read_as_if_none_were_repeated(parts: list[tuple[str, str]]) -> None:
    article = verbatim("".join(map("".join, parts)))
    found = attribute(article)
    with pytest.MonkeyPatch.context() as patch:
        assert found == _all_read(article, patch)


def _all_read(article: Article, patch: pytest.MonkeyPatch) -> tuple[Attribution, ...]:
    """The attributions where no sentence is recognised as one that was read before."""
    patch.setattr(repeated_sentences, "_MOST", 0)
    return attribute(article)
