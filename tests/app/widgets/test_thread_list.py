"""The list of threads: titles, the open thread's claims, following the cursor, going to a claim."""

from dataclasses import replace

import pytest

from reader.app.messages import ClaimOpened
from reader.app.widgets.claim_row import relation_sign
from reader.app.widgets.thread_list import ThreadList
from reader.model import Claim, Relation, RelationKind, Span, Thread
from tests.app.pane_harness import ANALYSIS, LOADING, lines, reading, run_pane, style_of


def shown_list(width=50, height=30, read=None, *, focus=False):
    threads = ThreadList()
    return threads, run_pane(threads, (width, height), focus=focus, prepare=lambda: threads.show(read or reading()))


async def test_with_enough_rows_titles_are_full_with_blank_rows_between():
    threads, run = shown_list()
    async with run:
        assert lines(threads)[:13] == [
            " Threads 5                         claims, voices",
            " The towns have run out of time to argue about",
            " the wall                              4 PH IM",
            "   1 ·    Three coastal towns drew a line along…",
            "   2 + PH wrote · Petra Halloran spent a winter…",
            "   3 · PH Eight hours of rain at the ministry…",
            "   4 · IM “Both sides want to be seen to act…",
            "",
            " The mood in the town hall             2 TA",
            "",
            " The wall will earn back what",
            " it costs                              4 EF JP SI",
            "",
        ]


@pytest.mark.parametrize(("height", "blanks"), [(17, 4), (16, 0)])
async def test_blank_rows_are_left_out_if_the_list_does_not_fit(height, blanks):
    threads, run = shown_list(height=height)
    async with run:
        shown = lines(threads)
        last = max(at for at, line in enumerate(shown) if line)
        assert shown[: last + 1].count("") == blanks


async def test_in_a_small_list_closed_titles_have_one_row_and_the_number_of_claims():
    threads, run = shown_list(33, 14)
    async with run:
        assert lines(threads) == [
            " Threads 5                claims",
            " The towns have run out of time",
            " to argue about the wall       4",
            "   1 ·    Three coastal towns…",
            "   2 + PH wrote · Petra…",
            "   3 · PH Eight hours of rain…",
            "   4 · IM “Both sides want to…",
            " The mood in the town hall     2",
            " The wall will earn back…      4",
            " The towns no longer sit at…   3",
            " Who pays for the wall…        3",
            "",
            "",
            "",
        ]


async def test_in_a_narrow_list_with_the_focus_claims_have_two_rows():
    threads, run = shown_list(33, 14, focus=True)
    async with run as (_, pilot):
        assert lines(threads)[:7] == [
            " Threads 5                claims",
            " The towns have run out of time",
            " to argue about the wall       4",
            "   1 ·    Three coastal towns",
            "          drew a line along the…",
            "   2 + PH wrote · Petra Halloran",
            "          spent a winter beside…",
        ]
        assert sum(line.startswith("▌") for line in lines(threads)) == 2
        threads.screen.set_focus(None)
        await pilot.pause()
        assert lines(threads)[3] == "   1 ·    Three coastal towns…"


@pytest.mark.parametrize("focus", [True, False])
@pytest.mark.parametrize("width", [24, 33, 50, 78])
@pytest.mark.parametrize("height", [6, 14, 30])
async def test_every_row_is_as_wide_as_the_list(width, height, focus):
    threads, run = shown_list(width, height, focus=focus)
    async with run:
        assert {threads.render_line(y).cell_length for y in range(height)} == {width}


