"""The roster of a text: the people and bodies named in full, looked up by surname or acronym."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter, itemgetter

from reader.analysis.voices.names.lists import entries, first_name_gender, fold, is_human, marked, skeleton
from reader.analysis.voices.names.names import Name, Names, has_article
from reader.analysis.voices.names.spelling import (
    are_nicknames,
    in_full,
    is_beginning,
    is_part,
    later_parts,
    one_apart,
)
from reader.analysis.words.grammar import is_role
from reader.model import Span

_PARTICLES = frozenset(
    {"al", "el", "abu", "abou", "abul", "abuel", "bin", "ben", "de", "van", "von", "jr", "sr", "ii", "iii"}
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "inc", "corp", "co", "ltd", "llc", "plc", "group", "company"})
_SHORT = re.compile(r" \(([^\W\d_][\w.&-]{1,11})\)|(?:,| [–—-]) or (?:the )?([A-Z][\w&-]{1,11})(?=,| [–—-])")
_BEFORE_SHORT = (" (", ", or ", " - or ", " – or ", " — or ")
_LETTERS = re.compile(r"[A-Z]{3,}")
_OTHER_THAN_PEOPLE = ("demonyms", "organisations", "places")
_FEW = 8
_FULL = 3  # maximum words of a full name whose surname may be spelled in another way
_MANY = 48  # maximum candidates with the same name


@dataclass(slots=True, eq=False)
class Referent:
    """A person or body in the text, while its voice is being built.

    `words` is its fullest name, `names` the places where the text writes it in full, `label` the span that is shown as
    its name. `gender` is "m", "f" or "" for unknown, `plural` whether it is several. `noun` is the head noun of an
    unnamed source, `handle` a user name, `owner` its owner with the words for their relation.
    """

    words: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    label: Span | None = None
    body: bool = False
    place: bool = False
    plural: bool = False
    gender: str = ""
    noun: str = ""
    handle: str = ""
    joint: tuple["Referent", ...] = ()
    owner: tuple["Referent", Span] | None = None
    mentions: list[Span] = field(default_factory=list)
    speeches: list[int] = field(default_factory=list)

    @property
    def person(self) -> bool:
        """Whether it may be a single human being."""
        return not (self.body or self.place or self.plural)


@dataclass(slots=True)
class Roster:
    """The referents of a text, by their words."""

    text: str
    everyone: list[Referent] = field(default_factory=list)
    keys: dict[tuple[str, str], Referent] = field(default_factory=dict)
    parts: dict[str, list[Referent]] = field(default_factory=dict)
    initials: dict[str, list[Referent]] | None = None
    introduced: dict[str, Referent] = field(default_factory=dict)
    written_by: dict[tuple[str, str], Referent] = field(default_factory=dict)

    def add(self, name: Name) -> Referent:
        """Return the referent of a full name, new or known. The fullest form of the name is kept."""
        key = key_of(name.words, body=name.body)
        known = self.keys.get(key)
        if known is not None and not name.body and not _compatible(name.words, known.words):
            key = key_of(name.words, body=True)
            known = self.keys.get(key)
        if known is None:
            known = None if name.body else self._variant(name.words)
            if known is None:
                known = Referent(name.words, body=name.body, place=name.place)
                self.everyone.append(known)
            self.keys[key] = known
            for part in parts_of(name.words):
                near = self.parts.setdefault(part, [])
                if known not in near[-_FEW:]:
                    near.append(known)
        known.names.append(name)
        short = _SHORT.match(self.text, name.end) if self.text.startswith(_BEFORE_SHORT, name.end) else None
        if short is not None:
            self.introduced[short[1] or short[2]] = known
        if len(name.words) > len(known.words):
            known.words = name.words
        known.gender = known.gender or name.gender
        return known

    def _variant(self, words: tuple[str, ...]) -> Referent | None:
        """A known person with more or fewer names, or with one letter changed."""
        last = skeleton(surname(words))
        for other in self.parts.get(last, ())[-_FEW:]:
            if other.person and skeleton(surname(other.words)) == last:
                folded = {skeleton(word) for word in words} - _PARTICLES
                theirs = {skeleton(word) for word in other.words} - _PARTICLES
                if folded <= theirs or theirs <= folded or are_nicknames(words, other.words):
                    return other
        firsts = self.parts.get(skeleton(words[0]), ())[-_FEW:]
        longer = [other for other in firsts if other.person and is_beginning(words, other.words)]
        if len(longer) == 1:
            return longer[0]
        for other in firsts:
            same_first = other.person and skeleton(other.words[0]) == skeleton(words[0])
            if same_first and len(other.words) == len(words) and one_apart(last, skeleton(surname(other.words))):
                return other
        return None

    def find(self, name: Name) -> Referent | None:
        """Return the referent of a name: by full name, else the nearest one with that surname or first name."""
        writer = self.written_by.get(key_of(name.words, body=True)) if self.written_by else None
        if writer is not None or len(name.words) > 1:
            return writer or self._find_whole(name)
        word = skeleton(name.words[0])
        near = self.parts.get(word, ())[-_MANY:]
        the = has_article(self.text, name)
        if (name.body and (the or not _is_surname(name, near))) or (the and not name.titled):
            bodies = [other for other in near if other.body and self._is_short_for(name, other)]
            if name.words[0] in entries("outlets"):  # the Times, before the Financial Times is named
                bodies = [other for other in bodies if not other.names or other.names[0].start < name.start]
            return nearest(bodies, name.start) or self.acronym(name.words[0], name.start)
        if not near:
            known = self._by_short_form(name) or self._by_introduction(name)
            return known or self._by_other_spelling(name)
        firm = not name.titled and self._body_named_first(name, near)
        persons = [other for other in near if other.person and may_be_of(other, name.gender) and not firm]
        for part in (surname, itemgetter(0), None):
            fits = [other for other in persons if part is None or is_part(word, part(other.words))]
            spelled = [other for other in fits if name.words[0] in other.words]  # "García" is not "Garcia"
            found = nearest(spelled or fits, name.start)
            if found is not None:
                return found
        short = self._by_short_form(name)
        return short or nearest([other for other in near if other.body and self._is_short_for(name, other)], name.start)

    def _body_named_first(self, name: Name, near: Sequence[Referent]) -> bool:
        """Whether a body that begins with the word was named before it, and no person yet ("Roe", of Roe Motors)."""
        before = [other for other in near if other.names and other.names[0].start < name.start]
        return bool(before) and all(other.body and self._is_short_for(name, other) for other in before)

    def _by_short_form(self, name: Name) -> Referent | None:
        """The only person in the text whose first name has this short form: "Josh", once "Joshua Cole" is named."""
        firsts = in_full().get(name.words[0], ())
        near = ((first, other) for first in firsts for other in self.parts.get(skeleton(first), ())[-_MANY:])
        fits = [other for first, other in near if other.words[0] == first]
        return fits[0] if len(fits) == 1 and fits[0].person and may_be_of(fits[0], name.gender) else None

    def _by_other_spelling(self, name: Name) -> Referent | None:
        """The person whose surname has one letter more, less or changed: "Rodríquez", once Delcy Rodríguez is named."""
        word = name.words[0]
        if name.body or name.place or word in entries("first_names") or word in entries("demonyms"):
            return None
        alike = (other for other in self.everyone[:_MANY] if surname(other.words)[0] == word[0])
        people = (other for other in alike if other.person and len(other.words) <= _FULL)
        fits = (other for other in people if one_apart(skeleton(word), skeleton(surname(other.words))))
        return next((other for other in fits if all(part[0].isupper() for part in other.words)), None)

    def _by_introduction(self, name: Name) -> Referent | None:
        """Whose short name a text gives beside the full one: "Tarn Command (Tarncom)", "Ada Roe (Otter)"."""
        word = name.words[0]
        known = self.introduced.get(word)
        other = name.body or name.place or name.outlet or word.isupper()  # "Ada Roe (DCB)", "Ada Roe (Kenya)"
        if known is not None and known.person and len(known.words) > 1 and word[0].isupper():
            return None if other or any(word in entries(each) for each in _OTHER_THAN_PEOPLE) else known
        letters = iter("".join(known.words).lower()) if known is not None and known.body else iter("")
        return known if all(letter in letters for letter in word.lower()) else None

    def _find_whole(self, name: Name) -> Referent | None:
        """The referent of a name of several words."""
        known = self.keys.get(key_of(name.words, body=name.body))
        if known is not None and (name.body or _compatible(name.words, known.words)):
            return known
        exact = self.keys.get(key_of(name.words, body=True))
        return exact or (None if name.body else self._variant(name.words))

    def _is_short_for(self, name: Name, body: Referent) -> bool:
        """Whether a single word can be short for a body: "DCB" for "DCB Group", "the Bank" for "Bank of Vela"."""
        words = [fold(word) for word in body.words]
        word = fold(name.words[0])
        begins = words[0] == word
        if begins and (len(words) == 1 or words[1] in _SUFFIXES or self._is_unique_beginning(body, name.words[0])):
            return True
        return word in {words[-1], fold(head_word(body.words))} and has_article(self.text, name)

    def _is_unique_beginning(self, body: Referent, word: str) -> bool:
        """Whether a word with no other meaning begins only this body's name ("Tidewell" for the Tidewell Trust)."""
        lists = ("demonyms", "first_names", "openers", "organisations", "places")
        short = len(word) < _FEW and body.words[-1] not in marked("organisations", "firm")
        if short or any(word in entries(name) for name in lists):
            return False
        near = self.parts.get(skeleton(word), ())[-_MANY:]
        return all(other is body or fold(other.words[0]) != fold(word) for other in near)

    def acronym(self, letters: str, position: int) -> Referent | None:
        """Return the body with these initials, introduced by "(CX)" after the name or not; None without one."""
        if self.initials is None:
            self.initials = {}
            for other in [each for each in self.everyone if each.body]:
                capitals = "".join([word[0] for word in other.words if word[0].isupper()])
                self.initials.setdefault(capitals, []).append(other)
                if "&" in other.words:  # "PG&E" is the Pacific Gas & Electric Co.
                    kept = [word[0] for word in other.words if fold(word) not in _SUFFIXES]
                    self.initials.setdefault("".join(kept), []).append(other)
                if "of" in other.words:  # "HHS" is the Department of Health and Human Services
                    self.initials.setdefault(capitals[other.words.index("of") :], []).append(other)
        introduced = self.introduced.get(letters)
        if introduced is not None and introduced.person:  # not "Ada Roe (Labour)"
            initials = "".join(word[0] for word in introduced.words).upper()
            introduced = introduced if initials.startswith(letters[:2].upper()) else None
        return introduced or nearest(self.initials.get(letters.replace(".", ""), [])[:_MANY], position)


