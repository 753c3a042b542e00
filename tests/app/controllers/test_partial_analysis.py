"""A long article whose passage about the reader is known before all of it is: what acts then, and what waits."""

from dataclasses import replace
from threading import Event

import pytest
from textual.events import Paste

from reader.app.app import PullquoteApp
from reader.app.controllers import highlight_actions
from reader.app.controllers.command_palette import reading_entries
from reader.app.controllers.partial_analysis import MARGIN, needs_next_passage
from reader.app.messages import Analysed, PassageAnalysed
from reader.app.screens.highlights_screen import HighlightsScreen
from reader.app.screens.info_screen import article_facts
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.state import Reading
from reader.app.viewmodels.cursor import matching_stop, with_analysis
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.model import Analysis, Span
from reader.services import session as session_module
from reader.services.session import Session
from reader.text.scope import Scope
from tests.app.pane_harness import ANALYSIS, ARTICLE, BLOCKS, LOADING, STOPS, TEXT, VOICES, lines, reading, settle

KNOWN = Span(0, BLOCKS[7].span.start)
IN_PASSAGE = tuple(stop for stop in STOPS if stop.start < KNOWN.end)
# What the passage alone tells of Ilse Marchetti is less than what all of the article tells.
PART = Analysis(
    "made-1",
    tuple(each for each in ANALYSIS.quotations if each.span.start < KNOWN.end),
    tuple(replace(voice, name="Marchetti", role=None) if voice.id == 2 else voice for voice in VOICES[:4]),
)
MARCHETTI = 3  # the index of her stop


def speaker_name(highlight):
    """The name kept as the speaker of a highlight."""
    return None if highlight.speaker is None else highlight.speaker.name


async def post_passage(at, part=PART, known=KNOWN):
    at.screen.post_message(PassageAnalysed(part, known))
    await at.pilot.pause()


async def post_analysis(at, *complaint):
    at.screen.post_message(Analysed(ANALYSIS, *complaint))
    await at.pilot.pause()


@pytest.mark.no_cover
async def test_a_passage_shows_its_quotations_and_nothing_about_the_whole_article(opened):
    async with opened((140, 40), analysis=None) as at:
        before = [row[6:].strip("▎▌ ") for row in at.shown()]
        await post_passage(at)
        await at.press("n", "n", "n", "n")
        assert at.reading.stop == MARCHETTI
        assert any("Marchetti" in row for row in lines(at.screen.panes.speaker_line))
        assert [row[6:].strip("▎▌ ") for row in at.shown()] == before
        assert "voices" not in at.shown()[2]
        assert "quotation" not in lines(at.screen.panes.title_bar)[0]
        assert "finding voices…" in lines(at.screen.panes.sidebar.voices)[0]
        assert at.reading.without_partial_analysis.analysis is None
        await post_analysis(at)
        assert (at.reading.stop, at.reading.analysed_span) == (MARCHETTI, None)
        assert "quotation 3 · stop 4/" in lines(at.screen.panes.title_bar)[0]
        assert any("Ilse Marchetti" in row for row in lines(at.screen.panes.speaker_line))
        assert at.body.viewport.top == 0


async def test_n_beyond_the_last_quotation_of_the_passage_waits(opened):
    async with opened(analysis=None) as at:
        await post_passage(at)
        await at.press(*["n"] * (len(IN_PASSAGE) + 2))
        assert at.reading.stop == len(IN_PASSAGE) - 1
        assert "still finding who speaks" in at.said
        await post_analysis(at)
        assert at.reading.stop == len(IN_PASSAGE) + 1


@pytest.mark.no_cover
async def test_n_at_an_analysed_end_of_the_article_says_last_quotation(opened):
    async with opened(analysis=None) as at:
        await post_passage(at)
        await at.press("n", "N")
        assert at.said.startswith("first quotation")
        await at.press(*["n"] * len(IN_PASSAGE))
        assert "still finding who speaks" in at.said
    async with opened(analysis=None) as at:
        await post_passage(at, known=Span(0, len(TEXT)))
        await at.press(*["n"] * (len(IN_PASSAGE) + 1))
        assert at.said.startswith("last quotation")


