"""Find the bytes that a location names, or say in one sentence why they cannot be had."""

import os
import re
import sys
from pathlib import PurePath
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

from reader.errors import SourceError
from reader.printable import printable

MOST_BYTES = 20 * 1024 * 1024  # some three million words: no article is longer, and no reader is slowed by less
STANDARD_INPUT = "-"

_WEB_ADDRESS = ("http://", "https://")
_ADDRESS = r"(?i)[A-Za-z][A-Za-z0-9+.-]*:(?://|(?=\S+@))|(?:data|javascript|about|blob):"


class RawDocument(NamedTuple):
    """The bytes of a location.

    `place` names it again later; `suffix` is a file's extension in lower case, or ""; `media_type` (in lower case,
    without parameters) and `charset` are what a server said of them, and `url` is where the page was in the end.
    """

    place: str
    name: str
    data: bytes
    suffix: str = ""
    media_type: str = ""
    charset: str | None = None
    url: str | None = None


def is_web_address(location: str) -> bool:
    """Whether a location is the address of a page on the web."""
    return location.lower().startswith(_WEB_ADDRESS)


def host_of(address: str) -> str:
    """The host in an address, in lower case; "" where there is none, or a bracket that is no IPv6 address."""
    from urllib.parse import urlsplit  # noqa: PLC0415 - files open without it

    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def read_location(location: str, stdin: bytes | None = None) -> RawDocument:
    """The bytes at `location`: a path, or "-" for standard input, whose bytes are `stdin` where they were read before.

    Raises SourceError when there is nothing to read there, it may not be read, or it is more than `MOST_BYTES`.
    """
    if location == STANDARD_INPUT:
        data = _at_most(sys.stdin.buffer) if stdin is None else stdin
        found = RawDocument(STANDARD_INPUT, "standard input", data)
    elif ":" in location and re.match(_ADDRESS, location):
        raise SourceError(
            f"{display_name(location)} was not opened: give the path of a file, the http or https address of a page, or "
            "- for standard input."
        )
    else:
        found = _file(location)
    if len(found.data) > MOST_BYTES:
        limit = MOST_BYTES // 1024**2
        raise SourceError(f"{display_name(found.name)} is too big: an article may have {limit} MiB at most.")
    if not found.data:
        raise SourceError(f"{display_name(found.name)} is empty.")
    return found


def _file(location: str) -> RawDocument:
    name = display_name(location)
    suffix = PurePath(location).suffix.lower()
    try:
        with open(location, "rb") as file:  # noqa: PTH123 - a location may be "" or hold a NUL, which Path hides
            kept = S_ISREG(os.fstat(file.fileno()).st_mode)
            data = _at_most(file)
    except FileNotFoundError:
        raise SourceError(f"There is no file {name}.") from None
    except IsADirectoryError:
        raise SourceError(f"{name} is a folder; give one of the files in it.") from None
    except PermissionError:
        raise SourceError(f"You have no permission to read {name}.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{name} could not be read: {reason[0].lower()}{reason[1:]}.") from None
    # A pipe cannot be opened again, so it is no place; a link stays as the person named it.
    place = os.path.abspath(location) if kept else STANDARD_INPUT  # noqa: PTH100 - Path.resolve would follow links
    return RawDocument(place, location, data, suffix)


def _at_most(stream: BinaryIO) -> bytes:
    return stream.read(MOST_BYTES + 1)


def display_name(name: str) -> str:
    """A location as it may be printed: on one line, without control characters, cut in its middle where it is long."""
    line = printable(name)
    return f"{line[:37]}...{line[-40:]}" if len(line) > 80 else line or '""'  # noqa: PLR2004 - one line's width
