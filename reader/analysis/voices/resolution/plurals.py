"""Resolve "they", "the former" and "the latter"."""

import re
from itertools import pairwise

from reader.analysis.voices.names.lists import entries, is_human, table
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.roster import Referent, gender_of
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse
from reader.model import Span

_PLURAL_SUBJECT = re.compile(
    r"(?:(?:But|And|Yet|So|While|As) "
    r"|(?:(?:(?:[Aa]t|[Ff]or|[Ff]rom|[Ii]n|[Oo]n|To)\s[^,.;:]{2,40}|\w[^,.;:]{2,30}\sago),\s){1,3})?"
    r"((?P<noun>(?:(?:[Dd]ozens|[Hh]undreds|[Ss]cores|[Tt]housands)\sof\s(?:the\s)?|"
    r"(?:[Tt]he|[Ss]ome|[Mm]any|Most|Several|Other|These|Those|All|Both|A few|A group of)\s)?"
    r"(?:[\w’'-]+\s){0,2}(?:[\w’'-]{3,}s|[Pp]eople|[Pp]olice|[Nn]etizens))"
    r"(?:\s(?:at|behind|from|of)\s(?:[A-Z][\w’'-]*|the|a)(?:\s(?![a-z]+ly\s)[\w’'-]+){0,2}?)?)"
    r"\s(?:[a-z]+ly\s)?(?:(?:have|are|were|had|also|did|do|will|would|could|can|began|who)\b"
    r"|(?P<done>\w{3,}ed|\w+n['’]t|can(?:no|['’])t"
    r"|(?!and|for|from|nor|with)[a-z]{3,}(?=\.|\s(?:a|at|behind|by|for|from|in|on|out|the|their|to|up|with)\b))\b)"
)
_PLURAL_AGENT = re.compile(
    r"\b(?:[a-z]+ed|made|run|sent|written)\sby\s"
    r"((?:(?:the|many|several|some|other|all)\s)?(?:[a-z-]+\s){0,2}(?P<noun>[a-z-]{3,}s|people|police))(?=[.,]|\s(?:at|from|in|of|who)\b)"
)
_PLURAL_ADDRESSEE = re.compile(
    r"\b(?:asked|asks|met|told|tells|urged)\s((?:(?:all|her|his|many|my|our|several|some|the|their|these|those)\s)"
    r"(?:[a-z-]+\s){0,2}(?P<noun>[a-z-]{3,}s|people|police))\b"
)
_WITH_OTHERS = re.compile(
    r",?\s(?:and|with)\s(?:(?:an?|her|his|the|their)\s)?(?:[a-z-]+\s){0,2}"
    r"(?:associates|co-?authors|co-?workers|collaborators|colleagues|group|lab|students|team)\b"
)
_TOLD_ON = 3  # maximum sentences in a row with "they" as subject
_THEY = re.compile(r"\b[Tt]hey\b")
_OF = re.compile(r"\s(?:at|behind|from|of)\s")
_COUPLE = 160  # maximum characters of a sentence whose subject is a pair of names
_LEADING = 30  # characters before the subject of a sentence
_AND = re.compile(r"\s(?:and|&)\s(?:the\s)?")


def couple(discourse: Discourse, place: AnaphorPlace) -> tuple[Name, Name] | None:
    """Return the two names joined by "and" that are subject of the sentence of "they" or of the one before."""
    paragraph, here = discourse.where(place.start)
    near = discourse.sentences(paragraph)[max(0, here - 1) : here + 1]
    if here == 0 and paragraph > 0:
        near = (*discourse.sentences(paragraph - 1)[-1:], *near)
    for sentence in reversed(near):
        end = min(sentence.end, place.start, sentence.start + _COUPLE)
        names = [n for n in discourse.names.within(sentence.start, end) if not n.owner]
        for one, other in pairwise(names):
            subject = one.title - sentence.start < _LEADING
            alike = one.body == other.body and not (one.place or other.place)
            if subject and alike and joined(discourse.article.text, one, other):
                return one, other
    return None


def joined(text: str, one: Name, other: Name) -> bool:
    """Return whether two names are joined by "and" alone ("Varland and the Rusk Union")."""
    return _AND.fullmatch(text, one.end, other.title) is not None


