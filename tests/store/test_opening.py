"""The library's file is made, brought up to date, and left alone where it is not ours to touch."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import StorageError
from reader.store import Store, database
from reader.store.failures import explain
from tests.store.library_factory import NOW, article

LATEST = database.migrations()[-1][0]


def pragma(path: Path, name: str):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "library.db"


@pytest.fixture
def made(path):
    Store(path).close()
    return path


def test_a_new_library_has_its_folder_application_id_and_version(path):
    Store(path).close()
    assert pragma(path, "application_id") == database.APPLICATION_ID
    assert pragma(path, "user_version") == LATEST
    assert pragma(path, "journal_mode") == "wal"


def test_the_folder_of_the_library_is_private(path):
    Store(path).close()
    assert path.parent.stat().st_mode & 0o077 == 0


def test_commits_are_synchronous_and_foreign_keys_are_enforced(path):
    store = Store(path)
    full = 2
    assert store._connection.execute("PRAGMA synchronous").fetchone()[0] == full
    assert store._connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    store.close()


def test_migrations_count_from_one_without_a_gap():
    assert [number for number, _ in database.migrations()] == list(range(1, LATEST + 1))


def test_an_empty_file_becomes_a_library(path):
    path.parent.mkdir()
    path.touch()
    Store(path).close()
    assert pragma(path, "user_version") == LATEST


def test_a_later_migration_runs_once_and_keeps_what_is_there(made, monkeypatch):
    later = (
        LATEST + 1,
        "-- A remark; not a statement.\nCREATE TABLE extra (\n    word TEXT\n);\nINSERT INTO extra VALUES ('a;b');\n",
    )
    both = (*database.migrations(), later)
    monkeypatch.setattr(database, "migrations", lambda: both)
    for _ in range(2):
        store = Store(made)
        assert store._connection.execute("SELECT word FROM extra").fetchall() == [("a;b",)]
        store.close()
    assert pragma(made, "user_version") == LATEST + 1


def test_a_highlight_of_an_earlier_format_is_read_and_has_no_pending_speaker(path, monkeypatch):
    earlier = database.migrations()[:4]
    with monkeypatch.context() as then:
        then.setattr(database, "migrations", lambda: earlier)
        store = Store(path)
        store._connection.execute(
            "INSERT INTO articles (id, location, digest, first_read, last_read) VALUES ('one', '-', 'd', ?, ?)",
            (NOW, NOW),
        )
        store._connection.execute(
            "INSERT INTO highlights VALUES ('h', 'one', 'd', '[[0, 4]]', 'A Dr', '', 'y', NULL, NULL, 'pink', 'why', "
            "'[]', ?, ?, NULL)",
            (NOW, NOW),
        )
        store.close()
    store = Store(path)
    with store.reading():
        (kept,) = store.highlights.of("one")
    store.close()
    assert (kept.highlight.exact, kept.highlight.note, kept.highlight.speaker_pending) == ("A Dr", "why", False)
    assert (kept.highlight.created, kept.deleted_at) == (NOW, None)


def test_a_migration_that_fails_leaves_the_library_as_it_was(made, monkeypatch):
    broken = (LATEST + 1, "CREATE TABLE extra (word TEXT);\nINSERT INTO nowhere VALUES (1);\n")
    both = (*database.migrations(), broken)
    monkeypatch.setattr(database, "migrations", lambda: both)
    with pytest.raises(StorageError, match="nowhere"):
        Store(made)
    assert pragma(made, "user_version") == LATEST
    connection = sqlite3.connect(made)
    assert not connection.execute("SELECT * FROM sqlite_master WHERE name = 'extra'").fetchall()
    connection.close()


def newer(path):
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {LATEST + 6}")
    connection.close()


def other_program(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 77")
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.commit()
    connection.close()


def nameless_database(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.commit()
    connection.close()


def no_database(path):
    path.write_text("Dear diary, this is no database at all.\n" * 40)


def cut_header(path):
    path.write_bytes(b"SQLite format 3\x00" + b"\x10")


def cut_short(path):
    Store(path).close()
    path.write_bytes(path.read_bytes()[:-5000])


def scrambled(path):
    Store(path).close()
    whole = bytearray(path.read_bytes())
    # The first page after its header is the table of contents, which every use reads.
    whole[100:4000] = b"\xff" * 3900
    path.write_bytes(bytes(whole))


REFUSED = [
    (newer, f"newer Pullquote (format {LATEST + 6}, this one knows {LATEST}): update"),
    (other_program, "not a Pullquote library (an SQLite database of another program)"),
    (nameless_database, "not a Pullquote library (an SQLite database of another program)"),
    (no_database, "not a Pullquote library (not an SQLite database"),
    (cut_header, "damaged (it is cut short)"),
    (cut_short, "damaged (it is cut short)"),
    (scrambled, "damaged (database disk image is malformed)"),
]


@pytest.mark.parametrize(("make", "sentence"), REFUSED, ids=[make.__name__ for make, _ in REFUSED])
def test_a_file_that_is_not_a_sound_library_is_refused_and_not_changed(tmp_path, make, sentence):
    path = tmp_path / "library.db"
    make(path)
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(StorageError) as caught:
            Store(path)
        told = str(caught.value)
        assert sentence in told
        assert str(path) in told
        assert "PULLQUOTE_HOME" in told
        assert told.endswith(".")
        assert "\n" not in told
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} <= {"library.db", "library.db-wal", "library.db-shm"}


def test_the_message_for_a_damaged_library_says_how_to_recover_it(tmp_path):
    path = tmp_path / "library.db"
    cut_short(path)
    with pytest.raises(StorageError, match=r"quit Pullquote in all windows and run pullquote library recover"):
        Store(path)


def test_damage_found_in_use_is_reported_and_rolled_back(made):
    whole = damaged_table(made, "highlights")
    store = Store(made)
    with pytest.raises(StorageError, match="damaged"), store.writing():
        store.highlights.of("x")
    assert not store._connection.in_transaction
    store.close()
    assert made.read_bytes() == whole


def damaged_where_nothing_is_read(path):
    """Spoil the pages of a table that recording an article doesn't touch."""
    return damaged_table(path, "analyses")


