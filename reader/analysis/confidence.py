"""Confidence: how often a source found in this way is the right one, from a table measured on annotated articles."""

import re
from functools import lru_cache

from reader.analysis.drafts import Draft
from reader.analysis.grammar import PERSONAL, POSSESSIVES
from reader.analysis.weights import weights

_CUE = re.compile(r"“[^”]*”")


def confidence(draft: Draft, text: str) -> float:
    """The share of quotations found in the way that `draft` was whose speaker is right; its own guess for a new way."""
    head = draft.head.of(text) if draft.head is not None else ""
    table = weights()["confidence"]
    way = way_of(draft.evidence)
    return table.get(f"{way}, {source_of(head)}", table.get(way, draft.confidence))


@lru_cache(maxsize=1024)
def way_of(evidence: str) -> str:
    """The way in which a source was found, from its evidence in words: the same without the words of the text."""
    return " ".join(_CUE.sub("", evidence).replace(",", " ").split()) or "a verb"


def source_of(head: str) -> str:
    """What the head of a mention is: "name", "noun", "pronoun", or "none" for no mention."""
    if not head:
        return "none"
    if head.lower() in PERSONAL or head.lower() in POSSESSIVES:
        return "pronoun"
    return "name" if head[0].isupper() or head[0] == "@" else "noun"
