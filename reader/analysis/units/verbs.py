"""Recognise finite verbs, verb groups and reporting verbs in context."""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate, compress

from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.words.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    GENITIVES,
    IDIOMS,
    LIGHT,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
    WH,
    Verb,
    can_speak,
    cue_form,
    cue_verbs,
    is_adverb,
    is_contraction,
    is_finite,
    is_plural,
    is_role,
)
from reader.analysis.words.lexicon import lines
from reader.analysis.words.memo import FormCache

_NOT_FINITE = frozenset({"be", "been", "being", "having", "n't", "never", "not"})
_VERBAL_PREFIXES = frozenset({"co", "cross", "de", "double", "fact", "over", "pre", "re", "under"})
_BROADCAST = frozenset({"cable", "game", "morning", "news", "radio", "reality", "talk", "television", "tv"})
_PLAIN = frozenset({"do", "have"})
_SHORTEST = 4  # minimum letters of a verb in -s
_ARTICLES = frozenset({"a", "an", "another", "the"})
_PARTICLES = frozenset({"away", "back", "down", "off", "out", "up"})
_HEARD = frozenset({"alleged", "claimed", "known", "reported", "rumored", "rumoured", "said", "understood"})
_GROUP = 8  # maximum tokens of a verb group
_TIMES = TIME | {"part", "past", "time", "times", "turn"}
_FURTHER = 16  # maximum tokens between two verbs of one subject
_NEVER, _ALWAYS, _OFTEN, _IN_S = range(4)


@cache
def _phrases() -> dict[str, dict[str, Verb]]:
    """The phrasal reporting verbs of data/cue_phrases.txt, by lemma and particle; the form is that of the lemma."""
    found: dict[str, dict[str, Verb]] = {}
    for line in lines("cue_phrases"):
        lemma, particles, kind, frames = line.split("\t")
        found.setdefault(lemma, {}).update({p: Verb(lemma, kind, frames, "") for p in particles.split()})
    return found


def verb_at(u: Unit, index: int) -> tuple[Verb, int] | None:
    """Return the verb of saying or thinking at `index`, with its last token; None where there is none.

    A verb such as "point out" counts only with its particle.
    """
    verb = cue_verbs().get(u.low[index])
    if verb is None or (u.kinds[index] != WORD and not _opens(u, index, verb)):
        return None
    phrasal = _phrases().get(verb.lemma)
    if phrasal and index + 1 < len(u):
        found = phrasal.get(u.low[index + 1])
        if found is not None and not (
            found.lemma == "put" and u.kind_at(index + 2) == WORD and u.low[index + 2] == "to"
        ):
            return Verb(verb.lemma, found.kind, found.frames, verb.form), index + 1
    return None if verb.frames == "x" else (verb, index)


def frames_at(u: Unit, index: int) -> str:
    """Return the frames of the verb of saying or thinking at `index`; "" where there is none."""
    found = verb_at(u, index)
    return "" if found is None else found[0].frames


def _opens(u: Unit, index: int, verb: Verb) -> bool:
    """Whether a capitalised participle opens its sentence ("Citing …", "Asked about …")."""
    if index or len(u) == 1:
        return False
    following = u.low[1]
    asked = u.kinds[1] == WORD and (following in PREPOSITIONS or following in WH)
    named = "l" in verb.frames and (u.kinds[1] == QUOTE or following == "as")  # "Called “a rogue” by Roe, he left"
    return verb.form == "ing" or (verb.form == "past" and (asked or named))


def finite_at(u: Unit, index: int) -> bool:
    """Return whether the token is probably a finite verb here ("works", but not in "the works department")."""
    return bool((u.finite or _flags(u))[index])


def finite_verbs(u: Unit, first: int, limit: int) -> Iterator[int]:
    """Yield the finite verbs from token `first` to before `limit`, lazily."""
    flags = u.finite or _flags(u)
    at = flags.find(1, first, limit)
    while at >= 0:
        yield at
        at = flags.find(1, at + 1, limit)


