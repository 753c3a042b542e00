"""Resolve definite phrases ("the senator", "the paper") by the words of earlier introductions."""

import re
from itertools import chain

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, fold, gender_told, is_known_outlet, role_of, table
from reader.analysis.voices.names.roster import Referent, head_word, may_be_of
from reader.analysis.voices.resolution.bodies import is_venue, leads, named_abroad, opens_with
from reader.analysis.voices.resolution.current_topic import AGE, DOERS, FORMER, WORD, current_topic, peoples, stand_in
from reader.analysis.voices.resolution.discourse import PARAGRAPHS, REACH, AnaphorPlace, Discourse, Occurrence
from reader.analysis.voices.resolution.generic_bodies import body_meant, refers_to_body
from reader.analysis.voices.resolution.makers_and_owners import affected, author, maker
from reader.analysis.voices.resolution.offices import OFFICES, holder
from reader.analysis.voices.resolution.papers import is_paper, paper_told
from reader.analysis.voices.resolution.repeated_phrases import indefinite_before, same_number, same_owner
from reader.analysis.voices.resolution.role_clauses import said_to_be
from reader.analysis.voices.resolution.unnamed import INTRODUCES
from reader.model import Span

_PARAGRAPHS = 400
_OWNED = re.compile(r"(?:[Tt]he )?((?:[A-Z][\w-]* ){0,3}[A-Z][\w-]*)[’']s ")
_OF_NAMED = re.compile(r"\sof\s(?:the\s)?(?:[a-z-]+\s){0,3}((?:[A-Z][\w-]* ?){1,3})")
_BLOG_BEFORE = re.compile(r"\b[Bb]log(?:\sis|,)?\s(?:The\s)?\Z")
_WORK = 40  # characters after a possessive in which the work is named
_SAME = ("the same ", "The same ")
_FEW_NAMES = 6  # names of a referent that are checked
_BLOGGER = frozenset({"the author", "the blogger", "the blogger's", "the blogger’s", "the writer"})
_WRITERS = frozenset({"author", "blogger", "columnist", "essayist", "novelist", "writer"})
_OF_MEMBERS = re.compile(r"\sof\s(?:[“\"]?[a-z-]+[”\"]?\s){0,2}?[a-z-]+s\b")
_ONES = frozenset({"another", "one", "second", "third"})
_EXACT = 0.5  # for the noun itself rather than a synonym
_RANK_COST = 0.02
_SPOKE, _PUBLISHED, _HEAD = 0.5, 2.0, 1.5


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
        abroad = (s.who for s in near if is_paper(mention.noun) and named_abroad(s.who.words))
        last = (who for who in spoke if not (who.person and mention.noun in table("bodies")))
        return next(chain(fits, abroad, last), None)
    if refers_to_body(discourse, mention):
        return _group(discourse, place, mention) or body_meant(discourse, place, mention)
    if AGE.fullmatch(mention.noun) and (aged := _of_age(discourse, place, mention.noun.partition("-")[0])) is not None:
        return aged
    synonyms = table("synonyms")
    office = mention.core.of(text).lower().removeprefix("the ")  # "head of state"
    nouns = {mention.noun, *(synonyms.get(office) or synonyms.get(mention.noun, "")).split()}
    words = {fold(word) for word in WORD.findall(mention.core.of(text))} - nouns - {"the"}
    best, last_seen, called = _called(discourse, place, mention, nouns, words)
    if best is not None and len(called) > 1 and mention.noun in OFFICES and not (words or mention.plural):
        best = holder(discourse, place, nouns, best, called)
        if best is None:
            return None
    if not mention.plural and role_of(mention.noun) is not None:
        first = indefinite_before(text, place, mention.noun, after=last_seen + 1)
        if first is not None and same_number(discourse, mention.core, first):
            return _introduced_by(discourse, place, first) or first
        if best is None:
            best = said_to_be(discourse, place, nouns)
    return (
        best
        or _unnamed_speakers(discourse, place, mention)
        or _group(discourse, place, mention)
        or author(discourse, place, mention)
        or maker(discourse, place, mention)
        or affected(discourse, place, mention)
        or _of_blog(discourse, place, mention)
        or stand_in(discourse, place, mention)
        or paper_told(discourse, place, mention)
        or current_topic(discourse, place, mention)
    )


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
) -> tuple[Referent | None, int, list[Occurrence]]:
    """The likeliest referent called by one of the nouns, the place where it was last seen, and all occurrences of such.

    `words` are the other words of the phrase.
    """
    land = words & peoples()
    best, best_score, last_seen = None, 0.0, -1
    opening = opens_with(discourse, place)
    seen: dict[int, Occurrence] = {}
    # Those judged as silent and as speakers: an earlier occurrence never scores higher than a later one.
    judged: tuple[set[Referent], set[Referent]] = set(), set()
    for rank, occurrence in enumerate(discourse.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS)):
        if occurrence.who in judged[occurrence.speech >= 0]:
            continue
        referent, spoke = occurrence.who, occurrence.speech >= 0
        judged[spoke].add(referent)
        if is_venue(occurrence, opening) or not _may_refer(discourse, referent, mention, nouns):
            continue
        known = discourse.callings(referent)
        if land and not land & known and known & peoples():
            continue
        seen.setdefault(id(referent), occurrence)
        score = 2.0 + len(words & known) - _RANK_COST * rank + _position_free_score(referent, mention.noun, spoke=spoke)
        if not spoke and referent.body and leads(discourse, occurrence):
            published = is_paper(mention.noun) and _begins_paragraph(discourse, place, occurrence)
            score += _SPOKE + (_PUBLISHED if published else 0.0)
        score += 1.0 if not referent.speeches and nouns & known and is_paper(mention.noun) else 0.0
        score += _EXACT if any(map(mention.noun.startswith, nouns & known)) else 0.0  # "sen" for "senator" too
        if score > best_score:
            last_seen = occurrence.start if referent is not best else max(last_seen, occurrence.start)
            best, best_score = referent, score
    return best, last_seen, list(seen.values())


