"""Choose the outlet of a page among the names that the page states, by the host that serves it."""

import re
from collections.abc import Sequence

from reader.sources.net.locate import host_of
from reader.sources.text.clean import alphanumerics

TITLE_SEPARATOR = re.compile(r"\s+(?:[|–—·•«»‹›]|-|::?)\s+|\s*[\uff1a\uff5c]\s*")
"""What separates a headline from the name of the outlet in the title of a page."""
# Where many outlets publish; their names are the outlet's only where no other is stated.
_PLATFORMS = frozenset(
    {"blogger", "blogspot", "livejournal", "medium", "substack", "tumblr", "wordpress", "wordpresscom"}
)
_LEAST_LETTERS = 3  # of a host's label that may be an outlet's name, "bbc"


def choose_outlet(stated: Sequence[str | None], title_element: str | None, url: str | None) -> str | None:
    """Return the outlet of a page: of the stated names one that matches the host, else the first.

    A publisher may be an agency, a company or the program behind a site. Where two names match the host, the one that
    stands in the title element is the one that readers know.

    Args:
        stated: the names in the page's metadata, in order of trust.
        title_element: the text of the page's title element.
        url: the address of the page.
    """
    names = [name for name in stated if name]
    matching = [name for name in names if matches_host(name, url)]
    segments = {alphanumerics(segment) for segment in TITLE_SEPARATOR.split(title_element or "")[1:]}
    named = [name for name in matching if alphanumerics(name) in segments]
    ordered = [*named, *matching, *names]
    return next((name for name in ordered if alphanumerics(name) not in _PLATFORMS), next(iter(ordered), None))


def matches_host(name: str, url: str | None) -> bool:
    """Return whether a name is the host's: as a part of it, with it as a part, or with its first letters."""
    labels = [alphanumerics(label) for label in host_of(url or "").split(".")[:-1]]
    letters = alphanumerics(name)
    initials = "".join(word[0] for word in name.casefold().split())
    return any(
        len(label) >= _LEAST_LETTERS and label != "www" and (letters == label or label in letters or initials == label)
        for label in labels
    ) or (len(letters) > _LEAST_LETTERS and letters in "".join(labels))


def outlet_from_url(url: str | None) -> str | None:
    """Return the host of an address without "www.", which is how a page without a name is cited."""
    return host_of(url or "").removeprefix("www.") or None
