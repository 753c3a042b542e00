"""Rows as the data they were made from, and damage told as damage where they can't be."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def decoding(row: str) -> Iterator[None]:
    """Where what `row` names is read from its row. Raises DatabaseError for what this program can't have written."""
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        damage = sqlite3.DatabaseError(f"{row} makes no sense")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


def location_to_db(place: str) -> str | bytes:
    """Return a place (a path or an address) as SQLite can hold it, for a row and for every comparison with one.

    SQLite's text is Unicode. The name of a file on Unix is any bytes, and Python shows each byte that is not UTF-8 as a
    lone surrogate. Such a place is stored as its bytes, a BLOB, which no column of text changes.
    """
    try:
        place.encode()
    except UnicodeEncodeError:
        return os.fsencode(place)
    return place


def location_from_db(stored: str | bytes) -> str:
    """Return the place that `location_to_db` made this value of."""
    return os.fsdecode(stored) if isinstance(stored, bytes) else stored
