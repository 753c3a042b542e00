"""The pages of a library's file and of its log as they are on the disk, damaged or not, without SQLite.

The formats are those of https://sqlite.org/fileformat2.html. SQLite stops reading a log at its first damaged frame.
Here every other frame is read too.
"""

import mmap
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reader.store.library_files import write_ahead_log

_DEFAULT_PAGE_SIZE = 4096  # of SQLite since version 3.12
_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_LOG_HEADER, _FRAME_HEADER = 32, 24
_BIG_ENDIAN_LOG = 0x377F0683


@dataclass(frozen=True, slots=True)
class PageImage:
    """What a page held at one time.

    Attributes:
        number: The number of the page, from 1; that of a damaged frame of the log may be wrong.
        content: Its bytes, as many as a page has.
    """

    number: int
    content: bytes


@dataclass(frozen=True, slots=True)
class _Frame:
    """A page in the log; `is_sound` says whether its checksum is right."""

    image: PageImage
    is_sound: bool


class PageImages:
    """Every page of a library, with the images of it that count.

    Attributes:
        page_size: In bytes.
        reserved: The bytes at the end of each page that SQLite leaves to extensions, as the file's header has it.
        count: The number of the last page.
    """

    def __init__(self, data: "bytes | mmap.mmap", log: bytes = b"") -> None:
        self._data = data
        header = bytes(data[:100])
        sizes = (_size(header[16:18]), _size(log[10:12]))
        self.page_size = next((size for size in sizes if size in _PAGE_SIZES), _DEFAULT_PAGE_SIZE)
        frames = list(_frames(log, self.page_size))
        self._in_log: dict[int, list[PageImage]] = {}
        self._replaced = set[int]()
        self._newest: list[PageImage] = []
        for frame in reversed(frames):
            number = frame.image.number
            if number in self._replaced:
                continue
            self._in_log.setdefault(number, []).append(frame.image)
            self._newest.append(frame.image)
            if frame.is_sound:
                self._replaced.add(number)
        self.count = max([-(-len(data) // self.page_size), *self._in_log])
        first = self.images(1)
        self.reserved = first[0].content[20] if first else 0

    def images(self, number: int) -> tuple[PageImage, ...]:
        """Return the images of a page, newest first: those of damaged frames, and the newest that is sound.

        The page in the file counts as sound, because nothing there tells.
        """
        start = (number - 1) * self.page_size
        in_log = self._in_log.get(number, [])
        if number in self._replaced or not 0 <= start < len(self._data):
            return tuple(in_log)
        content = bytes(self._data[start : start + self.page_size]).ljust(self.page_size, b"\0")
        return (*in_log, PageImage(number, content))

    def all(self) -> Iterator[PageImage]:
        """Yield the images of all pages, those of the log first, the newest of them at the beginning."""
        yield from self._newest
        for number in range(1, -(-len(self._data) // self.page_size) + 1):
            if number not in self._replaced:
                yield self.images(number)[-1]


def read_page_images(path: Path) -> PageImages:
    """Read the file of a library and its log, without locking or changing them.

    Raises:
        OSError: They can't be read.
    """
    log = write_ahead_log(path)
    with path.open("rb") as file:
        data = map_file(file)
    return PageImages(data, log.read_bytes() if log.is_file() else b"")


def map_file(file: BinaryIO) -> "bytes | mmap.mmap":
    """Return the content of a file, read from the disk where it is looked at."""
    size = os.fstat(file.fileno()).st_size
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""


def _size(stored: bytes) -> int:
    """Return a page size as both headers store it: 1 means 65,536, which two bytes can't hold."""
    size = int.from_bytes(stored, "big")
    return 65536 if size == 1 else size


def _frames(log: bytes, page_size: int) -> Iterator[_Frame]:
    """Yield the frames of a log that were written since it was last begun anew, in the order of writing.

    A frame's checksum goes on from the one before. It is computed from the checksum that is stored there, so that one
    damaged frame spoils no other but the next.
    """
    header = log[:_LOG_HEADER]
    if len(header) < _LOG_HEADER:
        return
    # The low byte of the file's magic number has the byte order of the checksums; it is one of two values.
    order = ">" if int.from_bytes(header[:4], "big") == _BIG_ENDIAN_LOG else "<"
    salts, checksum = header[16:24], header[24:32]
    step = _FRAME_HEADER + page_size
    starts = range(_LOG_HEADER, len(log) - step + 1, step)
    for place, start in enumerate(starts):
        head, content = log[start : start + _FRAME_HEADER], log[start + _FRAME_HEADER : start + step]
        is_sound = _checksum(checksum, head[:8] + content, order) == head[16:24]
        if place == 0 and is_sound:
            salts = head[8:16]  # where the header of the log is damaged, its first frame has them too
        has_salts = head[8:16] == salts
        checksum = head[16:24]
        if has_salts or is_sound:
            image = PageImage(int.from_bytes(head[:4], "big"), content)
            yield _Frame(image, is_sound and has_salts)


def _checksum(before: bytes, data: bytes, order: str) -> bytes:
    """Return the checksum of a frame, as the log stores it (https://sqlite.org/fileformat2.html#checksum_algorithm)."""
    one, two = struct.unpack(">2I", before)
    words = struct.unpack(f"{order}{len(data) // 4}I", data[: len(data) // 4 * 4])
    for first, second in zip(words[::2], words[1::2], strict=False):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return struct.pack(">2I", one, two)
