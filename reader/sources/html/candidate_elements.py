"""The elements of a page that may tell a fact of its article, told from those of its menus and of other articles."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

_MOST = 1000  # elements that may tell a fact; a page with more is a list of articles, or made to take long
_DEEP = 12  # elements around one that may tell that it is another article's


def with_ancestors(element: HtmlElement) -> tuple[HtmlElement, ...]:
    """An element and those around it, the nearest first, as far as they may tell whose it is."""
    return (element, *islice(element.iterancestors(), _DEEP))


def class_and_id(element: HtmlElement) -> str:
    """What the page's programmer calls an element: its class and its id, in small letters."""
    return f"{element.get('class', '')} {element.get('id', '')}".lower()


def has_matching_attribute(element: HtmlElement, attributes: Iterable[str], words: re.Pattern[str]) -> bool:
    """Whether one of these attributes of an element holds such a word."""
    if not isinstance(element.tag, str):
        return False
    for attribute in attributes:  # every element of a page is asked, and any() takes twice as long
        value = element.get(attribute)
        if value is not None and words.search(value.lower()):
            return True
    return False


@dataclass(frozen=True, slots=True)
class CandidateFilter:
    """What an element is not the article's inside of: the `tags`, and words in the class or id of an element."""

    tags: frozenset[str]
    words: re.Pattern[str]

    def candidates(
        self, tree: HtmlElement, headline: HtmlElement | None, fits: Callable[[HtmlElement], bool]
    ) -> Iterator[tuple[HtmlElement, bool]]:
        """The elements that fit and may be the article's, in order, each with whether it stands below the headline."""
        below = headline is None
        for element in islice((each for each in tree.iter() if each is headline or fits(each)), _MOST):
            if element is headline:
                below = True
            elif not self._is_elsewhere(element):
                yield element, below

    def _is_elsewhere(self, element: HtmlElement) -> bool:
        """Whether an element belongs to a comment, a menu or a list of other articles.

        The footer of an article, which some systems set under its headline, is none of these.
        """
        around = with_ancestors(element)
        own = any(each.tag == "article" for each in around)
        return any(
            (each.tag in self.tags and not (own and each.tag == "footer"))
            or (each.tag != "body" and self.words.search(class_and_id(each)))
            for each in around
        )
