"""Find the topics that a page files its article under, and make one line of them with a link to each."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from lxml.html import HtmlElement

from reader.model import BlockKind, Mark, MarkKind, Span
from reader.sources.draft import Part
from reader.sources.html.candidate_elements import class_and_id, with_ancestors
from reader.sources.inline_text import safe_url
from reader.sources.text.clean import alphanumerics, one_line

_CONTAINERS = ("dl", "div", "footer", "ol", "p", "section", "span", "ul")
_TOPIC_CLASS = re.compile(r"(?:^|[\s_-])(?:categor(?:y|ies)|keywords?|(?:cat|post)?tag(?:s|list)?|topics?)(?=$|[\s_-])")
_OTHER_CLASS = re.compile(
    r"breadcrumb|card|comment|menu|newsletter|popular|post-list|promo|recommend|share|sidebar|teaser|trending|widget"
)
_OTHER_ELEMENTS = frozenset({"aside", "head", "li", "nav"})
_LEAST_LINKS, _MOST_LINKS = 2, 20  # links
_MOST_WORDS, _LONGEST_TOPIC = 5, 40  # of one topic
_MOST_OTHER_LETTERS = 40  # beside the links, such as the label of the list
_LONGEST_LIST = 5000  # characters, white space included
_MOST_LISTS = 3  # a page with more has them on cards of other articles
_LABEL = "Topics"
_LABEL_WORDS = 3
_SEPARATORS = " \n,;:·•|/#"


def find_topics(tree: HtmlElement, base: str | None) -> Part | None:
    """Return the topics of a page as one line, None where it has none; `base` is the address relative links start from.

    Of the lists that the page's classes call tags or topics, the one with the most links is used. Where there are many
    such lists, they belong to other articles.
    """
    lists = list(islice(_find_lists(tree), _MOST_LISTS + 1))
    lines = (
        [line for each in lists[:_MOST_LISTS] if (line := _make_line(each, base))] if len(lists) <= _MOST_LISTS else []
    )
    return max(lines, key=lambda line: len(line.marks), default=None)


def _find_lists(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the outermost elements with a topic class that contain links and little else."""
    last_list: HtmlElement | None = None
    for element in tree.iter(*_CONTAINERS):
        class_name = element.get("class", "").lower()
        # This loop sees many elements; testing for these strings first saves a quarter of the time.
        may_match = "tag" in class_name or "topic" in class_name or "categor" in class_name or "keyword" in class_name
        if not may_match or not _TOPIC_CLASS.search(class_name):
            continue
        if last_list is not None and last_list in element.iterancestors():
            continue
        if _is_topic_list(element) and not _belongs_elsewhere(element):
            last_list = element
            yield element


def _is_topic_list(element: HtmlElement) -> bool:
    text = element.text_content()
    if len(text) > _LONGEST_LIST:
        return False
    links = [one_line(link.text_content()) for link in islice(element.iter("a"), _MOST_LINKS + 1)]
    if not _LEAST_LINKS <= len(links) <= _MOST_LINKS:
        return False
    if not all(0 < len(link) <= _LONGEST_TOPIC and len(link.split()) <= _MOST_WORDS for link in links):
        return False
    linked_letters = sum(len(alphanumerics(link)) for link in links)
    return len(alphanumerics(text)) - linked_letters <= max(_MOST_OTHER_LETTERS, linked_letters // 2)


def _belongs_elsewhere(element: HtmlElement) -> bool:
    """Return whether a list is part of a menu or another article; links with rel="tag" always belong to the page."""
    has_tag_links = all("tag" in link.get("rel", "").lower().split() for link in element.iter("a"))
    return any(
        each.tag in _OTHER_ELEMENTS
        or (not has_tag_links and each.tag not in {"body", "html"} and _OTHER_CLASS.search(class_and_id(each)))
        for each in with_ancestors(element)
    )


def _make_line(element: HtmlElement, base: str | None) -> Part | None:
    """Return the topics in one line after their label; a caption, because it is not a sentence of the article."""
    links: dict[str, str] = {}
    for link in element.iter("a"):
        topic, href = one_line(link.text_content()).strip(_SEPARATORS), safe_url(link.get("href"), base)
        if topic and href:
            links.setdefault(topic, href)
    if len(links) < _LEAST_LINKS:
        return None
    text = f"{_find_label(element)}: "
    marks: list[Mark] = []
    for topic, href in links.items():
        text += ", " if marks else ""
        marks.append(Mark(MarkKind.LINK, Span(len(text), len(text) + len(topic)), href))
        text += topic
    return Part(BlockKind.CAPTION, text, marks=tuple(marks))


def _find_label(element: HtmlElement) -> str:
    """Return what the page calls the list: the words before its first link."""
    before = takewhile(lambda each: each.tag != "a", element.iter())
    label = one_line(" ".join(each.text or "" for each in before)).strip(_SEPARATORS)
    return label if 0 < len(label.split()) <= _LABEL_WORDS else _LABEL
