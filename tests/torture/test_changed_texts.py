"""A share of the torture of changed texts; `python -m tests.torture.changed_texts` tries 5,000."""

import pytest

from tests.torture.changed_texts import lines, rows, texts

SHARE = 300


@pytest.mark.no_cover
def test_highlights_of_changed_texts_are_found_within_the_limits():
    table = rows(SHARE)
    assert all(row.is_held for row in table), "\n".join(lines(table))
    # All that can happen to a highlight has happened.
    assert all(row.highlights > 10 for row in table)


@pytest.mark.no_cover
def test_the_figures_of_the_torture_are_those_of_the_table():
    found = {figure.what: figure for figure in texts(20, 1)}
    assert (
        found["removed in all: found elsewhere"].tried
        == next(r for r in rows(20, 20) if r.name == "removed in all").highlights
    )
    assert all(figure.found <= figure.tried for figure in found.values())
