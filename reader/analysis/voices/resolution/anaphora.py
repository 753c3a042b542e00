"""Resolve "he", "she" and "who": choose the antecedent with the highest score over named features."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from reader.analysis.voices.names.lists import role_of, table
from reader.analysis.voices.names.roster import Referent, can_be, gender_of
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence
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


def person(discourse: Discourse, place: AnaphorPlace, gender: str, *, owner: bool = False) -> Referent | None:
    """Return the antecedent of "he" (`gender` "m") or "she" ("f"); None where no candidate fits well enough.

    `owner` is whether it is the possessive "his" or "her", which mostly refers to the subject of its own sentence.
    """
    if not discourse.seen:
        return None
    weights = _weights()
    scores: dict[int, float] = {}
    who: dict[int, Referent] = {}
    pronoun = _Pronoun(gender, owner, answers(discourse, place), _named_beside(discourse, place))
    speaker = None if pronoun.answers else _previous_speaker(discourse, place, gender, pronoun.beside)
    if speaker is not None:
        named = any(s.who.person for s in discourse.back(place, paragraphs=0))
        feature = "speaker before" if named else "speaker before, nobody named since"
        who[id(speaker)], scores[id(speaker)] = (
            speaker,
            weights[feature] + _position_free_score(discourse, speaker, gender),
        )
        _note(place, id(speaker), feature, scores[id(speaker)])
    _score_mentions(discourse, place, pronoun, who, scores)
    _add_person_of_section(discourse, place, gender, who, scores)
    best = max(scores, key=lambda key: scores[key], default=None)
    if best is None or scores[best] < weights["floor"]:
        return None
    others = (score for key, score in scores.items() if key != best)
    if gender_of(who[best]) and all(scores[best] - score >= _CLEAR_MARGIN for score in others):
        discourse.clear.add(place.index)
    return _certain_woman(discourse, place, who[best], gender) or who[best]


def _score_mentions(
    discourse: Discourse, place: AnaphorPlace, pronoun: _Pronoun, who: dict[int, Referent], scores: dict[int, float]
) -> None:
    """Score the mentions before a pronoun; each referent gets its best score.

    Each referent is judged once and the features of each mention are cached, since a long paragraph repeats the same
    few names.
    """
    start, near = place.start, discourse.back(place)
    here, at = discourse.where(start)
    at = min(at, _start_of_words(discourse, place, here))
    at = _first_of_row(discourse, here, at, pronoun.gender)
    own: dict[int, float | None] = {}
    top, least = max(scores.values(), default=_weights()["floor"]), _upper_bound(_FURTHEST)
    asking = _place_of_asker(discourse, place)
    scored: set[int] = set()
    number = 0
    for number, occurrence in enumerate(near, start=1):  # noqa: B007 - how many were scored is needed below
        # Of two mentions of a referent that differ only in the sentences between, the earlier never scores higher.
        if occurrence.alike in scored:
            if top > least and top > _upper_bound(at - discourse.position(occurrence).sentence):
                break
            continue
        key = id(occurrence.who)
        weight = own[key] if key in own else own.setdefault(key, _weight(discourse, occurrence, pronoun, asking))
        if weight is None:
            continue
        stands = discourse.position(occurrence)
        apart = discourse.apart(here, stands.paragraph)
        elsewhere = place.outside and any(not begin <= start < end for begin, end in stands.within)
        between = stands.after if apart else max(0, at - stands.sentence)
        score = _score(apart, between, stands.traits, elsewhere=elsewhere) + weight
        if not apart and between <= 1:
            score += _in_sentence(discourse, occurrence, pronoun.gender, owner=pronoun.owner and not between)
            score += _answering(discourse, occurrence) if pronoun.answers and not between else 0.0
        if score > scores.get(key, score - 1):
            who[key], scores[key] = occurrence.who, score
            _note(place, key, (apart, between, stands.traits, elsewhere), score)
            top = max(top, score)
        if not apart and between > 1:
            scored.update([occurrence.alike] if occurrence.alike else ())
            if top > _upper_bound(between):
                break
    fitting = (occurrence for occurrence in near[:number] if own[id(occurrence.who)] is not None)
    only = _only_named(discourse, place, fitting, pronoun.gender)
    if only is not None:
        scores[only] += _weights()[_ONLY]
        _note(place, only, _ONLY, scores[only])


def _weight(discourse: Discourse, occurrence: Occurrence, pronoun: _Pronoun, asking: range) -> float | None:
    """The part of a referent's score that does not depend on position; None where the pronoun cannot refer to it."""
    who = occurrence.who
    fits = who is not pronoun.beside and occurrence.start not in asking and can_be(who, pronoun.gender)
    return (
        _position_free_score(discourse, who, pronoun.gender) if fits and not _is_thing(discourse, occurrence) else None
    )


