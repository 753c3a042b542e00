"""Highlights that other programs export: recognised, read, cleaned, and refused within limits."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.export import hypothesis_json, readwise_csv, web_annotation
from reader.sources.formats import highlight_lists
from reader.sources.formats.highlight_lists import read_highlights
from reader.sources.formats.imported_highlight import ImportedHighlight, article_names
from tests.export.exported import DRY, EXPORTED, FULL, GONE
from tests.poison import POISON, harmful

KINDLE = """\ufeffThe Dry Year (Ida (I.) Roe)
- Your Highlight on page 12 | Location 180-81 | Added on Sunday, March 1, 2026 9:15:00 PM

The weir stayed shut.
==========
The Dry Year (Ida (I.) Roe)
- Your Note on page 12 | Location 181 | Added on Sunday, March 1, 2026 9:16:00 PM

Ask why.
And when.
==========
The Dry Year (Ida (I.) Roe)
- Your Bookmark on page 40 | Location 610 | Added on Sunday, March 1, 2026 9:20:00 PM


==========
Ein Jahr
- Ihre Markierung bei Position 5-6 | Hinzugefügt am Sonntag, 1. März 2026 10:00:00

Das Wehr blieb zu.
==========
Ein Jahr
- Ihre Notiz bei Position 90 | Hinzugefügt am Sonntag, 1. März 2026 10:00:00

Wo war das?
==========
技术元素 (凯文)
- 您在位置 #436-437的标注 | 添加于 2015年4月23日星期四 上午9:44:33

