"""A parsed page to blocks: the one reading of HTML elements, whoever picked them out."""

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from lxml.html import HtmlElement

from reader.model import BlockKind, Mark, MarkKind, Span
from reader.sources.draft import Part
from reader.sources.inline_text import InlineText, safe_url
from reader.sources.text.clean import clean
from reader.sources.word_lists import load_word_lists

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS = {
    "a": MarkKind.LINK,
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "dfn": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
}
_ELEMENTS = load_word_lists("html_elements.txt")
_INLINE = frozenset(_ELEMENTS["inline"])
_SKIPPED = frozenset(_ELEMENTS["skipped"])
_NO_BLOCKS = _INLINE | _SKIPPED | {"br", "img"}
_LISTS = frozenset({"ul", "ol"})
_CAPTIONS = frozenset({"caption", "figcaption", "figure"})
_CAPTION_CLASS = re.compile(r"\bcaption\b|[_-]caption|\bcaption[_-]", re.IGNORECASE)
_DEEPEST = 6
_DEEPEST_ELEMENT = 120  # tame() leaves no more in a page but for odd nesting
_BLOCKS_IN_CELLS = "p|div|ul|ol|table|blockquote|h1|h2|h3|h4|h5|h6|pre|figure|section|article"
_UNSHOWN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:[a-z%]*)\s*(?:;|!|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4,}|opacity\s*:\s*0\s*(?:;|!|$))",
    re.IGNORECASE,
)


_FOR_LISTENERS = re.compile(
    r"(?<![\w-])(?:(?:visually|u)-?hidden(?:-visually)?|sr-only|screen-?reader(?:-text|-only)?|off-?screen|assistive-text)(?![\w-])",
    re.IGNORECASE,
)
_LABEL = 60  # characters


class _Where(NamedTuple):  # changed at every second element, which a dataclass takes ten times as long for
    """What encloses the element being read."""

    quote: int = 0
    items: int = 0
    item: bool = False
    ordered: int | None = None
    heading: int = 0
    caption: bool = False
    numbers: Iterator[int] | None = None  # those of the ordered list it stands in


