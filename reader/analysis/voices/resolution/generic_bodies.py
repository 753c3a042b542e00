"""Find the body that a noun for bodies refers to: "the company", "the Dutch lender", "the space agency"."""

import re
from collections import Counter
from typing import NamedTuple

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, fold, has_inner_capital, marked, role_of, singular, table
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution.bodies import is_no_person, is_venue, leads, opens_with
from reader.analysis.voices.resolution.body_sorts import Fit, Wanted, fit, nouns_beside, wanted
from reader.analysis.voices.resolution.current_topic import peoples
from reader.analysis.voices.resolution.discourse import PARAGRAPHS, REACH, AnaphorPlace, Discourse, Occurrence
from reader.analysis.voices.resolution.papers import is_paper
from reader.analysis.voices.resolution.repeated_phrases import indefinite_before, same_number, same_owner
from reader.analysis.voices.roles.role_phrases import begins_sentence
from reader.analysis.words.grammar import GENITIVES

_PARAGRAPHS = 400  # paragraphs searched back for a body that the text calls by the noun
_FURTHER = 5  # paragraphs searched back for a body that spoke
_FEW = 6  # names of a referent that are looked at
_NEAREST = 8  # occurrences of a body that are scored, nearest first
_SPOKE, _SUBJECT = 0.1, 0.6
_BETWEEN = 0.5  # for each sentence between in the same paragraph
_APART, _AFTER = 1.0, 0.2  # for each paragraph and for each other sentence between, in an earlier paragraph
_ASIDE = 0.5  # for a body that is only named in brackets
_FAR = 2.5  # at most
_WORD_KNOWN, _WORD_UNKNOWN = 0.5, -0.5
_LEAST = 0.2  # minimum score
_MARGIN = 0.3  # by how much the best score must exceed every other
_CLEAR = 1.5  # the same where the phrase has a country that is not known of it
_WHERE = (" at ", " around ", " from ", " in ", " near ", " of ", " on ", " to ")
_WORD = re.compile(r"[^\W_](?:[\w’'-]|\.(?=\w))*")
_DETERMINERS = frozenset({"that", "the", "this"})
_OTHER = frozenset(
    {"another", "first", "fourth", "latter", "new", "other", "parent", "rival", "second", "sister", "third", "unnamed"}
)
_LANDS = re.compile(r"[A-Z]{2}|[A-Z]\.[A-Z]")
_MEMBER = re.compile(r"\b([\w-]+),? (?:at|for|from|of|with) (?:the )?\Z")
_SPEAKS_FOR = frozenset({"co-founder", "cofounder", "founder", "owner", "spokesman", "spokesperson", "spokeswoman"})
_MEMBER_REACH = 40  # characters
_HAS_VERB = re.compile(r" (?:also |then )?(?:did|does|had|has|is|was|will|would|\w{3,}ed)\b")
_BRACKET = re.compile(r"\([^()\n]*\Z")
_AND = re.compile(r" (?:and|or) (?:the )?")
_DESCRIBES = re.compile(r"[”\"’']?,?[”\"’']?(?: which)?(?: is| was)?\s")  # "Corvane, a carmaker"


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
    best: dict[int, Occurrence] = {}
    opening = opens_with(discourse, place)
    seen: Counter[int] = Counter()
    for occurrence in discourse.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        key = id(occurrence.who)
        seen[key] += 1
        far = seen[key] > _NEAREST or is_venue(occurrence, opening)
        score = None if far else _score(discourse, place, occurrence, mention, phrase)
        if score is not None and score > scores.get(key, _LEAST):
            scores[key], best[key] = score, occurrence
    ranked = sorted(scores, key=lambda key: -scores[key])
    if not ranked:
        return None
    meant = best[ranked[0]]
    unsure = bool(phrase.lands) and not phrase.lands & discourse.callings(meant.who)  # "the US company"
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < (_CLEAR if unsure else _MARGIN):
        return None
    fits = _fit(discourse, meant, mention, phrase, near=True, leading=True)
    vague = fits < Fit.CALLED and "firm" in phrase.noun.sure  # "the company"
    if (vague or fits <= Fit.LOOSE) and _is_between(discourse, place, meant, leading=fits > Fit.LOOSE):
        return None
    if _is_joined(discourse, meant, scores) or _is_introduced_since(discourse, place, meant, mention.noun):
        return None
    meant.who.body = True  # also "Corvane", which might have been a surname
    return meant.who


