"""Tells the companies that a text names by one word alone, by what only a company has: shares, an owner, customers."""

import re

from reader.analysis.voices.names.lists import entries, role_of
from reader.analysis.voices.names.runs import UPPER

_WORD = rf"(?<![\w’'-])([{UPPER}][\w-]*[^\W_])(?![\w-])"
_HAS = re.compile(
    rf"{_WORD}(?:['’]s)?(?: \w+-\w+)? (?:CEO|CFO|chief executive|co-?founder|customers|employees|executives?|founder"
    r"|headquarters|shareholders|shares|stock|stores|subsidiary)\b"
)
_DOES = re.compile(rf"{_WORD}, (?:which|whose) (?:builds|employs|makes|operates|owns|produces|sells|shares)\b")
_IS = re.compile(
    r"\b(?:airline|automaker|carmaker|company|conglomerate|firm|giant|maker|manufacturer|retailer|start-?up|supplier)"
    rf" {_WORD}(?! [{UPPER}])"
)
_IN = re.compile(rf"\b(?:shareholders|shares|stake|stock) (?:in|of) {_WORD}(?! [{UPPER}])")
# Each pattern with words of which a text must have one: to look for them takes a tenth of the time.
_TELLING = (
    (
        _HAS,
        ("CEO", "CFO", "chief exec", "founder", "customers", "employees", "executive", "headq", "share", "sto", "subs"),
    ),
    (_DOES, (", which ", ", whose ")),
    (_IS, ("airline", "maker", "company", "conglomerate", "firm", "giant", "manuf", "retailer", "start", "supplier")),
    (_IN, ("share", "stake", "stock")),
)
_BEHIND_NAME = re.compile(rf"(?:\b[Tt]he|\b(?!An? |One )[{UPPER}][\w.-]*) \Z")
_NAME_BEFORE = 24  # characters
_NOT = ("demonyms", "first_names", "openers", "organisations", "outlets", "places", "titles")


def firms(text: str) -> frozenset[str]:
    """The words that alone are a company's name somewhere in a text; none that is in another list of names."""
    found = set()
    for pattern, words in _TELLING:
        for match in pattern.finditer(text) if any(word in text for word in words) else ():
            start, word = match.start(1), match[1]
            if not _BEHIND_NAME.search(text, max(0, start - _NAME_BEFORE), start):
                found.add(word)
    return frozenset(
        w for w in found if not w.isupper() and role_of(w) is None and not any(w in entries(name) for name in _NOT)
    )
