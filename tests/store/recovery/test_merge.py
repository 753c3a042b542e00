"""What is taken out of another library is added, and nothing that is there is overwritten."""

import re

import pytest

from reader.store import Store
from reader.store.expected_articles import ExpectedArticle
from reader.store.recovery.merge import merge
from reader.store.recovery.salvage import read_salvage
from tests.store.library_factory import LATER, NOW, article, full_article, kept
from tests.store.recovery.conftest import PAGE, change, flip, roots

WORDS = "The weir stayed shut, said Tove"


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "mine.db")
    yield store
    store.close()


def merged(store, path):
    with store.writing():
        return merge(store.connection, read_salvage(path))


def notes(store):
    with store.reading():
        return {row.highlight.id: row.highlight.note for row in store.highlights.of("one")}


def test_everything_is_added_once(store, path):
    report = merged(store, path)
    assert report.added_in_words() == (
        "1 article, 1 text, 3 highlights, 1 correction, 1 voice setting, 1 position, 1 unread article, 1 feed"
    )
    assert (report.repaired, report.gone) == ([], [])
    assert store.articles.get("one").text == full_article().text
    assert merged(store, path).added_in_words() == "nothing"
    with store.reading():
        assert len(store.highlights.of("one")) == 3
        assert len(store.reading_list.entries()) == len(store.feeds.all()) == 1


def test_what_is_there_stays_as_it_is(store, path):
    with store.writing():
        store.articles.record(full_article(), "/elsewhere/dry.html", LATER)
        store.highlights.add(kept("h1", note="newer"))
    report = merged(store, path)
    assert notes(store) == {"h0": "note 0", "h1": "newer", "h2": "note 2"}
    assert (report.added["highlights"], report.present["highlights"]) == (2, 1)
    assert store.articles.get("one").location == "/elsewhere/dry.html"


def test_an_article_that_is_here_under_another_key_gets_its_highlights(store, path):
    with store.writing():
        key = store.articles.record(article(full_article().text, key="other"), "/copy.txt", NOW)
    merged(store, path)
    with store.reading():
        assert len(store.highlights.of(key)) == 3
        assert [entry.article_id for entry in store.articles.entries()] == ["other"]


def test_what_was_read_meanwhile_is_not_to_be_read_again(store, path):
    with store.writing():
        store.articles.record(article(key="two"), "https://lock.invalid/1", NOW)
    assert merged(store, path).added["waiting"] == 0
    with store.reading():
        assert store.reading_list.entries() == ()


@pytest.mark.parametrize("table", ["articles", "identities", "places", "versions", "feeds"])
def test_highlights_are_listed_whatever_else_is_lost(store, path, table):
    start = (roots(path)[table] - 1) * PAGE
    whole = path.read_bytes()
    path.write_bytes(whole[:start] + bytes(PAGE) + whole[start + PAGE :])
    report = merged(store, path)
    assert len(report.gone) == (table not in {"identities", "places"})
    assert len(notes(store)) == 3
    with store.reading():
        [entry] = store.articles.entries()
        assert entry.highlights == 3
        assert store.articles.get_without_text("one").title == (None if table == "articles" else "A Dry Year")
        assert [feed.location for feed in store.feeds.all()] == ["https://feed.invalid/1"]
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_row_that_is_gone_is_named_with_its_article(store, path):
    at = path.read_bytes().index(b"note 1")
    start = path.read_bytes().rindex(b"h1one", 0, at)
    flip(path, start - 20, 0x7F)  # in the header of its record
    report = merged(store, path)
    assert notes(store).keys() == {"h0", "h2"}
    assert report.gone == ["highlight in “A Dry Year”"]


def test_a_note_with_a_byte_that_is_no_text_keeps_its_other_words(store, path):
    flip(path, path.read_bytes().index(b"note 1") + 4)
    report = merged(store, path)
    assert notes(store)["h1"] == "note\ufffd1"
    assert report.repaired == [f"highlight “{WORDS}”"]


def test_nothing_that_a_terminal_would_obey_is_recovered(store, path):
    flip(path, path.read_bytes().index(b"note 1") + 4, 0x20 ^ 0x1B)
    merged(store, path)
    assert notes(store)["h1"] == "note\ufffd1"


@pytest.mark.parametrize(
    ("change_to", "column", "value"),
    [
        ("spans = '[[1'", "spans", None),
        ("tags = '[1]'", "tags", ()),
        ("speaker = '{'", "speaker", None),
        ("colour = 'mauve'", "colour", "yellow"),
    ],
)
def test_a_part_of_a_highlight_that_makes_no_sense_costs_only_that_part(store, path, change_to, column, value):
    change(path, f"UPDATE highlights SET {change_to} WHERE id = 'h1'")  # noqa: S608
    report = merged(store, path)
    with store.reading():
        row = store.highlights.get("h1")
    assert row.highlight.note == "note 1"
    assert getattr(row.highlight, column) == value or column == "spans"
    assert (row.digest == "") == (column == "spans")  # without spans it is found again by its words
    assert report.repaired == [f"highlight “{WORDS}”"]


def test_a_text_whose_structure_is_damaged_is_read_as_plain_paragraphs(store, path):
    change(path, "UPDATE versions SET structure = '{'")
    merged(store, path)
    with store.reading():
        text = store.articles.get("one")
    assert [block.span.of(text.text) for block in text.blocks] == text.text.split("\n\n")


def test_a_highlight_whose_article_is_damaged_goes_to_the_one_that_the_index_has(store, path):
    whole = path.read_bytes()
    at = whole.index(b"note 2")
    flip(path, whole.rindex(b"h2one", 0, at) + 2, 1)
    merged(store, path)
    assert notes(store).keys() == {"h0", "h1", "h2"}


def test_a_damaged_key_that_is_that_of_another_row_takes_nothing_away(store, path):
    whole = path.read_bytes()
    flip(path, whole.rindex(b"h2one", 0, whole.index(b"note 2")) + 1, ord("2") ^ ord("1"))
    merged(store, path)
    assert notes(store) == {"h0": "note 0", "h1": "note 1", "h2": "note 2"}


def test_a_text_that_is_damaged_is_replaced_when_the_article_is_opened_again(store, path):
    flip(path, path.read_bytes().index(b"The weir stayed shut, said Tove Lind.") + 3)
    merged(store, path)
    with store.reading():
        assert re.search("The\ufffdweir", store.articles.get("one").text)
    with store.writing():
        store.articles.record(full_article(), "/papers/dry.html", LATER)
    assert store.articles.get("one").text == full_article().text


def test_an_article_that_is_expected_is_still_expected(store, path):
    other = Store(path)
    with other.writing():
        other.expected.add(ExpectedArticle("far", "https://weir.invalid/far", "Far", None, None), ("far/name",), NOW)
    other.close()
    merged(store, path)
    with store.reading():
        assert [each.key for each in store.expected.all()] == ["far"]
        assert store.expected.names_of("far") == {"far", "far/name"}
