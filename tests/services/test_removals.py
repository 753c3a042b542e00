"""A removed article comes back with all that belongs to it."""

import pytest

from reader.errors import StorageError
from reader.model import Span
from reader.services import correcting
from reader.services.highlight_import import import_highlights
from reader.services.session import JumpHistory, Position, Session
from reader.sources.formats.highlight_lists import read_highlights

TEXT = "The Ferry at Oxholm\n\n“It runs no more,” said Ada Roe, a captain.\n\nNobody had asked for it.\n"


@pytest.fixture
def session(monkeypatch, tmp_path):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    session = Session()
    yield session
    session.close()


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT)
    return file


def rows(session):
    with session.library.reading() as store:
        return sorted(map(repr, store.rows.all()))


def test_undo_restores_every_row_and_redo_removes_them_again(session, file):
    article = session.open(str(file))
    session.positions(article).save(Position(30), JumpHistory((Position(3),)), 80)
    session.positions(article).set_mark("a", Position(9))
    before = rows(session)
    assert session.removals.remove(str(file)) == "The Ferry at Oxholm"
    assert rows(session) == []
    assert session.undo() == "“The Ferry at Oxholm” is in your library again"
    assert rows(session) == before
    assert session.undo() is None
    assert session.redo() == "“The Ferry at Oxholm” removed from the library again"
    assert session.library.entries() == ()
    assert session.redo() is None
    assert session.undo()
    assert session.positions(article).last() == Position(30)


def test_corrections_and_deleted_highlights_come_back(session, file):
    article = session.open(str(file))
    analysis = session.corrections.apply(article, session.analyse(article))
    quotation = analysis.analysis.quotations[0]
    session.corrections.add(article, analysis, correcting.not_a_quotation(article, quotation))
    session.highlights.delete(session.highlights.add(article, (Span(0, 9),)))
    read = session.library.entries()[0].read
    before = rows(session)
    session.removals.remove(str(file))
    assert session.library.entries() == ()
    session.undo()
    assert (rows(session), session.library.entries()[0].read) == (before, read)
    assert session.undo() == "highlight restored: “The Ferry”"


def test_an_article_to_read_comes_back_unless_it_was_opened_meanwhile(session, file):
    address = "https://d.example/night"
    session.library.import_list("-", stdin=f"{address}\n".encode())
    before = rows(session)
    session.removals.remove(address)
    session.undo()
    assert rows(session) == before
    session.redo()
    article = session.open(str(file), record=False)
    with session.library.writing() as store:
        store.articles.record(article, address, "2026-03-01")
    session.undo()
    assert [entry.read for entry in session.library.entries()] == ["2026-03-01"]


def test_an_article_that_was_opened_again_keeps_what_is_new(session, file):
    article = session.open(str(file))
    session.positions(article).save(Position(30))
    session.positions(article).set_mark("a", Position(9))
    session.removals.remove(str(file))
    session.positions(session.open(str(file))).save(Position(5))
    session.undo()
    assert session.positions(article).last() == Position(5)
    assert session.positions(article).jump_history().marks == {"a": Position(9)}
    assert len(session.library.entries()) == 1


def test_an_article_that_is_there_under_another_id_is_not_restored(session, file):
    article = session.open(str(file))
    session.removals.remove(str(file))
    with session.library.writing() as store:
        store.articles.record(article.__class__("other", "-", article.text, article.blocks), None, "2026-03-01")
    before = rows(session)
    assert session.undo() == "“The Ferry at Oxholm” is there already"
    assert rows(session) == before


def test_an_article_whose_edited_file_was_opened_since_is_not_restored(session, file):
    session.open(str(file))
    session.removals.remove(str(file))
    file.write_text(TEXT.replace("Nobody", "Somebody"))
    session.open(str(file))
    before = rows(session)
    assert session.undo() == "“The Ferry at Oxholm” is there already"
    assert rows(session) == before
    assert len(session.library.entries()) == 1


def test_of_two_entries_with_one_location_the_one_with_the_id_is_removed(session, file):
    session.open(str(file))
    file.write_text("The Mill at Brede\n\nThe wheel turns again, and the sluice was mended in spring.\n")
    session.open(str(file))
    mill, ferry = session.library.entries()
    assert mill.location == ferry.location
    session.removals.remove(ferry.article_id)
    assert [entry.title for entry in session.library.entries()] == ["The Mill at Brede"]


def test_highlights_go_with_their_article_only_where_all_were_named_and_come_back_with_it(session, file):
    article = session.open(str(file))
    for start in (0, 4):
        session.highlights.add(article, (Span(start, 9),))
    before = session.highlights.of(article)
    for named in (0, 1, 3):
        with pytest.raises(StorageError, match="has 2 highlights"):
            session.removals.remove(str(file), highlight_count=named)
        assert session.highlights.of(article) == before
    session.removals.remove(str(file), highlight_count=2)
    assert (session.library.entries(), session.highlights.of(article)) == ((), ())
    assert session.undo() == "“The Ferry at Oxholm” is in your library again"
    assert [(each.id, each.spans) for each in session.highlights.of(article)] == [
        (each.id, each.spans) for each in before
    ]
    assert session.redo() == "“The Ferry at Oxholm” removed from the library again"
    assert session.highlights.of(article) == ()
    session.undo()
    assert len(session.highlights.of(article)) == session.library.entries()[0].highlights == 2


def test_what_cannot_be_removed_again_says_why(session, file):
    article = session.open(str(file))
    session.removals.remove(str(file))
    session.undo()
    other = Session()
    other.highlights.add(article, (Span(0, 9),))
    other.close()
    with pytest.raises(StorageError, match="has 1 highlight"):
        session.redo()


def test_an_article_that_is_highlighted_again_is_as_it_was_read(session, file):
    article = session.open(str(file))
    session.positions(article).save(Position(30), JumpHistory((Position(3),)), 62)
    session.highlights.delete(session.highlights.add(article, (Span(0, 9),)))
    read = session.library.entries()[0].read
    session.removals.remove(str(file))
    session.highlights.add(article, (Span(4, 9),))
    (entry,) = session.library.entries()
    assert entry.read >= read > ""
    assert (entry.percent, entry.highlights) == (62, 1)
    assert session.positions(article).last() == Position(30)
    assert session.undo() == "highlight removed: “Ferry”"
    assert session.library.entries()[0].percent == 62


def test_an_article_whose_highlight_another_window_restores_is_as_it_was_read(session, file):
    article = session.open(str(file))
    session.positions(article).save(Position(30), percent=62)
    window = Session()
    made = window.highlights.add(article, (Span(0, 9),))
    window.highlights.delete(made)
    session.removals.remove(str(file))
    assert window.undo() == "highlight restored: “The Ferry”"
    window.close()
    (entry,) = session.library.entries()
    assert entry.read
    assert (entry.percent, entry.highlights) == (62, 1)


def test_highlights_of_an_article_that_nobody_has_opened_leave_it_unread(session, tmp_path):
    (tmp_path / "mine.csv").write_text("Highlight,Title\nNobody had asked for it.,The Ferry at Oxholm\n")
    found = read_highlights(str(tmp_path / "mine.csv"))
    assert found is not None
    import_highlights(session, found.highlights)
    assert [entry.read for entry in session.library.entries()] == [""]
