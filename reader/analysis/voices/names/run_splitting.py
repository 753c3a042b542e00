"""Split a capitalised run into the names in it."""

import re

from reader.analysis.voices.names.capitalised_runs import Piece
from reader.analysis.voices.names.lists import entries, role_of
from reader.analysis.words.function_word_surnames import SURNAMES, is_surname
from reader.analysis.words.grammar import GENITIVES, without_genitive
from reader.analysis.words.memo import FormCache

PLURAL_OWNERS = frozenset(
    f"{owner}{mark}{'' if owner[-1] == 's' else 's'}"
    for owner in ("Animals", "Children", "Men", "Patients", "People", "Students", "Tenants", "Women", "Workers")
    for mark in ("'", "’")
)
_ACCOUNT = re.compile(r" (?:page|group|account|user|wall|post)s?\b")
CAUSES = frozenset({"Against", "Without"})  # "Doctors Without Frontiers", a body
_DAYS = frozenset({"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"})
# Words that can begin a sentence and have a capital inside a run only in a title.
_IN_TITLES = frozenset(
    {"And", "Are", "As", "At", "By", "From", "Is", "Like", "Of", "On", "To", "Under", "Upon", "With"}
)
_TODAY = frozenset({"Today", "Tomorrow", "Tonight", "Yesterday"})
LAST = frozenset({"All", "Forever", "Here", "Now", "Today", "Together", "Tomorrow", "Tonight", "United", "Us", "You"})
_SURNAMES = frozenset({"April", "August", "Jan", "Jun", "June", "March", "May", "Said", "Sun", "Thu", "Will"})
TITLED = (" blog ", " campaign ", " channel ", " forum ", " group ", " page ", " podcast ", " site ")
_BEFORE_TITLE = 10  # characters
_HYPHENED = re.compile(rf"[-\u2010\u2011](?:{'|'.join(sorted(entries('compound_endings')))})\Z")
_HEADED = 2  # words after a possessive in a body's name, up to its last
_ORGANISATIONS = entries("organisations")
_PLACES = entries("places")
_OUTLETS = entries("outlets")
_OUTLET_HEADS = entries("outlet_heads")
_OPENERS = entries("openers")
_FIRST_NAMES = entries("first_names")
_PLATFORMS = entries("platforms")


def parted(text: str, pieces: list[Piece]) -> list[list[Piece]]:
    """Split a run after possessives ("Orlin's Lima") and at words that only begin a sentence."""
    if len(pieces) == 1:
        alone = pieces[0][2]
        time = alone in _OPENERS or without_genitive(alone) in _DAYS | _TODAY  # "Today’s report"
        return [pieces] if alone in _OUTLETS or not time else []
    if not any(map(_CUTS.__getitem__, [piece[2] for piece in pieces])):
        return [pieces]
    if text[pieces[0][0] : pieces[-1][1]] in _OUTLETS or _is_title(text, pieces):
        return [pieces]
    parts: list[list[Piece]] = []
    part: list[Piece] = []
    for index, piece in enumerate(pieces):
        word = piece[2]
        if part and word in _OPENERS and (_continues_title(part, word) or text[part[0][0] : piece[1]] in _OUTLETS):
            part.append(piece)
            continue
        following = pieces[index + 1 :]
        if part and not following and (word in LAST or _ends_person_name(part, piece)):
            part.append(piece)  # "Clean Rivers Now", "Theresa May"
            continue
        opens = word in _OPENERS and not (_begins_name(word, following) or _is_day_paper(word, following))
        if opens or hyphened(word) or (word == "&" and not _is_firm(part, following)):
            parts.append(part)
            part = []
            continue
        if word in _PLATFORMS and _ACCOUNT.match(text, piece[1]):
            parts.append(part)
            part = []
        part.append(piece)
        owns = word.endswith(GENITIVES) and word not in PLURAL_OWNERS
        if owns and not (_is_owner_in_body(word, following) or _is_saint_in_body(part, following)):
            parts.append(part)
            part = []
    parts.append(part)
    return [part for part in parts if part]


def _ends_person_name(part: list[Piece], piece: Piece) -> bool:
    """Whether a word for a month or a day, "Said" or "Will" ends a person's name: "Theresa May", "Dao Anh Thu"."""
    known = (part[0][2] in _FIRST_NAMES or len(part) > 1) and part[0][2] not in _OPENERS
    return known and piece[2] in _SURNAMES


def _begins_name(word: str, following: list[Piece]) -> bool:
    """Whether a word that can begin a sentence begins a name instead ("Will Roe", "He Jianxiong")."""
    if not following or word in _FIRST_NAMES:
        return bool(following)
    return word.lower() in SURNAMES and is_surname(word.lower(), following[0][2], opens=True)


def _continues_title(part: list[Piece], word: str) -> bool:
    """Whether a word that can begin a sentence continues a title: "Vela Like Salt", not "STORM IN LIMA As …"."""
    return word in CAUSES or (word in _IN_TITLES and not part[-1][2].isupper())


def _is_day_paper(word: str, following: list[Piece]) -> bool:
    """Whether a day begins the name of a paper: "Saturday Tribune"."""
    return word in _DAYS and len(following) == 1 and following[0][2] in _OUTLET_HEADS


def _is_firm(part: list[Piece], following: list[Piece]) -> bool:
    """Whether "&" joins two words into the name of a firm or a blog ("Salt & Lime"), not two full names."""
    owns = len(following) > 1 and following[0][2].endswith(GENITIVES)
    if len(part) != 1 or not (len(following) == 1 or owns):
        return False
    near = (part[0][2], following[0][2])
    return _FIRST_NAMES.isdisjoint(near) and _PLACES.isdisjoint(near)


def _is_title(text: str, pieces: list[Piece]) -> bool:
    """Whether a run with words that mostly begin sentences is a title of a page or group: "the page Save Our Weir"."""
    begin = pieces[0][0]
    titled = text.endswith(TITLED, max(0, begin - _BEFORE_TITLE), begin)
    return titled and any(word in _OPENERS for _, _, word in pieces)


def _is_owner_in_body(owner: str, following: list[Piece]) -> bool:
    """Whether a possessive is part of the body's name that follows: "Attorney’s Office", "Dockers’ Union"."""
    bodies = [each[2].removesuffix("’s").removesuffix("'s") in _ORGANISATIONS for each in following[:_HEADED]]
    if owner.endswith(("s'", "s’")) and bodies and bodies[-1]:
        return True  # "Prisoners’ Rights Union"
    if not bodies or not bodies[0]:
        return False
    return owner.endswith(("s'", "s’", "men’s", "men's")) or role_of(owner.rstrip("'’s")) is not None


def _is_saint_in_body(part: list[Piece], following: list[Piece]) -> bool:
    """Whether a possessive saint is part of a body's name: "St. Anne’s College"."""
    return part[0][2] in {"St", "St."} and bool(following) and following[0][2] in _ORGANISATIONS


def hyphened(word: str) -> bool:
    """Return whether a word is a compound that only begins with a name ("Lima-based")."""
    return not word.isalpha() and _HYPHENED.search(word) is not None


# Whether a word may split a run or end it; few words do.
_CUTS = FormCache(lambda word: word in _OPENERS or word in _PLATFORMS or word.endswith(GENITIVES) or hyphened(word))
