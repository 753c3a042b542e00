"""A session goes on with what can be read of a damaged library, and says what became of it."""

import sqlite3

import pytest

from reader.config import Settings
from reader.errors import StorageError
from reader.model import Span
from reader.services import exports
from reader.services.recovery import RecoveryService
from reader.services.session import Session
from reader.store import Store
from tests.services.ferry_article import TEXT, add_highlight

pytestmark = pytest.mark.usefixtures("home", "quiet_engine")

PAGE = 4096


@pytest.fixture
def kept(session, file, home):
    """A library with 25 highlights of one article, closed; its path."""
    article = session.open(str(file))
    for number in range(25):
        made = session.highlights.add(article, (Span(number, number + 9),))
        session.highlights.annotate(made, f"note {number:02}")
    session.close()
    return home / "library.db"


def change(path, statement):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()


def flip(path, at):
    whole = bytearray(path.read_bytes())
    whole[at] ^= 0xFF
    path.write_bytes(whole)


def first_page(path, name):
    connection = sqlite3.connect(path)
    [(root,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,))
    connection.close()
    return (root - 1) * PAGE


def test_a_byte_that_is_no_text_costs_one_highlight_which_is_named(kept, file, tmp_path, start):
    flip(kept, kept.read_bytes().index(b"note 07") + 5)
    session = start()
    article = session.open(str(file))
    assert len(session.highlights.of(article)) == 24
    assert [len(highlights) for _, highlights in session.highlights.by_article()] == [24]
    assert len(exports.write_all(session, tmp_path)) == 1
    assert "Damaged in your library" in session.library.notice
    assert "left out: the highlight “" in session.library.notice
    assert session.library.problem is None
    assert len(start().highlights.of(article)) == 24
    session.highlights.add(article, (Span(40, 50),))


def test_a_text_that_can_not_be_read_costs_no_highlight(kept, file, tmp_path, start):
    flip(kept, kept.read_bytes().index(b"The ferry will stop") + 5)
    session = start()
    [(entry, highlights)] = session.highlights.by_article()
    assert (entry.highlights, len(highlights)) == (25, 25)
    assert exports.write_all(session, tmp_path)[0].read_text(encoding="utf-8").count("note ") == 25
    assert "the text of the article" in session.library.notice
    session.open(str(file))  # brings the text back
    session.close()
    again = start()
    assert [len(each.spans) for each in again.highlights.of(again.open(str(file)))] == [1] * 25
    assert again.library.notice is None


@pytest.mark.parametrize("name", ["highlights", "articles_by_last_read", "sqlite_autoindex_versions_1", "whereabouts"])
def test_a_damaged_library_is_set_aside_and_everything_is_there(kept, file, start, name):
    flip(kept, first_page(kept, name))
    spoiled = kept.read_bytes()
    session = start()
    article = session.open(str(file))
    assert len(session.highlights.of(article)) == 25
    [aside] = kept.parent.glob("damaged-*")
    assert (aside / "library.db").read_bytes() == spoiled
    assert str(aside) in session.library.notice
    assert "25 highlights" in session.library.notice
    assert "Nothing is known to be lost." in session.library.notice
    session.highlights.add(article, (Span(40, 50),))
    assert session.library.notice is not None
    assert start().library.notice is None


def test_damage_that_is_found_when_a_highlight_is_saved_does_not_keep_it_from_being_saved(kept, file, start):
    session = start()
    article = session.open(str(file), record=False)
    flip(kept, first_page(kept, "highlights"))
    session.highlights.add(article, (Span(40, 50),))
    assert len(session.highlights.of(article)) == 26


def test_a_library_that_another_window_uses_stays_and_the_sentence_says_what_to_do(kept, file, start):
    other = Store(kept)
    with other.reading():
        other.articles.entries()
    flip(kept, first_page(kept, "highlights"))
    session = start()
    session.open(str(file))
    assert "quit Pullquote in all windows and run pullquote library recover" in session.library.problem
    assert not list(kept.parent.glob("damaged-*"))
    with pytest.raises(StorageError, match="is locked by another program"):
        session.recovery.recover()
    other.close()


