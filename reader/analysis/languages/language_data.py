"""Load a language from its folder of word lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reader.analysis.words.lexicon import lines_of

HOME = Path(__file__).parent
"""The folder with a subfolder for each language, named by its ISO 639-1 code."""

BODIES = frozenset({"organisation", "publication"})
"""The kinds of roles that only a body has."""

_SHORTEST_HEAD, _LONGEST_HEAD = 5, 20  # minimum and maximum letters of a noun that may be the last part of a compound


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A form of a reporting verb: its class, whether it is a participle, and its separable particles.

    For example "teilte … mit" of "mitteilen" has the particle "mit".
    """

    kind: str
    participle: bool = False
    particles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """The word lists of a language. All are empty for an unknown language, whose `code` is "".

    `verbs` has the readings of each form; `phrases` says of a word like "laut" whether its source is "ahead" of it,
    "behind" it, or behind it where it closes a clause ("closing"); `titles` and `pronouns` have the gender ("m", "f",
    "plural", "" for any); `roles` has kind and gender of a noun for a person or body; `marks` are pairs of quotation
    marks, or a dash that opens direct speech; `classes` are closed classes of words; `common` are its most frequent
    words; `nominatives` has the nominative of an article in another case ("einem": "ein"), "" where it is left out.
    """

    code: str = ""
    name: str = ""
    verbs: Mapping[str, tuple[CueVerb, ...]] = field(default_factory=dict)
    phrases: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    pronouns: Mapping[str, str] = field(default_factory=dict)
    abbreviations: frozenset[str] = frozenset()
    marks: tuple[tuple[str, str], ...] = ()
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    nominatives: Mapping[str, str] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a closed class; empty where the language has no such class."""
        return self.classes.get(name, frozenset())

    def has(self, trait: str) -> bool:
        """Return whether the language has a trait: "capitals", "compounds", "dropped", "incises" or "ordinals"."""
        return trait in self.words("traits")

    def joins(self, words: int, following: str) -> bool:
        """Return whether a particle can join `words` words of a name to the lower-case word `following`.

        It does in "Maria von der Heide". Where nouns are capitalised, two words are a complete name, and what follows
        is the person's origin: "Jonas Brandt von der Werft".
        """
        return self.role(following) is None and (words == 1 or not self.has("capitals"))

    def title(self, word: str) -> str | None:
        """Return the gender of a title ("" for any), as written or in lower case; None for any other word."""
        return self.titles.get(word, self.titles.get(word.lower()))

    def document(self, low: str) -> bool:
        """Return whether a lower-case noun is a text, a law or figures: "gesetz", or the compound "grundgesetz"."""
        texts = self.words("documents")
        return low in texts or (self.has("compounds") and any(low.endswith(noun) for noun in texts))

    def role(self, low: str) -> tuple[str, str] | None:
        """Return kind and gender of a lower-case noun for a person or body; None for other nouns.

        Where nouns are compounded, the last part decides ("polizeisprecherin").
        """
        found = self.roles.get(low)
        if found is None and self.has("compounds"):
            heads = (low[at:] for at in range(max(1, len(low) - _LONGEST_HEAD), len(low) - _SHORTEST_HEAD + 1))
            found = next((self.roles[head] for head in heads if head in self.roles), None)
        return found


UNKNOWN = Language()
"""An unknown language; its quotation marks are those of all supported languages."""


@cache
def codes(home: Path = HOME) -> tuple[str, ...]:
    """Return the supported languages (those with a folder), sorted."""
    return tuple(sorted(path.parent.name for path in home.glob("*/common.txt")))


@cache
def common(code: str, home: Path = HOME) -> frozenset[str]:
    """Return the most frequent words of a language, by which a text is recognised."""
    return frozenset(_lines(home / code, "common"))


def load(code: str, home: Path = HOME) -> Language:
    """Return the language in the folder `code`. A missing list is empty; each folder is read once."""
    return _load(code, home)


@cache
def _load(code: str, home: Path) -> Language:
    folder = home / code
    classes = {row[0]: frozenset(row[1].split()) for row in _rows(folder, "classes")}
    return Language(
        code,
        " ".join(sorted(classes.get("name", {code}))),
        _verbs(folder),
        {tuple(row[0].lower().split()): row[1] for row in _rows(folder, "phrases")},
        dict(_rows(folder, "titles")),
        {row[0]: (row[1], row[2]) for row in _rows(folder, "roles")},
        dict(_rows(folder, "pronouns")),
        frozenset(_lines(folder, "abbreviations")),
        tuple((row[0], row[1]) for row in _rows(folder, "marks")),
        classes,
        common(code, home),
        dict(_rows(folder, "nominatives")),
    )


def all_languages() -> tuple[Language, ...]:
    """Return the supported languages, sorted by code."""
    return tuple(map(load, codes(HOME)))


def _verbs(folder: Path) -> dict[str, tuple[CueVerb, ...]]:
    found: dict[str, tuple[CueVerb, ...]] = {}
    for _, kind, finite, participles, particles in _rows(folder, "cues"):
        # first, because a participle must have its auxiliary, else it is the finite form
        for form in participles.split():
            found[form] = (CueVerb(kind, participle=True), *found.get(form, ()))
        for form in finite.split():
            found[form] = (*found.get(form, ()), CueVerb(kind, particles=tuple(particles.split())))
            for particle in particles.split():  # joined again where the verb ends its clause: "wie X mitteilte"
                found.setdefault(particle + form, (CueVerb(kind),))
    return found


def _lines(folder: Path, name: str) -> tuple[str, ...]:
    path = folder / f"{name}.txt"
    return lines_of(path) if path.exists() else ()


def _rows(folder: Path, name: str) -> Iterator[list[str]]:
    """The lines of a list in columns; missing columns at the end are empty."""
    columns = _COLUMNS[name]
    for line in _lines(folder, name):
        row = line.split("\t")
        yield [*row, *[""] * (columns - len(row))]


_COLUMNS = {"cues": 5, "phrases": 2, "titles": 2, "roles": 3, "pronouns": 2, "marks": 2, "classes": 2, "nominatives": 2}
