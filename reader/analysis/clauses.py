"""Content to the right of a cue: that-clauses, marks, bare clauses, infinitives, labels and objects."""

from dataclasses import dataclass

from reader.analysis.boundaries import REACH, clause_end
from reader.analysis.cues import Cue
from reader.analysis.grammar import (
    ADDRESSED,
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    OBJECTS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    TIME,
    WH,
    contracted,
    cue_verbs,
    is_adverb,
)
from reader.analysis.predicates import opens_clause, plain_clause, predicates
from reader.analysis.units import ASIDE, NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.verbs import finite_at, finite_between

_BEFORE_MARKS = frozenset({",", ":", "that", "-", "–", "—", "“”"})
_NO_VERBS = frozenset({"set", "cut", "show", "meeting", "left"})
_LABELLED = frozenset({"it", "this", "him", "her", "them", "the", "these", "that"})
_NAMING = frozenset({"call", "label", "dub", "brand", "term", "deem"})
_LONG_MARKS = 12  # words that are a clause of their own
_LABEL_REACH = 12
_OBJECT_REACH = 13
_PLACE_REACH = 5
_CLAUSAL = frozenset({"say", "argue", "believe", "claim", "insist", "think", "hope", "suspect", "warn", "add"})
_SAID = 4  # tokens behind "said" that are more than a word or two
_CLAUSE = 30  # tokens in which a clause has its verb
_PERSON = 8  # tokens of the person asked or told


@dataclass(frozen=True, slots=True)
class Content:
    """The tokens `first` to `last` (both included) that a cue presents; `how` names the construction.

    "that", "bare", "wh", "infinitive", "marks" (a marked stretch alone), "object" (a noun phrase with marks), "label"
    (what something is called), "colon" (what follows a colon in the same sentence), "left" (what the cue closes).
    """

    first: int
    last: int
    how: str


def right(u: Unit, cue: Cue, limit: int, *, whole: bool = False) -> Content | None:
    """What stands to the right of the cue as its content, before token `limit`.

    `whole` takes what is called something into the content of "called X “Y”", not only the marked name.
    """
    index = cue.last + 1
    while index < limit and (
        u.kinds[index] == ASIDE or (u.kinds[index] == WORD and u.low[index] in ADVERBS - DETERMINERS)
    ):
        index += 1
    if index < limit:
        index = _dated(u, index, limit)
    if index >= limit:
        return None
    label = _label(u, cue, index, limit) if "l" in cue.frames else None
    if whole and label is not None and label.how == "label" and label.first > index and u.kinds[label.first] == QUOTE:
        what = any(u.low[i] == "what" for i in range(max(0, cue.group - 6), cue.group))
        label = label if what else Content(index, clause_end(u, index, limit), "object")
    return (
        label or _introduced(u, cue, index, limit) or (_clause(u, cue, index, limit) if cue.shape == "verb" else None)
    )


def _clause(u: Unit, cue: Cue, index: int, limit: int) -> Content | None:
    """A clause or phrase right behind the verb that neither "that" nor marks introduce."""
    frames, low = cue.frames, u.low[index]
    if u.low[index : index + 3] == ["the", "fact", "that"] and "o" in frames:
        return Content(index, clause_end(u, index, limit), "that")
    too = index + 2 < limit and u.low[index + 2] in {"too", "like", "also"}
    if low in {"he", "she", "they"} and index + 1 < limit and u.kinds[index + 1] == STOP and not too:
        return None
    wh = _asked(u, cue, index, limit) if "w" in frames else None
    if wh is not None:
        return Content(wh, clause_end(u, wh, limit), "wh")
    to = _infinitive(u, cue, index, limit) if "i" in frames else None
    if to is not None:
        return Content(to, clause_end(u, to, limit), "infinitive")
    if "b" in frames and not cue.passive:
        begin = _addressed(u, cue, index, limit)
        if _bare(u, cue, begin, limit):
            return Content(begin, clause_end(u, begin, limit), "bare")
    return _object(u, index, limit) if "q" in frames else None


