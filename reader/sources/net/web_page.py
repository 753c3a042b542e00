"""A web address to its page: the one kept from before, or fetched anew."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reader.errors import SourceError
from reader.sources.net.locate import RawDocument, display_name, host_of
from reader.sources.net.page_cache import FetchedPage, PageCache

Tell = Callable[[str], None]
Stop = Callable[[], bool]


@dataclass(slots=True)
class PageLoader:
    """How pages come: from `folder`, where those read before are kept, unless `refresh`; else from the network.

    `tell` gets a few words for a person on how much of a page has come. The other arguments are those of `fetch`, which
    has the limits.
    """

    folder: Path | None
    refresh: bool
    allow_private: bool
    tell: Tell
    stop: Stop | None
    fetched: dict[str, FetchedPage] = field(default_factory=dict, init=False)

    def find(self, location: str) -> RawDocument:
        """The page at an address. Raises SourceError, which tells of the page kept before where there is one."""
        address = location.partition("#")[0]
        known = PageCache(self.folder).get(address)
        if known is not None and not self.refresh:
            return _found(address, known)
        from reader.sources import parse_worker  # noqa: PLC0415 - as below
        from reader.sources.net.fetch import fetch  # noqa: PLC0415 - httpx is loaded only to be used

        parse_worker.start_worker()  # while the page is on its way
        try:
            page = fetch(
                address,
                known=known,
                allow_private=self.allow_private,
                progress=_progress(self.tell, address),
                stop=self.stop,
            )
        except SourceError as error:
            if known is None:
                raise
            kept = f"{str(error).removesuffix('.')}; as it was read before, it opens without --refresh."
            raise SourceError(kept) from error.__cause__
        self.fetched[address] = page
        return _found(address, page)

    def keep(self, found: RawDocument) -> None:
        """Keep a page that proved to be an article."""
        page = self.fetched.pop(found.place, None)
        if page is not None:
            PageCache(self.folder).put(found.place, page)


def _progress(tell: Tell, address: str) -> Callable[[int, int | None], None]:
    place = display_name(host_of(address) or address)

    def progress(came: int, announced: int | None) -> None:
        of = f" of {_size(announced)}" if announced is not None and announced > came else ""
        tell(f"fetching {place}" + (f" · {_size(came)}{of}" if came else ""))

    return progress


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{-(-count // 1000)} kB"  # noqa: PLR2004 - a million


def _found(address: str, page: FetchedPage) -> RawDocument:
    return RawDocument(address, address, page.data, media_type=page.media, charset=page.charset or None, url=page.url)
