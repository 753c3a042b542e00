"""What a person does in a session is kept, comes back in the next, and never stands in the way of reading."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from reader import analysis as engine
from reader import config, sources
from reader.config import Settings
from reader.errors import ExportError, SourceError, StorageError
from reader.model import Analysis, Article, Colour, Quotation, QuotationKind, Span, Speaker, Voice, VoiceKind
from reader.services import library
from reader.services import session as module
from reader.services.session import Position, Session
from tests.sources.loopback_servers import response, serving
from tests.sources.sample_article import html

TEXT = (
    "The Ferry at Oxholm\n\n"
    "The ferry will stop in June, the county said on Monday.\n\n"
    "“We had no choice,” said Maj Ekdal, who runs it. “The hull is forty years old, and it shows.”\n\n"
    "Not everybody believes that. “They had ten years to mend it,” said Per Rask, a farmer on the island.\n"
)
MAJ = Speaker("Maj Ekdal", "person", "owner")


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def quiet_engine(monkeypatch):
    """An engine that finds nobody, so that only the session is tested here."""
    monkeypatch.setattr(engine, "analyse", lambda *_: Analysis(engine.ENGINE))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def session():
    session = Session()
    yield session
    session.close()


def span(article, words):
    at = article.text.index(words)
    return Span(at, at + len(words))


def quoted(session, article, *parts, **facts):
    return session.highlights.add(article, tuple(span(article, part) for part in parts), **facts)


def said(session, article):
    return [[here.of(article.text) for here in highlight.spans] for highlight in session.highlights.of(article)]


@pytest.fixture
def start():
    """Start the program once more, with the arguments of `Session`."""
    started = []

    def begin(*arguments, **options):
        started.append(Session(*arguments, **options))
        return started[-1]

    yield begin
    for session in started:
        session.close()


def test_a_highlight_is_there_at_the_next_start(session, file, start):
    article = session.open(str(file))
    made = quoted(
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
    assert said(session, article) == [["The Ferry"]]
    session.close()


def test_highlights_come_in_text_order_and_orphans_last(session, file):
    article = session.open(str(file))
    quoted(session, article, "“They had ten years to mend it,”")
    quoted(session, article, "The ferry will stop in June")
    quoted(session, article, "“We had no choice,”")
    file.write_text(TEXT.replace("The ferry will stop in June, the county said", "So it was told"))
    article = session.open(str(file))
    assert said(session, article) == [["“We had no choice,”"], ["“They had ten years to mend it,”"], []]
    assert session.highlights.of(article)[-1].exact == "The ferry will stop in June"
    assert {here.article_id for here in session.highlights.of(article)} == {article.id}


def test_a_changed_text_at_its_place_takes_its_highlights_and_gives_them_back(session, file, start):
    article = session.open(str(file))
    quoted(session, article, "“We had no choice,”", "“The hull is forty years old, and it shows.”")
    before = said(session, article)
    file.write_text("A foreword that was not there.\n\n" + TEXT.replace("who runs it", "its owner"))
    changed = start().open(str(file))
    assert changed.id != article.id
    assert said(session, changed) == before
    file.write_text(TEXT)
    assert said(session, session.open(str(file))) == before


def test_where_the_earlier_text_is_lost_the_words_alone_are_looked_for(session, file, start):
    article = session.open(str(file))
    quoted(session, article, "“We had no choice,”")
    quoted(session, article, "the county said on Monday")
    file.write_text("A foreword.\n\n" + TEXT.replace("the county said on Monday", "so it was told"))
    article = session.open(str(file))
    with session.library.writing() as store:
        store._connection.execute("UPDATE versions SET text = NULL")
    assert said(start(), article) == [["“We had no choice,”"], []]


def test_opened_by_path_or_pipe_or_another_path_it_is_the_same_article(session, file, tmp_path):
    quoted(session, session.open(str(file)), "“We had no choice,”")
    (tmp_path / "copy.txt").write_text(TEXT)
    for location, stdin in [("-", TEXT.encode()), (str(tmp_path / "copy.txt"), None)]:
        article = session.open(location, stdin=stdin)
        assert said(session, article) == [["“We had no choice,”"]]
    assert len(session.library.entries()) == 1


def test_a_path_is_one_place_wherever_it_is_named_from(session, file, monkeypatch):
    article = session.open(str(file))
    quoted(session, article, "“We had no choice,”")
    file.write_text(TEXT + "\nMore.\n")
    monkeypatch.chdir(file.parent)
    article = session.open("ferry.txt")
    assert said(session, article) == [["“We had no choice,”"]]
    assert session.library.entries()[0].location == str(file)


def test_the_same_spans_kept_again_are_the_same_highlight(session, file, start):
    article = session.open(str(file))
    made = quoted(session, article, "“We had no choice,”")
    assert quoted(session, article, "“We had no choice,”") == made
    other = start()
    assert quoted(other, other.open(str(file)), "“We had no choice,”").id == made.id
    other.close()
    session.highlights.delete(made)
    assert quoted(session, article, "“We had no choice,”").id != made.id


def test_an_article_that_was_never_opened_can_be_highlighted(session):
    article = Article("x1", "", "Some words of nobody.", ())
    made = session.highlights.add(article, (Span(0, 4),))
    assert session.highlights.of(article) == (made,)


def test_undo_goes_back_step_by_step(session, file):
    article = session.open(str(file))
    assert session.highlights.undo() is None
    made = quoted(session, article, "“We had no choice,”")
    quoted(session, article, "“We had no choice,”")
    noted = session.highlights.annotate(made, "first")
    assert noted.note == "first"
    noted = session.highlights.annotate(noted, "second")
    session.highlights.delete(noted)
    session.highlights.delete(noted)
    assert session.highlights.of(article) == ()
    assert session.highlights.undo() == "highlight brought back: “We had no choice,”"
    assert [here.note for here in session.highlights.of(article)] == ["second"]
    assert session.highlights.undo() == "earlier note brought back: “We had no choice,”"
    assert [here.note for here in session.highlights.of(article)] == ["first"]
    assert session.highlights.undo() == "note taken back: “We had no choice,”"
    assert [here.note for here in session.highlights.of(article)] == [""]
    assert session.highlights.undo() == "highlight taken back: “We had no choice,”"
    assert session.highlights.of(article) == ()
    assert session.highlights.undo() is None


def test_a_note_is_cleaned_like_all_text_from_outside(session, file):
    made = quoted(session, session.open(str(file)), "“We had no choice,”")
    assert session.highlights.annotate(made, "a\x1b[31mb\u202ec\ud800").note == "abc\ufffd"


def test_a_note_written_twice_on_a_highlight_as_it_was_first_seen_is_the_last_one(session, file):
    made = quoted(session, session.open(str(file)), "“We had no choice,”")
    session.highlights.annotate(made, "first")
    assert session.highlights.annotate(made, "second").note == "second"
    session.highlights.undo()
    assert session.highlights.annotate(made, "third").note == "third"


def test_two_sessions_at_once_lose_no_note(session, file, start):
    other = start()
    article = session.open(str(file))
    mine = quoted(session, article, "“We had no choice,”")
    [theirs] = other.highlights.of(other.open(str(file)))
    session.highlights.annotate(mine, "mine")
    assert other.highlights.annotate(theirs, "theirs").note == "mine\n\ntheirs"
    assert [here.note for here in session.highlights.of(article)] == ["mine\n\ntheirs"]
    other.close()


@pytest.fixture
def windows(session, file, start):
    """Two sessions that read one article, in which the first has kept something: both, the article, and the highlight."""
    other = start()
    article = session.open(str(file))
    return session, other, article, quoted(session, article, "“We had no choice,”")


@pytest.mark.parametrize(
    ("write", "kept"),
    [
        (lambda other, seen: other.highlights.annotate(seen, "theirs"), ("theirs", (), Colour.YELLOW)),
        (lambda other, seen: other.highlights.set_tags(seen, ("theirs",)), ("", ("theirs",), Colour.YELLOW)),
        (lambda other, seen: other.highlights.recolour(seen, Colour.PINK), ("", (), Colour.PINK)),
    ],
)
@pytest.mark.parametrize("mine", [False, True])
def test_undo_in_one_window_leaves_what_was_written_in_another_meanwhile(windows, write, kept, mine):
    session, other, article, made = windows
    if mine:
        session.highlights.annotate(made, "mine")
        session.highlights.undo()
    [seen] = other.highlights.of(article)
    write(other, seen)
    assert session.highlights.undo() == "highlight changed elsewhere since and left as it is: “We had no choice,”"
    [left] = session.highlights.of(article)
    assert (left.note, left.tags, left.colour) == kept


def test_what_another_wrote_between_two_of_ones_own_deeds_is_left_by_the_undo_of_both(windows):
    session, other, article, made = windows
    [seen] = other.highlights.of(article)
    other.highlights.set_tags(seen, ("theirs",))
    session.highlights.annotate(made, "mine")
    assert session.highlights.undo().startswith("note taken back")
    assert "changed elsewhere" in session.highlights.undo()
    assert [(here.note, here.tags) for here in other.highlights.of(article)] == [("", ("theirs",))]


def test_what_two_windows_kept_is_taken_back_by_neither(windows):
    session, other, article, made = windows
    assert quoted(other, article, "“We had no choice,”").id == made.id
    assert "changed elsewhere" in session.highlights.undo()
    assert other.highlights.undo() is None
    assert [here.id for here in other.highlights.of(article)] == [made.id]


def test_a_highlight_kept_twice_in_one_window_is_taken_back_at_once(windows):
    session, _, article, _ = windows
    quoted(session, article, "“We had no choice,”")
    assert session.highlights.undo() == "highlight taken back: “We had no choice,”"
    assert session.highlights.of(article) == ()


def test_both_windows_keep_all_that_is_written_in_them(windows):
    session, other, article, made = windows
    [seen] = other.highlights.of(article)
    session.highlights.annotate(made, "mine")
    session.highlights.set_tags(made, ("mine",))
    other.highlights.set_tags(seen, ("theirs",))
    with pytest.raises(StorageError, match="x again deletes it"):
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
    assert "changed elsewhere" in session.highlights.undo()
    assert [(here.note, here.tags) for here in session.highlights.of(article)] == [("", ())]


def test_marks_set_in_two_windows_are_both_there(windows):
    session, other, article, _ = windows
    trails = [window.positions(article).jump_history() for window in (session, other)]
    session.positions(article).set_mark("a", Position(3))
    other.positions(article).set_mark("b", Position(9))
    session.positions(article).save(Position(5), trails[0])
    other.positions(article).save(Position(6), trails[1])
    assert session.positions(article).jump_history().marks == {"a": Position(3), "b": Position(9)}


def broken(home):
    home.mkdir()
    (home / "library.db").write_bytes(b"no library" * 100)


def folder(home):
    (home / "library.db").mkdir(parents=True)


def taken(home):
    home.write_text("a file where the folder should be")


@pytest.mark.parametrize("spoil", [broken, folder, taken])
def test_without_a_library_one_reads_on_and_is_told(home, file, spoil, start):
    spoil(home)
    session = start()
    article = session.open(str(file))
    assert article.text.startswith("The Ferry")
    assert str(home) in (session.library.problem or "")
    assert session.analyse(article).engine == engine.ENGINE
    assert session.highlights.of(article) == ()
    assert session.library.entries() == ()
    for keep in (
        lambda: quoted(session, article, "“We had no choice,”"),
        lambda: session.export(article),
        session.export_all,
    ):
        with pytest.raises(StorageError):
            keep()
    session.close()


def test_a_library_that_was_mended_is_used_at_the_next_highlight(home, file, start):
    broken(home)
    session = start()
    article = session.open(str(file))
    (home / "library.db").rename(home / "library.db.damaged")
    quoted(session, article, "“We had no choice,”")
    assert session.library.problem is None
    assert said(session, article) == [["“We had no choice,”"]]
    assert [here.title or here.article_id for here in session.library.entries()] == [article.title or article.id]
    session.close()


def test_a_library_held_by_another_keeps_nobody_from_reading(session, file, home, monkeypatch):
    monkeypatch.setattr(library, "BACKGROUND_TIMEOUT", 0.05)
    article = session.open(str(file))
    quoted(session, article, "“We had no choice,”")
    holder = sqlite3.connect(home / "library.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    article = session.open(str(file))
    assert "is locked by another program" in session.library.problem
    assert said(session, article) == [["“We had no choice,”"]]
    holder.execute("COMMIT")
    holder.close()
    quoted(session, article, "“They had ten years to mend it,”")
    assert session.library.problem is None


def test_damage_that_comes_to_light_in_use_is_told_and_reading_goes_on(session, file):
    article = session.open(str(file))
    session.library._store._connection.execute("DROP TABLE highlights")
    assert session.highlights.of(article) == ()
    assert "highlights" in (session.library.problem or "")
    assert session.library.entries() == ()


def test_a_sibling_has_the_same_settings_and_the_same_library(session, file):
    article = session.open(str(file))
    made = quoted(session, article, "“We had no choice,”")
    sibling = session.clone()
    assert sibling.settings is session.settings
    assert sibling.highlights(article) == (made,)
    sibling.close()


def test_a_sibling_of_a_session_without_a_library_has_none_either(home, file, start):
    sibling = start(library=False).clone()
    sibling.record(sibling.open(str(file)))
    assert not home.exists()


def test_an_article_may_be_opened_without_being_recorded_and_recorded_later(session, file):
    article = session.open(str(file), record=False)
    assert session.library.entries() == ()
    session.library.record(article)
    assert [here.article_id for here in session.library.entries()] == [article.id]


def test_a_session_without_a_library_leaves_none_behind(home, file, start):
    session = start(library=False)
    article = session.open(str(file))
    assert session.highlights.of(article) == ()
    with pytest.raises(StorageError, match="runs without a library"):
        quoted(session, article, "“We had no choice,”")
    assert session.library.problem is None
    assert session.highlights.undo() is None
    session.close()
    assert not home.exists()


def test_settings_come_from_the_file_unless_given(home, start):
    home.mkdir()
    (home / "config.toml").write_text("theme = 'sepia'\nother = 1\n")
    session = start()
    assert session.settings.theme == "sepia"
    assert "other in line 2" in (session.complaint or "")
    assert start(Settings(theme="contrast")).settings.theme == "contrast"
    assert start(Settings()).complaint is None


def test_recent_lists_newest_first_and_finds_by_words(session, file, tmp_path):
    session.open(str(file))
    (tmp_path / "bells.md").write_text("# On Bells\n\nThe tower of Norrby has four bells.\n")
    session.open(str(tmp_path / "bells.md"))
    assert [here.title for here in session.library.entries()] == ["On Bells", "The Ferry at Oxholm"]
    assert [here.title for here in session.library.entries("OXHOLM ferry")] == ["The Ferry at Oxholm"]
    assert [here.title for here in session.library.entries("bells.md")] == ["On Bells"]
    assert session.library.entries("oxholm bells") == ()


def test_what_has_no_file_any_more_opens_from_the_library(session, file):
    piped = session.open("-", stdin=b"On Bells\n\nThe tower of Norrby has four bells, says Eva Lo.\n")
    article = session.open(str(file))
    quoted(session, article, "“We had no choice,”")
    file.unlink()
    ferry, bells = session.library.entries()
    again = session.open(bells.location)
    assert (again.text, again.blocks) == (piped.text, piped.blocks)
    again = session.open(ferry.location)
    assert said(session, again) == [["“We had no choice,”"]]
    assert [here.location for here in session.library.entries()] == [ferry.location, bells.location]
    with pytest.raises(SourceError):
        session.open(str(file))


def test_a_pipe_that_looks_like_a_file_is_no_place(session):
    read, write = os.pipe()
    with os.fdopen(write, "w") as pipe:
        pipe.write(TEXT)
    session.open(f"/dev/fd/{read}")
    os.close(read)
    assert session.library.entries()[0].location.startswith("library:")


def test_an_address_is_a_place_as_it_is(session, monkeypatch):
    address = "https://oar.example/ferry"
    monkeypatch.setattr(sources, "load", lambda location, **_: Article("u1", location, TEXT, (), url=location))
    session.open(address)
    assert session.library.entries()[0].location == address


def test_what_the_library_has_not_is_told(session, home, start):
    with pytest.raises(SourceError, match="library:x could not be opened: the library has no such article"):
        session.open("library:x")
    session.close()
    (home / "library.db").unlink()
    (home / "library.db").write_text("broken")
    with pytest.raises(SourceError, match="is no Pullquote library"):
        start().open("library:x")


LONG = "A Long Day\n\n" + "\n\n".join(f"Hour {n} went by without a word from anybody at all." for n in range(1300))


def test_a_long_text_is_analysed_once(session, tmp_path, monkeypatch, start):
    (tmp_path / "long.txt").write_text(LONG)
    calls = []

    def analyse(article, *_):
        calls.append(article.id)
        return Analysis(engine.ENGINE, voices=(Voice(1, "AB", "Ada Berg", VoiceKind.PERSON),))

    monkeypatch.setattr(engine, "analyse", analyse)
    article = session.open(str(tmp_path / "long.txt"))
    assert len(article.text) > 60_000
    first = session.analyse(article)
    other = start()
    assert other.analyse(article) == first
    assert len(calls) == 1
    monkeypatch.setattr(engine, "ENGINE", "another")
    session.analyse(article)
    assert len(calls) == 2
    start(library=False).analyse(article)
    assert len(calls) == 3
    other.close()


def test_a_long_text_is_analysed_without_a_library_that_works(session, tmp_path, monkeypatch, home):
    monkeypatch.setattr(library, "BACKGROUND_TIMEOUT", 0.05)
    (tmp_path / "long.txt").write_text(LONG)
    article = session.open(str(tmp_path / "long.txt"))
    holder = sqlite3.connect(home / "library.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(engine, "analyse", lambda *_: Analysis("x"))
    assert session.analyse(article) == Analysis("x")
    assert "locked" in session.library.problem
    holder.close()


def test_an_analysis_is_the_engines(session, file, monkeypatch):
    article = session.open(str(file))
    found = Analysis("x", voices=(Voice(1, "PR", "Per Rask", VoiceKind.PERSON),))
    monkeypatch.setattr(engine, "analyse", lambda seen, *_: found if seen is article else None)
    assert session.analyse(article) is found


def test_a_short_text_is_not_kept_analysed(session, file, home):
    session.analyse(session.open(str(file)))
    connection = sqlite3.connect(home / "library.db")
    assert connection.execute("SELECT count(*) FROM analyses").fetchone() == (0,)
    connection.close()


ANALYSIS = Analysis(
    "x",
    quotations=(
        Quotation(1, QuotationKind.DIRECT, (Span(0, 1),), 1),
        Quotation(2, QuotationKind.DIRECT, (Span(0, 1),), 2, via=(1,)),
        Quotation(3, QuotationKind.DIRECT, (Span(0, 1),), None, via=(1,)),
        Quotation(4, QuotationKind.DIRECT, (Span(0, 1),), 3, via=(1, 4)),
    ),
    voices=(
        Voice(1, "PR", "Per Rask", VoiceKind.JOURNALIST, outlet="The Oar"),
        Voice(2, "ME", "Maj Ekdal", VoiceKind.EXPERT, "engineer", "Oxholm Yard"),
        Voice(3, "TU", "Tora Ulv", VoiceKind.JOURNALIST, outlet="The Oar"),
        Voice(4, "Oa", "The Oar", VoiceKind.PUBLICATION, outlet="The Oar"),
    ),
)


def test_the_speaker_of_a_quotation_is_told_with_role_and_chain(session):
    article = session.open("-", stdin=b"A text of no matter here.")
    assert [module.speaker_of(article, ANALYSIS, quotation) for quotation in ANALYSIS.quotations] == [
        Speaker("Per Rask", "journalist", outlet="The Oar"),
        Speaker("Maj Ekdal", "expert", "engineer", "Oxholm Yard", None, ("Per Rask, in: The Oar",)),
        None,
        Speaker("Tora Ulv", "journalist", outlet="The Oar", via=("Per Rask", "The Oar")),  # no fact twice
    ]


def test_an_export_goes_to_the_folder_of_the_settings_else_to_the_current_one(file, tmp_path, monkeypatch, start):
    monkeypatch.chdir(tmp_path)
    session = start(Settings(export_folder=tmp_path / "notes"))
    article = session.open(str(file))
    with pytest.raises(ExportError, match="Nothing is highlighted"):
        session.export(article)
    quoted(session, article, "“They had ten years to mend it,”", speaker=Speaker("Per Rask", "person"))
    quoted(session, article, "“We had no choice,”", speaker=MAJ)
    path = session.export(article, ANALYSIS)
    assert path == tmp_path / "notes" / "the-ferry-at-oxholm.md"
    text = path.read_text()
    assert text.index("## Per Rask") < text.index("## Maj Ekdal")
    session.settings = Settings()
    assert session.export(article) == tmp_path / "the-ferry-at-oxholm.md"
    assert session.export(article, ANALYSIS, output=tmp_path / "x.md") == tmp_path / "x.md"
    assert (tmp_path / "x.md").read_text() == text
    session.close()


def test_an_export_follows_the_article_through_its_changes(session, file, tmp_path):
    article = session.open(str(file))
    made = quoted(session, article, "“We had no choice,”", speaker=MAJ)
    path = session.export(article, output=tmp_path / "x.md")
    path.write_text(path.read_text() + "\nmine\n")
    file.write_text(TEXT + "\nMore.\n")
    article = session.open(str(file))
    quoted(session, article, "“They had ten years to mend it,”")
    session.highlights.delete(made)
    text = session.export(article, output=path).read_text()
    assert "ten years" in text
    assert "no choice" not in text
    assert "\nmine\n" in text


def test_everything_kept_is_exported_at_once(session, file, tmp_path):
    quoted(session, session.open(str(file)), "“We had no choice,”")
    piped = session.open("-", stdin=b"On Bells\n\nThe tower of Norrby has four bells, says Eva Lo.\n")
    quoted(session, piped, "four bells")
    session.open("-", stdin=b"On Nothing\n\nNobody kept a word of this.\n")
    file.unlink()
    assert {path.name for path in session.export_all(tmp_path)} == {"on-bells.md", "the-ferry-at-oxholm.md"}
    assert "> “We had no choice,”" in (tmp_path / "the-ferry-at-oxholm.md").read_text()
    with pytest.raises(ExportError, match="several articles don't go into one file"):
        session.export_all(tmp_path / "all.md")


def test_the_session_loads_neither_a_screen_nor_what_it_does_not_need(file, home):
    script = (
        "import sys; from reader.services.session import Session; from reader.model import Span\n"
        "session = Session(); article = session.open(sys.argv[1]); session.highlights.of(article)\n"
        "session.highlights.add(article, (Span(0, 3),)); session.library.entries(); session.close()\n"
        "print([name for name in ('textual', 'rich', 'pydantic', 'yaml', 'trafilatura', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, file],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PULLQUOTE_HOME": str(home)},
    )
    assert done.stdout == "[]\n"


LIST = "https://sluice.example/dry A Dry Year\nhttps://sluice.example/dry#top\nhttps://sluice.example/wet\nno address\n"


def test_a_list_is_gathered_once_and_told_of(session):
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


def test_what_a_list_brings_along_opens_without_the_network(session):
    paragraph = "The sluice at Vell stood open all winter, and nobody who lives below it was told. "
    entry = {"url": "https://sluice.example/dry", "title": "A Dry Year", "content": f"<p>{paragraph * 9}</p>"}
    session.library.import_list("-", stdin=json.dumps([entry]).encode(), dry_run=True)
    assert not config.paths().pages.exists()
    session.library.import_list("-", stdin=json.dumps([entry]).encode())
    article = session.open("https://sluice.example/dry")
    assert (article.title, article.visible[1].span.of(article.text)) == ("A Dry Year", (paragraph * 9).strip())


def test_what_waits_is_listed_after_what_was_read_until_it_is_opened(session, file):
    article = session.open(str(file))
    session.library.import_list("-", stdin=LIST.encode())
    waiting = [(entry.location, entry.title, entry.read) for entry in session.library.entries()[1:]]
    assert waiting == [("https://sluice.example/dry", "A Dry Year", ""), ("https://sluice.example/wet", None, "")]
    assert [entry.title for entry in session.library.entries("year")] == ["A Dry Year"]
    session.library.record(replace(article, id="dry", location="https://sluice.example/dry"))
    assert [entry.location for entry in session.library.entries() if not entry.read] == ["https://sluice.example/wet"]


def test_a_web_page_that_was_read_opens_again_without_the_network(session):
    told: list[str] = []
    with serving({"/ferry": response(html().encode()), "/slow": lambda _: time.sleep(0.3)}) as server:
        address = f"{server.address}/ferry"
        with pytest.raises(SourceError, match="start pullquote with --allow-private"):
            session.open(address)
        with pytest.raises(SourceError, match="was stopped"):
            session.open(f"{server.address}/slow", allow_private=True, stop=lambda: True)
        read = session.open(address, allow_private=True, tell=told.append)
        assert session.open(address, allow_private=True, refresh=True) == read
    assert session.open(address) == read
    assert told[-2:] == [f"fetching 127.0.0.1 · {-(-len(html().encode()) // 1000)} kB", "parsing"]
    assert session.library.entries()[0].location == address


def test_a_page_that_cannot_be_had_any_more_opens_as_the_library_keeps_it(session, home):
    with serving({"/ferry": response(html().encode())}) as server:
        address = f"{server.address}/ferry"
        read = session.open(address, allow_private=True)
        quoted(session, read, read.text[:20])
    for page in home.rglob("*.page"):
        page.unlink()
    copy = session.open(f"{address}#top", allow_private=True)
    assert (copy.text, copy.blocks, copy.url) == (read.text, read.blocks, read.url)
    assert module.library_copy_notice(read) is None
    assert module.library_copy_notice(copy) == (
        "This is the copy that your library keeps: the page could not be fetched, and --refresh tells why."
    )
    assert len(session.highlights.of(copy)) == 1
    assert [entry.location for entry in session.library.entries()] == [address]
    for wish in ({"refresh": True}, {"stop": lambda: True}):
        with pytest.raises(SourceError):
            session.open(address, allow_private=True, **wish)
    with pytest.raises(SourceError):
        session.open(f"{server.address}/never", allow_private=True)


def test_colour_and_tags_are_kept_and_undone_one_by_one(session, file, start):
    article = session.open(str(file))
    made = quoted(session, article, "“We had no choice,”")
    blue = session.highlights.recolour(made, Colour.BLUE)
    tagged = session.highlights.set_tags(session.highlights.set_tags(blue, ("ferry", "costs")), ("ferry",))
    assert (tagged.colour, tagged.tags) == (Colour.BLUE, ("ferry",))
    (kept,) = start().highlights.of(article)
    assert (kept.colour, kept.tags) == (Colour.BLUE, ("ferry",))
    assert session.highlights.undo() == "earlier tags brought back: “We had no choice,”"
    assert session.highlights.of(article)[0].tags == ("ferry", "costs")
    assert session.highlights.undo() == "tags taken back: “We had no choice,”"
    assert session.highlights.undo() == "yellow again: “We had no choice,”"
    (kept,) = session.highlights.of(article)
    assert (kept.colour, kept.tags) == (Colour.YELLOW, ())


def test_a_colour_that_cannot_be_kept_is_not_undone_later(session, file):
    made = quoted(session, session.open(str(file)), "“We had no choice,”")
    with pytest.raises(StorageError):
        session.highlights.recolour(replace(made, id="unknown"), Colour.PINK)
    assert session.highlights.undo() == "highlight taken back: “We had no choice,”"


def test_all_that_was_kept_comes_by_article_the_last_read_first(session, file, tmp_path):
    ferry = session.open(str(file))
    quoted(session, ferry, "“They had ten years to mend it,”")
    quoted(session, ferry, "“We had no choice,”")
    other = tmp_path / "bridge.txt"
    other.write_text("The Bridge at Oxholm\n\nA bridge will be built, the county said.\n")
    quoted(session, session.open(str(other)), "A bridge")
    session.open(str(file))
    kept = session.highlights.by_article()
    assert [[here.exact for here in highlights] for _, highlights in kept] == [
        ["“We had no choice,”", "“They had ten years to mend it,”"],
        ["A bridge"],
    ]
    other.unlink()
    assert session.open(session.highlights.by_article()[1][0].location).text.startswith("The Bridge")


def test_sentences_end_as_those_of_the_language_end_in_which_the_article_was_read(tmp_path, session):
    path = tmp_path / "wehr.txt"
    path.write_text("Am 3. Mai kam Anna Keller. Das Wehr, so z. B. Jonas Brandt, war zu.\n", encoding="utf-8")
    article = session.open(str(path))
    whole = article.blocks[0].span
    assert [len(part) for part in module.sentences(article, whole, Analysis("x", language="de"))] == [26, 40]
    assert len(module.sentences(article, whole, None)) > 2


def test_sentences_of_what_no_engine_has_read_end_as_english_ends_them(tmp_path, session):
    path = tmp_path / "weir.txt"
    path.write_text("We met Gov. Ada Roe at noon. The weir held.\n", encoding="utf-8")
    article = session.open(str(path))
    whole = article.blocks[0].span
    assert [len(part) for part in module.sentences(article, whole, Analysis(engine=""))] == [28, 14]
    assert len(module.sentences(article, whole, Analysis("x", language=""))) == 3


def test_sentences_of_a_paragraph_and_words_with_their_source(session, file):
    article = session.open(str(file))
    paragraph = span(
        article, "“We had no choice,” said Maj Ekdal, who runs it. “The hull is forty years old, and it shows.”"
    )
    assert [len(part) for part in module.sentences(article, paragraph, None)] == [48, 44]
    assert [len(part) for part in module.sentences(article, paragraph, Analysis("x", language="en"))] == [48, 44]
    spans = (span(article, "“We had no choice,”"),)
    assert module.cite(article, spans, MAJ).startswith("“We had no choice,” — Maj Ekdal, owner")
    assert module.cite(article, spans, MAJ, markdown=True).startswith("> “We had no choice,”\n>\n> — Maj Ekdal")


def test_an_article_is_removed_from_the_library_by_its_place_and_its_file_stays(session, file, monkeypatch):
    session.open(str(file))
    monkeypatch.chdir(file.parent)
    assert session.library.remove(file.name) == "The Ferry at Oxholm"
    assert (session.library.entries(), file.read_text()) == ((), TEXT)


def test_an_article_that_waits_is_removed_as_well(session, tmp_path):
    listed = tmp_path / "list.txt"
    listed.write_text("https://d.example/night\nhttps://d.example/day\n")
    session.library.import_list(str(listed))
    assert session.library.remove("https://d.example/night") == "https://d.example/night"
    assert [book.location for book in session.library.entries()] == ["https://d.example/day"]


def test_what_something_is_kept_of_is_not_removed_and_what_the_library_has_not_is_told(session, file):
    article = session.open(str(file))
    session.highlights.add(article, (Span(0, 9),))
    with pytest.raises(StorageError, match=r"“The Ferry at Oxholm” has 1 highlight, .* Nothing was removed"):
        session.library.remove(str(file))
    with pytest.raises(StorageError, match=r"Your library has no zzz\.txt: pullquote library lists what it has\."):
        session.library.remove("zzz.txt")
    assert session.library.entries()


def test_a_session_that_may_fetch_from_ones_own_network_does_so_wherever_it_opens(start, monkeypatch):
    asked: list[bool] = []

    def load(*_: object, allow_private: bool, **__: object) -> Article:
        asked.append(allow_private)
        return Article("a", "-", "", ())

    monkeypatch.setattr(sources, "load", load)
    session = start()
    session.open("a.txt", record=False)
    session.allow_private = True
    session.open("a.txt", record=False)
    session.clone().open("a.txt", record=False)
    assert asked == [False, True, True]


EKDAL, RASK = "“We had no choice,”", "“They had ten years to mend it,”"


def all_known(article):
    """An analysis of all of the article: Maj Ekdal, the ferry's owner, and Per Rask each say something in it."""
    quotations = tuple(
        Quotation(id_, QuotationKind.DIRECT, (span(article, words),), id_) for id_, words in enumerate((EKDAL, RASK), 1)
    )
    names = (("Maj Ekdal", "owner of the ferry"), ("Per Rask", "a farmer"))
    voices = (Voice(id_, name[:2], name, VoiceKind.PERSON, role) for id_, (name, role) in enumerate(names, 1))
    return Analysis(engine.ENGINE, quotations, tuple(voices))


