"""An analysis holds what somebody says, and nothing that nobody does."""

from reader.analysis import analyse
from tests.analysis.attributing import article


def told(*paragraphs: str) -> list[tuple[str | None, list[str], str]]:
    """Name, chain and first words of each quotation of these paragraphs."""
    made = article("News.", *paragraphs)
    found = analyse(made)
    names = {voice.id: voice.name for voice in found.voices}
    return [
        (names.get(q.voice or 0), [names[voice] for voice in q.via], q.spans[0].of(made.text)) for q in found.quotations
    ]


def test_a_clause_that_nobody_says_is_no_quotation():
    assert told("Something went so far as to say that the weir stays open.") == []


def test_what_a_speaker_says_that_nobody_said_is_the_speaker_s_alone():
    sentence = "Ana Brook said it had been made clear that the weir would be shut in May."
    assert told(sentence) == [("Ana Brook", [], "it had been made clear that the weir would be shut in May")]


def test_words_that_are_passed_on_are_one_quotation_with_its_chain():
    assert told("The Post quotes Ana Brook as saying, “We stay.”") == [("Ana Brook", ["The Post"], "“We stay.”")]
