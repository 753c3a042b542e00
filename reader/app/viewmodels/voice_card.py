"""The card of a voice: who it is, what it says in order, and which claims its own claims answer."""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.model import Analysis, Claim, describe_voice, format_count, plain_role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.services.people import VoiceHit

WORDS_WIDTH = 240
"""Cells of a quotation on a card."""

_CLAIM_WIDTH = 80


def voice_facts_of(reading: Reading, voice_id: int) -> list[tuple[str, str]]:
    """Return labels and texts on a voice: what the article says of it, and how much it says; the unknown left out."""
    analysis = reading.analysis
    voice = None if analysis is None else analysis.voice(voice_id)
    if analysis is None or voice is None:
        return []
    stats = voice_stats_of(reading)
    said, words = stats.quotations[voice_id - 1], stats.words[voice_id - 1]
    passers = _passers(analysis, voice_id)
    by = (other.name for other in analysis.voices if other.id in passers)
    stated = (
        ("sign", voice.tag),
        ("kind", voice.kind.value),
        ("role", plain_role(voice.role, voice.affiliation)),
        ("affiliation", voice.affiliation),
        ("outlet", voice.outlet),
        ("quoted by", ", ".join(by)),
        ("says", f"{format_count(said, 'quotation')}, {format_count(words, 'word')}"),
    )
    return [(label, text) for label, text in stated if text]


def voice_quotations(reading: Reading, voice_id: int) -> list[tuple[str, str]]:
    """Return the number and the words of each quotation of a voice, each followed by how its claims relate to others.

    The lines on claims have an empty label.
    """
    analysis, text = reading.analysis, reading.article.text
    if analysis is None:
        return []
    relations = _relations(analysis, voice_id, text)
    claims = [claim for claim in analysis.claims if claim.id in relations]
    starts = [claim.span.start for claim in claims]
    found: list[tuple[str, str]] = []
    for quotation in analysis.quotations:
        if quotation.voice != voice_id:
            continue
        words = " … ".join(" ".join(span.of(text).split()) for span in quotation.spans)
        found.append((str(quotation.id), cut(words, WORDS_WIDTH)))
        first = max(0, bisect_right(starts, quotation.span.start) - 1)
        for claim in claims[first : bisect_left(starts, quotation.span.end)]:
            if any(claim.span.overlaps(span) for span in quotation.spans):
                found += (("", line) for line in relations[claim.id])
    return found


def other_articles(voices: "Iterable[VoiceHit]") -> list[tuple[str, str]]:
    """Return the day of each article, its title, and what it says of the same person, whose `voices` these are."""
    return [
        (
            voice.published or "",
            " · ".join(
                (
                    " ".join((voice.title or voice.key).split()),
                    *describe_voice(voice.name, role=voice.role, affiliation=voice.affiliation).parts,
                    format_count(voice.quotations, "quotation"),
                )
            ),
        )
        for voice in voices
    ]


def _passers(analysis: Analysis, voice_id: int) -> set[int]:
    """The voices that pass on words of a voice."""
    return {passer for quotation in analysis.quotations if quotation.voice == voice_id for passer in quotation.via}


def _relations(analysis: Analysis, voice_id: int, text: str) -> dict[int, list[str]]:
    """What each claim of a voice answers, and what answers it, where the text says so in words."""
    found: dict[int, list[str]] = {}
    for claim in analysis.claims:
        relation = claim.relation
        if relation is None or relation.is_guess:
            continue
        other = analysis.claim(relation.to)
        if claim.voice == voice_id and not claim.own:
            found.setdefault(claim.id, []).append(f"{relation.verb} {_holder(analysis, other)}: {_words(other, text)}")
        if other.voice == voice_id and not other.own:
            line = f"{_holder(analysis, claim)} {relation.verb} this: {_words(claim, text)}"
            found.setdefault(other.id, []).append(line)
    return found


def _holder(analysis: Analysis, claim: Claim) -> str:
    voice = analysis.voice(claim.voice)
    return "the article" if claim.own else voice.name if voice is not None else "somebody"


def _words(claim: Claim, text: str) -> str:
    return cut(" ".join(claim.span.of(text).split()), _CLAIM_WIDTH)
