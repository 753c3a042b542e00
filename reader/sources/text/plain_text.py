"""Plain text to blocks: paragraphs, headings, lists, quoted mail and verse, at whatever width it was wrapped."""

import re
from collections.abc import Iterable
from itertools import groupby, pairwise

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.clean import clean
from reader.sources.text.lines import (
    NARROW,
    LineGroup,
    TextLine,
    body_indent,
    ends_with,
    join_lines,
    join_wrapped,
    line_groups,
    wrap_width,
)
from reader.sources.text.stated_facts import is_byline, is_date_line

_BULLET = re.compile(r"(?:[*+•·◦▪▸‣⁃□■-])(?:[ \t]+|$)")
_NUMBER = re.compile(r"(\d{1,3})[.)][ \t]+")
_RULE = re.compile(r"(?:[*⁂~•·_=—–-][ \t]*){3,}$|⁂$")
_UNDERLINE = re.compile(r"(={3,}|-{3,})$")
_ENDS = ".!?…:;,"
_PROSE_LINE = 100  # characters; a longer line is a paragraph, not a line of verse or of an address
_MOST_TIGHT = 6  # paragraphs; where more are set without blank lines, that is how the text is set
_NARROW_QUOTE = 30  # columns: quoted lines are wrapped shorter, and are no verse
_SENTENCE = 40  # characters; a shorter paragraph may be a button or a line of a dialogue
_HEADLINE_WORDS = 30
_GOES_ON = (".", ",", ";", ":", ".”", '."', ".’", ".'")  # ends of a line that is no headline
_HEADING_WORDS = 12
_ABOVE = 5  # lines of a headline, a line under it, and the byline
_EXTRA_BLANKS = r"\n[ \t]*\n[ \t]*\n"
# A text of so many lines, so short on average, is a list made by a program: no one wraps prose at half a line.
_LISTING, _LISTING_LINE = 200_000, 40
_LISTING_BLOCK = 100  # lines


def read(text: str) -> list[Part]:
    """The blocks of a clean plain text, in order, the first a heading where it looks like a headline."""
    if len(text) < _LISTING_LINE * (lines := text.count("\n")) and lines > _LISTING:
        return _listing(text)
    headline, found = _headline_apart(list(line_groups(text)))
    return _with_headings([*headline, *_blocks(found)])


def can_keep_text(text: str, parts: Iterable[Part]) -> bool:
    """Whether the text can be kept as it is: all parts stand in it, parted by no more than one blank line."""
    blank = any(blanks in text for blanks in ("\n\n\n", " \n", "\t\n")) and re.search(_EXTRA_BLANKS, text.strip())
    return not blank and all(part.start is not None for part in parts)


def split_at_blank_lines(text: str) -> list[Part]:
    """Paragraphs between blank lines as they stand, the first a heading where it looks like a headline."""
    parts = []
    for stretch in line_groups(text):
        end = stretch[-1].start + len(stretch[-1].text)
        parts.append(Part(BlockKind.PARAGRAPH, text[stretch[0].start : end], start=stretch[0].start))
    return _with_headline(parts)


def _listing(text: str) -> list[Part]:
    """The lines of a list of hundreds of thousands, as they stand but for blank ones, a hundred to a paragraph.

    To look at each for what it might be takes half a minute for a few million, and there is nothing to be found.
    """
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    return [
        Part(BlockKind.PARAGRAPH, "\n".join(lines[at : at + _LISTING_BLOCK]).strip())
        for at in range(0, len(lines), _LISTING_BLOCK)
    ]


def _blocks(found: list[LineGroup], narrowest: int = NARROW) -> list[Part]:
    width = wrap_width(found, narrowest)
    signs = _signs(found)
    body = body_indent(found)
    parts: list[Part] = []
    for stretch in (run for each in found for run in _runs(each)):
        if body and _hangs(stretch, body):
            parts.append(Part(BlockKind.HEADING, join_lines(stretch), 2))
        elif stretch[0].text[0] == ">":
            parts += _quoted(stretch)
        elif any(_is_item(line, signs) for line in stretch):
            parts += _listed(stretch, width, signs)
        else:
            parts += _prose(stretch, width)
    return parts


