"""Find the full names that the acronyms of a text stand for: "Customs and Border Protection" for "CBP"."""

import re

_FEWEST, _MOST = 2, 6  # letters of an acronym
_SMALL = frozenset({"&", "and", "at", "for", "in", "of", "on", "the", "to"})
_CAPITALISED = r"[A-Z]\w*(?:[’'-]\w+)*"
# A phrase begins with a word, not inside one: otherwise each letter of a long row of capitals is tried. To search for a
# capital first and then check what is before it takes a fraction of the time.
_PHRASE = re.compile(
    rf"[A-Z](?<!\w.)(?<!\w[’'-].)\w*(?:[’'-]\w+)*(?: (?:(?:&|and|at|for|in|of|on|the|to) ){{0,2}}{_CAPITALISED})+"
)
_POSSESSIVE = ("’s", "'s")
_WORD = re.compile(r"\S+")


def is_acronym(word: str) -> bool:
    """Return whether a word is written as an acronym ("CBP")."""
    return _FEWEST <= len(word) <= _MOST and word.isascii() and word.isalpha() and word.isupper()


def full_names(text: str, acronyms: frozenset[str]) -> list[tuple[int, int]]:
    """Return the spans of phrases whose capitals are one of the acronyms, in text order. Linear in the text."""
    found: list[tuple[int, int]] = []
    if not acronyms:
        return found
    longest = max(map(len, acronyms))
    for phrase in _PHRASE.finditer(text):
        words = [(word.start(), word.end()) for word in _WORD.finditer(text, *phrase.span())]
        capitals = [word for word in words if text[slice(*word)] not in _SMALL]
        initials = "".join(text[start] for start, _ in capitals)
        at = 0
        while at < len(capitals):
            sizes = range(min(longest, len(capitals) - at), _FEWEST - 1, -1)
            size = next((size for size in sizes if initials[at : at + size] in acronyms), 0)
            if size and not any(is_acronym(text[slice(*word)]) for word in capitals[at : at + size]):
                start, end = capitals[at][0], capitals[at + size - 1][1]
                found.append((start, end - 2 * text.endswith(_POSSESSIVE, start, end)))
            at += size or 1
    return found