def _bare(u: Unit, cue: Cue, begin: int, limit: int) -> bool:
    """Whether a clause without "that" begins at `begin`: told by its verb, by "say", or by a lost subject."""
    if opens_clause(u, begin, limit) or (cue.verb.kind in {"saying", "thinking"} and plain_clause(u, begin, limit)):
        return True
    if begin >= limit or u.kinds[begin] not in {WORD, NAME, NUMBER}:
        return False
    if u.low[begin] in PERSONAL and u.low[begin + 1 : begin + 4 : 2] == [",", ","]:
        return finite_between(u, begin + 4, min(limit - 1, begin + _PERSON))
    if finite_at(u, begin) and u.low[begin] in AUXILIARIES and begin == cue.last + 1:
        return begin + 2 < limit
    if cue.verb.lemma not in _CLAUSAL or u.low[begin] in PREPOSITIONS or u.low[begin] in CONJUNCTIONS:
        return False
    long = limit - begin > _SAID
    opening = u.kinds[begin] != WORD or u.low[begin] in DETERMINERS or u.low[begin] in POSSESSIVES
    opening = opening or u.low[begin] in {"if", "when"} or u.low[begin].endswith("s")
    return opening and long and finite_between(u, begin + 1, min(limit - 1, begin + _CLAUSE))


def _asked(u: Unit, cue: Cue, index: int, limit: int) -> int | None:
    """The "whether", "what" or "how" behind the cue, past the person asked or told."""
    if u.low[index] in WH and u.low[index] != "who":
        return index
    if cue.verb.lemma not in ADDRESSED or cue.verb.kind != "asking":
        return None
    for at in range(index + 1, min(limit, index + _PERSON)):
        if u.low[at] in WH - {"that", "who", "which", "whom", "whose"}:
            return at
        if u.kinds[at] in {STOP, QUOTE} or finite_at(u, at):
            return None
    return None


def _introduced(u: Unit, cue: Cue, index: int, limit: int) -> Content | None:  # noqa: PLR0911 - one return a reason
    """A that-clause, or a marked stretch after the cue, a comma or a colon, across an addressee, place or time."""
    previous = ","
    for at in range(index, min(limit, index + REACH)):
        low = u.low[at]
        if u.kinds[at] == QUOTE:
            return _marks(u, at, limit) if _introduces(cue, index, at, previous) else None
        if low == "that" and "t" in cue.frames:
            if at + 1 < limit and (
                u.low[at + 1] == "of"
                or (u.low[at + 1] == "," and at + 2 < limit and u.low[at + 2] in COORDINATORS)
                or not predicates(u, at, limit)
            ):
                return None
            if at + 1 >= limit or not finite_at(u, at + 1) or u.low[at + 1] in _NO_VERBS:
                return (
                    _that(u, cue, index, at, limit) if at == index or previous != "," or u.low[index] == "," else None
                )
        elif low == ":" and at + 1 < limit and u.kinds[at + 1] != QUOTE:
            named = at > index and u.kinds[index] != ASIDE and u.low[index] not in PREPOSITIONS
            if named and cue.verb.lemma not in ADDRESSED:
                return None
            return Content(at + 1, clause_end(u, at + 1, limit, whole=True), "colon")
        elif _stops(u, index, at, limit):
            return None
        if u.kinds[at] != ASIDE:
            previous = low
    return None


def _introduces(cue: Cue, index: int, at: int, previous: str) -> bool:
    """Whether marks at `at` are what the cue presents: right behind it, or behind a comma, a colon, "with"."""
    if "q" not in cue.frames and "l" not in cue.frames:
        return False
    return at == index or previous in _BEFORE_MARKS or (previous in {"with", "of"} and at - index <= 3)  # noqa: PLR2004 - "cries of"


def _stops(u: Unit, index: int, at: int, limit: int) -> bool:
    """Whether the token at `at` parts the cue from anything further right."""
    low, kind = u.low[at], u.kinds[at]
    following = u.low[at + 1] if at + 1 < limit else ""
    if kind == STOP and low in {";", ":"}:
        return not (at + 1 < limit and u.kinds[at + 1] == QUOTE)
    if at > index and kind == WORD and low in FINITE and low not in _NO_VERBS:
        return True
    if (low in COORDINATORS and following in cue_verbs()) or (at > index and low in {"adding", "saying", "telling"}):
        return True
    if low == "as" and (following == "having" or (following.endswith("ing") and following in cue_verbs())):
        return True
    return low == "," and following.endswith("ing") and following in cue_verbs()


