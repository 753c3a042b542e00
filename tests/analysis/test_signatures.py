"""Who signs a block quote is its speaker, and the signature is none of its words."""

import pytest

from tests.analysis.attributing import found

LEAD = "Smoke came over Vel."

SIGNED = [
    (
        ["The air was foul on Sunday.", "— Josh Vane (@joshvane) November 3, 2019"],
        "Josh Vane",
        ["The air was foul on Sunday."],
    ),
    (["The air was foul.\n— Ana Brook, mayor of Vel"], "Ana Brook", ["The air was foul."]),
    (["The air was foul. — Ana de la Brook"], "Ana de la Brook", ["The air was foul."]),
    (["The air was foul – Ana Brook (@ana) 3 May 2019"], "Ana Brook", ["The air was foul"]),
    (["The air was foul.", "It is now good.", "-- Ana Brook"], "Ana Brook", ["The air was foul.", "It is now good."]),
]
UNSIGNED = [
    "We go on – Ana knows it.",
    "We go on — and nobody, not even Ana Brook, can stop it.",
    "- Ana Brook asked us to go on, and so we did, day after day, until the mill was shut.",
]


@pytest.mark.parametrize(("paragraphs", "name", "words"), SIGNED)
def test_who_signs_a_block_quote_speaks_in_it(paragraphs, name, words):
    quotes = tuple(range(1, len(paragraphs) + 1))
    assert found(LEAD, *paragraphs, quotes=quotes, continued=quotes[1:]) == [("block", name, words)]


@pytest.mark.parametrize("paragraph", UNSIGNED)
def test_a_dash_inside_a_block_quote_signs_nothing(paragraph):
    assert [parts for kind, _, parts in found(LEAD, paragraph, quotes=(1,)) if kind == "block"] == [[paragraph]]


def test_a_mere_signature_is_no_quotation():
    assert not found(LEAD, "— Ana Brook (@ana) 3 May 2019", quotes=(1,))