def _begins_paragraph(discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence) -> bool:
    """Whether an occurrence begins the paragraph of a place: "The Vela Post agrees. … The paper's editorial …"."""
    stands = discourse.position(occurrence)
    return stands.sentence == 0 and stands.paragraph == discourse.paragraph(place.start)


def _position_free_score(referent: Referent, noun: str, *, spoke: bool) -> float:
    """The part of a score that does not depend on position: the referent spoke, or its name has the noun as head.

    Among publications the one that spoke is preferred to any named after it.
    """
    worth = _SPOKE if spoke else 0.0
    if referent.person or not referent.words:
        return worth
    if table("called").get(noun) == "publication" and spoke and not named_abroad(referent.words):
        worth += _PUBLISHED
    return worth + (_HEAD if noun == fold(head_word(referent.words)) else 0.0)


def _may_refer(discourse: Discourse, referent: Referent, mention: Mention, nouns: set[str]) -> bool:
    """Whether a referent has been called by the noun, with the same number and no other gender."""
    noun = mention.noun
    if referent.plural != mention.plural or _is_former_only(discourse, referent, mention):
        return False
    if referent.noun == noun:
        label, phrase = referent.label, mention.core
        return label is None or (same_owner(discourse, phrase, label) and same_number(discourse, phrase, label))
    if not may_be_of(referent, gender_told(noun)):
        return False
    doer = noun.endswith(DOERS) and noun not in table("bodies")  # not "newspaper"
    if referent.person and (role_of(noun) is not None or doer):
        return bool(nouns & discourse.callings(referent))
    one = referent.person and _noun_before_name(discourse, referent, nouns)
    referent.body = referent.body or one
    if noun not in table("bodies") or referent.person or not (one or _called_by_name(discourse, referent, noun, nouns)):
        return False
    whole = mention.core.of(discourse.article.text)
    owned = _OWNED.match(whole) or _OF_NAMED.search(whole)
    return owned is None or any(fold(word) in discourse.callings(referent) for word in owned[1].split())


def _noun_before_name(discourse: Discourse, referent: Referent, nouns: set[str]) -> bool:
    """Whether a noun for a publication is right before a name without a first name: "the site Lisk Abroad"."""
    known = [noun for noun in nouns if noun in table("called")]
    if not known or not referent.words or referent.words[0] in entries("first_names"):
        return False
    before = tuple(f" {noun} " for noun in known)
    return any(discourse.article.text.endswith(before, 0, name.start) for name in referent.names[:_FEW_NAMES])


