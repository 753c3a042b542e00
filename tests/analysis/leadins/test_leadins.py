"""Lead-ins of many kinds before two paragraphs, one of which can be the author’s."""

import re
from pathlib import Path

import pytest

from reader.analysis import analyse_quotations
from reader.model import QuotationKind
from reader.sources import verbatim

RIGHT = 0.91  # share of the lead-ins with the right speaker and relaying source
ROUND_UP = (
    "The Weir of Sallow",
    "Blogger Wim Dorn was the first to write about the weir:",
    "A weir is a wall with manners. It lets the water through, and it keeps the village dry.",
    "The writer Hanna Toss, who lives in the capital, answered him:",
    "I have seen many weirs in my life and none of them had manners. They leak, they rust, and we pay!",
    "The assembly discussed the gates on Monday, without a result.",
    "The old weir of Sallow was closed by the county of Marsh in April, and the town has been without a ford since.",
)
WORDS = (
    "The gates were built in 1931 and have been repaired four times. Every repair has cost more than the one before.",
    "I was born next to that weir and I learned to swim under it. We will not let them take it away from us!",
)
AFTER = "Meanwhile, the county has postponed the decision until the next session of its assembly."
LEADINS = [
    line.split("\t")
    for line in Path(__file__).with_name("leadins.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def plain(name):
    return [w for w in re.findall(r"\w+", (name or "").lower()) if w not in {"a", "an", "the"}]


def same(one, other):
    one, other = plain(one), plain(other)
    return bool(one and other) and (one[-1] == other[-1] or set(one) <= set(other) or set(other) <= set(one))


def told(leadin, words):
    """The speaker of the words after a lead-in, and the relaying source; None where they are no block quotation."""
    text = "\n\n".join((*ROUND_UP, *leadin.split(" / "), words, AFTER))
    found = analyse_quotations(verbatim(text))
    at = text.index(words) + len(words) // 2
    over = [q for q in found.quotations if q.kind is QuotationKind.BLOCK and any(s.covers(at) for s in q.spans)]
    if not over:
        return None
    voice = found.voice(over[-1].voice)
    named = {voice.id: voice.name for voice in found.voices}
    return voice.name if voice else "", [named[passer] for passer in over[-1].via]


def right(speaker, passers, leadin, words):
    answer = told(leadin, words)
    wanted = [name for name in passers.split(", ") if name]
    return (
        answer is not None
        and same(answer[0], speaker)
        and len(wanted) == len(answer[1])
        and all(any(same(name, one) for one in answer[1]) for name in wanted)
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("words", WORDS, ids=["told", "personal"])
def test_nearly_every_lead_in_gives_the_right_speaker(words):
    missed = [
        (speaker, passers, leadin) for speaker, passers, leadin in LEADINS if not right(speaker, passers, leadin, words)
    ]
    assert len(missed) <= (1 - RIGHT) * len(LEADINS), missed


@pytest.mark.parametrize(
    "leadin",
    [
        "The road to the weir is closed, and the gates are rusting:",
        "These were the results of the vote:",
        "The photograph below shows the gates in April:",
        "The following roads are closed:",
    ],
)
def test_a_lead_in_without_a_source_gives_no_speaker(leadin):
    answer = told(leadin, WORDS[0])
    assert answer is None or not answer[0]


@pytest.mark.parametrize(
    ("leadin", "speaker"),
    [
        ("Otto Reed sums up the evening, and Ada Roe adds a thought:", "Ada Roe"),
        ("Otto Reed says that it leaks, and John A. Smith [es] tweets:", "John A. Smith"),
        ("As Ada Roe wrote for the Post, and Otto Reed read, the mill is lost:", "Ada Roe"),
        ("Ada Roe believes that the weir is lost. Instead, the council should rebuild the mill:", "Ada Roe"),
        ("Ada Roe [es] points to what, in her opinion, is the real trouble:", "Ada Roe"),
        ("Ada Roe, director of the Mill Museum affirmed:", "Ada Roe, director of the Mill Museum"),
        ("Ada Roe, Executive Director of the Mill Museum affirmed:", "Ada Roe, Executive Director of the Mill Museum"),
        ("In Tarn, the director of the museum affirmed:", "the director of the museum"),
        ("According to a juror, Ada Roe from Tarn:", "a juror, Ada Roe from Tarn"),
        ("According to the mayor, Ada Roe said that it leaks:", "Ada Roe"),
        ("“Bread for Tarn” maintains [es] that the report by Otto Reed was false and explains:", "“Bread for Tarn”"),
        ("Ada Roe was not impressed by Otto Reed:", "Ada Roe"),
        ("Ada Roe left the Mill Post, a magazine published in Ost, and began a protest:", "Ada Roe"),
        ("In 2010, Ada Roe, quitted a job at the Post, a paper printed in Ost, and began a protest:", "Ada Roe"),
        ("A paper published in its last issue:", "A paper"),
        ("The paper published on Monday:", "The paper"),
    ],
)
def test_the_speaker_is_the_subject_of_the_last_clause_with_all_of_its_name(leadin, speaker):
    text = "\n\n".join(["The Weir of Sallow", leadin, WORDS[1], AFTER])
    found = [q for q in analyse_quotations(verbatim(text)).quotations if q.kind is QuotationKind.BLOCK]
    assert [q.mention and q.mention.of(text) for q in found] == [speaker]


@pytest.mark.parametrize("words", WORDS, ids=["told", "personal"])
@pytest.mark.parametrize("heading", ["My Question No. 1:", "Our verdict:"])
def test_under_a_heading_in_somebodys_own_words_that_person_speaks(heading, words):
    assert told(f"Ada Roe also asks some questions. / {heading}", words) == ("Ada Roe", [])
