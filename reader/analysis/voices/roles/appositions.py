"""Reads the role that stands behind a name: ", a fellow at the Delta Institute", "is a nurse", "(NPR)"."""

import re
from itertools import pairwise

from reader.analysis.voices.names.lists import entries, role_of, singular
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.roles.phrases import Role, closes_adverbial, employer, is_role, ties, tokens
from reader.model import Span

_REACH = 240  # characters read behind a name
_HEAD_WORDS = 12  # words of the longest role before its first preposition
_TAIL_WORDS = 7  # words behind it that an apposition may still have without a body in them
_ALL_WORDS = 14
_TITLE = 12  # characters from the point of a title to a name behind it
_NOTES = re.compile(r"(?:\s*\[[^\]\n]{1,40}\])*")
_BRACKET = re.compile(r"\s*\(([^)\n]{2,80})\)")
_BOND = re.compile(r",?\s+(from|of|at|with)\s+(?:the\s+|The\s+)?")
_LINK = re.compile(r"\s*,\s+(?:\d{1,3},\s+)?|\s+[–—-]\s+|\s+(?=(?:is|was)\s+(?:an?|the|one of)\s)|\s+(?=[a-z])")
_WHAT_IT_IS = re.compile(r"(?:which\s)?(?:is\s|was\s)?(?:an?|the|one of)\s")
_VERBS = frozenset({"chair", "guide", "head", "host", "judge", "lead", "model", "voice"})
GENERIC = re.compile(r"(?:an?\s|the\s)?(?:body|company|entity|firm|group|institution|organi[sz]ation)")
"""What says nothing of a body by itself."""

