"""The linear view: an article and its analysis as plain text, for pipes and screen readers.

Before every part of a quotation stand the quotation's number and its speaker's tag, "[3 TF]"; "?" means that the
speaker was not found. Lines are wrapped at `width` columns; at width 0 a paragraph is one line.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reader.model import (
    CORRECTED,
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

_NO_BREAK = "\0"
"""Marks a space at which no line ends, while lines are made: no clean text contains it."""

_IMAGE = f"[image:{_NO_BREAK}"

_ONE_CELL_EACH = re.compile(r"[\0-\u02ff\u2000-\u2064]*")
"""Text in which every character takes one column: one match is quicker than a look at each character."""

_FIRST_WORDS = 6
"""Words of a quotation that a list shows."""

_MAX_SEARCHED = 1000
"""Characters of each part in which they are searched for: thousands of parts may be nested in one another."""

_SHORT_PART = 25
"""Terminal columns; a first part that takes less is too short to be understood, so the next part is added."""


def render(article: Article, analysis: Analysis, highlights: tuple[Highlight, ...] = (), *, width: int = 80) -> str:
    """Return the whole article with its voices, threads, links and highlights, ending in a newline."""
    note = "\n".join(wrap(f"({analysis.note})", width)) if analysis.note else ""
    parts = [_header(article, width), note, _body(article, analysis, width)]
    hidden = len(article.blocks) - len(article.visible)
    if hidden:
        parts.append("\n".join(wrap(f"({format_count(hidden, 'hidden paragraph')} left out)", width)))
    sections = (
        ("Quotations", [_explanation(article, analysis, q) for q in analysis.quotations]),
        ("Voices", _voice_lines(analysis)),
    )
    parts += [_section(title, lines, width) for title, lines in sections if lines]
    if analysis.threads:
        parts.append(
            _section_heading("Threads", len(analysis.threads))
            + "\n\n"
            + render_threads(article, analysis, width=width).rstrip()
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
    """Return the chosen quotations, each with number, speaker, chain and kind on one line and its words below."""
    out = []
    for quotation in chosen:
        words = quotation.denial_prefix(article.text)
        words += " […] ".join(" ".join(span.of(article.text).split()) for span in quotation.spans)
        head = f"{quotation.id}. {speaker_text(analysis, quotation)} ({quotation.kind}{_mark(analysis, quotation)})"
        out.append("\n".join([*wrap(head, width, rest="   "), *wrap(words, width, first="   ", rest="   ")]))
    return "\n\n".join(out) + "\n" if out else ""


def render_threads(article: Article, analysis: Analysis, *, width: int = 80) -> str:
    """Return each thread's title and below it its claims in text order: number, sign, holder, relation, words.

    Claims are numbered within their thread, as on the screen. The sign is "+" where a claim supports the one that it
    answers, "-" where it disputes it, "~" where it qualifies it, " " where the text does not say. A relation without
    cue words in the text is marked as a guess.
    """
    out = []
    numbers = {claim: at for thread in analysis.threads for at, claim in enumerate(thread.claims, 1)}
    for thread in analysis.threads:
        title = f"{thread.id}. {thread.title}{f' ({CORRECTED})' if thread.corrected else ''}"
        lines = list(wrap(title, width, rest="   "))
        for claim in map(analysis.claim, thread.claims):
            sign = claim.relation.sign if claim.relation else " "
            answers = _answers(article, analysis, claim, numbers)
            mark = f" ({CORRECTED})" if {*claim.corrected} - {"relation"} else ""
            head = f"   {numbers[claim.id]:>3} {sign} {holder_name(analysis, claim)}{mark}{answers}: "
            words = " ".join(claim.span.of(article.text).split())
            lines += wrap(head + words, width, rest=" " * 9)
        out.append("\n".join(lines))
    return "\n\n".join(out) + "\n" if out else ""


def speaker_text(analysis: Analysis, quotation: Quotation) -> str:
    """Return on one line who speaks, with role and outlet, and who passes it on, the nearest first."""
    voice = analysis.voice(quotation.voice)
    description = describe_in_full(voice) if voice else "speaker not found"
    if voice and quotation.doubt_word:
        description = f"{quotation.doubt_word} {description}"
    via = [name_in_sentence(each.name) for each in reversed(analysis.via_voices(quotation))]
    return f"{description}, via {', via '.join(via)}" if via else description


def describe_in_full(voice: Voice) -> str:
    """Return a voice's name, role, affiliation and outlet, as far as the article states them, with commas between."""
    facts = describe_voice(voice.name, role=voice.role, affiliation=voice.affiliation, outlet=voice.outlet)
    return ", ".join((voice.name, *facts.parts))


