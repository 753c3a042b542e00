"""Rows are found in a damaged library wherever they still stand."""

import itertools
import sqlite3

import pytest

from reader.store import Store
from reader.store.recovery.salvage import is_library, kept_tables, read_salvage
from tests.store.library_factory import NOW, article, kept
from tests.store.recovery.conftest import PAGE, flip, roots
from tests.store.test_processes import start


def everything(path):
    connection = sqlite3.connect(path)
    try:
        return {table: {*connection.execute(f"SELECT * FROM {table}")} for table in kept_tables()}  # noqa: S608
    finally:
        connection.close()


def salvaged(path):
    salvage = read_salvage(path)
    return {table: {row.values for row in salvage.rows(table)} for table in kept_tables()}


def test_a_sound_library_gives_all_its_rows(path):
    assert salvaged(path) == everything(path)
    assert read_salvage(path).is_library


@pytest.mark.no_cover
@pytest.mark.parametrize("at", range(120), ids=str)
def test_no_byte_of_the_headers_costs_a_row(path, at):
    before = everything(path)
    flip(path, at)
    assert salvaged(path) == before
    assert read_salvage(path).is_library


@pytest.mark.parametrize("at", range(8))
@pytest.mark.parametrize("table", ["articles", "versions", "highlights", "waiting", "feeds", "corrections"])
def test_no_byte_of_a_pages_header_costs_a_row(path, table, at):
    before = everything(path)
    flip(path, (roots(path)[table] - 1) * PAGE + at)
    assert salvaged(path) == before


def test_a_row_is_found_that_no_pointer_leads_to(path):
    before = everything(path)
    for pointer in (8, 9, 10, 12):
        flip(path, (roots(path)[pointer and "highlights"] - 1) * PAGE + pointer)
    assert salvaged(path) == before


@pytest.mark.no_cover
def test_rows_of_pages_are_found_whose_table_is_not_described_any_more(path):
    before = everything(path)
    whole = path.read_bytes()
    for name in before:
        at = whole.index(b"CREATE TABLE " + name.encode())
        whole = whole[: at - 30] + bytes(30) + whole[at:]
    path.write_bytes(whole)
    found = salvaged(path)
    # The address of an article that is its key as well is its place, too.
    assert {name for name in before if found[name] - before[name]} <= {"identities", "places"}
    assert all(before[name] <= found[name] for name in before)


def many(path):
    store = Store(path)
    with store.writing():
        store.articles.record(article(), None, NOW)
        for number in range(300):
            store.highlights.add(kept(f"m{number}", note="Ask why. " * 20))
    return store


@pytest.mark.no_cover
def test_rows_are_found_below_a_page_that_leads_to_them_no_more(path):
    many(path).close()
    before = everything(path)
    start = (roots(path)["highlights"] - 1) * PAGE
    whole = path.read_bytes()
    assert whole[start] == 5  # the page leads to others
    path.write_bytes(whole[:start] + bytes(PAGE) + whole[start + PAGE :])
    assert salvaged(path) == before


def log_of(path):
    return path.with_name(f"{path.name}-wal")


@pytest.mark.no_cover
def test_the_rows_in_the_log_count_and_a_damaged_frame_spoils_none_of_the_others(path, tmp_path):
    store = many(path)
    before = everything(path)
    whole, log = path.read_bytes(), log_of(path).read_bytes()
    store.close()
    copy = tmp_path / "copy.db"
    step = PAGE + 24
    for at in (3, 17, 25, 32 + 5, 32 + 9, 32 + 18, 32 + 24, 32 + 4 * step + 12, 32 + 4 * step + 20):
        copy.write_bytes(whole)
        log_of(copy).write_bytes(log)
        flip(log_of(copy), at)
        assert salvaged(copy) == before, at


