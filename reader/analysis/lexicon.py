"""Word lists: the sorted data files in `data/`, each with a header line on where its entries come from."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of `data/<name>.txt` in file order, without comments (lines that start with "#") and blank lines."""
    raw = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in raw if line.strip() and not line.startswith("#"))


@cache
def entries(name: str) -> frozenset[str]:
    """The entries of `data/<name>.txt` as a set; only the part before a tab counts."""
    return frozenset(line.split("\t", 1)[0] for line in lines(name))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of `data/<name>.txt` with their tab-separated columns, by the first column."""
    rows = (line.split("\t") for line in lines(name))
    return {row[0]: tuple(row[1:]) for row in rows}
