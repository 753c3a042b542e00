"""Whose words are denied, and which words say so."""

import pytest

from reader.model import Quotation, QuotationKind, Span

DIRECT, MIXED, INDIRECT, BLOCK = QuotationKind


def quoted(text: str, cue: str, said: str, kind: QuotationKind) -> Quotation:
    start, at = text.index(said), text.index(cue)
    return Quotation(1, kind, (Span(start, start + len(said)),), None, cue=Span(at, at + len(cue)))


@pytest.mark.parametrize(
    ("text", "cue", "said", "kind", "words"),
    [
        ("The clerk denied that the weir was shut.", "denied", "that the weir was shut", INDIRECT, "denied"),
        ("The clerk denied shutting it.", "denied", "shutting it", INDIRECT, "denied"),
        ("Ada Roe disputed that it “ever broke”.", "disputed", "that it “ever broke”", MIXED, "disputed"),
        ("Ada Roe denied “taking it”.", "denied", "“taking it”", DIRECT, "denied"),
        ("Ada Roe rejected the claims that it broke.", "claims", "that it broke", INDIRECT, "rejected the claims"),
        ("Ada Roe did not say that it broke.", "say", "that it broke", INDIRECT, "did not say"),
        ("Ada Roe never once said that it broke.", "said", "that it broke", INDIRECT, "never once said"),
        ("Ada Roe refused to say if it broke.", "say", "if it broke", INDIRECT, "refused to say"),
        ("Ada Roe didn’t deny that it broke.", "deny", "that it broke", INDIRECT, "didn’t deny"),
        ("Ada Roe bestritt, dass es brach.", "bestritt", "dass es brach", INDIRECT, "bestritt"),
        ("Ada Roe nie que la porte soit fermée.", "nie", "que la porte soit fermée", INDIRECT, "nie"),
        ("Ada Roe negó que fallara.", "negó", "que fallara", INDIRECT, "negó"),
        # said, and not denied
        ("“I took nothing,” Ada Roe denied.", "denied", "“I took nothing,”", DIRECT, ""),
        ("Ada Roe denied it: “I took nothing.”", "denied", "“I took nothing.”", DIRECT, ""),
        ("Ada Roe dismissed as “a tale” the report.", "dismissed", "“a tale”", DIRECT, ""),
        ("Ada Roe dismissed as a “mere tale” it all.", "dismissed", "a “mere tale”", MIXED, ""),
        ("Ada Roe countered that it broke.", "countered", "that it broke", INDIRECT, ""),
        ("It never broke. Ada Roe said it held.", "said", "it held", INDIRECT, ""),
        ("A man who denied the charge said it held.", "said", "it held", INDIRECT, ""),
        ("Ada Roe denied:\nIt held.", "denied", "It held.", BLOCK, ""),
    ],
)
def test_a_denial_has_the_words_of_the_article(text: str, cue: str, said: str, kind: QuotationKind, words: str) -> None:
    assert quoted(text, cue, said, kind).denial(text) == words


def test_without_a_cue_nothing_is_denied() -> None:
    assert Quotation(1, INDIRECT, (Span(0, 4),), None).denial("It broke.") == ""