@pytest.mark.parametrize(
    ("relation", "sign", "sure"),
    [
        (None, "·", False),
        (Relation(1, RelationKind.SUPPORTS), "·", False),
        (Relation(1, RelationKind.EVIDENCE), "·", False),
        (Relation(1, RelationKind.DISPUTES), "−", False),
        (Relation(1, RelationKind.SUPPORTS, Span(0, 3)), "+", True),
        (Relation(1, RelationKind.EVIDENCE, Span(0, 3)), "+", True),
        (Relation(1, RelationKind.DISPUTES, Span(0, 3)), "−", True),
        (Relation(1, RelationKind.QUALIFIES, Span(0, 3)), "~", True),
        (Relation(1, RelationKind.QUALIFIES), "−", False),
    ],
)
def test_a_guess_shows_only_disagreement(relation, sign, sure):
    assert relation_sign(Claim(2, Span(0, 9), own=True, relation=relation)) == (sign, sure)


async def test_a_sign_stated_by_the_text_is_bold():
    threads, run = shown_list()
    async with run:
        assert style_of(threads, 4, "+").bold
        assert not style_of(threads, 5, "·").bold


async def test_a_claim_without_a_known_holder_has_a_question_mark():
    claims = list(ANALYSIS.claims)
    claims[1] = replace(claims[1], voice=None)
    threads, run = shown_list(read=reading(analysis=replace(ANALYSIS, claims=tuple(claims))))
    async with run:
        assert lines(threads)[4].startswith("   2 + ?  wrote · Petra Hall")


@pytest.mark.parametrize(
    ("to", "cue", "row"),
    [
        (3, Span(0, 12), "   4 ~ IM Harbour Town · “Both sides want to be…"),
        (1, Span(0, 5), "   4 ~1 IM Harbo · “Both sides want to be seen…"),
        (1, None, "   4 − IM “Both sides want to be seen to act…"),
        (16, Span(0, 5), "   4 ~ IM Harbo · “Both sides want to be seen to…"),
    ],
)
async def test_a_claim_shows_the_cue_and_which_claim_it_answers_unless_that_is_the_one_above(to, cue, row):
    claims = list(ANALYSIS.claims)
    claims[3] = replace(claims[3], relation=Relation(to, RelationKind.QUALIFIES, cue))
    threads, run = shown_list(read=reading(analysis=replace(ANALYSIS, claims=tuple(claims))))
    async with run:
        assert lines(threads)[6] == row


async def test_a_cue_that_opens_a_claim_is_shown_once():
    claims = list(ANALYSIS.claims)
    start = claims[3].span.start
    claims[3] = replace(claims[3], relation=Relation(3, RelationKind.DISPUTES, Span(start, start + 5)))
    threads, run = shown_list(read=reading(analysis=replace(ANALYSIS, claims=tuple(claims))))
    async with run:
        assert lines(threads)[6] == "   4 − IM “Both · sides want to be seen to act…"


async def test_where_one_side_speaks_the_list_says_so_and_leaves_its_room_to_the_voices():
    claims = tuple(replace(claim, voice=1, own=False, relation=None) for claim in ANALYSIS.claims)
    threads, run = shown_list(read=reading(None, analysis=replace(ANALYSIS, claims=claims)), focus=True)
    async with run as (_, pilot):
        assert lines(threads)[0].endswith("no argument")
        assert threads.rows_needed == 2
        await pilot.press("=")
        assert lines(threads)[1].startswith(" All claims in article order")


async def test_of_more_than_three_voices_the_rest_is_counted():
    whole = replace(ANALYSIS, threads=(Thread(1, "walls", tuple(range(1, 17))),))
    threads, run = shown_list(read=reading(None, analysis=whole))
    async with run:
        assert lines(threads)[1].endswith("16 PH IM +8")


async def test_the_list_follows_the_claim_at_the_cursor():
    threads, run = shown_list()
    async with run as (_, pilot):
        threads.show(reading(9))
        await pilot.pause()
        assert lines(threads)[10].startswith("   3 − JP argued · Joon Park")
        assert threads.selected is not None
        assert style_of(threads, 10, "Joon Park").bgcolor == style_of(threads, 10, "3").bgcolor
        assert not any(line.startswith("   1 ·    Three") for line in lines(threads))


