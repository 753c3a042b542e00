"""Highlights as Markdown: grouped by voice, and merged into an earlier export that a person may have written in.

A file is YAML front matter, a heading, and for each voice a heading and its highlights. What stands from
``<!-- pullquote:highlight ID SUM -->`` to ``<!-- /pullquote -->`` is ours and written anew each time, as long as it
is what we wrote (SUM tells); a passage that a person changed and all the rest are theirs and stay, byte for byte and
in their place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zlib import crc32

from reader.errors import ExportError
from reader.export import export_files, markdown_escape
from reader.export.citation import speaker_facts, without_outer_marks
from reader.model import Article, Highlight, Speaker
from reader.printable import printable, printable_lines

# The front matter's key that makes a file ours; its value is an id of the article.
KEY = "pullquote"

UNATTRIBUTED = "Without a speaker"

_OPEN = re.compile(r"<!-- pullquote:highlight ([\w-]+)(?: ([0-9a-f]{8}))? -->\s*")
_CLOSE = re.compile(r"<!-- /pullquote -->\s*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,2}[ \t]")
_NOTICE = "<!-- Pullquote rewrites what stands between its own comments until you change it. All else is yours. -->"

# What stands for the reporter's words between the parts of a quotation that its cue interrupts.
_LEFT_OUT = " […] "


@dataclass(frozen=True, slots=True)
class _Block:
    """A highlight's place in a file; `lines` are what stood there, `changed` whether a person has changed them."""

    id: str
    lines: tuple[str, ...] = ()
    changed: bool = False


# A file as its lines, with each of our blocks as one.
_Page = list[str | _Block]


def write(  # noqa: PLR0913 - each is one fact about the file to be written
    article: Article,
    highlights: Sequence[Highlight],
    *,
    voices: Sequence[str] = (),
    deleted: Sequence[Highlight] = (),
    ids: frozenset[str] = frozenset(),
    output: Path | None = None,
    folder: Path = Path(),
) -> Path:
    """Write `highlights` of `article` to a file and return its path.

    `highlights`, `voices` and `deleted` are as for `render`; `ids` are all ids of the article. `output` is a file or
    a folder that is there; without it the file goes into `folder`, which is made where it is missing, under a name
    made from the title, numbered where that is taken. Raises ExportError where nothing was kept, where `output` is
    not an export of this article, and where the file can't be written.
    """
    known = ids | {article.id}

    def ours(text: str) -> bool:
        return article_id_of(text) in known

    path = export_files.choose_path(output, folder, export_files.slug(_title(article)), ours)
    before = export_files.read_text(path)
    if before is not None and before.strip() and not ours(before):
        raise ExportError(f"{path} is no export of this article and was left as it is: name another file.")
    if before is None and not highlights:
        raise _nothing(article)
    after = render(article, highlights, voices=voices, deleted=deleted, before=before or "")
    if after != before:
        export_files.write_atomically(path, after)
    return path


def render_new(article: Article, highlights: Sequence[Highlight], *, voices: Sequence[str] = ()) -> str:
    """The export as it stands in a new file. Raises ExportError where nothing was kept."""
    if not highlights:
        raise _nothing(article)
    return render(article, highlights, voices=voices)


def _nothing(article: Article) -> ExportError:
    title = without_outer_marks((_title(article),))
    return ExportError(f"Nothing is highlighted in “{title}” yet: in the reader h highlights a quotation.")


def article_id_of(text: str) -> str | None:
    """The article's id in an export's front matter; None for any other text."""
    for line in _parted(text)[1]:
        name, colon, value = line.partition(":")
        if name == KEY and colon:
            return value.strip().strip("\"'")
    return None


def render(
    article: Article,
    highlights: Sequence[Highlight],
    *,
    voices: Sequence[str] = (),
    deleted: Sequence[Highlight] = (),
    before: str = "",
) -> str:
    """The export of `highlights`, given in text order, merged into `before`, an earlier export or "".

    `voices` are names in the order of their headings; speakers that it lacks come after those, in order of their
    highlights, and what has no speaker last. Blocks of `deleted` go from the file; blocks that are in neither (from
    another library) stay. What is the same is written the same: a second export with nothing changed is `before`.
    """
    # Lines are parted at "\n" alone, so that a person's lines keep whatever else they end with.
    end = "\r" if "\r\n" in before else ""
    mark, front, body = _parted(before)
    page: _Page = (
        _page(body) if before.strip() else [f"# {markdown_escape.line(printable(_title(article)))}", "", _NOTICE, ""]
    )
    alive = {highlight.id: highlight for highlight in highlights}
    _remove(page, {highlight.id for highlight in deleted} - alive.keys())
    for heading in {_heading(highlight) for highlight in deleted} - {_heading(highlight) for highlight in highlights}:
        _remove_empty(page, _heading_line(heading))
    order = _headings(highlights, voices)
    for heading in order:
        _insert(page, heading, [highlight for highlight in highlights if _heading(highlight) == heading], order, end)
    lines = _front_matter(article, front, end)
    for entry in page:
        if isinstance(entry, str):
            lines.append(entry)
        elif entry.id in alive and not entry.changed:
            lines += (line + end for line in _block(article, alive[entry.id]))
        else:
            lines += entry.lines
    return mark + "\n".join(lines)


