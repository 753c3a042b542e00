"""Marked texts for the tests of the voices: {mentions}, ~cues~ and ⟨contents⟩ become attributions."""

import re

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices import resolve
from reader.model import Article, Block, BlockKind, QuotationKind, Span, Voice

_MARKS = re.compile(r"[{}~⟨⟩]")


def article(text: str) -> Article:
    """An article whose paragraphs are separated by blank lines; "# " begins a heading, "! " a caption."""
    blocks = []
    for match in re.finditer(r"(?:[^\n]|\n(?!\n))+", text):
        kind = {"# ": BlockKind.HEADING, "! ": BlockKind.CAPTION}.get(match[0].lstrip()[:2], BlockKind.PARAGRAPH)
        blocks.append(Block(kind, Span(*match.span())))
    return Article("id", "made", text, tuple(blocks))


def attributions(marked: str, parents: dict[int, int] | None = None) -> tuple[str, tuple[Attribution, ...]]:
    """The plain text of `marked`, and one attribution for each of its mentions: the i-th has the i-th content and cue.

    `parents` says which attribution is nested in the content of which.
    """
    plain, last = "", 0
    opened: dict[str, list[int]] = {"{": [], "~": [], "⟨": []}
    found: dict[str, list[tuple[int, int]]] = {"{": [], "~": [], "⟨": []}
    for match in _MARKS.finditer(marked):
        plain += marked[last : match.start()]
        last = match.end()
        sign = {"}": "{", "⟩": "⟨"}.get(match[0], match[0])
        if match[0] in "{⟨" or (sign == "~" and not opened["~"]):
            opened[sign].append(len(plain))
        else:
            found[sign].append((opened[sign].pop(), len(plain)))
    plain += marked[last:]
    made = []
    spans = {sign: [Span(*pair) for pair in sorted(pairs)] for sign, pairs in found.items()}
    for index, mention in enumerate(spans["{"]):
        content = spans["⟨"][index] if index < len(spans["⟨"]) else Span(mention.end, mention.end)
        cue = spans["~"][index] if index < len(spans["~"]) else None
        parent = (parents or {}).get(index)
        made.append(Attribution((content,), QuotationKind.DIRECT, cue, mention, parent=parent))
    return plain, tuple(made)


def speakers(marked: str, parents: dict[int, int] | None = None) -> list[str | None]:
    """The name of the voice of each mention in `marked`, in order."""
    text, made = attributions(marked, parents)
    voices, ids = resolve(article(text), made)
    return [None if i is None else voices[i - 1].name for i in ids]


def voice(marked: str) -> Voice:
    """The first voice of `marked`."""
    text, made = attributions(marked)
    return resolve(article(text), made)[0][0]
