"""Read the word lists of the analysis: sorted data files, each with a header line that names its origin."""

import re
from functools import cache
from pathlib import Path

_ANALYSIS = Path(__file__).parents[1]
_NAMED = re.compile(r"\{([a-z_]+)\}")


@cache
def lines(name: str, package: str = "words") -> tuple[str, ...]:
    """Return the entries of a word list in file order, without comments (lines that begin with "#") and blank lines.

    Args:
        name: The file name without ".txt".
        package: The subpackage of `reader.analysis` whose folder `data` has the list: "words", "voices" or "argument".
    """
    return lines_of(_ANALYSIS / package / "data" / f"{name}.txt")


def lines_of(path: Path) -> tuple[str, ...]:
    """Return the entries of the word list at `path`, as `lines` does."""
    raw = path.read_text(encoding="utf-8").splitlines()
    return tuple([entry for line in raw if not line.startswith("#") and (entry := line.strip())])


@cache
def pattern(name: str, package: str) -> str:
    """Return the ways to say something in data/constructions.txt of a package as one regular expression."""
    rows = (line.split("\t") for line in lines("constructions", package))
    return with_named("(?:" + "|".join(way for said, way, _ in rows if said == name) + ")", package)


def with_named(way: str, package: str) -> str:
    """Return a regular expression of that list with the others that it names ("{works}") in it."""
    return _NAMED.sub(lambda other: pattern(other[1], package), way)


@cache
def entries(name: str, package: str = "words") -> frozenset[str]:
    """Return the first column of a word list as a set. `name` and `package` as in `lines`."""
    return frozenset(table(name, package))


@cache
def table(name: str, package: str = "words") -> dict[str, tuple[str, ...]]:
    """Return a word list as a mapping from the first column to the others. `name` and `package` as in `lines`."""
    rows = (line.split("\t") for line in lines(name, package))
    return {row[0]: tuple(row[1:]) for row in rows}
