"""The reading screen: every key, through the program."""

import webbrowser
from dataclasses import replace
from itertools import pairwise

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from reader.app.bindings import KEYS
from reader.app.messages import Analysed
from reader.app.screens.help_screen import HelpScreen
from reader.app.screens.info_screen import InfoScreen
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.app.widgets.article_view import ArticleView
from reader.model import Block, BlockKind, Mark, MarkKind, Span
from reader.services.session import Session
from reader.text.layout import RowKind
from tests.app.pane_harness import ANALYSIS, ARTICLE, STOPS, TEXT, VOICES, lines, settle, span

LINKED = replace(
    ARTICLE,
    url="https://estuary.example/wall",
    marks=(
        Mark(MarkKind.LINK, span("Coastal Courier"), "https://courier.example/wall"),
        Mark(MarkKind.LINK, span("the ministry"), "mailto:desk@ministry.example"),
        Mark(MarkKind.LINK, span("joint paper"), "https://ministry.example/paper"),
    ),
)
FURNISHED = replace(
    ARTICLE,
    text=f"{TEXT}\n\nSubscribe today\n\nRead also",
    blocks=(
        *ARTICLE.blocks,
        Block(BlockKind.PARAGRAPH, Span(len(TEXT) + 2, len(TEXT) + 17), hidden=True),
        Block(BlockKind.PARAGRAPH, Span(len(TEXT) + 19, len(TEXT) + 28), hidden=True),
    ),
)


# Opening


async def test_an_article_opens_with_its_title_its_facts_and_its_voices(opened):
    async with opened((140, 40)) as at:
        shown = at.shown()
        assert shown[0].strip().endswith("Harbour Towns Weigh a Sea Wall That Nobody Wants to Pay For")
        assert shown[1].strip() == "Ruth Amadi · Estuary Digest · 2 March 2024"
        assert shown[2].strip() == "400 words · 2 minutes · 12 voices · 5 threads"
        assert at.reading.analysis is ANALYSIS
        assert at.reading.stops == STOPS


async def test_the_text_is_there_before_the_engine_has_finished(opened):
    async with opened(analysis=None) as at:
        assert "400 words · 2 minutes" in at.shown()[2]
        await at.press("n")
        assert "still finding out who speaks" in at.said
        await at.press("s", "r")
        assert "still finding out who speaks" in at.said
        before = at.shown()
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        words = [row[6:].strip("▎ ") for row in at.shown() if "words" not in row]
        assert words == [row[6:].strip("▎ ") for row in before if "words" not in row]


async def test_it_starts_at_the_offset_that_was_asked_for(opened):
    async with opened(at=STOPS[5].start) as at:
        assert at.reading.cursor == STOPS[5].start
        assert at.body.eye.top <= at.body.rows.row_at(STOPS[5].start) < at.body.eye.top + at.body.eye.height


async def test_below_a_menu_that_is_folded_away_the_cursor_starts_on_the_title(opened):
    menu = "Home · Shop\n\n"
    blocks = tuple(replace(block, span=block.span.shifted(len(menu))) for block in ARTICLE.blocks)
    pasted = replace(
        ARTICLE,
        text=menu + TEXT,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(menu) - 2), hidden=True), *blocks),
    )
    async with opened(article=pasted, analysis=None) as at:
        assert [row.strip(" ›")[:12] for row in at.shown()[:3]] == ["· 1 line tha", "", "Harbour Town"]
        assert at.body.eye.row == 2
        assert lines(at.screen.panes.title)[0].strip().startswith("Estuary Digest")
        await at.press("k")
        assert at.body.eye.row == 1


async def test_what_is_wrong_with_the_library_is_said_and_reading_goes_on(opened, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "library.db").write_bytes(b"no database, but longer than its header would be " * 40)
    async with opened((140, 40)) as at:
        assert "library.db is not a Pullquote library" in at.said
        await at.press("n")
        assert at.reading.stop == 0
        await at.press("h")
        assert at.reading.highlights == ()
        assert "library.db is not a Pullquote library" in at.said


# Before the engine is done


async def test_keys_pressed_before_the_engine_is_done_act_in_their_order_when_it_is(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "n", "h", "j")
        assert at.reading.highlights == ()
        assert at.reading.cursor > 0
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        assert at.reading.stop is not None
        assert [each.spans for each in at.reading.highlights] == [STOPS[at.reading.stop].spans]


