"""Names in a text: the capitalised runs that name a person, a body or a place, with the title before them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.analysis import lexicon
from reader.analysis.grammar import GENITIVES
from reader.analysis.surnames import SURNAMES, is_surname
from reader.analysis.voices.lists import entries, role_of, table
from reader.model import Article, Block, BlockKind, Span

_UPPER = "".join(c for c in map(chr, range(0x590)) if c.isupper())
_PARTICLES = "|".join(sorted(entries("particles"), key=len, reverse=True))
# Abbreviations inside a name, whose point ends no sentence.
POINTED = {"Co.", "Corp.", "Ft.", "Inc.", "Jr.", "Ltd.", "Mt.", "St."} | {t for t in entries("titles") if t[-1] == "."}
_POINTED = "|".join(sorted(map(re.escape, POINTED), key=len))
_MARKED = "|".join(sorted(lexicon.entries("marked_names")))  # "E! News"
_WORD = (
    rf"(?:(?:{_POINTED})|(?:{_MARKED})(?= [{_UPPER}])|(?:[{_UPPER}]\.)++(?:[{_UPPER}](?!\w))?"
    rf"|[{_UPPER}][\w’'&\u2010\u2011-]*+(?:\.(?:com|org|net|info|ru|co|tv|io|eu|de|fr)\b)?+"
    rf"|(?:al|el|[dl][’'])-?[{_UPPER}][\w-]*+)"
)
# At most twelve words: a megabyte of capitals is cut into runs, each scanned once. What a run can begin with is asked
# first, which saves a third of the time.
_RUN = re.compile(
    rf"\b(?=[{_UPPER}adel])(?<![\w@#/.]){_WORD}(?:[ \xa0](?:(?:{_PARTICLES})[ \xa0]){{0,2}}{_WORD}){{0,11}}+"
)
_PIECE = re.compile(r"[^ \xa0]+")
_MORE = re.compile(
    rf" (?:of|for|on|against|in) (?:the )?({_WORD}(?: {_WORD}){{0,5}}+)(?: and ({_WORD})(?= (?:at|of|in)\b|[,.;:)]))?"
)
_GO_ON = frozenset({"Bank", "Friends", "House", "News", "Radio", "Voice"})  # bodies only with an "of" behind them
_RANKS = frozenset({"Assistant", "Chief", "Deputy", "Executive", "Managing", "National", "Senior", "Vice"})
_PLURAL_OWNERS = frozenset({"People’s", "People's", "Women’s", "Women's", "Children’s", "Children's", "Men's", "Men’s"})
_ACCOUNT = re.compile(r" (?:page|group|account|user|wall|post)s?\b")
_DOMAIN = re.compile(r"\w\.[a-z]{2,4}\Z")
_HYPHENED = re.compile(rf"[-\u2010\u2011](?:{'|'.join(sorted(entries('compound_endings')))})\Z")
# The town that heads a report names nobody: "LIMA (VNA) — …".
_DATELINE = re.compile(rf"[{_UPPER}][{_UPPER}.’' -]+(?:, [\w. ]{{2,20}})?(?: \([^)\n]{{2,20}}\))? [—–-] ")
_MIN_ACRONYM = 2
_LONGEST_TITLE = 160  # characters
_LONGEST_NAME = 80  # characters, title included
_STOPS = frozenset('.!?:;,…”"’)]')
_OF = (" of ", " of the ", " to ", " to the ", " for ", " for the ")
_ENDS = frozenset({"f ", "e ", "o ", "r "})  # of these, which saves most of the time
_OFFICE = re.compile(r"\b([^\W\d_]+) (?:of|to|for) (?:the )?\Z")
_OFFICE_REACH = 30  # characters
_OF_A_PERSON = 4  # words of a person's name behind an office
_ORGANISATIONS = entries("organisations")
_DEPARTMENTS = entries("departments")
_PLACES = entries("places")
_OUTLETS = entries("outlets")
_OPENERS = entries("openers")
_FIRST_NAMES = entries("first_names")
_PLATFORMS = entries("platforms")
_DEMONYMS = entries("demonyms")
_SURNAMES_FIRST = entries("surnames_first")
_OUTLET_HEADS = entries("outlet_heads")
_TITLES = table("titles")
# Words that begin a sentence and name nothing: nearly half of all runs are one of them.
_MERE_OPENERS = _OPENERS - _OUTLETS - _ORGANISATIONS - _GO_ON


Piece = tuple[int, int, str]  # start, end and text of one word of a run


@dataclass(slots=True)  # not frozen: so many are made that it tells in the time
class Name:
    """A name in the text: `[start, end)` is the name itself, `title` where the capitalised words before it begin.

    `words` are its words as written, without a possessive ending. `body` tells a publication, a company or an
    office from a person; `place` a country or town. `gender` is "m" or "f" where a title tells it, else "".
    `titled` is whether a title or a role word stands in the same run ("President Pavel Orlin").
    """

    start: int
    end: int
    title: int
    words: tuple[str, ...]
    body: bool
    place: bool
    gender: str
    titled: bool
    owner: bool

    @property
    def span(self) -> Span:
        """The name's own span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a text in order, with their starts for bisection."""

    all: tuple[Name, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that lie wholly in `[start, end)`."""
        found = self.all[bisect_left(self.starts, start) : bisect_right(self.starts, end)]
        return tuple(name for name in found if name.end <= end)

    def before(self, offset: int, limit: int) -> tuple[Name, ...]:
        """Up to `limit` names that begin before `offset`, the nearest last."""
        index = bisect_left(self.starts, offset)
        return self.all[max(0, index - limit) : index]

    def at(self, offset: int) -> Name | None:
        """The name that begins at `offset`, its title included; None where there is none."""
        near = self.within(offset, offset + _LONGEST_NAME)
        return near[0] if near and near[0].title == offset else None


def scan(article: Article) -> Names:
    """All names of the visible text, in one pass; lines in title case are left out: their capitals mean nothing."""
    text = article.text
    found: list[Name] = []
    for block in article.visible:
        if block.kind in {BlockKind.CODE, BlockKind.RULE}:
            continue
        for start, end in _prose(text, block):
            _scan(text, start, end, found)
    return Names(tuple(found), tuple(name.start for name in found))


def is_platform(name: Name) -> bool:
    """Whether a name is that of a place where anybody writes ("Facebook")."""
    return " ".join(name.words) in _PLATFORMS


def scan_text(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The names of one stretch of a text."""
    found: list[Name] = []
    _scan(text, start, end, found)
    return tuple(found)


def _prose(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The stretches of a block between lines in title case: a heading, or one that a plain text has as a line."""
    start, end = block.span.start, block.span.end
    if block.kind is BlockKind.HEADING:
        if not _in_title_case(text[start:end]):
            yield start, end
        return
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop - at <= _LONGEST_TITLE and text[stop - 1] not in _STOPS and _in_title_case(text[at:stop]):
            if at > start:
                yield start, at
            start = stop
        at = stop + 1
    if start < end:
        yield start, end


def _in_title_case(heading: str) -> bool:
    words = heading.split()
    return len(words) > 4 and sum(word[0].isupper() for word in words) * 2 > len(words)  # noqa: PLR2004 - a short heading may be a name


def _scan(text: str, start: int, end: int, found: list[Name]) -> None:
    position = start
    while match := _RUN.search(text, position, end):
        position = match.end()
        if match[0] in _MERE_OPENERS:
            continue
        pieces = [(match.start(), position, match[0])]
        if " " in match[0] or "\xa0" in match[0]:
            pieces = [(m.start(), m.end(), m[0]) for m in _PIECE.finditer(text, match.start(), position)]
        office, count = _department(text, pieces)
        pieces = pieces[count:]
        last = pieces[-1][2]
        if last in _ORGANISATIONS or last in _GO_ON:
            position = _extended(text, pieces, end)
        if match.start() == start and _DATELINE.match(text, start, end):
            continue
        for part in _parts(text, pieces):
            name = _name(text, part)
            if name is not None:
                at_once = count > 0 and name.title == pieces[0][0]
                found.append(replace(name, title=office, titled=True) if at_once else name)


def _department(text: str, pieces: list[Piece]) -> tuple[int, int]:
    """Where the office before a run begins, and how many words at its front it has ("Secretary of *State* Cole")."""
    begin = pieces[0][0]
    if text[begin - 2 : begin] not in _ENDS or not text.endswith(_OF, 0, begin):
        return begin, 0
    office = _OFFICE.search(text, max(0, begin - _OFFICE_REACH), begin)
    if office is None or not (office[1] in _TITLES or role_of(office[1])):
        return begin, 0
    count = next((at for at, piece in enumerate(pieces) if piece[2] not in _DEPARTMENTS), 0)
    for size in (2, 1) if not count and len(pieces) > 2 else ():  # noqa: PLR2004 - a place and two words of a name
        if text[begin : pieces[size - 1][1]] in _PLACES and len(pieces) > size:
            count = size
            break
    return office.start(), count if len(pieces) - count <= _OF_A_PERSON else 0


def _extended(text: str, pieces: list[Piece], end: int) -> int:
    """Where a body's name ends that goes on over "of" ("Centre for Tides and Winds"); its words are added to `pieces`.

    A role in it begins what is no part of the name: "Council on Sea Matters Executive Director Ada Cole".
    """
    position = pieces[-1][1]
    for _ in range(3):
        more = _MORE.match(text, position, end)
        if more is None:
            break
        added = [(m.start(), m.end(), m[0]) for m in _PIECE.finditer(text, position, more.end())]
        roles = [index for index, piece in enumerate(added) if role_of(piece[2]) and piece[2][0].isupper()]
        if roles and roles[0] < len(added) - 1:
            added = added[: roles[0]]
            while added and added[-1][2] in _RANKS:
                added.pop()
            pieces += added
            return pieces[-1][1]
        pieces += added
        position = more.end()
    return position


def _named_on(word: str, following: list[Piece]) -> bool:
    """Whether a word that may only begin a sentence begins a name ("Will Roe", "He Jianxiong")."""
    if not following or word in _FIRST_NAMES:
        return bool(following)
    return word.lower() in SURNAMES and is_surname(word.lower(), following[0][2], opens=True)


def _parts(text: str, pieces: list[Piece]) -> Iterator[list[Piece]]:
    """A run cut after possessives ("Orlin's Lima") and at words that only begin a sentence."""
    if text[pieces[0][0] : pieces[-1][1]] in _OUTLETS:
        yield pieces
        return
    part: list[Piece] = []
    for index, piece in enumerate(pieces):
        word = piece[2]
        if part and word in _OPENERS and text[part[0][0] : piece[1]] in _OUTLETS:
            part.append(piece)
            continue
        if (word in _OPENERS and not _named_on(word, pieces[index + 1 :])) or _hyphened(word):
            if part:
                yield part
            part = []
            continue
        if part and word in _PLATFORMS and _ACCOUNT.match(text, piece[1]):
            yield part
            part = []
        part.append(piece)
        if word.endswith(GENITIVES) and word not in _PLURAL_OWNERS and not _of_office(word, pieces[index + 1 :]):
            yield part
            part = []
    if part:
        yield part


def _of_office(owner: str, following: list[Piece]) -> bool:
    """Whether an owner is an office and a part of the body's name behind it: "Governor’s Office", "Mayor's Council"."""
    office = owner.rstrip("'’s")
    return bool(following) and following[0][2] in _ORGANISATIONS and role_of(office) == "official"


def _name(text: str, part: list[Piece]) -> Name | None:
    """The name in a part of a run: its title told from the name itself, demonyms and particles off its ends."""
    part = _without_town(text, part)
    raw = part[-1][2]
    owner = raw.endswith(GENITIVES)
    end = part[-1][1] - (2 if raw.endswith(("'s", "’s")) else 1 if owner else 0)
    whole = text[part[0][0] : end]
    known = whole in _PLACES or whole in _OUTLETS
    body = not known and _is_body(text, part, whole)
    core, gender = (0, "") if known else _title(part, body=body)
    words = (*(piece[2] for piece in part[core:-1]), text[part[-1][0] : end])
    if core >= len(part) or _hyphened(words[-1]):
        return None
    named = text[part[core][0] : end]
    if len(words) > 1 and words[-1] in _DEMONYMS and all(w in _PLACES for w in words[:-1]):
        return None  # "the Varland Republican"
    place = named in _PLACES or (len(words) == 1 and named in _DEMONYMS)
    if core or known:
        body = _is_body(text, part[core:], named)
    return Name(part[core][0], end, part[0][0], words, body and not place, place, gender, core > 0, owner)


def _without_town(text: str, part: list[Piece]) -> list[Piece]:
    """A person's name without the town or state that runs on behind it ("Ada Cole South Carolina")."""
    for size in (2, 1):
        tail = text[part[-size][0] : part[-1][1]] if len(part) - size >= 2 else ""  # noqa: PLR2004 - two words of a name
        if tail in _PLACES and part[0][2] in _FIRST_NAMES:
            return part[:-size]
    return part


def _title(part: list[Piece], *, body: bool) -> tuple[int, str]:
    """How many words at the front of `part` are titles, roles and demonyms, and the gender that they tell."""
    core, gender = 0, ""
    if body and not (len(part) > 2 and part[0][2] in _TITLES):  # noqa: PLR2004 - a title and two words of a name
        return core, gender
    for index, (_, _, word) in enumerate(part):
        surname = index == len(part) - 1 and index > core and part[index - 1][2] in _FIRST_NAMES  # "Ada Cook"
        family = index == 0 and len(part) == 2 and word in _SURNAMES_FIRST  # noqa: PLR2004 - "Fan Lihua"
        if word in _TITLES or (word not in _FIRST_NAMES and not surname and not family and role_of(word)):
            core = index + 1
            gender = _TITLES.get(word, "").strip("u") or gender
    if core == 0 and len(part) > 2 and part[0][2] in _PLACES and part[1][2] in _FIRST_NAMES:  # noqa: PLR2004
        core = 1  # "Archbishop of Lima Carlos Orta"
    while core < len(part) - (1 if core else 2) and part[core][2] in _DEMONYMS and part[core][2] not in _FIRST_NAMES:
        core += 1
    return core, gender


def _hyphened(word: str) -> bool:
    """Whether a word is a compound that only begins with a name ("Lima-based")."""
    return not word.isalpha() and _HYPHENED.search(word) is not None


def _is_body(text: str, part: list[Piece], whole: str) -> bool:
    """Whether a name is a body's: by its last word, by being known, as an acronym, or by an "of" within."""
    start, _, first = part[0]
    last = part[-1][2]
    if last.endswith(GENITIVES):
        last = last.rstrip("'’") if last[-1] in "'’" else last[:-2]
    if last in _ORGANISATIONS or whole in _ORGANISATIONS or whole in _OUTLETS or whole in _PLATFORMS:
        return True
    if last in _OUTLET_HEADS and (len(part) > 1 or text[start - 4 : start] in {"The ", "the "}):
        return True
    linked = len(part) > len(("Bank", "of")) and any(piece[2] in {"of", "for", "in", "on"} for piece in part)
    if linked and first not in _TITLES:
        return True
    if len(part) == 1 and len(last) >= _MIN_ACRONYM and last.isupper() and "." not in last:
        return role_of(last) is None  # "the CEO" is no body
    if len(part) == 1 and "." in last and _DOMAIN.search(last):
        return True
    return "&" in whole or first in {"University", "Universidad", "Université"}
