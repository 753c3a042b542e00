"""Decide whether two claims contradict each other: one denies the other's word, or uses its opposite."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.argument.wordlists import table, words
from reader.analysis.words import grammar
from reader.analysis.words.memo import FormCache
from reader.model import Span

_JOINTS = ("and", "because", "but", "that", "while", "who", "which", "as")
_STOPPING = rf"(?:{'|'.join(_JOINTS)})\b"
_TOKEN = re.compile(rf"{_STOPPING}|\w+(?:[’'-](?!{_STOPPING})\w+)*|[.,;:!?“”\"()—–\n]")
_BETWEEN = frozenset({*_JOINTS, *'.,;:!?“”"()—–\n'})  # what separates two clauses
_NEGATORS = grammar.words("negators")
_ADDING = frozenset({"alone", "just", "merely", "only", "simply"})
_DENIED = ("n't", "n’t")
# Only such words come between a negation and the word that it denies: "was not at all safe", "has never been safe".
_BEING = grammar.words("linking")
_NEGATED_BEING = re.compile(r"(?:is|are|was|were)n[’']t")
_PREFIXES = ("un", "il", "im", "in", "ir", "dis", "non")
_MIN_LETTERS = 3  # minimum letters of a word, and of the rest of a word without its prefix or ending
# Of the clauses of a claim with the same word, at most this many are compared with another claim's, to limit the cost.
_CLAUSES = 6
_MAX_GAP = 4  # maximum words between a negation or a form of "to be" and the word to which it belongs
_NEGATES, _NEGATES_BEING, _IS, _FILLS, _ENDS, _SAYS, _STOPS = range(7)  # the function of a word in its clause


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class Clause:
    """The words of a clause in their base forms, each with whether it is affirmed; `predicates` follow "to be".

    `within` has the words inside others after a negative prefix ("safe" in "unsafe").
    """

    said: dict[str, bool]
    within: dict[str, str]
    predicates: set[str]

    def affirms(self, word: str) -> bool:
        """Return whether the clause affirms `word`, by itself or inside another word."""
        return self.said[word] if word in self.said else not self.said[self.within[word]]

    def predicates_of(self, word: str) -> bool:
        """Return whether `word` is a predicate with a form of "to be"."""
        return self.within.get(word, word) in self.predicates or word in self.predicates


@dataclass(slots=True)
class Polarity:
    """What a claim says: its clauses, and the words that it affirms somewhere, and that it denies somewhere."""

    clauses: Sequence[Clause]
    affirmed: set[str]
    denied: set[str]

    def by_word(self, words: set[str]) -> Mapping[str, Sequence[Clause]]:
        """Return the first clauses that have each of some words, or have it inside another word."""
        found: dict[str, list[Clause]] = {word: [] for word in words}
        for clause in self.clauses:
            for word in words & (clause.said.keys() | clause.within.keys()):
                found[word].append(clause)
        return {word: clauses[:_CLAUSES] for word, clauses in found.items()}


def polarity(text: str, span: Span) -> Polarity:  # noqa: C901 - one branch for each function of a word
    """Return what the claim at `span` affirms and denies."""
    clauses: list[Clause] = []
    by_sign: tuple[set[str], set[str]] = (set(), set())  # the words denied and affirmed
    clause = Clause({}, {}, set())
    denied = being = 0
    said = [*_TOKEN.findall(text, span.start, span.end), "."]
    for word, (does, plain, positive, rest) in zip(said, map(_FORMS.__getitem__, said), strict=True):
        if denied and word.lower() in _ADDING:
            denied = 0  # "not only" denies nothing
        elif does >= _ENDS:  # the most common case
            if does == _SAYS:
                affirmed = clause.said[plain] = (not denied) is positive
                by_sign[affirmed].add(plain)
                if rest:
                    clause.within[rest] = plain
                    by_sign[not affirmed].add(rest)
                if being:
                    clause.predicates.add(plain)
            elif does == _STOPS and clause.said:
                if word != "?":
                    clauses.append(clause)
                clause = Clause({}, {}, set())
            denied = being = 0
        elif does == _FILLS:
            denied, being = max(0, denied - 1), max(0, being - 1)
        elif does == _IS:
            being = _MAX_GAP
        else:
            denied = _MAX_GAP
            being = _MAX_GAP if being or does == _NEGATES_BEING else 0
    return Polarity(clauses, by_sign[True], by_sign[False])


def _form(form: str) -> tuple[int, str, bool, str]:
    """A word's function in its clause, its base form, whether it has that meaning, and the word it denies."""
    if form in _BETWEEN:
        return _STOPS, "", True, ""
    word = form.lower()
    if word in _NEGATORS or word.endswith(_DENIED):
        return _NEGATES_BEING if _NEGATED_BEING.fullmatch(word) else _NEGATES, "", True, ""
    if word in _BEING:
        return _IS, "", True, ""
    if word in words("filling") or word.endswith("ly"):
        return _FILLS, "", True, ""
    if word in words("stopwords") or len(word) < _MIN_LETTERS:
        return _ENDS, "", True, ""
    base = table("antonyms").get(word)
    plain = _plain(base or word)
    return _SAYS, plain, base is None, _denied_by_prefix(plain)


_FORMS = FormCache(_form)


def opposed(one: Polarity, other: Polarity) -> bool:
    """Return whether a clause of one affirms what a clause of the other denies, about the same subject.

    They share half the words of the shorter one and more than a third of the longer one's, and more than one word in
    all; or only the word that both predicate of something.
    """
    if one.denied.isdisjoint(other.affirmed) and one.affirmed.isdisjoint(other.denied):
        return False  # the most common case
    words = (one.denied & other.affirmed) | (one.affirmed & other.denied)
    ones, others = one.by_word(words), other.by_word(words)
    return any(
        first.affirms(word) != second.affirms(word) and _alike(first, second, word)
        for word in words
        for first in ones[word]
        for second in others[word]
    )


def _alike(one: Clause, other: Clause, word: str) -> bool:
    if word not in one.said and word not in other.said:
        return False
    common = len(one.said.keys() & other.said.keys()) + (word not in one.said or word not in other.said)
    shorter, longer = sorted((len(one.said), len(other.said)))
    if common * 2 < shorter or (common > 1 and common * 3 <= longer):
        return False
    return common > 1 or (one.predicates_of(word) and other.predicates_of(word))


def _denied_by_prefix(word: str) -> str:
    """The word that a word denies by its prefix, "" without one."""
    if not word.startswith(_PREFIXES):
        return ""
    rest = word.removeprefix(next(filter(word.startswith, _PREFIXES)))
    return rest if len(rest) >= _MIN_LETTERS and rest not in words("remainders") else ""


def _plain(word: str) -> str:
    """A word without its inflectional ending: “leaks” and “leaked” as “leak”."""
    for ending in ("’s", "'s", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_LETTERS and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word
