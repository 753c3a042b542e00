"""The title bar shows title and position, and shortens the position before it cuts the title."""

from dataclasses import replace

import pytest

from reader.app.rendering.columns import columns
from reader.app.state import FocusFilter, Reading
from reader.app.widgets.title_bar import TitleBar
from tests.app.pane_harness import ANALYSIS, ARTICLE, LOADING, STOPS, TITLE, PaneApp, lines, reading, style_of


async def shown(width, read, fraction=0.31, *, in_sight=False, drawer=False):
    row = TitleBar()
    async with PaneApp(row).run_test(size=(width, 5)):
        row.screen.set_class(drawer, "-drawer")
        row.fit(columns(width))
        row.show(read, fraction, in_sight)
        return lines(row)[0], style_of(row, 0, row.render_line(0).text.split()[0])


@pytest.mark.parametrize(
    ("width", "left", "right"),
    [
        (140, TITLE, "quotation 3 · stop 4/16 · 31%"),
        (100, TITLE, "stop 4/16 · 31%"),
        (80, TITLE, "4/16 · 31%"),
        (74, TITLE, "4/16"),
        (60, "Harbour Towns Weigh a Sea Wall That Nobody…", "4/16"),
    ],
)
async def test_the_position_gets_shorter_before_the_title_is_cut(width, left, right):
    row, _ = await shown(width, reading())
    assert row.startswith(" " * columns(width).start + left + "   ")
    assert row.endswith(right)
    assert len(row) == width - columns(width).right


async def test_while_the_title_is_in_sight_the_bar_shows_the_outlet():
    row, style = await shown(80, reading(), 0.06, in_sight=True)
    assert row.split("   ")[2].strip() == "Estuary Digest"
    assert not style.bold
    assert row.endswith("quotation 3 · stop 4/16 · 6%")


async def test_without_an_outlet_the_bar_shows_the_byline():
    row, _ = await shown(80, replace(reading(), article=replace(ARTICLE, outlet=None)), in_sight=True)
    assert row.strip().startswith("Ruth Amadi")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "The weir was shut on Friday, nobody having…"),
        ({"text": "", "blocks": ()}, "./harbour.txt"),
    ],
)
async def test_an_article_without_a_title_shows_its_first_words_or_location(changes, words):
    text = "HOLM - The weir was shut on Friday, nobody having been asked."
    untitled = replace(ARTICLE, title=None, text=text, blocks=(), marks=())
    row, _ = await shown(80, Reading(replace(untitled, **changes)))
    assert row.strip().startswith(words)


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (LOADING, "31%"),
        (reading(None), "14 quotations in 16 stops · 31%"),
        (reading(None, stops=(), analysis=replace(ANALYSIS, quotations=())), "no quotations · 31%"),
        (
            reading(None, stops=STOPS[:1], analysis=replace(ANALYSIS, quotations=ANALYSIS.quotations[:1])),
            "1 quotation · 31%",
        ),
    ],
)
async def test_without_a_current_quotation_the_position_shows_their_number(read, words):
    row, _ = await shown(100, read)
    assert row.endswith(f"   {words}")


@pytest.mark.parametrize(("fraction", "percent"), [(-0.2, "0%"), (0.996, "99%"), (1.5, "100%")])
async def test_the_percentage_stays_between_0_and_100(fraction, percent):
    row, _ = await shown(100, reading(), fraction)
    assert row.endswith(f" {percent}")


async def test_under_an_open_drawer_the_title_is_dimmed():
    _, plain = await shown(80, reading())
    _, dimmed = await shown(80, reading(), drawer=True)
    assert plain.bold
    assert not dimmed.bold
    assert dimmed.color != plain.color


async def test_a_title_in_brackets_is_not_markup():
    row, _ = await shown(80, replace(reading(), article=replace(ARTICLE, title="[Source] on [/] walls")))
    assert "[Source] on [/] walls" in row


async def test_the_bar_is_empty_before_anything_is_read():
    row = TitleBar()
    async with PaneApp(row).run_test(size=(80, 5)):
        assert lines(row) == [""]


@pytest.mark.parametrize(
    ("followed", "words"),
    [
        (FocusFilter((STOPS[0].span,), voice=1), "PH alone · 1/1"),
        (FocusFilter((STOPS[0].span,), thread=1), "thread 1 alone · 1/1"),
    ],
)
async def test_a_focus_filter_is_shown_at_any_width(followed, words):
    row, _ = await shown(60, reading(focus_filter=followed))
    assert row.endswith(words)
    assert "…" in row
