"""Read the word lists of the voices, and fold words for comparison."""

import re
import unicodedata
from functools import cache, lru_cache

from reader.analysis.words import lexicon

_PACKAGE = "voices"
_SCIENCES = (
    *("ologist", "onomist", "iatrist", "ographer", "physicist", "chemist", "ematician", "istician", "linguist"),
    "trician",
)
FOREIGN_ARTICLES = frozenset({"Das", "Der", "Die", "El", "Het", "Il", "La", "Las", "Le", "Les", "Los"})
"""Articles that begin the names of foreign newspapers."""

_JOINT = "co"
_PLURAL_ENDINGS = frozenset("ns'’")  # characters with which a plural or a genitive ends
_FOREIGN_PAPER_ENDINGS = (
    *("anzeiger", "avisen", "blad", "bladet", "blatt", "courant", "kurier", "post", "posten", "presse", "rundfunk"),
    *("rundschau", "sanomat", "stimme", "tidende", "tidningen", "zeitung"),
)
_LONG = 8  # letters
_POSSESSIVE = re.compile(r"['’]s?\Z")


@cache
def table(name: str) -> dict[str, str]:
    """Return the entries of a list of `voices/data` with their second column ("" where there is none)."""
    return {entry: "".join(columns[:1]) for entry, columns in lexicon.table(name, _PACKAGE).items()}


def pattern(name: str) -> str:
    """Return the ways to say something in `voices/data/constructions.txt` as one regular expression."""
    return lexicon.pattern(name, _PACKAGE)


@cache
def entries(name: str) -> frozenset[str]:
    """Return the entries of a list of `voices/data` as a set."""
    return lexicon.entries(name, _PACKAGE)


@cache
def marked(name: str, mark: str) -> frozenset[str]:
    """Return the entries of a list of `voices/data` that have a mark in one of their columns."""
    return frozenset(entry for entry, columns in lexicon.table(name, _PACKAGE).items() if mark in columns)


@cache
def wider_sorts(sort: str) -> frozenset[str]:
    """Return a sort of bodies with the wider ones that it belongs to: "carmaker", "manufacturer" and "firm"."""
    wider = table("body_sorts").get(sort)
    return frozenset({sort}) | (wider_sorts(wider) if wider else frozenset())


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Return a word folded for comparison: lower case, without accents, possessive ending, full stops and hyphens."""
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold()
    return "".join(filter(str.isalnum, plain))


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """Return a folded word in which common variants of transliteration are equal ("Yussef", "Yusef")."""
    plain = fold(word).replace("ph", "f").replace("ou", "u").replace("oo", "u").replace("ee", "i")
    return "".join([c for c, before in zip(plain, " " + plain, strict=False) if c != before])


@lru_cache(maxsize=16384)
def singular(noun: str) -> str:
    """Return a noun in the singular and in lower case, by the regular endings ("ministries", "bosses", "men")."""
    word = noun.lower() if noun.isalpha() else _POSSESSIVE.sub("", noun).lower()
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties" has no other singular
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=16384)
def role_of(noun: str) -> str | None:
    """Return the kind of voice of a role noun ("fellow": "expert"), in either number; None for other nouns.

    A noun for a person who studies something is an expert, listed or not ("hydrologist").
    """
    roles = table("roles")
    word = single = noun.lower() if noun.isalpha() else _POSSESSIVE.sub("", noun).lower()
    found = roles.get(word)
    if not found and word[-1:] in _PLURAL_ENDINGS:
        single = singular(word)
        found = roles.get(single)
    if found is not None:
        return found
    if "-" in word:
        return role_of(word.rpartition("-")[2])
    if single.startswith(_JOINT) and single[len(_JOINT) :] in roles:
        return roles[single[len(_JOINT) :]]  # "cofounder"
    return "expert" if single.endswith(_SCIENCES) else None


def is_known_outlet(words: tuple[str, ...]) -> bool:
    """Return whether a name is a listed outlet, begins like a station's ("Radio Vela") or ends like a foreign paper's.

    Such endings are those of "Vestposten" and "Morgenblatt". A service is named after its outlet ("BBC Mundo", "Fox
    News Latino").
    """
    if " ".join(words) in entries("outlets") or (len(words) > 1 and words[0] in entries("outlet_beginnings")):
        return True
    services = (" ".join(words[:size]) for size in range(1, len(words)) if size > 1 or words[0].isupper())
    if any(outlet in entries("outlets") for outlet in services):
        return True
    last = words[-1]
    if last.isupper() and len(last) >= _LONG and " ".join(map(str.title, words)) in entries("outlets"):
        return True  # "POLITICO"
    return len(last) >= _LONG and last[1:].islower() and last.endswith(_FOREIGN_PAPER_ENDINGS)


def first_name_gender(name: str) -> str:
    """Return the gender "m" or "f" of a first name; "" where it is either or not listed."""
    return table("first_names").get(name, "").strip("u")


def gender_told(noun: str) -> str:
    """Return the gender "m" or "f" of a role noun in the singular ("actress"); "" for any other noun."""
    return "m" if noun in marked("roles", "m") else "f" if noun in marked("roles", "f") else ""


def is_somebodys(noun: str) -> bool:
    """Return whether a singular noun can refer to a person or a body ("nurse", "aunt", "council")."""
    return role_of(noun) is not None or noun in table("bodies")


def is_human(noun: str) -> bool:
    """Return whether a common noun refers to one or several people ("nurse", "protesters", "police")."""
    return role_of(noun) is not None or noun in entries("plurals")
