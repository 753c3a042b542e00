"""Find whom a description means that fits the main person of the text, or a topic: "the actress", "the blog"."""

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from reader.analysis.voices.names.forms import PAGES, Mention
from reader.analysis.voices.names.lists import entries, fold, gender_told, role_of, table
from reader.analysis.voices.names.roster import Referent, is_named_person, may_be_of
from reader.analysis.voices.resolution.anaphora import answers
from reader.analysis.voices.resolution.discourse import PARAGRAPHS, AnaphorPlace, Discourse
from reader.analysis.voices.resolution.papers import says_little
from reader.analysis.words.grammar import GENITIVES
from reader.model import QuotationKind

_FEW_WORDS = 4  # maximum blanks in a phrase that says little
_FEW_SUBJECTS = 3  # subjects before the phrase that are checked
WORD = re.compile(r"[\w-]+")
AGE = re.compile(r"[\w-]+-year-old")
_VARIED = re.compile(
    rf"the (?:{AGE.pattern}|[\w-]+-(?:born|time)|defending|ex-[\w-]+|former|outgoing|reigning|retired|veteran)\b"
)
_ISSUES = PAGES | {"article", "newspaper", "outlet", "paper", "report", "statement", "story"}
_ANYBODY = frozenset({"man", "person", "woman"})
_NARROWED = re.compile(r" (?:at|from|in|of|on|who|with)\b")
_NEXT = 6  # characters
FORMER = re.compile(r"[Tt]he\sformer\s")
DOERS = ("er", "ist", "man", "smith", "woman", "wright")  # endings of nouns for people that are in no list
_PEOPLES = ("ch", "ese", "ish", "iss", "sh")  # endings of adjectives for a whole people: "the British"


@cache
def peoples() -> frozenset[str]:
    """Return the adjectives for peoples, as compared with words: "french", "polish"."""
    return frozenset(fold(word) for word in entries("demonyms"))


def stand_in(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """Return the previous speaker, where nothing in the phrase says it is another ("the 54-year-old", "the blog")."""
    if not says_little(discourse, mention):
        return None
    if AGE.fullmatch(mention.noun) and _named_since(discourse, place):
        return None
    here = discourse.paragraph(place.start)
    reach = PARAGRAPHS if mention.noun in _ISSUES else 1  # a block may be between a blog and "the blog"
    spoke = (s.who for s in discourse.back(place) if s.speech >= 0 and here - discourse.paragraph(s.start) <= reach)
    near = (who for who in (discourse.speaker_before(place), *spoke) if id(who) not in place.excluded)
    fits = (who for who in near if _fits_vague_noun(who, mention.noun))
    return next(fits, None)


def current_topic(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """Return the current topic, for a phrase that fits many people: "the candidate", "the Vela senator".

    That is the last subject of the paragraph or its only person, the previous speaker, or the last subject. A noun for
    an office only fits a person without a known office, or with only a former one ("the former teacher").
    """
    noun = mention.noun
    phrase = mention.core.of(discourse.article.text).lower()
    lands = peoples().intersection(map(fold, WORD.findall(phrase)))
    if fold(noun) in lands and noun.endswith(_PEOPLES):
        return None
    varied = _VARIED.match(phrase) is not None or bool(lands)
    sort = "anybody" if varied else table("stand_ins").get(noun)
    human = role_of(noun) is not None or noun in table("stand_ins") or fold(noun) in lands
    human = human or noun.endswith(("-old", *DOERS))
    if sort is None or not human or noun in table("bodies") or mention.plural or not phrase.startswith("the "):
        return None
    if any(word.endswith(GENITIVES) for word in phrase.split()):
        return None  # "the state’s party leader"
    if phrase.count(" ") > (1 if sort == "profession" else _FEW_WORDS):
        return None
    if _NARROWED.match(discourse.article.text, mention.core.end, mention.core.end + _NEXT):
        return None  # "the engineer on duty"
    told = _Told(noun, phrase, sort, lands)
    reach = (1,) if answers(discourse, place) else (1, PARAGRAPHS)
    around = (_topic_called(discourse, place, told, paragraphs) for paragraphs in reach)
    return next(filter(None, around), None)


class _Told(NamedTuple):
    """What a phrase for a person says: its noun, itself in lower case, the noun's sort, and the countries in it."""

    noun: str
    phrase: str
    sort: str
    lands: frozenset[str]


def _topic_called(discourse: Discourse, place: AnaphorPlace, told: _Told, paragraphs: int) -> Referent | None:
    """The current topic, as in `current_topic`, among the people who are mentioned some paragraphs back."""
    near = [
        s for s in discourse.back(place, paragraphs=paragraphs) if not (s.owner or s.labels(discourse.article.text))
    ]
    beside = [s for s in near if s.who.person and discourse.paragraph(s.start) == discourse.paragraph(place.start)]
    here = {s.who for s in beside}
    met = (s.who for s in near if s.speech >= 0 or {s.who} == here or "subject" in discourse.position(s).traits)
    before = list(islice(met, _FEW_SUBJECTS * paragraphs))
    leads = [who for who in before[:1] if who in here]
    speaker = discourse.speaker_before(place)
    answered = speaker if answers(discourse, place) else None
    gender = gender_told(told.noun)
    for who in (*leads, speaker, *before):
        if who is None or who is answered or not is_named_person(who) or id(who) in place.excluded:
            continue
        if not may_be_of(who, gender):
            continue
        callings = discourse.callings(who)
        once = told.noun in callings and FORMER.match(told.phrase) is not None
        if once or (told.lands and not told.lands & callings and callings & peoples()):
            continue  # "the former mayor" is not the mayor, "the Kenyan runner" is not Norwegian
        if _can_be_called(discourse, who, told.noun, told.sort):
            return who
    return None


def _can_be_called(discourse: Discourse, who: Referent, noun: str, sort: str) -> bool:
    """Whether a noun can refer to a person; an office of state does not fit a writer or a person with a trade."""
    official = sort == "office" and role_of(noun) == "official"
    if official and any(discourse.attributions[at].kind is QuotationKind.BLOCK for at in who.speeches):
        return False
    kinds = {role_of(word) for word in discourse.callings(who)} - ({None} if official else {None, "person"})
    kinds -= {role_of(noun), "journalist"} if sort == "profession" else set()
    return "journalist" not in kinds if sort in {"anybody", "people"} else not kinds


def _named_since(discourse: Discourse, place: AnaphorPlace) -> bool:
    """Whether the last person in the paragraph before a phrase is its subject and does not speak there."""
    last = next((s for s in discourse.back(place, paragraphs=0) if s.who.person and not s.owner), None)
    return last is not None and last.speech < 0 and "subject" in discourse.position(last).traits


def _fits_vague_noun(referent: Referent | None, noun: str) -> bool:
    """Whether a speaker can be called by a noun that says little: an age, "man", "blog"."""
    if referent is None or referent.handle:
        return False
    if referent.noun:
        is_person = noun in _ANYBODY and referent.person and not referent.plural and referent.noun not in _ANYBODY
        return is_person and may_be_of(referent, gender_told(noun))  # "A customer was angry. “…,” the woman said"
    if referent.person:
        sex = noun in {"man", "woman"} and may_be_of(referent, gender_told(noun))
        title = len(referent.words) == 1 or (noun in PAGES and referent.words[0] not in entries("first_names"))
        return sex or AGE.fullmatch(noun) is not None or (title and noun in _ISSUES)
    return noun in _ISSUES
