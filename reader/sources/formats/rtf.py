"""Read Rich Text Format: headings and block quotes by style, outline level and indent, lists, links, emphasis.

After Microsoft's RTF Specification 1.9.1. Groups that do not belong to the text (fonts, pictures, annotations) are
skipped. Footnotes and endnotes become a numbered list after the text.
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
_SKIPPED_GROUPS = frozenset(_WORDS["skipped"])
_ITEM_WORDS = frozenset(_WORDS["item"])
_CHARACTERS = {word: chr(int(code, 16)) for word, _, code in (line.partition(" ") for line in _WORDS["character"])}
_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
# Control words that set a property of a paragraph: to their number, or to true.
_PARAGRAPH_NUMBERS = {"outlinelevel": "outline", "s": "style", "li": "indent"}
_PARAGRAPH_FLAGS = {"ls": "item", "intbl": "in_table"}
_MARK_WORDS = {"b": MarkKind.STRONG, "i": MarkKind.EMPHASIS}
_STYLE = re.compile(r"\{\\s(\d{1,4})(?!\d)((?:[^{}]|\{[^{}]*\})*);\s*\}")
_NOT_STYLE_NAME = re.compile(r"\{[^{}]*\}|\\[a-z]+-?\d* ?|[\r\n]+")
_STYLES_END = re.compile(r"\}\s*\}")
_DEEPEST_GROUP = 500
_TOKENS_PER_CHECK = 10_000  # tokens between two checks of the deadline


@dataclass(slots=True)
class _GroupState:
    """What applies inside a group of the file."""

    skipped: bool = False
    destination: str | None = None  # the fact or field instruction that the text belongs to
    mark_kinds: frozenset[MarkKind] = frozenset()
    fallback_length: int = 1  # characters that follow \u for programs that do not know it


@dataclass(slots=True)
class _ParagraphSettings:
    """The settings of the paragraph that is being read."""

    outline: int | None = None
    style: int | None = None
    indent: int = 0
    item: bool = False
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class _Interrupted:
    """The text that a note interrupts, and the depth of the note's group."""

    depth: int
    parts: list[Part]
    inline: InlineText
    paragraph: _ParagraphSettings
    links: list[int]


@dataclass(slots=True)
class _RtfReader:
    """The state of reading one file."""

    style_names: dict[int, str]
    codec: str = "cp1252"
    parts: list[Part] = field(default_factory=list)
    inline: InlineText = field(default_factory=InlineText)
    groups: list[_GroupState] = field(default_factory=lambda: [_GroupState()])
    paragraph: _ParagraphSettings = field(default_factory=_ParagraphSettings)
    facts: dict[str, str] = field(default_factory=dict)
    to_skip: int = 0  # characters to skip after \u
    pending_bytes: bytearray = field(default_factory=bytearray)
    cells: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    links: list[int] = field(default_factory=list)  # the depths of the groups in which a link is open
    surrogate: str = ""
    notes: list[list[Part]] = field(default_factory=list)
    interrupted: _Interrupted | None = None


def read(document: RawDocument) -> Draft:
    """Read the text of an RTF file.

    Raises:
        SourceError: it is not an RTF file, or it is nested too deeply, or reading takes too long.
    """
    if not document.data.startswith(b"{\\rtf"):
        raise SourceError(
            "it is not Rich Text Format, although its name says so; give it the extension of its real format."
        )
    text = document.data.decode("latin-1")
    rtf = _RtfReader(_read_style_names(text))
    binary_end = 0  # the offset at which binary data ends
    deadline = Deadline()
    for count, token in enumerate(_TOKEN.finditer(text)):
        if count % _TOKENS_PER_CHECK == 0:
            deadline.check()
        if token.start() < binary_end:
            continue
        if token["word"] == "bin":
            binary_end = token.end() + max(0, int(token["number"] or 0))
        else:
            _read_token(rtf, token)
    _flush_bytes(rtf)
    _end_note(rtf)
    _end_paragraph(rtf)
    _end_table(rtf)
    facts = find_facts(rtf.parts).or_else(
        Facts(
            title=one_line(rtf.facts.get("title", "")) or None,
            byline=one_line(rtf.facts.get("author", "")) or None,
        )
    )
    return assemble([*mark_continued_quotes(rtf.parts), *footnote_list(rtf.notes)], facts)


def _read_style_names(text: str) -> dict[int, str]:
    """Return the names of the styles by their numbers."""
    begin = text.find("{\\stylesheet")
    end = _STYLES_END.search(text, begin) if begin >= 0 else None
    if end is None:
        return {}
    definitions = _STYLE.finditer(text, begin, end.start() + 1)
    return {int(style[1]): _NOT_STYLE_NAME.sub("", style[2]).strip() for style in definitions}


