"""Places: back and forward through jumps, marks, and reopening an article where one left off."""

import asyncio
from dataclasses import replace
from itertools import pairwise

import pytest

from reader.analysis import analyse
from reader.app.controllers import history as module
from reader.app.screens.library_screen import ArticleList
from reader.app.viewmodels.cursor import position_of
from reader.errors import StorageError
from reader.model import Block, BlockKind, Span
from reader.services.positions import Positions
from reader.services.session import Position, Session
from tests.app.pane_harness import ARTICLE, STOPS, lines, settle


async def test_ctrl_o_goes_back_through_jumps_and_ctrl_n_forward(opened):
    async with opened() as at:
        walked = []
        for key in ("G", "g", "right_curly_bracket", "right_curly_bracket", "right_curly_bracket"):
            walked.append(at.reading.cursor)
            await at.press(key)
        last = at.reading.cursor
        await at.press("ctrl+o")
        seen = [at.reading.cursor]
        await at.press("ctrl+o")
        seen.append(at.reading.cursor)
        assert all(cursor in walked for cursor in seen)
        assert seen[0] != seen[1]
        await at.press("ctrl+n", "ctrl+n")
        assert at.reading.cursor == last
        await at.press("ctrl+n")
        assert at.said.startswith("no later jump")


async def test_a_move_that_keeps_the_cursor_row_in_view_is_not_recorded(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "j", "d", "ctrl+o")
        assert at.said.startswith("no earlier jump")


async def test_ctrl_o_returns_to_the_row_that_was_left(opened):
    async with opened() as at:
        await at.press("j", "j", "j")
        left = at.reading.cursor
        await at.press("G", "ctrl+o")
        assert at.reading.cursor == left
        assert at.body.viewport.top <= at.body.viewport.row < at.body.viewport.top + at.body.viewport.height


async def test_m_sets_a_mark_and_apostrophe_goes_to_it(opened):
    async with opened() as at:
        await at.press("d", "m")
        assert at.said.startswith("type a letter to mark this line")
        await at.press("j")
        marked = at.reading.cursor
        assert at.said.startswith("marked as j")
        await at.press("G", "apostrophe")
        assert at.said.startswith("type the letter of a mark: j")
        await at.press("j")
        assert at.reading.cursor == marked
        await at.press("apostrophe", "apostrophe")
        assert at.reading.cursor > marked


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (("m", "escape"), "no mark set"),
        (("m", "space"), "no mark set"),
        (("apostrophe", "q"), "no mark q"),
        (("apostrophe",), "no marks yet"),
    ],
)
async def test_a_key_that_is_no_letter_sets_no_mark(opened, keys, sentence):
    async with opened() as at:
        await at.press(*keys)
        assert at.said.startswith(sentence)
        assert at.reading.cursor == 0


async def test_escape_cancels_the_question_for_a_mark(opened):
    async with opened() as at:
        await at.press("apostrophe", "escape")
        assert at.screen.panes.footer._message == ""
        await at.press("j")
        assert at.reading.cursor > 0


async def test_a_mark_that_cannot_be_saved_is_reported(opened, monkeypatch):
    def fail(*_):
        raise StorageError("The library is full.")

    async with opened() as at:
        monkeypatch.setattr(Positions, "set_mark", fail)
        await at.press("m", "a")
        assert at.said.startswith("The library is full.")
        await at.press("apostrophe", "a")
        assert at.said.startswith("no mark a")


@pytest.mark.no_cover
async def test_a_reopened_article_has_its_position_marks_and_jumps(opened):
    async with opened() as at:
        await at.press("m", "a", "G", "u", "j")
        left = at.reading.cursor
    async with opened() as at:
        await settle(at.pilot, lambda: at.reading.cursor)
        assert at.reading.cursor == left
        assert at.body.viewport.row == at.body.page_layout.row_at(left)
        assert at.said.startswith("where you stopped reading")
        await at.press("ctrl+o")
        assert at.reading.cursor == 0
        await at.press("G", "apostrophe", "a")
        assert at.reading.cursor == 0


NESTING = [
    outer
    for outer, inner in pairwise(range(len(STOPS)))
    if STOPS[outer].span.contains(STOPS[inner].span) and STOPS[outer].voice != STOPS[inner].voice
]


@pytest.mark.no_cover
@pytest.mark.parametrize("stop", [*NESTING, *(outer + 1 for outer in NESTING)])
async def test_a_reopened_article_restores_the_quotation_and_not_a_nested_one(opened, stop):
    async with opened() as at:
        await at.press(*"n" * (stop + 1))
        left = at.reading
        assert left.stop == stop
    for _ in range(2):
        async with opened() as at:
            await settle(at.pilot, lambda: at.reading.analysis is not None)
            await settle(at.pilot, lambda: at.reading.cursor == left.cursor)
            assert at.reading.stop == stop


