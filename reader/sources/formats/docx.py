"""Word files (.docx) to blocks: headings, block quotes and lists by their styles, tables, links, emphasis.

After ECMA-376 part 1, WordprocessingML. Deleted text is left out, inserted text stays. Footnotes and endnotes stand
after the text as one numbered list, with their numbers in brackets where they belong.
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
_MARKS = {"b": MarkKind.STRONG, "i": MarkKind.EMPHASIS}
_NOTES = {f"{_W}footnoteReference": "footnote", f"{_W}endnoteReference": "endnote"}
_AROUND_RUNS = {f"{_W}{name}" for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple")}
_OFF = {"0", "false", "off", "none"}


def read(found: RawDocument) -> Draft:
    """The text of a Word file. Raises SourceError."""
    if not found.data.startswith(b"PK"):
        raise SourceError("it is no Word file of today's kind, or it is locked; save it anew as .docx.")
    archive = ZipArchive(found.data)
    if "word/document.xml" not in archive.names:
        raise SourceError("it is a zip archive that holds no Word text.")
    body = parse_xml(archive.read("word/document.xml"), "its text").find(f"{_W}body")
    reading = _DocxReader(_styles(archive), _targets(archive, "document"), _numbered(archive))
    if body is not None:
        reading.blocks(body)
    facts = find_facts(reading.found).or_else(_facts(archive))
    return assemble([*mark_continued_quotes(reading.found), *footnote_list(reading.notes_of(archive))], facts)


def _styles(archive: ZipArchive) -> dict[str, str]:
    """The names of the styles by their ids: names are the same in every language of Word, ids are not."""
    if "word/styles.xml" not in archive.names:
        return {}
    styles = parse_xml(archive.read("word/styles.xml"), "its list of styles").iter(f"{_W}style")
    return {style.get(f"{_W}styleId", ""): _value(style, "name") or "" for style in styles}


def _targets(archive: ZipArchive, part: str) -> dict[str, str]:
    """The addresses that the links in a part of the file have, by their ids."""
    name = f"word/_rels/{part}.xml.rels"
    if name not in archive.names:
        return {}
    return {each.get("Id", ""): each.get("Target", "") for each in parse_xml(archive.read(name), "its list of links")}


def _numbered(archive: ZipArchive) -> set[tuple[str, str]]:
    """The lists, by number and depth, whose items are numbered."""
    if "word/numbering.xml" not in archive.names:
        return set()
    root = parse_xml(archive.read("word/numbering.xml"), "its list of lists")
    levels = {
        (kind.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", "0"))
        for kind in root.iter(f"{_W}abstractNum")
        for level in kind.iter(f"{_W}lvl")
        if _value(level, "numFmt") not in {"bullet", "none", None}
    }
    kinds = {number.get(f"{_W}numId", ""): _value(number, "abstractNumId") for number in root.iter(f"{_W}num")}
    return {(number, depth) for number, kind in kinds.items() for of, depth in levels if of == kind}


def _facts(archive: ZipArchive) -> Facts:
    if "docProps/core.xml" not in archive.names:
        return Facts()
    core = parse_xml(archive.read("docProps/core.xml"), "its list of facts")

    def fact(name: str) -> str | None:
        element = core.find(f"{{http://purl.org/dc/elements/1.1/}}{name}")
        return one_line(text_of(element))[:300] or None if element is not None else None

    return Facts(title=fact("title"), byline=fact("creator"), language=(fact("language") or "")[:2].lower() or None)


def _value(element: "_Element | None", *path: str) -> str | None:
    """The value of the element at a path of names; None where there is none."""
    for name in path:
        element = None if element is None else element.find(_W + name)
    return None if element is None else element.get(f"{_W}val")


class _DocxReader:
    """One walk over a document."""

    def __init__(self, styles: dict[str, str], targets: dict[str, str], numbered: set[tuple[str, str]]) -> None:
        self.found: list[Part] = []
        self.styles = styles
        self.targets = targets
        self.numbered = numbered
        self.counts: dict[tuple[str, str], int] = {}
        self.notes: dict[tuple[str, str], int] = {}  # the number of each note by its kind and its id

    def blocks(self, body: "_Element") -> None:
        """Read the paragraphs and tables in an element."""
        for element in body:
            if element.tag == f"{_W}p":
                self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._table(element)
            elif element.tag == f"{_W}sdt":
                content = element.find(f"{_W}sdtContent")
                if content is not None:
                    self.blocks(content)

    def notes_of(self, archive: ZipArchive) -> Iterator[list[Part]]:
        """The notes that the text points to, each as its paragraphs."""
        written: dict[tuple[str, str], _Element] = {}
        targets: dict[str, dict[str, str]] = {}
        for kind in sorted({kind for kind, _ in self.notes}):
            name = f"word/{kind}s.xml"
            if name in archive.names:
                root = parse_xml(archive.read(name), "its list of notes")
                written |= {(kind, note.get(f"{_W}id", "")): note for note in root.iter(_W + kind)}
                targets[kind] = _targets(archive, f"{kind}s")
        for kind, key in list(self.notes):
            self.targets = targets.get(kind, {})
            note = written.get((kind, key))
            paragraphs = [] if note is None else [self._inline(each).take() for each in note.iter(f"{_W}p")]
            yield [Part(BlockKind.PARAGRAPH, text, marks=marks) for text, marks in paragraphs if text]

    def _table(self, table: "_Element") -> None:
        rows = [
            " | ".join(one_line(" ".join(map(self._plain, cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc"))
            for row in table.iterchildren(f"{_W}tr")
        ]
        if any(row.strip(" |") for row in rows):
            self.found.append(Part(BlockKind.TABLE, "\n".join(row for row in rows if row.strip(" |"))))

    def _plain(self, paragraph: "_Element") -> str:
        return self._inline(paragraph).take()[0]

    def _inline(self, paragraph: "_Element") -> InlineText:
        inline = InlineText()
        self._pieces(inline, paragraph)
        return inline

    def _paragraph(self, paragraph: "_Element") -> None:
        text, marks = self._inline(paragraph).take()
        if text:
            kind, level, ordered = self._kind(paragraph.find(f"{_W}pPr"), text)
            self.found.append(Part(kind, text, level, ordered, marks=marks))

    def _kind(self, settings: "_Element | None", text: str) -> tuple[BlockKind, int, int | None]:
        """What a paragraph with these settings is: its kind, level and number."""
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

    def _pieces(self, inline: InlineText, element: "_Element") -> None:
        """Add the text of the runs in an element, with the links around them."""
        for child in element:
            if child.tag == f"{_W}r":
                self._run(inline, child)
            elif child.tag == f"{_W}hyperlink":
                href = safe_url(self.targets.get(child.get(f"{_R}id", "")))
                if href:
                    inline.begin(MarkKind.LINK, href)
                self._pieces(inline, child)
                if href:
                    inline.end()
            elif child.tag in _AROUND_RUNS:
                self._pieces(inline, child)

    def _run(self, inline: InlineText, run: "_Element") -> None:
        """Add the text of one run, marked as its settings say."""
        settings = run.find(f"{_W}rPr")
        if settings is not None and settings.find(f"{_W}vanish") is not None:
            return
        marks = [
            mark
            for name, mark in _MARKS.items()
            if settings is not None
            and (setting := settings.find(_W + name)) is not None
            and setting.get(f"{_W}val", "1").lower() not in _OFF
        ]
        for mark in marks:
            inline.begin(mark)
        for piece in run:
            if piece.tag == f"{_W}t":
                inline.add(piece.text or "")
            elif piece.tag in {f"{_W}br", f"{_W}cr"}:
                inline.line_break()
            elif piece.tag == f"{_W}tab":
                inline.add(" ")
            elif piece.tag == f"{_W}noBreakHyphen":
                inline.add("-")
            elif piece.tag in _NOTES:
                key = (_NOTES[piece.tag], piece.get(f"{_W}id", ""))
                inline.add(f"[{self.notes.setdefault(key, len(self.notes) + 1)}]")
        for _ in marks:
            inline.end()
