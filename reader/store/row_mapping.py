"""Conversions between rows and data, which report a row that this program can't have written as damage."""

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
def decoding(row: str) -> Iterator[None]:
    """Report an error while a row is decoded as damage of the library.

    Args:
        row: What the row is of, for the message.

    Raises:
        DatabaseError: With the code of a corrupt database, for what this program can't have written.
    """
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        damage = sqlite3.DatabaseError(f"{row} can't be read")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


def checked(read: _Read) -> _Read:
    """Return a dataclass that was read from a row. Raises TypeError where a value is not of the type of its field."""
    for field in fields(read):
        # What a generic type such as tuple[str, ...] holds is for its reader to look at.
        if isinstance(field.type, type | UnionType) and not isinstance(getattr(read, field.name), field.type):
            raise TypeError(field.name)
    return read


def location_to_db(location: str) -> str | bytes:
    """Return a path or an address as SQLite can store it, for a row and for every comparison with one.

    SQLite's text is Unicode. The name of a file on Unix is any bytes, and Python shows each byte that is not UTF-8 as a
    lone surrogate. Such a path is stored as its bytes, a BLOB, which a column of text leaves as it is.
    """
    try:
        location.encode()
    except UnicodeEncodeError:
        return os.fsencode(location)
    return location


def location_from_db(stored: str | bytes) -> str:
    """Return the path or address that `location_to_db` made this value of."""
    return os.fsdecode(stored) if isinstance(stored, bytes) else stored
