"""The linear view is plain, complete and no wider than it was asked to be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Highlight,
    Mark,
    MarkKind,
    Quotation,
    QuotationKind,
    Span,
    Speaker,
)
from reader.text import plain_view, printed_tables
from tests.small_article import ANALYSIS, ARTICLE, HIGHLIGHTS, TEXT

VIEW = plain_view.render(ARTICLE, ANALYSIS, HIGHLIGHTS, width=0)


@pytest.mark.parametrize(
    "line",
    [
        "Ida Stone · 2031-05-04 · 49 words, 1 minute",
        "# A Quiet Weir",
        "As Ana Brook wrote in the Ferry Post, [1 AB] the weir is closed:",
        "> [2 AB] The gates were shut at noon.",
        "> [2 AB] [3 OR] “Nobody asked us,” said Otto Reed, a miller. [3 OR] “Nobody will.”",
        "However, it was claimed [4 ?] that eels still pass.",
        "- a gate",
        "  3. its key",
        "    weir --shut",
        "      now",
        "* * *",
        "(1 hidden paragraph left out)",
        "==== Quotations (4) ====",
        "3. “Nobody asked us,” … “Nobody will.” / probably Otto Reed, miller, via Ana Brook (direct)",
        "4. that eels still pass / speaker not found (indirect)",
        "==== Voices (2) ====",
        "AB: Ana Brook, Ferry Post (journalist; 2 quotations)",
        "OR: Otto Reed, miller (person; 1 quotation)",
        "==== Threads (1) ====",
        "1. the weir is closed",
        "     2   Ana Brook: The gates were shut at noon.",
        "     3 - the article (disputes claim 1, “However”): However, it was claimed that eels still pass.",
        "     4   holder not found: “Nobody asked us,”",
        "==== Links (1) ====",
        "Ferry Post: https://ferrypost.example/weir",
        "==== Highlights (2) ====",
        "The gates were shut at noon. (green) / Ana Brook / note: ask when / tags: weir, gates",
        "gone words (yellow) / no longer found in the text",
    ],
)
def test_the_view_has_the_line(line):
    assert line in VIEW.split("\n")


def test_hidden_blocks_are_not_printed():
    assert "Subscribe" not in VIEW


def test_the_paragraphs_of_one_block_quote_stay_together():
    assert "at noon.\n>\n> [2 AB]" in VIEW


def test_an_item_of_several_paragraphs_has_one_bullet():
    spans = (Span(0, 5), Span(7, 11), Span(13, 17))
    kinds = ((1, False), (None, True), (None, False))
    blocks = tuple(
        Block(BlockKind.ITEM, span, 1, ordered=ordered, continues=continues)
        for span, (ordered, continues) in zip(spans, kinds, strict=True)
    )
    article = Article("a", "-", "bread\n\nsalt\n\nlamp", blocks)
    assert "1. bread\n\n  salt\n\n- lamp\n" in plain_view.render(article, Analysis(engine=""))


def test_a_label_is_on_one_line_with_its_words():
    text = "He said that it is shut"
    quoted = Quotation(1, QuotationKind.INDIRECT, (Span(8, 23),), None, (), None, evidence="")
    article = Article("a", "-", text, (Block(BlockKind.PARAGRAPH, Span(0, 23)),))
    for width in range(20, 40):
        view = plain_view.render(article, Analysis(engine="", quotations=(quoted,)), width=width)
        assert "[1 ?] that" in view
        assert "\0" not in view


def test_an_image_is_shown_by_its_caption_and_address():
    text = "“Shut,” they said\n\nA table of gates"
    blocks = (Block(BlockKind.CAPTION, Span(0, 17)), Block(BlockKind.CAPTION, Span(19, 35)))
    image = Mark(MarkKind.IMAGE, Span(0, 17), "https://weir.example/gate.png")
    quoted = Quotation(1, QuotationKind.DIRECT, (Span(0, 7),), None, (), None, evidence="")
    view = plain_view.render(Article("a", "-", text, blocks, (image,)), Analysis(engine="", quotations=(quoted,)))
    assert "\n\n[image: [1 ?] “Shut,” they said]\n\nA table of gates\n" in view
    assert "image: “Shut,” they said: https://weir.example/gate.png" in view


def test_no_line_is_wider_than_asked():
    narrow = plain_view.render(ARTICLE, ANALYSIS, HIGHLIGHTS, width=30)
    assert max(len(line) for line in narrow.split("\n") if "https:" not in line and not line.startswith("    ")) <= 30


def test_a_title_that_is_not_a_heading_of_the_text_is_above_the_facts():
    article = Article("x", "x", "Words.", (Block(BlockKind.PARAGRAPH, Span(0, 6)),), title="The Title")
    assert plain_view.render(article, Analysis("none")) == "The Title\n1 word, 1 minute\n\nWords.\n"


def test_quotations_are_printed_with_all_their_parts():
    assert plain_view.render_quotations(ARTICLE, ANALYSIS, ANALYSIS.quotations[2:], width=80) == (
        "3. probably Otto Reed, miller, via Ana Brook (direct)\n"
        "   “Nobody asked us,” […] “Nobody will.”\n"
        "\n"
        "4. speaker not found (indirect)\n"
        "   that eels still pass\n"
    )


@pytest.mark.parametrize(
    ("parts", "opening"),
    [
        (("“The draft,”", "“was never shown to anyone at the mill.”"), "“The draft,” … “was never shown to …"),
        (("“Even so,”", "“we", "shut it.”"), "“Even so,” … “we …"),
        (("“The draft,”", "“was lost.”"), "“The draft,” … “was lost.”"),
        (("“The gatekeepers’ old draft,”", "“was lost.”"), "“The gatekeepers’ old draft,” …"),
        (("“It is as if we", "did not know.”"), "“It is as if we … did not know.”"),
        (("“It was not as we had said", "before.”"), "“It was not as we had …"),
        (("“It was not as we had said.”",), "“It was not as we had …"),
        (("“It was not.”",), "“It was not.”"),
    ],
)
def test_a_quotation_is_listed_by_its_first_words_and_after_a_short_part_by_those_of_the_next(parts, opening):
    text = " she said. ".join(parts)
    starts = [text.index(part) for part in parts]
    spans = tuple(Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True))
    quotation = Quotation(1, QuotationKind.DIRECT, spans, None)
    article = Article("a", "-", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    assert f"\n1. {opening} / speaker not found (direct)\n" in plain_view.render(
        article, Analysis("", (quotation,)), width=0
    )


def test_where_nothing_is_found_nothing_is_printed():
    assert plain_view.render_quotations(ARTICLE, Analysis("none"), (), width=80) == ""
    assert plain_view.render_threads(ARTICLE, Analysis("none"), width=80) == ""


def test_a_table_is_aligned_by_columns_of_the_terminal():
    assert (
        printed_tables.table(("name", "n"), [["東京新聞", 1], ["Ana", None]])
        == "name      n\n東京新聞  1\nAna       -\n"
    )


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("é", 1), ("e\N{COMBINING ACUTE ACCENT}", 1), ("新聞", 4), ("“a”", 3)]
)
def test_columns_are_counted_as_a_terminal_does(text, columns):
    assert plain_view.cell_width(text) == columns


@given(st.text(alphabet="abc d\né新", max_size=200), st.integers(0, 60))
def test_wrapping_keeps_every_word_in_order(text, width):
    lines = list(plain_view.wrap(text, width, first="> ", rest="> "))
    assert " ".join(" ".join(line[2:] for line in lines).split()) == " ".join(text.split())
    assert all(line.startswith(">") for line in lines)


@given(st.lists(st.text(alphabet="abé", min_size=1, max_size=9), min_size=1, max_size=60), st.integers(24, 60))
def test_wrapped_lines_fit(words, width):
    assert all(
        plain_view.cell_width(line) <= width for line in plain_view.wrap(" ".join(words), width, first="- ", rest="  ")
    )


def test_every_visible_word_of_the_article_is_in_the_view():
    shown = VIEW.split("==== Quotations")[0]
    visible = TEXT.removesuffix("Subscribe to us").split()
    assert all(word in shown for word in visible)


@pytest.mark.parametrize(
    ("text", "size", "shown"),
    [
        ("a miller", 8, "a miller"),
        ("a miller at Holm", 8, "a…"),
        ("a miller at Holm", 9, "a miller…"),
        ("a miller, at Holm", 11, "a miller…"),
        ("/home/ida/weir.txt", 8, "/home/i…"),
        ("新聞新聞", 6, "新聞…"),
    ],
)
def test_a_long_text_is_cut_between_words_where_possible(text, size, shown):
    assert printed_tables.truncate(text, size) == shown


TEXTS = st.text(alphabet="ab 新é", max_size=30)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5), st.integers(28, 90))
def test_a_table_fits_the_width_that_it_is_given(rows, width):
    out = printed_tables.table(("one", "two", "three"), rows, width=width, cut_last=("two",))
    assert all(plain_view.cell_width(line) <= width for line in out.splitlines())


def test_an_empty_column_is_left_out_of_a_narrow_table():
    rows = [("Ana", None, 1), ("Otto", "", None)]
    assert printed_tables.table(("name", "outlet", "n"), rows, width=40) == "name  n\nAna   1\nOtto  -\n"
    assert printed_tables.table(("name", "n"), [], width=40) == "name  n\n"


def test_of_the_columns_to_cut_last_the_last_named_is_cut_first():
    rows = [("x" * 20, "y" * 20, "z" * 20)]
    out = printed_tables.table(("one", "two", "three"), rows, width=44, cut_last=("two", "one")).splitlines()[1]
    assert out == f"{'x' * 11}…  {'y' * 20}  {'z' * 7}…"


def test_a_table_without_a_width_is_never_cut():
    assert printed_tables.table(("a", "b"), [("x" * 300, None)]) == f"a{' ' * 301}b\n{'x' * 300}  -\n"


def test_the_note_of_the_analysis_is_above_the_text():
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 4)),)
    view = plain_view.render(Article("a", "-", "Ja. ", blocks), Analysis("none", note="Read in part."))
    assert view == "1 word, 1 minute\n\n(Read in part.)\n\nJa.\n"


def test_a_denied_quotation_comes_after_the_denial():
    text = "Ida Stone denied that the weir is shut."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    quotation = Quotation(1, QuotationKind.INDIRECT, (Span(17, 38),), None, cue=Span(10, 16))
    article = Article("a", "-", text, (block,))
    analysis = Analysis("test", (quotation,))
    told = plain_view.render_quotations(article, analysis, analysis.quotations)
    assert told == "1. speaker not found (indirect)\n   denied: that the weir is shut\n"
    denier = Speaker("Ida Stone", "person", denied="denied")
    kept = Highlight("h", "a", quotation.spans, "that the weir is shut", "", "", "", "", denier)
    view = plain_view.render(article, analysis, (kept,))
    assert "1. denied: that the weir is shut / speaker not found (indirect)" in view
    assert "denied: that the weir is shut (yellow) / Ida Stone" in view


def test_a_highlight_keeps_its_words_and_says_what_the_text_says_now():
    kept = Highlight("h", "a", (Span(0, 3),), "that the weir is shut", "", "", "", "", now="that the weir is open")
    view = plain_view.render(ARTICLE, ANALYSIS, (kept,))
    assert "that the weir is shut (yellow) / now in the text: that the weir is open\n" in view


def test_who_passes_words_on_is_named_from_the_nearest():
    chained = replace(ANALYSIS.quotations[2], via=(1, 2))
    assert plain_view.speaker_text(ANALYSIS, chained).endswith(", via Otto Reed, via Ana Brook")


def test_what_a_person_corrected_is_marked_with_a_sign_and_a_word():
    quotations = tuple(replace(each, corrected=("voice",)) for each in ANALYSIS.quotations)
    voices = tuple(replace(each, corrected=("name",)) for each in ANALYSIS.voices)
    claims = tuple(replace(each, corrected=("voice",)) for each in ANALYSIS.claims)
    threads = tuple(replace(each, corrected=("title",)) for each in ANALYSIS.threads)
    corrected = replace(ANALYSIS, quotations=quotations, voices=voices, claims=claims, threads=threads)
    shown = plain_view.render(ARTICLE, corrected, width=0)
    items = len(quotations) + len(voices) + sum(len(each.claims) for each in threads) + len(threads)
    assert shown.count("✓ corrected") == items
    assert "✓" not in VIEW
