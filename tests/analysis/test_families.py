"""Sentences of small grammars of news English: each family has a minimum share of correct analyses."""

import pytest

from tests.benchmarks.constructions import (
    chains,
    coreference,
    extents,
    features,
    interviews,
    leadins,
    people,
    posts,
    replies,
    statements,
)
from tests.benchmarks.constructions.running import Family, judged, report, share

pytestmark = pytest.mark.no_cover

FLOORS = {
    "chains": (chains.example, 400, 0.985),
    "coreference": (coreference.example, 400, 0.98),
    "extents": (extents.example, 400, 0.97),
    "features": (features.example, 400, 0.985),
    "interviews": (interviews.example, 400, 0.985),
    "leadins": (leadins.example, 200, 0.83),
    "people": (people.example, 120, 0.978),
    "posts": (posts.example, 100, 0.976),
    "replies": (replies.example, 400, 0.96),
    "statements": (statements.example, 400, 0.975),
}
"""By family, how many examples are asked, and the share that is right at least; of articles, that of their parts."""


@pytest.mark.no_cover
@pytest.mark.parametrize(("family", "number", "floor"), FLOORS.values(), ids=FLOORS)
def test_enough_sentences_of_each_family_are_analysed_correctly(family: Family, number: int, floor: float):
    given = judged(family, number, seed=7)
    assert share(given) >= floor, report(given, show=40)
