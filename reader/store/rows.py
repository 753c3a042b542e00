"""Rows as the data they were made from, and damage told as damage where they can't be."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def sensible(row: str) -> Iterator[None]:
    """Where what `row` names is read from its row. Raises DatabaseError for what this program can't have written."""
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        damage = sqlite3.DatabaseError(f"{row} makes no sense")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error