_RELATION = re.compile(
    r"\s+(of|at|for|from|with|within|in)\s+(?:the\s+|The\s+)?(?:(?:[a-z]+-[a-z]+|[A-Z][a-z]+-based)\s(?=[A-Z]))?(?=[^\W\d_])"
)
_COMMON_BODY = re.compile(
    r"\s(?:(?:an?|the)\s)?((?:(?!(?:an?|and|for|in|of|or|the|to|with|his|her|its|their|this|that|local|same|big|good|great|new|old|small)\s)[\w’'-]+\s){1,3}"
    rf"(?:{'|'.join(sorted(entries('workplaces')))})(?:\s(?:in|of)\s[A-Z][\w-]+)?)(?=\Z|[\s,.;:)])"
)
_WITHIN = re.compile(r"\s+(?:within|in)\s+(?:the\s+)?")
_PART_OF = re.compile(r"\s+(?:at|of)\s+(?:the\s+)?")
_HEAD_END = re.compile(
    r"\s(?:of|at|for|from|with|within|in|on|by|to|who|that|which|whose|where|based|working|specialising|"
    r"specializing|studying|focusing|covering|responsible|turned|and also|living|known)\b"
)
_RELATIVE = re.compile(r"\s(?:who|which|that|whose|where)\b")
_LEAD = re.compile(
    r"(?:(?:another|(?:acting|serving|working)\s+as|who\s+(?:is|was|has been)|"
    r"also|now|then|currently|formerly|himself|herself|and|the|is|was)\s+)+",
    re.IGNORECASE,
)
_END = re.compile(r",(?!\d)|[;:!?()“”\"\n–—]|\.(?=\s|\Z)|\s-\s|\s\[")
_INITIALS = re.compile(r"\.[A-Z]\.\s(?:[a-z]|Attorney|Rep|Sen)")  # "the U.S. Attorney for the district"
_COMMA = re.compile(r",\s+")
_GOES_ON = re.compile(r"(?:and\s+)?(?:an?|head|director|chair)\s", re.IGNORECASE)
_KIND_OF_BODY = re.compile(
    r"(?:(?!(?:about|for|in|of|on|to|with)\s)[\w-]+\s+){0,2}"
    r"(?:blog|newspaper|magazine|bank|consultancy|firm|website|site|daily|weekly|agency|party|group|company|think tank|"
    r"charity|NGO|organi[sz]ation|station|channel|network)\s+(?=[^\W\d_])"
)
_WHO = r",\s(?:\d{1,3},\s)?who\s(?:now\s|also\s|has\s(?:long\s)?)?"
_ACTS = re.compile(
    _WHO + r"((?:chair|direct|edit|head|lead|manage|represent|run)s|chaired|directed|edited|headed|led|managed|ran)"
    r"\s(?:the\s|its\s|a\s)?"
)
_WORKS = re.compile(
    _WHO
    + r"(?:(?:work|teache|lecture|practice|research|serve|studie)s|(?:work|research|serv|lectur)ed|taught|studied)\s"
    r"(?:[a-z-]+\s(?!(?:the|an?)\b)){0,4}?(?:at|for)\s(?:the\s)?(?=[A-Z])"
)
_AND_SAYS = re.compile(r"\sand\s(?:had|has|is|lives|said|says|told|was|works|writes|wrote)\b")
_IS_SOMEBODY = re.compile(
    r"(?:is|was)\s(?:(?:also|currently|himself|herself|now|once|still|then)\s)?(?:(?:an?|her|his|one\sof|the)\s|[\w-]+\s(?:at|for|of)\s)"
)
_PARTICIPLE = re.compile(r"\s(?:cited|interviewed|named|quoted)\b")
_TOWNS = re.compile(
    r"(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:borough|city|country|district|island|town|village)"
    r"(?=\s(?:at|between|by|in|near|of|on|that|where|which|with)\b|[,.)])"
)
_ANOTHER_VERB = re.compile(r"\s(?:and|but|when|while|until|since|because)\s")
_DOES = re.compile(
    r"(?:who\s(?!is\b|was\b|has been\b)|whom\s|whose\s|which\s(?!is\b|was\b)|"
    r"(?:asked|called|including|like|met|said|such as|told)\s)"
)
_POLITICS = re.compile(r"\b(?:cabinet|caucus|council|faction|government|ministry|opposition|party)\b")
_MEMBERS = frozenset({"Gov.", "Rep.", "Reps.", "Sen.", "Sens.", "MP"})
_OF_WORKS = frozenset({"author", "co-author", "composer", "translator", "writer"})
_OF_PLACES = frozenset(
    {
        "ambassador",
        "archbishop",
        "attorney",
        "bishop",
        "governor",
        "inhabitant",
        "islander",
        "king",
        "mayor",
        "minister",
    }
    | {"queen", "resident", "secretary", "sheriff", "undersecretary", "vice-minister", "villager"}
)
_GOES_WITH = re.compile(
    r"['’]s?\s(?=[a-z])|\s(?:borough|city|county|district|island|prefecture|province|region|town|valley|village)\b"
)
_OUTSIDERS = frozenset({"critic", "fan", "friend", "supporter"})
_FOR_MATTERS = frozenset({"commissioner", "envoy", "minister", "rapporteur"})
_PROSECUTES = re.compile(r"U\.S\. [Aa]ttorney\Z")
_AND_MORE = re.compile(r"\sand\s(?:an?\s)?([\w-]+)")
_WORD = re.compile(r"[\w-]+")
_SAYS_NOTHING = re.compile(r"(?:an?\s|one\s)?(?:member|part)")
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
        vague = tie is not None and bond[1] in {"from", "of"} and _may_be_a_place(text, tie, names)
        return None if tie is None or vague or _elected_there(text, name, tie) else Role(None, tie)
    link = None if closes_adverbial(text, name, names) else _LINK.match(text, position)
    if link is None or not (link[0].strip(" \n") or _opens_role(text, link.end())):
        return None
    found = None if name.body else segment(text, link.end(), names)
    thing = name.words[0] not in entries("first_names") and not name.titled and _WHAT_IT_IS.match(text, link.end())
    if found is None and thing:
        found = segment(text, link.end(), names, body=True)
    return found


def _may_be_a_place(text: str, tie: Span, names: Names) -> bool:
    """Whether one word behind "of" is none that only a body bears: "Ada Cole of Lisk", "a tailor of the Rue"."""
    name = names.at(tie.start)
    titled = text.startswith("The ", max(0, tie.start - len("The ")))
    return name is not None and name.plain and len(name.words) == 1 and not titled


def _elected_there(text: str, name: Name, tie: Span) -> bool:
    """Whether one word behind a politician's name is the place that sent them: "Senator Ada Cole of Westmark"."""
    words = text[name.title : name.start].split()
    office = any(word in _MEMBERS or role_of(word) == "official" for word in words)
    return office and tie.of(text).isalpha() and tie.of(text).istitle()


