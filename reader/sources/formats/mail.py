"""Read mail messages and saved pages (.eml, .mht, .mhtml): find the part with the text, and read the headers.

Messages after RFC 5322 and MIME, saved pages after RFC 2557, flowed text after RFC 3676.
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
from reader.sources.formats.mail_dates import parse_mail_date
from reader.sources.html.fragments import read_fragment
from reader.sources.html.residual_boilerplate import hide_residual_boilerplate
from reader.sources.inline_text import safe_url
from reader.sources.net.locate import RawDocument
from reader.sources.parse_worker import read_page
from reader.sources.text import plain_text
from reader.sources.text.boilerplate import hide_boilerplate
from reader.sources.text.clean import clean, one_line
from reader.sources.text.decode import decode

_MOST_PARTS = 1_000
_MOST_LINES = 500_000  # an attachment of twenty MiB has half as many
_MOST_CHARACTERS = 1024 * 1024  # of a plain text
_LONGEST_HEADER = 4_000
_REPLY_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg)(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_QUOTE_MARKS = re.compile(r"(?:>\s?)*")
_UNSAFE = ("utf-7", "utf7", "unicode-1-1-utf-7")


def read(document: RawDocument) -> Draft:
    """Read the text of a message under its subject, or the article of a saved page.

    Raises:
        SourceError: it is not a message that can be read.
    """
    if document.data.count(b"\n") > _MOST_LINES:
        raise SourceError(f"it has over {_MOST_LINES:,} lines, too many for a message; save the text of it alone.")
    try:
        message = message_from_bytes(document.data)
        bodies = _find_bodies(message)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:  # hostile headers raise these
        raise SourceError("it is a damaged message: its parts could not be separated.") from error
    page, plain = bodies.get("text/html"), bodies.get("text/plain")
    url = _decode_header(message, "Snapshot-Content-Location") or _decode_header(page, "Content-Location")
    if page is not None and (safe_url(url) or message["List-Unsubscribe"]):
        return _read_saved_page(page, message, safe_url(url), document)
    if page is not None:
        parts = hide_residual_boilerplate(read_fragment(_decode_part(page)))
    elif plain is not None:
        text = _unwrap(plain)
        if len(text) > _MOST_CHARACTERS:
            raise SourceError(
                f"its text is over {_MOST_CHARACTERS // 1024**2} MiB, too long for a message; save it as a text file."
            )
        parts = hide_boilerplate(plain_text.read(clean(text)))
    else:
        raise SourceError("it is a message without text; open its attachments one by one.")
    facts = _read_facts(message)
    return assemble(_with_title(parts, facts.title), facts)


def _find_bodies(message: Message) -> dict[str, Message]:
    """Return the first part of each text type that is not an attachment, by its type."""
    bodies: dict[str, Message] = {}
    for part in islice(message.walk(), _MOST_PARTS):
        if part.get_content_disposition() != "attachment" and not part.is_multipart():
            bodies.setdefault(part.get_content_type(), part)
    return bodies


def _read_saved_page(page: Message, message: Message, url: str | None, document: RawDocument) -> Draft:
    """Read a page that a browser saved or that was sent to many people, as any web page is read.

    That it may begin as a message does not matter: it is read as a page.
    """
    page_document = RawDocument(
        document.location,
        document.name,
        _decode_part(page).encode("utf-8", "replace"),
        ".html",
        "text/html",
        "utf-8",
        url,
    )
    draft = read_page(page_document)
    return replace(draft, facts=draft.facts.or_else(Facts(url=url) if url else _read_facts(message)))


def _read_facts(message: Message) -> Facts:
    """Return the subject, the sender and the date."""
    sender = _read_sender(_decode_header(message, "From") or "")
    sent_at = parse_mail_date(_decode_header(message, "Date"))
    subject = _REPLY_PREFIX.sub("", _decode_header(message, "Subject") or "")
    published = None if sent_at is None else sent_at.date().isoformat()
    return Facts(title=subject[:300] or None, byline=one_line(sender) or None, published=published)


def _read_sender(header: str) -> str:
    """Return the name in a "From" header, else the address; "" where comments or groups nest too deep to be real."""
    try:
        name, mailbox = parseaddr(header)
    except RecursionError:
        return ""
    return name or mailbox


def _decode_header(message: Message | None, name: str) -> str | None:
    """Return a header decoded, on one line; None where there is none."""
    value = None if message is None else message[name]
    if value is None:
        return None
    value = str(value)[:_LONGEST_HEADER]
    try:
        decoded = str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError, TypeError, AttributeError):
        decoded = value
    return one_line(decoded.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _decode_part(part: Message) -> str:
    """Return the text of a part, in the encoding that it states where its bytes are valid in it."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    if charset is not None and charset not in _UNSAFE:
        with suppress(LookupError, ValueError):  # the encoding is unknown, or is not the one stated
            return data.decode(charset)
    return decode(data, page=part.get_content_type() == "text/html") if data else ""


def _unwrap(part: Message) -> str:
    """Return a plain text part with the lines joined that were only wrapped to be sent ("format=flowed")."""
    lines = _decode_part(part).replace("\r\n", "\n").split("\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return "\n".join(lines)
    joined: list[str] = []
    open_depth: str | None = None  # the quote marks before a line that continues
    for raw in lines:
        signs = _QUOTE_MARKS.match(raw)
        depth = signs[0].replace(" ", "") if signs else ""
        line = raw[len(depth) :].removeprefix(" ") if not depth else raw[signs.end() if signs else 0 :]
        if open_depth == depth and joined:
            joined[-1] += line
        else:
            joined.append(f"{depth} {line}" if depth else line)
        open_depth = depth if line.endswith(" ") and line != "-- " else None
    return "\n".join(joined)


def _with_title(parts: list[Part], title: str | None) -> list[Part]:
    """Return the parts with the subject first, unless the text begins with it."""
    if title is None:
        return parts
    if parts and one_line(parts[0].text) == title:
        parts = parts[1:]
    return [Part(BlockKind.HEADING, title, 1), *parts]
