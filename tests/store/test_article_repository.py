"""An article is one article under all its ids, texts and places, and another one is another."""

import os
from dataclasses import replace

import pytest

from reader.errors import StorageError
from reader.store import Store, digest
from tests.store.library_factory import LATER, NOW, article, full_article, kept

FIRST = "A Dry Year\n\nThe weir stayed shut, said Tove Lind.\n\nNobody asked the eels about it, she added in May."
EDITED = "A Dry Year\n\nThe weir stayed shut, said Tove Lind.\n\nThe eels were asked at last, and had no view."
OTHER = "On Bells\n\nThe tower of Norrby has four bells, and each has a name of its own that nobody uses."


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "library.db")
    yield store
    store.close()


def record(store, article, place=None, now=NOW):
    with store.writing():
        return store.articles.record(article, place, now)


def entries(store):
    with store.reading():
        return store.articles.entries()


def test_a_stored_article_is_read_back_equal(store):
    made = full_article()
    record(store, made, "/papers/dry.html")
    with store.reading():
        assert store.articles.get("one") == replace(made, location="/papers/dry.html")
        assert store.articles.get("two") is None


def test_entries_list_what_was_read_newest_first(store):
    record(store, full_article(), "/papers/dry.html")
    record(store, article(OTHER, key="two"), now=LATER)
    with store.writing():
        store.highlights.add(kept("h1"))
        store.highlights.add(kept("h2"))
        store.highlights.delete("h2", LATER)
    bells, dry = entries(store)
    assert (bells.article_id, bells.location, bells.title, bells.highlights) == (
        "two",
        "-",
        "On Bells The tower of Norrby has four…",
        0,
    )
    assert (dry.location, dry.title, dry.outlet, dry.published) == (
        "/papers/dry.html",
        "A Dry Year",
        "The Sluice",
        "2026-02-27",
    )
    assert (dry.read, dry.highlights, dry.byline) == (NOW, 1, "Ola Vik")


def test_hidden_words_are_not_counted(store):
    made = article(FIRST)
    hidden = replace(made.blocks[2], hidden=True)
    record(store, replace(made, blocks=(*made.blocks[:2], hidden)))
    assert entries(store)[0].words == 10


def test_an_article_read_again_moves_to_the_top_and_is_listed_once(store):
    record(store, article(FIRST), now=NOW)
    record(store, article(OTHER, key="two"), now=NOW)
    record(store, article(FIRST), now=LATER)
    assert [here.article_id for here in entries(store)] == ["one", "two"]
    assert entries(store)[0].read == LATER


SAME = [
    ("the same text by another path", article(FIRST, key="one"), "/b.txt"),
    ("the same text by pipe", article(FIRST, key="one"), None),
    ("the same text under another id", article(FIRST, key="two"), None),
    ("another text under the same id", article(OTHER, key="one"), None),
    ("an edited text at the same place", article(EDITED, key="two"), "/a.txt"),
    ("a rewritten text of the same title at the same place", article(OTHER, key="two", title="A Dry Year"), "/a.txt"),
]


