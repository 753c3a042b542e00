"""How commands print: lines of JSON, tables as wide as the terminal, and messages on standard error."""

import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from reader import config
from reader.launcher import print_message as print_message  # noqa: PLC0414 - commands import it from here
from reader.printable import printable, printable_lines
from reader.text import printed_tables

Json: TypeAlias = dict[str, Any]

_COPIED = {"text", "exact", "prefix", "suffix", "head", "tail"}
"""Members of JSON that are the article's text or copied from it, with its line breaks."""


def json_line(data: Json) -> str:
    """Return one line of JSON with printable strings; ASCII only where the terminal or pipe takes no Unicode."""
    import json  # noqa: PLC0415 - the reader starts without it

    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    return json.dumps(_printable(data), ensure_ascii=ascii_only) + "\n"


def _printable(value: Any, name: str = "") -> Any:
    """Return a value of JSON with each string on one line, except those copied from the text, in which spans count."""
    match value:
        case str():
            return printable_lines(value) if name in _COPIED else printable(value)
        case dict():
            return {key: _printable(each, key) for key, each in value.items()}
        case list() | tuple():
            return [_printable(each, name) for each in value]
        case _:
            return value


def write(text: str) -> None:
    """Print a command's answer, which may have several lines."""
    sys.stdout.write(printable_lines(text))


def table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], *, width: int | None = 0, cut_last: Sequence[str] = ()
) -> str:
    """Return a table as `printed_tables.table` does, with printable cells and as wide as `table_width` says."""
    shown = [[printable(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return printed_tables.table(columns, shown, width=table_width(width), cut_last=cut_last)


def table_width(width: int | None) -> int:
    """Return how wide a table may be: `width`; for None the terminal's width, or 0 (any) without a terminal."""
    if width is None:
        return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return width


def print_facts(facts: Json, *, as_json: bool) -> None:
    """Print names and values and the paths of Pullquote's files, one per line or as one JSON object."""
    facts |= {name: str(path) for name, path in config.paths()._asdict().items()}
    sys.stdout.write(json_line(facts) if as_json else table(("what", "value"), list(facts.items())))


def format_time(moment: str) -> str:
    """Return a time of the library (ISO 8601) in the local time zone, to the minute; anything else as it is."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return printable(moment[:16])
