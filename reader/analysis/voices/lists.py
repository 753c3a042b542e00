"""The word lists of the voices: sorted data files in `data/`, and the folding under which words are compared."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_POSSESSIVE = re.compile(r"['’]s?\Z")


@cache
def table(name: str) -> dict[str, str]:
    """The entries of `data/<name>.txt` with what stands after a tab ("" where nothing does)."""
    raw = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in raw if line and not line.startswith("#"))
    return {entry: rest for entry, _, rest in rows}


@cache
def entries(name: str) -> frozenset[str]:
    """The entries of `data/<name>.txt` as a set."""
    return frozenset(table(name))


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A word as names are compared: lower case, without accents, possessive ending, points and hyphens."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold()
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """A folded word in which the usual variants of transliteration fall together ("Yussef", "Yusef")."""
    plain = fold(word).replace("ph", "f").replace("ou", "u").replace("oo", "u").replace("ee", "i")
    return "".join(c for i, c in enumerate(plain) if i == 0 or c != plain[i - 1])


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """A common noun in the singular and in lower case, by the regular endings ("ministries", "bosses", "men")."""
    word = _POSSESSIVE.sub("", noun).lower()
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties" has no other singular
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=4096)
def role_of(noun: str) -> str | None:
    """The kind of voice that a noun in `roles` makes ("fellow": "expert"), in either number; None for others."""
    roles = table("roles")
    word = _POSSESSIVE.sub("", noun).lower()
    found = roles.get(word) or roles.get(singular(word))
    if found is None and "-" in word:
        return role_of(word.rpartition("-")[2])
    return found
