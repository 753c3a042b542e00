"""Plain text to blocks."""

import textwrap

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.model import BlockKind
from reader.sources import load, verbatim
from reader.sources.text.clean import clean
from reader.sources.text.lines import line_groups, wrap_width
from reader.sources.text.plain_text import read
from tests.cpu_time import growth
from tests.sources.sample_article import FIGURES, LEAD, PARAGRAPHS, QUOTED, REPLY, TEXT, TITLE

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "",
            "A short line",
            "- one",
            "- two",
            "1. first",
            "2. second",
            "> said",
            ">> again",
            "***",
            "   indented",
            LEAD,
            "=====",
            "* * *",
            "ends here.",
            "> ",
            "Advertisement",
            "Comments",
            "By Mira Oland",
            "4 May 2021",
            "\ufe0f",
            "क\u200d",
        ]
    ),
    max_size=14,
).map("\n".join)


def read_text(text):
    return load("-", stdin=text.encode())


def block_tuples(text):
    article = read_text(text)
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def test_a_clean_text_is_kept_as_it_is_and_begins_with_its_headline():
    article = read_text(TEXT)
    assert article.text == TEXT
    assert article.title == TITLE
    assert (article.blocks[0].kind, article.blocks[0].level) == (BlockKind.HEADING, 1)
    assert [block.span.of(TEXT) for block in article.blocks] == [TITLE, *PARAGRAPHS]


def test_a_signature_stays_on_a_line_of_its_own():
    signed = f"{textwrap.fill(LEAD, 60)}\n~ Ada Roe, miller"
    lines = [text for _, text in block_tuples(f"{TITLE}\n\n{textwrap.fill(REPLY, 60)}\n\n{signed}")]
    assert lines[-2:] == [LEAD, "~ Ada Roe, miller"]


@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n", " \n", "\n   \n"])
@pytest.mark.parametrize("gap", ["\n\n", "\n \n", " \n\n"])
def test_white_space_around_paragraphs_is_kept_outside_the_blocks(gap, ending):
    text = gap.join((TITLE, LEAD, REPLY)) + ending
    article = read_text(text)
    assert article.text == text
    assert [block.span.of(text) for block in article.blocks] == [TITLE, LEAD, REPLY]


def test_more_than_one_blank_line_becomes_one():
    assert read_text(f"{TITLE}\n\n\n\n{LEAD}\n").text == f"{TITLE}\n\n{LEAD}"


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "   "])
def test_wrapped_lines_are_joined(width, indent):
    wrapped = "\n\n".join(
        textwrap.fill(paragraph, width, initial_indent=indent, subsequent_indent=indent)
        for paragraph in (TITLE, *PARAGRAPHS)
    )
    assert [text for _, text in block_tuples(wrapped)] == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("the town’s best-\nloved mile", "the town’s best-loved mile"),
        ("the Ansel-\nBrask Line", "the Ansel-Brask Line"),
        ("the pre-\nand post-war boats", "the pre- and post-war boats"),
        ("the boats -\nall of them", "the boats - all of them"),
    ],
)
def test_a_word_broken_at_its_hyphen_is_joined(broken, joined):
    first, second = broken.split("\n")
    text = f"{textwrap.fill(LEAD, 60)}\n\n{'It is said at every dinner that this is so of '[: 56 - len(first)]}{first}\n{second}, year by year."
    assert joined in block_tuples(text)[1][1]


def test_a_heading_may_stand_left_of_the_indented_text():
    body = "\n\n".join(textwrap.indent(textwrap.fill(paragraph, 60), "   ") for paragraph in (LEAD, REPLY))
    found = block_tuples(f"{body}\n\nWhat the Figures Say.\n\n{textwrap.indent(textwrap.fill(FIGURES, 60), '   ')}\n")
    assert (BlockKind.HEADING, "What the Figures Say.") in found


def test_verse_keeps_its_lines():
    poem = "The night boat goes, the night boat comes,\nIt carries flour, it carries drums,\nAnd nobody aboard it sleeps,\nFor fear of what the harbour keeps."
    found = block_tuples(f"{TITLE}\n\n{textwrap.fill(LEAD, 72)}\n\n{poem}\n\n{textwrap.fill(REPLY, 72)}")
    assert found[2] == (BlockKind.PARAGRAPH, poem)


def test_an_address_keeps_its_lines_and_the_text_its_offsets():
    address = "Ansel Courier\n4 Quay Street\nPort Ansel"
    text = f"{LEAD}\n\n{address}\n\n{REPLY}\n"
    article = read_text(text)
    assert article.text == text
    assert address in [block.span.of(text) for block in article.blocks]


def test_paragraphs_without_blank_lines_between_are_separated():
    article = read_text(f"{TITLE}\n{LEAD}\n{REPLY}\n{FIGURES}")
    assert [block.span.of(article.text) for block in article.blocks] == [TITLE, LEAD, REPLY, FIGURES]
    assert article.text == f"{TITLE}\n\n{LEAD}\n\n{REPLY}\n\n{FIGURES}"


