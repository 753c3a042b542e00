"""Choose the outlet of a page among the names that the page states, by the host that serves it."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from reader.sources.net.locate import host_of
from reader.sources.text.clean import alphanumerics, one_line

TITLE_SEPARATOR = re.compile(r"\s+(?:[|–—·•«»‹›]|-|::?)\s+|\s*[\uff1a\uff5c]\s*")
"""What separates a headline from the name of the outlet in the title of a page."""
# Where many outlets publish; their names are the outlet's only where no other is stated.
_PLATFORMS = frozenset(
    {"blogger", "blogspot", "livejournal", "medium", "substack", "tumblr", "wordpress", "wordpresscom"}
)
_LEAST_LETTERS = 3  # of a host's label that may be an outlet's name, "bbc"
MOST_OUTLET_WORDS = 5
OUTLET_PREFIX = re.compile(r"([^:|]{2,60}?)(?:\s+[|–—·•«»‹›-]|:)\s+")
"""The words before the first separator of a title, which may be the outlet's name."""
ADDRESS = re.compile(r"\S+\.[a-z]{2,}\Z", re.IGNORECASE)
"""A name that is the address of a site, such as "courier.com"."""
_GENERIC_NAMES = frozenset(
    {"blog", "blogs", "home", "magazine", "news", "online", "shop"}
)  # of sections, not of outlets
FRONT_PAGE = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.\w+)?\Z")
"""An address that may be a front page; the one without a host is the page's own site."""
_HOST_IN_BRACKETS = re.compile(r"\s*\((?:https?://)?[\w-]+(?:\.[\w-]+)+/?\)")
_COPYRIGHT_LINES = etree.XPath("//*[text()[contains(., '©')]]")
_SITE_LABELS = 3  # of a host, such as courier.co.uk
_LOGO = re.compile(r"\blogo\b", re.IGNORECASE)
_MOST_LINKS = 50  # to front pages
_MOST_LINES = 20  # with a copyright
_LONGEST_COPYRIGHT = 300  # characters
_YEARS = r"(?:(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?,?\s*)?"
_COPYRIGHT = re.compile(
    rf"©\s*(?:copyright\s+)?{_YEARS}(?:by\s+)?([^\W\d_][^|·.,<>()\n]{{1,50}}?)"
    r"\s*(?:[|·.,<>()]|[-–]\s|(?:19|20)\d\d|all rights|alle rechte|tous droits|\Z)",
    re.IGNORECASE,
)


def choose_outlet(
    stated: Sequence[str | None], title_element: str | None, url: str | None, publishers: Sequence[str] = ()
) -> str | None:
    """Return the outlet of a page: of the stated names one that matches the host, else the first.

    A publisher may be an agency, a company or the program behind a site. Where two names match the host, the one that
    stands in the title element is the one that readers know. A page that states no name, or only an address, may have
    a name with a part of its host in the title element.

    Args:
        stated: the names in the page's metadata, in order of trust.
        title_element: the text of the page's title element.
        url: the address of the page.
        publishers: the companies in the page's metadata, which may have other outlets too.
    """
    names = [name for name in stated if name and not name.lower().startswith("http")]
    matching = [name for name in names if matches_host(name, url)]
    segments = {alphanumerics(segment) for segment in TITLE_SEPARATOR.split(title_element or "")[1:]}
    named = [name for name in matching if alphanumerics(name) in segments]
    ordered = [*named, *matching, *names]
    if not ordered or ADDRESS.match(ordered[0]):  # a name in words goes before an address
        others = filter(None, (*names, *_split_title(title_element), *publishers))
        in_words = [name for name in others if not ADDRESS.match(name) and _names_host(name, url, least_initials=2)]
        ordered = [*in_words, *ordered, *publishers]
    return next((name for name in ordered if alphanumerics(name) not in _PLATFORMS), next(iter(ordered), None))


def matches_host(name: str, url: str | None) -> bool:
    """Return whether a name is the host's: as a part of it, with it as a part, or with its first letters."""
    letters = alphanumerics(name)
    return _names_host(name, url) or (len(letters) > _LEAST_LETTERS and letters in "".join(_labels(url)))


def _names_host(name: str, url: str | None, least_initials: int = _LEAST_LETTERS) -> bool:
    """Return whether a name has a label of the host as a part, or is abbreviated by it."""
    letters = alphanumerics(name)
    initials = "".join(word[0] for word in name.casefold().split())
    return any(
        label != "www"
        and (
            (len(label) >= _LEAST_LETTERS and label in letters) or (len(label) >= least_initials and initials == label)
        )
        for label in _labels(url)
    )


def _labels(url: str | None) -> list[str]:
    return [alphanumerics(label) for label in host_of(url or "").split(".")[:-1]]


def outlet_from_url(url: str | None) -> str | None:
    """Return the host of an address without "www.", which is how a page without a name is cited."""
    return host_of(url or "").removeprefix("www.") or None


def clean_outlet(stated: str) -> str:
    """Return a stated name without what follows a separator, the sign of an account, and a host in brackets."""
    return _HOST_IN_BRACKETS.sub("", TITLE_SEPARATOR.split(stated)[0]).lstrip("@")


def find_shown_outlet(tree: HtmlElement, url: str | None) -> str | None:
    """Return the name in the link to the front page or in the line with the copyright, which the host must confirm.

    Where the address is not known, any name counts.
    """
    links = (link for link in tree.iter("a") if _is_to_front_page(link.get("href"), url))
    linked = (one_line(link.text_content()) or _image_text(link) for link in islice(links, _MOST_LINKS))
    lines = [element.text_content() for element in cast("list[HtmlElement]", _COPYRIGHT_LINES(tree))[-_MOST_LINES:]]
    owners = [
        match[1] for line in reversed(lines) if len(line) <= _LONGEST_COPYRIGHT for match in _COPYRIGHT.finditer(line)
    ]
    site = ".".join(host_of(url or "").split(".")[-_SITE_LABELS:])  # without the section before it
    names = [*(linked if url else ()), *owners]
    return next(
        (name for name in names if _is_short(name) and (url is None or _names_host(name, f"https://{site}"))), None
    )


def _is_to_front_page(href: str | None, url: str | None) -> bool:
    if not href or FRONT_PAGE.match(href) is None:
        return False
    return host_of(href) in {"", host_of(url or "")}


def _image_text(link: HtmlElement) -> str:
    """Return what stands for the image in a link, without the word "logo"."""
    alt = next((image.get("alt") for image in link.iter("img") if image.get("alt")), "")
    return one_line(_LOGO.sub("", alt))


def _split_title(title_element: str | None) -> list[str]:
    """Return the parts of a title that may name the outlet: the last one first, the headline last."""
    parts = TITLE_SEPARATOR.split(title_element or "")
    prefix = OUTLET_PREFIX.match(title_element or "")
    first = parts[0] if len(parts) > 1 else prefix[1] if prefix else ""
    names = (*(part.partition(",")[0] for part in reversed(parts[1:])), first)
    return [name for name in names if _is_short(name)]


def _is_short(name: str) -> bool:
    return 0 < len(name.split()) <= MOST_OUTLET_WORDS and alphanumerics(name) not in _GENERIC_NAMES
