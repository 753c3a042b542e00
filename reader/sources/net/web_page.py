"""Load a web page from the cache, or fetch it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reader.errors import SourceError
from reader.sources.net.locate import RawDocument, display_name, host_of
from reader.sources.net.page_cache import FetchedPage, PageCache

_MEGABYTE = 1_000_000


@dataclass(slots=True)
class PageLoader:
    """Load web pages.

    Attributes:
        folder: the folder of the cache; None caches nothing.
        refresh: ask the site even if the page is in the cache.
        allow_private: allow addresses of private networks.
        on_status: called with a few words for a person on how much of a page has arrived.
        should_stop: called while a page is being fetched; True ends the fetch.
        before_fetch: called before a page is fetched.
    """

    folder: Path | None
    refresh: bool
    allow_private: bool
    on_status: Callable[[str], None]
    should_stop: Callable[[], bool] | None
    before_fetch: Callable[[], None]
    fetched: dict[str, FetchedPage] = field(default_factory=dict, init=False)

    def load(self, location: str) -> RawDocument:
        """Return the page at an address.

        Raises:
            SourceError: the page could not be fetched; the message mentions the cached copy where there is one.
        """
        address = location.partition("#")[0]
        cached = PageCache(self.folder).get(address)
        if cached is not None and not self.refresh:
            return _as_document(address, cached)
        from reader.sources.net.fetch import fetch  # noqa: PLC0415 - httpx is loaded only to be used

        self.before_fetch()
        try:
            page = fetch(
                address,
                known=cached,
                allow_private=self.allow_private,
                on_progress=_progress_reporter(self.on_status, address),
                should_stop=self.should_stop,
            )
        except SourceError as error:
            if cached is None:
                raise
            hint = f"{str(error).removesuffix('.')}; the copy in the cache opens without --refresh."
            raise SourceError(hint) from error.__cause__
        self.fetched[address] = page
        return _as_document(address, page)

    def store(self, document: RawDocument) -> None:
        """Put a page that was fetched into the cache; called once the page is known to hold an article."""
        page = self.fetched.pop(document.location, None)
        if page is not None:
            PageCache(self.folder).put(document.location, page)


def _progress_reporter(on_status: Callable[[str], None], address: str) -> Callable[[int, int | None], None]:
    host = display_name(host_of(address) or address)

    def on_progress(received: int, announced: int | None) -> None:
        total = f" of {_size(announced)}" if announced is not None and announced > received else ""
        on_status(f"fetching {host}" + (f" · {_size(received)}{total}" if received else ""))

    return on_progress


def _size(count: int) -> str:
    return f"{count / _MEGABYTE:.1f} MB" if count >= _MEGABYTE else f"{-(-count // 1000)} kB"


def _as_document(address: str, page: FetchedPage) -> RawDocument:
    return RawDocument(
        address, address, page.data, media_type=page.media_type, charset=page.charset or None, url=page.url
    )
