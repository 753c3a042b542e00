"""Parse the form of a mention: trimmed ends, parts between commas, head noun, dateline."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reader.analysis.voices.names.capitalised_runs import POINTED
from reader.analysis.voices.names.lists import entries, is_somebodys, role_of, singular, table
from reader.analysis.voices.names.names import Name
from reader.model import Span


class Form(StrEnum):
    """The form in which a mention names its source."""

    PRONOUN = "pronoun"
    HANDLE = "handle"
    NAME = "name"
    JOINT = "joint"
    NOUN = "noun"


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class Mention:
    """A parsed mention.

    `span` is the whole phrase; `core` is the name, the handle, the pronoun, or the noun phrase without what follows it
    after a comma. `names` are the names of the source (one, several for a joint source, none for other forms). `noun`
    is the head noun in the singular, or the pronoun, in lower case. `definite` phrases refer back ("the senator");
    `plural` ones refer to several. `role` is a noun phrase before the name, separated by a comma or a dash ("Justice
    Minister, Ada Cole").
    """

    span: Span
    core: Span
    form: Form
    names: tuple[Name, ...] = ()
    noun: str = ""
    definite: bool = False
    plural: bool = False
    role: Span | None = None
    outlet: Span | None = None


PRONOUNS = table("pronouns")
"""Pronouns with their class: "m", "f", "plural", "thing", "relative", "first" or "second"."""

POSSESSIVES = frozenset({"her", "his", "its", "their"})
NOTE = re.compile(r"\s*\[[^\]\n]{1,24}\]")
"""A note such as "[es]", with the blank before it."""

_DATELINE = re.compile(r"(?:[A-Z][A-Z.’'-]+,?\s)+(?:\([^)\n]{2,20}\)\s)?(?:[A-Z][a-z.]+\s)?[–—]\s(?=\w)")
_SUBJECT = 160  # maximum characters of a subject after a dateline
_TRIM = " \t\n,.;:[](){}“”\"'‘’–—-"
_MONTHS = frozenset(
    {"Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec."}
)  # "a Nov. 5 letter"
_ABBREVIATED = r"(?<!\b[^\W\d_]\.)" + "".join(rf"(?<!\b{re.escape(title)})" for title in sorted(POINTED | _MONTHS))
_SEGMENT = re.compile(rf"\s*(?:[;:(–—]|,(?!\d)|\s-\s|\.{_ABBREVIATED}\s)\s*")
BEHIND_HEAD = (
    "of|for|at|in|from|on|by|with|to|within|who|that|which|whose|when|where|about|against|among|behind|inside|near"
    "|including|such"
)
"""The prepositions and relatives that continue a noun phrase after its head, as a part of a pattern."""

_OWNER = re.compile(r".*(?:['’]s|s['’]) (?=[a-z])")
_ADJECTIVE = re.compile(r"(?:[Aa]n?|[Tt]he)\s[a-z-]+,\s(?!(?:an?|the|who|which|whose|in|on|at|of|for|with)\s)[a-z]")
_PHRASE_END = re.compile(
    rf"\s(?:{BEHIND_HEAD}|close|familiar|speaking|based|living|working|calling|using|created|seen|published|released"
    r"|conducted|led|named|called|requesting|citing|present|involved|and|or|dated|obtained|written|signed|posted|here"
    r"|there|[a-z]{3,}ing\s(?:an?|her|his|its|my|our|the|their|with)"
    rf"|(?<=s\s)[a-z]{{3,}}ing\s(?:off|out|outside|through|{BEHIND_HEAD}))\b"
)
PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|wn|ing|en)|kept|led|made|run|sent|set|told")
"""A participle after a noun: "a driver *hired* in May", "a charity *set* up"."""

_JOINT = re.compile(r"(?<!\S)([a-z-]+) and (?=[a-z])")
_DEFINITE = re.compile(
    r"(?:the|this|that|these|those|both|his|her|their|its|said|another of the|the same|my|our)\s", re.IGNORECASE
)
ONE_OF = re.compile(
    r"\b(?:one|some|many|several|most|all|none|two|three|four|five|any|each|both|others?)\s+of\s+", re.IGNORECASE
)
_QUANTITY = re.compile(
    r"(?:an?\s(?:\w+\s)?(?:couple|dozen|few|handful|lot|majority|number|pair|string)|dozens|hundreds|lots|millions|plenty|"
    r"scores|thousands)\s+of\s+",
    re.IGNORECASE,
)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the mention without surrounding marks and brackets and without a dateline."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        if text[end - 1] == "." and end - start > 1 and text[end - 2].isupper():
            break
        end -= 1
    lead = _DATELINE.match(text, start, end)
    return start if lead is None else lead.end(), end


def between_commas(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a mention between commas, dashes and brackets."""
    parts, position = [], start
    for match in _SEGMENT.finditer(text, start, end):
        if match.start() > position:
            parts.append((position, match.start()))
        position = match.end()
    if position < end:
        parts.append((position, end))
    if len(parts) > 1 and _ADJECTIVE.fullmatch(text, parts[0][0], parts[1][0] + 1) and _no_noun(text, parts[0]):
        parts[:2] = [(parts[0][0], parts[1][1])]  # "an independent, professional auditor"
    return parts or [(start, end)]


def _no_noun(text: str, segment: tuple[int, int]) -> bool:
    """Whether the last word of a part is no noun for a person or body."""
    word = text[segment[0] : segment[1]].rpartition(" ")[2].lower()
    plural = word in entries("plurals") or word.endswith("s")
    return not (plural or is_somebodys(word))


def _is_source_noun(word: str) -> bool:
    return word.islower() and (is_somebodys(singular(word)) or word in entries("plurals"))


def noun_phrase(text: str, span: Span, segment: tuple[int, int]) -> Mention:
    """Return a noun phrase as a mention: its head noun, and whether it is definite and plural."""
    start, end = segment
    noun, definite, plural = _head(text[start:end])
    return Mention(span, Span(start, end), Form.NOUN, noun=noun, definite=definite, plural=plural)


@lru_cache(maxsize=1024)  # several readings of a mention ask for it, and texts repeat their phrases
def _head(phrase: str) -> tuple[str, bool, bool]:
    """The head noun of a phrase, and whether the phrase is definite and plural."""
    phrase = NOTE.sub("", phrase) if "[" in phrase else phrase
    phrase = _QUANTITY.sub("", phrase) if "of" in phrase.lower() else phrase
    several = ONE_OF.sub("", phrase) if "of" in phrase.lower() else phrase
    whole = several[: _after_role(several)]
    inner = _OWNER.sub("", whole)
    inner = inner[_shared_noun(inner) :]
    cut = _PHRASE_END.search(inner)
    words = (inner[: cut.start()] if cut else inner).split() or phrase.split() or [""]
    if cut and len(words) > 2 and PARTICIPLE.fullmatch(words[-1]) and _is_source_noun(words[-2]):  # noqa: PLR2004 - "the" and a noun before it
        words.pop()  # "a driver hired in May", "a letter signed by"
    noun = words[-1].strip(".,’'")
    low = noun.lower()
    single = singular(low)
    single = low if single in entries("speechless") and low in table("bodies") else single  # "the minutes"
    plural = low in entries("plurals") or (single != low and several == phrase)
    if phrase[:4].lower() in {"one ", "a su"}:
        plural = False
    return single or low, _DEFINITE.match(phrase) is not None or inner != whole, plural


def _shared_noun(phrase: str) -> int:
    """Where the last of several modifiers of one noun begins, else 0: "current employees" in "past and current …"."""
    joint = _JOINT.search(phrase)
    if joint is None or _is_source_noun(joint[1]) or singular(joint[1]) != joint[1].lower():
        return 0
    cut = _PHRASE_END.search(phrase, joint.end())
    last = phrase[joint.end() : None if cut is None else cut.start()].split()[-1:]
    return joint.end() if last and _is_source_noun(last[0]) else 0


def _after_role(phrase: str) -> int | None:
    """Where a phrase continues after a role; a possessive there does not own the head: "a guard at Ada’s bank"."""
    cut = _PHRASE_END.search(phrase)
    words = [] if cut is None else phrase[: cut.start()].split()
    return cut.start() if cut is not None and words and words[-1].islower() and role_of(words[-1]) is not None else None


def behind_dateline(text: str, span: Span, cue: Span | None) -> Span:
    """Return the subject after a dateline ("LIMA — The mayor, Ada Cole, said"), else the mention as given."""
    start = span.end + 3
    dash = text[span.end : start] in {" — ", " – ", " - "} and text[max(0, span.start - 1) : span.start] in {"", "\n"}
    if not dash or cue is None or not start < cue.start <= start + _SUBJECT:
        return span
    if not span.of(text).partition("(")[0].strip().isupper():
        return span
    return Span(start, cue.start - 1)


_POSTED = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Tt]h[ai]t|[Tt]his)\s(?:[a-z]+\s)?(?:comment|entry|message|note|notice|post|statement|update)\s"
    r"(?:posted\s|published\s)?(?:on|to)\s(her|his|its|their)\s(?:[\w-]+\s){0,2}?(?:account|blog|channel|feed|page|(?:web)?site)\b"
)


def possessor(text: str, mention: Mention) -> str:
    """Return the class of the possessive pronoun in a phrase ("his column", "one of her posts"); "" for none."""
    posted = _POSTED.match(text, mention.core.start)
    if posted is not None:
        return PRONOUNS[posted[1]]
    first = ONE_OF.sub("", mention.core.of(text)).split(" ", 1)[0].lower()
    owned = mention.noun in entries("works") and first in POSSESSIVES
    return PRONOUNS[first] if owned else ""
