"""Text in ASCII alone, and its spans over the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Analysis, Article, Block, BlockKind, Quotation, QuotationKind, Span, Voice, VoiceKind
from reader.text.ascii import in_ascii, to_ascii

TEXT = "„Die Größe zählt“, sagte Jörg Weiß…"


def made(text=TEXT, language=None):
    return Article("a", "-", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), title="Größe", language=language)


@pytest.mark.parametrize(
    ("stated", "read", "shown"),
    [
        ("de", "", '"Die Groesse zaehlt", sagte Joerg Weiss...'),
        ("de-AT", "", '"Die Groesse zaehlt", sagte Joerg Weiss...'),
        (None, "de", '"Die Groesse zaehlt", sagte Joerg Weiss...'),
        ("en", "de", '"Die Groesse zaehlt", sagte Joerg Weiss...'),
        ("de", "sv", '"Die Grosse zahlt", sagte Jorg Weiss...'),
        ("sv", "", '"Die Grosse zahlt", sagte Jorg Weiss...'),
        (None, "", '"Die Grosse zahlt", sagte Jorg Weiss...'),
    ],
)
def test_german_is_spelled_as_germans_do_and_other_letters_lose_their_accents(stated, read, shown):
    assert in_ascii(made(language=stated), Analysis("none", language=read), ())[0].text == shown


def test_spans_stay_over_their_words_and_names_are_spelled_too():
    quotation = Quotation(1, QuotationKind.DIRECT, (Span(0, 17),), 1, evidence="“sagte”")
    voices = (Voice(1, "JW", "Jörg Weiß", VoiceKind.PERSON),)
    article, analysis, _ = in_ascii(made(language="de"), Analysis("none", (quotation,), voices), ())
    (found,) = analysis.quotations
    assert found.spans[0].of(article.text) == '"Die Groesse zaehlt"'
    assert (article.title, analysis.voices[0].name, found.evidence) == ("Groesse", "Joerg Weiss", '"sagte"')
    assert found.kind is QuotationKind.DIRECT


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40))
def test_all_of_it_is_ascii(text):
    assert to_ascii(text).isascii()
    article = in_ascii(made(text), Analysis("none"), ())[0]
    assert article.text.isascii()
    assert article.blocks[0].span == Span(0, len(article.text))
