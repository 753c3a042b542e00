"""Highlights: stored when they are made, and marked as deleted instead of being removed."""

import json
import os
import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from reader.model import Colour, Highlight, Span, Speaker
from reader.store.expected_articles import IS_EXPECTED
from reader.store.row_mapping import UnreadableRows, checked, decoding, readable, row_name

_COLUMNS = (
    "id, article_id, digest, spans, exact, prefix, suffix, speaker, quotation, colour, note, tags, "
    "owed, created, updated, deleted_at, revision"
)
_SHOW_ARTICLE = f"""
UPDATE articles SET
    last_read = coalesce((SELECT max(w.noted) FROM whereabouts w WHERE w.article_id = articles.id), first_read)
WHERE id = (SELECT article_id FROM highlights WHERE id = ? AND deleted_at IS NULL)
AND last_read = '' AND NOT ({IS_EXPECTED})
"""  # noqa: S608 - constant
"""Makes an article that was removed and hidden (`ArticleRepository.remove`) one that was read, as it was before."""

_EXACT = _COLUMNS.split(", ").index("exact")


@dataclass(frozen=True, slots=True)
class StoredHighlight:
    """A highlight as the library has it.

    Attributes:
        highlight: The highlight.
        digest: The digest of the text that its spans count in.
        deleted_at: When it was deleted, else None.
        revision: How many changes persons made to it, by which windows tell their own from those of others.
    """

    highlight: Highlight
    digest: str
    deleted_at: str | None = None
    revision: int = 0


class HighlightRepository:
    """The highlights of all articles. Times (`now`) are ISO 8601 in UTC."""

    def __init__(self, connection: sqlite3.Connection, unreadable: UnreadableRows) -> None:
        self._connection = connection
        self._unreadable = unreadable

    def of(self, article_id: str) -> tuple[StoredHighlight, ...]:
        """Return all highlights of an article, with deleted ones, in the order in which they were made."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM highlights WHERE article_id = ? ORDER BY created, rowid",  # noqa: S608 - constant
            (article_id,),
        )
        return tuple(readable(rows, _decode, _name, self._unreadable))

    def get(self, highlight_id: str) -> StoredHighlight | None:
        """Return the highlight with this id, deleted or not; None where there is none."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM highlights WHERE id = ?",  # noqa: S608 - constant
            (highlight_id,),
        ).fetchone()
        if row is None:
            return None
        with decoding(_name(row)):
            return _decode(row)

    def tags(self) -> tuple[str, ...]:
        """Return the tags of all highlights that are not deleted, the most used first."""
        rows = self._connection.execute(
            "SELECT value FROM highlights, json_each(CASE WHEN typeof(tags) = 'text' AND json_valid(tags) THEN tags "
            "ELSE '[]' END) AS each WHERE deleted_at IS NULL AND each.type = 'text' "
            "GROUP BY value ORDER BY count(*) DESC, value"
        )
        return tuple(tag for (tag,) in rows)

    def add(self, stored: StoredHighlight) -> None:
        """Store a new highlight."""
        highlight = stored.highlight
        self._connection.execute(
            f"INSERT INTO highlights ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant
            (
                highlight.id,
                highlight.article_id,
                stored.digest,
                spans_to_json(highlight.spans),
                highlight.exact,
                highlight.prefix,
                highlight.suffix,
                _speaker_json(highlight.speaker),
                highlight.quotation,
                highlight.colour.value,
                highlight.note,
                json.dumps(highlight.tags, ensure_ascii=False),
                highlight.speaker_pending,
                highlight.created,
                highlight.updated,
                stored.deleted_at,
                stored.revision,
            ),
        )
        self._show_article(highlight.id)

    def place(self, highlight: Highlight, digest: str) -> None:
        """Set the article, the words and the spans of a highlight, in the text with this digest."""
        self._connection.execute(
            "UPDATE highlights SET article_id = ?, digest = ?, spans = ?, exact = ?, prefix = ?, suffix = ? "
            "WHERE id = ?",
            (
                highlight.article_id,
                digest,
                spans_to_json(highlight.spans),
                highlight.exact,
                highlight.prefix,
                highlight.suffix,
                highlight.id,
            ),
        )

    def set_note(self, highlight_id: str, note: str, now: str) -> None:
        """Set the note of a highlight. A deleted one is restored, because somebody still writes on it."""
        self._connection.execute(
            "UPDATE highlights SET note = ?, updated = ?, deleted_at = NULL, revision = revision + 1 WHERE id = ?",
            (note, now, highlight_id),
        )
        self._show_article(highlight_id)

    def touch(self, highlight_id: str, now: str) -> None:
        """Set the time of a highlight that somebody made once more."""
        self._connection.execute(
            "UPDATE highlights SET updated = ?, revision = revision + 1 WHERE id = ?", (now, highlight_id)
        )

    def set_colour(self, highlight_id: str, colour: Colour, now: str) -> None:
        """Set the colour of a highlight."""
        self._connection.execute(
            "UPDATE highlights SET colour = ?, updated = ?, revision = revision + 1 WHERE id = ?",
            (colour.value, now, highlight_id),
        )

    def set_tags(self, highlight_id: str, tags: tuple[str, ...], now: str) -> None:
        """Set the tags of a highlight."""
        self._connection.execute(
            "UPDATE highlights SET tags = ?, updated = ?, revision = revision + 1 WHERE id = ?",
            (json.dumps(tags, ensure_ascii=False), now, highlight_id),
        )

    def set_speaker(self, highlight_id: str, speaker: Speaker | None) -> None:
        """Set the speaker of a highlight, which is pending no more. The time stays: no person made this change."""
        self._connection.execute(
            "UPDATE highlights SET speaker = ?, owed = 0 WHERE id = ?", (_speaker_json(speaker), highlight_id)
        )

    def delete(self, highlight_id: str, now: str) -> None:
        """Mark a highlight as deleted."""
        self._connection.execute(
            "UPDATE highlights SET deleted_at = ?, updated = ?, revision = revision + 1 "
            "WHERE id = ? AND deleted_at IS NULL",
            (now, now, highlight_id),
        )

    def restore(self, highlight_id: str, now: str) -> None:
        """Restore a deleted highlight."""
        self._connection.execute(
            "UPDATE highlights SET deleted_at = NULL, updated = ?, revision = revision + 1 WHERE id = ?",
            (now, highlight_id),
        )
        self._show_article(highlight_id)

    def _show_article(self, highlight_id: str) -> None:
        """List the article of a highlight again where it was removed, with how far it was read."""
        self._connection.execute(_SHOW_ARTICLE, (highlight_id,))