def _is_former_only(discourse: Discourse, referent: Referent, mention: Mention) -> bool:
    """Whether a phrase says that an office was held once ("the former governor") and the text doesn't say so."""
    once = mention.noun in OFFICES and FORMER.match(discourse.article.text, mention.core.start) is not None
    return once and "former" not in discourse.callings(referent)


def _called_by_name(discourse: Discourse, referent: Referent, noun: str, nouns: set[str]) -> bool:
    """Whether a body's name has the noun ("the agency"), or its introduction one of `nouns`, the noun and its synonyms.

    For documents only the name counts.
    """
    words = referent.words
    if table("bodies").get(noun) == "document" and noun not in table("called"):
        return noun in map(fold, words)
    heads = {words[-1], head_word(words)} if words else set()
    abroad = named_abroad(words) and bool(referent.speeches)
    known = abroad or (bool(words) and (is_known_outlet(words) or not heads.isdisjoint(entries("outlet_heads"))))
    return (known and is_paper(noun)) or not nouns.isdisjoint(discourse.callings(referent))


def taken_up(discourse: Discourse, place: AnaphorPlace, noun: str, known: Referent) -> bool:
    """Return whether a new person with this noun was introduced since the unnamed `known` one: "another nurse"."""
    if not known.noun or role_of(noun) is None:
        return False
    last = next((m.start for m in reversed(known.mentions) if m.start < place.start), place.start)
    first = indefinite_before(discourse.article.text, place, noun, after=last + 1)
    return first is not None and (known.label is None or first.start != known.label.start)


def _introduced_by(discourse: Discourse, place: AnaphorPlace, phrase: Span) -> Referent | None:
    """The person that an indefinite phrase introduces: the name in apposition to it or described by it."""
    for occurrence in discourse.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        if occurrence.end < phrase.start:
            return (
                occurrence.who if INTRODUCES.fullmatch(discourse.article.text, occurrence.end, phrase.start) else None
            )
    return None


def _unnamed_speakers(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """The last unnamed speakers, for "the sources", or the last one, for "the source".

    Of several, "the official" is the one who spoke last ("One said it leaks. …, the official said").
    """
    if mention.core.of(discourse.article.text).lower() not in {"the source", "the sources"}:
        speaker = discourse.speaker_before(place) if role_of(mention.noun) is not None and not mention.plural else None
        return speaker if speaker is not None and speaker.noun in _ONES else None
    spoke = (s.who for s in discourse.back(place) if s.speech >= 0 and s.start < place.start and s.who.noun)
    near = (who for who in spoke if who.plural == mention.plural and (mention.plural or role_of(who.noun) is not None))
    return next(near, None)


def _group(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Span | None:
    """The indefinite phrase for a body that "the group" repeats, with its "of" phrase: "A group of farmers"."""
    if mention.plural or table("bodies").get(mention.noun) != "body" or mention.noun == "body":
        return None
    text = discourse.article.text
    first = indefinite_before(text, place, mention.noun)
    if first is None or discourse.paragraph(place.start) - discourse.paragraph(first.start) > PARAGRAPHS:
        return None
    members = _OF_MEMBERS.match(text, first.end)
    return None if members is None else Span(first.start, members.end())


def _of_blog(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """The last named blog, for "the blogger": "one blog, Tidal Notes", "the blog Tidal Notes".

    "The author" is the writer who spoke last.
    """
    text = discourse.article.text
    if mention.core.of(text).lower() not in _BLOGGER:
        return None
    last = discourse.speaker_before(place) if mention.noun in {"author", "writer"} else None
    if last is not None and last.person and not _WRITERS.isdisjoint(discourse.callings(last)):
        return last
    here = discourse.paragraph(place.start)
    for occurrence in discourse.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        who = occurrence.who
        if not who.speeches and here - discourse.paragraph(occurrence.start) > PARAGRAPHS:
            continue
        if any(_BLOG_BEFORE.search(text, max(0, n.start - _WORK), n.start) for n in who.names[:_FEW_NAMES]):
            return who
    return None
