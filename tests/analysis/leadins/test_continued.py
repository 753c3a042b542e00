"""Lead-ins without a name, with which the previous speaker continues."""

import pytest

from reader.analysis import analyse_quotations
from reader.model import QuotationKind
from reader.sources import verbatim

FIRST = "President Bram Solt has been to our town twice. He promised us a ford, and Minister Hanna Toss smiled."
SECOND = "We do not need their promises. We need a road, a ford and someone who tells us the truth!"
BETWEEN = "The closing of the weir has been a topic of debate since the spring."
AFTER = "Meanwhile, the county has postponed the decision until the next session of its assembly."


def speaker(lead, leadin, *between):
    """The speaker of the block after `leadin`, where `lead` is the lead-in of the block before."""
    text = "\n\n".join(["News.", "The weir of Sallow was closed.", lead, FIRST, *between, leadin, SECOND, AFTER])
    found = analyse_quotations(verbatim(text))
    at = text.index(SECOND)
    [block] = [q for q in found.quotations if q.kind is QuotationKind.BLOCK and any(s.covers(at) for s in q.spans)]
    voice = found.voice(block.voice)
    return voice.name if voice else None


@pytest.mark.parametrize("between", [(), (BETWEEN,)])
@pytest.mark.parametrize(
    "leadin",
    [
        "The post continues:",
        "The statement then goes on:",
        "The text also says:",
        "The author continues:",
        "The blogger also criticizes the president:",
        "In conclusion, the blogger writes:",
        "And adds:",
        "And then concludes:",
        "And:",
        "Later in the post:",
        "It goes on:",
    ],
)
def test_a_continuation_belongs_to_the_previous_speaker(leadin, between):
    assert speaker("Ada Roe of Weir Notes writes:", leadin, *between) == "Ada Roe"


@pytest.mark.parametrize(
    ("leadin", "name"),
    [
        ("Otto Reed adds:", "Otto Reed"),
        ("The miller Otto Reed also says:", "Otto Reed"),
        ("And Otto Reed adds:", "Otto Reed"),
        ("Later, in the Ferry Post, Otto Reed answered:", "Otto Reed"),
        ("The petition reads:", "The petition"),
        ("Another blogger writes:", "Another blogger"),
    ],
)
def test_a_lead_in_with_another_name_is_no_continuation(leadin, name):
    assert speaker("Ada Roe of Weir Notes writes:", leadin) == name


@pytest.mark.parametrize("leadin", ["She continues:", "He goes on:", "They also warn:", "It goes on:"])
@pytest.mark.parametrize(("lead", "name"), [("Weir Notes writes:", "Weir Notes"), ("Ridwan writes:", "Ridwan")])
def test_a_pronoun_right_after_a_block_refers_to_its_speaker(lead, name, leadin):
    assert speaker(lead, leadin) == name


def test_a_pronoun_after_another_person_refers_to_that_person():
    told = "Meanwhile, the miller Otto Reed has answered her post on Twitter."
    assert speaker("Ada Roe of Weir Notes writes:", "He also warns:", told) == "Otto Reed"
