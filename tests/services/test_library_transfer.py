"""A whole library as JSON lines: nothing lost on the way out and in, and nothing of the one it is merged into."""

import io
import json
import os
import random
import sqlite3
from contextlib import closing

import pytest

from reader.errors import ExportError, SourceError
from reader.model import Colour
from reader.services import library_transfer
from reader.services.highlight_import import import_highlights
from reader.services.session import Session
from reader.sources.formats.imported_highlight import ImportedHighlight
from reader.store.database import migrations
from reader.store.library_rows import MADE_AGAIN, TABLES, merged_notes
from tests.poison import POISON, harmful
from tests.services.ferry_article import EKDAL, MAJ, RASK, TEXT, add_highlight

HEADER = '{"pullquote":"library","format":1,"schema":1}\n'

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def other(monkeypatch, tmp_path):
    """A session with another library."""
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "other"))
    session = Session()
    session.library.store()
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    yield session
    session.close()


@pytest.fixture
def full(session, file, tmp_path):
    """A session whose library has a row in every table."""
    article = session.open(str(file))
    session.highlights.annotate(add_highlight(session, article, EKDAL, speaker=MAJ), "a *note*\n\nof two paragraphs")
    session.highlights.set_tags(session.highlights.of(article)[0], ("boats", "two words"))
    session.highlights.recolour(session.highlights.of(article)[0], Colour.PINK)
    session.highlights.delete(add_highlight(session, article, RASK))
    file.write_text(TEXT.replace("June", "July"))
    session.open(str(file))
    odd = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")
    with open(odd, "w", encoding="utf-8") as written:  # noqa: PTH123 - the name is not UTF-8
        written.write("Another article about a café.\n")
    session.open(odd)
    store = session.library.store()
    with store.writing():
        rows = {
            "corrections": ("c1", article.id, "d", "x", '{"operation": "x"}', "2026", None),
            "known_voices": ("k1", "Maj Ekdal", "role", None, "2026", None),
            "whereabouts": (article.id, "mark", "a", "d", 3, "exact", "pre", "suf", "2026", "[[0, 2]]"),
            "waiting": ("https://ferry.example/next", "Next", None, None, None, "2026"),
            "feeds": (
                "https://ferry.example/feed",
                "Feed",
                "2026",
                "2026",
                None,
                "https://ferry.example/feed",
                "",
                "",
                0,
            ),
            "feed_items": ("https://ferry.example/feed", "urn:1"),
        }
        for table, values in rows.items():
            slots = ", ".join("?" * len(values))
            store._connection.execute(f"INSERT INTO {table} VALUES ({slots})", values)  # noqa: S608
    return session


def lines(session):
    store = session.library.store()
    with store.reading():
        return "".join(library_transfer.library_lines(store))


def merged(session, text):
    return library_transfer.import_library(session, io.BytesIO(text.encode()), "x.jsonl")


