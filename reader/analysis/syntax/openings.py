"""Find the adverbials that open a clause before its subject ("In Tarn, where it rains, the mayor …")."""

from bisect import bisect_left

from reader.analysis.syntax.adjuncts import adverbial, after_time, dateline, span_from
from reader.analysis.units.noun_phrases import LONGEST
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs
from reader.analysis.words.grammar import (
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_STOPS,
    SUBORDINATORS,
    TIME,
    WH,
    is_adverb,
    is_participle,
    is_present_participle,
    words,
)

_LONGEST = 40  # maximum tokens of one adverbial
_PARTICLES = words("particles")
_TITLED = words("titled_works")
_MOST = 5  # maximum adverbials that open a clause
_ARTICLES = frozenset({"a", "an", "the"})
_DATED = frozenset({"earlier", "last", "early", "late", "later", "next", "this"})
_PLATFORMS = words("platforms")
_NAMING = words("naming")
_STOPPING = frozenset({":", ";"})
_PARTING = _STOPPING | {"but"}
_CLAUSAL = SUBORDINATORS | {"if", "once", "until", "unless", "whenever", "wherever", "whilst"}
_DEPENDING = _CLAUSAL | RELATIVES | WH


def opening_ends(u: Unit) -> list[int]:
    """Return the token after each of the adverbials that open the unit, in order; cached in the unit."""
    if u.openings is None:
        u.openings = []
        at: int | None = _start_of(u)
        while at is not None and len(u.openings) < _MOST:
            at = _after_adverbial(u, at, further=bool(u.openings))
            if at is not None:
                u.openings.append(at)
    return u.openings


def clause_start(u: Unit, at: int) -> int:
    """Return where the clause of the verb at `at` can begin: after a colon or the opening adverbials, or 0."""
    if u.parted is None:
        u.parted = [] if _PARTING.isdisjoint(u.low) else [i for i, low in enumerate(u.low) if low in _PARTING]
    if u.parted:
        last, floor = min(at, len(u) - 1) - 1, max(0, at - _LONGEST)
        for stop in reversed(u.parted[bisect_left(u.parted, floor + 1) : bisect_left(u.parted, last + 1)]):
            if u.low[stop] in _STOPPING and u.kinds[stop + 1] in {WORD, NAME}:
                return stop + 1
            if u.low[stop] == "but" and u.low[stop - 1] == "," and _begins_clause(u, stop, at):
                return stop + 1
    opened = opening_ends(u)
    before = bisect_left(opened, at) if opened else 0
    return opened[before - 1] if before else 0


def _begins_clause(u: Unit, but: int, at: int) -> bool:
    """Whether a clause precedes a "but", and a subject of its own follows it, also after an adverbial with a comma."""
    adverbial = u.low[but + 1] in PREPOSITIONS and "," not in u.low[but + 1 : at]
    return finite_between(u, 0, but - 2) and not adverbial


def opens(u: Unit, first: int) -> bool:
    """Return whether a phrase that begins at `first` opens the unit, or the clause after an opening adverbial."""
    if all(u.low[i] in CONJUNCTIONS or is_adverb(u.low[i]) or u.kinds[i] == STOP for i in range(min(first, LONGEST))):
        return first <= LONGEST
    if first in opening_ends(u):
        return True
    return (adverbial(u, 0) or is_adverb(u.low[0])) and u.low[first - 1] in {",", "“”"}


def _start_of(u: Unit) -> int:
    """The token after a dateline and a conjunction that opens the unit ("But in Tarn, …")."""
    at = dateline(u, 0, len(u))
    while at + 1 < len(u) and (u.low[at] in COORDINATORS or u.low[at] == "or"):
        at += 1
    return at


def _after_adverbial(u: Unit, at: int, *, further: bool) -> int | None:
    """The token after the adverbial that begins at `at`, with its comma; None without one.

    `further` is whether another adverbial precedes it, so that a relative clause belongs to that.
    """
    if at + 2 >= len(u) or u.stop(at) in SPEECH_STOPS:
        return None
    pointing = u.low[at] in PREPOSITIONS and u.low[at + 1] in {"that", "this"} and u.low[at + 2] in DETERMINERS
    day = at + 2 if pointing else _after_day(u, at)  # "To this the mayor replied"
    if at < day < len(u) - 1:
        return day + 1 if u.low[day] == "," else day
    comma = _comma(u, at, at)
    if comma is None or comma + 2 >= len(u):
        return None
    begin = span_from(u, at)
    low = u.low[begin]
    timed = low == u.low[at] and after_time(u, at, comma + 1) == comma + 1 and not finite_between(u, at, comma - 1)
    if timed or _is_only_adverbs(u, at, comma):
        return comma + 1
    if low in _CLAUSAL or (further and low in RELATIVES):
        return _after_clause(u, begin, comma)
    doing = is_present_participle(low) and comma > at + 1
    # a participle in -ed before a phrase or a question is no adjective ("Asked about Roe,")
    done = comma > at + 1 and is_participle(low) and (u.low[at + 1] in PREPOSITIONS or u.low[at + 1] in _DEPENDING)
    phrase = low in PREPOSITIONS or doing or done
    return _after_apposition(u, at, comma) + 1 if phrase and not _holds_subject(u, at, comma) else None


