"""Sentences in quotation marks without a cue are found, with a speaker from the text around them or none."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim
from tests.analysis.short_attribution import found

_LOST = "“We lost everything in one night and nobody came to help us.”"

# paragraphs, and the speaker of the last quotation marks; None for an unknown one
SENTENCES = [
    ([f"The crowd gathered on Tuesday at noon. {_LOST} The village has 40 houses."], None),
    (["The village has 40 houses.", _LOST], None),
    (["Ana Brook runs a farm above the weir.", "“Does it flood?” I ask.", _LOST], "Ana Brook"),
    ([f"The cell, Otto Reed said, is sensing the water. {_LOST}"], "Otto Reed"),
    (["Otto Reed told the court that the weir was shut. It was built by monks.", _LOST], "Otto Reed"),
    (["According to the harbour office, the weir is shut.", _LOST], "harbour office"),
    ([f"The rules mandate that the weir be shut. {_LOST}"], None),
    ([f"Ana Brook is unapologetic about her aim. {_LOST}"], "Ana Brook"),
    (["Ana Brook runs a farm above the weir.", _LOST], "Ana Brook"),
    ([_LOST, "— Ana Brook"], "Ana Brook"),
    ([f"Otto Reed said that the weir was shut. {_LOST} He left."], "Otto Reed"),
    (["Ana Brook laughed. “Of what?”"], "Ana Brook"),
    (["The mill stood empty for a year.", "“Nobody came.”"], None),
    (["The mill stood empty for a year.", "“We lost everything in one night and nobody came”"], None),
    (["The village has 40 houses.", _LOST, "“And nobody has come to see us since then.”"], None),
]


@pytest.mark.parametrize(("paragraphs", "speaker"), SENTENCES)
def test_a_sentence_in_quotation_marks_is_a_quotation(paragraphs, speaker):
    analysis = analyse(verbatim("\n\n".join(["News.", *paragraphs])))
    last = [q for q in analysis.quotations if str(q.kind) == "direct"][-1]
    voice = analysis.voice(last.voice)
    assert (voice.name.removeprefix("the ").removeprefix("The ") if voice else None) == speaker


# a pull quote among other paragraphs, and its speaker
PULLED = [
    (
        [_LOST, "“Since May,” said Otto Reed, “we lost everything in one night and nobody came to help us.”"],
        "Otto Reed",
    ),
    ([_LOST, "“In May we lost everything in one night and nobody came to help us,” said Otto Reed."], "Otto Reed"),
    (["Ana Brook said that the weir was shut.", _LOST, f"{_LOST[:-2]},” Otto Reed said."], "Otto Reed"),
    (
        ["Otto Reed came. “Since May, we lost everything in one night and nobody came to help us,” he said.", _LOST],
        "Otto Reed",
    ),
    (["“Nobody came to help.”", "“I know that nobody came to help,” said Otto Reed."], None),
]


@pytest.mark.parametrize(("paragraphs", "speaker"), PULLED)
def test_a_pull_quote_has_the_speaker_of_the_repeated_words(paragraphs, speaker):
    analysis = analyse(verbatim("\n\n".join(["News.", "The mill stood empty for a year.", *paragraphs])))
    alone = next(q for q in analysis.quotations if q.cue is None)
    voice = analysis.voice(alone.voice)
    assert (voice.name if voice else None) == speaker


# sentences that contain a sentence in quotation marks, and its speaker
INSIDE = [
    ("“To have a mayor who is never here is no good,” Ana Brook charged.", "Ana Brook"),
    ("“If she wants to be mayor, she should come to the weir,” the editorial read.", "the editorial"),
    ("“The pumps work where others fail at night,” Ana Brook is quoted as saying.", "Ana Brook"),
    ("“You will see a great many pumps here,” said one miller involved in the planning, who left.", "one miller"),
    ("“We lost everything in one night, my dear,” with tears in her eyes.", None),
    ("Next to the door hangs a sign, “Please leave your boots where they were found.”", None),
    ("Ana Brook pointed at the weir. “We lost everything in one night,” and she left.", None),
]


@pytest.mark.parametrize(("sentence", "speaker"), INSIDE)
def test_a_marked_sentence_inside_another_sentence_is_a_quotation_too(sentence, speaker):
    [(kind, mention, [words])] = found("News.", sentence)
    assert (kind, mention) == ("direct", speaker)
    assert words[0] + words[-1] == "“”"


# paragraphs whose quotation marks are no speech
LEFT_ALONE = [
    ["The sign was new. “Welcome to the Delta.” Nobody read it."],
    ["She wrote two books.", "“The Long Way Down to the Delta and Back Again Once More”"],
    ["The banners were red.", "“Demonstrate for the right to walk to the weir”"],
    ["Her story is called “We lost everything in one night and nobody came to help us.”"],
    ["Her favourite book is “We Lost Everything in One Night and Nobody Came.”"],
    ["The weir is old. “the gates of the old weir by the mill.” It leaks."],
]


@pytest.mark.parametrize("paragraphs", LEFT_ALONE)
def test_titles_slogans_and_terms_are_no_quotations(paragraphs):
    assert [told for told in found("News.", *paragraphs) if told[0] == "direct"] == []


def test_two_marked_sentences_without_a_speaker_are_two_quotations():
    told = found("News.", "The village has 40 houses.", _LOST, "“And nobody has come to see us since then.”")
    assert [(mention, parts) for _, mention, parts in told] == [
        (None, [_LOST]),
        (None, ["“And nobody has come to see us since then.”"]),
    ]


def test_marks_without_a_subject_have_the_previous_speaker():
    analysis = analyse(
        verbatim("News.\n\n“We may not shut it,” Ana Brook said. There could be floods “if we shut it too early.”")
    )
    (voice,) = analysis.voices
    assert [q.voice for q in analysis.quotations] == [voice.id, voice.id]
    assert voice.name == "Ana Brook"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"FERRY STOPS {_LOST} The line was shut on Monday. [Tarn Post | subscribers only]", "Tarn Post"),
        (f"FERRY STOPS {_LOST} [Ada Roe, Tarn Post]", "Ada Roe"),
        (f"FERRY STOPS {_LOST} [es]", None),
    ],
)
def test_a_source_in_brackets_at_the_end_of_a_paragraph_is_that_of_its_marks(text, speaker):
    analysis = analyse(verbatim(f"Morning news.\n\n{text}"))
    names = [analysis.voice(q.voice) for q in analysis.quotations]
    assert [voice.name if voice else None for voice in names] == [speaker]


def test_a_title_before_a_source_in_brackets_is_no_quotation():
    assert found("A trailer for “The Old Mill at Night” is out. [Tarn Post]") == []
