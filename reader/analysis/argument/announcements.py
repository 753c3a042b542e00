"""Decide whether the words with which a source is named state its position, or only announce it."""

import re

from reader.analysis.argument.wordlists import WORD, words
from reader.model import Span

_MARK = re.compile('[“"]')
_QUESTION = re.compile(r"(?:why|how|what|who|where|when)\b", re.IGNORECASE)
# An object with fewer words names a subject and states nothing about it.
_OBJECT_WORDS = 4
# A verb followed by one of these has no object: the words say where or when it was said.
_ADJUNCT = frozenset({"after", "at", "before", "by", "during", "in", "on", "via", "when", "while"})


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
