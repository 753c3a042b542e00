"""Find the body that a noun for bodies refers to: "the company", "the Dutch lender", "the space agency"."""

import re
from typing import NamedTuple

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, fold, singular, table
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution.bodies import is_no_person, leads
from reader.analysis.voices.resolution.body_sorts import Fit, Wanted, fit, nouns_beside, wanted
from reader.analysis.voices.resolution.current_topic import peoples
from reader.analysis.voices.resolution.discourse import PARAGRAPHS, REACH, AnaphorPlace, Discourse, Occurrence
from reader.analysis.voices.resolution.papers import is_paper
from reader.analysis.voices.resolution.repeated_phrases import same_owner

_PARAGRAPHS = 400  # paragraphs searched back for a body that the text calls by the noun
_FURTHER = 5  # paragraphs searched back for a body that spoke
_FEW = 6  # names of a referent that are looked at
_SPOKE, _SUBJECT = 0.1, 0.6
_BETWEEN = 0.5  # for each sentence between in the same paragraph
_APART, _AFTER = 1.0, 0.2  # for each paragraph and for each other sentence between, in an earlier paragraph
_ASIDE = 0.5  # for a body that is only named in brackets
_FAR = 2.5  # at most
_WORD_KNOWN, _WORD_UNKNOWN = 0.5, -0.5
_LEAST = 0.2  # minimum score
_MARGIN = 0.3  # by how much the best score must exceed every other
_WORD = re.compile(r"[^\W_](?:[\w’'-]|\.(?=\w))*")
_DETERMINERS = frozenset({"that", "the", "this"})
_OTHER = frozenset(
    {"another", "first", "fourth", "latter", "new", "other", "parent", "rival", "second", "sister", "third", "unnamed"}
)
_MEMBER_REACH = 40  # characters
_BRACKET = re.compile(r"\([^()\n]*\Z")


class _Phrase(NamedTuple):
    """What a phrase says of the body: the noun and its sorts, the words in lower case and the names before it."""

    noun: Wanted
    words: frozenset[str]
    names: frozenset[str]
    lands: frozenset[str]


def refers_to_body(discourse: Discourse, mention: Mention) -> bool:
    """Return whether `body_meant` decides about a phrase: "the" with a noun for one body, and for no publication."""
    body = mention.noun in table("body_nouns") or table("bodies").get(mention.noun) == "body"
    begins = mention.core.of(discourse.article.text).split(" ", 1)[0].lower() in _DETERMINERS
    return body and begins and not (mention.plural or is_paper(mention.noun))


def body_meant(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """Return the body named before that a phrase such as "the company" refers to; None where two are as likely.

    Each body that the noun fits gets a score: how well it fits, whether the body spoke or is a subject, which other
    words of the phrase are known of it, and how far away it is.
    """
    phrase = _read(discourse, mention)
    if phrase is None:
        return None
    scores: dict[int, float] = {}
    best: dict[int, Referent] = {}
    for occurrence in discourse.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        key = id(occurrence.who)
        score = _score(discourse, place, occurrence, mention, phrase)
        if score is not None and score > scores.get(key, _LEAST):
            scores[key], best[key] = score, occurrence.who
    ranked = sorted(scores, key=lambda key: -scores[key])
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _MARGIN):
        return None
    best[ranked[0]].body = True  # also "Corvane", which might have been a surname
    return best[ranked[0]]


def _read(discourse: Discourse, mention: Mention) -> _Phrase | None:
    """What a phrase says; None where it names an owner, or another body than one named before."""
    whole = mention.core.of(discourse.article.text)
    words = [word for word in _WORD.findall(whole)[1:] if not word.endswith("-based")]
    small = [word for word in words if word.islower()]
    noun = wanted(tuple(small[: small.index(mention.noun) + 1] if mention.noun in small else small))
    if noun is None or not _OTHER.isdisjoint(small):
        return None
    before = frozenset(fold(singular(word)) for word in small) - {fold(singular(word)) for word in noun.noun.split()}
    names = {fold(word) for word in words if word not in small}
    lands = (before | names) & peoples()
    return _Phrase(noun, before - lands, frozenset(names - lands), lands)


def _score(
    discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence, mention: Mention, phrase: _Phrase
) -> float | None:
    """How likely a phrase refers to the body of an occurrence; None where it cannot."""
    who = occurrence.who
    if who.handle or who.joint or who.place or who.plural or (who.person and who.noun):
        return None
    apart = discourse.apart(discourse.paragraph(place.start), discourse.paragraph(occurrence.start))
    spoke = occurrence.speech >= 0
    leading = spoke or leads(discourse, occurrence)
    fits = _fit(discourse, occurrence, mention, phrase, leading=leading)
    callings = discourse.callings(who)
    reach = _PARAGRAPHS if fits is Fit.CALLED else _FURTHER if spoke else PARAGRAPHS
    if fits is Fit.NO or apart > reach or not phrase.names <= callings:
        return None
    known = len(phrase.words & callings) + len(phrase.lands & callings)
    unknown = len(phrase.words - callings - entries("modifiers"))
    foreign = phrase.lands and not phrase.lands & callings and callings & peoples()
    if foreign or (fits is Fit.OPEN and unknown):
        return None
    score = float(fits) + _SPOKE * spoke + _SUBJECT * leading + _WORD_KNOWN * known + _WORD_UNKNOWN * unknown
    bracketed = _BRACKET.search(discourse.article.text, max(0, occurrence.start - _MEMBER_REACH), occurrence.start)
    return score - _ASIDE * (bracketed is not None) - min(_FAR, _distance(discourse, place, occurrence))


def _fit(discourse: Discourse, occurrence: Occurrence, mention: Mention, phrase: _Phrase, *, leading: bool) -> Fit:
    """How well a phrase fits the body of an occurrence."""
    who = occurrence.who
    if who.noun:
        same = who.label is None or same_owner(discourse, mention.core, who.label)
        return Fit.CALLED if who.noun == mention.noun and same else Fit.NO
    last = who.words[-1]
    headed = last in table("body_heads") or last in entries("places")
    known = who.words[0] in entries("first_names")
    beside = discourse.beside.get(id(who))
    if beside is None:
        beside = discourse.beside[id(who)] = nouns_beside(discourse.article.text, who.names[:_FEW])
    shown = not known and (beside or (len(who.words) > 1 and headed))
    if not (shown or is_no_person(discourse, occurrence)):
        return Fit.NO
    fits = fit(phrase.noun, who, beside, firm=len(who.words) == 1 and who.words[0] in discourse.companies)
    wide = phrase.noun.noun in table("body_nouns") and phrase.noun.sure
    return fits if fits is not Fit.OPEN or (wide and leading) else Fit.NO


def _distance(discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence) -> float:
    """What the sentences and paragraphs between an occurrence and the words of an attribution cost."""
    here, at = discourse.where(min(place.start, discourse.attributions[place.index].spans[0].start))
    stands = discourse.position(occurrence)
    apart = discourse.apart(here, stands.paragraph)
    if apart <= 0:
        return _BETWEEN * max(0, at - stands.sentence)
    return _APART * apart + _AFTER * (stands.after + at)
