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


def test_an_article_never_read_has_no_place_and_no_trail(session):
    where = session.positions(article(TEXT))
    assert where.last() is None
    assert where.jump_history() == JumpHistory()


def test_place_jumps_and_marks_come_back(session):
    where = session.positions(article(TEXT))
    where.save(AT, JumpHistory((AT, Position(5)), (Position(70),)))
    where.set_mark("x", Position(12))
    where.set_mark("x", Position(30))
    again = Session().positions(article(TEXT))
    assert again.last() == AT
    assert again.jump_history() == JumpHistory((AT, Position(5)), (Position(70),), {"x": Position(30)})


def test_leaving_without_a_trail_leaves_the_one_that_is_kept(session):
    where = session.positions(article(TEXT))
    where.save(AT, JumpHistory((AT,)))
    where.save(Position(5))
    assert (where.last(), where.jump_history().back) == (Position(5), (AT,))


def test_in_a_changed_text_a_place_is_found_by_its_words_and_one_that_is_gone_is_left_out(session):
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


def test_the_quotation_that_was_current_at_a_place_comes_back_with_it(session):
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
def test_in_a_changed_text_the_quotation_stands_where_its_place_does_unless_it_began_before_the_text(
    session, changed, kept
):
    before = article(TEXT)
    session.library.record(before)
    session.positions(before).save(Position(AT.offset, SAID))
    start = changed.index(PARAGRAPHS[20])
    said = tuple(span.shifted(start - AT.offset) for span in SAID) if kept else ()
    assert session.positions(article(changed)).place() == Position(start, said)


def test_of_many_jumps_the_nearest_are_kept(session):
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


def test_the_end_of_the_text_is_a_place_too(session):
    where = session.positions(replace(article(TEXT), id="end"))
    where.save(Position(len(TEXT) + 5))
    assert where.last() == Position(len(TEXT))


def test_a_draft_is_kept_by_its_highlight_until_it_is_let_go_of(session):
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


def test_a_draft_that_another_window_keeps_in_the_same_moment_stays(session, monkeypatch):
    begin, other = Store.writing, Session()
    session.library.record(article(TEXT))

    def after_the_other(store, **patience):
        monkeypatch.setattr(Store, "writing", begin)
        other.positions(article(TEXT)).save_draft("h2", "theirs")
        return begin(store, **patience)

    monkeypatch.setattr(Store, "writing", after_the_other)
    where = session.positions(article(TEXT))
    where.save_draft("h1", "ours")
    assert [where.draft(name) for name in ("h1", "h2")] == ["ours", "theirs"]
    other.close()


def test_a_draft_that_can_not_be_kept_is_told_of(session):
    session.library.record(article(TEXT))
    session.library.store()._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError):
        session.positions(article(TEXT)).save_draft("h1", "ask who")
