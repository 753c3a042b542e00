"""The word lists of the argument stage: sorted data files in `data/`, each with a header line on its source."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of `data/<name>.txt`, each as its tab-separated columns, in file order, without "#" lines."""
    raw = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in raw if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of `data/<name>.txt` as a set."""
    return frozenset(row[0] for row in rows(name))


@cache
def table(name: str) -> dict[str, str]:
    """The first column of `data/<name>.txt` mapped to the second."""
    return {row[0]: row[1] for row in rows(name)}
