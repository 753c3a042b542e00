"""Finds whose user name a handle is: whose name it spells, beside whose name it stands, or whose post it heads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.analysis.voices.lists import fold
from reader.analysis.voices.names import Name, Names
from reader.analysis.voices.roster import Referent, Roster

_AT = re.compile(r"@(?<!\w.)(\w+)")  # the sign first, which is looked for quickly
_BETWEEN = re.compile(r" ?\(|, | – | on Twitter(?: as)?,? ")
_BEHIND = 60  # characters behind a handle in which a name in brackets may end
_ABOVE = re.compile(r"(?:\A|\n|(?<=[.!?]\s))([^\n]{3,300}):\s*\n+[ \t\u200e\u200f\u202a-\u202c]*\Z")
_LEAD = 340  # characters before a handle in which the line above it is looked for
_TITLE = 30  # characters of a line before the name that is its subject: "Blogger", "Here"
_POSTS = re.compile(r"\s(?:\w+\s)?(?:(?:re)?tweet(?:s|ed)|wrote|writes|said|says|posted|posts)\b")
_SHORTEST = 5  # letters of a spelling; shorter ones meet by chance


@dataclass(slots=True)
class Handles:
    """The handles of a text; both indexes are made when the first handle is looked up."""

    text: str
    names: Names
    roster: Roster
    spelled: dict[str, Referent] | None = None
    beside: dict[str, Name] = field(default_factory=dict)

    def owner(self, handle: str, start: int) -> Referent | Name | None:
        """Whose handle it is that stands at `start`: a person of the roster or a name in the text, else None."""
        if self.spelled is None:
            self.spelled = {}
            for person in self.roster.everyone:
                for spelling in _of_body(person.words) if person.body else _spellings(person.words):
                    self.spelled.setdefault(spelling, person)
            self.beside = dict(self._given())
        plain = fold(handle)
        known = self.spelled.get(plain.rstrip("0123456789")) or self.spelled.get(f"{fold(handle.partition('_')[0])}_")
        return known or self.beside.get(plain) or self._led_in(start)

    def _given(self) -> Iterator[tuple[str, Name]]:
        """Handles with the name beside them: "Ada Cole (@adac)", "Ada Cole, @adac,", "@adac (Ada Cole)"."""
        for match in _AT.finditer(self.text):
            near = self.names.before(match.start(), 1)
            if near and _BETWEEN.fullmatch(self.text, near[-1].end, match.start()):
                if not (near[-1].place or near[-1].body):
                    yield fold(match[1]), near[-1]
                continue
            behind = self.names.within(match.end(), match.end() + _BEHIND)
            if behind and self.text[match.end() : behind[0].title] == " (" and self.text.startswith(")", behind[0].end):
                yield fold(match[1]), behind[0]

    def _led_in(self, start: int) -> Name | None:
        """The person whose post a handle heads: "Ada Cole tweeted:" and, on the next line, "@adac: …"."""
        above = _ABOVE.search(self.text, max(0, start - _LEAD), start)
        if above is None:
            return None
        people = [n for n in self.names.within(*above.span(1)) if not n.place and not n.body]
        if not people or people[0].owner or any(p.words != people[0].words for p in people[1:]):
            return None
        near = people[0].title - above.start(1) <= _TITLE
        return people[0] if near and _POSTS.match(self.text, people[0].end) else None


def _of_body(words: tuple[str, ...]) -> set[str]:
    """How a body's handle may begin before a "_" for a country or a language: "tidewell_" of the Tidewell Trust."""
    first = fold(words[0])
    return {f"{first}_"} if len(first) > _SHORTEST and len(words) > 1 else set()


def _spellings(words: tuple[str, ...]) -> set[str]:
    """How a person may write their name as a handle: "adacole", "acole", "coleada", "adac"."""
    plain = [fold(word) for word in words if fold(word)]
    if len(plain) < 2:  # noqa: PLR2004 - one name is anybody's
        return set()
    first, last = plain[0], plain[-1]
    found = {"".join(plain), first + last, last + first, first[0] + last, first + last[0], first + "".join(plain[-2:])}
    return {spelling for spelling in found if len(spelling) >= _SHORTEST}
