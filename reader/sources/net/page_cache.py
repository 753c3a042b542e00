"""Pages as they were fetched, kept in a folder so that what was read once opens without the network.

One file a page, named by its address's digest: a line of JSON on what came with it, then its bytes. A file that
cannot be read counts as none, and nothing that goes wrong here keeps a page from being read.
"""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_MOST_PAGES = 500
_MOST_BYTES = 200 * 1024 * 1024
_KEPT_WHEN_FULL = 0.8  # so that not every page that comes makes another go
_MOST_HEADING = 20_000  # bytes


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as it came. `url` is where it was in the end; `media` and `charset` are what its header says, or "".

    `etag` and `modified` are what to ask with the next time, whether it is still the same.
    """

    url: str
    data: bytes
    media: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class PageCache:
    """The pages kept in `folder`, which only its owner can look into; None keeps nothing."""

    folder: Path | None

    def get(self, address: str) -> FetchedPage | None:
        """The page kept for an address, None where there is none."""
        if self.folder is None:
            return None
        path = self._path(self.folder, address)
        try:
            with path.open("rb") as file:
                heading = json.loads(file.readline(_MOST_HEADING))
                if heading.pop("address") != address:
                    return None
                page = FetchedPage(**heading, data=file.read())
            if not all(isinstance(value, str) for value in heading.values()) or not page.data:
                return None
            os.utime(path)  # the pages that nobody opened for longest are the first to go
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return page

    def put(self, address: str, page: FetchedPage) -> None:
        """Keep a page for an address, in place of the one kept before."""
        if self.folder is None:
            return
        said = {name: value for name, value in asdict(page).items() if name != "data"}
        heading = json.dumps({"address": address, **said}).encode()
        if len(heading) >= _MOST_HEADING:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, suffix=".new", delete=False) as file:
                try:
                    file.write(heading + b"\n" + page.data)
                    file.close()
                    Path(file.name).replace(self._path(self.folder, address))
                except BaseException:
                    Path(file.name).unlink()
                    raise
            self._make_room(self.folder)

    @staticmethod
    def _path(folder: Path, address: str) -> Path:
        return folder / f"{hashlib.sha256(address.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.page"

    @staticmethod
    def _make_room(folder: Path) -> None:
        """Drop the pages opened longest ago where there are too many, or too much of them."""
        found = sorted(((path.stat(), path) for path in folder.glob("*.page")), key=lambda each: -each[0].st_mtime)
        size = sum(stat.st_size for stat, _ in found)
        if len(found) <= _MOST_PAGES and size <= _MOST_BYTES:
            return
        kept = 0
        for number, (stat, path) in enumerate(found, 1):
            kept += stat.st_size
            if number > _MOST_PAGES * _KEPT_WHEN_FULL or kept > _MOST_BYTES * _KEPT_WHEN_FULL:
                path.unlink(missing_ok=True)
