"""Highlights come back as they were stored, and none is ever dropped."""

from dataclasses import replace

import pytest

from reader.errors import StorageError
from reader.model import Colour
from reader.store import Store, new_id, undo_log
from reader.store.undo_log import Action, UndoStep
from tests.store.library_factory import LATER, NOW, SPEAKER, article, kept


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "library.db")
    with store.writing():
        store.articles.record(article(), None, NOW)
    yield store
    store.close()


def add(store, *made):
    with store.writing():
        for one in made:
            store.highlights.add(one)


@pytest.mark.parametrize(
    "made",
    [
        kept(),
        kept(speaker=None, quotation=None, note="", tags=()),
        kept(speaker=replace(SPEAKER, denied="did not say")),
        kept(spans=(), exact="x\u2028y\x00z'\";--"),
    ],
    ids=["everything", "nothing", "denied words", "odd characters"],
)
def test_a_stored_highlight_is_read_back_equal(store, made):
    add(store, made)
    with store.reading():
        assert store.highlights.get("h1") == made
        assert store.highlights.of("one") == (made,)


def test_highlights_come_in_the_order_in_which_they_were_made(store):
    later = kept("h0", created=LATER)
    add(store, later, kept("h2"), kept("h1"))
    with store.reading():
        assert [here.highlight.id for here in store.highlights.of("one")] == ["h2", "h1", "h0"]


def test_a_deleted_highlight_keeps_its_row_and_can_be_restored(store):
    add(store, kept())
    with store.writing():
        store.highlights.delete("h1", LATER)
        assert store.highlights.get("h1").deleted_at == LATER
        store.highlights.delete("h1", "much later")
        assert store.highlights.get("h1").deleted_at == LATER
        store.highlights.restore("h1", LATER)
        assert store.highlights.get("h1") == replace(kept(updated=LATER), revision=2)


def test_a_highlight_of_an_unknown_article_cannot_be_stored(store):
    with pytest.raises(StorageError):
        add(store, kept(article_id="nowhere"))


def test_a_transaction_that_fails_half_way_has_changed_nothing(store):
    with pytest.raises(StorageError):
        add(store, kept("h2"), kept("h2"))
    with store.reading():
        assert store.highlights.of("one") == ()


def test_an_error_of_the_program_rolls_back_and_is_raised(store):
    def stumble():
        with store.writing():
            store.highlights.add(kept())
            raise KeyError("of the caller")

    with pytest.raises(KeyError, match="of the caller"):
        stumble()
    with store.reading():
        assert store.highlights.get("h1") is None


def test_a_row_that_cannot_be_read_is_left_out_and_named(store):
    add(store, kept(), kept("h2"))
    with store.writing():
        store._connection.execute("UPDATE highlights SET spans = '[[1' WHERE id = 'h2'")
    with store.reading():
        assert store.highlights.of("one") == (kept(),)
    assert [*store.unreadable] == ["the highlight “The weir stayed shut, said Tove”"]
    with pytest.raises(StorageError, match="damaged"), store.reading():
        store.highlights.get("h2")


