"""A long article whose passage about the reader is known before all of it is: what acts then, and what waits."""

from dataclasses import replace
from threading import Event

import pytest
from textual.events import Paste

from reader.app import app as program
from reader.app.app import PullquoteApp
from reader.app.controllers import highlight_actions, partial_analysis
from reader.app.controllers.command_palette import of_reading
from reader.app.controllers.partial_analysis import NEAR, strays
from reader.app.messages import Analysed, PassageAnalysed
from reader.app.screens.info_screen import article_facts
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.state import Reading
from reader.app.viewmodels.jumps import analysed, same_stop
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.model import Analysis, Span
from reader.services.session import Session
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


def spoken(highlight):
    """The name kept as the speaker of a highlight."""
    return None if highlight.speaker is None else highlight.speaker.name


async def glimpsed(at, part=PART, known=KNOWN):
    at.screen.post_message(PassageAnalysed(part, known))
    await at.pilot.pause()


async def finished(at, *complaint):
    at.screen.post_message(Analysed(ANALYSIS, *complaint))
    await at.pilot.pause()


async def test_in_the_passage_quotations_and_speakers_are_there_and_nothing_tells_of_the_whole(opened):
    async with opened((140, 40), analysis=None) as at:
        before = [row[6:].strip("▎▌ ") for row in at.shown()]
        await glimpsed(at)
        await at.press("n", "n", "n", "n")
        assert at.reading.stop == MARCHETTI
        assert any("Marchetti" in row for row in lines(at.screen.panes.speaker))
        assert [row[6:].strip("▎▌ ") for row in at.shown()] == before
        assert "voices" not in at.shown()[2]
        assert "quotation" not in lines(at.screen.panes.title)[0]
        assert "finding voices…" in lines(at.screen.panes.rail.voices)[0]
        assert at.reading.whole.analysis is None
        await finished(at)
        assert (at.reading.stop, at.reading.known) == (MARCHETTI, None)
        assert "quotation 3 · stop 4/" in lines(at.screen.panes.title)[0]
        assert any("Ilse Marchetti" in row for row in lines(at.screen.panes.speaker))
        assert at.body.viewport.top == 0


async def test_beyond_its_last_quotation_n_waits_for_the_rest(opened):
    async with opened(analysis=None) as at:
        await glimpsed(at)
        await at.press(*["n"] * (len(IN_PASSAGE) + 2))
        assert at.reading.stop == len(IN_PASSAGE) - 1
        assert "still finding who speaks" in at.said
        await finished(at)
        assert at.reading.stop == len(IN_PASSAGE) + 1


async def test_at_an_end_of_the_article_that_is_known_the_last_quotation_is_the_last(opened):
    async with opened(analysis=None) as at:
        await glimpsed(at)
        await at.press("n", "N")
        assert at.said.startswith("first quotation")
        await at.press(*["n"] * len(IN_PASSAGE))
        assert "still finding who speaks" in at.said
    async with opened(analysis=None) as at:
        await glimpsed(at, known=Span(0, len(TEXT)))
        await at.press(*["n"] * (len(IN_PASSAGE) + 1))
        assert at.said.startswith("last quotation")


async def test_what_needs_the_whole_waits_and_so_does_what_comes_after_it(opened):
    async with opened(analysis=None) as at:
        await glimpsed(at)
        await at.press("n", "s", "n")
        assert at.reading.stop == 0
        await finished(at)
        assert at.reading.stop == 2


async def test_keys_pressed_before_the_passage_is_there_act_in_it_as_far_as_they_can(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "n", "s", "n")
        await glimpsed(at)
        assert at.reading.stop == 1
        assert len(at.screen.waiting.held) == 2
        await finished(at)
        assert at.reading.stop == 3


async def test_a_highlight_in_the_passage_is_kept_at_once_and_whose_it_is_is_told_anew_at_the_end(opened):
    async with opened(analysis=None) as at:
        await glimpsed(at)
        await at.press("n", "n", "n", "n", "h")
        (kept,) = at.screen.session.highlights(ARTICLE)
        assert kept.speaker is not None
        assert (kept.speaker.name, kept.spans) == ("Marchetti", STOPS[MARCHETTI].spans)
        await at.press("j", "j")
        await finished(at)
        (told,) = at.reading.highlights
        assert told == at.screen.session.highlights(ARTICLE)[0]
        assert told.speaker is not None
        assert told.speaker.name == "Ilse Marchetti"
        assert replace(told, speaker=kept.speaker, owed=True) == kept
        await at.press("U")
        assert at.screen.session.highlights(ARTICLE) == ()


