"""Pull quotes formatted as block quotes: their speaker, and block quotes that are no pull quotes."""

import pytest

from reader.analysis import analyse
from tests.analysis.short_attribution import article, block

SAID = "Otto Reed, the mayor, was there. “We lost the mill in one night and nobody came to help us,” said Ana Brook."
ANSWER = "I stay because nobody else would keep the gates, and the river does not wait."
INTERVIEW = ["Ana Brook has kept the weir for years.", "Why do you stay?", ANSWER]
FURTHER = "My father kept it before me, and I learned it from him."
NEXT = ["What will you do?", "I will go on as long as my knees let me."]


def speakers(*paragraphs: str, **kept: tuple[int, ...]) -> list[tuple[str | None, list[str]]]:
    """Speaker and parts of every block quotation in these paragraphs."""
    made = article(*paragraphs, **kept)
    analysis = analyse(made)
    blocks = [q for q in analysis.quotations if str(q.kind) == "block"]
    named = [analysis.voice(q.voice) for q in blocks]
    return [
        (voice.name if voice else None, [span.of(made.text) for span in q.spans])
        for q, voice in zip(blocks, named, strict=True)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "We lost the mill in one night",
        "“We lost the mill in one night.”",
        "We lost the mill … nobody came to help us",
        "WE LOST THE MILL IN ONE NIGHT",
    ],
)
@pytest.mark.parametrize("between", ["The bridge is shut.", "Otto Reed says that the bridge is shut."])
def test_a_pull_quote_has_the_speaker_of_the_repeated_words(words, between):
    assert speakers(SAID, between, words, "It rained.", quotes=(2,)) == [("Ana Brook", [words])]
    assert speakers(between, words, SAID, quotes=(1,)) == [("Ana Brook", [words])]


def test_a_pull_quote_of_the_authors_words_is_no_quotation_unless_it_is_short():
    author = "The bridge was built in May and has been shut since then."
    assert not block(author, "It rained.", "has been shut since then", quotes=(2,))
    assert block(author, "It rained.", "shut since then", quotes=(2,))


def test_a_block_quote_after_a_colon_belongs_to_the_person_named_there():
    words = "We lost the mill in one night"
    assert speakers(SAID, "Otto Reed wrote on the wall:", words, quotes=(2,)) == [("Otto Reed", [words])]


def test_an_answer_continues_after_a_pull_quote_of_it():
    words = "The river does not wait"
    whole = ("Ana Brook", [ANSWER, FURTHER])
    assert speakers(*INTERVIEW, words, FURTHER, *NEXT, quotes=(3,))[0] == whole
    assert speakers(*INTERVIEW, words, *NEXT, quotes=(3,))[:2] == [("Ana Brook", [ANSWER]), ("Ana Brook", [words])]


def test_an_answer_ends_before_another_block_quote():
    other = "It is forbidden to touch the gates"
    assert speakers(*INTERVIEW, other, FURTHER, *NEXT, quotes=(3,))[0] == ("Ana Brook", [ANSWER])


@pytest.mark.parametrize("line", ["Lina Poe", "Lina Poe, miller", "Lina van der Poe"])
def test_a_name_below_a_block_quote_signs_it(line):
    words = "My hands are cold, but what else should I do?"
    [(mention, parts)] = block("It rained.", words, line, quotes=(1, 2), continued=(2,))
    assert (mention, parts) == (line.partition(",")[0], [words])


@pytest.mark.parametrize("line", ["The gates are cold tonight", "Come.", "Lina", "Lina Poe came."])
def test_a_last_line_that_is_no_name_belongs_to_the_words(line):
    [(_, parts)] = block("It rained.", "O river, wait for me", line, quotes=(1, 2), continued=(2,))
    assert parts == ["O river, wait for me", line]
