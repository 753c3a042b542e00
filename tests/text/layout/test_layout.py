"""The page in rows: wrapping at words, what a row shows, and the way between offsets, rows and cells."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from reader.model import Article, Block, BlockKind, Span
from reader.text.layout import Layout, LayoutOptions, RowKind, byline_of, lay_out, list_marker, title_index


def article(*parts, **facts):
    """An article of paragraphs, each a string or (kind, text, {fields of Block})."""
    blocks, start, texts = [], 0, []
    for part in parts:
        kind, text, more = (BlockKind.PARAGRAPH, part, {}) if isinstance(part, str) else (*part, {})[:3]
        blocks.append(Block(kind, Span(start, start + len(text)), **more))
        texts.append(text)
        start += len(text) + 2
    return Article(id="x", location="x", text="\n\n".join(texts), blocks=tuple(blocks), **facts)


def page(made, width=20, **more):
    return lay_out(made, width, split_graphemes, **more)


def text_rows(layout: Layout, made: Article):
    rows = [layout.row(y) for y in range(layout.height)]
    return [made.text[row.start : row.end] for row in rows if row.kind is RowKind.TEXT]


def kinds(layout: Layout):
    return [layout.row(y).kind for y in range(layout.height)]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("the tide comes in", 8, ["the tide", "comes in"]),
        ("the tide comes in", 7, ["the", "tide", "comes", "in"]),
        ("one  two", 3, ["one", "two"]),
        ("a harbour-side walk", 12, ["a harbour-", "side walk"]),
        ("the sea—they said—rose", 11, ["the sea—", "they said—", "rose"]),
        ("pages 12-15 and on", 9, ["pages", "12-15 and", "on"]),
        ("https://shore.example/a/long/path", 16, ["https://shore.", "example/a/long/", "path"]),
        ("Unbreakablewordhere", 7, ["Unbreak", "ablewor", "dhere"]),
        ("up\nthe line", 20, ["up", "the line"]),
        ("up\n\nthe line", 20, ["up", "", "the line"]),
        ("non\u00a0breaking space", 10, ["non\u00a0breaki", "ng space"]),
    ],
)
def test_a_paragraph_is_wrapped_at_words_and_newlines(text, width, rows):
    made = article(text)
    assert text_rows(page(made, width), made) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("海が来る。人は待つ", 8, ["海が来", "る。人は", "待つ"]),
        ("海が「来る」", 6, ["海が", "「来", "る」"]),
        ("cafe\u0301 noir blanc", 9, ["cafe\u0301 noir", "blanc"]),
        ("tide 👩‍👩‍👧 home", 7, ["tide 👩‍👩‍👧", "home"]),
        ("wide 海の-side", 8, ["wide 海", "の-side"]),
        ("a\u200bb cd", 3, ["a\u200bb", "cd"]),
        ("ßßß\u0301ßß", 2, ["ßß", "ß\u0301ß", "ß"]),
    ],
)
def test_wide_and_combining_characters_count_their_cells_and_stay_whole(text, width, rows):
    made = article(text)
    assert text_rows(page(made, width), made) == rows


def test_there_is_a_blank_row_between_blocks_but_not_between_list_items():
    made = article("one", (BlockKind.ITEM, "two", {"level": 1}), (BlockKind.ITEM, "three", {"level": 2, "ordered": 4}))
    layout = page(made)
    assert kinds(layout)[2:] == [RowKind.TEXT, RowKind.BLANK, RowKind.TEXT, RowKind.TEXT]
    assert [layout.row(y).indent for y in (4, 5)] == [2, 5]
    assert [list_marker(block) for block in made.blocks] == ["", "• ", "4. "]


@pytest.mark.parametrize(
    ("kind", "more", "margins"),
    [
        (BlockKind.PARAGRAPH, {}, (0, 0)),
        (BlockKind.HEADING, {"level": 2}, (0, 0)),
        (BlockKind.QUOTE, {"level": 1}, (2, 2)),
        (BlockKind.QUOTE, {"level": 2}, (4, 2)),
        (BlockKind.ITEM, {"level": 1}, (2, 0)),
        (BlockKind.CODE, {}, (2, 0)),
    ],
)
def test_each_kind_of_block_has_its_margins(kind, more, margins):
    made = article((kind, "twenty cells of words, or some more", more))
    layout = page(made, 20)
    assert layout.margins(0) == margins
    rows = [layout.row(y) for y in range(layout.height) if layout.row(y).kind is RowKind.TEXT]
    assert {row.indent for row in rows} == {margins[0]}
    assert max(row.end - row.start for row in rows) <= 20 - sum(margins)


def test_a_paragraph_that_is_a_block_quote_is_laid_out_as_one():
    made = article("He said:", "the words of somebody else")
    layout = page(made, 12, options=LayoutOptions(quoted=frozenset({1})))
    assert text_rows(layout, made) == ["He said:", "the", "words of", "somebody", "else"]
    assert layout.row(layout.row_at(10)).indent == 2


def test_code_keeps_its_spaces():
    made = article((BlockKind.CODE, "def tide():\n    return 3"))
    assert text_rows(page(made), made) == ["def tide():", "    return 3"]


def test_the_title_is_followed_by_the_facts():
    plain = article((BlockKind.HEADING, "Tide", {"level": 1}), "words")
    stated = article((BlockKind.HEADING, "Tide", {"level": 1}), "words", byline="Ann Reed")
    assert kinds(page(plain)) == [RowKind.TEXT, RowKind.FACTS, RowKind.BLANK, RowKind.TEXT]
    assert kinds(page(stated)) == [RowKind.TEXT, RowKind.SOURCE, RowKind.FACTS, RowKind.BLANK, RowKind.TEXT]


def test_the_title_may_be_below_hidden_blocks():
    made = article((BlockKind.PARAGRAPH, "Menu", {"hidden": True}), (BlockKind.HEADING, "Tide", {"level": 1}), "words")
    assert kinds(page(made)) == [
        *(RowKind.FOLD, RowKind.BLANK, RowKind.TEXT, RowKind.FACTS),
        *(RowKind.BLANK, RowKind.TEXT),
    ]
    assert title_index(made) == 1
    assert title_index(article("words")) is None


def test_the_next_offset_is_after_the_whole_grapheme_cluster():
    layout = page(article("a e\u0301!"), 30)
    assert [layout.next_offset(offset) for offset in (0, 2, 3, 4, 9)] == [1, 4, 4, 5, 10]
    assert page(article("abc"), 30).next_offset(1) == 2


def test_without_a_title_the_facts_are_above_the_text():
    assert kinds(page(article("words"))) == [RowKind.FACTS, RowKind.BLANK, RowKind.TEXT]


def test_hidden_blocks_are_one_row_until_they_are_shown():
    made = article(
        (BlockKind.PARAGRAPH, "Menu", {"hidden": True}),
        "words",
        (BlockKind.PARAGRAPH, "Subscribe", {"hidden": True}),
        (BlockKind.PARAGRAPH, "Adverts", {"hidden": True}),
    )
    folded = page(made)
    assert kinds(folded) == [
        *(RowKind.FACTS, RowKind.BLANK, RowKind.FOLD, RowKind.BLANK),
        *(RowKind.TEXT, RowKind.BLANK, RowKind.FOLD),
    ]
    assert folded.row(6).start == made.text.index("Subscribe")
    assert folded.row(6).end == len(made.text)
    assert text_rows(page(made, show_hidden=True), made) == ["Menu", "words", "Subscribe", "Adverts"]


def test_only_the_first_row_of_a_block_is_first():
    made = article("one two three four five", "six")
    layout = page(made, 9)
    firsts = [layout.row(y).is_first for y in range(layout.height)]
    assert firsts == [False, False, True, False, False, False, True]


def test_a_row_outside_the_page_is_an_error():
    layout = page(article("words"))
    with pytest.raises(IndexError, match="no row 3 on a page of 3"):
        layout.row(3)
    with pytest.raises(IndexError):
        layout.row(-1)


def test_an_article_without_blocks_is_a_page_of_facts():
    assert kinds(page(Article(id="x", location="x", text="", blocks=()))) == [RowKind.FACTS, RowKind.BLANK]


def test_the_rows_of_a_span_are_those_that_show_it():
    made = article("one two three", "four")
    layout = page(made, 5)
    assert layout.rows_of(Span(made.text.index("two"), made.text.index("four") + 4)) == range(3, 7)
    assert layout.rows_of(Span(4, 4)) == range(3, 4)


@pytest.mark.parametrize(
    ("cell", "offset"), [(-3, 0), (0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 3), (6, 4), (7, 5), (8, 7), (40, 8)]
)
def test_a_cell_is_the_offset_of_the_character_shown_there(cell, offset):
    layout = page(article("海の a e\u0301!"), 30)  # two cells, two, then one each; the accent stands on its letter
    assert layout.offset_at(2, cell) == offset


def test_beside_the_text_a_cell_is_the_start_or_the_end_of_the_row():
    made = article((BlockKind.QUOTE, "some quoted words", {"level": 1}))
    layout = page(made, 20)
    assert [layout.offset_at(2, cell) for cell in (0, 1, 2, 3, 13, 19)] == [0, 0, 0, 1, 11, 11]
    assert layout.offset_at(1, 7) == layout.row(1).start


TABLE = """Town | Height of the wall | What the council says
Holm | 2.1 m | The gates are old and must be made anew before the winter
Port Averell | 13.4 m |
Sill |  | Nothing yet"""


def drawn(layout: Layout, made: Article):
    """The rows of text as they stand on the page, with what stands before them and their hyphens."""
    rows = []
    for y in range(layout.height):
        row, line = layout.row(y), ""
        if row.kind is not RowKind.TEXT:
            continue
        for piece in layout.pieces(y):
            lead = "" if line else row.prefix
            line = line.ljust(piece.cell - len(lead)) + lead + made.text[piece.start : piece.end]
        rows.append(line + row.suffix)
    return rows


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (
            76,
            [
                "Town          Height of the wall  What the council says",
                "Holm                       2.1 m  The gates are old and must be made anew",
                "                                  before the winter",
                "Port Averell              13.4 m",
                "Sill                              Nothing yet",
            ],
        ),
        (
            44,
            [
                "Town           Height of the  What the",
                "                        wall  council says",
                "Holm                   2.1 m  The gates are",
                "                              old and must",
                "                              be made anew",
                "                              before the",
                "                              winter",
                "Port Averell          13.4 m",
                "Sill                          Nothing yet",
            ],
        ),
        (
            20,
            [
                "Town",
                "  Height of the wall",
                "  What the council",
                "  says",
                "Town: Holm",
                "  2.1 m",
                "  The gates are old",
                "  and must be made",
                "  anew before the",
                "  winter",
                "Town: Port Averell",
                "  13.4 m",
                "Town: Sill",
                "  Nothing yet",
            ],
        ),
    ],
)
def test_a_table_is_in_columns_that_fit_or_its_cells_are_below_each_other(width, rows):
    made = article((BlockKind.TABLE, TABLE))
    assert drawn(page(made, width), made) == rows


def test_cells_below_each_other_have_the_names_of_their_columns():
    made = article((BlockKind.TABLE, "Place | Tide | Wind | Rain | Sun\nHolm | high | westerly | unending | never"))
    assert drawn(page(made, 24), made)[-5:] == [
        "Place: Holm",
        "  Tide: high",
        "  Wind: westerly",
        "  Rain: unending",
        "  Sun: never",
    ]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("a | b\nc", ["a  b", "c"]),
        ("a\nb | c | d", ["a", "b  c  d"]),
        ("| b\nc | d", ["   b", "c  d"]),
        ("a |  | c\n | | ", ["a    c", ""]),
        ("one column\nof words", ["one column", "of words"]),
        ("year | €\n1999 | 1,200\n2000 | −7.5", ["year      €", "1999  1,200", "2000   −7.5"]),
        ("海の | b\nc | d", ["海の  b", "c     d"]),
    ],
)
def test_cells_may_be_missing_empty_and_of_any_width(table, rows):
    made = article((BlockKind.TABLE, table))
    shown = [row.replace("海の", "海の\0\0") for row in drawn(page(made, 40), made)]
    assert [row.replace("\0", "") for row in shown] == [row.replace("海の  b", "海の    b") for row in rows]


@pytest.mark.parametrize(
    ("table", "strong"),
    [
        ("Town | Wall\nHolm | 2 m", [True, False]),
        ("Born | 1950\nDied | 2010", [False, False]),
        ("Town |  \nHolm | 2 m", [False, False]),
        ("Town | Wall", [False]),
    ],
)
def test_a_first_line_of_words_alone_names_the_columns(table, strong):
    layout = page(article((BlockKind.TABLE, table)), 40)
    assert [layout.row(y).is_header for y in range(2, layout.height)] == strong


@pytest.mark.parametrize(
    ("row", "cell", "shown"),
    [(0, 0, "T"), (2, 3, "m"), (2, 9, " "), (2, 23, "2"), (2, 30, "T"), (3, 30, "o"), (3, 2, "o"), (7, 40, " ")],
)
def test_a_click_into_a_table_is_on_what_is_shown_there(row, cell, shown):
    made = article((BlockKind.TABLE, TABLE))
    assert made.text[page(made, 44).offset_at(row + 2, cell)] == shown


def test_an_excerpt_has_all_of_a_line_of_a_table_or_nothing():
    made = article("Above.", (BlockKind.TABLE, TABLE), "Below.")
    found = page(made, 44).excerpts([made_span(made, "winter")])
    assert [row.split()[-1] for row in drawn(found, made)] == ["are", "must", "anew", "the", "winter", "m"]
    assert found.row_at(made.text.index("2.1 m")) == found.row_at(made.text.index("Holm"))


def made_span(made: Article, words: str):
    return Span(made.text.index(words), made.text.index(words) + len(words))


PROSE = "the engineering of the waterworks was unbelievable, said the harbourmaster"


def parted(word):
    """After every second letter, so that what is parted is known."""
    return range(2, len(word) - 1, 2)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        (PROSE, 17, ["the engineering", "of the waterworks", "was unbelievable,", "said the harbou-", "rmaster"]),
        ("we saw Engineering there", 14, ["we saw", "Engineering", "there"]),
        ("see shore.example/engineering", 16, ["see", "shore.example/", "engineering"]),
        ("in water at sea", 10, ["in water", "at sea"]),
        ("unbelievableunbelievable", 9, ["unbeliev-", "ableunbe-", "lievable"]),
        ("“unbelievableness” he", 12, ["“unbelievab-", "leness” he"]),
        ("wide 海の unbelievable things", 12, ["wide 海の", "unbelievable", "things"]),
    ],
)
def test_words_are_hyphenated_where_a_gap_would_be_wide_but_names_and_addresses_never(text, width, rows):
    made = article(text)
    assert drawn(page(made, width, options=LayoutOptions(break_points=parted)), made) == rows


def test_no_more_than_two_rows_in_turn_end_with_a_hyphen():
    made = article("unbelievableness " * 9 + "it is")
    rows = drawn(page(made, 22, options=LayoutOptions(break_points=parted)), made)
    ends = "".join(row[-1] for row in rows)
    assert "--" in ends
    assert "---" not in ends


def test_headings_code_and_tables_are_not_hyphenated():
    for kind in (BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE, BlockKind.CAPTION):
        made = article((kind, PROSE, {"level": 1}))
        assert not any(
            row.endswith("-") for row in drawn(page(made, 16, options=LayoutOptions(break_points=parted)), made)
        )


def test_with_an_even_margin_all_rows_of_a_paragraph_but_its_last_end_there():
    made = article("one two three four five six seven eight nine ten\nof a new line", "x " + "w" * 11 + " y z")
    rows = drawn(page(made, 15, options=LayoutOptions(justified=True)), made)
    assert rows[:5] == ["one  two  three", "four  five  six", "seven eight", "nine ten", "of a new line"]
    assert rows[5:] == ["x wwwwwwwwwww y", "z"]


def test_a_space_that_was_made_wider_is_the_space_of_the_text():
    made = article("one two three four five six")
    layout = page(made, 15, options=LayoutOptions(justified=True))
    assert [layout.offset_at(2, cell) for cell in (2, 3, 4, 5, 9, 14, 15)] == [2, 3, 3, 4, 7, 12, 13]
    assert [layout.cell_of(2, offset) for offset in (0, 3, 4, 8)] == [0, 3, 5, 10]


# Laws

PIECES = st.sampled_from(
    [
        "a",
        "tide",
        "harbour-wall",
        "—",
        "海",
        "の、",
        "「",
        "e\u0301",
        "👩‍👩‍👧",
        "☎\ufe0f",
        " ",
        " ",
        "\n",
        "שלום",
        "x" * 30,
        "|",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map("".join).map(str.strip).filter(bool)
KINDS = st.sampled_from(
    [BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.CODE, BlockKind.HEADING, BlockKind.TABLE]
)
CELLS = st.lists(st.one_of(TEXTS.map(lambda text: text.replace("\n", " ")), st.just("")), min_size=1, max_size=5)
TABLES = st.lists(CELLS.map(" | ".join), min_size=1, max_size=4).map("\n".join).filter(str.strip)
BLOCKS = st.lists(
    st.one_of(st.tuples(KINDS, TEXTS), st.tuples(st.just(BlockKind.TABLE), TABLES)), min_size=1, max_size=5
)
WIDTHS = st.integers(4, 40)
FEW = settings(max_examples=50)
SETTINGS = st.builds(
    LayoutOptions, justified=st.booleans(), break_points=st.sampled_from([None, lambda word: range(2, len(word) - 1)])
)


def shown_in(layout: Layout):
    """Every piece of text on the page with its row."""
    rows = [(y, piece) for y in range(layout.height) for piece in layout.pieces(y)]
    return [(y, piece) for y, piece in rows if layout.row(y).kind is RowKind.TEXT]


@pytest.mark.no_cover
@FEW
@given(BLOCKS, WIDTHS, SETTINGS)
def test_every_character_but_spaces_and_the_bars_between_cells_is_shown_exactly_once(blocks, width, options):
    made = article(*blocks)
    shown = sorted(at for _, piece in shown_in(page(made, width, options=options)) for at in range(*piece[:2]))
    assert shown == sorted(set(shown))
    tables = {
        at for block in made.blocks if block.kind is BlockKind.TABLE for at in range(block.span.start, block.span.end)
    }
    for at in set(range(len(made.text))) - set(shown):
        assert made.text[at].isspace() or (made.text[at] == "|" and at in tables)


@pytest.mark.no_cover
@FEW
@given(BLOCKS, WIDTHS, SETTINGS)
def test_no_row_is_wider_than_its_column(blocks, width, options):
    made = article(*blocks)
    layout = page(made, width, options=options)
    for y, piece in shown_in(layout):
        row, words = layout.row(y), made.text[piece.start : piece.end]
        left, right = layout.margins(row.block or 0)
        least = 2 if len(words) > 1 or cell_len(words) > 1 else 1
        assert piece.cell + cell_len(words) + len(row.suffix) <= max(width - right, left + least, piece.cell + least)


@pytest.mark.no_cover
@FEW
@given(BLOCKS, WIDTHS, SETTINGS)
def test_the_pieces_of_a_row_do_not_overlap(blocks, width, options):
    made = article(*blocks)
    layout = page(made, width, options=options)
    for y in range(layout.height):
        pieces = layout.pieces(y)
        for one, other in pairwise(pieces):
            assert one.cell + cell_len(made.text[one.start : one.end]) < other.cell
            assert one.end < other.start
        assert cell_len(layout.row(y).prefix) <= pieces[0].cell


@pytest.mark.no_cover
@FEW
@given(BLOCKS, WIDTHS, SETTINGS)
def test_the_row_at_an_offset_shows_it_and_so_does_its_cell(blocks, width, options):
    layout = page(article(*blocks), width, options=options)
    for y, piece in shown_in(layout):
        for at in range(piece.start, piece.end):
            assert layout.row_at(at) == y
            assert y in layout.rows_of(Span(at, at + 1))
            found = layout.offset_at(y, layout.cell_of(y, at))
            assert layout.cell_of(y, found) == layout.cell_of(y, at)


@pytest.mark.no_cover
@FEW
@given(BLOCKS, WIDTHS, SETTINGS, st.data())
def test_the_rows_of_a_span_enclose_all_that_is_shown_of_it(blocks, width, options, data):
    made = article(*blocks)
    layout = page(made, width, options=options)
    start = data.draw(st.integers(0, len(made.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(made.text))))
    rows = [y for y, piece in shown_in(layout) if piece.start < span.end and piece.end > span.start]
    assert {min(rows, default=layout.row_at(start)), max(rows, default=layout.row_at(start))} <= {*layout.rows_of(span)}


@pytest.mark.no_cover
@FEW
@given(BLOCKS, WIDTHS, SETTINGS)
def test_a_step_from_row_to_row_never_goes_back_in_the_text(blocks, width, options):
    layout = page(article(*blocks), width, options=options)
    starts = [layout.row(y).start for y in range(layout.height)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("one", ["one two", "three four", None]),
        ("nine", [None, "seven eight", "", "nine ten", "eleven xii", None]),
        ("xvi", [None, "xiii xiv xv", "xvi"]),
    ],
)
def test_an_excerpt_has_a_line_of_text_above_and_below_and_one_row_for_what_is_left_out(words, rows):
    made = article("one two three four five six seven eight", "nine ten eleven xii xiii xiv xv xvi")
    whole = lay_out(made, 11, split_graphemes)
    at = made.text.index(words)
    found = whole.excerpts([Span(at, at + len(words))])
    shown = [found.row(y) for y in range(found.height)]
    body = [row for row in shown if row.kind in {RowKind.TEXT, RowKind.BLANK, RowKind.GAP}]
    texts = [None if row.kind is RowKind.GAP else made.text[row.start : row.end] for row in body]
    if words == "one":
        texts = texts[1:]  # the facts are left out as well
    assert texts == rows


def test_a_row_inside_a_paragraph_is_not_a_first_row_even_below_a_gap():
    made = article((BlockKind.ITEM, "one two three four five six seven eight", {"ordered": 1, "level": 1}))
    whole = lay_out(made, 12, split_graphemes)
    at = made.text.index("eight")
    found = whole.excerpts([Span(at, at + 5)])
    shown = [found.row(y) for y in range(found.height)]
    assert [row.is_first for row in shown if row.kind is RowKind.TEXT] == [False] * (len(shown) - 1)


@pytest.mark.no_cover
@FEW
@given(BLOCKS, WIDTHS, st.data())
def test_in_excerpts_every_offset_still_has_a_row_and_what_is_kept_is_shown_as_before(blocks, width, data):
    made = article(*blocks)
    whole = page(made, width)
    end = len(made.text)
    spans = [
        Span(start, data.draw(st.integers(start, end)))
        for start in data.draw(st.lists(st.integers(0, end), max_size=3))
    ]
    found = whole.excerpts(spans)
    starts = [found.row(y).start for y in range(found.height)]
    assert starts == sorted(starts)
    for span in spans:
        kept = [(found.row(y).start, found.row(y).end) for y in found.rows_of(span)]
        assert kept == [(whole.row(y).start, whole.row(y).end) for y in whole.rows_of(span)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("By Ada Moro", False),
        ("Ada Moro, The Courier, 3 May", False),
        ("BY ADA MORO", False),
        (
            "Ada Moro has written for many years about the sea and the towns beside it, and this is what she found.",
            True,
        ),
        ("Nobody knows.", True),
    ],
)
def test_a_byline_that_the_text_has_is_not_shown_again(line, told):
    made = article((BlockKind.HEADING, "The sea"), line, "It came in.", byline="Ada Moro")
    assert (byline_of(made)[0] is not None) == told
    assert (RowKind.SOURCE in kinds(page(made))) == told


def test_a_byline_far_down_in_the_text_is_shown_above():
    made = article((BlockKind.HEADING, "The sea"), "It came in.", "It went.", "By Ada Moro", byline="Ada Moro")
    assert byline_of(made) == ("Ada Moro", None, None)
