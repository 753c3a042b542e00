"""Source noun phrases: the phrase that ends before a verb of saying, or begins after it, with its head."""

from dataclasses import dataclass

from reader.analysis.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    LIGHT,
    OBJECTS,
    ORGS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME,
    cue_verbs,
    is_adverb,
    is_role,
)
from reader.analysis.lexicon import entries
from reader.analysis.units import ASIDE, NAME, NUMBER, QUOTE, STOP, WORD, Unit

LONGEST = 32
_PARTICLES = frozenset("de da do dos das del della di der den van von bin ibn al el la le wa ben ter y e of the and &".split())
_INSIDE = frozenset("of for at from in on with to by against about near behind under between within into".split())
_OPENERS = frozenset("a an the his her their its our my one another both some two three also former ex".split())
_ADJECTIVES = frozenset("former fellow senior veteran late prominent popular local independent chief leading deputy assistant vice acting prime foreign anonymous famous well-known top high-ranking renowned young old ex current co prolific award-winning".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as token indexes, both ends included: the whole, and its head (the name, pronoun or noun).

    `kind` is "name", "pronoun" or "noun"; `distance` is the number of tokens between it and the verb.
    """

    first: int
    last: int
    head_first: int
    head_last: int
    kind: str
    distance: int = 0


def verb_group(u: Unit, cue: int) -> tuple[int, bool]:
    """The first token of the verb group that ends at `cue` (auxiliaries, adverbs, "went on to"), and whether it is
    passive or a participle that hangs on "be"."""
    first = cue
    passive = False
    while first > 0 and cue - first < 8:
        low = u.low[first - 1]
        if low in AUXILIARIES:
            passive = passive or low in BE
        elif not (low in LIGHT or (u.kinds[first - 1] == WORD and is_adverb(low))):
            break
        first -= 1
    return first, passive


def before(u: Unit, at: int, lowest: int) -> Phrase | None:
    """The subject that ends before token `at`, looking no further left than `lowest`.

    An apposition between commas belongs to it ("Ada Roe, a fellow at X, said"), a relative clause or an adverbial
    between commas does not.
    """
    last = at - 1
    while last >= lowest and u.kinds[last] == ASIDE:
        last -= 1
    if last < lowest:
        return None
    if u.low[last] != ",":
        return _ending_at(u, last, lowest)
    comma = _comma_before(u, last, lowest)
    if comma is None:
        return None if _starts_adverbial(u, lowest, last - 1) else _ending_at(u, last - 1, lowest)
    first = comma + 1
    low = u.low[first]
    if low in RELATIVES or _participle(low) or (low in PREPOSITIONS and not _affiliation(u, first)) or is_adverb(low) or low in CONJUNCTIONS:
        return _shifted(before(u, comma, lowest), 1)
    base = before(u, comma, lowest) if u.low[comma - 1] == "," else _ending_at(u, comma - 1, lowest)
    if base is None or base.kind == "pronoun":
        return base
    return _with_apposition(u, base, first, last - 1, lowest)


def _shifted(phrase: Phrase | None, by: int) -> Phrase | None:
    if phrase is None:
        return None
    return Phrase(phrase.first, phrase.last, phrase.head_first, phrase.head_last, phrase.kind, phrase.distance + by)


def _with_apposition(u: Unit, base: Phrase, first: int, last: int, lowest: int) -> Phrase:
    """The phrase made of `base`, a comma and the apposition `first` to `last`; the name of the two is the head."""
    while base.kind != "name" and base.first - 1 > lowest and u.low[base.first - 1] == "," and u.kinds[base.first - 2] == NAME:
        further = _ending_at(u, base.first - 2, lowest)
        if further is None or further.kind != "name":
            break
        base = Phrase(further.first, base.last, further.head_first, further.head_last, "name")
    head = (base.head_first, base.head_last)
    kind = base.kind
    inner = _ending_at(u, last, first)
    if base.kind == "noun" or _titled(u, base):
        if inner is not None and inner.kind == "name" and inner.first == first:
            head, kind = (inner.head_first, inner.head_last), "name"
    return Phrase(base.first, last, head[0], head[1], kind)


def _titled(u: Unit, base: Phrase) -> bool:
    """Whether a "name" is only a capitalised office ("Justice Minister")."""
    return u.low[base.head_last] in ORGS or u.word(base.head_last) in entries("titles") or is_role(u.low[base.head_last])


def _comma_before(u: Unit, comma: int, lowest: int) -> int | None:
    """The comma left of the one at `comma`, within reach and before any stronger stop."""
    for index in range(comma - 1, max(lowest, comma - LONGEST) - 1, -1):
        if u.kinds[index] == STOP and u.low[index] in ",–—":
            return index if index > lowest else None
        if u.kinds[index] == QUOTE or u.low[index] in {";", ":"}:
            return None
    return None


def _participle(low: str) -> bool:
    return len(low) > 4 and low.endswith(("ing", "ed")) and low not in {"king"}


def _affiliation(u: Unit, at: int) -> bool:
    """Whether "from the Delta Institute", "of Ohio" begins at `at`."""
    if u.low[at] not in {"from", "of", "at", "with"} or at + 1 >= len(u):
        return False
    after = at + 2 if u.low[at + 1] in DETERMINERS and at + 2 < len(u) else at + 1
    return u.kinds[after] == NAME


def _starts_adverbial(u: Unit, first: int, last: int) -> bool:
    return u.low[first] in PREPOSITIONS or u.low[first] in CONJUNCTIONS or _participle(u.low[first]) or last < first


def _ending_at(u: Unit, last: int, lowest: int) -> Phrase | None:
    """The noun phrase whose last token is `last`."""
    while last >= lowest and u.kinds[last] == ASIDE:
        last -= 1
    if last < lowest or u.kinds[last] in {STOP, QUOTE}:
        return None
    low = u.low[last]
    if low in PERSONAL and low != "one" and low not in RELATIVES:
        return Phrase(last, last, last, last, "pronoun")
    if low in RELATIVES:
        stop = last - 1 if last > lowest and u.low[last - 1] != "," else last - 2
        return _shifted(_ending_at(u, stop, lowest), 1) if stop >= lowest else None
    if low in CONJUNCTIONS or (low in PREPOSITIONS and u.kinds[last] != NAME) or (u.kinds[last] == WORD and low in FINITE):
        return None
    first = _first_of(u, last, lowest)
    first = _restrictive(u, first, lowest)
    while first < last and ((u.low[first] in CONJUNCTIONS or u.low[first] in PREPOSITIONS or (is_adverb(u.low[first]) and u.low[first] not in DETERMINERS)) or u.kinds[first] == STOP):
        first += 1
    if u.low[first] in CONJUNCTIONS or u.low[first] in PREPOSITIONS:
        return None
    return _headed(u, first, last)


def _first_of(u: Unit, last: int, lowest: int) -> int:
    """The first token of the noun phrase that ends at `last`: a walk to the left over what a phrase may hold."""
    first = last
    joined = -1
    index = last
    floor = max(lowest, last - LONGEST)
    while index > floor:
        low, kind, right = u.low[index - 1], u.kinds[index - 1], u.kinds[index]
        if kind in {STOP, QUOTE}:
            if not (kind == QUOTE and right == NAME and index - 2 >= floor and u.kinds[index - 2] == NAME):
                break
        elif kind == ASIDE:
            if u.kinds[index - 2] not in {WORD, NAME} or index - 2 < floor:
                break
        elif low in {"and", "or", "&"}:
            if index - 2 < floor or u.kinds[index - 2] not in {WORD, NAME} or joined >= 0:
                break
            joined = index
        elif low in PREPOSITIONS:
            if low not in _INSIDE or index - 2 < floor or not _noun(u, index - 2):
                break
        elif low in CONJUNCTIONS or low in RELATIVES or (kind == WORD and low in FINITE) or low in PERSONAL - {"one"}:
            break
        elif kind == WORD and low in cue_verbs() and cue_verbs()[low].form == "past" and low not in {"accused", "noted"}:
            break
        elif low in OBJECTS and low != "people" and low not in POSSESSIVES and low not in {"journalists", "reporters"}:
            break
        elif kind == WORD and right == NAME and not _before_name(u, index - 1, floor):
            break
        elif kind == NAME and right == WORD and low.endswith(("'s", "’s")) is False and _time(low):
            break
        index -= 1
        first = index
        if (low in DETERMINERS or low in POSSESSIVES) and not (
            index > floor and (u.low[index - 1] in {"of", "for", "at", "from", "in"} or u.low[index - 1] in DETERMINERS)
        ):
            break
    if joined >= 0 and first > lowest and u.kinds[first - 1] != STOP and u.low[first - 1] not in PREPOSITIONS | CONJUNCTIONS:
        return joined
    return first


def _time(low: str) -> bool:
    return low in TIME


def _noun(u: Unit, index: int) -> bool:
    """Whether the token may be the noun that a preposition hangs on."""
    low, kind = u.low[index], u.kinds[index]
    if kind == NAME:
        return low not in CONJUNCTIONS and low not in PREPOSITIONS and not is_adverb(low)
    return (
        kind in {WORD, NUMBER}
        and low not in FINITE
        and low not in AUXILIARIES
        and low not in CONJUNCTIONS
        and low not in PREPOSITIONS
        and low not in PERSONAL - {"one"}
        and not is_adverb(low)
    )


def _before_name(u: Unit, index: int, floor: int) -> bool:
    """Whether the lower-case word before a name belongs to its phrase: a role, an adjective, a particle, or a noun
    whose article opens the clause."""
    low = u.low[index]
    if low in DETERMINERS or low in POSSESSIVES or is_role(low) or low in _PARTICLES or low in _ADJECTIVES:
        return True
    for back in range(index, max(floor, index - 5) - 1, -1):
        word = u.low[back]
        if word in DETERMINERS or word in POSSESSIVES:
            return back == floor or u.kinds[back - 1] == STOP or u.low[back - 1] in {"and", "but", "that", "as", "while"}
        if word in PREPOSITIONS or word in CONJUNCTIONS or u.kinds[back] not in {WORD, NAME} or is_adverb(word):
            return False
    return False


def _restrictive(u: Unit, first: int, lowest: int) -> int:
    """Where a phrase really begins when what was found is the object in a relative clause ("critics who oppose it")."""
    for index in range(first - 1, max(lowest, first - 9) - 1, -1):
        if u.kinds[index] in {STOP, QUOTE} or u.low[index] in {"that", "and", "but"}:
            return first
        if u.low[index] in {"who", "whose", "which"}:
            if index - 1 < lowest or not _noun(u, index - 1):
                return first
            return _first_of(u, index - 1, lowest)
    return first


def _headed(u: Unit, first: int, last: int) -> Phrase:
    """The phrase with its head: the last name before a preposition, else the noun there."""
    stop = last
    for index in range(first, last + 1):
        if index > first and (u.low[index] in {"who", "which", "whose"} or u.low[index] in PREPOSITIONS and not _joins(u, index, first)):
            stop = index - 1
            break
    while stop > first and u.kinds[stop] in {ASIDE, STOP}:
        stop -= 1
    if u.kinds[stop] != NAME:
        if u.low[stop] in PRONOUNS and stop == first:
            return Phrase(first, last, stop, stop, "pronoun" if u.low[stop] in PERSONAL else "noun")
        return Phrase(first, last, stop, stop, "noun")
    begin = stop
    while begin > first and (u.kinds[begin - 1] == NAME or (u.low[begin - 1] in _PARTICLES and begin - 1 > first and u.kinds[begin - 2] == NAME)):
        begin -= 1
    while begin < stop and (u.word(begin).rstrip(".") in entries("titles") or u.low[begin] in DETERMINERS and u.low[begin] != "the" or is_role(u.low[begin])):
        begin += 1
    if u.low[begin] in DETERMINERS and begin == stop:
        return Phrase(first, last, begin, stop, "noun")
    return Phrase(first, last, begin, stop, "name")


def _joins(u: Unit, index: int, first: int) -> bool:
    """Whether "of" stands inside the name of a body ("the University of X")."""
    return u.low[index] == "of" and u.kinds[index - 1] == NAME and (u.low[index - 1] in ORGS or u.low[first] == "the")


def after(u: Unit, at: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at token `at` and ends before `limit`, with its appositions."""
    first = at
    while first < limit and (u.kinds[first] == ASIDE or u.low[first] in ADVERBS - DETERMINERS - PRONOUNS):
        first += 1
    if first >= limit or u.kinds[first] in {STOP, QUOTE}:
        return None
    low = u.low[first]
    if low in PERSONAL and low not in {"one", "who"}:
        return Phrase(first, first, first, first, "pronoun")
    last = _last_of(u, first, limit)
    if last is None:
        return None
    found = _headed(u, first, last)
    end = _appositions(u, last, limit, found)
    if end == last:
        return found
    if found.kind == "noun" or _titled(u, found):
        inner = _last_of(u, last + 2, limit)
        if inner is not None and u.kinds[last + 2] == NAME:
            named = _headed(u, last + 2, inner)
            if named.kind == "name":
                return Phrase(first, end, named.head_first, named.head_last, "name")
    return Phrase(first, end, found.head_first, found.head_last, found.kind)


def _last_of(u: Unit, first: int, limit: int) -> int | None:
    """The last token of the noun phrase that begins at `first`: a walk to the right."""
    last = None
    index = first
    named = False
    ceiling = min(limit, first + LONGEST)
    while index < ceiling:
        low, kind = u.low[index], u.kinds[index]
        if kind == STOP:
            if low not in {"&", "/", "-"}:
                break
        elif kind == QUOTE:
            if not (named and index + 1 < ceiling and u.kinds[index + 1] == NAME):
                break
        elif low in {"and", "or"}:
            if index + 1 >= ceiling or last is None or (u.kinds[index + 1] != NAME and u.low[index + 1] not in _OPENERS and named) or is_adverb(u.low[index + 1]) or u.low[index + 1] in cue_verbs():
                break
        elif low in PREPOSITIONS:
            if last is None or not _continues(u, index, ceiling, named):
                break
        elif kind != ASIDE and (low in CONJUNCTIONS or low in RELATIVES - {"that"} or low in FINITE and kind == WORD or low in PERSONAL):
            break
        elif kind == WORD and (is_adverb(low) and low not in DETERMINERS or (named and _participle(low))):
            break
        elif _time(low) and kind == NAME and named:
            break
        elif kind == NAME:
            named = True
        if kind in {WORD, NAME, NUMBER} and low not in PREPOSITIONS and low not in DETERMINERS and low not in {"and", "or"}:
            last = index
        index += 1
    return last


def _continues(u: Unit, index: int, ceiling: int, named: bool) -> bool:
    """Whether a preposition inside the phrase goes on with it."""
    low = u.low[index]
    if index + 1 >= ceiling or u.kinds[index + 1] not in {WORD, NAME, NUMBER}:
        return False
    if low == "of":
        return True
    follow = index + 2 if u.low[index + 1] in {"the", "a", "an"} and index + 2 < ceiling else index + 1
    if low in {"from", "at", "for"}:
        return u.kinds[follow] == NAME if named else True
    return low in {"in", "on", "with", "to", "against"} and not named


def _appositions(u: Unit, last: int, limit: int, base: Phrase) -> int:
    """The last token of the appositions that follow the phrase ending at `last`, or `last` itself."""
    for _ in range(4):
        comma = last + 1
        while comma < limit and u.kinds[comma] == ASIDE:
            comma += 1
        if comma + 1 >= limit or u.low[comma] != ",":
            return last
        first = comma + 1
        low, kind = u.low[first], u.kinds[first]
        if kind == NUMBER and first + 1 < limit and u.low[first + 1] in {",", "."}:
            last = first
            continue
        opens = low in _OPENERS or low in POSSESSIVES or is_role(low) or low in _ADJECTIVES or _affiliation(u, first)
        if not opens and kind == NAME and base.kind != "pronoun":
            opens = is_role(low) or u.word(first) in entries("titles") or low in {"senior", "director", "head"} or base.kind == "noun" or _titled(u, base)
        if not opens or kind not in {WORD, NAME} or _participle(low) or low in {"also"}:
            return last
        end = first
        while end + 1 < limit and u.kinds[end + 1] not in {QUOTE} and u.low[end + 1] not in {",", ";", ":", "–", "—", ".", "-"} and u.low[end + 1] not in {"who", "which", "whose"} and end - first < LONGEST:
            end += 1
        if any(u.low[i] in {"is", "was", "are", "were", "has", "had", "will", "would", "said", "says"} for i in range(first, end + 1)):
            return last
        last = end
    return last
