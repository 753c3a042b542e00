"""Names in a text: the capitalised runs that name a person, a body or a place, with the title before them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.voices.lists import entries, role_of, table
from reader.model import Article, BlockKind, Span

_UPPER = "".join(c for c in map(chr, range(0x590)) if c.isupper())
_PARTICLES = "|".join(sorted(entries("particles"), key=len, reverse=True))
_POINTED = "|".join(
    sorted((re.escape(t) for t in entries("titles") | {"Jr.", "Inc.", "Corp.", "Co.", "Ltd."} if t[-1] == "."), key=len)
)
_WORD = (
    rf"(?:(?:{_POINTED})|(?:[{_UPPER}]\.)++(?:[{_UPPER}](?!\w))?"
    rf"|[{_UPPER}][\w’'&\u2010\u2011-]*+(?:\.(?:com|org|net|info|ru|co|tv|io|eu|de|fr)\b)?+"
    rf"|(?:al|el|[dl][’'])-?[{_UPPER}][\w-]*+)"
)
# At most eight words: a megabyte of capitals is cut into runs, each scanned once.
_RUN = re.compile(rf"(?<![\w@#/.]){_WORD}(?: (?:(?:{_PARTICLES}) ){{0,2}}{_WORD}){{0,7}}+")
_PIECE = re.compile(r"[^ ]+")
_MORE = re.compile(
    rf" (?:of|for|on|against|in) (?:the )?({_WORD}(?: {_WORD}){{0,5}}+)(?: and ({_WORD})(?= (?:at|of|in)\b|[,.;:)]))?"
)
_GO_ON = frozenset({"Bank", "Friends", "House", "News", "Radio", "Voice"})  # bodies only with an "of" behind them
_RANKS = frozenset({"Assistant", "Chief", "Deputy", "Executive", "Managing", "National", "Senior", "Vice"})
_PLURAL_OWNERS = frozenset({"People’s", "People's", "Women’s", "Women's", "Children’s", "Children's", "Men's", "Men’s"})
_ACCOUNT = re.compile(r" (?:page|group|account|user|wall|post)s?\b")
_DOMAIN = re.compile(r"\w\.[a-z]{2,4}\Z")
_OWNER = ("'s", "’s", "s'", "s’")
_HYPHENED = re.compile(r"[-\u2010\u2011][a-z]\w*\Z")
# The town that heads a report names nobody: "LIMA (VNA) — …".
_DATELINE = re.compile(rf"[{_UPPER}][{_UPPER}.’' -]+(?:, [\w. ]{{2,20}})?(?: \([^)\n]{{2,20}}\))? [—–-] ")
_MIN_ACRONYM = 2


Piece = tuple[int, int, str]  # start, end and text of one word of a run


@dataclass(frozen=True, slots=True)
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


def scan(article: Article) -> Names:
    """All names of the visible text, in one pass; headings in title case are left out: their capitals mean nothing."""
    text = article.text
    found: list[Name] = []
    for block in article.visible:
        start, end = block.span.start, block.span.end
        if block.kind is BlockKind.HEADING and _in_title_case(text[start:end]):
            continue
        if block.kind in {BlockKind.CODE, BlockKind.RULE}:
            continue
        _scan(text, start, end, found)
    return Names(tuple(found), tuple(name.start for name in found))


def scan_text(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The names of one stretch of a text."""
    found: list[Name] = []
    _scan(text, start, end, found)
    return tuple(found)


def _in_title_case(heading: str) -> bool:
    words = heading.split()
    return len(words) > 4 and sum(word[0].isupper() for word in words) * 2 > len(words)  # noqa: PLR2004 - a short heading may be a name


def _scan(text: str, start: int, end: int, found: list[Name]) -> None:
    position = start
    while match := _RUN.search(text, position, end):
        position = match.end()
        pieces = [(match.start(), position, match[0])]
        if " " in match[0]:
            pieces = [(m.start(), m.end(), m[0]) for m in _PIECE.finditer(text, match.start(), position)]
        last = pieces[-1][2]
        if last in entries("organisations") or last in _GO_ON:
            position = _extended(text, pieces, end)
        if match.start() == start and _DATELINE.match(text, start, end):
            continue
        for part in _parts(text, pieces):
            name = _name(text, part)
            if name is not None:
                found.append(name)


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