async def test_a_command_that_needs_the_whole_article_holds_back_the_ones_after_it(opened):
    async with opened(analysis=None) as at:
        await post_passage(at)
        await at.press("n", "s", "n")
        assert at.reading.stop == 0
        await post_analysis(at)
        assert at.reading.stop == 2


async def test_a_letter_typed_for_a_question_that_waits_is_its_answer(opened):
    async with opened(analysis=None) as at:
        await at.press("F", "e", "n")
        await post_analysis(at)
        await at.pilot.pause()
        assert at.reading.scope is Scope.EXPERTS
        assert at.reading.stop is not None


async def test_a_key_typed_for_a_list_that_waits_acts_there_and_not_in_the_article(opened):
    async with opened(analysis=None) as at:
        await at.press("H", "/", "t")
        await post_analysis(at)
        await at.pilot.pause()
        assert isinstance(at.pilot.app.screen, HighlightsScreen)
        assert at.reading.search is None


async def test_keys_pressed_before_the_passage_act_as_far_as_it_allows(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "n", "s", "n")
        await post_passage(at)
        assert at.reading.stop == 1
        assert len(at.screen.commands.deferred.pending) == 2
        await post_analysis(at)
        assert at.reading.stop == 3


@pytest.mark.no_cover
async def test_a_highlight_in_the_passage_gets_its_speaker_anew_from_the_whole_analysis(opened):
    async with opened(analysis=None) as at:
        await post_passage(at)
        await at.press("n", "n", "n", "n", "h")
        (kept,) = at.screen.session.highlights.of(ARTICLE)
        assert kept.speaker is not None
        assert (kept.speaker.name, kept.spans) == ("Marchetti", STOPS[MARCHETTI].spans)
        await at.press("j", "j")
        await post_analysis(at)
        (told,) = at.reading.highlights
        assert told == at.screen.session.highlights.of(ARTICLE)[0]
        assert told.speaker is not None
        assert told.speaker.name == "Ilse Marchetti"
        assert replace(told, speaker=kept.speaker, speaker_pending=True) == kept
        await at.press("U")
        assert at.screen.session.highlights.of(ARTICLE) == ()


@pytest.mark.no_cover
async def test_a_note_in_the_passage_can_be_written_at_once(opened):
    async with opened(analysis=None) as at:
        await post_passage(at)
        await at.press("n", "a", "o", "k", "enter")
        assert [each.note for each in at.reading.highlights] == ["ok"]
        await at.press("x")
        assert at.reading.highlights == ()
        await post_analysis(at)
        await at.press("U")
        assert [each.note for each in at.reading.highlights] == ["ok"]


async def test_a_highlight_made_before_the_end_gets_its_speaker_at_the_next_opening(session, opened):
    part = replace(LOADING, analysis=PART, stops=IN_PASSAGE, analysed_span=KNOWN, stop=MARCHETTI)
    made = highlight_actions.add(session, part, KNOWN).highlight
    assert made is not None
    assert speaker_name(made) == "Marchetti"
    async with opened() as at:
        assert [speaker_name(each) for each in at.reading.highlights] == ["Ilse Marchetti"]
        assert at.screen.session.highlights.of(ARTICLE) == at.reading.highlights
        await at.press("g", "n", "h")
        assert not any(each.speaker_pending for each in at.reading.highlights)


async def test_a_stopped_engine_leaves_the_speaker_that_the_passage_gave(opened):
    async with opened(analysis=None) as at:
        await post_passage(at)
        await at.press("n", "n", "n", "n", "h")
        at.screen.post_message(Analysed(Analysis(engine=""), "stopped"))
        await at.pilot.pause()
        assert at.reading.highlights[0].speaker.name == "Marchetti"
        await at.press("G", "v", "ctrl+left", "h")
        assert [each.speaker_pending for each in at.reading.highlights] == [True, True]


