"""Loading articles in every format, with one id for an article in all of them."""

import bz2
import gzip
import lzma
import subprocess
import sys
import zlib

import pytest

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources import article_id, load, verbatim
from reader.sources.draft import Facts
from reader.sources.formats.base import matching_format
from reader.sources.formats.registry import FORMATS
from reader.sources.net.locate import RawDocument, display_name
from tests.sources.sample_article import BOILERPLATE, QUOTED, TEXT, html, markdown, text_with_boilerplate

HEAVY = ("lxml", "trafilatura", "ftfy", "charset_normalizer", "markdown_it", "yaml", "textual", "rich", "pydantic")


def test_an_article_has_the_same_id_and_words_in_every_format():
    after = "".join(f"<p>{line}</p>" for line in BOILERPLATE)
    sources = [
        TEXT,
        text_with_boilerplate(),
        markdown(),
        html(),
        html(after=f"<footer>{after}</footer>"),
        TEXT.replace("\n", "\r\n"),
    ]
    articles = [load("-", stdin=source.encode()) for source in sources]
    assert len({article.id for article in articles}) == 1
    assert len({tuple(block.span.of(article.text) for block in article.visible) for article in articles}) == 1


def test_block_quotes_are_kept_in_the_formats_that_have_them():
    for source in (markdown(), html()):
        article = load("-", stdin=source.encode())
        assert [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.QUOTE] == list(
            QUOTED
        )


def test_an_article_is_the_same_by_path_and_by_pipe(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    by_path, by_pipe = load(str(path)), load("-", stdin=TEXT.encode())
    assert by_path.id == by_pipe.id
    assert (by_path.location, by_pipe.location) == (str(path), "-")


@pytest.mark.parametrize(
    ("written", "published"),
    [("2021-05-04", "2021-05-04"), ("2021-02-31", None), ("0000-01-01", None), ("٢٠٢١-٠٥-٠٤", None)],
)
def test_a_date_that_does_not_exist_is_dropped(written, published):
    assert load("-", stdin=f"---\npublished: '{written}'\n---\n\n{TEXT}".encode()).published == published
    page = html().replace("<head>", f'<head><meta property="article:published_time" content="{written}">')
    assert load("-", stdin=page.encode()).published == published


def test_the_id_depends_on_the_address_where_there_is_one():
    blocks = verbatim(TEXT).blocks
    assert (
        article_id(TEXT, blocks, url="https://a.invalid")
        == article_id("", (), url="https://a.invalid")
        != article_id(TEXT, blocks)
    )
    assert len(article_id(TEXT, blocks)) == 32


def test_white_space_does_not_change_the_id():
    spaced = TEXT.replace(" ", "  ")
    assert article_id(spaced, verbatim(spaced).blocks) == article_id(TEXT, verbatim(TEXT).blocks)


MESSAGE = b"From: a@courier.invalid\r\nSubject: Ferry\r\nDate: Sat, 3 Apr 2021 09:00:00 +0000\r\n\r\ntext"
ARCHIVE = b"PK\x03\x04 a zip archive with "


@pytest.mark.parametrize(
    ("data", "suffix", "media_type", "expected"),
    [
        (b"plain", "", "", None),
        (b"plain", ".unknown", "", None),
        (b"plain", ".txt", "", "plain text"),
        (b"plain", "", "text/plain", "plain text"),
        (b"plain", ".md", "", "Markdown"),
        (b"plain", ".txt", "text/markdown", "Markdown"),
        (b"plain", ".htm", "", "a web page"),
        (b"plain", ".php", "text/html", "a web page"),
        (b"  <!DOCTYPE html><p>", ".txt", "text/plain", "a web page"),
        (b"\xef\xbb\xbf<html>", "", "", "a web page"),
        ("<html><p>x".encode("utf-16"), "", "", "a web page"),
        (b"<?xml version='1.0'?>\n<!-- x --><html xmlns='x'>", ".xml", "", "a web page"),
        (b"<b> is a tag", "", "", None),
        (b"%PDF-1.7", "", "", "a PDF file"),
        (b"About %PDF-1.7", "", "", None),
        (b"plain", ".pdf", "", "a PDF file"),
        (ARCHIVE + b"META-INF/container.xml", "", "text/html", "an EPUB book"),
        (ARCHIVE + b"[Content_Types].xml word/document.xml", "", "", "a Word file"),
        (ARCHIVE + b"a.txt", "", "", None),
        (b"{\\rtf1 x}", ".doc", "", "Rich Text Format"),
        (MESSAGE, ".txt", "", "a message"),
        (b"From: me\nTo: you\n\nSubject: no", "", "", None),
        (b"plain", ".eml", "", "a message"),
    ],
)
def test_a_format_is_recognized_by_bytes_media_type_or_extension(data, suffix, media_type, expected):
    found = matching_format(FORMATS, RawDocument("-", "-", data, suffix, media_type))
    assert (None if found is None else found.name) == expected


@pytest.mark.parametrize(
    "data", [b"<?xml version='1.0'?><rss></rss>", b"<rss version='2'>", b"<feed>", b"<!DOCTYPE lolz [<!ENTITY a 'b'>]>"]
)
def test_xml_that_is_not_a_page_is_refused(data):
    with pytest.raises(SourceError, match="feed"):
        load("-", stdin=data)


@pytest.mark.parametrize("data", [b" \n\t\n", b"\x00\x00", b"\x1b[31m", "\u200b\u202e".encode()])
def test_a_document_without_text_is_refused(data):
    with pytest.raises(SourceError, match=r"^standard input was not opened: it holds no text\.$"):
        load("-", stdin=data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", " but a picture; open the page or the text that it belongs to."),
        (gzip.compress(b"<p>The weir is shut.", mtime=0), " but compressed data; unpack it first, with gunzip."),
        (bz2.compress(b"<p>The weir is shut."), " but compressed data; unpack it first, with bunzip2."),
        (lzma.compress(b"<p>The weir is shut."), " but compressed data; unpack it first, with unxz."),
        (
            ARCHIVE + b"weir.html",
            " but a zip archive or an office document; unpack an archive with unzip, or save a document as .docx.",
        ),
        (
            zlib.compress(bytes(range(1, 32)) * 9),
            "; if it is compressed, unpack it first, else save it as text or as a web page.",
        ),
    ],
)
def test_a_binary_file_is_named_with_what_to_do(tmp_path, data, reason):
    path = tmp_path / "weir.txt"
    path.write_bytes(data)
    for location, name in ((str(path), display_name(str(path))), ("-", "standard input")):
        with pytest.raises(SourceError) as refused:
            load(location, stdin=data)
        assert str(refused.value) == f"{name} was not opened: it is not text{reason}"


