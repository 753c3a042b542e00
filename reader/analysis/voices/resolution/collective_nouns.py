"""Join "police" and "Tarn police": one group, with and without the name of its town."""

import re
from functools import lru_cache

from reader.analysis.voices.names.capitalised_runs import UPPER
from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, fold
from reader.analysis.voices.names.roster import Referent

_CROWDS = frozenset({"authorities", "firefighters", "investigators", "police", "prosecutors"})


def crowd(phrases: dict[str, Referent], mention: Mention, key: str, text: str) -> Referent | None:
    """Return the group that is named with and without its town, where there is only one such town; else None.

    `key` is the key of the phrase in `phrases`. None for nouns that are not collective.
    """
    which, _, noun = key.rpartition(" ")
    if noun not in _CROWDS or len(_towns(text, noun)) != 1:
        return None
    town = next(iter(_towns(text, noun)))
    if which not in {"", town}:
        return None
    bare, full = phrases.get(noun), phrases.get(f"{town} {noun}")
    who = full or bare
    if which and who is not None and full is None:
        who.label, who.noun, who.plural = mention.core, mention.noun, mention.plural
        phrases[key] = who
    return who


@lru_cache(maxsize=8)
def _towns(text: str, noun: str) -> frozenset[str]:
    """The capitalised words before a noun in a text, folded; without articles and words such as "riot"."""
    found = re.findall(rf"((?:[{UPPER}][\w’'-]* ){{1,3}}){noun}\b", text)
    towns = (" ".join(map(fold, words.removeprefix("The ").removeprefix("A ").split())) for words in found)
    return frozenset(town for town in towns if town and town not in entries("modifiers"))
