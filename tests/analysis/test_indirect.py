"""Indirect speech: what is asked of people, wondered, recommended, and where it ends."""

import pytest

from tests.analysis.attributing import found


def told(sentence: str) -> list[tuple[str | None, list[str]]]:
    return [(mention, parts) for _, mention, parts in found("News.", sentence)]


# a sentence, the only source in it, and what that says
ASKED = [
    ("Ana Brook invites everyone to try the new bridge.", "Ana Brook", "to try the new bridge"),
    ("Ana Brook told the envoy to the valley, Otto Reed, to go home.", "Ana Brook", "to go home"),
    ("Anglers are calling on the mayor Otto Reed, who is ill, to step down.", "Anglers", "to step down"),
    ("Ana Brook urged Reed, the mayor of Ferry, not to go.", "Ana Brook", "not to go"),
    (
        "Ferry villagers online wonder whether it is a crime to fish.",
        "Ferry villagers online",
        "whether it is a crime to fish",
    ),
    ("Some anglers there wonder why the gate was shut.", "Some anglers there", "why the gate was shut"),
]
NOUNS = [
    (
        "People reacted to the River Board’s recommendation that the weir be shut.",
        "the River Board",
        "that the weir be shut",
    ),
    ("Ana Brook’s explanation that the pump was old pleased nobody.", "Ana Brook", "that the pump was old"),
    ("Ana Brook repeated her proposal that the weir be shut.", "Ana Brook", "that the weir be shut"),
]
ADDING = [
    ("Otto Reed reciprocates saying “we never asked for a weir.”", "Otto Reed", "“we never asked for a weir.”"),
    ("Otto Reed replied saying “we never asked for a weir.”", "Otto Reed", "“we never asked for a weir.”"),
    ("Otto Reed chirrups saying that nobody asked for it.", "Otto Reed", "that nobody asked for it"),
    ("Otto Reed alerted readers that the weir was open.", "Otto Reed", "that the weir was open"),
    ("Otto Reed describes that there is “little hope left”.", "Otto Reed", "that there is “little hope left”"),
]


@pytest.mark.parametrize(("sentence", "mention", "words"), [*ASKED, *NOUNS, *ADDING])
def test_what_somebody_says_has_its_source_and_its_end(sentence, mention, words):
    assert told(sentence) == [(mention, [words])]


NOTHING = [
    "Otto Reed was invited by the guild to run the mill.",
    "Otto Reed wants to invite everyone to run the mill.",
    "Ana Brook told the envoy, Otto Reed, about the road to Ferry.",
    "Ana Brook described a weir that leaks.",
    "Ana Brook gave orders to everyone.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_guest_an_object_and_a_road_are_not_what_is_said(sentence):
    assert told(sentence) == []
