"""The lines of an export with its blocks: parse them, and insert and remove blocks around a person's own text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias
from zlib import crc32

# What outliners put before the first line of a list item.
_BULLET = r"(?:[ \t]*- )?"
_OPEN = re.compile(_BULLET + r"<!-- pullquote:highlight ([\w-]+)(?: ([0-9a-f]{8}))? -->\s*")
_CLOSE = re.compile(r"[ \t]*<!-- /pullquote -->\s*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(_BULLET + r"#{1,2}[ \t]")
_COMMENT = re.compile(_BULLET + "<!--")


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """A highlight's block in a file: the `lines` that are there, and whether a person has changed them."""

    id: str
    lines: tuple[str, ...] = ()
    is_changed: bool = False


Page: TypeAlias = list[str | MarkdownBlock]
"""The lines of a file after its front matter, with each block as one entry."""


def parse(lines: list[str]) -> Page:
    """Return the lines of a file with each block as one entry; a block without its end is the person's text."""
    page: Page = []
    at = 0
    while at < len(lines):
        opened = _OPEN.fullmatch(lines[at])
        close = _block_end(lines, at) if opened else None
        if opened and close is not None:
            inside = [line.rstrip("\r") for line in lines[at + 1 : close]]
            is_changed = opened[2] is not None and opened[2] != checksum(inside)
            page.append(MarkdownBlock(opened[1], tuple(lines[at : close + 1]), is_changed))
            at = close
        else:
            page.append(lines[at])
        at += 1
    return page


def _block_end(lines: list[str], opened: int) -> int | None:
    for at in range(opened + 1, len(lines)):
        if _OPEN.fullmatch(lines[at]):
            return None
        if _CLOSE.fullmatch(lines[at]):
            return at
    return None


def _is_blank(entry: str | MarkdownBlock) -> bool:
    return isinstance(entry, str) and not entry.strip()


def _remove_entry(page: Page, at: int) -> None:
    """Remove one entry, and the blank lines after it where there are some before it as well."""
    del page[at]
    while 0 < at < len(page) - 1 and _is_blank(page[at - 1]) and _is_blank(page[at]):
        del page[at]


def remove_blocks(page: Page, ids: set[str]) -> None:
    """Remove the blocks of these highlights, but for those that a person has changed."""
    for at in reversed(range(len(page))):
        entry = page[at]
        if isinstance(entry, MarkdownBlock) and entry.id in ids and not entry.is_changed:
            _remove_entry(page, at)


def remove_empty_section(page: Page, heading: str) -> None:
    """Remove the section with this heading (its line) where nothing is left in it."""
    for at in sorted(_section_starts(page), reverse=True):
        section = page[at + 1 : _section_end(page, at)]
        if _is_line(page[at], heading) and all(_is_blank(entry) for entry in section):
            _remove_entry(page, at)


def _is_line(entry: str | MarkdownBlock, line: str) -> bool:
    return isinstance(entry, str) and entry.rstrip() == line


def _section_starts(page: Page) -> list[int]:
    """Return where the headings of the first two levels are, outside of fenced code."""
    heads = []
    fence = ""
    for at, entry in enumerate(page):
        if not isinstance(entry, str):
            continue
        found = _FENCE.match(entry)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not entry[found.end() :].strip():
            fence = ""
        elif not fence and _HEADING.match(entry):
            heads.append(at)
    return heads


def _section_end(page: Page, at: int) -> int:
    return next((head for head in _section_starts(page) if head > at), len(page))


def insert_blocks(page: Page, heading: str, ids: Sequence[str], order: Sequence[str], end: str) -> None:
    """Insert the blocks of one section that the page lacks, in order.

    Text that a person wrote after a block stays with that block, and text right above a block or a heading stays with
    that one: a new block goes before the next one or to the section's end.

    Args:
        page: The page, which is changed.
        heading: The line of the section's heading.
        ids: The highlights of the section, in text order.
        order: The headings of all sections, in order.
        end: What ends a line before the newline: a carriage return or "".
    """
    incomplete = {found[1] for entry in page if isinstance(entry, str) and (found := _OPEN.fullmatch(entry))}
    for number, id_ in enumerate(ids):
        places = {entry.id: at for at, entry in enumerate(page) if isinstance(entry, MarkdownBlock)}
        if id_ in places or id_ in incomplete:
            continue
        block = MarkdownBlock(id_)
        later = [places[other] for other in ids[number:] if other in places]
        earlier = [places[other] for other in ids[:number] if other in places]
        if later:
            _insert_entries(page, min(later), [block], end)
        elif earlier:
            _insert_entries(page, _section_end(page, max(earlier)), [block], end)
        elif heads := [at for at in _section_starts(page) if _is_line(page[at], heading)]:
            _insert_entries(page, _section_end(page, heads[0]), [block], end)
        else:
            _insert_entries(page, _new_section_index(page, heading, order), [heading + end, end, block], end)


def _new_section_index(page: Page, heading: str, order: Sequence[str]) -> int:
    """Return where a new section goes: after the voice before it, else before the one after it, else at the end."""
    place = order.index(heading)
    heads = {page[at]: at for at in reversed(_section_starts(page))}
    known = {entry.rstrip(): at for entry, at in heads.items() if isinstance(entry, str)}
    for other in reversed(order[:place]):
        if other in known:
            return _section_end(page, known[other])
    for other in order[place + 1 :]:
        if other in known:
            return known[other]
    return len(page)


def _insert_entries(page: Page, at: int, entries: Page, end: str) -> None:
    """Insert entries before `at` and any text right above it, with blank lines around them."""
    at = _attached_text_start(page, at)
    while at > 0 and _is_blank(page[at - 1]):
        at -= 1
    before: Page = [end] if at else []
    if at == len(page):
        after: Page = [""]
    else:
        after = [] if _is_blank(page[at]) else [end]
    page[at:at] = [*before, *entries, *after]


def _attached_text_start(page: Page, at: int) -> int:
    """Return where the text begins that is right above `at`, without a blank line, and belongs to what follows."""
    start = at
    while start > 0 and isinstance(line := page[start - 1], str) and line.strip() and at < len(page):
        if _HEADING.match(line) or _FENCE.match(line) or _COMMENT.match(line):
            return at
        start -= 1
    return start if start > 0 and _is_blank(page[start - 1]) else at


def checksum(lines: Sequence[str]) -> str:
    """Return a checksum of the lines of a block, which shows whether a person changed them."""
    return f"{crc32(chr(10).join(lines).encode()):08x}"
