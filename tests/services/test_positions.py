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
    where = session.whereabouts(article(TEXT))
    assert where.place() is None
    assert where.trail() == JumpHistory()


def test_place_jumps_and_marks_come_back(session):
    where = session.whereabouts(article(TEXT))
    where.leave(AT, JumpHistory((AT, Position(5)), (Position(70),)))
    where.mark("x", Position(12))
    where.mark("x", Position(30))
    again = Session().whereabouts(article(TEXT))
    assert again.place() == AT
    assert again.trail() == JumpHistory((AT, Position(5)), (Position(70),), {"x": Position(30)})


def test_leaving_without_a_trail_leaves_the_one_that_is_kept(session):
    where = session.whereabouts(article(TEXT))
    where.leave(AT, JumpHistory((AT,)))
    where.leave(Position(5))
    assert (where.place(), where.trail().back) == (Position(5), (AT,))


def test_in_a_changed_text_a_place_is_found_by_its_words_and_one_that_is_gone_is_left_out(session):
    before = article(TEXT)
    session.record(before)
    where = session.whereabouts(before)
    where.leave(AT)
    where.mark("a", AT)
    where.mark("b", Position(TEXT.index(PARAGRAPHS[3])))
    changed = TEXT.replace(PARAGRAPHS[3], "So it was told.").replace("A Dry Year", "A Very Dry Year, and Another")
    now = session.whereabouts(article(changed))
    there = Position(changed.index(PARAGRAPHS[20]))
    assert now.place() == there
    assert now.trail().marks == {"a": there}


def test_the_quotation_that_was_current_at_a_place_comes_back_with_it(session):
    where = session.whereabouts(article(TEXT))
    said = Position(AT.offset, SAID)
    where.leave(said, JumpHistory((said, AT)))
    where.mark("x", said)
    again = Session().whereabouts(article(TEXT))
    assert again.place() == said
    assert again.trail() == JumpHistory((said, AT), (), {"x": said})


@pytest.mark.parametrize(
    ("changed", "kept"),
    [(f"Note.\n\n{TEXT}", True), (TEXT.replace("A Dry Year", "Dry"), True), (TEXT[AT.offset :], False)],
)
def test_in_a_changed_text_the_quotation_stands_where_its_place_does_unless_it_began_before_the_text(
    session, changed, kept
):
    before = article(TEXT)
    session.record(before)
    session.whereabouts(before).leave(Position(AT.offset, SAID))
    start = changed.index(PARAGRAPHS[20])
    said = tuple(span.shifted(start - AT.offset) for span in SAID) if kept else ()
    assert session.whereabouts(article(changed)).place() == Position(start, said)


def test_of_many_jumps_the_nearest_are_kept(session):
    where = session.whereabouts(article(TEXT))
    where.leave(Position(0), JumpHistory(tuple(map(Position, range(80)))))
    assert where.trail().back == tuple(map(Position, range(50)))


def test_without_a_library_reading_goes_on_and_a_mark_is_refused():
    session = Session(library=False)
    where = session.whereabouts(article(TEXT))
    where.leave(AT)
    assert where.place() is None
    with pytest.raises(StorageError):
        where.mark("x", Position(3))


def test_the_end_of_the_text_is_a_place_too(session):
    where = session.whereabouts(replace(article(TEXT), id="end"))
    where.leave(Position(len(TEXT) + 5))
    assert where.place() == Position(len(TEXT))


def test_a_draft_is_kept_by_its_highlight_until_it_is_let_go_of(session):
    where = session.whereabouts(article(TEXT))
    assert where.draft("h1") == ""
    where.jot("h1", "ask who\nkeeps it")
    where.jot("h2", "other")
    where.jot("h1", "ask who keeps it now")
    again = Session()
    assert again.whereabouts(article(TEXT)).draft("h1") == "ask who keeps it now"
    again.whereabouts(article(TEXT)).jot("h1", "")
    assert [where.draft(name) for name in ("h1", "h2")] == ["", "other"]
    again.close()


def test_a_draft_that_another_window_keeps_in_the_same_moment_stays(session, monkeypatch):
    begin, other = Store.writing, Session()
    session.record(article(TEXT))

    def after_the_other(store, **patience):
        monkeypatch.setattr(Store, "writing", begin)
        other.whereabouts(article(TEXT)).jot("h2", "theirs")
        return begin(store, **patience)

    monkeypatch.setattr(Store, "writing", after_the_other)
    where = session.whereabouts(article(TEXT))
    where.jot("h1", "ours")
    assert [where.draft(name) for name in ("h1", "h2")] == ["ours", "theirs"]
    other.close()


def test_a_draft_that_can_not_be_kept_is_told_of(session):
    session.record(article(TEXT))
    session._library.required()._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError):
        session.whereabouts(article(TEXT)).jot("h1", "ask who")
