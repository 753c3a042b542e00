"""Find what a page states in short lines after a label, as in a list with "Date" and "Author" beside the article."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from lxml import etree
from lxml.html import HtmlElement

from reader.sources.html.candidate_elements import CandidateFilter

_LONGEST_TEXT = 80  # characters of the label and its value
_MOST_TEXTS = 20_000  # a page with more was made to take long
_SHORT_TEXTS = etree.XPath(f"//text()[normalize-space() and string-length(normalize-space()) <= {_LONGEST_TEXT}]")
_FILTER = CandidateFilter(
    frozenset({"nav", "form", "head", "script", "style", "title"}),
    re.compile(r"card|comment|popular|print|recommend|related|river|teaser|trending"),
)


class LabelledValue(NamedTuple):
    """What stands after a label, and the number of its text among the short texts of the page."""

    value: str
    position: int


def find_values(tree: HtmlElement, label: re.Pattern[str]) -> Iterator[LabelledValue]:
    """Yield what stands after each label that begins a short text: in the same text, or else in the next one.

    Args:
        tree: the page.
        label: a pattern that matches the label from the beginning, with the colon and the spaces after it.
    """
    has_label = False
    for position, text in enumerate(cast("list[Any]", _SHORT_TEXTS(tree))[:_MOST_TEXTS]):
        line = " ".join(text.split())
        match = label.match(line)
        value = line[match.end() :] if match else line if has_label else ""
        has_label = match is not None and not value
        if value and not _FILTER.excludes(_element_around(text)):
            yield LabelledValue(value, position)


def _element_around(text: Any) -> HtmlElement:
    """Return the element that a text stands in; lxml gives for a text behind an element that element."""
    return text.getparent().getparent() if text.is_tail else text.getparent()