async def test_a_note_in_the_passage_needs_no_waiting(opened):
    async with opened(analysis=None) as at:
        await glimpsed(at)
        await at.press("n", "a", "o", "k", "enter")
        assert [each.note for each in at.reading.highlights] == ["ok"]
        await at.press("x")
        assert at.reading.highlights == ()
        await finished(at)
        await at.press("U")
        assert [each.note for each in at.reading.highlights] == ["ok"]


async def test_who_left_before_the_end_finds_whose_a_highlight_is_at_the_next_time(session, opened):
    part = replace(LOADING, analysis=PART, stops=IN_PASSAGE, known=KNOWN, stop=MARCHETTI)
    made = highlight_actions.kept(session, part, KNOWN).highlight
    assert made is not None
    assert spoken(made) == "Marchetti"
    async with opened() as at:
        assert [spoken(each) for each in at.reading.highlights] == ["Ilse Marchetti"]
        assert at.screen.session.highlights(ARTICLE) == at.reading.highlights
        await at.press("g", "n", "h")
        assert not any(each.owed for each in at.reading.highlights)


async def test_an_engine_that_was_stopped_leaves_a_highlight_with_whom_the_passage_told(opened):
    async with opened(analysis=None) as at:
        await glimpsed(at)
        await at.press("n", "n", "n", "n", "h")
        at.screen.post_message(Analysed(Analysis(engine=""), "stopped"))
        await at.pilot.pause()
        assert at.reading.highlights[0].speaker.name == "Marchetti"
        await at.press("G", "v", "ctrl+left", "h")
        assert [each.owed for each in at.reading.highlights] == [True, True]


async def test_outside_of_the_passage_who_speaks_is_not_known_and_keys_wait_for_the_one_there(opened):
    async with opened(analysis=None) as at:
        await glimpsed(at)
        await at.press("G", "N", "N")
        assert at.reading.stop is None
        assert any("finding who speaks" in row for row in lines(at.screen.panes.speaker))
        rest = tuple(each for each in ANALYSIS.quotations if each.span.start >= KNOWN.end)
        numbered = tuple(replace(each, id=number) for number, each in enumerate(rest, 1))
        await glimpsed(at, Analysis("made-1", numbered, VOICES), Span(KNOWN.end, len(TEXT)))
        stop = at.reading.stop
        assert stop is not None
        assert at.reading.stops[stop].spans == STOPS[-3].spans
        assert at.screen.waiting.held == []


async def test_a_passage_that_comes_after_the_whole_changes_nothing(opened):
    async with opened() as at:
        await glimpsed(at)
        assert at.reading.analysis is ANALYSIS
        assert at.reading.known is None


async def test_back_from_a_search_the_same_quotation_is_current_though_all_is_known_meanwhile(opened):
    async with opened(analysis=None) as at:
        rest = tuple(each for each in ANALYSIS.quotations if each.id == 3)
        await glimpsed(at, Analysis("made-1", (replace(rest[0], id=1),), VOICES), KNOWN)
        await at.press("n")
        assert at.reading.stop == 0
        await at.press("slash", "t", "e", "a", "enter")
        await finished(at)
        await at.press("escape")
        assert at.reading.search is None
        assert at.reading.stop == MARCHETTI
        assert at.reading.claim == 4


def test_of_a_passage_the_palette_and_the_facts_tell_nothing():
    part = replace(LOADING, analysis=PART, stops=IN_PASSAGE, known=KNOWN, stop=0)
    whole = part.whole
    assert (whole.stop, whole.stops, whole.known) == (None, (), None)
    assert list(of_reading(whole, voice_stats_of(whole))) == list(of_reading(LOADING, voice_stats_of(LOADING)))
    assert article_facts(whole) == article_facts(LOADING)
    assert LOADING.whole is LOADING


@pytest.mark.parametrize(
    ("cursor", "here"), [(0, True), (KNOWN.end - 1, True), (KNOWN.end, False), (len(TEXT) - 1, False)]
)
def test_who_speaks_is_known_in_the_passage_alone(cursor, here):
    assert replace(LOADING, analysis=PART, known=KNOWN, cursor=cursor).here is here
    assert not replace(LOADING, cursor=cursor).here
    assert replace(LOADING, analysis=ANALYSIS, cursor=cursor).here


def test_the_same_quotation_is_found_among_other_stops_by_its_words():
    outer = replace(reading(4), stops=STOPS)
    assert same_stop(outer, STOPS[2:]) == 2
    assert same_stop(outer, STOPS[5:]) is None
    assert same_stop(reading(None), STOPS) is None
    assert analysed(outer, ANALYSIS).stop == 4


FAR = replace(ARTICLE, text="x" * 100_000)


