"""A search finds words in articles, quotations, notes and tags, and the index follows the library."""

import sqlite3
import threading
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StorageError
from reader.model import Span
from reader.services import correcting
from reader.services.session import Session
from reader.store.search_index import SearchIndex
from reader.text.search_query import parse_query
from tests.services.weir_library import ARTICLES, article, fill, found

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def library(session):
    fill(session)
    session.search.refresh()
    return session


def index_path(session):
    return session.library.store().path.with_suffix(".search.db")


def places(session, text):
    query = parse_query(text)
    return [place for each in session.search.found(query, session.search.candidates(query)) for place in each.places]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("weir", "321"),
        ("weir council", "1"),
        ("council river", ""),
        ("dredg", "2"),
        ("NAIVE strasse", "2"),
        ('"gates will"', "1"),
        ('"will gates"', ""),
        ("水力", "3"),
        ("发电所", "3"),
        ("河", "3"),
        ("力电", ""),
        ("post", "31"),
        ("outlet:delta", "2"),
        ("weir outlet:ferry after:2021", "3"),
        ("before:2022", "1"),
        ("voice:roe", "321"),
        ('voice:"otto reed"', "1"),
        ("voice:roe gates", "1"),
        ("voice:roe bridge", ""),
        ("voice:roe council", ""),
        ("kind:expert", "321"),
        ("kind:official", "1"),
        ("kind:direct budget", "3"),
        ("", ""),
        ("before:nonsense weir", ""),
        ("highlighted:yes", ""),
        ("highlighted:no", "321"),
    ],
)
def test_a_query_finds_articles_last_read_first(library, query, articles):
    assert "".join(found(library, query)) == articles


def test_a_place_has_its_words_its_marks_and_who_says_them(library):
    [place] = places(library, "gates")
    assert [mark.of(place.text) for mark in place.marks] == ["gates"]
    assert (place.speaker, place.description) == ("Ada Roe", "hydrologist, Delta Institute")
    assert place.target.offset_in(ARTICLES[0].text) == ARTICLES[0].text.index("gates")


def test_a_place_is_found_again_in_a_text_that_changed_and_else_not(library):
    [place] = places(library, "gates")
    text = ARTICLES[0].text
    assert place.target.offset_in("New: " + text) == 5 + text.index("gates")
    assert place.target.offset_in("Something else stands here.") is None


def test_a_word_in_the_title_alone_is_found(library):
    assert found(library, "post council") == {"1": [ARTICLES[0].blocks[1].span.of(ARTICLES[0].text)]}
    fill(library, [article(4, "Nothing.", title="The Night Ferry")])
    library.search.refresh()
    [place] = places(library, "night")
    assert place.kind == "title"


def test_an_article_on_the_reading_list_is_found_by_its_title(library):
    from reader.store import UnreadEntry  # noqa: PLC0415

    with library.library.writing() as store:
        store.reading_list.add([UnreadEntry("https://d.example/n", "The Night Ferry", None, "Oar", None, "2026")])
    library.search.refresh()
    query = parse_query("ferry night")
    [entry] = [each for each in library.search.found(query, library.search.candidates(query)) if each]
    assert (entry.location, entry.title, entry.read) == ("https://d.example/n", "The Night Ferry", "")


def test_notes_and_tags_are_found_as_soon_as_the_index_follows(library):
    words = Span(ARTICLES[0].text.index("The council"), ARTICLES[0].text.index("the weir."))
    highlight = library.highlights.add(ARTICLES[0], (words,))
    library.highlights.annotate(highlight, "ask about the sluice")
    library.highlights.set_tags(highlight, ("Water",))
    library.search.refresh()
    assert found(library, "sluice") == {"1": ["ask about the sluice"]}
    assert found(library, "tag:wat council") == {"1": ["The council shut "]}
    assert found(library, "tag:wat bridge") == {}
    assert "".join(found(library, "highlighted:no weir")) == "32"
    library.highlights.delete(highlight)
    library.search.refresh()
    assert found(library, "sluice") == found(library, "highlighted:yes") == {}


