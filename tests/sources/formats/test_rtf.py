"""Rich Text Format."""

import pytest

from reader.errors import SourceError
from reader.model import MarkKind
from reader.sources import load
from reader.sources.deadline import Deadline
from tests.sources.sample_article import FIGURES, LEAD, QUOTED, SECOND

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}{\colortbl;\red0\green0\blue0;}"


def read_rtf(body):
    return load("-", stdin=f"{HEAD}\n{body}}}".encode("latin-1"))


def texts(body):
    article = read_rtf(body)
    return [block.span.of(article.text) for block in article.blocks]


def block_tuples(body):
    article = read_rtf(body)
    return [(str(b.kind), b.level, b.continues, b.span.of(article.text)) for b in article.blocks]


def test_paragraphs_end_at_their_control_words():
    assert texts(rf"\pard {LEAD}\par {FIGURES}\par") == [LEAD, FIGURES]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"a \'93quoted\'94 word", "a “quoted” word"),
        (r"a \ldblquote quoted\rdblquote  word\emdash and \lquote one\rquote", "a “quoted” word—and ‘one’"),
        (r"a \u8220?quoted\u8221? word", "a “quoted” word"),
        (r"\uc2 a \u8220\'93\'93quoted\u8221xx word", "a “quoted” word"),
        (r"\uc0 a \u-10179 \u-8704 boat", "a 😀boat"),
        (r"half \u55357?of it", "half of it"),
        (r"a\~b \{c\} \\d e\_f g\-h", "a\u00a0b {c} \\d e-f gh"),
        (r"one\line two\tab three", "one\ntwo three"),
        ("broken\r\n across", "broken across"),
        (r"{\ansicpg1251\'cf\'e0}", "Па"),
        (r"{\ansicpg932\'83\'41}", "ア"),
        (r"a{\pict\bin3 }}}b}c", "ac"),
        (r"a{\*\unknown not this}{\header nor this{\footnote or this}}c", "ac"),
        (r"a \unknownword12 b", "a b"),
        (r"\ansicpg99999 a \'93b", "a “b"),
    ],
)
def test_characters_are_read_in_every_notation(written, read):
    assert texts(rf"\pard {written}\par") == [read]


def test_headings_items_and_block_quotes_are_recognized_by_paragraph_settings():
    body = (
        rf"\pard\outlinelevel1 {SECOND}\par\pard {LEAD}\par\pard\li720 {QUOTED[0]}\par {QUOTED[1]}\par"
        r"\pard\li720 O. Brask\par\pard\ls1{\listtext 1.}bread\par\pard\outlinelevel9 after\par"
    )
    assert block_tuples(body) == [
        ("heading", 2, False, SECOND),
        ("paragraph", 0, False, LEAD),
        ("quote", 1, False, QUOTED[0]),
        ("quote", 1, True, QUOTED[1]),
        ("paragraph", 0, False, "O. Brask"),
        ("item", 1, False, "bread"),
        ("paragraph", 0, False, "after"),
    ]


STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\b\sbasedon0 heading 2;}"
    "\n"
    r"{\s2{\*\keycode a}Quote;}{\s3\i\qc Intense Quote;}"
    r"{\s4 Title;}{\*\cs10 Quote Char;}{\s5 Body Text;}{\s6\qc}"
    "\n}"
)


def test_headings_and_block_quotes_are_recognized_by_style_names():
    body = (
        rf"{STYLES}\pard\s4 {SECOND}\par\pard\s1 Last night\par\pard\s5 {LEAD}\par\pard\s2 Keep it.\par"
        r"\pard\s3 It is ours.\par\pard\s99 One\par\pard\cs10 Two\par\pard\s2 Three\par\pard\s6 Four\par"
    )
    assert block_tuples(body) == [
        ("heading", 1, False, SECOND),
        ("heading", 2, False, "Last night"),
        ("paragraph", 0, False, LEAD),
        ("quote", 1, False, "Keep it."),
        ("quote", 1, True, "It is ours."),
        ("paragraph", 0, False, "One"),
        ("paragraph", 0, False, "Two"),
        ("quote", 1, False, "Three"),
        ("paragraph", 0, False, "Four"),
    ]


@pytest.mark.parametrize(
    "begins",
    [
        r"{\pntext\f1\'B7\tab}\fi-360\li720 ",
        r"\fi-360\li720{\*\pn\pnlvlblt\pnf1{\pntxtb\'B7}}",
        r"\fi-360\li720{\*\pn\pnlvlbody\pndec}",
    ],
)
def test_list_items_of_older_programs_are_not_block_quotes(begins):
    assert block_tuples(rf"\pard{begins}{LEAD}\par\pard {FIGURES}\par") == [
        ("item", 1, False, LEAD),
        ("paragraph", 0, False, FIGURES),
    ]


def test_the_cells_of_a_table_row_are_separated():
    assert block_tuples(r"\trowd Night\cell 41\cell\row\trowd\cell\row") == [("table", 0, False, "Night | 41")]


