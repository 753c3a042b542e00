"""The lines under a title: author, outlet and date."""

from dataclasses import replace

import pytest

from reader.app.viewmodels.article_summary import source_line
from tests.small_article import ARTICLE


@pytest.mark.parametrize(("published", "shown"), [("2024-02-29", "29 February 2024"), ("2024-02-31", "2024-02-31")])
def test_an_impossible_date_is_shown_unchanged(published, shown):
    assert source_line(replace(ARTICLE, published=published), 80).endswith(shown)


def test_names_are_cut_before_the_date():
    article = replace(ARTICLE, byline="Ana Brook and Otto Reed and many others", published="2024-02-29")
    told = source_line(article, 40)
    assert told.endswith("… · 29 February 2024")
    assert len(told) <= 40
    assert source_line(replace(article, published=None), 10) == "Ana Brook…"
