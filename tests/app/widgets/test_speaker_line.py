"""The speaker line says who is speaking, through whom, and why we think so."""

from dataclasses import replace

import pytest

from reader.app.rendering.columns import columns
from reader.app.rendering.truncate import surnames
from reader.app.theming.palette import DARK
from reader.app.viewmodels.voice_text import voice_facts
from reader.app.widgets.speaker_line import SpeakerLine
from reader.model import Highlight, Quotation, QuotationKind, Span, Voice, VoiceKind
from tests.app.pane_harness import ANALYSIS, LOADING, STOPS, PaneApp, lines, reading, style_of


async def shown(width, *readings, drawer=False):
    line = SpeakerLine()
    async with PaneApp(line).run_test(size=(width, 8)) as pilot:
        line.screen.set_class(drawer, "-drawer")
        line.fit(columns(width))
        await pilot.pause()
        for each in readings:
            line.show(each)
        return lines(line)


def analysed(**changes):
    """The analysis with its third quotation, Marchetti's, changed."""
    quotations = list(ANALYSIS.quotations)
    quotations[2] = replace(quotations[2], **changes)
    return replace(ANALYSIS, quotations=tuple(quotations))


def make_highlight(spans: tuple[Span, ...], note: str = "", tags: tuple[str, ...] = ()) -> Highlight:
    return Highlight("h1", "made", spans, "", "", "", "2024-03-02", "2024-03-02", note=note, tags=tags)


def row(width: int, left: str, right: str = "") -> str:
    """A row with `right` at the end of the text."""
    return left + right.rjust(columns(width).end - len(left)) if right else left


WHOLE = [
    row(140, "  IM ▎ Ilse Marchetti  expert on coastal engineering", "“said”, before the name"),
    "     ▎ Northern Institute for Shore Research  via Petra Halloran",
]
SHORT = [
    row(80, " IM ▎ Ilse Marchetti  expert on coastal engineering", "“said”"),
    "    ▎ Northern Institute for Shore Research  via Petra Halloran",
]
CHAIN = [
    row(140, "  TA ▎ Tomas Adeyemi  mayor of Port Averell", "“saying”, before the quotation"),
    "     ▎ via Lena Hale and Carla Brandt, Harbour Press",
]
NARROW = [row(80, " PH ▎ Petra Halloran  journalist", "“wrote”, after the name"), "    ▎ The Coastal Courier"]
WIDE = [row(140, "  PH ▎ Petra Halloran  journalist", "“wrote”, after the name"), "     ▎ The Coastal Courier"]


@pytest.mark.parametrize(
    ("width", "stop", "rows"),
    [(140, 3, WHOLE), (80, 3, SHORT), (140, 5, CHAIN), (80, 0, NARROW), (140, 0, WIDE)],
    ids=["all in full", "evidence and names are shortened", "a chain", "an outlet", "an outlet, wide"],
)
async def test_the_speaker_comes_first_and_the_longest_form_that_fits_is_shown(width, stop, rows):
    assert await shown(width, reading(stop)) == rows


@pytest.mark.parametrize("width", [60, 70, 80, 90, 100, 120, 140, 200])
async def test_the_name_of_the_speaker_is_never_cut_and_no_row_is_wider_than_the_text(width):
    line = SpeakerLine()
    async with PaneApp(line).run_test(size=(width, 8)) as pilot:
        line.fit(columns(width))
        await pilot.pause()
        for at, stop in enumerate(STOPS):
            line.show(reading(at))
            rows = lines(line)
            assert max(map(len, rows)) <= columns(width).end
            name = ANALYSIS.voices[(stop.voice or 0) - 1].name
            assert name in rows[0] or surnames(name) in rows[0]


async def test_a_place_is_cut_before_the_name_of_the_voice_that_passes_the_words_on():
    (_, second) = await shown(100, reading(3))
    assert second == "    ▎ Northern Institute…Shore Research  via Petra Halloran"


async def test_an_unsure_speaker_has_a_word_of_doubt():
    (sure, _), (unsure, _) = await shown(140, reading(9)), await shown(140, reading(10))
    assert "JP ▎ Joon Park  senior reader" in sure
    assert "SI ▎ probably Sana Idrissi  former diplomat" in unsure
    (guessed, _) = await shown(140, reading(10, analysis=analysed_at(8, confidence=0.3)))
    assert "SI ▎ perhaps Sana Idrissi  former diplomat" in guessed


async def test_a_missing_speaker_is_reported():
    rows = await shown(140, reading(3, analysis=analysed(voice=None, evidence="no name near it")))
    assert rows[0].strip().startswith("speaker not found")
    assert rows[0].endswith("no name near it")
    assert rows[1].strip() == "via Petra Halloran, The Coastal Courier"


