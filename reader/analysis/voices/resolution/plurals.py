"""Resolve "they": two people who are named together, or a group."""

import re
from itertools import pairwise

from reader.analysis.voices.names.lists import table
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.roster import Referent, gender_of
from reader.analysis.voices.resolution.bodies import leads
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence
from reader.model import Span

_PLURAL_SUBJECT = re.compile(
    r"(?:(?:But|And|Yet|So|While|As) "
    r"|(?:(?:(?:[Aa]t|[Ff]or|[Ff]rom|[Ii]n|[Oo]n|To)\s[^,.;:]{2,40}|\w[^,.;:]{2,30}\sago),\s){1,3})?"
    r"((?:(?:(?:[Dd]ozens|[Hh]undreds|[Ss]cores|[Tt]housands)\sof\s(?:the\s)?|"
    r"(?:[Tt]he|[Ss]ome|[Mm]any|Most|Several|Other|These|Those|All|Both|A few|A group of)\s)?"
    r"(?:[\w’'-]+\s){0,2}(?:[\w’'-]{3,}s|[Pp]eople|[Pp]olice|[Nn]etizens))"
    r"(?:\s(?:at|behind|from|of)\s(?:[A-Z][\w’'-]*|the|a)(?:\s(?![a-z]+ly\s)[\w’'-]+){0,2}?)?)"
    r"\s(?:[a-z]+ly\s)?(?:(?:have|are|were|had|also|did|do|will|would|could|can|began|who)\b"
    r"|(?:\w{3,}ed|\w+n['’]t|can(?:no|['’])t"
    r"|(?!and|for|from|nor|with)[a-z]{3,}(?=\.|\s(?:an?|at|behind|by|for|from|her|him|his|in|its?|on|out|the|their|them|to|up|with)\b))\b)"
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


def several(discourse: Discourse, place: AnaphorPlace) -> Referent | Span | None:
    """Return the antecedent of "they": the last plural source or subject, else the last person of unknown gender.

    A plural subject that is not yet a source ("Egyptians were …") is returned as its span; of "Ada Cole and her
    colleagues" it is the named person.
    """
    fallback = None
    subject = _plural_subject(discourse, place)
    for occurrence in discourse.back(place):
        referent = occurrence.who
        if subject is not None and occurrence.start < subject.start:
            return subject
        if referent.person and _WITH_OTHERS.match(discourse.article.text, occurrence.end):
            return referent
        if table("bodies").get(referent.noun) == "document":
            continue
        if referent.plural or (
            referent.body and (occurrence.speech >= 0 or _leads_just_before(discourse, place, occurrence))
        ):
            return referent
        if fallback is None and occurrence.speech >= 0 and not gender_of(referent):
            fallback = referent
    return subject or fallback


def _leads_just_before(discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence) -> bool:
    """Whether a body is the subject of the sentence of "they" or of the one before ("Rusk Union met. They said")."""
    here, at = discourse.where(place.start)
    stands = discourse.position(occurrence)
    return stands.paragraph == here and at - stands.sentence <= 1 and leads(discourse, occurrence)


def _plural_subject(discourse: Discourse, place: AnaphorPlace) -> Span | None:
    """The plural noun phrase that begins the sentence of a pronoun or the one before."""
    paragraph, here = discourse.where(place.start)
    cut = discourse.sentences(paragraph)
    own = discourse.attributions[place.index].spans
    for at in range(here, max(0, here - _TOLD_ON) - 1, -1):
        sentence = cut[at]
        match = _PLURAL_SUBJECT.match(discourse.article.text, sentence.start, min(sentence.end, place.start))
        if match is not None and not any(span.covers(match.start(1)) for span in own):
            return Span(*match.span(1))
        if at < here and _THEY.search(discourse.article.text, sentence.start, sentence.end) is None:
            return None
    return None


def head_of(phrase: str) -> str:
    """Return the head noun of a plural phrase, before its "of" ("the editors of Millstone")."""
    return _OF.split(phrase, maxsplit=1)[0].split()[-1]
