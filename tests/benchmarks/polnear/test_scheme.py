"""The scheme of the corpus PolNeAR: outermost attributions, beliefs and plans, and hearsay."""

import pytest

from tests.benchmarks.polnear.short_scheme import polnear


@pytest.mark.parametrize(
    ("sentence", "mention", "parts"),
    [
        ("Brook believes that eels are clever.", "Brook", ["that eels are clever"]),
        ("I said that we would stay.", "I", ["that we would stay"]),
        ("Brook did not say that it was shut.", "Brook", ["that it was shut"]),
        ("Brook endorsed Reed in early June.", "Brook", ["Reed"]),
        ("Brook called for a new weir.", "Brook", ["a new weir"]),
        ("Brook referred to the eels on Monday.", "Brook", ["the eels"]),
        ("The mayor seems to like eels.", None, ["The mayor", "to like eels"]),
        ("The weir is expected to open in May.", None, ["The weir", "to open in May"]),
        ("Brook is sure that eels are clever.", "Brook", ["that eels are clever"]),
        ("However, she said, the weir leaks.", "she", ["However", "the weir leaks"]),
        ("Brook described the plan as “a trap”.", "Brook", ["the plan as “a trap”"]),
    ],
)
def test_thoughts_and_openers_count(sentence, mention, parts):
    assert (mention, parts) in [(m, p) for _, m, p in polnear("News.", sentence)]


def test_only_the_outermost_attribution_is_kept():
    assert [m for _, m, _ in polnear("News.", "Brook wrote that Reed had said that eels had died.")] == ["Brook"]


def test_a_headline_under_a_name_is_that_names():
    said = ("indirect", "Ana Brook", ["The Weir Must Go Now"])
    assert said in polnear("Ana Brook: The Weir Must Go Now", "Nothing else is known.")
