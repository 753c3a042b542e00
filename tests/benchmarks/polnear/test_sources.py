"""The sources of thoughts and words by the scheme of PolNeAR."""

import pytest

from tests.benchmarks.polnear.short_scheme import polnear


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Poe has been called “a liar” by Ana Brook.", [("Ana Brook", ["“a liar”"])]),
        (
            "The weir was shut, a move that the council says will go on “for years”.",
            [("the council", ["that", "will go on “for years”"])],
        ),
        (
            "Brook praised Reed, who left in May, for the “best nets” in Ferry.",
            [("Brook", ["Reed, who left in May, for the “best nets” in Ferry"])],
        ),
        ("To Brook, the mill is “home”.", [("Brook", ["the mill is “home”"])]),
        ("For years, the mill was “home”.", []),
        ("For Monday, the mill is “home”.", []),
        ("For a stone in the river, the mill is “home”.", []),
        ("The hope is clearly that the weir will hold.", [(None, ["that the weir will hold"])]),
        ("The hope of the town sank; it is late.", []),
        ("For the mayor, Reed brought a “gift”.", []),
        ("Brook’s slogan is “Stay with the river.”", [("Brook’s", ["“Stay with the river.”"])]),
        ("The hope is that the weir will hold.", [(None, ["that the weir will hold"])]),
        ("Voters who praise Lind are few.", [("Voters", ["Lind"])]),
        ("Poe took to the radio to defend his mill.", [("Poe", ["his mill"])]),
        ("It was a fairly measured comment about the flood.", [("It", ["the flood"])]),
        ("Some voiced similar doubts that it would help.", [("Some", ["that it would help"])]),
    ],
)
def test_the_source_of_reported_thoughts_and_words(sentence, expected):
    told = [(m, parts) for _, m, parts in polnear("News.", sentence)]
    assert told == expected
