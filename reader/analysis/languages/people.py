"""Find the people named in a text in a language other than English, with their gender."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.analysis.languages.language_data import Language
from reader.analysis.voices.names.lists import entries, first_name_gender
from reader.model import Article, BlockKind, Span

_WORD = re.compile(r"[^\W\d_][\w.’'\u2010-]*")
_LOOKED_BACK = 60  # characters before a name searched for its title or role
_LONGEST = 5  # maximum words of a name
_RUN = 12  # maximum words of a run of names
_MAX_BEARERS = 48  # maximum people with the same surname
_HEADING = 4  # maximum words of a heading in which capitals may mean a name


@dataclass(slots=True, eq=False)
class Person:
    """A person or body while the voice is built: the words of the fullest name, and its places."""

    words: tuple[str, ...]
    span: Span
    gender: str = ""
    kind: str = ""
    role: str | None = None
    named: bool = True
    mentions: list[Span] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


@dataclass(slots=True)
class People:
    """All people named in the text with two words or more, by surname, with the places, in text order."""

    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    places: list[tuple[int, Person]] = field(default_factory=list)

    def find(self, words: tuple[str, ...], position: int, gender: str) -> Person | None:
        """Return the person of a name: the one with the whole name, else the last one before with this surname.

        Args:
            words: The words of the name.
            position: The offset of the name in the text.
            gender: "m" or "f" where a title shows it, "" for any.
        """
        near = self.by_surname.get(fold(words[-1]), [])[-_MAX_BEARERS:]
        if len(words) > 1:
            return next((p for p in near if fold(p.words[0]) == fold(words[0])), None)
        certain = [p for p in near if gender and p.gender == gender]
        fits = certain or [p for p in near if not (gender and p.gender)]
        earlier = [p for p in fits if p.places and p.places[0] < position]
        if earlier:
            return max(earlier, key=lambda p: p.places[bisect_left(p.places, position) - 1])
        return fits[0] if fits else None


def fold(word: str) -> str:
    """Return a word of a name folded for comparison."""
    return word.casefold().replace("’", "'").rstrip(".")


def people(article: Article, language: Language) -> People:
    """Return all people that the visible text names in full, in one pass."""
    found = People()
    for block in article.visible:
        if block.kind in {BlockKind.CODE, BlockKind.RULE}:
            continue
        heading = block.kind is BlockKind.HEADING and len(block.span.of(article.text).split()) > _HEADING
        for words, span in () if heading else _full_names(article.text, block.span, language):
            _note(found, article.text, words, span, language)
    alone = [
        (position, person)
        for name, position in _surnames(article, found)
        if (person := found.find((name,), position, gender_before(article.text, position, language))) is not None
    ]
    for position, person in alone:
        person.places.append(position)
    for person in {id(person): person for _, person in alone}.values():
        person.places.sort()
    found.places = sorted([*found.places, *alone], key=lambda place: place[0])
    return found


def _note(found: People, text: str, words: tuple[str, ...], span: Span, language: Language) -> None:
    person = found.find(words, span.start, "")
    if person is None:
        gender = gender_before(text, span.start, language) or first_name_gender(words[0])
        gender = gender or _gender_after(text, span.end, language)
        person = Person(words, span, gender)
        found.by_surname.setdefault(fold(words[-1]), []).append(person)
    person.places.append(span.start)
    found.places.append((span.start, person))


def _surnames(article: Article, found: People) -> Iterator[tuple[str, int]]:
    """The places where a known surname is alone."""
    for match in _WORD.finditer(article.text):
        if match[0][0].isupper() and fold(match[0]) in found.by_surname:
            yield match[0], match.start()


def _full_names(text: str, span: Span, language: Language) -> Iterator[tuple[tuple[str, ...], Span]]:
    """The runs of two capitalised words or more, without titles, roles and function words at their start."""
    particles, articles = language.words("name_particles"), language.words("determiners")
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text, span.start, span.end):
        joined = bool(run) and text[run[-1].end() : match.start()] == " " and len(run) < _RUN
        joined = joined and not _ends_sentence(run[-1][0], language)
        article = bool(run) and run[-1][0] in particles and match[0] in articles
        if run and not (joined and (match[0][0].isupper() or match[0] in particles or article)):
            yield from _name_of(run, language)
            run = []
        if match[0][0].isupper() or run:
            run.append(match)
    yield from _name_of(run, language)


def _name_of(run: list[re.Match[str]], language: Language) -> Iterator[tuple[tuple[str, ...], Span]]:
    """The name in a run, without the titles, roles, time words and other words before the first name."""
    while run and _is_before_name(run[0][0], language):
        run = run[1:]
    start = next((at for at, match in enumerate(run[:-1]) if is_first_name(match[0])), None)
    if start:
        run = run[start:]
    particles = language.words("name_particles")
    if start is None and language.has("capitals") and any(m[0].lower() in particles for m in run):
        return  # "Stadtwerke der Gemeinde": nouns are capitalised, and no first name shows a person
    run = run[: _length_of_name(run, language)]
    if len(run) > 1:
        end = run[-1].end() - (len(run[-1][0]) - len(run[-1][0].rstrip(".’'")))
        yield (*(match[0] for match in run[:-1]), run[-1][0].rstrip(".’'")), Span(run[0].start(), end)


def _ends_sentence(word: str, language: Language) -> bool:
    """Whether a word ends a sentence with its full stop, unlike a title, initial or abbreviation."""
    return (
        word[-1] == "."
        and len(word) > len("J.")
        and word not in language.titles
        and word[:-1] not in language.abbreviations
    )


def _length_of_name(run: list[re.Match[str]], language: Language) -> int:
    """How many words of a run are the name: up to a particle that does not join, and to the last capitalised one."""
    end = words = 0
    for at, match in enumerate(run[:_LONGEST]):
        if match[0][0].isupper():
            if at > end and not language.joins(words, match[0].lower()):
                break
            end, words = at + 1, words + 1
    return end


def _is_before_name(word: str, language: Language) -> bool:
    """Whether a capitalised word before a name is no part of it: a title, a role, an article, a frequent word."""
    low = word.lower()
    return (
        language.title(word) is not None
        or low in language.common
        or low in language.words("determiners")
        or low in language.words("time")
        or (low,) in language.phrases  # "Laut Gesetz"
        or language.role(low) is not None
    )


def gender_before(text: str, start: int, language: Language) -> str:
    """Return the gender of the titles, roles and the article right before a name."""
    words = text[max(0, start - _LOOKED_BACK) : start].split()[-3:]
    for word in reversed(words):
        bare = word.rstrip(",")
        title = language.title(bare)
        if title is None:
            role = language.role(bare.lower())
            return "" if role is None else role[1]
        if title:
            return title
    return ""


def _gender_after(text: str, end: int, language: Language) -> str:
    """The gender shown by an apposition or a relative clause after a name (“, der Wirt”, “, die dort lebt”)."""
    if text[end : end + 2] != ", ":
        return ""
    words = _WORD.findall(text, end + 2, end + 2 + _LOOKED_BACK)[:2]
    for name, gender in (("feminine", "f"), ("masculine", "m")):
        if words and words[0] in language.words(name):
            return gender
    return next((role[1] for word in words if (role := language.role(word.lower())) is not None), "")


def is_first_name(word: str) -> bool:
    """Return whether a word is a listed first name, or begins with one and a hyphen ("Hans-Peter")."""
    return word.split("-", maxsplit=1)[0] in entries("first_names")
