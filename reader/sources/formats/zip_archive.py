"""The members of a zip archive, none trusted: read one by one up to limits on what really comes out of them."""

import zipfile
import zlib
from io import BytesIO
from typing import IO

from reader.errors import SourceError

MOST_MEMBERS = 10_000
MOST_READ = 40 * 1024 * 1024  # bytes of one archive; the longest novels have some four
_MOST_RATIO = 200  # deflate reaches 1,032; text of a person's reaches ten
_RATIO_FROM = 1024 * 1024  # bytes below which a ratio can do no harm
_CHUNK = 65536
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class ZipArchive:
    """A zip archive in memory. Nothing of it is ever written to a disk, so no name in it leads anywhere.

    Raises SourceError, here and from `read`, for what is damaged, locked, or past the limits.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise SourceError("it is damaged or cut short: no zip archive could be read from it.") from None
        self.names = frozenset(self._zip.namelist())
        self._left = MOST_READ
        if len(self._zip.infolist()) > MOST_MEMBERS:
            raise SourceError(f"it holds over {MOST_MEMBERS:,} files, too many for a text.")

    def read(self, name: str) -> bytes:
        """The bytes of the member called `name`, of which the archive has one (see `names`)."""
        member = self._zip.getinfo(name)
        if member.flag_bits & 1:
            raise SourceError("it is locked with a password.")
        if member.compress_type not in _METHODS:
            raise SourceError("it is packed in a way that is not read here.")
        try:
            with self._zip.open(member) as file:
                return self._drawn(file, max(1, member.compress_size))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise SourceError("it is damaged: a file in it can't be unpacked.") from None

    def _drawn(self, file: IO[bytes], packed: int) -> bytes:
        """All that a member holds; what the archive says of its size is not believed."""
        pieces: list[bytes] = []
        size = 0
        while piece := file.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            self._left -= len(piece)
            if self._left < 0:
                raise SourceError(f"it unpacks to over {MOST_READ // 1024**2} MiB, too much for a text.")
            if size > _RATIO_FROM and size > packed * _MOST_RATIO:
                raise SourceError(f"a file in it unpacks to over {_MOST_RATIO} times its size, as no text does.")
        return b"".join(pieces)
