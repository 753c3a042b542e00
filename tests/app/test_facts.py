"""The facts under a title are said as people write them, whatever a library kept of them."""

from dataclasses import replace

import pytest

from reader.app.facts import source
from tests.made import ARTICLE


@pytest.mark.parametrize(("published", "shown"), [("2024-02-29", "29 February 2024"), ("2024-02-31", "2024-02-31")])
def test_a_day_that_no_calendar_has_is_shown_as_it_is(published, shown):
    assert source(replace(ARTICLE, published=published)).endswith(shown)
