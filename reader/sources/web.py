"""A web address to its page: the one kept from before, or fetched anew."""

from collections.abc import Callable
from pathlib import Path

from reader.errors import SourceError
from reader.sources.cache import Cache, Fetched
from reader.sources.locate import Found

Progress = Callable[[int, int | None], None]
Stop = Callable[[], bool]


class Web:
    """How pages come: from `folder`, where those read before are kept, unless `refresh`; else from the network.

    The other arguments are those of `fetch`, which has the limits.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        refresh: bool = False,
        allow_private: bool = False,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> None:
        self._cache = Cache(folder)
        self._refresh = refresh
        self._allow_private = allow_private
        self._progress = progress
        self._stop = stop
        self._fetched: dict[str, Fetched] = {}

    def find(self, location: str) -> Found:
        """The page at an address. Raises SourceError, which tells of the page kept before where there is one."""
        address = location.partition("#")[0]
        known = self._cache.get(address)
        if known is not None and not self._refresh:
            return _found(address, known)
        from reader.sources import worker  # noqa: PLC0415 - as below
        from reader.sources.fetch import fetch  # noqa: PLC0415 - httpx is loaded only to be used

        worker.warm()  # while the page is on its way
        try:
            page = fetch(
                address,
                known=known,
                allow_private=self._allow_private,
                progress=self._progress,
                stop=self._stop,
            )
        except SourceError as error:
            if known is None:
                raise
            kept = f"{str(error).removesuffix('.')}; as it was read before, it opens without --refresh."
            raise SourceError(kept) from error.__cause__
        self._fetched[address] = page
        return _found(address, page)

    def keep(self, found: Found) -> None:
        """Keep a page that proved to be an article."""
        page = self._fetched.pop(found.place, None)
        if page is not None:
            self._cache.put(found.place, page)


def _found(address: str, page: Fetched) -> Found:
    return Found(address, address, page.data, media_type=page.media, charset=page.charset or None, url=page.url)
