"""Highlights are stored, changed and undone, follow changed texts, and survive another window."""

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader import analysis as engine
from reader.errors import StorageError
from reader.model import Analysis, Article, Colour, Span, Speaker
from reader.services.highlight_speakers import quotation_speaker
from reader.services.session import Position
from tests.services.ferry_article import ANALYSIS, EKDAL, MAJ, TEXT, add_highlight, full_analysis, highlighted_words

pytestmark = pytest.mark.usefixtures("home", "quiet_engine")


def test_a_highlight_is_there_in_the_next_session(session, file, start):
    article = session.open(str(file))
    made = add_highlight(
        session,
        article,
        "“The hull is forty years old, and it shows.”",
        "“We had no choice,”",
        speaker=MAJ,
        quotation="1",
        colour=Colour.GREEN,
    )
    assert made.exact.startswith("“We had no choice,” said Maj Ekdal")
    assert (made.speaker, made.quotation, made.colour, made.article_id) == (MAJ, "1", Colour.GREEN, article.id)
    assert made.prefix == article.text[made.spans[0].start - 32 : made.spans[0].start]
    again = start()
    assert again.highlights.of(again.open(str(file))) == (made,)
    again.close()
    assert session.library.problem is None


def test_a_highlight_is_there_after_kill_9(file, start):
    script = (
        "import os, sys\nfrom reader.services.session import Session\nfrom reader.model import Span\n"
        "session = Session(); article = session.open(sys.argv[1])\n"
        "session.highlights.add(article, (Span(0, 9),)); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", script, file], check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == -signal.SIGKILL
    session = start()
    article = session.open(str(file))
    assert highlighted_words(session, article) == [["The Ferry"]]
    session.close()


def test_highlights_come_in_text_order_and_orphans_last(session, file):
    article = session.open(str(file))
    add_highlight(session, article, "“They had ten years to mend it,”")
    add_highlight(session, article, "The ferry will stop in June")
    add_highlight(session, article, "“We had no choice,”")
    file.write_text(TEXT.replace("The ferry will stop in June, the county said", "So it was told"))
    article = session.open(str(file))
    assert highlighted_words(session, article) == [["“We had no choice,”"], ["“They had ten years to mend it,”"], []]
    assert session.highlights.of(article)[-1].exact == "The ferry will stop in June"
    assert {here.article_id for here in session.highlights.of(article)} == {article.id}


def test_highlights_follow_a_file_that_is_changed_and_changed_back(session, file, start):
    article = session.open(str(file))
    add_highlight(session, article, "“We had no choice,”", "“The hull is forty years old, and it shows.”")
    before = highlighted_words(session, article)
    file.write_text("A foreword that was not there.\n\n" + TEXT.replace("who runs it", "its owner"))
    changed = start().open(str(file))
    assert changed.id != article.id
    assert highlighted_words(session, changed) == before
    file.write_text(TEXT)
    assert highlighted_words(session, session.open(str(file))) == before


def test_without_the_earlier_text_a_highlight_is_found_by_its_words(session, file, start):
    article = session.open(str(file))
    add_highlight(session, article, "“We had no choice,”")
    add_highlight(session, article, "the county said on Monday")
    file.write_text("A foreword.\n\n" + TEXT.replace("the county said on Monday", "so it was told"))
    article = session.open(str(file))
    with session.library.writing() as store:
        store._connection.execute("UPDATE versions SET text = NULL")
    assert highlighted_words(start(), article) == [["“We had no choice,”"], []]


def test_the_same_spans_highlighted_again_are_the_same_highlight(session, file, start):
    article = session.open(str(file))
    made = add_highlight(session, article, "“We had no choice,”")
    assert add_highlight(session, article, "“We had no choice,”") == made
    other = start()
    assert add_highlight(other, other.open(str(file)), "“We had no choice,”").id == made.id
    other.close()
    session.highlights.delete(made)
    assert add_highlight(session, article, "“We had no choice,”").id != made.id


def test_an_article_that_was_never_opened_can_be_highlighted(session):
    article = Article("x1", "", "Some words of nobody.", ())
    made = session.highlights.add(article, (Span(0, 4),))
    assert session.highlights.of(article) == (made,)


