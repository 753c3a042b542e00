"""Find the body that a role belongs to: "of", "at" or "for" the Delta Institute, with the county court."""

from itertools import pairwise

from reader.analysis.units.units import NAME, WORD
from reader.analysis.voices.names.lists import entries, marked, role_of, table
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.work_titles import in_full
from reader.analysis.voices.roles.tokens import Tokens
from reader.analysis.words.grammar import DETERMINERS, GENITIVES, PREPOSITIONS, without_genitive, words
from reader.model import Span

POSSESSIVE_ENDINGS = frozenset({"’s", "'s", "’", "'"})
OF_PLACES = words("offices_of_places")
OUTSIDERS = marked("roles", "kin") | words("outsiders")
BONDS = frozenset({"at", "for", "from", "in", "of", "to", "with", "within"})
"""Prepositions between a role and a body."""

_MORE = frozenset({"a", "an", "her", "his", "the"})
WORKPLACES = entries("workplaces") | {"authority", "board", "police", "service", "team"}
_KINDS = table("called").keys() | table("body_nouns").keys() | {"bank", "channel", "federation", "operator", "tank"}
_LONGEST_KIND = 3  # words of "the building firm"
_LONGEST_NOUN = 3  # words of "fire service" behind a name, and of "county education" before "bureau"
_NO_IDENTITY = (
    DETERMINERS | PREPOSITIONS | {"and", "big", "good", "great", "local", "new", "old", "or", "same", "small"}
)
_PLACE_NOUNS = words("place_nouns") | {"borough", "island", "port", "prefecture", "suburb", "valley"}


def body_of_role(t: Tokens, head: int, stop: int, noun: str) -> tuple[Span | None, int]:
    """Return the body after a preposition in a role, and the index where the words of the role before it end.

    Of several, a body by its name comes before any other, and the outer body before its part: "head of the Vela
    Initiative within the *Delta Council*", "economist for Norland at *Vela Bank*".

    `head` is the index after the head of the role, its `noun`; the phrase ends at `stop`.
    """
    found, cut, most = None, stop, 0
    end = added_role(t, head, stop) or stop
    for at in range(head, end) if noun not in OUTSIDERS else ():
        bond = t.low(at)
        employed = bond == "by" and t.low(at - 1) == "employed"
        if not (bond in BONDS or employed):
            continue
        first, kind = _behind_kind(t, at + 1)
        if not kind and _is_no_bond(t, at, end, noun):
            continue
        named = kind or (bond == "from" and role_of(noun) == "journalist" and noun != "blogger")
        tie = body_at(t, first, bond, named=named)
        name = None if tie is None else t.names.at(tie.start)
        surely = named or (name is not None and name.body)
        weight = 3 if found and bond in {"in", "within"} else 2 if surely else 1
        street = bond == "of" and t.low(at + 1) == "the" and role_of(noun) == "person" and not kind
        if tie is None or (street and may_be_a_place(t, tie)):
            tie, weight = common_body(t, at + 1, end), 1
        field = t.is_name(at) and not surely  # "National Director For Cancer"
        if tie is not None and weight > most and not field:
            found, cut, most = tie, at - employed, weight
    return found, cut


def added_role(t: Tokens, first: int, stop: int) -> int:
    """Return the index of the "and" before another role ("a novelist *and* a former mayor"); 0 without one."""
    joined = (at for at in range(first, stop) if t.low(at) == "and" and t.low(at + 1) in _MORE)
    return next(joined, 0)


def _is_no_bond(t: Tokens, at: int, stop: int, noun: str) -> bool:
    """Whether what a preposition adds to a role is no body: a work, a field, a town, a constituency."""
    bond = t.low(at)
    no_body = noun in words("works_authors") or t.low(at - 1) in _PLACE_NOUNS
    if (bond == "of" and no_body) or (bond == "for" and noun in words("offices_for_matters")):
        return True
    place = noun in OF_PLACES | words("elected") or (bond == "of" and t.low(at - 1) == "chief")
    if bond not in {"for", "of", "to"} or not place or t.low(at - 2) == "u.s":
        return t.low(at - 2) == "u.s"
    near = t.names.within(t.unit.ends[at], t.unit.ends[stop - 1])
    return not any(name.body and (len(name.words) > 1 or name.words[0].isupper()) for name in near)


def _behind_kind(t: Tokens, at: int) -> tuple[int, bool]:
    """The index of a name after an article and what kind of body it names ("the building firm Pontex"), and if so."""
    at = t.after_article(at)
    if t.is_name(at + 1) and ("-" in t.low(at) and (not t.is_name(at) or t.low(at).endswith("-based"))):
        at += 1  # "the left-leaning Delta Forum"
    place = t.name_at(at)
    placed = place is not None and place.place and not t.is_name(t.behind(place))  # "Norlish law firm Pontex"
    for index in range(at + placed, min(at + _LONGEST_KIND, len(t) - 1)):
        name = t.name_at(index)
        if name is not None and name.body and not (name.place or placed) and index > at:
            return index, False  # "the prestigious Delta College"
        if t.low(index) in PREPOSITIONS or name is not None or t.is_stop(index):
            break
        if t.low(index) in _KINDS and t.unit.kinds[index + 1] in {NAME, WORD}:
            behind = t.after_article(index + 1)
            if t.name_at(behind) is not None:
                return behind, True
    return at, False


