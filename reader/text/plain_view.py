"""The linear view: an article and what is known of it as plain text, for pipes and screen readers.

Every quotation has its number and its speaker's sign before it, "[3 TF]", and again before each further part of it;
"?" stands for a speaker that is not found. Lines are wrapped at `width` columns; at width 0 a paragraph is one line.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reader.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Claim,
    Highlight,
    MarkKind,
    Quotation,
    Span,
    Voice,
    describe_voice,
    format_count,
    name_in_sentence,
    reading_minutes,
)

_GLUE = "\0"
"""Stands for a space at which no line ends, while lines are made: no text has it."""

_IMAGE = f"[image:{_GLUE}"

_PLAIN = re.compile(r"[\0-\u02ff\u2000-\u2064]*")
"""Text in which every character takes one column; a look at it is quicker than one at each character."""

_FIRST_WORDS = 6
"""Words of a quotation by which a list names it."""

_LOOKED_AT = 1000
"""Characters of each part of a quotation in which they are looked for: thousands of parts may lie in one another."""

_SCRAP = 25
"""Terminal columns; a first part that takes less does not tell what is said: as much of the next stands behind it."""

_NARROWEST = 8
"""Terminal columns that a column of a table keeps however narrow the terminal is."""


def render(article: Article, analysis: Analysis, highlights: tuple[Highlight, ...] = (), *, width: int = 80) -> str:
    """The whole article with its voices, threads, links and highlights, ending in a newline."""
    note = "\n".join(wrap(f"({analysis.note})", width)) if analysis.note else ""
    parts = [_head(article, width), note, _body(article, analysis, width)]
    hidden = len(article.blocks) - len(article.visible)
    if hidden:
        left_out = (
            f"({format_count(hidden, 'paragraph')} that {'is' if hidden == 1 else 'are'} not the article left out)"
        )
        parts.append("\n".join(wrap(left_out, width)))
    sections = (
        ("Quotations", [_reason(article, analysis, q) for q in analysis.quotations]),
        ("Voices", _voice_lines(analysis)),
    )
    parts += [_section(title, lines, width) for title, lines in sections if lines]
    if analysis.threads:
        parts.append(
            _rule("Threads", len(analysis.threads)) + "\n\n" + render_threads(article, analysis, width=width).rstrip()
        )
    links = [
        f"{'image: ' * (m.kind is MarkKind.IMAGE)}{m.span.of(article.text)}: {m.href}"
        for m in article.marks
        if m.kind in {MarkKind.LINK, MarkKind.IMAGE} and m.href is not None
    ]
    if links:
        parts.append(_section("Links", links, 0))
    if highlights:
        parts.append(_section("Highlights", [_highlight(h) for h in highlights], width))
    return "\n\n".join(part for part in parts if part) + "\n"


def render_quotations(article: Article, analysis: Analysis, chosen: tuple[Quotation, ...], *, width: int = 80) -> str:
    """The chosen quotations, each with its number, kind, speaker and chain on one line and its words below."""
    out = []
    for quotation in chosen:
        words = quotation.denial_prefix(article.text)
        words += " […] ".join(" ".join(span.of(article.text).split()) for span in quotation.spans)
        head = f"{quotation.id}. {speaker_text(analysis, quotation)} ({quotation.kind})"
        out.append("\n".join([*wrap(head, width, rest="   "), *wrap(words, width, first="   ", rest="   ")]))
    return "\n\n".join(out) + "\n" if out else ""


def render_threads(article: Article, analysis: Analysis, *, width: int = 80) -> str:
    """Each thread's title and under it its claims in text order: number, sign, holder, what it answers, words.

    Claims are numbered in each thread, as on the screen. The sign is "+" where it supports the claim it answers, "-"
    where it disputes it, "~" where it qualifies it, " " where nothing tells; a relation without cue words in the text
    is a guess and is said to be one.
    """
    out = []
    numbers = {claim: at for thread in analysis.threads for at, claim in enumerate(thread.claims, 1)}
    for thread in analysis.threads:
        lines = list(wrap(f"{thread.id}. {thread.title}", width, rest="   "))
        for claim in map(analysis.claim, thread.claims):
            sign = claim.relation.sign if claim.relation else " "
            answers = _answers(article, analysis, claim, numbers)
            head = f"   {numbers[claim.id]:>3} {sign} {holder_name(analysis, claim)}{answers}: "
            words = " ".join(claim.span.of(article.text).split())
            lines += wrap(head + words, width, rest=" " * 9)
        out.append("\n".join(lines))
    return "\n\n".join(out) + "\n" if out else ""


def speaker_text(analysis: Analysis, quotation: Quotation) -> str:
    """Who speaks, with what the article says of them, and through whom, the nearest first: one line."""
    voice = analysis.voice(quotation.voice)
    said = describe_in_full(voice) if voice else "speaker not found"
    if voice and quotation.doubt_word:
        said = f"{quotation.doubt_word} {said}"
    via = [name_in_sentence(passer.name) for passer in reversed(analysis.via_voices(quotation))]
    return f"{said}, via {', via '.join(via)}" if via else said


def describe_in_full(voice: Voice) -> str:
    """A voice's name, role, affiliation and outlet, as far as the article states them, parted by commas."""
    told = describe_voice(voice.name, role=voice.role, affiliation=voice.affiliation, outlet=voice.outlet)
    return ", ".join((voice.name, *told.parts))


