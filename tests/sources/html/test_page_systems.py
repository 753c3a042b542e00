"""Pages of each publishing system, with and without what is no part of the article: the article is shown whole and alone."""

from functools import cache

import pytest

from reader.model import BlockKind, MarkKind
from reader.sources.html.page_reader import read_markup
from tests.sources.html.page_foreign_elements import FOREIGN_ELEMENTS, TOPICS
from tests.sources.html.page_systems import ADDRESS, SYSTEMS

_PLACES = ("between", "after")

# What the program gets wrong on these pages, whatever else they hold. Each is asserted: a test fails when one is solved.
KNOWN_MISSES = {
    "TYPO3": ("lacks Die Stadt will die",),  # "teaser-text" is the deck here, and other articles elsewhere
    "A table layout": ("shows By Mira Oland May", "outlet is courier.invalid"),
    "An interview": ("lacks The town voted to", "shows The town voted to"),  # the deck as a paragraph
    "A page with a paywall": (
        "lacks The town voted to",
        "shows The town voted to",
        "shows Read on with a",
        "shows A pass costs two",
    ),
}
# The same for a page with one of the foreign elements: between two paragraphs and after the last, or only in the place named.
KNOWN_MISSES_WITH = {
    ("ASP.NET", "comments"): ("published is 2021-05-09",),
    ("ASP.NET", "topic links"): ("lacks Filed under: Bridges, Locks",),
    ("Blogger", "teaser card"): ("published is 2019-03-02",),
    ("Confluence", "comments"): ("published is 2021-05-09",),
    ("Confluence", "teaser card"): ("published is 2019-03-02",),
    ("MediaWiki", "comments"): ("published is 2021-05-09",),
    ("MediaWiki", "teaser card"): ("published is 2019-03-02",),
    ("TYPO3", "teaser card"): ("published is 2019-03-02",),
    ("A table layout", "chart labels", "between"): tuple(
        f"shows {label}" for label in ("2012", "2014", "2016", "2018", "2020", "0", "25", "50", "Boats", "Open", "Shut")
    ),
}


@cache
def _read(name, foreign=None, place="after"):
    return read_markup(SYSTEMS[name].page(**{place: FOREIGN_ELEMENTS.get(foreign, "")}), ADDRESS)


def _visible(draft):
    return [(block.kind, block.span.of(draft.text)) for block in draft.blocks if not block.hidden]


def _find_misses(name, foreign=None, place="after"):
    """Return what of a page is not as it should be: blocks that are lacking, shown or in the wrong order, and facts."""
    system, draft = SYSTEMS[name], _read(name, foreign, place)
    shown, expected = _visible(draft), system.blocks()
    if foreign == "topic links":
        expected.append((BlockKind.CAPTION, TOPICS))
    misses = [f"lacks {_beginning(text)}" for kind, text in expected if (kind, text) not in shown]
    misses += [f"shows {_beginning(text)}" for kind, text in shown if (kind, text) not in expected]
    if [block for block in shown if block in expected] != [block for block in expected if block in shown]:
        misses.append("shows the blocks in another order")
    # The box names the author, also on a page that does so nowhere else.
    byline = system.byline or ("Mira Oland" if foreign == "author box" else None)
    stated = {
        "title": system.article["title"],
        "byline": byline,
        "outlet": system.outlet,
        "published": system.published,
    }
    misses += [f"{fact} is {found}" for fact, value in stated.items() if (found := getattr(draft.facts, fact)) != value]
    return misses


def _beginning(text):
    return " ".join(text.split()[:4])


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_page_of_each_system_is_shown_with_its_article_whole_and_alone(name):
    assert _find_misses(name) == [*KNOWN_MISSES.get(name, ())]


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("foreign", FOREIGN_ELEMENTS)
@pytest.mark.parametrize("name", SYSTEMS)
def test_what_is_no_part_of_the_article_is_not_shown_and_takes_nothing_away(name, foreign, place):
    known = [
        *KNOWN_MISSES.get(name, ()),
        *KNOWN_MISSES_WITH.get((name, foreign), ()),
        *KNOWN_MISSES_WITH.get((name, foreign, place), ()),
    ]
    assert sorted(_find_misses(name, foreign, place)) == sorted(known)


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_links_and_the_emphasis_of_the_article_are_kept(name):
    draft = _read(name)
    kinds = {MarkKind.LINK, MarkKind.EMPHASIS}
    marked = [mark.span.of(draft.text) for mark in draft.marks if mark.kind in kinds]
    assert [words for words in SYSTEMS[name].marked_words() if words not in marked] == []


def test_the_known_misses_are_of_pages_that_are_read():
    assert KNOWN_MISSES.keys() <= SYSTEMS.keys()
    assert all(name in SYSTEMS and foreign in FOREIGN_ELEMENTS for name, foreign, *_ in KNOWN_MISSES_WITH)