def _headline_apart(found: list[LineGroup]) -> tuple[list[Part], list[LineGroup]]:
    """A headline that stands right over lines that say who wrote the text, or when; and the stretches without it.

    A second line of the headline goes on in small letters. Where a headline follows, the lines above it are none.
    """
    first, *others = found or [[]]
    fact = next((at for at, line in enumerate(first[:_ABOVE]) if is_byline(line.text) or is_date_line(line.text)), 0)
    if fact and not is_byline(first[fact].text) and any(line.text[0].islower() for line in first[fact + 1 : fact + 2]):
        return [], found  # "The council met on", "4 May 2021", "and voted.": lines of one sentence
    end = next((at for at in range(1, fact) if not first[at].text[0].islower()), fact)
    if (
        not fact
        or not is_headline(headline := join_lines(first[:end]))
        or (others and is_headline(join_lines(others[0])))
    ):
        return [], found
    start = first[0].start if end == 1 else None
    return [Part(BlockKind.PARAGRAPH, headline, start=start)], [first[end:], *others]


def _runs(stretch: LineGroup) -> list[LineGroup]:
    """A stretch cut where lines quoted with ">" begin and end."""
    if not any(line.text[0] == ">" for line in stretch):
        return [stretch]
    return [list(run) for _, run in groupby(stretch, key=lambda line: line.text[0] == ">")]


def _hangs(stretch: LineGroup, body: int) -> bool:
    """Whether a stretch is a heading by standing left of an indented text, as text browsers set them."""
    text = join_lines(stretch)
    return all(line.indent < body for line in stretch) and len(text.split()) <= _HEADLINE_WORDS and len(stretch) <= 3  # noqa: PLR2004


def _prose(stretch: LineGroup, width: int | None) -> list[Part]:
    """A stretch that is no list: one paragraph, several set without blank lines, or lines that are to stay lines."""
    if len(stretch) == 1:
        line = stretch[0]
        kind = BlockKind.RULE if _RULE.match(line.text) else BlockKind.PARAGRAPH
        return [Part(kind, line.text, start=line.start)]
    if len(stretch) == 2 and (underline := _UNDERLINE.match(stretch[1].text)):  # noqa: PLR2004 - a line and its rule
        return [Part(BlockKind.HEADING, stretch[0].text, 1 if underline[1][0] == "=" else 2)]
    groups = join_wrapped(stretch, width)
    if len(groups) == 1:
        return [Part(BlockKind.PARAGRAPH, join_lines(groups[0]))]
    if all(len(group) == 1 and len(group[0].text) <= _PROSE_LINE for group in groups):
        return [_as_lines(stretch)]
    return [Part(BlockKind.PARAGRAPH, join_lines(group), tight=0 < i < _MOST_TIGHT) for i, group in enumerate(groups)]


def _as_lines(stretch: LineGroup) -> Part:
    """Lines that stay lines: verse, an address. They stand as they are where nothing but newlines parts them."""
    first, last = stretch[0], stretch[-1]
    text = "\n".join(line.text for line in stretch)
    as_is = last.start + len(last.text) - first.start == len(text)
    return Part(BlockKind.PARAGRAPH, text, start=first.start if as_is else None)


def _signs(found: list[LineGroup]) -> frozenset[str]:
    """The signs that mark list items here: bullets that follow one upon another, and "1" where 1 and 2 are counted.

    One dash before a line is no list: it signs a quotation, or begins a speech.
    """
    signs, numbers, before = set[str](), set[str](), ""
    for line in (line for stretch in found for line in stretch):
        if number := _NUMBER.match(line.text):
            numbers.add(number[1])
        bullet = line.text[0] if _BULLET.match(line.text) and not _RULE.match(line.text) else ""
        if bullet and bullet == before:
            signs.add(bullet)
        if bullet or not line.indent:
            before = bullet
    return frozenset(signs | {"1"} if {"1", "2"} <= numbers else signs)