async def test_keys_outside_the_passage_wait_for_the_passage_there(opened):
    async with opened(analysis=None) as at:
        await post_passage(at)
        await at.press("G", "N", "N")
        assert at.reading.stop is None
        assert any("finding who speaks" in row for row in lines(at.screen.panes.speaker_line))
        rest = tuple(each for each in ANALYSIS.quotations if each.span.start >= KNOWN.end)
        numbered = tuple(replace(each, id=number) for number, each in enumerate(rest, 1))
        await post_passage(at, Analysis("made-1", numbered, VOICES), Span(KNOWN.end, len(TEXT)))
        stop = at.reading.stop
        assert stop is not None
        assert at.reading.stops[stop].spans == STOPS[-3].spans
        assert at.screen.commands.deferred.pending == []


async def test_a_passage_after_the_whole_analysis_is_ignored(opened):
    async with opened() as at:
        await post_passage(at)
        assert at.reading.analysis is ANALYSIS
        assert at.reading.analysed_span is None


async def test_a_search_returns_to_the_same_quotation_after_the_analysis_has_arrived(opened):
    async with opened(analysis=None) as at:
        rest = tuple(each for each in ANALYSIS.quotations if each.id == 3)
        await post_passage(at, Analysis("made-1", (replace(rest[0], id=1),), VOICES), KNOWN)
        await at.press("n")
        assert at.reading.stop == 0
        await at.press("slash", "t", "e", "a", "enter")
        await post_analysis(at)
        await at.press("escape")
        assert at.reading.search is None
        assert at.reading.stop == MARCHETTI
        assert at.reading.claim == 4


def test_palette_and_facts_ignore_a_partial_analysis():
    part = replace(LOADING, analysis=PART, stops=IN_PASSAGE, analysed_span=KNOWN, stop=0)
    whole = part.without_partial_analysis
    assert (whole.stop, whole.stops, whole.analysed_span) == (None, (), None)
    assert list(reading_entries(whole, voice_stats_of(whole))) == list(
        reading_entries(LOADING, voice_stats_of(LOADING))
    )
    assert article_facts(whole) == article_facts(LOADING)
    assert LOADING.without_partial_analysis is LOADING


@pytest.mark.parametrize(
    ("cursor", "here"), [(0, True), (KNOWN.end - 1, True), (KNOWN.end, False), (len(TEXT) - 1, False)]
)
def test_a_partial_analysis_covers_the_cursor_only_inside_its_passage(cursor, here):
    assert replace(LOADING, analysis=PART, analysed_span=KNOWN, cursor=cursor).is_analysed_here is here
    assert not replace(LOADING, cursor=cursor).is_analysed_here
    assert replace(LOADING, analysis=ANALYSIS, cursor=cursor).is_analysed_here


def test_the_current_quotation_is_found_in_another_analysis_by_its_spans():
    outer = replace(reading(4), stops=STOPS)
    assert matching_stop(outer, STOPS[2:]) == 2
    assert matching_stop(outer, STOPS[5:]) is None
    assert matching_stop(reading(None), STOPS) is None
    assert with_analysis(outer, ANALYSIS).stop == 4


FAR = replace(ARTICLE, text="x" * 100_000)


@pytest.mark.parametrize(
    ("known", "cursor", "strayed"),
    [
        (None, 50_000, False),
        (Span(0, 40_000), 0, False),
        (Span(0, 40_000), 40_000 - MARGIN + 1, True),
        (Span(0, 40_000), 70_000, True),
        (Span(30_000, 70_000), 30_000 + MARGIN - 1, True),
        (Span(30_000, 70_000), 50_000, False),
        (Span(60_000, 100_000), 99_999, False),
    ],
)
def test_the_next_passage_is_needed_near_the_end_of_the_analysed_one(known, cursor, strayed):
    assert needs_next_passage(Reading(FAR, analysed_span=known, cursor=cursor)) is strayed


