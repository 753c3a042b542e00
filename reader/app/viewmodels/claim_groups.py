"""The claims of an article in groups, as the list of threads orders them: by thread, in one, or by who holds them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.app.viewmodels.voice_stats import VoiceStats
from reader.model import Analysis, Relation


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims (ids, in text order) under a title; `thread` and `voice` are ids, where it is one thread's or voice's."""

    title: str
    claims: tuple[int, ...]
    thread: int | None = None
    voice: int | None = None


def by_thread(analysis: Analysis, stats: VoiceStats) -> tuple[ClaimGroup, ...]:
    """A group a thread, without the claims that no thread has."""
    del stats
    return tuple(ClaimGroup(thread.title, thread.claims, thread=thread.id) for thread in analysis.threads)


def by_article(analysis: Analysis, stats: VoiceStats) -> tuple[ClaimGroup, ...]:
    """All claims as they follow one another in the text, in one group."""
    del stats
    claims = tuple(claim.id for claim in analysis.claims)
    return (ClaimGroup("All claims, in the order of the article", claims),) if claims else ()


def by_voice(analysis: Analysis, stats: VoiceStats) -> tuple[ClaimGroup, ...]:
    """A group a voice, in the order of the list of voices, then the article's own claims, then nobody's."""
    held: dict[int | None, list[int]] = {}
    own: list[int] = []
    for claim in analysis.claims:
        (own if claim.own else held.setdefault(claim.voice, [])).append(claim.id)
    groups = [
        ClaimGroup(analysis.voices[id_ - 1].name, tuple(held[id_]), voice=id_) for id_ in stats.order if id_ in held
    ]
    if own:
        groups.append(ClaimGroup("The article itself", tuple(own)))
    if None in held:
        groups.append(ClaimGroup("Speaker not found", tuple(held[None])))
    return tuple(groups)


ORDERS: dict[str, Callable[[Analysis, VoiceStats], tuple[ClaimGroup, ...]]] = {
    "thread": by_thread,
    "article": by_article,
    "voice": by_voice,
}


def matching_groups(
    groups: tuple[ClaimGroup, ...], words: tuple[str, ...], analysis: Analysis, text: str
) -> tuple[ClaimGroup, ...]:
    """The groups with all of `words`, casefolded, in their title, their claims, or how one answers another."""

    def said(group: ClaimGroup) -> str:
        claims = [analysis.claim(id_) for id_ in group.claims]
        verbs = {answer for claim in claims if claim.relation for answer in relation_words(claim.relation)}
        return " ".join((group.title, *(claim.span.of(text) for claim in claims), *verbs)).casefold()

    return tuple(group for group in groups if all(word in said(group) for word in words))


def relation_words(relation: Relation) -> tuple[str, ...]:
    """The words by which a person seeks a relation: what is shown of it, and for any difference “disputes”."""
    return (relation.verb, "disputes") if relation.sign == "-" else (relation.verb,)


def group_numbers(groups: Iterable[ClaimGroup]) -> dict[int, int]:
    """The number from 1 of the group that each claim (an id) stands in."""
    return {claim: number for number, group in enumerate(groups, 1) for claim in group.claims}


def voices_in(analysis: Analysis, group: ClaimGroup) -> tuple[int, ...]:
    """The voices that hold a claim of a group, in text order; none for a group that is one voice's."""
    if group.voice is not None:
        return ()
    holders = (analysis.claim(id_).voice for id_ in group.claims)
    return tuple(dict.fromkeys(voice for voice in holders if voice is not None))
