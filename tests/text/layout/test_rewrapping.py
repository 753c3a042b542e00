"""A page at another width of which only a part is wrapped anew, and a page in equal parts."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import split_graphemes

from reader.model import Article, Block, BlockKind, Span
from reader.text.layout import lay_out, rewrap_around, section_offsets

KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.CODE])
TEXTS = st.lists(st.sampled_from(["ferry", "Ost", "界", "at", "nine-thirty", "\n"]), min_size=1, max_size=12).map(
    " ".join
)


FEW = settings(max_examples=50)


@st.composite
def made(draw):
    """An article of a few blocks, some of them hidden."""
    start, texts, blocks = 0, [], []
    for kind, text, hidden in draw(st.lists(st.tuples(KINDS, TEXTS, st.booleans()), min_size=1, max_size=8)):
        blocks.append(Block(kind, Span(start, start + len(text)), hidden=hidden))
        texts.append(text)
        start += len(text) + 2
    return Article("x", "x", "\n\n".join(texts), tuple(blocks))


def rows(page, block=None):
    return [row for row in map(page.row, range(page.height)) if block is None or row.block == block]


@pytest.mark.no_cover
@FEW
@given(made(), st.integers(4, 30), st.integers(4, 30), st.data())
def test_blocks_in_the_span_are_rewrapped_and_the_others_stay(article, before, after, data):
    page, wanted = (lay_out(article, width, split_graphemes) for width in (before, after))
    ends = sorted(data.draw(st.tuples(*[st.integers(0, len(article.text))] * 2)))
    about = Span(*ends)
    again = rewrap_around(page, after, about)
    assert again.width == after
    for index, block in enumerate(article.blocks):
        if not block.hidden and block.span.overlaps(about):
            assert rows(again, index) == rows(wanted, index)
        elif block.span.end < about.start or block.span.start > about.end:
            assert rows(again, index) in (rows(page, index), rows(wanted, index))
    assert [row.kind for row in rows(again) if row.block is None] == [
        row.kind for row in rows(page) if row.block is None
    ]


@pytest.mark.no_cover
@FEW
@given(made(), st.integers(4, 30))
def test_rewrapping_all_of_a_page_gives_the_page_of_that_width(article, after):
    again = rewrap_around(lay_out(article, 17, split_graphemes), after, Span(0, len(article.text)))
    assert rows(again) == rows(lay_out(article, after, split_graphemes))


def test_rewrapping_a_part_of_a_long_page_leaves_the_rest_alone():
    text = "\n\n".join(["The ferry to Ost leaves at nine."] * 40)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, start + 32)) for start in range(0, len(text), 34))
    page = lay_out(Article("x", "x", text, blocks), 40, split_graphemes)
    again = rewrap_around(page, 20, Span(34 * 20, 34 * 22))
    assert [len(rows(again, at)) for at in (18, 20, 21, 24)] == [2, 3, 3, 2]


@FEW
@given(made(), st.integers(1, 40), st.data())
def test_an_offset_is_in_the_section_of_its_row(article, count, data):
    page = lay_out(article, 12, split_graphemes)
    begins = section_offsets(page, count)
    offset = data.draw(st.integers(0, len(article.text)))
    part = max(begin for begin in range(count) if begins[begin] <= max(offset, begins[0]))
    assert part == page.row_at(offset) * count // page.height


@pytest.mark.parametrize(("count", "beyond"), [(3, 0), (4, 1), (9, 2)])
def test_sections_without_a_row_begin_after_all_offsets(count, beyond):
    page = lay_out(Article("x", "x", "at nine", (Block(BlockKind.PARAGRAPH, Span(0, 7)),)), 12, split_graphemes)
    assert page.height == 3
    assert section_offsets(page, count)[count - beyond :] == [sys.maxsize] * beyond
    assert sys.maxsize not in section_offsets(page, count)[: count - beyond]