async def test_a_chain_of_two_voices_begins_with_the_nearest():
    rows = await shown(140, reading(5, analysis=replace(ANALYSIS, quotations=_chained())))
    assert "via Lena Hale and Carla Brandt via Petra Halloran, The Coastal Courier" in rows[1]


def _chained() -> tuple[Quotation, ...]:
    quotations = list(ANALYSIS.quotations)
    quotations[4] = replace(quotations[4], via=(1, 3))
    return tuple(quotations)


async def test_text_that_nobody_is_quoted_with_is_called_not_a_quotation():
    rows = await shown(80, reading(None))
    assert [row.strip() for row in rows] == ["not a quotation", ""]


async def test_the_line_says_that_the_analysis_is_running():
    assert (await shown(80, LOADING))[0].strip() == "finding who speaks…"


async def test_the_line_is_empty_before_anything_is_read():
    assert await shown(80) == ["", ""]


async def noted(width, stop, highlight):
    """The rows of the line, and the row of a note that does not fit into them."""
    line = SpeakerLine()
    async with PaneApp(line).run_test(size=(width, 8)) as pilot:
        line.fit(columns(width))
        await pilot.pause()
        line.show(reading(stop, highlights=(highlight,)))
        note = line.note_row()
        return lines(line), None if note is None else note.text.rstrip()


async def test_a_note_does_not_change_speaker_chain_and_evidence():
    for width in (60, 80, 100, 140, 200):
        line = SpeakerLine()
        async with PaneApp(line).run_test(size=(width, 8)) as pilot:
            line.fit(columns(width))
            await pilot.pause()
            for stop in range(len(STOPS)):
                line.show(reading(stop))
                plain = lines(line)
                note = make_highlight(STOPS[stop].spans, "ask  whether\nthis [holds] for smaller towns")
                line.show(reading(stop, highlights=(note,)))
                rows = lines(line)
                assert rows[0] == plain[0]
                assert rows[1].startswith(plain[1].split("   ")[0].rstrip())


async def test_a_note_that_does_not_fit_has_its_own_row():
    note = make_highlight(STOPS[3].spans, "ask  whether\nthis [holds] for smaller towns", ("wall", "money"))
    rows, below = await noted(140, 3, note)
    assert rows == WHOLE
    assert below == "     ▎ ✎ ask whether this [holds] for smaller towns  #wall, #money"


async def test_a_short_note_is_in_the_second_row():
    rows, below = await noted(140, 0, make_highlight(STOPS[0].spans, "ask", ("wall",)))
    assert rows[1] == "     ▎ The Coastal Courier  ✎ ask  #wall"
    assert below is None


async def test_a_long_note_is_cut_after_a_word_and_keeps_its_tags():
    _, below = await noted(80, 3, make_highlight(STOPS[3].spans, "whether " * 30, ("wall",)))
    assert below is not None
    assert "whether…" in below
    assert below.endswith("#wall")


async def test_without_a_note_there_is_no_row_for_one():
    _, below = await noted(80, 3, make_highlight(STOPS[9].spans, "whether " * 30))
    assert below is None


async def test_several_people_become_surnames_before_the_evidence_is_cut():
    rows = await shown(60, reading(5, analysis=analysed_at(4, evidence="“saying”, in brackets, before the quotation")))
    assert "Hale and Brandt" in " ".join(rows)
    assert "Lena" not in " ".join(rows)


def analysed_at(index: int, **changes):
    quotations = list(ANALYSIS.quotations)
    quotations[index] = replace(quotations[index], **changes)
    return replace(ANALYSIS, quotations=tuple(quotations))


@pytest.mark.parametrize("width", [80, 140])
async def test_a_claim_without_a_quotation_shows_its_holder(width):
    rows = await shown(width, reading(None, claim=16, shows_claim=True))
    assert "OG ▎ Ottla Grieg" in rows[0]
    assert "holds this claim" in " ".join(rows)
    assert (await shown(width, reading(None, claim=16)))[0].strip() == "not a quotation"


async def test_a_claim_of_the_article_has_no_holder():
    assert (await shown(80, reading(None, claim=1, shows_claim=True)))[0].strip() == "not a quotation"


async def test_voices_quoted_inside_the_current_words_are_named_if_they_fit():
    rows = await shown(140, reading(4))
    assert rows[1].strip().endswith("quoting Tomas Adeyemi")
    assert "quoting" not in " ".join(await shown(140, reading(5)))