def _read_token(rtf: _RtfReader, token: re.Match[str]) -> None:
    if token["byte"] is not None:
        if rtf.to_skip:
            rtf.to_skip -= 1
        else:
            rtf.pending_bytes.append(int(token["byte"], 16))
        return
    _flush_bytes(rtf)
    if token["brace"] is not None:
        _read_brace(rtf, token["brace"])
    elif token["word"] is not None:
        rtf.paragraph.item |= token["word"] in _ITEM_WORDS
        _read_word(rtf, token["word"], None if token["number"] is None else int(token["number"]))
    elif token["sign"] is not None:
        _read_symbol(rtf, token["sign"])
    elif token["text"] is not None:
        text = token["text"]
        skipped_count = min(rtf.to_skip, len(text))
        rtf.to_skip -= skipped_count
        _add_text(rtf, text[skipped_count:].encode("latin-1").decode(rtf.codec, "replace"))


def _flush_bytes(rtf: _RtfReader) -> None:
    """Decode the bytes read so far, together, because an encoding may use two bytes for a character."""
    if rtf.pending_bytes:
        data = bytes(rtf.pending_bytes)
        rtf.pending_bytes.clear()
        _add_text(rtf, data.decode(rtf.codec, "replace"))


def _read_brace(rtf: _RtfReader, brace: str) -> None:
    rtf.to_skip = 0
    if brace == "{":
        if len(rtf.groups) > _DEEPEST_GROUP:
            raise SourceError("its groups are nested too deeply; save it as text.")
        rtf.groups.append(replace(rtf.groups[-1]))
    elif len(rtf.groups) > 1:
        closed = rtf.groups.pop()
        if rtf.interrupted is not None and len(rtf.groups) < rtf.interrupted.depth:
            _end_note(rtf)
        elif closed.mark_kinds != rtf.groups[-1].mark_kinds:
            _update_marks(rtf, closed.mark_kinds, rtf.groups[-1].mark_kinds)
        if rtf.links and len(rtf.groups) < rtf.links[-1]:
            rtf.links.pop()
            rtf.inline.close_mark()


def _read_symbol(rtf: _RtfReader, symbol: str) -> None:
    if symbol == "*":
        rtf.groups[-1].skipped = True
    elif symbol in "\r\n":
        _end_paragraph(rtf)
    else:
        _add_text(rtf, _SYMBOLS.get(symbol, ""))


def _add_text(rtf: _RtfReader, text: str) -> None:
    state = rtf.groups[-1]
    if state.destination is not None:
        rtf.facts[state.destination] = (rtf.facts.get(state.destination, "") + text)[:4000]
    elif not state.skipped:
        rtf.inline.add(text)


def _read_word(rtf: _RtfReader, word: str, number: int | None) -> None:  # noqa: C901 - one branch for each word
    state = rtf.groups[-1]
    if word == "u" and number is not None:
        _add_text(rtf, _decode_character(rtf, number % 65536))
        rtf.to_skip = state.fallback_length
    elif word in _CHARACTERS:
        _add_text(rtf, _CHARACTERS[word])
    elif word == "uc":
        state.fallback_length = min(max(number or 0, 0), 100)
    elif word == "ansicpg":
        rtf.codec = _find_codec(number)
    elif word in {"title", "author"} and state.skipped:
        state.destination = word
    elif word == "fldinst":
        rtf.facts["fldinst"] = ""
        state.destination = "fldinst"
    elif word == "fldrslt":
        _begin_link(rtf)
    elif word == "footnote" and not state.skipped:
        _begin_note(rtf)
    elif word in _SKIPPED_GROUPS:
        state.skipped, state.destination = True, None
    elif word in _MARK_WORDS:
        flag = frozenset({_MARK_WORDS[word]})
        _set_marks(rtf, state.mark_kinds - flag if number == 0 else state.mark_kinds | flag)
    elif word == "plain":
        _set_marks(rtf, frozenset())
    elif not state.skipped:
        _read_setting(rtf, word, number)


