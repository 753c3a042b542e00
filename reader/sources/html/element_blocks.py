"""Read the blocks of a parsed page: every HTML element is read here."""

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

_HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
_MARK_KINDS = {
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
_BLOCK_ELEMENTS = frozenset(_ELEMENTS["block"])
_SKIPPED_ELEMENTS = frozenset(_ELEMENTS["skipped"])
_LIST_ELEMENTS = frozenset({"ul", "ol"})
_CAPTION_ELEMENTS = frozenset({"caption", "figcaption", "figure"})
_CAPTION_CLASS = re.compile(r"\bcaption\b|[_-]caption|\bcaption[_-]", re.IGNORECASE)
_PICTURE_CLASS = re.compile(
    r"(?<![a-z])(?:image|img|photo|picture|thumb|thumbnail|foto|bild)s?(?![a-z])", re.IGNORECASE
)
_GALLERY_CLASS = re.compile(r"(?<![a-z])(?:carousel|gallery|slider|slideshow)(?![a-z])", re.IGNORECASE)
_TEXT_ELEMENTS = ("p", "blockquote", "figure", "li", *_HEADING_LEVELS)
_DEEPEST_LEVEL = 6
_DEEPEST_ELEMENT = 120  # sanitize() leaves deeper nesting only in odd cases
_BLOCKS_IN_CELLS = "p|div|ul|ol|table|blockquote|h1|h2|h3|h4|h5|h6|pre|figure|section|article"
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:[a-z%]*)\s*(?:;|!|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4,}|opacity\s*:\s*0\s*(?:;|!|$))",
    re.IGNORECASE,
)


