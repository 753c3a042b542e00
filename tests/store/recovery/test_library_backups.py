"""Backups are made by the day where something has changed, of sound libraries, and do not grow without end."""

import os
import sqlite3
from datetime import date, timedelta

import pytest

from reader.errors import StorageError
from reader.store import Store
from reader.store.recovery import library_backups as module
from reader.store.recovery.library_backups import KEPT, back_up, backups, is_due
from tests.store.library_factory import NOW
from tests.store.recovery.conftest import break_page, change
from tests.store.test_processes import ids

PLENTY = 10**9
TODAY = date.today()  # noqa: DTZ011


def on_day(monkeypatch, number):
    day = TODAY + timedelta(days=number)
    monkeypatch.setattr(module, "_name_of_today", lambda: f"library-{day.isoformat()}.db")


def write(path):
    store = Store(path)
    with store.writing():
        store.highlights.set_note("h1", "changed", NOW)
    store.close()


def test_a_backup_has_everything_but_what_can_be_made_again(path):
    change(path, "INSERT INTO analyses VALUES ('f', 'e', 'now', zeroblob(100000))")
    made = back_up(path, limit=PLENTY)
    assert made == path.parent / "backups" / f"library-{TODAY.isoformat()}.db"
    assert [each.name for each in made.parent.iterdir()] == [made.name]
    assert made.stat().st_size < path.stat().st_size - 90_000
    assert ids(made) == {"h0", "h1", "h2"}
    connection = sqlite3.connect(made)
    assert connection.execute("SELECT count(*) FROM analyses").fetchone() == (0,)
    connection.close()
    assert made.parent.stat().st_mode & 0o077 == 0


def test_one_is_due_on_a_day_on_which_something_has_changed(path, monkeypatch):
    assert not is_due(path.with_name("none.db"))
    assert is_due(path)
    back_up(path, limit=PLENTY)
    write(path)
    assert not is_due(path)  # there is one of today
    on_day(monkeypatch, 1)
    os.utime(path)
    assert is_due(path)
    back_up(path, limit=PLENTY)
    on_day(monkeypatch, 2)
    assert not is_due(path)  # nothing has changed


def test_a_library_that_is_in_use_is_backed_up_with_what_is_in_its_log(path):
    store = Store(path)
    with store.writing():
        store.highlights.delete("h1", NOW)
    connection = sqlite3.connect(back_up(path, limit=PLENTY))
    assert connection.execute("SELECT count(*) FROM highlights WHERE deleted_at IS NOT NULL").fetchone() == (1,)
    connection.close()
    with store.writing():
        store.highlights.restore("h1", NOW)
    store.close()


def test_the_newest_are_kept(path, monkeypatch):
    for number in range(KEPT + 3):
        on_day(monkeypatch, number)
        back_up(path, limit=PLENTY)
    assert [each.name for each in backups(path)] == [
        f"library-{(TODAY + timedelta(days=number)).isoformat()}.db" for number in range(KEPT + 2, 2, -1)
    ]


def test_they_stay_within_a_size(path, monkeypatch):
    size = back_up(path, limit=PLENTY).stat().st_size
    for number in range(5):
        on_day(monkeypatch, number)
        back_up(path, limit=3 * size + 1)
    assert len(backups(path)) == 3


def test_other_files_in_the_folder_stay(path):
    folder = path.parent / "backups"
    folder.mkdir()
    (folder / "library-mine.db").write_text("kept")
    back_up(path, limit=0)
    assert [each.name for each in folder.iterdir()] == ["library-mine.db"]


def test_a_damaged_library_replaces_no_backup(path, monkeypatch):
    made = back_up(path, limit=PLENTY)
    on_day(monkeypatch, 1)
    break_page(path, "highlights")
    with pytest.raises(StorageError, match="is damaged"):
        back_up(path, limit=PLENTY)
    assert backups(path) == (made,)
    assert [each.name for each in made.parent.iterdir()] == [made.name]


def test_a_file_that_exists_is_not_overwritten(path, tmp_path):
    target = tmp_path / "mine.db"
    assert back_up(path, limit=0, target=target) == target
    assert ids(target) == {"h0", "h1", "h2"}
    with pytest.raises(StorageError, match="exists and was not overwritten"):
        back_up(path, limit=0, target=target)


def test_a_folder_that_is_missing_is_told(path, tmp_path):
    with pytest.raises(StorageError, match="could not be written"):
        back_up(path, limit=0, target=tmp_path / "none" / "mine.db")
