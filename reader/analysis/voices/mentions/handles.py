"""Find the owner of a handle: by its spelling, the name next to it, or the post that it heads."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from reader.analysis.voices.names.lists import fold
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.roster import Referent, Roster, surname
from reader.analysis.voices.roles.tokens import is_governed

_AT = re.compile(r"@(?<!\w.)(\w+)")  # the sign first, because it is found quickly
# A bracket may follow the words that describe a person ("Ada Cole of the Post (").
_BETWEEN = re.compile(
    r" ?\(|, | – | on Twitter(?: as)?,? |(?:,| at| from| of) (?!who\b)(?:(?! who\b)[^.:;!?\n@()]){3,60} \("
)
_NAMES_BEFORE = 3  # names before a handle that are checked; the nearest person may own it
_BEHIND = 60  # characters after a handle in which a name in brackets may end
_ABOVE = re.compile(r"(?:\A|\n|(?<=[.!?]\s))([^\n]{3,300}):\s*\n+[ \t\u200e\u200f\u202a-\u202c]*\Z")
_LEAD = 340  # characters before a handle searched for the line above it
_TITLE = 30  # maximum characters of a line before its subject's name: "Blogger", "Here"
_POSTS = re.compile(r"\s(?:\w+\s)?(?:(?:re)?tweet(?:s|ed)|wrote|writes|said|says|posted|posts)\b")
_SHORTEST = 5  # minimum letters of a spelling; shorter ones match by chance
_LONGEST = 30  # letters of a handle that are compared
_TWITTER = 15  # maximum letters of a handle on Twitter, where longer names are cut
_CLEAR = 8  # minimum letters of a name that is only a part of a handle
_ACRONYM = 3  # minimum letters of an acronym
_PARTS = 6  # maximum words of a name from which a handle is made
_MANY_NAMES = 1000  # names in a text; beyond this only the first and last word of each are used
_OF_PAGES = re.compile(r"(.{5,}?)(?:blog|news|tv)")  # what the handle of a blog or station adds to its name
# What users add before or after their names.
_WITHOUT_AFFIXES = re.compile(
    r"(?:iam|its|mr|mrs|ms|dr|my|our|real|the|your)?(.{3,}?)(?:hq|mp|official|online|party|pm|tweets?|tv)?\d*"
)


@dataclass(slots=True)
class HandleOwners:
    """The owners of a text's handles; the indexes are built on demand."""

    text: str
    names: Names
    roster: Roster
    spelled: dict[str, Referent] | None = None
    beside: dict[str, Name] = field(default_factory=dict)
    pages: dict[str, Name] = field(default_factory=dict)

    def owner(self, handle: str, start: int) -> Referent | Name | None:
        """Return the owner of the handle at `start`: a person of the roster or a name in the text; else None."""
        if self.spelled is None:
            self.spelled = self._by_spelling()
            self.beside = dict(self._by_name())
            single = (name for name in reversed(self.names.all) if len(name.words) == 1 and not name.place)
            self.pages = {fold(name.words[0]): name for name in single}
        plain = fold(handle)
        bare = _WITHOUT_AFFIXES.fullmatch(plain)
        known = self.beside.get(plain) or self.spelled.get(plain.rstrip("0123456789"))
        known = known or (None if bare is None else self.spelled.get(bare[1]))
        known = known or next(filter(None, map(self.spelled.get, _parts(plain))), None)
        known = known or self.spelled.get(f"{fold(handle.partition('_')[0])}_")
        return known or self._of_page(plain) or self._poster(start)

    def _of_page(self, handle: str) -> Name | None:
        """The name of one word that is the handle, or from which a blog makes it ("Millstone": "@millstoneblog")."""
        word = _OF_PAGES.fullmatch(handle)
        return self.pages.get(handle if word is None else word[1])

    def _by_spelling(self) -> dict[str, Referent]:
        """The handles that the roster's voices may have; a surname alone only where one person has that surname."""
        found: dict[str, Referent] = {}
        crowd = len(self.roster.everyone) > _MANY_NAMES
        for person in self.roster.everyone:
            words = (person.words[0], person.words[-1]) if crowd and len(person.words) > 1 else person.words
            for spelling in _of_body(person.words) if person.body else _spellings(words):
                found.setdefault(spelling, person)
        people = [person for person in self.roster.everyone if len(person.words) > 1 and not person.body]
        borne = Counter(fold(surname(person.words)) for person in people)
        for person in people:
            last = fold(surname(person.words))
            if borne[last] == 1 and len(last) >= _SHORTEST:
                found.setdefault(last, person)
        return found

    def _by_name(self) -> Iterator[tuple[str, Name]]:
        """Handles with the name next to them: "Ada Cole (@adac)", "Ada Cole, a nurse (@adac)", "@adac (Ada Cole)"."""
        for match in _AT.finditer(self.text):
            near = self.names.before(match.start(), _NAMES_BEFORE)
            people = [name for name in near if not (name.place or name.body or self._is_place(name))]
            if people and _BETWEEN.fullmatch(self.text, people[-1].end, match.start()):
                yield fold(match[1]), people[-1]
                continue
            if near and near[-1] not in people and _BETWEEN.fullmatch(self.text, near[-1].end, match.start()):
                continue
            behind = self.names.within(match.end(), match.end() + _BEHIND)
            if behind and self.text[match.end() : behind[0].title] == " (" and self.text.startswith(")", behind[0].end):
                yield fold(match[1]), behind[0]

    def _is_place(self, name: Name) -> bool:
        """Whether a name after a preposition is a place: one word ("a nurse from Tarn"), or followed by a comma."""
        lone = len(name.words) == 1 and self.text.endswith((" at ", " from ", " in ", " of "), 0, name.title)
        return lone or (self.text.startswith(", ", name.end) and is_governed(self.text, name, self.names))

    def _poster(self, start: int) -> Name | None:
        """The person whose post a handle heads: "Ada Cole tweeted:" with "@adac: …" on the next line."""
        above = _ABOVE.search(self.text, max(0, start - _LEAD), start)
        if above is None:
            return None
        people = [n for n in self.names.within(*above.span(1)) if not n.place and not n.body]
        if not people or people[0].owner or any(p.words != people[0].words for p in people[1:]):
            return None
        near = people[0].title - above.start(1) <= _TITLE
        return people[0] if near and _POSTS.match(self.text, people[0].end) else None


