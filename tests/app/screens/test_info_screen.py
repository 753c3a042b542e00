"""The facts about an article."""

from dataclasses import replace

import pytest

from reader.app.screens.info_screen import InfoScreen, article_facts, article_info, voice_info
from reader.app.widgets.fact_sheet import FactSheet
from reader.corrections import Anchor, Correction, SetTitle
from reader.model import Highlight, Mark, MarkKind, Span, Voice, VoiceKind
from reader.services.corrections import CorrectedAnalysis, Misfit
from tests.app.pane_harness import ANALYSIS, ARTICLE, LOADING, PaneApp, lines, reading


def table(read):
    return {fact.label: fact.words for fact in article_facts(read)}


def test_known_facts_are_listed():
    assert table(reading()) == {
        "title": "Harbour Towns Weigh a Sea Wall That Nobody Wants to Pay For",
        "by": "Ruth Amadi",
        "outlet": "Estuary Digest",
        "published": "2 March 2024",
        "language": "en",
        "opened from": "./harbour.txt",
        "length": f"{ARTICLE.word_count} words, 2 minutes",
        "voices": "12: 5 experts, 2 officials, 4 journalists, 1 publication",
        "quotations": "14: 5 direct, 3 mixed, 3 indirect, 3 block",
        "stops": "16: n stops at each paragraph of a quotation",
        "threads": "5, with 16 claims",
        "highlights": "none",
        "engine": "made-1",
    }


def test_a_pipe_is_called_standard_input():
    assert table(replace(reading(), article=replace(ARTICLE, location="-")))["opened from"] == "standard input"


def test_a_file_name_outside_utf_8_has_a_replacement_character():
    odd = replace(ARTICLE, location="/papers/caf\udce9.txt")
    assert table(replace(reading(), article=odd))["opened from"] == "/papers/caf\ufffd.txt"


def test_unknown_facts_are_left_out():
    bare = replace(ARTICLE, title=None, byline=None, outlet=None, published=None, language=None)
    assert set(table(replace(LOADING, article=bare))) == {"opened from", "length", "voices", "highlights"}


def test_before_the_analysis_voices_are_not_analysed_yet():
    assert table(LOADING)["voices"] == "not analysed yet"


def test_hidden_paragraphs_are_listed_and_not_counted_as_length():
    blocks = (*ARTICLE.blocks[:-1], replace(ARTICLE.blocks[-1], hidden=True))
    facts = table(reading(article=replace(ARTICLE, blocks=blocks)))
    assert facts["hidden"] == "1 paragraph, not part of the article"
    assert facts["length"] != table(reading())["length"]


def test_a_quotation_without_a_speaker_is_counted():
    quotations = (replace(ANALYSIS.quotations[0], voice=None), *ANALYSIS.quotations[1:])
    assert table(reading(analysis=replace(ANALYSIS, quotations=quotations)))["no speaker"] == "1 quotation"


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), "none"),
        ((VoiceKind.PERSON,), "1: 1 person"),
        ((VoiceKind.PERSON, VoiceKind.PERSON, VoiceKind.UNNAMED), "3: 2 other people, 1 unnamed"),
        ((VoiceKind.ORGANISATION,), "1: 1 organisation"),
    ],
)
def test_voices_are_counted_by_kind(kinds, words):
    voices = tuple(Voice(at, f"V{at}", f"Voice {at}", kind) for at, kind in enumerate(kinds, 1))
    bare = replace(ANALYSIS, quotations=(), voices=voices, claims=(), threads=())
    facts = table(reading(None, analysis=bare))
    assert (facts["voices"], facts["quotations"], facts["threads"]) == (words, "none", "none")


@pytest.mark.parametrize(("notes", "words"), [(("",), "1"), (("", "x"), "2, 1 note"), (("x", "y"), "2, 2 notes")])
def test_highlights_and_notes_are_counted(notes, words):
    kept = tuple(Highlight(f"h{at}", "made", (), "", "", "", "", "", note=note) for at, note in enumerate(notes))
    assert table(reading(highlights=kept))["highlights"] == words


@pytest.mark.parametrize("key", ["escape", "q", "i"])
async def test_the_screen_shows_the_facts_and_returns(key):
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(article_info(reading()))
        await pilot.pause()
        shown = lines(app.screen.query_one(FactSheet))
        assert shown[0].strip() == "About this article"
        assert any(line.startswith(" outlet       Estuary Digest") for line in shown)
        await pilot.press(key)
        await pilot.pause()
        assert not isinstance(app.screen, InfoScreen)


