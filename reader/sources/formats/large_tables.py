"""Refuse tables with very many rows: to look for quotations in them takes long, and nobody reads them as an article."""

import csv
from itertools import islice

from reader.errors import SourceError
from reader.sources.net.locate import RawDocument

MOST_ROWS = 100_000
_SUFFIXES = frozenset({".csv", ".tab", ".tsv"})
_MEDIA_TYPES = frozenset({"text/csv", "text/tab-separated-values"})
_DELIMITERS = ",;\t|"
_ROWS = 200  # rows at the beginning that tell a table from a text
_LEAST_ROWS = 10  # an opening quotation mark that is never closed makes one cell of all lines after it
_BEGINNING = 200_000  # bytes that hold them


def refuse_large_table(document: RawDocument) -> None:
    """Raise SourceError where a text is a table with over `MOST_ROWS` rows, by its name or by its first rows."""
    data = document.data
    if max(data.count(b"\n"), data.count(b"\r")) <= MOST_ROWS:
        return
    named = document.suffix in _SUFFIXES or document.media_type in _MEDIA_TYPES
    if named or any(_has_even_rows(data[:_BEGINNING], delimiter) for delimiter in _DELIMITERS):
        raise SourceError(f"it is a table with over {MOST_ROWS:,} rows, and not an article; open a part of it.")


def _has_even_rows(beginning: bytes, delimiter: str) -> bool:
    """Whether the first rows all have the same number of cells, two at least, and are no fewer than ten."""
    # Bytes are split here and not text, which str.splitlines() would also split inside the letters of UTF-8.
    lines = (line.decode("latin-1") for line in beginning.replace(b"\x00", b"").splitlines())
    try:
        rows = list(islice(csv.reader(lines, delimiter=delimiter), _ROWS + 1))
    except csv.Error:
        return False
    rows = rows[:-1]  # the last one may be cut
    widths = {len(row) for row in rows}
    return len(rows) >= _LEAST_ROWS and len(widths) == 1 and min(widths) > 1
