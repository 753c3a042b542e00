"""Read Word files (.docx): headings, block quotes and lists by their styles, tables, links, emphasis.

After ECMA-376 part 1, WordprocessingML. Deleted text is left out, inserted text stays. Footnotes and endnotes become a
numbered list after the text; their numbers stand in brackets in the text.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.errors import SourceError
from reader.model import BlockKind, MarkKind
from reader.sources.draft import Draft, Facts, Part, assemble, footnote_list, mark_continued_quotes
from reader.sources.formats.safe_xml import parse_xml, text_of
from reader.sources.formats.word_styles import heading_level, is_quote
from reader.sources.formats.zip_archive import ZipArchive
from reader.sources.inline_text import InlineText, safe_url
from reader.sources.net.locate import RawDocument
from reader.sources.text.clean import one_line
from reader.sources.text.stated_facts import find_facts

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MARK_KINDS = {"b": MarkKind.STRONG, "i": MarkKind.EMPHASIS}
_NOTE_KINDS = {f"{_W}footnoteReference": "footnote", f"{_W}endnoteReference": "endnote"}
_RUN_CONTAINERS = {f"{_W}{name}" for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple")}
_OFF_VALUES = {"0", "false", "off", "none"}


def read(document: RawDocument) -> Draft:
    """Read the text of a Word file.

    Raises:
        SourceError: it is not a Word file, or it is damaged.
    """
    if not document.data.startswith(b"PK"):
        raise SourceError("it is not a .docx file or is protected with a password; save it as .docx without one.")
    archive = ZipArchive(document.data)
    if "word/document.xml" not in archive.names:
        raise SourceError("it is a zip archive without a Word text; unpack it and open a file in it.")
    body = parse_xml(archive.read("word/document.xml"), "its text").find(f"{_W}body")
    collector = _DocxReader(
        _read_styles(archive), _read_link_targets(archive, "document"), _read_numbered_lists(archive)
    )
    if body is not None:
        collector.read_blocks(body)
    facts = find_facts(collector.parts).or_else(_read_facts(archive))
    return assemble([*mark_continued_quotes(collector.parts), *footnote_list(collector.read_notes(archive))], facts)


def _read_styles(archive: ZipArchive) -> dict[str, str]:
    """Return the names of the styles by their ids: ids depend on the language of Word, names do not."""
    if "word/styles.xml" not in archive.names:
        return {}
    styles = parse_xml(archive.read("word/styles.xml"), "its style definitions").iter(f"{_W}style")
    return {style.get(f"{_W}styleId", ""): _value(style, "name") or "" for style in styles}


def _read_link_targets(archive: ZipArchive, part: str) -> dict[str, str]:
    """Return the addresses of the links in a part of the file, by their ids."""
    name = f"word/_rels/{part}.xml.rels"
    if name not in archive.names:
        return {}
    return {each.get("Id", ""): each.get("Target", "") for each in parse_xml(archive.read(name), "its list of links")}


def _read_numbered_lists(archive: ZipArchive) -> set[tuple[str, str]]:
    """Return the lists, by number and depth, whose items are numbered."""
    if "word/numbering.xml" not in archive.names:
        return set()
    root = parse_xml(archive.read("word/numbering.xml"), "its list definitions")
    levels = {
        (kind.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", "0"))
        for kind in root.iter(f"{_W}abstractNum")
        for level in kind.iter(f"{_W}lvl")
        if _value(level, "numFmt") not in {"bullet", "none", None}
    }
    kinds = {number.get(f"{_W}numId", ""): _value(number, "abstractNumId") for number in root.iter(f"{_W}num")}
    return {(number, depth) for number, kind in kinds.items() for of, depth in levels if of == kind}


def _read_facts(archive: ZipArchive) -> Facts:
    if "docProps/core.xml" not in archive.names:
        return Facts()
    core = parse_xml(archive.read("docProps/core.xml"), "its document properties")

    def fact(name: str) -> str | None:
        element = core.find(f"{{http://purl.org/dc/elements/1.1/}}{name}")
        return one_line(text_of(element))[:300] or None if element is not None else None

    return Facts(title=fact("title"), byline=fact("creator"), language=(fact("language") or "")[:2].lower() or None)


def _value(element: "_Element | None", *path: str) -> str | None:
    """Return the value of the element at a path of names; None where there is none."""
    for name in path:
        element = None if element is None else element.find(_W + name)
    return None if element is None else element.get(f"{_W}val")


class _DocxReader:
    """Collect the parts of a document."""

    def __init__(self, styles: dict[str, str], targets: dict[str, str], numbered: set[tuple[str, str]]) -> None:
        self.parts: list[Part] = []
        self.styles = styles
        self.targets = targets
        self.numbered = numbered
        self.counts: dict[tuple[str, str], int] = {}
        self.notes: dict[tuple[str, str], int] = {}  # the number of each note by its kind and its id

    def read_blocks(self, body: "_Element") -> None:
        """Read the paragraphs and tables in an element."""
        for element in body:
            if element.tag == f"{_W}p":
                self._read_paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._read_table(element)
            elif element.tag == f"{_W}sdt":
                content = element.find(f"{_W}sdtContent")
                if content is not None:
                    self.read_blocks(content)

    def read_notes(self, archive: ZipArchive) -> Iterator[list[Part]]:
        """Yield the notes that the text refers to, each as its paragraphs."""
        elements: dict[tuple[str, str], _Element] = {}
        targets: dict[str, dict[str, str]] = {}
        for kind in sorted({kind for kind, _ in self.notes}):
            name = f"word/{kind}s.xml"
            if name in archive.names:
                root = parse_xml(archive.read(name), "its notes")
                elements |= {(kind, note.get(f"{_W}id", "")): note for note in root.iter(_W + kind)}
                targets[kind] = _read_link_targets(archive, f"{kind}s")
        for kind, key in list(self.notes):
            self.targets = targets.get(kind, {})
            note = elements.get((kind, key))
            paragraphs = [] if note is None else [self._read_inline(each).take() for each in note.iter(f"{_W}p")]
            yield [Part(BlockKind.PARAGRAPH, text, marks=marks) for text, marks in paragraphs if text]

    def _read_table(self, table: "_Element") -> None:
        rows = [
            " | ".join(one_line(" ".join(map(self._read_plain, cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc"))
            for row in table.iterchildren(f"{_W}tr")
        ]
        if any(row.strip(" |") for row in rows):
            self.parts.append(Part(BlockKind.TABLE, "\n".join(row for row in rows if row.strip(" |"))))

    def _read_plain(self, paragraph: "_Element") -> str:
        return self._read_inline(paragraph).take()[0]

    def _read_inline(self, paragraph: "_Element") -> InlineText:
        inline = InlineText()
        self._read_runs(inline, paragraph)
        return inline

    def _read_paragraph(self, paragraph: "_Element") -> None:
        text, marks = self._read_inline(paragraph).take()
        if text:
            kind, level, ordered = self._classify(paragraph.find(f"{_W}pPr"), text)
            self.parts.append(Part(kind, text, level, ordered, marks=marks))

    def _classify(self, settings: "_Element | None", text: str) -> tuple[BlockKind, int, int | None]:
        """Return the kind, level and number of a paragraph with these settings."""
        style = self.styles.get(_value(settings, "pStyle") or "", "")
        if rank := heading_level(style):
            return BlockKind.HEADING, rank, None
        number, depth = _value(settings, "numPr", "numId"), _value(settings, "numPr", "ilvl") or "0"
        if number not in {None, "0"}:
            key = (str(number), depth)
            self.counts[key] = self.counts.get(key, 0) + 1
            level = min(int(depth) + 1, 6) if depth.isdecimal() else 1
            return BlockKind.ITEM, level, self.counts[key] if key in self.numbered else None
        if style.lower().startswith("list"):
            return BlockKind.ITEM, 1, None
        indent = settings.find(f"{_W}ind") if settings is not None else None
        left = indent.get(f"{_W}left", indent.get(f"{_W}start", "0")) if indent is not None else "0"
        if is_quote(style, int(left) if left.isdecimal() else 0, text):
            return BlockKind.QUOTE, 1, None
        return BlockKind.PARAGRAPH, 0, None

    def _read_runs(self, inline: InlineText, element: "_Element") -> None:
        """Add the text of the runs in an element, with the links around them."""
        for child in element:
            if child.tag == f"{_W}r":
                self._read_run(inline, child)
            elif child.tag == f"{_W}hyperlink":
                href = safe_url(self.targets.get(child.get(f"{_R}id", "")))
                if href:
                    inline.open_mark(MarkKind.LINK, href)
                self._read_runs(inline, child)
                if href:
                    inline.close_mark()
            elif child.tag in _RUN_CONTAINERS:
                self._read_runs(inline, child)

    def _read_run(self, inline: InlineText, run: "_Element") -> None:
        """Add the text of one run, with marks as its settings state."""
        settings = run.find(f"{_W}rPr")
        if settings is not None and settings.find(f"{_W}vanish") is not None:
            return
        marks = [
            mark
            for name, mark in _MARK_KINDS.items()
            if settings is not None
            and (setting := settings.find(_W + name)) is not None
            and setting.get(f"{_W}val", "1").lower() not in _OFF_VALUES
        ]
        for mark in marks:
            inline.open_mark(mark)
        for piece in run:
            if piece.tag == f"{_W}t":
                inline.add(piece.text or "")
            elif piece.tag in {f"{_W}br", f"{_W}cr"}:
                inline.line_break()
            elif piece.tag == f"{_W}tab":
                inline.add(" ")
            elif piece.tag == f"{_W}noBreakHyphen":
                inline.add("-")
            elif piece.tag in _NOTE_KINDS:
                key = (_NOTE_KINDS[piece.tag], piece.get(f"{_W}id", ""))
                inline.add(f"[{self.notes.setdefault(key, len(self.notes) + 1)}]")
        for _ in marks:
            inline.close_mark()
