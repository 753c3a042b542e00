"""EPUB books: every chapter once, in order, under its heading, and nothing from outside the book."""

import re
import zipfile

import pytest

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources import load
from reader.sources.formats import zip_archive
from tests.sources.sample_article import FIGURES, INTRODUCTION, LEAD, QUOTED, REPLY
from tests.sources.sample_files import (
    CONTAINER,
    METADATA,
    ONE,
    TWO,
    book,
    book_members,
    chapter,
    item,
    itemref,
    package,
    zipped,
)


def read_book(data):
    return load("-", stdin=data)


def block_texts(article):
    return [block.span.of(article.text) for block in article.visible]


def headings(article):
    return [(b.level, b.span.of(article.text)) for b in article.blocks if b.kind is BlockKind.HEADING]


def error_message(data):
    with pytest.raises(SourceError) as caught:
        read_book(data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def with_spine(spine, manifest="", chapters=(ONE, TWO), *, metadata=METADATA, attributes="", **members):
    listed = "".join(item(f"c{i}", f"text/c{i}.xhtml") for i in range(len(chapters))) + manifest
    return zipped(
        {
            **book_members(chapters),
            "OPS/book.opf": package(listed, spine, metadata, attributes=attributes),
            **members,
        }
    )


def test_a_book_opens_with_its_chapters_as_headings_under_its_title():
    article = read_book(book())
    assert headings(article) == [
        (1, "The Night Ferry"),
        (2, "The Crossing"),
        (3, "Seen from the pier"),
        (2, "The Vote"),
    ]
    assert block_texts(article)[2] == LEAD
    assert block_texts(article)[-5:] == ["The Vote", INTRODUCTION, *QUOTED, REPLY]


def test_a_book_keeps_its_block_quotes():
    article = read_book(book())
    assert [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.QUOTE] == list(QUOTED)


def test_a_book_states_its_authors_date_and_language():
    article = read_book(book())
    assert (article.title, article.byline, article.outlet) == (
        "The Night Ferry",
        "Ottoline Brask, Ruben Achterberg",
        "Ansel Press",
    )
    assert (article.published, article.language) == ("2021-04-03", "en")


def test_chapters_follow_the_spine_and_non_linear_ones_come_last():
    spine = itemref("c1") + itemref("c2", ' linear="no"') + itemref("c0")
    data = with_spine(spine, chapters=(ONE, TWO, f"<p>{REPLY}</p>"))
    assert [text for _, text in headings(read_book(data))][1:] == ["The Vote", "The Crossing", "Seen from the pier"]
    assert block_texts(read_book(data))[-1] == REPLY


def test_a_repeated_chapter_is_read_once_and_a_missing_one_is_skipped():
    data = with_spine(itemref("c0") * 30 + itemref("nowhere") + itemref("gone"), item("gone", "text/gone.xhtml"))
    assert read_book(data).text.count(LEAD) == 1


@pytest.mark.parametrize(
    "href", ["../../../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "http://[", "https://example.org/a", ""]
)
def test_an_address_can_not_lead_out_of_the_book(href):
    data = with_spine(itemref("out") + itemref("c0"), item("out", href), **{"../../etc/passwd": chapter("<p>no</p>")})
    assert headings(read_book(data))[1] == (2, "The Crossing")


def test_addresses_with_spaces_and_dots_are_resolved():
    manifest = item("odd", "../My%20chapter.xhtml#top")
    data = with_spine(itemref("odd"), manifest, **{"My chapter.xhtml": chapter(f"<p>{REPLY}</p>")})
    assert block_texts(read_book(data)) == ["The Night Ferry", REPLY]


@pytest.mark.parametrize("kind", ["nav", "ncx"])
def test_a_chapter_without_a_heading_gets_its_title_from_the_table_of_contents(kind):
    nav = chapter('<nav><ol><li><a href="text/c0.xhtml#a">First  light</a></li><li><a href="x">?</a></li></ol></nav>')
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>First light</text></navLabel>'
        '<content src="text/c0.xhtml"/></navPoint><navPoint/></navMap></ncx>'
    )
    manifest, attributes, members = {
        "nav": (item("toc", "toc.xhtml", more=' properties="nav"'), "", {"OPS/toc.xhtml": nav}),
        "ncx": (item("toc", "toc.ncx", "application/x-dtbncx+xml"), ' toc="toc"', {"OPS/toc.ncx": ncx}),
    }[kind]
    data = with_spine(itemref("c0"), manifest, (f"<p>{LEAD}</p>",), attributes=attributes, **members)
    assert headings(read_book(data)) == [(1, "The Night Ferry"), (2, "First light")]


@pytest.mark.parametrize("contents", ["not XML", None])
def test_a_book_opens_without_a_valid_table_of_contents(contents):
    members = {} if contents is None else {"OPS/toc.ncx": contents}
    manifest = item("toc", "toc.ncx", "application/x-dtbncx+xml")
    assert headings(read_book(with_spine(itemref("c0"), manifest, attributes=' toc="toc"', **members)))[1][0] == 2


def test_the_title_page_does_not_repeat_the_title():
    article = read_book(book((f"<h1>The night ferry</h1><p>{LEAD}</p>", TWO)))
    assert block_texts(article)[:2] == ["The Night Ferry", LEAD]


def test_a_self_closed_element_is_empty():
    body = f'<p><a id="page1"/>{LEAD}</p><script src="x.js"/><i/><p>{REPLY}</p><hr/><p>{FIGURES}<br/>so</p>'
    article = read_book(book((body,)))
    assert block_texts(article)[1:] == [LEAD, REPLY, "* * *", f"{FIGURES}\nso"]
    assert not article.marks


def test_a_chapter_without_text_is_skipped():
    article = read_book(book(("", "<img src='cover.jpg'/>", "<!-- nothing -->", ONE)))
    assert headings(article)[1] == (2, "The Crossing")


def test_a_protected_book_is_refused_but_not_one_with_obfuscated_fonts():
    entry = (
        '<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{}"/><CipherData>'
        '<CipherReference URI="{}"/></CipherData></EncryptedData>'
    )
    aes = entry.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/text/c0.xhtml")
    font = entry.format("http://www.idpf.org/2008/embedding", "OPS/text/c1.xhtml")
    name = "META-INF/encryption.xml"
    assert "protected (DRM)" in error_message(book(**{name: f"<encryption>{font}{aes}</encryption>"}))
    assert read_book(book(**{name: f"<encryption>{font}</encryption>"})).title == "The Night Ferry"


def test_a_book_that_defines_entities_is_refused_and_those_in_chapters_are_ignored():
    entities = '<!DOCTYPE package [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]>'
    opf = str(book_members()["OPS/book.opf"]).replace("<package", f"{entities}<package")
    assert "entities" in error_message(book(**{"OPS/book.opf": opf}))
    assert "entities" in error_message(book(**{"OPS/book.opf": opf.replace("?>", "?>", 1).encode("utf-16")}))
    stolen = chapter(f"<p>&x; {LEAD}</p>").replace("html>", 'html [<!ENTITY x SYSTEM "file:///etc/hostname">]>', 1)
    assert block_texts(read_book(book(**{"OPS/text/c0.xhtml": stolen})))[1] == f"&x; {LEAD}"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped({"META-INF/container.xml": CONTAINER.format("nowhere.opf")}), "its package file is missing"),
        (zipped({"META-INF/container.xml": "<container>"}), "container file is damaged"),
        (book(**{"OPS/book.opf": package("", "")}), "the book lists no chapters"),
        (book()[:900], "damaged or incomplete"),
        (book().replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged or incomplete"),
    ],
)
def test_a_damaged_book_is_refused(data, words):
    assert words in error_message(data)


