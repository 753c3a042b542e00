"""Extend a source to the whole list at whose end it is (“Farmers, millers and smiths said”)."""

from reader.analysis.syntax.adjuncts import adverbial
from reader.analysis.syntax.openings import opens
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.units.noun_phrases import Phrase
from reader.analysis.units.units import NAME, NUMBER, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import CONJUNCTIONS, PREPOSITIONS, RELATIVES, TIME, is_adverb


def whole_list(u: Unit, phrase: Phrase | None, lowest: int) -> Phrase | None:
    """Return the whole list of names that ends in “Roe and Poe” (“Senators Ada Roe, Tom Toe and Al Poe said”)."""
    if phrase is None or phrase.kind == "pronoun" or not {"and", "or"} & set(u.low[phrase.first : phrase.last]):
        return phrase
    if phrase.kind == "noun":
        return _listed_nouns(u, phrase, lowest)
    first = phrase.first
    while first - 2 >= lowest and u.low[first - 1] == "," and u.kinds[first - 2] == NAME:
        at = first - 2
        while at > lowest and u.kinds[at - 1] == NAME and u.low[at - 1] not in CONJUNCTIONS:
            at -= 1
        if is_adverb(u.low[at]) or u.low[at] in TIME or {u.low[at], u.low[at - 1]} & PREPOSITIONS:
            break  # "Meanwhile, Roe and Poe", "In Tarn, Roe and Poe"
        first = at
    if first == phrase.first or not opens(u, first):
        return phrase
    return phrase.reaching(first, phrase.last)


def _listed_nouns(u: Unit, phrase: Phrase, lowest: int) -> Phrase:
    """The whole list of nouns that opens its clause and ends in “millers and smiths” (“Roes, millers and smiths”)."""
    start = phrase.first
    while start > lowest and (u.low[start - 1] == "," or (u.kinds[start - 1] in {WORD, NAME, NUMBER})):
        start -= 1
        if finite_at(u, start) or u.low[start] in CONJUNCTIONS or u.low[start] in RELATIVES:
            return phrase
    if adverbial(u, start) or u.low[start] in TIME:
        start = next(u.commas(start, phrase.first), start - 1) + 1
    if start == phrase.first or u.low[phrase.first - 1] != "," or adverbial(u, start) or is_adverb(u.low[start]):
        return phrase
    whole = phrase_from(u, start, phrase.last + 1)
    listed = whole is not None and whole.kind != "pronoun" and whole.first == start and whole.last < phrase.first
    return whole.reaching(start, phrase.last) if whole is not None and listed else phrase
