"""Read the role after a name: ", a fellow at the Delta Institute", "is a nurse", "(NPR)"."""

import re
from dataclasses import replace
from typing import Literal, TypeAlias

from reader.analysis.voices.names.lists import entries, role_of, singular
from reader.analysis.voices.names.names import Name, Names, scan_text
from reader.analysis.voices.names.section_headings import LONGEST, person_of_heading
from reader.analysis.voices.roles.belonging import (
    AND_A,
    KIND_OF_BODY,
    body_at,
    has_noun,
    may_be_a_place,
    tie_of,
    with_noun,
)
from reader.analysis.voices.roles.role_phrases import Role, closes_adverbial, employer, is_role, ties, tokens
from reader.analysis.words.grammar import ADDRESSED, GENITIVES, TIME, cue_verbs
from reader.model import Span

Described: TypeAlias = Literal["person", "body", "speaker"]

REACH = 240  # characters searched after a name
HEAD_WORDS = 12  # maximum words of a role before its first preposition
_TAIL_WORDS = 7  # maximum words after it in an apposition without a body in them
_ALL_WORDS = 14
_TITLE = 12  # maximum characters from the full stop of a title to the name after it
_NOTES = re.compile(rf"(?:\s(?:{'|'.join(sorted(entries('honours')))})\b)*(?:\s*\[[^\]\n]{{1,40}}\])*")
_BRACKET = re.compile(r"\s*\(([^)\n]{2,80})\)")
_BOND = re.compile(r",?\s+(from|of|at|with)\s+(?:the\s+|The\s+)?")
_READ = re.compile(r"blog|channel|daily|magazine|newspaper|network|site|weekly")
_LINK = re.compile(r"\s*,\s+(?:\d{1,3},\s+)?|\s+[–—-]\s+|\s+(?=(?:is|was|ha[ds]\sbeen)\s)|\s+(?=[a-z])")
_WHAT_IT_IS = re.compile(r"(?:which\s)?(?:is\s|was\s)?(?:an?|the|one of)\s")
_VERBS = frozenset({"chair", "guide", "head", "host", "judge", "lead", "model", "voice"})
GENERIC = re.compile(r"(?:an?\s|the\s)?(?:body|company|entity|firm|group|institution|organi[sz]ation)")
"""A noun for a body that says nothing by itself."""

