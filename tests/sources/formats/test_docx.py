"""Word files."""

import pytest

from reader.errors import SourceError
from reader.model import BlockKind, MarkKind
from reader.sources import load
from tests.sources.sample_article import FIGURES, LEAD, QUOTED, REPLY, SECOND, TITLE
from tests.sources.sample_files import RELATIONS, WORD, word_file, word_paragraph, zipped

STYLED = '<w:pStyle w:val="{}"/>'


def read_bytes(data):
    return load("-", stdin=data)


def block_tuples(body, **members):
    article = read_bytes(word_file(body, **members))
    return [(str(b.kind), b.level, b.ordered, b.continues, b.span.of(article.text)) for b in article.blocks]


def run(text, settings=""):
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_a_word_file_keeps_headings_paragraphs_and_block_quotes():
    body = (
        word_paragraph(TITLE, STYLED.format("T"))
        + word_paragraph(LEAD)
        + word_paragraph(QUOTED[0], STYLED.format("Quote"))
        + word_paragraph(QUOTED[1], '<w:ind w:left="720"/>')
        + word_paragraph(SECOND, STYLED.format("berschrift2"))
        + word_paragraph(REPLY)
    )
    assert block_tuples(body) == [
        ("heading", 1, None, False, TITLE),
        ("paragraph", 0, None, False, LEAD),
        ("quote", 1, None, False, QUOTED[0]),
        ("quote", 1, None, True, QUOTED[1]),
        ("heading", 2, None, False, SECOND),
        ("paragraph", 0, None, False, REPLY),
    ]


def test_lists_keep_their_depth_and_their_numbers():
    numbering = (
        f"<w:numbering {WORD}>"
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    place = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
    body = "".join(
        word_paragraph(text, place.format(depth)) for text, depth in (("bread", 0), ("rye", 1), ("lamps", 0))
    )
    assert block_tuples(
        body + word_paragraph("oil", STYLED.format("ListBullet")), **{"word/numbering.xml": numbering}
    ) == [
        ("item", 1, 1, False, "bread"),
        ("item", 2, None, False, "rye"),
        ("item", 1, 2, False, "lamps"),
        ("paragraph", 0, None, False, "oil"),
    ]


def test_links_and_emphasis_are_marks():
    relations = '<Relationships><Relationship Id="r1" Target="https://courier.invalid/a"/><Relationship Id="r2" Target="javascript:x"/></Relationships>'
    body = (
        f"<w:p>{run('The ')}{run('ferry', '<w:b/><w:i/>')}{run(' and ', '<w:b w:val=' + chr(34) + '0' + chr(34) + '/>')}"
        f"<w:hyperlink r:id='r1'>{run('a pier')}</w:hyperlink><w:hyperlink r:id='r2'>{run(' here')}</w:hyperlink></w:p>"
    )
    article = read_bytes(word_file(body, **{"word/_rels/document.xml.rels": relations}))
    assert article.text == "The ferry and a pier here"
    assert [(mark.kind, mark.span.of(article.text), mark.href) for mark in article.marks] == [
        (MarkKind.EMPHASIS, "ferry", None),
        (MarkKind.STRONG, "ferry", None),
        (MarkKind.LINK, "a pier", "https://courier.invalid/a"),
    ]


def test_breaks_tabs_and_tracked_changes_are_read_as_word_shows_them():
    body = (
        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>"
        f"<w:ins>{run(' five')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>{run(' unseen', '<w:vanish/>')}</w:p>"
        f"<w:sdt><w:sdtContent>{word_paragraph(LEAD)}</w:sdtContent></w:sdt><w:sdt/>"
    )
    assert [shape[-1] for shape in block_tuples(body)] == ["one\ntwo three-four five", LEAD]


def test_a_table_becomes_one_block_with_a_line_for_each_row():
    cell = "<w:tc>{}</w:tc>"
    row = (
        "<w:tr>"
        + cell.format(word_paragraph("Night") + word_paragraph("boat"))
        + cell.format(word_paragraph("41"))
        + "</w:tr>"
    )
    assert block_tuples(f"<w:tbl>{row}<w:tr>{cell.format('')}</w:tr></w:tbl>") == [
        ("table", 0, None, False, "Night boat | 41")
    ]


def test_document_properties_are_used_where_the_text_states_nothing():
    core = (
        '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Night Ferry</dc:title>'
        "<dc:creator>Ottoline Brask</dc:creator><dc:language>en-GB</dc:language></c:coreProperties>"
    )
    article = read_bytes(word_file(word_paragraph(LEAD), **{"docProps/core.xml": core}))
    assert (article.title, article.byline, article.language) == ("The Night Ferry", "Ottoline Brask", "en")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0 an older file", "not a .docx file"),
        (zipped({"a.txt": "x"}), "without a Word text"),
        (word_file("<w:p>"), "its text is damaged"),
        (word_file("").replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged or incomplete"),
    ],
)
def test_a_file_that_is_not_a_word_file_is_refused(data, words, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=words):
        load(str(path))


