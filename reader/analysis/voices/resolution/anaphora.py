"""Resolve "he", "she" and "who": choose the antecedent with the highest score over named features."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from reader.analysis.voices.names.lists import role_of, table
from reader.analysis.voices.names.roster import Referent, can_be, gender_of
from reader.analysis.voices.resolution.scene import Scene, ScenePlace, Sighting
from reader.analysis.voices.resolution.sentence_roles import BEFORE_WHO
from reader.analysis.voices.resolution.topics import person_of_section

_MARGIN = 1e-6  # tolerance for rounding when scores are compared
_ONLY = "only one named in its paragraph"
_HEADS = "named by the heading"
_CLEAR_MARGIN = 3.0  # by how much the best score must exceed every other to be clear
_BETWEEN = 60  # maximum characters between a name and its "who"
_COMMAS = 2
_FURTHEST = 1_000_000  # sentences, more than any two mentions have between them
_ASKED_BY = re.compile(r"(?:When |If |Once )?[Aa]sked by ")
_ASKER = 40  # characters after "asked by" in which the person who asks is named
_AS_FOR = re.compile(
    r"\bAs (?:for|to) (?:[\w-]+ ){0,3}\Z"
    r"|(?<!according )\b(?:against|by|for|from|like|of|on|to|unlike|with) \Z",  # "To be fair to Roe, he"
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s*")
_BROKEN = re.compile(r"[.;!?”\"\n]")
_SUBJECTS = {"m": re.compile(r"\b[Hh]e\b"), "f": re.compile(r"\b[Ss]he\b")}
_OPENS = {"m": re.compile(r"(?:But |Still, |Then )?[Hh]e\b"), "f": re.compile(r"(?:But |Still, |Then )?[Ss]he\b")}
_MAX_ROW = 8  # maximum sentences in a row that begin with the same pronoun
_ADDS = frozenset({"added", "adds", "continued", "continues", "went on"})
_ANSWERS = frozenset({"answered", "countered", "replied", "responded", "retorted"})
_TOLD = (" told ", " asked ")
_FEMININE = ("a", "ah", "elle", "ette")


@cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight in table("antecedent_weights").items()}


class _Pronoun(NamedTuple):
    """The gender of a pronoun, and how it is used.

    `owner` is whether it is a possessive, `answers` whether it is the subject of an answer, `beside` the person named
    right before it.
    """

    gender: str
    owner: bool
    answers: bool
    beside: Referent | None


def person(scene: Scene, place: ScenePlace, gender: str, *, owner: bool = False) -> Referent | None:
    """Return the antecedent of "he" (`gender` "m") or "she" ("f"); None where no candidate fits well enough.

    `owner` is whether it is the possessive "his" or "her", which mostly refers to the subject of its own sentence.
    """
    if not scene.seen:
        return None
    weights = _weights()
    scores: dict[int, float] = {}
    who: dict[int, Referent] = {}
    pronoun = _Pronoun(gender, owner, answers(scene, place), _named_beside(scene, place))
    speaker = None if pronoun.answers else _previous_speaker(scene, place, gender, pronoun.beside)
    if speaker is not None:
        named = any(s.who.person for s in scene.back(place, paragraphs=0))
        feature = "speaker before" if named else "speaker before, nobody named since"
        who[id(speaker)], scores[id(speaker)] = speaker, weights[feature] + _position_free_score(scene, speaker, gender)
        _note(place, id(speaker), feature, scores[id(speaker)])
    _score_mentions(scene, place, pronoun, who, scores)
    _add_person_of_section(scene, place, gender, who, scores)
    best = max(scores, key=lambda key: scores[key], default=None)
    if best is None or scores[best] < weights["floor"]:
        return None
    others = (score for key, score in scores.items() if key != best)
    if gender_of(who[best]) and all(scores[best] - score >= _CLEAR_MARGIN for score in others):
        scene.clear.add(place.index)
    return _certain_woman(scene, place, who[best], gender) or who[best]


def _score_mentions(
    scene: Scene, place: ScenePlace, pronoun: _Pronoun, who: dict[int, Referent], scores: dict[int, float]
) -> None:
    """Score the mentions before a pronoun; each referent gets its best score.

    Each referent is judged once and the features of each mention are cached, since a long paragraph repeats the same
    few names.
    """
    start, near = place.start, scene.back(place)
    here, at = scene.where(start)
    at = min(at, _start_of_words(scene, place, here))
    at = _first_of_row(scene, here, at, pronoun.gender)
    own: dict[int, float | None] = {}
    top, least = max(scores.values(), default=_weights()["floor"]), _upper_bound(_FURTHEST)
    asking = _place_of_asker(scene, place)
    scored: set[int] = set()
    number = 0
    for number, sighting in enumerate(near, start=1):  # noqa: B007 - how many were scored is needed below
        # Of two mentions of a referent that differ only in the sentences between, the earlier never scores higher.
        if sighting.alike in scored:
            if top > least and top > _upper_bound(at - scene.standing(sighting).sentence):
                break
            continue
        key = id(sighting.who)
        weight = own[key] if key in own else own.setdefault(key, _weight(scene, sighting, pronoun, asking))
        if weight is None:
            continue
        stands = scene.standing(sighting)
        apart = scene.apart(here, stands.paragraph)
        elsewhere = place.outside and any(not begin <= start < end for begin, end in stands.within)
        between = stands.after if apart else max(0, at - stands.sentence)
        score = _score(apart, between, stands.traits, elsewhere=elsewhere) + weight
        if not apart and between <= 1:
            score += _in_sentence(scene, sighting, pronoun.gender, owner=pronoun.owner and not between)
            score += _answering(scene, sighting) if pronoun.answers and not between else 0.0
        if score > scores.get(key, score - 1):
            who[key], scores[key] = sighting.who, score
            _note(place, key, (apart, between, stands.traits, elsewhere), score)
            top = max(top, score)
        if not apart and between > 1:
            scored.update([sighting.alike] if sighting.alike else ())
            if top > _upper_bound(between):
                break
    fitting = (sighting for sighting in near[:number] if own[id(sighting.who)] is not None)
    only = _only_named(scene, place, fitting, pronoun.gender)
    if only is not None:
        scores[only] += _weights()[_ONLY]
        _note(place, only, _ONLY, scores[only])


def _weight(scene: Scene, sighting: Sighting, pronoun: _Pronoun, asking: range) -> float | None:
    """The part of a referent's score that does not depend on position; None where the pronoun cannot refer to it."""
    who = sighting.who
    fits = who is not pronoun.beside and sighting.start not in asking and can_be(who, pronoun.gender)
    return _position_free_score(scene, who, pronoun.gender) if fits and not _is_thing(scene, sighting) else None


