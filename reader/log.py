"""The log: where in the program a fault came about, for who mends it. Nothing of what a person reads is in it."""

import platform
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from reader import __version__, config
from reader.printable import printable

NAME = "pullquote.log"
MAX_BYTES = 128 * 1024
"""Bytes of the file; then it is begun anew, and the one before stays beside it."""

_PACKAGE = Path(__file__).parent


def write_error(error: BaseException) -> Path | None:
    """Write of an error what it is and where it came from, with what caused it; the file, None where it can't be.

    What an error says is left out, for it may quote an article.
    """
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    system = f"Pullquote {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    entry = "\n".join(map(printable, (f"{moment} {system}", *_told(error), "")))
    try:
        path = config.paths().log / NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size + len(entry) > MAX_BYTES:
            path.replace(path.with_name(f"{NAME}.1"))
        with path.open("a", encoding="utf-8") as file:
            file.write(entry)
    except (OSError, RuntimeError):  # pathlib knows no home of that person
        return None
    return path


def _told(error: BaseException | None) -> Iterator[str]:
    """An error's kind and the places that it went through, the last one first, then the same of its cause."""
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        yield f"  {'from ' if len(seen) > 1 else ''}{type(error).__module__}.{type(error).__qualname__}"
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            yield f"    {_place(Path(frame.filename))}:{frame.lineno} {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _place(file: Path) -> str:
    """A file of the program from its package on, any other by its last two names: without anybody's folders."""
    inside = file.is_relative_to(_PACKAGE)
    return printable(str(file.relative_to(_PACKAGE.parent)) if inside else "/".join(file.parts[-2:]))
