"""Sentences in any language, by their marks alone: enough to compare two editions of a text."""

import re
from collections.abc import Iterator

from reader.model import Span

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]“‘«]*(?=\s)|(?<![。！？])[。！？]+[」』”]*")


def sentence_spans(text: str) -> Iterator[Span]:
    """Yield the sentences of a text, each without the blanks around it; where no mark ends one, its paragraph does."""
    for paragraph in _PARAGRAPH.finditer(text):
        start = paragraph.start()
        for end in (*(found.end() for found in _END.finditer(text, *paragraph.span())), paragraph.end()):
            words = text[start:end]
            if words.strip():
                yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
            start = end
