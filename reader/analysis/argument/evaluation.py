"""Decide whether a sentence in the article's own voice takes a position, by its words of judgement and reasoning."""

import re
from collections.abc import Sequence

from reader.analysis.argument.wordlists import WORD, table, words
from reader.model import Span

_MARK = re.compile('[“"]')
_QUESTION = re.compile(r"(?:why|how|what|who|where|when)\b", re.IGNORECASE)
# Two weak signs, or one strong one, make a sentence an evaluation; words about the coverage itself count against it.
_ENOUGH = 2
_ENOUGH_IN_OPINION = 1
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Mm]e|[Uu]s)\b")
_PERSONAL_LEAST = 3
_PERSONAL_SHARE = 0.15
# An object with fewer words names a subject and states nothing about it.
_OBJECT_WORDS = 4
# A verb followed by one of these has no object: the words say where or when it was said.
_ADJUNCT = frozenset({"after", "at", "before", "by", "during", "in", "on", "via", "when", "while"})


def personal(text: str, spans: Sequence[Span]) -> bool:
    """Return whether the article's own sentences are written in the first person, as in an opinion piece."""
    said = sum(1 for span in spans if _FIRST_PERSON.search(text, span.start, span.end))
    return said >= _PERSONAL_LEAST and said >= _PERSONAL_SHARE * len(spans)


def evaluative(text: str, span: Span, *, opinion: bool = False) -> bool:
    """Return whether the sentence at `span` evaluates, predicts, demands or explains, not narrates (guideline C5).

    In an opinion piece fewer signs are enough, because its writer's statements are positions.

    Args:
        text: The text of the article.
        span: The sentence.
        opinion: Whether the article is an opinion piece.
    """
    if text[span.start : span.end].rstrip().endswith((":", "?")):
        return False
    weights = table("evaluation")
    tokens = map(str.lower, WORD.findall(text, span.start, span.end))
    score = sum(int(weights[token]) for token in tokens if token in weights)
    return score >= (_ENOUGH_IN_OPINION if opinion else _ENOUGH)


def asks(text: str, span: Span) -> bool:
    """Return whether the reported clause at `span` is a question with a presupposition ("why the dam fell")."""
    return _QUESTION.match(text, span.start, span.end) is not None


def states(text: str, span: Span, *, within: int = 1000) -> bool:
    """Return whether the part of a sentence at `span`, from its source on, states a position.

    It does where a verb of stating or believing, among the first `within` words and before any quotation mark, has an
    object of some length that is no noun like "message" or "question". Otherwise it only announces a position.
    """
    verbs, announcing = words("stating"), words("announcing")
    mark = _MARK.search(text, span.start, span.end)
    before = len(WORD.findall(text, span.start, mark.start())) if mark else within
    tokens = [token.lower() for token in WORD.findall(text, span.start, span.end)]
    for index, token in enumerate(tokens[: min(before, within)]):
        if token in verbs:
            rest = tokens[index + 1 :]
            if len(rest) >= _OBJECT_WORDS and rest[0] not in _ADJUNCT:
                return not announcing.intersection(rest[:_OBJECT_WORDS])
    return False
