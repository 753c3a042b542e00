"""The log: where in the program an error occurred, for its developers. It contains nothing of what a person reads."""

import platform
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from reader import __version__, config
from reader.printable import printable

NAME = "pullquote.log"
MAX_BYTES = 128 * 1024
"""Bytes of the file; then a new one is begun, and the last one is kept."""

_PACKAGE = Path(__file__).parent


def write_error(error: BaseException) -> Path | None:
    """Write an error's type, the places that it passed through, and its causes to the log.

    The message of an error is left out, because it may quote an article.

    Returns:
        The path of the log, None where it can't be written.
    """
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    system = f"Pullquote {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    entry = "\n".join(map(printable, (f"{moment} {system}", *_lines(error), "")))
    try:
        path = config.paths().log / NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size + len(entry) > MAX_BYTES:
            path.replace(path.with_name(f"{NAME}.1"))
        with path.open("a", encoding="utf-8") as file:
            file.write(entry)
    except (OSError, RuntimeError):  # pathlib finds no home directory
        return None
    return path


def _lines(error: BaseException | None) -> Iterator[str]:
    """Yield an error's type and the places that it passed through, the last one first, then the same of its cause."""
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        yield f"  {'from ' if len(seen) > 1 else ''}{type(error).__module__}.{type(error).__qualname__}"
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            yield f"    {_place(Path(frame.filename))}:{frame.lineno} {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _place(file: Path) -> str:
    """Return a file's path from the package on, or its last two names: without the folders of a person."""
    is_own = file.is_relative_to(_PACKAGE)
    return str(file.relative_to(_PACKAGE.parent)) if is_own else "/".join(file.parts[-2:])
