"""Found places and a person's quotations as a list shows them: under their articles."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.model import format_count, format_date
from reader.services.search import FoundArticle
from reader.services.search_places import Place


class PlaceEntry(NamedTuple):
    """A place with its article.

    Attributes:
        article: The article.
        place: The place.
        is_first: Whether the title of the article stands above it.
    """

    article: FoundArticle
    place: Place
    is_first: bool

    @property
    def facts(self) -> str:
        """What stands beside the title: outlet, date, and how many places are not shown."""
        article = self.article
        more = article.place_count - len(article.places)
        day = format_date(article.published) or ("" if article.read else "unread")
        return " · ".join(filter(None, (article.outlet, day, f"{more:,} more" if more else "")))


def place_entries(articles: Iterable[FoundArticle]) -> tuple[PlaceEntry, ...]:
    """Return the places of articles in order."""
    return tuple(PlaceEntry(article, place, at == 0) for article in articles for at, place in enumerate(article.places))


def search_summary(shown: int, proposed: int, *, is_complete: bool) -> str:
    """Return how much of what was found a list shows, as "first 100 of up to 2,310"."""
    if is_complete or shown >= proposed:
        return format_count(shown, "article")
    return f"first {shown:,} of up to {proposed:,}"