@pytest.mark.parametrize(
    ("highlight", "is_shown"),
    [
        (make_highlight((Span(0, 4),), "here"), True),
        (make_highlight((Span(4, 8),), "elsewhere"), False),
        (make_highlight((), "an orphan"), False),
        (make_highlight((Span(0, 4),)), False),
        (make_highlight((Span(0, 4),), tags=("only-a-tag",)), True),
    ],
)
async def test_only_a_note_at_the_cursor_is_shown(highlight, is_shown):
    (_, second) = await shown(80, reading(None, highlights=(highlight,)))
    assert ("✎" in second) == is_shown


async def test_a_note_disappears_when_the_cursor_leaves_it():
    note = make_highlight(STOPS[3].spans, "ask")
    rows = await shown(140, reading(3, highlights=(note,)), reading(0, highlights=(note,)))
    assert "✎" not in rows[1]


async def test_the_name_keeps_its_colour_under_a_drawer():
    line = SpeakerLine()
    async with PaneApp(line).run_test(size=(80, 8)) as pilot:
        line.fit(columns(80))
        await pilot.pause()
        line.screen.add_class("-drawer")
        line.show(reading(3))
        name, role = style_of(line, 0, "Ilse Marchetti"), style_of(line, 0, "expert on")
        assert name.bold
        assert name.color is not None
        assert role.color is not None
        assert (name.color.name, role.color.name) == (DARK.hue(1).lower(), DARK.recede.lower())


@pytest.mark.parametrize(
    ("voice", "facts"),
    [
        (Voice(1, "A", "Ann", VoiceKind.EXPERT), ("expert", "", "")),
        (Voice(1, "A", "Ann", VoiceKind.PERSON), ("", "", "")),
        (Voice(1, "A", "Ann", VoiceKind.PERSON, role="the owner"), ("owner", "", "")),
        (Voice(1, "A", "Ann", VoiceKind.JOURNALIST, outlet="The Fathom"), ("journalist", "", "The Fathom")),
        (Voice(1, "F", "The Fathom", VoiceKind.PUBLICATION, outlet="Fathom"), ("", "", "")),
        (
            Voice(1, "AB", "Ann Low and Bo Ash", VoiceKind.JOURNALIST, outlet="The Fathom"),
            ("journalists", "", "The Fathom"),
        ),
        (Voice(1, "AB", "a cook and a nurse", VoiceKind.UNNAMED), ("unnamed", "", "")),
        (Voice(1, "M", "the mayor", VoiceKind.UNNAMED, "mayor"), ("unnamed", "", "")),
        (Voice(1, "M", "a clerk at Carrow House", VoiceKind.UNNAMED, "clerk", "Carrow House"), ("unnamed", "", "")),
        (
            Voice(1, "A", "Ann", VoiceKind.EXPERT, "a Millbank House fellow", "Millbank House", "The Fathom"),
            ("Millbank House fellow", "", "The Fathom"),
        ),
        (
            Voice(1, "A", "Ann", VoiceKind.EXPERT, "a fellow", "Millbank House", "The Fathom"),
            ("fellow", "Millbank House", "The Fathom"),
        ),
    ],
)
def test_a_voice_without_a_role_gets_its_kind_if_that_says_something(voice, facts):
    assert voice_facts(voice) == facts


async def test_words_too_long_for_any_form_are_cut():
    role = "an expert on the slow movement of sand along coasts that nobody has ever thought of building on"
    voices = list(ANALYSIS.voices)
    voices[1] = replace(voices[1], role=role, affiliation=role)
    rows = await shown(60, reading(3, analysis=replace(ANALYSIS, voices=tuple(voices))))
    assert "expert on the slow…" in rows[0]
    assert rows[0].endswith("“said”")
    assert max(map(len, rows)) <= columns(60).end


async def test_a_block_without_evidence_has_nothing_at_the_right():
    quotation = Quotation(1, QuotationKind.BLOCK, STOPS[0].spans, 1, confidence=0.9)
    analysis = replace(ANALYSIS, quotations=(quotation,))
    rows = await shown(80, reading(0, analysis=analysis, stops=STOPS[:1]))
    assert rows == [" PH ▎ Petra Halloran  journalist", "    ▎ The Coastal Courier"]


async def test_a_denial_follows_the_name():
    text = LOADING.article.text
    words = ANALYSIS.quotations[2].span
    cue = Span(words.start - 7, words.start - 1)
    article = replace(LOADING.article, text=f"{text[: cue.start]}denied{text[cue.end :]}")
    there = reading(article=article, analysis=analysed(kind=QuotationKind.INDIRECT, cue=cue))
    assert (await shown(140, there))[0].startswith("  IM ▎ Ilse Marchetti denied  expert")
