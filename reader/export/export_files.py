"""Files that hold exports: their names, whose they are, and writing them so that nothing is ever half there."""

import errno
import os
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

from reader.errors import ExportError
from reader.printable import printable

# A name in characters, and in bytes of UTF-8: file systems take 255, and a number and an extension come after it.
_LONGEST, _HEAVIEST = 80, 200

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: a synced folder may well be read there.
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}

_NAMES = 1000

_REMEDIES = {
    errno.ENOENT: "make its folder or ",
    errno.ENOSPC: "make room or ",
    errno.EDQUOT: "make room or ",
}
"""What helps, beside another place, by why a file could not be written."""


def slug(title: str) -> str:
    """A title as the stem of a file name: its letters, marks and digits in lower case, joined by hyphens.

    At most 80 characters, cut at a word where there is one; never empty, never a name that some system reserves.
    """
    spaced = "".join(
        character if unicodedata.category(character)[0] in "LMN" else " "
        for character in unicodedata.normalize("NFC", printable(title)).casefold()
        if character not in "'’ʼ"
    )
    name = ""
    for word in spaced.split():
        longer = f"{name}-{word}" if name else word
        if len(longer) > _LONGEST or len(longer.encode()) > _HEAVIEST:
            break
        name = longer
    if not name:
        name = "".join(spaced.split())[:_LONGEST].encode()[:_HEAVIEST].decode(errors="ignore")
    return f"{name or 'article'}-export" if not name or name in _RESERVED else name


def choose_path(output: Path | None, folder: Path, stem: str, ours: Callable[[str], bool]) -> Path:
    """The file to write: `output`, or in it where it is a folder that is there, else in `folder`, under `stem`.

    In a folder it is the file that is `ours` among stem.md, stem-2.md and so on, else the first that is not there.
    Raises ExportError where `folder` can't be made, or has no name left.
    """
    if output is not None and not output.is_dir():
        return output.absolute()
    place = (folder if output is None else output).absolute()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"The folder for exports {place} can't be made ({error.strerror}): set another export_folder, "
            "or name a file with --output."
        ) from error
    free = None
    for number in range(1, _NAMES):
        path = place / (f"{stem}.md" if number == 1 else f"{stem}-{number}.md")
        if not path.exists() and not path.is_symlink():
            free = free or path
            if number > 1:
                break
        elif _is_ours(path, ours):
            return path
    if free is None:
        raise ExportError(f"Every name from {stem}.md on is taken in {place}: name a file with --output.")
    return free


def _is_ours(path: Path, ours: Callable[[str], bool]) -> bool:
    try:
        text = read_text(path)
    except ExportError:
        return False
    return text is not None and ours(text)


def read_text(path: Path) -> str | None:
    """The text of a file, None where there is none. Raises ExportError for what is no readable file of text."""
    try:
        if path.exists() and not path.is_file():
            raise ExportError(f"{path} is no regular file and was left as it is: name another one.")
        # Read as bytes, so that lines keep their ends.
        return path.read_bytes().decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise ExportError(f"{path} is no export (not UTF-8) and was left as it is: name another file.") from error
    except OSError as error:
        raise ExportError(f"{path} could not be read ({error.strerror}): name another file.") from error


def write_atomically(path: Path, text: str) -> None:
    """Write a file as a whole or not at all: a new one beside it, forced to the disk, takes its name.

    A link stays a link to the file it names, and a file keeps its permissions. Raises ExportError.
    """
    target = path.resolve()
    fresh = None
    try:
        handle, fresh = tempfile.mkstemp(prefix=".pullquote-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), _mode(target))
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(target)
        fresh = None
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "")
        raise ExportError(
            f"{path} could not be written ({error.strerror}): {remedy}name another place with --output."
        ) from error
    finally:
        if fresh is not None:
            Path(fresh).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of a file; for one that is not there, what the person's umask leaves."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
