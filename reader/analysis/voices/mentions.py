"""What a mention is: a pronoun, a handle, a name with title and apposition, several names, or a noun phrase."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.voices.lists import entries, role_of, singular, table
from reader.analysis.voices.names import Name, Names, scan_text
from reader.model import Span


class Form(StrEnum):
    """How a mention names its source."""

    PRONOUN = "pronoun"
    HANDLE = "handle"
    NAME = "name"
    JOINT = "joint"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention taken apart.

    `span` is the whole phrase; `core` the name, the handle, the pronoun, or the noun phrase without what follows
    it after a comma. `names` are the names that stand for the source (one, several for a joint source, none for
    other forms). `noun` is the head noun in the singular, or the pronoun, in lower case. `definite` phrases refer
    back ("the senator"); `plural` ones speak of several. `role` is a noun phrase before the name, set apart by a
    comma or a dash ("Justice Minister, Ada Cole").
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


PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p", "both": "p",
    "it": "n", "its": "n", "itself": "n", "who": "w", "which": "w", "whom": "w", "whose": "w", "that": "w",
    "i": "1", "me": "1", "my": "1", "myself": "1", "mine": "1", "we": "1", "us": "1", "our": "1", "ourselves": "1",
    "you": "2", "your": "2",
}  # fmt: skip
_LEADING = re.compile(r"(?:(?:according to|as|by|from|in|of|to|for|and|but|on)\s+)+", re.IGNORECASE)
_TRIM = " \t\n,.;:[](){}“”\"'‘’–—-"
_NOTE = re.compile(r"\s*\[[^\]\n]{1,24}\]")
_SEGMENT = re.compile(r"\s*(?:[,;:(–—]|\s-\s|\.\s)\s*")
_PREPOSITION = re.compile(
    r"\b(?:of|for|at|in|from|on|by|with|to|within|who|that|which|whose|when|where|about|against|among|behind|"
    r"inside|near|like|than|led|named|called)\b"
)
_AFTER_NAME = re.compile(
    r"\s*(?:\Z|[^\w\s]|(?:of|for|at|in|from|on|by|with|to|within|who|that|which|whose|when|where|himself|herself|"
    r"itself|themselves|also|and|or|has|had|is|was|later|then|now|earlier|told)\b)"
)
_AND_NAME = re.compile(r"\s*(?:,\s*)?(?:and|&)\s+(?:the\s+)?")
_HANDLE = re.compile(r"[@#]\w[\w.]*")
_BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?\Z")
_IN = re.compile(r"\b(?:in|at|on)\s+(?:the\s+)?\Z")
_LED_BY = re.compile(r"\b(?:led|run|written|edited|kept|authored|maintained|hosted)\s+by\s+(?:[\w-]+\s+){0,3}\Z")
_PHRASE_END = re.compile(
    r"\s(?:of|for|at|in|from|on|by|with|to|within|who|that|which|whose|when|where|about|against|among|behind|inside|"
    r"near|close|familiar|speaking|based|living|working|calling|using|created|seen|published|released|conducted|"
    r"led|named|called|requesting|citing|present|involved|and|or|dated|obtained|written|signed|posted|here|there)\b"
)
_DEFINITE = re.compile(
    r"(?:the|this|that|these|those|both|his|her|their|its|said|another of the|the same|my|our)\s", re.IGNORECASE
)
_ONE_OF = re.compile(r"(?:one|some|many|several|most|all|none|two|three|four|five|any|each|both|others?)\s+of\s+", re.I)
_PLURALS = frozenset(
    "people police media some others many those most several few both all men women children youth everyone "
    "officials netizens two three four staff personnel".split()
)
_OWN_WORKS = frozenset("blog column post tweet article op-ed book letter essay memoir editorial thread comment".split())


def read(text: str, span: Span, head: Span | None, names: Names) -> Mention:
    """Take the mention that `span` covers apart; `head` says where its name or head noun is, if known."""
    start, end = _trimmed(text, span.start, span.end)
    phrase = text[start:end]
    first, _, rest = phrase.lower().partition(" ")
    if first in PRONOUNS and (not rest or rest.split()[0] in {"himself", "herself", "themselves", "itself", "also", "who"}):
        return Mention(span, Span(start, start + len(first)), Form.PRONOUN, noun=first, plural=PRONOUNS[first] == "p")
    handle = _HANDLE.match(text, start, end)
    if handle is not None:
        # A name with a blank after "@" is shown as written: "@Rom Senakant".
        core = Span(start, end) if " " in phrase and phrase.count(" ") < 3 and phrase[-1].isalpha() else Span(*handle.span())  # noqa: PLR2004
        return Mention(span, core, Form.HANDLE, noun=handle[0])
    inside = names.within(start, end) or scan_text(text, start, end)
    segments = _segments(text, start, end)
    found = _by_name(text, span, inside, segments)
    if found is not None:
        return found
    if head is not None:
        hit = [name for name in inside if name.span.overlaps(head) and not name.place and not name.owner]
        if hit and head.end <= hit[-1].end:
            return Mention(span, hit[-1].span, Form.NAME, (hit[-1],))
    return _noun(text, span, segments[0])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The mention without marks and brackets around it and without a preposition before it."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        if text[end - 1] == "." and end - start > 1 and text[end - 2].isupper():
            break
        end -= 1
    lead = _LEADING.match(text, start, end)
    if lead is not None and lead.end() < end:
        start = lead.end()
    return start, end


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a mention between commas, dashes and brackets."""
    parts, position = [], start
    for match in _SEGMENT.finditer(text, start, end):
        if text[match.start()] == "." and text[match.start() - 2 : match.start() - 1] in {" ", ".", ""}:
            continue
        if match.start() > position:
            parts.append((position, match.start()))
        position = match.end()
    if position < end:
        parts.append((position, end))
    return parts or [(start, end)]