async def test_words_typed_for_a_note_before_the_engine_is_done_are_the_note(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "h", "a", "x", "j", "e", "enter", "j")
        assert at.reading.cursor == 0
        at.screen.post_message(Analysed(ANALYSIS))
        await settle(
            at.pilot,
            lambda: at.reading.highlights and at.reading.highlights[0].note and at.reading.cursor > STOPS[0].start,
        )
        assert [each.note for each in at.reading.highlights] == ["xje"]
        assert at.reading.cursor > STOPS[0].start


async def test_escape_forgets_words_that_wait_for_their_line(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "a", "x", "escape", "j")
        assert at.reading.cursor > 0
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        assert at.reading.highlights == ()


async def test_what_cannot_be_known_of_a_text_is_said_when_the_engine_is_done(opened):
    async with opened(analysis=None) as at:
        at.screen.post_message(Analysed(replace(ANALYSIS, note="Read in part.")))
        await at.pilot.pause()
        assert "Read in part." in at.said


async def test_escape_forgets_the_keys_that_wait_for_the_engine(opened):
    async with opened(analysis=None) as at:
        await at.press("h", "n", "escape")
        assert "still finding out" not in at.said
        at.screen.post_message(Analysed(ANALYSIS))
        await at.pilot.pause()
        assert at.reading.highlights == ()


async def test_headings_are_found_without_the_engine(opened):
    async with opened(analysis=None) as at:
        await at.press(")")
        assert "still finding out" not in at.said


# Moving


@pytest.mark.parametrize(("keys", "row"), [(["j"], 2), (["down", "j"], 4), (["j", "j", "k"], 3), (["j", "up"], 0)])
async def test_lines(opened, keys, row):
    async with opened() as at:
        await at.press(*keys)
        assert at.body.rows.row_at(at.reading.cursor) == row


@pytest.mark.parametrize(
    ("keys", "top"),
    [
        (["d"], 8),
        (["d", "u"], 0),
        (["space"], 15),
        (["pagedown", "b"], 0),
        (["space", "d", "pageup"], 8),
        (["G"], None),
        (["end", "home"], 0),
        (["G", "g"], 0),
    ],
)
async def test_pages_and_ends(opened, keys, top):
    async with opened() as at:
        await at.press(*keys)
        assert at.body.eye.top == (at.body.eye.last_top if top is None else top)
        assert at.body.scroll_offset.y == at.body.eye.top
        assert at.body.rows.row_at(at.reading.cursor) == at.body.eye.row


async def test_at_the_ends_of_the_article_a_key_says_so(opened):
    async with opened() as at:
        await at.press("k")
        assert at.said.startswith("start of the article")
        await at.press("G", "j")
        assert at.said.startswith("end of the article")
        await at.press("k")
        assert "quotation" in at.said


async def test_the_cursor_shows_in_the_margin_only_while_the_body_has_the_keys(opened):
    async with opened((140, 40)) as at:
        await at.press("j")
        assert [y for y, row in enumerate(at.shown()) if "›" in row] == [at.body.eye.row - at.body.eye.top]
        await at.press("tab")
        assert not any("›" in row for row in at.shown())


# Quotations, voices, claims, threads


async def test_n_walks_every_stop_and_capital_n_walks_back(opened):
    async with opened() as at:
        walked = []
        for _ in STOPS:
            await at.press("n")
            walked.append(at.reading.stop)
            rows = at.body.rows.rows_of(STOPS[walked[-1]].span)
            assert at.body.eye.top <= rows[0]
            assert rows[-1] < at.body.eye.top + at.body.eye.height
        assert walked == list(range(len(STOPS)))
        await at.press("n")
        assert at.said.startswith("last quotation")
        await at.press("N", "N")
        assert at.reading.stop == len(STOPS) - 3


async def test_nothing_moves_for_a_quotation_that_is_in_sight(opened):
    async with opened((140, 40)) as at:
        await at.press("n")
        top = at.body.eye.top
        await at.press("n", "n")
        assert (at.body.eye.top, at.reading.stop) == (top, 2)


