"""Say why a page could not be fetched; each reason is the end of a sentence for a person."""

import re
import socket
import ssl
import zlib
from collections.abc import Callable

import httpcore

from reader.sources.net.connection import FetchEndedError, RefusedError

SAVE_ADVICE = "save the page in your browser and open the file"
CONNECTION_BROKE = "the connection broke before the whole page had arrived; try again"

_OK = 200
_STATUSES = {
    401: f"the page needs a login (401); {SAVE_ADVICE}",
    402: f"the page must be paid for (402); {SAVE_ADVICE}",
    403: f"its site does not let programs like this one in (403); {SAVE_ADVICE}",
    404: "its site has no such page (404); check the address",
    406: f"its site does not let programs like this one in (406); {SAVE_ADVICE}",
    407: f"the page needs a login (407); {SAVE_ADVICE}",
    410: "its site no longer has the page (410)",
    429: f"its site got too many requests (429); try again later, or {SAVE_ADVICE}",
    451: f"its site may not show it here for legal reasons (451); where your browser shows it, {SAVE_ADVICE}",
}
_FIRST_SERVER_ERROR = 500
_BROKEN = re.compile(r"closed connection|disconnected")  # in messages of h11 and httpcore


def reason_for_status(status: int) -> str | None:
    """Return why a response with this HTTP status is not a page; None where it is one."""
    if status == _OK:
        return None
    if status >= _FIRST_SERVER_ERROR:
        return f"its site is out of order ({status}); try again later"
    return _STATUSES.get(status, f"its site answered with status {status} instead of a page; {SAVE_ADVICE}")


def reason_for_error(error: Exception, seconds: float) -> str:
    """Return why a fetch with a limit of `seconds` ended with an error."""
    for kind, reason_for in _REASONS:
        if isinstance(error, kind) and (reason := reason_for(error)):
            return reason
    if isinstance(error, FetchEndedError | TimeoutError):
        return f"it did not arrive within {seconds:g} seconds; try again later"
    return "an unexpected error occurred; --debug shows it"


def _certificate_reason(error: Exception) -> str:
    problem = str(getattr(error, "verify_message", "")).rstrip(".")
    return f"its certificate can't be trusted ({problem}); if you trust it, {SAVE_ADVICE}"


def _lookup_reason(error: Exception) -> str:
    if getattr(error, "errno", None) == socket.EAI_AGAIN:
        return "the name of its host could not be looked up; check your network connection"
    return "there is no host of that name; check the address"


def _protocol_reason(error: Exception) -> str:
    return CONNECTION_BROKE if _BROKEN.search(str(error)) else "its site does not answer as a web site does"


def _system_reason(error: Exception) -> str:
    problem = getattr(error, "strerror", None)
    if isinstance(error, TimeoutError):
        return ""
    if isinstance(error, ConnectionError) or not problem:
        return CONNECTION_BROKE
    return f"its host could not be reached ({problem[0].lower()}{problem[1:]})"


# The first match is used, so a subclass comes before its base class.
_REASONS: tuple[tuple[type[Exception], Callable[[Exception], str]], ...] = (
    (RefusedError, str),
    (ssl.SSLCertVerificationError, _certificate_reason),
    (ssl.SSLError, lambda _: "no secure connection could be made to its site"),
    (UnicodeError, lambda _: "this is not the address of a web page"),  # a host name that is too long for a lookup
    (socket.gaierror, _lookup_reason),
    (ConnectionRefusedError, lambda _: "its host refused the connection"),
    (OSError, _system_reason),
    (zlib.error, lambda _: "the data that its site sent can't be decompressed"),
    (httpcore.ProtocolError, _protocol_reason),
)
