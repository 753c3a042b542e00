"""Messages and pages saved with their parts (.eml, .mht, .mhtml) to blocks: the part that is the text, and the headers.

Message format after RFC 5322 and MIME, saved pages after RFC 2557, flowed text after RFC 3676.
"""

import re
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from itertools import islice

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources.draft import Draft, Facts, Part, assemble
from reader.sources.formats import registry
from reader.sources.formats.mail_dates import parse_mail_date
from reader.sources.html.fragments import read_fragment
from reader.sources.html.residual_boilerplate import hide_residual_boilerplate
from reader.sources.inline_text import safe_url
from reader.sources.net.locate import RawDocument
from reader.sources.text import plain_text
from reader.sources.text.boilerplate import hide_boilerplate
from reader.sources.text.clean import clean, one_line
from reader.sources.text.decode import decode

_MOST_PARTS = 1_000
_MOST_LINES = 500_000  # the twenty MiB of an attachment take half as many
_MOST_CHARACTERS = 1024 * 1024  # of a plain text
_LONGEST_HEADER = 4_000
_ANSWER = re.compile(r"^(?:(?:re|fwd?|aw|wg)(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_QUOTED = re.compile(r"(?:>\s?)*")
_UNSAFE = ("utf-7", "utf7", "unicode-1-1-utf-7")


def read(found: RawDocument) -> Draft:
    """The text of a message under its subject, or the article of a saved page. Raises SourceError."""
    if found.data.count(b"\n") > _MOST_LINES:
        raise SourceError(f"it has over {_MOST_LINES:,} lines, too many for a message.")
    try:
        message = message_from_bytes(found.data)
        bodies = _bodies(message)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:  # hostile headers raise these
        raise SourceError("it is a damaged message: its parts could not be told apart.") from error
    page, text = bodies.get("text/html"), bodies.get("text/plain")
    where = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    if page is not None and (safe_url(where) or message["List-Unsubscribe"]):
        return _saved(page, message, safe_url(where), found)
    if page is not None:
        parts = hide_residual_boilerplate(read_fragment(_text(page)))
    elif text is not None:
        words = _unwrapped(text)
        if len(words) > _MOST_CHARACTERS:
            raise SourceError(f"its text is over {_MOST_CHARACTERS // 1024**2} MiB, too long for a message.")
        parts = hide_boilerplate(plain_text.read(clean(words)))
    else:
        raise SourceError("it is a message without text.")
    facts = _facts(message)
    return assemble(_titled(parts, facts.title), facts)


def _bodies(message: Message) -> dict[str, Message]:
    """The first part of each kind of text that is no attachment."""
    bodies: dict[str, Message] = {}
    for part in islice(message.walk(), _MOST_PARTS):
        if part.get_content_disposition() != "attachment" and not part.is_multipart():
            bodies.setdefault(part.get_content_type(), part)
    return bodies


def _saved(page: Message, message: Message, where: str | None, found: RawDocument) -> Draft:
    """A page as a browser saved it, or one that was sent to many: it goes through the door as any page does."""
    inner = RawDocument(
        found.place, found.name, _text(page).encode("utf-8", "replace"), ".html", "text/html", "utf-8", where
    )
    draft = registry.read(inner)
    return replace(draft, facts=draft.facts.or_else(Facts(url=where) if where else _facts(message)))


def _facts(message: Message) -> Facts:
    """Subject, sender and date."""
    name, mailbox = parseaddr(_header(message, "From") or "")
    sent = parse_mail_date(_header(message, "Date"))
    subject = _ANSWER.sub("", _header(message, "Subject") or "")
    published = None if sent is None else sent.date().isoformat()
    return Facts(title=subject[:300] or None, byline=one_line(name or mailbox) or None, published=published)


def _header(message: Message | None, name: str) -> str | None:
    """A header in words, on one line; None where there is none."""
    value = None if message is None else message[name]
    if value is None:
        return None
    value = str(value)[:_LONGEST_HEADER]
    try:
        written = str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError, TypeError, AttributeError):
        written = value
    return one_line(written.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _text(part: Message) -> str:
    """The text of a part, in the encoding that it names where its bytes agree."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    if charset is not None and charset not in _UNSAFE:
        with suppress(LookupError, ValueError):  # an encoding that is none, or another one
            return data.decode(charset)
    return decode(data, page=part.get_content_type() == "text/html") if data else ""


def _unwrapped(part: Message) -> str:
    """The text of a plain part; lines that were only wrapped to be sent ("format=flowed") are one line again."""
    lines = _text(part).replace("\r\n", "\n").split("\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return "\n".join(lines)
    joined: list[str] = []
    open_: str | None = None  # the signs of quoting before a line that goes on
    for raw in lines:
        signs = _QUOTED.match(raw)
        depth = signs[0].replace(" ", "") if signs else ""
        line = raw[len(depth) :].removeprefix(" ") if not depth else raw[signs.end() if signs else 0 :]
        if open_ == depth and joined:
            joined[-1] += line
        else:
            joined.append(f"{depth} {line}" if depth else line)
        open_ = depth if line.endswith(" ") and line != "-- " else None
    return "\n".join(joined)


def _titled(parts: list[Part], title: str | None) -> list[Part]:
    """The parts with the subject first, unless the text begins with it."""
    if title is None:
        return parts
    if parts and one_line(parts[0].text) == title:
        parts = parts[1:]
    return [Part(BlockKind.HEADING, title, 1), *parts]
