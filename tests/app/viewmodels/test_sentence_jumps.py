"""Jumps from sentence to sentence."""

from dataclasses import replace

import pytest

from reader.app.viewmodels.sentence_jumps import to_next_sentence
from reader.model import BlockKind
from reader.text.navigation import Direction
from tests.app.pane_harness import reading
from tests.text.layout.test_layout import article


@pytest.mark.parametrize("way", [Direction.FORWARD, Direction.BACKWARD])
def test_there_are_no_sentences_beyond_the_article(way):
    made = article("One stone. Two stones.", (BlockKind.PARAGRAPH, "Menu", {"hidden": True}))
    there = replace(reading(None), article=made, stops=(), analysis=None, cursor=11 if way is Direction.FORWARD else 0)
    assert to_next_sentence(there, way, unfolded=False).message == (
        "end of the article" if way is Direction.FORWARD else "start of the article"
    )
    if way is Direction.FORWARD:
        assert to_next_sentence(there, way, unfolded=True).reading.cursor == made.text.index("Menu")
