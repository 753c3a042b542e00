"""Short answers without marks before their speaker, and sentences that only look like one."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim
from tests.analysis.short_attribution import found

ANSWERS = [
    ("Not much, cautions Ana Brook.", "Ana Brook", "Not much"),
    ("Not much more than six, cautions Ana Brook, who runs the mill.", "Ana Brook", "Not much more than six"),
    ("For two winters, she told me.", "she", "For two winters"),
    ("Six years, says Otto Reed, a miller.", "Otto Reed, a miller", "Six years"),
    ("So nobody, the mayor said on Monday.", "the mayor", "nobody"),
    ("Never, she said.", "she", "Never"),
    ("Hardly, says Ana Brook.", "Ana Brook", "Hardly"),
    ("No, says Ana Brook!", "Ana Brook", "No"),
    ("Three boats and a barge, said the miller.", "the miller", "Three boats and a barge"),
]
NONE = [
    "However, she said.",
    "In the end, she said:",
    "In a statement, the mayor said.",
    "Later, she told the Post.",
    "In May, she apologised.",
    "For years, Ana Brook complained.",
    "Ana Brook, the mayor, said.",
    "Then, adds Reed.",
    "At noon, she was told.",
    "Not much, cautions a report of the weir in May, which was long, and so she left.",
]


@pytest.mark.parametrize(("sentence", "mention", "words"), ANSWERS)
def test_a_short_answer_belongs_to_the_speaker_named_after_it(sentence, mention, words):
    assert ("indirect", mention, [words]) in found("News.", f"How long did it last? {sentence} It rained.")


@pytest.mark.parametrize("sentence", NONE)
def test_an_opening_adverbial_is_no_answer(sentence):
    assert found("News.", f"How long did it last? {sentence}") == []


def test_marks_after_an_answer_have_its_speaker():
    text = "Ana Brook left. “It is late,” she said.\n\nNot so, says Otto Reed, a nurse. “We will not leave the weir.”"
    analysis = analyse(verbatim(text))
    said = [voice.name for q in analysis.quotations if (voice := analysis.voice(q.voice)) is not None]
    assert said == ["Ana Brook", "Otto Reed", "Otto Reed"]


def test_interrupted_content_continues_after_its_cue():
    assert ("indirect", "Brook", ["the weir will open"]) in found("News.", "In May, Brook said, the weir will open.")