def finite_between(u: Unit, first: int, last: int) -> bool:
    """Return whether a finite verb is among the tokens `first` to `last`, inclusive. Constant time."""
    if first > last:
        return False
    if u.finite is None:
        _flags(u)
    return u.verbs[last + 1] > u.verbs[first]


def _flags(u: Unit) -> bytearray:
    """The flags of the tokens that are finite verbs; with their running count computed on first use."""
    if u.finite is None:
        lows, kinds = u.low, u.kinds
        u.finite = bytearray(len(lows))
        sorts = bytes(map(_SORTS.__getitem__, lows))
        for at in compress(range(len(lows)), sorts):
            sort = sorts[at]
            if kinds[at] != WORD or (sort == _ALWAYS and lows[at] in _PLAIN and at and lows[at - 1] == "to"):
                continue  # "to do so"
            if sort == _ALWAYS or (_finite(u, at) if sort == _OFTEN else _is_present(u, at)):
                u.finite[at] = 1
        u.verbs = [0, *accumulate(u.finite)]
    return u.finite


def _finiteness(low: str) -> int:
    """How often a word is a finite verb: never, always, often, or at most one in -s."""
    if low in AUXILIARIES:
        return _NEVER if low in _NOT_FINITE else _ALWAYS
    if is_contraction(low):
        return _ALWAYS
    if is_finite(low) and not ("-" in low and low.endswith("ed") and low.partition("-")[0] not in _VERBAL_PREFIXES):
        return _OFTEN
    in_s = len(low) >= _SHORTEST and is_plural(low) and not low.endswith(("'s", "’s"))
    return _IN_S if in_s else _NEVER


_SORTS = FormCache(_finiteness)


def _finite(u: Unit, at: int) -> bool:
    """Whether a word that is often a finite verb is one here; for example not after a determiner."""
    before = u.low[at - 1] if at else ""
    if before == "that" and u.low[at].endswith("ed") and at > 1 and u.low_at(at + 1) == "to":
        return True  # "a note that appeared to say so"
    if (before in DETERMINERS and before not in PRONOUNS) or before in POSSESSIVES or before.endswith(GENITIVES):
        return False
    if before in PREPOSITIONS and u.kinds[at - 1] == WORD:
        return False
    if is_adverb(before) and at > 1 and (u.low[at - 2] in {"a", "an", "the"} or u.low[at - 2] in POSSESSIVES):
        return False  # "the recently found letters"
    if u.low[at] == "shows" and before in _BROADCAST:
        return False  # "talk shows"
    following = u.low_at(at + 1)
    agent = following == "by" and not (at + 2 < len(u) and u.low[at + 2].endswith("ing"))
    return not (u.low[at].endswith("ed") and agent)


def _ends_singular_person(u: Unit, at: int) -> bool:
    """Whether a noun for one person ends at `at`, with its article ("the mayor brushes off …", no "mayors’ visits")."""
    return is_role(u.low[at]) and not u.low[at].endswith("s") and at > 0 and u.low[at - 1] in _ARTICLES


def _is_present(u: Unit, at: int) -> bool:
    """Whether a word in -s is likely a verb: after a name or a pronoun and before a complement."""
    if at + 1 >= len(u):
        return False
    back = at - 1
    while back > 0 and (u.kinds[back] == PARENTHESIS or is_adverb(u.low[back])):
        back -= 1
    following = u.low[at + 1]
    named = u.kinds[back] == NAME and u.low[back] not in DETERMINERS
    # "Opposition parties in the town"
    named = named and not (back == 0 and can_speak(u.low[0]) and can_speak(u.low[at]))
    if back < 0 or (not named and u.low[back] not in {"he", "she", "it", ","}):
        plain = following in DETERMINERS or following in _PARTICLES
        return back > 0 and ((plain and _ends_singular_person(u, back)) or _verb_before_that(u, at))
    adding = following.endswith("ing") and following in cue_verbs()  # "Roe chirrups saying"
    if adding or u.kinds[at + 1] in {NAME, PARENTHESIS, QUOTE} or following in {"that", "how", "why", ":"}:
        return u.low[back] != "," or u.kinds[at + 1] != STOP
    return following in DETERMINERS or following in PREPOSITIONS


