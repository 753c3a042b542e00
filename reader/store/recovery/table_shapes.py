"""What a row of each table looks like, to tell rows apart where no page says which table they belong to."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from reader.store.database import migrations
from reader.store.recovery.records import Value

_TYPES: dict[str, tuple[type, ...]] = {"TEXT": (str, bytes), "INTEGER": (int,), "BLOB": (bytes,)}


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table of the library.

    Attributes:
        name: Its name.
        columns: The names of its columns.
        types: The types that each may hold in a record.
        required: Whether each must have a value.
        defaults: The values of the columns that records of earlier formats lack, from the last required one on.
        key: The columns of the primary key.
    """

    name: str
    columns: tuple[str, ...]
    types: tuple[tuple[type, ...], ...]
    required: tuple[bool, ...]
    defaults: tuple[Value, ...]
    key: tuple[str, ...]

    def complete(self, record: tuple[Value, ...]) -> tuple[Value, ...] | None:
        """Return the record with the columns that it lacks; None where it can't be a row of this table."""
        missing = len(self.columns) - len(record)
        if not 0 <= missing <= len(self.defaults):
            return None
        values = (*record, *self.defaults[len(self.defaults) - missing :])
        for value, types, required in zip(values, self.types, self.required, strict=True):
            if required if value is None else not isinstance(value, types):
                return None
        return values


@cache
def table_shapes() -> dict[str, TableShape]:
    """Return the shapes of all tables, as the migrations make them."""
    connection = sqlite3.connect(":memory:")
    try:
        for _, script in migrations():
            connection.executescript(script)
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _shape(connection, name) for name in names}
    finally:
        connection.close()


def _shape(connection: sqlite3.Connection, name: str) -> TableShape:
    info = connection.execute('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', (name,))
    columns, types, required, defaults, keys = zip(*info.fetchall(), strict=True)
    added = [connection.execute(f"SELECT {value}").fetchone()[0] for value in defaults if value is not None]
    return TableShape(
        name,
        columns,
        tuple(_TYPES[kind] for kind in types),
        tuple(bool(is_required or in_key) for is_required, in_key in zip(required, keys, strict=True)),
        tuple(added),
        tuple(column for column, in_key in zip(columns, keys, strict=True) if in_key),
    )


def possible_tables(record: tuple[Value, ...]) -> tuple[str, ...]:
    """Return the tables that have rows with as many values, of the same types."""
    return tuple(name for name, shape in table_shapes().items() if shape.complete(record) is not None)


def likely_tables(record: tuple[Value, ...], tables: Collection[str], feeds: Collection[Value]) -> tuple[str, ...]:
    """Return those of the tables in which a record of an unknown page makes sense.

    Two can't be told apart where an address is both an article's name and its place: then it is both.

    Args:
        record: The record.
        tables: The possible tables.
        feeds: The addresses that are those of feeds.
    """
    return tuple(name for name in tables if _fits(name, record[0], feeds))


def _fits(name: str, first: Value, feeds: Collection[Value]) -> bool:
    """Whether the first value of a record is what this table has there, among the tables with as many columns."""
    is_address = isinstance(first, str) and "://" in first
    is_path = isinstance(first, bytes) or (isinstance(first, str) and first.startswith("/"))
    match name:
        case "waiting":
            return is_address
        case "known_voices":
            return not is_address
        case "feed_items":
            return first in feeds
        case "places":
            return (is_address or is_path) and first not in feeds
        case "identities":
            return not is_path and first not in feeds
    return True
