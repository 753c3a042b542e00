"""Places: back and forward through jumps, marks, and reopening an article where one left off."""

import asyncio
from dataclasses import replace
from itertools import pairwise

import pytest

from reader.analysis import analyse
from reader.app.controllers import history as module
from reader.app.viewmodels.jumps import place_of
from reader.errors import StorageError
from reader.model import Block, BlockKind, Span
from reader.services.positions import Positions
from reader.services.session import Position, Session
from tests.app.pane_harness import ARTICLE, STOPS, settle


async def test_control_o_goes_back_through_jumps_and_control_n_forward_again(opened):
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


async def test_a_move_that_keeps_what_was_read_in_sight_is_no_jump(opened):
    async with opened((140, 40)) as at:
        await at.press("n", "n", "j", "d", "ctrl+o")
        assert at.said.startswith("no earlier jump")


async def test_from_the_end_back_and_the_cursor_is_on_the_line_that_was_left(opened):
    async with opened() as at:
        await at.press("j", "j", "j")
        left = at.reading.cursor
        await at.press("G", "ctrl+o")
        assert at.reading.cursor == left
        assert at.body.viewport.top <= at.body.viewport.row < at.body.viewport.top + at.body.viewport.height


async def test_m_sets_a_mark_and_the_apostrophe_comes_back_to_it(opened):
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
async def test_a_letter_that_is_none_sets_no_mark_and_goes_nowhere(opened, keys, sentence):
    async with opened() as at:
        await at.press(*keys)
        assert at.said.startswith(sentence)
        assert at.reading.cursor == 0


async def test_after_the_apostrophe_another_key_than_a_letter_leaves_everything_as_it_was(opened):
    async with opened() as at:
        await at.press("apostrophe", "escape")
        assert at.screen.panes.footer._message == ""
        await at.press("j")
        assert at.reading.cursor > 0


async def test_a_mark_that_can_not_be_kept_is_said(opened, monkeypatch):
    def fail(*_):
        raise StorageError("The library is full.")

    async with opened() as at:
        monkeypatch.setattr(Positions, "mark", fail)
        await at.press("m", "a")
        assert at.said.startswith("The library is full.")
        await at.press("apostrophe", "a")
        assert at.said.startswith("no mark a")


async def test_an_article_opens_again_on_the_line_where_it_was_left_with_its_marks_and_jumps(opened):
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


@pytest.mark.parametrize("stop", [*NESTING, *(outer + 1 for outer in NESTING)])
async def test_an_article_opens_again_at_the_quotation_that_was_left_not_at_one_nested_in_it(opened, stop):
    async with opened() as at:
        await at.press(*"n" * (stop + 1))
        left = at.reading
        assert left.stop == stop
    for _ in range(2):
        async with opened() as at:
            await settle(at.pilot, lambda: at.reading.analysis is not None)
            await settle(at.pilot, lambda: at.reading.cursor == left.cursor)
            assert at.reading.stop == stop


@pytest.mark.parametrize("stop", NESTING)
async def test_a_mark_and_a_jump_back_come_to_the_quotation_not_to_one_nested_in_it(opened, stop):
    async with opened((60, 20)) as at:
        await at.press(*"n" * (stop + 1), "m", "a", "G", "apostrophe", "a")
        assert at.reading.stop == stop
        await at.press("G" if at.body.viewport.top < at.body.viewport.total // 2 else "g", "ctrl+o")
        assert at.reading.stop == stop


async def test_a_place_kept_by_an_earlier_version_has_the_innermost_quotation(opened):
    outer = NESTING[0]
    session = Session()
    session.record(ARTICLE)
    session.whereabouts(ARTICLE).leave(Position(STOPS[outer].start))
    session.close()
    async with opened() as at:
        await settle(at.pilot, lambda: at.reading.cursor == STOPS[outer].start)
        await settle(at.pilot, lambda: at.reading.analysis is not None)
        assert STOPS[outer].span.contains(STOPS[at.reading.stop].span)


async def test_an_article_left_at_its_start_opens_at_its_start_and_nothing_is_written_for_it(opened, monkeypatch):
    written = []
    monkeypatch.setattr(Positions, "leave", lambda *_: written.append(1))
    async with opened():
        pass
    assert written == []


async def test_a_place_that_is_named_wins_over_the_one_that_is_kept(opened):
    async with opened() as at:
        await at.press("G")
    async with opened(at=STOPS[2].start) as at:
        await asyncio.sleep(0.1)
        await at.pilot.pause()
        assert at.reading.cursor == STOPS[2].start


async def test_an_article_that_begins_with_words_and_was_left_there_opens_without_a_word_about_it(opened):
    text = "“The lamps are out,” said Ada Roe."
    article = replace(ARTICLE, text=text, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), marks=())
    for _ in range(2):
        async with opened(article=article, analysis=analyse(article)) as at:
            await at.pilot.pause(0.1)
            assert at.reading.cursor == 0
            assert "where you stopped reading" not in at.said
            await at.press("n")
            assert at.reading.stop == 0


async def test_the_place_is_kept_from_time_to_time(opened, monkeypatch):
    monkeypatch.setattr(module, "EVERY", 0.02)
    async with opened() as at:
        await at.press("G")
        session = Session()
        await settle(at.pilot, lambda: session.whereabouts(ARTICLE).place() == place_of(at.reading))
        session.close()
