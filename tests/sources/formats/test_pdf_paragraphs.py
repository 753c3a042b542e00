"""Lines on pages to paragraphs."""

import pytest

from reader.model import BlockKind
from reader.sources.formats.pdf_paragraphs import PrintedLine, paragraphs_of_pages
from tests.sources.sample_article import FIGURES, INTRODUCTION, LEAD, QUOTED, REPLY, SECOND, TITLE
from tests.sources.sample_files import column, wrapped


def page(*columns):
    return [PrintedLine(text, x, y, size) for each in columns for x, y, size, text in each]


def stacked(*paragraphs, top=780, x=70, gap=8, width=80):
    """Return paragraphs one below the other, with a little space between them."""
    lines = []
    for text in paragraphs:
        lines += column(wrapped(text, width), x, top)
        top = lines[-1][1] - 14 - gap
    return lines


def block_tuples(*pages):
    return [(str(part.kind), part.level, part.text) for part in paragraphs_of_pages(pages)]


def texts(*pages):
    return [part.text for part in paragraphs_of_pages(pages)]


def test_lines_are_joined_and_space_separates_paragraphs():
    assert texts(page(stacked(LEAD, REPLY, FIGURES))) == [LEAD, REPLY, FIGURES]


def test_an_indented_line_begins_a_paragraph_without_space_above():
    first, second = wrapped(LEAD, 80), wrapped(REPLY, 80)
    lines = column([*first, *second])
    lines[len(first)] = (82, *lines[len(first)][1:])
    assert texts(page(lines)) == [LEAD, REPLY]


def test_a_paragraph_continues_on_the_next_page():
    lines = wrapped(LEAD, 80)
    assert texts(page(column(lines[:2])), page(column(lines[2:]))) == [LEAD]


def test_a_page_that_begins_after_a_short_last_line_begins_a_paragraph():
    assert texts(page(stacked(LEAD, "They voted at nine. Nobody left.")), page(stacked(REPLY))) == [
        LEAD,
        "They voted at nine. Nobody left.",
        REPLY,
    ]


def test_a_paragraph_continues_in_the_next_column():
    lines = wrapped(LEAD, 40)
    assert texts(page(column(lines[:3]), column(lines[3:], x=320))) == [LEAD]


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {} of 9", "iv"])
def test_page_numbers_are_dropped(number):
    pages = [[*page(stacked(text)), PrintedLine(number.format(i), 290, 40, 9)] for i, text in enumerate((LEAD, REPLY))]
    assert texts(*pages) == [LEAD, REPLY]


def test_running_heads_are_dropped_but_not_lines_that_occur_once():
    pages = [
        [PrintedLine(f"The Ansel Courier {i}", 70, 815, 9), *page(stacked(text))]
        for i, text in enumerate((LEAD, REPLY, FIGURES))
    ]
    assert texts(*pages) == [LEAD, REPLY, FIGURES]
    assert texts([PrintedLine("The Ansel Courier", 70, 815, 11), *page(stacked(LEAD))], page(stacked(REPLY)))[
        0
    ].startswith("The Ansel")


@pytest.mark.parametrize(
    ("lines", "joined"),
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
def test_a_word_broken_at_a_line_end_is_joined_unless_it_has_a_hyphen(lines, joined):
    assert texts(page(column(lines))) == [joined]


def test_larger_lines_are_headings_by_size_and_bold_lines_below_them():
    bold = PrintedLine(SECOND, 70, 640, 11, bold=True)
    lines = [
        PrintedLine(TITLE, 70, 800, 20),
        PrintedLine("The night service", 70, 770, 14),
        *page(stacked(LEAD, top=740)),
        bold,
    ]
    assert block_tuples([*lines, *page(stacked(FIGURES, top=620))]) == [
        ("heading", 1, TITLE),
        ("heading", 2, "The night service"),
        ("paragraph", 0, LEAD),
        ("heading", 4, SECOND),
        ("paragraph", 0, FIGURES),
    ]


def test_a_headline_of_two_lines_is_one_heading():
    assert block_tuples(
        [
            PrintedLine("Port Ansel Keeps", 70, 800, 20),
            PrintedLine("Its Ferry", 70, 776, 20),
            *page(stacked(LEAD, top=740)),
        ]
    )[0] == (
        "heading",
        1,
        "Port Ansel Keeps Its Ferry",
    )


def test_indented_paragraphs_are_a_block_quote():
    lines = stacked(LEAD, INTRODUCTION)
    quoted = stacked(*QUOTED, x=100, top=lines[-1][1] - 24, width=70)
    lines += quoted + stacked(REPLY, top=quoted[-1][1] - 24)
    parts = paragraphs_of_pages([page(lines)])
    assert [(part.text, part.continues) for part in parts if part.kind is BlockKind.QUOTE] == [
        (QUOTED[0], False),
        (QUOTED[1], True),
    ]
    assert parts[-1].text == REPLY


def test_footnotes_do_not_interrupt_a_paragraph():
    lines = wrapped(LEAD, 80)
    note = column(["1 As the clerk wrote it down."], top=60, size=8)
    assert texts(page(column(lines[:2]), note), page(column(lines[2:]), stacked(REPLY, top=700))) == [
        LEAD,
        "1 As the clerk wrote it down.",
        REPLY,
    ]


def test_lines_with_bullets_are_items():
    assert block_tuples(
        page(column(["They carried these goods to the island that night:", "• bread", "• a piano", "\uf0b7 lamps"]))
    )[1:] == [
        ("item", 1, "bread"),
        ("item", 1, "a piano"),
        ("item", 1, "lamps"),
    ]


def test_lines_of_a_table_of_contents_are_separate_paragraphs():
    lines = [
        PrintedLine(f"{name} {'.' * 30} {i}", 70, 780 - 14 * i, 11, bold=True)
        for i, name in enumerate(("Bread", "Lamps"))
    ]
    assert [kind for kind, *_ in block_tuples([*lines, *page(stacked(LEAD, top=700))])] == ["paragraph"] * 3


def test_a_dash_inside_a_sentence_is_not_a_bullet():
    assert texts(
        page(column(["They carried bread, lamps and a piano to the island", "– all of it at night – and the mail."]))
    ) == ["They carried bread, lamps and a piano to the island – all of it at night – and the mail."]


def test_pages_without_lines_have_no_paragraphs():
    assert texts() == texts([], []) == texts([PrintedLine("12", 290, 40, 9)]) == []
