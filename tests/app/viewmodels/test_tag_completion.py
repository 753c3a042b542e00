"""The last tag that is typed is completed to one that the library has."""

import pytest

from reader.app.viewmodels.tag_completion import complete_tag

TAGS = ("water", "weir", "Watershed", "sea wall")


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("w", "water"),
        ("WAT", "water"),
        ("waters", "Watershed"),
        ("costs, s", "costs, sea wall"),
        ("costs,#we", "costs,#weir"),
        ("water, wat", "water, Watershed"),  # one that is there is not offered again
        ("Water, weir, w", "Water, weir, Watershed"),
        ("water", None),
        ("water,", None),
        ("", None),
        ("x", None),
    ],
)
def test_the_first_tag_that_begins_so_completes_what_is_typed(typed, completed):
    assert complete_tag(typed, TAGS) == completed