def test_undo_goes_back_step_by_step(session, file):
    article = session.open(str(file))
    assert session.highlights.undo() is None
    made = add_highlight(session, article, "“We had no choice,”")
    add_highlight(session, article, "“We had no choice,”")
    noted = session.highlights.annotate(made, "first")
    assert noted.note == "first"
    noted = session.highlights.annotate(noted, "second")
    session.highlights.delete(noted)
    session.highlights.delete(noted)
    assert session.highlights.of(article) == ()
    assert session.highlights.undo() == "highlight restored: “We had no choice,”"
    assert [here.note for here in session.highlights.of(article)] == ["second"]
    assert session.highlights.undo() == "earlier note restored: “We had no choice,”"
    assert [here.note for here in session.highlights.of(article)] == ["first"]
    assert session.highlights.undo() == "note removed: “We had no choice,”"
    assert [here.note for here in session.highlights.of(article)] == [""]
    assert session.highlights.undo() == "highlight removed: “We had no choice,”"
    assert session.highlights.of(article) == ()
    assert session.highlights.undo() is None


def test_redo_makes_undone_changes_again_in_their_order(session, file):
    service, article = session.highlights, session.open(str(file))
    assert service.redo() is None
    made = add_highlight(session, article, "“We had no choice,”")
    service.delete(service.set_tags(service.recolour(service.annotate(made, "first"), Colour.BLUE), ("hull",)))
    states = [service.of(article)]
    for _ in range(5):
        service.undo()
        states.append(service.of(article))
    words = "“We had no choice,”"
    for before, sentence in zip(
        reversed(states[:-1]),
        ("highlighted again", "note written again", "blue again", "tags set again", "highlight deleted again"),
        strict=True,
    ):
        assert service.redo() == f"{sentence}: {words}"
        assert [_content(each) for each in service.of(article)] == [_content(each) for each in before]
    assert service.redo() is None
    assert service.undo() == f"highlight restored: {words}"


def test_after_another_change_nothing_is_redone(session, file):
    made = add_highlight(session, session.open(str(file)), "“We had no choice,”")
    session.highlights.annotate(made, "first")
    session.highlights.undo()
    session.highlights.annotate(made, "second")
    assert session.highlights.redo() is None


def test_redo_keeps_what_another_window_changed_meanwhile(windows):
    session, other, article, made = windows
    session.highlights.annotate(made, "mine")
    session.highlights.undo()
    [theirs] = other.highlights.of(article)
    other.highlights.annotate(theirs, "theirs")
    assert session.highlights.redo().startswith("note kept: it was changed in another window")


@pytest.fixture
def one_tick(monkeypatch):
    """A clock that does not go on, as for two windows that write within one of its ticks."""
    monkeypatch.setattr("reader.services.highlights._moment", lambda: "2026-03-01T10:00:00.000000+00:00")


@pytest.mark.usefixtures("one_tick")
@pytest.mark.parametrize(
    "write",
    [
        lambda other, seen: other.highlights.annotate(seen, "theirs"),
        lambda other, seen: other.highlights.set_tags(seen, ("theirs",)),
        lambda other, seen: other.highlights.recolour(seen, Colour.PINK),
        lambda other, seen: other.highlights.delete(other.highlights.annotate(seen, "theirs")) or other.undo(),
    ],
)
def test_undo_takes_back_only_its_own_window_within_one_tick_of_the_clock(windows, write):
    session, other, article, _ = windows
    [seen] = other.highlights.of(article)
    write(other, seen)
    [there] = other.highlights.of(article)
    assert session.highlights.undo() == "highlight kept: it was changed in another window: “We had no choice,”"
    assert session.highlights.of(article) == (there,)
    assert session.highlights.redo() == "still highlighted: “We had no choice,”"
    assert session.highlights.of(article) == (there,)


@pytest.mark.usefixtures("one_tick")
def test_a_highlight_that_two_windows_made_within_one_tick_is_removed_by_neither_undo(windows):
    session, other, article, made = windows
    assert add_highlight(other, article, "“We had no choice,”").id == made.id
    assert "changed in another window" in session.highlights.undo()
    assert [here.id for here in other.highlights.of(article)] == [made.id]


