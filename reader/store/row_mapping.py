"""Conversions between rows and data. A row that this program can't have written is left out and named, or an error."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar

from reader.printable import printable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Read = TypeVar("_Read", bound="DataclassInstance")
_Decoded = TypeVar("_Decoded")

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What decoding a row raises that this program can't have written."""

UnreadableRows = dict[str, None]
"""The names of rows that were left out, in the order in which they were found, each once."""

_LONGEST_NAME = 60


class UnreadableRowError(sqlite3.DatabaseError):
    """A row that this program can't have written; SQLite itself finds nothing wrong with it."""


def text_or_bytes(stored: bytes) -> str | bytes:
    """Return a text of SQLite's, or its bytes where it is not UTF-8, so that it spoils no row but its own."""
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored


def readable(
    rows: Iterable[Any], decode: Callable[[Any], _Decoded], name: Callable[[Any], str], unreadable: UnreadableRows
) -> Iterator[_Decoded]:
    """Yield the rows that can be decoded, and add the names of the others to `unreadable`.

    Args:
        rows: The rows, as SQLite returns them.
        decode: Returns the data of a row.
        name: Returns a name of a row for a message, such as "the highlight “…”".
        unreadable: Where the names are added.
    """
    for row in rows:
        try:
            decoded = decode(row)
        except UNREADABLE:
            unreadable[name(row)] = None
        else:
            yield decoded


def row_name(noun: str, *values: object) -> str:
    """Return a name of a row for a message: a noun, and the first of the values that is text."""
    words = next((" ".join(value.split()) for value in values if isinstance(value, str) and value.strip()), "")
    short = words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1].rstrip()}…"
    return printable(f"{noun} “{short.strip('“”')}”" if short else noun)


@contextmanager
def decoding(row: str) -> Iterator[None]:
    """Report an error while a row is decoded as damage of the library.

    Args:
        row: What the row is of, for the message.

    Raises:
        UnreadableRowError: For what this program can't have written.
    """
    try:
        yield
    except UNREADABLE as error:
        raise UnreadableRowError(f"{row} can't be read") from error


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
