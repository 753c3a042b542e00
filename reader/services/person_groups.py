"""Which voices of several articles are one person or one body."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.model import VoiceKind, describe_voice, without_article
from reader.text.search_words import words_of

if TYPE_CHECKING:
    from reader.store.search_lookup import VoiceHit

_BODIES = frozenset({VoiceKind.ORGANISATION.value, VoiceKind.PUBLICATION.value})
_KINDS = [kind.value for kind in VoiceKind]

Member = tuple[str, str]
"""A voice of one article: the article's key, and the words of the voice's name."""


class Station(NamedTuple):
    """A role and affiliation of a person, and the first and last day that articles give it ("" for not known)."""

    description: str
    first: str
    last: str

    @property
    def years(self) -> str:
        """The years in which it is given: "2021", "2021–2023"; "" for not known."""
        years = sorted({day[:4] for day in (self.first, self.last) if day})
        return "–".join(years)

    @property
    def label(self) -> str:
        """The description, with the years where they are known: "mayor of Holm (2021)"."""
        return f"{self.description} ({self.years})" if self.years else self.description


@dataclass(frozen=True, slots=True)
class Person:
    """A person or body of the library, whose voices in several articles are one.

    Attributes:
        name: The name that most articles give it.
        kinds: What it is, the kind that most articles give first.
        stations: Its roles and affiliations, the newest first.
        quotations: How many quotations it has.
        voices: Its voices, one an article or more, the newest first.
        is_joined: Whether a person joined some of them.
    """

    name: str
    kinds: tuple[str, ...]
    stations: tuple[Station, ...]
    quotations: int
    voices: "tuple[VoiceHit, ...]"
    is_joined: bool = False

    @property
    def articles(self) -> int:
        """How many articles it speaks in."""
        return len({voice.article for voice in self.voices})

    @property
    def members(self) -> frozenset[Member]:
        """Its voices as they are kept where a person joins two."""
        return frozenset((voice.key, voice.words) for voice in self.voices)


def people_of(voices: "Sequence[VoiceHit]", joins: Iterable[Iterable[Member]]) -> tuple[Person, ...]:
    """Return the persons and bodies that voices are of: experts first, then by number of quotations.

    Two voices are one person where they have the same full name (two words or more) and the same role or the same
    affiliation; bodies, where they have the same name. Those that a source does not name are never one. Takes time
    linear in the voices.

    Args:
        voices: The voices of articles.
        joins: Voices that a person said are one.
    """
    groups = _Groups(len(voices))
    first_with: dict[tuple[str, ...], int] = {}
    places: dict[Member, list[int]] = {}
    for at, voice in enumerate(voices):
        places.setdefault((voice.key, voice.words), []).append(at)
        for sign in _signs(voice):
            groups.join(first_with.setdefault(sign, at), at)
    joined: set[int] = set()
    for members in joins:
        found = [at for member in members for at in places.get(member, ())]
        for one, other in pairwise(found):
            groups.join(one, other)
        joined |= {*found} if len(found) > 1 else set()
    by_root: dict[int, list[int]] = {}
    for at in range(len(voices)):
        by_root.setdefault(groups.root(at), []).append(at)
    people = (
        _person([voices[at] for at in group], is_joined=not joined.isdisjoint(group)) for group in by_root.values()
    )
    return tuple(sorted(people, key=_order))


def _order(person: Person) -> tuple[int, int, str]:
    return _rank(person.kinds[0]), -person.quotations, person.name.casefold()


def _rank(kind: str) -> int:
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _signs(voice: "VoiceHit") -> Iterator[tuple[str, ...]]:
    """Yield what a voice has in common with the voices that are one with it."""
    if voice.kind in _BODIES:
        yield "body", voice.words
    elif voice.kind != VoiceKind.UNNAMED.value and voice.words.count(" ") > 1:
        for what, fact in (("role", voice.role), ("affiliation", voice.affiliation)):
            words = _comparable(fact)
            if words:
                yield what, voice.words, words


@lru_cache(maxsize=4096)
def _comparable(fact: str | None) -> str:
    """Return a role or an affiliation without its article, case and marks."""
    return " ".join(word.folded for word in words_of(without_article(fact)))


def _person(voices: "list[VoiceHit]", *, is_joined: bool) -> Person:
    voices = sorted(voices, key=lambda voice: (voice.published or "", voice.last_read), reverse=True)
    names = Counter(voice.name for voice in voices)
    kinds = Counter(voice.kind for voice in voices)
    name = min(names, key=lambda name: (-names[name], -len(name), name))
    return Person(
        name,
        tuple(sorted(kinds, key=lambda kind: (-kinds[kind], _rank(kind)))),
        _stations(name, voices),
        sum(voice.quotations for voice in voices),
        tuple(voices),
        is_joined,
    )


def _stations(name: str, voices: "Iterable[VoiceHit]") -> tuple[Station, ...]:
    days: dict[str, list[str]] = {}
    for voice in voices:
        description = ", ".join(describe_voice(name, role=voice.role, affiliation=voice.affiliation).parts)
        if description:
            days.setdefault(description, []).append(voice.published or "")
    stations = [Station(each, min(filter(None, known), default=""), max(known)) for each, known in days.items()]
    return tuple(sorted(stations, key=lambda station: station.last, reverse=True))


class _Groups:
    """Numbers that are joined to groups (union-find with path halving)."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def root(self, at: int) -> int:
        parents = self._parents
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._parents[second] = first
