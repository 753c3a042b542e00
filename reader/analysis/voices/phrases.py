"""Reads a noun phrase that says what somebody is: its role, and the body that it ties them to."""

import re
from dataclasses import dataclass

from reader.analysis.voices.lists import entries, role_of, singular, table
from reader.analysis.voices.names import Name, Names
from reader.model import Span

_MODIFIERS = frozenset(
    "former ex senior junior chief deputy vice assistant associate acting interim political human rights high supreme "
    "court prime foreign opposition prominent renowned famous noted leading veteran respected popular young old late "
    "retired independent freelance investigative local national international regional state federal provincial "
    "presidential parliamentary military police army navy naval religious spiritual medical legal press media news "
    "radio television tv newspaper magazine online video photo web social tech science sports business economics "
    "economic finance financial defence defense security intelligence policy research climate energy health education "
    "law civil public private student youth women labour labor trade union party government ruling city town village "
    "district house senate congressional white royal crown executive managing founding general technical creative "
    "editorial research teaching visiting emeritus honorary first second third last current then incumbent outgoing "
    "new longtime long-time well-known award-winning fellow lead principal special chief twitter facebook weibo "
    "short story film music art theatre literary software computer data nuclear space oil gas bank market stock "
    "anti pro self-described self-proclaimed citizen community environmental housing immigration tax "
    "campaign communications digital global left-wing right-wing centrist far-right far-left".split()
)
_STOPPERS = frozenset("the a an this that these those another one some any every each two three four".split())
_LINKS = frozenset(
    "of at for from with within in on by to who that which as than when while because said says told is was were are "
    "has had have been be or but about against between under over after before near like via".split()
)
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_ENDINGS = ("al", "ic", "ist", "ive", "ary", "ous", "ian", "ese", "ish", "less", "ful", "born", "based", "year-old")
_TOKEN = re.compile(r"\S+")
_RELATION = re.compile(r"\s+(of|at|for|from|with|within|in|by)\s+(?:the\s+|The\s+)?(?=[^\W\d_])")
_HEAD_END = re.compile(
    r"\s(?:of|at|for|from|with|within|in|on|by|to|who|that|which|whose|where|based|working|specialising|"
    r"specializing|studying|focusing|covering|responsible|turned|and also|living|known)\b"
)
_RELATIVE = re.compile(r"\s(?:who|which|that|whose|where)\b")
_LEAD = re.compile(
    r"(?:(?:another|who\s+(?:is|was|has been)|also|now|then|currently|formerly|himself|herself|and|the|is|was)\s+)+", re.I
)
_NOTES = re.compile(r"(?:\s*\[[^\]\n]{1,40}\])*")
_OF_WORKS = frozenset({"author", "writer", "creator", "translator", "composer", "director-of"})
_POINT = re.compile(r"[.;:!?“”\"\n]")


@dataclass(frozen=True, slots=True)
class Role:
    """What a phrase says: `role` and `affiliation` as spans of the text, `noun` the role's head noun."""

    role: Span | None
    affiliation: Span | None
    noun: str = ""


def before(text: str, name: Name, names: Names) -> Role | None:
    """The role that stands before a name: "former diplomat", "Yemen scholar", "Justice Minister, …"."""
    left = max(0, text.rfind("\n", 0, name.start) + 1, name.start - 140)
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, left, name.start)]
    tokens = [t for t in tokens if not t[2].startswith("[")]
    apart = False
    if tokens and tokens[-1][2] in {"–", "—", "-"}:
        tokens, apart = tokens[:-1], True
    if not tokens:
        return None
    last = tokens[-1]
    if last[2].endswith(","):
        apart = True
        if text[name.end : name.end + 1] not in {",", ".", ""}:
            return None
        tokens[-1] = (last[0], last[1] - 1, last[2][:-1])
    nearest = tokens[-1][2]
    if nearest in table("titles"):
        if len(tokens) == 1 or table("titles")[nearest] != "u" or not nearest.endswith("."):
            tokens = tokens[:-1]
            return None if not tokens or not role_of(tokens[-1][2]) else _walk(text, tokens, names)
    elif not _is_role(nearest, body=name.body):
        return None
    if apart and role_of(nearest) is None:
        return None
    return _walk(text, tokens, names)


def _is_role(word: str, *, body: bool) -> bool:
    if body:
        return table("bodies").get(word.lower()) is not None or word.lower() in {"television", "platform", "project"}
    return role_of(word) is not None