def test_whose_a_highlight_is_that_was_made_too_early_is_told_at_any_later_time(session, file, start):
    article = session.open(str(file))
    early = {
        words: quoted(session, article, words, speaker=Speaker("Ekdal", "person"), speaker_pending=True)
        for words in (EKDAL, "ten years", "The ferry will stop")
    }
    late = quoted(session, article, "forty years", speaker=MAJ)
    again = start()
    here = again.highlights.of(article)
    assert [each.speaker_pending for each in here] == [True, True, False, True]
    assert again.highlights.with_speakers(article, here, Analysis(engine="")) == here
    told = again.highlights.with_speakers(article, here, all_known(article))
    assert told == again.highlights.of(article) == start().highlights.of(article)
    assert told == (
        replace(early["The ferry will stop"], speaker=None, speaker_pending=False),
        replace(early[EKDAL], speaker=Speaker("Maj Ekdal", "person", "owner of the ferry"), speaker_pending=False),
        late,
        replace(early["ten years"], speaker=Speaker("Per Rask", "person", "a farmer"), speaker_pending=False),
    )
    assert again.highlights.undo() is None
    assert again.highlights.with_speakers(article, told, Analysis(engine.ENGINE)) == told
    while session.highlights.undo() is not None:  # it was no change that a person made
        pass
    assert session.highlights.of(article) == ()


