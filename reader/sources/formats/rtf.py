"""Rich Text Format to blocks: headings and block quotes by style, outline level and indent, lists, links, emphasis.

After Microsoft's RTF Specification 1.9.1. What the text itself does not need (fonts, pictures, notes of the program)
is passed over with the groups it stands in. Footnotes and endnotes stand after the text as one numbered list.
"""

import codecs
import re
from dataclasses import dataclass, field, replace

from reader.errors import SourceError
from reader.model import BlockKind, MarkKind
from reader.sources.deadline import Deadline
from reader.sources.draft import Draft, Facts, Part, assemble, footnote_list, mark_continued_quotes
from reader.sources.formats.word_styles import heading_level, is_quote
from reader.sources.inline_text import InlineText, safe_url
from reader.sources.net.locate import RawDocument
from reader.sources.text.clean import one_line
from reader.sources.text.stated_facts import find_facts
from reader.sources.word_lists import load_word_lists

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_LINK = re.compile(r"HYPERLINK\s+(?:\"([^\"]*)\"|(\S+))")
_WORDS = load_word_lists("rtf_control_words.txt")
_SKIPPED = frozenset(_WORDS["skipped"])
_ITEM = frozenset(_WORDS["item"])
_CHARACTERS = {word: chr(int(code, 16)) for word, _, code in (line.partition(" ") for line in _WORDS["character"])}
_SIGNS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
_NUMBERS = {"outlinelevel": "outline", "s": "style", "li": "indent"}  # what they say of a paragraph
_SAYS = {"ls": "item", "intbl": "in_table"}
_FLAGS = {"b": MarkKind.STRONG, "i": MarkKind.EMPHASIS}
_STYLE = re.compile(r"\{\\s(\d{1,4})(?!\d)((?:[^{}]|\{[^{}]*\})*);\s*\}")
_NOT_THE_NAME = re.compile(r"\{[^{}]*\}|\\[a-z]+-?\d* ?|[\r\n]+")
_STYLES_END = re.compile(r"\}\s*\}")
_DEEPEST = 500
_LOOK = 10_000  # tokens between two looks at the clock


@dataclass(slots=True)
class _State:
    """What holds inside a group of the file."""

    skipped: bool = False
    into: str | None = None  # the fact, or the instruction of a field, that the text belongs to
    flags: frozenset[MarkKind] = frozenset()
    fallback: int = 1  # characters that stand for one \u


@dataclass(slots=True)
class _Paragraph:
    """How the paragraph is set that is being read."""

    outline: int | None = None
    style: int | None = None
    indent: int = 0
    item: bool = False
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class _Broken:
    """What a note interrupts, and the depth of the note's group."""

    depth: int
    found: list[Part]
    inline: InlineText
    paragraph: _Paragraph
    links: list[int]


@dataclass(slots=True)
class _RtfReader:
    """One walk over a file."""

    styles: dict[int, str]
    codec: str = "cp1252"
    found: list[Part] = field(default_factory=list)
    inline: InlineText = field(default_factory=InlineText)
    stack: list[_State] = field(default_factory=lambda: [_State()])
    paragraph: _Paragraph = field(default_factory=_Paragraph)
    facts: dict[str, str] = field(default_factory=dict)
    pending: int = 0  # characters to pass over after a \u
    bytes: bytearray = field(default_factory=bytearray)
    cells: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    links: list[int] = field(default_factory=list)  # the depths of the groups that a link is open in
    surrogate: str = ""
    notes: list[list[Part]] = field(default_factory=list)
    broken: _Broken | None = None


def read(found: RawDocument) -> Draft:
    """The text of an RTF file. Raises SourceError."""
    if not found.data.startswith(b"{\\rtf"):
        raise SourceError("it is no Rich Text Format, whatever its name says.")
    text = found.data.decode("latin-1")
    reading = _RtfReader(_styles(text))
    skip = 0  # the end of binary data
    patience = Deadline()
    for count, token in enumerate(_TOKEN.finditer(text)):
        if count % _LOOK == 0:
            patience.check()
        if token.start() < skip:
            continue
        if token["word"] == "bin":
            skip = token.end() + max(0, int(token["number"] or 0))
        else:
            _take(reading, token)
    _bytes_end(reading)
    _note_ends(reading)
    _paragraph_ends(reading)
    _table_ends(reading)
    facts = find_facts(reading.found).or_else(
        Facts(
            title=one_line(reading.facts.get("title", "")) or None,
            byline=one_line(reading.facts.get("author", "")) or None,
        )
    )
    return assemble([*mark_continued_quotes(reading.found), *footnote_list(reading.notes)], facts)


