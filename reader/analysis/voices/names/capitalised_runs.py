"""Find runs of capitalised words, with the "of", "and" or nickname inside them and the office before them."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from reader.analysis.voices.names.lists import entries, role_of, singular, table, wider_sorts
from reader.analysis.words import lexicon
from reader.analysis.words.grammar import GENITIVES, TIME

Piece = tuple[int, int, str]  # start, end and text of one word of a run

UPPER = "".join(c for c in map(chr, range(0x590)) if c.isupper())
_PARTICLES = "|".join(sorted(entries("particles"), key=len, reverse=True))
# Abbreviations inside a name, whose full stop does not end a sentence.
POINTED = {"Co.", "Corp.", "Ft.", "Inc.", "Jr.", "Ltd.", "Mt.", "St."} | {t for t in entries("titles") if t[-1] == "."}
_LEAD = "(?:al|el|[dl][’'])"
_INNER_LEAD = "(?:al[’']?|el|(?:[dl]|d?all|dell|nell|sull)[’'])"


def _behind_capitals(words: Iterable[str]) -> str:
    """Words as a pattern for what follows their first letters, the shortest first."""
    return "|".join(rf"(?<={word[0]}){re.escape(word[1:])}" for word in sorted(words, key=len))


# The pattern begins with a capital, because a search for a single set of characters is fast.
_BEHIND = (
    rf"(?:(?=\w+\.)(?:{_behind_capitals(POINTED)})"
    rf"|(?=\w*!)(?:{_behind_capitals(lexicon.entries('marked_names'))})(?= [{UPPER}])"  # "E! News"
    rf"|\.(?:[{UPPER}]\.)*+(?:[{UPPER}](?!\w))?"
    r"|[\w’'&\u2010\u2011-]*+(?:\.(?:com|org|net|info|ru|co|tv|io|eu|de|fr)\b|(?<=[a-zA-Z])\+(?![\w+]))?+)"
)
_WORD = rf"(?:[{UPPER}]{_BEHIND}|{_INNER_LEAD}-?[{UPPER}][\w’'-]*+)"
_BEFORE_RUN = r"[\w@#/.]"
# Where an article before the first capital belongs to the name, its length is the number of the last group. At most
# twelve words: a megabyte of capitals is split into runs, and each is scanned once.
RUN = re.compile(
    rf"[{UPPER}](?:(?<={_LEAD}.)(?<!{_BEFORE_RUN}...)()()[\w’'-]*+|(?<={_LEAD}-.)(?<!{_BEFORE_RUN}....)()[\w’'-]*+"
    rf"|(?:(?<!{_BEFORE_RUN}.)|(?<=[a-z]{{3}}\..)(?!\w*\.\w)){_BEHIND})"  # or after a full stop whose blank is missing
    rf"(?: (?:(?:{_PARTICLES}|&) ){{0,2}}{_WORD}){{0,11}}+"
)
_MORE = re.compile(
    rf" (?:of|for|on|against|in|at) (?:the )?({_WORD}(?: {_WORD}){{0,5}}+)"
    rf"(?: and ({_WORD})(?= (?:at|of|in)\b|[,.;:)]))?"
)
_NICKNAME = re.compile(rf" ([“\"‘'][{UPPER}][\w. -]{{1,20}}[”\"’']) ((?:(?:{_PARTICLES}) ){{0,2}}{_WORD}(?: {_WORD})?)")
_FIRST_OF_TWO = frozenset(
    {"Antigua", "Bosnia", "Kitts", "Serbia", "Tobago", "Tome", "Tomé", "Trinidad", "Turks", "Wallis"}
)
_COUNTRY_WITH_AND = re.compile(
    rf" (?:and|&) (?:Barbuda|Caicos|Futuna|Herzegovina|Montenegro|Nevis|Principe|Príncipe|Tobago|Trinidad)\b"
    rf"(?: {_WORD}){{0,5}}"
)
_FIRST_AND_MIDDLE = 2
# the first characters with which a run can continue
GOES_ON = frozenset(f" {first}" for first in "afio&“\"‘'123456789")
_ANY_CONTINUATION = (" and ", " “", ' "', " ‘", " '", " 24")  # continuations that any run can have
_NUMBERED = re.compile(r" \d{1,3}(?![\w%]|[.,:]\d| percent)")  # "Channel 9"
_STATIONS = entries("outlet_beginnings")
_AND = re.compile(rf" and ({_WORD})(?: {_WORD}){{1,3}}+")
# "and Mines" continues "Ministry of Energy", but no other kind of body.
_AND_MATTERS = re.compile(
    rf"(?:, [{UPPER}]\w+)?,? and (?=(\w+))(?:[{UPPER}]\w+ ){{0,2}}?"
    rf"(?:(?:{'|'.join(sorted(entries('departments')))})\b(?: (?=[{UPPER}])|(?! [{UPPER}])))+"
)
_AND_MATTER = re.compile(rf" and ([{UPPER}][a-z]+)(?![\w’'-]| [{UPPER}])")
_AND_OFFICE = re.compile(rf" and ([{UPPER}][a-z]+) ([{UPPER}][a-z]+)(?: {_WORD}){{0,5}}+")
_BEFORE_BODY = ("the ", "The ", " of ", " at ")
_BEFORE = 4  # characters searched before a run
_JOINED = 4  # maximum words that "and" may add to a body's name
GO_ON = frozenset(
    {"Bank", "Friends", "House", "Journal", "Mothers", "News", "Radio", "Review", "Times", "Voice"}
)  # bodies only with an "of" after them
_RANKS = frozenset({"Assistant", "Chief", "Deputy", "Executive", "Managing", "National", "Senior", "Vice"})
_OF = (" of ", " of the ", " to ", " to the ", " for ", " for the ")
AHEAD = ("and ", *_OF)  # what comes before a run after an office
_OFFICE = re.compile(r"\b([^\W\d_]+) (?:of|to|for) (?:the )?\Z")
_FIELD_ENDINGS = ("acy", "ance", "ence", "ergy", "ics", "ing", "ism", "ity", "logy", "ment", "port", "tion", "ture")
_SAINTS = frozenset({"Fort", "Lake", "Mount", "New", "Port", "Saint", "San", "Santa", "St", "St."})
_OFFICE_REACH = 30  # characters searched for an office
_OF_A_PERSON = 4  # maximum words of a person's name after an office
_BODIES = entries("known_bodies")
_ORGANISATIONS = entries("organisations")
_DEPARTMENTS = entries("departments")
_PLACES = entries("places")
_PLATFORMS = entries("platforms")
_KNOWN = _PLACES | entries("outlets") | entries("platforms") | entries("demonyms")
_FIRST_NAMES = entries("first_names")
_OUTLET_HEADS = entries("outlet_heads")
_TITLES = table("titles")
_OPENERS = entries("openers")
_NO_FIRST = _KNOWN | _ORGANISATIONS | _OUTLET_HEADS | _OPENERS


@cache
def _firms() -> frozenset[str]:
    """The last words that only companies' names have."""
    shown = ((head, frozenset().union(*map(wider_sorts, sorts.split()))) for head, sorts in table("body_heads").items())
    return frozenset(head for head, sorts in shown if "firm" in sorts and "group" not in sorts)


