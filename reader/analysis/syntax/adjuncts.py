"""Skip adjuncts around a subject: days, occasions and other phrases that do not belong to it."""

import re

from reader.analysis.units.noun_phrases import is_noun
from reader.analysis.units.quantities import is_year
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.words.grammar import (
    DASHES,
    DETERMINERS,
    IDIOMS,
    LINKS,
    PREPOSITIONS,
    TIME,
    is_adverb,
    is_participle,
    words,
)

PAUSES = frozenset({",", "–", "—", "-", "--"})
_TITLES = frozenset({"Today", "TODAY"})  # "USA Today"; the adverb has no capital
_ADJOINING = frozenset({"at", "by", "during", "for", "from", "in", "on"})
_MANNERS = frozenset({"effect", "fact", "full", "part", "private", "public", "response", "turn"}) | {
    f"{pronoun} {what}" for pronoun in ("her", "his", "its", "their") for what in ("part", "turn")
}
_OCCASIONS = words("occasions")
AT_ONE = frozenset({"at", "during", "in"})
"""The prepositions that begin a phrase of occasion."""

# The words that can end a phrase of time or occasion.
_CLOSING_TIMES = TIME | _OCCASIONS | {"point", "time", "times"} | {manner.split()[-1] for manner in _MANNERS}
SPANS = frozenset({"days", "decades", "hours", "minutes", "moments", "months", "seconds", "weeks", "years"})
SPAN_UNITS = SPANS | {each.removesuffix("s") for each in SPANS}
"""The units of time spans, in the singular and plural."""

_LATER = frozenset({"after", "afterward", "afterwards", "ago", "before", "earlier", "later", "on"})
_NARROWING = frozenset({"earlier", "early", "just", "late", "later", "only"})
_COUNTING = (
    words("counts")
    | _NARROWING
    | {"a", "about", "almost", "an", "barely", "few", "less", "more", "nearly", "over", "some", "than"}
)
_ON_OCCASIONS = frozenset({"for", "in", "on", "to", "with"})
_ON_WHICH = frozenset({"a", "an", "her", "his", "its", "their", "this"})
_LONG_ADJUNCT = 12  # maximum tokens of an occasion with a phrase after it
_ADJUNCT = 6  # maximum tokens of a phrase of time or occasion
_SPANNED = 6  # maximum tokens of a time span
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d(?:[ap]m)?")
_DATELINE = 6  # maximum tokens of a place and its dash


def dateline(u: Unit, first: int, limit: int) -> int:
    """Return the number of tokens of a dateline or time at `first`; 0 without one.

    That is "WEIRTON -", "WEIRTON, Ore. –" and, in a report that is written as things happen, "16.06".
    """
    if first == 0 and len(u) > 1 and _CLOCK.fullmatch(u.word(0)) and u.word(1)[0].isupper():
        return 1
    if not u.word(first).isupper():
        return 0
    return next((at + 1 - first for at in range(first + 1, min(first + _DATELINE, limit)) if u.low[at] in DASHES), 0)


def before_date(u: Unit, last: int, lowest: int) -> int:
    """Return the token before a date between subject and verb ("Roe on Monday said"); `last` without one."""
    at = last
    if at - 2 >= lowest and u.low[at] in TIME and u.low[at - 1] in {"last", "next", "this"}:
        before = at - 3 if at - 3 >= lowest and u.low[at - 2] in _NARROWING else at - 2
        return before if u.low[before] not in PREPOSITIONS else last
    if u.low[at] in SPAN_UNITS and u.low_at(at + 1) in _LATER:  # an adverb, which belongs to the verb
        return _before_span(u, at, lowest)
    while at > lowest and u.kinds[at] == NAME and u.low[at] in TIME and u.word(at) not in _TITLES:
        at -= 1
    if at == last or (u.kinds[at] == NAME and u.kinds[at + 1] != NAME):
        return last
    if u.low[at] in {"on", "late", "early", "last"} or (u.kinds[at] == WORD and is_adverb(u.low[at])):
        at -= 1
    return at if at >= lowest and u.kinds[at] in {NAME, WORD, STOP, QUOTE} and u.low[at] not in PREPOSITIONS else last


def _before_span(u: Unit, unit: int, lowest: int) -> int:
    """The noun before a time span that ends with its unit ("less than two weeks", "a day"); the unit without one."""
    at = unit - 1
    while at > lowest and (u.low[at] in _COUNTING or u.kinds[at] == NUMBER):
        at -= 1
    return at if u.kinds[at] == NAME or is_noun(u, at) else unit