_HEAD_END = re.compile(
    r"\s(?:of|at|for|from|with|within|in|on|by|to|whom?|that|which|whose|where|based|working|specialising|"
    r"specializing|studying|focusing|covering|representing|responsible|turned|and also|living|known|"
    r"[a-z]{3,}ing(?=\s(?:an?|the|her|his|its|their)\b))\b"
)
_RELATIVE = re.compile(r"\s(?:whom?|which|that|whose|where)\b")
_WHO_IS_NOW = re.compile(r"\swho\sis\s(?:also\s|currently\s|now\s)(?:an?\s|the\s)?")
_LEAD = re.compile(
    r"(?:(?:another|both|(?:acting|serving|working|(?:who\s+)?work(?:ed|s))\s+as|(?:who\s+)?ha[ds]\s+been|who\s+(?:is|was)|"
    r"also|now|then|currently|formerly|himself|herself|and|the|is|was)\s+)+",
    re.IGNORECASE,
)
_END = re.compile(r",(?!\d)|[;:!?()“”\"\n–—]|\.(?=\s|\Z)|\s-\s|\s\[")
_INITIALS = re.compile(r"\.[A-Z]\.\s(?:[a-z]|Attorney|Rep|Sen)")  # "the U.S. Attorney for the district"
_COMMA = re.compile(r",\s+")
_GOES_ON = re.compile(r"(?:and\s+)?(?:an?|head|director|chair)\s", re.IGNORECASE)
_AND_SAYS = re.compile(
    r"\sand\s(?:(?:later|now|then|who)\s)*(?:became|had|has|is|lives|led|ran|said|says|told|was|went|won|works|writes|wrote)\b"
)
_IS_SOMEBODY = re.compile(
    r"(?:is|was|ha[ds]\sbeen)\s(?:(?:also|currently|himself|herself|now|once|still|then)\s)?"
    r"(?!the\s(?:first|last|next|only|second|third)\s(?!(?:[\w-]+\s){1,3}of\b))"  # "was the first nurse on the spot"
    r"(?:(?:an?|her|his|one\sof|the)\s|[A-Z]\w+[’']s?\s|[\w-]+\s(?:at|for|of)\s)"
)
_LASTS = re.compile(r"\s(?:since|until)\s")
_LINE_BELOW = re.compile(r"[ ]*\n\s*(?P<line>[^\n!?:]{2,120})(?=\n|\Z)")
_ONE_OF = re.compile(r"one\sof\s(?:her|his|its|our|the|their)\s")
_PARTICIPLE = re.compile(r"\s(?:cited|interviewed|named|quoted)\b")
_TOWNS = re.compile(
    r"(?:an?|the)\s(?:(?!(?:at|by|for|from|in|near|of|on)\b)[\w-]+\s){0,3}?(?:borough|city|country|district|island|town|village)"
    r"(?=\s(?:at|between|by|in|near|of|on|that|where|which|with)\b|[,.)])"
)
_ACTION = re.compile(
    r"(?!(?:as|has|is|was)\b)[a-z]+(?:ed|s)\s(?:an?|her|him|his|it|its|me|the|their|them|us)\s"
)  # "Ada Cole, remembers him as a farmer"
_ADDRESSING = sorted(
    low for low, verb in cue_verbs().items() if verb.lemma in ADDRESSED and verb.form in {"past", "s"}
)  # “Ada Cole, urged members to go”
_DOES = re.compile(
    r"(?:who\s(?!(?:is|was|ha[ds]\sbeen|work(?:ed|s)\sas)\b)|whom\s|whose\s|which\s(?!is\b|was\b)|"
    rf"(?:{'|'.join(_ADDRESSING)}|at|from|in|including|like|met|of|said|such as)\s|"
    r"(?!appointed|elected|named|retired)[a-z]{3,}ed\s(?:an?|the|her|his|its|their)\s)"
)
_MEMBERS = frozenset({"Gov.", "Rep.", "Reps.", "Sen.", "Sens.", "MP"})
_AND_MORE = re.compile(r"\sand\s(?:an?\s)?([\w-]+)")
# A verb right after a role noun, where no comma closes the apposition: "Ada Cole, a bus driver told the Herald".
_VERB = re.compile(
    r"\b([a-z-]+)\s(?:add(?:ed|s)|argue[ds]|believe[ds]|explain(?:ed|s)|has|is|prove[ds]|said|says|tells|told|warn(?:ed|s)|was)\s"
)
_THEN_VERB = re.compile(r",\s(?:believe[ds]|had|has|is|was|will|would)\s")
_PREPOSITION = re.compile(r"\s(?:about|at|by|for|from|in|of|on|to|with)\s*\Z")
_WORD = re.compile(r"[\w-]+")
_SAYS_NOTHING = re.compile(r"(?:an?\s|one\s)?(?:member|part)")


def role_after(text: str, name: Name, names: Names) -> Role | None:
    """Return the role or body after a name; None where neither follows."""
    partner = names.at(name.end + len(" and ")) if text.startswith(" and ", name.end) else None
    if partner is not None and not (name.body or partner.body or partner.place) and text.startswith(", ", partner.end):
        found = segment(text, partner.end + len(", "), names)
        return found if found is not None and is_plural(text, found) else None
    position = after_notes(text, name.end)
    bracket = _BRACKET.match(text, position)
    if bracket is not None:
        inside = _bracketed(text, Span(*bracket.span(1)), names)
        if inside is not None:
            return inside
        position = after_notes(text, bracket.end())
    bond = _BOND.match(text, position)
    if bond is not None:
        kind = None if name.body else KIND_OF_BODY.match(text, bond.end())
        kind = None if kind is None or _READ.search(kind[0]) is not None else kind
        at = bond.end() if kind is None else kind.end()
        tie = body_at(text, at, names, "of" if bond[1] == "from" else bond[1], named=kind is not None)
        vague = kind is None and tie is not None and bond[1] in {"from", "of"} and may_be_a_place(text, tie, names)
        return None if tie is None or vague or _elected_there(text, name, tie) else Role(None, tie)
    link = None if closes_adverbial(text, name, names) else _LINK.match(text, position)
    if link is None or not (link[0].strip(" \n") or _opens_role(text, link.end())):
        return _below(text, name, names)
    apposed = max(names.sources.get(name.title, 0), names.sources.get(name.start, 0)) > link.end()
    found = (
        None
        if name.body
        else segment(text, link.end(), names, of="speaker" if apposed and not name.place else "person")
    )
    if found is not None and not text.endswith(" and ", 0, name.title) and _is_of_others(text, found):
        found = None
    found = found or _of_heading(text, name, link.end(), names)
    thing = name.words[0] not in entries("first_names") and not name.titled and _WHAT_IT_IS.match(text, link.end())
    if found is None and thing:
        found = segment(text, link.end(), names, of="body")
    return found


def _is_of_others(text: str, role: Role) -> bool:
    """Whether a phrase after one name is of several: "by Ada Cole, the wardens" (not "one of the wardens")."""
    return role.role is not None and is_plural(text, role) and _ONE_OF.match(text, role.role.start) is None