def _that(u: Unit, cue: Cue, index: int, at: int, limit: int) -> Content | None:
    """The clause that begins with the "that" at `at`, unless that is a relative one on an object."""
    if at > index and (_relative(u, cue, index, at) or _points(u, at, limit)):
        return None
    if at + 1 < limit and u.kinds[at + 1] == QUOTE:
        content = u.text[u.starts[at + 1] : u.ends[at + 1]]
        if at + 2 >= limit or content[-2:-1] in {",", ".", "!", "?"} or content.count(" ") >= _LONG_MARKS:
            return Content(at, at + 1, "that")
    return Content(at, clause_end(u, at, limit), "that")


def _points(u: Unit, at: int, limit: int) -> bool:
    """Whether "that" only points at the noun behind it (“promised us that clerk when the office closed”)."""
    if at + 1 < limit and (u.low[at + 1] in PERSONAL or u.low[at + 1] in DETERMINERS or contracted(u.low[at + 1])):
        return False
    for index in range(at + 2, min(limit, at + 5)):
        if u.low[index] in {"when", "where", "who", "for", "in", "of"}:
            return not finite_between(u, at + 1, index - 1) and u.low[at - 1] in OBJECTS
    return False


def _relative(u: Unit, cue: Cue, index: int, at: int) -> bool:
    """Whether a "that" some words behind the cue begins a relative clause on an object, not the content."""
    if u.low[index] in PREPOSITIONS or u.low[index] in OBJECTS or cue.verb.lemma in ADDRESSED:
        told = u.low[at - 1] in OBJECTS or u.kinds[at - 1] == NAME
        return at + 1 < len(u) and finite_at(u, at + 1) and not told
    return u.low[index] != "," and not (at - index == 1 and is_adverb(u.low[index]))


def _marks(u: Unit, at: int, limit: int) -> Content:
    """A marked stretch that is the content, with the rest of the clause when that runs on from it."""
    following = at + 1
    if following >= limit or u.kinds[following] not in {WORD, NAME} or u.text[u.ends[at] - 2] in ".!?,":
        return Content(at, at, "marks")
    low = u.low[following]
    third = u.low[following + 1] if following + 1 < limit else ""
    joined = low in {"or", "of", "that", "for", "about", "against", "than"} or (
        low == "and" and not (third in cue_verbs() or third in FINITE or third in PERSONAL)
    )
    if joined or low in FINITE:
        return Content(at, clause_end(u, at, limit), "bare")
    return Content(at, at, "marks")


def _label(u: Unit, cue: Cue, index: int, limit: int) -> Content | None:
    """What something is called: the marked words, or for "calls this a farce" the clause."""
    for at in range(index, min(limit, index + _LABEL_REACH)):
        if u.kinds[at] == QUOTE:
            return _marked_label(u, cue, index, at, limit)
        if u.kinds[at] == STOP:
            break
        if at > index and u.low[at] in FINITE:
            return None
    if cue.verb.lemma in _NAMING and cue.verb.form != "ing" and not cue.passive and u.low[index] in _LABELLED:
        return Content(index, clause_end(u, index, limit), "label")
    return None


def _marked_label(u: Unit, cue: Cue, index: int, at: int, limit: int) -> Content:
    again = next((i for i in range(at + 1, min(limit, at + 8)) if u.kinds[i] == QUOTE), None)
    if again is not None and u.low[again - 1] not in {",", "as"}:
        return Content(index, again, "object")
    what = any(u.low[i] == "what" for i in range(max(0, cue.group - 6), cue.group))
    if what and at > index and not (at == index + 1 and u.low[index] in DETERMINERS):
        return Content(index, clause_end(u, index, limit), "object")
    if at == limit - 1 or u.kinds[at + 1] != WORD or u.low[at + 1] in PREPOSITIONS or u.low[at + 1] in CONJUNCTIONS:
        return Content(at, at, "label")
    return Content(index, clause_end(u, index, limit), "object")


