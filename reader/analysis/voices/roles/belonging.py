"""Find the body that a role belongs to: "of", "at" or "for" the Delta Institute, Delta’s board."""

import re
from itertools import pairwise

from reader.analysis.voices.names.lists import entries, marked, role_of
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.work_titles import in_full
from reader.analysis.words.grammar import words
from reader.model import Span

_TITLE = 12  # maximum characters from the full stop of a title to the name after it
_RELATION = re.compile(
    r"\s+(of|at|for|from|to|with|within|in)\s+(?:the\s+|The\s+)?(?:(?:[a-z]+-[a-z]+|[A-Z][a-z]+-based)\s(?=[A-Z]))?(?=[^\W\d_])"
)
_COMMON_BODY = re.compile(
    r"\s(?:(?:an?|the)\s)?((?:(?!(?:an?|and|for|in|of|or|the|to|with|his|her|its|their|this|that|local|same|big|good|great|new|old|small)\s)[\w’'-]+\s){1,3}"
    rf"(?:{'|'.join(sorted(entries('workplaces')))})(?:\s(?:in|of)\s[A-Z][\w-]+)?)(?=\Z|[\s,.;:)])"
)
_WITHIN = re.compile(r"\s+(?:within|in)\s+(?:the\s+)?")
_PART_OF = re.compile(r"\s+(?:at|of)\s+(?:the\s+)?")
KIND_OF_BODY = re.compile(
    r"(?:(?!(?:about|for|in|of|on|to|with)\s)[\w-]+\s+){0,2}"
    r"(?:blog|newspaper|magazine|bank|consultancy|firm|website|site|daily|weekly|agency|party|group|company|think tank|"
    r"association|campaign|charity|coalition|collective|federation|foundation|movement|NGO|organi[sz]ation|station|channel"
    r"|network|union|airline|college|co-?operative|museum|operator|theatre|utility)\s+(?:the\s+)?(?=[^\W\d_])"
)
"""The noun before the name of a body, as a pattern: "of the building *firm* Delta Foods"."""

_OF_WORKS = frozenset({"author", "co-author", "composer", "translator", "writer"})
OF_PLACES = words("offices_of_places")
_ITS_BODY = re.compile(
    r"\s(?:(?!(?:an?|at|by|for|from|her|his|in|its|of|on|the|their|to|with)\s)[a-z-]+\s){0,2}(?:"
    + "|".join(sorted(entries("workplaces") | {"authority", "board", "police", "service", "team"}))
    + r")(?=\Z|[\s,.;:)’'])"
)
SPEAKS_FOR = re.compile(
    r"(?:(?:an?|the)\s)?(?:[a-z-]+\s)?(?:activist|campaigner|chair(?:man|woman)?|chief executive|director|head|manager"
    r"|organi[sz]er|spokes(?:man|person|woman)|treasurer)"
)
"""A speaker for the body that begins the sentence before: "said director Ada Cole"."""

_GOES_WITH = re.compile(
    r"['’]s?\s(?=[a-z])|\s(?:borough|city|county|district|island|prefecture|province|region|town|valley|village)\b"
)
_ADVISERS = frozenset({"adviser", "advisor", "aide", "consultant", "counsel", "counsellor", "secretary"})
_OUTSIDERS = words("outsiders")
_IN_TOWN = re.compile(
    r"\s(?:at|from|in|near|outside)\s(?:[\w-]+\s){1,3}(?:city|district|island|port|province|region|suburb|town|village)\Z"
)
_CHIEF = re.compile(r"\b(?:fire|police|village)\schief\Z", re.IGNORECASE)
_ELECTED = frozenset({"candidate", "mep", "mp", "msp", "senator"})
_FOR_MATTERS = frozenset({"commissioner", "envoy", "minister", "rapporteur"})
_PROSECUTES = re.compile(r"U\.S\. [Aa]ttorney\Z")
SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+|\n+")
_SENTENCES = 900  # maximum characters of two sentences
_WORKPLACES = entries("workplaces") | {"authority", "board", "federation", "force", "hospital", "service"}
_LEADING_BODY = re.compile(
    rf"(?:An?|The)\s((?:[\w’'-]+\s){{1,3}}?(?:{'|'.join(sorted(_WORKPLACES))}))"
    r"(?=,?\s)(?!\s(?:at|by|for|from|in|of|on|to|with)\s)"
)
POSSESSIVE_ENDINGS = frozenset({"’s", "'s", "’", "'"})
AND_A = re.compile(r"\sand\s(?:an?|her|his|the)\s")
"""The words before another role: "a novelist and a former mayor"."""


