"""A library in which every table is filled, its rows, and the bytes of its files that each row lies in."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeAlias

from reader.store import FollowedFeed, Store, StoredCorrection, StoredKnownVoice, UnreadEntry, digest
from reader.store.position_repository import DRAFT, LAST, StoredPosition
from reader.store.recovery.salvage import Salvage, kept_tables, read_salvage
from reader.store.recovery.table_shapes import table_shapes
from tests.store.library_factory import NOW, article, kept

Row: TypeAlias = tuple[str, tuple[object, ...]]
"""A table's name, and the values of the row."""

_FRAME_HEADER = 24
_ARTICLES = 20


@dataclass(frozen=True, slots=True)
class Files:
    """The bytes of a library and of its log, and which of them each row lies in.

    Attributes:
        data: The library's file.
        log: Its log, which may be empty.
        places: For each row the parts of `data + log` that it can't be read without, half-open.
    """

    data: bytes
    log: bytes
    places: dict[Row, list[tuple[int, int]]]

    def write(self, path: Path) -> None:
        """Write a library with these files."""
        path.write_bytes(self.data)
        path.with_name(f"{path.name}-wal").write_bytes(self.log)

    def untouched(self, start: int, end: int) -> set[Row]:
        """Return the rows of which no byte lies in a part of `data + log`."""
        return {row for row, parts in self.places.items() if all(hi <= start or end <= lo for lo, hi in parts)}


def _key(number: int) -> str:
    return f"https://weir.invalid/{number}" if number % 2 else digest(str(number))


def fill(store: Store, random: Random) -> None:
    """Fill every table, with texts and notes of which some need many pages."""
    for number in range(_ARTICLES):
        key = _key(number)
        place = f"https://weir.invalid/{number}" if number % 4 == 1 else f"/papers/{number}.txt"
        text = f"Weir {number}\n\n" + f"The weir stayed shut all night {number}. " * random.randrange(1, 600)
        paper = article(text.strip(), key=key, title=f"Weir {number}", outlet="The Sluice")
        with store.writing():
            store.articles.record(paper, place, NOW)
            for each in range(5):
                note = "Ask «why», två gånger 💧. " * random.randrange(0, 500 if each == 4 else 6)
                store.highlights.add(kept(f"{number:x}a{each}", key, text=paper.text, note=note))
            store.corrections.add([StoredCorrection(f"c{number}", key, paper.id, "engine", '{"op": 1}', NOW)])
            store.corrections.add_known(StoredKnownVoice(f"k{number}", f"Tove {number}", "role", "smith", NOW))
            for kind, words in ((LAST, "The weir"), (DRAFT, "not yet saved " * number)):
                store.positions.put(key, StoredPosition(kind, "", paper.id, 3, words, "before", "after"), NOW)
            store.reading_list.add([UnreadEntry(f"https://lock.invalid/{number}", "A", "B", "C", "2026-01-01", NOW)])
            store.feeds.put(FollowedFeed(f"https://feed.invalid/{number}", "A", NOW, NOW))
            store.feeds.set_items(f"https://feed.invalid/{number}", [f"item {each}" for each in range(9)])


def sample_files(folder: Path, *, with_log: bool, seed: int = 1) -> Files:
    """Make such a library in an empty folder and return its files; `with_log`: its newest rows are in its log alone."""
    path = folder / "sample.db"
    store = Store(path)
    fill(store, Random(seed))  # noqa: S311 - nothing secret: the same library each time
    if with_log:
        store.connection.execute("PRAGMA wal_checkpoint(RESTART)")
        with store.writing():
            for number in range(0, _ARTICLES, 3):
                store.highlights.set_note(f"{number:x}a0", f"written last {number} " * 9, NOW)
                store.highlights.add(kept(f"{number:x}a9", _key(number)))
    else:
        store.close()
    data, log = path.read_bytes(), b""
    if with_log:
        log = path.with_name("sample.db-wal").read_bytes()
    salvage = read_salvage(path)
    places = dict(_places(salvage, data, log))
    rows = rows_of(path)
    store.close()
    assert places.keys() == rows
    return Files(data, log, places)


def rows_of(path: Path) -> set[Row]:
    """Return all rows of a library that can't be made again."""
    connection = sqlite3.connect(path)
    try:
        return {(table, row) for table in kept_tables() for row in connection.execute(f"SELECT * FROM {table}")}  # noqa: S608
    finally:
        connection.close()


def _places(salvage: Salvage, data: bytes, log: bytes) -> Iterator[tuple[Row, list[tuple[int, int]]]]:
    """Yield each row and its parts, as the project's own reader finds them in sound files."""
    size, usable = salvage._pages.page_size, salvage._usable
    starts = {number: (number - 1) * size for number in range(1, len(data) // size + 1)}
    step = size + _FRAME_HEADER
    salts = log[16:24]
    for start in (start for start in range(32, len(log), step) if log[start + 8 : start + 16] == salts):
        starts[int.from_bytes(log[start : start + 4], "big")] = len(data) + start + _FRAME_HEADER
    for leaf in salvage._leaves:
        for cell, record in salvage._records(leaf.image, leaf.owner) if leaf.owner else ():
            at = starts[leaf.image.number]
            parts = [(at + cell.start, at + cell.end)]
            left, number = cell.size - len(cell.local), cell.overflow
            while left > 0:
                at, length = starts[number], min(left, usable - 4)
                # The header of a frame in the log says which page it is.
                parts.append((at - (_FRAME_HEADER if at >= len(data) else 0), at + 4 + length))
                left -= length
                number = int.from_bytes(salvage._pages.content(number)[:4], "big")
            yield (leaf.owner or "", table_shapes()[leaf.owner or ""].complete(record) or ()), parts