def damaged_table(path, name):
    """Spoil the first page of a table, and return the file's bytes."""
    connection = sqlite3.connect(path)
    [(root,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchall()
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    whole = bytearray(path.read_bytes())
    whole[(root - 1) * size : root * size] = b"\xee" * size
    path.write_bytes(bytes(whole))
    return bytes(whole)


def test_damage_anywhere_is_found_before_the_first_write(made):
    before = damaged_where_nothing_is_read(made)
    store = Store(made)
    for _ in range(2):
        with pytest.raises(StorageError, match="damaged"), store.writing():
            store.articles.record(article(), None, NOW)
    store.close()
    assert made.read_bytes() == before


def test_a_library_too_large_to_check_is_used_unchecked(made, monkeypatch):
    damaged_where_nothing_is_read(made)
    monkeypatch.setattr(database, "_MAX_CHECKED", 1)
    store = Store(made)
    with store.writing():
        store.articles.record(article(), None, NOW)
    assert store.articles.get(article().id) is not None
    store.close()


def a_folder(tmp_path):
    (tmp_path / "library.db").mkdir()
    return tmp_path / "library.db"


def below_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    return tmp_path / "file" / "library.db"


def below_a_files_folder(tmp_path):
    return below_a_file(tmp_path).parent / "deeper" / "library.db"


def a_device(tmp_path):
    (tmp_path / "library.db").symlink_to(os.devnull)
    return tmp_path / "library.db"


PLACES = [
    (a_folder, "is not a Pullquote library (a folder)"),
    (below_a_file, "can't be made (a file is in its place)"),
    (below_a_files_folder, "can't be made (Not a directory)"),
    (a_device, "is not a Pullquote library (not a regular file)"),
]


@pytest.mark.parametrize(("make", "sentence"), PLACES, ids=[make.__name__ for make, _ in PLACES])
def test_a_path_where_no_library_can_be_made_is_reported(tmp_path, make, sentence):
    with pytest.raises(StorageError) as caught:
        Store(make(tmp_path))
    assert sentence in str(caught.value)


def test_a_read_only_folder_is_reported():
    # Root may write anywhere, but nobody makes folders in /proc.
    with pytest.raises(StorageError, match=r"The folder /proc/pullquote for your library can't be made"):
        Store(Path("/proc/pullquote/library.db"))


def test_a_read_only_file_is_reported(made, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **how: connect(f"file:{path}?mode=ro", uri=True, **how))
    store = Store(made)
    with (
        pytest.raises(StorageError, match=r"can't be opened for writing \(attempt to write a readonly database\)"),
        store.writing(),
    ):
        store.highlights.delete("x", "now")
    store.close()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN])