def going_on(discourse: Discourse, place: AnaphorPlace, gender: str) -> Referent | None:
    """Return the previous speaker where "he" or "she" goes on ("he added that"), and can be that speaker."""
    return (
        _previous_speaker(discourse, place, gender, _named_beside(discourse, place)) if adds(discourse, place) else None
    )


def _start_of_words(discourse: Discourse, place: AnaphorPlace, paragraph: int) -> int:
    """The index of the sentence in which the words that the pronoun says begin: “It leaks. It does,” he said."""
    begin = discourse.attributions[place.index].spans[0].start
    where, at = discourse.where(begin)
    return at if where == paragraph and begin < place.start else len(discourse.sentences(paragraph))


def _place_of_asker(discourse: Discourse, place: AnaphorPlace) -> range:
    """Where the person who asks is named in the answerer's sentence ("Asked by Ada Roe whether it leaked, he said")."""
    paragraph, here = discourse.where(place.start)
    cut = discourse.sentences(paragraph)
    match = _ASKED_BY.match(discourse.article.text, cut[here].start, place.start) if cut else None
    return range(0) if match is None else range(match.end(), match.end() + _ASKER)


def _first_of_row(discourse: Discourse, paragraph: int, at: int, gender: str) -> int:
    """The first of the sentences in a row that begin with the pronoun: its antecedent comes before all of them."""
    cut, text = discourse.sentences(paragraph), discourse.article.text
    begins = (i for i in range(at, max(0, at - _MAX_ROW), -1) if not _OPENS[gender].match(text, cut[i - 1].start))
    return next(begins, max(0, at - _MAX_ROW))


def _certain_woman(discourse: Discourse, place: AnaphorPlace, best: Referent, gender: str) -> Referent | None:
    """The woman named in the paragraph, where the best has only a rank ("Ada Roe met Colonel Reyes. She said")."""
    ranked = len(best.words) == 1 and any(name.titled for name in best.names[:4])
    if gender != "f" or not ranked or gender_of(best) or best.speeches:
        return None
    return next(
        (s.who for s in discourse.back(place, paragraphs=0) if s.who.person and gender_of(s.who) == gender), None
    )


@lru_cache(maxsize=8)  # called for each pronoun in a paragraph
def _end_of_match(text: str, begin: int, end: int, pattern: re.Pattern[str]) -> int:
    """The end of the first match between two offsets; after `end` where there is none."""
    found = pattern.search(text, begin, end)
    return end + 1 if found is None else found.end()


def _only_named(discourse: Discourse, place: AnaphorPlace, mentions: Iterable[Occurrence], gender: str) -> int | None:
    """The key of the only person named in the paragraph, not as a possessive and not after another such pronoun.

    `mentions` are those of fitting persons before the pronoun, nearest first.
    """
    here = discourse.paragraph(place.start)
    cut = discourse.sentences(here)
    said = _end_of_match(discourse.article.text, cut[0].start, cut[-1].end, _SUBJECTS[gender]) if cut else 0
    inside: set[int] = set()
    for occurrence in mentions:
        stands = discourse.position(occurrence)
        apart = any(not begin <= place.start < end for begin, end in stands.within)
        if stands.paragraph != here or (place.outside and apart):
            continue
        if said <= occurrence.start:
            return None
        if "possessive" not in stands.traits:
            inside.add(id(occurrence.who))
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


