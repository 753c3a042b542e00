"""How sure it is who speaks, in words."""

import pytest

from reader.model import Quotation, QuotationKind, Span


@pytest.mark.parametrize(
    ("confidence", "word"), [(0.95, ""), (0.8, ""), (0.75, "probably"), (0.5, "probably"), (0.3, "perhaps")]
)
def test_who_may_be_the_wrong_speaker_is_named_with_a_word_of_doubt(confidence, word):
    assert Quotation(1, QuotationKind.DIRECT, (Span(0, 1),), 1, confidence=confidence).doubt_word == word
