"""Read the word lists of the argument analysis."""

import re
from functools import cache

from reader.analysis.words import lexicon

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
"""A word as in the lists: with its apostrophes and hyphens."""

_PACKAGE = "argument"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the entries of a list, each as its tab-separated columns, in file order."""
    return tuple(tuple(line.split("\t")) for line in lexicon.lines(name, _PACKAGE))


@cache
def words(name: str) -> frozenset[str]:
    """Return the first column of a list as a set."""
    return lexicon.entries(name, _PACKAGE)


@cache
def table(name: str) -> dict[str, str]:
    """Return a list as a mapping from its first column to the second."""
    return {entry: columns[0] for entry, columns in lexicon.table(name, _PACKAGE).items()}
