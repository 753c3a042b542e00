"""Where a reader stands is found again, in the same text and in a changed one."""

from dataclasses import replace

import pytest

from reader.errors import StorageError
from reader.model import Span
from reader.services.session import JumpHistory, Position, Session
from reader.store import Store
from tests.store.library_factory import article

PARAGRAPHS = [
    f"Paragraph {number} tells of the weir at lock {number * 7}, and of who keeps it." for number in range(40)
]
TEXT = "A Dry Year\n\n" + "\n\n".join(PARAGRAPHS)
AT = Position(TEXT.index(PARAGRAPHS[20]))
SAID = (Span(AT.offset - 9, AT.offset + 5), Span(AT.offset + 8, AT.offset + 30))


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def session():
    session = Session()
    yield session
    session.close()


def test_an_article_never_read_has_no_position_and_no_history(session):
    where = session.positions(article(TEXT))
    assert where.last() is None
    assert where.jump_history() == JumpHistory()


def test_position_jumps_and_marks_are_read_back(session):
    where = session.positions(article(TEXT))
    where.save(AT, JumpHistory((AT, Position(5)), (Position(70),)))
    where.set_mark("x", Position(12))
    where.set_mark("x", Position(30))
    again = Session().positions(article(TEXT))
    assert again.last() == AT
    assert again.jump_history() == JumpHistory((AT, Position(5)), (Position(70),), {"x": Position(30)})


def test_saving_without_a_history_keeps_the_stored_one(session):
    where = session.positions(article(TEXT))
    where.save(AT, JumpHistory((AT,)))
    where.save(Position(5))
    assert (where.last(), where.jump_history().back) == (Position(5), (AT,))


def test_in_a_changed_text_positions_are_found_by_their_words_or_left_out(session):
    before = article(TEXT)
    session.library.record(before)
    where = session.positions(before)
    where.save(AT)
    where.set_mark("a", AT)
    where.set_mark("b", Position(TEXT.index(PARAGRAPHS[3])))
    changed = TEXT.replace(PARAGRAPHS[3], "So it was told.").replace("A Dry Year", "A Very Dry Year, and Another")
    now = session.positions(article(changed))
    there = Position(changed.index(PARAGRAPHS[20]))
    assert now.last() == there
    assert now.jump_history().marks == {"a": there}


def test_the_current_quotation_is_stored_with_the_position(session):
    where = session.positions(article(TEXT))
    said = Position(AT.offset, SAID)
    where.save(said, JumpHistory((said, AT)))
    where.set_mark("x", said)
    again = Session().positions(article(TEXT))
    assert again.last() == said
    assert again.jump_history() == JumpHistory((said, AT), (), {"x": said})


@pytest.mark.parametrize(
    ("changed", "kept"),
    [(f"Note.\n\n{TEXT}", True), (TEXT.replace("A Dry Year", "Dry"), True), (TEXT[AT.offset :], False)],
)
def test_in_a_changed_text_the_quotation_moves_with_its_position(session, changed, kept):
    before = article(TEXT)
    session.library.record(before)
    session.positions(before).save(Position(AT.offset, SAID))
    start = changed.index(PARAGRAPHS[20])
    said = tuple(span.shifted(start - AT.offset) for span in SAID) if kept else ()
    assert session.positions(article(changed)).last() == Position(start, said)


def test_only_the_nearest_jumps_are_stored(session):
    where = session.positions(article(TEXT))
    where.save(Position(0), JumpHistory(tuple(map(Position, range(80)))))
    assert where.jump_history().back == tuple(map(Position, range(50)))


def test_without_a_library_reading_goes_on_and_a_mark_is_refused():
    session = Session(library=False)
    where = session.positions(article(TEXT))
    where.save(AT)
    assert where.last() is None
    with pytest.raises(StorageError):
        where.set_mark("x", Position(3))


def test_the_end_of_the_text_is_a_position(session):
    where = session.positions(replace(article(TEXT), id="end"))
    where.save(Position(len(TEXT) + 5))
    assert where.last() == Position(len(TEXT))


def test_a_draft_is_stored_for_its_highlight_until_it_is_removed(session):
    where = session.positions(article(TEXT))
    assert where.draft("h1") == ""
    where.save_draft("h1", "ask who\nkeeps it")
    where.save_draft("h2", "other")
    where.save_draft("h1", "ask who keeps it now")
    again = Session()
    assert again.positions(article(TEXT)).draft("h1") == "ask who keeps it now"
    again.positions(article(TEXT)).save_draft("h1", "")
    assert [where.draft(name) for name in ("h1", "h2")] == ["", "other"]
    again.close()


def test_a_draft_of_another_window_stays(session, monkeypatch):
    begin, other = Store.writing, Session()
    session.library.record(article(TEXT))

    def after_the_other(store, **options):
        monkeypatch.setattr(Store, "writing", begin)
        other.positions(article(TEXT)).save_draft("h2", "theirs")
        return begin(store, **options)

    monkeypatch.setattr(Store, "writing", after_the_other)
    where = session.positions(article(TEXT))
    where.save_draft("h1", "ours")
    assert [where.draft(name) for name in ("h1", "h2")] == ["ours", "theirs"]
    other.close()


def test_a_draft_that_cannot_be_stored_is_an_error(session):
    session.library.record(article(TEXT))
    session.library.store()._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError):
        session.positions(article(TEXT)).save_draft("h1", "ask who")


# How far it was read


def percent(session):
    return [entry.percent for entry in session.library.entries()]


def test_how_far_an_article_was_read_is_listed_with_it(session):
    session.library.record(article(TEXT))
    assert percent(session) == [None]
    where = session.positions(article(TEXT))
    where.save(AT, percent=62)
    assert percent(session) == [62]
    where.save_percent(30)
    assert percent(session) == [30]


def test_an_article_that_was_read_to_its_end_stays_read_until_its_text_changes(session):
    session.library.record(article(TEXT))
    where = session.positions(article(TEXT))
    where.save_percent(100)
    where.save(Position(0), percent=3)
    assert percent(session) == [100]
    changed = article(TEXT + "\n\nAnd more.")
    session.library.record(changed)
    assert percent(session) == [None]
    session.positions(changed).save_percent(98)
    assert percent(session) == [98]


def test_how_far_an_article_was_read_does_not_put_it_into_the_library(session):
    session.positions(article(TEXT)).save_percent(98)
    assert session.library.entries() == ()