def before_adjunct(u: Unit, last: int, lowest: int) -> int:
    """Return the token before an adjunct of time or occasion between subject and verb; `last` without one.

    That is “Roe at one point said”, “Roe on Friday night told”, “Roe in a statement denied”.

    Args:
        u: The unit.
        last: The token before the verb.
        lowest: The first token that may be searched.
    """
    if last - 2 >= lowest and (u.low[last - 1], u.low[last]) in IDIOMS:
        return before_date(u, last - 2, lowest)
    occasion = _occasion(u, last, lowest)
    if occasion is not None:
        return before_date(u, occasion - 1, lowest)
    if u.low[last] not in _CLOSING_TIMES:
        dated = u.kinds[last] == NUMBER and last - 2 >= lowest and is_year(u, last, lowest)  # "Roe in 2010 said"
        return last - 2 * dated
    at = last
    while at > max(lowest, last - _ADJUNCT) and u.kinds[at] in {WORD, NAME, NUMBER} and u.low[at] not in PREPOSITIONS:
        at -= 1
    words_behind = u.low[at + 1 : last + 1]
    if at - 1 < lowest or u.low[at] not in _ADJOINING or not words_behind:
        return last
    noun = words_behind[-1]
    timed = " ".join(words_behind) in _MANNERS or noun in TIME
    timed = timed or (noun in {"point", "time", "times"} and u.kinds[last] == WORD)  # but not "the Harbour Times"
    occasion = noun in _OCCASIONS and u.low[at] in {"at", "during", "in", "on"} and u.kinds[last] == WORD
    occasion = occasion and (words_behind[0] in DETERMINERS or len(words_behind) == 1)
    before_it = u.low[at - 1]
    apart = u.kinds[at - 1] == QUOTE or (u.kinds[at - 1] == STOP and (before_it not in PAUSES or at - 1 == lowest))
    if not (timed or occasion) or apart or before_it in PREPOSITIONS:
        return last
    return before_date(u, at - 1, lowest)


def occasion_noun(u: Unit, at: int) -> int:
    """Return the noun of the occasion whose phrase begins at `at` ("in a written statement"); 0 without one."""
    if u.low[at] not in AT_ONE or at + 2 >= len(u) or u.low[at + 1] not in _ON_WHICH:
        return 0
    nouns = range(at + 2, min(len(u), at + _ADJUNCT))
    noun = next((i for i in nouns if u.low[i] in _OCCASIONS), 0)
    return noun if all(u.kinds[i] in {NAME, WORD} for i in range(at + 2, noun)) else 0


def _occasion(u: Unit, last: int, lowest: int) -> int | None:
    """The preposition of an occasion with a phrase after it that ends at `last` ("at a rally in Tarn"); else None."""
    floor = max(lowest, last - _LONG_ADJUNCT)
    if _OCCASIONS.isdisjoint(u.low[floor:last]):
        return None
    for at in range(last, floor, -1):
        if u.kinds[at] not in {WORD, NAME, NUMBER}:
            return None
        if u.low[at] in _ON_OCCASIONS and u.low[at - 1] in _OCCASIONS and u.kinds[at - 1] == WORD:
            return _before_noun(u, at - 1, lowest)
    return None


def _before_noun(u: Unit, noun: int, lowest: int) -> int | None:
    """The preposition before an occasion, with a subject before it; None without either."""
    first = noun
    while first > lowest and u.kinds[first] == WORD and u.low[first] not in PREPOSITIONS:
        first -= 1
    if first - 1 <= lowest or u.low[first] not in AT_ONE or u.low[first + 1] not in {"a", "an", "another", "the"}:
        return None
    subject = u.kinds[first - 1] in {WORD, NAME} and u.low[first - 1] not in PREPOSITIONS
    return first if subject or u.low[first - 1] in PAUSES else None


def word_before(u: Unit, index: int) -> str:
    """Return the word before a token, skipping an adverb between commas ("many millers, however, say"); "" if none."""
    adverb = u.low[index - 1 : index] == [","] and u.low[max(0, index - 3) : index - 2] == [","]
    if adverb and index > 3 and is_adverb(u.low[index - 2]):  # noqa: PLR2004 - a word, two commas and the adverb
        return u.low[index - 4]
    return u.low[index - 1] if index else ""


def after_time(u: Unit, start: int, limit: int) -> int:
    """Return the token after a phrase of time and its comma that open a clause ("Two days later,"); else `start`."""
    near = u.low[start : min(limit, start + _ADJUNCT)]
    if "," not in near[1:] or near[0] == ",":
        return start
    opener = near[: near.index(",")]
    end = start + len(opener)
    units_of_time = TIME.union(SPANS).intersection(opener)
    placed = opener[-1] in _LATER or opener[0] in {
        "at",
        "by",
        "early",
        "in",
        "last",
        "late",
        "next",
        "on",
        "the",
        "this",
    }
    placed = placed or not {"after", "before", "into"}.isdisjoint(opener[1:3])
    vague = opener[-1:] in (["then"], ["that"]) and opener[0] in {"by", "before", "not", "since", "until"}
    return end + 1 if (units_of_time and placed) or vague or (len(opener) == 1 and units_of_time) else start


def span_from(u: Unit, first: int) -> int:
    """Return the "after" or "before" of a time span that begins at `first` ("two years after"); else `first`."""
    for at in range(first + 1, min(len(u) - 1, first + _SPANNED)):
        if u.low[at] in {"after", "before"} and u.low[at - 1] in SPAN_UNITS:
            return at
        if u.kinds[at] not in {WORD, NUMBER}:
            break
    return first


def adverbial(u: Unit, first: int) -> bool:
    """Return whether the word at `first` can begin an adverbial: a preposition, a conjunction or a participle."""
    return u.low[first] in LINKS or is_participle(u.low[first])