async def test_the_current_quotation_is_one_with_words_on_the_row_of_the_cursor(opened):
    async with opened((140, 40)) as at:
        seen = []
        for _ in range(30):
            await at.press("j")
            row = at.body.rows.row(at.body.eye.row)
            seen.append(at.reading.stop)
            on_row = [
                index
                for index, stop in enumerate(STOPS)
                if any(part.overlaps(Span(row.start, max(row.end, row.start + 1))) for part in stop.spans)
            ]
            if row.kind is RowKind.BLANK:  # nobody's, or between two paragraphs of one quotation
                assert seen[-1] in {None, 1, 2, 4, 6}
            else:
                assert seen[-1] in on_row if on_row else seen[-1] is None
        assert len(set(seen)) > 5


async def test_what_is_current_is_in_sight_wherever_the_wheel_leads(opened):
    async with opened((140, 20)) as at:
        await at.press("n", "n")
        for rows in (3, 1, 1, 1, 3, 1, 1, 1, -1, -1, -3, -1, 3, 3, 1, 1):
            at.body.post_message(ArticleView.Rolled(rows))
            await at.pilot.pause()
            if at.reading.stop is not None:
                eye, rows_of = at.body.eye, at.body.rows.rows_of(STOPS[at.reading.stop].span)
                assert rows_of[-1] >= eye.top
                assert rows_of[0] < eye.top + eye.height


async def test_s_walks_what_one_voice_says(opened):
    async with opened() as at:
        await at.press("s")
        assert at.said.startswith("nobody speaks here")
        await at.press("n", "s", "s")
        assert [at.reading.stop, STOPS[2].voice] == [2, 1]
        await at.press("s")
        assert at.said.startswith("last quotation of Petra Halloran")
        await at.press("S", "S", "S")
        assert at.reading.stop == 0
        assert at.said.startswith("first quotation of Petra Halloran")


async def test_brackets_walk_the_claims_and_braces_the_threads(opened):
    async with opened() as at:
        await at.press("right_square_bracket", "right_square_bracket")
        assert at.reading.claim == 2
        await at.press("left_square_bracket")
        assert at.reading.claim == 1
        await at.press("left_square_bracket")
        assert at.said.startswith("first claim")
        await at.press("right_curly_bracket", "right_curly_bracket")
        assert at.reading.claim == 7
        await at.press("left_curly_bracket")
        assert at.reading.claim == 5
        await at.press("left_curly_bracket", "left_curly_bracket")
        assert at.said.startswith("first thread")


async def test_r_goes_to_what_a_claim_answers_and_capital_r_to_what_answers_it(opened):
    async with opened() as at:
        await at.press("G", "r")
        assert at.reading.claim == 15
        await at.press("r", "r")
        assert at.reading.claim == 14
        assert at.said.startswith("this claim answers no other")
        await at.press("R", "R", "R")
        assert at.reading.claim == 16
        assert at.said.startswith("no claim answers this one")


async def test_where_nothing_is_claimed_r_says_so(opened):
    async with opened() as at:
        await at.press("r")
        assert at.said.startswith("nothing is claimed here")


# Panes


async def test_tab_and_digits_go_from_pane_to_pane(opened):
    async with opened((140, 40)) as at:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "1", "2", "3"):
            await at.press(key)
            seen.append(at.screen.panes.current)
        assert seen == ["voices", "threads", "body", "threads", "body", "voices", "threads"]


async def test_on_a_narrow_screen_the_rail_is_a_drawer(opened):
    async with opened() as at:
        rail = at.screen.panes.rail
        assert not rail.display
        await at.press("2")
        assert rail.display
        assert at.screen.panes.current == "voices"
        await at.press("escape", "escape")
        assert not rail.display
        assert at.screen.panes.current == "body"
        await at.press("3")
        assert at.screen.panes.current == "threads"
        await at.press("j", "enter")
        assert not rail.display


async def test_z_leaves_one_pane_alone_and_brings_the_others_back(opened):
    async with opened((140, 40)) as at:
        panes = at.screen.panes
        await at.press("z")
        assert [pane.display for pane in (panes.body, panes.rail)] == [True, False]
        assert at.body.region.width > 100
        await at.press("z", "3", "z")
        assert [pane.display for pane in (panes.body, panes.rail, panes.rail.voices)] == [False, True, False]
        await at.press("2")
        assert [panes.rail.voices.display, panes.rail.threads.display, panes.current] == [True, False, "voices"]
        await at.press("escape", "escape")
        assert [pane.display for pane in (panes.body, panes.rail)] == [True, True]
        assert panes.current == "body"


