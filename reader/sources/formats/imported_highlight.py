"""A highlight as another program exports it, with clean text."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

from reader.model import distinct_tags
from reader.sources.formats.reading_lists import url_key
from reader.sources.inline_text import safe_url
from reader.sources.text.clean import clean, one_line

_LONGEST = 100_000
_LONGEST_FACT = 300
_MOST_TAGS = 100
_URN = "urn:pullquote:article:"
"""Begins what our own exports have in place of an address that is not known."""


@dataclass(frozen=True, slots=True)
class ImportedHighlight:
    """Words that a person marked in an article somewhere else.

    Attributes:
        url: The address of the article, or None.
        title: Its title, or None.
        byline: Who wrote it, or None.
        exact: The words.
        prefix: What stood before them, or "".
        suffix: What stood after them, or "".
        start: About where they stood, in characters.
        note: The person's note.
        tags: The person's tags.
        colour: The name of a colour, or "".
        created: When it was made (ISO 8601, UTC), or None.
        article_id: The id of the article, where Pullquote exported it, or None. There is an address, a title or an id.
    """

    url: str | None
    title: str | None
    byline: str | None
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    created: str | None = None
    article_id: str | None = None

    @property
    def article_names(self) -> tuple[str, ...]:
        """The names by which its article is known, the surest first."""
        return article_names(self.url, self.title, article_id=self.article_id)

    @property
    def id(self) -> str:
        """An id that the same words of the same article always have: 80 bits in hexadecimal."""
        facts = json.dumps([self.article_names[0], self.exact, self.prefix])
        return hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class SkippedHighlight:
    """An entry that can't be taken: what it is, and why."""

    what: str
    why: str


def article_names(*places: str | None, article_id: str | None = None) -> tuple[str, ...]:
    """Return names by which an article is known that is expected: for its id, for each address and each title.

    Addresses of one article share a name, and so do titles that differ in marks, spaces and case.
    """
    names = [f"expected:id:{article_id}"] if article_id else []
    for place in filter(None, places):
        if "://" in place:
            names.append(f"expected:url:{url_key(place)}")
        elif words := re.findall(r"\w+", place.casefold()):
            names.append(f"expected:title:{' '.join(words)[:_LONGEST_FACT]}")
    return tuple(names)


def imported(  # noqa: PLR0913 - each is one fact about the highlight
    *,
    url: object = None,
    title: object = None,
    byline: object = None,
    exact: object = None,
    prefix: object = None,
    suffix: object = None,
    start: object = None,
    note: object = None,
    tags: Iterable[object] = (),
    colour: object = None,
    created: datetime | None = None,
) -> ImportedHighlight | SkippedHighlight:
    """Return a highlight of what another program says of it, which may be anything."""
    words, written = _text(exact).strip(), _text(note).strip()
    address = safe_url(url) if isinstance(url, str) else None
    address = address.partition("#")[0] if address is not None and address.lower().startswith("http") else None
    urn = url.partition(_URN)[2] if isinstance(url, str) and url.startswith(_URN) else ""
    article_id = one_line(_text(unquote(urn)))[:_LONGEST_FACT] or None
    name = one_line(_text(title))[:_LONGEST_FACT] or None
    what = one_line(words or written)[:80]
    if not words:
        return SkippedHighlight(what or name or address or "an entry", "it has no highlighted words")
    if not article_names(address, name, article_id=article_id):
        return SkippedHighlight(what, "it names no article")
    if len(words) > _LONGEST or len(written) > _LONGEST:
        return SkippedHighlight(what, f"it has over {_LONGEST:,} characters")
    labels = [one_line(each).lstrip("#")[:_LONGEST_FACT] for each in tags if isinstance(each, str)]
    return ImportedHighlight(
        url=address,
        title=name,
        byline=one_line(_text(byline))[:_LONGEST_FACT] or None,
        exact=words,
        prefix=_text(prefix)[-32:],
        suffix=_text(suffix)[:32],
        start=start if isinstance(start, int) and 0 <= start < 2**31 else 0,
        note=written,
        tags=distinct_tags(label for label in labels if label)[:_MOST_TAGS],
        colour=one_line(_text(colour)).lower()[:20],
        created=None if created is None else created.astimezone(UTC).isoformat(timespec="microseconds"),
        article_id=article_id,
    )


def parsed_time(value: object, *patterns: str) -> datetime | None:
    """Return a time in ISO 8601 or in one of the patterns of `datetime.strptime`; UTC where it has no zone."""
    text = _text(value).strip()
    for pattern in ("", *patterns):
        try:
            time = datetime.strptime(text, pattern) if pattern else datetime.fromisoformat(text)  # noqa: DTZ007
            return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return None


def _text(value: object) -> str:
    return clean(value) if isinstance(value, str) else ""
