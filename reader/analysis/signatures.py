"""Signatures: the line under a block quote that says whose words it is ("— Ada Roe (@adaroe) May 3, 2019")."""

import re

from reader.analysis.passages import Passage
from reader.model import Span

DASH = r"(?:[—–―]|--?)\s?"  # what stands before a signature
_PERSON = r"[^\W\d_a-z][\w.’'-]*(?: (?:[a-z]{1,3} ){0,2}[^\W\d_a-z][\w.’'-]*){0,4}"
_LINE = re.compile(rf"\s*{DASH}(?P<name>{_PERSON})(?:\s*[,(][^\n]{{1,100}})?\.?\s*\Z")
_DATE = r"(?:\s+\w+\.? \d{1,2}, \d{4}|\s+\d{1,2} \w+\.? \d{4})?"
_POSTED = re.compile(rf"\s*{DASH}(?P<name>[^\n@()]{{1,60}}?)\s?\(@\w{{1,40}}\){_DATE}\s*\Z")
_STOPS = frozenset(".!?…”’\"'")
_REACH = 180  # characters at the end of a quote in which it may be signed


def signed(passage: Passage) -> tuple[Span, Span] | None:
    """The words before the signature that ends a passage, and the name in it; None for an unsigned one.

    The words are an empty span where the passage is nothing but the signature.
    """
    low = max(0, len(passage.text) - _REACH)
    begin = max(passage.text.rfind("\n", low), passage.text.rfind(" — ", low), passage.text.rfind(" – ", low))
    lines = [0] if len(passage.text) <= _REACH else []
    if begin >= 0:
        lines.append(begin)
    for at in lines:
        match = _POSTED.match(passage.text, at)
        if match is None and (at == 0 or passage.text[at] == "\n" or passage.text[at - 1] in _STOPS):
            match = _LINE.match(passage.text, at)
        if match is not None:
            start = passage.span.start
            return Span(start, start + at), Span(start + match.start("name"), start + match.end("name"))
    return None
