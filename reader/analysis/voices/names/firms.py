"""Recognise one-word names of companies, by words that are used of companies only: shares, an owner, customers."""

import re
from collections.abc import Iterator

from reader.analysis.voices.names.capitalised_runs import UPPER
from reader.analysis.voices.names.lists import entries, role_of

_WORD = rf"(?<![\w’'-])([{UPPER}][\w-]*[^\W_])(?![\w-])"
# What a company has or does, after its name: to search for that first is faster than to search for a name.
_HAS = re.compile(
    r" (?:CEO|CFO|chief executive|co-?founder|customers|employees|executives?|founder|headquarters|shareholders|shares"
    r"|stock|stores|subsidiary)\b"
)
_WHO_HAS = re.compile(rf"{_WORD}(?:['’]s)?(?: \w+-\w+)?\Z")
_DOES = re.compile(r", (?:which|whose) (?:builds|employs|makes|operates|owns|produces|sells|shares)\b")
_WHO_DOES = re.compile(rf"{_WORD}\Z")
_BEFORE = 80  # characters before the match in which the name is
_IS = re.compile(
    r"\b(?:airline|automaker|carmaker|company|conglomerate|firm|giant|maker|manufacturer|retailer|start-?up|supplier"
    rf"|(?:shareholders|shares|stake|stock) (?:in|of)) {_WORD}(?! [{UPPER}])"
)
_BEHIND_NAME = re.compile(rf"(?:\b[Tt]he|\b(?!An? |One )[{UPPER}][\w.-]*) \Z")
_NAME_BEFORE = 24  # characters
_NOT = ("demonyms", "first_names", "openers", "organisations", "outlets", "places", "titles")


def firms(text: str) -> frozenset[str]:
    """Return the single words that are a company's name somewhere in the text and are in no other list of names."""
    found = {
        match[1]
        for match in _signs_of_firm(text)
        if not _BEHIND_NAME.search(text, max(0, match.start(1) - _NAME_BEFORE), match.start(1))
    }
    return frozenset(
        w for w in found if not w.isupper() and role_of(w) is None and not any(w in entries(name) for name in _NOT)
    )


def _signs_of_firm(text: str) -> Iterator[re.Match[str]]:
    """The places that show that the word before or after them, the first group, is a company's name."""
    for pattern, who in ((_HAS, _WHO_HAS), (_DOES, _WHO_DOES)):
        for told in pattern.finditer(text):
            match = who.search(text, max(0, told.start() - _BEFORE), told.start())
            if match is not None:
                yield match
    yield from _IS.finditer(text)