def _walk(text: str, tokens: list[tuple[int, int, str]], names: Names) -> Role | None:
    """The longest role phrase that ends with the last token."""
    first = len(tokens) - 1
    unsure = 0
    index = first - 1
    while index >= 0 and len(tokens) - index <= 12:  # noqa: PLR2004 - no role phrase is longer
        word = tokens[index][2]
        low = word.lower()
        if low in _STOPPERS:
            if unsure and unsure <= 3 and low in {"the", "a", "an"}:  # noqa: PLR2004 - "the little known banker X"
                first = index + 1
            break
        if low in _OWNERS:
            first = first if unsure else index
            break
        if low in _LINKS:
            break
        if word[-1] in ".;:!?,”\"" and word not in table("titles"):
            break
        if low in {"and", "&"}:
            if index == 0 or role_of(tokens[index - 1][2]) is None:
                break
        elif word[0].isupper():
            if word in entries("openers") and low not in _MODIFIERS:
                break
        elif not (low in _MODIFIERS or role_of(low) or "-" in low or low.endswith(_ENDINGS)):
            unsure += 1
            index -= 1
            continue
        if not unsure:
            first = index
        index -= 1
    span = Span(tokens[first][0], tokens[-1][1])
    inside = names.within(span.start, span.end)
    affiliation = next((n for n in inside if _ties(n) and n.end < tokens[-1][0]), None)
    noun = singular(tokens[-1][2].strip("."))
    if affiliation is None:
        affiliation = _employer(text, tokens[first:], noun)
    return Role(span, None if affiliation is None else Span(affiliation.start, affiliation.end), noun)


def _ties(name: Name) -> bool:
    return name.body and not name.place


_RANKS = frozenset({"Former", "Senior", "Deputy", "Chief", "New", "Late", "Ex", "Assistant", "Vice", "Managing"})
_EMPLOYED = frozenset(
    "ceo cto cfo spokesman spokeswoman spokesperson member founder co-founder employee executive author anchor "
    "reporter editor correspondent columnist contributor reader journalist presenter host producer blogger".split()
)


def _employer(text: str, tokens: list[tuple[int, int, str]], noun: str) -> Span | None:
    """The capitalised words before a role that only a body has: "Walmart CEO", "Global Voices Author"."""
    if noun not in _EMPLOYED:
        return None
    start = end = None
    for left, right, word in tokens[:-1]:
        if word[0].isupper() and role_of(word) is None and word not in entries("demonyms"):
            if start is None and (word in entries("places") or word in entries("openers") or word in _RANKS):
                continue
            start = left if start is None else start
            end = right
        elif start is not None:
            break
    if start is None or end is None:
        return None
    if text[start:end] in entries("places") | entries("platforms"):
        return None
    word = text[start:end]
    return Span(start, end - 2) if word.endswith(("'s", "’s")) else Span(start, end)


def after(text: str, name: Name, names: Names) -> Role | None:
    """The role that stands behind a name: ", a fellow at the Delta Institute", "is a nurse", "of the Herald"."""
    position = _NOTES.match(text, name.end).end()  # type: ignore[union-attr]
    bracket = re.compile(r"\s*\(([^)\n]{2,80})\)").match(text, position)
    if bracket is not None:
        inside = _bracketed(text, Span(*bracket.span(1)), names)
        if inside is not None:
            return inside
        position = _NOTES.match(text, bracket.end()).end()  # type: ignore[union-attr]
    bond = re.compile(r",?\s+(from|of|at|with)\s+(?:the\s+|The\s+)?").match(text, position)
    if bond is not None:
        tie = _body_at(text, bond.end(), names, bond[1])
        return Role(None, tie) if tie is not None else None
    link = re.compile(
        r"\s*,\s+(?:\d{1,3},\s+)?|\s+[–—-]\s+|\s+(?=(?:is|was)\s+(?:an?|the|one of)\s)|\s*\((?=[a-z])|\s+(?=[a-z])"
    ).match(text, position)
    if link is None:
        return None
    if not link[0].strip(" \n") and not re.match(r"(?:is|was)\s", text[link.end() : link.end() + 5]):
        word = re.compile(r"[\w-]+").match(text, link.end())
        if word is None or role_of(word[0]) is None or singular(word[0]) != word[0].lower() or word[0] in {"host", "guide", "head", "chair", "model", "voice", "judge", "lead"}:
            return None
    return segment(text, link.end(), names, body=name.body or len(name.words) == 1)


def _bracketed(text: str, span: Span, names: Names) -> Role | None:
    """What stands in brackets behind a name: "(former director of the Herald)", "(NPR)"."""
    near = names.within(span.start, span.end)
    if len(near) == 1 and near[0].span == span and near[0].body and text[span.start : span.end] not in entries("platforms"):
        return Role(None, span) if is_known(near[0]) else None
    return segment(text, span.start, names, span.end)


def is_known(name: Name) -> bool:
    """Whether a name is a listed publication or ends like a body's, not just any capitals."""
    return " ".join(name.words) in entries("outlets") or name.words[-1] in entries("organisations")