def _parts(handle: str) -> Iterator[str]:
    """The parts of a handle that are too long to be a name by chance, the longest first: "adacole" of "senadacole"."""
    plain = handle[:_LONGEST]
    for length in range(len(plain), _CLEAR - 1, -1):
        yield from (plain[at : at + length] for at in range(len(plain) - length + 1))


def _of_body(words: tuple[str, ...]) -> set[str]:
    """A body's possible handles: its initials or first word; the code of a country may follow ("tidewell_vl")."""
    plain = [fold(word) for word in words if word[:1].isupper()]
    if len(plain) < 2:  # noqa: PLR2004 - one word is anybody's
        return set()
    initials = "".join(word[:1] for word in plain)
    found = {initials, f"{initials}_"} if len(initials) >= _ACRONYM else set()
    return found | ({f"{plain[0]}_"} if len(plain[0]) > _SHORTEST else set())


def _spellings(words: tuple[str, ...]) -> set[str]:
    """A person's possible handles, made from their name: "adacole", "acole", "coleada", "adac", "adamariacole"."""
    plain = [fold(word) for word in words if fold(word)]
    if len(plain) < 2:  # noqa: PLR2004 - one name is anybody's
        return set()
    plain = [plain[0], *plain[1 - _PARTS :]] if len(plain) > _PARTS else plain
    found = {plain[-1] + plain[0]}
    for parts in product(*(("", word[0], word) for word in plain)):
        written = [part for part in parts if part]
        if len(written) > 1 and any(len(part) > 1 for part in written):
            found.add("".join(written))
    return {part for spelling in found if len(spelling) >= _SHORTEST for part in (spelling, spelling[:_TWITTER])}
