"""The articles of the library in their orders, and how far each has been read, in a sign and words."""

from typing import TYPE_CHECKING

from reader.app.viewmodels.percent_read import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.services.session import LibraryEntry


def _as_listed(articles: "Sequence[LibraryEntry]") -> "list[LibraryEntry]":
    return list(articles)


def _by_date(articles: "Sequence[LibraryEntry]") -> "list[LibraryEntry]":
    """Sort by the day of publication, the last one first; articles without one come last."""
    return sorted(articles, key=lambda each: each.published or "", reverse=True)


def _by_title(articles: "Sequence[LibraryEntry]") -> "list[LibraryEntry]":
    return sorted(articles, key=lambda each: each.name.casefold())


ORDERS: "dict[str, Callable[[Sequence[LibraryEntry]], list[LibraryEntry]]]" = {
    "last read": _as_listed,
    "date": _by_date,
    "title": _by_title,
}
"""The orders of the library by name; the first is that of `Library.entries`."""


def progress_of(article: "LibraryEntry") -> str:
    """Return how far an article has been read: a sign, and a word that says the same."""
    if not article.read:
        return "○ unread"
    percent = article.percent
    if not percent:
        return "◐ begun"
    return "● read" if percent >= ALL else f"◐ {percent}% read"
