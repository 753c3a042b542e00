"""Find the argument of an article: its claims, their relations, and the threads that they form.

The terms are those of argumentation mining: a claim has a holder and takes a position; a relation joins it to
one earlier claim; a thread is the set of claims that answer one question.
"""

from collections.abc import Collection, Sequence

from reader.analysis.argument.claim_paragraphs import Cut, paragraphs
from reader.analysis.argument.claims import drafts
from reader.analysis.argument.cue_licences import Licences
from reader.analysis.argument.holders import callings, stretches, surnames
from reader.analysis.argument.relation_cues import Cues
from reader.analysis.argument.similarity import counts, stem
from reader.analysis.argument.thread_titles import announced, title
from reader.analysis.argument.threads import group, relate
from reader.analysis.units.sentences import sentences
from reader.model import Article, Claim, Quotation, Thread, Voice

__all__ = ["Cut", "find_argument"]


def find_argument(
    article: Article,
    quotations: Sequence[Quotation],
    voices: Sequence[Voice],
    *,
    cut: Cut = sentences,
    common: Collection[str] = (),
) -> tuple[tuple[Claim, ...], tuple[Thread, ...]]:
    """Return the claims of `article` in text order with their relations, and its threads in order of first claim.

    Headings and hidden blocks have no claims. A claim that shares its question with no other has thread None.
    Deterministic, and linear in the text.

    Args:
        article: The article.
        quotations: The quotations of the article, with ids from 1.
        voices: The voices of the article, with ids from 1.
        cut: The function that splits a paragraph into sentences, for an article that is not in English; in such an
            article no claims are found in its own voice.
        common: The most frequent words of the article's language, which say nothing about a subject.
    """
    text = article.text
    passages = paragraphs(article, cut, quotations)
    found = drafts(text, passages, stretches(text, passages, quotations), surnames(voices), english=cut is sentences)
    names = callings(voices)
    cues = Cues(text, quotations, names)
    stems = [counts(text, draft.told) for draft in found]
    frequent = {stem(word) for word in common}
    named = {voice.id: {stem(word) for word in voice.name.split()} for voice in voices}
    for draft, told in zip(found, stems, strict=True):
        for word in frequent.union(named.get(draft.voice or 0, ())).intersection(told):
            del told[word]
    licences = Licences(text, found, stems, voices, names)
    ties = [licences.tie(index, cues.of(draft, alone=licences.alone(index))) for index, draft in enumerate(found)]
    labels = group(found, ties, stems)
    relations = relate(text, found, labels, ties)
    members: dict[int, list[int]] = {}
    for index, label in enumerate(labels):
        members.setdefault(label, []).append(index)
    kept = {label: indexes for label, indexes in members.items() if len(indexes) > 1}
    headings = announced(passages, found, labels)
    number = {label: position for position, label in enumerate(kept, 1)}
    claims = tuple(
        Claim(index + 1, draft.span, draft.own, draft.voice, draft.via, number.get(label), relation)
        for index, (draft, label, relation) in enumerate(zip(found, labels, relations, strict=True))
    )
    threads = tuple(
        Thread(
            number[label],
            title(text, [found[at] for at in indexes], [stems[at] for at in indexes], headings.get(label)),
            tuple(index + 1 for index in indexes),
        )
        for label, indexes in kept.items()
    )
    return claims, threads