async def test_esc_brings_all_panes_back_before_it_ends_anything_else(opened):
    async with opened((140, 40)) as at:
        await at.press("2", "j", "1", "z")
        assert "Esc all panes" in at.said
        await at.press("escape")
        assert at.screen.panes.alone is None
        assert at.reading.voice is not None
        await at.press("escape")
        assert at.reading.voice is None


async def test_a_key_to_a_claim_says_how_it_answers_until_the_next_key(opened):
    async with opened() as at:
        await at.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert at.said.startswith("claim 3 of 4 in thread 1 · on the same subject as claim 2 · a guess")
        assert at.reading.at_claim
        await at.press("j")
        assert "n N quotation" in at.said
        assert not at.reading.at_claim


async def test_a_note_stands_under_the_speaker_line_and_leaves_it_whole(opened):
    async with opened((80, 24)) as at:
        await at.press("n", "n", "n", "n")
        before = lines(at.screen.panes.speaker)
        await at.press("h", "a", *"because", "enter")
        assert lines(at.screen.panes.speaker)[0] == before[0]
        assert "✎ because" in lines(at.screen.panes.footer)[0] + lines(at.screen.panes.speaker)[1]


async def test_moving_in_the_voices_lights_up_a_voice_and_enter_goes_to_it(opened):
    async with opened((140, 40)) as at:
        await at.press("2", "j")
        voice = at.reading.voice
        assert voice == voice_stats_of(at.reading).order[1]
        await at.press("enter")
        assert STOPS[at.reading.stop].voice == voice
        assert at.screen.panes.current == "body"
        assert at.reading.voice == voice
        await at.press("escape")
        assert at.reading.voice is None


async def test_enter_in_the_threads_goes_to_a_claim(opened):
    async with opened((140, 40)) as at:
        await at.press("3", "j", "enter")
        assert at.screen.panes.current == "body"
        assert at.reading.claim == 5
        assert at.reading.cursor == ANALYSIS.claim(5).span.start


# What is kept


async def test_h_keeps_the_quotation_with_its_speaker_and_x_deletes_it(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "h")
        (highlight,) = at.reading.highlights
        assert highlight.spans == STOPS[3].spans
        assert highlight.speaker.name == "Ilse Marchetti"
        assert highlight.speaker.via == ("Petra Halloran",)
        assert at.said.startswith("highlighted · Ilse Marchetti · a adds")
        await at.press("h")
        assert at.said.startswith("this is highlighted")
        assert Session().highlights.of(ARTICLE) == at.reading.highlights
        await at.press("x")
        assert at.reading.highlights == ()
        await at.press("U")
        assert at.reading.highlights[0].spans == STOPS[3].spans
        assert at.said.startswith("highlight restored")


async def test_without_a_quotation_there_is_nothing_to_keep_or_delete_or_undo(opened):
    async with opened() as at:
        for key, sentence in (
            ("h", "nothing to highlight here"),
            ("a", "nothing to highlight here"),
            ("x", "no highlight here"),
            ("U", "nothing to undo"),
            ("e", "There are no highlights"),
        ):
            await at.press(key)
            assert at.said.startswith(sentence)


async def test_a_highlights_the_quotation_and_takes_a_note_in_the_place_of_the_footer(opened):
    async with opened() as at:
        await at.press("n", "a")
        assert at.screen.query("#prompt")
        await at.press("w", "h", "y", "enter")
        assert not at.screen.query("#prompt")
        assert at.said.startswith("note kept")
        assert [highlight.note for highlight in at.reading.highlights] == ["why"]
        assert any(row.rstrip().endswith("✎") for row in at.shown())
        await at.press("a", "x", "escape")
        assert [highlight.note for highlight in at.reading.highlights] == ["why"]
        await at.press("a", *["backspace"] * len("whyx"), "enter")
        assert at.said.startswith("note taken away")
        assert [highlight.note for highlight in at.reading.highlights] == [""]
        await at.press("j")
        assert at.screen.panes.current == "body"


