"""Decide whether a sentence in the article's own voice takes a position (guideline C5), by fitted weights."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.analysis.argument.claim_paragraphs import Paragraph
from reader.analysis.argument.holders import HeldStretch
from reader.analysis.argument.wordlists import WORD, table, words
from reader.analysis.words import grammar
from reader.analysis.words.weights import score

DECISION = "own claim"
"""The decision in data/weights.json, which tests/benchmarks/fit_argument.py fits."""
_LEAST = 0.8  # log odds: more than twice as likely as not, because own claims are hard to place in a thread
_LENGTHS = (8, 15, 25, 40)
_ABSTRACT = re.compile(r"\w{3,}(?:tion|sion|ness|ity|ism|ment|ance|ence|ship|acy)s?")
_ADVERB = re.compile(r"\w{3,}ly")
_PAST = re.compile(r"\w{3,}ed")
_DENIED = re.compile(r"\w+n[’']t")
_SUPERLATIVE = re.compile(r"\w{2,}est")
_STOPPED = re.compile(r"[.!?:”\"»][)\]]?\s*\Z")
_MANY_NAMES = 0.3  # share of the words that are capitalised
_BEGINNING = 3  # paragraphs


def takes_position(text: str, paragraphs: Sequence[Paragraph], row: Sequence[HeldStretch], index: int) -> bool:
    """Return whether the own sentence at `index` of the stretches in `row` is a claim. The rest is as in `features`."""
    return score(DECISION, features(text, paragraphs, row, index), "argument") > _LEAST


def features(text: str, paragraphs: Sequence[Paragraph], row: Sequence[HeldStretch], index: int) -> list[str]:
    """Return what tells whether a sentence evaluates, predicts, demands or explains, or only narrates.

    It is a stretch in the article's own voice, at `index` in the `row` of those of all paragraphs.
    """
    return [*_told(row[index].span.of(text)), *_place(text, paragraphs, row, index)]


@lru_cache(maxsize=256)  # a text may repeat its sentences
def _told(sentence: str) -> tuple[str, ...]:
    """The features of the sentence itself."""
    return (*_form(sentence.rstrip()), *_words(sentence))


def _form(said: str) -> Iterable[str]:
    """The features of length, signs and spelling."""
    tokens = WORD.findall(said)
    yield from (f"more than {length} words" for length in _LENGTHS if len(tokens) > length)
    capitals = sum(1 for token in tokens[1:] if token[0].isupper())
    if not capitals:
        yield "no names"
    elif capitals >= _MANY_NAMES * len(tokens):
        yield "many names"
    if any(letter.isdigit() for letter in said):
        yield "a number"
    if "“" in said or '"' in said:
        yield "quotation marks"
    if "[" in said:
        yield "a note"
    if said.endswith(":"):
        yield "a colon at the end"
    elif said.endswith("?"):
        yield "a question"
    elif not _STOPPED.search(said):
        yield "no stop"


def _words(sentence: str) -> Iterable[str]:
    """The features of the words: their classes, never the words themselves."""
    tokens = [token.lower() for token in WORD.findall(sentence)]
    said = set(tokens)
    judgement, coverage = judged(tokens)
    yield from (f"judgement {least}" for least in (1, 2, 3) if judgement >= least)
    yield from (f"coverage {least}" for least in (1, 2) if coverage >= least)
    modal = not said.isdisjoint(grammar.MODALS)
    if modal:
        yield "a modal verb"
    if not said.isdisjoint(grammar.words("negators")) or any(map(_DENIED.fullmatch, said)):
        yield "a negation"
    if not said.isdisjoint(words("contrasting")):
        yield "a contrast"
    if not said.isdisjoint(words("grading")) or any(map(_SUPERLATIVE.fullmatch, said)):
        yield "a degree"
    if any(map(_ABSTRACT.fullmatch, said)):
        yield "an abstract noun"
    if any(_ADVERB.fullmatch(token) and token not in grammar.words("no_adverbs") for token in said):
        yield "an adverb"
    present = not said.isdisjoint(words("present"))
    if present:
        yield "present"
    elif not modal and (any(map(_PAST.fullmatch, said)) or not said.isdisjoint(words("past"))):
        yield "only past"


def judged(tokens: Iterable[str]) -> tuple[int, int]:
    """Return the sums of the words of judgement and of the words about coverage among `tokens` in lower case."""
    listed = table("evaluation")
    found = [int(listed[token]) for token in tokens if token in listed]
    return sum(value for value in found if value > 0), -sum(value for value in found if value < 0)


def _place(text: str, paragraphs: Sequence[Paragraph], row: Sequence[HeldStretch], index: int) -> Iterable[str]:
    """The features of the place in the paragraph and in the article."""
    stretch = row[index]
    paragraph = paragraphs[stretch.paragraph].span
    if stretch.span.start == paragraph.start:
        yield "opens its paragraph"
    if stretch.span.end == paragraph.end:
        yield "ends its paragraph"
    if stretch.paragraph < _BEGINNING:
        yield "at the beginning"
    if stretch.paragraph == len(paragraphs) - 1:
        yield "in the last paragraph"
    for near in (index - 1, index + 1):
        if not 0 <= near < len(row) or row[near].paragraph != stretch.paragraph:
            continue
        if not row[near].own:
            yield "after a quotation" if near < index else "before a quotation"
        elif judged(map(str.lower, WORD.findall(row[near].span.of(text))))[0]:
            yield "beside a judgement"