def holder_name(analysis: Analysis, claim: Claim) -> str:
    """Return who holds a claim: a voice's name, or "the article"."""
    if claim.own:
        return "the article"
    voice = analysis.voice(claim.voice)
    return voice.name if voice else "holder not found"


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield the lines of a text, wrapped between words; its own line breaks are kept.

    Args:
        text: The text.
        width: Terminal columns of a line; 0 wraps nothing. A word that is longer makes a longer line.
        first: What stands before the first line.
        rest: What stands before the other lines.
    """
    prefix = first
    for line in text.split("\n"):
        room = max(width, cell_width(rest) + 20) if width else cell_width(prefix) + 2 * len(line)
        if _ONE_CELL_EACH.fullmatch(line):
            yield from _wrap_one_cell_each(line, room, prefix, rest)
        else:
            row, used = prefix, cell_width(prefix)
            empty = True
            for word in line.split(" "):
                size = cell_width(word)
                if not empty and used + 1 + size > room:
                    yield row.rstrip()
                    row, used, empty = rest, cell_width(rest), True
                row, used = (row + word, used + size) if empty else (f"{row} {word}", used + 1 + size)
                empty = False
            yield row.rstrip()
        prefix = rest


def _wrap_one_cell_each(line: str, room: int, prefix: str, rest: str) -> Iterator[str]:
    """Yield the rows of a line whose characters take one column each, as `wrap` does, only quicker."""
    at, stop = 0, len(line)
    left, left_later = room - cell_width(prefix), room - cell_width(rest)
    while stop - at > left:
        end = line.rfind(" ", at, max(at, at + left + 1))
        end = line.find(" ", at) if end < 0 else end
        if end < 0:
            break
        yield (prefix + line[at:end]).rstrip()
        at, prefix, left = end + 1, rest, left_later
    yield (prefix + line[at:]).rstrip()


def cell_width(text: str) -> int:
    """Return the columns that a text takes in a terminal: two for wide characters, none for combining ones (UAX 11)."""
    if _ONE_CELL_EACH.fullmatch(text):
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _header(article: Article, width: int) -> str:
    """Return the article's facts and its length, and its title where the text does not begin with it."""
    words = article.word_count
    facts = [fact for fact in (article.byline, article.outlet, article.published, article.url) if fact]
    line = " · ".join([*facts, f"{format_count(words, 'word')}, {format_count(reading_minutes(words), 'minute')}"])
    first = article.visible[:1]
    has_heading = any(b.kind is BlockKind.HEADING and b.span.of(article.text) == article.title for b in first)
    lines = [line] if has_heading or not article.title else [article.title, line]
    return "\n".join(row for line in lines for row in wrap(line, width))


def _body(article: Article, analysis: Analysis, width: int) -> str:
    """Return the visible blocks with their quotations numbered; the paragraphs of one block quote stay together."""
    labels = sorted((*_images(article), *_labels(analysis)), key=lambda label: label[0])
    groups: list[list[Block]] = []
    for block in article.visible:
        if block.continues and groups:
            groups[-1].append(block)
        else:
            groups.append([block])
    out = []
    for group in groups:
        paragraphs = ["\n".join(_block(article, block, labels, width)) for block in group]
        between = ">" * max(group[0].level, 1) if group[0].kind is BlockKind.QUOTE else ""
        out.append(f"\n{between}\n".join(paragraphs))
    return "\n\n".join(out)


def _images(article: Article) -> Iterator[tuple[int, str]]:
    """Yield where the caption of an image begins, and the label that stands there."""
    captions = {block.span.start for block in article.blocks if block.kind is BlockKind.CAPTION}
    starts = {mark.span.start for mark in article.marks if mark.kind is MarkKind.IMAGE}
    return ((start, _IMAGE) for start in captions & starts)


