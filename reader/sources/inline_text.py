"""Collect the text of one block with its inline marks, folding white space as a browser does."""

import re
from dataclasses import dataclass, field

from reader.model import Mark, MarkKind, Span
from reader.sources.text.clean import clean

_SPACES = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")  # all runs but a single space, which stays
# A space and a no-break space are shown as one. A run is matched from its start only, which keeps the search linear.
_MIXED_SPACES = re.compile(r"(?<!\xa0)\xa0+ [ \xa0]*| \xa0[ \xa0]*")
_AROUND_BREAK = re.compile(r" *\n *")
_SAFE_URL = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)", re.IGNORECASE)
_LONGEST_URL = 2000
_MOST_WORK = 50_000_000  # characters cleaned to find the offsets of the marks of one block


@dataclass(slots=True)
class InlineText:
    """The text of a block that is being read, with marks that may still be open.

    `take` returns what has been collected and starts again.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[MarkKind, int, int, str | None]] = field(default_factory=list)
    open_marks: list[tuple[MarkKind, int, str | None]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return self.length > 0

    @property
    def ends_with_break(self) -> bool:
        """Whether the text ends with a line break."""
        return bool(self.pieces) and self.pieces[-1].endswith("\n")

    def add(self, text: str) -> None:
        """Add text, with each run of white space as one space."""
        text = _SPACES.sub(" ", text)
        if "\xa0" in text:
            text = _MIXED_SPACES.sub(" ", text)
        if not self.pieces or self.pieces[-1][-1] in " \n\xa0":
            text = text.lstrip(" ")
        self._append(text)

    def line_break(self) -> None:
        """Add a line break inside the block."""
        self._append("\n")

    def _append(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def open_mark(self, kind: MarkKind, href: str | None = None) -> None:
        """Open a mark at the current end of the text."""
        self.open_marks.append((kind, self.length, href))

    def close_mark(self) -> None:
        """Close the mark that was opened last."""
        kind, start, href = self.open_marks.pop()
        self.marks.append((kind, start, self.length, href))

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """Return the clean text with its marks; marks that are still open continue in the text that comes next."""
        if not self.length:
            self.marks = []
            return "", ()
        raw = "".join(self.pieces)
        spans = self.marks + [(kind, start, len(raw), href) for kind, start, href in self.open_marks]
        self.pieces, self.length, self.marks = [], 0, []
        self.open_marks = [(kind, 0, href) for kind, _, href in self.open_marks]
        text = clean_block_text(raw)
        if not text:
            return "", ()
        offsets = _map_offsets(raw, text, {offset for _, start, end, _ in spans for offset in (start, end)})
        marks = []
        for kind, start, end, href in sorted(spans, key=lambda span: (span[1], -span[2])):
            first, last = offsets.get(start, 0), offsets.get(end, 0)
            while first < last and text[first].isspace():
                first += 1
            while last > first and text[last - 1].isspace():
                last -= 1
            if first < last:
                marks.append(Mark(kind, Span(first, last), href))
        return text, tuple(marks)


def clean_block_text(raw: str) -> str:
    """Return the text of a block cleaned, without white space at its ends and around its line breaks."""
    text = clean(raw)
    return (_AROUND_BREAK.sub("\n", text) if "\n" in text else text).strip()


def _map_offsets(raw: str, text: str, offsets: set[int]) -> dict[int, int]:
    """Map offsets in the raw text to offsets in the clean one; empty where that would take too long."""
    if raw.strip() == text:
        leading = len(raw) - len(raw.lstrip())
        return {offset: min(max(0, offset - leading), len(text)) for offset in offsets}
    if len(offsets) * len(raw) > _MOST_WORK:
        return {}
    # Cleaning works from left to right, so the clean form of a prefix is a prefix of the clean text.
    prefixes = {offset: _AROUND_BREAK.sub("\n", clean(raw[:offset])).lstrip() for offset in offsets}
    return {offset: min(len(prefix), len(text)) for offset, prefix in prefixes.items()}


def safe_url(href: str | None, base: str | None = None) -> str | None:
    """Return an address that may be kept: absolute http, https or mailto, clean; None for any other.

    A relative address is resolved against `base`, the address of the page, and dropped where that is not known.
    """
    if not href:
        return None
    href = "".join(clean(href.strip()).split())
    if base and not _SAFE_URL.match(href) and ":" not in href.split("/", 1)[0]:
        from urllib.parse import urljoin  # noqa: PLC0415 - only pages with relative links need it

        try:
            href = urljoin(base, href)
        except ValueError:  # a bracket that does not enclose an IPv6 address
            return None
    return href if len(href) <= _LONGEST_URL and _SAFE_URL.match(href) else None
