"""The facts under a title are said as people write them, whatever a library kept of them."""

from dataclasses import replace

import pytest

from reader.app.viewmodels.article_summary import source_line
from tests.small_article import ARTICLE


@pytest.mark.parametrize(("published", "shown"), [("2024-02-29", "29 February 2024"), ("2024-02-31", "2024-02-31")])
def test_a_day_that_no_calendar_has_is_shown_as_it_is(published, shown):
    assert source_line(replace(ARTICLE, published=published), 80).endswith(shown)


def test_the_day_stays_whole_where_the_names_are_too_long():
    article = replace(ARTICLE, byline="Ana Brook and Otto Reed and many others", published="2024-02-29")
    told = source_line(article, 40)
    assert told.endswith("… · 29 February 2024")
    assert len(told) <= 40
    assert source_line(replace(article, published=None), 10) == "Ana Brook…"
