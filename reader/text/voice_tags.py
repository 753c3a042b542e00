"""Give each voice of an article a tag: two letters of its name that no other voice has."""

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "la", "le", "el"})
_LETTERS = ascii_uppercase


def make_tags(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return a unique tag for each name. A name is given as its words.

    The tag is the initials of the first and last word ("XJ"), or the first two letters of a single word ("Ec"). If this
    is taken, it is the first letter with another letter of the name, else with a letter of the alphabet. Several
    hundred voices can be told apart; beyond that a number follows the letter.
    """
    taken: set[str] = set()
    counted: dict[str, int] = {}  # the last number used with each letter
    found = []
    for words in names:
        tag = next(tag for tag in _candidates(words, counted) if tag not in taken)
        taken.add(tag)
        found.append(tag)
    return tuple(found)


def _candidates(words: tuple[str, ...], counted: dict[str, int]) -> Iterator[str]:
    plain = [word if word.isalnum() else "".join(filter(str.isalnum, word)) for word in words]
    kept = (
        [word for word in plain if word and word.lower() not in _ARTICLES] or [word for word in plain if word] or ["X"]
    )
    first, last = kept[0], kept[-1]
    if len(kept) > 1:
        yield (first[0] + last[0]).upper()
    elif len(first) > 1:
        yield first[0].upper() + first[1].lower()
    rest = "".join(kept)[1:]
    begin = first[0].upper()
    for letter in (*last[1:], *rest):
        yield begin + letter.lower()
    for letter in _LETTERS:
        yield begin + letter
    while True:
        counted[begin] = counted.get(begin, 0) + 1
        yield f"{begin}{counted[begin]}"
