"""Where block quotations begin and end: lines, posts in a row, captions, headings, and paragraphs about others."""

import pytest

from reader.analysis.attribution import attribute
from reader.sources import verbatim
from tests.analysis.attributing import told

AFTER = "The council of Ferry met on Monday to talk about the budget of the town."


def blocks(text):
    made = verbatim(text)
    return [(mention, parts) for kind, mention, parts in (told(made, a) for a in attribute(made)) if kind == "block"]


LONG = "All of the old houses along the river have lost their roofs, and the road between the weir and the mill is under water now!"


def test_a_block_ends_between_lines_where_its_lead_in_stands_a_line_above_it():
    text = f"News.\n\nAna Brook wrote:\nI saw the gates go down!\n{AFTER * 2}"
    assert blocks(text) == [("Ana Brook", ["I saw the gates go down!"])]


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["The gates are down.", "We have no light.", LONG], 1),
        (["The gates are down and we wept.", LONG, "We have no light."], 1),
        ([LONG, LONG.replace("old", "new")], 2),
    ],
)
def test_short_lines_of_one_paragraph_are_one_part_of_a_block(lines, parts):
    [(mention, found)] = blocks("\n\n".join(["News.", "Ana Brook wrote:", "\n".join(lines)]))
    assert mention == "Ana Brook"
    assert len(found) == parts
    assert "\n".join(found) == "\n".join(lines)
