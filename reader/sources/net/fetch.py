"""Fetch one web page over HTTP or HTTPS, within limits, leaving no trace.

Each request goes straight to a transport, without a client that would keep cookies, send credentials it found in a
file, or use a proxy of the environment: through one, nobody could check where a page comes from. The certificates
trusted are those of certifi, or those that SSL_CERT_FILE or SSL_CERT_DIR name.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import metadata

import httpx

from reader import __version__
from reader.errors import SourceError
from reader.sources.net.addresses import is_obfuscated_ipv4
from reader.sources.net.connection import (
    CheckedBackend,
    FetchDeadline,
    FetchEndedError,
    RefusedError,
    Resolver,
    Transport,
    resolve_host,
)
from reader.sources.net.decompression import Decompressor
from reader.sources.net.fetch_errors import SAVE_ADVICE, reason_for_error, reason_for_status
from reader.sources.net.locate import display_name
from reader.sources.net.page_cache import FetchedPage
from reader.sources.text.clean import is_surely_clean

_ACCEPTED = "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.5"
_NEVER_READ = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_LONGEST_ADDRESS = 4000
_LAST_PORT = 65535
_TICK = 0.05  # seconds between two looks at whether to stop
_WALL = re.compile(
    r"/(?:log-?in|sign-?in|sso|oauth2?|auth|consent|collectConsent)(?:[/.?]|$)|^https?://consent\.", re.IGNORECASE
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")

Progress = Callable[[int, int | None], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost: bytes on the way and unpacked, seconds in all, redirects."""

    size: int = 10 * 1024 * 1024
    seconds: float = 20.0
    redirects: int = 5


