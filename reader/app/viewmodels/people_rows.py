"""The people of the library as their list and their pages show them."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.model import format_count
from reader.services.person_groups import Person

JOINED = "✓ joined"
"""Shown beside a person that the reader joined from several: a sign and a word."""


class PersonEntry(NamedTuple):
    """A person, and the names, kinds, roles and affiliations by which one is found (case-folded)."""

    person: Person
    searchable: str


def person_entries(people: Iterable[Person]) -> tuple[PersonEntry, ...]:
    """Return people with what they are found by."""
    return tuple(PersonEntry(person, _searchable(person)) for person in people)


def people_matching(entries: Iterable[PersonEntry], text: str) -> tuple[Person, ...]:
    """Return the people who have all words of a text in a name, a kind, a role or an affiliation."""
    words = text.casefold().split()
    return tuple(entry.person for entry in entries if all(word in entry.searchable for word in words))


def place_of(people: Iterable[Person], person: Person | None) -> int:
    """Return the number of the entry that has the first voice of a person, whoever else was joined; 0 for none."""
    if person is None:
        return 0
    key, words = person.voices[0].key, person.voices[0].words
    places = (
        at for at, each in enumerate(people) if any((voice.key, voice.words) == (key, words) for voice in each.voices)
    )
    return next(places, 0)


def _searchable(person: Person) -> str:
    names = {voice.name for voice in person.voices}
    stations = (station.description for station in person.stations)
    return " ".join((*names, *person.kinds, *stations)).casefold()


def person_counts(person: Person) -> str:
    """Return how much a person says, as "12 quotations, 3 articles"."""
    counts = f"{format_count(person.quotations, 'quotation')}, {format_count(person.articles, 'article')}"
    return f"{JOINED} · {counts}" if person.is_joined else counts


def station_lines(person: Person) -> list[str]:
    """Return the roles and affiliations of a person with the years in which articles give them, the newest first."""
    return [station.label for station in person.stations]


def person_summary(person: Person) -> str:
    """Return kinds, roles and affiliations of a person on one line."""
    return " · ".join(("/".join(person.kinds), *station_lines(person)))


def other_names(person: Person) -> list[str]:
    """Return the names of a person besides the one that is shown."""
    return sorted({voice.name for voice in person.voices} - {person.name})
