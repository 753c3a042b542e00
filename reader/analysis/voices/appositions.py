"""Reads the role that stands behind a name: ", a fellow at the Delta Institute", "is a nurse", "(NPR)"."""

import re
from itertools import pairwise

from reader.analysis.voices.lists import entries, role_of, singular
from reader.analysis.voices.names import Name, Names, is_platform
from reader.analysis.voices.phrases import Role, employer, is_role, ties, tokens
from reader.model import Span

_REACH = 240  # characters read behind a name
_HEAD_WORDS = 12  # words of the longest role before its first preposition
_TAIL_WORDS = 7  # words behind it that an apposition may still have without a body in them
_ALL_WORDS = 14
_NOTES = re.compile(r"(?:\s*\[[^\]\n]{1,40}\])*")
_BRACKET = re.compile(r"\s*\(([^)\n]{2,80})\)")
_BOND = re.compile(r",?\s+(from|of|at|with)\s+(?:the\s+|The\s+)?")
_LINK = re.compile(r"\s*,\s+(?:\d{1,3},\s+)?|\s+[–—-]\s+|\s+(?=(?:is|was)\s+(?:an?|the|one of)\s)|\s+(?=[a-z])")
_WHAT_IT_IS = re.compile(r"(?:which\s)?(?:is\s|was\s)?(?:an?|the|one of)\s")
_VERBS = frozenset({"chair", "guide", "head", "host", "judge", "lead", "model", "voice"})
_RELATION = re.compile(r"\s+(of|at|for|from|with|within|in)\s+(?:the\s+|The\s+)?(?=[^\W\d_])")
_WITHIN = re.compile(r"\s+(?:within|in)\s+(?:the\s+)?")
_PART_OF = re.compile(r"\s+(?:at|of)\s+(?:the\s+)?")
_HEAD_END = re.compile(
    r"\s(?:of|at|for|from|with|within|in|on|by|to|who|that|which|whose|where|based|working|specialising|"
    r"specializing|studying|focusing|covering|responsible|turned|and also|living|known)\b"
)
_RELATIVE = re.compile(r"\s(?:who|which|that|whose|where)\b")
_LEAD = re.compile(
    r"(?:(?:another|who\s+(?:is|was|has been)|also|now|then|currently|formerly|himself|herself|and|the|is|was)\s+)+",
    re.IGNORECASE,
)
_END = re.compile(r"[,;:!?()“”\"\n–—]|\.(?=\s|\Z)|\s-\s|\s\[")
_COMMA = re.compile(r",\s+")
_GOES_ON = re.compile(r"(?:and\s+)?(?:an?|head|director|chair)\s", re.IGNORECASE)
_KIND_OF_BODY = re.compile(
    r"(?:[\w-]+\s+)?(?:blog|newspaper|magazine|website|site|daily|weekly|agency|party|group|company|think tank|"
    r"charity|NGO|organi[sz]ation|station|channel|network)\s+(?=[^\W\d_])"
)
_ACTS = re.compile(
    r",\s(?:\d{1,3},\s)?who\s(?:now\s|also\s|has\s(?:long\s)?)?"
    r"(?:(?:chair|direct|edit|head|lead|manage|represent|run)s|chaired|directed|edited|headed|led|managed|ran)"
    r"\s(?:the\s|its\s|a\s)?"
)
_ANOTHER_VERB = re.compile(r"\s(?:and|but|when|while|until|since|because)\s")
_DOES = re.compile(r"who\s(?!is\b|was\b|has been\b)")
_POLITICS = re.compile(r"\b(?:cabinet|caucus|council|faction|government|ministry|opposition|party)\b")
_OF_WORKS = frozenset({"author", "co-author", "composer", "creator", "translator", "writer"})
_OF_PLACES = frozenset({"ambassador", "archbishop", "bishop", "governor", "king", "mayor", "queen", "sheriff"})
POSSESSIVE_ENDINGS = frozenset({"’s", "'s", "’", "'"})