def _infinitive(u: Unit, cue: Cue, index: int, limit: int) -> int | None:
    """The "to" of "promised to go", "urged people to go"."""
    lemma = cue.verb.lemma
    if _to_verb(u, index, limit):
        told = lemma in ADDRESSED and lemma not in {"ask", "promise"} and cue.verb.kind != "thinking"
        return None if told and not cue.passive and cue.last == cue.first else index
    if lemma not in ADDRESSED and cue.verb.kind != "asking":
        return None
    for at in range(index + 1, min(limit, index + 14)):
        if _to_verb(u, at, limit):
            return at - 1 if u.low[at - 1] == "not" else at
        low = u.low[at]
        if u.kinds[at] in {STOP, QUOTE} or low in FINITE or low in {"that", "but"} or low in WH:
            return None
    return None


def _to_verb(u: Unit, at: int, limit: int) -> bool:
    """Whether "to" and a verb stand at `at`."""
    if u.low[at] != "to" or at + 1 >= limit:
        return False
    if u.kinds[at + 1] == QUOTE:
        return u.text[u.starts[at + 1] + 1].islower()
    if u.kinds[at + 1] != WORD:
        return False
    following = u.low[at + 1]
    if following in DETERMINERS or following in POSSESSIVES or following in OBJECTS:
        return False
    return not following.endswith("s") or following.endswith("ss")


def _dated(u: Unit, index: int, limit: int) -> int:
    """Past a time or place right behind the cue ("said on Friday he would", "said Monday that")."""
    at = index
    if u.low[at] in {"on", "in", "at", "during", "after", "late", "early"} and at + 1 < limit:
        at += 1
        if u.low[at] in DETERMINERS and at + 1 < limit:
            at += 1
        named = at
        while at < limit and (u.kinds[at] in {NAME, NUMBER} or u.low[at] in TIME) and at - index < _PLACE_REACH:
            at += 1
        noun = (
            at < limit
            and u.kinds[at] == WORD
            and not (
                u.low[at] in PERSONAL
                or u.low[at] in DETERMINERS
                or u.low[at] in POSSESSIVES
                or u.low[at] in {"that", "there"}
            )
        )
        return at if named < at < limit and not noun else index
    while u.low[at] in TIME and (at > index or u.kinds[at] == NAME) and at + 1 < limit:
        at += 1
    return at


def _addressed(u: Unit, cue: Cue, index: int, limit: int) -> int:
    """Past the person told ("tells voters she is with them")."""
    if cue.verb.lemma not in ADDRESSED:
        return index
    if u.low[index] in OBJECTS - POSSESSIVES and u.low[index] not in {"you", "it"}:
        return index + 1
    for at in range(index + 1, min(limit, index + _PERSON)):
        low = u.low[at]
        if low in PERSONAL or contracted(low):
            return at
        if (
            u.kinds[at] in {STOP, QUOTE}
            or low in PREPOSITIONS - {"of", "for"}
            or low in CONJUNCTIONS
            or finite_at(u, at)
        ):
            return index
        begins = u.kinds[at] == WORD and (low in {"the", "a", "an", "there"} or low in POSSESSIVES - {"whose"})
        if begins and u.low[at - 1] not in PREPOSITIONS and opens_clause(u, at, limit):
            return at
    return index


def _object(u: Unit, index: int, limit: int) -> Content | None:
    """A noun phrase with marked words in it: "stressed the “historic relations” of both"."""
    if u.low[index] in PREPOSITIONS or u.low[index] in CONJUNCTIONS or u.kinds[index] in {STOP, QUOTE}:
        return None
    for at in range(index + 1, min(limit, index + _OBJECT_REACH)):
        if u.kinds[at] == QUOTE:
            named = u.low[at - 1] in {"called", "song", "book", "film", "slogan"}
            return None if named else Content(index, clause_end(u, index, limit), "object")
        if u.kinds[at] == STOP or u.low[at] in FINITE or u.low[at] in CONJUNCTIONS - {"and"}:
            return None
    return None


def marked_words(u: Unit, content: Content) -> str:
    """Whether all, some or none of the content's words stand in marks: "direct", "mixed" or "indirect"."""
    tokens = range(content.first, content.last + 1)
    outside = any(u.kinds[at] in {WORD, NAME, NUMBER} for at in tokens)
    if u.marked(content.first, content.last):
        return "mixed" if outside else "direct"
    return "indirect"
