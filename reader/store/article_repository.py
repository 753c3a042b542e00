"""Articles: known by their ids, their texts and their places, so that what was kept of one is found again."""

import hashlib
import json
import sqlite3
from dataclasses import dataclass

from reader.model import Article, Block, Mark, first_words, flatten, unflatten
from reader.store.row_mapping import decoding, location_from_db, location_to_db

# Two texts at one place are versions of one article when this share of the three-word runs of the shorter is in both:
# an article with one paragraph of three rewritten has more than half, two articles of one site with the same menus
# and footers folded away have next to none.
_KINSHIP = 0.3
_RUN = 3

_UPSERT = """
INSERT INTO articles (id, location, digest, title, byline, outlet, published, language, url, first_read, last_read)
VALUES (:id, :location, :digest, :title, :byline, :outlet, :published, :language, :url, :now, :now)
ON CONFLICT (id) DO UPDATE SET
    location = coalesce(:place, location), digest = excluded.digest, title = excluded.title, byline = excluded.byline,
    outlet = excluded.outlet, published = excluded.published, language = excluded.language, url = excluded.url,
    last_read = excluded.last_read
"""

_SHELF = """
SELECT CASE WHEN a.title IS NULL THEN substr(v.text, 1, 200) END,
       a.id, a.location, a.title, a.outlet, a.published, a.last_read, v.words,
       (SELECT count(*) FROM highlights h WHERE h.article_id = a.id AND h.deleted_at IS NULL), a.byline
FROM articles a JOIN versions v ON v.article_id = a.id AND v.digest = a.digest
WHERE a.last_read <> '' OR EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = a.id AND h.deleted_at IS NULL)
ORDER BY a.last_read DESC, a.rowid DESC
"""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """An article as the library lists it.

    `location` is what to open it by, and `former_path` the path of its file where that is gone; `title` is the article's own or
    else its first words; `read` is when it was last opened (ISO 8601, UTC), "" for one that waits to be read; `words`
    counts those of the article itself; `highlights` counts those that are not deleted.
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
    former_path: str | None = None

    @property
    def name(self) -> str:
        """What a list calls it, in one line: its title, else its location."""
        return " ".join((self.title or self.location).split())


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class ArticleRepository:
    """What was read. An article has one row, however many ids, places and texts it was met under."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def record(self, article: Article, place: str | None, now: str) -> str:
        """Note that `article` was opened now, from `place` (a path or an address; None for a pipe); returns its key.

        It is an article read before when its id or its text is known, or when the text last read at its place is
        kin to it: then it is a new version of that one. Where several of these hold for different articles, they
        were one all along, and their highlights come together.
        """
        known = self.keys_of(article)
        at_place = None if place is None else self._at(place)
        if at_place is not None and at_place not in known and self._kin(article, at_place):
            known = (*known, at_place)
        key = known[0] if known else _name(article)
        for other in known[1:]:
            self._join(other, key)
        self._write(key, article, place, now)
        return key

    def keys_of(self, article: Article) -> tuple[str, ...]:
        """The keys of what was recorded under this article's id or with its text, the id's first."""
        named = self._connection.execute("SELECT article_id FROM identities WHERE id = ?", (_name(article),)).fetchall()
        texts = self._connection.execute(
            "SELECT article_id FROM versions WHERE digest = ? ORDER BY first_read, rowid", (digest(article.text),)
        ).fetchall()
        return tuple(dict.fromkeys(key for (key,) in (*named, *texts)))

    def ids_of(self, key: str) -> frozenset[str]:
        """Every id that this article was met under, its key among them."""
        rows = self._connection.execute("SELECT id FROM identities WHERE article_id = ?", (key,))
        return frozenset((key, *(id_ for (id_,) in rows)))

    def get(self, article_id: str) -> Article | None:
        """The present version of the article with this key or id, as it was last read; None where there is none."""
        row = self._connection.execute(
            "SELECT a.id, a.location, v.text, v.structure, a.title, a.byline, a.outlet, a.published, a.language, a.url "
            "FROM identities i JOIN articles a ON a.id = i.article_id "
            "JOIN versions v ON v.article_id = a.id AND v.digest = a.digest WHERE i.id = ?",
            (article_id,),
        ).fetchone()
        if row is None or row[2] is None:
            return None
        key, location, text, structure, *facts = row
        with decoding(f"the article {key}"):
            blocks, marks = _structure_from(structure)
        return Article(key, location_from_db(location), text, blocks, marks, *facts)

    def at_location(self, place: str) -> Article | None:
        """The present version of the article that was opened from `place`, as `get` has it."""
        key = self._at(place)
        return None if key is None else self.get(key)

    def version_text(self, key: str, digest: str) -> str | None:
        """The text of one version of an article, None where it was not kept."""
        row = self._connection.execute(
            "SELECT text FROM versions WHERE article_id = ? AND digest = ?", (key, digest)
        ).fetchone()
        return None if row is None else row[0]

    def entries(self) -> tuple[LibraryEntry, ...]:
        """All that was read, newest first."""
        return tuple(
            LibraryEntry(key, location_from_db(location), title or first_words(text or "") or None, *rest)
            for text, key, location, title, *rest in self._connection.execute(_SHELF)
        )

    def remove(self, key: str) -> bool:
        """Take the article with this key off the shelf; False, and nothing done, where it has highlights.

        All that is known of it goes. Only of one with deleted highlights, which can still be brought back, it stays
        out of sight, as never read.
        """
        count, alive = self._connection.execute(
            "SELECT count(*), count(*) - count(deleted_at) FROM highlights WHERE article_id = ?", (key,)
        ).fetchone()
        if alive:
            return False
        if count:
            self._connection.execute("UPDATE articles SET last_read = '' WHERE id = ?", (key,))
            return True
        self._forget(key)
        return True

    def _forget(self, key: str) -> None:
        for names in ("identities", "places", "versions", "whereabouts"):
            self._connection.execute(f"DELETE FROM {names} WHERE article_id = ?", (key,))  # noqa: S608 - constant
        self._connection.execute("DELETE FROM articles WHERE id = ?", (key,))

    def _at(self, place: str) -> str | None:
        row = self._connection.execute(
            "SELECT article_id FROM places WHERE location = ?", (location_to_db(place),)
        ).fetchone()
        return None if row is None else row[0]

    def _kin(self, article: Article, key: str) -> bool:
        """Whether `article` can be a new version of the one with this key: by its title, else by its words."""
        before = self.get(key)
        if before is None:
            return False
        if article.title is not None and article.title == before.title:
            return True
        ours, theirs = _runs(article), _runs(before)
        return len(ours & theirs) >= _KINSHIP * min(len(ours), len(theirs))

    def _join(self, other: str, key: str) -> None:
        """Make the article `other` a part of the one with this key."""
        connection = self._connection
        connection.execute(
            "INSERT OR IGNORE INTO versions (article_id, digest, text, structure, words, first_read) "
            "SELECT ?, digest, text, structure, words, first_read FROM versions WHERE article_id = ?",
            (key, other),
        )
        for names in ("highlights", "identities", "places", "whereabouts"):
            connection.execute(f"UPDATE OR IGNORE {names} SET article_id = ? WHERE article_id = ?", (key, other))  # noqa: S608 - constant
        self._forget(other)

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
            "words = excluded.words WHERE text IS NULL OR structure <> excluded.structure",
            (key, present, article.text, _structure_to(article), article.word_count, now),
        )
        connection.execute(
            "UPDATE versions SET text = NULL, structure = NULL WHERE article_id = ? AND digest <> ? "
            "AND text IS NOT NULL AND digest NOT IN (SELECT digest FROM highlights WHERE article_id = ?)",
            (key, present, key),
        )
        connection.execute(
            "INSERT INTO identities (id, article_id) VALUES (?, ?), (?, ?) "
            "ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id",
            (_name(article), key, key, key),
        )
        if place is not None:
            connection.execute(
                "INSERT INTO places (location, article_id) VALUES (?, ?) "
                "ON CONFLICT (location) DO UPDATE SET article_id = excluded.article_id",
                (location_to_db(place), key),
            )


def _name(article: Article) -> str:
    """The article's id, else, for one that was made of a text alone, the text's digest."""
    return article.id or digest(article.text)


def _runs(article: Article) -> set[tuple[str, ...]]:
    """Every run of three words in the article itself; of a text of fewer words, the one run that it is."""
    words = [word for block in article.visible for word in block.span.of(article.text).casefold().split()]
    return {tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}


def _structure_to(article: Article) -> str:
    blocks, marks = flatten(article.blocks, article.marks)
    return json.dumps({"blocks": blocks, "marks": marks}, ensure_ascii=False, separators=(",", ":"))


def _structure_from(stored: str) -> tuple[tuple[Block, ...], tuple[Mark, ...]]:
    structure = json.loads(stored)
    return unflatten(structure["blocks"], structure["marks"])
