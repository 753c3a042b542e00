"""Resolve a phrase by who issued or owns something: "issued a statement … the statement", "his wife", "the two"."""

import re
from dataclasses import replace

from reader.analysis.voices.names.forms import PRONOUNS, Mention
from reader.analysis.voices.names.lists import entries, is_human, table
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution import anaphora, bodies, plurals
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse
from reader.analysis.words.grammar import ISSUING
from reader.model import Span

_WORK = 40  # characters after a possessive in which the work is named
_WORD = re.compile(r"[\w-]+")
_ISSUE = 700  # characters before a document in which it is searched for


def author(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """Return the author of the work that "the transcript" refers to: "Cole’s speech" before it, or "its transcript"."""
    text = discourse.article.text
    if table("bodies").get(mention.noun) != "document" or mention.core.of(text).lower() != f"the {mention.noun}":
        return None
    for occurrence in discourse.back(place, paragraphs=1):
        behind = _WORD.findall(text[occurrence.end : occurrence.end + _WORK])[1:4] if occurrence.owner else ()
        if mention.noun in behind or (occurrence.who.person and any(word in entries("works") for word in behind)):
            return occurrence.who
    return _issuer(discourse, place, mention.noun)


def _issuer(discourse: Discourse, place: AnaphorPlace, noun: str) -> Referent | None:
    """The issuer of the last document of this sort: "Vela Records issued a statement", "said in a tweet", "tweeted"."""
    text = discourse.article.text
    before = text[max(0, place.start - _ISSUE) : place.start]
    form = rf"\b([Ii]n\s)?[Aa]n?\s(?:[\w’'-]+\s){{0,2}}{noun}\b|\b({noun}(?:ed|s))\b"
    first = next(reversed(list(re.finditer(form, before))), None)
    if first is None:
        return None
    start, end = (place.start - len(before) + at for at in first.span())
    paragraph, number = discourse.where(start)
    sentence = discourse.sentences(paragraph)[number]
    owner = next((s.who for s in discourse.between(start, end) if not s.owner), None)
    if owner is not None:
        return owner  # "A Delta University poll"
    for occurrence in reversed(discourse.between(sentence.start, start)):
        between = text[occurrence.end : start].split()
        issued = bool(between) and between[-1].lower() in ISSUING
        if not occurrence.owner and (issued or ((first[1] or first[2]) and occurrence.speech >= 0)):
            return occurrence.who
    behind = discourse.between(end, min(sentence.end, place.start)) if first[1] else []  # "In a letter Roe writes"
    return next((occurrence.who for occurrence in behind if occurrence.speech >= 0), None)


_POSTS = frozenset({"post", "tweet"})
_POSTED = re.compile(
    r"\bby\s(?:[\w-]+\s){0,4}(?P<by>@\w+)|(?P<user>@\w+)\s(?:\w+ly\s|also\s|then\s)?(?:post|shar|tweet|wr[io]t)"
)


def poster(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Span | None:
    """Return the handle of the user who posted "the tweet" that its paragraph tells of before; None without one."""
    if mention.noun not in _POSTS or mention.plural or not mention.definite:
        return None
    start = max(discourse.paragraphs[discourse.where(place.start)[0]], place.start - _ISSUE)
    last = next(reversed(list(_POSTED.finditer(discourse.article.text, start, place.start))), None)
    return None if last is None else Span(*last.span("user" if last["by"] is None else "by"))


_PRONOUN = re.compile(r"(his|her|its|their)\s", re.IGNORECASE)
_PAIR = re.compile(r"(?:the\s(?:two|pair|duo|couple)|both)(?:\s|\Z)", re.IGNORECASE)
_PAIRS = frozenset({"couple", "duo", "pair", "two"})
_LANDS = frozenset({"country", "government", "nation", "neighbour", "neighbor", "power", "state"})
_NAMES_BACK = 40
_REACH = 1500  # maximum characters between a pair of names and the phrase that refers to it


def owner(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> tuple[Referent, Span] | None:
    """Return the owner of a source, and the words for their relation; None where there is no owner or it is unknown."""
    text, core = discourse.article.text, mention.core
    pronoun = _PRONOUN.match(text, core.start, core.end)
    if pronoun is not None:
        who = _antecedent(discourse, replace(place, outside=False), PRONOUNS[pronoun[1].lower()])
        return None if who is None else (who, Span(pronoun.end(), core.end))
    name = next((n for n in discourse.names.within(core.start, core.end) if n.owner), None)
    if name is None or name.place or name.title - core.start > len("the "):
        return None
    end = text.find(" ", name.end, core.end)
    known = discourse.roster.find(name)
    return None if known is None or end < 0 else (known, Span(end + 1, core.end))


def _antecedent(discourse: Discourse, place: AnaphorPlace, sort: str) -> Referent | None:
    """The antecedent of a possessive pronoun; `sort` is its class."""
    if sort == "plural":
        several = plurals.several(discourse, place)
        return None if isinstance(several, Span) else several
    return bodies.thing(discourse, place) if sort == "thing" else anaphora.person(discourse, place, sort)


def pair(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> tuple[Name, Name] | None:
    """Return the last two names joined by "and" ("Varland and Rusk"), for a phrase such as "the two nations"."""
    text = discourse.article.text
    if _PAIR.match(text, mention.core.start, mention.core.end) is None:
        return None
    near = discourse.names.before(place.start, _NAMES_BACK)
    for one, other in zip(reversed(near[:-1]), reversed(near[1:]), strict=True):
        if place.start - one.start > _REACH:
            break
        together = plurals.joined(text, one, other) and not one.owner and not other.owner
        if together and _fits_noun(one, mention.noun) and _fits_noun(other, mention.noun):
            return one, other
    return None


def _fits_noun(name: Name, noun: str) -> bool:
    """Whether a noun fits the referent of a name: a country, a body, or a person."""
    if name.place:
        return noun in _LANDS
    if name.body:
        return noun in table("bodies") and noun not in _LANDS
    return is_human(noun) or noun in _PAIRS