def _read(discourse: Discourse, mention: Mention) -> _Phrase | None:
    """What a phrase says; None where it names an owner, or another body than one named before."""
    whole = mention.core.of(discourse.article.text)
    words = [word for word in _WORD.findall(whole)[1:] if not word.endswith("-based")]
    small = [word for word in words if word.islower() and not word.endswith(GENITIVES)]
    noun = wanted(tuple(small[: small.index(mention.noun) + 1] if mention.noun in small else small))
    if noun is None or not _OTHER.isdisjoint(small):
        return None
    before = frozenset(fold(singular(word)) for word in small) - {fold(singular(word)) for word in noun.noun.split()}
    names = {word for word in words if word not in small}
    foreign = (each for each in names if fold(each) in peoples() or _LANDS.fullmatch(each))
    lands = frozenset(map(fold, foreign)) | (before & peoples())
    return _Phrase(noun, before - lands, frozenset(map(fold, names)) - lands, lands)


def _score(
    discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence, mention: Mention, phrase: _Phrase
) -> float | None:
    """How likely a phrase refers to the body of an occurrence; None where it cannot."""
    who = occurrence.who
    if who.handle or who.joint or who.place or who.plural or (who.person and who.noun):
        return None
    apart = discourse.apart(discourse.paragraph(place.start), discourse.paragraph(occurrence.start))
    first = leads(discourse, occurrence)
    spoke = occurrence.speech >= 0
    fits = _fit(discourse, occurrence, mention, phrase, near=not apart, leading=spoke or first)
    callings = discourse.callings(who) | _label(discourse, who)
    reach = _PARAGRAPHS if fits is Fit.CALLED else _FURTHER if spoke else PARAGRAPHS
    hidden = fits is not Fit.CALLED and _is_affiliation(discourse, occurrence)
    if fits is Fit.NO or hidden or apart > reach or not phrase.names <= callings:
        return None
    known = len(phrase.words & callings) + len(phrase.lands & callings)
    unknown = len(phrase.words - callings - entries("modifiers"))
    foreign = phrase.lands and not phrase.lands & callings and callings & peoples()
    if foreign or (fits is Fit.OPEN and unknown):
        return None
    text = discourse.article.text
    subject = (
        first or spoke or _follows_subject(discourse, occurrence) or _HAS_VERB.match(text, occurrence.end) is not None
    )
    score = float(fits) + _SPOKE * spoke + _SUBJECT * subject + _WORD_KNOWN * known + _WORD_UNKNOWN * unknown
    bracketed = _BRACKET.search(text, max(0, occurrence.start - _MEMBER_REACH), occurrence.start) is not None
    return score - _ASIDE * bracketed - min(_FAR, _distance(discourse, place, occurrence))


def _fit(  # noqa: PLR0913 - where a body stands decides whether it fits
    discourse: Discourse, occurrence: Occurrence, mention: Mention, phrase: _Phrase, *, near: bool, leading: bool
) -> Fit:
    """How well a phrase fits the body of an occurrence."""
    who = occurrence.who
    if who.noun:
        known, told = who.label, _label(discourse, who)
        same = known is None or (
            same_owner(discourse, mention.core, known) and same_number(discourse, mention.core, known)
        )
        other = phrase.words and told - {fold(mention.noun), *_DETERMINERS} and not phrase.words & told
        return Fit.CALLED if who.noun == mention.noun and same and not other else Fit.NO
    last = who.words[-1]
    headed = last in table("body_heads") or last in entries("places") or has_inner_capital(last)
    shown = len(who.words) > 1 and who.words[0] not in entries("first_names") and headed
    beside = discourse.beside.get(id(who))
    if beside is None:
        beside = discourse.beside[id(who)] = nouns_beside(discourse.article.text, who.names[:_FEW])
    called = beside and who.words[0] not in entries("first_names")
    if not (shown or called or is_no_person(discourse, occurrence)):
        return Fit.NO
    fits = fit(phrase.noun, who, beside, firm=len(who.words) == 1 and who.words[0] in discourse.companies)
    wide = phrase.noun.noun in table("body_nouns") and phrase.noun.sure
    may = fits is not Fit.OPEN or (wide and (leading or (near and who.body)))
    return fits if may else Fit.NO