def _below(text: str, name: Name, names: Names) -> Role | None:
    """The role in the line below a name that is a line by itself: "Ada Cole", and "Economist, Delta Institute"."""
    below = _LINE_BELOW.match(text, name.end)
    if below is None or text[max(0, name.title - 1) : name.title] not in {"", "\n"}:
        return None
    inside = scan_text(text, below.start("line"), below.end())  # a line in title case is left out of `names`
    names = replace(names, all=inside, starts=tuple(other.title for other in inside))
    found = segment(text, below.start("line"), names, below.end())
    if found is None or found.role is None:
        return None
    body = names.at(found.role.end + len(", ")) if text.startswith(", ", found.role.end) else None
    return found if body is None or body.place or found.affiliation else replace(found, affiliation=body.span)


def _of_heading(text: str, name: Name, start: int, names: Names) -> Role | None:
    """The body behind the person named in a heading: "2. Ada Cole – River Party"."""
    line = text.rfind("\n", max(0, name.start - LONGEST), name.start) + 1
    end = text.find("\n", name.end, name.end + LONGEST)
    end = len(text) if end < 0 else end
    if person_of_heading(text, line, end) != name.span:
        return None
    inside = [*names.within(start, end), *scan_text(text, start, end)]
    body = next((other for other in inside if other.body and other.end == end), None)
    return None if body is None else Role(None, body.span)


def is_plural(text: str, role: Role) -> bool:
    """Return whether a role is a plural: "engineers at Delta Foods"."""
    words = [] if role.role is None else role.role.of(text).split()
    plain = (word for word in words if not word.endswith(GENITIVES))  # "the President’s physician"
    return any(singular(word) == role.noun and word.lower() != role.noun for word in plain)


def _elected_there(text: str, name: Name, tie: Span) -> bool:
    """Whether the single word after a politician's name is the constituency: "Senator Ada Cole of Westmark"."""
    words = text[name.title : name.start].split()
    office = any(word in _MEMBERS or role_of(word) == "official" for word in words)
    return office and tie.of(text).isalpha() and tie.of(text).istitle()


def after_notes(text: str, position: int) -> int:
    """Return the offset after bracketed notes such as "[es]"."""
    notes = _NOTES.match(text, position)
    return position if notes is None else notes.end()


def _opens_role(text: str, start: int) -> bool:
    """Whether a description of a person follows a name without a comma: "is a …", or a role noun, no verb."""
    word = _WORD.match(text, start)
    if word is None:
        return False
    if word[0] in {"had", "has", "is", "was"}:
        return _IS_SOMEBODY.match(text, start) is not None  # not "is less patient"
    return role_of(word[0]) is not None and singular(word[0]) == word[0].lower() and word[0] not in _VERBS


def _bracketed(text: str, span: Span, names: Names) -> Role | None:
    """The role or body in brackets after a name: "(former director of the Herald)", "(NPR)"."""
    near = names.within(span.start, span.end)
    first = near[0] if near and near[0].start == span.start and not near[0].place else None
    alone = first is not None and (first.end == span.end or text.startswith(", ", first.end))
    if first is not None and alone and (first.body or len(first.words) > 1):
        whole = first.span.of(text)
        known = (first.body and not first.words[0].isupper()) or whole in entries("outlets")
        return Role(None, first.span) if known else None
    return segment(text, span.start, names, span.end)