def _is_surname(name: Name, near: Sequence[Referent]) -> bool:
    """Whether a word that can be a paper is a person's surname here: "Hill" without "The", once Ivan Hill is named."""
    return any(other.person and len(other.words) > 1 and surname(other.words) == name.words[0] for other in near)


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words between first and last name allow two names to be one ("Ann B. Cole", "Ann Cole")."""
    if len(one) < 3 or len(other) < 3:  # noqa: PLR2004 - one of them has nothing in between
        return True
    left = [skeleton(word) for word in one[1:-1]]
    right = [skeleton(word) for word in other[1:-1]]
    short, long = sorted((left, right), key=len)
    return all(word in long or any(w[:1] == word[:1] for w in long if len(w) == 1 or len(word) == 1) for word in short)


def is_named_person(referent: Referent) -> bool:
    """Return whether a referent is surely a person with a name; one plain word may be a paper's or a firm's name."""
    if not referent.person or referent.noun or referent.handle:
        return False
    sure = len(referent.words) > 1 or gender_of(referent) or any(name.titled for name in referent.names[:_FEW])
    return bool(sure) or referent.words[0] in entries("first_names")


@lru_cache(maxsize=4096)
def key_of(words: tuple[str, ...], *, body: bool) -> tuple[str, str]:
    """Return the key that spellings of one name share: first and last word of a person, all words of a `body`."""
    if body:
        return ("", " ".join(map(fold, words)))
    return (skeleton(words[0]), skeleton(surname(words)))


def surname(words: tuple[str, ...]) -> str:
    """Return the last word of a person's name, without "Jr." and the like: "Cole" of "Ann Cole Jr."."""
    return words[-2] if len(words) > 1 and fold(words[-1]) in _GENERATIONS else words[-1]


