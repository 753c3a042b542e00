"""Articles, recognised by their ids, texts and locations, so that their highlights are found again."""

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reader.model import Article, Block, Mark, first_words, flatten, unflatten
from reader.store.row_mapping import (
    UNREADABLE,
    UnreadableRows,
    checked,
    decoding,
    location_from_db,
    location_to_db,
    readable,
    row_name,
)

# Two texts at one location are versions of one article when they share this part of the shorter one's trigrams of
# words: an article with one paragraph of three rewritten shares more than half, two articles of one site, whose menus
# and footers are hidden, share next to none.
_SAME_ARTICLE = 0.3
_NGRAM = 3

_UPSERT = """
INSERT INTO articles (id, location, digest, title, byline, outlet, published, language, url, first_read, last_read)
VALUES (:id, :location, :digest, :title, :byline, :outlet, :published, :language, :url, :now, :now)
ON CONFLICT (id) DO UPDATE SET
    location = coalesce(:place, location), digest = excluded.digest, title = excluded.title, byline = excluded.byline,
    outlet = excluded.outlet, published = excluded.published, language = excluded.language, url = excluded.url,
    last_read = excluded.last_read
"""

_ENTRIES = """
SELECT CASE WHEN a.title IS NULL THEN substr(v.text, 1, 200) END,
       a.id, a.location, a.title, a.outlet, a.published, a.last_read, v.words,
       (SELECT count(*) FROM highlights h WHERE h.article_id = a.id AND h.deleted_at IS NULL), a.byline,
       (SELECT w.start FROM whereabouts w WHERE w.article_id = a.id AND w.kind = 'seen' AND w.name = ''
        AND w.digest = a.digest AND typeof(w.start) = 'integer')
FROM articles a JOIN versions v ON v.article_id = a.id AND v.digest = a.digest
WHERE a.last_read <> '' OR EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = a.id AND h.deleted_at IS NULL)
ORDER BY a.last_read DESC, a.rowid DESC
"""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """An article as the library lists it.

    Attributes:
        article_id: Its key in the library; the location, for one that is to be read.
        location: What opens it.
        title: Its own title, else its first words.
        outlet: Where it appeared.
        published: The day of publication (ISO 8601).
        read: When it was last opened (ISO 8601, UTC); "" for one that is to be read.
        words: How many words it has, without boilerplate.
        highlights: How many highlights it has, without deleted ones.
        byline: Who wrote it.
        percent: How much of it was above the end of the screen when it was left, in percent, 100 once the end was on
            the screen; None where that is not known, or its text has changed since.
        former_path: The path of its file where the file is gone.
    """

    article_id: str
    location: str
    title: str | None
    outlet: str | None
    published: str | None
    read: str
    words: int
    highlights: int
    byline: str | None = None
    percent: int | None = None
    former_path: str | None = None

    @property
    def name(self) -> str:
        """Its title on one line, else its location."""
        return " ".join((self.title or self.location).split())


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class ArticleRepository:
    """The articles that were read. An article has one row, whatever ids, locations and texts it was opened with."""

    def __init__(self, connection: sqlite3.Connection, unreadable: UnreadableRows) -> None:
        self._connection = connection
        self._unreadable = unreadable

    def record(self, article: Article, place: str | None, now: str) -> str:
        """Record that an article was opened, and return its key.

        It is an article read before when its id or its text is known, or when the text last read at its location is
        similar: then it is a new version of that article. Where these lead to several articles, they are merged, with
        their highlights.

        Args:
            article: The article.
            place: The path or address that it was opened from, None for a pipe.
            now: The time (ISO 8601, UTC).
        """
        known = self.versions_of(article, place)
        key = known[0] if known else _id_of(article)
        for other in known[1:]:
            self.merge(other, key)
        self._write(key, article, place, now)
        return key

    def versions_of(self, article: Article, place: str | None) -> tuple[str, ...]:
        """Return the keys that `keys_of` returns, and the one of the article at `place` if this is its new version."""
        known = self.keys_of(article)
        at_place = None if place is None else self._key_at(place)
        if at_place is not None and at_place not in known and self._is_version(article, at_place):
            return (*known, at_place)
        return known

    def keys_of(self, article: Article) -> tuple[str, ...]:
        """Return the keys of the articles recorded with this article's id or text, those with its id first."""
        by_id = self._connection.execute(
            "SELECT article_id FROM identities WHERE id = ?", (_id_of(article),)
        ).fetchall()
        by_text = self._connection.execute(
            "SELECT article_id FROM versions WHERE digest = ? ORDER BY first_read, rowid", (digest(article.text),)
        ).fetchall()
        return tuple(dict.fromkeys(key for (key,) in (*by_id, *by_text)))

    def ids_of(self, key: str) -> frozenset[str]:
        """Return every id that this article was opened with, and its key."""
        rows = self._connection.execute("SELECT id FROM identities WHERE article_id = ?", (key,))
        return frozenset((key, *(id_ for (id_,) in rows)))

    def get(self, article_id: str) -> Article | None:
        """Return the article with this key or id as it was last read; None where there is none."""
        row = self._row(article_id)
        if row is None or row[2] is None:
            return None
        with decoding(_name(row)):
            return _article(row)

    def get_without_text(self, article_id: str) -> Article | None:
        """Return the article as `get` does, but with an empty text where its text can't be read or is lost."""
        row = self._row(article_id)
        if row is None:
            return None
        if row[2] is not None:
            try:
                return _article(row)
            except UNREADABLE:
                self._unreadable[_name(row)] = None
        key, location, _, _, *facts = row
        known = (fact if isinstance(fact, str) else None for fact in facts)
        return Article(key, location_from_db(location), "", (), (), *known)

    def _row(self, article_id: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(
            "SELECT a.id, a.location, v.text, v.structure, a.title, a.byline, a.outlet, a.published, a.language, a.url "
            "FROM identities i JOIN articles a ON a.id = i.article_id "
            "JOIN versions v ON v.article_id = a.id AND v.digest = a.digest WHERE i.id = ?",
            (article_id,),
        ).fetchone()
        return row

    def url_of(self, key: str) -> str | None:
        """Return the address that the article with this key states; None where it states none."""
        row = self._connection.execute("SELECT url FROM articles WHERE id = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def at_location(self, place: str) -> Article | None:
        """Return the article that was opened from a path or an address, as `get` returns it."""
        key = self._key_at(place)
        return None if key is None else self.get(key)

    def version_text(self, key: str, digest: str) -> str | None:
        """Return the text of one version of an article, None where it is not stored or can't be read."""
        row = self._connection.execute(
            "SELECT text FROM versions WHERE article_id = ? AND digest = ?", (key, digest)
        ).fetchone()
        text = None if row is None else row[0]
        if isinstance(text, str | None):
            return text
        self._unreadable[row_name("an earlier text of the article", key)] = None
        return None

    def entries(self) -> tuple[LibraryEntry, ...]:
        """List the articles that were read, newest first."""
        rows = self._connection.execute(_ENTRIES)
        return tuple(
            readable(rows, _entry, lambda row: row_name("the article", row[3], row[2], row[1]), self._unreadable)
        )

    def remove(self, key: str) -> bool:
        """Remove the article with this key; return False and change nothing where it has highlights.

        An article with deleted highlights, which can still be restored, or with corrections is not deleted but hidden,
        as never read.
        """
        count, remaining, corrections = self._connection.execute(
            "SELECT count(*), count(*) - count(deleted_at), "
            "(SELECT count(*) FROM corrections c WHERE c.article_id = ?) FROM highlights WHERE article_id = ?",
            (key, key),
        ).fetchone()
        if remaining:
            return False
        if count or corrections:
            self._connection.execute("UPDATE articles SET last_read = '' WHERE id = ?", (key,))
            return True
        self._delete(key)
        return True

    def is_hidden(self, key: str) -> bool:
        """Whether the article with this key was removed and is kept for its corrections and deleted highlights."""
        row = self._connection.execute("SELECT last_read = '' FROM articles WHERE id = ?", (key,)).fetchone()
        return row is not None and bool(row[0])

    def _delete(self, key: str) -> None:
        for table in ("identities", "places", "versions", "whereabouts"):
            self._connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (key,))  # noqa: S608 - constant
        self._connection.execute("DELETE FROM articles WHERE id = ?", (key,))

    def _key_at(self, place: str) -> str | None:
        row = self._connection.execute(
            "SELECT article_id FROM places WHERE location = ?", (location_to_db(place),)
        ).fetchone()
        return None if row is None else row[0]

    def _is_version(self, article: Article, key: str) -> bool:
        """Whether the article is a new version of the one with this key: by its title, else by its words."""
        before = self.get_without_text(key)
        if before is None:
            return False
        if article.title is not None and article.title == before.title:
            return True
        new, old = _ngrams(article), _ngrams(before)
        return len(new & old) >= _SAME_ARTICLE * min(len(new), len(old))

    def merge(self, other: str, key: str) -> None:
        """Merge the article `other` into the one with this key."""
        connection = self._connection
        connection.execute(
            "INSERT OR IGNORE INTO versions (article_id, digest, text, structure, words, first_read) "
            "SELECT ?, digest, text, structure, words, first_read FROM versions WHERE article_id = ?",
            (key, other),
        )
        for table in ("highlights", "corrections", "identities", "places", "whereabouts"):
            connection.execute(f"UPDATE OR IGNORE {table} SET article_id = ? WHERE article_id = ?", (key, other))  # noqa: S608 - constant
        self._delete(other)

    def _write(self, key: str, article: Article, place: str | None, now: str) -> None:
        connection = self._connection
        present = digest(article.text)
        facts = {
            "id": key,
            "location": location_to_db(place or article.location),
            "place": None if place is None else location_to_db(place),
            "digest": present,
            "title": article.title,
            "byline": article.byline,
            "outlet": article.outlet,
            "published": article.published,
            "language": article.language,
            "url": article.url,
            "now": now,
        }
        connection.execute(_UPSERT, facts)
        connection.execute(
            "INSERT INTO versions (article_id, digest, text, structure, words, first_read) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (article_id, digest) DO UPDATE SET text = excluded.text, structure = excluded.structure, "
            # The text differs only where it was damaged: they have one digest.
            "words = excluded.words WHERE text IS NULL OR structure <> excluded.structure OR text <> excluded.text",
            (key, present, article.text, _structure_to_json(article), article.word_count, now),
        )
        connection.execute(
            "UPDATE versions SET text = NULL, structure = NULL WHERE article_id = ? AND digest <> ? "
            "AND text IS NOT NULL AND digest NOT IN (SELECT digest FROM highlights WHERE article_id = ? "
            "UNION SELECT digest FROM corrections WHERE article_id = ?)",
            (key, present, key, key),
        )
        connection.execute(
            "INSERT INTO identities (id, article_id) VALUES (?, ?), (?, ?) "
            "ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id",
            (_id_of(article), key, key, key),
        )
        if place is not None:
            connection.execute(
                "INSERT INTO places (location, article_id) VALUES (?, ?) "
                "ON CONFLICT (location) DO UPDATE SET article_id = excluded.article_id",
                (location_to_db(place), key),
            )


def _entry(row: tuple[Any, ...]) -> LibraryEntry:
    text, key, location, title, *rest = row
    return checked(LibraryEntry(key, location_from_db(location), title or first_words(text or "") or None, *rest))


def _article(row: tuple[Any, ...]) -> Article:
    key, location, text, structure, *facts = row
    blocks, marks = structure_from_json(structure, len(text))
    return checked(Article(key, location_from_db(location), text, blocks, marks, *facts))


def _name(row: tuple[Any, ...]) -> str:
    """Return a name of an article for a message, by its title, else its location or key."""
    key, location, _, _, title, *_ = row
    return row_name("the text of the article", title, location, key)


def _id_of(article: Article) -> str:
    """Return the article's id, or the digest of its text where it has none."""
    return article.id or digest(article.text)


def _ngrams(article: Article) -> set[tuple[str, ...]]:
    """Return all trigrams of words in the visible text; one shorter n-gram for a text of fewer words."""
    words = [word for block in article.visible for word in block.span.of(article.text).casefold().split()]
    return {tuple(words[i : i + _NGRAM]) for i in range(max(1, len(words) - _NGRAM + 1))}


def _structure_to_json(article: Article) -> str:
    blocks, marks = flatten(article.blocks, article.marks)
    return json.dumps({"blocks": blocks, "marks": marks}, ensure_ascii=False, separators=(",", ":"))


def structure_from_json(stored: str, length: int) -> tuple[tuple[Block, ...], tuple[Mark, ...]]:
    """Return the blocks and marks of a text of this length. Raises ValueError, TypeError or KeyError for damage."""
    structure = json.loads(stored)
    blocks, marks = unflatten(structure["blocks"], structure["marks"])
    spans = [*(block.span for block in blocks), *(mark.span for mark in marks)]
    if any(span.end > length for span in spans) or any(
        one.span.end > other.span.start for one, other in pairwise(blocks)
    ):
        raise ValueError(stored)
    return blocks, marks
