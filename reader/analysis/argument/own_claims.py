"""Decide whether a sentence in the article's own voice takes a position (guideline C5), by fitted weights."""

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import chain

from reader.analysis.argument.claim_paragraphs import Paragraph
from reader.analysis.argument.holders import HeldStretch
from reader.analysis.argument.wordlists import WORD, table, words
from reader.analysis.words import grammar
from reader.analysis.words.memo import FormCache
from reader.analysis.words.weights import score

DECISION = "own claim"
"""The decision in data/weights.json, which tests/benchmarks/fit_argument.py fits."""
_LEAST = 0.8  # log odds: more than twice as likely as not, because own claims are hard to place in a thread
_LENGTHS = (8, 15, 25, 40)
_FORMED = re.compile(
    r"(?P<abstract>\w{3,}(?:tion|sion|ness|ity|ism|ment|ance|ence|ship|acy)s?)|(?P<adverb>\w{3,}ly)|(?P<past>\w{3,}ed)"
    r"|(?P<denied>\w+n[’']t)|(?P<superlative>\w{2,}est)"
)
_STOPPED = re.compile(r"[.!?:”\"»][)\]]?\s*\Z")
_MANY_NAMES = 0.3  # share of the words that are capitalised
_BEGINNING = 3  # paragraphs
_PAST_FORM = "a past form"
_JUDGEMENT = ("judgement 1", "judgement 2", "judgement 3")  # at least so much
_COVERAGE = ("coverage 1", "coverage 2")
_ORDER = ("a modal verb", "a negation", "a contrast", "a degree", "an abstract noun", "an adverb", "present")
_NOT_PAST = frozenset({"a modal verb", "present"})  # with one of these a sentence is not only past


def takes_position(text: str, paragraphs: Sequence[Paragraph], row: Sequence[HeldStretch], index: int) -> bool:
    """Return whether the own sentence at `index` of the stretches in `row` is a claim. The rest is as in `features`."""
    return score(DECISION, features(text, paragraphs, row, index), "argument") > _LEAST


def features(text: str, paragraphs: Sequence[Paragraph], row: Sequence[HeldStretch], index: int) -> list[str]:
    """Return what tells whether a sentence evaluates, predicts, demands or explains, or only narrates.

    It is a stretch in the article's own voice, at `index` in the `row` of those of all paragraphs.
    """
    return [*_told(row[index].span.of(text)), *_place(text, paragraphs, row, index)]


@lru_cache(maxsize=256)  # a text may repeat its sentences, and its neighbours ask for it
def _told(sentence: str) -> tuple[str, ...]:
    """The features of the sentence itself."""
    tokens = WORD.findall(sentence)
    told = list(filter(None, map(_CLASSES.__getitem__, tokens)))
    classes = set(chain.from_iterable([classes for _, classes in told]))
    return (*_form(sentence.rstrip(), tokens, classes), *_words([value for value, _ in told], classes))


def _form(said: str, tokens: Sequence[str], classes: Container[str]) -> Iterable[str]:
    """The features of length, signs and spelling."""
    yield from [f"more than {length} words" for length in _LENGTHS if len(tokens) > length]
    capitals = len([token for token in tokens[1:] if token[0].isupper()])
    if not capitals:
        yield "no names"
    elif capitals >= _MANY_NAMES * len(tokens):
        yield "many names"
    if "a number" in classes:
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


def _words(values: Sequence[int], classes: set[str]) -> Iterable[str]:
    """The features of the words: how much they judge, and their classes, never the words themselves."""
    yield from _JUDGEMENT[: sum([value for value in values if value > 0])]
    yield from _COVERAGE[: -sum([value for value in values if value < 0])]
    yield from [name for name in _ORDER if name in classes]
    if _PAST_FORM in classes and classes.isdisjoint(_NOT_PAST):
        yield "only past"


def _classes_of(word: str) -> tuple[int, tuple[str, ...]] | None:
    """How much a word judges (below 0: how much it is about coverage), and its classes; None for most words."""
    low = word.lower()
    formed = _FORMED.fullmatch(low)
    form = formed.lastgroup if formed else ""
    tests = {
        "a number": any(map(str.isdigit, low)),
        "a modal verb": low in grammar.MODALS,
        "a negation": form == "denied" or low in grammar.words("negators"),
        "a contrast": low in words("contrasting"),
        "a degree": form == "superlative" or low in words("grading"),
        "an abstract noun": form == "abstract",
        "an adverb": form == "adverb" and low not in grammar.words("no_adverbs"),
        "present": low in words("present"),
        _PAST_FORM: form == "past" or low in words("past"),
    }
    value, classes = int(table("evaluation").get(low, 0)), tuple(name for name, holds in tests.items() if holds)
    return (value, classes) if value or classes else None


_CLASSES = FormCache(_classes_of)


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
        elif _JUDGEMENT[0] in _told(row[near].span.of(text)):
            yield "beside a judgement"