def _parted(text: str) -> tuple[str, list[str], list[str]]:
    """A file's byte order mark or "", the lines of its front matter with their fences, and the lines after it."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    if lines[0].rstrip() == "---":
        for at in range(1, len(lines)):
            if lines[at].rstrip() in {"---", "..."}:
                return mark, lines[: at + 1], lines[at + 1 :]
    return mark, [], lines


def _front_matter(article: Article, front: list[str], end: str) -> list[str]:
    """The front matter with the article's facts; in one that is there, a key keeps the value that it has."""
    # Most sessions export nothing.
    import yaml  # noqa: PLC0415

    facts = {
        "title": article.title,
        "author": article.byline,
        "outlet": article.outlet,
        "url": article.url,
        "date": _date(article.published),
        KEY: article.id,
    }
    there = {line.partition(":")[0].rstrip() for line in front}
    # On one line each, so that a line is a key.
    missing = [
        yaml.safe_dump(
            {key: printable(" ".join(fact.split())) if isinstance(fact, str) else fact},
            allow_unicode=True,
            width=float("inf"),
        ).rstrip("\n")
        + end
        for key, fact in facts.items()
        if fact and key not in there
    ]
    if front:
        return [*front[:-1], *missing, front[-1]]
    return ["---", *missing, "---", ""]


def _date(published: str | None) -> date | str | None:
    """A date as YAML's own date, which note programs sort by; anything else as it is."""
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return published


def _title(article: Article) -> str:
    """The article's title, else its first words."""
    return article.name or "Untitled"


def _heading(highlight: Highlight) -> str:
    return UNATTRIBUTED if highlight.speaker is None else highlight.speaker.name


def _heading_line(heading: str) -> str:
    return f"## {markdown_escape.line(printable(heading))}"


def _headings(highlights: Sequence[Highlight], voices: Sequence[str]) -> list[str]:
    """The headings that the highlights need, in their order."""
    needed = dict.fromkeys(_heading(highlight) for highlight in highlights)
    named = [heading for heading in (*voices, *needed) if heading in needed and heading != UNATTRIBUTED]
    return [*dict.fromkeys(named), *(heading for heading in needed if heading == UNATTRIBUTED)]


def _page(lines: list[str]) -> _Page:
    """The lines of a file with each of our blocks as one entry; one whose end was lost counts as the person's text."""
    page: _Page = []
    at = 0
    while at < len(lines):
        opened = _OPEN.fullmatch(lines[at])
        close = _close(lines, at) if opened else None
        if opened and close is not None:
            inside = [line.rstrip("\r") for line in lines[at + 1 : close]]
            changed = opened[2] is not None and opened[2] != _sum(inside)
            page.append(_Block(opened[1], tuple(lines[at : close + 1]), changed))
            at = close
        else:
            page.append(lines[at])
        at += 1
    return page


def _close(lines: list[str], opened: int) -> int | None:
    for at in range(opened + 1, len(lines)):
        if _OPEN.fullmatch(lines[at]):
            return None
        if _CLOSE.fullmatch(lines[at]):
            return at
    return None


def _is_blank(entry: str | _Block) -> bool:
    return isinstance(entry, str) and not entry.strip()


def _drop(page: _Page, at: int) -> None:
    """Take one entry out, and the blank lines after it where there are some before it as well."""
    del page[at]
    while 0 < at < len(page) - 1 and _is_blank(page[at - 1]) and _is_blank(page[at]):
        del page[at]


def _remove(page: _Page, ids: set[str]) -> None:
    for at in reversed(range(len(page))):
        entry = page[at]
        if isinstance(entry, _Block) and entry.id in ids and not entry.changed:
            _drop(page, at)


def _remove_empty(page: _Page, heading: str) -> None:
    """Take out a voice's heading under which nothing is left."""
    for at in sorted(_section_heads(page), reverse=True):
        section = page[at + 1 : _section_end(page, at)]
        if _is_line(page[at], heading) and all(_is_blank(entry) for entry in section):
            _drop(page, at)


def _is_line(entry: str | _Block, line: str) -> bool:
    return isinstance(entry, str) and entry.rstrip() == line


def _section_heads(page: _Page) -> list[int]:
    """Where headings of the first two ranks stand, outside of fenced code."""
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


def _section_end(page: _Page, at: int) -> int:
    return next((head for head in _section_heads(page) if head > at), len(page))


