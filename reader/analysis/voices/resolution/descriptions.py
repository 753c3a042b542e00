"""Resolve definite phrases ("the senator", "the paper") by the words of earlier introductions."""

import re
from itertools import chain

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, fold, gender_told, is_known_outlet, role_of, table
from reader.analysis.voices.names.roster import Referent, head_word, may_be_of
from reader.analysis.voices.resolution.bodies import is_venue, leads, named_abroad, opens_with
from reader.analysis.voices.resolution.generic_bodies import body_meant, refers_to_body
from reader.analysis.voices.resolution.makers_and_owners import affected, author, maker
from reader.analysis.voices.resolution.offices import OFFICES, holder
from reader.analysis.voices.resolution.papers import is_paper, paper_told
from reader.analysis.voices.resolution.protagonist import AGE, DOERS, FORMER, WORD, peoples, protagonist, stand_in
from reader.analysis.voices.resolution.repeated_phrases import indefinite_before, same_number, same_owner
from reader.analysis.voices.resolution.role_clauses import said_to_be
from reader.analysis.voices.resolution.scene import PARAGRAPHS, REACH, Scene, ScenePlace, Sighting
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


def described(scene: Scene, place: ScenePlace, mention: Mention) -> Referent | Span | None:
    """Return the referent of a definite phrase, or the span of an indefinite phrase that is nearer; else None.

    The referent has been called by the phrase's noun or a synonym. Each other word of the phrase that is known of it
    counts for it, and a country in the phrase ("the Kenyan leader") must not be a different one. Where an indefinite
    phrase with the same noun is nearer ("an anonymous author"), its span is the answer.
    """
    text = scene.article.text
    if text.startswith(_SAME, mention.core.start):
        near = scene.back(place)
        spoke = [s.who for s in near if s.speech >= 0]
        fits = (who for who in (*spoke, *(s.who for s in near)) if _may_refer(scene, who, mention, {mention.noun}))
        abroad = (s.who for s in near if is_paper(mention.noun) and named_abroad(s.who.words))
        last = (who for who in spoke if not (who.person and mention.noun in table("bodies")))
        return next(chain(fits, abroad, last), None)
    if refers_to_body(scene, mention):
        return _group(scene, place, mention) or body_meant(scene, place, mention)
    if AGE.fullmatch(mention.noun) and (aged := _of_age(scene, place, mention.noun.partition("-")[0])) is not None:
        return aged
    synonyms = table("synonyms")
    office = mention.core.of(text).lower().removeprefix("the ")  # "head of state"
    nouns = {mention.noun, *(synonyms.get(office) or synonyms.get(mention.noun, "")).split()}
    words = {fold(word) for word in WORD.findall(mention.core.of(text))} - nouns - {"the"}
    best, last_seen, called = _called(scene, place, mention, nouns, words)
    if best is not None and len(called) > 1 and mention.noun in OFFICES and not (words or mention.plural):
        best = holder(scene, place, nouns, best, called)
        if best is None:
            return None
    if not mention.plural and role_of(mention.noun) is not None:
        first = indefinite_before(text, place, mention.noun, after=last_seen + 1)
        if first is not None and same_number(scene, mention.core, first):
            return _introduced_by(scene, place, first) or first
        if best is None:
            best = said_to_be(scene, place, nouns)
    return (
        best
        or _unnamed_speakers(scene, place, mention)
        or _group(scene, place, mention)
        or author(scene, place, mention)
        or maker(scene, place, mention)
        or affected(scene, place, mention)
        or _of_blog(scene, place, mention)
        or stand_in(scene, place, mention)
        or paper_told(scene, place, mention)
        or protagonist(scene, place, mention)
    )


def _of_age(scene: Scene, place: ScenePlace, age: str) -> Referent | None:
    """The person that "the 54-year-old" refers to: "Ada Cole, 54," or "54-year-old Ada Cole"."""
    text = scene.article.text
    behind = (f", {age},", f", {age}.", f" ({age})", f", a {age}-year-old ", f", an {age}-year-old ")
    for sighting in scene.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        if sighting.who.person:
            before = text[max(0, sighting.start - _WORK) : sighting.start]
            if text.startswith(behind, sighting.end) or f"{age}-year-old " in before:
                return sighting.who
    return None


