"""The topics that a page files its article under, as one line with a link to each."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from lxml.html import HtmlElement

from reader.model import BlockKind, Mark, MarkKind, Span
from reader.sources.draft import Part
from reader.sources.html.candidate_elements import class_and_id, with_ancestors
from reader.sources.inline_text import safe_url
from reader.sources.text.clean import alphanumerics, one_line

_HOLDERS = ("dl", "div", "footer", "ol", "p", "section", "span", "ul")
_NAMED = re.compile(r"(?:^|[\s_-])(?:categor(?:y|ies)|keywords?|(?:cat|post)?tag(?:s|list)?|topics?)(?=$|[\s_-])")
_ELSEWHERE = re.compile(
    r"breadcrumb|card|comment|menu|newsletter|popular|post-list|promo|recommend|share|sidebar|teaser|trending|widget"
)
_OUTSIDE = frozenset({"aside", "form", "head", "li", "nav"})
_FEWEST, _MOST = 2, 20  # links
_WORDS, _LETTERS = 5, 40  # of one topic
_BESIDE = 40  # letters beside the links, in which the page says what the lists are
_LONGEST = 5000  # characters of a list with the white space in it
_LISTS = 3  # a page with more has them on cards of other articles
_LABEL = "Topics"
_LABEL_WORDS = 3
_PARTING = " \n,;:·•|/#"


def find_topics(tree: HtmlElement, base: str | None) -> Part | None:
    """The line of topics of a page, None where it has none; `base` is what relative addresses start from.

    It is made of the list with the most links of those that the page's classes call tags or topics. Where there are
    many such lists they belong to other articles.
    """
    lists = list(islice(_lists(tree), _LISTS + 1))
    lines = [line for each in lists[:_LISTS] if (line := _line(each, base))] if len(lists) <= _LISTS else []
    return max(lines, key=lambda line: len(line.marks), default=None)


def _lists(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The outermost elements that are named so and hold links and little else."""
    last: HtmlElement | None = None
    for element in tree.iter(*_HOLDERS):
        named = element.get("class", "").lower()
        # Many elements of a page are asked: to look for these first spares a quarter of the time.
        maybe = "tag" in named or "topic" in named or "categor" in named or "keyword" in named
        if not maybe or not _NAMED.search(named):
            continue
        if last is not None and last in element.iterancestors():
            continue
        if _are_topics(element) and not _is_elsewhere(element):
            last = element
            yield element


def _are_topics(element: HtmlElement) -> bool:
    text = element.text_content()
    if len(text) > _LONGEST:
        return False
    links = [one_line(link.text_content()) for link in islice(element.iter("a"), _MOST + 1)]
    if not _FEWEST <= len(links) <= _MOST:
        return False
    if not all(0 < len(link) <= _LETTERS and len(link.split()) <= _WORDS for link in links):
        return False
    linked = sum(len(alphanumerics(link)) for link in links)
    return len(alphanumerics(text)) - linked <= max(_BESIDE, linked // 2)


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether a list is a menu's or another article's; links that say rel="tag" are this page's wherever they stand."""
    own = all("tag" in link.get("rel", "").lower().split() for link in element.iter("a"))
    return any(
        each.tag in _OUTSIDE or (not own and each.tag not in {"body", "html"} and _ELSEWHERE.search(class_and_id(each)))
        for each in with_ancestors(element)
    )


def _line(element: HtmlElement, base: str | None) -> Part | None:
    """The topics in one line, after what the page calls them; a caption, for it is no sentence of the article."""
    links: dict[str, str] = {}
    for link in element.iter("a"):
        topic, href = one_line(link.text_content()).strip(_PARTING), safe_url(link.get("href"), base)
        if topic and href:
            links.setdefault(topic, href)
    if len(links) < _FEWEST:
        return None
    text = f"{_label(element)}: "
    marks: list[Mark] = []
    for topic, href in links.items():
        text += ", " if marks else ""
        marks.append(Mark(MarkKind.LINK, Span(len(text), len(text) + len(topic)), href))
        text += topic
    return Part(BlockKind.CAPTION, text, marks=tuple(marks))


def _label(element: HtmlElement) -> str:
    """What the page calls the list, in the words before its first link."""
    before = takewhile(lambda each: each.tag != "a", element.iter())
    said = one_line(" ".join(each.text or "" for each in before)).strip(_PARTING)
    return said if 0 < len(said.split()) <= _LABEL_WORDS else _LABEL
