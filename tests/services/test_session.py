"""A session opens, analyses and exports articles, with the settings and the library of a person."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader import analysis as engine
from reader import sources
from reader.config import Settings
from reader.errors import ExportError, SourceError, StorageError
from reader.model import Analysis, Article, Quotation, QuotationKind, Span, Speaker, Voice, VoiceKind
from reader.services import exports, library
from reader.services import session as module
from reader.services.highlight_speakers import quotation_speaker
from tests.services.ferry_article import ANALYSIS, EKDAL, MAJ, RASK, TEXT, add_highlight, full_analysis, span
from tests.sources.loopback_servers import response, serving
from tests.sources.sample_article import html

pytestmark = pytest.mark.usefixtures("home", "quiet_engine")


def test_a_clone_has_the_same_settings_and_the_same_library(session, file):
    article = session.open(str(file))
    made = add_highlight(session, article, "“We had no choice,”")
    clone = session.clone()
    assert clone.settings is session.settings
    assert clone.highlights.of(article) == (made,)
    clone.close()


def test_a_clone_of_a_session_without_a_library_has_none_either(home, file, start):
    clone = start(library=False).clone()
    clone.library.record(clone.open(str(file)))
    assert not home.exists()


def test_a_session_without_a_library_makes_none(home, file, start):
    session = start(library=False)
    article = session.open(str(file))
    assert session.highlights.of(article) == ()
    with pytest.raises(StorageError, match="This session has no library"):
        add_highlight(session, article, "“We had no choice,”")
    assert session.library.problem is None
    assert session.highlights.undo() is None
    session.close()
    assert not home.exists()


def test_settings_come_from_the_file_unless_given(home, start):
    home.mkdir()
    (home / "config.toml").write_text("theme = 'sepia'\nother = 1\n")
    session = start()
    assert session.settings.theme == "sepia"
    assert "other in line 2" in session.diagnostics[0]
    assert start(Settings(theme="contrast")).settings.theme == "contrast"
    assert start(Settings()).diagnostics == ()


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


def test_a_long_text_is_analysed_where_the_library_can_not_be_used(session, tmp_path, monkeypatch, home):
    monkeypatch.setattr(library, "BACKGROUND_TIMEOUT", 0.05)
    (tmp_path / "long.txt").write_text(LONG)
    article = session.open(str(tmp_path / "long.txt"))
    holder = sqlite3.connect(home / "library.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(engine, "analyse", lambda *_: Analysis("x"))
    assert session.analyse(article) == Analysis("x")
    assert "locked" in session.library.problem
    holder.close()


def test_an_analysis_of_another_engine_is_not_used(session, file, monkeypatch):
    article = session.open(str(file))
    found = Analysis("x", voices=(Voice(1, "PR", "Per Rask", VoiceKind.PERSON),))
    monkeypatch.setattr(engine, "analyse", lambda seen, *_: found if seen is article else None)
    assert session.analyse(article) is found


def test_the_analysis_of_a_short_text_is_not_stored(session, file, home):
    session.analyse(session.open(str(file)))
    connection = sqlite3.connect(home / "library.db")
    assert connection.execute("SELECT count(*) FROM analyses").fetchone() == (0,)
    connection.close()


def test_an_export_goes_to_the_folder_of_the_settings_else_to_the_current_one(file, tmp_path, monkeypatch, start):
    monkeypatch.chdir(tmp_path)
    session = start(Settings(export_folder=tmp_path / "notes"))
    article = session.open(str(file))
    with pytest.raises(ExportError, match="There are no highlights"):
        exports.write(session, article)
    add_highlight(session, article, "“They had ten years to mend it,”", speaker=Speaker("Per Rask", "person"))
    add_highlight(session, article, "“We had no choice,”", speaker=MAJ)
    path = exports.write(session, article, ANALYSIS)
    assert path == tmp_path / "notes" / "the-ferry-at-oxholm.md"
    text = path.read_text()
    assert text.index("## Per Rask") < text.index("## Maj Ekdal")
    session.settings = Settings()
    assert exports.write(session, article) == tmp_path / "the-ferry-at-oxholm.md"
    assert exports.write(session, article, ANALYSIS, output=tmp_path / "x.md") == tmp_path / "x.md"
    assert (tmp_path / "x.md").read_text() == text
    session.close()


def test_an_export_follows_the_article_through_its_changes(session, file, tmp_path):
    article = session.open(str(file))
    made = add_highlight(session, article, "“We had no choice,”", speaker=MAJ)
    path = exports.write(session, article, output=tmp_path / "x.md")
    path.write_text(path.read_text() + "\nmine\n")
    file.write_text(TEXT + "\nMore.\n")
    article = session.open(str(file))
    add_highlight(session, article, "“They had ten years to mend it,”")
    session.highlights.delete(made)
    text = exports.write(session, article, output=path).read_text()
    assert "ten years" in text
    assert "no choice" not in text
    assert "\nmine\n" in text


def test_all_articles_with_highlights_are_exported_at_once(session, file, tmp_path):
    add_highlight(session, session.open(str(file)), "“We had no choice,”")
    piped = session.open("-", stdin=b"On Bells\n\nThe tower of Norrby has four bells, says Eva Lo.\n")
    add_highlight(session, piped, "four bells")
    session.open("-", stdin=b"On Nothing\n\nNobody kept a word of this.\n")
    file.unlink()
    assert {path.name for path in exports.write_all(session, tmp_path)} == {"on-bells.md", "the-ferry-at-oxholm.md"}
    assert "> “We had no choice,”" in (tmp_path / "the-ferry-at-oxholm.md").read_text()
    with pytest.raises(ExportError, match="several articles don't fit into one file"):
        exports.write_all(session, tmp_path / "all.md")


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


def test_a_web_page_that_was_read_opens_again_without_the_network(session):
    told: list[str] = []
    with serving({"/ferry": response(html().encode()), "/slow": lambda _: time.sleep(0.3)}) as server:
        address = f"{server.address}/ferry"
        with pytest.raises(SourceError, match="start pullquote with --allow-private"):
            session.open(address)
        with pytest.raises(SourceError, match="was stopped"):
            session.open(f"{server.address}/slow", allow_private=True, is_cancelled=lambda: True)
        read = session.open(address, allow_private=True, on_progress=told.append)
        assert session.open(address, allow_private=True, refresh=True) == read
    assert session.open(address) == read
    assert told[-2:] == [f"fetching 127.0.0.1 · {-(-len(html().encode()) // 1000)} kB", "parsing"]
    assert session.library.entries()[0].location == address


def test_a_page_that_can_not_be_fetched_any_more_opens_as_the_copy_of_the_library(session, home):
    with serving({"/ferry": response(html().encode())}) as server:
        address = f"{server.address}/ferry"
        read = session.open(address, allow_private=True)
        add_highlight(session, read, read.text[:20])
    for page in home.rglob("*.page"):
        page.unlink()
    copy = session.open(f"{address}#top", allow_private=True)
    assert (copy.text, copy.blocks, copy.url) == (read.text, read.blocks, read.url)
    assert module.library_copy_notice(read) is None
    assert module.library_copy_notice(copy) == (
        "This is the copy in your library: the page could not be fetched. --refresh shows why."
    )
    assert len(session.highlights.of(copy)) == 1
    assert [entry.location for entry in session.library.entries()] == [address]
    for wish in ({"refresh": True}, {"is_cancelled": lambda: True}):
        with pytest.raises(SourceError):
            session.open(address, allow_private=True, **wish)
    with pytest.raises(SourceError):
        session.open(f"{server.address}/never", allow_private=True)


def test_sentences_end_as_in_the_language_of_the_analysis(tmp_path, session):
    path = tmp_path / "wehr.txt"
    path.write_text("Am 3. Mai kam Anna Keller. Das Wehr, so z. B. Jonas Brandt, war zu.\n", encoding="utf-8")
    article = session.open(str(path))
    whole = article.blocks[0].span
    assert [len(part) for part in module.sentences(article, whole, Analysis("x", language="de"))] == [26, 40]
    assert len(module.sentences(article, whole, None)) > 2


def test_without_an_analysis_sentences_end_as_in_english(tmp_path, session):
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


def test_a_session_that_may_use_the_own_network_does_so_for_every_article(start, monkeypatch):
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


def test_an_export_finds_pending_speakers(session, file, monkeypatch, tmp_path):
    article = session.open(str(file))
    add_highlight(session, article, EKDAL, speaker=Speaker("Ekdal", "person"), speaker_pending=True)
    add_highlight(session, article, RASK, speaker=Speaker("Rask", "person"), speaker_pending=True)
    monkeypatch.setattr(engine, "analyse", lambda seen, *_: full_analysis(seen))
    assert "## Maj Ekdal" in exports.write(session, article, output=tmp_path / "x.md").read_text()
    assert "## Per Rask" in exports.text(session, [article])
    assert [here.speaker_pending for here in session.highlights.of(article)] == [False, False]


def test_a_denied_quotation_is_stored_and_exported_with_the_denial(session):
    article = session.open("-", stdin=b"Olga Rand denied that the weir was shut. Olga Rand said that it leaks.")
    quotations = [
        Quotation(1, QuotationKind.INDIRECT, (span(article, words),), 1, cue=span(article, cue), confidence=0.9)
        for words, cue in (("that the weir was shut", "denied"), ("that it leaks", "said"))
    ]
    analysis = Analysis("made", tuple(quotations), (Voice(1, "OR", "Olga Rand", VoiceKind.PERSON),))
    for quotation in quotations:
        session.highlights.add(article, quotation.spans, speaker=quotation_speaker(article, analysis, quotation))
    text = exports.text(session, [article])
    assert "> denied: that the weir was shut\n" in text
    assert "> that it leaks\n" in text
    spans, whose = quotations[0].spans, session.highlights.of(article)[0].speaker
    assert module.cite(article, spans, whose).startswith("denied: “that the weir was shut” — Olga Rand")
    assert module.cite(article, spans, whose, markdown=True).startswith("> denied: that the weir was shut\n")
    whole = (Span(0, spans[0].end),)
    assert module.cite(article, whole, whose).startswith("“Olga Rand denied that")
