"""Org files, read by orgparse."""

import re
from dataclasses import replace

import orgparse
import pytest
from hypothesis import given

from reader.export import org_mode
from tests.export.exported import DRY, EXPORTED, FULL, texts


def headings(text):
    return [*orgparse.loads(text)][1:]


def plain(text):
    return text.replace("\u200b", "")


def quoted(node):
    (found,) = re.findall(r"#\+BEGIN_QUOTE\n(.*)\n#\+END_QUOTE", node.body, re.DOTALL)
    return plain(found)


def test_an_article_a_voice_and_a_highlight_are_headings():
    found = headings(org_mode.render([EXPORTED]))
    assert [(each.level, plain(each.heading)) for each in found] == [
        (1, "A Dry Year: What Now?"),
        (2, "Tove Lind"),
        (3, "“It is dry,” […] “and it stays dry.”"),
        (2, "Per Rask"),
        (3, "=the {river} is *full*, [he] says & waits…"),
        (2, "Without a speaker"),
        (3, "in June"),
    ]
    article, _, dry, _, full, *_ = found
    assert article.properties["URL"] == "https://sluice.example/dry?a=1&b=2_3"
    assert dry.properties["ID"] == "aa"
    assert dry.properties["SPEAKER_IS"] == "hydrologist, Marsh Institute, Delta Post"
    assert dry.tags == {"water", "two_words"}
    assert plain(dry.body).rstrip().endswith("#+END_QUOTE\n\nAsk *why*.\n\n- Twice")
    assert full.properties["COLOUR"] == "pink"


@given(words=texts(), note=texts())
def test_law_words_and_note_read_back_and_never_become_headings_tags_or_drawers(words, note):
    made = replace(EXPORTED, highlights=(replace(FULL, spans=(), exact=words, note=note),))
    found = headings(org_mode.render([made]))
    assert [each.level for each in found] == [1, 2, 3]
    assert quoted(found[2]) == words
    assert plain(found[2].body).endswith(f"#+END_QUOTE\n\n{note.strip()}")
    assert found[2].properties["ID"] == "bb"


@pytest.mark.parametrize(
    "words", ["* a star", "*bold* and /it/ and _u_ and =v= ~c~ +s+", "[[https://x.example][y]]", "[fn:1] x", "{{{m}}}", "\\alpha", "#+END_QUOTE", "| a |", ": fixed", "- item", "1. item", "<2026-03-01>", "src_sh{ls}", "$x$"]
)  # fmt: skip
def test_markup_in_words_has_a_zero_width_space(words):
    text = org_mode._escaped(words)
    assert plain(text) == words
    assert "\u200b" in text


def test_plain_prose_has_none():
    prose = "He/she said (twice): “5 to 6 - no, 7 * 2”, a_b and 10^3; see x@y.example."
    assert org_mode._escaped(prose) == prose
    assert org_mode._escaped(DRY.exact) == DRY.exact