def _styles(text: str) -> dict[int, str]:
    """The names of the styles by their numbers."""
    begin = text.find("{\\stylesheet")
    end = _STYLES_END.search(text, begin) if begin >= 0 else None
    if end is None:
        return {}
    listed_styles = _STYLE.finditer(text, begin, end.start() + 1)
    return {int(style[1]): _NOT_THE_NAME.sub("", style[2]).strip() for style in listed_styles}


def _take(reading: _RtfReader, token: re.Match[str]) -> None:
    if token["byte"] is not None:
        if reading.pending:
            reading.pending -= 1
        else:
            reading.bytes.append(int(token["byte"], 16))
        return
    _bytes_end(reading)
    if token["brace"] is not None:
        _group(reading, token["brace"])
    elif token["word"] is not None:
        reading.paragraph.item |= token["word"] in _ITEM
        _word(reading, token["word"], None if token["number"] is None else int(token["number"]))
    elif token["sign"] is not None:
        _sign(reading, token["sign"])
    elif token["text"] is not None:
        text = token["text"]
        passed = min(reading.pending, len(text))
        reading.pending -= passed
        _add(reading, text[passed:].encode("latin-1").decode(reading.codec, "replace"))


def _bytes_end(reading: _RtfReader) -> None:
    """What came as bytes is text: an encoding may take two of them for a letter."""
    if reading.bytes:
        data = bytes(reading.bytes)
        reading.bytes.clear()
        _add(reading, data.decode(reading.codec, "replace"))


def _group(reading: _RtfReader, brace: str) -> None:
    reading.pending = 0
    if brace == "{":
        if len(reading.stack) > _DEEPEST:
            raise SourceError("its groups are nested too deep for a text.")
        reading.stack.append(replace(reading.stack[-1]))
    elif len(reading.stack) > 1:
        gone = reading.stack.pop()
        if reading.broken is not None and len(reading.stack) < reading.broken.depth:
            _note_ends(reading)
        elif gone.flags != reading.stack[-1].flags:
            _flags(reading, gone.flags, reading.stack[-1].flags)
        if reading.links and len(reading.stack) < reading.links[-1]:
            reading.links.pop()
            reading.inline.end()


def _sign(reading: _RtfReader, sign: str) -> None:
    if sign == "*":
        reading.stack[-1].skipped = True
    elif sign in "\r\n":
        _paragraph_ends(reading)
    else:
        _add(reading, _SIGNS.get(sign, ""))


def _add(reading: _RtfReader, text: str) -> None:
    state = reading.stack[-1]
    if state.into is not None:
        reading.facts[state.into] = (reading.facts.get(state.into, "") + text)[:4000]
    elif not state.skipped:
        reading.inline.add(text)


def _word(reading: _RtfReader, word: str, number: int | None) -> None:  # noqa: C901 - a table of words in code
    state = reading.stack[-1]
    if word == "u" and number is not None:
        _add(reading, _character(reading, number % 65536))
        reading.pending = state.fallback
    elif word in _CHARACTERS:
        _add(reading, _CHARACTERS[word])
    elif word == "uc":
        state.fallback = min(max(number or 0, 0), 100)
    elif word == "ansicpg":
        reading.codec = _codec(number)
    elif word in {"title", "author"} and state.skipped:
        state.into = word
    elif word == "fldinst":
        reading.facts["fldinst"] = ""
        state.into = "fldinst"
    elif word == "fldrslt":
        _link(reading)
    elif word == "footnote" and not state.skipped:
        _note_begins(reading)
    elif word in _SKIPPED:
        state.skipped, state.into = True, None
    elif word in _FLAGS:
        flag = frozenset({_FLAGS[word]})
        _mark(reading, state.flags - flag if number == 0 else state.flags | flag)
    elif word == "plain":
        _mark(reading, frozenset())
    elif not state.skipped:
        _setting(reading, word, number)