def _parts(text: str, pieces: list[Piece]) -> Iterator[list[Piece]]:
    """A run cut after possessives ("Orlin's Lima") and at words that only begin a sentence."""
    if text[pieces[0][0] : pieces[-1][1]] in entries("outlets"):
        yield pieces
        return
    openers, first_names = entries("openers"), entries("first_names")
    part: list[Piece] = []
    for index, piece in enumerate(pieces):
        word = piece[2]
        if part and word in openers and text[part[0][0] : piece[1]] in entries("outlets"):
            part.append(piece)
            continue
        if (word in openers and not (word in first_names and index < len(pieces) - 1)) or _HYPHENED.search(word):
            if part:
                yield part
            part = []
            continue
        if part and word in entries("platforms") and _ACCOUNT.match(text, piece[1]):
            yield part
            part = []
        part.append(piece)
        if word.endswith(_OWNER) and word not in _PLURAL_OWNERS:
            yield part
            part = []
    if part:
        yield part


def _name(text: str, part: list[Piece]) -> Name | None:
    """The name in a part of a run: its title told from the name itself, demonyms and particles off its ends."""
    part = _without_town(text, part)
    raw = part[-1][2]
    owner = raw.endswith(_OWNER)
    end = part[-1][1] - (2 if raw.endswith(("'s", "’s")) else 1 if owner else 0)
    whole = text[part[0][0] : end]
    known = whole in entries("places") or whole in entries("outlets")
    body = not known and _is_body(text, part, whole)
    core, gender = (0, "") if known else _title(part, body=body)
    if core >= len(part) or _HYPHENED.search(whole):
        return None
    words = (*(piece[2] for piece in part[core:-1]), text[part[-1][0] : end])
    named = text[part[core][0] : end]
    place = named in entries("places") or (len(words) == 1 and named in entries("demonyms"))
    if core or known:
        body = _is_body(text, part[core:], named)
    return Name(part[core][0], end, part[0][0], words, body and not place, place, gender, core > 0, owner)


def _without_town(text: str, part: list[Piece]) -> list[Piece]:
    """A person's name without the town or state that runs on behind it ("Ada Cole South Carolina")."""
    for size in (2, 1):
        tail = text[part[-size][0] : part[-1][1]] if len(part) - size >= 2 else ""  # noqa: PLR2004 - two words of a name
        if tail in entries("places") and part[0][2] in entries("first_names"):
            return part[:-size]
    return part


def _title(part: list[Piece], *, body: bool) -> tuple[int, str]:
    """How many words at the front of `part` are titles, roles and demonyms, and the gender that they tell."""
    titles, demonyms = table("titles"), entries("demonyms")
    core, gender = 0, ""
    if body and not (len(part) > 2 and part[0][2] in titles):  # noqa: PLR2004 - a title and two words of a name
        return core, gender
    first_names = entries("first_names")
    for index, (_, _, word) in enumerate(part):
        if word in titles or (word not in first_names and role_of(word)):
            core = index + 1
            gender = titles.get(word, "").strip("u") or gender
    if core == 0 and len(part) > 2 and part[0][2] in entries("places") and part[1][2] in first_names:  # noqa: PLR2004
        core = 1  # "Archbishop of Lima Carlos Orta"
    while core < len(part) - (1 if core else 2) and part[core][2] in demonyms and part[core][2] not in first_names:
        core += 1
    return core, gender


def _is_body(text: str, part: list[Piece], whole: str) -> bool:
    """Whether a name is a body's: by its last word, by being known, as an acronym, or by an "of" within."""
    start, _, first = part[0]
    last = part[-1][2]
    if last.endswith(_OWNER):
        last = last.rstrip("'’") if last[-1] in "'’" else last[:-2]
    if last in entries("organisations") or whole in entries("outlets") or whole in entries("platforms"):
        return True
    if last in entries("outlet_heads") and (len(part) > 1 or text[start - 4 : start] in {"The ", "the "}):
        return True
    linked = len(part) > len(("Bank", "of")) and any(piece[2] in {"of", "for", "on"} for piece in part)
    if linked and first not in table("titles"):
        return True
    if len(part) == 1 and len(last) >= _MIN_ACRONYM and last.isupper() and "." not in last:
        return True
    if len(part) == 1 and _DOMAIN.search(last):
        return True
    return "&" in whole or first in {"University", "Universidad", "Université"}