_SCREEN_READER_CLASS = re.compile(
    r"(?<![\w-])(?:(?:visually|u)-?hidden(?:-visually)?|sr-only|screen-?reader(?:-text|-only)?|off-?screen|assistive-text|mw-editsection)(?![\w-])",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60  # characters
_LONGEST_CAPTION = 1000  # characters
_LONGEST_PICTURE_TEXT = 300


class _Context(NamedTuple):  # replaced at every second element, ten times faster than a dataclass
    """The elements around the one that is being read."""

    quote_depth: int = 0
    list_depth: int = 0
    in_item: bool = False
    ordered: int | None = None
    heading_level: int = 0
    in_caption: bool = False
    item_numbers: Iterator[int] | None = None  # of the ordered list around it


def is_hidden(element: HtmlElement) -> bool:
    """Return whether a browser would hide an element, by its hidden attribute or its own style."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def _is_screen_reader_label(element: HtmlElement) -> bool:
    """Return whether an inline element is a label for screen readers, or a link to edit a section, by its class."""
    class_name = element.get("class")
    return bool(
        class_name and _SCREEN_READER_CLASS.search(class_name) and len(element.text_content()) <= _LONGEST_LABEL
    )


def read_blocks(
    root: HtmlElement, base: str | None = None, *, hidden_removed: bool = False
) -> list[tuple[Part, HtmlElement]]:
    """Return every block under `root` in order, each with the element it was read from.

    Args:
        root: an element of the page.
        base: the address that relative addresses start from.
        hidden_removed: no hidden elements are left, so they need not be looked for; this saves a twentieth of the time.
    """
    element_reader = _ElementReader(base, _others_around_blocks(root), hidden_removed=hidden_removed)
    element_reader.read_children(root, _Context())
    element_reader.end_block(root, _Context())
    return element_reader.parts


class _ElementReader:
    """Collect the blocks of a tree; it holds the block that is being read."""

    def __init__(self, base: str | None, others_around_blocks: set[HtmlElement], *, hidden_removed: bool) -> None:
        self.base = base
        self.hidden_removed = hidden_removed
        self.others_around_blocks = others_around_blocks
        self.depth = 0
        self.parts: list[tuple[Part, HtmlElement]] = []
        self.inline = InlineText()
        self.at_quote_start = True
        self.at_item_start = True
        self.image_url: str | None = None

    def end_block(self, element: HtmlElement, context: _Context) -> None:
        """End the block that is being read, which is in `element`."""
        if not self.inline.length and not self.inline.marks:  # the usual case: every tag of a block ends one
            return
        text, marks = self.inline.take()
        if not text:
            return
        kind, level, ordered, continues = BlockKind.PARAGRAPH, 0, None, False
        if context.quote_depth:
            kind, level, continues = BlockKind.QUOTE, min(context.quote_depth, _DEEPEST_LEVEL), not self.at_quote_start
            self.at_quote_start = False
        elif context.heading_level:
            kind, level = BlockKind.HEADING, context.heading_level
        elif context.in_caption:
            kind = BlockKind.CAPTION
            if self.image_url:
                marks = (Mark(MarkKind.IMAGE, Span(0, len(text)), self.image_url), *marks)
                self.image_url = None
        elif context.in_item:
            kind, level, continues = BlockKind.ITEM, min(context.list_depth, _DEEPEST_LEVEL), not self.at_item_start
            ordered = context.ordered if self.at_item_start else None
            self.at_item_start = False
        self.parts.append((Part(kind, text, level, ordered, continues=continues, marks=marks), element))

    def read_children(self, element: HtmlElement, context: _Context) -> None:
        """Read the content of a block element; beyond the depth of any article only its text is read."""
        if self.depth == _DEEPEST_ELEMENT:
            self.inline.add("".join(element.itertext()))
            return
        self.depth += 1
        if element.text:
            self.inline.add(element.text)
        for child in element:
            self.read_child(child, element, context)
            if child.tail:
                self.inline.add(child.tail)
        self.depth -= 1

    def read_child(self, child: HtmlElement, parent: HtmlElement, context: _Context) -> None:
        """Read one child of an element."""
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED_ELEMENTS or (not self.hidden_removed and is_hidden(child)):
            return
        if tag == "br":
            self._read_break(parent, context)
        elif tag == "img":
            self._read_image(child)
        elif tag in _BLOCK_ELEMENTS or child in self.others_around_blocks:
            self.end_block(parent, context)
            self._read_block(child, tag, context)
        elif not _is_screen_reader_label(child):
            self._read_inline(child, context)

    def _read_break(self, parent: HtmlElement, context: _Context) -> None:
        """Read a line break: one is a new line, two are a new paragraph."""
        if self.inline.ends_with_break:
            self.end_block(parent, context)
        elif self.inline:
            self.inline.line_break()

    def _read_image(self, image: HtmlElement) -> None:
        """Read an image: its caption shows it; without one, there is nothing to show in a terminal."""
        if _has_caption(image):
            self.image_url = safe_url(image.get("src"), self.base)

    def _read_inline(self, element: HtmlElement, context: _Context) -> None:
        kind = _MARK_KINDS.get(element.tag)
        href = safe_url(element.get("href"), self.base) if kind is MarkKind.LINK else None
        if kind is None or (kind is MarkKind.LINK and href is None):
            self.read_children(element, context)
            return
        self.inline.open_mark(kind, href)
        self.read_children(element, context)
        self.inline.close_mark()

    def _read_block(self, element: HtmlElement, tag: str, context: _Context) -> None:
        if tag == "hr":
            self.parts.append((Part(BlockKind.RULE, "* * *"), element))
        elif tag == "pre":
            text = clean("".join(element.itertext())).strip("\n").rstrip()
            if text:
                self.parts.append((Part(BlockKind.CODE, text), element))
        elif tag == "table" and (rows := _table_rows(element)):
            self.parts.append((Part(BlockKind.TABLE, "\n".join(rows)), element))
        else:
            self._read_container(element, tag, context)

    def _is_caption_of_quote(self, element: HtmlElement, tag: str) -> bool:
        """Return whether an element is the caption of the figure that the last part, a quotation, stands in."""
        return tag == "figcaption" and element.getparent() in self.parts[-1][1].iterancestors()

    def _read_container(self, element: HtmlElement, tag: str, context: _Context) -> None:
        is_translation = not context.quote_depth and _is_translation(element)
        follows_quote = not context.quote_depth and bool(self.parts) and self.parts[-1][0].kind is BlockKind.QUOTE
        continues_quote = follows_quote and (is_translation or self._is_caption_of_quote(element, tag))
        is_quote = tag == "blockquote" or continues_quote or is_translation
        if is_quote:
            inner_context = context._replace(quote_depth=context.quote_depth + 1)
            self.at_quote_start = not continues_quote
        else:
            inner_context = self._context_in(element, tag, context)
        if tag == "dt":  # a term, or the question of an interview: shown in bold
            self.inline.open_mark(MarkKind.STRONG)
            self.read_children(element, inner_context)
            self.inline.close_mark()
        elif tag in _BLOCK_ELEMENTS:
            self.read_children(element, inner_context)
        else:
            self._read_inline(element, inner_context)  # a link around whole paragraphs becomes a link in each
        self.end_block(element, inner_context)
        if is_quote:
            self.at_quote_start = True
        elif tag == "li":
            self.at_item_start = False

    def _context_in(self, element: HtmlElement, tag: str, context: _Context) -> _Context:
        """Return the context inside an element that is no block quotation."""
        if tag in _HEADING_LEVELS:
            return context._replace(heading_level=_HEADING_LEVELS[tag])
        if tag in _CAPTION_ELEMENTS or _has_caption_class(element):
            return context._replace(in_caption=True)
        if tag in _LIST_ELEMENTS:
            item_numbers = count(_first_number(element)) if tag == "ol" else None
            return context._replace(list_depth=context.list_depth + 1, item_numbers=item_numbers, heading_level=0)
        if tag == "li":
            ordered = next(context.item_numbers) if context.item_numbers else None
            self.at_item_start = True
            return context._replace(list_depth=max(1, context.list_depth), ordered=ordered, in_item=True)
        return context


def _is_translation(element: HtmlElement) -> bool:
    """Return whether an element holds the translation of a quotation, by its class; it is a quotation itself."""
    return element.tag in {"div", "p"} and "translation" in (element.get("class") or "").lower().split()


def _has_caption_class(element: HtmlElement) -> bool:
    """Return whether the class of an element calls it a caption and it is no longer than one."""
    class_name = element.get("class")
    if not class_name:
        return False
    if _CAPTION_CLASS.search(class_name):
        return len(element.text_content()) <= _LONGEST_CAPTION
    if _GALLERY_CLASS.search(class_name) and next(element.iter(*_TEXT_ELEMENTS), None) is None:
        # Its pictures are often loaded by a script, so that none is in the page.
        return len(element.text_content()) <= _LONGEST_PICTURE_TEXT
    return (
        _PICTURE_CLASS.search(class_name) is not None
        and next(element.iter("img"), None) is not None
        and next(element.iter(*_HEADING_LEVELS), None) is None
        and len(element.text_content()) <= _LONGEST_PICTURE_TEXT
    )


def _has_caption(image: HtmlElement) -> bool:
    figure = next(image.iterancestors("figure"), None)
    return figure is not None and next(figure.iter("figcaption"), None) is not None


def _others_around_blocks(root: HtmlElement) -> set[HtmlElement]:
    """Return the elements that are not block elements but enclose some, as links around whole cards do."""
    enclosing: set[HtmlElement] = set()
    for block in root.iter(*_BLOCK_ELEMENTS):
        for element in block.iterancestors():
            if element.tag in _BLOCK_ELEMENTS or element.tag in _SKIPPED_ELEMENTS or element in enclosing:
                break
            enclosing.add(element)
    return enclosing


def _first_number(list_element: HtmlElement) -> int:
    start = list_element.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1  # noqa: PLR2004 - no list is longer


def _table_rows(table: HtmlElement) -> list[str]:
    """Return the rows of a data table, with cells separated by bars; empty for a table that only lays out a page."""
    rows = [" | ".join(cells) for row in table.iterdescendants("tr") if (cells := list(_cell_texts(row)))]
    if not any(" | " in row for row in rows) or any(True for _ in table.iterdescendants(*_BLOCKS_IN_CELLS.split("|"))):
        return []
    return rows


def _cell_texts(row: HtmlElement) -> Iterator[str]:
    for cell in row.iterchildren("td", "th"):
        inline = InlineText()
        for text in cell.itertext():
            inline.add(text)
        yield inline.take()[0]