def segment(  # noqa: C901
    text: str, start: int, names: Names, limit: int | None = None, *, body: bool = False
) -> Role | None:
    """The role in the phrase that begins at `start` and ends at the next comma, dash or point (or at `limit`)."""
    stop = min(len(text), start + 240) if limit is None else limit
    end = _segment_end(text, start, stop, names)
    lead = _LEAD.match(text, start, end)
    if lead is not None:
        start = lead.end()
    phrase = text[start:end]
    head_end = _HEAD_END.search(phrase)
    head = phrase[: head_end.start()] if head_end else phrase
    words = head.split()
    nouns = [singular(word.strip(".’'")) for word in words if _is_role(word.strip(".’'"), body=body)]
    if not words or len(words) > 12 or not any(_is_role(word.strip(".’'"), body=body) for word in words[-2:]):  # noqa: PLR2004
        return None
    head_stop = start + len(head)
    if words[-1][0].isupper() and role_of(words[-1]) is None:
        return None
    relative = _RELATIVE.search(phrase)
    if relative is not None:
        end = start + relative.start()
    tie, cut = _tie(text, head_stop, end, names, nouns[-1])
    if tie is None:
        inside = [n for n in names.within(start, head_stop) if _ties(n)]
        tie = Span(inside[0].start, inside[0].end) if inside else None
        if tie is None:
            tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, start, head_stop)]
            tie = _employer(text, tokens, nouns[-1])
    role_end = end if cut is None else cut
    for _ in range(3 if cut is None and (limit is None or role_end < limit) else 0):
        longer, more = _further(text, role_end, names)
        tie = tie or more
        if longer == role_end:
            break
        role_end = longer
    return Role(Span(start, role_end), tie, nouns[0])


def _segment_end(text: str, start: int, stop: int, names: Names) -> int:
    """Where a phrase ends: at a comma, bracket, dash or point, but not at the point of "St." or "U.S."."""
    for match in re.compile(r"[,;:!?()“”\"\n–—]|\.(?=\s|\Z)|\s-\s|\s\[").finditer(text, start, stop):
        if match[0] == "." and any(n.start <= match.start() < n.end for n in names.before(match.start() + 1, 1)):
            continue
        return match.start()
    return stop


def _tie(text: str, start: int, end: int, names: Names, noun: str) -> tuple[Span | None, int | None]:
    """The body that a role's "of", "at", "for" leads to, and where the role's own words end before it."""
    first: tuple[Span, int] | None = None
    for bond in _RELATION.finditer(text, start, end):
        word = bond[1]
        if word == "of" and noun in _OF_WORKS or word == "by":
            continue
        tie = _body_at(text, bond.end(), names, word)
        if tie is None:
            continue
        if first is None:
            first = (tie, bond.start())
            inner = re.compile(r"\s+(?:within|in)\s+(?:the\s+)?").match(text, tie.end)
            if inner is None or inner.end() >= end:
                break
        else:
            return tie, bond.start()
        nested = _body_at(text, inner.end(), names, "in")
        if nested is None:
            break
        return nested, inner.start()
    return first if first is not None else (None, None)


def _body_at(text: str, start: int, names: Names, bond: str) -> Span | None:
    """The name of a body that begins at `start`, with a body that owns it or that it is part of."""
    near = [n for n in names.within(start, start + 160) if start <= n.start]
    if not near or near[0].title != start:
        return None
    name = near[0]
    begin = name.title if not name.titled else name.start
    if name.titled and not name.body:
        return None
    if name.place:
        if not name.owner or len(near) < 2 or near[1].start - name.end > 3 or not near[1].body:  # noqa: PLR2004
            return None
    elif not name.body and (bond == "in" or name.words[0] in entries("first_names")):
        return None
    elif " ".join(name.words) in entries("platforms") or name.words[0] in entries("openers"):
        return None
    end = name.end
    for inner, other in zip(near, near[1:], strict=False):
        gap = text[inner.end : other.title]
        if (inner.owner and gap.strip() in {"’s", "'s", "’", "'"} and other.body) or (
            other.body and re.fullmatch(r"\s+(?:at|of)\s+(?:the\s+)?", gap) and not name.place
        ):
            end = other.end
        else:
            break
    return Span(begin, end)


def _further(text: str, end: int, names: Names) -> tuple[int, Span | None]:
    """The rest of an enumerated role ("writer, a dramatist and translator"), or the body that closes it."""
    comma = re.compile(r",\s+").match(text, end)
    if comma is None:
        return end, None
    stop = _segment_end(text, comma.end(), min(len(text), comma.end() + 160), names)
    if text[stop : stop + 1] not in {",", "."}:
        return end, None
    near = names.within(comma.end(), stop)
    if len(near) == 1 and near[0].body and near[0].title == comma.end() and near[0].end == stop:
        return end, near[0].span
    phrase = text[comma.end() : stop]
    words = re.split(_HEAD_END, phrase)[0].split()
    if re.match(r"(?:and\s+)?(?:an?|head|director|chair)\s", phrase, re.I) and any(role_of(w) for w in words[:6]):
        return stop, None
    return end, None
