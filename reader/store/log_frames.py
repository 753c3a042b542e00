"""The frames of a library's log, each of which holds a page, read without SQLite, which stops at the first damaged one.

The format is that of https://sqlite.org/fileformat2.html#walformat.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_LOG_HEADER, _FRAME_HEADER = 32, 24
_BIG_ENDIAN_LOG = 0x377F0683


@dataclass(frozen=True, slots=True)
class LogFrame:
    """A page in the log.

    Attributes:
        page: The number of the page; that of a damaged frame may be wrong.
        content: The bytes of the page.
        is_sound: Whether the checksum of the frame is right.
    """

    page: int
    content: bytes
    is_sound: bool


def stored_page_size(stored: bytes) -> int:
    """Return a page size as the headers of library and log store it: 1 means 65,536, which two bytes can't hold."""
    size = int.from_bytes(stored, "big")
    return 65536 if size == 1 else size


def is_log_damaged(log: bytes, page_size: int) -> bool:
    """Whether a frame of the log is damaged, so that SQLite would drop it and all that was written after it."""
    frames = list(log_frames(log, page_size))
    header = log[:_LOG_HEADER]
    is_header_sound = not frames or _checksum(bytes(8), header[:24], _order(header)) == header[24:32]
    return not is_header_sound or not all(frame.is_sound for frame in frames)


def log_frames(log: bytes, page_size: int) -> Iterator[LogFrame]:
    """Yield the frames of a log that were written since it was last begun anew, in the order of writing.

    A frame's checksum goes on from the one before. It is computed from the checksum that is stored there, so that one
    damaged frame spoils no other but the next.
    """
    header = log[:_LOG_HEADER]
    if len(header) < _LOG_HEADER:
        return
    order = _order(header)
    salts, checksum = header[16:24], header[24:32]
    step = _FRAME_HEADER + page_size
    is_current = False
    for start in range(_LOG_HEADER, len(log) - step + 1, step):
        head, content = log[start : start + _FRAME_HEADER], log[start + _FRAME_HEADER : start + step]
        is_sound = _checksum(checksum, head[:8] + content, order) == head[16:24]
        if start == _LOG_HEADER and is_sound:
            salts = head[8:16]  # where the header of the log is damaged, its first frame has them too
        # An older frame has other salts, and no checksum that goes on from one that is written now.
        is_current = head[8:16] == salts or (is_current and is_sound)
        checksum = head[16:24]
        if is_current:
            yield LogFrame(int.from_bytes(head[:4], "big"), content, is_sound)


def _order(header: bytes) -> str:
    """Return the byte order of the checksums of a log, which its first number tells."""
    return ">" if int.from_bytes(header[:4], "big") == _BIG_ENDIAN_LOG else "<"


def _checksum(before: bytes, data: bytes, order: str) -> bytes:
    """Return the checksum of a frame, as the log stores it (https://sqlite.org/fileformat2.html#checksum_algorithm)."""
    one, two = struct.unpack(">2I", before)
    words = struct.unpack(f"{order}{len(data) // 4}I", data[: len(data) // 4 * 4])
    for first, second in zip(words[::2], words[1::2], strict=False):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return struct.pack(">2I", one, two)
