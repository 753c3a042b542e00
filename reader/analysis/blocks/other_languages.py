"""Recognise paragraphs in another language than English, such as the original before its translation."""

import re
from functools import lru_cache

from reader.analysis.blocks.word_classes import FUNCTION, count_class

_LATIN = 0x24F  # the last code point of Latin letters
_WORDS = re.compile(r"[^\W\d_]+")
_ENOUGH = 10  # minimum words to recognise a language by its function words
_FEW = 4  # minimum words to recognise one by letters that English has in names only
_ACCENTED = re.compile(r"\b[a-z]*[ß-öø-ɏ][^\W\d_]*")
_ENGLISH = 0.1  # minimum share of function words in English text
_CLEAR_SHARE = 0.05  # function words a character: so many are a tenth even if every second character were a word
ASCII = re.compile(r"[\0-\x7f]+")


def has_function_word(words: str) -> bool:
    """Return whether a text has an English function word, as nearly every English sentence has."""
    return count_class(words, FUNCTION) > 0


@lru_cache(maxsize=256)
def other_language(words: str) -> bool:
    """Return whether a text is in another script than Latin, or has hardly any English function word."""
    foreign = [c for c in ASCII.sub("", words) if ord(c) > _LATIN and c.isalpha()]  # English has few of these
    if foreign and len(foreign) * 2 > sum(map(str.isalpha, words)):
        return True
    english = count_class(words, FUNCTION)
    if english > _CLEAR_SHARE * len(words):
        return False
    found = len(_WORDS.findall(words))
    if found < _ENOUGH:
        return found >= _FEW and not english and _ACCENTED.search(words) is not None
    return english < _ENGLISH * found and not words.startswith("[")