def test_a_zip_archive_that_is_not_a_book_is_refused(tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(zipped({"a.txt": "text"}))
    with pytest.raises(SourceError, match="not an EPUB book"):
        load(str(path))


def test_a_chapter_with_damaged_bytes_is_refused():
    sound = zipped(book_members(), zipfile.ZIP_STORED)
    assert "can't be decompressed" in error_message(sound.replace(b"the night ferry", b"the light ferry"))


def test_a_member_with_a_password_or_an_unknown_compression_is_refused():
    sound = book()
    locked = re.sub(rb"(PK\x01\x02.{4})\x00", lambda found: found[1] + b"\x01", sound, flags=re.DOTALL)
    assert "password" in error_message(locked)
    assert "a compression that is not supported" in error_message(zipped(book_members(), zipfile.ZIP_BZIP2))


def test_a_zip_bomb_is_refused_by_its_decompressed_size():
    bomb = chapter("<p>" + "boom " * 1_200_000 + "</p>")
    assert "times its size" in error_message(book(**{"OPS/text/c0.xhtml": bomb}))


def test_too_large_or_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(zip_archive, "MOST_READ", 2000)
    assert "too much for a text" in error_message(book())
    monkeypatch.setattr(zip_archive, "MOST_MEMBERS", 3)
    assert "too many for a text" in error_message(book())


def test_too_many_chapters_are_refused(monkeypatch):
    monkeypatch.setattr("reader.sources.formats.epub._MOST_CHAPTERS", 1)
    assert "chapters" in error_message(book())


NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>{0}</text></navLabel>'
    '<content src="{1}"/><navPoint><navLabel><text>A part</text></navLabel><content src="{1}#p"/></navPoint></navPoint>'
    "</navMap></ncx>"
)