def test_a_word_file_that_defines_entities_is_refused():
    body = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document {WORD}/>'
    with pytest.raises(SourceError, match="defines entities"):
        read_bytes(word_file("", **{"word/document.xml": body}))


@pytest.mark.parametrize(("encoding", "begins"), [("UTF-7", "+ADwAIQ-ENTITY"), ("ISO-2022-JP", "<!ENT\x1b(BITY")])
def test_an_entity_in_another_encoding_is_refused(encoding, begins):
    body = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{begins} x "y">]><w:document {WORD} a="&x;"/>'
    with pytest.raises(SourceError, match=r"defines entities|is damaged"):
        read_bytes(word_file("", **{"word/document.xml": body}))


def test_a_word_file_without_a_body_has_no_text():
    with pytest.raises(SourceError, match="holds no text"):
        read_bytes(zipped({"[Content_Types].xml": "", "word/document.xml": f"<w:document {WORD}/>"}))


def test_consecutive_quotes_are_one_and_short_indented_lines_are_not_quotes():
    kinds = block_tuples(
        word_paragraph(FIGURES, '<w:ind w:left="720"/>') + word_paragraph("O. Brask", '<w:ind w:left="720"/>')
    )
    assert [kind for kind, *_ in kinds] == [BlockKind.QUOTE, BlockKind.PARAGRAPH]


def note(kind, number, *paragraphs):
    inside = "".join(paragraphs)
    return f'<w:{kind} w:id="{number}">{inside}</w:{kind}>'


def paragraph_with_note(text, kind, number):
    return f'<w:p>{run(text)}<w:r><w:{kind}Reference w:id="{number}"/></w:r>{run(" And on.")}</w:p>'


def test_a_long_note_does_not_change_the_numbers_of_the_next():
    notes = note("footnote", 1, word_paragraph("One."), word_paragraph("More.")) + note(
        "footnote", 2, word_paragraph("Two."), word_paragraph("")
    )
    body = (
        word_paragraph(TITLE, STYLED.format("T"))
        + paragraph_with_note("A.", "footnote", 1)
        + paragraph_with_note("B.", "footnote", 2)
    )
    members = {"word/footnotes.xml": f"<w:footnotes {WORD}>{notes}</w:footnotes>"}
    assert [shape[2:] for shape in block_tuples(body, **members)[4:]] == [
        (1, False, "One."),
        (None, True, "More."),
        (2, False, "Two."),
    ]
    assert "rule" not in [kind for kind, *_ in block_tuples(body)]


def test_facts_are_not_read_from_notes():
    notes = note("footnote", 1, word_paragraph("By Mira Oland"), word_paragraph("4 May 2021"))
    body = word_paragraph(TITLE, STYLED.format("T")) + paragraph_with_note("The ferry ran.", "footnote", 1)
    article = read_bytes(word_file(body, **{"word/footnotes.xml": f"<w:footnotes {WORD}>{notes}</w:footnotes>"}))
    assert (article.byline, article.published) == (None, None)


def test_notes_come_after_the_text_with_references_in_it():
    link = f'<w:p><w:r><w:footnoteRef/></w:r><w:hyperlink r:id="r1">{run(" The register")}</w:hyperlink></w:p>'
    footnotes = note("footnote", 0, word_paragraph("separator")) + note("footnote", 2, link, word_paragraph("Page 4."))
    relation = '<Relationship Id="r1" Target="https://ansel.invalid/register"/>'
    body = (
        word_paragraph(TITLE, STYLED.format("T"))
        + paragraph_with_note("The ferry ran.", "endnote", 7)
        + paragraph_with_note("It stopped.", "footnote", 2)
        + paragraph_with_note("It ran again.", "footnote", 2)
        + paragraph_with_note("It sank.", "endnote", 9)
    )
    members = {
        "word/footnotes.xml": f"<w:footnotes {WORD} {RELATIONS}>{footnotes}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {WORD}>{note('endnote', 7, word_paragraph('Told by Mira Oland.'))}</w:endnotes>",
        "word/_rels/footnotes.xml.rels": f"<Relationships>{relation}</Relationships>",
    }
    assert block_tuples(body, **members)[1:] == [
        ("paragraph", 0, None, False, "The ferry ran.[1] And on."),
        ("paragraph", 0, None, False, "It stopped.[2] And on."),
        ("paragraph", 0, None, False, "It ran again.[2] And on."),
        ("paragraph", 0, None, False, "It sank.[3] And on."),
        ("rule", 0, None, False, "* * *"),
        ("item", 1, 1, False, "Told by Mira Oland."),
        ("item", 1, 2, False, "The register"),
        ("item", 1, None, True, "Page 4."),
    ]
    article = read_bytes(word_file(body, **members))
    assert [(m.href, m.span.of(article.text)) for m in article.marks] == [
        ("https://ansel.invalid/register", "The register")
    ]


def test_moved_text_is_at_its_new_place():
    moved = f"<w:p><w:moveFrom>{run('here')}</w:moveFrom><w:moveTo>{run('there')}</w:moveTo>{run(' it is')}</w:p>"
    assert block_tuples(word_paragraph(TITLE, STYLED.format("T")) + moved)[1][4] == "there it is"
