"""What a word processor's paragraph is, by the name of its style and by how far it is set in."""

import pytest

from reader.sources.formats.word_styles import heading_level, is_quote
from tests.sources.sample_article import LEAD


@pytest.mark.parametrize(
    ("style", "level"),
    [("heading 1", 1), ("Heading 6", 6), ("Title", 1), ("heading 7", 0), ("Subtitle", 0), ("Normal", 0), ("", 0)],
)
def test_a_heading_has_the_rank_that_its_style_names(style, level):
    assert heading_level(style) == level


@pytest.mark.parametrize(
    ("style", "indent", "text", "quoted"),
    [
        ("Quote", 0, "Keep it.", True),
        ("Intense Quote", 0, "Keep it.", True),
        ("Quotations", 0, "Keep it.", True),
        ("Block Text", 0, "Keep it.", True),
        ("Normal", 720, LEAD, True),
        ("Normal", 720, "Keep it.", False),
        ("Normal", 360, LEAD, False),
        ("", 0, LEAD, False),
    ],
)
def test_a_block_quote_has_the_style_of_one_or_is_set_in(style, indent, text, quoted):
    assert is_quote(style, indent, text) is quoted
