"""Resolve definite phrases ("the senator", "the paper") by the words of earlier introductions."""

from itertools import chain

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, fold, gender_told, role_of, table
from reader.analysis.voices.names.roster import Referent, head_word, may_be_of
from reader.analysis.voices.resolution.bodies import leads, may_be_a_body, named_abroad
from reader.analysis.voices.resolution.current_topic import AGE, DOERS, WORD, current_topic, peoples
from reader.analysis.voices.resolution.discourse import REACH, AnaphorPlace, Discourse
from reader.analysis.voices.resolution.generic_bodies import body_meant, refers_to_body
from reader.analysis.voices.resolution.makers_and_owners import author
from reader.analysis.voices.resolution.papers import is_paper, says_little
from reader.analysis.voices.resolution.repeated_phrases import indefinite_before, same_owner
from reader.analysis.voices.resolution.role_clauses import said_to_be
from reader.analysis.voices.resolution.unnamed import INTRODUCES
from reader.model import Span

_PARAGRAPHS = 400
_WORK = 40  # characters after a possessive in which the work is named
_SAME = ("the same ", "The same ")
_FEW = 6  # names of a referent that are checked
_ONES = frozenset({"another", "one", "second", "third"})
_EXACT = 0.5  # for the noun itself rather than a synonym
_RANK_COST = 0.02
_SPOKE, _HEAD = 0.5, 1.5


