"""Words next to a reporting verb that have no speaker, or another speaker than the nearest name."""

from dataclasses import replace

import pytest

from reader.analysis import analyse
from reader.model import BlockKind
from tests.analysis.short_attribution import article, found

VOICES = [  # the speaker of the last sentence
    ("A spokeswoman for Anna Voss would not say when it opens. “We do not comment,” she said.", "A spokeswoman"),
    ("A lawyer for Mr. Adam Voss did not return calls. “I have nothing to add,” he said later.", "A lawyer"),
    ("Anna Voss, the mother of Adam Roe, sat down. “I am tired,” she said.", "Anna Voss"),
    ("Anna Voss hired a lawyer for Adam Roe. “I am tired,” she said.", "Anna Voss"),
    ("Ada Roe spoke on Monday. But Colonel Reyes disagreed. “The weir will hold,” he wrote.", "Reyes"),
    ("The United Nations and European Union stressed that it leaks.", "The United Nations and European Union"),
    ("The Eel Guild said that it leaks.", "The Eel Guild"),
    ("Ferry Mail met on Monday. The letter was short. It told the users that the eels were gone.", "The letter"),
    ("Ferry Mail met on Monday. The email, when it came, was short. It said that the eels were gone.", "The email"),
    ("Ferry Mail met on Monday. The room was short. It told the users that the eels were gone.", "Ferry Mail"),
    ("Ferry Mail denied it. The report was wrong, it said.", "Ferry Mail"),
]
SPEAKERS = [
    ("Otto Reed left, but Ada Roe came back and said that it leaks.", "Ada Roe"),
    ("Reed told the town about the weir, the mill and the guild and said that it leaks.", "Reed"),
    ("Otto Reed smiled while the crowd cheered and said that it leaks.", "Otto Reed"),
    ("Reed fears that the crowd will lie down, cover its ears, and scream, “Make it go away.”", "the crowd"),
    ("The more Reed sings, the more the bored public will lie down and scream, “Make it go away.”", "the bored public"),
    ("Otto Reed came in and screamed, “Make it go away.”", "Otto Reed"),
    ("Otto Reed called Ada Roe a “liar” and said, “Make it go away.”", "Otto Reed"),
    ("Otto Reed “fumed” and said, “Make it go away.”", "Otto Reed"),
    ("The experts somehow explained that it leaks.", "The experts"),
    ("In May his lawyer claims that it leaks.", "his lawyer"),
    ("A spokesman for the Mill Office reiterated Tarn’s position that it leaks.", "A spokesman for the Mill Office"),
    ("Ada Roe has often repeated the guild’s claim that it leaks.", "Ada Roe"),
    ("She echoed the guild’s warning that it would break.", "She"),
    ("Ada Roe left, repeating the guild’s claim that it leaks.", "Ada Roe"),
    ("Ada Roe rejected the guild’s claim that it leaks.", "the guild"),
    ("The delay echoed the guild’s warning that it would break.", "the guild"),
    ("It echoed the guild’s warning that it would break.", "the guild"),
]
WORDS = [
    ("Ada Brook described him as sweating, and at that time, he had an illness.", "him as sweating"),
    ("Ada Brook described him as kind.", "him as kind"),
    ("The bank calls the deposits a leak.", "the deposits a leak"),
    ("Roe called The Herald a rag.", "The Herald a rag"),
    ("The council protests: the weir was never theirs.", "the weir was never theirs"),
    ("Roe was warning of a flood: the weir is old.", None),
    ("The experts explain why it leaks.", "why it leaks"),
]
NOBODY = [
    "Now imagine that the bank calls the deposits a leak.",
    "Suppose Roe says that the weir leaks.",
    "Ada Roe keeps a shop called Over the Counter in Tarn.",
    "She keeps a shop called The Red Door.",
    "The experts somehow cannot explain why they let “the eels” go.",
]


@pytest.mark.parametrize(("paragraph", "name"), VOICES)
def test_the_grammar_decides_the_speaker_not_the_distance(paragraph, name):
    analysis = analyse(article("News.", paragraph))
    told = analysis.quotations[-1].voice
    assert next((voice.name for voice in analysis.voices if voice.id == told), None) == name


@pytest.mark.parametrize(("sentence", "mention"), SPEAKERS)
def test_a_coordinated_verb_has_the_subject_of_its_own_clause(sentence, mention):
    assert found("News.", sentence)[-1][1] == mention


@pytest.mark.parametrize(("sentence", "words"), WORDS)
def test_the_content_is_complete_and_no_longer(sentence, words):
    assert ([[words]] if words else []) == [parts for _, _, parts in found("News.", sentence)]


@pytest.mark.parametrize("sentence", NOBODY)
def test_words_without_a_speaker_are_no_quotation(sentence):
    assert found("News.", sentence) == []


def test_a_source_without_comment_has_no_content():
    paragraphs = [
        "Otto Reed said that the weir leaks. Ada Brook said that it does not.",
        "There was no comment from Reed but Brook welcomed the vote to shut the weir at once.",
    ]
    analysis = analyse(article("News.", *paragraphs))
    brook = next(voice.id for voice in analysis.voices if voice.name == "Ada Brook")
    assert analysis.claims[-1].voice == brook


def test_boilerplate_between_two_paragraphs_does_not_separate_them():
    text = article(
        "Otto W. Carl Jr., 55, of Addis, a village on the lake, pleaded guilty, the town said.",
        "Get our letters every morning.",
        "He was arrested in April.",
        "Ada Brook at the weir.",
        "Otto Crane at the weir.",
        "He asked about the mill and said, “Somebody ought to burn it.”",
    )
    blocks = list(text.blocks)
    blocks[1] = replace(blocks[1], hidden=True)
    blocks[3:5] = [replace(block, kind=BlockKind.CAPTION) for block in blocks[3:5]]
    analysis = analyse(replace(text, blocks=tuple(blocks)))
    told = analysis.quotations[-1].voice
    assert [voice.name for voice in analysis.voices if voice.id == told] == ["Otto W. Carl Jr."]


def test_a_photographer_is_no_antecedent():
    analysis = analyse(
        article(
            "Otto Carl, 55, of Addis, a village on the lake, pleaded guilty, the town said.",
            "Ada Brook speaks at the town hall in May. J. Scott Apple / Reuters file",
            "He asked about the mill and said, “Somebody ought to burn it.”",
        )
    )
    told = analysis.quotations[-1].voice
    assert [voice.name for voice in analysis.voices if voice.id == told] == ["Otto Carl"]
