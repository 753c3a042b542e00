"""Find user names in lower case ("lotta_k") or in a script without capitals."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from reader.analysis.voices.names.lists import entries
from reader.analysis.words.grammar import cue_verbs, is_finite

_USER_NOUNS = "(?:[Uu]ser|[Bb]logger|[Cc]ommenter|[Nn]etizen|[Mm]icroblogger|[Tt]weep|[Vv]logger)"
_CALLED = (
    rf"(?:{_USER_NOUNS}(?!\s(?:called|(?:nick)?named)\s)"
    rf"|(?P<named>{_USER_NOUNS}\s(?:called|(?:nick)?named)|(?:[Nn]ick|pen|screen|[Uu]ser)\s?name|pseudonym"
    r"|(?:call(?:s|ing)|who called|who signs) (?:him|her|it)self)"
    rf"|(?P<one>(?:An?|an?|[Aa]nother|[Oo]ne)\s{_USER_NOUNS},))"
)
_FUNCTION = (
    "a[nst]?|and|but|by|for|from|has|her|his|in|is|it|like|not|of|o[nr]|the|their|then|this|to|was|wh[a-z]+|with"
)
# A pen name of several words: between commas (“another blogger, Cheerful old miller, who”), or in capitals.
_PEN_NAME = re.compile(
    rf"(?:An?|an?|[Aa]nother|[Oo]ne)\s(?:[a-z-]+\s){{0,2}}{_USER_NOUNS},\s"
    rf"((?!\w+,)[^\W\d_a-z][\w’'-]*(?:\s(?!(?:{_FUNCTION})\b)[\w’'-]+){{1,4}}),"
    rf"|{_USER_NOUNS}\s([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]+){{1,3}})\s(?=[a-z(\[])"
)
_OWN = r"[^\W\d_]\w*_\w*|[^\W\d_]{3,}[0-9]{2,}"
_NAMED = rf"{_CALLED}\s(?P<called>(?!(?:{_FUNCTION})\b)[a-z][\w-]*\w)"
_BEFORE = r"(?<![\w@#/.-])"
_CALLED_USER = re.compile(rf"{_BEFORE}{_NAMED}")
_USER = re.compile(rf"{_BEFORE}(?:{_NAMED}|(?P<own>{_OWN})(?![\w@/-]))")
# A word in such a script between English ones, or one in lower case that opens a paragraph, followed by a description.
# To search for a letter first and then check what is before it takes a fifth of the time.
_FOREIGN = re.compile(
    r"[^\W\x00-\u02ff](?:(?<=[A-Za-z.!?] .)|(?<=[a-z], .)|(?<![^\n].))[^\W\x00-\u02ff]+(?=,? [a-z(\[])"
)
_OPENING = re.compile(r"(?<![^\n])[a-z][\w-]*\w(?=, (?:an?|the|who|whose) )")
_FAR = re.compile(r"[^\x00-\u02ff\u2000-\u206f]")  # excludes the punctuation that most texts have
_IN_SMALL = re.compile(r"\n(?=[a-z])")
# What each such name has before it or in it: this check is faster than the search.
_PARTS = ("User", "user", "logger", "ommenter", "etizen", "weep", "ickname", " name", "pseudonym", "self ")
_OPENERS = entries("openers")
_SIGN = re.compile(r"[_0-9](?:(?<=_)|(?<=[^\W\d_].)[0-9])")


def users(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield the user names in lower case: the start and end of each, and where its title begins.

    For a name after "user" or "blogger" this word is the title; for any other the title begins with the name.
    `stretches` are the parts of the text that are searched.
    """
    hints = sorted(at for part in _PARTS for at in _places(text, part))
    signs = [sign.start() for sign in _SIGN.finditer(text)]
    opening = [0] * text[:1].islower() + [line.end() for line in _IN_SMALL.finditer(text)]
    foreign = _FAR.search(text) is not None
    near = sorted([*hints, *signs, *opening])
    for start, end in stretches:
        if foreign or _within_span(near, start, end):
            yield from _names_in_stretch(text, start, end, _within_span(opening, start, end), foreign=foreign)
        told = _USER if _within_span(signs, start, end) else _CALLED_USER if _within_span(hints, start, end) else None
        yield from () if told is None else _user_name_spans(told.finditer(text, start, end))


def pen_names(text: str, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return the pen names of several words that stand beside "user" or "blogger", wherever they are, as `users` does.

    Only names with a word in lower case or one that mostly begins sentences count (“Cheerful old miller”, “Just Me”);
    others are found as runs of capitals.
    """
    if not any(part in text for part in ("logger", "ser ", "ser, ", "ommenter", "etizen")):
        return []
    found = (match for start, end in stretches for match in _PEN_NAME.finditer(text, start, end))
    names = {match[match.lastindex or 0] for match in found}
    own = [name for name in names if any(word[0].islower() or word in _OPENERS for word in name.split())]
    again = (re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in own)
    return sorted((*match.span(), match.start()) for matches in again for match in matches)


def _names_in_stretch(
    text: str, start: int, end: int, lines: list[int], *, foreign: bool
) -> Iterator[tuple[int, int, int]]:
    """The names of one stretch that only their letters show or with which one of its `lines` begins."""
    if foreign and not text[start:end].isascii():
        for match in _FOREIGN.finditer(text, start, end):
            if match[0].lower() == match[0].upper():
                yield *match.span(), match.start()
    for line in lines:
        opened = _OPENING.match(text, line, end)
        if opened is not None:
            yield *opened.span(), line


def _places(text: str, part: str) -> Iterator[int]:
    """The places of a part in a text."""
    start = 0
    while (start := text.find(part, start) + 1) > 0:
        yield start - 1


def _within_span(places: list[int], start: int, end: int) -> list[int]:
    """The sorted places that are in `[start, end)`."""
    return places[bisect_left(places, start) : bisect_left(places, end)] if places else places


def _user_name_spans(matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int, int]]:
    """The matches that are user names, in the form that `users` yields."""
    for match in matches:
        group = match.lastgroup or ""
        word = match[group]
        named = group == "own" or match["named"] is not None or not _is_verb(word)
        if named and word[0].islower():
            yield *match.span(group), match.start()


def _is_verb(word: str) -> bool:
    """Whether a word after "user" is a verb rather than a name: "the user wrote", "a blogger living there"."""
    return word.isalpha() and (word.endswith(("ing", "s")) or is_finite(word) or word in cue_verbs())