@pytest.mark.no_cover
@pytest.mark.no_cover
def test_a_frame_that_bears_the_number_of_another_page_costs_no_row(path, tmp_path):
    store = many(path)
    before = everything(path)
    whole, log = path.read_bytes(), log_of(path).read_bytes()
    store.close()
    copy = tmp_path / "copy.db"
    step = PAGE + 24
    counts = {table: len(rows) for table, rows in before.items()}
    starts = range(32, len(log), step)
    assert len(starts) > 5
    for frame, other in itertools.permutations((*starts[:2], *starts[-2:]), 2):
        if log[frame : frame + 4] == log[other : other + 4]:
            continue
        copy.write_bytes(whole)
        log_of(copy).write_bytes(log[:frame] + log[other : other + 4] + log[frame + 4 :])
        found = salvaged(copy)
        assert {table: len(rows) for table, rows in found.items()} == counts, (frame, other)
        assert len(found["highlights"] - before["highlights"]) <= 3, (frame, other)


@pytest.mark.no_cover
def test_pages_that_only_a_damaged_log_had_cost_no_more_than_their_rows(path, tmp_path):
    store = many(path)
    whole, log = path.read_bytes(), log_of(path).read_bytes()
    store.close()
    copy = tmp_path / "copy.db"
    for size in (0, PAGE):
        for at in (32, 35):
            copy.write_bytes(whole[:size])
            log_of(copy).write_bytes(log)
            flip(log_of(copy), at)
            assert {row[0] for row in salvaged(copy)["highlights"]} >= {"m0", "m299"}


@pytest.mark.no_cover
@pytest.mark.no_cover
@pytest.mark.parametrize("bits", [0x01, 0xFF])
def test_no_byte_before_a_row_costs_another_row(path, bits):
    before, whole = everything(path), path.read_bytes()
    start = (roots(path)["highlights"] - 1) * PAGE
    cells = [int.from_bytes(whole[start + at : start + at + 2], "big") for at in (8, 10, 12)]
    for cell, byte in itertools.product(cells, range(6)):
        path.write_bytes(whole)
        flip(path, start + cell + byte, bits)
        found = salvaged(path)
        assert len(before["highlights"] & found["highlights"]) >= 2, (cell, byte)
        assert {table: rows for table, rows in found.items() if table != "highlights"} == {
            table: rows for table, rows in before.items() if table != "highlights"
        }


def test_asking_whether_a_file_is_a_library_gives_up_no_lock(path):
    store = Store(path)
    with store.writing():
        store.highlights.set_note("h0", "meanwhile", NOW)
        assert is_library(path)
        process = start("Store(path, timeout=0.1).connection.execute('BEGIN IMMEDIATE')", path)
        assert "locked" in process.communicate()[0]
    store.close()
    assert is_library(path)


def test_what_an_earlier_log_left_behind_the_present_one_is_older(path):
    store = many(path)
    with store.writing():
        for number in range(300):
            store.highlights.set_note(f"m{number}", "older", NOW)
    store.connection.execute("PRAGMA wal_checkpoint(RESTART)")
    with store.writing():
        store.highlights.set_note("m7", "newest", NOW)
    assert salvaged(path) == everything(path)
    store.close()


def test_a_page_that_is_not_used_any_more_gives_no_rows(path):
    store = many(path)
    store.connection.execute("PRAGMA secure_delete = OFF")
    store.connection.execute("DELETE FROM highlights WHERE id LIKE 'm%'")
    store.close()
    assert {row[0] for row in salvaged(path)["highlights"]} == {"h0", "h1", "h2"}


@pytest.mark.parametrize("script", ["CREATE TABLE birds (name TEXT)", "CREATE TABLE highlights (id TEXT)"])
def test_the_database_of_another_program_is_no_library(tmp_path, script):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute(script)
    connection.close()
    assert not read_salvage(path).is_library


@pytest.mark.no_cover
def test_any_file_can_be_looked_at(tmp_path):
    path = tmp_path / "diary.txt"
    for content in (b"", b"Dear diary", b"\x0d" * 5_000, b"\x05" * 5_000, bytes(8192)):
        path.write_bytes(content)
        assert not read_salvage(path).is_library
        assert not any(salvaged(path).values())
