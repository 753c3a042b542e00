"""What is wrong with a library, in all its pages, indexes and rows."""

import sqlite3
from collections.abc import Iterator

from reader.printable import printable
from reader.store.database import other_schema
from reader.store.position_repository import KINDS
from reader.store.repositories import Store

_MAX_PROBLEMS = 20


def problems_of(store: Store) -> tuple[str, ...]:
    """Return what is wrong with a library, each in a few words; none where it is sound.

    Every page, every entry of an index and every row is read, which takes a second for some hundred megabytes.

    Args:
        store: The library, in no transaction.

    Raises:
        StorageError: It can't be read at all.
    """
    with store.reading():
        found = tuple(_problems(store.connection))
        if not found:
            _read_every_row(store)
    return (*found, *(f"{name} can't be read" for name in store.unreadable))


def _problems(connection: sqlite3.Connection) -> Iterator[str]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_MAX_PROBLEMS})"):
        if line != "ok":
            yield printable(str(line))
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {rowid} of the table {table} belongs to none of the table {parent}"
    schema = other_schema(connection)
    if schema is not None:
        yield schema


def _read_every_row(store: Store) -> None:
    """Read everything as a session does, so that the store names what it leaves out."""
    for (key,) in store.connection.execute("SELECT id FROM articles").fetchall():
        store.articles.get_without_text(key)
        store.highlights.of(key)
        store.corrections.of(key)
        store.positions.of(key, KINDS)
    store.articles.entries()
    store.reading_list.entries()
    store.feeds.all()
    store.corrections.known_voices()