@pytest.mark.parametrize(
    ("top", "title", "lines"),
    [
        (f"{TITLE}\nBy Mira Oland", TITLE, "By Mira Oland"),
        (f"{TITLE}\nby Mira Oland", TITLE, "by Mira Oland"),
        (f"{TITLE}\n4 May 2021", TITLE, "4 May 2021"),
        (f"{TITLE}\nMira Oland\n4 May 2021", TITLE, "Mira Oland\n4 May 2021"),
        (f"{TITLE}\nBy Mira Oland\nAnsel Courier, 4 May 2021", TITLE, "By Mira Oland\nAnsel Courier, 4 May 2021"),
        (
            "Port Ansel keeps its ferry\nfor another year\nBy Mira Oland",
            "Port Ansel keeps its ferry for another year",
            "By Mira Oland",
        ),
        (
            f"{TITLE}\nThe vote was close, as always\nBy Mira Oland",
            TITLE,
            "The vote was close, as always\nBy Mira Oland",
        ),
    ],
)
def test_a_byline_right_below_the_headline_is_not_part_of_it(top, title, lines):
    article = read_text(f"{top}\n\n{LEAD}\n\n{REPLY}\n")
    assert article.title == title
    assert [block.span.of(article.text) for block in article.blocks] == [title, lines, LEAD, REPLY]
    assert "By Mira" not in top or article.byline == "Mira Oland"


def test_paragraphs_right_below_a_byline_are_paragraphs():
    found = block_tuples(f"{TITLE}\nBy Mira Oland\n{LEAD}\n\n{REPLY}\n")
    assert [text for _, text in found] == [TITLE, "By Mira Oland", LEAD, REPLY]


def test_a_sentence_with_a_date_on_its_own_line_is_not_a_headline():
    wrapped = "The council met on\n4 May 2021\nand chose a new\nharbour master."
    assert block_tuples(f"{wrapped}\n\n{LEAD}\n") == [(BlockKind.PARAGRAPH, wrapped), (BlockKind.PARAGRAPH, LEAD)]


@pytest.mark.parametrize("top", ["Ansel Courier\n4 May 2021", "The Ansel Courier\nBy Mira Oland"])
def test_lines_above_the_headline_are_not_the_headline(top):
    assert block_tuples(f"{top}\n\n{TITLE}\n\n{LEAD}\n\n{REPLY}\n")[0] == (BlockKind.PARAGRAPH, top)


@pytest.mark.parametrize("bullet", ["-", "*", "•", "+"])
def test_list_items_lose_their_bullets(bullet):
    text = f"{LEAD}\n\n{bullet} bakers\n{bullet} nurses\n{bullet} the crew of the early trawlers\n\n{REPLY}"
    article = read_text(text)
    items = [block for block in article.blocks if block.kind is BlockKind.ITEM]
    assert article.text == text
    assert [item.span.of(text) for item in items] == ["bakers", "nurses", "the crew of the early trawlers"]
    assert [item.ordered for item in items] == [None, None, None]


def test_numbered_items_have_their_numbers_and_lists_nest():
    article = read_text(
        f"{LEAD}\n\n1. bakers\n   - of bread\n   - of cake, who come later and in\n     greater numbers\n2. nurses\n"
    )
    items = [(block.level, block.ordered, block.span.of(article.text)) for block in article.blocks[1:]]
    assert items == [
        (1, 1, "bakers"),
        (2, None, "of bread"),
        (2, None, "of cake, who come later and in greater numbers"),
        (1, 2, "nurses"),
    ]


def test_a_line_after_a_list_is_not_an_item():
    article = read_text(f"Who sails:\n- bakers\n- nurses\nand that is all.\n\n{LEAD}")
    kinds = [(block.kind, block.span.of(article.text)) for block in article.blocks]
    assert kinds[0] == (BlockKind.PARAGRAPH, "Who sails:")
    assert kinds[3] == (BlockKind.PARAGRAPH, "and that is all.")


def test_an_empty_bullet_is_dropped():
    assert [text for _, text in block_tuples(f"* one\n*\n* two\n\n{LEAD}")] == ["one", "two", LEAD]


def test_a_single_dash_or_number_is_not_a_list():
    kinds = {
        kind
        for kind, _ in block_tuples(
            f"{LEAD}\n\n- Ottoline Brask, in the Courier\n\n{REPLY}\n\n1911. The year of the promise."
        )
    }
    assert BlockKind.ITEM not in kinds


@pytest.mark.parametrize("line", ["* * *", "***", "———", "⁂", "_____"])
def test_a_line_of_punctuation_is_a_rule(line):
    assert (BlockKind.RULE, line) in block_tuples(f"{LEAD}\n\n{line}\n\n{REPLY}")


@pytest.mark.parametrize(("underline", "level"), [("=======", 1), ("-------", 2)])
def test_an_underlined_line_is_a_heading(underline, level):
    block = next(part for part in read(f"{LEAD}\n\nWhat the figures say\n{underline}\n\n{REPLY}") if part.level)
    assert (block.kind, block.level, block.text) == (BlockKind.HEADING, level, "What the figures say")


