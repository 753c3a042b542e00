"""Choose the elements of a page that may state a fact about its article, not about menus or other articles."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

_MOST_CANDIDATES = 1000  # a page with more is a list of articles, or was made to take long
_MOST_ANCESTORS = 12  # that may show that an element belongs to another article


def with_ancestors(element: HtmlElement) -> tuple[HtmlElement, ...]:
    """Return an element and its nearest ancestors, nearest first."""
    return (element, *islice(element.iterancestors(), _MOST_ANCESTORS))


def class_and_id(element: HtmlElement) -> str:
    """Return the class and the id of an element, in lower case."""
    return f"{element.get('class', '')} {element.get('id', '')}".lower()


def has_matching_attribute(element: HtmlElement, attributes: Iterable[str], pattern: re.Pattern[str]) -> bool:
    """Return whether one of these attributes of an element matches a pattern."""
    if not isinstance(element.tag, str):
        return False
    for attribute in attributes:  # called for every element of a page, and any() takes twice as long
        value = element.get(attribute)
        if value is not None and pattern.search(value.lower()):
            return True
    return False


@dataclass(frozen=True, slots=True)
class CandidateFilter:
    """Exclude elements inside elements with these tags, or with a class or id that matches a pattern."""

    excluded_tags: frozenset[str]
    excluded_names: re.Pattern[str]

    def candidates(
        self, tree: HtmlElement, headline: HtmlElement | None, is_candidate: Callable[[HtmlElement], bool]
    ) -> Iterator[tuple[HtmlElement, bool]]:
        """Yield the elements that may belong to the article, in order, each with whether it is below the headline."""
        is_below = headline is None
        around_headline = frozenset() if headline is None else frozenset(headline.iterancestors())
        for element in islice(
            (each for each in tree.iter() if each is headline or is_candidate(each)), _MOST_CANDIDATES
        ):
            if element is headline:
                is_below = True
            elif not self.excludes(element, around_headline):
                yield element, is_below

    def excludes(self, element: HtmlElement, around_headline: frozenset[HtmlElement] = frozenset()) -> bool:
        """Return whether an element belongs to a comment, a menu or a list of other articles.

        What is around the headline too, such as a form around the whole page, does not count, nor does the footer of an
        article, which some systems place under its headline.
        """
        elements = [each for each in with_ancestors(element) if each not in around_headline]
        in_article = any(each.tag == "article" for each in with_ancestors(element))
        return any(
            (each.tag in self.excluded_tags and not (in_article and each.tag == "footer"))
            or (each.tag != "body" and self.excluded_names.search(class_and_id(each)))
            for each in elements
        )
