"""The library lists, imports and removes articles, and never keeps anybody from reading."""

import json
import os
import sqlite3
from dataclasses import replace

import pytest

from reader import analysis as engine
from reader import config, sources
from reader.errors import SourceError, StorageError
from reader.model import Article, Span
from reader.services import exports, library
from tests.services.ferry_article import TEXT, add_highlight, highlighted_words

pytestmark = pytest.mark.usefixtures("home", "quiet_engine")


def broken(home):
    home.mkdir()
    (home / "library.db").write_bytes(b"no library" * 100)


def folder(home):
    (home / "library.db").mkdir(parents=True)


def taken(home):
    home.write_text("a file where the folder should be")


def test_one_article_opened_by_path_pipe_or_another_path_has_one_entry_and_the_same_highlights(session, file, tmp_path):
    add_highlight(session, session.open(str(file)), "“We had no choice,”")
    (tmp_path / "copy.txt").write_text(TEXT)
    for location, stdin in [("-", TEXT.encode()), (str(tmp_path / "copy.txt"), None)]:
        article = session.open(location, stdin=stdin)
        assert highlighted_words(session, article) == [["“We had no choice,”"]]
    assert len(session.library.entries()) == 1


def test_a_relative_and_an_absolute_path_are_the_same_location(session, file, monkeypatch):
    article = session.open(str(file))
    add_highlight(session, article, "“We had no choice,”")
    file.write_text(TEXT + "\nMore.\n")
    monkeypatch.chdir(file.parent)
    article = session.open("ferry.txt")
    assert highlighted_words(session, article) == [["“We had no choice,”"]]
    assert session.library.entries()[0].location == str(file)


@pytest.mark.parametrize("spoil", [broken, folder, taken])
def test_an_unusable_library_does_not_keep_anybody_from_reading_and_is_reported(home, file, spoil, start):
    spoil(home)
    session = start()
    article = session.open(str(file))
    assert article.text.startswith("The Ferry")
    assert str(home) in (session.library.problem or "")
    assert session.analyse(article).engine == engine.ENGINE
    assert session.highlights.of(article) == ()
    assert session.library.entries() == ()
    for keep in (
        lambda: add_highlight(session, article, "“We had no choice,”"),
        lambda: exports.write(session, article),
        lambda: exports.write_all(session),
    ):
        with pytest.raises(StorageError):
            keep()
    session.close()


def test_a_library_that_was_repaired_is_used_for_the_next_highlight(home, file, start):
    broken(home)
    session = start()
    article = session.open(str(file))
    (home / "library.db").rename(home / "library.db.damaged")
    add_highlight(session, article, "“We had no choice,”")
    assert session.library.problem is None
    assert highlighted_words(session, article) == [["“We had no choice,”"]]
    assert [here.title or here.article_id for here in session.library.entries()] == [article.title or article.id]
    session.close()