def _previous_speaker(
    discourse: Discourse, place: AnaphorPlace, gender: str, beside: Referent | None
) -> Referent | None:
    """The previous speaker, where the pronoun can refer to them; `beside` is the person named right before it."""
    speaker = discourse.speaker_before(place)
    fits = speaker is not None and speaker is not beside and id(speaker) not in place.excluded
    return speaker if speaker is not None and fits and can_be(speaker, gender) else None


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


def _in_sentence(discourse: Discourse, occurrence: Occurrence, gender: str, *, owner: bool) -> float:
    """The score of an occurrence in the pronoun's own sentence or the one before.

    "His" refers to the subject. A name after another "he" is another person: "He named Cole. He said …".
    """
    stands = discourse.position(occurrence)
    if "subject" in stands.traits:
        return _weights()["subject of the sentence of a possessive"] if owner else 0.0
    begin = discourse.sentences(stands.paragraph)[stands.sentence].start
    named_after = _SUBJECTS[gender].search(discourse.article.text, begin, occurrence.start) is not None
    return _weights()["after the same pronoun"] if named_after else 0.0


def answers(discourse: Discourse, place: AnaphorPlace) -> bool:
    """Return whether the pronoun is the subject of an answer ("and he answered that"), so not the previous speaker."""
    cue = discourse.attributions[place.index].cue
    return cue is not None and cue.of(discourse.article.text) in _ANSWERS


def adds(discourse: Discourse, place: AnaphorPlace) -> bool:
    """Return whether the pronoun is the subject of a verb of going on ("and he added that"): the previous speaker."""
    cue = discourse.attributions[place.index].cue
    return cue is not None and cue.of(discourse.article.text) in _ADDS


def _answering(discourse: Discourse, occurrence: Occurrence) -> float:
    """The score that favours the person told something in the sentence of an answer, over the person who told it."""
    told = discourse.article.text.endswith(_TOLD, 0, occurrence.start)
    return _weights()["is asked"] if told else _weights()["asks"] if occurrence.speech >= 0 else 0.0


def _is_thing(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Whether an article is before a name of several words, as in "his book, The Long Weir", so it is no person."""
    several = len(occurrence.who.words) > 1 and not occurrence.who.noun
    return (
        several and discourse.article.text[max(0, occurrence.start - len("the ")) : occurrence.start].lower() == "the "
    )


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
    traits = ("answers", "is asked", "speaks", "subject")
    own = weights["gender known"] + weights["surely a person"]
    return max(_score(*place, traits, elsewhere=False) for place in places) + own + _MARGIN


def _position_free_score(discourse: Discourse, referent: Referent, gender: str) -> float:
    """The part of a referent's score that does not depend on position: gender, and whether it surely is a person."""
    weights = _weights()
    known = weights["gender known"] if gender_of(referent) else 0.0
    if referent.handle and not referent.names:
        known += weights["only a handle"]
    if not known and len(referent.words) > 1 and referent.words[0].endswith(_FEMININE):
        known = weights["ends as names of women do"] * (1 if gender == "f" else -1)
    titled = any(name.titled for name in referent.names[:4])
    if titled or referent.speeches or referent.noun or any(role_of(word) for word in discourse.callings(referent)):
        return known + weights["surely a person"]
    return known + weights["probably a person" if gender_of(referent) else "maybe no person"]


def relative(discourse: Discourse, place: AnaphorPlace) -> Referent | None:
    """Return the antecedent of "who": the name that ends shortly before it in the same sentence."""
    for occurrence in discourse.back(place):
        if place.start - occurrence.end > _BETWEEN:
            break
        between = discourse.article.text[occurrence.end : place.start]
        if not _BROKEN.search(between) and between.count(",") <= _COMMAS:
            return occurrence.who
    return None