def _insert(page: _Page, heading: str, group: list[Highlight], order: list[str], end: str) -> None:
    """Put the highlights of one voice that the page lacks into its section, in text order among those that are there.

    What a person wrote after a block stays with that block, and what they set right above one or above a heading with
    that: a new block goes before the next or to the section's end.
    """
    lost = {found[1] for entry in page if isinstance(entry, str) and (found := _OPEN.fullmatch(entry))}
    for number, highlight in enumerate(group):
        places = {entry.id: at for at, entry in enumerate(page) if isinstance(entry, _Block)}
        if highlight.id in places or highlight.id in lost:
            continue
        block = _Block(highlight.id)
        later = [places[other.id] for other in group[number:] if other.id in places]
        earlier = [places[other.id] for other in group[:number] if other.id in places]
        if later:
            _splice(page, min(later), [block], end)
        elif earlier:
            _splice(page, _section_end(page, max(earlier)), [block], end)
        elif heads := [at for at in _section_heads(page) if _is_line(page[at], _heading_line(heading))]:
            _splice(page, _section_end(page, heads[0]), [block], end)
        else:
            _splice(page, _section_for(page, heading, order), [_heading_line(heading) + end, end, block], end)


def _section_for(page: _Page, heading: str, order: list[str]) -> int:
    """Where a new voice's section goes: after the voice before it, else before the one after it, else at the end."""
    place = order.index(heading)
    heads = {page[at]: at for at in reversed(_section_heads(page))}
    known = {entry.rstrip(): at for entry, at in heads.items() if isinstance(entry, str)}
    for other in reversed(order[:place]):
        if _heading_line(other) in known:
            return _section_end(page, known[_heading_line(other)])
    for other in order[place + 1 :]:
        if _heading_line(other) in known:
            return known[_heading_line(other)]
    return len(page)


def _splice(page: _Page, at: int, entries: _Page, end: str) -> None:
    """Put entries in before `at` and what a person set right above it, parted by blank lines from what is there."""
    at = _opening(page, at)
    while at > 0 and _is_blank(page[at - 1]):
        at -= 1
    before: _Page = [end] if at else []
    if at == len(page):
        after: _Page = [""]
    else:
        after = [] if _is_blank(page[at]) else [end]
    page[at:at] = [*before, *entries, *after]


def _opening(page: _Page, at: int) -> int:
    """Where the text begins that stands right above `at`, no blank line between, and belongs to what follows."""
    start = at
    while start > 0 and isinstance(line := page[start - 1], str) and line.strip() and at < len(page):
        if _HEADING.match(line) or _FENCE.match(line) or line.startswith("<!--"):
            return at
        start -= 1
    return start if start > 0 and _is_blank(page[start - 1]) else at


def _block(article: Article, highlight: Highlight) -> list[str]:
    """A highlight between its comments: quote, with how it is denied where it is; speaker, note, tags."""
    words = _words(article, highlight)
    lead = "" if highlight.speaker is None else highlight.speaker.denial_prefix(words)
    lines = markdown_escape.block_quote(lead + words)
    if highlight.speaker is not None:
        lines += ["", _attribution(highlight.speaker)]
    if not highlight.spans:
        lines += ["", "*These words are no longer in the article.*"]
    if highlight.note.strip():
        for number, paragraph in enumerate(markdown_escape.paragraphs(highlight.note)):
            lines += ["", ("" if number else "Note: ") + paragraph[0], *paragraph[1:]]
    if highlight.tags:
        lines += ["", "Tags: " + ", ".join(markdown_escape.line(tag) for tag in highlight.tags)]
    # A library that an older version filled may hold what the cleaning of today takes away.
    lines = [printable_lines(line) for line in lines]
    return [f"<!-- pullquote:highlight {highlight.id} {_sum(lines)} -->", *lines, "<!-- /pullquote -->"]


def _sum(lines: Sequence[str]) -> str:
    """A short sum of what we wrote, by which a person's change of it is seen."""
    return f"{crc32(chr(10).join(lines).encode()):08x}"


def _words(article: Article, highlight: Highlight) -> str:
    """The highlighted words without a reporter's between them; all that was kept once the article lacks them."""
    if len(highlight.spans) < 2:  # noqa: PLR2004 - nothing of the reporter's stands between
        return highlight.exact
    said = ""
    for span, before in zip(highlight.spans, (None, *highlight.spans), strict=False):
        if before is not None:
            between = article.text[before.end : span.start]
            said += "\n\n" if not between.strip() and "\n\n" in between else _LEFT_OUT
        said += span.of(article.text)
    return said


def _attribution(speaker: Speaker) -> str:
    """Who said it, as what, and through whom, the nearest first; no fact twice."""
    said = ", ".join((f"**{markdown_escape.line(speaker.name)}**", *map(markdown_escape.line, speaker_facts(speaker))))
    via = ", via ".join(map(markdown_escape.line, reversed(speaker.via)))
    return f"— {said}; via {via}" if via else f"— {said}"