def test_quoted_mail_becomes_block_quotes_as_deep_as_its_markers():
    article = read_text(
        "Mira,\n\nOn Tuesday Ottoline Brask wrote:\n"
        "> A ferry is a promise made to people on the far\n> side of the water, and nothing else at all.\n>\n> We made it in 1911.\n"
        ">> Who made it?\n> The town did.\n\nI think she is right.\n"
    )
    quotes = [block for block in article.blocks if block.kind is BlockKind.QUOTE]
    assert [(block.level, block.continues, block.span.of(article.text)) for block in quotes] == [
        (1, False, "A ferry is a promise made to people on the far side of the water, and nothing else at all."),
        (1, True, "We made it in 1911."),
        (2, False, "Who made it?"),
        (1, False, "The town did."),
    ]
    assert ">" not in article.text


def test_block_quotes_and_lists_are_six_levels_deep_at_most():
    quotes = "\n".join(f"{'>' * depth} The ferry stays for a year." for depth in (5, 6, 7, 300))
    items = "\n".join(f"{'   ' * depth}- The ferry stays for a year." for depth in range(9))
    levels = [block.level for block in read_text(f"{LEAD}\n\n{quotes}\n\n{LEAD}\n\n{items}").blocks]
    assert levels == [0, 5, 6, 6, 6, 0, 1, 2, 3, 4, 5, 6, 6, 6, 6]


@pytest.mark.parametrize("line", ["What the figures say", "1911", "“Nobody sleeps”"])
def test_a_short_line_between_paragraphs_is_a_heading(line):
    article = read_text(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{REPLY}")
    expected = BlockKind.PARAGRAPH if line.startswith("“") else BlockKind.HEADING
    assert article.blocks[2].kind is expected


@pytest.mark.parametrize(
    "line",
    [
        "Nobody will row there. [Source]",
        "“Everybody rows,” she said. [Source]",
        "Who rows? [Source] [Archive]",
        "“Not I. [Source]",
    ],
)
def test_a_short_last_paragraph_with_a_source_note_is_not_a_heading(line):
    article = read_text(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{REPLY}")
    assert article.blocks[2].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "first", ["By Mira Oland", "4 May 2021", "This is a sentence.", "And so, he said,", "One\nTwo"]
)
def test_a_first_line_that_does_not_look_like_a_headline_is_not_one(first):
    article = read_text(f"{first}\n\n{LEAD}\n\n{REPLY}")
    assert article.title is None
    assert article.blocks[0].kind is BlockKind.PARAGRAPH


def test_one_paragraph_alone_has_no_headline():
    assert read_text("A note to self").blocks[0].kind is BlockKind.PARAGRAPH


def test_verbatim_text_is_split_at_blank_lines_only():
    text = f"{TITLE}\n\n{LEAD}\nand a line\n\n> {QUOTED[0]}\n\n\n  - item \n\nAdvertisement\n"
    article = verbatim(text, id="gold-1")
    assert (article.text, article.id, article.title) == (text, "gold-1", TITLE)
    assert [block.span.of(text) for block in article.blocks] == [
        TITLE,
        f"{LEAD}\nand a line",
        f"> {QUOTED[0]}",
        "- item",
        "Advertisement",
    ]
    assert not any(block.hidden for block in article.blocks)


def test_verbatim_text_may_be_empty_or_unclean():
    assert verbatim("").blocks == ()
    assert verbatim("cafe\u0301 \u200b\n").text == "cafe\u0301 \u200b\n"


def test_no_wrap_width_is_found_where_lines_end_anywhere():
    assert wrap_width(list(line_groups("one\ntwo\n\nthree words here\nand four"))) is None
    assert wrap_width([]) is None


@given(LINES)
def test_blocks_are_in_order_and_slice_to_their_text(text):
    assume(any(character.isalnum() for character in text))
    article = read_text(text)
    end = 0
    for block in article.blocks:
        assert block.span.start >= end
        end = block.span.end
        piece = block.span.of(article.text)
        assert piece == piece.strip() != ""
    assert clean(article.text) == article.text
    words = {word for word in clean(text).split() if word.isalnum()}
    assert words <= {word for word in article.text.split() if word.isalnum()}


@pytest.mark.no_cover
def test_a_very_long_list_keeps_all_lines_a_hundred_to_a_block():
    lines = [f"line {number}" for number in range(200_050)]
    parts = read("\n\n".join(lines))
    assert len(parts) == 2001
    assert "\n".join(part.text for part in parts).split("\n") == lines


@pytest.mark.no_cover
def test_many_short_lines_open_about_as_fast_as_prose():
    sentence = "The river rose over the weir at noon and the miller of Holm went out in his boat to look for the gate."
    texts = ("\n\n".join([sentence] * (2_400_000 // len(sentence))), "Gate.\n" * 400_000)
    assert growth(lambda which: read(texts[which]), 0, 1) < 3