async def test_passages_are_analysed_one_at_a_time_where_the_reader_goes(opened, monkeypatch):
    asked, go_on = [], Event()
    first, whole = Span(0, BLOCKS[2].span.start), Span(0, len(TEXT))

    def glimpse(_, offset):
        asked.append(offset)
        go_on.wait(5)
        return PART, whole if len(asked) > 1 else first

    monkeypatch.setattr(session_module, "analyse_around", glimpse)
    async with opened(analysis=None) as at:
        await post_passage(at, known=first)
        await settle(at.pilot, lambda: asked)
        await at.press("j", "G")
        assert asked == [0]
        go_on.set()
        await settle(at.pilot, lambda: at.reading.analysed_span == whole)
        assert asked == [0, at.reading.cursor]
        await at.press("g")
        assert len(asked) == 2


async def test_an_error_in_a_passage_is_not_shown(opened, monkeypatch, capsys):
    asked = []

    def glimpse(_, offset):
        asked.append(offset)
        raise ValueError("unreadable")

    monkeypatch.setattr(session_module, "analyse_around", glimpse)
    async with opened(analysis=None) as at:
        await post_passage(at, known=Span(0, BLOCKS[2].span.start))
        await settle(at.pilot, lambda: asked)
        await at.press("j")
        await settle(at.pilot, lambda: len(asked) > 1)  # the next passage is asked for all the same
    assert "unreadable" not in "".join(capsys.readouterr())


async def test_an_article_without_a_passage_can_be_asked_again(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(session_module, "analyse_around", lambda _, offset: asked.append(offset))
    async with opened(analysis=None) as at:
        await post_passage(at, known=Span(0, BLOCKS[2].span.start))
        await settle(at.pilot, lambda: asked)
        assert at.reading.analysed_span == Span(0, BLOCKS[2].span.start)
        await at.press("j")
        await settle(at.pilot, lambda: len(asked) > 1)


async def test_the_passage_at_the_start_is_analysed_before_the_whole_article(session, monkeypatch):
    go_on = Event()
    asked = []

    def analyse(_session, _article, on_progress, _is_cancelled):
        on_progress("finding voices")
        go_on.wait(5)
        return ANALYSIS

    def glimpse(_, offset):
        asked.append(offset)
        return (PART, KNOWN) if len(asked) == 1 else None

    monkeypatch.setattr(Session, "analyse", analyse)
    monkeypatch.setattr(session_module, "analyse_around", glimpse)
    app = PullquoteApp(session, ARTICLE, at=STOPS[1].start)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await settle(pilot, lambda: screen.reading.analysed_span is not None)
        assert asked[0] == STOPS[1].start
        assert "finding voices" in lines(screen.panes.title_bar)[0]
        go_on.set()
        await settle(pilot, lambda: screen.reading.analysis is ANALYSIS)
        assert screen.reading.analysed_span is None


def test_a_selection_highlighted_in_the_passage_gets_its_speaker_anew_too(session):
    older = session.highlights.add(ARTICLE, STOPS[0].spans)
    part = replace(LOADING, analysis=PART, stops=IN_PASSAGE, analysed_span=KNOWN)
    words = Span(STOPS[MARCHETTI].start + 1, STOPS[MARCHETTI].start + 11)
    done = highlight_actions.add(session, replace(part, selection=words), words)
    assert done.highlight is not None
    assert speaker_name(done.highlight) == "Marchetti"
    after = session.highlights.with_speakers(ARTICLE, done.reading.highlights, ANALYSIS)
    assert after[0] == older
    assert speaker_name(after[1]) == "Ilse Marchetti"


async def test_a_paste_for_a_prompt_that_opens_later_is_inserted_there(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "a", "x")
        at.app.post_message(Paste("two words"))
        await at.pilot.pause()
        await at.press("y", "enter")
        await post_analysis(at)
        await settle(at.pilot, lambda: at.reading.highlights and at.reading.highlights[0].note)
        assert at.reading.highlights[0].note == "xtwo wordsy"


async def test_a_paste_without_a_prompt_runs_no_commands(opened):
    async with opened() as at:
        at.app.post_message(Paste("jjn"))
        await at.pilot.pause()
        assert at.reading.stop is None
