"""Highlights as CSV: as Readwise exports and imports them, and as Instapaper exports them."""

import csv
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

from reader.sources.formats.imported_highlight import ImportedHighlight, SkippedHighlight, imported, parsed_time

_LONGEST_HEADER = 10_000
_SECONDS = 10
"""Digits of a time in seconds since 1970."""

_TAGS = re.compile(r"\s*(?:\.\w[\w-]*(?:\s+|$))+")

_COLUMNS = {
    "exact": ("highlight", "selection", "highlighted text", "quote"),
    "url": ("url", "source url", "article url", "link"),
    "title": ("title", "book title", "article title"),
    "byline": ("author", "book author"),
    "note": ("note", "notes", "comment", "highlight note"),
    "tags": ("tags", "highlight tags"),
    "colour": ("color", "colour"),
    "start": ("location",),
    "created": ("highlighted at", "date", "created", "timestamp", "time"),
}


def columns_of(text: str) -> dict[str, int] | None:
    """Return where the columns of a file stand by what they are, None where it has no column of highlights."""
    line, end, _ = text.lstrip("\ufeff \n")[:_LONGEST_HEADER].partition("\n")
    header = next(csv.reader(StringIO(line)), []) if end else []
    names = [name.strip().lower() for name in header]
    found = {kind: names.index(name) for kind, known in _COLUMNS.items() for name in known[::-1] if name in names}
    return found if "exact" in found and ("url" in found or "title" in found) else None


def is_list_of_articles(text: str) -> bool:
    """Whether a file lists articles, some of which have highlights, as Instapaper's does."""
    return "selection" in text[:_LONGEST_HEADER].partition("\n")[0].lower().split(",")


def read_csv(text: str, columns: dict[str, int]) -> Iterator[ImportedHighlight | SkippedHighlight]:
    """Yield the highlights of a file with these columns; a row of a list of articles may have none."""
    has_articles = is_list_of_articles(text)
    reader = csv.reader(StringIO(text.lstrip("\ufeff \n")))
    next(reader, None)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield SkippedHighlight(f"line {reader.line_num:,}", "it is not valid CSV")
            continue
        cells = {kind: row[at] for kind, at in columns.items() if at < len(row)}
        if any(row) and not (has_articles and not cells.get("exact")):
            yield _highlight(cells)


def _highlight(cells: dict[str, str]) -> ImportedHighlight | SkippedHighlight:
    note, tags = _without_tags(cells.get("note", ""))
    start = cells.get("start", "")
    return imported(
        url=cells.get("url"),
        title=cells.get("title"),
        byline=cells.get("byline"),
        exact=cells.get("exact"),
        note=note,
        tags=[*tags, *cells.get("tags", "").split(",")],
        colour=cells.get("colour"),
        start=int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 0,  # noqa: PLR2004
        created=_time(cells.get("created", "").strip()),
    )


def _time(text: str) -> datetime | None:
    """Return a time as Readwise writes it, or in seconds since 1970, as Instapaper does."""
    if text.isascii() and text.isdigit() and len(text) <= _SECONDS:
        return datetime.fromtimestamp(int(text), UTC)
    return parsed_time(text, "%B %d, %Y %I:%M:%S %p")


def _without_tags(note: str) -> tuple[str, list[str]]:
    """Return a note without the tags before it, which Readwise has with a full stop before each."""
    found = _TAGS.match(note)
    if found is None:
        return note, []
    return note[found.end() :], [word[1:].replace("_", " ") for word in found[0].split()]