def after(text: str, name: Name, names: Names) -> Role | None:
    """The role or body behind a name, None where what follows says neither."""
    position = _skip(text, name.end)
    bracket = _BRACKET.match(text, position)
    if bracket is not None:
        inside = _bracketed(text, Span(*bracket.span(1)), names)
        if inside is not None:
            return inside
        position = _skip(text, bracket.end())
    bond = _BOND.match(text, position)
    if bond is not None:
        tie = _body_at(text, bond.end(), names, "of" if bond[1] == "from" else bond[1])
        return None if tie is None else Role(None, tie)
    link = _LINK.match(text, position)
    if link is None or not (link[0].strip(" \n") or _opens_role(text, link.end())):
        return None
    found = None if name.body else segment(text, link.end(), names)
    thing = name.words[0] not in entries("first_names") and not name.titled and _WHAT_IT_IS.match(text, link.end())
    if found is None and thing:
        found = segment(text, link.end(), names, body=True)
    return found


def acting(text: str, name: Name, names: Names) -> Role | None:
    """What somebody is said to lead: ", who heads the Delta Union", ", who leads the tide team at the Delta Institute".

    The body is the affiliation; what they lead there is the role, without its verb: "tide team". Who leads an
    opposition or a party is a politician, which is told by the noun alone.
    """
    match = None if name.body or name.place else _ACTS.match(text, name.end)
    if match is None:
        return None
    stop = _end(text, match.end(), min(len(text), match.end() + _REACH), names)
    body = _body_at(text, match.end(), names, "of", named=False)
    if body is not None and body.end <= stop:
        return Role(None, body, "head")
    end = min(stop, _clause_end(text, match.end(), stop))
    tie, cut = _tie(text, match.end(), end, names, "")
    if len(text[match.end() : end if cut is None else cut].split()) > _HEAD_WORDS:
        return None
    if tie is None:
        return Role(None, None, "politician") if _POLITICS.search(text, match.end(), end) else None
    return Role(Span(match.end(), end if cut is None else cut), tie, "head")


def _clause_end(text: str, start: int, stop: int) -> int:
    """Where a relative clause goes on with another verb ("… and speaks for"), else `stop`."""
    more = _ANOTHER_VERB.search(text, start, stop)
    return stop if more is None else more.start()


def _skip(text: str, position: int) -> int:
    """Past bracketed notes such as "[es]"."""
    notes = _NOTES.match(text, position)
    return position if notes is None else notes.end()


def _opens_role(text: str, start: int) -> bool:
    """Whether what follows a name without a comma says what somebody is: "is a …", or a role noun, no verb."""
    word = re.compile(r"[\w-]+").match(text, start)
    if word is None:
        return False
    if word[0] in {"is", "was"}:
        return True
    return role_of(word[0]) is not None and singular(word[0]) == word[0].lower() and word[0] not in _VERBS


def _bracketed(text: str, span: Span, names: Names) -> Role | None:
    """What stands in brackets behind a name: "(former director of the Herald)", "(NPR)"."""
    near = names.within(span.start, span.end)
    if len(near) == 1 and near[0].span == span and near[0].body:
        whole = span.of(text)
        known = whole in entries("outlets") or near[0].words[-1] in entries("organisations")
        return Role(None, span) if known else None
    return segment(text, span.start, names, span.end)


def segment(text: str, start: int, names: Names, limit: int | None = None, *, body: bool = False) -> Role | None:
    """The role in the phrase that begins at `start` and ends at the next comma, dash or point, or at `limit`.

    With `body` the phrase says what a body is ("an organization which …"), else what a person is.
    """
    stop = min(len(text), start + _REACH) if limit is None else limit
    end = _end(text, start, stop, names)
    if _DOES.match(text, start, end):
        return None
    lead = _LEAD.match(text, start, end)
    start = start if lead is None else lead.end()
    head = _head_end(text, start, end, names)
    nouns = _head_nouns(text[start:head], body=body)
    if not nouns:
        return None
    relative = _RELATIVE.search(text, start, end)
    end = end if relative is None else relative.start()
    tie, cut = _tie(text, head, end, names, nouns[-1])
    if tie is None:
        tie = next((n.span for n in names.within(start, head) if ties(n)), None)
        tie = tie or employer(text, tokens(text, start, head), nouns[-1])
    role_end = end if cut is None else cut
    if cut is None and (len(text[head:end].split()) > _TAIL_WORDS or len(text[start:end].split()) > _ALL_WORDS):
        role_end = head  # no apposition goes on so long: the sentence does
    elif cut is None and (limit is None or role_end < limit):
        role_end, more = _enumeration(text, role_end, names)
        tie = tie or more
    return Role(Span(start, role_end), tie, nouns[0])


