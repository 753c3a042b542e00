"""Tables as plain text, fitted into terminal columns."""

from collections.abc import Sequence

from reader.text.plain_view import cell_width

_MIN_COLUMN = 8
"""Terminal columns that a column of a table has at least."""


def table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], *, width: int = 0, cut_last: Sequence[str] = ()
) -> str:
    """Return rows below their columns' names, with two spaces between columns; an unknown value is "-".

    Args:
        columns: The names of the columns.
        rows: The values.
        width: Terminal columns that the rows may take; 0 for any. Columns without a known value are left out then, and
            the widest are cut until the rows fit. None becomes narrower than eight terminal columns, so rows are too
            long on a very narrow terminal.
        cut_last: Columns that are cut only where cutting the others is not enough, the last named first.
    """
    grid = [list(columns), *([("-" if cell in {None, ""} else str(cell)) for cell in row] for row in rows)]
    if width and rows:
        known = [at for at in range(len(columns)) if any(row[at] != "-" for row in grid[1:])]
        grid = [[row[at] for at in known] for row in grid]
    names = grid[0]
    sizes = [max(cell_width(row[at]) for row in grid) for at in range(len(names))]
    if width:
        room = width - 2 * (len(names) - 1)
        sizes = _fitted(sizes, [at for at, name in enumerate(names) if name not in cut_last], room)
        for column in reversed(cut_last):
            sizes = _fitted(sizes, [at for at, name in enumerate(names) if name == column], room)
        grid = [[truncate(cell, size) for cell, size in zip(row, sizes, strict=True)] for row in grid]
    lines = (
        "  ".join(cell + " " * (size - cell_width(cell)) for cell, size in zip(row, sizes, strict=True)) for row in grid
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _fitted(sizes: Sequence[int], which: Sequence[int], room: int) -> list[int]:
    """Return the columns' sizes, with the widest of `which` made narrower until all of them fit into `room`."""
    most = max((sizes[at] for at in which), default=0)
    while sum(sizes) > room and most > _MIN_COLUMN:
        most -= 1
        sizes = [min(size, most) if at in which else size for at, size in enumerate(sizes)]
    return list(sizes)


def truncate(text: str, size: int) -> str:
    """Return the text, or as many of its whole words as fit into `size` terminal columns, and an ellipsis.

    A first word that is too long, for example an address, is cut.
    """
    if cell_width(text) <= size:
        return text
    kept, used = "", 0
    for character in text:
        used += cell_width(character)
        if used > size - 1:
            break
        kept += character
    if not text[len(kept)].isspace() and " " in kept:
        kept = kept[: kept.rindex(" ")]
    return f"{kept.rstrip(' ,;')}…"