def holder_name(analysis: Analysis, claim: Claim) -> str:
    """Who holds a claim: a voice's name, "the article" for its own voice."""
    if claim.own:
        return "the article"
    voice = analysis.voice(claim.voice)
    return voice.name if voice else "holder not found"


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> Iterator[str]:
    """The lines of `text`, at most `width` terminal columns each where words allow; its own line breaks are kept.

    `first` stands before the first line and `rest` before the others; at width 0 only `text`'s own lines part.
    """
    lead = first
    for line in text.split("\n"):
        room = max(width, cell_width(rest) + 20) if width else cell_width(lead) + 2 * len(line)
        if _PLAIN.fullmatch(line):
            yield from _cut(line, room, lead, rest)
        else:
            row, used = lead, cell_width(lead)
            empty = True
            for word in line.split(" "):
                size = cell_width(word)
                if not empty and used + 1 + size > room:
                    yield row.rstrip()
                    row, used, empty = rest, cell_width(rest), True
                row, used = (row + word, used + size) if empty else (f"{row} {word}", used + 1 + size)
                empty = False
            yield row.rstrip()
        lead = rest


def _cut(line: str, room: int, lead: str, rest: str) -> Iterator[str]:
    """The rows of a line whose characters take one column each: what `wrap` makes word by word, by their number."""
    at, stop = 0, len(line)
    while stop - at > (left := room - cell_width(lead)):
        end = line.rfind(" ", at, max(at, at + left + 1))
        end = line.find(" ", at) if end < 0 else end
        if end < 0:
            break
        yield (lead + line[at:end]).rstrip()
        at, lead = end + 1, rest
    yield (lead + line[at:]).rstrip()


def cell_width(text: str) -> int:
    """The columns that `text` takes in a terminal: two for wide characters, none for combining ones (UAX 11)."""
    if _PLAIN.fullmatch(text):
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _head(article: Article, width: int) -> str:
    """What the article states of itself and how long it is; its title where the text does not begin with it."""
    words = article.word_count
    facts = [fact for fact in (article.byline, article.outlet, article.published, article.url) if fact]
    line = " · ".join([*facts, f"{format_count(words, 'word')}, {format_count(reading_minutes(words), 'minute')}"])
    headed = any(b.kind is BlockKind.HEADING and b.span.of(article.text) == article.title for b in article.visible[:1])
    lines = [line] if headed or not article.title else [article.title, line]
    return "\n".join(row for line in lines for row in wrap(line, width))


def _body(article: Article, analysis: Analysis, width: int) -> str:
    """The visible blocks with their quotations numbered, the paragraphs of one block quote kept together."""
    signs = sorted((*_images(article), *_signs(analysis)), key=lambda sign: sign[0])
    groups: list[list[Block]] = []
    for block in article.visible:
        if block.continues and groups:
            groups[-1].append(block)
        else:
            groups.append([block])
    out = []
    for group in groups:
        paragraphs = ["\n".join(_block(article, block, signs, width)) for block in group]
        between = ">" * max(group[0].level, 1) if group[0].kind is BlockKind.QUOTE else ""
        out.append(f"\n{between}\n".join(paragraphs))
    return "\n\n".join(out)


