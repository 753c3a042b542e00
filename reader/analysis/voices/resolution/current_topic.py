"""Find the person meant by a description that fits several people, such as "the candidate", by the text's topic."""

import re
from functools import cache
from itertools import islice

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, fold, gender_told, role_of, table
from reader.analysis.voices.names.roster import Referent, is_named_person, may_be_of
from reader.analysis.voices.resolution.discourse import PARAGRAPHS, AnaphorPlace, Discourse
from reader.model import QuotationKind

_FEW_WORDS = 4  # maximum blanks in a phrase that says little
_FEW_SUBJECTS = 3  # subjects before the phrase that are checked
WORD = re.compile(r"[\w-]+")
AGE = re.compile(r"[\w-]+-year-old")
_NARROWED = re.compile(r" (?:at|from|in|of|on|who|with)\b")
_NEXT = 6  # characters
DOERS = ("er", "ist", "man", "smith", "woman", "wright")  # endings of nouns for people that are in no list


@cache
def peoples() -> frozenset[str]:
    """Return the adjectives for peoples, as compared with words: "french", "polish"."""
    return frozenset(fold(word) for word in entries("demonyms"))


def current_topic(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """Return the current topic, for a phrase that fits many people: "the candidate", "the Vela senator".

    That is the last subject of the paragraph or its only person, the previous speaker, or the last subject. A noun for
    an office only fits a person without a known office.
    """
    noun = mention.noun
    phrase = mention.core.of(discourse.article.text).lower()
    sort = "anybody" if AGE.fullmatch(noun) else table("stand_ins").get(noun)
    if sort is None or noun in table("bodies") or mention.plural or not phrase.startswith("the "):
        return None
    if phrase.count(" ") > (1 if sort == "profession" else _FEW_WORDS):
        return None
    if _NARROWED.match(discourse.article.text, mention.core.end, mention.core.end + _NEXT):
        return None  # "the engineer on duty"
    around = (_topic_called(discourse, place, noun, sort, paragraphs) for paragraphs in (1, PARAGRAPHS))
    return next(filter(None, around), None)


def _topic_called(discourse: Discourse, place: AnaphorPlace, noun: str, sort: str, paragraphs: int) -> Referent | None:
    """The current topic, as in `current_topic`, among the people who are mentioned some paragraphs back."""
    near = [s for s in discourse.back(place, paragraphs=paragraphs) if not s.owner]
    here = {s.who for s in near if discourse.paragraph(s.start) == discourse.paragraph(place.start)}
    met = (s.who for s in near if s.speech >= 0 or {s.who} == here or "subject" in discourse.position(s).traits)
    before = list(islice(met, _FEW_SUBJECTS * paragraphs))
    leads = [who for who in before[:1] if who in here]
    for who in (*leads, discourse.speaker_before(place), *before):
        if who is None or not is_named_person(who) or id(who) in place.excluded:
            continue
        if may_be_of(who, gender_told(noun)) and _can_be_called(discourse, who, noun, sort):
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
