"""Text is cut after whole words and wrapped between them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.rendering.truncate import (
    capitalise_first,
    cut,
    cut_middle,
    format_reading_time,
    short_name,
    surnames,
    wrap,
    wrap_to_rows,
)
from reader.model import format_count

WORDS = st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), min_size=1, max_size=30)
FEW = settings(max_examples=40)


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("Millbank House", 14, "Millbank House"),
        ("Northern Institute for Shore Research", 19, "Northern Institute…"),
        ("Northern Institute for Shore Research", 18, "Northern…"),
        ("the town, which waits", 12, "the town…"),
        ("Tidewater Council’s Ledger House", 19, "Tidewater Council…"),
        ("Tidewater Council’s Ledger House", 21, "Tidewater Council’s…"),
        ("the wall—as ever—stands", 11, "the wall…"),
        ("“Both sides want", 8, "“Both…"),
        ("Uninterrupted", 6, "Unint…"),
        ("Uninterrupted words", 1, "…"),
        ("anything", 0, ""),
        ("", 5, ""),
        ("東京電力 会社", 7, "東京電…"),
        ("[Source]", 8, "[Source]"),
    ],
)
def test_text_is_cut_after_a_whole_word(text, cells, shown):
    assert cut(text, cells) == shown


@FEW
@given(WORDS, st.integers(1, 60))
def test_cut_text_fits(words, cells):
    assert cell_len(cut(" ".join(words), cells)) <= cells


@FEW
@given(WORDS, st.integers(14, 60))
def test_cut_text_ends_with_a_whole_word_if_one_fits(words, cells):
    words = [word for word in words if cell_len(word) < cells] or ["a"]
    shown = cut(" ".join(words), cells).removesuffix("…").split()
    assert shown == words[: len(shown)]


def test_a_long_text_is_not_measured_to_its_end():
    assert cut("word " * 1_000_000, 12) == "word word…"


@FEW
@given(WORDS, st.integers(14, 60), st.integers(14, 60))
def test_wrapped_rows_fit_and_hold_every_word(words, cells, last):
    rows = wrap(" ".join(words), cells, min(cells, last))
    assert all(cell_len(row) <= cells for row in rows)
    assert cell_len(rows[-1]) <= min(cells, last)
    if all(cell_len(word) <= min(cells, last) for word in words):
        assert " ".join(rows).split() == words


@pytest.mark.parametrize(
    ("cells", "last", "rows"),
    [
        (40, 40, ["the wall will earn back what it costs"]),
        (40, 30, ["the wall will earn back what", "it costs"]),
        (20, 20, ["the wall will earn", "back what it costs"]),
        (20, 10, ["the wall will earn", "back what", "it costs"]),
    ],
)
def test_the_last_row_is_no_longer_than_asked(cells, last, rows):
    assert wrap("the wall will earn back what it costs", cells, last) == rows


def test_no_word_is_alone_in_the_last_row():
    assert wrap("who pays for the wall decides how high it is", 30, 14) == [
        "who pays for the wall decides",
        "how high it is",
    ]
    assert wrap("one two three four", 18, 17) == ["one two", "three four"]
    assert wrap("one two", 8, 6) == ["one", "two"]


def test_text_that_ends_with_an_ellipsis_is_cut_rather_than_wrapped_again():
    assert wrap("the ties of the towns play an important role in raising…", 30, 16) == [
        "the ties of the towns play an",
        "important role…",
    ]
    assert wrap("the ties of the towns…", 26, 16) == ["the ties of", "the towns…"]


def test_rows_before_the_last_are_full():
    assert wrap("the ties of the towns play an important role in raising the wall", 26, 16) == [
        "the ties of the towns play",
        "an important role in",
        "raising the wall",
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("one two", ["one two"]),
        ("one two three four", ["one two", "three four"]),
        ("in /a/very/long/path", ["in /a/", "very/long/", "path"]),
        ("in a/longname", ["in", "a/longname"]),
        ("in a/verylongname", ["in a/veryl", "ongname"]),
        ("a/1234567 b/1234567 c/123", ["a/1234567", "b/1234567", "c/123"]),
        ("aa b/12345678 12345678 e", ["aa", "b/12345678", "12345678 e"]),
        ("aa bb 12345678 12345678 e", ["aa bb", "12345678", "12345678 e"]),
        ("one two three four five six seven", ["one two", "three four", "five six…"]),
        ("", []),
    ],
)
def test_a_sentence_wraps_at_words_and_a_path_after_folders(text, rows):
    assert wrap_to_rows(text, 10, 3) == rows


@FEW
@given(WORDS, st.integers(4, 30))
def test_a_wrapped_sentence_is_complete_if_there_are_enough_rows(words, cells):
    assert "".join("".join(wrap_to_rows("/".join(words), cells, 1000)).split()) == "/".join(words)
    assert " ".join(wrap_to_rows(" ".join(words), 40, 1000)) == " ".join(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (0, "1 minute"),
        (300, "1 minute"),
        (2000, "8 minutes"),
        (21_420, "90 minutes"),
        (21_700, "1 h 31 min"),
        (60_000, "4 h 12 min"),
    ],
)
def test_a_long_reading_time_is_in_hours(words, told):
    assert format_reading_time(words) == told


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Lena Hale and Carla Brandt", "Hale and Brandt"),
        ("Lena Hale, Carla Brandt and Jo Reed", "Hale, Brandt and Reed"),
        ("Lena Hale", "Lena Hale"),
        ("", ""),
    ],
)
def test_only_several_people_have_surnames(name, short):
    assert surnames(name) == short


def test_a_word_longer_than_its_row_is_cut():
    assert wrap("extraordinarily long", 8, 8) == ["extraor…", "long"]


@pytest.mark.parametrize(
    ("name", "cells", "shown"),
    [
        ("Ilse Marchetti", 20, "Ilse Marchetti"),
        ("Lena Hale and Carla Brandt", 20, "Hale and Brandt"),
        ("Lena Hale, Carla Brandt, and Jo Reed", 24, "Hale, Brandt and Reed"),
        ("Lena Hale and Carla Brandt", 12, "Lena Hale…"),
        ("Ilse Theodora Marchetti", 15, "Ilse Theodora…"),
    ],
)
def test_several_people_shorten_to_surnames(name, cells, shown):
    assert short_name(name, cells) == shown


def test_only_the_first_letter_becomes_a_capital():
    assert capitalise_first("the E.U. waits") == "The E.U. waits"
    assert capitalise_first("") == ""


@pytest.mark.parametrize(("number", "words"), [(0, "0 claims"), (1, "1 claim"), (1405, "1,405 claims")])
def test_a_number_agrees_with_its_noun(number, words):
    assert format_count(number, "claim") == words


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("University of Port Ellory", 25, "University of Port Ellory"),
        ("University of Port Ellory", 14, "Univers…Ellory"),
        ("University of Port Ellory", 22, "University…Port Ellory"),
        ("European Council on Foreign Relations", 14, "Euro…Relations"),
        ("Northern Institute for Shore Research", 35, "Northern Institute…Shore Research"),
        ("Centre for Ageing at Marrow College", 30, "Centre for…Marrow College"),
        ("Institute for Economic Research", 10, "Institute…"),
        ("Grossforschungseinrichtung", 10, "Grossfors…"),
        ("Grid Institute", 1, "…"),
    ],
)
def test_the_name_of_a_place_is_cut_in_the_middle(text, cells, expected):
    assert cut_middle(text, cells) == expected


@FEW
@given(st.text(), st.integers(1, 40))
def test_what_is_cut_in_the_middle_fits(text, cells):
    assert cell_len(cut_middle(text, cells)) <= cells