async def test_outside_all_threads_the_last_one_stays_open_and_nothing_is_selected():
    threads, run = shown_list()
    async with run:
        before = lines(threads)
        threads.show(reading(None, claim=None))
        assert (lines(threads), threads.selected) == (before, None)


async def test_opening_another_thread_scrolls_to_the_first_title():
    threads, run = shown_list(33, 10)
    async with run:
        threads.show(reading(15))
        assert lines(threads)[0].endswith("more")
        threads.show(reading(3))
        assert lines(threads)[1] == " The towns have run out of time"


async def test_a_claim_in_no_thread_selects_nothing():
    claims = (*ANALYSIS.claims, Claim(17, Span(0, 9), own=True))
    threads, run = shown_list(read=reading(3, analysis=replace(ANALYSIS, claims=claims), claim=17))
    async with run:
        assert threads.selected is None


async def test_enter_goes_to_the_claim_and_on_a_title_to_its_first():
    _, run = shown_list(focus=True)
    async with run as (app, pilot):
        await pilot.press("k", "enter", "j", "j", "enter")
        assert [message.claim for message in app.messages_of(ClaimOpened)] == [3, 5]


async def test_right_and_left_open_and_close_the_selected_thread():
    threads, run = shown_list(focus=True)
    async with run as (app, pilot):
        await pilot.press("j", "right")
        assert any(line.startswith("   1 · TA The mayor held") for line in lines(threads))
        assert any(line.startswith("▌The mood in the town hall") for line in lines(threads))
        await pilot.press("j", "left")
        assert not any(line.startswith("   1 · TA") for line in lines(threads))
        assert any(line.startswith("▌The mood in the town hall") for line in lines(threads))
        await pilot.press("left")
        assert app.messages_of(ClaimOpened) == []


async def test_a_click_on_a_claim_selects_and_a_second_one_goes_there():
    threads, run = shown_list()
    async with run as (app, pilot):
        await pilot.click(threads, offset=(12, 5))
        await pilot.click(threads, offset=(12, 5))
        assert [message.claim for message in app.messages_of(ClaimOpened)] == [3]


async def test_showing_titles_only_hides_the_claims():
    threads, run = shown_list(height=7)
    async with run:
        threads.show_titles_only(on=True)
        assert [line.split()[0] for line in lines(threads) if line] == ["Threads", "The", "The", "The", "The", "Who"]
        threads.show_titles_only(on=False)
        assert any("Three coastal" in line for line in lines(threads))


async def test_a_new_width_wraps_the_titles_and_keeps_the_selection():
    threads, run = shown_list(focus=True)
    async with run as (_, pilot):
        await pilot.press("k")
        await pilot.resize_terminal(78, 30)
        await pilot.pause()
        assert lines(threads)[1].startswith(" The towns have run out of time to argue about the wall")
        assert any(line.startswith("▌  3 · PH Eight") for line in lines(threads))


@pytest.mark.parametrize(
    ("read", "right"),
    [(LOADING, "finding threads…"), (reading(None, analysis=replace(ANALYSIS, threads=(), claims=())), "none found")],
)
async def test_an_empty_list_says_why(read, right):
    threads, run = shown_list(read=read, focus=True)
    async with run as (app, pilot):
        await pilot.press("j", "right", "left", "enter")
        assert lines(threads)[0].endswith(right)
        assert threads.rows_needed == 2
        assert app.messages_of(ClaimOpened) == []


async def test_a_title_in_brackets_is_not_markup():
    whole = replace(ANALYSIS, threads=(Thread(1, "[/] walls", (1,)),))
    threads, run = shown_list(read=reading(None, analysis=whole))
    async with run:
        assert lines(threads)[1].startswith(" [/] walls")


async def test_a_new_width_keeps_a_selected_title():
    threads, run = shown_list(focus=True)
    async with run as (_, pilot):
        await pilot.press("G")
        await pilot.resize_terminal(78, 30)
        await pilot.pause()
        assert any(line.startswith("▌Who pays for the wall") for line in lines(threads))
