"""Sentences have the right offsets, whatever the punctuation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.units.sentences import sentences
from reader.model import Span


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Brook came. He sat.", ["Mr. Brook came.", "He sat."]),
        ("He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."]),
        ("The U.S. army left.", ["The U.S. army left."]),
        ("J. K. Brook wrote it. It sold.", ["J. K. Brook wrote it.", "It sold."]),
        ("It cost 3.5 million… and more.", ["It cost 3.5 million… and more."]),
        ("“Stop!” he cried. “Now.” She did.", ["“Stop!” he cried.", "“Now.”", "She did."]),
        ("“Is it?” Ana Brook, his aide, asked. No.", ["“Is it?” Ana Brook, his aide, asked.", "No."]),
        ("“Is it?” Mr. Reed fumed. No.", ["“Is it?” Mr. Reed fumed.", "No."]),
        ("“Is it?” Ali al-Reed, a clerk at St. Bede, asked.", ["“Is it?” Ali al-Reed, a clerk at St. Bede, asked."]),
        ("“Is it?” @ana: “It is.” @otto [en]: “No.”", ["“Is it?”", "@ana: “It is.”", "@otto [en]: “No.”"]),
        ("“It is!” @ana said.", ["“It is!” @ana said."]),
        ("“Is it?” The crowd said nothing.", ["“Is it?”", "The crowd said nothing."]),
        ("It is over. [Source] Next.", ["It is over. [Source]", "Next."]),
        ("See No. 5 there. No. I stay.", ["See No. 5 there.", "No.", "I stay."]),
        ("彼は来た。彼女は去った。", ["彼は来た。", "彼女は去った。"]),
        ("so I said. and left", ["so I said. and left"]),
        ("we had hunger. what now, we ask", ["we had hunger.", "what now, we ask"]),
        ("it cost approx. they say ten", ["it cost approx. they say ten"]),
        ("Eels etc. The weir.", ["Eels etc.", "The weir."]),
        ("It leaks, Roe said.Trask denied it.", ["It leaks, Roe said.", "Trask denied it."]),
        ("It is shut.“We left,” she said.", ["It is shut.", "“We left,” she said."]),
        ("See www.Weir.com and eels.Com/Tarn now.", ["See www.Weir.com and eels.Com/Tarn now."]),
        ("   ", []),
    ],
)
def test_a_sentence_ends_at_its_own_full_stop(text, expected):
    assert split(text) == expected


@given(st.text(alphabet="ab AB.!?…”“\"')([] \n1。", max_size=80))
def test_sentences_cover_every_word_once_and_in_order(text):
    found = sentences(text, Span(0, len(text)))
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())


def test_no_sentence_begins_in_lower_case_after_an_abbreviation_and_a_mark():
    text = "The mayor said the U.S. “clearly” leaks. It does."
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == [
        "The mayor said the U.S. “clearly” leaks.",
        "It does.",
    ]