def _by_name(text: str, span: Span, inside: tuple[Name, ...], segments: list[tuple[int, int]]) -> Mention | None:
    """The reading of a mention whose source is named in it, None where only a noun phrase says who it is."""
    if not inside:
        return None
    first = segments[0]
    name = _head_name(text, first, inside)
    if name is not None:
        led = _person_behind(text, name, inside)
        if led is not None:
            return Mention(span, led.span, Form.NAME, (led,), outlet=name.span)
        joint = _joint(text, name, inside, segments)
        if len(joint) > 1:
            return Mention(span, Span(joint[0].start, joint[-1].end), Form.JOINT, joint, plural=True)
        return Mention(span, name.span, Form.NAME, (name,))
    noun = _noun(text, span, first)
    for segment in segments[1:]:
        other = _head_name(text, segment, inside)
        if other is None or other.title != segment[0] and other.start != segment[0] or other.place:
            continue
        if (not other.body and (role_of(noun.noun) or _ONE_OF.match(text, *first) or noun.noun in {"one", "man", "woman"})) or (
            other.body and table("bodies").get(noun.noun) == "body"
        ):
            return Mention(span, other.span, Form.NAME, (other,), role=Span(*first))
    return _behind_document(text, span, noun, inside) or _behind_blogger(text, span, noun, inside)


def _head_name(text: str, segment: tuple[int, int], inside: tuple[Name, ...]) -> Name | None:
    """The name that is the head of a segment: not after a preposition, no possessor, no modifier of a noun."""
    start, end = segment
    found = None
    for name in inside:
        if name.start < start or name.end > end:
            continue
        if _PREPOSITION.search(text, start, name.title):
            break
        if found is not None:
            break
        if name.owner or _NOTE.sub("", text[name.start : name.end]) == "":
            continue
        if _AFTER_NAME.match(text, name.end, end) is not None:
            found = name
        elif len(name.words) > 1 and not name.body and not name.place and _human(name):
            found = name
    return found


