"""CSV for Readwise and for spreadsheets, read by Python's csv and by Papa Parse."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export import readwise_csv, spreadsheet_csv
from tests.export.exported import DRY, EXPORTED, FULL, TOVE, node_reads, texts


def rows(text):
    return [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)]


def test_readwise_gets_its_columns_with_tags_speaker_and_note():
    first, second, gone = rows(readwise_csv.render([EXPORTED]))
    assert first == {
        "Highlight": "“It is dry,” […] “and it stays dry.”",
        "Title": "A Dry Year: What Now?",
        "Author": "Ola Vik and Ida van der Berg",
        "URL": "https://sluice.example/dry?a=1&b=2_3",
        "Note": ".water .two_words\n— Tove Lind, hydrologist, Marsh Institute, Delta Post (via Ola Vik, The Sluice)\nAsk *why*.\n\n- Twice",
        "Location": str(DRY.spans[0].start),
        "Date": "2026-03-01 10:00:00",
    }
    assert second["Highlight"].startswith("=the {river}")
    assert (gone["Highlight"], gone["Location"]) == ("in June", "")


def test_a_role_has_neither_the_article_nor_the_pronoun_of_its_sentence():
    speaker = replace(TOVE, role="Its labour editor")
    [row] = rows(spreadsheet_csv.render([replace(EXPORTED, highlights=(replace(DRY, speaker=speaker),))]))
    assert row["role"] == "labour editor"


def test_a_spreadsheet_gets_every_fact_in_a_cell_of_its_own():
    text = spreadsheet_csv.render([EXPORTED])
    first, second, _ = rows(text)
    assert text.startswith("\ufefftitle,")
    assert tuple(first) == spreadsheet_csv.COLUMNS
    assert (first["speaker"], first["role"], first["tags"]) == ("Tove Lind", "hydrologist", "water, two words")
    assert (int(first["start"]), int(first["end"])) == (DRY.spans[0].start, DRY.spans[-1].end)
    assert (second["words"][:5], second["colour"], second["id"]) == ("'=the", "pink", "bb")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "\n=", "＝", "＋", "－", "＠", "\u00a0="])
def test_no_cell_begins_as_a_formula_does(start):
    bad = replace(
        FULL, note=f'{start}HYPERLINK("http://evil.example")', tags=(f"{start}1",), spans=(), exact=f"{start}2"
    )
    (row,) = rows(spreadsheet_csv.render([replace(EXPORTED, highlights=(bad,))]))
    assert row["note"].startswith(f"'{start}")
    assert row["words"].startswith(f"'{start}")
    assert row["tags"].startswith("'")


@given(words=texts(), note=texts())
def test_law_every_cell_reads_back(words, note):
    made = replace(EXPORTED, highlights=(replace(FULL, spans=(), exact=words, note=note),))
    (row,) = rows(spreadsheet_csv.render([made]))
    assert row["words"].removeprefix("'") == words.removeprefix("'")
    assert row["note"].removeprefix("'") == note.removeprefix("'")
    (row,) = rows(readwise_csv.render([made]))
    assert row["Highlight"] == words
    assert row["Note"].endswith(note.strip())


@pytest.mark.parametrize("module", [readwise_csv, spreadsheet_csv])
def test_papa_parse_reads_what_python_reads(module, tmp_path):
    file = tmp_path / "x.csv"
    text = module.render([EXPORTED])
    file.write_text(text, encoding="utf-8", newline="")
    found = node_reads("papaparse", "csv", file)
    assert (found["data"], found["errors"]) == (rows(text), [])


@given(st.text())
def test_law_a_neutralised_cell_is_the_cell_or_the_cell_after_an_apostrophe(text):
    assert spreadsheet_csv._cell(text) in {text, f"'{text}"}
