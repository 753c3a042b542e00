"""A library is set aside only where that is certain to be right, and then whole."""

import errno
import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from reader.errors import DamageError, StorageError
from reader.store import Store, failures
from reader.store.library_files import file_identity
from reader.store.recovery import recover_from, replace_damaged, replacement, restore
from reader.store.recovery.library_backups import back_up
from tests.store.library_factory import NOW, article, kept
from tests.store.recovery.conftest import PAGE, break_page, change, flip, roots
from tests.store.test_processes import ROOT, ids, start

TODAY = date.today().isoformat()  # noqa: DTZ011


def error_of(path):
    with pytest.raises(DamageError) as caught:
        use(path)
    return caught.value


def use(path):
    store = Store(path)
    try:
        with store.reading():
            store.articles.entries()
    finally:
        store.close()


def files(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_a_damaged_library_is_set_aside_with_its_log_and_the_date(path, tmp_path):
    at = (roots(path)["articles_by_last_read"] - 1) * PAGE
    store = Store(path)
    with store.writing():
        store.highlights.set_note("h1", "only in the log", NOW)
    (tmp_path / "killed").mkdir()
    for each in tmp_path.glob("library.db*"):
        shutil.copy(each, tmp_path / "killed")  # as after kill -9
    store.close()
    path = tmp_path / "killed" / "library.db"
    flip(path, at)
    before = files(path.parent)
    assert {*before} == {"library.db", "library.db-wal", "library.db-shm"}
    done = replace_damaged(path, None)
    assert done.source == tmp_path / "killed" / f"damaged-{TODAY}" / "library.db"
    assert files(done.source.parent) == before
    assert {each.name for each in path.parent.iterdir()} == {"library.db", done.source.parent.name}
    store = Store(path)
    with store.reading():
        assert "only in the log" in {row.highlight.note for row in store.highlights.of("one")}
    store.close()


@pytest.mark.no_cover
def test_a_second_one_on_a_day_gets_a_number(path):
    for name in (f"damaged-{TODAY}", f"damaged-{TODAY}-2"):
        break_page(path, "articles")
        assert replace_damaged(path, error_of(path)).source.parent.name == name


def test_a_library_that_another_process_has_open_stays(path):
    process = start("store = Store(path)\nprint('open', flush=True)\nsys.stdin.read()\nos._exit(0)\n", path)
    assert process.stdout.readline() == "open\n"
    before = files(path.parent)
    with pytest.raises(StorageError, match="is locked by another program"):
        replace_damaged(path, None)
    assert files(path.parent) == before
    process.communicate("")
    replace_damaged(path, None)


def test_a_library_that_this_process_has_open_stays(path):
    store = Store(path)
    with pytest.raises(StorageError, match="is locked"):
        replace_damaged(path, None)
    store.close()
    assert not list(path.parent.glob("damaged-*"))


def test_a_process_that_opens_the_library_meanwhile_is_told_that_it_is_locked(path, monkeypatch):
    script = """
try:
    Store(path, timeout=0.1)
except StorageError as error:
    print(error)
"""

    def make(new, pages, **options):
        told.append(start(script, path).communicate()[0])
        return merged(new, pages, **options)

    told: list[str] = []
    merged = replacement._merge_into
    monkeypatch.setattr(replacement, "_merge_into", make)
    replace_damaged(path, None)
    assert "is locked by another program" in told[0]


@pytest.mark.no_cover
def test_another_library_that_lies_there_meanwhile_stays(path):
    break_page(path, "articles")
    identity = file_identity(path)
    error = error_of(path)
    replace_damaged(path, error, identity)
    before = path.read_bytes()
    with pytest.raises(StorageError, match="locked"):
        replace_damaged(path, error, identity)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("Dear diary, this is no database at all.\n" * 40),
        lambda path: sqlite3.connect(path).execute("CREATE TABLE birds (name TEXT)").connection.close(),
    ],
)
def test_the_file_of_another_program_stays(tmp_path, make):
    path = tmp_path / "library.db"
    make(path)
    before = files(tmp_path)
    error = error_of(path)
    with pytest.raises(DamageError, match="is not a Pullquote library"):
        replace_damaged(path, error)
    assert files(tmp_path) == before
    assert [each.name for each in tmp_path.iterdir()] == [*before]


def test_what_a_new_library_could_not_be_made_of_stays_as_it_was(path, monkeypatch):
    break_page(path, "articles")
    before = files(path.parent)
    monkeypatch.setattr(replacement, "merge", lambda *_, **__: (_ for _ in ()).throw(sqlite3.OperationalError("no")))
    with pytest.raises(StorageError):
        replace_damaged(path, error_of(path))
    assert files(path.parent) == before
    assert not list(path.parent.glob("damaged-*"))


