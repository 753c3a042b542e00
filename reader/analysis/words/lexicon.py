"""Word lists: the sorted data files of the engine's rooms, each with a header line on where its entries come from."""

from functools import cache
from pathlib import Path

_ROOMS = Path(__file__).parents[1]


@cache
def lines(name: str, room: str = "words") -> tuple[str, ...]:
    """The entries of `data/<name>.txt` of a room in file order, without comments ("#" first) and blank lines.

    A room is a folder of the analysis: "words", "voices", "argument".
    """
    return lines_of(_ROOMS / room / "data" / f"{name}.txt")


def lines_of(path: Path) -> tuple[str, ...]:
    """The entries of the list in a file, as `lines` gives them."""
    raw = path.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in raw if line.strip() and not line.startswith("#"))


@cache
def entries(name: str, room: str = "words") -> frozenset[str]:
    """The entries of a list as a set; only the part before a tab counts."""
    return frozenset(table(name, room))


@cache
def table(name: str, room: str = "words") -> dict[str, tuple[str, ...]]:
    """The entries of a list with their tab-separated columns, by the first column."""
    rows = (line.split("\t") for line in lines(name, room))
    return {row[0]: tuple(row[1:]) for row in rows}