def test_the_rows_of_a_table_are_one_block_until_a_paragraph_ends_it():
    rows = r"\trowd\pard\intbl Night\par (late)\cell 41\cell\row\trowd\pard\intbl Day\cell 12\cell\row"
    body = rf"\pard {LEAD}\par{rows}\pard\par\trowd\pard\intbl a\cell{{\footnote\pard Told.}}\cell\row\pard {FIGURES}"
    assert block_tuples(body) == [
        ("paragraph", 0, False, LEAD),
        ("table", 0, False, "Night (late) | 41\nDay | 12"),
        ("table", 0, False, "a | [1]"),
        ("paragraph", 0, False, FIGURES),
        ("rule", 0, False, "* * *"),
        ("item", 1, False, "Told."),
    ]


def test_links_and_emphasis_are_marks():
    field = r'{{\field{{\*\fldinst{{HYPERLINK "{}"}}}}{{\fldrslt{{\ul {}}}}}}}'
    body = (
        rf"\pard The {{\b ferry \i at night}} and \b on\b0  to {field.format('https://courier.invalid/a', 'a pier')}"
        rf"{field.format('javascript:x', ' here')} \i it\plain  is\par"
    )
    article = read_rtf(body)
    assert article.text == "The ferry at night and on to a pier here it is"
    assert sorted((str(mark.kind), mark.span.of(article.text), mark.href) for mark in article.marks) == [
        ("emphasis", "at night", None),
        ("emphasis", "it", None),
        ("link", "a pier", "https://courier.invalid/a"),
        ("strong", "at night", None),
        ("strong", "ferry", None),
        ("strong", "on", None),
    ]
    assert {mark.kind for mark in article.marks} == {MarkKind.LINK, MarkKind.STRONG, MarkKind.EMPHASIS}


def test_the_file_states_its_title_and_author():
    article = read_rtf(rf"{{\info{{\title The Night Ferry}}{{\author Ottoline Brask}}{{\company No}}}}\pard {LEAD}\par")
    assert (article.title, article.byline, article.text) == ("The Night Ferry", "Ottoline Brask", LEAD)


def test_hostile_files_are_refused_in_one_sentence(tmp_path):
    with pytest.raises(SourceError, match="nested too deep"):
        read_rtf("{" * 5000)
    with pytest.raises(SourceError, match="holds no text"):
        read_rtf("}}}}")
    path = tmp_path / "a.rtf"
    path.write_bytes(b"text")
    with pytest.raises(SourceError, match="not Rich Text Format"):
        load(str(path))


def test_reading_ends_at_the_deadline(monkeypatch):
    monkeypatch.setattr("reader.sources.formats.rtf.Deadline", lambda: Deadline(-1))
    with pytest.raises(SourceError, match="takes too long"):
        read_rtf("text")


def test_escape_sequences_are_removed():
    assert texts(r"\pard a\'1b[31m word\u27?]0;x\u7? here\par") == ["a word here"]


def test_notes_come_after_the_text_with_references_in_it():
    body = (
        r"\pard\b The ferry{\super\chftn{\footnote\pard\li720\chftn Told by {\i Mira} Oland.\par Twice.}} ran.\b0"
        r"  Then{\footnote\ftnalt A note{\footnote  in a note}.} it sank.\par\pard Nobody knew{\footnote  }.\par"
    )
    article = read_rtf(body)
    assert [(str(b.kind), b.ordered, b.continues, b.span.of(article.text)) for b in article.blocks] == [
        ("paragraph", None, False, "The ferry[1] ran. Then[2] it sank."),
        ("paragraph", None, False, "Nobody knew[3]."),
        ("rule", None, False, "* * *"),
        ("item", 1, False, "Told by Mira Oland."),
        ("item", None, True, "Twice."),
        ("item", 2, False, "A note in a note."),
    ]
    assert [(m.kind, m.span.of(article.text)) for m in article.marks] == [
        (MarkKind.STRONG, "The ferry[1] ran."),
        (MarkKind.EMPHASIS, "Mira"),
    ]


def test_the_text_before_an_unclosed_note_is_kept():
    article = load("-", stdin=HEAD.encode() + rb"\pard The ferry ran.{\footnote Told by Mira")
    assert [block.span.of(article.text) for block in article.blocks] == ["The ferry ran.[1]", "* * *", "Told by Mira"]


@pytest.mark.parametrize(
    ("note", "linked"),
    [
        (r"{\footnote FIELD\fldrslt The {\b register}}", ["The register"]),
        (r"{FIELD\fldrslt\footnote The {\b register}}", ["[1]", "register"]),
    ],
)
def test_a_link_ends_with_its_group(note, linked):
    field = r'{\*\fldinst HYPERLINK "https://ansel.invalid/"}'
    article = read_rtf(rf"\pard The ferry{note.replace('FIELD', field)} ran.\par")
    assert [block.span.of(article.text) for block in article.blocks] == ["The ferry[1] ran.", "* * *", "The register"]
    assert [mark.span.of(article.text) for mark in article.marks] == linked


def test_an_unclosed_note_is_a_note():
    article = read_rtf(r"\pard The ferry ran.{\footnote Told by Mira Oland.\par")
    assert [block.span.of(article.text) for block in article.blocks] == [
        "The ferry ran.[1]",
        "* * *",
        "Told by Mira Oland.",
    ]
