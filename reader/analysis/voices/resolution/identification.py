"""Classify how a speaker was identified: by name, noun or pronoun, and whether just mentioned before."""

from bisect import bisect_left, bisect_right

from reader.analysis.voices.names.forms import Form
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution.coreference import Resolver

GOES_ON = "goes on"
FROM_BEFORE = ", from before"
NOT_CLEAR = ", not clear"
_SORTS = {Form.HANDLE: Form.NAME, Form.JOINT: Form.NAME}


def ways(resolver: Resolver) -> list[str]:
    """Return how each attribution's speaker was identified, as a row of the weights "confidence"; "" for no speaker.

    The row is "name", "noun" or "pronoun", by the form of the mention, or "goes on" without a mention. It ends in ",
    from before" where the last mention of the speaker is in an earlier paragraph, or in ", not clear" for a pronoun
    without a clear antecedent (see `Discourse.clear`). Of the features that were measured these predict errors best.
    """
    paragraphs = [block.span.start for block in resolver.article.blocks]
    met: dict[int, list[int]] = {}
    found = enumerate(resolver.who)
    return ["" if who is None else _way(resolver, index, who, paragraphs, met) for index, who in found]


def _way(resolver: Resolver, index: int, who: Referent, paragraphs: list[int], met: dict[int, list[int]]) -> str:
    """The class of one attribution; `met` has the places where each referent was mentioned."""
    span, mention = resolver.attributions[index].mention, resolver.read[index]
    if span is None or mention is None:
        return GOES_ON
    ends = met.get(id(who))
    if ends is None:
        ends = met[id(who)] = sorted([*(name.end for name in who.names), *(each.end for each in who.mentions)])
    at = bisect_right(ends, span.start)
    way = str(_SORTS.get(mention.form, mention.form))
    if not at or bisect_left(paragraphs, ends[at - 1]) == bisect_right(paragraphs, span.start):
        return way
    if mention.form is Form.PRONOUN:
        return way if index in resolver.clear else way + NOT_CLEAR
    return way + FROM_BEFORE
