"""Find sources after their verb: the noun phrase after "said", with its appositions."""

from reader.analysis.units.noun_phrases import ADJECTIVES, LONGEST, OPENERS, begins_name
from reader.analysis.units.phrase_heads import is_only_a_title, phrase_over
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    DONE,
    FINITE,
    FUNCTION_WORDS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME,
    TITLES,
    cue_verbs,
    is_adverb,
    is_participle,
    is_present_participle,
    is_role,
    words,
)

_INDEFINITES = words("indefinites")
_PLACED = 3  # maximum tokens before "of" in "mountain village of Tarn"
_PLACES = words("place_nouns")
_LEADING = ADVERBS - DETERMINERS - PRONOUNS
_ALONE = PRONOUNS - {"these", "this", "those"} | {"her", "him", "them"}
_PERSONS = PERSONAL - {"one", "who"}
_RELATIVES = RELATIVES - {"that"}
_APPOSITIONS = 4
_OWNS = ("'s", "’s")
_RECENT = frozenset({"earlier", "last", "late", "next", "this"})  # "said Roe last week"
_ROLE_WORDS = 4
_OWNED = 6  # maximum tokens from the owner of a role to the role
_AFTER_APPOSITION = frozenset({",", ";", ":", "–", "—", ".", "-", "who", "which", "whose"})
_VERBS = frozenset({"is", "was", "are", "were", "has", "had", "will", "would", "said", "says"})


def phrase_from(u: Unit, at: int, limit: int) -> Phrase | None:
    """Return the noun phrase that begins at `at` and ends before `limit`, with its appositions; None without one."""
    first = at
    while first < limit and (u.kinds[first] == PARENTHESIS or u.low[first] in _LEADING):
        first += 1
    if first + 1 < limit and u.low[first] == "early" and u.kinds[first + 1] == WORD and u.low[first + 1] not in TIME:
        first += 1  # "early results of the poll"
    if first >= limit or u.kinds[first] in {STOP, QUOTE}:
        return None
    alone = first + 1 == limit or u.kinds[first + 1] == STOP
    if u.low[first] in _PERSONS or (alone and u.low[first] in _ALONE):
        return pronoun_phrase(first)
    last = _last_of(u, first, limit)
    if last is None:
        return None
    found = phrase_over(u, first, last)
    end = _appositions(u, last, limit, found)
    titled = end > last + 2 and found.kind == "noun" and u.low[last + 1 : last + 3] == [",", "the"]
    if titled or (end > last and (found.kind == "noun" or is_only_a_title(u, found)) and u.kinds[last + 2] == NAME):
        inner = _last_of(u, last + 2, limit)
        named = phrase_over(u, last + 2, inner) if inner is not None else found
        if named.kind == "name" and (not titled or u.kinds[named.head_first - 1] == WORD):
            return named.reaching(first, end)  # "his wife, the French painter Ada Roe"
    return found.reaching(first, end)


def _last_of(u: Unit, first: int, limit: int) -> int | None:
    """The last token of the noun phrase that begins at `first`, searched rightwards."""
    last: int | None = None
    named = False
    ceiling = min(limit, first + LONGEST)
    for index in range(first, ceiling):
        low, kind = u.low[index], u.kinds[index]
        if not _can_continue(u, index, ceiling, named=named, begun=last is not None):
            break
        role = index == 0 and is_role(low)  # "Blogger and activist Ada Roe"
        named = named or (kind == NAME and not (role or low in DETERMINERS or low.endswith(_OWNS)))
        alone = low == "one" or u.low_at(index + 1) == "of"  # "many of the farmers"
        link = low in PREPOSITIONS or (low in DETERMINERS and not alone) or low in {"and", "or"}
        if kind in {WORD, NAME, NUMBER} and not link:
            last = index
    return last


