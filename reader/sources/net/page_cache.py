"""Cache fetched pages in a folder, so that a page that was read once opens without the network.

Each page is one file, named by the digest of its address: a line of JSON with what the server stated, then the bytes.
A file that cannot be read counts as missing, and no error here stops a page from being read.
"""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_MOST_PAGES = 500
_MOST_BYTES = 200 * 1024 * 1024
_SHARE_KEPT = 0.8  # of the limits, when pages are dropped, so that it need not be done again for the next page
_LONGEST_HEADER = 20_000  # bytes
# The names of the fields in the files, which older versions wrote too.
_HEADER_NAMES = {
    "url": "url",
    "media_type": "media",
    "charset": "charset",
    "etag": "etag",
    "last_modified": "modified",
}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as it was fetched.

    Attributes:
        url: its address after redirects.
        data: its bytes.
        media_type: as the server stated it, "" where it did not.
        charset: as the server stated it, "" where it did not.
        etag: to ask whether the page has changed, "" where there is none.
        last_modified: likewise.
        was_private: whether the host it was asked of was reached at a private address; not kept in the cache.
    """

    url: str
    data: bytes
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    was_private: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class PageCache:
    """The cached pages in `folder`, which only its owner may read; with None nothing is cached."""

    folder: Path | None

    def get(self, address: str) -> FetchedPage | None:
        """Return the cached page for an address, None where there is none."""
        if self.folder is None:
            return None
        path = self._path(self.folder, address)
        try:
            with path.open("rb") as file:
                header = json.loads(file.readline(_LONGEST_HEADER))
                if header["address"] != address:
                    return None
                page = FetchedPage(**{name: header[key] for name, key in _HEADER_NAMES.items()}, data=file.read())
            if not all(isinstance(value, str) for value in header.values()) or not page.data:
                return None
            os.utime(path)  # the pages that were not opened for longest are dropped first
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return page

    def put(self, address: str, page: FetchedPage) -> None:
        """Store the page for an address, in place of an older one."""
        if self.folder is None:
            return
        fields = {key: getattr(page, name) for name, key in _HEADER_NAMES.items()}
        header = json.dumps({"address": address, **fields}).encode()
        if len(header) >= _LONGEST_HEADER:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, suffix=".new", delete=False) as file:
                try:
                    file.write(header + b"\n" + page.data)
                    file.close()
                    Path(file.name).replace(self._path(self.folder, address))
                except BaseException:
                    Path(file.name).unlink()
                    raise
            self._drop_oldest(self.folder)

    @staticmethod
    def _path(folder: Path, address: str) -> Path:
        return folder / f"{hashlib.sha256(address.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.page"

    @staticmethod
    def _drop_oldest(folder: Path) -> None:
        """Drop the pages that were not opened for longest, where there are too many pages or too many bytes."""
        pages = sorted(((path.stat(), path) for path in folder.glob("*.page")), key=lambda each: -each[0].st_mtime)
        size = sum(stat.st_size for stat, _ in pages)
        if len(pages) <= _MOST_PAGES and size <= _MOST_BYTES:
            return
        kept = 0
        for number, (stat, path) in enumerate(pages, 1):
            kept += stat.st_size
            if number > _MOST_PAGES * _SHARE_KEPT or kept > _MOST_BYTES * _SHARE_KEPT:
                path.unlink(missing_ok=True)
