"""Decoding bytes to text."""

import zlib

import pytest

from reader.errors import SourceError
from reader.sources.text.decode import decode

SENTENCE = "The ferry “Petrel” left at noon – the café’s last guest on board. "
PAGE = f"<html><head><meta charset='{{}}'></head><body><p>{SENTENCE}</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_decoded_in_its_encoding(encoding):
    assert decode((SENTENCE * 4).encode(encoding)) == SENTENCE * 4


@pytest.mark.parametrize("mark", ["big", "little"])
def test_a_byte_order_mark_decides_the_encoding(mark):
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
def test_bytes_that_are_not_text_are_refused(data):
    with pytest.raises(SourceError, match="not text"):
        decode(data)


def test_valid_utf8_goes_before_the_encoding_that_a_page_states():
    page = PAGE.format("iso-8859-1")
    assert decode(page.encode(), page=True) == page


@pytest.mark.parametrize(("declared", "codec"), [("windows-1251", "cp1251"), ("iso-8859-2", "iso-8859-2")])
def test_a_page_that_is_not_utf8_is_decoded_as_it_states(declared, codec):
    text = "<meta charset='{}'><p>{}</p>".format(declared, {"cp1251": "Паром ушёл", "iso-8859-2": "łódź źródło"}[codec])
    assert decode(text.encode(codec), page=True) == text


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-7", "no-such-thing", "base64"])
def test_latin_1_means_windows_1252_and_unsafe_encodings_are_ignored(declared):
    page = PAGE.format(declared)
    assert decode(page.encode("cp1252"), page=True) == page


def test_another_language_without_a_declaration_is_guessed():
    text = "Паром ушёл в полдень, и последний гость был на борту. Никто не спал в ту ночь на дальнем берегу. " * 6
    assert "Паром" in decode(text.encode("cp1251"))


@pytest.mark.parametrize("undefined", ["\ufffd", "\x9d"])
def test_mojibake_is_repaired_and_curly_quotation_marks_are_kept(undefined):
    text = "“Café” – it’s on…\nand a sound line"
    spoiled = text.encode().decode("cp1252", "replace").replace("\ufffd", undefined)
    assert decode(spoiled.encode()) == text


def test_a_word_that_only_looks_like_mojibake_is_unchanged():
    assert decode("SÃO PAULO and Ãlvaro".encode()).startswith("SÃO PAULO")


def test_a_short_binary_file_in_valid_utf_8_is_refused():
    with pytest.raises(SourceError, match="not text"):
        decode(b"\x00\x01\x02binary")


def test_a_text_may_have_a_control_character_for_each_hyphen():
    assert "The weir is shut." in decode(b"The weir is shut.\x02 Nobody asked the mill\x02ers.\n" * 9)