def without_the_correction(text):
    """The correction of `full` is none that this program knows, and is skipped."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith('{"table":"corrections"'))


def test_every_table_is_exported_or_made_again():
    with closing(sqlite3.connect(":memory:")) as made:
        for _, script in migrations():
            made.executescript(script)
        found = {name for (name,) in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert found == {*TABLES, *MADE_AGAIN}


def test_a_library_is_the_same_after_it_was_exported_and_imported(full, other):
    text = lines(full)
    assert {json.loads(line)["table"] for line in text.splitlines()[1:]} == {*TABLES}
    assert text == lines(full)
    report = merged(other, text)
    assert [each.partition("(")[2] for each in report.skipped] == ["corrections)"]
    assert lines(other) == without_the_correction(text)
    assert report.new["highlights"] == 2
    assert report.in_words().startswith("2 articles, 2 highlights, 1 voice setting, ")
    (highlight,) = other.highlights.of(other.library.saved_article(f"library:{full.library.entries()[1].article_id}"))
    assert (highlight.note, highlight.tags) == ("a *note*\n\nof two paragraphs", ("boats", "two words"))


def test_importing_twice_adds_nothing(full, other):
    merged(other, lines(full))
    before = lines(other)
    assert merged(other, lines(full)).in_words() == "nothing"
    assert lines(other) == before


def test_what_is_in_a_library_stays_and_what_was_written_in_the_other_is_added(full, other, file):
    merged(other, lines(full))
    file.write_text(TEXT.replace("June", "July"))
    article = other.open(str(file))
    (mine,) = full.highlights.of(article)
    (theirs,) = other.highlights.of(article)
    full.highlights.annotate(mine, "written here")
    full.highlights.recolour(mine, Colour.GREEN)
    other.highlights.annotate(theirs, "written there")
    other.highlights.set_tags(theirs, ("boats", "new"))
    other.highlights.set_tags(add_highlight(other, article, RASK), ("more",))
    merged(full, lines(other))
    first, second = full.highlights.of(article)
    assert (first.note, first.colour) == ("written here\n\nwritten there", Colour.GREEN)
    assert first.tags == ("boats", "two words", "new")
    assert second.tags == ("more",)
    before = lines(full)
    merged(full, lines(other))
    assert lines(full) == before


def test_an_article_that_is_known_by_its_text_is_one_article(full, other, file):
    """In the other library it came from a pipe and has another id."""
    text = TEXT.replace("June", "July")
    here = other.open(str(file))
    other.highlights.annotate(add_highlight(other, here, RASK), "theirs")
    renamed = lines(other).replace(here.id, "0" * 32)
    merged(full, renamed)
    assert len(full.library.entries()) == 3
    assert {each.note for each in full.highlights.of(full.open(str(file)))} >= {"theirs"}
    assert here.text.strip() == text.strip()


@pytest.mark.parametrize(
    ("here", "there", "both"),
    [("a", "a", "a"), ("a", "", "a"), ("", "b", "b"), ("a b", "b", "a b"), ("a", "a b", "a b"), ("a", "b", "a\n\nb")],
)
def test_two_notes_make_one_with_both(here, there, both):
    assert merged_notes(here, there) == both
    assert merged_notes(both, there) == both


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not JSON in line 1"),
        ("[]\n", "is not a library that pullquote library export wrote"),
        ("{}\n", "is not a library that pullquote library export wrote"),
        ("[" * 100_000 + "\n", "is not JSON in line 1"),
        (HEADER.replace('"schema":1', '"schema":999'), "is of a newer version of Pullquote"),
        (HEADER.replace('"schema":1', '"schema":null'), "is of a newer version of Pullquote"),
        (HEADER + "{\n", "is not JSON in line 2"),
        (HEADER + "\ud800".encode("utf-8", "surrogatepass").decode("latin-1") + "\n", "is not JSON in line 2"),
        (HEADER + "[]\n" * 1_010, "has over 1,000 bad lines"),
    ],
)
def test_a_file_that_is_no_library_is_one_sentence_and_changes_nothing(full, monkeypatch, text, reason):
    monkeypatch.setattr(library_transfer, "_MOST_SKIPPED", 1_000)
    before = lines(full)
    with pytest.raises(SourceError, match=reason) as error:
        merged(full, text)
    assert str(error.value).startswith("x.jsonl ")
    assert lines(full) == before


@pytest.mark.parametrize(
    "row",
    [
        '{"table":"articles","row":{}}',
        '{"table":"articles"}',
        '{"table":"analyses","row":{}}',
        '{"table":"sqlite_master","row":{"name":"x"}}',
        '{"table":"articles; DROP TABLE articles","row":{"id":"x"}}',
        '{"table":"known_voices","row":{"id":"x","name":["x"],"field":"role","made":"2026"}}',
        '{"table":"known_voices","row":{"id":"x","name":3,"field":"role","made":"2026"}}',
        '{"table":"identities","row":{"id":"x","article_id":"nobody"}}',
        '{"table":"whereabouts","row":{"article_id":"KEY","kind":"mark","name":"b","digest":"","start":1e400,"exact":"","prefix":"","suffix":"","noted":""}}',
        '{"table":"versions","row":{"article_id":"KEY","digest":"wrong","text":"x","structure":{"blocks":[],"marks":[]},"words":1,"first_read":""}}',
        '{"table":"highlights","row":{"id":"x","article_id":"KEY","digest":"","spans":[[3,1]],"exact":"x","prefix":"","suffix":"","colour":"red","note":"","tags":[],"created":"","updated":""}}',
        '{"table":"highlights","row":{"id":"x","article_id":"KEY","digest":"","spans":[[0,1]],"exact":"x","prefix":"","suffix":"","colour":"pink","note":null,"tags":[],"created":"","updated":""}}',
        '{"table":"corrections","row":{"id":"x","article_id":"KEY","digest":"","engine":"","operation":{"operation":"erase"},"made":""}}',
        '{"table":"feed_items","row":{"location":"nowhere","item":"x"}}',
        '{"table":"waiting","row":{"location":{"bytes":"zz"},"saved":""}}',
    ],
)  # fmt: skip
def test_a_row_that_no_library_has_is_skipped_by_its_line_and_the_others_are_merged(full, row):
    key = full.library.entries()[1].article_id
    before = lines(full)
    good = '{"table":"waiting","row":{"location":"https://good.example/","saved":"2026"}}'
    report = merged(full, f"{HEADER}{row.replace('KEY', key)}\n{good}\n")
    assert [each.startswith("line 2 (") for each in report.skipped] == [True]
    assert report.in_words() == "1 unread article"
    assert (
        lines(full).replace(
            good.replace('"saved"', '"title":null,"byline":null,"outlet":null,"published":null,"saved"') + "\n", ""
        )
        == before
    )


def test_text_is_cleaned_and_a_span_outside_of_its_text_is_found_again_by_its_words(full, other):
    text = lines(full)
    rows = [json.loads(line) for line in text.splitlines()]
    for each in rows[1:]:
        if each["table"] == "highlights":
            each["row"] |= {"note": f"n{POISON}", "tags": [f"t{POISON}"], "spans": [[5, 10**6]]}
        if each["table"] == "articles":
            each["row"] |= {"title": f"T{POISON}\nforged", "byline": POISON}
    merged(other, "".join(json.dumps(each) + "\n" for each in rows))
    found = lines(other)
    assert harmful(found) == set()
    entry = next(each for each in other.library.entries() if each.highlights)
    assert "\n" not in (entry.title or "")
    (highlight,) = other.highlights.of(other.library.saved_article(f"library:{entry.article_id}"))
    assert highlight.exact == EKDAL
    assert [span.of(other.library.saved_article(f"library:{entry.article_id}").text) for span in highlight.spans] == [
        EKDAL
    ]


@pytest.mark.no_cover
def test_any_change_of_a_file_is_a_sentence_or_a_skipped_row_and_the_library_stays_sound(full, other):
    text = without_the_correction(lines(full)).encode()
    dice = random.Random(5)  # noqa: S311 - the same changes each time
    for _ in range(150):
        changed = bytearray(text)
        for _ in range(dice.randint(1, 4)):
            changed[dice.randrange(len(changed))] = dice.choice(b'0"[]{}:,x\x1b\xff1n')
        try:
            library_transfer.import_library(other, io.BytesIO(bytes(changed)), "x.jsonl")
        except SourceError as error:
            assert "Nothing was imported" in str(error)  # noqa: PT017 - most changes raise nothing
        for entry in other.library.entries():
            article = other.library.saved_article(f"library:{entry.article_id}")
            if article is not None:
                other.highlights.of(article)
        assert other.library.problem is None
    assert harmful(lines(other)) == set()


def test_an_export_is_written_over_only_where_nobody_changed_it(full, tmp_path):
    file = tmp_path / "library.jsonl"
    library_transfer.export_library(full, file)
    first = file.read_text(encoding="utf-8")
    assert first == lines(full)
    full.open(str(tmp_path / "ferry.txt"))
    library_transfer.export_library(full, file)
    assert file.read_text(encoding="utf-8") == lines(full)
    file.write_text("mine")
    with pytest.raises(ExportError, match="stays as it is"):
        library_transfer.export_library(full, file)
    assert file.read_text() == "mine"
    with pytest.raises(ExportError, match="could not be read"):
        library_transfer.export_library(full, tmp_path / ("x" * 300))


def test_highlights_that_wait_go_out_and_in_and_are_found_in_the_article_of_the_other_library(full, other, file):
    title = full.library.entries()[1].title
    waiting = ImportedHighlight(None, title, None, RASK, note="from elsewhere")
    import_highlights(other, [waiting])
    before = lines(other)
    assert merged(other, before).in_words() == "nothing"
    merged(other, lines(full))
    entry = next(each for each in other.library.entries() if each.title == title and each.read)
    assert other.open(entry.location).title == title
    found = {each.note for entry, highlights in other.highlights.by_article() for each in highlights}
    assert found == {"from elsewhere", "a *note*\n\nof two paragraphs"}
    merged(full, before)
    assert "from elsewhere" in {each.note for _, highlights in full.highlights.by_article() for each in highlights}
    article = full.open(str(file))
    assert {span.of(article.text) for each in full.highlights.of(article) for span in each.spans} == {EKDAL, RASK}
