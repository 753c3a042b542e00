"""How commands print: lines of JSON, tables as wide as the terminal, and words to the person beside them."""

import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from reader import config, linear

Json: TypeAlias = dict[str, Any]


def line(data: Json) -> str:
    """One line of JSON; plain ASCII where the terminal or the pipe does not take Unicode."""
    import json  # noqa: PLC0415 - the reader starts without it

    return json.dumps(data, ensure_ascii=(sys.stdout.encoding or "").lower().replace("-", "") != "utf8") + "\n"


def table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], *, width: int | None = 0, whole: Sequence[str] = ()
) -> str:
    """Rows as `linear.table` sets them in the `room` that there is."""
    return linear.table(columns, rows, width=room(width), whole=whole)


def room(width: int | None) -> int:
    """How wide a table may be: None as `width` is the terminal's where there is one, else 0, without end."""
    if width is None:
        return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return width


def facts(found: Json, *, as_json: bool) -> None:
    """Print names and values and where Pullquote's files are, one a line or as one JSON object."""
    found |= {name: str(path) for name, path in config.paths()._asdict().items()}
    sys.stdout.write(line(found) if as_json else table(("what", "value"), list(found.items())))


def minute(moment: str) -> str:
    """A moment that the library noted (ISO 8601), to the minute as clocks here have it."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"


def tell(sentence: str) -> None:
    """Say something beside the data, on standard error."""
    sys.stderr.write(f"pullquote: {sentence}\n")