def test_a_session_that_only_prints_leaves_a_damaged_library_alone(kept):
    flip(kept, first_page(kept, "highlights"))
    session = Session()
    session.library.is_read_only = True
    assert session.library.entries() == ()
    assert "run pullquote library recover" in str(session.library.problem)
    assert not list(kept.parent.glob("damaged-*"))
    session.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: flip(path, 69),
        lambda path: change(path, "PRAGMA user_version = -3"),
        lambda path: flip(path, path.read_bytes().index(b"deleted_at TEXT")),
    ],
)
def test_a_library_that_only_looks_like_something_else_is_recovered_when_it_is_asked_for(kept, file, start, spoil):
    spoil(kept)
    before = kept.read_bytes()
    session = start()
    session.open(str(file))
    assert "run pullquote library recover" in session.library.problem
    assert kept.read_bytes() == before
    done = session.recovery.recover()
    assert done.was_set_aside
    assert done.report.added["highlights"] == 25
    again = start()
    assert len(again.highlights.of(again.open(str(file)))) == 25


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: change(path, "PRAGMA user_version = 99"),
        lambda path: path.write_bytes(b"Dear diary, this is no database at all.\n" * 40),
        lambda path: path.unlink() or change(path, "CREATE TABLE birds (name TEXT)"),
    ],
)
def test_a_newer_library_and_the_file_of_another_program_are_never_set_aside(kept, file, start, spoil):
    spoil(kept)
    before = kept.read_bytes()
    session = start()
    session.open(str(file))
    assert session.library.problem is not None
    with pytest.raises(StorageError):
        session.recovery.recover()
    assert kept.read_bytes() == before
    assert not list(kept.parent.glob("damaged-*"))


def test_a_damaged_log_is_not_dropped_unsaid(home, file, start, session):
    article = session.open(str(file))
    add_highlight(session, article, "“We had no choice,”")
    path = home / "library.db"
    whole, log = path.read_bytes(), path.with_name("library.db-wal").read_bytes()
    session.close()
    path.write_bytes(whole)
    path.with_name("library.db-wal").write_bytes(log)
    flip(path.with_name("library.db-wal"), log.index(TEXT[:30].encode()))
    session = start()
    session.open(str(file))
    assert "a part of its log can't be read" in session.library.problem
    assert session.recovery.recover().report.added["highlights"] == 1


def test_a_sound_library_is_left_alone(kept, session):
    assert session.recovery.recover() is None
    assert session.recovery.problems() == ()
    assert not list(kept.parent.glob("damaged-*"))


def test_a_library_that_was_set_aside_can_be_added_once_more(kept, session):
    assert session.recovery.recover(kept) is None  # its own file is checked
    copy = kept.with_name("copy.db")
    copy.write_bytes(kept.read_bytes())
    change(kept, "DELETE FROM highlights")
    assert session.recovery.recover(copy).report.added["highlights"] == 25


def test_a_backup_is_made_by_itself_once_a_day(kept, session):
    service = session.recovery
    service.back_up_if_due()
    assert len(service.backups()) == 1
    before = service.backups()[0].stat()
    change(kept, "UPDATE highlights SET note = 'x'")
    service.back_up_if_due()
    assert service.backups()[0].stat() == before


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("megabytes", [0, -1])
def test_no_backup_is_made_where_none_is_wanted(session, megabytes):
    service = RecoveryService(session.library, Settings(backup_megabytes=megabytes))
    service.back_up_if_due()
    assert service.backups() == ()


def test_damage_that_only_the_backup_finds_is_told(kept, session, monkeypatch):
    monkeypatch.setattr("reader.store.database._MAX_CHECKED", 1)
    flip(kept, kept.read_bytes().index(b"ferry.txt", first_page(kept, "sqlite_autoindex_places_1")))
    told = session.recovery.back_up_if_due()
    assert "run pullquote library recover" in told
    assert session.recovery.backups() == ()


def test_no_room_for_a_backup_is_told(kept, session):
    assert session.recovery.has_room
    assert not RecoveryService(session.library, Settings(backup_megabytes=0)).has_room
    assert kept.exists()


def test_a_backup_that_fails_keeps_nobody_from_reading(kept, session):
    (kept.parent / "backups").write_text("a file in the place of the folder")
    session.recovery.back_up_if_due()
    assert session.recovery.backups() == ()