def going_on(scene: Scene, place: ScenePlace, gender: str) -> Referent | None:
    """Return the previous speaker where "he" or "she" goes on ("he added that"), and can be that speaker."""
    return _previous_speaker(scene, place, gender, _named_beside(scene, place)) if adds(scene, place) else None


def _start_of_words(scene: Scene, place: ScenePlace, paragraph: int) -> int:
    """The index of the sentence in which the words that the pronoun says begin: “It leaks. It does,” he said."""
    begin = scene.attributions[place.index].spans[0].start
    where, at = scene.where(begin)
    return at if where == paragraph and begin < place.start else len(scene.sentences(paragraph))


def _place_of_asker(scene: Scene, place: ScenePlace) -> range:
    """Where the person who asks is named in the answerer's sentence ("Asked by Ada Roe whether it leaked, he said")."""
    paragraph, here = scene.where(place.start)
    cut = scene.sentences(paragraph)
    match = _ASKED_BY.match(scene.article.text, cut[here].start, place.start) if cut else None
    return range(0) if match is None else range(match.end(), match.end() + _ASKER)


def _first_of_row(scene: Scene, paragraph: int, at: int, gender: str) -> int:
    """The first of the sentences in a row that begin with the pronoun: its antecedent comes before all of them."""
    cut, text = scene.sentences(paragraph), scene.article.text
    begins = (i for i in range(at, max(0, at - _MAX_ROW), -1) if not _OPENS[gender].match(text, cut[i - 1].start))
    return next(begins, max(0, at - _MAX_ROW))


