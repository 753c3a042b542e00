"""Find how far the translation of quoted words goes, by the length of the words in the other language before it."""

import unicodedata
from functools import lru_cache

from reader.analysis.blocks.bounds import may_go_on
from reader.analysis.blocks.other_languages import ASCII, has_function_word, other_language
from reader.analysis.blocks.passages import Passage

_LETTERS_OF_SIGN = {"CJK": 3.5, "HIRAGANA": 2.0, "KATAKANA": 2.0, "HANGUL": 2.2}  # English letters for one sign
_LONGEST = 12  # paragraphs in the other language
_LEAST, _MOST = 0.6, 1.7  # length of a translation as a multiple of its original's


def last_translated(text: str, parts: list[Passage], first: int) -> int | None:
    """Return the last passage of a quotation that begins in another language and goes on in English.

    A translation has as many paragraphs as its original and is about as long. After it, another original may begin.
    None where the words at `first` are English, or no translation follows them.
    """
    last = None
    while first < len(parts) and other_language(parts[first].text) and (last is None or may_go_on(text, parts, first)):
        behind = _end_of_original(text, parts, first)
        count = _paragraphs_translated(text, parts, first, behind)
        if not count or (last is not None and _names_speaker(text, parts[behind])):
            break
        last = behind + count - 1
        first = last + 1
    return last


def _names_speaker(text: str, passage: Passage) -> bool:
    """Whether a passage begins with the name of its own speaker ("Ada Roe, a miller, said, “…”")."""
    return any(
        draft.source_kind == "name" and draft.mention is not None and draft.mention.start == passage.span.start
        for _, stated in passage.units(text)[:1]
        for draft in stated.drafts
    )


def _end_of_original(text: str, parts: list[Passage], first: int) -> int:
    """The passage after the paragraphs in another language from `first` on, short lines between and after included."""
    behind = first + 1
    while behind < min(len(parts), first + _LONGEST) and may_go_on(text, parts, behind):
        words = parts[behind].text
        if not (other_language(words) or (len(words) < len(parts[first].text) and not has_function_word(words))):
            break
        behind += 1
    return behind


def _paragraphs_translated(text: str, parts: list[Passage], first: int, behind: int) -> int:
    """How many passages from `behind` on translate those before it, from `first` on; 0 where none can."""
    ends = behind
    while ends < min(len(parts), 2 * behind - first) and may_go_on(text, parts, ends):
        if ends > behind and other_language(parts[ends].text):
            break
        ends += 1
    expected = sum(_english_length(part.text) for part in parts[first:behind])
    length = sum(len(part.text) for part in parts[behind:ends])
    return ends - behind if _LEAST <= length / expected <= _MOST else 0


def _english_length(words: str) -> float:
    """The length of a text in characters, with each sign that stands for a syllable or a word as several letters."""
    return len(words) + sum(_weight(sign) - 1 for sign in ASCII.sub("", words))


@lru_cache(maxsize=4096)
def _weight(sign: str) -> float:
    return _LETTERS_OF_SIGN.get(unicodedata.name(sign, "").partition(" ")[0], 1.0)