def _called(
    scene: Scene, place: ScenePlace, mention: Mention, nouns: set[str], words: set[str]
) -> tuple[Referent | None, int, list[Sighting]]:
    """The likeliest referent called by one of the nouns, the place where it was last seen, and all sightings of such.

    `words` are the other words of the phrase.
    """
    land = words & peoples()
    best, best_score, last_seen = None, 0.0, -1
    opening = opens_with(scene, place)
    seen: dict[int, Sighting] = {}
    # Those judged as silent and as speakers: an earlier sighting never scores higher than a later one.
    judged: tuple[set[Referent], set[Referent]] = set(), set()
    for rank, sighting in enumerate(scene.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS)):
        if sighting.who in judged[sighting.speech >= 0]:
            continue
        referent, spoke = sighting.who, sighting.speech >= 0
        judged[spoke].add(referent)
        if is_venue(sighting, opening) or not _may_refer(scene, referent, mention, nouns):
            continue
        known = scene.callings(referent)
        if land and not land & known and known & peoples():
            continue
        seen.setdefault(id(referent), sighting)
        score = 2.0 + len(words & known) - _RANK_COST * rank + _position_free_score(referent, mention.noun, spoke=spoke)
        if not spoke and referent.body and leads(scene, sighting):
            published = is_paper(mention.noun) and _begins_paragraph(scene, place, sighting)
            score += _SPOKE + (_PUBLISHED if published else 0.0)
        score += 1.0 if not referent.speeches and nouns & known and is_paper(mention.noun) else 0.0
        score += _EXACT if any(map(mention.noun.startswith, nouns & known)) else 0.0  # "sen" for "senator" too
        if score > best_score:
            last_seen = sighting.start if referent is not best else max(last_seen, sighting.start)
            best, best_score = referent, score
    return best, last_seen, list(seen.values())


def _begins_paragraph(scene: Scene, place: ScenePlace, sighting: Sighting) -> bool:
    """Whether a sighting begins the paragraph of a place: "The Vela Post agrees. … The paper's editorial …"."""
    stands = scene.standing(sighting)
    return stands.sentence == 0 and stands.paragraph == scene.paragraph(place.start)


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


def _may_refer(scene: Scene, referent: Referent, mention: Mention, nouns: set[str]) -> bool:
    """Whether a referent has been called by the noun, with the same number and no other gender."""
    noun = mention.noun
    if referent.plural != mention.plural or _is_former_only(scene, referent, mention):
        return False
    if referent.noun == noun:
        label, phrase = referent.label, mention.core
        return label is None or (same_owner(scene, phrase, label) and same_number(scene, phrase, label))
    if not may_be_of(referent, gender_told(noun)):
        return False
    doer = noun.endswith(DOERS) and noun not in table("bodies")  # not "newspaper"
    if referent.person and (role_of(noun) is not None or doer):
        return bool(nouns & scene.callings(referent))
    one = referent.person and _noun_before_name(scene, referent, nouns)
    referent.body = referent.body or one
    if noun not in table("bodies") or referent.person or not (one or _called_by_name(scene, referent, noun, nouns)):
        return False
    whole = mention.core.of(scene.article.text)
    owned = _OWNED.match(whole) or _OF_NAMED.search(whole)
    return owned is None or any(fold(word) in scene.callings(referent) for word in owned[1].split())


def _noun_before_name(scene: Scene, referent: Referent, nouns: set[str]) -> bool:
    """Whether a noun for a publication is right before a name without a first name: "the site Lisk Abroad"."""
    known = [noun for noun in nouns if noun in table("called")]
    if not known or not referent.words or referent.words[0] in entries("first_names"):
        return False
    before = tuple(f" {noun} " for noun in known)
    return any(scene.article.text.endswith(before, 0, name.start) for name in referent.names[:_FEW_NAMES])