async def test_e_exports_and_says_where(opened, tmp_path):
    async with opened((140, 40)) as at:
        await at.press("n", "h", "e")
        (file,) = tmp_path.glob("*.md")
        assert at.said.startswith("exported to")
        assert str(file) in at.said.replace(" ", "")
        assert "Petra Halloran" in file.read_text(encoding="utf-8")


# Links, folds, other screens


@pytest.fixture
def browser(monkeypatch):
    """A browser that opens nothing and remembers the addresses."""
    visited = []

    class Browser(webbrowser.BaseBrowser):
        def open(self, url, new=0, autoraise=True):  # noqa: ARG002 - the signature of a browser
            visited.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", lambda: Browser("none"))
    return visited


async def test_o_numbers_the_links_in_sight_and_a_digit_opens_one(opened, browser):
    async with opened(article=LINKED) as at:
        await at.press("o")
        assert at.said.startswith("open 1 the original (estuary.example) · 2 Coastal Courier (")
        assert any("The2Coastal Courier" in row for row in at.shown())
        await at.press("3")
        assert browser == ["https://ministry.example/paper"]
        assert at.said.startswith("opened https://ministry.example/paper")
        assert any("Coastal Courier" in row for row in at.shown())
        await at.press("o", "1")
        assert browser[-1] == "https://estuary.example/wall"
        await at.press("o", "9")
        assert len(browser) == 2
        await at.press("escape", "2")
        assert at.screen.panes.current == "voices"


async def test_digits_beyond_the_panes_open_links_too(opened, browser):
    marks = tuple(Mark(MarkKind.LINK, Span(at, at + 1), f"https://a.example/{at}") for at in range(6))
    async with opened(article=replace(ARTICLE, marks=marks)) as at:
        await at.press("5")
        assert browser == []
        await at.press("o", "5")
        assert browser == ["https://a.example/4"]


async def test_without_links_o_says_so(opened):
    async with opened() as at:
        await at.press("o", "4")
        assert at.said.startswith("no links in sight")


async def test_a_full_stop_shows_and_folds_what_is_not_the_article(opened):
    async with opened(article=FURNISHED) as at:
        await at.press("G")
        assert at.shown()[-1].strip().endswith("· 2 lines that are not the article (. shows)")
        await at.press("full_stop")
        assert at.said.startswith("2 lines that are not the article shown")
        await at.press("G")
        assert at.shown()[-1].strip().endswith("Read also")
        await at.press("full_stop")
        assert at.said.startswith("2 lines that are not the article folded away")
        assert at.shown()[-1].strip().endswith("(. shows)")


async def test_where_nothing_is_folded_a_full_stop_says_so(opened):
    async with opened() as at:
        await at.press("full_stop")
        assert at.said.startswith("nothing is folded away")


async def test_what_was_said_goes_with_the_next_key_even_where_that_opens_a_screen(opened):
    async with opened() as at:
        await at.press("full_stop", "colon", "escape")
        assert at.said.startswith("n N quotation")


async def test_i_and_question_mark_open_screens_and_escape_returns(opened):
    async with opened() as at:
        await at.press("i")
        assert isinstance(at.app.screen, InfoScreen)
        await at.press("escape", "question_mark")
        assert isinstance(at.app.screen, HelpScreen)
        await at.press("escape")
        assert at.app.screen is at.screen


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("ctrl+c", 130)])
async def test_q_and_control_c_quit_each_with_its_exit_status(opened, key, status):
    async with opened() as at:
        await at.press(key)
        assert at.app.return_code == status


def test_every_key_has_an_id_of_its_own_and_a_line_of_help():
    ids = [key.id for key in KEYS]
    assert len(set(ids)) == len(ids)
    assert all(key.id and "." in key.id for key in KEYS)
    assert all(key.description for key in KEYS)


# Mouse


async def test_the_wheel_moves_the_page_three_rows(opened):
    async with opened() as at:
        for event, top in ((MouseScrollDown, 3), (MouseScrollDown, 6), (MouseScrollUp, 3)):
            await at.pilot._post_mouse_events([event], at.body, offset=(20, 5))
            await at.pilot.pause()
            assert at.body.eye.top == top


