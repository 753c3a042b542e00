"""Find the names of a text: capitalised runs that name a person, body or place, with their titles."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reader.analysis.voices.names.capitalised_runs import (
    AHEAD,
    GO_ON,
    GOES_ON,
    RUN,
    UPPER,
    Piece,
    department,
    goes_on,
    grown,
    pieces_of,
)
from reader.analysis.voices.names.lists import entries, is_known_outlet, role_of, table
from reader.analysis.voices.names.one_word_names import alone, full_names, is_acronym, words_too
from reader.analysis.voices.names.run_splitting import CAUSES, LAST, TITLED, hyphened, parted
from reader.analysis.voices.names.section_headings import person_of_heading
from reader.analysis.voices.names.titled import title_of, without_honours, without_town
from reader.analysis.voices.names.user_names import pen_names, users
from reader.analysis.words.grammar import GENITIVES, cue_form, words
from reader.model import Article, Block, BlockKind, Span

_LINKS = frozenset({"of", "for", "in", "on"}) | CAUSES
_DIRECTIONS = frozenset({"Central", "East", "Eastern", "North", "Northern", "South", "Southern", "West", "Western"})
_AREA_NOUNS = frozenset({"Avenue", "Boulevard", "County", "Islands", "Mountains", "Peninsula", "Province", "Township"})
_SAYS = re.compile(r"(['’]s?)\s(?:said|says)\b")  # "McDonald’s said": it owns nothing
_BEFORE_WORDS = re.compile(r"(?:(?:,|\s(?:at|from|of))\s[^:.\n“\"]{1,80})?(?::|,\s?[“\"'‘])")
_BEFORE_PLACES = (" from ", " in ", " near ", ", ")
_TELLING = (*AHEAD, *TITLED, "‘", "'")  # before a run
_DOMAIN = re.compile(r"\w\.[a-z]{2,4}\Z")
# The town at the head of a report is no name: "LIMA (VNA) — …".
_DATELINE = re.compile(rf"[{UPPER}][{UPPER}.’' -]+(?:, [\w. ]{{2,20}})?(?: \([^)\n]{{2,20}}\))? [—–-] ")
_NETWORK = frozenset({("X",), ("X.",)})  # only between such words
_ON_NETWORK = ("on ", "On ", "app ", "network ", "platform ", "site ")
_POSTED = (" account", " post")
_MIN_ACRONYM = 2
_ARTICLES = frozenset({"The ", "the "})
_ARTICLE = len("The ")
_LANGUAGES = words("languages")
_FULL_NAME = 2  # words of a person's name
_SHOUTED = 5  # minimum letters
_GROUP = re.compile(r"[A-Z][a-z]{3,}(?:-[a-z]+)?(?:[eo]rs|ists|ians|[ae]nts)")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_BEFORE_SENTENCES = frozenset({". ", "? ", "! ", "” ", '" '})
_LONGEST_TITLE = 160  # maximum characters
_LONGEST_NAME = 80  # maximum characters, title included
_FIRMS = frozenset({"Associates", "Bros", "Brothers", "Co", "Company", "Daughters", "Partners", "Sons"})
_SURNAMES_TOO = frozenset({"Banks", "Church", "Court", "Hall", "House", "Park", "Post", "Temple"})
_SCHOOLS = frozenset({"College", "University"})
_BODIES = entries("known_bodies")
_STOPS = frozenset('.!?:;,…”"’)]')
_ORGANISATIONS = entries("organisations")
_PLACES = entries("places")
_OUTLETS = entries("outlets")
_OPENERS = entries("openers")
_FIRST_NAMES = entries("first_names")
_PLATFORMS = entries("platforms")
_DEMONYMS = entries("demonyms")
_OUTLET_BEGINNINGS = entries("outlet_beginnings")
_OUTLET_HEADS = entries("outlet_heads")
_TITLES = table("titles")
# Words that begin a sentence and name nothing: nearly half of all runs are one of them.
_MERE_OPENERS = _OPENERS - _OUTLETS - _ORGANISATIONS - GO_ON


@dataclass(slots=True, eq=False)  # not frozen: so many are created that freezing costs time
class Name:
    """A name in the text: `[start, end)` is the name itself, `title` the start of the capitalised words before it.

    `words` are its words as written, without a possessive ending. `body` is true for a publication, a company or an
    office; `place` for a country or town. `gender` is "m" or "f" where a title shows it, else "". `titled` is whether a
    title or a role word is in the same run ("President Pavel Orlin"). An `outlet` is a publication by the word lists or
    its last word, a `platform` is a place where anybody can post ("Facebook").
    """

    start: int
    end: int
    title: int
    words: tuple[str, ...]
    body: bool = False
    place: bool = False
    gender: str = ""
    titled: bool = False
    owner: bool = False
    outlet: bool = False
    platform: bool = False

    @property
    def span(self) -> Span:
        """The span of the name, without its title."""
        return Span(self.start, self.end)

    @property
    def in_full(self) -> bool:
        """Whether it can be a person's full name: two words or more, and neither a body nor a place."""
        return len(self.words) > 1 and not (self.body or self.place)

    @property
    def plain(self) -> bool:
        """Whether neither its words nor a capital inside the first word ("YouTube") show a body."""
        return not self.body and not any(c.isupper() for c in self.words[0][1:])


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity, so that it can be a key
class Names:
    """All names of a text in order, with their starts for bisection, and the spans of the sources' mentions.

    `groups` are common nouns that have a capital only as the first word of a sentence ("Anglers said
    …"), `single` are the names of one word.
    """

    all: tuple[Name, ...]
    starts: tuple[int, ...]
    groups: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    sources: Mapping[int, int] = field(default_factory=dict)

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """Return the names that are wholly in `[start, end)`."""
        found = self.all[bisect_left(self.starts, start) : bisect_right(self.starts, end)]
        return found if not found or found[-1].end <= end else tuple([name for name in found if name.end <= end])

    def before(self, offset: int, limit: int) -> tuple[Name, ...]:
        """Return up to `limit` names that begin before `offset`, the nearest last."""
        index = bisect_left(self.starts, offset)
        return self.all[max(0, index - limit) : index]

    def at(self, offset: int) -> Name | None:
        """Return the name that begins at `offset`, its title included; None without one."""
        near = self.within(offset, offset + _LONGEST_NAME)
        return near[0] if near and near[0].title == offset else None