@pytest.mark.usefixtures("one_tick")
def test_redo_does_not_restore_what_another_window_deleted(windows):
    session, other, article, made = windows
    noted = session.highlights.annotate(made, "mine")
    assert session.highlights.undo().startswith("note removed")
    [seen] = other.highlights.of(article)
    other.highlights.delete(seen)
    told = session.highlights.redo()
    assert told.startswith("note written again, highlight still deleted: another window did that")
    assert session.highlights.of(article) == ()
    assert other.highlights.undo().startswith("highlight restored")
    assert [here.note for here in session.highlights.of(article)] == [noted.note]


def test_neither_undo_nor_redo_of_a_note_restores_what_another_window_deleted(windows):
    session, other, article, made = windows
    session.highlights.annotate(made, "mine")
    [seen] = other.highlights.of(article)
    other.highlights.delete(seen)
    for change in (session.highlights.undo, session.highlights.redo, session.highlights.undo):
        change()
        assert session.highlights.of(article) == ()


def test_redo_of_a_highlight_does_not_restore_what_another_window_deleted(windows):
    session, other, article, _ = windows
    [seen] = other.highlights.of(article)
    other.highlights.recolour(seen, Colour.PINK)
    assert session.highlights.undo().startswith("highlight kept")
    other.highlights.delete(seen)
    assert session.highlights.redo().startswith("highlight still deleted: another window did that")
    assert session.highlights.of(article) == ()


def test_a_note_that_restored_a_highlight_restores_it_again(windows):
    session, other, article, made = windows
    [seen] = other.highlights.of(article)
    other.highlights.delete(seen)
    session.highlights.annotate(made, "still of use")
    session.highlights.undo()
    assert session.highlights.of(article) == ()
    assert session.highlights.redo().startswith("note written again: ")
    assert [here.note for here in session.highlights.of(article)] == ["still of use"]


def _content(highlight):
    return highlight.note, highlight.tags, highlight.colour


def test_a_note_is_cleaned_like_all_text_from_outside(session, file):
    made = add_highlight(session, session.open(str(file)), "“We had no choice,”")
    assert session.highlights.annotate(made, "a\x1b[31mb\u202ec\ud800").note == "abc\ufffd"


def test_the_last_of_two_notes_of_one_session_replaces_the_first(session, file):
    made = add_highlight(session, session.open(str(file)), "“We had no choice,”")
    session.highlights.annotate(made, "first")
    assert session.highlights.annotate(made, "second").note == "second"
    session.highlights.undo()
    assert session.highlights.annotate(made, "third").note == "third"


def test_two_sessions_at_once_lose_no_note(session, file, start):
    other = start()
    article = session.open(str(file))
    mine = add_highlight(session, article, "“We had no choice,”")
    [theirs] = other.highlights.of(other.open(str(file)))
    session.highlights.annotate(mine, "mine")
    assert other.highlights.annotate(theirs, "theirs").note == "mine\n\ntheirs"
    assert [here.note for here in session.highlights.of(article)] == ["mine\n\ntheirs"]
    other.close()


@pytest.mark.parametrize(
    ("write", "kept"),
    [
        (lambda other, seen: other.highlights.annotate(seen, "theirs"), ("theirs", (), Colour.YELLOW)),
        (lambda other, seen: other.highlights.set_tags(seen, ("theirs",)), ("", ("theirs",), Colour.YELLOW)),
        (lambda other, seen: other.highlights.recolour(seen, Colour.PINK), ("", (), Colour.PINK)),
    ],
)
@pytest.mark.parametrize("mine", [False, True])
def test_undo_in_one_window_keeps_changes_that_another_made_since(windows, write, kept, mine):
    session, other, article, made = windows
    if mine:
        session.highlights.annotate(made, "mine")
        session.highlights.undo()
    [seen] = other.highlights.of(article)
    write(other, seen)
    assert session.highlights.undo() == "highlight kept: it was changed in another window: “We had no choice,”"
    [left] = session.highlights.of(article)
    assert (left.note, left.tags, left.colour) == kept


