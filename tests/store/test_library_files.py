"""A library that can't be used is set aside with all its files: no note is lost that only its log has."""

import re
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import StorageError
from reader.services.library import Library
from reader.store import Store
from reader.store.library_files import move_command
from tests.store.library_factory import NOW, article, kept
from tests.store.test_processes import ROOT, ids, start

KILLED = """
store = Store(path)
with store.writing():
    store.articles.record(article(), "/a.txt", NOW)
    store.highlights.add(kept())
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def path(tmp_path):
    """A library with nothing in it, and its log with a note: the process that wrote that was killed."""
    path = tmp_path / "ada's home" / "library.db"
    Store(path).close()
    before = path.read_bytes()
    process = start(KILLED, path)
    out, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL, out
    assert path.read_bytes() == before
    return path


def log_of(path):
    return path.with_name(f"{path.name}-wal")


def listed(path):
    """What `pullquote library` gives on the library at `path`, as a person runs it: exit status and what it tells."""
    process = subprocess.run(
        [sys.executable, "-m", "reader", "library"],
        cwd=ROOT,
        env={"PULLQUOTE_HOME": str(path.parent)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in process.stderr
    return process.returncode, process.stderr


def set_aside(told):
    """Where a library lies that was set aside, as a sentence tells it."""
    (folder,) = re.findall(r"set aside with all its files in (.*?), and", told)
    return Path(folder) / "library.db"


NOTHING = (0, "pullquote: Nothing read yet.\n")


def refused(path):
    with pytest.raises(StorageError) as caught:
        Store(path).close()
    return str(caught.value)


def follow(told):
    """Do what a sentence advises, as a person who copies the command into a shell; the folder where the files are."""
    (command,) = re.findall(r"\((cd [^)]*)\)", told)
    subprocess.run(["/bin/sh", "-c", command], check=True)
    _, home, _, _, folder, *_ = shlex.split(command)
    return Path(home) / folder


def no_header(path):
    path.write_bytes(b"\xee" * 100 + path.read_bytes()[100:])


def half_a_header(path):
    path.write_bytes(path.read_bytes()[:50])


@pytest.mark.parametrize("damage", [no_header, half_a_header])
def test_a_damaged_library_is_set_aside_with_its_log_and_the_note_in_that_is_recovered(path, damage):
    whole, log = path.read_bytes(), log_of(path).read_bytes()
    damage(path)
    spoiled = path.read_bytes()
    status, told = listed(path)
    assert status == 0
    aside = set_aside(told)
    assert aside.parent.parent == path.parent
    assert (aside.read_bytes(), log_of(aside).read_bytes()) == (spoiled, log)
    assert listed(path) == (0, "")
    assert ids(path) == {"h1"}
    aside.write_bytes(whole)
    assert ids(aside) == {"h1"}


def test_a_library_with_a_damaged_page_is_set_aside_with_the_notes_in_its_log(path):
    connection = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)
    [(root,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'places'").fetchall()
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    log = log_of(path).read_bytes()
    step, at = size + 24, 32
    frames = [log[start : start + step] for start in range(at, len(log), step)]
    kept = [frame for frame in frames if int.from_bytes(frame[:4], "big") != root]
    assert len(kept) < len(frames)  # the page is in the log: SQLite would read it there
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: (root - 1) * size] + b"\xee" * size + whole[root * size :])
    library = Library(lambda: path, enabled=True)
    with library.writing() as store:
        store.articles.record(article(key="two"), None, NOW)
    library.close()
    assert set_aside(library.notice).read_bytes()[(root - 1) * size : root * size] == b"\xee" * size
    assert ids(path) == {"h1"}


def moved_alone(path):
    path.rename(path.with_name("library.db.damaged"))


def emptied(path):
    path.write_bytes(b"")


@pytest.mark.parametrize("lose", [moved_alone, Path.unlink, emptied])
def test_no_library_is_made_where_the_log_of_another_is(path, lose):
    whole, log = path.read_bytes(), log_of(path).read_bytes()
    lose(path)
    for _ in range(2):
        status, told = listed(path)
        assert status == 1
        assert told.count("\n") == 1
        assert "library.db-wal may hold your newest notes" in told
        assert ("is empty" if lose is emptied else "is missing") in told
        assert log_of(path).read_bytes() == log
        assert not path.exists() or path.read_bytes() == b""
    folder = follow(told)
    assert {each.name for each in folder.iterdir()} == {"library.db-wal", "library.db-shm"}
    assert listed(path) == NOTHING
    assert log_of(folder / "library.db").read_bytes() == log
    (folder / "library.db").write_bytes(whole)
    assert (ids(path), ids(folder / "library.db")) == (set(), {"h1"})


def test_a_library_that_is_moved_back_to_its_log_is_used_again(path):
    moved_alone(path)
    assert "put the library back" in refused(path)
    path.with_name("library.db.damaged").rename(path)
    assert ids(path) == {"h1"}


def test_a_library_moved_while_it_is_open_is_not_made_again_by_the_same_process(path):
    store = Store(path)
    moved_alone(path)
    assert "quit Pullquote and put the library back" in refused(path)
    with store.writing():
        store.highlights.add(kept("h2"))
    store.close()
    path.with_name("library.db.damaged").rename(path)
    assert ids(path) == {"h1", "h2"}


def test_a_library_moved_while_it_is_being_opened_keeps_its_log(path, monkeypatch):
    log, connect = log_of(path).read_bytes(), sqlite3.connect

    def late(file, **how):
        if path.stat().st_size:
            moved_alone(path)
        return connect(file, **how)

    monkeypatch.setattr(sqlite3, "connect", late)
    assert "put the library back" in refused(path)
    assert log_of(path).read_bytes() == log


@pytest.mark.parametrize("nothing", [b"", b"x" * 32])
def test_an_empty_log_does_not_prevent_a_new_library(path, nothing):
    path.unlink()
    log_of(path).write_bytes(nothing)
    Store(path).close()
    assert ids(path) == set()


def test_an_earlier_folder_is_not_overwritten(path):
    no_header(path)
    for taken in ("aside", "aside-2"):
        path.with_name(taken).write_text("kept")
    follow(refused(path))
    assert path.with_name("aside-3").is_dir()
    assert path.with_name("aside").read_text() == "kept"


def test_a_library_behind_a_link_is_moved_where_its_log_is(path, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(path)
    no_header(path)
    aside = follow(refused(link))
    assert {each.name for each in aside.iterdir()} == {"library.db", "library.db-wal", "library.db-shm"}
    Store(link).close()
    assert ids(path) == set()


def test_a_rollback_journal_is_moved_with_its_library_and_a_log_without_an_index(path):
    path.with_name("library.db-shm").unlink()
    path.with_name("library.db-journal").write_bytes(b"pages")
    assert move_command(path, "damaged").endswith("mv library.db-wal library.db-journal library.db damaged")


def test_a_database_of_another_program_is_moved_with_its_log(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 77")
    connection.close()
    shutil.copy(path, log_of(path))
    assert "move it away (cd " in refused(path)