async def test_a_press_puts_the_cursor_on_the_character_and_in_the_innermost_voice_there(opened):
    async with opened((140, 40)) as at:
        offset = TEXT.index("a wall on paper")
        await at.press("2")
        await at.pilot.click(at.body, offset=at.cell(offset))
        await at.pilot.pause()
        assert at.reading.cursor == offset
        assert VOICES[STOPS[at.reading.stop].voice - 1].name == "Tomas Adeyemi"
        assert at.screen.panes.current == "body"


async def test_the_mouse_drawn_over_words_selects_them_and_h_keeps_them_with_the_speaker(opened):
    async with opened((140, 40)) as at:
        start, end = TEXT.index("Both sides"), TEXT.index(" want to be seen")
        await at.pilot.mouse_down(at.body, offset=at.cell(start))
        await at.pilot.hover(at.body, offset=at.cell(end - 1))
        await at.pilot.mouse_up(at.body, offset=at.cell(end - 1))
        await at.pilot.pause()
        assert at.reading.selection.of(TEXT) == "Both sides"
        assert at.said.startswith("2 words selected")
        await at.press("h")
        assert at.reading.selection is None
        (highlight,) = at.reading.highlights
        assert (highlight.exact, highlight.speaker.name) == ("Both sides", "Ilse Marchetti")


async def test_a_selection_may_go_backwards_and_escape_ends_it(opened):
    async with opened((140, 40)) as at:
        start, end = TEXT.index("Both sides"), TEXT.index(" want to be seen")
        await at.pilot.mouse_down(at.body, offset=at.cell(end - 1))
        await at.pilot.hover(at.body, offset=at.cell(start))
        await at.pilot.mouse_up(at.body, offset=at.cell(start))
        await at.pilot.pause()
        assert at.reading.selection.of(TEXT) == "Both sides"
        await at.press("escape")
        assert at.reading.selection is None


async def test_a_click_on_the_map_brings_that_part_of_the_article(opened):
    async with opened() as at:
        quote_map = at.screen.panes.map
        await at.pilot.click(quote_map, offset=(1, quote_map.size.height - 1))
        await at.pilot.pause()
        assert at.body.eye.top == at.body.eye.last_top
        await at.pilot.click(quote_map, offset=(1, 0))
        await at.pilot.pause()
        assert at.body.eye.top == 0


# Sizes


@pytest.mark.parametrize("size", [(60, 20), (76, 24), (80, 24), (100, 30), (140, 40), (220, 60)])
async def test_at_every_size_the_rows_fill_the_screen_exactly(opened, size):
    async with opened(size) as at:
        await at.press("n", "n")
        width, height = size
        assert at.body.region.height == at.body.eye.height == height - 7
        regions = [each.region for each in (at.body, at.screen.panes.map, at.screen.panes.rail) if each.display]
        assert all(region.right <= width for region in regions)
        assert all(one.right <= other.x for one, other in pairwise(regions))
        assert {len(row) <= width for row in at.shown()} == {True}


async def test_a_resize_keeps_the_line_under_the_eye(opened):
    async with opened((140, 40)) as at:
        await at.press("space", "j")
        cursor, down = at.reading.cursor, at.body.eye.row - at.body.eye.top
        await at.pilot.resize_terminal(80, 40)
        await at.pilot.pause()
        assert at.reading.cursor == cursor
        assert at.body.rows.row_at(cursor) - at.body.eye.top == down


async def test_too_small_a_terminal_says_what_is_missing(opened):
    async with opened((80, 24)) as at:
        await at.pilot.resize_terminal(59, 18)
        await at.pilot.pause()
        assert lines(at.screen.panes.small)[0] == "1 column and 2 rows more, please"
        await at.pilot.resize_terminal(59, 24)
        await at.pilot.pause()
        assert lines(at.screen.panes.small)[0] == "1 column more, please"
        await at.pilot.resize_terminal(60, 20)
        await at.pilot.pause()
        assert not at.screen.panes.small.display


async def test_a_drawer_that_fits_beside_the_text_again_is_none(opened):
    async with opened((80, 24)) as at:
        await at.press("2")
        assert at.screen.has_class("-drawer")
        await at.pilot.resize_terminal(140, 40)
        await at.pilot.pause()
        assert not at.screen.has_class("-drawer")
        assert at.screen.panes.rail.display
