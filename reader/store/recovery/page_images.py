"""The pages of a library's file and of its log as they are on the disk, damaged or not, without SQLite.

The formats are those of https://sqlite.org/fileformat2.html. SQLite stops reading a log at its first damaged frame.
Here every other frame is read too.
"""

import mmap
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reader.store.library_files import write_ahead_log
from reader.store.log_frames import log_frames, stored_page_size

_DEFAULT_PAGE_SIZE = 4096  # of SQLite since version 3.12
_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))


@dataclass(frozen=True, slots=True)
class PageImage:
    """What a page held at one time.

    Attributes:
        number: The number of the page, from 1; that of a damaged frame of the log may be wrong.
        content: Its bytes, as many as a page has.
    """

    number: int
    content: bytes


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
        sizes = (stored_page_size(header[16:18]), stored_page_size(log[10:12]))
        self.page_size = next((size for size in sizes if size in _PAGE_SIZES), _DEFAULT_PAGE_SIZE)
        self._in_log: dict[int, list[PageImage]] = {}
        self._replaced = set[int]()
        self._newest: list[PageImage] = []
        for frame in reversed(list(log_frames(log, self.page_size))):
            # The number of a damaged frame may be wrong, so no frame takes its place.
            if frame.is_sound and frame.page in self._replaced:
                continue
            image = PageImage(frame.page, frame.content)
            self._in_log.setdefault(frame.page, []).append(image)
            self._newest.append(image)
            if frame.is_sound:
                self._replaced.add(frame.page)
        self.count = max([-(-len(data) // self.page_size), *self._in_log])
        self.reserved = int.from_bytes(self.content(1)[20:21], "big")

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

    def content(self, number: int) -> bytes:
        """Return the newest bytes of a page; b"" where it is lost, as one that only a damaged log had."""
        images = self.images(number)
        return images[0].content if images else b""

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
