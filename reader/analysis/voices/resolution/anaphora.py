"""Resolve "he", "she" and "who": choose the antecedent with the highest score over named features."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from reader.analysis.voices.names.lists import role_of, table
from reader.analysis.voices.names.roster import Referent, can_be, gender_of
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence
from reader.analysis.voices.resolution.sentence_roles import BEFORE_WHO
from reader.analysis.voices.resolution.topics import person_of_section

_MARGIN = 1e-6  # tolerance for rounding when scores are compared
_ONLY = "only one named in its paragraph"
_HEADS = "named by the heading"
_CLEAR_MARGIN = 3.0  # by how much the best score must exceed every other to be clear
_FURTHEST = 1_000_000  # sentences, more than any two mentions have between them
_AS_FOR = re.compile(
    r"\bAs (?:for|to) (?:[\w-]+ ){0,3}\Z"
    r"|(?<!according )\b(?:against|by|for|from|like|of|on|to|unlike|with) \Z",  # "To be fair to Roe, he"
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s*")
_FEMININE = ("a", "ah", "elle", "ette")


@cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight in table("antecedent_weights").items()}


def person(discourse: Discourse, place: AnaphorPlace, gender: str) -> Referent | None:
    """Return the antecedent of "he" (`gender` "m") or "she" ("f"); None where no candidate fits well enough."""
    if not discourse.seen:
        return None
    weights = _weights()
    scores: dict[int, float] = {}
    who: dict[int, Referent] = {}
    beside = _named_beside(discourse, place)
    saying = _previous_saying(discourse, place, gender, beside)
    if saying is not None:
        speaker, end = saying
        since = discourse.between(end, place.start)
        named = any(s.who.person and s.who is not speaker for s in since)
        feature = "speaker before" if named else "speaker before, nobody named since"
        who[id(speaker)], scores[id(speaker)] = (
            speaker,
            weights[feature] + _position_free_score(discourse, speaker, gender),
        )
        _note(place, id(speaker), feature, scores[id(speaker)])
    _score_mentions(discourse, place, gender, beside, who, scores)
    _add_person_of_section(discourse, place, gender, who, scores)
    best = max(scores, key=lambda key: scores[key], default=None)
    if best is None or scores[best] < weights["floor"]:
        return None
    others = (score for key, score in scores.items() if key != best)
    if gender_of(who[best]) and all(scores[best] - score >= _CLEAR_MARGIN for score in others):
        discourse.clear.add(place.index)
    return who[best]


def _score_mentions(  # noqa: PLR0913, PLR0917 - the candidates and their scores are shared with `person`
    discourse: Discourse,
    place: AnaphorPlace,
    gender: str,
    beside: Referent | None,
    who: dict[int, Referent],
    scores: dict[int, float],
) -> None:
    """Score the mentions before a pronoun; each referent gets its best score.

    Each referent is judged once and the features of each mention are cached, since a long paragraph repeats the same
    few names.
    """
    start, near = place.start, discourse.back(place)
    here, at = discourse.where(start)
    at = min(at, _start_of_words(discourse, place, here))
    own: dict[int, float | None] = {}
    top, least = max(scores.values(), default=_weights()["floor"]), _upper_bound(_FURTHEST)
    scored: set[int] = set()
    number = 0
    for number, occurrence in enumerate(near, start=1):  # noqa: B007 - how many were scored is needed below
        # Of two mentions of a referent that differ only in the sentences between, the earlier never scores higher.
        if occurrence.alike in scored:
            if top > least and top > _upper_bound(at - discourse.position(occurrence).sentence):
                break
            continue
        key = id(occurrence.who)
        weight = own[key] if key in own else own.setdefault(key, _weight(discourse, occurrence, gender, beside))
        if weight is None:
            continue
        stands = discourse.position(occurrence)
        apart = discourse.apart(here, stands.paragraph)
        elsewhere = place.outside and any(not begin <= start < end for begin, end in stands.within)
        between = stands.after if apart else max(0, at - stands.sentence)
        score = _score(apart, between, stands.traits, elsewhere=elsewhere) + weight
        if score > scores.get(key, score - 1):
            who[key], scores[key] = occurrence.who, score
            _note(place, key, (apart, between, stands.traits, elsewhere), score)
            top = max(top, score)
        if not apart and between > 1:
            scored.update([occurrence.alike] if occurrence.alike else ())
            if top > _upper_bound(between):
                break
    fitting = (occurrence for occurrence in near[:number] if own[id(occurrence.who)] is not None)
    only = _only_named(discourse, place, fitting)
    if only is not None:
        scores[only] += _weights()[_ONLY]
        _note(place, only, _ONLY, scores[only])


def _weight(discourse: Discourse, occurrence: Occurrence, gender: str, beside: Referent | None) -> float | None:
    """The part of a referent's score that does not depend on position; None where the pronoun cannot refer to it.

    `beside` is the person named right before the pronoun.
    """
    who = occurrence.who
    fits = who is not beside and can_be(who, gender)
    return _position_free_score(discourse, who, gender) if fits else None


def _start_of_words(discourse: Discourse, place: AnaphorPlace, paragraph: int) -> int:
    """The index of the sentence in which the words that the pronoun says begin: “It leaks. It does,” he said."""
    begin = discourse.attributions[place.index].spans[0].start
    where, at = discourse.where(begin)
    return at if where == paragraph and begin < place.start else len(discourse.sentences(paragraph))


def _only_named(discourse: Discourse, place: AnaphorPlace, mentions: Iterable[Occurrence]) -> int | None:
    """The key of the only person named in the paragraph; `mentions` are the fitting ones before the pronoun."""
    here = discourse.paragraph(place.start)
    inside = {id(occurrence.who) for occurrence in mentions if discourse.position(occurrence).paragraph == here}
    return inside.pop() if len(inside) == 1 else None


def _add_person_of_section(
    discourse: Discourse, place: AnaphorPlace, gender: str, who: dict[int, Referent], scores: dict[int, float]
) -> None:
    """Add to the score of the person named in the last heading."""
    section = person_of_section(discourse, place)
    if section is not None and can_be(section[0], gender):
        key = id(section[0])
        who[key], scores[key] = section[0], scores.get(key, 0.0) + _weights()[_HEADS]
        _note(place, key, _HEADS, scores[key])


def _previous_saying(
    discourse: Discourse, place: AnaphorPlace, gender: str, beside: Referent | None
) -> tuple[Referent, int] | None:
    """The previous speaker, where the pronoun can refer to them, and where what they said ends.

    `beside` is the person named right before the pronoun.
    """
    saying = discourse.saying_before(place)
    if saying is None or saying[0] is beside or id(saying[0]) in place.excluded:
        return None
    return saying if can_be(saying[0], gender) else None


def _note(place: AnaphorPlace, key: int, why: str | tuple[int, int, tuple[str, ...], bool], score: float) -> None:
    """Record why an antecedent got its score, where this is asked for: one feature, or its position in the text."""
    if place.weighed is None:
        return
    if isinstance(why, str):
        known = place.weighed[key][0] if key in place.weighed else ()
        place.weighed[key] = (*known, why), score
        return
    paragraphs, between, traits, elsewhere = why
    place.weighed[key] = tuple(features(paragraphs, between, traits, elsewhere=elsewhere)), score


def _named_beside(discourse: Discourse, place: AnaphorPlace) -> Referent | None:
    """The person named right before a pronoun between commas ("Mr Orlin, he said, was ..."): not its antecedent."""
    text = discourse.article.text
    for occurrence in discourse.back(place)[:2]:
        if _COMMA.fullmatch(text[occurrence.end : min(place.start, occurrence.end + 4)]):
            line = text.rfind("\n", 0, occurrence.start) + 1
            return None if _AS_FOR.search(text, line, occurrence.start) else occurrence.who
    return None


def features(paragraphs: int, between: int, traits: tuple[str, ...], *, elsewhere: bool) -> dict[str, float]:
    """Return the features of a mention as antecedent, with their counts.

    Args:
        paragraphs: How many paragraphs the mention is before the pronoun.
        between: How many sentences the mention is before the pronoun in the same paragraph; in an earlier paragraph,
            how many sentences follow the mention there.
        traits: The traits of the mention's `OccurrencePosition`.
        elsewhere: Whether the mention is in quoted words that do not contain the pronoun.

    Returns:
        The count of each feature; the names are those in `antecedent_weights`.
    """
    found = {("same paragraph", "paragraph before", "two paragraphs before", "further")[min(3, paragraphs)]: 1.0}
    if paragraphs == 0:
        found[("same sentence", "sentence before", "earlier sentence")[min(2, between)]] = 1.0
        found["each sentence between"] = between
    else:
        found["each sentence to the end of its paragraph"] = min(5, between)
    for trait in traits:
        if trait != BEFORE_WHO or (paragraphs == 0 and between == 0):
            found[trait] = 1.0
        elif paragraphs == 0 and between == 1:
            found[f"{trait}, sentence before"] = 1.0
        if trait == "subject" and paragraphs == 0 and between <= 1 and "asks" not in traits:
            found["subject just before" if between else "subject of its sentence"] = 1.0
    if elsewhere:
        found["in other words quoted"] = 1.0
    return found


@lru_cache(maxsize=4096)
def _score(paragraphs: int, between: int, traits: tuple[str, ...], *, elsewhere: bool) -> float:
    weights = _weights()
    return sum(weights[f] * n for f, n in features(paragraphs, between, traits, elsewhere=elsewhere).items())


@lru_cache(maxsize=4096)
def _upper_bound(between: int) -> float:
    """An upper bound of the score of an occurrence that many sentences (at least two) before a pronoun, or earlier."""
    weights = _weights()
    places = ((0, between), (1, 0), (2, 0), (3, 0))
    traits = ("is asked", "speaks", "subject")
    own = weights["gender known"] + weights["surely a person"]
    return max(_score(*place, traits, elsewhere=False) for place in places) + own + _MARGIN


def _position_free_score(discourse: Discourse, referent: Referent, gender: str) -> float:
    """The part of a referent's score that does not depend on position: gender, and whether it surely is a person."""
    weights = _weights()
    known = weights["gender known"] if gender_of(referent) else 0.0
    if not known and len(referent.words) > 1 and referent.words[0].endswith(_FEMININE):
        known = weights["ends as names of women do"] * (1 if gender == "f" else -1)
    titled = any(name.titled for name in referent.names[:4])
    if titled or referent.speeches or referent.noun or any(role_of(word) for word in discourse.callings(referent)):
        return known + weights["surely a person"]
    return known + weights["probably a person" if gender_of(referent) else "maybe no person"]