def acting(text: str, name: Name, names: Names) -> Role | None:
    """What somebody is said to lead: ", who heads the Delta Union", ", who leads the tide team at the Delta Institute".

    The body is the affiliation; what they lead there is the role, with its verb: "leads the tide team". Who leads an
    opposition or a party is a politician, which is told by the noun alone. Of ", who teaches law at Delta University"
    the body alone is taken.
    """
    if name.body or name.place or not text.startswith(",", name.end):
        return None
    works, match = _WORKS.match(text, name.end), _ACTS.match(text, name.end)
    tie = None if works is None else _body_at(text, works.end(), names, "at")
    if match is None or tie is not None:
        return None if tie is None else Role(None, tie)
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
    return Role(Span(match.start(1), end if cut is None else cut), tie, "head")


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
    word = _WORD.match(text, start)
    if word is None:
        return False
    if word[0] in {"is", "was"}:
        return _IS_SOMEBODY.match(text, start) is not None  # not "is less patient"
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
        return None  # a verb, not what somebody is
    if _TOWNS.match(text, start, end):
        return None  # what a place is
    over = _PARTICIPLE.search(text, start, end) or _AND_SAYS.search(text, start, end)
    if over is not None:
        end = over.start()  # "an ecologist quoted in the Herald" is none of the Herald
    lead = _LEAD.match(text, start, end)
    start = start if lead is None else lead.end()
    head = _head_end(text, start, end, names)
    nouns = _head_nouns(text[start:head], body=body)
    if not nouns:
        return None
    relative = _RELATIVE.search(text, start, end)
    if relative is not None and not (GENERIC.fullmatch(text, start, relative.start()) and _is_short(text, start, end)):
        end = relative.start()
    tie, cut = _tie(text, head, end, names, nouns[-1])
    if tie is None:
        tie = next((n.span for n in names.within(start, head) if ties(n)), None)
        tie = tie or employer(text, tokens(text, start, head), nouns[-1])
    role_end = end if cut is None else cut
    if cut is None and (len(text[head:end].split()) > _TAIL_WORDS or len(text[start:end].split()) > _ALL_WORDS):
        role_end = _cut_short(text, start, head, end)
    elif cut is None and (limit is None or role_end < limit):
        role_end, more = _enumeration(text, role_end, names)
        tie = tie or more
    return Role(Span(start, role_end), tie, nouns[0])


def _cut_short(text: str, start: int, head: int, end: int) -> int:
    """Where a role ends that runs on: no apposition goes on so long, the sentence does.

    Before an "and" that adds another role ("a member of the group and a signatory"), else behind its head.
    """
    added = _AND_MORE.search(text, head, end)
    if added is not None and (role_of(added[1]) is not None or _SAYS_NOTHING.fullmatch(text, start, head)):
        return added.start()
    return head


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a phrase that a comma closes is short: "an organization which works there,"."""
    return text.startswith(",", end) and text[start:end].count(" ") < _ALL_WORDS - _TAIL_WORDS


def _end(text: str, start: int, stop: int, names: Names) -> int:
    """Where a phrase ends: at a comma, bracket, dash or point, but not at the point of "St.", "U.S." or "Mr."."""
    for match in _END.finditer(text, start, stop):
        at = match.start()
        near = names.before(at + _TITLE, 2) if match[0] == "." else ()
        if not (any(name.title <= at < name.end for name in near) or _INITIALS.match(text, at - 2)):
            return at
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
        if bond[1] == "for" and (noun in _FOR_MATTERS or _PROSECUTES.search(text, max(0, start - 2 * _TITLE), start)):
            continue
        if bond[1] == "of" and noun in _OF_PLACES and not any(map(_is_whole, names.within(bond.end(), end))):
            continue
        if noun in entries("kin") or noun in _OUTSIDERS:
            break
        works_there = kind is not None or (bond[1] == "from" and role_of(noun) == "journalist")
        tie = _body_at(text, bond.end() if kind is None else kind.end(), names, bond[1], named=works_there)
        if tie is None and bond[1] != "in":
            common = _common_body(text, bond.end(1), end)
            serves = (
                bond[1] == "at"
                or role_of(noun) == "official"
                or noun in entries("employed")
                or noun in entries("executives")
            )
            if common is not None and serves:
                return common, bond.start()
        street = bond[0].split() == ["of", "the"] and role_of(noun) == "person"
        if tie is None or (street and _may_be_a_place(text, tie, names)):
            continue
        inner = _WITHIN.match(text, tie.end)
        outer = _body_at(text, inner.end(), names, "in") if inner is not None and inner.end() < end else None
        return (tie, bond.start()) if inner is None or outer is None else (outer, inner.start())
    return None, None


def _common_body(text: str, start: int, end: int) -> Span | None:
    """A body without a name of its own behind a preposition: "the county education bureau", "Lima airport".

    One word alone ("the hospital") says too little.
    """
    match = _COMMON_BODY.match(text, start, end)
    return None if match is None else Span(*match.span(1))


def _is_whole(name: Name) -> bool:
    """Whether a body's name is no mere field ("Minister of Mining"): of two words or more, or an acronym."""
    return name.body and (len(name.words) > 1 or name.words[0].isupper())


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
        or (bond == "from" and name.plain)
        or name.platform
    ):
        return None
    if not name.body and _GOES_WITH.match(text, name.end):
        return None  # "of Vela West district", "of Vela’s fire brigade"
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