def tie_of(text: str, start: int, end: int, names: Names, noun: str) -> tuple[Span | None, int | None]:
    """Return the body after "of", "at" or "for" in a role, and where the words of the role before it end.

    In "head of the Vela Initiative within the Delta Council" the body is the last name, and the first is part of the
    role.
    """
    more = AND_A.search(text, start, end)
    stop = end if more is None else more.start()
    for bond in _RELATION.finditer(text, start, end):
        kind = KIND_OF_BODY.match(text, bond.end())
        of_work = noun in _OF_WORKS and kind is None
        if bond[1] == "of" and (of_work or _IN_TOWN.search(text, max(0, start - _TITLE), bond.start()) is not None):
            continue  # "a teacher in the eastern city of Ost"
        if bond[1] == "for" and (noun in _FOR_MATTERS or _PROSECUTES.search(text, max(0, start - 2 * _TITLE), start)):
            continue
        if noun in marked("roles", "kin") or noun in _OUTSIDERS or _is_outsider(text, start, bond.start()):
            break
        if bond[1] == "to" and noun not in _ADVISERS:
            continue
        of_a_place = noun in OF_PLACES or _CHIEF.search(text, max(0, start - 2 * _TITLE), start) is not None
        elected = bond[1] == "for" and noun in _ELECTED
        if (
            kind is None
            and ((bond[1] == "of" and of_a_place) or elected)
            and not any(map(_is_whole, names.within(bond.end(), stop)))
        ):
            continue
        works_there = kind is not None or (bond[1] == "from" and role_of(noun) == "journalist" and noun != "blogger")
        tie = body_at(text, bond.end() if kind is None else kind.end(), names, bond[1], named=works_there)
        if tie is None and bond[1] != "in":
            common = common_body(text, bond.end(1), end)
            serves = (
                bond[1] == "at"
                or role_of(noun) == "official"
                or noun in marked("roles", "employed")
                or noun in marked("roles", "executive")
            )
            if common is not None and serves:
                whole = _PART_OF.match(text, common.end, end)
                outer = None if whole is None else body_at(text, whole.end(), names, "of")
                return (common, bond.start()) if whole is None or outer is None else (outer, whole.start())
        street = kind is None and bond[0].split() == ["of", "the"] and role_of(noun) == "person"
        if tie is None or (street and may_be_a_place(text, tie, names)):
            continue
        inner = _WITHIN.match(text, tie.end)
        outer = body_at(text, inner.end(), names, "in") if inner is not None and inner.end() < end else None
        return (tie, bond.start()) if inner is None or outer is None else (outer, inner.start())
    return None, None


def _is_outsider(text: str, start: int, end: int) -> bool:
    """Whether the words that "and" adds to a role before a preposition name no body: "and a fierce opponent of"."""
    more = AND_A.search(text, start, end)
    return more is not None and text[more.end() : end].rpartition(" ")[2] in _OUTSIDERS


def common_body(text: str, start: int, end: int) -> Span | None:
    """Return a body without a name after a preposition: "the county education bureau", "Lima airport"; else None.

    A single word ("the hospital") says too little.
    """
    match = _COMMON_BODY.match(text, start, end)
    return None if match is None else Span(*match.span(1))


def _is_whole(name: Name) -> bool:
    """Whether a body's name is more than a field ("Minister of Mining"): of two words or more, or an acronym."""
    return name.body and (len(name.words) > 1 or name.words[0].isupper())


def has_noun(text: str, name: Name) -> bool:
    """Return whether a noun for a body follows a name: "the Tarn city council"."""
    return not name.body and text.startswith(" ", name.end) and _ITS_BODY.match(text, name.end) is not None


def with_noun(text: str, name: Name) -> Span:
    """Return a name with the noun for a body that follows it."""
    noun = None if name.body else _ITS_BODY.match(text, name.end)
    return name.span if noun is None else Span(name.title, noun.end())


def body_at(text: str, start: int, names: Names, bond: str, *, named: bool = False) -> Span | None:
    """Return the name of the body that begins at `start`, with its owner or parent body.

    `bond` is the preposition before it; `named` is whether a noun says that a name of a body follows ("the blog La
    Vela").
    """
    near = [n for n in names.within(start, start + 160) if start <= n.start]
    if not near or near[0].title != start or (near[0].titled and not near[0].body):
        return None
    name = near[0]
    if name.place and not has_noun(text, name):
        if not name.owner or len(near) < 2 or near[1].start - name.end > 3 or not near[1].body:  # noqa: PLR2004 - "’s "
            return None
    elif not named and (
        (not name.body and (bond == "in" or name.words[0] in entries("first_names")))
        or (bond == "from" and name.plain)
        or name.platform
    ):
        return None
    whole = with_noun(text, name)
    if whole != name.span:
        return whole
    if not name.body and _GOES_WITH.match(text, name.end):
        return None  # "of Vela West district", "of Vela’s fire brigade"
    end = name.end
    for inner, other in pairwise(near):
        gap = text[inner.end : other.title]
        owned = inner.owner and gap.strip() in POSSESSIVE_ENDINGS
        if not other.body or not (owned or (_PART_OF.fullmatch(gap) and not name.place)):
            break
        end = other.end
    body = Span(name.title, end)
    return in_full(text, body) if named and end == name.end and not name.body else body


def may_be_a_place(text: str, tie: Span, names: Names) -> bool:
    """Return whether a single word after "of" can be a place: "Ada Cole of Lisk", "a tailor of the Rue"."""
    name = names.at(tie.start)
    titled = text.startswith("The ", max(0, tie.start - len("The ")))
    return name is not None and name.end == tie.end and name.plain and len(name.words) == 1 and not titled


def leading_body(text: str, offset: int) -> Span | None:
    """Return the unnamed body that opens the sentence before an offset's one: "The tax office shut."; else None."""
    left = max(0, offset - _SENTENCES)
    begun = [left, *(end.end() for end in SENTENCE_END.finditer(text, left, offset))]
    body = _LEADING_BODY.match(text, begun[-2], begun[-1]) if len(begun) > 1 else None
    return None if body is None else Span(*body.span(1))
