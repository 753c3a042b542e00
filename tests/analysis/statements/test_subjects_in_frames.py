"""Who speaks, for many kinds of subjects, each in the usual places of a subject: before and after its verb."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim

SUBJECTS = [
    "the US",
    "US officials",
    "the UK",
    "the UN rights chief",
    "Ted Roe’s associates",
    "past and current employees",
    "five past and current employees",
    "law enforcement and security officials",
    "domestic and international critics",
    "Democratic and Republican lawmakers",
    "a jury",
    "the Brook camp",
    "the eSafety Commission",
    "Tarn’s eSafety Commission",
    "residents of eastern Tarn",
    "a man from northern Tarn",
    "a group of liberal Quakers",
    "advocates in the community",
    "parents of children in the school",
    "three people familiar with the matter",
    "a source at the ministry",
    "those present",
    "many locals",
]
FRAMES = [
    "On Monday, {} said that the weir leaks at night.",
    "{} said the weir leaks at night.",
    "“The weir leaks at night,” {} said.",
    "The weir leaks at night, {} said.",
    "The weir leaks at night, according to {}.",
    "“The weir leaks at night,” said {}.",
    "Otto Poe came home on Friday after {} said the weir leaks at night.",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_is_the_source_in_every_place(subject, frame):
    opens = frame.startswith("{}")
    text = frame.format(subject[0].upper() + subject[1:] if opens else subject)
    said = [q for q in analyse(verbatim(text)).quotations if "weir leaks" in q.spans[0].of(text)]
    assert [q.mention.of(text).lower() for q in said if q.mention] == [subject.lower()]


@pytest.mark.parametrize(
    ("subject", "mention"),
    [
        ("USA Today", "USA Today"),
        ("the 43-year-old", "the 43-year-old"),
        ("people across the country", "people across the country"),
        ("Republicans across the country", "Republicans across the country"),
        ("critics like Ada Roe", "critics like Ada Roe"),
    ],
)
def test_a_subject_is_the_source_before_its_verb(subject, mention):
    text = f"On Monday, {subject} said that the weir leaks at night."
    assert [q.mention and q.mention.of(text) for q in analyse(verbatim(text)).quotations] == [mention]
