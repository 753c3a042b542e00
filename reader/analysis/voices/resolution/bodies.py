"""Resolve "it": a body (organisation, publication) that is a subject or has spoken, its short form, or a document."""

import re

from reader.analysis.voices.names.forms import Form, Mention
from reader.analysis.voices.names.lists import FOREIGN_ARTICLES, entries, role_of, table
from reader.analysis.voices.names.names import has_article
from reader.analysis.voices.names.roster import Referent, gender_of
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence
from reader.analysis.words.grammar import FINITE
from reader.model import Span

_DOES = r"(?:has|had|is|was|does|did|will|would|can|could|also|then|later|again|[a-z]+(?:ed|es|s))\b"
_SHORT_FORM = re.compile(
    r"(?:(?:But|And|Yet|So|While|As|Still,|However,|In turn,) )?([Tt]he\s(?:[a-z’'-]+\s){0,2}?[a-z-]+)"
    r"(?=(?:,\s(?:for its part|however|too),|,)?\s"
    rf"(?:which|who|(?:{'|'.join(sorted(low for low in FINITE if low.isalpha()))})\b|{_DOES}))"
)
_DOCUMENT = re.compile(
    r"(?:(?:But|And|Yet|So) )?((?:An?|[Tt]he|Her|His|Its|This)\s(?:[a-z-]+(?:['’]s|s['’])\s)?(?:[a-z-]+\s){0,2}?"
    r"(?P<noun>[a-z-]+)(?:\s(?:by|from)\s(?:an?|the)\s[a-z-]+)?)"
    r"(?:,\s[^.;:!?“\"]{3,60},)?"
    rf"\s(?:came|bore|went|{_DOES})"
)
_OWNED_BODY = re.compile(
    r"(?:(?:But|And|Yet|So) )?([Tt]he\s(?:[\w-]+\s){0,3}?[\w-]+(?:['’]s|s['’])\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+))"
    rf"\s(?:put|sent|wrote|{_DOES})"
)
_ACTING = ((_DOCUMENT, "document"), (_OWNED_BODY, "body"))
_BEGINS = re.compile(r"(?:(?:[^\W\d_][^.;:!?“”\"\n]{0,60},|But|And|So|Still|Then|Yet)\s)?(?:[Tt]he\s)?")
_ARABIC = frozenset({"Al", "An", "Ar", "As", "Ash", "El"})
_BEGINNINGS = entries("outlet_beginnings") | entries("outlet_openers")
_SURNAMES = entries("surnames_first")
_FEW = 6  # names of a referent that are checked


def short_form(discourse: Discourse, place: AnaphorPlace) -> Mention | None:
    """Return the definite short form of a body that is subject of the pronoun's sentence or the one before."""
    text = discourse.article.text
    paragraph, here = discourse.where(place.start)
    for sentence in reversed(discourse.sentences(paragraph)[max(0, here - 1) : here + 1]):
        match = _SHORT_FORM.match(text, sentence.start, min(sentence.end, place.start))
        noun = "" if match is None else match[1].split()[-1]
        if match is not None and table("bodies").get(noun) == "body":
            span = Span(*match.span(1))
            return Mention(span, span, Form.NOUN, noun=noun, definite=True)
    return None


def document(discourse: Discourse, place: AnaphorPlace) -> Mention | None:
    """Return the document, or the body of an owner, in the sentence before, where "it" opens the next sentence.

    That is "The letter was short. “No,” it said" and "The mayor’s office sent a letter. It said …".
    """
    paragraph, here = discourse.where(place.start)
    cut = discourse.sentences(paragraph)
    begun = {place.start, discourse.attributions[place.index].spans[0].start}
    if here == 0 or cut[here].start not in begun:
        return None
    before = cut[here - 1]
    for pattern, sort in _ACTING:
        match = pattern.match(discourse.article.text, before.start, before.end)
        if match is not None and table("bodies").get(match["noun"]) == sort:
            span = Span(*match.span(1))
            return Mention(span, span, Form.NOUN, noun=match["noun"], definite=True)
    return None


def thing(discourse: Discourse, place: AnaphorPlace) -> Referent | None:
    """Return the antecedent of "it": the last body that spoke or is a subject, else the last one named.

    If there is none, it is the last name that may be a body's ("Corvane"), which so is a body.
    """
    named = lone = None
    for occurrence in discourse.back(place):
        referent = occurrence.who
        if referent.person:
            lone = lone or (referent if may_be_a_body(discourse, referent) else None)
            continue
        if lone is not None and occurrence.speech < 0:
            continue  # somebody who spoke since, not a body that is only named
        if (occurrence.speech >= 0 and not referent.plural) or leads(discourse, occurrence):
            return referent
        named = named or (None if referent.plural else referent)
    if named is None and lone is not None:
        lone.body = True
    return named or lone


def leads(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Return whether a body is the subject that begins its sentence: no place, owner or part of a longer phrase."""
    who = occurrence.who
    if occurrence.owner or who.place or who.plural:
        return False
    stands = discourse.position(occurrence)
    begin = discourse.sentences(stands.paragraph)[stands.sentence].start
    return "subject" in stands.traits and bool(_BEGINS.fullmatch(discourse.article.text, begin, occurrence.start))


def may_be_a_body(discourse: Discourse, who: Referent) -> bool:
    """Return whether nothing shows a person: no first name, title, role or gender ("Corvane", "Clean Tides Now")."""
    if not who.words or who.joint or who.place or gender_of(who):
        return False
    if who.body:
        return True
    names = (*who.names[:4], *discourse.titled.get(id(who), ())[:4])
    known = any(name.titled for name in names) or who.words[0] in entries("first_names")
    return not known and not any(role_of(word) for word in discourse.callings(who))


def is_no_person(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Return whether a name can be a body's: it does not look like a person's."""
    who = occurrence.who
    may_be = may_be_a_body(discourse, who)
    if who.body or not may_be:
        return may_be
    first, *others = who.words
    if not others or first.isupper() or named_abroad(who.words):
        return True
    return any(has_article(discourse.article.text, name) for name in who.names[:_FEW])


def named_abroad(words: tuple[str, ...]) -> bool:
    """Return whether a name has the form of a foreign newspaper's: "El Faro", "Al-Faro al-Jadid"."""
    if len(words) < 2:  # noqa: PLR2004 - an article and a noun
        return False
    arabic = "-" in words[0] and words[0].partition("-")[0] in _ARABIC
    return arabic or words[0] in _BEGINNINGS or (words[0] in FOREIGN_ARTICLES and words[0] not in _SURNAMES)