def _certain_woman(scene: Scene, place: ScenePlace, best: Referent, gender: str) -> Referent | None:
    """The woman named in the paragraph, where the best has only a rank ("Ada Roe met Colonel Reyes. She said")."""
    ranked = len(best.words) == 1 and any(name.titled for name in best.names[:4])
    if gender != "f" or not ranked or gender_of(best) or best.speeches:
        return None
    return next((s.who for s in scene.back(place, paragraphs=0) if s.who.person and gender_of(s.who) == gender), None)


@lru_cache(maxsize=8)  # called for each pronoun in a paragraph
def _end_of_match(text: str, begin: int, end: int, pattern: re.Pattern[str]) -> int:
    """The end of the first match between two offsets; after `end` where there is none."""
    found = pattern.search(text, begin, end)
    return end + 1 if found is None else found.end()


def _only_named(scene: Scene, place: ScenePlace, mentions: Iterable[Sighting], gender: str) -> int | None:
    """The key of the only person named in the paragraph, not as a possessive and not after another such pronoun.

    `mentions` are those of fitting persons before the pronoun, nearest first.
    """
    here = scene.paragraph(place.start)
    cut = scene.sentences(here)
    said = _end_of_match(scene.article.text, cut[0].start, cut[-1].end, _SUBJECTS[gender]) if cut else 0
    inside: set[int] = set()
    for sighting in mentions:
        stands = scene.standing(sighting)
        apart = any(not begin <= place.start < end for begin, end in stands.within)
        if stands.paragraph != here or (place.outside and apart):
            continue
        if said <= sighting.start:
            return None
        if "possessive" not in stands.traits:
            inside.add(id(sighting.who))
    return inside.pop() if len(inside) == 1 else None


def _add_person_of_section(
    scene: Scene, place: ScenePlace, gender: str, who: dict[int, Referent], scores: dict[int, float]
) -> None:
    """Add to the score of the person named in the last heading."""
    section = person_of_section(scene, place)
    if section is not None and can_be(section[0], gender):
        key = id(section[0])
        who[key], scores[key] = section[0], scores.get(key, 0.0) + _weights()[_HEADS]
        _note(place, key, _HEADS, scores[key])


def _previous_speaker(scene: Scene, place: ScenePlace, gender: str, beside: Referent | None) -> Referent | None:
    """The previous speaker, where the pronoun can refer to them; `beside` is the person named right before it."""
    speaker = scene.speaker_before(place)
    fits = speaker is not None and speaker is not beside and id(speaker) not in place.barred
    return speaker if speaker is not None and fits and can_be(speaker, gender) else None


def _note(place: ScenePlace, key: int, why: str | tuple[int, int, tuple[str, ...], bool], score: float) -> None:
    """Record why an antecedent got its score, where this is asked for: one feature, or its position in the text."""
    if place.weighed is None:
        return
    if isinstance(why, str):
        known = place.weighed[key][0] if key in place.weighed else ()
        place.weighed[key] = (*known, why), score
        return
    paragraphs, between, traits, elsewhere = why
    place.weighed[key] = tuple(features(paragraphs, between, traits, elsewhere=elsewhere)), score


def _in_sentence(scene: Scene, sighting: Sighting, gender: str, *, owner: bool) -> float:
    """The score of a sighting in the pronoun's own sentence or the one before.

    "His" refers to the subject. A name after another "he" is another person: "He named Cole. He said …".
    """
    stands = scene.standing(sighting)
    if "subject" in stands.traits:
        return _weights()["subject of the sentence of a possessive"] if owner else 0.0
    begin = scene.sentences(stands.paragraph)[stands.sentence].start
    named_after = _SUBJECTS[gender].search(scene.article.text, begin, sighting.start) is not None
    return _weights()["after the same pronoun"] if named_after else 0.0


