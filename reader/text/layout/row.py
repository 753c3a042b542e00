"""The rows of a page, what is shown before and after their text, and the margins of each kind of block."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import NamedTuple

from reader.model import Block, BlockKind

IMAGE, IMAGE_END = "[image: ", "]"
"""What is shown before and after the caption of an image."""

MAX_MARKER = 6
"""Cells that the marker of a list item may take."""


class RowKind(IntEnum):
    """What a row shows."""

    TEXT = 0
    BLANK = 1
    SOURCE = 2
    """Byline, outlet and date."""
    FACTS = 3
    """How long the article is, and how many voices it has."""
    FOLD = 4
    """One row in place of hidden blocks."""
    GAP = 5
    """One row in place of rows that a page of excerpts leaves out."""


class Row(NamedTuple):
    """One row of a page.

    Attributes:
        kind: What it shows.
        start: The offset of its first character, without spaces where a line is broken. A BLANK row has an empty span
            between two blocks, FOLD and GAP have the span of all that they hide.
        end: The offset after its last character. In a row of a table start and end enclose what it shows;
            `Layout.pieces` has the places.
        block: An index into `Article.blocks`; of a BLANK row the block above; None where no block is shown.
        indent: Cells from the left.
        is_first: Whether it is a block's first row.
        prefix: What is shown before the text and is not part of it.
        is_header: Whether it has the names of a table's columns.
        suffix: What is shown after the text and is not part of it.
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
    """How an article is laid out.

    Attributes:
        quoted: Indexes of blocks that are laid out as block quotes besides those that are.
        justified: Whether the right margin is even.
        break_points: Returns the places in a word after which it may be hyphenated; None leaves words whole.
    """

    quoted: AbstractSet[int] = frozenset()
    justified: bool = False
    break_points: Callable[[str], Sequence[int]] | None = None


DEFAULT_OPTIONS = LayoutOptions()
"""Ragged on the right, without hyphenation."""


def list_marker(block: Block) -> str:
    """Return the bullet or number of a list item, with its space; "" for every other block."""
    if block.kind is not BlockKind.ITEM:
        return ""
    return "• " if block.ordered is None else f"{block.ordered}. "[-MAX_MARKER:]


def margins_of(block: Block, *, quoted: bool, image: bool) -> tuple[int, int]:
    """Return the cells left free at the left and at the right of the text of a block.

    `quoted` lays any block out as a block quote, `image` a caption as that of an image.
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