def _setting(reading: _RtfReader, word: str, number: int | None) -> None:
    """A word that ends a paragraph or says how it is set."""
    if word == "par" and reading.paragraph.in_table:
        reading.inline.line_break()
    elif word in {"par", "sect", "page"}:
        _paragraph_ends(reading)
        _table_ends(reading)
    elif word == "pard":
        reading.paragraph = _Paragraph()
    elif word == "line":
        reading.inline.line_break()
    elif word == "cell":
        reading.cells.append(reading.inline.take()[0].replace("\n", " "))
    elif word == "row":
        cells, reading.cells = reading.cells, []
        if any(cells):
            reading.rows.append(" | ".join(cells))
    elif word in _NUMBERS and number is not None:
        setattr(reading.paragraph, _NUMBERS[word], number)
    elif word in _SAYS:
        setattr(reading.paragraph, _SAYS[word], True)


def _character(reading: _RtfReader, code: int) -> str:
    """A character by its number; two that are halves of one come one after the other."""
    if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the bounds of the surrogates, as below
        reading.surrogate = chr(code)
        return ""
    first, reading.surrogate = reading.surrogate, ""
    if first and 0xDC00 <= code < 0xE000:  # noqa: PLR2004
        return (first + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return chr(code)


def _codec(page: int | None) -> str:
    try:
        return codecs.lookup(f"cp{page}").name if page != 65001 else "utf-8"  # noqa: PLR2004 - Windows' name for it
    except LookupError:
        return "cp1252"


def _mark(reading: _RtfReader, flags: frozenset[MarkKind]) -> None:
    state = reading.stack[-1]
    if not state.skipped:
        _flags(reading, state.flags, flags)
    state.flags = flags


def _flags(reading: _RtfReader, before: frozenset[MarkKind], after: frozenset[MarkKind]) -> None:
    """Close the marks that no longer hold and open those that now do; they are few, so all are set anew."""
    if reading.links:  # a mark inside a link would have to end inside it
        return
    for _ in before:
        if reading.inline.open:
            reading.inline.end()
    for flag in sorted(after):
        reading.inline.begin(flag)


def _note_begins(reading: _RtfReader) -> None:
    """A note begins, in a group of its own: its number stands in the text. One in a note is part of that."""
    if reading.broken is None:
        _table_ends(reading)
        reading.inline.add(f"[{len(reading.notes) + 1}]")
        reading.broken = _Broken(len(reading.stack), reading.found, reading.inline, reading.paragraph, reading.links)
        reading.found, reading.inline, reading.paragraph, reading.links = [], InlineText(), _Paragraph(), []
        reading.stack[-1].flags = frozenset()


def _note_ends(reading: _RtfReader) -> None:
    """The text goes on where a note interrupted it."""
    if reading.broken is not None:
        _paragraph_ends(reading)
        reading.notes.append(reading.found)
        whole = reading.broken
        reading.found, reading.inline, reading.paragraph = whole.found, whole.inline, whole.paragraph
        reading.links = whole.links
        reading.broken = None


def _link(reading: _RtfReader) -> None:
    """The shown text of a field begins; it is a link where the field's instruction gives an address."""
    said = _LINK.search(reading.facts.pop("fldinst", ""))
    href = safe_url(said[1] or said[2]) if said else None
    if href and not reading.links and not reading.stack[-1].skipped:
        reading.inline.begin(MarkKind.LINK, href)
        reading.links.append(len(reading.stack))


def _table_ends(reading: _RtfReader) -> None:
    rows, reading.rows = reading.rows, []
    if rows:
        reading.found.append(Part(BlockKind.TABLE, "\n".join(rows)))


def _paragraph_ends(reading: _RtfReader) -> None:
    text, marks = reading.inline.take()
    if not text:
        return
    _table_ends(reading)
    how = reading.paragraph
    style = "" if how.style is None else reading.styles.get(how.style, "")
    kind, level = BlockKind.PARAGRAPH, 0
    if how.outline is not None and 0 <= how.outline <= 5:  # noqa: PLR2004 - six ranks; 9 means none
        kind, level = BlockKind.HEADING, how.outline + 1
    elif rank := heading_level(style):
        kind, level = BlockKind.HEADING, rank
    elif how.item:
        kind, level = BlockKind.ITEM, 1
    elif is_quote(style, how.indent, text):
        kind, level = BlockKind.QUOTE, 1
    reading.found.append(Part(kind, text, level, marks=marks))
