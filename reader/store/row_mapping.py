"""Rows as the data they were made from, and damage told as damage where they can't be."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from types import UnionType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Read = TypeVar("_Read", bound="DataclassInstance")


@contextmanager
def sensible(row: str) -> Iterator[None]:
    """Where what `row` names is read from its row. Raises DatabaseError for what this program can't have written."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        damage = sqlite3.DatabaseError(f"{row} makes no sense")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


def whole(read: _Read) -> _Read:
    """What was `read` from a row, a dataclass. Raises TypeError where a value is not of the type of its field."""
    for field in fields(read):
        # What a generic type such as tuple[str, ...] holds is for its reader to look at.
        if isinstance(field.type, type | UnionType) and not isinstance(getattr(read, field.name), field.type):
            raise TypeError(field.name)
    return read


def stored_place(place: str) -> str | bytes:
    """Return a place (a path or an address) as SQLite can hold it, for a row and for every comparison with one.

    SQLite's text is Unicode. The name of a file on Unix is any bytes, and Python shows each byte that is not UTF-8 as a
    lone surrogate. Such a place is stored as its bytes, a BLOB, which no column of text changes.
    """
    try:
        place.encode()
    except UnicodeEncodeError:
        return os.fsencode(place)
    return place


def place_from(stored: str | bytes) -> str:
    """Return the place that `stored_place` made this value of."""
    return os.fsdecode(stored) if isinstance(stored, bytes) else stored
