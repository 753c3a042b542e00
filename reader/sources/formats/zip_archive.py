"""Read the members of a zip archive from an unknown source, one by one, within limits on their decompressed size."""

import zipfile
import zlib
from io import BytesIO
from typing import IO

from reader.errors import SourceError

MOST_MEMBERS = 10_000
MOST_READ = 40 * 1024 * 1024  # bytes of one archive; the longest novels have some four MiB
_MOST_RATIO = 200  # deflate reaches 1,032; written text reaches ten
_RATIO_MIN_SIZE = 1024 * 1024  # bytes; below it, a high ratio does no harm
_CHUNK = 65536
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class ZipArchive:
    """A zip archive in memory. Nothing of it is written to disk, so a name in it cannot lead anywhere.

    Raises:
        SourceError: the archive is damaged, protected, or exceeds the limits. `read` raises it too.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise SourceError("it is damaged or incomplete: it could not be read as a zip archive.") from None
        self.names = frozenset(self._zip.namelist())
        self._bytes_left = MOST_READ
        if len(self._zip.infolist()) > MOST_MEMBERS:
            raise SourceError(f"it holds over {MOST_MEMBERS:,} files, too many for a text.")

    def read(self, name: str) -> bytes:
        """Return the bytes of a member; `name` must be one of `names`."""
        member = self._zip.getinfo(name)
        if member.flag_bits & 1:
            raise SourceError("it is protected with a password; save a copy without one.")
        if member.compress_type not in _METHODS:
            raise SourceError("it uses a compression that is not supported; pack it again as an ordinary zip archive.")
        try:
            with self._zip.open(member) as file:
                return self._read_limited(file, max(1, member.compress_size))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise SourceError("it is damaged: a file in it can't be decompressed.") from None

    def _read_limited(self, file: IO[bytes], compressed_size: int) -> bytes:
        """Return all bytes of a member; the size that the archive states is not trusted."""
        chunks: list[bytes] = []
        size = 0
        while chunk := file.read(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            self._bytes_left -= len(chunk)
            if self._bytes_left < 0:
                raise SourceError(f"it unpacks to over {MOST_READ // 1024**2} MiB, too much for a text.")
            if size > _RATIO_MIN_SIZE and size > compressed_size * _MOST_RATIO:
                raise SourceError(f"a file in it unpacks to over {_MOST_RATIO} times its size, as no text does.")
        return b"".join(chunks)