def test_a_table_of_contents_is_found_where_the_spine_does_not_name_it():
    manifest = item("toc", "toc.ncx", "application/x-dtbncx+xml")
    data = with_spine(
        itemref("c0"), manifest, (f"<p>{LEAD}</p>",), **{"OPS/toc.ncx": NCX.format("First light", "text/c0.xhtml")}
    )
    assert headings(read_book(data)) == [(1, "The Night Ferry"), (2, "First light")]


def test_a_table_of_contents_may_be_in_another_folder_and_use_html_entities():
    nav = chapter(
        '<nav><ol><li><a href="../../text/c0.xhtml#a">First&nbsp;light &mdash; <b>dawn</b></a></li></ol></nav>'
    )
    manifest = item("toc", "nav/en/toc.xhtml", more=' properties="nav"')
    spine = itemref("toc") + itemref("c0")
    article = read_book(with_spine(spine, manifest, (f"<p>{LEAD}</p>",), **{"OPS/nav/en/toc.xhtml": nav}))
    assert headings(article) == [(1, "The Night Ferry"), (2, "First light — dawn")]
    assert block_texts(article)[2:] == [LEAD]


def test_a_chapter_that_begins_with_its_title_has_it_once():
    manifest = item("toc", "toc.ncx", "application/x-dtbncx+xml")
    body = f"<p class='title'>First Light.</p><p>{LEAD}</p>"
    data = with_spine(itemref("c0"), manifest, (body,), **{"OPS/toc.ncx": NCX.format("First light", "text/c0.xhtml")})
    assert block_texts(read_book(data)) == ["The Night Ferry", "First light", LEAD]


@pytest.mark.parametrize(
    ("href", "member"),
    [
        ("My%20chapter.xhtml", "OPS/My chapter.xhtml"),
        ("My%20chapter.xhtml", "OPS/My%20chapter.xhtml"),
        ("100%.xhtml", "OPS/100%.xhtml"),
        ("Text/Chapter.XHTML", "OPS/text/chapter.xhtml"),
        ("Caf%C3%A9.xhtml", "OPS/Café.xhtml"),
    ],
)
def test_a_chapter_is_found_however_its_name_is_written(href, member):
    data = with_spine(itemref("odd"), item("odd", href), **{member: chapter(f"<p>{REPLY}</p>")})
    assert block_texts(read_book(data)) == ["The Night Ferry", REPLY]


def test_a_chapter_with_a_wrong_media_type_is_recognized_by_its_name():
    manifest = item("odd", "odd.html", "text/plain") + item("art", "art.svg", "image/svg+xml")
    members = {"OPS/odd.html": chapter(f"<p>{REPLY}</p>"), "OPS/art.svg": "<svg><text>No text</text></svg>"}
    assert block_texts(read_book(with_spine(itemref("art") + itemref("odd"), manifest, **members))) == [
        "The Night Ferry",
        REPLY,
    ]


def test_html_entities_in_a_chapter_are_decoded():
    article = read_book(book((f"<p>One&nbsp;boat &mdash; caf&eacute; &amp; pier &lsquo;x&rsquo;</p><p>{LEAD}</p>",)))
    assert block_texts(article)[1] == "One\xa0boat — café & pier ‘x’"


def test_a_package_that_is_not_well_formed_is_read():
    opf = str(book_members()["OPS/book.opf"]).replace("Night Ferry", "Night & Ferry&copy;")
    assert read_book(book(**{"OPS/book.opf": opf})).title == "The Night & Ferry©"


@pytest.mark.parametrize("container", [None, "<container>", CONTAINER.format("elsewhere.opf")])
def test_a_package_that_is_not_declared_is_found(container, tmp_path):
    members = {name: data for name, data in book_members().items() if name != "META-INF/container.xml"}
    path = tmp_path / "book.epub"
    path.write_bytes(zipped(members if container is None else {**members, "META-INF/container.xml": container}))
    assert load(str(path)).title == "The Night Ferry"