def is_hidden(element: HtmlElement) -> bool:
    """Whether a browser would not show an element: by its attribute or by its own style."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _UNSHOWN.search(style))


def _is_for_listeners(element: HtmlElement) -> bool:
    """Whether an element in a line is a label for who listens to the page, by the names that are used for such."""
    named = element.get("class")
    return bool(named and _FOR_LISTENERS.search(named) and len(element.text_content()) <= _LABEL)


def read_blocks(root: HtmlElement, base: str | None = None, *, cleared: bool = False) -> list[tuple[Part, HtmlElement]]:
    """Every block under `root` in order, each with the element it was read from; `base` is the page's address.

    `cleared` says that nothing which is not shown is left there: to look again takes a twentieth of a page's time.
    """
    reading = _ElementReader(base, _around_blocks(root), cleared=cleared)
    reading.block(root, _Where())
    reading.flush(root, _Where())
    return reading.found


class _ElementReader:
    """One walk over a tree, with the block that is being put together."""

    def __init__(self, base: str | None, around_blocks: set[HtmlElement], *, cleared: bool) -> None:
        self.base = base
        self.cleared = cleared
        self.around_blocks = around_blocks
        self.depth = 0
        self.found: list[tuple[Part, HtmlElement]] = []
        self.inline = InlineText()
        self.fresh_quote = True
        self.fresh_item = True
        self.picture: str | None = None

    def flush(self, element: HtmlElement, where: _Where) -> None:
        """End the block that was being read, which stands in `element`."""
        if not self.inline.length and not self.inline.marks:  # as a rule: every tag of a block ends one
            return
        text, marks = self.inline.take()
        if not text:
            return
        kind, level, ordered, continues = BlockKind.PARAGRAPH, 0, None, False
        if where.quote:
            kind, level, continues = BlockKind.QUOTE, min(where.quote, _DEEPEST), not self.fresh_quote
            self.fresh_quote = False
        elif where.heading:
            kind, level = BlockKind.HEADING, where.heading
        elif where.caption:
            kind = BlockKind.CAPTION
            if self.picture:
                marks = (Mark(MarkKind.IMAGE, Span(0, len(text)), self.picture), *marks)
                self.picture = None
        elif where.item:
            kind, level, continues = BlockKind.ITEM, min(where.items, _DEEPEST), not self.fresh_item
            ordered = where.ordered if self.fresh_item else None
            self.fresh_item = False
        self.found.append((Part(kind, text, level, ordered, continues=continues, marks=marks), element))

    def block(self, element: HtmlElement, where: _Where) -> None:
        """Read what is inside a block element; what is nested too deep for any article counts as its text."""
        if self.depth == _DEEPEST_ELEMENT:
            self.inline.add("".join(element.itertext()))
            return
        self.depth += 1
        if element.text:
            self.inline.add(element.text)
        for child in element:
            self.child(child, element, where)
            if child.tail:
                self.inline.add(child.tail)
        self.depth -= 1

    def child(self, child: HtmlElement, parent: HtmlElement, where: _Where) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED or (not self.cleared and is_hidden(child)):
            return
        if tag == "br":
            self._break(parent, where)
        elif tag in _INLINE and child not in self.around_blocks:
            if not _is_for_listeners(child):
                self._marked(child, where)
        elif tag == "img":
            self._image(child)
        else:
            self.flush(parent, where)
            self._block(child, tag, where)

    def _break(self, parent: HtmlElement, where: _Where) -> None:
        """One break is a new line; two are a new paragraph."""
        if self.inline.ends_with_break:
            self.flush(parent, where)
        elif self.inline:
            self.inline.line_break()

    def _image(self, image: HtmlElement) -> None:
        """A picture with a caption is shown by it; one without has nothing to show in a terminal."""
        if _captioned(image):
            self.picture = safe_url(image.get("src"), self.base)

    def _marked(self, element: HtmlElement, where: _Where) -> None:
        kind = _MARKS.get(element.tag)
        href = safe_url(element.get("href"), self.base) if kind is MarkKind.LINK else None
        if kind is None or (kind is MarkKind.LINK and href is None):
            self.block(element, where)
            return
        self.inline.open_mark(kind, href)
        self.block(element, where)
        self.inline.close_mark()

    def _block(self, element: HtmlElement, tag: str, where: _Where) -> None:
        if tag == "hr":
            self.found.append((Part(BlockKind.RULE, "* * *"), element))
        elif tag == "pre":
            text = clean("".join(element.itertext())).strip("\n").rstrip()
            if text:
                self.found.append((Part(BlockKind.CODE, text), element))
        elif tag == "table" and (rows := _rows(element)):
            self.found.append((Part(BlockKind.TABLE, "\n".join(rows)), element))
        else:
            self._within(element, tag, where)

    def _within(self, element: HtmlElement, tag: str, where: _Where) -> None:
        inside = where
        if tag == "blockquote":
            inside = where._replace(quote=where.quote + 1)
            self.fresh_quote = True
        elif tag in _HEADINGS:
            inside = where._replace(heading=_HEADINGS[tag])
        elif tag in _CAPTIONS or _CAPTION_CLASS.search(element.get("class", "")):
            inside = where._replace(caption=True)
        elif tag in _LISTS:
            numbers = count(_first_number(element)) if tag == "ol" else None
            inside = where._replace(items=where.items + 1, numbers=numbers)
        elif tag == "li":
            ordered = next(where.numbers) if where.numbers else None
            inside = where._replace(items=max(1, where.items), ordered=ordered, item=True)
            self.fresh_item = True
        if tag in _INLINE:
            self._marked(element, inside)  # a link around whole paragraphs is a link in each
        else:
            self.block(element, inside)
        self.flush(element, inside)
        if tag == "blockquote":
            self.fresh_quote = True
        elif tag == "li":
            self.fresh_item = False


def _captioned(image: HtmlElement) -> bool:
    figure = next(image.iterancestors("figure"), None)
    return figure is not None and next(figure.iter("figcaption"), None) is not None


def _around_blocks(root: HtmlElement) -> set[HtmlElement]:
    """The inline elements that enclose block elements, as links around whole cards do."""
    found: set[HtmlElement] = set()
    for element in reversed(list(root.iter(*_INLINE))):  # so that what is inside one is known before it
        if len(element) and any(
            isinstance(child.tag, str) and (child.tag not in _NO_BLOCKS or child in found) for child in element
        ):
            found.add(element)
    return found


def _first_number(items: HtmlElement) -> int:
    start = items.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1  # noqa: PLR2004 - a sane number


def _rows(table: HtmlElement) -> list[str]:
    """The rows of a table of data, cells parted by bars; none for a table that only lays out a page."""
    rows = [" | ".join(cells) for row in table.iterdescendants("tr") if (cells := list(_cells(row)))]
    if not any(" | " in row for row in rows) or any(True for _ in table.iterdescendants(*_BLOCKS_IN_CELLS.split("|"))):
        return []
    return rows


def _cells(row: HtmlElement) -> Iterator[str]:
    for cell in row.iterchildren("td", "th"):
        inline = InlineText()
        for text in cell.itertext():
            inline.add(text)
        yield inline.take()[0]
