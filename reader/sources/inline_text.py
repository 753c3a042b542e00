"""The text of one block while it is read: white space folded as a browser does, and the marks over it."""

import re
from dataclasses import dataclass, field

from reader.model import Mark, MarkKind, Span
from reader.sources.text.clean import clean

_SPACES = re.compile(r"[ \t\n\r\f]+")
# A space and one that does not break are shown as one. A run is looked at from its start alone, so that a long one
# takes no longer than its length.
_WIDE = re.compile(r"(?<!\xa0)\xa0+ [ \xa0]*| \xa0[ \xa0]*")
_AROUND_BREAK = re.compile(r" *\n *")
_ADDRESS = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)", re.IGNORECASE)
_MOST_ADDRESS = 2000
_MOST_WORK = 50_000_000  # characters cleaned to place the marks of one block


@dataclass(slots=True)
class InlineText:
    """Text that grows, with marks open over it; `take` gives what has come together and begins anew."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[MarkKind, int, int, str | None]] = field(default_factory=list)
    open: list[tuple[MarkKind, int, str | None]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return self.length > 0

    @property
    def broken(self) -> bool:
        """Whether the text ends with a line break."""
        return bool(self.pieces) and self.pieces[-1].endswith("\n")

    def add(self, text: str) -> None:
        """Add text whose runs of white space count as one space."""
        text = _SPACES.sub(" ", text)
        if "\xa0" in text:
            text = _WIDE.sub(" ", text)
        if not self.pieces or self.pieces[-1][-1] in " \n\xa0":
            text = text.lstrip(" ")
        self._append(text)

    def line_break(self) -> None:
        """A line break inside a block."""
        self._append("\n")

    def _append(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def begin(self, kind: MarkKind, href: str | None = None) -> None:
        """Open a mark here."""
        self.open.append((kind, self.length, href))

    def end(self) -> None:
        """Close the mark that was opened last."""
        kind, start, href = self.open.pop()
        self.marks.append((kind, start, self.length, href))

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """The text with its marks; marks that are still open go on in the text that comes next."""
        if not self.length:
            self.marks = []
            return "", ()
        raw = "".join(self.pieces)
        spans = self.marks + [(kind, start, len(raw), href) for kind, start, href in self.open]
        self.pieces, self.length, self.marks = [], 0, []
        self.open = [(kind, 0, href) for kind, _, href in self.open]
        text = clean_block_text(raw)
        if not text:
            return "", ()
        places = _places(raw, text, {offset for _, start, end, _ in spans for offset in (start, end)})
        marks = []
        for kind, start, end, href in sorted(spans, key=lambda span: (span[1], -span[2])):
            first, last = places.get(start, 0), places.get(end, 0)
            while first < last and text[first].isspace():
                first += 1
            while last > first and text[last - 1].isspace():
                last -= 1
            if first < last:
                marks.append(Mark(kind, Span(first, last), href))
        return text, tuple(marks)


def clean_block_text(raw: str) -> str:
    """Text as a block shows it: clean, without white space at its ends or around its line breaks."""
    return _AROUND_BREAK.sub("\n", clean(raw)).strip()


def _places(raw: str, text: str, offsets: set[int]) -> dict[int, int]:
    """Where each of some offsets of the raw text lies in the tidy one; none where that would take too long to find."""
    if raw.strip() == text:
        ahead = len(raw) - len(raw.lstrip())
        return {offset: min(max(0, offset - ahead), len(text)) for offset in offsets}
    if len(offsets) * len(raw) > _MOST_WORK:
        return {}
    # Cleaning and tidying work from left to right, so a beginning of the text tidies to a beginning of the tidy one.
    before = {offset: _AROUND_BREAK.sub("\n", clean(raw[:offset])).lstrip() for offset in offsets}
    return {offset: min(len(beginning), len(text)) for offset, beginning in before.items()}


def safe_url(href: str | None, base: str | None = None) -> str | None:
    """An address that may be kept: http, https or mailto, absolute, clean; None for any other.

    A relative one is resolved against `base`, the page's own address, and dropped where that is not known.
    """
    if not href:
        return None
    href = "".join(clean(href.strip()).split())
    if base and not _ADDRESS.match(href) and ":" not in href.split("/", 1)[0]:
        from urllib.parse import urljoin  # noqa: PLC0415 - only pages with relative links need it

        try:
            href = urljoin(base, href)
        except ValueError:  # a bracket that is no IPv6 address
            return None
    return href if len(href) <= _MOST_ADDRESS and _ADDRESS.match(href) else None
