"""Records are read from pages as SQLite reads them, whatever the size of the pages and of the values."""

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.store.recovery.page_images import PageImages, read_page_images
from reader.store.recovery.records import (
    LEAF_INDEX,
    LEAF_TABLE,
    column_types,
    decode_record,
    page_header,
    read_cell,
    varint,
)
from reader.store.recovery.salvage import Salvage

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=400),
    st.binary(max_size=3000),
)


def records(salvage, root, kinds):
    """The rowids and values that a b-tree leads to."""
    for image, header in salvage._tree(root, kinds):
        for cell in salvage_cells(image, header, salvage._usable):
            record = salvage._record(cell)
            if record is not None:
                yield cell.rowid, record


def salvage_cells(image, header, usable):
    places = [
        int.from_bytes(image.content[at : at + 2], "big")
        for at in range(header.pointers, header.pointers + 2 * header.cells, 2)
    ]
    cells = (read_cell(image.content, at, header.kind, usable) for at in places)
    return [cell for cell in cells if cell is not None and cell.size]


@settings(max_examples=40)
@given(st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=40), st.sampled_from([512, 1024, 4096]), st.booleans())
def test_every_row_and_every_entry_of_an_index_is_read_as_sqlite_reads_it(rows, size, with_log):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.db"
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute(f"PRAGMA journal_mode = {'WAL' if with_log else 'DELETE'}")
        connection.execute("CREATE TABLE t (a, b, c)")
        connection.execute("CREATE INDEX i ON t (a, b)")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        expected = connection.execute("SELECT rowid, a, b, c FROM t").fetchall()
        entries = connection.execute("SELECT a, b, rowid FROM t").fetchall()
        salvage = Salvage(read_page_images(path))
        assert salvage._pages.page_size == size
        found = dict(records(salvage, salvage._roots["t"], {LEAF_TABLE, 5}))
        assert {rowid: repr(values) for rowid, *values in expected} == {
            rowid: repr([*record]) for rowid, record in found.items()
        }
        assert sorted(map(repr, salvage.index_entries("i", 2))) == sorted(map(repr, entries))
        assert not salvage.is_library
        connection.close()


@pytest.mark.no_cover
@given(st.binary(min_size=257, max_size=400))
def test_whatever_the_bytes_are_a_cell_is_none_or_lies_within_them(data):
    for at in range(len(data)):
        for kind in (2, 5, LEAF_INDEX, LEAF_TABLE):
            cell = read_cell(data, at, kind, len(data))
            assert cell is None or at < cell.end <= len(data) + 3
    decode_record(data)
    column_types(data, len(data))


def test_a_number_of_nine_bytes_has_all_eight_bits_of_the_last():
    assert varint(b"\xff" * 9, 0) == (2**64 - 1, 9)
    assert varint(b"\x81\x00", 0) == (128, 2)


def test_an_empty_file_has_no_pages():
    pages = PageImages(b"")
    assert (pages.count, pages.images(1)) == (0, ())
    assert not Salvage(pages).is_library
    assert page_header(b"\0" * 512, 2).cells == 0