def common_body(t: Tokens, at: int, stop: int, nouns: frozenset[str] = entries("workplaces")) -> Span | None:
    """Return a body without a name at an index: "the county education bureau", "Lima airport"; else None.

    A single word ("the hospital") says too little.
    """
    first = t.after_article(at)
    for last in range(min(first + _LONGEST_NOUN, stop - 1), first, -1):
        if t.low(last) in nouns and not any(t.low(at) in _NO_IDENTITY for at in range(first, last)):
            placed = t.low(last + 1) in {"in", "of"} and last + 2 < stop and t.is_name(last + 2)
            return t.span(first, last + 3 if placed else last + 1)
    return None


def _noun_behind(t: Tokens, name: Name) -> int:
    """The index of the noun for a body that follows another name ("the Tarn city *council*"), else 0."""
    behind = t.behind(name)
    if name.body:
        return 0
    for at in range(behind, min(behind + _LONGEST_NOUN, len(t))):
        if t.low(at) in _NO_IDENTITY or t.unit.kinds[at] != WORD:
            break
        if without_genitive(t.low(at)) in WORKPLACES:
            return at
    return 0


def whole_body(name: Name) -> Span | None:
    """Return the span of a body's name inside a role; None for a field ("Radio host")."""
    return name.span if name.body and not name.place and not is_common(" ".join(name.words).lower()) else None


def is_common(low: str) -> bool:
    """Return whether a body's name in lower case is one common word, as in "Radio host" and "Cultural producer"."""
    if low in words("fields_of_work") or (" " not in low and low.endswith(("al", "ic", "ive"))):
        return True
    return any(low in each for each in (entries("workplaces"), entries("modifiers"), table("bodies"), table("called")))


def body_behind(t: Tokens, at: int, *, person: bool = True, vague: bool = False) -> Span | None:
    """Return the body after the preposition at an index behind a name: "Ada Cole *of* the Delta Trust"; else None.

    Unless `vague`, a single word is none, because it may be a town.
    """
    first, kind = _behind_kind(t, at + 1) if person else (t.after_article(at + 1), False)
    tie = body_at(t, first, "of" if t.low(at) == "from" else t.low(at), named=kind)
    vague = vague or kind or t.low(at) not in {"from", "of"}
    return tie if vague or tie is None or not may_be_a_place(t, tie) else None


def body_at(t: Tokens, at: int, bond: str, *, named: bool = False) -> Span | None:
    """Return the name of the body that begins at an index, with its owner or parent body.

    `bond` is the preposition before it; `named` is whether a noun says that a name of a body follows ("the blog La
    Vela").
    """
    name = t.name_at(at)
    if name is None or (name.titled and not name.body):
        return None
    noun = _noun_behind(t, name)
    near = t.names.within(name.title, name.title + 160)
    if name.place and not noun:
        if not name.owner or len(near) < 2 or near[1].start - name.end > 3 or not near[1].body:  # noqa: PLR2004 - "’s "
            return None
    elif not named and (
        (not name.body and ((bond == "in" and name.plain) or name.words[0] in entries("first_names")))
        or (bond == "from" and name.plain)
        or name.platform
    ):
        return None
    if noun:
        return Span(name.title, t.end_of(noun))
    behind = t.behind(name)
    owns = t.low(behind - 1).endswith(GENITIVES) and behind < len(t) and t.unit.kinds[behind] == WORD
    if not name.body and (owns or t.low(behind) in _PLACE_NOUNS):
        return None  # "of Vela West district", "of Vela’s fire brigade"
    end = name.end
    for inner, other in pairwise(near):
        gap = t.text[inner.end : other.title].split()
        owned = inner.owner and gap and gap[0] in POSSESSIVE_ENDINGS and len(gap) == 1
        part = gap[:1] in (["at"], ["of"]) and gap[1:] in ([], ["the"]) and not name.place
        if not (other.body and (owned or part)):
            break
        end = other.end
    body = Span(name.title, end)
    return in_full(t.text, body) if named and end == name.end and not name.body else body


def may_be_a_place(t: Tokens, tie: Span) -> bool:
    """Return whether a single word after "of" can be a place: "Ada Cole of Lisk", "a tailor of the Rue"."""
    name = t.names.at(tie.start)
    titled = t.text.startswith("The ", max(0, tie.start - len("The ")))
    return name is not None and name.end == tie.end and name.plain and len(name.words) == 1 and not titled