@pytest.mark.no_cover
@pytest.mark.parametrize("stop", NESTING)
async def test_marks_and_jumps_restore_the_quotation_and_not_a_nested_one(opened, stop):
    async with opened((60, 20)) as at:
        await at.press(*"n" * (stop + 1), "m", "a", "G", "apostrophe", "a")
        assert at.reading.stop == stop
        await at.press("G" if at.body.viewport.top < at.body.viewport.total // 2 else "g", "ctrl+o")
        assert at.reading.stop == stop


async def test_a_position_saved_by_an_older_version_gets_the_innermost_quotation(opened):
    outer = NESTING[0]
    session = Session()
    session.library.record(ARTICLE)
    session.positions(ARTICLE).save(Position(STOPS[outer].start))
    session.close()
    async with opened() as at:
        await settle(at.pilot, lambda: at.reading.cursor == STOPS[outer].start)
        await settle(at.pilot, lambda: at.reading.analysis is not None)
        assert STOPS[outer].span.contains(STOPS[at.reading.stop].span)


async def test_the_start_of_an_article_is_not_saved_as_a_position(opened, monkeypatch):
    written = []
    monkeypatch.setattr(Positions, "save", lambda *_: written.append(1))
    async with opened():
        pass
    assert written == []


@pytest.mark.no_cover
async def test_a_given_offset_wins_over_the_saved_position(opened):
    async with opened() as at:
        await at.press("G")
    async with opened(at=STOPS[2].start) as at:
        await asyncio.sleep(0.1)
        await at.pilot.pause()
        assert at.reading.cursor == STOPS[2].start


async def test_an_article_left_at_its_start_reopens_without_a_message(opened):
    text = "“The lamps are out,” said Ada Roe."
    article = replace(ARTICLE, text=text, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), marks=())
    for _ in range(2):
        async with opened(article=article, analysis=analyse(article)) as at:
            await at.pilot.pause(0.1)
            assert at.reading.cursor == 0
            assert "where you stopped reading" not in at.said
            await at.press("n")
            assert at.reading.stop == 0


@pytest.mark.no_cover
async def test_how_far_the_article_was_read_is_saved_also_where_nobody_moved(opened):
    async with opened((80, 24)) as at:
        seen = round(at.screen.panes.body.visible_range[1] * 100)
        assert 0 < seen < 100
        at.screen.controllers.history.save()
        assert at.screen.session.library.entries()[0].percent == seen
        await at.press("G")
        at.screen.controllers.history.save()
        await at.press("g")
    session = Session()
    assert [entry.percent for entry in session.library.entries()] == [100]
    session.close()


async def test_an_article_whose_last_row_was_not_on_the_screen_is_not_read(opened):
    text = "\n\n".join("The ferry is late." for _ in range(300))
    starts = range(0, len(text), 20)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, start + 18)) for start in starts)
    article = replace(ARTICLE, text=text, blocks=blocks, marks=())
    async with opened((80, 24), article=article, analysis=analyse(article)) as at:
        body = at.body
        before_end = body.viewport.total - body.viewport.height - 2
        body.set_viewport(body.viewport._replace(top=before_end, row=before_end))
        assert body.visible_range[1] > 0.995
        at.screen.controllers.history.save()
        assert at.screen.session.library.entries()[0].percent == 99
        at.screen.update(at.reading)
        assert "99%" in lines(at.screen.panes.title_bar)[0]
        await at.press("G")
        at.screen.controllers.history.save()
        assert at.screen.session.library.entries()[0].percent == 100


async def test_the_position_is_saved_at_intervals(opened, monkeypatch):
    monkeypatch.setattr(module, "SAVE_INTERVAL", 0.02)
    async with opened() as at:
        await at.press("G")
        session = Session()
        await settle(at.pilot, lambda: session.positions(ARTICLE).last() == position_of(at.reading))
        session.close()


@pytest.mark.parametrize("is_kept", [False, True])
async def test_an_article_that_is_removed_and_highlighted_again_is_as_it_is_read(opened, is_kept):
    async with opened() as at:
        await at.press("n", "n", "n", "h")
        await at.press(*("x",) if is_kept else ("U",))
        at.screen.controllers.history.save()
        session = at.screen.session
        (before,) = session.library.entries()
        assert before.percent
        if not is_kept:  # without a trace of the highlight, nothing of the article stays
            with session.library.writing() as store:
                store._connection.execute("DELETE FROM highlights")
        session.removals.remove(ARTICLE.id)
        assert session.library.entries() == ()
        at.screen.controllers.history.save()
        assert session.library.entries() == ()
        await at.press("h", "l")
        (after,) = session.library.entries()
        assert after.read >= before.read
        assert (after.percent, after.highlights) == (before.percent, 1)
        assert f"◐ {before.percent}% read" in "\n".join(lines(at.app.screen.query_one(ArticleList)))


@pytest.mark.parametrize(("keys", "is_kept"), [((), True), (("h", "a", "x", "escape"), True), (("n",), False)])
async def test_looking_something_up_keeps_the_place_of_reading_unless_one_reads_on(opened, keys, is_kept):
    async with opened() as at:
        await at.press("n")
        left = position_of(at.reading)
    async with opened(at=STOPS[2].start) as at:
        await at.press(*keys)
        there = position_of(at.reading)
    session = Session()
    assert session.positions(ARTICLE).last() == (left if is_kept else there)
    session.close()
