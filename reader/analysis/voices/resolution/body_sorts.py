"""What sorts of bodies a noun refers to ("the lender"), what sort a name has, and whether the two fit."""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.voices.names.lists import entries, fold, is_known_outlet, table, wider_sorts
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.roster import Referent, head_word

_LOOSE = "?"
_FORMS = frozenset({"AG", "Co", "Corp", "Inc", "Ltd", "NV", "PLC", "Plc", "SA", "SE", "plc"})  # of a firm
_PLACES = frozenset({"camp", "city", "country", "kingdom", "nation", "state", "world"})
_PUBLICATION = "publication"
_LONGEST_PHRASE = 3  # words of an entry such as "human rights group"
_LETTERS = 28  # maximum characters of a word
_BESIDE = re.compile(r"([A-Z]?[a-z][a-z-]+(?: [a-z-]+){0,2}) (?:The )?\Z")
_APPOSED = re.compile(
    r"(?:,| is| was|,? which is) (?:an?|one of (?:the|its)|the) (?P<phrase>(?:[\w’'-]+ ){0,4}?[a-z-]+)"
    r"(?=[,.;]| (?:based|behind|for|from|in|of|that|which|whose|with)\b)"
)


class Fit(IntEnum):
    """How well a noun fits a body."""

    NO = 0
    OPEN = 1  # nothing is known of the body
    LOOSE = 2  # what is known of it allows the noun
    SURE = 3  # its name is that of such a body
    CALLED = 4  # the text calls it so


class Wanted(NamedTuple):
    """The longest entry of "body_nouns" that ends a phrase, else its noun, and the sorts of bodies it refers to."""

    noun: str
    sure: frozenset[str]
    loose: frozenset[str]


@lru_cache(maxsize=1024)
def wanted(words: tuple[str, ...]) -> Wanted | None:
    """Return what bodies a phrase of lower-case words can refer to, by its last words; None for any other noun."""
    listed = table("body_nouns")
    for size in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        noun = " ".join(words[-size:])
        if noun in listed:
            sorts = listed[noun].split()
            sure = frozenset(sort for sort in sorts if not sort.endswith(_LOOSE))
            return Wanted(noun, sure, frozenset(sort.rstrip(_LOOSE) for sort in sorts) - sure)
    noun = words[-1] if words else ""
    other = table("bodies").get(noun) == "body" and noun not in _PLACES
    return Wanted(noun, frozenset({noun}), frozenset()) if other else None


def fit(noun: Wanted, who: Referent, beside: set[str], *, firm: bool) -> Fit:
    """Return how well a noun fits a named body.

    `beside` are the nouns beside its name, `firm` is whether the text uses its name as a company's.
    """
    if not who.words:
        return Fit.NO
    head = head_word(who.words)
    if noun.noun in beside or fold(head) == noun.noun:
        return Fit.CALLED
    own = set(sorts_of(who.words))
    told = [each for each in map(wanted, ((*phrase.split(),) for phrase in beside)) if each is not None]
    own.update(*(each.sure for each in told), {"firm"} if firm or "&" in " ".join(who.words) else ())
    wide = _with_wider(own)
    if not noun.sure.isdisjoint(wide):
        return Fit.CALLED if told and not noun.sure.isdisjoint(own) else Fit.SURE
    allowed = not noun.loose.isdisjoint(wide) or not own.isdisjoint(_with_wider(noun.sure))
    return Fit.LOOSE if allowed else Fit.NO if own else Fit.OPEN


@lru_cache(maxsize=4096)
def sorts_of(words: tuple[str, ...]) -> frozenset[str]:
    """Return the sorts of a body that its name shows, by lists and by its head: "bank" for "Vela Bank"."""
    last = len(words) - 1
    whole = " ".join(words[:-1] if last and words[-1].strip(".") in _FORMS else words)
    for listed in (table("known_bodies"), table("platforms")):
        if listed.get(whole):
            return frozenset(listed[whole].split())
    if is_known_outlet(words) or words[-1] in entries("outlet_heads"):
        return frozenset({_PUBLICATION})
    head = head_word(words)
    heads = {head} if " of " in whole or " for " in whole else {head, words[-1]}
    kinds = [*heads, f"{head} of"] if f"{head} of " in whole else heads  # "Bank of Varland"
    shown = (table("body_heads").get(each, "").split() for each in kinds)
    named = {fold(each) for each in heads & entries("organisations")}
    return frozenset().union(*shown, named)


def nouns_beside(text: str, names: Iterable[Name]) -> set[str]:
    """Return the nouns that the text puts beside a name: "the carmaker Corvane", "Corvane, a Dutch carmaker"."""
    found: set[str] = set()
    for name in names:
        before = _BESIDE.search(text, max(0, name.title - _LETTERS * 2), name.title)
        apposed = _APPOSED.match(text, name.end)
        phrases = [before[1]] if before is not None else []
        for phrase in [*phrases, *([apposed["phrase"]] if apposed is not None else ())]:
            noun = wanted(tuple(phrase.lower().split()))
            found.update(() if noun is None else {noun.noun})
    return found


def _with_wider(sorts: Iterable[str]) -> set[str]:
    """The sorts and the wider ones that they belong to."""
    return set().union(*map(wider_sorts, sorts))
