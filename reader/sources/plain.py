"""Plain text to blocks: paragraphs, headings, lists, quoted mail and verse, at whatever width it was wrapped."""

import re
from collections.abc import Iterable, Iterator

from reader.model import BlockKind
from reader.sources.clean import clean
from reader.sources.lines import Line, Stretch, as_one, body_indent, joined, stretches, wrap_width
from reader.sources.parts import Part
from reader.sources.stated import is_byline, is_date_line

_BULLET = re.compile(r"(?:[*+•·◦▪▸‣⁃□■-])(?:[ \t]+|$)")
_NUMBER = re.compile(r"(\d{1,3})[.)][ \t]+")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"(?:[*⁂~•·_=—–-][ \t]*){3,}$|⁂$")
_UNDERLINE = re.compile(r"(={3,}|-{3,})$")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_PROSE_LINE = 100  # characters; a longer line is a paragraph, not a line of verse or of an address
_SENTENCE = 40  # characters; a shorter paragraph may be a button or a line of a dialogue
_HEADLINE_WORDS = 30
_HEADING_WORDS = 12
_EXTRA_BLANKS = re.compile(r"\n[ \t]*\n[ \t]*\n")


def read(text: str) -> list[Part]:
    """The blocks of a clean plain text, in order, the first a heading where it looks like a headline."""
    return _with_headings(_blocks(list(stretches(text))))


def stands(text: str, parts: Iterable[Part]) -> bool:
    """Whether the text can be kept as it is: all parts stand in it, parted by no more than one blank line."""
    return all(part.start is not None for part in parts) and _EXTRA_BLANKS.search(text.strip()) is None


def from_blank_lines(text: str) -> list[Part]:
    """Paragraphs between blank lines as they stand, the first a heading where it looks like a headline."""
    parts = []
    for stretch in stretches(text):
        end = stretch[-1].start + len(stretch[-1].text)
        parts.append(Part(BlockKind.PARAGRAPH, text[stretch[0].start : end], start=stretch[0].start))
    return _with_headline(parts)


def _blocks(found: list[Stretch]) -> list[Part]:
    width = wrap_width(found)
    numbered = _numbered(found)
    body = body_indent(found)
    parts: list[Part] = []
    for stretch in found:
        if body and _hangs(stretch, body):
            parts.append(Part(BlockKind.HEADING, as_one(stretch), 2))
        elif all(_QUOTED.match(line.text) for line in stretch):
            parts += _quoted(stretch)
        elif any(_is_item(line, numbered) for line in stretch):
            parts += _listed(stretch, width, numbered)
        else:
            parts += _prose(stretch, width)
    return parts


def _hangs(stretch: Stretch, body: int) -> bool:
    """Whether a stretch is a heading by standing left of an indented text, as text browsers set them."""
    text = as_one(stretch)
    return all(line.indent < body for line in stretch) and len(text.split()) <= _HEADLINE_WORDS and len(stretch) <= 3  # noqa: PLR2004


def _prose(stretch: Stretch, width: int | None) -> list[Part]:
    """A stretch that is no list: one paragraph, several set without blank lines, or lines that are to stay lines."""
    if len(stretch) == 1:
        line = stretch[0]
        kind = BlockKind.RULE if _RULE.match(line.text) else BlockKind.PARAGRAPH
        return [Part(kind, line.text, start=line.start)]
    if len(stretch) == 2 and (underline := _UNDERLINE.match(stretch[1].text)):  # noqa: PLR2004 - a line and its rule
        return [Part(BlockKind.HEADING, stretch[0].text, 1 if underline[1][0] == "=" else 2)]
    groups = joined(stretch, width)
    if len(groups) == 1:
        return [Part(BlockKind.PARAGRAPH, as_one(groups[0]))]
    if all(len(group) == 1 and len(group[0].text) <= _PROSE_LINE for group in groups):
        return [_as_lines(stretch)]
    return [Part(BlockKind.PARAGRAPH, as_one(group), tight=i > 0) for i, group in enumerate(groups)]


def _as_lines(stretch: Stretch) -> Part:
    """Lines that stay lines: verse, an address. They stand as they are where nothing but newlines parts them."""
    first, last = stretch[0], stretch[-1]
    text = "\n".join(line.text for line in stretch)
    as_is = last.start + len(last.text) - first.start == len(text)
    return Part(BlockKind.PARAGRAPH, text, start=first.start if as_is else None)


def _numbered(found: list[Stretch]) -> bool:
    """Whether numbers at the beginning of lines count a list: at least 1 and 2 are there."""
    numbers = {match[1] for stretch in found for line in stretch if (match := _NUMBER.match(line.text))}
    return {"1", "2"} <= numbers