def new_id() -> str:
    """Return 80 random bits in hexadecimal: unique in any library, and safe in a comment of an export."""
    return os.urandom(10).hex()


def spans_to_json(spans: tuple[Span, ...]) -> str:
    """Return spans as they are stored."""
    return json.dumps([[span.start, span.end] for span in spans])


def _speaker_json(speaker: Speaker | None) -> str | None:
    if speaker is None:
        return None
    optional = {"corrected", "denied", "doubt"}
    facts = {name: value for name, value in asdict(speaker).items() if value or name not in optional}
    return json.dumps(facts, ensure_ascii=False)


def check_row(row: dict[str, Any]) -> None:
    """Look at the values of a row by column. Raises ValueError, TypeError or KeyError where it is no highlight."""
    values = {"owed": 0, **row}
    _decode(tuple(values[column] for column in _COLUMNS.split(", ")))


def spans_from_json(stored: str) -> tuple[Span, ...]:
    """Return spans from what is stored of them. Raises ValueError or TypeError for damage."""
    return tuple(Span(start, end) for start, end in json.loads(stored))


def tags_from_json(stored: str) -> tuple[str, ...]:
    """Return the tags of a highlight as stored. Raises ValueError or TypeError for damage."""
    tags = json.loads(stored)
    if not all(isinstance(tag, str) for tag in tags):
        raise TypeError(stored)
    return tuple(tags)


def speaker_from_json(stored: str) -> Speaker:
    """Return the speaker of a highlight as stored. Raises ValueError, TypeError or KeyError for damage."""
    facts = json.loads(stored)
    return checked(Speaker(**{**facts, "via": tuple(facts["via"])}))


def _name(row: tuple[Any, ...]) -> str:
    return row_name("the highlight", row[_EXACT], row[0])


def _decode(row: tuple[Any, ...]) -> StoredHighlight:
    (id_, article_id, digest, spans, exact, prefix, suffix, speaker, quotation, colour, note, tags, pending, *times) = (
        row
    )
    created, updated, deleted_at, revision = times
    if not isinstance(digest, str):
        raise TypeError(digest)
    highlight = Highlight(
        id=id_,
        article_id=article_id,
        spans=spans_from_json(spans),
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        created=created,
        updated=updated,
        speaker=None if speaker is None else speaker_from_json(speaker),
        quotation=quotation,
        colour=Colour(colour),
        note=note,
        tags=tags_from_json(tags),
        speaker_pending=bool(pending),
    )
    return checked(StoredHighlight(checked(highlight), digest, deleted_at, revision))