def head_word(words: tuple[str, ...]) -> str:
    """Return the head noun of a body's name: "Bank" of "Bank of Varland", "Council" of "Delta Council Inc."."""
    for index, word in enumerate(words):
        if index and word.lower() in {"of", "for", "on", "in", "against", "without"}:
            return words[index - 1]
    kept = [word for word in words if fold(word) not in _SUFFIXES - {"group", "company"}] or list(words)
    return kept[-1]


def parts_of(words: tuple[str, ...]) -> list[str]:
    """Return the words by which a name can be found, without articles and particles."""
    found = []
    for word in words:
        for part in (word, *later_parts(word)):
            folded = skeleton(part)
            if len(folded) > 1 and folded not in _PARTICLES and folded not in found:
                found.append(folded)
    return found


def nearest(referents: list[Referent], position: int) -> Referent | None:
    """Return the referent named last before `position`, else the first named after it."""
    if len(referents) < 2:  # noqa: PLR2004 - nothing to choose
        return referents[0] if referents else None

    def distance(other: Referent) -> tuple[int, int]:
        index = bisect_right(other.names, position, key=attrgetter("start"))
        return (0, position - other.names[index - 1].start) if index else (1, other.names[0].start)

    return min(referents, key=distance)


def gender_of(referent: Referent) -> str:
    """Return the gender "m" or "f" by title, pronoun or first name; "" where it is unknown."""
    if not referent.gender and referent.words and not referent.body:
        first = first_name_gender(referent.words[0])
        if not first and len(referent.words) > 1 and "-" in referent.words[0]:
            first = first_name_gender(referent.words[0].split("-")[0])
        if referent.words[0] not in entries("surnames_first") or len(referent.words) != 2:  # noqa: PLR2004
            referent.gender = first
    return referent.gender


def may_be_of(referent: Referent, gender: str) -> bool:
    """Return whether a referent can be of this gender ("" fits both)."""
    return not gender or gender_of(referent) in {"", gender}


def can_be(referent: Referent, gender: str) -> bool:
    """Return whether a referent can be "he" or "she": a person of that gender, and no thing."""
    human = not referent.noun or is_human(referent.noun) or is_role(referent.noun)
    return referent.person and human and may_be_of(referent, gender) and not _begins_with_acronym(referent.words)


def _begins_with_acronym(words: tuple[str, ...]) -> bool:
    """Whether a name begins with an acronym, as no person's does: "KLM Power"."""
    return len(words) > 1 and _LETTERS.fullmatch(words[0]) is not None and not all(map(str.isupper, words))


def build(text: str, names: Names) -> Roster:
    """Return the roster of a text: all people and bodies named in it with two words or more."""
    roster = Roster(text)
    for name in names.all:
        if len(name.words) > 1 and not name.place:
            roster.add(name)
    return roster
