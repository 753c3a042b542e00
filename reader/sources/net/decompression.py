"""Decompress a page while it arrives, never far past a size limit."""

import zlib

from reader.sources.net.connection import RefusedError
from reader.sources.net.fetch_errors import CONNECTION_BROKE, SAVE_ADVICE

_GZIP = b"\x1f\x8b"
_ANY_HEADER = zlib.MAX_WBITS | 32  # zlib reads from the header whether the data is in gzip's or its own format


class Decompressor:
    """Decompress the body of a response with a given content coding.

    Raises:
        RefusedError: the coding is not one of those that were asked for.
    """

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding.strip().lower()
        self.is_compressed = self.encoding not in {"", "identity"}
        if self.is_compressed and self.encoding not in {"gzip", "x-gzip", "deflate"}:
            raise RefusedError(f"its site sent it in a compression that was not asked for; {SAVE_ADVICE}")
        self.decoder = zlib.decompressobj(_ANY_HEADER)
        self.has_begun = False

    def decompress(self, data: bytes, most: int) -> bytes:
        """Return the next chunk decompressed, at most `most` bytes. Raises zlib.error for damaged data."""
        if not self.is_compressed:
            return data
        result = b""
        while True:
            result += self._decompress_member(data, most - len(result))
            data = self.decoder.unused_data
            if not data.startswith(_GZIP) or len(result) >= most:
                return result
            self.decoder = zlib.decompressobj(_ANY_HEADER)  # another gzip member (RFC 1952, 2.2)

    def _decompress_member(self, data: bytes, most: int) -> bytes:
        had_begun, self.has_begun = self.has_begun, True
        try:
            return self.decoder.decompress(data, most)
        except zlib.error:
            if had_begun or self.encoding != "deflate":
                raise
            # What servers call deflate comes with and without zlib's header (RFC 9110, 8.4.1.2).
            self.decoder = zlib.decompressobj(-zlib.MAX_WBITS)
            return self.decoder.decompress(data, most)

    def finish(self) -> None:
        """Raise RefusedError if the data is incomplete: half an article would look like a whole one."""
        if self.is_compressed and self.has_begun and not self.decoder.eof:
            raise RefusedError(CONNECTION_BROKE)