def test_a_corrected_speaker_is_found_and_the_earlier_one_is_not(library):
    found_voices = library.corrections.apply(ARTICLES[1], library.analyse(ARTICLES[1]))
    quotation = found_voices.analysis.quotations[0]
    library.corrections.add(
        ARTICLES[1], found_voices, correcting.said_by(ARTICLES[1], found_voices.analysis, quotation, "Bo Tarn")
    )
    library.search.refresh()
    assert "".join(found(library, "voice:tarn")) == "2"
    assert "2" not in found(library, "voice:roe dredged")
    library.undo()
    library.search.refresh()
    assert found(library, "voice:tarn") == {}


def test_what_is_known_of_a_voice_in_every_article_is_found_in_every_article(library):
    library.corrections.add_known("Ada Roe", "name", "Ada Roe-Lind")
    library.search.refresh()
    assert "".join(found(library, "voice:lind")) == "321"
    library.undo()
    library.search.refresh()
    assert found(library, "voice:lind") == {}


def test_a_changed_text_and_a_removed_article_are_followed(library):
    changed = article(1, "“The gates will hold until June,” said Ada Roe.", "The council shut the weir.")
    fill(library, [changed])
    library.search.refresh()
    assert "1" in found(library, "june")
    assert found(library, "bridge") == {}
    library.library.remove(ARTICLES[1].location)
    library.search.refresh()
    assert found(library, "dredged") == {}


def test_an_article_that_is_read_is_indexed_with_the_analysis_that_was_made(session):
    fill(session, ARTICLES[:1])
    session.search.add(ARTICLES[0], session.analyse_with_corrections(ARTICLES[0]))
    assert "".join(found(session, "voice:roe gates")) == "1"
    reports = []
    session.search.refresh(lambda *each: reports.append(each))
    assert reports == []


def test_nothing_is_indexed_again_that_did_not_change(library):
    reports = []
    library.search.refresh(lambda *each: reports.append(each))
    assert reports == []


def test_indexing_goes_on_where_it_was_stopped(session):
    fill(session)
    session.search.refresh(is_cancelled=lambda: True)
    assert session.search.indexed_count() == 0
    asked = iter([False, False, True])
    session.search.refresh(is_cancelled=lambda: next(asked, True))
    assert session.search.indexed_count() == 2
    session.search.refresh()
    assert session.search.indexed_count() == 3


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\x00" + b"\xff" * 5000, None])
def test_a_damaged_or_missing_index_is_made_anew_and_the_library_stays(library, damage):
    library.search.close()
    path = index_path(library)
    path.unlink() if damage is None else path.write_bytes(damage)
    library.search.refresh()
    assert library.search.problem is None
    assert "".join(found(library, "weir")) == "321"
    assert library.library.problem is None


def test_a_page_that_is_overwritten_is_noticed_and_the_index_made_anew(library):
    library.search.close()
    path = index_path(library)
    pages = bytearray(path.read_bytes())
    pages[4096:] = b"\x55" * (len(pages) - 4096)
    path.write_bytes(pages)
    assert found(library, "weir") == {}
    assert library.search.problem is None or "damaged" in library.search.problem
    library.search.refresh()
    assert "".join(found(library, "weir")) == "321"