def test_missing_facts_are_taken_from_the_next_source():
    assert Facts(title="a").or_else(Facts(title="b", url="c")) == Facts(title="a", url="c")


def test_plain_text_opens_without_heavy_libraries(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(text_with_boilerplate(), encoding="utf-8")
    code = f"import sys, reader.sources as s; s.load({str(path)!r}); print([m for m in {HEAVY!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("a.csv", "{}"),
        ("a.CSV", '{},"a, b",c'),
        ("a.tsv", "{}\tb"),
        ("a.txt", "{};b"),
        ("a", '{},"a; b, c",d'),
        ("a.dat", "{}|b|c"),
        ("a.txt", "их дом,{}"),  # in UTF-8, these letters end with a byte that ends a line in Latin-1
        ("a.txt", "υ;Å;{}"),
    ],
)
def test_a_table_of_very_many_rows_is_refused_by_its_name_or_its_rows(tmp_path, name, row):
    path = tmp_path / name
    path.write_text("\n".join(map(row.format, range(100_002))), encoding="utf-8")
    with pytest.raises(SourceError, match="was not opened: it is a table with over 100,000 rows, and not an article"):
        load(str(path))


@pytest.mark.parametrize(
    "cell", ["The rain falls. " * 90, '"' + "The rain falls,\nand the wind blows.\n" * 40 + '"'], ids=["long", "lines"]
)
@pytest.mark.parametrize("separator", ["\n", "\r", "\r\n"])
def test_a_table_that_begins_with_long_rows_is_refused(tmp_path, cell, separator):
    path = tmp_path / "a.txt"
    rows = [f"{cell},1"] * 190 + ["b,2"] * 100_002
    path.write_text(separator.join(rows), encoding="utf-8", newline="")
    with pytest.raises(SourceError, match="it is a table with over 100,000 rows"):
        load(str(path))


def test_a_small_table_and_a_long_text_open(tmp_path):
    small, long = tmp_path / "small.csv", tmp_path / "long.txt"
    small.write_text("name,town\nRoe,Tarn\n", encoding="utf-8")
    long.write_text("The rain falls, and it falls\non the town.\n" * 60_000, encoding="utf-8")
    assert "Roe,Tarn" in load(str(small)).text
    assert load(str(long)).text.startswith("The rain falls, and it falls")
    long.write_text('Well, said Roe.\n"The rain falls\n' + "And it falls, said Roe.\n" * 100_002, encoding="utf-8")
    assert load(str(long)).text.startswith("Well, said Roe.")