def _verb_before_that(u: Unit, at: int) -> bool:
    """Whether a reporting verb in -s is at `at`, after a singular thing and before "that"."""
    if u.low[at + 1] != "that" or at + 2 >= len(u) or u.low[at - 1].endswith("s") or u.kinds[at - 1] != WORD:
        return False
    verb = cue_verbs().get(u.low[at])
    thing = at > 1 and u.low[at - 2] in _ARTICLES | {"this"}
    return thing and verb is not None and verb.form == "s" and "t" in verb.frames


def verb_group(u: Unit, cue: int) -> tuple[int, bool]:
    """Return the first token of the verb group that ends at `cue`, and whether it contains a form of "be".

    A group consists of auxiliaries, adverbs, light verbs ("went on to") and a short phrase between them.
    """
    first = cue
    passive = False
    if u.low[cue - 1] == "to" and cue > 0 and _is_past_only(u.low[cue]):
        return cue, False  # "the people we spoke to said"
    while first > 0 and cue - first < _GROUP:
        low = u.low[first - 1]
        if low in AUXILIARIES and (u.kinds[first - 1] != NAME or (first == 1 and not _is_person(u))):
            passive = passive or low in BE
        elif low == "since" and first > 1 and u.low[first - 2] in AUXILIARIES:
            pass  # "has since said"
        elif u.low[first] == "to" and (heard := _be_before_to(u, first)) is not None:
            first = heard + 1  # "is reported (by the Post) to have said"
        elif first > 1 and ((low == "far" and u.low[first - 2] == "so") or (u.low[first - 2], low) in IDIOMS):
            first -= 1
        elif low == "to" and u.low[max(0, first - 4) : first] == ["so", "far", "as", "to"]:
            first -= 3
        elif not (low in LIGHT or (u.kinds[first - 1] == WORD and (is_adverb(low) or low == "very"))):
            inner = _inner_phrase(u, first)
            if inner is None:
                break
            first = inner + 1
        first -= 1
    return first, passive


def _is_past_only(low: str) -> bool:
    """Whether a form is only a past form, which never follows "to"."""
    return cue_form(low) == "past" and cue_verbs()[low].lemma != low


def _is_person(u: Unit) -> bool:
    """Whether "May" or "Will" opens a sentence as a person’s name: a past reporting verb follows."""
    return u.low[0] in {"may", "will"} and cue_form(u.low[1]) == "past"


def _be_before_to(u: Unit, to: int) -> int | None:
    """The "is" of “is reported to have”, “was said by the Post to have”, before the "to"; None without one."""
    if u.low_at(to + 1) != "have":
        return None
    for at in range(to - 1, max(0, to - _GROUP), -1):
        if u.low[at] in _HEARD and u.low[at - 1] in BE:
            return at - 1 if at == to - 1 or u.low[at + 1] == "by" else None
        if u.kinds[at] == STOP:
            return None
    return None


def _inner_phrase(u: Unit, at: int) -> int | None:
    """The preposition of a short phrase between an auxiliary and `at` ("had at the time insisted")."""
    if AUXILIARIES.isdisjoint(u.low[max(0, at - 4) : at]):
        return None
    for index in range(at - 2, max(0, at - 4), -1) if u.kinds[at - 1] != STOP else ():
        if u.low[index] in PREPOSITIONS:
            held = u.low[index - 1] in AUXILIARIES and (u.kinds[index - 1] != NAME or index == 1)  # no "in May after"
            placed = u.low[index - 1] in BE and u.low[index] != "by" and _TIMES.isdisjoint(u.low[index + 1 : at])
            return index if held and not placed else None  # no "who was in the room said"
        if u.kinds[index] not in {WORD, NAME} or u.low[index] in BE:
            return None
    return None