def of_two(discourse: Discourse, place: AnaphorPlace, *, second: bool) -> Name | None:
    """Return "the former" or "the latter" of the last two people in the sentence before."""
    paragraph, here = discourse.where(place.start)
    if here == 0:
        return None
    sentence = discourse.sentences(paragraph)[here - 1]
    names = [n for n in discourse.names.within(sentence.start, sentence.end) if not (n.owner or n.place or n.body)]
    return names[-1 if second else -2] if len(names) > 1 else None


def several(discourse: Discourse, place: AnaphorPlace) -> Referent | Span | None:
    """Return the antecedent of "they": the last plural source or subject, else the last person of unknown gender.

    A plural subject that is not yet a source ("Egyptians were …") is returned as its span; of "Ada Cole and her
    colleagues" it is the named person.
    """
    fallback = None
    subject = (
        _plural_subject(discourse, place) or _plural_agent(discourse, place) or _plural_addressee(discourse, place)
    )
    for occurrence in discourse.back(place):
        referent = occurrence.who
        if subject is not None and occurrence.start < subject.start:
            return subject
        if referent.person and _WITH_OTHERS.match(discourse.article.text, occurrence.end):
            return referent
        if table("bodies").get(referent.noun) == "document":
            continue
        if referent.plural or (referent.body and (occurrence.speech >= 0 or _is_plural_name(referent))):
            return referent
        if fallback is None and occurrence.speech >= 0 and not gender_of(referent):
            fallback = referent
    return subject or fallback


def _is_plural_name(referent: Referent) -> bool:
    """Whether a body's name is a plural that names its members: "Senate Democrats"."""
    return bool(referent.words) and referent.words[-1].endswith("s") and referent.words[-1][:-1] in entries("demonyms")


def _plural_subject(discourse: Discourse, place: AnaphorPlace) -> Span | None:
    """The plural noun phrase that begins the sentence of a pronoun or the one before."""
    paragraph, here = discourse.where(place.start)
    cut = discourse.sentences(paragraph)
    own = discourse.attributions[place.index].spans
    for at in range(here, max(0, here - _TOLD_ON) - 1, -1):
        sentence = cut[at]
        match = _PLURAL_SUBJECT.match(discourse.article.text, sentence.start, min(sentence.end, place.start))
        if match is not None and not any(span.covers(match.start(1)) for span in own):
            if match["done"] is None or _are_people(match["noun"].rpartition(" ")[2]):
                return Span(*match.span(1))
        elif at < here and _THEY.search(discourse.article.text, sentence.start, sentence.end) is None:
            return None
    return None


def _plural_agent(discourse: Discourse, place: AnaphorPlace) -> Span | None:
    """The plural agent of a passive in the sentence before ("is signed by four bishops")."""
    paragraph, here = discourse.where(min(place.start, discourse.attributions[place.index].spans[0].start))
    cut = discourse.sentences(paragraph)[:here] or (discourse.sentences(paragraph - 1) if paragraph else ())
    before = cut[-1] if cut else None
    match = None if before is None else _PLURAL_AGENT.search(discourse.article.text, before.start, before.end)
    return Span(*match.span(1)) if match is not None and _are_people(match["noun"]) else None


def _plural_addressee(discourse: Discourse, place: AnaphorPlace) -> Span | None:
    """The people who are asked or told something in a pronoun's sentence or the one before ("asked the millers")."""
    paragraph, here = discourse.where(place.start)
    for sentence in reversed(discourse.sentences(paragraph)[max(0, here - 1) : here + 1]):
        found = _PLURAL_ADDRESSEE.search(discourse.article.text, sentence.start, min(sentence.end, place.start))
        if found is not None:
            return Span(*found.span(1)) if _are_people(found["noun"]) else None
    return None


def head_of(phrase: str) -> str:
    """Return the head noun of a plural phrase, before its "of" ("the editors of Millstone")."""
    return _OF.split(phrase, maxsplit=1)[0].split()[-1]


def _are_people(noun: str) -> bool:
    """Whether a plural noun is for people: "protesters", "Egyptians", "police"."""
    return noun.lower() == "police" or is_human(noun.lower()) or noun.removesuffix("s") in entries("demonyms")
