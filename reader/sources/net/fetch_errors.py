"""Why a page did not come, each as the end of a sentence to a person."""

import re
import socket
import ssl
import zlib
from collections.abc import Callable

import httpcore

from reader.sources.net.connection import FetchEndedError, RefusedError

SAVE_ADVICE = "save the page in your browser and open the file"
CONNECTION_BROKE = "the connection broke before all of it had come"

_OK = 200
_STATUSES = {
    401: f"the page wants a login (401); {SAVE_ADVICE}",
    402: f"the page wants to be paid for (402); {SAVE_ADVICE}",
    403: f"its site does not let programs like this one in (403); {SAVE_ADVICE}",
    404: "its site has no such page (404); look the address over",
    406: f"its site does not let programs like this one in (406); {SAVE_ADVICE}",
    407: f"the page wants a login (407); {SAVE_ADVICE}",
    410: "its site has no such page any more (410)",
    429: f"its site was asked too often (429); try again later, or {SAVE_ADVICE}",
    451: f"its site may not show it here for reasons of law (451); where your browser shows it, {SAVE_ADVICE}",
}
_FIRST_OF_SERVERS = 500
_BROKEN = re.compile(r"closed connection|disconnected")  # in the words of h11 and httpcore


def reason_for_status(status: int) -> str | None:
    """Why a response with this HTTP status is no page; None where it is one."""
    if status == _OK:
        return None
    if status >= _FIRST_OF_SERVERS:
        return f"its site is out of order ({status}); try again later"
    return _STATUSES.get(status, f"its site answered with status {status} and no page; {SAVE_ADVICE}")


def reason_for_error(error: Exception, seconds: float) -> str:
    """Why a fetch that was given so many seconds ended with an error."""
    for kinds, reason in _ERRORS:
        if isinstance(error, kinds) and (told := reason(error)):
            return told
    if isinstance(error, FetchEndedError | TimeoutError):
        return f"it did not come within {seconds:g} seconds"
    return "something went wrong on the way (see --debug)"


def _of_certificate(error: Exception) -> str:
    stated = str(getattr(error, "verify_message", "")).rstrip(".")
    return f"its certificate can't be trusted ({stated}); if you trust it, {SAVE_ADVICE}"


def _of_lookup(error: Exception) -> str:
    if getattr(error, "errno", None) == socket.EAI_AGAIN:
        return "the name of its host could not be looked up; is this machine connected?"
    return "there is no host of that name; look the address over"


def _of_protocol(error: Exception) -> str:
    return CONNECTION_BROKE if _BROKEN.search(str(error)) else "its site does not answer as a web page does"


def _of_system(error: Exception) -> str:
    stated = getattr(error, "strerror", None)
    if isinstance(error, TimeoutError):
        return ""
    if isinstance(error, ConnectionError) or not stated:
        return CONNECTION_BROKE
    return f"its host could not be reached ({stated[0].lower()}{stated[1:]})"


# The first that fits is told; what is special stands before what it is a case of.
_ERRORS: tuple[tuple[type[Exception], Callable[[Exception], str]], ...] = (
    (RefusedError, str),
    (ssl.SSLCertVerificationError, _of_certificate),
    (ssl.SSLError, lambda _: "no secure connection could be made to its site"),
    (UnicodeError, lambda _: "this is no address of a web page"),  # a name that is too long to be looked up
    (socket.gaierror, _of_lookup),
    (ConnectionRefusedError, lambda _: "its host refused the connection"),
    (OSError, _of_system),
    (zlib.error, lambda _: "what its site sent can't be unpacked"),
    (httpcore.ProtocolError, _of_protocol),
)
