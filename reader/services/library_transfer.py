"""A whole library as JSON lines, and such a file merged into a library.

The first line says what the file is. Each other line is a row: its table, and its values by column. A path that is not
Unicode is {"bytes": HEXADECIMAL}. The same library always gives the same bytes.
"""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from reader.corrections.json_form import from_json
from reader.errors import ExportError, SourceError
from reader.export.export_files import not_ours
from reader.model import format_count
from reader.printable import UNPRINTABLE, printable, printable_lines
from reader.services import exports
from reader.services.library import now

if TYPE_CHECKING:
    from reader.services.session import Session
    from reader.store import Store
    from reader.store.library_rows import LibraryMerge, Row

_FORMAT = {"pullquote": "library", "format": 1}
_LONGEST_LINE = 128 * 1024 * 1024
_MOST_ROWS = 10_000_000
_MOST_SKIPPED = 100_000

_COPIED = frozenset({"text", "exact", "prefix", "suffix", "note", "quotation"})
"""Columns with the article's or the person's lines; the other columns with text have one line."""

_PLACES = frozenset({"location", "item"})
"""Columns that identify, and are printed with care: they stay as they are, and may be bytes."""

_DEFECTS = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, sqlite3.IntegrityError)


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What was merged: how many rows of each table are new, and what was skipped, each with the reason."""

    new: Counter[str] = field(default_factory=Counter)
    skipped: list[str] = field(default_factory=list)

    def in_words(self) -> str:
        """Return how many rows are new, as in "2 articles, 13 highlights"; "nothing" where none are."""
        from reader.store.library_rows import NOUNS  # noqa: PLC0415 - loaded when a library is merged

        nouns = ((table, noun) for table, noun in NOUNS.items() if table != "versions")  # each comes with its article
        counts = (format_count(self.new[table], noun) for table, noun in nouns if self.new[table])
        return ", ".join(counts) or "nothing"


def library_lines(store: "Store") -> Iterator[str]:
    """Yield the lines of a library, in the transaction that the caller began."""
    yield _line({**_FORMAT, "schema": store.rows.schema})
    for table, row in store.rows.all():
        yield _line({"table": table, "row": {column: _to_json(column, value) for column, value in row.items()}})


def export_library(session: "Session", output: Path) -> None:
    """Write a library to a file, over an earlier export that nobody changed.

    Raises:
        ExportError: The file is not such an export, or can't be written.
        StorageError: The library can't be read.
    """
    written, subject = exports.written_files(), "library"
    try:
        is_free = not output.exists() or output.stat().st_size == 0
    except OSError as error:
        raise ExportError(f"{output} could not be read ({error.strerror}): name another file.") from error
    if not is_free and not written.has(output, [subject]):
        raise not_ours(output)
    with session.library.reading() as store:
        written.write(output, library_lines(store), subject)


def import_library(session: "Session", file: IO[bytes], name: str) -> MergeReport:
    """Merge a library that was exported into this one: all of it or, after an error, nothing.

    Args:
        session: The session.
        file: The lines.
        name: What the file is called in messages.

    Raises:
        SourceError: It is no such file.
        StorageError: The library can't be written.
    """
    from reader.store.library_rows import TABLES  # noqa: PLC0415 - SQLite is loaded when the library is opened

    header = _parsed(file.readline(_LONGEST_LINE), name, 1)
    if not isinstance(header, dict) or {key: header.get(key) for key in _FORMAT} != _FORMAT:
        raise SourceError(f"{name} is not a library that pullquote library export wrote. Nothing was imported.")
    report = MergeReport()
    with session.library.writing() as store:
        if not isinstance(header.get("schema"), int) or header["schema"] > store.rows.schema:
            raise SourceError(f"{name} is of a newer version of Pullquote: update this one. Nothing was imported.")
        merge = store.rows.merge(now())
        for number, table, row in _articles_first(_rows(file, name), merge):
            try:
                if table not in TABLES:
                    raise ValueError(table)
                merge.add(table, row)
            except _DEFECTS:
                if len(report.skipped) > _MOST_SKIPPED:
                    raise SourceError(f"{name} has over {_MOST_SKIPPED:,} bad lines. Nothing was imported.") from None
                report.skipped.append(f"line {number:,} ({printable(table)})")
        report.new.update(merge.new)
    return report


def _articles_first(rows: "Iterator[tuple[int, str, Row]]", merge: "LibraryMerge") -> "Iterator[tuple[int, str, Row]]":
    """Yield the rows again, once it is known under which ids the articles among the first of them are known."""
    first: list[tuple[int, str, Row]] = []
    following = None
    for each in rows:
        if each[1] not in {"articles", "identities"}:
            following = each
            break
        first.append(each)
    names: dict[Any, list[str]] = {}
    for _, table, row in first:
        if table == "identities" and isinstance(row.get("id"), str):
            names.setdefault(row.get("article_id"), []).append(row["id"])
    for _, table, row in first:
        if table == "articles" and isinstance(row.get("id"), str):
            merge.expect(row["id"], names.get(row["id"], ()), str(row.get("digest")))
    yield from first
    if following is not None:
        yield following
    yield from rows


def _rows(file: IO[bytes], name: str) -> "Iterator[tuple[int, str, Row]]":
    """Yield the number, the table and the clean values of each line; a line that is no row has no values."""
    number = 1
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if number > _MOST_ROWS or not (line.endswith(b"\n") or len(line) < _LONGEST_LINE):
            raise SourceError(f"{name} is too large at line {number:,}. Nothing was imported.")
        if not line.strip():
            continue
        data = _parsed(line, name, number)
        table, row = (data.get("table"), data.get("row")) if isinstance(data, dict) else (None, None)
        try:
            yield number, str(table), _from_json(row)
        except _DEFECTS:
            yield number, str(table), {}


def _parsed(line: bytes, name: str, number: int) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{name} is not JSON in line {number:,}. Nothing was imported.") from error


def _line(data: dict[str, Any]) -> str:
    line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A library of an older version may have characters that a terminal would obey. In JSON they can be written out.
    if printable(line) is not line:
        line = re.sub(f"{UNPRINTABLE}|[\u2028\u2029]", lambda found: json.dumps(found[0])[1:-1], line)
    return line + "\n"


def _to_json(column: str, value: Any) -> Any:
    from reader.store.library_rows import JSON_COLUMNS  # noqa: PLC0415 - as above

    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if column in JSON_COLUMNS and isinstance(value, str):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value


def _from_json(data: Any) -> "Row":
    """Return the values of a row as the library has them, with clean text; raises one of _DEFECTS for others."""
    from reader.store import digest  # noqa: PLC0415 - as above

    if isinstance(data.get("text"), str) and digest(data["text"]) != data.get("digest"):
        raise ValueError(data.get("digest"))
    if "operation" in data:
        from_json(data["operation"])
    return {column: _value(column, value) for column, value in data.items()}


def _value(column: str, value: Any) -> str | int | bytes | None:
    from reader.store.library_rows import JSON_COLUMNS  # noqa: PLC0415 - as above

    if value is None or isinstance(value, int):
        return value
    if column in JSON_COLUMNS:
        compact = (",", ":") if column == "structure" else None
        return json.dumps(_clean(value), ensure_ascii=False, separators=compact)
    if isinstance(value, dict) and column in _PLACES:
        return bytes.fromhex(value["bytes"])
    if not isinstance(value, str):
        raise TypeError(column)
    if column in _PLACES:
        value.encode()
        return value
    return printable_lines(value) if column in _COPIED else printable(value)


def _clean(value: Any) -> Any:
    match value:
        case str():
            return printable_lines(value)
        case dict():
            return {printable(key): _clean(each) for key, each in value.items()}
        case list():
            return [_clean(each) for each in value]
        case _:
            return value
