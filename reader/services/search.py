"""Search over the library: the index proposes articles, quotations and highlights, and their texts give the places."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.errors import StorageError
from reader.model import Analysis, Article, Highlight
from reader.services.library import Library, openable_location
from reader.services.search_places import (
    Place,
    highlight_places,
    quotation_place,
    text_places,
    title_place,
)
from reader.text.search_query import SearchQuery

if TYPE_CHECKING:
    # SQLite is loaded when something is searched for.
    from reader.services.search_indexing import Analyse, Indexer, Report
    from reader.store.search_index import SearchIndex
    from reader.store.search_lookup import ArticleHit, QuotationHit

    _Read = tuple[ArticleHit, list[QuotationHit], list[str]]

_Result = TypeVar("_Result")

SHOWN_PLACES = 3
"""Places of an article that a search shows."""


class FoundArticle(NamedTuple):
    """An article with places where the words are.

    Attributes:
        key: Its key in the library.
        location: What opens it.
        title: Its title, else its first words.
        outlet: Where it appeared.
        published: The day of publication (ISO 8601).
        read: When it was last opened (ISO 8601, UTC); "" for one that is to be read.
        places: The first places: notes and highlights, then quotations or paragraphs, each in text order.
        place_count: How many places there are.
    """

    key: str
    location: str
    title: str
    outlet: str | None
    published: str | None
    read: str
    places: tuple[Place, ...]
    place_count: int


class Candidate(NamedTuple):
    """An article that the index proposes, with quotations or highlights that may have the words; ids of the index."""

    article: int
    quotations: tuple[int, ...] = ()
    highlights: tuple[int, ...] = ()


class SearchService:
    """Searches the library, and keeps the index. Use it only in the thread that made it.

    Args:
        library: The library.
        path: The path of the index.
        analyse: Returns what is found in an article.

    Attributes:
        problem: Why the index can't be used, in one sentence; None while it can.
    """

    def __init__(self, library: Library, path: Path, analyse: "Analyse") -> None:
        self.problem: str | None = None
        self._library = library
        self._path = path
        self._analyse = analyse
        self._index: SearchIndex | None = None

    def candidates(self, query: SearchQuery) -> tuple[Candidate, ...]:
        """Return what the index proposes for a query, last read first; nothing for one that is empty or has a problem.

        Takes some milliseconds for 10,000 articles.
        """
        if query.is_empty or query.problem:
            return ()
        return self.use_index(lambda index: _look_up(index, query), ())

    def found(self, query: SearchQuery, candidates: Sequence[Candidate]) -> Iterator[FoundArticle | None]:
        """Yield each of the candidates with its places; None where the text has not what the index proposes."""
        for each in candidates:
            yield self._found(query, each)

    def _found(self, query: SearchQuery, candidate: Candidate) -> FoundArticle | None:
        read: _Read | None = self.use_index(lambda index: _read(index, candidate), None)
        if read is None:
            return None
        hit, quotations, highlights = read
        if not hit.digest:
            return _as_found(hit, hit.key, (title_place(query, hit.title or hit.key, hit.outlet),), 1)
        article = self._library.read(lambda store: store.articles.get(hit.key), None)
        if article is None:
            return None
        places = highlight_places(query, self._highlights(highlights)) if highlights else []
        more = 0
        if query.needs_quotation and not query.needs_highlight:
            present = quotations if self._is_present(article, hit) else []
            places += [place for each in present if (place := quotation_place(query, article, each)) is not None]
        elif not query.needs_highlight:
            paragraphs, count = text_places(query, article, lambda: self._quotations(article, hit), SHOWN_PLACES)
            places += paragraphs
            more = count - len(paragraphs)
        if not places:
            return None
        return _as_found(hit, self._location(article, hit), places[:SHOWN_PLACES], len(places) + more, article.name)

    def has(self, article: Article, found: FoundArticle) -> bool:
        """Whether what was found is in this article."""
        return found.key in self._library.read(lambda store: store.articles.keys_of(article), ())

    def quotation_places(self, hit: "ArticleHit", quotations: "Sequence[QuotationHit]") -> FoundArticle | None:
        """Return an article with all of these quotations as places; None where its text is another by now."""
        article = self._library.read(lambda store: store.articles.get(hit.key), None)
        if article is None or not self._is_present(article, hit):
            return None
        found = (quotation_place(SearchQuery(), article, each) for each in quotations)
        places = [each for each in found if each is not None]
        return _as_found(hit, self._location(article, hit), places, len(places), article.name)

    @staticmethod
    def _is_present(article: Article, hit: "ArticleHit") -> bool:
        from reader.store import digest  # noqa: PLC0415 - as above

        return digest(article.text) == hit.digest

    def _quotations(self, article: Article, hit: "ArticleHit") -> "list[QuotationHit]":
        """Return the quotations of an article; none where its text changed since it was indexed."""
        from reader.store.search_lookup import quotations_of  # noqa: PLC0415 - as above

        if not self._is_present(article, hit):
            return []
        found: list[QuotationHit] = self.use_index(lambda index: quotations_of(index, hit.id), [])
        return found

    def _highlights(self, ids: Sequence[str]) -> "list[Highlight]":
        rows = self._library.read(lambda store: [store.highlights.get(each) for each in ids], [])
        return [row.highlight for row in rows if row is not None and row.deleted_at is None]

    @staticmethod
    def _location(article: Article, hit: "ArticleHit") -> str:
        return openable_location(article.location, hit.key)

    # The index

    def refresh(
        self,
        report: "Report" = lambda _done, _all: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        *,
        analyses: bool = True,
    ) -> None:
        """Index what changed in the library since the last time.

        Args:
            report: Called before each article with how many are done and of how many; first for texts, then for
                analyses.
            is_cancelled: Asked before each article whether to give up.
            analyses: Whether to find who says what in the articles that changed, which takes a hundredth of a second
                for an article.
        """

        def work(indexer: "Indexer") -> None:
            indexer.refresh_texts(report, is_cancelled)
            if analyses:
                indexer.refresh_analyses(report, is_cancelled)
            indexer.finish()

        self._with_indexer(work)

    def add(self, article: Article, analysis: Analysis) -> None:
        """Index an article that is read now, with its analysis as the person corrected it."""
        self._with_indexer(lambda indexer: indexer.add(article, analysis))

    def rebuild(self, report: "Report" = lambda _done, _all: None) -> int:
        """Make the index anew, and return how many articles it has.

        Raises:
            StorageError: It can't be made.
        """
        from reader.store.search_index import delete_index  # noqa: PLC0415 - as above

        self.close()
        delete_index(self._path)
        self.refresh(report)
        if self.problem is not None:
            raise StorageError(self.problem)
        return self.indexed_count()

    def indexed_count(self) -> int:
        """Return how many articles the index has."""
        return self.use_index(lambda index: len(index.indexed()), 0)

    def _with_indexer(self, work: "Callable[[Indexer], None]") -> None:
        from reader.services.search_indexing import Indexer  # noqa: PLC0415 - as above

        self.use_index(lambda index: work(Indexer(self._library, index, self._analyse)), None, in_transaction=False)

    def use_index(
        self, work: "Callable[[SearchIndex], _Result]", default: _Result, *, in_transaction: bool = True
    ) -> _Result:
        """Return what `work` returns, or `default` where the index can't be used.

        A damaged index is deleted and made anew, once: what it had is indexed again by `refresh`.
        """
        from reader.store.search_index import DamagedIndexError, SearchIndex, delete_index  # noqa: PLC0415 - as above

        if not self._library.enabled:
            return default
        for _ in range(2):
            try:
                if self._index is None:
                    self._index = SearchIndex(self._path)
                self.problem = None
                if not in_transaction:
                    return work(self._index)
                with self._index.transaction():
                    return work(self._index)
            except DamagedIndexError as error:
                self.problem = f"The search index {self._path} is damaged ({error}): pullquote doctor --rebuild."
                self.close()
                try:
                    delete_index(self._path)
                except StorageError as failure:
                    self.problem = str(failure)
                    return default
            except StorageError as failure:
                self.problem = str(failure)
                return default
        return default

    def close(self) -> None:
        """Close the index."""
        index, self._index = self._index, None
        if index is not None:
            index.close()


def _look_up(index: "SearchIndex", query: SearchQuery) -> tuple[Candidate, ...]:
    from reader.store import search_lookup  # noqa: PLC0415 - SQLite is loaded when something is searched for

    quotations: dict[int, list[int]] = {}
    highlights: dict[int, list[int]] = {}
    if query.needs_highlight or (query.terms and not query.needs_quotation):
        highlights = search_lookup.find_highlights(index, query)
    if query.needs_quotation and not query.needs_highlight:
        quotations = search_lookup.find_quotations(index, query)
    articles = [] if query.needs_quotation or query.needs_highlight else search_lookup.find_articles(index, query)
    if not {*articles}.issuperset((*quotations, *highlights)):
        articles = search_lookup.last_read_first(index, (*articles, *quotations, *highlights))
    return tuple(Candidate(id_, tuple(quotations.get(id_, ())), tuple(highlights.get(id_, ()))) for id_ in articles)


def _read(index: "SearchIndex", candidate: Candidate) -> "_Read | None":
    from reader.store import search_lookup  # noqa: PLC0415 - as above

    hit = search_lookup.article_hit(index, candidate.article)
    if hit is None:
        return None
    quotations = search_lookup.quotations_by_id(index, candidate.quotations)
    return hit, quotations, search_lookup.highlight_ids(index, candidate.highlights)


def _as_found(hit: "ArticleHit", location: str, places: Sequence[Place], count: int, name: str = "") -> FoundArticle:
    title = " ".join((hit.title or name or location).split())
    return FoundArticle(hit.key, location, title, hit.outlet, hit.published, hit.last_read, tuple(places), count)
