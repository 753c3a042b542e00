"""Cleaning text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.text.clean import alphanumerics, clean, is_surely_clean, one_line
from tests.cpu_time import growth

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"
TRICKS = st.sampled_from(
    [
        ESC,
        BEL,
        ST,
        "\x9b",
        "\x9d",
        "\x9c",
        "\x90",
        f"{ESC}[",
        f"{ESC}]52;c;",
        "31m",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200c",
        "\u200d",
        "\ufe0f",
        "\u0301",
        "\u0316",
        "\u0489",
        "e",
        "क",
        "ب",
        "👩",
        "\ud800",
        "\ufffe",
        "\r",
        "\n",
        "\x85",
        "\u2028",
        "\u2029",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x00",
        "\x7f",
        "\U000e0041",
        "\u00ad",
        "\u1100",
        "\u1161",
        "a ",
        "“",
        "\u0915\u093c",
    ]
)
TRICKY = st.lists(TRICKS | st.characters(), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        (f"a{ESC}[2J{ESC}[H{ESC}[31mb{ESC}[0m", "ab"),
        (f"a{ESC}]52;c;QUJD{BEL}b", "ab"),
        (f"a{ESC}]8;;http://host.invalid/{ST}link{ESC}]8;;{ST}b", "alinkb"),
        (f"a{ESC}P+q544e{ST}b{ESC}_Gf=100;AAAA{ST}c{ESC}^pm{ST}d", "abcd"),
        ("a\x9b31mb\x9d0;title\x9cc\x90q\x9cd", "abcd"),
        (f"a{ESC}cb{ESC}(0c{ESC}7d", "abcd"),
        (f"a{ESC}", "a"),
        (f"title{ESC}]0;no end\nnext line", "titleno end\nnext line"),
        (f"a{ESC}{ESC}[31m[31mb", "a[31mb"),
    ],
)
def test_a_terminal_sequence_is_removed_with_its_payload(raw, cleaned):
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    "raw",
    [
        "a\u202eb\u202c",
        "a\u2067b\u2069",
        "\u200fa\u061cb",
        "a\U000e0041b",
        "a\u200bb",
        "a\u2060b",
        "\ufeffab",
        "a\u00adb",
        "a\u200db",
        "a\x00b\x08\x7f",
    ],
)
def test_invisible_characters_are_removed(raw):
    assert clean(raw) == "ab"


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "क्\u200dष",
        "می\u200cخواهم",
        "tab\there",
        "naïve café “quoted” – dash",
        "漢字かな",
        "🏴",
    ],
)
def test_joiners_that_a_script_or_an_emoji_needs_are_kept(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb", "a\nb"),
        ("a\x85b\u2028c", "a\nb\nc"),
        ("a\u2029b\x0cc\x1cd", "a\n\nb\n\nc\n\nd"),
    ],
)
def test_every_kind_of_line_break_becomes_a_newline_or_a_blank_line(raw, cleaned):
    assert clean(raw) == cleaned


def test_composed_and_decomposed_letters_are_one_text():
    assert clean("cafe\u0301") == "café"


def test_combining_marks_are_limited():
    cleaned = clean("Z" + "\u0316\u0489" * 2000 + "algo")
    assert len(cleaned) < 12
    assert cleaned.endswith("algo")


@pytest.mark.no_cover
@pytest.mark.parametrize("trick", ["\u0301\u0316\u0489", "\ufe0f\u200d", "\x1b]", "\x9d0;", "\x1b[31", "\u200d"])
def test_time_grows_with_hostile_runs_of_characters_and_not_faster(trick):
    assert growth(lambda count: clean(" a" + trick * count), 10_000, 100_000) < 20


def test_a_run_of_other_characters_is_unchanged():
    assert clean("a ━━━━━━━━━━ b") == "a ━━━━━━━━━━ b"


def test_invalid_code_points_are_replaced():
    cleaned = clean("a\ud800b\ufffec\uffff")
    assert cleaned == "a\ufffdb\ufffdc\ufffd"
    assert cleaned.encode("utf-8")


def test_clean_text_is_not_copied():
    text = "The river rose “three metres” overnight.\n\nNobody slept."
    assert clean(text) is text
    assert is_surely_clean(text)


def test_a_fact_is_one_line():
    assert one_line(" The\tferry \n of\u200b Ansel ") == "The ferry of Ansel"


@given(TRICKY)
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text)
    assert clean(once) == once


@given(TRICKY)
def test_clean_text_has_no_controls_and_is_composed(text):
    cleaned = clean(text)
    assert all(character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"} for character in cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_ascii_is_unchanged(text):
    assert clean(text) == text


@given(st.text())
def test_alphanumerics_are_the_letters_and_digits_in_one_case(text):
    assert alphanumerics(text) == "".join(character for character in text.casefold() if character.isalnum())
