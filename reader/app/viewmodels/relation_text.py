"""How a claim answers another, in words: said when a key goes to it."""

from reader.app.rendering.truncate import cut
from reader.model import Analysis, Article, Claim

_CUE = 40  # cells of the words that license a relation


def describe_relation(article: Article, analysis: Analysis, claim: Claim) -> str:
    """Which claim of its thread it is, which one it answers and how, and the words that say so; or that it is a guess.

    Claims are counted as the list of threads counts them.
    """
    if claim.thread is None:
        return "a claim that no thread holds"
    claims = analysis.threads[claim.thread - 1].claims
    words = f"claim {claims.index(claim.id) + 1} of {len(claims)} in thread {claim.thread}"
    relation = claim.relation
    if relation is None or relation.to not in claims:
        return words
    to = f"claim {claims.index(relation.to) + 1}"
    if relation.cue is None:
        return f"{words} · {relation.verb} {to} · a guess"
    cue = cut(" ".join(relation.cue.of(article.text).split()), _CUE)
    return f"{words} · {relation.verb} {to} · “{cue}”"
