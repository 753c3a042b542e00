"""Classify the words of a text for the features of style, and recognise paragraphs in another language by them."""

import re
from functools import lru_cache

from reader.analysis.words.grammar import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, words
from reader.analysis.words.memo import FormCache

_BITS = tuple(1 << bit for bit in range(8))
FUNCTION, PERSON, PAST, PRESENT, URGING, REFERRING, PUBLISHING, ONLY_ENGLISH = _BITS
"""Classes of words: English function words, the first and second person, verbs that show their tense, "must" and
"don’t", "below" and "this", the words that are needed to publish a text, and function words that only English has."""

_FORM = re.compile(r"\w++(?:['’](?:[sStT]|re|ve|ll)\b)?")
_FUNCTION = AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS
_PERSONS = frozenset({"I", "we", "We", "my", "My", "our", "Our", "us", "me", "you", "You", "your", "Your"})
_PAST = words("telling")
_PAST_FORM = re.compile(r"[a-z]{3,}ed")
_PRESENT = frozenset({"is", "are", "has", "have", "do", "does", "will", "can", "should", "must", "may", "says"})
_CLIPPED = frozenset({"s", "re", "ve", "ll"})
_URGING = frozenset({"should", "must", "ought", "cannot", "it's", "let's", "that's"})
_REFERRING = words("referring")
_PUBLISHING = words("publishing")
_CASED = {PERSON: _PERSONS, PAST: _PAST, PRESENT: _PRESENT, PUBLISHING: _PUBLISHING}
_ONLY_ENGLISH = _FUNCTION - words("in_other_languages")
_UNCASED = {FUNCTION: _FUNCTION, ONLY_ENGLISH: _ONLY_ENGLISH, URGING: _URGING, REFERRING: _REFERRING}
_OF_WORD, _OF_LOW = (
    {word: sum(kind for kind, list_ in lists.items() if word in list_) for word in frozenset().union(*lists.values())}
    for lists in (_CASED, _UNCASED)
)
_WITHOUT = {kind: bytes(kinds for kinds in range(256) if not kinds & kind) for kind in _BITS}


@lru_cache(maxsize=256)
def word_classes(text: str) -> bytes:
    """Return the classes of each word of a text, in order, one byte a word."""
    return b"".join(map(_KINDS.__getitem__, text.split()))


def count_class(text: str, kind: int) -> int:
    """Return how many words of a text are in a class."""
    return len(word_classes(text).translate(None, _WITHOUT[kind]))


def _classes_of(form: str) -> int:
    """The classes of a form, including its ending after an apostrophe ("it’s", "don't")."""
    word, _, ending = (form, "", "") if form.isalpha() else form.replace("’", "'").partition("'")
    low = word.lower()
    kinds = _OF_WORD.get(word, 0) | _OF_LOW.get(low, 0)
    if word.endswith("ed") and _PAST_FORM.fullmatch(word):
        kinds |= PAST
    if not ending:
        return kinds
    if ending in _CLIPPED and word.isascii() and word.isalpha() and word.islower():
        kinds |= PRESENT
    if (ending in "tT" and low.endswith("n") and low != "n") or f"{low}'{ending.lower()}" in _URGING:
        kinds |= URGING
    return kinds


def _classes_of_piece(piece: str) -> bytes:
    """The classes of the words between two blanks, with their punctuation."""
    return bytes(map(_classes_of, [piece] if piece.isalpha() else _FORM.findall(piece)))


_KINDS = FormCache(_classes_of_piece)


_LATIN = 0x24F  # the last code point of Latin letters
_WORDS = re.compile(r"[^\W\d_]+")
_ENOUGH = 10  # minimum words to recognise a language by its function words
_FEW = 4  # minimum words to recognise one by letters that English has in names only
_ACCENTED = re.compile(r"\b[a-z]*[ß-öø-ɏ][^\W\d_]*")
_ENGLISH = 0.1  # minimum share of function words in English text
_WORD = 0.5  # maximum words a character
_SOME = 12  # minimum words of a text of which one must be a verb or a function word that only English has
_MANY = 30  # minimum words of a text of which some must be function words that only English has
_LEAST = 0.02  # minimum share of these
ASCII = re.compile(r"[\0-\x7f]+")


def has_function_word(words: str) -> bool:
    """Return whether a text has an English function word, as nearly every English sentence has."""
    return count_class(words, FUNCTION) > 0


@lru_cache(maxsize=256)
def other_script(words: str) -> bool:
    """Return whether most letters of a text are not Latin."""
    foreign = [c for c in ASCII.sub("", words) if ord(c) > _LATIN and c.isalpha()]  # English has few of these
    return bool(foreign) and len(foreign) * 2 > sum(map(str.isalpha, words))


def other_language(words: str) -> bool:
    """Return whether a text is in another script than Latin, or has hardly any English function word."""
    if other_script(words):
        return True
    english, clear = count_class(words, FUNCTION), count_class(words, ONLY_ENGLISH)
    if english > _ENGLISH * _WORD * len(words) and clear > _LEAST * _WORD * len(words):
        return False  # enough, even if every second character were a word
    found = len(_WORDS.findall(words))
    if found < _ENOUGH:
        return found >= _FEW and not english and _ACCENTED.search(words) is not None
    if english < _ENGLISH * found:
        return not (words.startswith("[") or (clear and found < _MANY))
    if found >= _SOME and not (clear or count_class(words, PAST) or count_class(words, PRESENT)):
        return True
    return found >= _MANY and clear < _LEAST * found
