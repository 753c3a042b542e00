"""Highlights from other programs: kept at once, and found when their article is opened, as one's own."""

from dataclasses import replace

import pytest

from reader.app.viewmodels.highlight_groups import HighlightEntry
from reader.errors import SourceError
from reader.model import Colour, Span
from reader.services import exports
from reader.services.highlight_import import import_highlights
from reader.sources.formats.highlight_lists import read_highlights
from reader.sources.formats.imported_highlight import ImportedHighlight
from tests.services.ferry_article import EKDAL, RASK, TEXT, add_highlight

TITLE = "The Ferry at Oxholm"
URL = "https://ferry.example/oxholm"

pytestmark = pytest.mark.usefixtures("home")


def made(exact=RASK, url=None, title=TITLE, **facts):
    return ImportedHighlight(url, title, None, exact, **facts)


def words(session, article):
    return [tuple(span.of(article.text) for span in each.spans) for each in session.highlights.of(article)]


def counts(session, *highlights, **options):
    done = import_highlights(session, highlights, **options)
    return done.new, done.found, done.waiting


def test_a_highlight_waits_until_its_article_is_opened_and_is_found_there(session, file):
    assert counts(session, made(note="why?", tags=("boats",), colour="pink", created="2026-01-01T00:00:00+00:00")) == (
        1,
        0,
        1,
    )
    (entry,) = session.library.entries()
    assert (entry.title, entry.read, entry.highlights) == (TITLE, "", 1)
    article = session.open(str(file))
    (highlight,) = session.highlights.of(article)
    assert [span.of(article.text) for span in highlight.spans] == [RASK]
    assert (highlight.note, highlight.tags, highlight.colour) == ("why?", ("boats",), Colour.PINK)
    assert highlight.created == "2026-01-01T00:00:00+00:00"
    assert (article.text[: highlight.spans[0].start].endswith(highlight.prefix), len(highlight.prefix)) == (True, 32)
    (entry,) = session.library.entries()
    assert (entry.location, entry.highlights) == (str(file), 1)
    (said,) = session.highlights.with_speakers(article, (highlight,), session.analyse(article))
    assert said.speaker is not None
    assert said.speaker.name == "Per Rask"


def test_a_highlight_of_an_article_that_was_read_is_found_at_once(session, file):
    article = session.open(str(file))
    assert counts(session, made(), made(EKDAL)) == (2, 2, 0)
    assert words(session, article) == [(EKDAL,), (RASK,)]


def test_an_import_again_adds_nothing_but_new_words_of_notes_and_new_tags(session, file):
    counts(session, made(note="one", tags=("a",)))
    assert counts(session, made(note="one", tags=("a",))) == (0, 0, 0)
    article = session.open(str(file))
    assert counts(session, made(note="two", tags=("b",))) == (0, 0, 0)
    (highlight,) = session.highlights.of(article)
    assert (highlight.note, highlight.tags) == ("one\n\ntwo", ("a", "b"))
    session.highlights.delete(highlight)
    assert counts(session, made(note="three")) == (0, 0, 0)
    assert session.highlights.of(article) == ()


def test_words_that_are_highlighted_already_get_note_and_tags_and_stay_one_highlight(session, file):
    article = session.open(str(file))
    mine = add_highlight(session, article, RASK)
    session.highlights.annotate(mine, "mine")
    assert counts(session, made(note="theirs", tags=("a",)))[0] == 1
    (highlight,) = session.highlights.of(article)
    assert (highlight.id, highlight.note, highlight.tags) == (mine.id, "mine\n\ntheirs", ("a",))


def test_words_that_are_not_there_are_an_orphan_with_their_note(session, file):
    counts(session, made(), made("words of another edition altogether, quite unlike", note="kept"))
    article = session.open(str(file))
    assert words(session, article) == [(RASK,), ()]
    assert session.highlights.of(article)[1].note == "kept"
    file.write_text(TEXT + "\nwords of another edition altogether, quite unlike\n")
    assert words(session, session.open(str(file)))[1] == ("words of another edition altogether, quite unlike",)


def test_words_that_are_there_twice_are_found_by_what_stands_around_them_or_not_at_all(session, file):
    file.write_text("Twice\n\nThe gate is shut today.\n\nAnd again the gate: The gate is shut, they said.\n")
    counts(
        session,
        made("The gate is shut", title="Twice", prefix="again the gate: ", suffix=", they said"),
        made("The gate", title="Twice"),
    )
    article = session.open(str(file))
    second = article.text.rindex("The gate is shut")
    assert {each.spans for each in session.highlights.of(article)} == {(Span(second, second + 16),), ()}