def test_every_link_has_its_whole_address():
    address = "https://shore.example/" + "a-long-way/" * 12
    words = ARTICLE.blocks[1].span
    marks = (Mark(MarkKind.LINK, Span(words.start, words.start + 5), address),)
    (fact,) = (each for each in article_facts(reading(article=replace(ARTICLE, marks=marks))) if each.words == address)
    assert fact.label == ARTICLE.text[words.start : words.start + 5]


async def test_an_address_longer_than_a_row_is_broken_and_not_cut():
    address = "https://shore.example/" + "a-long-way/" * 12
    app = PaneApp()
    async with app.run_test(size=(80, 40)) as pilot:
        await app.push_screen(article_info(reading(article=replace(ARTICLE, url=address))))
        await pilot.pause()
        shown = "".join("".join(line.split()) for line in lines(app.screen.query_one(FactSheet)))
        assert address in shown


def test_the_note_of_an_analysis_is_shown():
    assert "note" not in table(reading())
    assert table(reading(analysis=replace(ANALYSIS, note="Read in part.")))["note"] == "Read in part."


def test_corrections_are_counted_and_those_that_do_not_fit_are_listed():
    made = Correction("c1", SetTitle(Anchor((Span(0, 4),), "Harb"), "Who pays?"), "made-1")
    fine = CorrectedAnalysis(ANALYSIS, ANALYSIS, (made,))
    assert table(replace(reading(), corrections=fine))["corrections"] == "1, all of them fit"
    misfit = replace(fine, misfits={"c1": Misfit("thread “Who pays?”", "its claim is gone")})
    facts = table(replace(reading(), corrections=misfit))
    assert facts["corrections"] == "1, 1 of which no longer fit"
    assert facts["no longer fits"] == "thread “Who pays?”: its claim is gone"
    assert "corrections" not in table(replace(reading(), corrections=CorrectedAnalysis(ANALYSIS, ANALYSIS)))


def card(voice):
    return [(fact.label, fact.words) for fact in voice_info(reading(), voice)._facts]


def test_the_card_of_a_voice_has_who_it_is_and_all_it_says():
    shown = card(2)
    assert shown[:6] == [
        ("sign", "IM"),
        ("kind", "expert"),
        ("role", "expert on coastal engineering"),
        ("affiliation", "Northern Institute for Shore Research"),
        ("outlet", "The Coastal Courier"),
        ("quoted by", "Petra Halloran"),
    ]
    said = [q for q in ANALYSIS.quotations if q.voice == 2]
    assert shown[6] == ("says", f"{len(said)} quotation, 20 words")
    assert ("", "Quotations") in shown
    numbers = [label for label, _ in shown if label.isdigit()]
    assert numbers == [str(q.id) for q in said]
    assert shown[-len(said)][1].startswith("“Both sides want to be seen to act")


def is_quoted(claim):
    spans = [span for q in ANALYSIS.quotations if q.voice == claim.voice for span in q.spans]
    return any(claim.span.overlaps(span) for span in spans)


def test_the_card_says_whom_a_claim_answers_and_who_answers_it_where_the_text_does():
    relations = [(claim, claim.relation) for claim in ANALYSIS.claims if claim.relation and claim.relation.cue]
    answering = [(c, r.verb) for c, r in relations if c.voice and is_quoted(c)]
    answered = [c for c in (ANALYSIS.claim(r.to) for _, r in relations) if c.voice and not c.own and is_quoted(c)]
    assert answering
    for claim, verb in answering:
        assert any(words.startswith(verb) for label, words in card(claim.voice) if label == " ")
    for claim in answered:
        assert any(" this: " in words for label, words in card(claim.voice) if label == " ")


async def test_i_in_the_list_of_voices_opens_the_card_of_the_selected_one(opened):
    async with opened((140, 40)) as at:
        await at.press("2", "j", "i")
        assert isinstance(at.app.screen, InfoScreen)
        voice = at.screen.panes.sidebar.voices.selected_voice
        heading = lines(at.app.screen.query_one(FactSheet))[0].strip()
        assert heading == ANALYSIS.voices[voice - 1].name
        await at.press("escape", "1", "i")
        assert lines(at.app.screen.query_one(FactSheet))[0].strip() == "About this article"
