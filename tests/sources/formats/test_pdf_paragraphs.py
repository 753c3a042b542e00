"""Lines on pages to paragraphs."""

import pytest

from reader.model import BlockKind
from reader.sources.formats.pdf_paragraphs import PrintedLine, paragraphs_of_pages
from tests.sources.sample_article import FIGURES, INTRODUCTION, LEAD, QUOTED, REPLY, SECOND, TITLE
from tests.sources.sample_files import broken, column


def page(*columns):
    return [PrintedLine(text, x, y, size) for each in columns for x, y, size, text in each]


def below(*paragraphs, top=780, x=70, gap=8, width=80):
    """Paragraphs one under the other, a little space between them."""
    lines = []
    for text in paragraphs:
        lines += column(broken(text, width), x, top)
        top = lines[-1][1] - 14 - gap
    return lines


def shapes(*pages):
    return [(str(part.kind), part.level, part.text) for part in paragraphs_of_pages(pages)]


def texts(*pages):
    return [part.text for part in paragraphs_of_pages(pages)]


def test_lines_are_joined_and_space_parts_paragraphs():
    assert texts(page(below(LEAD, REPLY, FIGURES))) == [LEAD, REPLY, FIGURES]


def test_an_indented_line_begins_a_paragraph_where_no_space_does():
    first, second = broken(LEAD, 80), broken(REPLY, 80)
    lines = column([*first, *second])
    lines[len(first)] = (82, *lines[len(first)][1:])
    assert texts(page(lines)) == [LEAD, REPLY]


def test_a_paragraph_goes_on_over_the_page():
    lines = broken(LEAD, 80)
    assert texts(page(column(lines[:2])), page(column(lines[2:]))) == [LEAD]


def test_a_page_that_begins_after_a_short_last_line_begins_a_paragraph():
    assert texts(page(below(LEAD, "They voted at nine. Nobody left.")), page(below(REPLY))) == [
        LEAD,
        "They voted at nine. Nobody left.",
        REPLY,
    ]


def test_a_paragraph_goes_on_in_the_next_column():
    lines = broken(LEAD, 40)
    assert texts(page(column(lines[:3]), column(lines[3:], x=320))) == [LEAD]


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {} of 9", "iv"])
def test_page_numbers_are_dropped(number):
    pages = [[*page(below(text)), PrintedLine(number.format(i), 290, 40, 9)] for i, text in enumerate((LEAD, REPLY))]
    assert texts(*pages) == [LEAD, REPLY]


def test_running_heads_are_dropped_but_words_that_stand_once_are_not():
    pages = [
        [PrintedLine(f"The Ansel Courier {i}", 70, 815, 9), *page(below(text))]
        for i, text in enumerate((LEAD, REPLY, FIGURES))
    ]
    assert texts(*pages) == [LEAD, REPLY, FIGURES]
    assert texts([PrintedLine("The Ansel Courier", 70, 815, 11), *page(below(LEAD))], page(below(REPLY)))[0].startswith(
        "The Ansel"
    )


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["They spoke of the cross-", "ing at night"], "They spoke of the crossing at night"),
        (
            ["They spoke of the well-", "known ferry, that well-known ferry"],
            "They spoke of the well-known ferry, that well-known ferry",
        ),
        (["It came from Port-", "Ansel at night"], "It came from Port-Ansel at night"),
        (["It ran on –", "and on"], "It ran on – and on"),
    ],
)
def test_a_word_that_a_line_parts_is_whole_again_unless_it_has_a_hyphen(lines, whole):
    assert texts(page(column(lines))) == [whole]


def test_larger_lines_are_headings_by_their_rank_and_bold_lines_below_them():
    bold = PrintedLine(SECOND, 70, 640, 11, bold=True)
    lines = [
        PrintedLine(TITLE, 70, 800, 20),
        PrintedLine("The night service", 70, 770, 14),
        *page(below(LEAD, top=740)),
        bold,
    ]
    assert shapes([*lines, *page(below(FIGURES, top=620))]) == [
        ("heading", 1, TITLE),
        ("heading", 2, "The night service"),
        ("paragraph", 0, LEAD),
        ("heading", 4, SECOND),
        ("paragraph", 0, FIGURES),
    ]


def test_a_headline_of_two_lines_is_one_heading():
    assert shapes(
        [
            PrintedLine("Port Ansel Keeps", 70, 800, 20),
            PrintedLine("Its Ferry", 70, 776, 20),
            *page(below(LEAD, top=740)),
        ]
    )[0] == (
        "heading",
        1,
        "Port Ansel Keeps Its Ferry",
    )


def test_paragraphs_that_are_set_in_are_a_block_quote():
    lines = below(LEAD, INTRODUCTION)
    quoted = below(*QUOTED, x=100, top=lines[-1][1] - 24, width=70)
    lines += quoted + below(REPLY, top=quoted[-1][1] - 24)
    parts = paragraphs_of_pages([page(lines)])
    assert [(part.text, part.continues) for part in parts if part.kind is BlockKind.QUOTE] == [
        (QUOTED[0], False),
        (QUOTED[1], True),
    ]
    assert parts[-1].text == REPLY


def test_notes_at_the_foot_of_a_page_do_not_cut_a_paragraph():
    lines = broken(LEAD, 80)
    note = column(["1 As the clerk wrote it down."], top=60, size=8)
    assert texts(page(column(lines[:2]), note), page(column(lines[2:]), below(REPLY, top=700))) == [
        LEAD,
        "1 As the clerk wrote it down.",
        REPLY,
    ]


def test_lines_with_bullets_are_items():
    assert shapes(
        page(column(["They carried these goods to the island that night:", "• bread", "• a piano", "\uf0b7 lamps"]))
    )[1:] == [
        ("item", 1, "bread"),
        ("item", 1, "a piano"),
        ("item", 1, "lamps"),
    ]


def test_the_lines_of_a_table_of_contents_stand_alone_and_are_no_headings():
    lines = [
        PrintedLine(f"{name} {'.' * 30} {i}", 70, 780 - 14 * i, 11, bold=True)
        for i, name in enumerate(("Bread", "Lamps"))
    ]
    assert [kind for kind, *_ in shapes([*lines, *page(below(LEAD, top=700))])] == ["paragraph"] * 3


def test_a_dash_inside_a_sentence_is_no_bullet():
    assert texts(
        page(column(["They carried bread, lamps and a piano to the island", "– all of it at night – and the mail."]))
    ) == ["They carried bread, lamps and a piano to the island – all of it at night – and the mail."]


def test_pages_without_lines_are_no_paragraphs():
    assert texts() == texts([], []) == texts([PrintedLine("12", 290, 40, 9)]) == []
