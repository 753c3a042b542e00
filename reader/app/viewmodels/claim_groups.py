"""The claims of an article in the groups that the list of threads shows: by thread, in article order, by voice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.app.viewmodels.corrected_mark import YOURS
from reader.app.viewmodels.voice_stats import VoiceStats
from reader.model import Analysis, Relation


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims under a title.

    Attributes:
        title: The title.
        claims: The ids of the claims, in text order.
        thread: The id of the thread, if the group is one.
        voice: The id of the voice, if all claims are held by one.
    """

    title: str
    claims: tuple[int, ...]
    thread: int | None = None
    voice: int | None = None


def by_thread(analysis: Analysis, stats: VoiceStats) -> tuple[ClaimGroup, ...]:
    """Return a group for each thread, none where nothing is argued; claims in no thread are left out."""
    del stats
    if not is_argued(analysis):
        return ()
    return tuple(
        ClaimGroup(f"{thread.title}{f' {YOURS}' if thread.corrected else ''}", thread.claims, thread=thread.id)
        for thread in analysis.threads
    )


def is_argued(analysis: Analysis) -> bool:
    """Return whether an article has an argument: a thread of two voices, or words that set one holder against another.

    A news report in which one side speaks has none. Threads that a person made always count.
    """
    for thread in analysis.threads:
        claims = [analysis.claim(id_) for id_ in thread.claims]
        if thread.corrected or len({claim.voice for claim in claims if not claim.own}) > 1:
            return True
    related = ((claim, claim.relation) for claim in analysis.claims)
    return any(
        relation is not None and not relation.is_guess and analysis.claim(relation.to).voice != claim.voice
        for claim, relation in related
    )


def by_article(analysis: Analysis, stats: VoiceStats) -> tuple[ClaimGroup, ...]:
    """Return one group of all claims in text order."""
    del stats
    claims = tuple(claim.id for claim in analysis.claims)
    return (ClaimGroup("All claims in article order", claims),) if claims else ()


def by_voice(analysis: Analysis, stats: VoiceStats) -> tuple[ClaimGroup, ...]:
    """Return a group for each voice in the order of `stats`; then the article's own claims, and unknown speakers'."""
    held: dict[int | None, list[int]] = {}
    own: list[int] = []
    for claim in analysis.claims:
        (own if claim.own else held.setdefault(claim.voice, [])).append(claim.id)
    groups = [
        ClaimGroup(analysis.voices[id_ - 1].name, tuple(held[id_]), voice=id_) for id_ in stats.order if id_ in held
    ]
    if own:
        groups.append(ClaimGroup("The article", tuple(own)))
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
    """Return the groups that have all of `words` (case-folded) in their title, claims or relations."""

    def searchable(group: ClaimGroup) -> str:
        claims = [analysis.claim(id_) for id_ in group.claims]
        verbs = {word for claim in claims if claim.relation for word in relation_words(claim.relation)}
        return " ".join((group.title, *(claim.span.of(text) for claim in claims), *verbs)).casefold()

    return tuple(group for group in groups if all(word in searchable(group) for word in words))


def relation_words(relation: Relation) -> tuple[str, ...]:
    """Return the words that find a relation in a search: its verb, and "disputes" for every relation of sign −."""
    return (relation.verb, "disputes") if relation.sign == "-" else (relation.verb,)


def groups_by_claim(groups: Iterable[ClaimGroup]) -> dict[int, int]:
    """Return the index of its group for the id of each claim."""
    return {claim: index for index, group in enumerate(groups) for claim in group.claims}


def voices_in(analysis: Analysis, group: ClaimGroup) -> tuple[int, ...]:
    """Return the ids of the voices that hold a group's claims, in text order; none for a group of one voice."""
    if group.voice is not None:
        return ()
    holders = (analysis.claim(id_).voice for id_ in group.claims)
    return tuple(dict.fromkeys(voice for voice in holders if voice is not None))