def pieces_of(text: str, start: int, end: int) -> list[Piece]:
    """Return the words of a run."""
    found: list[Piece] = []
    for word in text[start:end].split(" "):
        stop = start + len(word)
        if word:
            found.append((start, stop, word))
        start = stop + 1
    return found


def goes_on(text: str, run: str, position: int) -> bool:
    """Return whether a run may continue (see `grown`) at `position`, where one of GOES_ON begins."""
    last = run.rsplit(maxsplit=1)[-1]
    named = last in _ORGANISATIONS or last in GO_ON or last in _FIRST_OF_TWO or last in _STATIONS
    return named or text.startswith(_ANY_CONTINUATION, position)


def grown(text: str, pieces: list[Piece], end: int) -> int:
    """Return where a run ends with its continuation up to `end`; append the words of the continuation to `pieces`.

    A body's name continues with "of" ("Centre for Tides"), another with "and" up to a noun for a body ("Food and Drug
    Administration"), a station's with its number, a first name with a nickname in quotation marks and the surname.
    """
    position, last = pieces[-1][1], pieces[-1][2]
    number = _NUMBERED.match(text, position, end)
    if number is not None and (last in _STATIONS or (last in _PLACES and number[0] == " 24")):
        pieces.append((number.start() + 1, number.end(), number[0][1:]))  # "Channel 9", "France 24"
        return number.end()
    if last in _ORGANISATIONS or last in GO_ON:
        return _end_with_of(text, pieces, end)
    more = _second_half(text, pieces) if last in _FIRST_OF_TWO else []
    if not more and text.startswith(" and ", position):
        more = _joined_by_and(text, pieces) or _office_of_matters(text, pieces[-1])
    if more:
        pieces += more
        return _end_with_of(text, pieces, end) if more[-1][2] in _ORGANISATIONS else more[-1][1]
    nick = _NICKNAME.match(text, position, end)
    if nick is None:
        return position
    own = pieces[next((at for at in range(len(pieces), 0, -1) if pieces[at - 1][2] in _NO_FIRST), 0) :]
    first = own[0][2] if own else ""
    known = first in _FIRST_NAMES or (len(own) == 1 and first not in _TITLES)
    if len(own) <= _FIRST_AND_MIDDLE and known:
        pieces.append((nick.start(1), nick.end(1), nick[1]))
        pieces += pieces_of(text, nick.start(2), nick.end())
        return nick.end()
    return position