def test_whose_a_highlight_is_that_can_not_be_kept_is_owed_still(session, file, monkeypatch):
    article = session.open(str(file))
    made = quoted(session, article, EKDAL, speaker_pending=True)

    def refuse(*_):
        raise StorageError("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr("reader.store.highlight_repository.HighlightRepository.set_speaker", refuse)
        session.highlights.with_speakers(article, (made,), all_known(article))
    assert session.highlights.of(article) == (made,)


def test_an_export_tells_whose_a_highlight_is_that_was_made_too_early(session, file, monkeypatch, tmp_path):
    article = session.open(str(file))
    quoted(session, article, EKDAL, speaker=Speaker("Ekdal", "person"), speaker_pending=True)
    quoted(session, article, RASK, speaker=Speaker("Rask", "person"), speaker_pending=True)
    monkeypatch.setattr(engine, "analyse", all_known)
    assert "## Maj Ekdal" in session.export(article, output=tmp_path / "x.md").read_text()
    assert "## Per Rask" in session.export_text(article)
    assert [here.speaker_pending for here in session.highlights.of(article)] == [False, False]


def test_what_somebody_denies_is_kept_shown_and_exported_with_the_denial(session):
    article = session.open("-", stdin=b"Olga Rand denied that the weir was shut. Olga Rand said that it leaks.")
    quotations = [
        Quotation(1, QuotationKind.INDIRECT, (span(article, words),), 1, cue=span(article, cue))
        for words, cue in (("that the weir was shut", "denied"), ("that it leaks", "said"))
    ]
    analysis = Analysis("made", tuple(quotations), (Voice(1, "OR", "Olga Rand", VoiceKind.PERSON),))
    for quotation in quotations:
        session.highlights.add(article, quotation.spans, speaker=module.speaker_of(article, analysis, quotation))
    text = session.export_text(article)
    assert "> denied: that the weir was shut\n" in text
    assert "> that it leaks\n" in text
    spans, whose = quotations[0].spans, session.highlights.of(article)[0].speaker
    assert module.cite(article, spans, whose).startswith("denied: “that the weir was shut” — Olga Rand")
    assert module.cite(article, spans, whose, markdown=True).startswith("> denied: that the weir was shut\n")
    whole = (Span(0, spans[0].end),)
    assert module.cite(article, whole, whose).startswith("“Olga Rand denied that")
