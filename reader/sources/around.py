"""The elements of a page that may tell a fact of its article, told from those of its menus and of other articles."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

_MOST = 1000  # elements that may tell a fact; a page with more is a list of articles, or made to take long
_DEEP = 12  # elements around one that may tell that it is another article's


@dataclass(frozen=True, slots=True)
class Around:
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
        around = (element, *islice(element.iterancestors(), _DEEP))
        own = any(each.tag == "article" for each in around)
        return any(
            (each.tag in self.tags and not (own and each.tag == "footer"))
            or (each.tag != "body" and self.words.search(f"{each.get('class', '')} {each.get('id', '')}".lower()))
            for each in around
        )
