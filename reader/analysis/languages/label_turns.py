"""Find the turns of an interview in any script: paragraphs that begin with a speaker's label and a colon."""

import re

from reader.analysis.blocks.passages import PROSE, Passage, are_sentences
from reader.model import Span

_LABEL = re.compile(r"([^\W\d_][^\n.!?:：。！？「『“„«\"]{0,40}?)\s?[:：]\s*(?=\S)")
_NO_TURN = re.compile(r"(?:[@#]\S+|https?://\S+|\S+@\S+|[\d\s.,:/+()–-]+)\s*\Z")  # what follows the labels of a list
_ASKS = re.compile(r"[?？؟]")
_FEWEST = 2  # minimum speakers of an exchange, and minimum turns of one of them
_WORDS = 4  # maximum words of a label


def turns(parts: list[Passage]) -> dict[int, Span]:
    """Return the labels of an interview by passage: two speakers or more, at least one with two turns, in any script.

    The turns of a label that mostly asks are the interviewer's, who is no voice.
    """
    found: dict[int, re.Match[str]] = {}
    for part in parts:
        match = _LABEL.match(part.text) if part.kind in PROSE else None
        if match is not None and _may_be_name(match[1]) and _NO_TURN.match(part.text, match.end()) is None:
            found[part.index] = match
    if not are_sentences(parts[index] for index in found):
        return {}
    names: dict[str, list[int]] = {}
    for index, match in found.items():
        names.setdefault(match[1], []).append(index)
    if len(names) < _FEWEST or max(map(len, names.values())) < _FEWEST:
        return {}
    asking = {n for n, at in names.items() if sum(_ASKS.search(parts[i].text) is not None for i in at) * 2 > len(at)}
    return {
        index: Span(parts[index].span.start, parts[index].span.start + len(match[1]))
        for index, match in found.items()
        if match[1] not in asking and len(names[match[1]]) >= _FEWEST
    }


def _may_be_name(label: str) -> bool:
    """Whether a label may be a name: its words are capitalised, or its script has no capitals."""
    words = label.split()
    cased = [word for word in words if word[0].isupper() or word[0].islower()]
    return bool(words) and len(words) <= _WORDS and all(w[0].isupper() for w in (cased[:1] + cased[-1:]))
