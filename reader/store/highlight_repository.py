"""Highlights: stored when they are made, and marked as deleted instead of being removed."""

import json
import os
import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from reader.model import Colour, Highlight, Span, Speaker
from reader.store.row_mapping import checked, decoding

_COLUMNS = (
    "id, article_id, digest, spans, exact, prefix, suffix, speaker, quotation, colour, note, tags, "
    "owed, created, updated, deleted_at"
)


@dataclass(frozen=True, slots=True)
class StoredHighlight:
    """A highlight, the digest of the text that its spans count in, and when it was deleted, else None."""

    highlight: Highlight
    digest: str
    deleted_at: str | None = None


class HighlightRepository:
    """The highlights of all articles. Times (`now`) are ISO 8601 in UTC."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, article_id: str) -> tuple[StoredHighlight, ...]:
        """Return all highlights of an article, with deleted ones, in the order in which they were made."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM highlights WHERE article_id = ? ORDER BY created, rowid",  # noqa: S608 - constant
            (article_id,),
        )
        return tuple(_from_row(row) for row in rows)

    def get(self, highlight_id: str) -> StoredHighlight | None:
        """Return the highlight with this id, deleted or not; None where there is none."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM highlights WHERE id = ?",  # noqa: S608 - constant
            (highlight_id,),
        ).fetchone()
        return None if row is None else _from_row(row)

    def add(self, stored: StoredHighlight) -> None:
        """Store a new highlight."""
        highlight = stored.highlight
        self._connection.execute(
            f"INSERT INTO highlights ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant
            (
                highlight.id,
                highlight.article_id,
                stored.digest,
                _spans_json(highlight.spans),
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
            ),
        )

    def place(self, highlight: Highlight, digest: str) -> None:
        """Set the article, the words and the spans of a highlight, in the text with this digest."""
        self._connection.execute(
            "UPDATE highlights SET article_id = ?, digest = ?, spans = ?, exact = ?, prefix = ?, suffix = ? "
            "WHERE id = ?",
            (
                highlight.article_id,
                digest,
                _spans_json(highlight.spans),
                highlight.exact,
                highlight.prefix,
                highlight.suffix,
                highlight.id,
            ),
        )

    def set_note(self, highlight_id: str, note: str, now: str) -> None:
        """Set the note of a highlight. A deleted one is restored, because somebody still writes on it."""
        self._connection.execute(
            "UPDATE highlights SET note = ?, updated = ?, deleted_at = NULL WHERE id = ?", (note, now, highlight_id)
        )

    def touch(self, highlight_id: str, now: str) -> None:
        """Set the time of a highlight that somebody made once more."""
        self._connection.execute("UPDATE highlights SET updated = ? WHERE id = ?", (now, highlight_id))

    def set_colour(self, highlight_id: str, colour: Colour, now: str) -> None:
        """Set the colour of a highlight."""
        self._connection.execute(
            "UPDATE highlights SET colour = ?, updated = ? WHERE id = ?", (colour.value, now, highlight_id)
        )

    def set_tags(self, highlight_id: str, tags: tuple[str, ...], now: str) -> None:
        """Set the tags of a highlight."""
        self._connection.execute(
            "UPDATE highlights SET tags = ?, updated = ? WHERE id = ?",
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
            "UPDATE highlights SET deleted_at = ?, updated = ? WHERE id = ? AND deleted_at IS NULL",
            (now, now, highlight_id),
        )

    def restore(self, highlight_id: str, now: str) -> None:
        """Restore a deleted highlight."""
        self._connection.execute(
            "UPDATE highlights SET deleted_at = NULL, updated = ? WHERE id = ?", (now, highlight_id)
        )


def new_id() -> str:
    """Return 80 random bits in hexadecimal: unique in any library, and safe in a comment of an export."""
    return os.urandom(10).hex()


def _spans_json(spans: tuple[Span, ...]) -> str:
    return json.dumps([[span.start, span.end] for span in spans])


def _speaker_json(speaker: Speaker | None) -> str | None:
    if speaker is None:
        return None
    facts = {name: value for name, value in asdict(speaker).items() if value or name not in {"corrected", "denied"}}
    return json.dumps(facts, ensure_ascii=False)


def check_row(row: dict[str, Any]) -> None:
    """Look at the values of a row by column. Raises ValueError, TypeError or KeyError where it is no highlight."""
    values = {"owed": 0, **row}
    _decode(tuple(values[column] for column in _COLUMNS.split(", ")))


def _from_row(row: tuple[Any, ...]) -> StoredHighlight:
    with decoding(f"the highlight {row[0]}"):
        return _decode(row)


def _decode(row: tuple[Any, ...]) -> StoredHighlight:
    (id_, article_id, digest, spans, exact, prefix, suffix, speaker, quotation, colour, note, tags, pending, *times) = (
        row
    )
    created, updated, deleted_at = times
    facts = None if speaker is None else json.loads(speaker)
    labels = json.loads(tags)
    if not all(isinstance(each, str) for each in (digest, *labels)):
        raise TypeError(tags)
    highlight = Highlight(
        id=id_,
        article_id=article_id,
        spans=tuple(Span(start, end) for start, end in json.loads(spans)),
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        created=created,
        updated=updated,
        speaker=None if facts is None else checked(Speaker(**{**facts, "via": tuple(facts["via"])})),
        quotation=quotation,
        colour=Colour(colour),
        note=note,
        tags=tuple(labels),
        speaker_pending=bool(pending),
    )
    return checked(StoredHighlight(checked(highlight), digest, deleted_at))
