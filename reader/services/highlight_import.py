"""Highlights from other programs: taken into the library, and found in their articles when these are opened.

Until its article is opened, a highlight belongs to an article that is expected (`store.expected_articles`). Then it is
placed like one's own: by its words, with what stood around them where the other program tells that.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Colour, Highlight, Span
from reader.services.highlight_placing import adopt, place, spans_of, write_on
from reader.services.library import now
from reader.sources.formats.imported_highlight import article_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.services.session import Session
    from reader.sources.formats.imported_highlight import ImportedHighlight
    from reader.store import Store

_UNKNOWN_PLACE = "-"


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many highlights are new; how many of these were found in articles of the library, and how many wait."""

    new: int
    found: int
    waiting: int


class _DryRunError(Exception):
    """Ends a transaction of which nothing is to stay."""


def import_highlights(
    session: "Session", highlights: "Iterable[ImportedHighlight]", *, dry_run: bool = False
) -> ImportCounts:
    """Take highlights into the library. Those that are there already get new words of their notes, and new tags.

    Args:
        session: The session.
        highlights: The highlights.
        dry_run: Whether to save nothing.

    Raises:
        StorageError: They were not stored.
    """
    groups: dict[str, list[ImportedHighlight]] = {}
    for each in highlights:
        groups.setdefault(each.article_names[0], []).append(each)
    new = found = 0
    moment = now()
    with suppress(_DryRunError), session.library.writing() as store:
        read = _articles_by_name(store)
        for name, group in groups.items():
            names = tuple(dict.fromkeys(each for highlight in group for each in highlight.article_names))
            key = _known_article(store, name, group, moment) or _expect(store, names, group[0], moment)
            made = [_highlight(each, key, moment) for each in group]
            added = [each for each in made if _add(store, each, moment)]
            new += len(added)
            if store.expected.is_expected(key):
                for other in dict.fromkeys(read[each] for each in names if each in read):
                    adopt(store, other, key)
            else:
                place(store, key, added)
            found += 0 if store.expected.is_expected(key) else len(added)
        if dry_run:
            raise _DryRunError
    return ImportCounts(new, found, new - found)


def _articles_by_name(store: "Store") -> dict[str, str]:
    """Return the keys of the articles that were read, by the names that other programs may have for them."""
    names: dict[str, str] = {}
    for entry in store.articles.entries():
        if not store.expected.is_expected(entry.article_id):
            place = entry.location if "://" in entry.location else None
            facts = store.articles.url_of(entry.article_id), place, entry.title
            ids = [name for id_ in store.articles.ids_of(entry.article_id) for name in article_names(article_id=id_)]
            for name in (*ids, *article_names(*facts)):
                names.setdefault(name, entry.article_id)
    return names


def _known_article(store: "Store", name: str, group: "Sequence[ImportedHighlight]", moment: str) -> str | None:
    """Return the key of the article with a name that other highlights were imported under; None where there is none.

    Another article may have the title of one that was opened: at least one highlight must be in its text.
    """
    known = store.expected.named((name,))
    if not known or "://" in (group[0].url or "") or store.expected.is_expected(known[0]):
        return known[0] if known else None
    article = store.articles.get(known[0])
    if article is None or any(store.highlights.get(each.id) for each in group):
        return known[0]
    from reader.text.anchors import Finder  # noqa: PLC0415 - as below

    finder = Finder(article.text)
    is_there = any(spans_of(_highlight(each, known[0], moment), finder) for each in group)
    return known[0] if is_there else None


def _expect(store: "Store", names: tuple[str, ...], first: "ImportedHighlight", moment: str) -> str:
    """Expect the article with these names, and return its key."""
    from reader.store.expected_articles import ExpectedArticle  # noqa: PLC0415 - as below

    expected = ExpectedArticle(
        f"expected-{first.id}", first.url or _UNKNOWN_PLACE, first.title, first.byline, first.url
    )
    store.expected.add(expected, names, moment)
    store.reading_list.remove(first.url)
    return expected.key


def _highlight(imported: "ImportedHighlight", key: str, moment: str) -> Highlight:
    colours = {colour.value: colour for colour in Colour}
    return Highlight(
        id=imported.id,
        article_id=key,
        spans=(Span(imported.start, imported.start + len(imported.exact)),),
        exact=imported.exact,
        prefix=imported.prefix,
        suffix=imported.suffix,
        created=imported.created or moment,
        updated=moment,
        colour=colours.get(imported.colour, Colour.YELLOW),
        note=imported.note,
        tags=imported.tags,
        speaker_pending=True,
    )


def _add(store: "Store", highlight: Highlight, moment: str) -> bool:
    """Store a highlight; return False where it is there, which then has the note and the tags of both."""
    from reader.store import StoredHighlight  # noqa: PLC0415 - SQLite is loaded when the library is opened
    from reader.store.expected_articles import NO_DIGEST  # noqa: PLC0415 - as above

    stored = store.highlights.get(highlight.id)
    if stored is not None:
        if stored.deleted_at is None:
            write_on(store, stored.highlight, highlight.note, highlight.tags, moment)
        return False
    store.highlights.add(StoredHighlight(highlight, NO_DIGEST + highlight.article_id))
    return True
