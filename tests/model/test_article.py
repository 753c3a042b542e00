"""Articles: what is worked out from what they hold."""

from dataclasses import replace

import pytest

from reader.model import Article, Block, BlockKind, Span, first_words, reading_minutes

TEXT = "The Weir\n\nIt holds, so far.\n\nShare this page"
SPANS = (Span(0, 8), Span(10, 27), Span(29, len(TEXT)))
ARTICLE = Article("made", "weir.txt", TEXT, tuple(Block(BlockKind.PARAGRAPH, span) for span in SPANS))


@pytest.mark.parametrize(
    ("published", "day"),
    [("2031-05-04", "4 May 2031"), ("late in May", "late in May"), ("2031-13-04", "2031-13-04"), ("", ""), (None, "")],
)
def test_a_date_is_told_as_people_write_it_and_anything_else_as_it_is(published, day):
    assert replace(ARTICLE, published=published).formatted_date == day


def test_the_words_of_an_article_are_those_that_are_not_folded_away():
    assert ARTICLE.word_count == 9
    *others, last = ARTICLE.blocks
    assert replace(ARTICLE, blocks=(*others, replace(last, hidden=True))).word_count == 6


@pytest.mark.parametrize(("words", "taken"), [(0, 1), (230, 1), (1150, 5)])
def test_reading_takes_as_long_as_people_take(words, taken):
    assert reading_minutes(words) == taken


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It holds, so far.", "It holds, so far."),
        ("The weir at Holm was shut on Friday by the mayor.", "The weir at Holm was shut on Friday…"),
        ("HOLM (Northline) - The weir was shut on Friday, the mayor said.", "The weir was shut on Friday, the mayor…"),
        ("PORT ANSEL, Norhaven — The weir is shut.", "The weir is shut."),
        ("HOLM - The weir is shut.", "The weir is shut."),
        ("HOLM", "HOLM"),
        ("", ""),
    ],
)
def test_a_text_without_a_title_is_called_by_its_first_words_behind_a_dateline(text, title):
    assert first_words(text) == title


def test_an_article_is_called_by_its_title_else_by_the_first_words_that_are_not_folded_away():
    first, *others = ARTICLE.blocks
    untitled = replace(ARTICLE, blocks=(replace(first, hidden=True), *others))
    assert replace(untitled, title="Weirs").name == "Weirs"
    assert untitled.name == "It holds, so far. Share this page"
    assert replace(ARTICLE, text="", blocks=()).name == ""