def _after_apposition(u: Unit, first: int, comma: int) -> int:
    """The comma after the apposition to the last name in an adverbial, where another name begins the clause.

    That other name has an apposition of its own: "Asked about Ada Roe, a former mayor, Otto Reed, a nurse, said". In
    "In Tarn, the mayor, Otto Reed, said" he is the mayor. A title is skipped too: "On her blog, Weir Watch, she".
    Without these it is `comma` itself.
    """
    if u.low[comma - 1] in _TITLED and u.kinds[comma + 1] == NAME:
        end = _comma(u, first, comma + 1)
        return comma if end is None or end + 1 == len(u) or finite_between(u, comma + 1, end) else end
    end = _comma(u, first, comma + 1) if u.kinds[comma - 1] == NAME and u.low[comma + 1] in _ARTICLES else None
    if end is None or u.kinds[comma - 2] != NAME or end + 1 == len(u) or u.kinds[end + 1] != NAME:
        return comma
    run = (
        at
        for at in range(end + 1, len(u))
        if not (u.kinds[at] in {NAME, PARENTHESIS, NUMBER} or u.low[at] in _PARTICLES)
    )
    behind = next(run, len(u) - 1)
    own = u.low[behind] == "," and behind + 1 < len(u) and not finite_at(u, behind + 1)
    return comma if not own or finite_between(u, comma + 1, end - 1) else end


def _after_clause(u: Unit, at: int, comma: int) -> int | None:
    """The token after the subordinate clause at `at`, or its phrase, whose first comma is given; None without one."""
    end: int | None = comma
    while end is not None:
        closing = _closing(u, at, end)
        if closing is None and (finite_between(u, at + 1, end - 1) or _has_no_verb(u, at)):
            break
        end = _comma(u, at, (closing or end) + 1)
    if end is None:
        return None
    phrase = u.low[at] in PREPOSITIONS and not finite_between(u, at + 1, end - 1)
    return None if phrase and _holds_subject(u, at, end) else end + 1


def _closing(u: Unit, first: int, comma: int) -> int | None:
    """The comma that closes an aside about a subject, before its verb (“After the mayor, Ada Roe, said”)."""
    found = _comma(u, first, comma + 1)
    if found is None or found + 1 >= len(u) or not finite_at(u, found + 1):
        return None
    return found if u.low[comma + 1] in RELATIVES or not finite_between(u, comma + 1, found - 1) else None


def _after_day(u: Unit, at: int) -> int:
    """The token after a day or a platform that opens a clause, with a comma or without ("On May 3 Roe"), or `at`."""
    end = at + 1
    if u.low[at] in {"on", "over", "via"} and u.low[end] in _PLATFORMS:
        end += 1
    elif u.low[at] in _DATED or (u.low[at] in {"by", "in", "on", "until"} and u.low[end] in TIME | _DATED):
        while end < len(u) and (
            u.low[end] in TIME
            or u.low[end] in _DATED
            or u.kinds[end] == NUMBER
            or (
                u.low[end] in {"in", "on"} and u.low[end - 1] in _DATED and u.low_at(end + 1) in TIME
            )  # "Late on May 3"
        ):
            end += 1
        end = end if u.low[end - 1] in TIME or u.kinds[end - 1] == NUMBER else at
    else:
        return at
    return at if end >= len(u) or u.low[end] in PREPOSITIONS or (u.kinds[end] == STOP and u.low[end] != ",") else end


def _comma(u: Unit, first: int, at: int) -> int | None:
    """The first comma from `at` on in the adverbial that begins at `first`; None after other punctuation or speech."""
    for index in range(at, min(len(u), first + _LONGEST)):
        if u.kinds[index] == QUOTE and u.stop(index) in SPEECH_STOPS:
            return index if u.stop(index) == "," and index > first else None
        if u.kinds[index] == STOP and u.low[index] in {",", ":", ";"}:
            return index if u.low[index] == "," and index > first else None
    return None


def _is_only_adverbs(u: Unit, first: int, comma: int) -> bool:
    """Whether only adverbs precede the comma ("There,", "Not surprisingly,")."""
    return all(is_adverb(low) or low in {"here", "more", "there"} or low == "not" for low in u.low[first:comma])


def _has_no_verb(u: Unit, at: int) -> bool:
    """Whether a subordinator precedes a participle or a phrase ("When asked why", "As a child", "Having read it")."""
    following = u.low_at(at + 1)
    bare = u.low[at] in PREPOSITIONS or u.low[at] == "having" or (u.low[at] == "as" and u.kinds[at + 1] != NAME)
    return bare or is_participle(following) or following in PREPOSITIONS


def _holds_subject(u: Unit, first: int, comma: int) -> bool:
    """Whether a subject precedes the comma ("In Tarn Roe said no,", "After that a nurse, Ada Roe,")."""
    verbs = (
        at
        for at in finite_verbs(u, first + 1, comma)
        if u.low[at] not in _NAMING and not _modifies_governed(u, first, at)
    )
    verb = next(verbs, comma)
    if verb < comma and _DEPENDING.isdisjoint(u.low[first + 1 : verb]):
        return True
    articles = (at for at in range(first + 2, comma) if u.low[at] in _ARTICLES and u.low[at - 2] != "to")
    nouns = (at for at in articles if u.kinds[at - 1] in {WORD, NAME})
    return any(_ends_noun_phrase(u, at - 1) or (at == first + 2 and u.low[at - 1] == "that") for at in nouns)


def _modifies_governed(u: Unit, first: int, at: int) -> bool:
    """Whether a participle modifies the noun that a preposition governs ("In a video posted on")."""
    noun = u.low[first + 1] in _ARTICLES and all(kind == WORD for kind in u.kinds[first + 2 : at])
    return noun and at > first + 2 and u.low[at].endswith("ed") and u.low[at + 1] in PREPOSITIONS


def _ends_noun_phrase(u: Unit, at: int) -> bool:
    """Whether a noun phrase ends at a token, so that an article after it begins another."""
    low = u.low[at]
    function = low in FUNCTION_WORDS or low in _DEPENDING
    return not (function or is_adverb(low) or is_participle(low) or low in TIME or finite_at(u, at))
