"""A share of the torture of changed texts; `python -m tests.torture.changed_texts` tries 5,000."""

import pytest

from tests.torture.changed_texts import lines, rows

SHARE = 300


@pytest.mark.no_cover
def test_highlights_of_changed_texts_are_found_within_the_limits():
    table = rows(SHARE)
    assert all(row.is_held for row in table), "\n".join(lines(table))
    # All that can happen to a highlight has happened.
    assert all(row.highlights > 10 for row in table)