def _second_half(text: str, pieces: list[Piece]) -> list[Piece]:
    """The second half of a country name with "and", and what follows: "Trinidad *and Tobago News Blog*"."""
    position = pieces[-1][1]
    land = _COUNTRY_WITH_AND.match(text, position)
    return [] if land is None else pieces_of(text, position + 1, land.end())


def _joined_by_and(text: str, pieces: list[Piece]) -> list[Piece]:
    """The words that "and" joins to a run after "the" or "of": "Food and Drug *Administration*".

    Empty where the run is a name of its own: a body, a person, a place.
    """
    pieces = pieces[1:] if pieces[0][2] == "The" and len(pieces) > 1 else pieces
    begin, end = pieces[0][0], pieces[-1][1]
    lead = _BEFORE_BODY if len(pieces) > 1 else _BEFORE_BODY[:2]  # "of Brandt and Delta University" names two
    more = _AND.match(text, end) if text.endswith(lead, max(0, begin - _BEFORE), begin) else None
    last = pieces[-1][2]
    if more is None or len(pieces) > _JOINED or last.endswith(GENITIVES) or last in _OUTLET_HEADS:
        return []
    run = text[begin:end]
    human = any(word in _TITLES or role_of(word) for _, _, word in pieces) or {pieces[0][2], more[1]} & _FIRST_NAMES
    joined = [] if run in _KNOWN or run.isupper() or human else pieces_of(text, end, more.end())
    return joined if joined and joined[-1][2] in _ORGANISATIONS else []


def _office_of_matters(text: str, last: Piece) -> list[Piece]:
    """The words that "and" joins to a matter, up to an office and a name: "Work *and Pensions Secretary Ada Cole*"."""
    more = _AND_OFFICE.match(text, last[1]) if _is_matter(last[2]) else None
    office = more is not None and _is_matter(more[1]) and role_of(more[2]) == "official"
    return pieces_of(text, last[1] + 1, more.end()) if more is not None and office else []