@pytest.mark.parametrize(
    ("known", "cursor", "strayed"),
    [
        (None, 50_000, False),
        (Span(0, 40_000), 0, False),
        (Span(0, 40_000), 40_000 - NEAR + 1, True),
        (Span(0, 40_000), 70_000, True),
        (Span(30_000, 70_000), 30_000 + NEAR - 1, True),
        (Span(30_000, 70_000), 50_000, False),
        (Span(60_000, 100_000), 99_999, False),
    ],
)
def test_more_is_read_before_the_reader_is_at_the_end_of_what_is_known(known, cursor, strayed):
    assert strays(Reading(FAR, known=known, cursor=cursor)) is strayed


async def test_where_the_reader_goes_another_passage_is_read_one_at_a_time(opened, monkeypatch):
    asked, go_on = [], Event()
    first, whole = Span(0, BLOCKS[2].span.start), Span(0, len(TEXT))

    def glimpse(_, offset):
        asked.append(offset)
        go_on.wait(5)
        return PART, whole if len(asked) > 1 else first

    monkeypatch.setattr(partial_analysis, "analyse_around", glimpse)
    async with opened(analysis=None) as at:
        await glimpsed(at, known=first)
        await settle(at.pilot, lambda: asked)
        await at.press("j", "G")
        assert asked == [0]
        go_on.set()
        await settle(at.pilot, lambda: at.reading.known == whole)
        assert asked == [0, at.reading.cursor]
        await at.press("g")
        assert len(asked) == 2


async def test_a_passage_that_can_not_be_read_is_no_fault_that_is_seen(opened, monkeypatch, capsys):
    asked = []

    def glimpse(_, offset):
        asked.append(offset)
        raise ValueError("unreadable")

    monkeypatch.setattr(partial_analysis, "analyse_around", glimpse)
    async with opened(analysis=None) as at:
        await glimpsed(at, known=Span(0, BLOCKS[2].span.start))
        await settle(at.pilot, lambda: asked)
        await at.press("j", "k")
        assert len(asked) == 1
    assert "unreadable" not in "".join(capsys.readouterr())


async def test_a_passage_of_an_article_that_has_none_is_not_waited_for(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(partial_analysis, "analyse_around", lambda _, offset: asked.append(offset))
    async with opened(analysis=None) as at:
        await glimpsed(at, known=Span(0, BLOCKS[2].span.start))
        await settle(at.pilot, lambda: asked)
        assert at.reading.known == Span(0, BLOCKS[2].span.start)
        await at.press("j")
        await settle(at.pilot, lambda: len(asked) > 1)


async def test_the_engine_reads_the_passage_first_and_then_all_of_it(session, monkeypatch):
    go_on = Event()
    asked = []

    def analyse(_, __, tell):
        tell("finding who speaks")
        go_on.wait(5)
        return ANALYSIS

    def glimpse(_, offset):
        asked.append(offset)
        return PART, KNOWN

    monkeypatch.setattr(Session, "analyse", analyse)
    monkeypatch.setattr(program, "analyse_around", glimpse)
    app = PullquoteApp(session, ARTICLE, at=STOPS[1].start)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await settle(pilot, lambda: screen.reading.known is not None)
        assert asked == [STOPS[1].start]
        assert "finding who speaks" in lines(screen.panes.title)[0]
        go_on.set()
        await settle(pilot, lambda: screen.reading.analysis is ANALYSIS)
        assert screen.reading.known is None


def test_words_selected_in_the_passage_are_told_anew_too(session):
    older = session.highlight(ARTICLE, STOPS[0].spans)
    part = replace(LOADING, analysis=PART, stops=IN_PASSAGE, known=KNOWN)
    words = Span(STOPS[MARCHETTI].start + 1, STOPS[MARCHETTI].start + 11)
    done = highlight_actions.kept(session, replace(part, selection=words), words)
    assert done.highlight is not None
    assert spoken(done.highlight) == "Marchetti"
    after = session.credited(ARTICLE, done.reading.highlights, ANALYSIS)
    assert after[0] == older
    assert spoken(after[1]) == "Ilse Marchetti"


async def test_what_is_pasted_for_a_line_that_waits_is_written_into_it(opened):
    async with opened(analysis=None) as at:
        await at.press("n", "a", "x")
        at.app.post_message(Paste("two words"))
        await at.pilot.pause()
        await at.press("y", "enter")
        await finished(at)
        await settle(at.pilot, lambda: at.reading.highlights and at.reading.highlights[0].note)
        assert at.reading.highlights[0].note == "xtwo wordsy"


async def test_what_is_pasted_where_nothing_is_asked_is_no_key(opened):
    async with opened() as at:
        at.app.post_message(Paste("jjn"))
        await at.pilot.pause()
        assert at.reading.stop is None
