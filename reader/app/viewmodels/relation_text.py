"""A sentence on how a claim answers another, shown when a key goes to it."""

from reader.app.rendering.truncate import cut
from reader.app.viewmodels.corrected_mark import YOURS
from reader.model import Analysis, Article, Claim

_CUE_WIDTH = 40  # cells for the words of the text that state a relation


def describe_relation(article: Article, analysis: Analysis, claim: Claim) -> str:
    """Say which claim of its thread this is, which claim it answers and how, with the words that state it.

    Without such words the relation is called a guess. Claims are numbered as in the list of threads.
    """
    if claim.thread is None:
        return "this claim is in no thread"
    claims = analysis.threads[claim.thread - 1].claims
    position = f"claim {claims.index(claim.id) + 1} of {len(claims)} in thread {claim.thread}"
    relation = claim.relation
    if relation is None or relation.to not in claims:
        return position
    to = f"claim {claims.index(relation.to) + 1}"
    if relation.corrected:
        return f"{position} · {relation.verb} {to} · {YOURS}"
    if relation.cue is None:
        return f"{position} · {relation.verb} {to} · a guess"
    cue = cut(" ".join(relation.cue.of(article.text).split()), _CUE_WIDTH)
    return f"{position} · {relation.verb} {to} · “{cue}”"