def _labels(analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Yield where a part of a quotation begins, and its label; an outer quotation before those nested in it."""
    for quotation in analysis.quotations:
        voice = analysis.voice(quotation.voice)
        for span in quotation.spans:
            yield span.start, f"[{quotation.id}{_NO_BREAK}{voice.tag if voice else '?'}]{_NO_BREAK}"


def _block(article: Article, block: Block, labels: list[tuple[int, str]], width: int) -> Iterator[str]:
    """Yield one block's lines, with the prefix of its kind; a label stays on one line with what it belongs to."""
    return (line.replace(_NO_BREAK, " ") for line in _block_lines(article, block, labels, width))


def _block_lines(article: Article, block: Block, labels: list[tuple[int, str]], width: int) -> Iterator[str]:
    if block.kind is BlockKind.RULE:
        return iter(["* * *"])
    text = _with_labels(article.text, block.span, labels)
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


def _with_labels(text: str, span: Span, labels: list[tuple[int, str]]) -> str:
    """Return the text of a span with its labels put in."""
    out, done = [], span.start
    here = labels[bisect_left(labels, (span.start, "")) : bisect_left(labels, (span.end, ""))]
    for start, group in groupby(here, key=lambda label: label[0]):
        out += [text[done:start], *(label for _, label in group)]
        done = start
    return "".join([*out, text[done : span.end]])


def _explanation(article: Article, analysis: Analysis, quotation: Quotation) -> str:
    """Return a quotation's number, first words and speaker, and the evidence for the speaker."""
    starts = (article.text[span.start : min(span.end, span.start + _MAX_SEARCHED)] for span in quotation.spans)
    words = _first_words([" ".join(part.split()) for part in starts])
    why = f" ({'; '.join(filter(None, (quotation.kind, quotation.evidence)))}{_mark(analysis, quotation)})"
    return f"{quotation.id}. {quotation.denial_prefix(article.text)}{words} / {speaker_text(analysis, quotation)}{why}"


def _mark(analysis: Analysis, quotation: Quotation) -> str:
    """Return "; ✓ corrected" where a person corrected a quotation or its voice."""
    voice = analysis.voice(quotation.voice)
    return f"; {CORRECTED}" if quotation.corrected or (voice is not None and voice.corrected) else ""


def _first_words(parts: Sequence[str]) -> str:
    """Return the first words of a quotation, with some of the next part after a short one; "…" stands for the rest."""
    opening = " ".join(parts[0].split(" ")[:_FIRST_WORDS])
    left = [parts[0].removeprefix(opening), *parts[1:]]
    if not left[0] and left[1:] and cell_width(opening) < _SHORT_PART:
        more = next(wrap(left[1], _SHORT_PART))
        opening, left = f"{opening} … {more}", [left[1].removeprefix(more), *left[2:]]
    return opening + " …" * any(left)


def _voice_lines(analysis: Analysis) -> list[str]:
    """Return each voice's tag, description, kind and number of quotations."""
    counts = Counter(quotation.voice for quotation in analysis.quotations)
    return [
        f"{voice.tag}: {describe_in_full(voice)} ({voice.kind}; {format_count(counts[voice.id], 'quotation')}"
        f"{f'; {CORRECTED}' if voice.corrected else ''})"
        for voice in analysis.voices
    ]


def _answers(article: Article, analysis: Analysis, claim: Claim, numbers: Mapping[int, int]) -> str:
    """Return which claim a claim answers, by its number in its thread, and the words that say so or "a guess".

    "" for one that is only on the same subject: the thread shows that.
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
    return f" ({relation.verb} {to}, {CORRECTED if relation.corrected else how})"


def _highlight(highlight: Highlight) -> str:
    """Return a highlight's words, colour, speaker, note and tags, and whether it is in the text."""
    denial = highlight.speaker.denial_prefix(highlight.exact) if highlight.speaker else ""
    parts = [denial, highlight.exact, f"({highlight.colour})"]
    if highlight.speaker:
        parts.append(f"/ {highlight.speaker.name}")
    if highlight.corrected or (highlight.speaker and highlight.speaker.corrected):
        parts.append(f"({CORRECTED})")
    if highlight.note:
        parts.append(f"/ note: {highlight.note}")
    if highlight.tags:
        parts.append(f"/ tags: {', '.join(highlight.tags)}")
    if highlight.now:
        parts.append(f"/ now in the text: {highlight.now}")
    if not highlight.spans:
        parts.append("/ no longer found in the text")
    return " ".join(" ".join(parts).split())


def _section(title: str, lines: list[str], width: int) -> str:
    """Return a titled list for below the article."""
    rows = (row for line in lines for row in wrap(line, width, rest="    "))
    return "\n".join([_section_heading(title, len(lines)), "", *rows])


def _section_heading(title: str, count: int) -> str:
    """Return the heading of a section that is not part of the article."""
    return f"==== {title} ({count}) ===="