def test_a_library_in_a_read_only_folder_can_be_read(made, monkeypatch, code):
    store = Store(made)
    with store.writing():
        store.articles.record(article(), None, NOW)
    store.close()

    def refuse(*_):
        error = sqlite3.OperationalError("not here")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(database, "use_write_ahead_log", refuse)
    store = Store(made)
    with store.reading():
        assert len(store.articles.entries()) == 1
    with pytest.raises(StorageError, match="can't be opened for writing"), store.writing():
        store.highlights.delete("x", NOW)
    store.close()
    later = (LATEST + 1, "CREATE TABLE extra (word TEXT);")
    both = (*database.migrations(), later)
    monkeypatch.setattr(database, "migrations", lambda: both)
    monkeypatch.setattr(database, "_migrate", refuse)
    with pytest.raises(StorageError, match=r"can't be opened for writing \(not here\)"):
        Store(made)
    monkeypatch.setattr(database, "_for_writing", refuse)
    made.unlink()
    with pytest.raises(StorageError, match=r"can't be opened for writing \(not here\)"):
        Store(made)


def test_an_interrupted_creation_of_the_library_is_repaired(tmp_path):
    path = tmp_path / "library.db"
    script = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA cache_size = 1')\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "connection.execute('CREATE TABLE t (x TEXT)')\n"
        "for _ in range(200): connection.execute('INSERT INTO t VALUES (?)', ('x' * 3000,))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, path], check=False)
    assert path.stat().st_size > 0
    assert path.with_name("library.db-journal").exists()
    Store(path).close()
    assert pragma(path, "application_id") == database.APPLICATION_ID


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_FULL, "the disk is full: free disk space"),
        (sqlite3.SQLITE_BUSY, "is locked by another program"),
        (sqlite3.SQLITE_LOCKED, "is locked by another program"),
        (sqlite3.SQLITE_IOERR | 3 << 8, "could not be read or written (odd)"),
        (sqlite3.SQLITE_CANTOPEN, "can't be opened for writing (odd)"),
        (sqlite3.SQLITE_READONLY, "can't be opened for writing (odd)"),
        (sqlite3.SQLITE_NOTADB, "is not a Pullquote library"),
        (sqlite3.SQLITE_CORRUPT, "is damaged (odd)"),
        (sqlite3.SQLITE_MISUSE, "could not be used (odd)"),
    ],
)
def test_every_kind_of_failure_has_a_message(code, sentence):
    error = sqlite3.OperationalError("odd")
    error.sqlite_errorcode = code
    told = str(explain(error, Path("/home/ada/library.db")))
    assert sentence in told
    assert "/home/ada/library.db" in told


def test_an_error_without_a_code_has_a_message():
    assert "could not be used (closed)" in str(explain(sqlite3.ProgrammingError("closed"), Path("a.db")))