def test_undo_keeps_a_change_that_another_window_made_between_two_own_ones(windows):
    session, other, article, made = windows
    [seen] = other.highlights.of(article)
    other.highlights.set_tags(seen, ("theirs",))
    session.highlights.annotate(made, "mine")
    assert session.highlights.undo().startswith("note removed")
    assert "changed in another window" in session.highlights.undo()
    assert [(here.note, here.tags) for here in other.highlights.of(article)] == [("", ("theirs",))]


def test_a_highlight_that_two_windows_made_is_removed_by_neither_undo(windows):
    session, other, article, made = windows
    assert add_highlight(other, article, "“We had no choice,”").id == made.id
    assert "changed in another window" in session.highlights.undo()
    assert other.highlights.undo() is None
    assert [here.id for here in other.highlights.of(article)] == [made.id]


def test_a_highlight_made_twice_in_one_window_is_removed_by_one_undo(windows):
    session, _, article, _ = windows
    add_highlight(session, article, "“We had no choice,”")
    assert session.highlights.undo() == "highlight removed: “We had no choice,”"
    assert session.highlights.of(article) == ()


def test_notes_and_tags_of_both_windows_are_kept(windows):
    session, other, article, made = windows
    [seen] = other.highlights.of(article)
    session.highlights.annotate(made, "mine")
    session.highlights.set_tags(made, ("mine",))
    other.highlights.set_tags(seen, ("theirs",))
    with pytest.raises(StorageError, match="press x again to delete it"):
        other.highlights.delete(seen)
    other.highlights.annotate(seen, "theirs")
    assert [(here.note, here.tags) for here in session.highlights.of(article)] == [
        ("mine\n\ntheirs", ("theirs", "mine"))
    ]
    other.highlights.undo()
    other.highlights.undo()
    assert [(here.note, here.tags) for here in session.highlights.of(article)] == [("mine", ("mine",))]
    session.highlights.undo()
    session.highlights.undo()
    assert "changed in another window" in session.highlights.undo()
    assert [(here.note, here.tags) for here in session.highlights.of(article)] == [("", ())]


def test_marks_set_in_two_windows_are_both_there(windows):
    session, other, article, _ = windows
    trails = [window.positions(article).jump_history() for window in (session, other)]
    session.positions(article).set_mark("a", Position(3))
    other.positions(article).set_mark("b", Position(9))
    session.positions(article).save(Position(5), trails[0])
    other.positions(article).save(Position(6), trails[1])
    assert session.positions(article).jump_history().marks == {"a": Position(3), "b": Position(9)}


def test_the_speaker_of_a_quotation_has_role_and_chain(session):
    article = session.open("-", stdin=b"A text of no matter here.")
    sure = [replace(each, confidence=0.9) for each in ANALYSIS.quotations]
    assert [quotation_speaker(article, ANALYSIS, quotation) for quotation in sure] == [
        Speaker("Per Rask", "journalist", outlet="The Oar"),
        Speaker("Maj Ekdal", "expert", "engineer", "Oxholm Yard", None, ("Per Rask, The Oar",)),
        None,
        Speaker("Tora Ulv", "journalist", outlet="The Oar", via=("Per Rask", "The Oar")),  # no fact twice
    ]


@pytest.mark.parametrize(
    ("confidence", "corrected", "doubt"),
    [(0.8, (), ""), (0.6, (), "probably"), (0.2, (), "perhaps"), (0.2, ("voice",), ""), (0.2, ("kind",), "perhaps")],
)
def test_the_doubt_about_a_speaker_is_kept_unless_a_person_set_the_speaker(session, file, confidence, corrected, doubt):
    article = session.open(str(file))
    quotation = replace(ANALYSIS.quotations[0], confidence=confidence, corrected=corrected)
    speaker = quotation_speaker(article, ANALYSIS, quotation)
    made = add_highlight(session, article, "“We had no choice,”", speaker=speaker)
    [kept] = session.highlights.of(article)
    assert (kept.id, kept.speaker.doubt) == (made.id, doubt)


