"""Read plain text: paragraphs, headings, lists, quoted mail and verse, at whatever width it was wrapped."""

import re
from collections.abc import Iterable
from itertools import groupby, pairwise

from reader.model import BlockKind
from reader.sources.draft import Part
from reader.sources.text.clean import clean
from reader.sources.text.lines import (
    NARROWEST,
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

_BULLET = re.compile(r"(?:[*+•·◦▪▸‣⁃□■○●☆★-])(?:[ \t]+|$)")
_NUMBER = re.compile(r"(\d{1,3})[.)][ \t]+")
_RULE = re.compile(r"(?:[*⁂~•·_=—–-][ \t]*){3,}$|⁂$")
_UNDERLINE = re.compile(r"(={3,}|-{3,})$")
_SENTENCE_ENDS = ".!?…:;,"
_LONGEST_SHORT_LINE = 100  # characters; a longer line is a paragraph, not a line of verse or of an address
_MOST_TIGHT_PARAGRAPHS = 6  # where there are more, the whole text has no blank lines between paragraphs
_NARROWEST_QUOTE = 30  # columns; quoted lines are wrapped at less, and are not verse
_SENTENCE = 40  # characters; a shorter paragraph may be a button or a line of a dialogue
_DEEPEST = 6  # the level of items and block quotes that are nested more deeply, as on web pages
_HEADLINE_WORDS = 30
_NOT_HEADLINE_ENDS = (".", ",", ";", ":", ".”", '."', ".’", ".'")  # a line that ends so is not a headline
_HEADING_WORDS = 12
_BYLINE_LINES = 5  # lines: a headline, a line under it, and the byline
_EXTRA_BLANKS = r"\n[ \t]*\n[ \t]*\n"
# A text with so many lines that are so short on average is a list that a program wrote: prose is wrapped at more.
_LISTING_LINES, _LISTING_LENGTH = 200_000, 40
_LISTING_BLOCK = 100  # lines


def read(text: str) -> list[Part]:
    """Return the blocks of a clean plain text, in order; the first is a heading where it looks like a headline."""
    if len(text) < _LISTING_LENGTH * (lines := text.count("\n")) and lines > _LISTING_LINES:
        return _read_listing(text)
    headline, groups = _split_headline(list(line_groups(text)))
    return _mark_headings([*headline, *_read_groups(groups)])


def can_keep_text(text: str, parts: Iterable[Part]) -> bool:
    """Return whether the text can be kept as it is: all parts occur in it, with at most one blank line between them."""
    has_extra_blank_lines = any(blanks in text for blanks in ("\n\n\n", " \n", "\t\n")) and re.search(
        _EXTRA_BLANKS, text.strip()
    )
    return not has_extra_blank_lines and all(part.start is not None for part in parts)


def split_at_blank_lines(text: str) -> list[Part]:
    """Return the paragraphs between blank lines as they stand; the first is a heading where it looks like one."""
    parts = []
    for group in line_groups(text):
        end = group[-1].start + len(group[-1].text)
        parts.append(Part(BlockKind.PARAGRAPH, text[group[0].start : end], start=group[0].start))
    return _mark_headline(parts)


def _read_listing(text: str) -> list[Part]:
    """Return the lines of a very long list unchanged, except blank ones, a hundred to a paragraph.

    Classifying each of a few million lines would take half a minute and find nothing.
    """
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    return [
        Part(BlockKind.PARAGRAPH, "\n".join(lines[at : at + _LISTING_BLOCK]).strip())
        for at in range(0, len(lines), _LISTING_BLOCK)
    ]


def _read_groups(groups: list[LineGroup], narrowest: int = NARROWEST) -> list[Part]:
    width = wrap_width(groups, narrowest)
    markers = _find_list_markers(groups)
    body = body_indent(groups)
    parts: list[Part] = []
    for group in (run for each in groups for run in _split_quoted(each)):
        if body and _is_hanging_heading(group, body):
            parts.append(Part(BlockKind.HEADING, join_lines(group), 2))
        elif group[0].text[0] == ">":
            parts += _read_quoted(group)
        elif any(_is_list_item(line, markers) for line in group):
            parts += _read_list(group, width, markers)
        else:
            parts += _read_prose(group, width)
    return parts


def _split_headline(groups: list[LineGroup]) -> tuple[list[Part], list[LineGroup]]:
    """Separate a headline from lines under it that state the author or the date; return it and the rest.

    A second line of a headline begins with a small letter. Where another headline follows, these lines are not one.
    """
    first, *others = groups or [[]]
    fact_line = next(
        (at for at, line in enumerate(first[:_BYLINE_LINES]) if is_byline(line.text) or is_date_line(line.text)), 0
    )
    if (
        fact_line
        and not is_byline(first[fact_line].text)
        and any(line.text[0].islower() for line in first[fact_line + 1 : fact_line + 2])
    ):
        return [], groups  # "The council met on", "4 May 2021", "and voted.": lines of one sentence
    end = next((at for at in range(1, fact_line) if not first[at].text[0].islower()), fact_line)
    if (
        not fact_line
        or not is_headline(headline := join_lines(first[:end]))
        or (others and is_headline(join_lines(others[0])))
    ):
        return [], groups
    start = first[0].start if end == 1 else None
    return [Part(BlockKind.PARAGRAPH, headline, start=start)], [first[end:], *others]


def _split_quoted(group: LineGroup) -> list[LineGroup]:
    """Split a group where lines quoted with ">" begin and end."""
    if not any(line.text[0] == ">" for line in group):
        return [group]
    return [list(run) for _, run in groupby(group, key=lambda line: line.text[0] == ">")]


def _is_hanging_heading(group: LineGroup, body: int) -> bool:
    """Return whether a group is a heading that stands left of the indented text, as text browsers print them."""
    text = join_lines(group)
    return all(line.indent < body for line in group) and len(text.split()) <= _HEADLINE_WORDS and len(group) <= 3  # noqa: PLR2004


def _read_prose(group: LineGroup, width: int | None) -> list[Part]:
    """Read a group that is not a list: one paragraph, several without blank lines between, or lines to keep."""
    if len(group) == 1:
        line = group[0]
        kind = BlockKind.RULE if _RULE.match(line.text) else BlockKind.PARAGRAPH
        return [Part(kind, line.text, start=line.start)]
    if len(group) == 2 and (underline := _UNDERLINE.match(group[1].text)):  # noqa: PLR2004 - a line and its rule
        return [Part(BlockKind.HEADING, group[0].text, 1 if underline[1][0] == "=" else 2)]
    groups = join_wrapped(group, width)
    if len(groups) == 1:
        return [Part(BlockKind.PARAGRAPH, join_lines(groups[0]))]
    if all(len(group) == 1 and len(group[0].text) <= _LONGEST_SHORT_LINE for group in groups):
        return [_keep_lines(group)]
    return [
        Part(BlockKind.PARAGRAPH, join_lines(group), tight=0 < i < _MOST_TIGHT_PARAGRAPHS)
        for i, group in enumerate(groups)
    ]


def _keep_lines(group: LineGroup) -> Part:
    """Make one paragraph of lines that stay separate, as in verse or an address.

    It has an offset in the text if only newlines separate the lines there.
    """
    first, last = group[0], group[-1]
    text = "\n".join(line.text for line in group)
    as_is = last.start + len(last.text) - first.start == len(text)
    return Part(BlockKind.PARAGRAPH, text, start=first.start if as_is else None)


def _find_list_markers(groups: list[LineGroup]) -> frozenset[str]:
    """Return the markers of list items: bullets that begin consecutive lines, and "1" where items 1 and 2 are numbered.

    A single dash before a line is not a list: it signs a quotation or begins a speech.
    """
    markers, numbers, before = set[str](), set[str](), ""
    for line in (line for group in groups for line in group):
        if number := _NUMBER.match(line.text):
            numbers.add(number[1])
        bullet = line.text[0] if _BULLET.match(line.text) and not _RULE.match(line.text) else ""
        if bullet and bullet == before:
            markers.add(bullet)
        if bullet or not line.indent:
            before = bullet
    return frozenset(markers | {"1"} if {"1", "2"} <= numbers else markers)


def _is_list_item(line: TextLine, markers: frozenset[str]) -> bool:
    if line.text[0] in markers and _BULLET.match(line.text) and not _RULE.match(line.text):
        return True
    return "1" in markers and _NUMBER.match(line.text) is not None


def _read_list(group: LineGroup, width: int | None, markers: frozenset[str]) -> list[Part]:
    """Read a group with list items: each item with the lines that belong to it, other lines as prose."""
    parts: list[Part] = []
    depths: list[int] = []
    for is_list, groups in groupby(_item_groups(group, width, markers), lambda group: _is_list_item(group[0], markers)):
        if is_list:
            parts += filter(None, (_read_item(group, depths) for group in groups))
        else:
            other_lines = [line for group in groups for line in group]
            parts += [Part(part.kind, part.text) for part in _read_prose(other_lines, width)]
    return parts


def _item_groups(group: LineGroup, width: int | None, markers: frozenset[str]) -> list[LineGroup]:
    groups = [group[:1]]
    for before, line in pairwise(group):
        first = groups[-1][0]
        is_continuation = _is_list_item(first, markers) and line.indent > first.indent
        if not _is_list_item(line, markers) and (is_continuation or len(join_wrapped([before, line], width)) == 1):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _read_item(group: LineGroup, depths: list[int]) -> Part | None:
    """Return one item without its bullet, None where it is empty; `depths` are the indents of the open lists."""
    first = group[0]
    number = _NUMBER.match(first.text)
    marker = number or _BULLET.match(first.text)
    text_start = marker.end() if marker else 0
    while depths and depths[-1] > first.indent:
        depths.pop()
    if not depths or depths[-1] < first.indent:
        depths.append(first.indent)
    text = join_lines([TextLine(first.start + text_start, first.indent, first.text[text_start:]), *group[1:]]).strip()
    if not text:
        return None
    start = first.start + text_start if len(group) == 1 else None
    return Part(BlockKind.ITEM, text, min(len(depths), _DEEPEST), int(number[1]) if number else None, start=start)


def _read_quoted(group: LineGroup) -> list[Part]:
    """Read lines quoted with ">" as in mail: block quotes as deep as the line has markers."""
    parts: list[Part] = []
    depth, quoted_lines = 0, list[str]()
    for line in group:
        text = line.text.lstrip("> \t")
        count = line.text[: len(line.text) - len(text)].count(">")
        if count != depth and quoted_lines and (text or count > depth):
            parts += _make_quote("\n".join(quoted_lines), depth)
            quoted_lines = []
        depth = count if text else depth or count
        quoted_lines.append(text)
    return parts + _make_quote("\n".join(quoted_lines), depth)


def _make_quote(text: str, depth: int) -> list[Part]:
    paragraphs = _read_groups(list(line_groups(clean(text))), _NARROWEST_QUOTE)
    level = min(depth, _DEEPEST)
    return [Part(BlockKind.QUOTE, part.text, level, continues=i > 0) for i, part in enumerate(paragraphs)]


def _mark_headline(parts: list[Part]) -> list[Part]:
    if len(parts) > 1 and parts[0].kind is BlockKind.PARAGRAPH and is_headline(parts[0].text):
        parts[0] = Part(BlockKind.HEADING, parts[0].text, 1, start=parts[0].start)
    return parts


def is_headline(text: str) -> bool:
    """Return whether a text looks like a headline: one line, not long, not ending like a sentence that continues."""
    if "\n" in text or len(text.split(None, _HEADLINE_WORDS)) > _HEADLINE_WORDS or text.endswith(_NOT_HEADLINE_ENDS):
        return False
    return not is_byline(text) and not is_date_line(text)


def _mark_headings(parts: list[Part]) -> list[Part]:
    """Make headings of level 2 of short lines that do not end like a sentence and stand between paragraphs."""
    parts = _mark_headline(parts)
    for i in range(1, len(parts) - 1):
        part, after = parts[i], parts[i + 1]
        if part.kind is BlockKind.PARAGRAPH and is_heading(part.text) and is_prose(after) and is_prose(parts[i - 1]):
            parts[i] = Part(BlockKind.HEADING, part.text, 2, start=part.start)
    return parts


def is_heading(text: str) -> bool:
    """Return whether a line between two paragraphs looks like a heading."""
    first = text[0]
    if "\n" in text or not (first.isupper() or first.isdigit()) or ends_with(text, _SENTENCE_ENDS):
        return False
    return len(text.split(None, _HEADING_WORDS)) <= _HEADING_WORDS


def is_prose(part: Part) -> bool:
    """Return whether a part is running text of at least one sentence."""
    return part.kind is BlockKind.PARAGRAPH and (
        len(part.text) > _LONGEST_SHORT_LINE or (len(part.text) > _SENTENCE and ends_with(part.text, _SENTENCE_ENDS))
    )
