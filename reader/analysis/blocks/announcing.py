"""Decide whether a sentence announces a quotation, presents a text, or introduces a person."""

import re
from functools import lru_cache

from reader.analysis.blocks.passages import Passage, last_unit
from reader.analysis.blocks.word_classes import ANNOUNCING, count_class
from reader.analysis.leadins.leadins import may_pass_on
from reader.analysis.sources.owners import WORDED
from reader.analysis.words.grammar import DETERMINERS, ISSUING, POSSESSIVES
from reader.analysis.words.lexicon import pattern

_ANNOUNCES = re.compile(rf"\b{pattern('announcing_words')}\b")
_ISSUED = ISSUING | {"put", "reissued", "reissues", "shared", "shares"}
_PLACES = WORDED | {"blog", "column", "editorial", "page", "wall"}
_OPENING = 5  # minimum tokens, as in "In a short statement", "Writing on her own page"
_OBJECT = 9  # maximum tokens from a verb of issuing to the issued text


def is_announced(text: str, passage: Passage) -> bool:
    """Return whether a last sentence without a colon announces a quotation ("She had this to say.")."""
    lead = last_unit(passage, text)
    if lead is None:
        return False
    if _announces(lead[0].span.of(text)):
        return True
    return may_pass_on(*lead) and "passed on" in best_features(text, passage)


def best_features(text: str, passage: Passage) -> tuple[str, ...]:
    """Return the features of the best candidate of a passage as a lead-in; () where it names no source."""
    ranked = passage.leading(text)
    return ranked[0].features if ranked and ranked[0].score > 0 else ()


@lru_cache(maxsize=64)
def _announces(sentence: str) -> bool:
    """Whether a sentence itself says that another's words follow."""
    return count_class(sentence, ANNOUNCING) > 0 and _ANNOUNCES.search(sentence.lower()) is not None


def presents_text(text: str, passage: Passage) -> bool:
    """Return whether the last sentence of a passage mentions a text in which a source says something, or publishes one.

    That is "In a statement the mayor denied it." and "The union has put out a leaflet."
    """
    lead = last_unit(passage, text)
    if lead is None:
        return False
    low = lead[0].low
    fronted = low[0] == "writing" or (low[0] == "in" and (low[1] in DETERMINERS or low[1] in POSSESSIVES))
    if fronted and not _PLACES.isdisjoint(low[2:_OPENING]):
        return True
    return any(word in _ISSUED and not WORDED.isdisjoint(low[at + 1 : at + _OBJECT]) for at, word in enumerate(low))
