"""Nouns of speech (“X’s claim that …”) and charges (“accused X of …”)."""

from reader.analysis.boundaries import clause_end
from reader.analysis.clauses import right
from reader.analysis.contents import Content
from reader.analysis.cues import Cue
from reader.analysis.drafts import bare
from reader.analysis.found import Found, drafted
from reader.analysis.grammar import GENITIVES, POSSESSIVES
from reader.analysis.phrases import Phrase, pronoun
from reader.analysis.speakers import subject
from reader.analysis.subjects import before
from reader.analysis.units import QUOTE, STOP, WORD, Unit


def noun(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“X's claim that …”, “his warning that …”: the possessor is the source."""
    content = right(u, cue)
    if content is None or content.how == "object":
        return
    at = cue.first - 1
    while at > max(0, cue.first - 4) and u.kinds[at] == WORD and not _possesses(u.low[at]):
        at -= 1
    source: Phrase | None = None
    if at >= 0 and u.low[at] in POSSESSIVES:
        source = pronoun(at)
    elif at >= 0 and _possesses(u.low[at]):
        source = before(u, at + 1)
    elif cue.verb.lemma not in {"allegations", "accusations", "claims"} or content.how != "that":
        return
    if source is not None:
        found.sources[number] = source
    draft = drafted(u, cue, [content], source, found)
    draft.evidence, draft.confidence = f"“{u.word(cue.first)}” of the source", 0.75 if source else 0.4
    if source is not None and draft.mention is not None and source.kind != "pronoun":
        draft.mention = bare(u.text, draft.mention)


def _possesses(low: str) -> bool:
    return low in POSSESSIVES or low.endswith(GENITIVES)


def charge(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“accused X of …”: object and charge are the content."""
    source, _ = subject(u, cue, number, found)
    if source is None:
        return
    found.sources[number] = source
    for at in range(cue.last + 2, min(len(u), cue.last + 12)):
        if u.low[at] in {"of", "for"}:
            content = Content(cue.last + 1, clause_end(u, cue.last + 1), "bare")
            draft = drafted(u, cue, [content], source, found)
            draft.evidence, draft.confidence = f"“{u.word(cue.first)}” and its charge", 0.8
            return
        if u.kinds[at] in {STOP, QUOTE}:
            return