def _end(text: str, start: int, stop: int, names: Names) -> int:
    """Where a phrase ends: at a comma, bracket, dash or point, but not at the point of "St." or "U.S."."""
    for match in _END.finditer(text, start, stop):
        near = names.before(match.start() + 1, 1) if match[0] == "." else ()
        if not (near and near[-1].start <= match.start() < near[-1].end):
            return match.start()
    return stop


def _head_end(text: str, start: int, end: int, names: Names) -> int:
    """Where the words of a role before its first preposition end; a preposition inside a name is none."""
    inside = names.within(start, end)
    for match in _HEAD_END.finditer(text, start, end):
        if not any(n.start < match.start() < n.end for n in inside):
            return match.start()
    return end


def _head_nouns(head: str, *, body: bool) -> list[str]:
    """The role nouns of a phrase whose last words are one, in the singular; none for any other phrase."""
    words = [word.strip(".’'") for word in head.split()]
    if not words or len(words) > _HEAD_WORDS or not any(is_role(word, body=body) for word in words[-2:]):
        return []
    if words[-1][:1].isupper() and role_of(words[-1]) is None:
        return []
    return [singular(word) for word in words if is_role(word, body=body)]


def _tie(text: str, start: int, end: int, names: Names, noun: str) -> tuple[Span | None, int | None]:
    """The body that a role's "of", "at", "for" leads to, and where the role's own words end before it.

    Of "head of the Vela Initiative within the Delta Council" the body is the last, and the first a part of the role.
    """
    for bond in _RELATION.finditer(text, start, end):
        kind = _KIND_OF_BODY.match(text, bond.end())
        if bond[1] == "of" and noun in _OF_WORKS and kind is None:
            continue
        if bond[1] == "of" and noun in _OF_PLACES and not any(n.body for n in names.within(bond.end(), end)):
            continue
        tie = _body_at(text, bond.end() if kind is None else kind.end(), names, bond[1], named=kind is not None)
        if tie is None:
            continue
        inner = _WITHIN.match(text, tie.end)
        outer = _body_at(text, inner.end(), names, "in") if inner is not None and inner.end() < end else None
        return (tie, bond.start()) if inner is None or outer is None else (outer, inner.start())
    return None, None


def _body_at(text: str, start: int, names: Names, bond: str, *, named: bool = False) -> Span | None:
    """The name of a body that begins at `start`, with a body that owns it or that it is part of.

    `bond` is the preposition before it; `named` is whether a noun says that a body is named ("the blog La Vela").
    """
    near = [n for n in names.within(start, start + 160) if start <= n.start]
    if not near or near[0].title != start or (near[0].titled and not near[0].body):
        return None
    name = near[0]
    if name.place:
        if not name.owner or len(near) < 2 or near[1].start - name.end > 3 or not near[1].body:  # noqa: PLR2004 - "’s "
            return None
    elif not named and (
        (not name.body and (bond == "in" or name.words[0] in entries("first_names")))
        or (not name.body and bond == "from" and not any(c.isupper() for c in name.words[0][1:]))
        or is_platform(name)
    ):
        return None
    end = name.end
    for inner, other in pairwise(near):
        gap = text[inner.end : other.title]
        owned = inner.owner and gap.strip() in POSSESSIVE_ENDINGS
        if not other.body or not (owned or (_PART_OF.fullmatch(gap) and not name.place)):
            break
        end = other.end
    return Span(name.title, end)


def _enumeration(text: str, end: int, names: Names) -> tuple[int, Span | None]:
    """Where a role that is enumerated ends ("writer, a dramatist and translator"), and the body that closes it."""
    for _ in range(3):
        comma = _COMMA.match(text, end)
        if comma is None:
            break
        start = comma.end()
        stop = _end(text, start, min(len(text), start + 160), names)
        if text[stop : stop + 1] not in {",", "."}:
            break
        near = names.within(start, stop)
        if len(near) == 1 and near[0].body and near[0].title == start and near[0].end == stop:
            return end, near[0].span
        words = _HEAD_END.split(text[start:stop], maxsplit=1)[0].split()
        if not _GOES_ON.match(text, start) or not any(role_of(word) for word in words[:6]):
            break
        end = stop
    return end, None