def _is_item(line: TextLine, signs: frozenset[str]) -> bool:
    if line.text[0] in signs and _BULLET.match(line.text) and not _RULE.match(line.text):
        return True
    return "1" in signs and _NUMBER.match(line.text) is not None


def _listed(stretch: LineGroup, width: int | None, signs: frozenset[str]) -> list[Part]:
    """A stretch with list items in it: each item with the lines that belong to it, other lines as prose."""
    parts: list[Part] = []
    depths: list[int] = []
    for listed, groups in groupby(_item_groups(stretch, width, signs), lambda group: _is_item(group[0], signs)):
        if listed:
            parts += filter(None, (_item(group, depths) for group in groups))
        else:
            loose = [line for group in groups for line in group]
            parts += [Part(part.kind, part.text) for part in _prose(loose, width)]
    return parts


def _item_groups(stretch: LineGroup, width: int | None, signs: frozenset[str]) -> list[LineGroup]:
    groups = [stretch[:1]]
    for before, line in pairwise(stretch):
        first = groups[-1][0]
        hangs = _is_item(first, signs) and line.indent > first.indent
        if not _is_item(line, signs) and (hangs or len(join_wrapped([before, line], width)) == 1):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _item(group: LineGroup, depths: list[int]) -> Part | None:
    """One item without its bullet, None where there is nothing after it; `depths` are the indents of open lists."""
    first = group[0]
    number = _NUMBER.match(first.text)
    sign = number or _BULLET.match(first.text)
    begin = sign.end() if sign else 0
    while depths and depths[-1] > first.indent:
        depths.pop()
    if not depths or depths[-1] < first.indent:
        depths.append(first.indent)
    text = join_lines([TextLine(first.start + begin, first.indent, first.text[begin:]), *group[1:]]).strip()
    if not text:
        return None
    start = first.start + begin if len(group) == 1 else None
    return Part(BlockKind.ITEM, text, len(depths), int(number[1]) if number else None, start=start)


def _quoted(stretch: LineGroup) -> list[Part]:
    """Lines quoted with ">" as in mail: block quotes, as deep as they have signs."""
    parts: list[Part] = []
    depth, inner = 0, list[str]()
    for line in stretch:
        text = line.text.lstrip("> \t")
        count = line.text[: len(line.text) - len(text)].count(">")
        if count != depth and inner and (text or count > depth):
            parts += _quote("\n".join(inner), depth)
            inner = []
        depth = count if text else depth or count
        inner.append(text)
    return parts + _quote("\n".join(inner), depth)


def _quote(text: str, depth: int) -> list[Part]:
    paragraphs = _blocks(list(line_groups(clean(text))), _NARROW_QUOTE)
    return [Part(BlockKind.QUOTE, part.text, depth, continues=i > 0) for i, part in enumerate(paragraphs)]


def _with_headline(parts: list[Part]) -> list[Part]:
    if len(parts) > 1 and parts[0].kind is BlockKind.PARAGRAPH and is_headline(parts[0].text):
        parts[0] = Part(BlockKind.HEADING, parts[0].text, 1, start=parts[0].start)
    return parts


def is_headline(text: str) -> bool:
    """Whether these words look like a headline: one line, not long, and no sentence that goes on."""
    if "\n" in text or len(text.split(None, _HEADLINE_WORDS)) > _HEADLINE_WORDS or text.endswith(_GOES_ON):
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
    if "\n" in text or not (first.isupper() or first.isdigit()) or ends_with(text, _ENDS):
        return False
    return len(text.split(None, _HEADING_WORDS)) <= _HEADING_WORDS


def is_prose(part: Part) -> bool:
    """Whether a part is running text: a sentence at least."""
    return part.kind is BlockKind.PARAGRAPH and (
        len(part.text) > _PROSE_LINE or (len(part.text) > _SENTENCE and ends_with(part.text, _ENDS))
    )