def _read_setting(rtf: _RtfReader, word: str, number: int | None) -> None:
    """Read a control word that ends a paragraph or sets a property of it."""
    if word == "par" and rtf.paragraph.in_table:
        rtf.inline.line_break()
    elif word in {"par", "sect", "page"}:
        _end_paragraph(rtf)
        _end_table(rtf)
    elif word == "pard":
        rtf.paragraph = _ParagraphSettings()
    elif word == "line":
        rtf.inline.line_break()
    elif word == "cell":
        rtf.cells.append(rtf.inline.take()[0].replace("\n", " "))
    elif word == "row":
        cells, rtf.cells = rtf.cells, []
        if any(cells):
            rtf.rows.append(" | ".join(cells))
    elif word in _PARAGRAPH_NUMBERS and number is not None:
        setattr(rtf.paragraph, _PARAGRAPH_NUMBERS[word], number)
    elif word in _PARAGRAPH_FLAGS:
        setattr(rtf.paragraph, _PARAGRAPH_FLAGS[word], True)


def _decode_character(rtf: _RtfReader, code: int) -> str:
    """Return a character by its UTF-16 code unit; the first half of a surrogate pair gives ""."""
    if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the range of the surrogates, as below
        rtf.surrogate = chr(code)
        return ""
    first, rtf.surrogate = rtf.surrogate, ""
    if first and 0xDC00 <= code < 0xE000:  # noqa: PLR2004
        return (first + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return chr(code)


def _find_codec(page: int | None) -> str:
    try:
        return codecs.lookup(f"cp{page}").name if page != 65001 else "utf-8"  # noqa: PLR2004 - the number that Windows gives UTF-8
    except LookupError:
        return "cp1252"


def _set_marks(rtf: _RtfReader, mark_kinds: frozenset[MarkKind]) -> None:
    state = rtf.groups[-1]
    if not state.skipped:
        _update_marks(rtf, state.mark_kinds, mark_kinds)
    state.mark_kinds = mark_kinds


def _update_marks(rtf: _RtfReader, before: frozenset[MarkKind], after: frozenset[MarkKind]) -> None:
    """Close the marks of `before` and open those of `after`; they are few, so all are set again."""
    if rtf.links:  # a mark that begins inside a link would have to end inside it
        return
    for _ in before:
        if rtf.inline.open_marks:
            rtf.inline.close_mark()
    for flag in sorted(after):
        rtf.inline.open_mark(flag)


def _begin_note(rtf: _RtfReader) -> None:
    """Begin a note, which has a group of its own, and put its number into the text; a note in a note is part of it."""
    if rtf.interrupted is None:
        _end_table(rtf)
        rtf.inline.add(f"[{len(rtf.notes) + 1}]")
        rtf.interrupted = _Interrupted(len(rtf.groups), rtf.parts, rtf.inline, rtf.paragraph, rtf.links)
        rtf.parts, rtf.inline, rtf.paragraph, rtf.links = [], InlineText(), _ParagraphSettings(), []
        rtf.groups[-1].mark_kinds = frozenset()


def _end_note(rtf: _RtfReader) -> None:
    """Continue the text where the note interrupted it."""
    if rtf.interrupted is not None:
        _end_paragraph(rtf)
        rtf.notes.append(rtf.parts)
        outer = rtf.interrupted
        rtf.parts, rtf.inline, rtf.paragraph = outer.parts, outer.inline, outer.paragraph
        rtf.links = outer.links
        rtf.interrupted = None


def _begin_link(rtf: _RtfReader) -> None:
    """Begin the visible text of a field; it is a link where the field's instruction has an address."""
    match = _LINK.search(rtf.facts.pop("fldinst", ""))
    href = safe_url(match[1] or match[2]) if match else None
    if href and not rtf.links and not rtf.groups[-1].skipped:
        rtf.inline.open_mark(MarkKind.LINK, href)
        rtf.links.append(len(rtf.groups))


def _end_table(rtf: _RtfReader) -> None:
    rows, rtf.rows = rtf.rows, []
    if rows:
        rtf.parts.append(Part(BlockKind.TABLE, "\n".join(rows)))


def _end_paragraph(rtf: _RtfReader) -> None:
    text, marks = rtf.inline.take()
    if not text:
        return
    _end_table(rtf)
    settings = rtf.paragraph
    style = "" if settings.style is None else rtf.style_names.get(settings.style, "")
    kind, level = BlockKind.PARAGRAPH, 0
    if settings.outline is not None and 0 <= settings.outline <= 5:  # noqa: PLR2004 - six levels; 9 means body text
        kind, level = BlockKind.HEADING, settings.outline + 1
    elif rank := heading_level(style):
        kind, level = BlockKind.HEADING, rank
    elif settings.item:
        kind, level = BlockKind.ITEM, 1
    elif is_quote(style, settings.indent, text):
        kind, level = BlockKind.QUOTE, 1
    rtf.parts.append(Part(kind, text, level, marks=marks))
