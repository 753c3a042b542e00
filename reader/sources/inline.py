"""The text of one block while it is read: white space folded as a browser does, and the marks over it."""

import re
from dataclasses import dataclass, field

from reader.model import Mark, MarkKind, Span
from reader.sources.clean import clean

_SPACES = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_ADDRESS = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)", re.IGNORECASE)
_MOST_ADDRESS = 2000


@dataclass(slots=True)
class Inline:
    """Text that grows, with marks open over it; `take` gives what has come together and begins anew."""

    text: str = ""
    marks: list[tuple[MarkKind, int, int, str | None]] = field(default_factory=list)
    open: list[tuple[MarkKind, int, str | None]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add text whose runs of white space count as one space."""
        text = _SPACES.sub(" ", text)
        if not self.text or self.text[-1] in " \n":
            text = text.lstrip(" ")
        self.text += text

    def exactly(self, text: str) -> None:
        """Add text as it stands."""
        self.text += text

    def line_break(self) -> None:
        """A line break inside a block."""
        self.text = self.text.rstrip(" ") + "\n"

    def begin(self, kind: MarkKind, href: str | None = None) -> None:
        """Open a mark here."""
        self.open.append((kind, len(self.text), href))

    def end(self) -> None:
        """Close the mark that was opened last."""
        kind, start, href = self.open.pop()
        self.marks.append((kind, start, len(self.text), href))

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """The text with its marks; marks that are still open go on in the text that comes next."""
        raw = self.text
        spans = self.marks + [(kind, start, len(raw), href) for kind, start, href in self.open]
        self.text, self.marks = "", []
        self.open = [(kind, 0, href) for kind, _, href in self.open]
        text = tidy(raw)
        if not text:
            return "", ()
        marks = []
        for kind, start, end, href in sorted(spans, key=lambda span: (span[1], -span[2])):
            first, last = _place(raw, text, start), _place(raw, text, end)
            while first < last and text[first].isspace():
                first += 1
            while last > first and text[last - 1].isspace():
                last -= 1
            if first < last:
                marks.append(Mark(kind, Span(first, last), href))
        return text, tuple(marks)


def tidy(raw: str) -> str:
    """Text as a block shows it: clean, without white space at its ends or around its line breaks."""
    return _AROUND_BREAK.sub("\n", clean(raw)).strip()


def _place(raw: str, text: str, offset: int) -> int:
    """Where `offset` of the raw text lies in the tidy one."""
    if raw == text:
        return offset
    if raw.lstrip()[: len(text)] == text:
        return min(max(0, offset - (len(raw) - len(raw.lstrip()))), len(text))
    # Cleaning and tidying work from left to right, so a beginning of the text tidies to a beginning of the tidy one.
    before = _AROUND_BREAK.sub("\n", clean(raw[:offset])).lstrip()
    return min(len(before), len(text))


def address(href: str | None, base: str | None = None) -> str | None:
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