def described(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | Span | None:
    """Return the referent of a definite phrase, or the span of an indefinite phrase that is nearer; else None.

    The referent has been called by the phrase's noun or a synonym. Each other word of the phrase that is known of it
    counts for it, and a country in the phrase ("the Kenyan leader") must not be a different one. Where an indefinite
    phrase with the same noun is nearer ("an anonymous author"), its span is the answer.
    """
    text = discourse.article.text
    if text.startswith(_SAME, mention.core.start):
        near = discourse.back(place)
        spoke = [s.who for s in near if s.speech >= 0]
        fits = (who for who in (*spoke, *(s.who for s in near)) if _may_refer(discourse, who, mention, {mention.noun}))
        return next(chain(fits, spoke), None)
    if refers_to_body(discourse, mention):
        return body_meant(discourse, place, mention)
    if AGE.fullmatch(mention.noun) and (aged := _of_age(discourse, place, mention.noun.partition("-")[0])) is not None:
        return aged
    nouns = {mention.noun, *table("synonyms").get(mention.noun, "").split()}
    words = {fold(word) for word in WORD.findall(mention.core.of(text))} - nouns - {"the"}
    best, last_seen = _called(discourse, place, mention, nouns, words)
    if not mention.plural and role_of(mention.noun) is not None:
        first = indefinite_before(text, place, mention.noun, after=last_seen + 1)
        if first is not None:
            return _introduced_by(discourse, place, first) or first
        best = best or said_to_be(discourse, place, nouns)
    return (
        best
        or _unnamed_speakers(discourse, place, mention)
        or author(discourse, place, mention)
        or current_topic(discourse, place, mention)
        or _last_to_publish(discourse, place, mention)
    )


def _last_to_publish(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """The previous speaker for a phrase such as "the blog", where nothing shows that the speaker is a person."""
    if not (is_paper(mention.noun) or table("bodies").get(mention.noun) == "document"):
        return None
    speaker = discourse.speaker_before(place) if says_little(discourse, mention) else None
    return speaker if speaker is not None and may_be_a_body(discourse, speaker) else None


def _of_age(discourse: Discourse, place: AnaphorPlace, age: str) -> Referent | None:
    """The person that "the 54-year-old" refers to: "Ada Cole, 54," or "54-year-old Ada Cole"."""
    text = discourse.article.text
    behind = (f", {age},", f", {age}.", f" ({age})", f", a {age}-year-old ", f", an {age}-year-old ")
    for occurrence in discourse.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        if occurrence.who.person:
            before = text[max(0, occurrence.start - _WORK) : occurrence.start]
            if text.startswith(behind, occurrence.end) or f"{age}-year-old " in before:
                return occurrence.who
    return None


def _called(
    discourse: Discourse, place: AnaphorPlace, mention: Mention, nouns: set[str], words: set[str]
) -> tuple[Referent | None, int]:
    """The likeliest referent called by one of the nouns, and the place where it was last seen.

    `words` are the other words of the phrase.
    """
    land = words & peoples()
    best, best_score, last_seen = None, 0.0, -1
    # Those judged as silent and as speakers: an earlier occurrence never scores higher than a later one.
    judged: tuple[set[Referent], set[Referent]] = set(), set()
    for rank, occurrence in enumerate(discourse.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS)):
        if occurrence.who in judged[occurrence.speech >= 0]:
            continue
        referent, spoke = occurrence.who, occurrence.speech >= 0
        judged[spoke].add(referent)
        if not _may_refer(discourse, referent, mention, nouns):
            continue
        known = discourse.callings(referent)
        if land and not land & known and known & peoples():
            continue
        score = 2.0 + len(words & known) - _RANK_COST * rank + _position_free_score(referent, mention.noun, spoke=spoke)
        score += _SPOKE if not spoke and referent.body and leads(discourse, occurrence) else 0.0
        score += 1.0 if not referent.speeches and nouns & known and is_paper(mention.noun) else 0.0
        score += _EXACT if any(map(mention.noun.startswith, nouns & known)) else 0.0  # "sen" for "senator" too
        if score > best_score:
            last_seen = occurrence.start if referent is not best else max(last_seen, occurrence.start)
            best, best_score = referent, score
    return best, last_seen


def _position_free_score(referent: Referent, noun: str, *, spoke: bool) -> float:
    """The part of a score that does not depend on position: the referent spoke, or its name has the noun as head."""
    worth = _SPOKE if spoke else 0.0
    head = not referent.person and referent.words and noun == fold(head_word(referent.words))
    return worth + (_HEAD if head else 0.0)


def _may_refer(discourse: Discourse, referent: Referent, mention: Mention, nouns: set[str]) -> bool:
    """Whether a referent has been called by the noun, with the same number and no other gender."""
    noun = mention.noun
    if referent.plural != mention.plural:
        return False
    if referent.noun == noun:
        label, phrase = referent.label, mention.core
        return label is None or same_owner(discourse, phrase, label)
    if not may_be_of(referent, gender_told(noun)):
        return False
    referent.body = referent.body or _noun_before_name(discourse, referent, nouns)
    if referent.person:
        human = role_of(noun) is not None or (noun.endswith(DOERS) and noun not in table("bodies"))  # not "newspaper"
        return human and bool(nouns & discourse.callings(referent))
    return noun in table("bodies") and _is_called(discourse, referent, noun, nouns)


def _noun_before_name(discourse: Discourse, referent: Referent, nouns: set[str]) -> bool:
    """Whether a noun for a publication is right before a name without a first name: "the site Lisk Abroad"."""
    before = tuple(f" {noun} " for noun in nouns if noun in table("called"))
    known = not before or not referent.words or referent.words[0] in entries("first_names")
    return not known and any(discourse.article.text.endswith(before, 0, name.start) for name in referent.names[:_FEW])


def _is_called(discourse: Discourse, referent: Referent, noun: str, nouns: set[str]) -> bool:
    """Whether a body's name is an outlet's and the noun for one, or its introduction has one of `nouns`.

    For documents only the name counts.
    """
    words = referent.words
    if table("bodies").get(noun) == "document" and noun not in table("called"):
        return noun in map(fold, words)
    known = bool(words) and not {words[-1], head_word(words)}.isdisjoint(entries("outlet_heads"))
    return (is_paper(noun) and (known or named_abroad(words))) or not nouns.isdisjoint(discourse.callings(referent))


def _unnamed_speakers(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """The last unnamed speakers, for "the sources", or the last one, for "the source".

    Of several, "the official" is the one who spoke last ("One said it leaks. …, the official said").
    """
    if mention.core.of(discourse.article.text).lower() not in {"the source", "the sources"}:
        speaker = discourse.speaker_before(place) if role_of(mention.noun) is not None and not mention.plural else None
        return speaker if speaker is not None and speaker.noun in _ONES else None
    spoke = (s.who for s in discourse.back(place) if s.speech >= 0 and s.who.noun)
    return next((who for who in spoke if who.plural == mention.plural), None)


def _introduced_by(discourse: Discourse, place: AnaphorPlace, phrase: Span) -> Referent | None:
    """The person that an indefinite phrase introduces: the name in apposition to it or described by it."""
    for occurrence in discourse.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        if occurrence.end < phrase.start:
            return (
                occurrence.who if INTRODUCES.fullmatch(discourse.article.text, occurrence.end, phrase.start) else None
            )
    return None