@pytest.mark.parametrize(("again", "place"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_these_are_the_same_article(store, again, place):
    record(store, article(FIRST, title="A Dry Year"), "/a.txt")
    assert record(store, again, place, LATER) == "one"
    assert len(entries(store)) == 1
    with store.reading():
        assert store.articles.keys_of(again) == ("one",)
        assert store.articles.get(again.id).text == again.text
        assert store.articles.ids_of("one") == {"one", again.id}


DIFFERENT = [
    ("another text by pipe", article(OTHER, key="two"), None),
    ("an edited text elsewhere", article(EDITED, key="two"), "/b.txt"),
    ("a text that has nothing of the old one at its place", article(OTHER, key="two"), "/a.txt"),
    ("a text of few words at its place", article("Gone", key="two"), "/a.txt"),
    ("only the hidden furniture is the same", replace(
        article(OTHER + "\n\n" + FIRST, key="two"),
        blocks=(*article(OTHER).blocks, replace(article(FIRST).blocks[0], hidden=True)),
    ), "/a.txt"),
]  # fmt: skip


@pytest.mark.parametrize(("again", "place"), [case[1:] for case in DIFFERENT], ids=[case[0] for case in DIFFERENT])
def test_these_are_different_articles(store, again, place):
    record(store, article(FIRST), "/a.txt")
    assert record(store, again, place, LATER) == "two"
    assert len(entries(store)) == 2


def test_a_location_belongs_to_the_article_last_read_there(store):
    record(store, article(FIRST), "/a.txt")
    record(store, article(OTHER, key="two"), "/a.txt")
    assert record(store, article(OTHER + " Still.", key="three"), "/a.txt", LATER) == "two"


def test_merged_articles_have_the_highlights_of_both(store):
    record(store, article(FIRST), "/a.txt")
    record(store, article(EDITED, key="two"), "/b.txt")
    with store.writing():
        store.highlights.add(kept("h1", text=FIRST))
        store.highlights.add(kept("h2", "two", text=EDITED))
    assert record(store, article(EDITED, key="one"), "/c.txt", LATER) == "one"
    with store.reading():
        assert [here.highlight.id for here in store.highlights.of("one")] == ["h1", "h2"]
        assert store.articles.keys_of(article(FIRST, key="two")) == ("one",)
        assert store.articles.version_text("one", digest(FIRST)) == FIRST
        assert store.articles.version_text("one", digest(EDITED)) == EDITED
    assert len(entries(store)) == 1
    assert record(store, article(OTHER, key="three"), "/b.txt") == "three"


def test_a_text_that_is_restored_is_the_same_version(store):
    record(store, article(FIRST), "/a.txt")
    record(store, article(EDITED, key="two"), "/a.txt")
    record(store, article(FIRST), "/a.txt", LATER)
    with store.reading():
        assert store.articles.get("one").text == FIRST
        assert store.articles.version_text("one", digest(EDITED)) is None


def test_an_earlier_text_is_kept_while_it_has_highlights_even_deleted_ones(store):
    record(store, article(FIRST), "/a.txt")
    with store.writing():
        store.highlights.add(kept(text=FIRST))
        store.highlights.delete("h1", NOW)
    record(store, article(EDITED, key="two"), "/a.txt")
    with store.reading():
        assert store.articles.version_text("one", digest(FIRST)) == FIRST


def test_the_same_text_with_other_structure_replaces_it(store):
    plain = article(FIRST)
    record(store, plain)
    richer = replace(plain, blocks=(replace(plain.blocks[0], level=2), *plain.blocks[1:]))
    record(store, richer)
    with store.reading():
        assert store.articles.get("one").blocks == richer.blocks


def test_a_pipe_does_not_replace_a_known_location(store):
    record(store, article(FIRST), "/a.txt")
    record(store, article(FIRST), None)
    assert entries(store)[0].location == "/a.txt"


def test_a_structure_that_cannot_be_read_is_reported_as_damage(store):
    record(store, article(FIRST))
    with store.writing():
        store._connection.execute("""UPDATE versions SET structure = '{"blocks": [["poem", 0, 1]], "marks": []}'""")
    with pytest.raises(StorageError, match="damaged"), store.reading():
        store.articles.get("one")


def test_articles_without_an_id_are_distinguished_by_their_text(store):
    record(store, article(FIRST, key=""))
    record(store, article(OTHER, key=""))
    record(store, article(FIRST, key=""))
    assert len(entries(store)) == 2
    with store.reading():
        assert store.articles.keys_of(article(OTHER, key="")) == (digest(OTHER),)


def test_a_file_name_that_is_not_utf_8_is_read_back_unchanged(store):
    place = os.fsdecode(b"/papers/d\xffry.txt")
    record(store, article(FIRST), place)
    assert entries(store)[0].location == place
    assert record(store, article(EDITED, key="two"), place) == "one"
    assert record(store, article(OTHER, key="three"), os.fsdecode(b"/papers/d\xfery.txt")) == "three"
    assert record(store, article(EDITED, key="two"), os.fsdecode(b"/papers/d\xfery.txt")) == "one"
    with store.reading():
        assert store.articles.at_location(place) == store.articles.get("one")


def test_an_article_without_highlights_is_removed_with_all_its_ids(store):
    record(store, full_article(), "/papers/dry.html")
    with store.writing():
        assert store.articles.remove("one")
        assert (
            store.articles.entries(),
            store.articles.get("one"),
            store.articles.at_location("/papers/dry.html"),
        ) == (
            (),
            None,
            None,
        )
    record(store, full_article(), "/papers/dry.html")
    assert [book.article_id for book in entries(store)] == ["one"]


def test_an_article_with_highlights_is_not_removed(store):
    record(store, full_article())
    with store.writing():
        store.highlights.add(kept("h1"))
        assert not store.articles.remove("one")
    assert [book.highlights for book in entries(store)] == [1]


def test_a_deleted_highlight_of_a_removed_article_can_still_be_restored(store):
    record(store, full_article())
    with store.writing():
        store.highlights.add(kept("h1"))
        store.highlights.delete("h1", LATER)
        assert store.articles.remove("one")
        assert store.articles.entries() == ()
        store.highlights.restore("h1", LATER)
    assert [(book.highlights, book.read) for book in entries(store)] == [(1, NOW)]