def _human(name: Name) -> bool:
    return name.words[0] in entries("first_names") or name.titled


def _joint(text: str, name: Name, inside: tuple[Name, ...], segments: list[tuple[int, int]]) -> tuple[Name, ...]:
    """The names that speak together with `name`: "A and B", "A, B and C"."""
    together = [name]
    for other in inside:
        if other.start <= together[-1].end:
            continue
        between = text[together[-1].end : other.title]
        if not _AND_NAME.fullmatch(between) and not (between == ", " and not other.body and not other.place):
            break
        if other.body != name.body or other.place != name.place or other.owner:
            break
        together.append(other)
    if len(together) > 1 and not _AND_NAME.fullmatch(text[together[-2].end : together[-1].title]):
        return (name,)
    if text[together[-1].end : segments[-1][1]].lstrip().startswith(("'s", "’s")):
        return (name,)
    return tuple(together)


def _person_behind(text: str, name: Name, inside: tuple[Name, ...]) -> Name | None:
    """The person who writes the blog that `name` names ("Ruedas, a blog led by Ines Prado")."""
    for other in inside:
        if other.start > name.end and not other.body and _LED_BY.search(text, name.end, other.title):
            return other
    return None


def _behind_document(text: str, span: Span, noun: Mention, inside: tuple[Name, ...]) -> Mention | None:
    """The source of a document: "an investigation by the Herald", "a report in the Herald", "Rachman's column"."""
    if table("bodies").get(noun.noun) != "document" and noun.noun not in _OWN_WORKS:
        return None
    for name in inside:
        lead = text[max(span.start, name.title - 12) : name.title]
        if (_BY.search(lead) and not name.place) or (_IN.search(lead) and is_outlet(name)):
            return Mention(span, name.span, Form.NAME, (name,))
        if name.owner and not name.place and not name.body and noun.noun in _OWN_WORKS:
            return Mention(span, name.span, Form.NAME, (name,))
        if is_outlet(name) and not name.owner and name.end < noun.core.end:
            return Mention(span, name.span, Form.NAME, (name,))
    return None


def _behind_blogger(text: str, span: Span, noun: Mention, inside: tuple[Name, ...]) -> Mention | None:
    """The blog that stands for a writer without a name: "a Guadeloupean blogger at Ruedas"."""
    if noun.noun not in {"blogger", "columnist", "writer", "author", "contributor"}:
        return None
    for name in inside:
        bond = re.search(r"\s+(?:at|from|behind|of)\s+(?:the\s+)?\Z", text[span.start : name.title])
        if bond is not None and not name.place and not name.titled and " ".join(name.words) not in entries("platforms"):
            role = Span(span.start, span.start + bond.start())
            return Mention(span, name.span, Form.NAME, (name,), noun=noun.noun, role=role, outlet=name.span)
    return None


def is_outlet(name: Name) -> bool:
    """Whether a name is a publication's, as far as lists and its last word tell."""
    whole = " ".join(name.words)
    return whole in entries("outlets") or (name.body and name.words[-1] in entries("outlet_heads"))


def _noun(text: str, span: Span, segment: tuple[int, int]) -> Mention:
    """A noun phrase as a mention: its head noun, and whether it is definite and plural."""
    start, end = segment
    phrase = _NOTE.sub("", text[start:end])
    core = Span(start, end)
    inner = _ONE_OF.sub("", phrase)
    cut = _PHRASE_END.search(inner)
    words = (inner[: cut.start()] if cut else inner).split() or phrase.split() or [""]
    noun = words[-1].strip(".,’'")
    low = noun.lower()
    plural = low in _PLURALS or (singular(low) != low and inner is phrase)
    if phrase[:4].lower() in {"one ", "a su"}:
        plural = False
    definite = _DEFINITE.match(phrase) is not None or "’s " in phrase or "'s " in phrase
    return Mention(span, core, Form.NOUN, noun=singular(low) or low, definite=definite, plural=plural)
