"""Resolve a role by a clause that gives it: "As finance minister he …", "Ada Cole, who was mayor until 2019"."""

import re
from bisect import bisect_left

from reader.analysis.voices.names.lists import role_of, singular
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution import anaphora
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse

_MANY = 8  # clauses that are checked for one phrase
_REACH = 60  # maximum characters between a role and its holder
_PRONOUN_BEHIND = re.compile(r",?\s(he|she)\b")
_PRONOUN_BEFORE = re.compile(r"\b(he|she|who)\s(?:\w+\s){0,2}\Z", re.IGNORECASE)
_LINK = re.compile(r"\b(?:[Aa]s|is|was|been|became|becoming|remained|made|named|appointed|elected)\s")
_WORD = re.compile(r"[\w-]+")
_WORDS = 5  # words between the link and the role noun
_FUNCTION_WORDS = frozenset({"and", "at", "by", "for", "from", "in", "of", "on", "that", "to", "until", "who", "with"})
_BREAK = re.compile(r"[.,;:!?”\"\n]")
_APART = re.compile(r"[.;:!?”\"\n]")


def said_to_be(discourse: Discourse, place: AnaphorPlace, nouns: set[str]) -> Referent | None:
    """Return the last person before a place that the text gives one of these role nouns; else None."""
    if discourse.sayings is None:
        discourse.sayings = _role_clauses(discourse.article.text)
    own = discourse.attributions[place.index].spans
    found = sorted(saying for noun in nouns for saying in _before_place(discourse.sayings.get(noun, []), place.start))
    for saying in reversed(found[-_MANY:]):
        if any(span.covers(saying[0]) for span in own):
            continue
        person = _holder(discourse, place, *saying)
        if person is not None and person.person:
            return person
    return None


def _before_place(sayings: list[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    """The last few of the role clauses that end before an offset."""
    index = bisect_left(sayings, (start, 0))
    return [saying for saying in sayings[max(0, index - _MANY) : index] if saying[1] <= start]


def _role_clauses(text: str) -> dict[str, list[tuple[int, int]]]:
    """The clauses of a text that give a role ("As finance minister", "was mayor"), by the role's noun.

    Each place is the start of the word that links the role and the end of its noun.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _LINK.finditer(text):
        for word in _WORD.finditer(text, match.end(), match.end() + _REACH):
            low = word[0].lower()
            if low in _FUNCTION_WORDS:
                break
            gap = text[match.end() : word.start()]
            if gap.count(" ") > _WORDS or _BREAK.search(gap):
                break
            if role_of(low) is not None and singular(low) == low:
                found.setdefault(low, []).append((match.start(), word.end()))
    return found


def _holder(discourse: Discourse, place: AnaphorPlace, start: int, end: int) -> Referent | None:
    """The holder of the role: the subject after "As mayor …, " or before "was mayor"."""
    link = discourse.article.text[start : start + 3]
    if link == "As ":
        return _behind(discourse, place, end)
    named = [
        occurrence.who for occurrence in discourse.between(start, end) if occurrence.who.person and not occurrence.owner
    ]
    if named:
        return named[-1]  # "named Ada Cole chief executive"
    return _before(discourse, place, start) or (_behind(discourse, place, end) if link == "as " else None)


def _behind(discourse: Discourse, place: AnaphorPlace, end: int) -> Referent | None:
    text = discourse.article.text
    pronoun = _PRONOUN_BEHIND.search(text, end, end + _REACH)
    first = next(iter(discourse.between(end, min(place.start, end + _REACH))), None)
    near = pronoun is not None and (first is None or pronoun.start() < first.start)
    if pronoun is not None and near and not _APART.search(text, end, pronoun.start()):
        return _antecedent(discourse, place, pronoun.start(1), pronoun[1])
    return first.who if first is not None and not _APART.search(text, end, first.start) else None


def _before(discourse: Discourse, place: AnaphorPlace, start: int) -> Referent | None:
    text = discourse.article.text
    left = max(0, start - _REACH)
    pronoun = _PRONOUN_BEFORE.search(text, left, start)
    if pronoun is not None and pronoun[1].lower() != "who":
        return _antecedent(discourse, place, pronoun.start(1), pronoun[1].lower())
    near = discourse.between(left, start)
    return near[-1].who if near and not near[-1].owner and not _APART.search(text, near[-1].end, start) else None


def _antecedent(discourse: Discourse, place: AnaphorPlace, start: int, pronoun: str) -> Referent | None:
    return anaphora.person(discourse, AnaphorPlace(place.index, start, place.excluded), "m" if pronoun == "he" else "f")
