"""The blocks of an article around an offset."""

from dataclasses import replace

from reader.app.viewmodels.block_lookup import block_at, block_span_at, blocks_from
from reader.model import Span
from reader.text.navigation import Direction
from tests.app.pane_harness import ARTICLE, BLOCKS, TEXT

HIDDEN = replace(ARTICLE, blocks=(BLOCKS[0], replace(BLOCKS[1], hidden=True), *BLOCKS[2:4]))


def test_a_block_is_found_inside_it_and_in_the_blank_line_after_it():
    assert block_at(ARTICLE, BLOCKS[2].span.start) == 2
    assert block_at(ARTICLE, BLOCKS[2].span.end) == 2
    assert block_span_at(ARTICLE, BLOCKS[2].span.end) == BLOCKS[2].span


def test_before_the_first_block_there_is_none():
    late = replace(ARTICLE, blocks=BLOCKS[1:])
    assert block_at(late, 0) == -1
    assert block_span_at(late, 0) == Span(0, len(TEXT))


def test_blocks_follow_in_both_directions_without_hidden_ones():
    assert list(blocks_from(HIDDEN, 0, Direction.FORWARD, unfolded=False)) == [BLOCKS[0], *BLOCKS[2:4]]
    assert len(list(blocks_from(HIDDEN, 0, Direction.FORWARD, unfolded=True))) == 4
    assert list(blocks_from(HIDDEN, BLOCKS[2].span.start, Direction.BACKWARD, unfolded=False)) == [BLOCKS[2], BLOCKS[0]]