def test_a_library_locked_by_another_process_does_not_keep_anybody_from_reading(session, file, home, monkeypatch):
    monkeypatch.setattr(library, "BACKGROUND_TIMEOUT", 0.05)
    article = session.open(str(file))
    add_highlight(session, article, "“We had no choice,”")
    holder = sqlite3.connect(home / "library.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    article = session.open(str(file))
    assert "is locked by another program" in session.library.problem
    assert highlighted_words(session, article) == [["“We had no choice,”"]]
    holder.execute("COMMIT")
    holder.close()
    add_highlight(session, article, "“They had ten years to mend it,”")
    assert session.library.problem is None


def test_damage_found_while_reading_is_reported_and_reading_goes_on(session, file):
    article = session.open(str(file))
    session.library._store._connection.execute("DROP TABLE highlights")
    assert session.highlights.of(article) == ()
    assert "highlights" in (session.library.problem or "")
    assert session.library.entries() == ()


def test_an_article_can_be_opened_first_and_recorded_later(session, file):
    article = session.open(str(file), record=False)
    assert session.library.entries() == ()
    session.library.record(article)
    assert [here.article_id for here in session.library.entries()] == [article.id]


def test_entries_come_newest_first_and_are_found_by_words(session, file, tmp_path):
    session.open(str(file))
    (tmp_path / "bells.md").write_text("# On Bells\n\nThe tower of Norrby has four bells.\n")
    session.open(str(tmp_path / "bells.md"))
    assert [here.title for here in session.library.entries()] == ["On Bells", "The Ferry at Oxholm"]
    assert [here.title for here in session.library.entries("OXHOLM ferry")] == ["The Ferry at Oxholm"]
    assert [here.title for here in session.library.entries("bells.md")] == ["On Bells"]
    assert session.library.entries("oxholm bells") == ()


def test_an_article_whose_file_is_gone_opens_from_the_library(session, file):
    piped = session.open("-", stdin=b"On Bells\n\nThe tower of Norrby has four bells, says Eva Lo.\n")
    article = session.open(str(file))
    add_highlight(session, article, "“We had no choice,”")
    file.unlink()
    ferry, bells = session.library.entries()
    again = session.open(bells.location)
    assert (again.text, again.blocks) == (piped.text, piped.blocks)
    again = session.open(ferry.location)
    assert highlighted_words(session, again) == [["“We had no choice,”"]]
    assert [here.location for here in session.library.entries()] == [ferry.location, bells.location]
    with pytest.raises(SourceError):
        session.open(str(file))


def test_a_pipe_with_a_path_is_not_a_location(session):
    read, write = os.pipe()
    with os.fdopen(write, "w") as pipe:
        pipe.write(TEXT)
    session.open(f"/dev/fd/{read}")
    os.close(read)
    assert session.library.entries()[0].location.startswith("library:")


def test_an_address_is_a_location_as_it_is(session, monkeypatch):
    address = "https://oar.example/ferry"
    monkeypatch.setattr(sources, "load", lambda location, **_: Article("u1", location, TEXT, (), url=location))
    session.open(address)
    assert session.library.entries()[0].location == address


def test_opening_what_the_library_lacks_is_an_error(session, home, start):
    with pytest.raises(SourceError, match="library:x could not be opened: the library has no such article"):
        session.open("library:x")
    session.close()
    (home / "library.db").unlink()
    (home / "library.db").write_text("broken")
    with pytest.raises(SourceError, match="is not a Pullquote library"):
        start().open("library:x")


LIST = "https://sluice.example/dry A Dry Year\nhttps://sluice.example/dry#top\nhttps://sluice.example/wet\nno address\n"


def test_a_list_is_imported_once_and_skipped_entries_are_returned(session):
    new, passed = session.library.import_list("-", stdin=LIST.encode(), dry_run=True)
    assert session.library.entries() == ()
    assert [entry.location for entry in new] == [
        entry.location for entry in session.library.import_list("-", stdin=LIST.encode())[0]
    ]
    assert [entry.location for entry in new] == ["https://sluice.example/dry", "https://sluice.example/wet"]
    assert [(entry.what, entry.why) for entry in passed] == [
        ("https://sluice.example/dry", "it is listed twice"),
        ("no address", "it has no address on the web"),
    ]
    new, passed = session.library.import_list("-", stdin=LIST.encode())
    assert new == ()
    assert [entry.why for entry in passed].count("it is in your library") == 2


def test_a_page_that_a_list_contains_opens_without_the_network(session):
    paragraph = "The sluice at Vell stood open all winter, and nobody who lives below it was told. "
    entry = {"url": "https://sluice.example/dry", "title": "A Dry Year", "content": f"<p>{paragraph * 9}</p>"}
    session.library.import_list("-", stdin=json.dumps([entry]).encode(), dry_run=True)
    assert not config.paths().pages.exists()
    session.library.import_list("-", stdin=json.dumps([entry]).encode())
    article = session.open("https://sluice.example/dry")
    assert (article.title, article.visible[1].span.of(article.text)) == ("A Dry Year", (paragraph * 9).strip())


def test_articles_to_read_are_listed_last_until_they_are_opened(session, file):
    article = session.open(str(file))
    session.library.import_list("-", stdin=LIST.encode())
    waiting = [(entry.location, entry.title, entry.read) for entry in session.library.entries()[1:]]
    assert waiting == [("https://sluice.example/dry", "A Dry Year", ""), ("https://sluice.example/wet", None, "")]
    assert [entry.title for entry in session.library.entries("year")] == ["A Dry Year"]
    session.library.record(replace(article, id="dry", location="https://sluice.example/dry"))
    assert [entry.location for entry in session.library.entries() if not entry.read] == ["https://sluice.example/wet"]


def test_an_article_is_removed_by_its_path_and_its_file_stays(session, file, monkeypatch):
    session.open(str(file))
    monkeypatch.chdir(file.parent)
    assert session.library.remove(file.name).name == "The Ferry at Oxholm"
    assert (session.library.entries(), file.read_text()) == ((), TEXT)


def test_an_article_to_read_can_be_removed(session, tmp_path):
    listed = tmp_path / "list.txt"
    listed.write_text("https://d.example/night\nhttps://d.example/day\n")
    session.library.import_list(str(listed))
    assert session.library.remove("https://d.example/night").name == "https://d.example/night"
    assert [book.location for book in session.library.entries()] == ["https://d.example/day"]


def test_an_article_with_highlights_and_an_unknown_one_can_not_be_removed(session, file):
    article = session.open(str(file))
    session.highlights.add(article, (Span(0, 9),))
    with pytest.raises(StorageError, match=r"“The Ferry at Oxholm” has 1 highlight: .* Nothing was removed"):
        session.library.remove(str(file))
    with pytest.raises(StorageError, match=r"zzz\.txt is not in your library: pullquote library lists what is\."):
        session.library.remove("zzz.txt")
    assert session.library.entries()
