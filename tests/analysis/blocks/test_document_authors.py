"""The author of the text or film that a lead-in mentions."""

import pytest

from reader.analysis.blocks.document_authors import works
from reader.analysis.units.marks import marked_spans
from reader.analysis.units.units import units
from reader.model import Span
from tests.analysis.short_attribution import block

WORDS = "The gates will be shut in May, and the ford will be open again by the end of the summer."
AFTER = "The council of Ferry met on Monday to talk about the budget of the town."


def led(*paragraphs):
    """The mention of each block quotation that ends an article of these paragraphs."""
    return [mention for mention, _ in block("News.", *paragraphs, WORDS + " [Source]", AFTER)]


@pytest.mark.parametrize(
    ("paragraphs", "mention"),
    [
        (
            ("The Ferry Post published a long report on Monday.", "Here is a translation of the report:"),
            "The Ferry Post",
        ),
        (("The Ferry Post published a long report on Monday.", "From the report’s summary:"), "The Ferry Post"),
        (("Below is a film made by the Mill Trust:", "Here is an excerpt from the script:"), "the Mill Trust"),
        (("The Mill Trust drew up a list of demands.", "The first demand reads:"), "The Mill Trust"),
        (("The miller Ana Brook wrote a song about it.", "The last verse of the song:"), "The miller Ana Brook"),
        (("A petition by Otto Reed is going around.", "The petition says:"), "Otto Reed"),
        (("The children made a poster. It says:",), "The children"),
    ],
)
def test_the_author_of_a_text_is_the_speaker_else_the_text_is(paragraphs, mention):
    assert led(*paragraphs) == [mention]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Ana Brook published a report.", "The council met on Friday:"),
        ("Ana Brook published a report.", "The roads below the weir are closed:"),
    ],
)
def test_a_lead_in_without_a_document_has_no_document_author(paragraphs):
    assert "Ana Brook" not in led(AFTER, *paragraphs)


def test_a_speaker_between_text_and_lead_in_is_not_its_author():
    quoted = "Otto Reed had this to say:", "I saw the gates go down, and my neighbours wept! [Source]"
    told = led("The Mill Trust has published a statement.", *quoted, "The statement reads:")
    assert told == ["Otto Reed", "The Mill Trust"]


def test_a_document_is_recognised_by_its_noun_in_any_form():
    text = "The letter’s summary and two posters are on show."
    [unit] = units(text, Span(0, len(text)), 0, marked_spans(text, Span(0, len(text))))
    assert [unit.word(at) for at in works(unit)] == ["letter’s", "summary", "posters"]


@pytest.mark.parametrize("leadin", ["But this post is about mills and weirs:", "It is all about the Ferry Fair:"])
def test_what_a_text_is_about_does_not_speak(leadin):
    assert led(leadin) == [None]
