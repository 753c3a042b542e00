"""Whether a sentence in the article's own voice takes a position, by the words it judges and reasons with."""

import re

from reader.analysis.argument.wordlists import table, words
from reader.model import Span

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*")
_QUESTION = re.compile(r"(?:why|how|what|who|where|when)\b", re.IGNORECASE)
# Two weak signs, or one strong one, make a sentence an evaluation; words about the coverage itself count against it.
_ENOUGH = 2
# An object of fewer words names a subject and states nothing about it.
_OBJECT_WORDS = 4


def evaluative(text: str, span: Span) -> bool:
    """Whether the sentence at `span` evaluates, predicts, demands or explains rather than narrates (guideline C5)."""
    if text[span.start : span.end].rstrip().endswith((":", "?")):
        return False
    weights = table("evaluation")
    score = 0
    for token in _TOKEN.findall(text, span.start, span.end):
        weight = weights.get(token.lower())
        if weight is not None:
            score += int(weight)
    return score >= _ENOUGH


def asks(text: str, span: Span) -> bool:
    """Whether the reported clause at `span` is a question about something taken for granted ("why the dam fell")."""
    return _QUESTION.match(text, span.start, span.end) is not None


def states(text: str, span: Span) -> bool:
    """Whether the part of a lead-in at `span` (from its source on) states a position and doesn't just announce one.

    It does where a verb of stating takes an object of some length that is no noun like "message" or "question".
    """
    verbs, announcing = words("stating"), words("announcing")
    tokens = [token.lower() for token in _TOKEN.findall(text, span.start, span.end)]
    for index, token in enumerate(tokens):
        if token in verbs:
            rest = tokens[index + 1 :]
            return len(rest) >= _OBJECT_WORDS and not announcing.intersection(rest[:4])
    return False