def _is_item(line: Line, numbered: bool) -> bool:
    return bool(_BULLET.match(line.text) and not _RULE.match(line.text)) or bool(numbered and _NUMBER.match(line.text))


def _listed(stretch: Stretch, width: int | None, numbered: bool) -> list[Part]:
    """A stretch with list items in it: each item with the lines that belong to it, other lines as prose."""
    parts: list[Part] = []
    loose: Stretch = []
    depths: list[int] = []
    for group in _item_groups(stretch, width, numbered):
        if not _is_item(group[0], numbered):
            loose += group
            continue
        if loose:
            parts += [Part(part.kind, part.text) for part in _prose(loose, width)]
            loose = []
        item = _item(group, depths)
        if item is not None:
            parts.append(item)
    if loose:
        parts += [Part(part.kind, part.text) for part in _prose(loose, width)]
    return parts


def _item_groups(stretch: Stretch, width: int | None, numbered: bool) -> Iterator[Stretch]:
    group: Stretch = []
    for line in stretch:
        hangs = group and _is_item(group[0], numbered) and line.indent > group[0].indent
        if not group or _is_item(line, numbered) or not (hangs or len(joined([group[-1], line], width)) == 1):
            if group:
                yield group
            group = [line]
        else:
            group.append(line)
    yield group


def _item(group: Stretch, depths: list[int]) -> Part | None:
    """One item without its bullet, None where there is nothing after it; `depths` are the indents of open lists."""
    first = group[0]
    number = _NUMBER.match(first.text)
    sign = number or _BULLET.match(first.text)
    begin = sign.end() if sign else 0
    while depths and depths[-1] > first.indent:
        depths.pop()
    if not depths or depths[-1] < first.indent:
        depths.append(first.indent)
    text = as_one([Line(first.start + begin, first.indent, first.text[begin:]), *group[1:]]).strip()
    if not text:
        return None
    start = first.start + begin if len(group) == 1 else None
    return Part(BlockKind.ITEM, text, len(depths), int(number[1]) if number else None, start=start)


def _quoted(stretch: Stretch) -> list[Part]:
    """Lines quoted with ">" as in mail: block quotes, as deep as they have signs."""
    parts: list[Part] = []
    depth, inner = 0, list[str]()
    for line in stretch:
        signs = _QUOTED.match(line.text)
        count = signs[0].count(">") if signs else 0
        if count != depth and inner:
            parts += _quote("\n".join(inner), depth)
            inner = []
        depth = count
        inner.append(line.text[signs.end() if signs else 0 :])
    return parts + _quote("\n".join(inner), depth)


def _quote(text: str, depth: int) -> list[Part]:
    paragraphs = _blocks(list(stretches(clean(text))))
    return [Part(BlockKind.QUOTE, part.text, depth, continues=i > 0) for i, part in enumerate(paragraphs)]


def _with_headline(parts: list[Part]) -> list[Part]:
    if len(parts) > 1 and parts[0].kind is BlockKind.PARAGRAPH and is_headline(parts[0].text):
        parts[0] = Part(BlockKind.HEADING, parts[0].text, 1, start=parts[0].start)
    return parts


def is_headline(text: str) -> bool:
    """Whether these words look like a headline: one line, not long, and no sentence that goes on."""
    if "\n" in text or len(text.split(None, _HEADLINE_WORDS)) > _HEADLINE_WORDS or text.endswith((".", ",", ";", ":")):
        return False
    return not is_byline(text) and not is_date_line(text)


def _with_headings(parts: list[Part]) -> list[Part]:
    """Short lines without a sentence's end that stand before prose become headings of the second level."""
    parts = _with_headline(parts)
    for i in range(1, len(parts) - 1):
        part, after = parts[i], parts[i + 1]
        if part.kind is BlockKind.PARAGRAPH and is_heading(part.text) and is_prose(after) and is_prose(parts[i - 1]):
            parts[i] = Part(BlockKind.HEADING, part.text, 2, start=part.start)
    return parts


def is_heading(text: str) -> bool:
    """Whether a line between two paragraphs looks like a heading."""
    first = text[0]
    if "\n" in text or not (first.isupper() or first.isdigit()) or _SENTENCE_END.search(text):
        return False
    return len(text.split()) <= _HEADING_WORDS


def is_prose(part: Part) -> bool:
    """Whether a part is running text: a sentence at least."""
    return part.kind is BlockKind.PARAGRAPH and (
        len(part.text) > _PROSE_LINE or (len(part.text) > _SENTENCE and bool(_SENTENCE_END.search(part.text)))
    )