def further_verb(u: Unit, at: int, lowest: int) -> bool:
    """Return whether a form in -ed is the second of two verbs ("it flooded the mill and angered farmers")."""
    if at - 1 <= lowest or u.low[at - 1] != "and" or u.kinds[at] != WORD or not u.low[at].endswith("ed"):
        return False
    for index in range(at - 2, max(lowest, at - _FURTHER) - 1, -1):
        if u.kinds[index] in {STOP, QUOTE}:
            return False
        if u.low[index].endswith("ed") and (finite_at(u, index) or u.low[index - 1] == "that"):
            return index < at - 2
    return False


def subject_end(u: Unit, first: int, last: int, *, begun: bool = False) -> int:
    """Return the token before the verb whose subject contains the clause `first` to `last`; else `last`.

    That is "closes" in “those who say it closes are few” and in “the claim that it closes is new”: there is one finite
    verb more than clauses that begin there. `begun` is whether `first` is a verb.
    """
    clauses, verbs = 1, int(begun)
    aside = False
    end, most = last, 0
    for at in range(first + 1, last + 1):
        if _opens_dependent_clause(u, at, last):
            clauses += 1
            aside = aside or u.low[at - 1] == ","
        elif finite_at(u, at) and (not _is_joined_verb(u, at, verbs) or _closes_aside(u, first, at, aside=aside)):
            verbs += 1
            aside = aside and u.low[at - 1] != ","
            # a participle in the clause counts as one verb too many (“that goods made there are old is new”)
            if verbs - clauses > most and not (end < last and finite_at(u, at - 1)):
                end, most = at - 1, verbs - clauses
    return end


def _opens_dependent_clause(u: Unit, at: int, last: int) -> bool:
    """Whether a word opens a dependent clause; no phrase (“since May”, “because of rain”) and no “by that time”."""
    low, behind = u.low[at], u.low[at + 1] if at < last else ""
    if low in SUBORDINATORS:
        phrase = behind == "of" or behind in TIME or behind.endswith("ing")
        return not (phrase or (at < last and u.kinds[at + 1] == NUMBER))
    return low in WH or (low in RELATIVES and not (low == "that" and u.low[at - 1] in PREPOSITIONS))


def _closes_aside(u: Unit, first: int, at: int, *, aside: bool) -> bool:
    """Whether a comma before a verb closes an aside about its subject (“the weir, an old one, fell”)."""
    if u.low[at - 1] != "," or aside:
        return aside and u.low[at - 1] == ","
    opening = next((i for i in range(at - 2, first, -1) if u.low[i] == ","), 0)
    return opening > 0 and not finite_between(u, first, at - 1)


def _is_joined_verb(u: Unit, at: int, verbs: int) -> bool:
    """Whether a finite verb belongs to the verb right before it, adverbs aside, or is joined to it or to an infinitive.

    Marks before it may contain that verb where the clause has `verbs` before them.
    """
    back = at - 1
    while back > 0 and is_adverb(u.low[back]):
        back -= 1
    parted = u.low[at] in AUXILIARIES or (u.low[back].endswith("ed") and not u.low[at].endswith("ed"))
    parted = parted or (back > 0 and u.low[back - 1] in AUXILIARIES and u.low[back] not in AUXILIARIES)
    joined = (finite_at(u, back) and not parted) or u.low[back] in {",", "and", "but", "or", "to"}
    helped = u.low[back] in AUXILIARIES and u.kinds[back] != NAME  # no "May"
    return joined or helped or (u.kinds[back] == QUOTE and verbs > 0)