def _can_continue(u: Unit, index: int, ceiling: int, *, named: bool, begun: bool) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether the token at `index` can be part of a phrase that began to its left."""
    low, kind = u.low[index], u.kinds[index]
    if kind == STOP:
        return low in {"&", "/", "-"}
    if kind == PARENTHESIS:
        return True
    if kind == QUOTE:
        return named and index + 1 < ceiling and u.kinds[index + 1] == NAME
    if low in {"and", "or"}:
        return begun and _and_continues(u, index + 1, ceiling, named=named)
    if low in PREPOSITIONS:
        return begun and _preposition_continues(u, index, ceiling, named=named)
    personal = (low in PERSONAL and low != "one") or (begun and _begins_clause(u, index))
    if low in CONJUNCTIONS or low in _RELATIVES or personal:
        return False
    if (
        low in {"the", "a", "an"}
        and begun
        and not begins_name(u, index)
        and u.low[index - 1] not in PREPOSITIONS
        and u.low[index - 1] not in {"and", "or"}
    ):
        return False
    if low in _RECENT and begun and index + 1 < ceiling and u.low[index + 1] in TIME:
        return False
    if kind == WORD:
        leads = index > 0 and (u.low[index - 1] in {"a", "an", "the"} or u.low[index - 1] in POSSESSIVES)
        done = is_participle(low) or (low.endswith("ed") and finite_at(u, index))  # "Roe closed", "Roe died"
        stops = (is_adverb(low) and low not in DETERMINERS and not leads) or (named and done)
        stops = stops and not any(word.endswith(_OWNS) for word in u.low[max(0, index - 2) : index])
        stops = stops or (begun and (low in DONE or low.endswith(("ed", "ing"))) and _modifies_noun(u, index, ceiling))
        return not (low in FINITE and finite_at(u, index)) and not stops
    return not (kind == NAME and named and low in TIME)


def _begins_clause(u: Unit, index: int) -> bool:
    """Whether the word is the subject of a clause of its own (“under the rules nobody may”, “in Tarn there is”)."""
    low = u.low[index]
    return low in _INDEFINITES or (low == "there" and index + 1 < len(u) and finite_at(u, index + 1))


def _modifies_noun(u: Unit, index: int, ceiling: int) -> bool:
    """Whether a participle modifies the noun before it, actively or passively.

    That is "the letter signed by seven millers", "a study published this week", "the judge leading the inquiry".
    """
    if u.low[index - 1] in DETERMINERS or index + 1 >= ceiling:
        return False
    behind = u.low[index + 1]
    if u.low[index] in DONE:
        return behind == "by"
    if u.low[index].endswith("ed"):
        return is_participle(u.low[index]) and (behind in PREPOSITIONS or behind in _RECENT or behind in TIME)
    return is_present_participle(u.low[index]) and (behind in DETERMINERS)


def _and_continues(u: Unit, at: int, ceiling: int, *, named: bool) -> bool:
    """Whether "and" continues with another noun at `at`."""
    if at >= ceiling or is_adverb(u.low[at]) or u.low[at] in cue_verbs():
        return False
    return not named or u.kinds[at] == NAME or u.low[at] in OPENERS


def _preposition_continues(u: Unit, index: int, ceiling: int, *, named: bool) -> bool:
    """Whether a preposition inside the phrase continues it."""
    low = u.low[index]
    if index + 1 >= ceiling or u.kinds[index + 1] not in {WORD, NAME, NUMBER} or u.low[index + 1] in TIME:
        return False
    if low == "of":
        return True
    follow = index + 2 if u.low[index + 1] in {"the", "a", "an"} and index + 2 < ceiling else index + 1
    if low in {"from", "at", "for"}:
        return not named or u.kinds[follow] == NAME
    return low in {"in", "on", "with", "to", "against"} and not named


def _appositions(u: Unit, last: int, limit: int, base: Phrase) -> int:
    """The last token of the appositions that follow the phrase ending at `last`, or `last` itself."""
    for _ in range(_APPOSITIONS):
        comma = u.after_brackets(last + 1, limit)
        if comma + 1 >= limit or u.low[comma] != ",":
            return last
        first = comma + 1
        if u.kinds[first] == NUMBER and first + 1 < limit and u.low[first + 1] in {",", "."}:
            last = first
            continue
        if not _apposes(u, first, base) or u.low[first + 1 : first + 3] in (["of", "which"], ["of", "whom"]):
            return last
        end = first
        while end + 1 < limit and u.kinds[end + 1] != QUOTE and end - first < LONGEST:
            if u.low[end + 1] in _AFTER_APPOSITION:
                break
            end += 1
        if end + 1 < limit and u.kinds[end + 1] == QUOTE and u.low[end] not in {"of", "entitled", "called"}:
            return last
        if _has_verb(u, first, end):
            return last
        last = end
    return last


def _has_verb(u: Unit, first: int, end: int) -> bool:
    """Whether the words after a comma are a clause ("said Roe, the mayor, the Post reported")."""
    told = (i for i in range(first + 1, end + 1) if u.kinds[i - 1] == NAME and u.low[i] in cue_verbs())
    return any(finite_at(u, i) for i in told) or any(u.low[i] in _VERBS for i in range(first, end + 1))


def _apposes(u: Unit, first: int, base: Phrase) -> bool:
    """Whether an apposition to `base` begins at `first`."""
    low, kind = u.low[first], u.kinds[first]
    if kind not in {WORD, NAME} or is_participle(low) or low == "also":
        return False
    if low in OPENERS or _role_ahead(u, first) or low in ADJECTIVES or affiliates(u, first):
        return True
    if kind != NAME or base.kind == "pronoun":
        return False
    if _owned_role(u, first):
        return True
    return u.word(first) in TITLES or base.kind == "noun" or is_only_a_title(u, base)


def _role_ahead(u: Unit, first: int) -> bool:
    """Whether lower-case words from `first` on name a role ("portfolio manager at X", "senior equity strategist")."""
    for index in range(first, min(len(u), first + _ROLE_WORDS)):
        low = u.low[index]
        if is_role(low):
            return True
        if u.kinds[index] != WORD or low in FUNCTION_WORDS or is_adverb(low):
            return False
        if low in PERSONAL or low in RELATIVES or finite_at(u, index):
            return False
    return False


def _owned_role(u: Unit, first: int) -> bool:
    """Whether a role with a named body as owner begins at `first` ("Norvia's energy minister", "Oslan Bank's head")."""
    owner = first
    while owner + 1 < len(u) and u.kinds[owner] == NAME and not u.low[owner].endswith(_OWNS):
        owner += 1
    for index in range(owner + 1, min(len(u), owner + _OWNED)):
        if u.kinds[index] not in {WORD, NAME} or u.low[index] in PREPOSITIONS or finite_at(u, index):
            return False
        if is_role(u.low[index]):
            return u.low[owner].endswith(_OWNS)
    return False


def affiliates(u: Unit, at: int) -> bool:
    """Return whether an affiliation begins at `at` ("from the Delta Institute", "of Ohio")."""
    if u.low[at] not in {"from", "of", "at", "with"} or at + 1 >= len(u):
        return False
    first = at + 2 if u.low[at + 1] in DETERMINERS and at + 2 < len(u) else at + 1
    if u.kinds[first] == NAME:
        return True
    place = next((to for to in range(first, min(len(u) - 2, first + _PLACED)) if u.low[to] in _PLACES), 0)
    return bool(place) and u.low[place + 1] == "of" and u.kinds[place + 2] == NAME  # "from the hill village of Tarn"