def test_colour_and_tags_are_stored_and_undone_one_by_one(session, file, start):
    article = session.open(str(file))
    made = add_highlight(session, article, "“We had no choice,”")
    blue = session.highlights.recolour(made, Colour.BLUE)
    tagged = session.highlights.set_tags(session.highlights.set_tags(blue, ("ferry", "costs")), ("ferry",))
    assert (tagged.colour, tagged.tags) == (Colour.BLUE, ("ferry",))
    (kept,) = start().highlights.of(article)
    assert (kept.colour, kept.tags) == (Colour.BLUE, ("ferry",))
    assert session.highlights.undo() == "earlier tags restored: “We had no choice,”"
    assert session.highlights.of(article)[0].tags == ("ferry", "costs")
    assert session.highlights.undo() == "tags removed: “We had no choice,”"
    assert session.highlights.undo() == "yellow again: “We had no choice,”"
    (kept,) = session.highlights.of(article)
    assert (kept.colour, kept.tags) == (Colour.YELLOW, ())


def test_a_colour_that_was_not_stored_is_not_undone_later(session, file):
    made = add_highlight(session, session.open(str(file)), "“We had no choice,”")
    with pytest.raises(StorageError):
        session.highlights.recolour(replace(made, id="unknown"), Colour.PINK)
    assert session.highlights.undo() == "highlight removed: “We had no choice,”"


def test_all_highlights_come_by_article_the_last_read_first(session, file, tmp_path):
    ferry = session.open(str(file))
    add_highlight(session, ferry, "“They had ten years to mend it,”")
    add_highlight(session, ferry, "“We had no choice,”")
    other = tmp_path / "bridge.txt"
    other.write_text("The Bridge at Oxholm\n\nA bridge will be built, the county said.\n")
    add_highlight(session, session.open(str(other)), "A bridge")
    session.open(str(file))
    kept = session.highlights.by_article()
    assert [[here.exact for here in highlights] for _, highlights in kept] == [
        ["“We had no choice,”", "“They had ten years to mend it,”"],
        ["A bridge"],
    ]
    other.unlink()
    assert session.open(session.highlights.by_article()[1][0].location).text.startswith("The Bridge")


def test_a_pending_speaker_is_found_and_stored_later(session, file, start):
    article = session.open(str(file))
    early = {
        words: add_highlight(session, article, words, speaker=Speaker("Ekdal", "person"), speaker_pending=True)
        for words in (EKDAL, "ten years", "The ferry will stop")
    }
    late = add_highlight(session, article, "forty years", speaker=MAJ)
    again = start()
    here = again.highlights.of(article)
    assert [each.speaker_pending for each in here] == [True, True, False, True]
    assert again.highlights.with_speakers(article, here, Analysis(engine="")) == here
    told = again.highlights.with_speakers(article, here, full_analysis(article))
    assert told == again.highlights.of(article) == start().highlights.of(article)
    assert told == (
        replace(early["The ferry will stop"], speaker=None, speaker_pending=False),
        replace(
            early[EKDAL],
            speaker=Speaker("Maj Ekdal", "person", "owner of the ferry", doubt=told[1].speaker.doubt),
            speaker_pending=False,
        ),
        late,
        replace(
            early["ten years"],
            speaker=Speaker("Per Rask", "person", "a farmer", doubt=told[3].speaker.doubt),
            speaker_pending=False,
        ),
    )
    assert again.highlights.undo() is None
    assert again.highlights.with_speakers(article, told, Analysis(engine.ENGINE)) == told
    while session.highlights.undo() is not None:  # it was no change that a person made
        pass
    assert session.highlights.of(article) == ()


def test_a_speaker_that_can_not_be_stored_stays_pending(session, file, monkeypatch):
    article = session.open(str(file))
    made = add_highlight(session, article, EKDAL, speaker_pending=True)

    def refuse(*_):
        raise StorageError("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr("reader.store.highlight_repository.HighlightRepository.set_speaker", refuse)
        session.highlights.with_speakers(article, (made,), full_analysis(article))
    assert session.highlights.of(article) == (made,)