def has_article(text: str, name: Name) -> bool:
    """Return whether "the" is right before a name."""
    return text[name.start - _ARTICLE : name.start].lower() == "the "


def scan(article: Article) -> Names:
    """Return all names of the visible text. Lines in title case are skipped, because their capitals mean nothing."""
    text = article.text
    blocks = (block for block in article.visible if block.kind not in {BlockKind.CODE, BlockKind.RULE})
    stretches = [stretch for block in blocks for stretch in _prose(text, block)]
    found: list[Name] = []
    for start, end in stretches:
        _scan(text, start, end, found)
    pen = pen_names(text, stretches)
    found = [name for name in found if all(name.end <= first or last <= name.start for first, last, _ in pen)]
    found += [
        Name(first, last, title, (text[first:last],), titled=True, outlet=is_known_outlet((text[first:last],)))
        for first, last, title in (*users(text, stretches), *pen)
    ]
    found.sort(key=lambda name: name.start)
    found = _with_full_names(text, found)
    lone = words_too({name.words[-1] for name in found if name.in_full})
    if lone:
        again = alone(text, lone, [(name.title, name.end) for name in found])
        found += [Name(first, last, first, (text[first:last],)) for first, last in again]
        found.sort(key=lambda name: name.start)
    groups = _group_nouns(text, found)
    found = [name for name in found if len(name.words) > 1 or name.words[0] not in groups] if groups else found
    single = frozenset(name.words[0] for name in found if len(name.words) == 1)
    return Names(tuple(found), tuple(name.start for name in found), groups, single)


def _with_full_names(text: str, found: list[Name]) -> list[Name]:
    """The names, with the full names of the bodies among them that are called by an acronym.

    A person or two places may have the same initials ("England and Ukraine" and "EU"), but a place that has them itself
    is a body ("the European Union").
    """
    acronyms = {name.words[0] for name in found if name.body and len(name.words) == 1 and is_acronym(name.words[0])}
    starts = [name.start for name in found]
    kept, at = [], 0
    for start, end in full_names(text, frozenset(acronyms)):
        first, behind = bisect_left(starts, start), bisect_left(starts, end)
        words, inside = tuple(text[start:end].split()), found[first:behind]
        crossed = (first and found[first - 1].end > start) or any(name.end > end for name in inside)
        other = words[0] in _FIRST_NAMES or any((name.words == words) != name.place for name in inside)
        if not (crossed or other):
            kept += [*found[at:first], Name(start, end, start, words, body=True)]
            at = behind
    return [*kept, *found[at:]]