def _images(article: Article) -> Iterator[tuple[int, str]]:
    """Where the caption of an image begins, and the sign that stands there."""
    captions = {block.span.start for block in article.blocks if block.kind is BlockKind.CAPTION}
    starts = {mark.span.start for mark in article.marks if mark.kind is MarkKind.IMAGE}
    return ((start, _IMAGE) for start in captions & starts)


def _signs(analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Where a part of a quotation begins, and the sign that stands there; an outer quotation before those in it."""
    for quotation in analysis.quotations:
        voice = analysis.voice(quotation.voice)
        for span in quotation.spans:
            yield span.start, f"[{quotation.id}{_GLUE}{voice.tag if voice else '?'}]{_GLUE}"


def _block(article: Article, block: Block, signs: list[tuple[int, str]], width: int) -> Iterator[str]:
    """One block's lines, with the prefix that says what it is; a sign stands on one line with what it belongs to."""
    return (line.replace(_GLUE, " ") for line in _glued(article, block, signs, width))


def _glued(article: Article, block: Block, signs: list[tuple[int, str]], width: int) -> Iterator[str]:
    if block.kind is BlockKind.RULE:
        return iter(["* * *"])
    text = _signed(article.text, block.span, signs)
    if block.kind is BlockKind.CAPTION and text.startswith(_IMAGE):
        text += "]"
    if block.kind in {BlockKind.CODE, BlockKind.TABLE}:
        return wrap(text, 0, first="    ", rest="    ")
    first = {
        BlockKind.HEADING: "#" * max(block.level, 1) + " ",
        BlockKind.QUOTE: ">" * max(block.level, 1) + " ",
        BlockKind.ITEM: "  " * (max(block.level, 1) - 1)
        + ("  " if block.continues else "- " if block.ordered is None else f"{block.ordered}. "),
    }.get(block.kind, "")
    rest = first if block.kind is BlockKind.QUOTE else " " * len(first) if block.kind is BlockKind.ITEM else ""
    return wrap(text, width, first=first, rest=rest)


def _signed(text: str, span: Span, signs: list[tuple[int, str]]) -> str:
    """The text of `span` with each sign put in where it belongs."""
    out, done = [], span.start
    here = signs[bisect_left(signs, (span.start, "")) : bisect_left(signs, (span.end, ""))]
    for start, group in groupby(here, key=lambda sign: sign[0]):
        out += [text[done:start], *(sign for _, sign in group)]
        done = start
    return "".join([*out, text[done : span.end]])


def _reason(article: Article, analysis: Analysis, quotation: Quotation) -> str:
    """A quotation's number, first words, speaker, and why we think so."""
    starts = (article.text[span.start : min(span.end, span.start + _LOOKED_AT)] for span in quotation.spans)
    opening = _opening([" ".join(part.split()) for part in starts])
    why = f" ({quotation.kind}; {quotation.evidence})" if quotation.evidence else f" ({quotation.kind})"
    return (
        f"{quotation.id}. {quotation.denial_prefix(article.text)}{opening} / {speaker_text(analysis, quotation)}{why}"
    )


def _opening(parts: Sequence[str]) -> str:
    """The first words of a quotation's first part, and where that is a scrap of the next one too; "…" for the rest."""
    opening = " ".join(parts[0].split(" ")[:_FIRST_WORDS])
    left = [parts[0].removeprefix(opening), *parts[1:]]
    if not left[0] and left[1:] and cell_width(opening) < _SCRAP:
        more = next(wrap(left[1], _SCRAP))
        opening, left = f"{opening} … {more}", [left[1].removeprefix(more), *left[2:]]
    return opening + " …" * any(left)


def _voice_lines(analysis: Analysis) -> list[str]:
    """Each voice's sign, name, what it is, and how often it speaks."""
    spoke = Counter(quotation.voice for quotation in analysis.quotations)
    return [
        f"{voice.tag}: {describe_in_full(voice)} ({voice.kind}; {format_count(spoke[voice.id], 'quotation')})"
        for voice in analysis.voices
    ]


def _answers(article: Article, analysis: Analysis, claim: Claim, numbers: Mapping[int, int]) -> str:
    """What a claim answers, by its number in its thread, and the words that say so; or that it is a guess.

    Nothing for one that is only taken to be on the same subject: to stand in one thread tells that.
    """
    relation = claim.relation
    if relation is None or relation.sign == " ":
        return ""
    other = analysis.claim(relation.to)
    if other.thread is None:
        to = "an earlier claim"
    else:
        to = f"claim {numbers[other.id]}"
        to += f" of thread {other.thread}" if other.thread != claim.thread else ""
    how = "a guess" if relation.cue is None else f"“{relation.cue.of(article.text)}”"
    return f" ({relation.verb} {to}, {how})"


def _highlight(highlight: Highlight) -> str:
    """A highlight's words, its speaker, colour, note and tags; whether its place is lost."""
    lead = highlight.speaker.denial_prefix(highlight.exact) if highlight.speaker else ""
    parts = [lead, highlight.exact, f"({highlight.colour})"]
    if highlight.speaker:
        parts.append(f"/ {highlight.speaker.name}")
    if highlight.note:
        parts.append(f"/ note: {highlight.note}")
    if highlight.tags:
        parts.append(f"/ tags: {', '.join(highlight.tags)}")
    if not highlight.spans:
        parts.append("/ no longer found in the text")
    return " ".join(" ".join(parts).split())


def _section(title: str, lines: list[str], width: int) -> str:
    """A titled list below the article."""
    return "\n".join([_rule(title, len(lines)), "", *(row for line in lines for row in wrap(line, width, rest="    "))])


def _rule(title: str, count: int) -> str:
    """The line that parts what the program says from what the article says."""
    return f"==== {title} ({count}) ===="


def table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], *, width: int = 0, cut_last: Sequence[str] = ()
) -> str:
    """Rows under their columns' names, parted by two blanks; nothing known is "-".

    With a `width` columns of which nothing is known are left out, and the widest are cut until the rows fit; those
    named in `cut_last` only where that does not do, the last named first. A column keeps eight terminal columns at least,
    so that very narrow terminals get rows that are too long.
    """
    grid = [list(columns), *([("-" if cell in {None, ""} else str(cell)) for cell in row] for row in rows)]
    if width and rows:
        known = [at for at in range(len(columns)) if any(row[at] != "-" for row in grid[1:])]
        grid = [[row[at] for at in known] for row in grid]
    names = grid[0]
    sizes = [max(cell_width(row[at]) for row in grid) for at in range(len(names))]
    if width:
        room = width - 2 * (len(names) - 1)
        sizes = _fitted(sizes, [at for at, name in enumerate(names) if name not in cut_last], room)
        for spared in reversed(cut_last):
            sizes = _fitted(sizes, [at for at, name in enumerate(names) if name == spared], room)
        grid = [[truncate(cell, size) for cell, size in zip(row, sizes, strict=True)] for row in grid]
    lines = (
        "  ".join(cell + " " * (size - cell_width(cell)) for cell, size in zip(row, sizes, strict=True)) for row in grid
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _fitted(sizes: Sequence[int], which: Sequence[int], room: int) -> list[int]:
    """The sizes of columns with the widest of `which` made narrower, together, until all take no more than `room`."""
    most = max((sizes[at] for at in which), default=0)
    while sum(sizes) > room and most > _NARROWEST:
        most -= 1
        sizes = [min(size, most) if at in which else size for at, size in enumerate(sizes)]
    return list(sizes)


def truncate(text: str, size: int) -> str:
    """The text, or as many of its whole words as fit into `size` terminal columns with an ellipsis after them.

    Of a first word that is too long by itself, an address say, as much stays as fits.
    """
    if cell_width(text) <= size:
        return text
    kept, used = "", 0
    for character in text:
        used += cell_width(character)
        if used > size - 1:
            break
        kept += character
    if not text[len(kept)].isspace() and " " in kept:
        kept = kept[: kept.rindex(" ")]
    return f"{kept.rstrip(' ,;')}…"