def test_a_highlight_of_several_parts_is_found_in_its_parts(session, file):
    counts(session, made("“We had no choice,” […] “The hull is forty years old"))
    article = session.open(str(file))
    assert words(session, article) == [("“We had no choice,”", "“The hull is forty years old")]


def test_another_article_of_the_same_title_gets_nothing(session, file, tmp_path):
    counts(session, made("a sentence that only the other article has"))
    article = session.open(str(file))
    assert words(session, article) == []
    other = tmp_path / "other.txt"
    other.write_text(f"{TITLE}\n\nHere is a sentence that only the other article has, and no more than that.\n")
    assert words(session, session.open(str(other))) == [("a sentence that only the other article has",)]
    assert words(session, session.open(str(file))) == []
    assert counts(session, made(EKDAL)) == (1, 1, 0)
    assert words(session, session.open(str(file))) == [(EKDAL,)]


def test_an_address_is_surer_than_a_title(session, file):
    counts(session, made("words that are nowhere in it at all", url=f"{URL}?utm_source=x", title="Another title"))
    article = replace(session.open(str(file), record=False), url=URL)
    session.library.record(article)
    assert words(session, article) == [()]


def test_an_expected_article_can_not_be_opened_without_its_text_and_says_so(session):
    counts(session, made())
    (entry,) = session.library.entries()
    with pytest.raises(SourceError, match="has only highlights of it so far: open its file or page"):
        session.open(entry.location)


def test_highlights_that_wait_are_listed_and_exported(session, tmp_path):
    counts(session, made(note="kept"))
    ((entry, highlights),) = session.highlights.by_article()
    assert (entry.title, [each.exact for each in highlights]) == (TITLE, [RASK])
    (path,) = exports.write_all(session, tmp_path)
    text = path.read_text(encoding="utf-8")
    assert RASK in text
    assert "no longer in the article" not in text


def test_an_address_on_the_reading_list_is_listed_once(session, tmp_path):
    listed = tmp_path / "list.csv"
    listed.write_text(f"URL,Title,Selection,Folder,Timestamp\n{URL},{TITLE},{RASK},Unread,1772359200\n")
    session.library.import_list(str(listed))
    found = read_highlights(str(listed))
    assert found is not None
    assert counts(session, *found.highlights) == (1, 0, 1)
    assert [entry.location for entry in session.library.entries()] == [URL]
    session.library.import_list(str(listed))
    assert [entry.location for entry in session.library.entries()] == [URL]


def test_a_dry_run_saves_nothing(session, file):
    article = session.open(str(file))
    assert counts(session, made(), made(title="Another"), dry_run=True) == (2, 1, 1)
    assert session.highlights.of(article) == ()
    assert len(session.library.entries()) == 1


def test_our_own_exports_come_back_as_they_were(session, file, start, monkeypatch, tmp_path):
    article = session.open(str(file))
    mine = add_highlight(session, article, EKDAL, "“The hull is forty years old, and it shows.”")
    session.highlights.annotate(mine, "why?")
    session.highlights.set_tags(session.highlights.of(article)[0], ("boats",))
    for form in ("hypothesis", "web-annotation", "readwise"):
        path = exports.write(session, article, form=form, output=tmp_path)
        found = read_highlights(str(path))
        assert found is not None
        counts(session, *found.highlights)
        assert {each.note for each in session.highlights.of(article)} == {"why?"}
        monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / form))
        other = start()
        counts(other, *found.highlights)
        (highlight,) = other.highlights.of(other.open(str(file)))
        assert (highlight.spans[0].start, highlight.spans[-1].end) == (mine.spans[0].start, mine.spans[-1].end)
        assert highlight.note.endswith("why?")
        monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))


def test_the_list_of_highlights_says_that_an_article_is_not_opened_yet(session, file):
    counts(session, made(), made("nowhere in the text at all, not even nearly"))
    ((entry, (first, _)),) = session.highlights.by_article()
    assert HighlightEntry(first, TITLE, entry).is_expected
    session.open(str(file))
    ((entry, (_, gone)),) = session.highlights.by_article()
    assert gone.spans == ()
    assert not HighlightEntry(gone, TITLE, entry).is_expected