def test_ids_are_plain_and_differ():
    ids = {new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(id_.isalnum() and id_.isascii() for id_ in ids)


@pytest.mark.parametrize(
    ("seen", "there", "written", "result"),
    [
        ("", "", "mine", "mine"),
        ("old", "old", "mine", "mine"),
        ("old", "old", "", ""),
        ("", "theirs", "mine", "theirs\n\nmine"),
        ("old", "theirs", "mine", "theirs\n\nmine"),
        ("old", "theirs", "", "theirs"),
        ("old", "mine", "mine", "mine"),
        ("old", "", "mine", "mine"),
    ],
)
def test_a_note_never_replaces_one_that_its_writer_has_not_seen(store, seen, there, written, result):
    add(store, kept(note=there))
    with store.writing():
        step = undo_log.annotate(store.highlights, kept(note=seen).highlight, written, LATER)
        assert step == UndoStep(Action.ANNOTATE, kept(note=there), kept(note=result, updated=LATER).highlight)
        assert store.highlights.get("h1") == replace(kept(note=result, updated=LATER), revision=1)
        undo_log.undo(store.highlights, step, LATER)
        assert store.highlights.get("h1").highlight.note == there


def test_a_note_on_a_deleted_highlight_restores_it_and_undo_reverts_both(store):
    add(store, replace(kept(note=""), deleted_at=NOW))
    with store.writing():
        step = undo_log.annotate(store.highlights, kept(note="").highlight, "still of use", LATER)
        assert store.highlights.get("h1").deleted_at is None
        assert undo_log.undo(store.highlights, step, LATER).startswith("note removed")
        assert store.highlights.get("h1").deleted_at is not None


def test_a_session_may_replace_its_own_note_however_old_the_highlight_that_it_holds(store):
    add(store, kept("h1", note=""), kept("h2", note=""))
    stale = kept("h1", note="").highlight
    with store.writing():
        first = undo_log.annotate(store.highlights, stale, "first", LATER)
        second = undo_log.annotate(store.highlights, stale, "second", LATER, [first])
        assert second.after.note == "second"
        store.highlights.set_note("h1", "theirs", LATER)
        assert (
            undo_log.annotate(store.highlights, stale, "third", LATER, [first, second]).after.note == "theirs\n\nthird"
        )
        store.highlights.set_note("h2", "first", LATER)
        assert (
            undo_log.annotate(store.highlights, kept("h2", note="").highlight, "x", LATER, [first]).after.note
            == "first\n\nx"
        )


def test_undo_keeps_a_note_that_was_changed_in_another_window(store):
    add(store, kept(note=""))
    with store.writing():
        step = undo_log.annotate(store.highlights, kept(note="").highlight, "mine", LATER)
        store.highlights.set_note("h1", "theirs", LATER)
        assert "changed in another window" in undo_log.undo(store.highlights, step, LATER)
        assert store.highlights.get("h1").highlight.note == "theirs"


def test_undo_of_a_note_keeps_a_deletion_of_another_window(store):
    add(store, kept(note=""))
    with store.writing():
        step = undo_log.annotate(store.highlights, kept(note="").highlight, "mine", LATER)
        store.highlights.delete("h1", LATER)
        assert undo_log.undo(store.highlights, step, LATER).startswith("note removed")
        assert store.highlights.get("h1").deleted_at is not None


@pytest.mark.parametrize(
    ("seen", "there", "written", "result"),
    [
        ((), (), ("mine",), ("mine",)),
        (("old",), ("old",), ("mine",), ("mine",)),
        (("old",), ("old",), (), ()),
        ((), ("theirs",), ("mine",), ("mine", "theirs")),
        (("old",), ("old", "theirs"), ("mine", "old"), ("mine", "old", "theirs")),
        (("old",), ("theirs",), ("mine",), ("mine", "theirs")),
        ((), ("mine",), ("mine",), ("mine",)),
    ],
)
def test_tags_never_replace_those_that_their_writer_has_not_seen(store, seen, there, written, result):
    add(store, kept(tags=there))
    with store.writing():
        step = undo_log.set_tags(store.highlights, kept(tags=seen).highlight, written, LATER)
        assert store.highlights.get("h1").highlight.tags == step.after.tags == result
        assert "tags" in undo_log.undo(store.highlights, step, LATER)
        assert store.highlights.get("h1").highlight.tags == there


@pytest.mark.parametrize(
    ("before", "after", "present", "left"),
    [
        (("a",), ("a", "b"), ("a", "b"), ("a",)),
        (("a",), ("a", "b"), ("a", "b", "theirs"), ("a", "theirs")),
        (("a",), ("b",), ("b", "theirs"), ("theirs", "a")),
        ((), ("b",), (), ()),
    ],
)
def test_undo_of_tags_reverts_only_its_own_change(store, before, after, present, left):
    add(store, kept(tags=before))
    with store.writing():
        step = undo_log.set_tags(store.highlights, kept(tags=before).highlight, after, LATER)
        store.highlights.set_tags("h1", present, LATER)
        undo_log.undo(store.highlights, step, LATER)
        assert store.highlights.get("h1").highlight.tags == left


def test_undo_keeps_a_colour_that_was_changed_in_another_window(store):
    add(store, kept())
    with store.writing():
        step = undo_log.recolour(store.highlights, kept().highlight, Colour.PINK, LATER)
        store.highlights.set_colour("h1", Colour.BLUE, LATER)
        assert "colour kept: it was changed in another window" in undo_log.undo(store.highlights, step, LATER)
        assert store.highlights.get("h1").highlight.colour is Colour.BLUE


@pytest.mark.parametrize("theirs", [{"note": "theirs"}, {"tags": ("theirs",)}])
def test_a_highlight_that_another_window_wrote_on_is_not_deleted_unseen(store, theirs):
    add(store, kept(**{"note": "", "tags": ()} | theirs))
    with store.writing():
        with pytest.raises(StorageError, match="got a note or tag in another window"):
            undo_log.delete(store.highlights, kept(note="", tags=()).highlight, LATER)
        assert store.highlights.get("h1").deleted_at is None
        assert undo_log.delete(store.highlights, store.highlights.get("h1").highlight, LATER) is not None


def test_deleting_twice_is_one_step(store):
    add(store, kept())
    with store.writing():
        assert undo_log.delete(store.highlights, kept().highlight, LATER) == UndoStep(
            Action.DELETE, kept(), kept().highlight
        )
        assert undo_log.delete(store.highlights, kept().highlight, LATER) is None


def test_a_highlight_that_the_library_lacks_is_reported(store):
    with pytest.raises(StorageError, match="“The weir stayed shut, said Tove” is not in your library"), store.reading():
        undo_log.stored(store.highlights, kept().highlight)


def test_a_message_quotes_the_first_words_of_a_long_text():
    assert undo_log.excerpt("one  two\n\nthree") == "one two three"
    assert undo_log.excerpt("“Marks,”") == "Marks,"
    assert undo_log.excerpt("word " * 20) == "word word word word word word word word…"


def test_tags_come_with_the_most_used_first_and_without_those_of_deleted_highlights(store):
    for number, tags in enumerate((("b", "a"), ("c",), ("c", "a"), ("c",), ("gone",), ())):
        with store.writing():
            store.highlights.add(kept(f"h{number}", tags=tags))
    with store.writing():
        store.highlights.delete("h4", LATER)
    assert store.highlights.tags() == ("c", "a", "b")
    with store.writing():
        store._connection.execute("UPDATE highlights SET tags = '[damaged' WHERE id = 'h0'")
        store._connection.execute("UPDATE highlights SET tags = '[1, \"d\"]' WHERE id = 'h1'")
    assert store.highlights.tags() == ("c", "a", "d")
