"""Pages of each publishing system, with and without what is no part of the article: the article is shown whole and alone."""

from functools import cache

import pytest

from reader.model import BlockKind, MarkKind
from reader.sources.html.page_reader import read_markup
from tests.sources.html.page_foreign_elements import FOREIGN_ELEMENTS, TOPICS
from tests.sources.html.page_systems import ADDRESS, SYSTEMS

_PLACES = ("between", "after")

# What the program gets wrong on a page of a system: on each, or only with a foreign element, in a place, or at a length.
# Each is asserted, so that a test fails when one is solved.
KNOWN_MISSES = {
    ("TYPO3",): ("lacks Die Stadt will die",),  # "teaser-text" is the deck here, and other articles elsewhere
    ("A table layout",): ("shows By Mira Oland May",),
    ("A table layout", "chart labels", "between"): tuple(
        f"shows {label}" for label in ("2012", "2014", "2016", "2018", "2020", "0", "25", "50", "Boats", "Open", "Shut")
    ),
    # The extractor takes the deck as the first paragraph, and the offer as the last.
    ("An interview", "short"): ("lacks The town voted to", "shows The town voted to"),
    ("A page with a paywall", "short"): (
        "lacks The town voted to",
        "shows The town voted to",
        "shows Read on with a",
        "shows A pass costs two",
    ),
    # Topics, and dates that the page marks, are not looked for in a form.
    ("Blogger", "teaser card"): ("published is 2019-03-02",),
    ("Confluence", "teaser card"): ("published is 2019-03-02",),
    ("MediaWiki", "comments"): ("published is 2021-05-09",),
    ("MediaWiki", "teaser card"): ("published is 2019-03-02",),
    ("TYPO3", "teaser card"): ("published is 2019-03-02",),
}


def _find_known(*conditions):
    return [miss for key, misses in KNOWN_MISSES.items() if {*key} <= {*conditions} for miss in misses]


@cache
def _read(name, foreign=None, place="after", length="short"):
    system = SYSTEMS[name] if length == "short" else SYSTEMS[name].longer()
    return system, read_markup(system.page(**{place: FOREIGN_ELEMENTS.get(foreign, "")}), ADDRESS)


def _visible(draft):
    return [(block.kind, block.span.of(draft.text)) for block in draft.blocks if not block.hidden]


def _find_misses(name, foreign=None, place="after", length="short"):
    """Return what of a page is not as it should be: blocks that are lacking, shown or in the wrong order, and facts."""
    system, draft = _read(name, foreign, place, length)
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


@pytest.mark.parametrize("length", ["short", "long"])
@pytest.mark.parametrize("name", SYSTEMS)
def test_a_page_of_each_system_is_shown_with_its_article_whole_and_alone(name, length):
    assert sorted(_find_misses(name, length=length)) == sorted(_find_known(name, length))


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("foreign", FOREIGN_ELEMENTS)
@pytest.mark.parametrize("name", SYSTEMS)
def test_what_is_no_part_of_the_article_is_not_shown_and_takes_nothing_away(name, foreign, place):
    assert sorted(_find_misses(name, foreign, place)) == sorted(_find_known(name, foreign, place, "short"))


@pytest.mark.parametrize("foreign", FOREIGN_ELEMENTS)
@pytest.mark.parametrize("name", SYSTEMS)
def test_what_is_no_part_of_a_long_article_is_not_shown_and_takes_nothing_away(name, foreign):
    found = _find_misses(name, foreign, "between", "long")
    assert sorted(found) == sorted(_find_known(name, foreign, "between", "long"))


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_links_and_the_emphasis_of_the_article_are_kept(name):
    system, draft = _read(name)
    kinds = {MarkKind.LINK, MarkKind.EMPHASIS}
    marked = [mark.span.of(draft.text) for mark in draft.marks if mark.kind in kinds]
    assert [words for words in system.marked_words() if words not in marked] == []


def test_each_known_miss_is_of_a_page_that_is_read():
    conditions = {*FOREIGN_ELEMENTS, *_PLACES, "short", "long"}
    assert all(name in SYSTEMS and {*others} <= conditions for name, *others in KNOWN_MISSES)