def segment(text: str, start: int, names: Names, limit: int | None = None, *, of: Described = "person") -> Role | None:
    """Return the role in the phrase from `start` to the next comma, dash or full stop, or to `limit`; else None.

    It describes a person, or with `of` a body ("an organization which …"). A description of a speaker may have any noun
    ("Ada Roe, a wheelwright, said").
    """
    stop = min(len(text), start + REACH) if limit is None else limit
    end = phrase_end(text, start, stop, names)
    if _DOES.match(text, start, end):
        return None  # a verb, no description
    if _TOWNS.match(text, start, end) or _ACTION.match(text, start, end):
        return None  # the description of a place, or an activity
    for over in (_PARTICIPLE, _AND_SAYS, _LASTS):
        cut_off = over.search(text, start, end)
        # "an ecologist quoted in the Herald" does not belong to the Herald
        end = end if cut_off is None else cut_off.start()
    verb = next((verb for verb in _VERB.finditer(text, start, end) if role_of(verb[1]) is not None), None)
    end = end if verb is None else verb.end(1)
    any_noun = of == "speaker" or (of == "person" and _THEN_VERB.match(text, end) is not None)
    apposed = any_noun and text.startswith(("a ", "an ", "another ", "the "), start)
    lead = _LEAD.match(text, start, end)
    start = start if lead is None else lead.end()
    one = _ONE_OF.match(text, start, end)
    first = start if one is None else one.end()
    head = _head_end(text, first, end, names)
    nouns = _head_nouns(text[first:head], body=of == "body")
    more = AND_A.search(text, first, head)
    if not nouns and more is not None:
        head = more.start()  # "a novelist and a fierce opponent of the plan"
        nouns = _head_nouns(text[first:head], body=of == "body")
    nouns = nouns or (_any_noun(text[first:head]) if apposed else [])
    if not nouns:
        return None
    relative = _RELATIVE.search(text, start, end)
    if relative is not None and not (GENERIC.fullmatch(text, start, relative.start()) and _is_short(text, start, end)):
        end = relative.start()
    now = None if relative is None else _WHO_IS_NOW.match(text, relative.start())
    later = None if now is None else segment(text, now.end(), names)
    tie, cut = tie_of(text, head, end, names, nouns[-1])
    if tie is None:
        tie = next((with_noun(text, n) for n in names.within(start, head) if ties(n) or has_noun(text, n)), None)
        tie = tie or employer(text, tokens(text, start, head), nouns[-1])
        tie = tie or (None if later is None else later.affiliation)
    role_end = end if cut is None else cut
    if cut is None and (len(text[head:end].split()) > _TAIL_WORDS or len(text[start:end].split()) > _ALL_WORDS):
        role_end = _end_of_long(text, start, head, end)
    elif cut is None and (limit is None or role_end < limit):
        role_end, last = _enumeration(text, role_end, names)
        tie = tie or last
    left_over = _PREPOSITION.search(text, head, role_end)  # "an author of “Salt”"
    return Role(Span(start, role_end if left_over is None else left_over.start()), tie, nouns[0])


def _end_of_long(text: str, start: int, head: int, end: int) -> int:
    """Where a role ends if it is too long: then the sentence continues, not the apposition.

    It ends before an "and" that adds another role ("a member of the group and a signatory"), else after its head.
    """
    more = AND_A.search(text, head, end)
    if more is not None and text[head : more.start()].count(" ") <= _TAIL_WORDS:
        return more.start()
    added = _AND_MORE.search(text, head, end)
    if added is not None and (role_of(added[1]) is not None or _SAYS_NOTHING.fullmatch(text, start, head)):
        return added.start()
    return head


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a phrase up to a comma is short: "an organization which works there,"."""
    return text.startswith(",", end) and text[start:end].count(" ") < _ALL_WORDS - _TAIL_WORDS


def phrase_end(text: str, start: int, stop: int, names: Names) -> int:
    """Where a phrase ends: at a comma, bracket, dash or full stop, but not at the one of "St.", "U.S." or "Mr."."""
    for match in _END.finditer(text, start, stop):
        at = match.start()
        near = names.before(at + _TITLE, 2) if match[0] == "." else ()
        if not (any(name.title <= at < name.end for name in near) or _INITIALS.match(text, at - 2)):
            return at
    return stop


def _head_end(text: str, start: int, end: int, names: Names) -> int:
    """Where the words of a role before its first preposition end; a preposition inside a name does not count."""
    inside = names.within(start, end)
    for match in _HEAD_END.finditer(text, start, end):
        if not any(n.start < match.start() < n.end for n in inside):
            return match.start()
    return end


def _head_nouns(head: str, *, body: bool) -> list[str]:
    """The role nouns at the end of a phrase, in the singular; empty if its last word is none."""
    words = [word.strip(".’'") for word in head.split()]
    if not words or len(words) > HEAD_WORDS or not any(is_role(word, body=body) for word in words[-2:]):
        return []
    if words[-1][:1].isupper() and role_of(words[-1]) is None:
        return []
    return [singular(word) for word in words if is_role(word, body=body)]


def _any_noun(head: str) -> list[str]:
    """The noun that ends a short phrase, whatever it is; empty for a time ("Ada Roe, a day later, said")."""
    words = head.split()
    noun = 0 < len(words) <= HEAD_WORDS and words[-1].islower() and not words[-1].endswith(("ly", "est"))
    return [words[-1]] if noun and TIME.isdisjoint(words) and words[-1] not in cue_verbs() else []


def _enumeration(text: str, end: int, names: Names) -> tuple[int, Span | None]:
    """Where a list of roles ends ("writer, a dramatist and translator"), and the body at its end."""
    for _ in range(3):
        comma = _COMMA.match(text, end)
        if comma is None:
            break
        start = comma.end()
        stop = phrase_end(text, start, min(len(text), start + 160), names)
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