def _group_nouns(text: str, found: list[Name]) -> frozenset[str]:
    """The common nouns that have a capital only at the beginning of a sentence ("Anglers said …", but not "Rogers").

    A noun is common if it is for a group of people or is elsewhere in lower case.
    """
    lone = (name for name in found if len(name.words) == 1 and not (name.body or name.place or name.outlet))
    opening = {name.words[0] for name in lone if _opens(text, name)} - _FIRST_NAMES - _OUTLETS - _ORGANISATIONS
    if not opening:
        return frozenset()
    small = set(_SMALL.findall(text))
    opening = {word for word in opening if word.lower() in small or _GROUP.fullmatch(word) is not None}
    named = (name.words[-1] for name in found if len(name.words) > 1 or not _opens(text, name))
    return frozenset(opening.difference(named))


def _opens(text: str, name: Name) -> bool:
    """Whether a name begins a sentence, so that its capital means nothing, and is no possessive there."""
    opens = _begins(text, name.start) or text.endswith(": ", 0, name.start)
    return name.title == name.start and not name.owner and opens


def _begins(text: str, start: int) -> bool:
    """Whether an offset begins a text, a line or a sentence."""
    return start == 0 or text[start - 2 : start] in _BEFORE_SENTENCES or text[start - 1] == "\n"


def scan_text(text: str, start: int, end: int) -> tuple[Name, ...]:
    """Return the names of one stretch of a text."""
    found: list[Name] = []
    _scan(text, start, end, found)
    return tuple(found)


