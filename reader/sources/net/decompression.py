"""Unpack a page as its pieces come, never far past a limit."""

import zlib

from reader.sources.net.connection import RefusedError
from reader.sources.net.fetch_errors import CONNECTION_BROKE, SAVE_ADVICE

_GZIP = b"\x1f\x8b"


class Decompressor:
    """The body of a response of this content coding. Raises RefusedError for one that was not asked for."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding.strip().lower()
        self.packed = self.encoding not in {"", "identity"}
        if self.packed and self.encoding not in {"gzip", "x-gzip", "deflate"}:
            raise RefusedError(f"its site sent it packed in a way that was not asked for; {SAVE_ADVICE}")
        # 32: by its header, gzip or zlib. What is called deflate comes with and without one (RFC 9110, 8.4.1.2).
        self.unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self.begun = False

    def piece(self, data: bytes, most: int) -> bytes:
        """The next piece unpacked, to at most so many bytes. Raises zlib.error where it can't be."""
        if not self.packed:
            return data
        unpacked = b""
        while True:
            unpacked += self._once(data, most - len(unpacked))
            data = self.unpacker.unused_data
            if not data.startswith(_GZIP) or len(unpacked) >= most:
                return unpacked
            self.unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)  # another member (RFC 1952, 2.2)

    def _once(self, data: bytes, most: int) -> bytes:
        begun, self.begun = self.begun, True
        try:
            return self.unpacker.decompress(data, most)
        except zlib.error:
            if begun or self.encoding != "deflate":
                raise
            self.unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            return self.unpacker.decompress(data, most)

    def end(self) -> None:
        """Raises RefusedError where what came breaks off: half an article would look like a whole one."""
        if self.packed and self.begun and not self.unpacker.eof:
            raise RefusedError(CONNECTION_BROKE)
