"""Texts that break off are analysed without an error, and long rows of marks in linear time."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim
from tests.benchmarks.polnear.scheme import attributions
from tests.cpu_time import growth

BROKEN_OFF = (
    "Roe said that it leaks, which",
    "Roe said that it leaks, a",
    "Ada Roe called it the best, an",
    "Ada Roe admitted to",
    "told Ana Brook that",
    "Losses were reported as land, which",
    "Orlin\nasked Orlin\n\nasked ",
    "P\nIt is that n\n\nprovides ",
    "his tweet:\n\ntweet:\n\n@adaroe: the weir's",
    "The boats appear ) now",
    "The mayor asked (not to “absolutely",
    "Ada Roe told what",
    "from\n\nthey said those and week",
    "told\n\nto from who week $4m he's of week\n\nc” who asks according",
    "those who that which told's ! . court Ada told what",
    "they , those claim [x] “a” have by ; we “b “a” men us as while whose according , because t",
    "Ada Roe told the BBC",
    "Ada Roe told Reuters experts",
    "They marched with signs reading",
    "who left " * 1200,
    '"If end,\n\n",',
    "dreaming,” said Ada Reed, 52, \n\nSomebody Lisk.\n\nThe",
    ":\n\nthird, the and Power\n\nlegislature",
    *(
        f"The weir is old.\n\nIt rained here all day.\n\n{leadin}\n\nWe were never told, and I will not go back there."
        for leadin in (
            "Over",
            "Ada Roe is proud of her son, who refused",
            "The arrest of at least of different millers led to anger in different towns:",
        )
    ),
)


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_a_text_that_breaks_off_is_analysed_without_an_error(text: str) -> None:
    article = verbatim(text)
    for found in (analyse(article).quotations, attributions(article)):
        assert all(0 <= span.start < span.end <= len(article.text) for q in found for span in q.spans)


@pytest.mark.no_cover
def test_each_mark_in_a_long_row_checks_only_a_few_before_it() -> None:
    analyse_row = lambda times: analyse(verbatim("“Go,” “Stay” and " * times))  # noqa: E731
    assert growth(analyse_row, 300, 3000) < 20  # 100 times as long if each mark read the whole row