def _label(discourse: Discourse, who: Referent) -> set[str]:
    """The words of an unnamed body’s label, folded: "the Dorn sheriff’s office"."""
    return set(map(fold, _WORD.findall(who.label.of(discourse.article.text)))) if who.noun and who.label else set()


def _distance(discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence) -> float:
    """What the sentences and paragraphs between an occurrence and the words of an attribution cost."""
    here, at = discourse.where(min(place.start, discourse.attributions[place.index].spans[0].start))
    stands = discourse.position(occurrence)
    apart = discourse.apart(here, stands.paragraph)
    if apart <= 0:
        return _BETWEEN * max(0, at - stands.sentence)
    return _APART * apart + _AFTER * (stands.after + at)


def _is_affiliation(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Whether a body only says where a person works: "an analyst at Vela Bank", not "the head of Vela Bank"."""
    start = occurrence.start
    member = _MEMBER.search(discourse.article.text, max(0, start - _MEMBER_REACH), start)
    low = "" if member is None else member[1].lower()
    single = bool(low) and role_of(low) is not None and singular(low) == low
    return single and not (low in marked("roles", "executive") or low in _SPEAKS_FOR)


def _follows_subject(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Whether a name is joined by "and" to a subject: "Vela Foods and Delta Foods closed"."""
    near = discourse.names.before(occurrence.start, 1)
    if not near or _AND.fullmatch(discourse.article.text, near[-1].end, occurrence.start) is None:
        return False
    position = discourse.position(occurrence)
    sentence = discourse.sentences(position.paragraph)[position.sentence]
    return near[-1].title - sentence.start <= len("The ")


def _is_joined(discourse: Discourse, occurrence: Occurrence, fitting: dict[int, float]) -> bool:
    """Whether a name is joined by "and" to another that may be of such a body too, so that a singular fits neither."""
    text = discourse.article.text
    join = _AND.match(text, occurrence.end)
    behind = None if join is None else discourse.names.at(join.end())
    near = discourse.names.before(occurrence.start, 1)
    ahead = [name for name in near if _AND.fullmatch(text, name.end, occurrence.start)]
    others = [name for name in (behind, *ahead) if name is not None]
    known = (discourse.roster.find(name) or discourse.phrases.get(fold(name.words[0])) for name in others)
    return any(
        id(who) in fitting if who is not None else len(name.words) == 1 and not (name.place or name.titled)
        for name, who in zip(others, known, strict=True)
    )


def _is_between(discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence, *, leading: bool) -> bool:
    """Whether a single word of unknown kind was named since an occurrence, no place where something happens.

    With `leading` it must begin a sentence.
    """
    text = discourse.article.text
    own = discourse.attributions[place.index].spans
    for name in discourse.names.within(occurrence.end, place.start):
        unknown = len(name.words) == 1 and not (name.place or name.body or name.titled or name.platform)
        known = discourse.roster.find(name) or discourse.phrases.get(fold(name.words[0]))
        other = known is not None or name.words[0] in entries("first_names")
        inside = any(span.covers(name.start) for span in own)
        apart = text.endswith(_WHERE, 0, name.title) or (leading and not begins_sentence(text, name.start))
        if unknown and not (other or inside or apart):
            return True
    return False


def _is_introduced_since(discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence, noun: str) -> bool:
    """Whether the noun introduces another body after an occurrence: "A bank in Lisk fell. … The bank said"."""
    other = indefinite_before(discourse.article.text, place, noun, after=occurrence.end)
    return other is not None and _DESCRIBES.fullmatch(discourse.article.text, occurrence.end, other.start) is None
