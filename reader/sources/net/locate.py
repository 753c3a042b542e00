"""Read the bytes at a location, or say in one sentence why they cannot be read."""

import os
import re
import sys
from pathlib import PurePath
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

from reader.errors import SourceError
from reader.printable import printable

# Some three million words: no article is longer, and a smaller text is read fast.
MOST_DOCUMENT_BYTES = 20 * 1024 * 1024
STANDARD_INPUT = "-"

_WEB_ADDRESS = ("http://", "https://")
_OTHER_ADDRESS = r"(?i)[A-Za-z][A-Za-z0-9+.-]*:(?://|(?=\S+@))|(?:data|javascript|about|blob):"
_LONGEST_NAME = 80  # characters, the width of one line


class RawDocument(NamedTuple):
    """The bytes of a document and what is known of them before they are parsed.

    Attributes:
        location: where the document can be opened again.
        name: the location as a person gave it.
        data: the bytes.
        suffix: the file extension with its dot, in lower case; "" where there is none.
        media_type: as the server stated it, in lower case and without parameters; "" where it is not known.
        charset: the encoding that the server stated.
        url: the address of the page, after redirects.
    """

    location: str
    name: str
    data: bytes
    suffix: str = ""
    media_type: str = ""
    charset: str | None = None
    url: str | None = None


def is_web_address(location: str) -> bool:
    """Return whether a location is the address of a web page."""
    return location.lower().startswith(_WEB_ADDRESS)


def host_of(address: str) -> str:
    """Return the host in an address, in lower case; "" where there is none or the address is malformed."""
    from urllib.parse import urlsplit  # noqa: PLC0415 - files open without it

    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def read_location(location: str, stdin: bytes | None = None) -> RawDocument:
    """Read the bytes at a path or, for "-", of standard input.

    Args:
        location: a path, or "-".
        stdin: the bytes of standard input, where they have been read already.

    Raises:
        SourceError: there is nothing there, it may not be read, or it is larger than `MOST_DOCUMENT_BYTES`.
    """
    if location == STANDARD_INPUT:
        data = _read_limited(sys.stdin.buffer) if stdin is None else stdin
        document = RawDocument(STANDARD_INPUT, "standard input", data)
    elif ":" in location and re.match(_OTHER_ADDRESS, location):
        raise SourceError(
            f"{display_name(location)} was not opened: give the path of a file, the http or https address of a page, "
            "or - for standard input."
        )
    else:
        document = _read_file(location)
    if len(document.data) > MOST_DOCUMENT_BYTES:
        limit = MOST_DOCUMENT_BYTES // 1024**2
        raise SourceError(f"{display_name(document.name)} is too big: an article may have {limit} MiB at most.")
    if not document.data:
        raise SourceError(f"{display_name(document.name)} is empty.")
    return document


def _read_file(location: str) -> RawDocument:
    name = display_name(location)
    suffix = PurePath(location).suffix.lower()
    try:
        with open(location, "rb") as file:  # noqa: PTH123 - Path would hide that a location is "" or holds a NUL
            is_regular = S_ISREG(os.fstat(file.fileno()).st_mode)
            data = _read_limited(file)
    except FileNotFoundError:
        raise SourceError(f"There is no file {name}.") from None
    except IsADirectoryError:
        raise SourceError(f"{name} is a folder; give one of the files in it.") from None
    except PermissionError:
        raise SourceError(f"You have no permission to read {name}.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{name} could not be read: {reason[0].lower()}{reason[1:]}.") from None
    # A pipe cannot be opened again. A symbolic link keeps the name that the person gave.
    absolute = os.path.abspath(location) if is_regular else STANDARD_INPUT  # noqa: PTH100 - Path.resolve follows links
    return RawDocument(absolute, location, data, suffix)


def _read_limited(stream: BinaryIO) -> bytes:
    """Read at most one byte more than is allowed; that byte shows that there is too much."""
    return stream.read(MOST_DOCUMENT_BYTES + 1)


def display_name(name: str) -> str:
    """Return a location in printable form: one line, no control characters, long ones shortened in the middle."""
    line = printable(name)
    return f"{line[:37]}...{line[-40:]}" if len(line) > _LONGEST_NAME else line or '""'
