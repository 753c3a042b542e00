"""Headings and block quotes in word processor files, by style name and indent."""

import pytest

from reader.sources.formats.word_styles import heading_level, is_quote
from tests.sources.sample_article import LEAD


@pytest.mark.parametrize(
    ("style", "level"),
    [("heading 1", 1), ("Heading 6", 6), ("Title", 1), ("heading 7", 0), ("Subtitle", 0), ("Normal", 0), ("", 0)],
)
def test_a_heading_has_the_level_of_its_style(style, level):
    assert heading_level(style) == level


@pytest.mark.parametrize(
    ("style", "indent", "text", "is_quoted"),
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
def test_a_block_quote_is_recognized_by_style_or_indent(style, indent, text, is_quoted):
    assert is_quote(style, indent, text) is is_quoted
