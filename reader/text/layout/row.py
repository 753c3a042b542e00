"""What stands on a page: rows, the signs before and after their text, and the margins of each kind of block."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import NamedTuple

from reader.model import Block, BlockKind

IMAGE, IMAGE_END = "[image: ", "]"
"""What stands before and after the caption of an image."""

LONGEST_HANG = 6
"""Cells that a list item's sign may take before its text stops hanging beside it."""


class RowKind(IntEnum):
    """What a row shows."""

    TEXT = 0
    BLANK = 1
    SOURCE = 2
    """Who wrote it, where and when."""
    FACTS = 3
    """How long it is, and how many speak in it."""
    FOLD = 4
    """One line in place of blocks that are not the article."""
    GAP = 5
    """One line in place of rows that a page of excerpts leaves out."""


class Row(NamedTuple):
    """One row: the characters `start` to `end` of the text (without spaces at a wrap), `indent` cells from the left.

    `block` is an index into `Article.blocks`, None on rows that show no block; `is_first` tells a block's first row.
    A BLANK row has an empty span between two blocks and the block above it, FOLD and GAP the span of all they hide.
    `prefix` and `suffix` are signs before and after the text that are none of it, `is_header` tells the names of a table's
    columns. Of a table's row `start` and `end` enclose what it shows; `Layout.pieces` has the places.
    """

    kind: RowKind
    start: int
    end: int
    block: int | None
    indent: int
    is_first: bool
    prefix: str = ""
    is_header: bool = False
    suffix: str = ""


class LayoutOptions(NamedTuple):
    """How an article is set: `quoted` are indexes of blocks to set as block quotes besides those that are.

    `justified` makes the right margin even; `break_points` gives the places after which a word may be parted with a hyphen,
    None leaves words whole.
    """

    quoted: AbstractSet[int] = frozenset()
    justified: bool = False
    break_points: Callable[[str], Sequence[int]] | None = None


DEFAULT_OPTIONS = LayoutOptions()
"""Ragged on the right, words whole."""


def list_marker(block: Block) -> str:
    """The bullet or number, with its space, that hangs before a list item; "" for every other block."""
    if block.kind is not BlockKind.ITEM:
        return ""
    return "• " if block.ordered is None else f"{block.ordered}. "[-LONGEST_HANG:]


def margins_of(block: Block, *, quoted: bool, image: bool) -> tuple[int, int]:
    """Cells left free at the left and at the right of the text of a block.

    `quoted` sets any block as a block quote, `image` a caption as that of an image.
    """
    if quoted:
        return 2, 2
    match block.kind:
        case BlockKind.QUOTE:
            return 2 * max(1, block.level), 2
        case BlockKind.ITEM:
            return 2 * (max(1, block.level) - 1) + len(list_marker(block)), 0
        case BlockKind.CODE:
            return 2, 0
        case BlockKind.CAPTION:
            return (len(IMAGE), len(IMAGE_END)) if image else (2, 2)
        case _:
            return 0, 0
