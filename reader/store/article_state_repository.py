"""What tells, without a text being read, which articles of the library changed since something was made from them."""

import sqlite3
from dataclasses import dataclass

from reader.store.row_mapping import checked, decoding

# Facts are parted by the unit separator (U+001F), which no clean text has.
_STATES = """
SELECT a.id, a.last_read,
       a.digest || char(31) || coalesce(a.title, '') || char(31) || coalesce(a.byline, '') || char(31) ||
       coalesce(a.outlet, '') || char(31) || coalesce(a.published, ''),
       (SELECT count(*) || ' ' || coalesce(max(h.updated), '') || ' ' || coalesce(sum(length(h.speaker)), '')
        FROM highlights h WHERE h.article_id = a.id AND h.deleted_at IS NULL),
       (SELECT count(*) || ' ' || coalesce(max(c.made), '') || ' ' || count(c.undone_at) || ' ' ||
               coalesce(max(c.undone_at), '')
        FROM corrections c WHERE c.article_id = a.id)
FROM articles a JOIN versions v ON v.article_id = a.id AND v.digest = a.digest
WHERE v.text IS NOT NULL AND (a.last_read <> ''
      OR EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = a.id AND h.deleted_at IS NULL))
"""
_UNREAD = """
SELECT location, '',
       char(31) || coalesce(title, '') || char(31) || coalesce(byline, '') || char(31) ||
       coalesce(outlet, '') || char(31) || coalesce(published, ''), '', ''
FROM waiting
"""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """An article as it is now. Two states that are equal stand for the same content.

    Attributes:
        key: Its key; the location of one on the reading list.
        last_read: When it was last opened (ISO 8601, UTC); "" for never.
        facts: The digest of its text, and what it says about itself.
        highlights: Its highlights.
        corrections: Its corrections.
    """

    key: str
    last_read: str
    facts: str
    highlights: str
    corrections: str

    @property
    def stated(self) -> tuple[str, str, str, str, str]:
        """The digest of its text ("" for one on the reading list), title, byline, outlet, and day of publication."""
        digest, title, byline, outlet, published = self.facts.split("\x1f", 4)
        return digest, title, byline, outlet, published


class ArticleStateRepository:
    """The states of the articles that the library lists."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[ArticleState, ...]:
        """Return the state of each article: first those that are to be read, then the others, read last at the end."""
        rows = self._connection.execute(f"{_UNREAD} UNION ALL SELECT * FROM ({_STATES} ORDER BY a.last_read, a.rowid)")  # noqa: S608 - constants
        with decoding("the list of what was read"):
            return tuple(checked(ArticleState(*row)) for row in rows)

    def of(self, key: str) -> ArticleState | None:
        """Return the state of the article with this key; None where the library lists none that was read."""
        row = self._connection.execute(f"{_STATES} AND a.id = ?", (key,)).fetchone()
        with decoding(f"the article {key}"):
            return None if row is None else checked(ArticleState(*row))

    def key_of(self, article_id: str) -> str | None:
        """Return the key of the article that has or had this id; None where the library has none."""
        row = self._connection.execute("SELECT article_id FROM identities WHERE id = ?", (article_id,)).fetchone()
        return None if row is None else row[0]
