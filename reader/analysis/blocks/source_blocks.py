"""Block quotations that the source format marks, such as those of a web page: posts, translations, and other words."""

import unicodedata
from dataclasses import replace
from functools import lru_cache

from reader.analysis.blocks.block_quote import POST, SET_APART, TRANSLATION, BlockQuote, words_without_closer
from reader.analysis.blocks.bounds import may_go_on
from reader.analysis.blocks.labelled_posts import post_by_form, post_by_label, run_follows
from reader.analysis.blocks.passages import PROSE, Passage, goes_on_set_apart
from reader.analysis.blocks.signatures import named_below, signature_at_end
from reader.analysis.blocks.word_classes import ASCII, has_function_word, other_language
from reader.analysis.units.units import QUOTE, STOP
from reader.model import QuotationKind

_MOST_ORIGINALS = 4  # paragraphs in another language before their translation
_MOSTLY = 0.6  # share of a paragraph


def _is_direct_speech(text: str, parts: list[Passage], index: int) -> bool:
    """Whether a paragraph is direct speech that names its own speaker, whatever its format (“…,” said Roe).

    This holds for most of it or, without a colon before it, for all sentences that are not wholly in quotation marks.
    """
    passage, said, others = parts[index], 0, 0
    for u, stated in passage.units(text):
        named = [draft for draft in stated.drafts if draft.mention and draft.kind is QuotationKind.DIRECT]
        said += sum(len(span) for draft in named for span in draft.spans)
        others += not named and not set(u.kinds) <= {QUOTE, STOP}
    led = index > 0 and parts[index - 1].text.endswith(":")
    return said > _MOSTLY * len(passage.span) or (said > 0 and not others and not led)


def end_of_source_block(parts: list[Passage], index: int) -> int:
    """Return the last paragraph of the block quote of the source format that has this one; the next post ends it."""
    last = index
    while last + 1 < len(parts) and goes_on_set_apart(parts[last], parts[last + 1]):
        if post_by_form(parts[last + 1], parts[last + 1].span.end) is not None:
            break
        last += 1
    return last


def post_set_apart(parts: list[Passage], index: int, before: BlockQuote | None) -> BlockQuote | None:
    """A post under its author's handle or name that the source format sets apart as a block quote."""
    passage = parts[index]
    end = words_without_closer(passage).end
    post = post_by_form(passage, end)
    if post is None:
        in_run = before is not None and before.how == POST
        if in_run or passage.label_is_marked or run_follows(parts, index):
            post = post_by_label(passage, end, run=passage.label_is_marked)
    if post is None:
        return None
    last = end_of_source_block(parts, index)
    others = (words_without_closer(parts[i]) for i in range(index + 1, last + 1))
    leadin = _leadin_before(parts, index) if before is None else None
    return BlockQuote(index, last, leadin, (post.words, *others), post.name, POST)


def source_block(text: str, parts: list[Passage], index: int, before: BlockQuote | None) -> BlockQuote | None:
    """A block quote from the source format, with the paragraphs that continue it.

    The translation of the block before it has the same source. None for a signature alone, and for reported speech that
    a page only sets apart.
    """
    last = end_of_source_block(parts, index)
    if before is not None and is_translation_of(text, parts[index], before):
        translated = tuple(words_without_closer(parts[i]) for i in range(index, last + 1))
        return replace(before, first=index, last=last, spans=translated, how=TRANSLATION)
    if all(_is_direct_speech(text, parts, i) for i in range(index, last + 1)):
        return None
    leadin = _leadin_before(parts, index)
    spans = [words_without_closer(parts[i]) for i in range(index, last + 1)]
    signature = signature_at_end(parts[last]) or (named_below(parts[last]) if last > index else None)
    if signature is None:
        return BlockQuote(index, last, leadin, tuple(spans), None, SET_APART)
    spans[-1] = signature[0]
    if not len(signature[0]):
        spans.pop()
    if not spans:
        return None
    return BlockQuote(index, last, leadin, tuple(spans), None, "a block quote under its author’s name", signature[1])


def _leadin_before(parts: list[Passage], index: int) -> int | None:
    """The paragraph before a block quotation, past the original in another language of which it is the translation."""
    for before in range(index - 1, max(-1, index - 1 - _MOST_ORIGINALS), -1):
        if parts[before].kind not in PROSE:
            return None
        if not other_language(parts[before].text):
            return before
    return index - 1 if index else None


def is_translation_of(text: str, passage: Passage, before: BlockQuote) -> bool:
    """Whether a passage in English follows a block in another language: it is the translation of the same words."""
    original = text[before.spans[0].start : before.spans[-1].end]
    return other_language(original) and not other_language(passage.text)


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
        if not count:
            break
        last = behind + count - 1
        first = last + 1
    return last


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