def test_a_file_that_may_not_be_written_stays(path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StorageError, match="give yourself write permission"):
        replace_damaged(path, None)


def test_a_full_disk_is_told_and_nothing_has_changed(path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", refuse)
    before = files(path.parent)
    with pytest.raises(StorageError, match=r"could not be set aside \(No space left on device\): free disk space"):
        replace_damaged(path, None)
    assert files(path.parent) == before


def test_without_hard_links_the_files_are_copied(path, monkeypatch):
    def refuse(*_):
        raise OSError(1, "Operation not permitted")

    break_page(path, "articles")
    before = path.read_bytes()
    monkeypatch.setattr("os.link", lambda source, _: refuse() if Path(source).exists() else missing(source))
    done = replace_damaged(path, error_of(path))
    assert done.source.read_bytes() == before
    assert ids(path) == {"h0", "h1", "h2"}


def missing(source):
    raise FileNotFoundError(2, "No such file", source)


def test_a_session_killed_while_the_new_library_is_made_has_changed_nothing(path):
    break_page(path, "articles")
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom reader.store.recovery import replacement\n"
        "replacement._merge_into = lambda *_, **__: os.kill(os.getpid(), 9)\n"
        "replacement.replace_damaged(Path(sys.argv[1]), None)\n"
    )
    before = path.read_bytes()
    subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, check=False)
    assert path.read_bytes() == before
    assert replace_damaged(path, error_of(path)).report.added["highlights"] == 3


def test_the_rows_of_another_library_are_added(path, tmp_path):
    mine = tmp_path / "mine.db"
    before = path.read_bytes()
    done = recover_from(mine, path)
    assert (done.source, done.was_set_aside, done.report.added["highlights"]) == (path, False, 3)
    assert path.read_bytes() == before
    assert ids(mine) == {"h0", "h1", "h2"}


@pytest.mark.parametrize(("content", "told"), [(None, "can't be read"), (b"Dear diary", "is not a Pullquote library")])
def test_a_source_that_is_none_is_refused(path, tmp_path, content, told):
    source = tmp_path / "source"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(StorageError, match=told):
        recover_from(path, source)


def test_a_backup_takes_the_place_of_the_library_which_is_set_aside(path, tmp_path):
    backup = back_up(path, limit=10**9)
    store = Store(path)
    with store.writing():
        store.articles.record(article(), None, NOW)
        store.highlights.add(kept("new"))
    store.close()
    former = restore(path, backup)
    assert former == tmp_path / f"replaced-{TODAY}" / "library.db"
    assert ids(path) == {"h0", "h1", "h2"}
    assert ids(former) == {"h0", "h1", "h2", "new"}
    path.unlink()
    assert restore(path, backup) is None
    assert ids(path) == {"h0", "h1", "h2"}


def test_a_backup_that_can_not_be_copied_leaves_nothing_behind(path, tmp_path, monkeypatch):
    def fill(source, target):
        Path(target).write_bytes(Path(source).read_bytes()[:PAGE])
        raise OSError(errno.ENOSPC, "No space left on device")

    backup = back_up(path, limit=10**9)
    monkeypatch.setattr(shutil, "copyfile", fill)
    new = tmp_path / "elsewhere" / "library.db"
    with pytest.raises(StorageError, match=r"could not be copied to .*No space left on device.*try again"):
        restore(new, backup)
    assert not list(new.parent.iterdir())


def newer(path):
    change(path, "PRAGMA user_version = 99")


def damaged(path):
    break_page(path, "highlights")


def other(path):
    change(path, "PRAGMA application_id = 77")


def no_database(path):
    path.write_bytes(b"Dear diary " * 100)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (newer, "newer Pullquote"),
        (damaged, "is damaged"),
        (other, "not a Pullquote library"),
        (no_database, "can't be"),
    ],
)
def test_a_backup_that_can_not_be_used_changes_nothing(path, spoil, told):
    backup = back_up(path, limit=10**9)
    spoil(backup)
    before = path.read_bytes()
    with pytest.raises(StorageError, match=told):
        restore(path, backup)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("replaced-*"))


def test_no_backup_is_put_beside_the_log_of_another_library(path):
    backup = back_up(path, limit=10**9)
    path.unlink()
    path.with_name("library.db-wal").write_bytes(b"x" * 99)
    with pytest.raises(StorageError, match="may hold your newest notes"):
        restore(path, backup)


def test_a_locked_library_is_told_in_a_sentence(path):
    assert "nothing was changed." in str(failures.locked(path))