def _prose(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The parts of a block between lines in title case, such as headings in a plain text."""
    start, end = block.span.start, block.span.end
    if block.kind is BlockKind.HEADING:
        if not _in_title_case(text[start:end]):
            yield start, end
        else:
            yield from _of_heading(text, start, end)
        return
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop - at <= _LONGEST_TITLE and text[stop - 1] not in _STOPS and _in_title_case(text[at:stop]):
            if at > start:
                yield start, at
            yield from _of_heading(text, at, stop)
            start = stop
        at = stop + 1
    if start < end:
        yield start, end


def _of_heading(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The name of the person in a heading."""
    name = person_of_heading(text, start, end)
    if name is not None:
        yield name.start, name.end


def _in_title_case(heading: str) -> bool:
    words = heading.split()
    return len(words) > 4 and sum([word[0].isupper() for word in words]) * 2 > len(words)  # noqa: PLR2004 - a short heading may be a name


def _scan(text: str, start: int, end: int, found: list[Name]) -> None:
    runs, position = RUN.finditer(text, start, end), start
    while match := next(runs, None):
        run, lead = match[0], match.lastindex
        first = match.start()
        if (run in _MERE_OPENERS and not lead) or (text[first - 1] == "[" and run.lower() in _LANGUAGES):
            continue
        if lead:
            first = max(position, first - lead)
            run = text[first : match.end()]
        position = match.end()
        verb = _verb_before_subject(text, first, run, position)
        first, run = first + verb, run[verb:]
        if run.isupper() and len(run) >= _SHOUTED and run.capitalize() in _MERE_OPENERS:
            continue  # "UPDATE"; short ones are acronyms as well
        going_on = text[position : position + 2] in GOES_ON and goes_on(text, run, position)
        dated = first == start and _DATELINE.match(text, start, end) is not None
        around = going_on or dated or text.endswith(_TELLING, 0, first)
        article = "The " if text[first - _ARTICLE : first] in _ARTICLES else "    "
        alone = None if around else _names_of_run(article + run)
        if alone is not None:
            found += [_in_context(text, name, first - _ARTICLE) for name in alone]
            continue
        pieces = pieces_of(text, first, position)
        office, count = department(text, pieces)
        pieces = pieces[count:]
        if going_on:
            position = grown(text, pieces, end)
            runs = RUN.finditer(text, position, end)
        for part in () if dated else parted(text, pieces):
            made = _name(text, part)
            if made is not None:
                name = _in_context(text, made, 0)
                if count > 0 and name.title == pieces[0][0]:
                    name.title, name.titled = office, True
                found.append(name)


def _verb_before_subject(text: str, first: int, run: str, end: int) -> int:
    """The characters of a verb of saying that begins a sentence before its subject: "*Adds* Ada Roe: “…”"."""
    word, _, rest = run.partition(" ")
    says = rest and cue_form(word.lower()) in {"past", "s"} and _begins(text, first)
    return len(word) + 1 if says and _BEFORE_WORDS.match(text, end) is not None else 0


@lru_cache(maxsize=8192)
def _names_of_run(text: str) -> tuple[Name, ...] | None:
    """The names of a run after an article or four blanks, without other context; None where context may matter.

    The offsets count from the article or blanks; results are cached, because a text repeats the same names.
    """
    pieces = pieces_of(text, _ARTICLE, len(text))
    if len(pieces) > 1 and pieces[-1][2] in _PLATFORMS:
        return None  # "Vela Facebook page"
    names = [_name(text, part) for part in parted(text, pieces)]
    return tuple([name for name in names if name is not None])


def _in_context(text: str, name: Name, shift: int) -> Name:
    """A name found in its run alone, moved by `shift` and read in its context: "in North Holm" is a place."""
    start, words, place = name.title + shift, name.words, name.place
    if words[0] in _DIRECTIONS and len(words) > 1 and not name.body and text.endswith(_BEFORE_PLACES, 0, start):
        place = True
    first, end = name.start + shift, name.end + shift
    thing = text.startswith(", which ", end) and _begins(text, start)
    thing = thing and not (place or name.titled or words[0] in _FIRST_NAMES)
    network = words in _NETWORK and (text.endswith(_ON_NETWORK, 0, start) or text.startswith(_POSTED, end))
    if network:
        words, end = ("X",), first + 1  # without the full stop of the sentence
    platform = name.platform or network
    said = _SAYS.match(text, end) if name.owner else None
    if said is not None:
        end = said.end(1)
        words = (*words[:-1], words[-1] + said[1])
    told = name.gender, name.titled, name.owner and said is None, name.outlet, platform
    return Name(first, end, start, words, name.body or thing or said is not None, place, *told)


def _name(text: str, part: list[Piece]) -> Name | None:
    """The name in a part of a run, with its title separated and without demonyms and particles at its ends."""
    part = part if len(part) <= _FULL_NAME else without_town(text, without_honours(part))
    raw = part[-1][2]
    owner = raw.endswith(GENITIVES)
    end = part[-1][1] - (1 if raw[-1] in "'’" else 2 if owner else 0)
    whole = text[part[0][0] : end]
    known = whole in _PLACES or whole in _OUTLETS
    body = not known and _is_body(text, part, whole)
    core, gender = (0, "") if known else title_of(part, body=body)
    words = (*(piece[2] for piece in part[core:-1]), text[part[-1][0] : end])
    if core >= len(part) or hyphened(words[-1]):
        return None
    named = text[part[core][0] : end]
    if len(words) > 1 and words[-1] in _DEMONYMS and _PLACES.issuperset(words[:-1]):
        return None  # "the Varland Republican"
    people = named in _DEMONYMS and named not in _BODIES  # "Labour" is the party
    place = named in _PLACES or (people if len(words) == 1 else words[-1] in _AREA_NOUNS and not core)
    if core or known:
        body = _is_body(text, part[core:], named)
    person = len(words) == _FULL_NAME and words[0] in _FIRST_NAMES and words[-1] in _SURNAMES_TOO
    body = body and not (place or person)
    read = words[-1] in _OUTLET_HEADS or (words[0] in GO_ON and words[0] in _OUTLET_HEADS)
    headed = body and (read or "." in words[-1].strip("."))
    outlet, platform = headed or is_known_outlet(words), " ".join(words) in _PLATFORMS
    return Name(part[core][0], end, part[0][0], words, body, place, gender, core > 0, owner, outlet, platform)


def _is_body(text: str, part: list[Piece], whole: str) -> bool:
    """Whether a name is a body's: by its last word, by a list, as an acronym, or by an "of" inside."""
    start, _, first = part[0]
    last = part[-1][2]
    if last.endswith(GENITIVES):
        last = last.rstrip("'’") if last[-1] in "'’" else last[:-2]
    if last in _ORGANISATIONS or any(whole in known for known in (_ORGANISATIONS, _OUTLETS, _PLATFORMS, _BODIES)):
        return True
    if last in _OUTLET_HEADS and (len(part) > 1 or text[start - _ARTICLE : start] in _ARTICLES):
        return True
    if len(part) > len(("Bank", "of")) and any(piece[2] in _LINKS for piece in part) and first not in _TITLES:
        return True
    if len(part) == 1 and len(last) >= _MIN_ACRONYM and last.isupper() and "." not in last:
        return role_of(last) is None  # "the CEO" is no body
    domain = len(part) == 1 and "." in last and _DOMAIN.search(last) is not None
    station = len(part) > 1 and (first in _OUTLET_BEGINNINGS or last in LAST)  # "Radio Vela", "Clean Rivers Now"
    joined = "&" in whole and (" & " not in whole or last in _FIRMS)  # two people who write together
    person = any(role_of(piece[2]) for piece in part[2:-2])  # "Delta University Law Professor Ada Cole"
    school = not person and any(piece[2] in _SCHOOLS for piece in part[1:])  # "Queen’s University Belfast"
    return domain or station or joined or school or first in {"University", "Universidad", "Université"}