def _is_former_only(scene: Scene, referent: Referent, mention: Mention) -> bool:
    """Whether a phrase says that an office was held once ("the former governor") and the text doesn't say so."""
    once = mention.noun in OFFICES and FORMER.match(scene.article.text, mention.core.start) is not None
    return once and "former" not in scene.callings(referent)


def _called_by_name(scene: Scene, referent: Referent, noun: str, nouns: set[str]) -> bool:
    """Whether a body's name has the noun ("the agency"), or its introduction one of `nouns`, the noun and its synonyms.

    For documents only the name counts.
    """
    words = referent.words
    if table("bodies").get(noun) == "document" and noun not in table("called"):
        return noun in map(fold, words)
    heads = {words[-1], head_word(words)} if words else set()
    abroad = named_abroad(words) and bool(referent.speeches)
    known = abroad or (bool(words) and (is_known_outlet(words) or not heads.isdisjoint(entries("outlet_heads"))))
    return (known and is_paper(noun)) or not nouns.isdisjoint(scene.callings(referent))


def taken_up(scene: Scene, place: ScenePlace, noun: str, known: Referent) -> bool:
    """Return whether a new person with this noun was introduced since the unnamed `known` one: "another nurse"."""
    if not known.noun or role_of(noun) is None:
        return False
    last = next((m.start for m in reversed(known.mentions) if m.start < place.start), place.start)
    first = indefinite_before(scene.article.text, place, noun, after=last + 1)
    return first is not None and (known.label is None or first.start != known.label.start)


def _introduced_by(scene: Scene, place: ScenePlace, phrase: Span) -> Referent | None:
    """The person that an indefinite phrase introduces: the name in apposition to it or described by it."""
    for sighting in scene.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        if sighting.end < phrase.start:
            return sighting.who if INTRODUCES.fullmatch(scene.article.text, sighting.end, phrase.start) else None
    return None


def _unnamed_speakers(scene: Scene, place: ScenePlace, mention: Mention) -> Referent | None:
    """The last unnamed speakers, for "the sources", or the last one, for "the source".

    Of several, "the official" is the one who spoke last ("One said it leaks. …, the official said").
    """
    if mention.core.of(scene.article.text).lower() not in {"the source", "the sources"}:
        speaker = scene.speaker_before(place) if role_of(mention.noun) is not None and not mention.plural else None
        return speaker if speaker is not None and speaker.noun in _ONES else None
    spoke = (s.who for s in scene.back(place) if s.speech >= 0 and s.start < place.start and s.who.noun)
    near = (who for who in spoke if who.plural == mention.plural and (mention.plural or role_of(who.noun) is not None))
    return next(near, None)


def _group(scene: Scene, place: ScenePlace, mention: Mention) -> Span | None:
    """The indefinite phrase for a body that "the group" repeats, with its "of" phrase: "A group of farmers"."""
    if mention.plural or table("bodies").get(mention.noun) != "body" or mention.noun == "body":
        return None
    text = scene.article.text
    first = indefinite_before(text, place, mention.noun)
    if first is None or scene.paragraph(place.start) - scene.paragraph(first.start) > PARAGRAPHS:
        return None
    members = _OF_MEMBERS.match(text, first.end)
    return None if members is None else Span(first.start, members.end())


def _of_blog(scene: Scene, place: ScenePlace, mention: Mention) -> Referent | None:
    """The last named blog, for "the blogger": "one blog, Tidal Notes", "the blog Tidal Notes".

    "The author" is the writer who spoke last.
    """
    text = scene.article.text
    if mention.core.of(text).lower() not in _BLOGGER:
        return None
    last = scene.speaker_before(place) if mention.noun in {"author", "writer"} else None
    if last is not None and last.person and not _WRITERS.isdisjoint(scene.callings(last)):
        return last
    here = scene.paragraph(place.start)
    for sighting in scene.back(place, reach=2 * REACH, paragraphs=_PARAGRAPHS):
        who = sighting.who
        if not who.speeches and here - scene.paragraph(sighting.start) > PARAGRAPHS:
            continue
        if any(_BLOG_BEFORE.search(text, max(0, n.start - _WORK), n.start) for n in who.names[:_FEW_NAMES]):
            return who
    return None
