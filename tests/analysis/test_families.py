"""Sentences of small grammars of news English: so many are read as every reader reads them."""

import pytest

from tests.benchmarks.constructions import chains, coreference, replies, statements
from tests.benchmarks.constructions.running import Family, judged, report, share

FLOORS = {
    "chains": (chains.example, 0.975),
    "coreference": (coreference.example, 0.96),
    "replies": (replies.example, 0.95),
    "statements": (statements.example, 0.965),
}
"""By family, how many of 400 examples at least are right."""


@pytest.mark.parametrize(("family", "floor"), FLOORS.values(), ids=FLOORS)
def test_so_many_sentences_of_a_family_are_read_right(family: Family, floor: float):
    given = judged(family, 400, seed=7)
    assert share(given) >= floor, report(given, show=40)