def department(text: str, pieces: list[Piece]) -> tuple[int, int]:
    """Return where the office before a run begins, and how many words at the run's front belong to it."""
    begin = pieces[0][0]
    if not text.endswith(_OF, 0, begin):
        return begin, 0
    office = _OFFICE.search(text, max(0, begin - _OFFICE_REACH), begin)
    if office is None:
        return begin, 0
    members = any(role_of(word) and singular(word) != word.lower() for _, _, word in pieces)  # "National Nurses United"
    body = members or pieces[-1][2] in _ORGANISATIONS or pieces[-1][2] in GO_ON or _joined_by_and(text, pieces)
    if body or not (office[1] in _TITLES or role_of(office[1])):
        return begin, 0
    count = next((at for at, piece in enumerate(pieces) if piece[2] not in _DEPARTMENTS), 0)
    for size in (2, 1) if not count and len(pieces) > 2 else ():  # noqa: PLR2004 - a place and two words of a name
        if text[begin : pieces[size - 1][1]] in _PLACES and len(pieces) > size:
            count = size
            break
    if not count:  # "Commissioner of Dams Ada Cole": a first name after the field of the office
        words = [piece[2] for piece in pieces[:-1]]
        first = next((at for at, word in enumerate(words) if word in _FIRST_NAMES), 0)
        titled = any(word in _TITLES or role_of(word) for word in words[:first])  # "spokeswoman for Gov. Ada Cole"
        count = first if first and not titled and words[first - 1] not in _SAINTS else 0  # "Santa Rosa Ada Cole"
    return office.start(), count if len(pieces) - count <= _OF_A_PERSON else 0


def _end_with_of(text: str, pieces: list[Piece], end: int) -> int:
    """Where a body's name with an "of" phrase ends ("Centre for Tides and Winds"); appends its words to `pieces`.

    A role inside it ends the name: "Council on Sea Matters Executive Director Ada Cole".
    """
    position = pieces[-1][1]
    for _ in range(3):
        more = _MORE.match(text, position, end)
        passing = more is not None and (more[1].split(" ", 1)[0].lower() in TIME or more[1] in _PLATFORMS)
        alone = len(pieces) == 1 and (pieces[0][2] == "University" or not text.startswith(" at ", position))
        if more is None or passing or (text.startswith((" in ", " at "), position) and not alone):
            break  # but not "Partners in Health", "University at Lisk": after two words it is a place
        if len(pieces) > 1 and pieces[-1][2] in _firms() and not text.startswith(" of ", position):
            break  # "Vela Systems for the Delta Board"
        added = pieces_of(text, position, more.end())
        roles = [index for index, piece in enumerate(added) if role_of(piece[2]) and piece[2][0].isupper()]
        if roles and roles[0] < len(added) - 1:
            added = added[: roles[0]]
            while added and added[-1][2] in _RANKS:
                added.pop()
            pieces += added
            return pieces[-1][1]
        pieces += added
        position = added[-1][1]
        matters = _end_of_matters(text, added[-1], end)
        if matters > position:
            pieces += pieces_of(text, position, matters)
            return matters
    return position


def _end_of_matters(text: str, last: Piece, end: int) -> int:
    """Where the matters that "and" joins to a body’s `last` word end, "Work *and Pensions*"; its end without any."""
    position = last[1]
    matters = _AND_MATTERS.match(text, position, end)
    if matters is not None and matters[1] not in _FIRST_NAMES:
        return matters.end()
    one = _AND_MATTER.match(text, position, end)
    return one.end() if one is not None and _is_matter(last[2]) and _is_matter(one[1]) else position


@lru_cache(maxsize=1024)
def _is_matter(word: str) -> bool:
    """Whether a capitalised word is a common noun for what a body is concerned with: "Pensions", "Weights"."""
    if word in _NO_FIRST - _DEPARTMENTS or word in _FIRST_NAMES or word in _BODIES or word.endswith(GENITIVES):
        return False
    plural = word[-1] == "s" and singular(word) != word.lower()
    return plural or word in _DEPARTMENTS or word.endswith(_FIELD_ENDINGS) or word.lower() in entries("speechless")
