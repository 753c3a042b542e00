"""A small share of the torture, in each run of the tests."""

import pytest

from tests.torture.flips import flips, truncations
from tests.torture.kills import kills


@pytest.mark.no_cover
@pytest.mark.parametrize(("part", "trials"), [(flips, 12), (truncations, 8), (kills, 10)])
def test_nothing_is_lost_that_could_be_read(monkeypatch, part, trials):
    monkeypatch.delenv("PULLQUOTE_HOME", raising=False)
    for figure in part(trials, 7):
        assert figure.found <= figure.asked, figure
