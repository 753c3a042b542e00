"""How commands print: lines of JSON, tables as wide as the terminal, and words to the person beside them."""

import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from reader import config
from reader.launcher import tell as tell  # noqa: PLC0414 - commands have it from here
from reader.printable import printable, printable_lines
from reader.text import plain_view

Json: TypeAlias = dict[str, Any]


def json_line(data: Json) -> str:
    """One line of JSON, every string in it printable; plain ASCII where the terminal or the pipe takes no Unicode."""
    import json  # noqa: PLC0415 - the reader starts without it

    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    return json.dumps(_printable(data), ensure_ascii=ascii_only) + "\n"


def _printable(value: Any, name: str = "") -> Any:
    """A value of JSON with its strings on one line each, but for the article's "text", which spans count in."""
    match value:
        case str():
            return printable_lines(value) if name == "text" else printable(value)
        case dict():
            return {key: _printable(each, key) for key, each in value.items()}
        case list() | tuple():
            return [_printable(each, name) for each in value]
        case _:
            return value


def write(text: str) -> None:
    """Print what a command answers with, which may have many lines."""
    sys.stdout.write(printable_lines(text))


def table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], *, width: int | None = 0, cut_last: Sequence[str] = ()
) -> str:
    """Rows as `linear.table` sets them in the `table_width` that there is."""
    shown = [[printable(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return plain_view.table(columns, shown, width=table_width(width), cut_last=cut_last)


def table_width(width: int | None) -> int:
    """How wide a table may be: None as `width` is the terminal's where there is one, else 0, without end."""
    if width is None:
        return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return width


def print_facts(found: Json, *, as_json: bool) -> None:
    """Print names and values and where Pullquote's files are, one a line or as one JSON object."""
    found |= {name: str(path) for name, path in config.paths()._asdict().items()}
    sys.stdout.write(json_line(found) if as_json else table(("what", "value"), list(found.items())))


def format_time(moment: str) -> str:
    """A moment that the library noted (ISO 8601), to the minute as clocks here have it."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
