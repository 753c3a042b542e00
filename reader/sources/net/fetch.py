"""Fetch one web page over HTTP or HTTPS, within limits, without sending anything about the person.

Each request goes straight to a transport. A client would keep cookies, send credentials that it finds in a file, or use
a proxy from the environment, and behind a proxy nobody can check where a page comes from. The trusted certificates are
those of certifi, or those that SSL_CERT_FILE or SSL_CERT_DIR name.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
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
_NOT_TEXT = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_LONGEST_ADDRESS = 4000
_LAST_PORT = 65535
_POLL_SECONDS = 0.05  # between two calls of `on_progress` and `should_stop`
_LOGIN_PAGE = re.compile(
    r"/(?:log-?in|sign-?in|sso|oauth2?|auth|consent|collectConsent)(?:[/.?]|$)|^https?://consent\.", re.IGNORECASE
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_NOT_AN_ADDRESS = "this is not the address of a web page"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost: bytes (compressed and decompressed), seconds in all, redirects."""

    size: int = 10 * 1024 * 1024
    seconds: float = 20.0
    redirects: int = 5


@dataclass(slots=True)
class _Fetch:
    """One fetch. It runs in its own thread, so that the caller can stop waiting at any moment."""

    address: str
    known: FetchedPage | None
    allow_private: bool
    own_host_only: bool
    limits: Limits
    deadline: FetchDeadline
    resolve: Resolver
    received: tuple[int, int | None] = (0, None)
    result: FetchedPage | None = None
    error: Exception | None = None
    done: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Fetch the page and set `result` or `error`; neither is set where the known page is still current."""
        try:
            self.result = self._follow_redirects()
        except Exception as error:  # noqa: BLE001 - the waiting thread raises it
            self.error = error
        finally:
            self.done.set()

    def _follow_redirects(self) -> FetchedPage | None:
        """Return the page at the end of the redirects, None where the known page is still current."""
        url = validate_address(self.address)
        own_host = url.host
        backend = CheckedBackend(self.deadline, self.allow_private, self.resolve)
        for _ in range(self.limits.redirects + 1):
            is_own_host = not self.own_host_only or url.host == own_host
            backend.allow_private = self.allow_private and is_own_host and not backend.has_reached_public
            with Transport(backend) as transport:
                response = transport.handle_request(httpx.Request("GET", url, headers=self._headers(url)))
                if response.status_code in _REDIRECTS and (target := response.headers.get("location")):
                    url = _redirect_target(url, target)
                    continue
                if response.status_code == _UNCHANGED and self.known is not None:
                    return None
                # After a public address no private one is allowed: if one was reached, it was the first host's.
                return replace(self._read(response, str(url)), was_private=backend.has_reached_private)
        raise RefusedError(f"its site redirected more than {self.limits.redirects} times; {SAVE_ADVICE}")

    def _headers(self, url: httpx.URL) -> dict[str, str]:
        headers = {"User-Agent": user_agent(), "Accept": _ACCEPTED, "Accept-Encoding": "gzip, deflate"}
        if self.known is not None and self.known.url == str(url):
            headers |= {"If-None-Match": self.known.etag, "If-Modified-Since": self.known.last_modified}
        return {name: value for name, value in headers.items() if value and value.isascii()}

    def _read(self, response: httpx.Response, url: str) -> FetchedPage:
        headers = response.headers
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        reason = self._refusal(response, url, media_type)
        if reason is not None:
            raise RefusedError(reason)
        data = b"".join(self._decompressed(response))
        if not data:
            raise RefusedError("its site sent an empty page")
        charset = response.charset_encoding or ""
        return FetchedPage(url, data, media_type, charset, headers.get("etag", ""), headers.get("last-modified", ""))

    def _refusal(self, response: httpx.Response, url: str, media_type: str) -> str | None:
        """Return why a response is not the page that was asked for, None where it is."""
        reason = reason_for_status(response.status_code)
        if response.headers.get("cf-mitigated") == "challenge":
            reason = f"its site needs JavaScript to tell people from programs; {SAVE_ADVICE}"
        if reason is None and url != self.address and _LOGIN_PAGE.search(url) and not _LOGIN_PAGE.search(self.address):
            reason = f"its site asks for a login or for consent first; {SAVE_ADVICE}"
        if reason is None and media_type.startswith(_NOT_TEXT):
            reason = f"it is {media_type if is_surely_clean(media_type) else 'something else'}, not an article"
        return reason

    def _decompressed(self, response: httpx.Response) -> Iterator[bytes]:
        """Yield the body, decompressed as it arrives and never far past the limit."""
        decompressor = Decompressor(response.headers.get("content-encoding", ""))
        announced = response.headers.get("content-length", "")
        total = int(announced) if announced.isdecimal() and len(announced) < 12 else None  # noqa: PLR2004 - no page is so long
        if total is not None and total > self.limits.size:
            raise RefusedError(self._too_big())
        size = received = 0
        for chunk in response.iter_raw():
            received += len(chunk)
            self.received = (received, total)
            self.deadline.seconds_left()
            data = decompressor.decompress(chunk, self.limits.size + 1 - size)
            size += len(data)
            if max(size, received) > self.limits.size:
                raise RefusedError(self._too_big())
            yield data
        decompressor.finish()

    def _too_big(self) -> str:
        return f"the page is over {self.limits.size / 1024**2:.3g} MiB, too big to be an article's"


def fetch(  # noqa: PLR0913 - keyword-only options
    address: str,
    *,
    known: FetchedPage | None = None,
    allow_private: bool = False,
    own_host_only: bool = False,
    on_progress: Callable[[int, int | None], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    limits: Limits = Limits(),
    resolve: Resolver = resolve_host,
) -> FetchedPage:
    """Fetch the page at an address.

    `on_progress` and `should_stop` are called in the calling thread, about twenty times a second.

    Args:
        address: an http or https address.
        known: the page from an earlier fetch; the site is asked whether it has changed.
        allow_private: allow addresses of private networks.
        own_host_only: allow them only for the host in `address`, not for one that it redirects to.
        on_progress: called with the bytes received and the bytes announced (None where they are not known).
        should_stop: True ends the fetch.
        limits: what the page may cost.
        resolve: looks up the IP addresses of a host.

    Returns:
        The page; `known` itself where it has not changed.

    Raises:
        SourceError: the page could not be fetched.
    """
    deadline = FetchDeadline(time.monotonic() + limits.seconds)
    work = _Fetch(address, known, allow_private, own_host_only, limits, deadline, resolve)
    threading.Thread(target=work.run, name="fetch", daemon=True).start()
    reported = None
    try:
        while not work.done.wait(_POLL_SECONDS):
            if on_progress is not None and work.received != reported:
                reported = work.received
                on_progress(*reported)
            if should_stop is not None and should_stop():
                raise SourceError(f"{display_name(address)} was not opened: it was stopped.")
            if time.monotonic() > work.deadline.ends_at:
                work.error = FetchEndedError()
                break
    finally:
        work.deadline.is_cancelled = True
    if work.error is not None:
        reason = reason_for_error(work.error, limits.seconds)
        raise SourceError(f"{display_name(address)} was not opened: {reason}.") from work.error
    if on_progress is not None and work.result is not None:
        on_progress(*work.received)
    page = work.result or known
    if page is None:
        raise AssertionError
    return page


def validate_address(address: str) -> httpx.URL:
    """Return an address without its fragment. Raises RefusedError for one that cannot be a page's."""
    if len(address) > _LONGEST_ADDRESS or _UNSAFE.search(address) or not is_surely_clean(address):
        raise RefusedError("its address is too long or holds characters that no address has; check the address")
    try:
        url = httpx.URL(address).copy_with(fragment=None)
        port = url.port
    except (httpx.InvalidURL, ValueError):
        raise RefusedError(_NOT_AN_ADDRESS) from None
    if url.scheme not in {"http", "https"}:
        raise RefusedError("only pages at http and https addresses are fetched")
    if url.userinfo:
        raise RefusedError("the address holds a name or a password, which are never sent; open it without them")
    if (
        not url.host
        or is_obfuscated_ipv4(url.host)
        or "%" in url.host
        or not 1 <= (80 if port is None else port) <= _LAST_PORT
    ):
        raise RefusedError(_NOT_AN_ADDRESS)
    return url


def _redirect_target(url: httpx.URL, target: str) -> httpx.URL:
    with suppress(UnicodeError):
        # The bytes beyond ASCII in a header were read as Latin-1, and usually are UTF-8.
        target = target.encode("latin-1").decode("utf-8")
    try:
        return validate_address(str(url.join(target.strip())))
    except (RefusedError, httpx.InvalidURL, ValueError) as error:
        reason = str(error) if isinstance(error, RefusedError) else _NOT_AN_ADDRESS
        raise RefusedError(f"its site redirects to {display_name(target)}, but {reason}") from None


def user_agent() -> str:
    """Return the name and version of this program, and its home page where the package metadata has one."""
    try:
        urls = metadata.metadata("pullquote").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        urls = []
    pages = (page for label, _, page in (url.partition(", ") for url in urls) if label.lower() == "homepage")
    home = next(pages, None)
    return f"Pullquote/{__version__}" + (f" (+{home})" if home else "")
