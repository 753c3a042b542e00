"""Bytes to text."""

import zlib

import pytest

from reader.errors import SourceError
from reader.sources.text.decode import decode

SENTENCE = "The ferry “Petrel” left at noon – the café’s last guest on board. "
PAGE = f"<html><head><meta charset='{{}}'></head><body><p>{SENTENCE}</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_opens_in_the_encoding_it_was_written_in(encoding):
    assert decode((SENTENCE * 4).encode(encoding)) == SENTENCE * 4


@pytest.mark.parametrize("mark", ["big", "little"])
def test_a_byte_order_mark_is_believed(mark):
    codec = {"big": "utf-16-be", "little": "utf-16-le"}[mark]
    assert decode(("\ufeff" + SENTENCE).encode(codec)) == SENTENCE


def test_a_few_bad_bytes_do_not_change_the_encoding():
    text = decode(SENTENCE.encode() * 2 + b"\xff\xc3( \xe2\x80 end")
    assert text.startswith(SENTENCE * 2)
    assert text.count("\ufffd") == 3
    assert text.endswith(" end")


def test_a_few_nul_bytes_do_not_make_a_binary_file():
    assert decode(SENTENCE.encode() + b"\x00\x00mid\x00dle").replace("\x00", "") == SENTENCE + "middle"


@pytest.mark.parametrize(
    "data",
    [
        zlib.compress(SENTENCE.encode() * 50, 9),
        b"%PDF-1.7\n",
        b"PK\x03\x04 rest",
        b"\x1f\x8b rest",
        b"\x89PNG\r\n",
        b"{\\rtf1 text}",
        bytes(range(256)) * 20,
    ],
)
def test_what_is_no_text_is_said_not_to_be(data):
    with pytest.raises(SourceError, match="not text"):
        decode(data)


def test_valid_utf8_is_preferred_to_what_a_page_says_of_itself():
    page = PAGE.format("iso-8859-1")
    assert decode(page.encode(), page=True) == page


@pytest.mark.parametrize(("declared", "codec"), [("windows-1251", "cp1251"), ("iso-8859-2", "iso-8859-2")])
def test_a_page_that_is_no_utf8_says_what_it_is(declared, codec):
    text = "<meta charset='{}'><p>{}</p>".format(declared, {"cp1251": "Паром ушёл", "iso-8859-2": "łódź źródło"}[codec])
    assert decode(text.encode(codec), page=True) == text


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-7", "no-such-thing", "base64"])
def test_latin_1_means_windows_1252_and_unsafe_names_are_passed_over(declared):
    page = PAGE.format(declared)
    assert decode(page.encode("cp1252"), page=True) == page


def test_another_language_without_a_declaration_is_guessed():
    text = "Паром ушёл в полдень, и последний гость был на борту. Никто не спал в ту ночь на дальнем берегу. " * 6
    assert "Паром" in decode(text.encode("cp1251"))


@pytest.mark.parametrize("undefined", ["\ufffd", "\x9d"])
def test_utf8_that_was_read_as_windows_1252_is_put_right_and_keeps_its_curly_marks(undefined):
    text = "“Café” – it’s on…\nand a sound line"
    spoiled = text.encode().decode("cp1252", "replace").replace("\ufffd", undefined)
    assert decode(spoiled.encode()) == text


def test_a_word_that_only_looks_like_mojibake_is_left_alone():
    assert decode("SÃO PAULO and Ãlvaro".encode()).startswith("SÃO PAULO")


def test_a_short_binary_file_is_refused_though_its_bytes_are_utf_8():
    with pytest.raises(SourceError, match="not text"):
        decode(b"\x00\x01\x02binary")


def test_a_control_character_for_each_hyphen_leaves_a_text():
    assert "The weir is shut." in decode(b"The weir is shut.\x02 Nobody asked the mill\x02ers.\n" * 9)
