"""Separate a name from the titles before it and from honours and towns after it."""

from reader.analysis.voices.names.capitalised_runs import Piece
from reader.analysis.voices.names.lists import entries, role_of, table
from reader.analysis.voices.names.run_splitting import CAUSES

_LINKS = frozenset({"of", "for", "in", "on"}) | CAUSES
_HONORIFICS = frozenset({"Miss", "Mr", "Mrs", "Ms"})  # a surname follows
_TYPES = frozenset({"Blog", "NGO", "Newspaper", "Website"})  # a capitalised noun for the body named after it
STYLES = frozenset({"Haji", "Sayed", "Sayyid", "Shaikh", "Shaikha", "Sheikha"})  # also a person's own name
_ADDRESSED = frozenset(
    {"Ambassador", "Chairman", "Chancellor", "Governor", "Mayor", "Minister", "President", "Speaker"}
)
"""Offices after "Mr" or "Madam"."""

_HONOURS = entries("honours")
_FULL_NAME = 2  # words of a person's name
_LETTERS = 4  # maximum letters of an abbreviated post
_OPENERS = entries("openers")
_FIRST_NAMES = entries("first_names")
_DEMONYMS = entries("demonyms")
_ONLY_DEMONYMS = _DEMONYMS - _FIRST_NAMES
_SURNAMES_FIRST = entries("surnames_first")
_TITLES = table("titles")
_TRADES = entries("trades_as_surnames")
_PLACES = entries("places")


def without_honours(part: list[Piece]) -> list[Piece]:
    """Return a person's name without the letters of an office or honour after it ("Ada Cole *KC*", "Dr Cole *OBE*")."""
    opener = part[0][2]
    person = opener in _FIRST_NAMES or opener in _TITLES or opener in _HONORIFICS or role_of(opener)
    while person and len(part) > _FULL_NAME and part[-1][2] in _HONOURS and not part[-2][2].isupper():
        part = part[:-1]
    return part


def without_town(text: str, part: list[Piece]) -> list[Piece]:
    """Return a person's name without the town or state after it ("Ada Cole South Carolina")."""
    for size in (2, 1) if part[0][2] in _FIRST_NAMES else ():
        if len(part) - size >= _FULL_NAME and text[part[-size][0] : part[-1][1]] in _PLACES:
            return part[:-size]
    return part


def title_of(part: list[Piece], *, body: bool) -> tuple[int, str]:
    """Return how many words at the front of a name (`body`: a body's) are titles, and the gender that they show."""
    core, gender = 0, ""
    if body and not (len(part) > 2 and part[0][2] in _TITLES):  # noqa: PLR2004 - a title and two words of a name
        return core, gender
    for index, (_, _, word) in enumerate(part):
        told = word in _TITLES or (word in STYLES and index + 2 < len(part))
        if told or (word not in _FIRST_NAMES and role_of(word)):
            ends = index == len(part) - 1 and index > core
            spelled = told and word.istitle() and word[-1] != "."  # "Omar Sen", "Ada Dean"
            surname = ends and (spelled or _is_behind_first_name(part, index) or _is_trade(part, index))
            family = not told and index == 0 and len(part) == 2 and word in _SURNAMES_FIRST  # noqa: PLR2004 - "Fan Lihua"
            told = not (surname or family or _must_be_name(part, index))
        if told:
            core = index + 1
            gender = _TITLES.get(word, "").strip("u") or gender
    if core == 0 and len(part) > 2 and part[0][2] in _PLACES and part[1][2] in _FIRST_NAMES:  # noqa: PLR2004
        core = 1  # "Archbishop of Lima Carlos Orta"
    if core == 0 and part[0][2] in _TYPES and len(part) > 1 and part[1][2] not in _LINKS:
        core = 1  # "NGO Clear Water"
    core = core or _words_before_person(part)
    lone = len(part) == 2 and part[1][2] in _FIRST_NAMES  # noqa: PLR2004 - "Lebanese Ada"
    while core < len(part) - (1 if core or lone else 2) and part[core][2] in _ONLY_DEMONYMS:
        core += 1
    return core, gender


def _is_behind_first_name(part: list[Piece], index: int) -> bool:
    """Whether a first name, or one and an initial, is before a word: "Ada King", "Ada T. King"."""
    initial = index > 1 and len(part[index - 1][2].rstrip(".")) == 1
    return part[index - 1 - initial][2] in _FIRST_NAMES


def _is_trade(part: list[Piece], index: int) -> bool:
    """Whether a trade that is also a surname follows a possible first name ("Odd Baker", but not "Zulu King")."""
    before = part[index - 1][2]
    return part[index][2] in _TRADES and not (before in _PLACES or before in _DEMONYMS or before.isupper())


def _must_be_name(part: list[Piece], index: int) -> bool:
    """Whether a final title must be a name: after "Ms", or an abbreviation without its full stop ("Sen said")."""
    if index < len(part) - 1 or part[index][2] in _ADDRESSED:
        return False
    before = part[index - 1][2] if index else ""
    styled = before.rstrip(".") in _HONORIFICS or (before in _TITLES and part[index][2] in _TRADES)  # "Lord Baker"
    return part[index][2] + "." in _TITLES or styled


def _words_before_person(part: list[Piece]) -> int:
    """How many words up to an abbreviated post are before a full name: "Eels RB Ada Cole"."""
    for index in range(1, len(part) - 2):
        word = part[index][2]
        letters = word.isalpha() and word.isupper() and len(word) <= _LETTERS and word.capitalize() not in _OPENERS
        if letters and part[index + 1][2] in _FIRST_NAMES:
            return 0 if part[index + 2][2].isupper() else index + 1
    return 0