生命，无论大小
==========
"""

READWISE = """Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
"The weir, they say, stayed ""shut"".",The Dry Year,Ida Roe,,Ask why,blue,"water,two words",location,180,2026-03-01 10:00:00+00:00,
No title,,,,,,,,,,
"""
INSTAPAPER = """URL,Title,Selection,Folder,Timestamp
https://sluice.example/dry,The Dry Year,The weir stayed shut.,Unread,1772359200
https://sluice.example/other,Another,,Unread,1772359200
"""
HYPOTHESIS = {
    "export_date": "2026-03-01",
    "annotations": [
        {
            "created": "2026-03-01T10:00:00.000+00:00",
            "uri": "https://sluice.example/dry?utm_source=x#top",
            "document": {"title": ["The Dry Year"]},
            "text": "Ask why.",
            "tags": ["water", 3],
            "target": [
                {
                    "source": "https://sluice.example/dry",
                    "selector": [
                        {"type": "RangeSelector", "startOffset": 1},
                        {"type": "TextPositionSelector", "start": 12, "end": 33},
                        {
                            "type": "TextQuoteSelector",
                            "exact": "The weir stayed shut.",
                            "prefix": "Year\n\n",
                            "suffix": " So",
                        },
                    ],
                }
            ],
        },
        {"uri": "https://sluice.example/dry", "text": "a note on the page", "tags": [], "target": [{"source": "x"}]},
        "nothing",
    ],
}


def read(text):
    found = read_highlights("-", text.encode())
    assert found is not None
    return found


def test_kindle_clippings_have_titles_authors_notes_and_times():
    found = read(KINDLE.replace("\n", "\r\n"))
    first, second, third = found.highlights
    assert (first.title, first.byline, first.exact) == ("The Dry Year", "Ida (I.) Roe", "The weir stayed shut.")
    assert first.note == "Ask why.\nAnd when."
    assert first.created == "2026-03-01T21:15:00.000000+00:00"
    assert (second.title, second.byline, second.exact, second.created) == ("Ein Jahr", None, "Das Wehr blieb zu.", None)
    assert (third.title, third.exact) == ("技术元素", "生命，无论大小")
    assert [(each.what, each.why) for each in found.skipped] == [("Wo war das?", "it is a note without a highlight")]


def test_readwise_as_it_exports():
    found = read(READWISE)
    (only,) = found.highlights
    assert only == ImportedHighlight(
        None, "The Dry Year", "Ida Roe", 'The weir, they say, stayed "shut".', start=180, note="Ask why",
        tags=("water", "two words"), colour="blue", created="2026-03-01T10:00:00.000000+00:00",
    )  # fmt: skip
    assert [each.why for each in found.skipped] == ["it names no article"]


@pytest.mark.parametrize(
    ("written", "note", "tags"),
    [
        (".water .two_words", "", ("water", "two words")),
        (".water ask why", "ask why", ("water",)),
        (".water\nask .why", "ask .why", ("water",)),
        ("ask .why", "ask .why", ()),
        ("… and .. so", "… and .. so", ()),
        (".", ".", ()),
    ],
)
def test_tags_before_a_note_of_readwise_are_tags(written, note, tags):
    (only,) = read(f'Highlight,Title,Note\nwords,A title,"{written}"\n').highlights
    assert (only.note, only.tags) == (note, tags)


def test_instapaper_is_a_reading_list_with_highlights():
    found = read(INSTAPAPER)
    assert found.is_reading_list
    (only,) = found.highlights
    assert (only.url, only.exact) == ("https://sluice.example/dry", "The weir stayed shut.")
    assert only.created == "2026-03-01T10:00:00.000000+00:00"
    assert found.skipped == ()


@pytest.mark.parametrize(
    "wrap",
    [lambda data: data, lambda data: {"total": 3, "rows": data["annotations"]}, lambda data: data["annotations"]],
)
def test_hypothesis_as_it_exports_and_as_its_api_lists(wrap):
    found = read(json.dumps(wrap(HYPOTHESIS)))
    (only,) = found.highlights
    assert (only.url, only.title) == ("https://sluice.example/dry?utm_source=x", "The Dry Year")
    assert (only.exact, only.prefix, only.suffix, only.start) == ("The weir stayed shut.", "Year\n\n", " So", 12)
    assert (only.note, only.tags) == ("Ask why.", ("water",))
    assert [each.why for each in found.skipped] == ["it has no highlighted words", "it is no annotation"]


@pytest.mark.parametrize("module", [hypothesis_json, web_annotation, readwise_csv])
def test_what_we_export_is_read_again(module):
    found = read(module.render([EXPORTED]))
    assert found.skipped == ()
    assert [each.url for each in found.highlights] == [EXPORTED.article.url] * 3
    first, second, gone = found.highlights
    assert [second.exact, gone.exact] == [FULL.exact, GONE.exact]
    assert "Ask *why*.\n\n- Twice" in first.note
    assert {*first.tags} >= {"water", "two words"}
    assert first.created == "2026-03-01T10:00:00.000000+00:00"
    if module is not readwise_csv:
        assert (first.exact, first.prefix, first.start) == (DRY.exact, DRY.prefix, DRY.spans[0].start)


@pytest.mark.parametrize(
    "text", ["", "url,title\nhttps://x.example,y\n", "https://x.example/ A title\n", "Just a text.\n\nWith words.\n", "a,b\n1,2\n", "{}", '{"list": []}', "<html></html>", "==========\n"]
)  # fmt: skip
def test_other_files_are_none(text):
    if text:
        assert read_highlights("-", text.encode()) is None
    else:
        with pytest.raises(SourceError, match="is empty"):
            read_highlights("-", b"")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"annotations": [', "it begins like JSON but is not valid JSON"),
        ('{"annotations": ' + "[" * 100_000, "it begins like JSON but is not valid JSON"),
        ("Highlight,Title\n" + "x,y\n" * 1_001, "it has over 1,000 highlights"),
        ("Highlight,Title\n" + "x,y\n" * 1_000_000, "it has over 900,000 lines"),
    ],
)
def test_a_file_that_is_damaged_or_too_large_is_one_sentence(monkeypatch, text, reason):
    monkeypatch.setattr(highlight_lists, "_MOST", 1_000)
    with pytest.raises(SourceError, match=f"^standard input was not imported: {reason}"):
        read_highlights("-", text.encode())


@pytest.mark.no_cover
def test_a_million_rows_are_refused_at_once():
    data = b"Highlight,Title\n" + b"some words,a title\n" * 1_000_000
    start = time.process_time()
    with pytest.raises(SourceError):
        read_highlights("-", data)
    assert time.process_time() - start < 0.5


def test_text_is_cleaned_and_what_is_odd_is_left_out():
    odd = {"annotations": [{"uri": "javascript:alert(1)", "document": {"title": f"T{POISON}"}, "text": f"n{POISON}",
            "tags": [f"t{POISON}", "#x", ""], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": f"w{POISON}"},
            {"type": "TextPositionSelector", "start": -5}]}]},
           {"uri": "https://x.example/", "target": {"selector": {"type": "TextQuoteSelector", "exact": "x" * 100_001}}},
           {"uri": 3, "target": {"selector": {"type": ["x"]}}, "created": "never", "body": [{"value": 3}]}]}  # fmt: skip
    found = read(json.dumps(odd))
    (only,) = found.highlights
    assert harmful(repr(only)) == set()
    assert (only.url, only.start, only.tags[1:]) == (None, 0, ("x",))
    assert [each.why for each in found.skipped] == ["it has over 100,000 characters", "it has no highlighted words"]


@given(
    st.text(),
    st.sampled_from(
        ["Highlight,Title,Note\n", '{"annotations": [', "T (A)\n- Your Highlight on Location 1 | x\n\n", ""]
    ),
)
def test_law_any_file_is_read_or_refused_in_a_sentence(text, start):
    try:
        found = read_highlights("-", f"{start}{text}\n==========\n".encode("utf-8", "replace"))
    except SourceError:
        return
    assert found is None or harmful(repr(found.highlights)) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.Sluice.example/dry/?utm_source=x", "http://sluice.example/dry"),
        ("The Dry Year: What Now?", "the dry year — what now"),
    ],
)
def test_names_of_one_article_are_the_same(one, other):
    assert article_names(one) == article_names(other) != ()


def test_an_article_without_words_in_its_title_has_no_name():
    assert article_names("…", None, "") == ()


def test_a_row_that_is_no_csv_costs_that_row():
    found = read("Highlight,Title\nfirst,T\n" + "x" * 140_000 + ",T\nlast,T\n")
    assert [each.exact for each in found.highlights] == ["first", "last"]
    assert [(each.what, each.why) for each in found.skipped] == [("line 3", "it is not valid CSV")]


@pytest.mark.parametrize("text", ["x" * 300_000, "x," * 300_000, "Highlight,Title," + "x" * 300_000])
def test_a_first_line_without_end_is_no_header(text):
    read_highlights("-", text.encode())


def _book(count, line):
    entry = "A Book (B)\n- Your {} on Location {} | Added on {}\n\nwords {}\n==========\n"
    parts = (entry.format(kind, line(at), "x" * 50, at) for at in range(count) for kind in ("Highlight", "Note"))
    return "".join(parts)


@pytest.mark.no_cover
@pytest.mark.parametrize("line", [lambda at: at, lambda _: "1-999999999", lambda at: f"{at}-{at + 500}"])
def test_many_notes_take_time_in_proportion(line):
    def seconds(count):
        text = _book(count, line)
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(10)
    assert seconds(8000) < 8 * max(seconds(2000), 0.05)


def test_a_title_of_brackets_takes_no_time():
    start = time.process_time()
    read(f"{'(' * 100_000}\n- Your Highlight on Location 1 | {'day ' * 20_000}\n\nwords\n==========\n")
    assert time.process_time() - start < 5
