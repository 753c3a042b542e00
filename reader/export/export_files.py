"""Files of exports: their names, which article they belong to, and writing them as a whole or not at all."""

import errno
import hashlib
import os
import tempfile
import unicodedata
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from reader.errors import ExportError
from reader.printable import printable

# A name in characters, and in bytes of UTF-8: file systems take 255, with a number and an extension.
_MAX_LENGTH, _MAX_BYTES = 80, 200

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: a synced folder may well be read there.
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}

_MAX_NUMBER = 1000

_REMEDIES = {
    errno.ENOENT: "make its folder or ",
    errno.ENOSPC: "free disk space or ",
    errno.EDQUOT: "free disk space or ",
}
"""What helps besides another file name, by the reason why a file could not be written."""


def slug(title: str) -> str:
    """Return a title as the stem of a file name: its letters, marks and digits in lower case, joined by hyphens.

    At most 80 characters, cut between words where possible; never empty, never a name that some system reserves.
    """
    spaced = "".join(
        character if unicodedata.category(character)[0] in "LMN" else " "
        for character in unicodedata.normalize("NFC", printable(title)).casefold()
        if character not in "'’ʼ"
    )
    name = ""
    for word in spaced.split():
        longer = f"{name}-{word}" if name else word
        if len(longer) > _MAX_LENGTH or len(longer.encode()) > _MAX_BYTES:
            break
        name = longer
    if not name:
        name = "".join(spaced.split())[:_MAX_LENGTH].encode()[:_MAX_BYTES].decode(errors="ignore")
    return f"{name or 'article'}-export" if not name or name in _RESERVED else name


def choose_path(
    output: Path | None,
    folder: Path,
    stem: str,
    is_ours: Callable[[Path, str], bool],
    extension: str = ".md",
) -> Path:
    """Return the path of the file to write.

    In a folder it is the file that `is_ours` among stem.md, stem-2.md and so on, else the first of them that is free.

    Args:
        output: A file, or an existing folder; None for `folder`.
        folder: Where files go without `output`; it is made where it is missing.
        stem: The file's name without extension.
        is_ours: Whether the file at a path, with this text, is an export of this article.
        extension: The ending of the file's name.

    Raises:
        ExportError: The folder can't be made, or no name is free.
    """
    if output is not None and not is_folder(output):
        return output.absolute()
    place = (folder if output is None else output).absolute()
    make_folder(place)
    free = None
    for number in range(1, _MAX_NUMBER):
        path = place / (f"{stem}{extension}" if number == 1 else f"{stem}-{number}{extension}")
        if not path.exists() and not path.is_symlink():
            free = free or path
            if number > 1:
                break
        elif _is_ours(path, is_ours):
            return path
    if free is None:
        raise ExportError(f"All names from {stem}{extension} on are taken in {place}: name a file with --output.")
    return free


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder. Raises ExportError where no file can have this name."""
    try:
        return path.is_dir()
    except OSError as error:
        raise ExportError(f"{path} can't be written ({error.strerror}): name another file.") from error


def make_folder(folder: Path) -> None:
    """Make a folder for exports where there is none. Raises ExportError where that can't be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"The folder for exports {folder} can't be made ({error.strerror}): set another export_folder, "
            "or name a file with --output."
        ) from error


def _is_ours(path: Path, is_ours: Callable[[Path, str], bool]) -> bool:
    try:
        text = read_text(path)
    except ExportError:
        return False
    return text is not None and is_ours(path, text)


def read_text(path: Path) -> str | None:
    """Return the text of a file, None where there is no file.

    Raises:
        ExportError: It is not a readable file of text.
    """
    try:
        if path.exists() and not path.is_file():
            raise ExportError(f"{path} is not a regular file and was not changed: name another one.")
        # Read as bytes, so that line endings stay.
        return path.read_bytes().decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise ExportError(f"{path} is not an export (not UTF-8) and was not changed: name another file.") from error
    except OSError as error:
        raise ExportError(f"{path} could not be read ({error.strerror}): name another file.") from error


class WrittenFiles:
    """Which files an export has written, and with what content, so that no other file is written over.

    For each file there is a small file in `folder`, named by a digest of the path. Its first line is what the export is
    of; the others are digests of the last contents, that which is about to be written among them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, path: Path, subjects: Collection[str]) -> bool:
        """Whether the file at `path` is the last export of a subject and nobody changed it."""
        subject, *digests = (read_text(self._record(path)) or "").split("\n")
        return subject in subjects and _digest_of_file(path) in digests

    def write(self, path: Path, parts: Iterable[str], subject: str) -> None:
        """Write an export over what is there, as a whole or not at all; `parts` are written one after the other.

        Raises:
            ExportError: That can't be done.
        """
        record = self._record(path)
        before = _digest_of_file(path)

        def remember(content: str) -> None:
            try:
                record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise ExportError(
                    f"The folder {record.parent} can't be made ({error.strerror}): nothing was written."
                ) from error
            write_atomically(record, "\n".join((subject, content, before or "")))

        # Recorded first: a file that was written but not recorded would be taken for somebody else's.
        write_atomically(path, parts, remember)

    def _record(self, path: Path) -> Path:
        return self._folder / hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]


def not_ours(path: Path) -> ExportError:
    """Return the error for a file that must not be written over."""
    return ExportError(
        f"{path} is not an export that Pullquote wrote last, or was changed since, and stays as it is: "
        "name another file."
    )


def _digest_of_file(path: Path) -> str | None:
    """Return the SHA-256 of a file; None where there is none or it can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def write_atomically(
    path: Path, text: str | Iterable[str], before_replacing: Callable[[str], None] = lambda _: None
) -> None:
    """Write a file as a whole or not at all: a new file beside it is flushed to the disk and takes its name.

    A link stays a link to its file, and a file keeps its permissions.

    Args:
        path: The file.
        text: Its text, or the parts of it.
        before_replacing: Called with the SHA-256 of the text before the new file takes the place of the old one.

    Raises:
        ExportError: It can't be written.
    """
    target = path.resolve()
    fresh = None
    digest = hashlib.sha256()
    try:
        handle, fresh = tempfile.mkstemp(prefix=".pullquote-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), _mode(target))
            for part in (text,) if isinstance(text, str) else text:
                encoded = part.encode()
                digest.update(encoded)
                file.write(encoded)
            file.flush()
            os.fsync(file.fileno())
        before_replacing(digest.hexdigest())
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
    """Return the permissions of a file; of a missing one, those that the umask leaves."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