def test_a_locked_index_is_said_in_one_sentence_and_reading_goes_on(library, monkeypatch):
    monkeypatch.setattr("reader.store.search_index._TIMEOUT", 0.01)
    library.search.close()
    other = sqlite3.connect(index_path(library), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    fill(library, [article(4, "The weir is open.")])
    library.search.refresh()
    assert library.search.problem.endswith("is in use by another program: try again in a moment.")
    assert len(library.library.entries()) == 4
    other.execute("ROLLBACK")
    other.close()
    library.search.refresh()
    assert "4" in found(library, "open")


def test_an_index_of_another_version_is_made_anew(library):
    library.search.close()
    with sqlite3.connect(index_path(library)) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    library.search.refresh()
    assert "".join(found(library, "weir")) == "321"


def test_rebuilding_makes_the_same_index(library):
    assert library.search.rebuild() == 3
    assert "".join(found(library, "voice:roe")) == "321"


def test_a_session_without_a_library_finds_nothing():
    session = Session(library=False)
    session.search.refresh()
    assert found(session, "weir") == {}


def test_several_windows_can_index_at_the_same_time(session):
    fill(session)
    errors = []

    def index():
        other = Session()
        try:
            other.search.refresh()
            errors.append(other.search.problem)
        finally:
            other.close()

    threads = [threading.Thread(target=index) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == [None] * 3
    assert "".join(found(session, "weir")) == "321"


def test_several_windows_can_make_the_index_at_the_same_time(tmp_path):
    """SQLite doesn't wait for the lock that switching to WAL needs: without our waiting, five of 40 attempts fail."""
    windows = 4
    problems = []

    def make(path, start):
        start.wait()
        try:
            SearchIndex(path).close()
        except StorageError as error:
            problems.append(str(error))

    for number in range(40):
        start = threading.Barrier(windows)
        path = tmp_path / f"{number}.search.db"
        threads = [threading.Thread(target=make, args=(path, start)) for _ in range(windows)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert problems == []


HOSTILE = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\"'*()^:-+{}ANDORNEAR水\x00 ")), max_size=60)


@given(HOSTILE)
@settings(max_examples=150, deadline=None)
def test_no_query_is_an_error_or_syntax_of_the_index(tmp_path_factory, text):
    index = _shared_index(tmp_path_factory)
    from reader.store import search_lookup  # noqa: PLC0415

    wanted = parse_query(text)
    with index.transaction():
        search_lookup.find_articles(index, wanted)
        search_lookup.find_quotations(index, wanted)
        search_lookup.find_highlights(index, wanted)


_INDEXES: list[SearchIndex] = []


def _shared_index(factory):
    if not _INDEXES:
        _INDEXES.append(SearchIndex(factory.mktemp("index") / "library.search.db"))
    return _INDEXES[0]


def test_a_paragraph_is_found_by_any_of_its_words_whatever_its_script(session):
    text = "Ελλάδα και Россия، العربية, हिन्दी, ไทย, 𞤀𞤣 und ŉaïve ﬁne ½"
    fill(session, [replace(article(1, text))])
    session.search.refresh(analyses=False)
    for word in text.replace(",", " ").replace("،", " ").split():
        assert "1" in found(session, word), word


@pytest.mark.parametrize(
    "damage", ["UPDATE quotations SET spans = '[[1'", "UPDATE quotations SET spans = '[3]'", "DROP TABLE voices"]
)
def test_values_that_can_not_be_read_are_damage_too(library, damage):
    other = sqlite3.connect(index_path(library), isolation_level=None)
    other.execute(damage)
    other.close()
    assert found(library, "voice:roe gates") == {}
    library.search.refresh()
    assert "".join(found(library, "voice:roe gates")) == "1"


def test_known_voices_that_can_not_be_read_are_damage_too(library):
    other = sqlite3.connect(index_path(library), isolation_level=None)
    other.execute("INSERT INTO settings VALUES ('known voices', '{')")
    other.close()
    library.search.refresh()
    library.search.refresh()
    assert "".join(found(library, "voice:roe gates")) == "1"


def test_without_fts5_there_is_no_search_and_the_library_works(library, monkeypatch):
    library.search.close()
    index_path(library).unlink()
    monkeypatch.setattr("reader.store.search_index._SCHEMA", "CREATE VIRTUAL TABLE t USING fts99(words)")
    monkeypatch.setattr("reader.store.search_index._NO_FTS", "no such module: fts99")
    library.search.refresh()
    assert library.search.problem == "There is no search here: the SQLite of this Python was built without FTS5."
    assert len(library.library.entries()) == 3