@dataclass(slots=True)
class _Fetch:
    """One fetch, which runs in a thread of its own so that whoever asked for it can stop waiting at any moment."""

    address: str
    known: FetchedPage | None
    allow_private: bool
    limits: Limits
    watch: FetchDeadline
    resolve: Resolver
    received: tuple[int, int | None] = (0, None)
    result: FetchedPage | None = None
    error: Exception | None = None
    done: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Fetch the page; afterwards `result` or `error` is set, and neither where it is still the known one."""
        try:
            self.result = self._followed()
        except Exception as error:  # noqa: BLE001 - the thread that waits raises it
            self.error = error
        finally:
            self.done.set()

    def _followed(self) -> FetchedPage | None:
        """The page at the end of the redirects, None where that is the known one."""
        url = validate_address(self.address)
        network = CheckedBackend(self.watch, self.allow_private, self.resolve)
        for _ in range(self.limits.redirects + 1):
            network.own = self.allow_private and not network.public
            with Transport(network) as transport:
                response = transport.handle_request(httpx.Request("GET", url, headers=self._headers(url)))
                if response.status_code in _REDIRECTS and (target := response.headers.get("location")):
                    url = _redirected(url, target)
                    continue
                if response.status_code == _UNCHANGED and self.known is not None:
                    return None
                return self._read(response, str(url))
        raise RefusedError(f"it was sent on more than {self.limits.redirects} times; {SAVE_ADVICE}")

    def _headers(self, url: httpx.URL) -> dict[str, str]:
        headers = {"User-Agent": user_agent(), "Accept": _ACCEPTED, "Accept-Encoding": "gzip, deflate"}
        if self.known is not None and self.known.url == str(url):
            headers |= {"If-None-Match": self.known.etag, "If-Modified-Since": self.known.modified}
        return {name: value for name, value in headers.items() if value and value.isascii()}

    def _read(self, response: httpx.Response, url: str) -> FetchedPage:
        reason = reason_for_status(response.status_code)
        if response.headers.get("cf-mitigated") == "challenge":
            reason = f"its site wants JavaScript to tell people from programs; {SAVE_ADVICE}"
        if reason is None and url != self.address and _WALL.search(url) and not _WALL.search(self.address):
            reason = f"its site wants a login or consent first; {SAVE_ADVICE}"
        media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if reason is None and media.startswith(_NEVER_READ):
            reason = f"it is {media if is_surely_clean(media) else 'something else'}, and no article"
        if reason is not None:
            raise RefusedError(reason)
        headers = response.headers
        data = b"".join(self._unpacked(response))
        if not data:
            raise RefusedError("its site sent an empty page")
        charset = response.charset_encoding or ""
        return FetchedPage(url, data, media, charset, headers.get("etag", ""), headers.get("last-modified", ""))

    def _unpacked(self, response: httpx.Response) -> Iterator[bytes]:
        """The body, unpacked as it comes and never far past the limit."""
        unpacking = Decompressor(response.headers.get("content-encoding", ""))
        announced = response.headers.get("content-length", "")
        total = int(announced) if announced.isdecimal() and len(announced) < 12 else None  # noqa: PLR2004 - a sane number
        if total is not None and total > self.limits.size:
            raise RefusedError(self._too_big())
        size = came = 0
        for packed in response.iter_raw():
            came += len(packed)
            self.received = (came, total)
            self.watch.left()
            data = unpacking.piece(packed, self.limits.size + 1 - size)
            size += len(data)
            if max(size, came) > self.limits.size:
                raise RefusedError(self._too_big())
            yield data
        unpacking.end()

    def _too_big(self) -> str:
        return f"the page is over {self.limits.size / 1024**2:.3g} MiB, too big to be an article's"


def fetch(  # noqa: PLR0913 - an argument for each thing that a person or a test may want otherwise
    address: str,
    *,
    known: FetchedPage | None = None,
    allow_private: bool = False,
    progress: Progress | None = None,
    stop: Stop | None = None,
    limits: Limits = Limits(),
    resolve: Resolver = resolve_host,
) -> FetchedPage:
    """The page at `address`; `known` itself where the site says that it is still the same.

    `allow_private` lets addresses of one's own network be opened. `progress` is told the bytes that came and those
    announced (None: not known), `stop` is asked whether to give up; both are called by the thread that waits, some
    twenty times a second. `resolve` gives the addresses of a host. Raises SourceError.
    """
    work = _Fetch(address, known, allow_private, limits, FetchDeadline(time.monotonic() + limits.seconds), resolve)
    threading.Thread(target=work.run, name="fetch", daemon=True).start()
    told = None
    try:
        while not work.done.wait(_TICK):
            if progress is not None and work.received != told:
                told = work.received
                progress(*told)
            if stop is not None and stop():
                raise SourceError(f"{display_name(address)} was not opened: it was stopped.")
            if time.monotonic() > work.watch.until:
                work.error = FetchEndedError()
                break
    finally:
        work.watch.stopped = True
    if work.error is not None:
        reason = reason_for_error(work.error, limits.seconds)
        raise SourceError(f"{display_name(address)} was not opened: {reason}.") from work.error
    if progress is not None and work.result is not None:
        progress(*work.received)
    page = work.result or known
    if page is None:
        raise AssertionError
    return page


def validate_address(address: str) -> httpx.URL:
    """The address without its fragment, as it is asked for. Raises RefusedError for one that no page has."""
    if len(address) > _LONGEST_ADDRESS or _UNSAFE.search(address) or not is_surely_clean(address):
        raise RefusedError("its address holds what no address of a page does")
    try:
        url = httpx.URL(address).copy_with(fragment=None)
        port = url.port
    except (httpx.InvalidURL, ValueError):
        raise RefusedError("this is no address of a web page") from None
    if url.scheme not in {"http", "https"}:
        raise RefusedError("only pages at http and https addresses are fetched")
    if url.userinfo:
        raise RefusedError("the address holds a name or a password, and none are sent; open it without them")
    if (
        not url.host
        or is_obfuscated_ipv4(url.host)
        or "%" in url.host
        or not 1 <= (80 if port is None else port) <= _LAST_PORT
    ):
        raise RefusedError("this is no address of a web page")
    return url


def _redirected(url: httpx.URL, target: str) -> httpx.URL:
    with suppress(UnicodeError):
        # What a server writes in bytes beyond ASCII was read as Latin-1, and is UTF-8 as a rule.
        target = target.encode("latin-1").decode("utf-8")
    try:
        return validate_address(str(url.join(target.strip())))
    except (RefusedError, httpx.InvalidURL, ValueError) as error:
        reason = str(error) if isinstance(error, RefusedError) else "this is no address of a web page"
        raise RefusedError(f"it sends the reader on to {display_name(target)}, but {reason}") from None


def user_agent() -> str:
    """What this program calls itself: its name and version, and its home page where the package names one."""
    try:
        urls = metadata.metadata("pullquote").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        urls = []
    pages = (page for label, _, page in (url.partition(", ") for url in urls) if label.lower() == "homepage")
    home = next(pages, None)
    return f"Pullquote/{__version__}" + (f" (+{home})" if home else "")