def answers(scene: Scene, place: ScenePlace) -> bool:
    """Return whether the pronoun is the subject of an answer ("and he answered that"), so not the previous speaker."""
    cue = scene.attributions[place.index].cue
    return cue is not None and cue.of(scene.article.text) in _ANSWERS


def adds(scene: Scene, place: ScenePlace) -> bool:
    """Return whether the pronoun is the subject of a verb of going on ("and he added that"): the previous speaker."""
    cue = scene.attributions[place.index].cue
    return cue is not None and cue.of(scene.article.text) in _ADDS


def _answering(scene: Scene, sighting: Sighting) -> float:
    """The score that favours the person told something in the sentence of an answer, over the person who told it."""
    told = scene.article.text.endswith(_TOLD, 0, sighting.start)
    return _weights()["is asked"] if told else _weights()["asks"] if sighting.speech >= 0 else 0.0


def _is_thing(scene: Scene, sighting: Sighting) -> bool:
    """Whether an article is before a name of several words, as in "his book, The Long Weir", so it is no person."""
    several = len(sighting.who.words) > 1 and not sighting.who.noun
    return several and scene.article.text[max(0, sighting.start - len("the ")) : sighting.start].lower() == "the "


def _named_beside(scene: Scene, place: ScenePlace) -> Referent | None:
    """The person named right before a pronoun between commas ("Mr Orlin, he said, was ..."): not its antecedent."""
    text = scene.article.text
    for sighting in scene.back(place)[:2]:
        if _COMMA.fullmatch(text[sighting.end : min(place.start, sighting.end + 4)]):
            line = text.rfind("\n", 0, sighting.start) + 1
            return None if _AS_FOR.search(text, line, sighting.start) else sighting.who
    return None


def features(paragraphs: int, between: int, traits: tuple[str, ...], *, elsewhere: bool) -> dict[str, float]:
    """Return the features of a mention as antecedent, with their counts.

    Args:
        paragraphs: How many paragraphs the mention is before the pronoun.
        between: How many sentences the mention is before the pronoun in the same paragraph; in an earlier paragraph,
            how many sentences follow the mention there.
        traits: The traits of the mention's `Standing`.
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
    """An upper bound of the score of a sighting that many sentences (at least two) before a pronoun, or earlier."""
    weights = _weights()
    places = ((0, between), (1, 0), (2, 0), (3, 0))
    traits = ("answers", "is asked", "speaks", "subject")
    own = weights["gender known"] + weights["surely a person"]
    return max(_score(*place, traits, elsewhere=False) for place in places) + own + _MARGIN


def _position_free_score(scene: Scene, referent: Referent, gender: str) -> float:
    """The part of a referent's score that does not depend on position: gender, and whether it surely is a person."""
    weights = _weights()
    known = weights["gender known"] if gender_of(referent) else 0.0
    if referent.handle and not referent.names:
        known += weights["only a handle"]
    if not known and len(referent.words) > 1 and referent.words[0].endswith(_FEMININE):
        known = weights["ends as names of women do"] * (1 if gender == "f" else -1)
    titled = any(name.titled for name in referent.names[:4])
    if titled or referent.speeches or referent.noun or any(role_of(word) for word in scene.callings(referent)):
        return known + weights["surely a person"]
    return known + weights["probably a person" if gender_of(referent) else "maybe no person"]


def relative(scene: Scene, place: ScenePlace) -> Referent | None:
    """Return the antecedent of "who": the name that ends shortly before it in the same sentence."""
    for sighting in scene.back(place):
        if place.start - sighting.end > _BETWEEN:
            break
        between = scene.article.text[sighting.end : place.start]
        if not _BROKEN.search(between) and between.count(",") <= _COMMAS:
            return sighting.who
    return None
