"""The register of a text: the referent of each name, handle and phrase, created once."""

import re
from dataclasses import dataclass, field

from reader.analysis.leadins.pseudonyms import is_mass_noun
from reader.analysis.voices.mentions.handles import HandleOwners
from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import fold, gender_told, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.non_speakers import is_law
from reader.analysis.voices.names.roster import Referent, Roster, surname
from reader.analysis.voices.resolution.bodies import named_abroad
from reader.analysis.voices.resolution.introductions import called_a_body
from reader.analysis.voices.roles.role_phrases import begins_sentence
from reader.model import Span

_INNER_CAPITAL = re.compile(r"[a-z]{1,3}[A-Z]")  # "iTide"
_CLAUSE = re.compile(r"(?:\w,|\b(?:while|whereas))\s\Z")
_BEFORE_NAME = 24  # characters before a lower-case word searched for signs that it is a name
_ARTICLES = frozenset({"a", "an", "that", "the", "this"})


@dataclass(slots=True)
class Register:
    """The referents of a text by their words; `phrases` has those outside the roster, by key."""

    text: str
    names: Names
    roster: Roster
    phrases: dict[str, Referent] = field(default_factory=dict)
    begun: dict[int, Referent] = field(default_factory=dict)  # unnamed referents, by the start of their first phrase
    handles: HandleOwners = field(init=False)

    def __post_init__(self) -> None:
        self.handles = HandleOwners(self.text, self.names, self.roster)

    def by_name(self, mention: Mention) -> Referent:
        """Return the referent of a mention by name; a body where the words before it say so."""
        referent = self.named(mention.names[0], titled=mention.role is not None)
        text = self.text
        if not referent.body and any(word in referent.words for word in mention.names[0].words):
            told = is_law(referent.words) or called_a_body(text, mention, referent)
            referent.body = told or named_abroad(referent.words)
        if mention.outlet is not None and not mention.outlet.overlaps(mention.core):
            # From here on the blog's name refers to its writer.
            self.phrases.setdefault(phrase_key(mention.outlet.of(text)), referent)
        return referent

    def named(self, name: Name, *, titled: bool = False) -> Referent:
        """Return the referent of a name: one of the roster, or a new one for this single word."""
        own = self.phrases.get(fold(name.words[0])) if name.outlet and len(name.words) == 1 else None
        found = own or self.roster.find(name)
        if found is not None:
            return found
        if len(name.words) > 1 and not name.place:
            return self.roster.add(name)
        key = " ".join(map(fold, name.words))
        known = self.phrases.get(key)
        if known is None:
            body = name.body and not (titled or name.titled)
            known = Referent(name.words, body=body, place=name.place, label=name.span, gender=name.gender)
            self.phrases[key] = known
        known.names.append(name)
        return known

    def together(self, names: tuple[Name, ...], label: Span) -> Referent:
        """Return the referent of several names; the same one whenever they speak jointly."""
        members = tuple(self.named(name) for name in names)
        key = "+".join(str(id(member)) for member in members)
        known = self.phrases.get(key)
        if known is None:
            words = tuple(surname(member.words) for member in members)
            known = Referent(words, label=label, body=members[0].body, place=members[0].place, plural=True)
            known.joint = members
            known.names.append(names[0])
            self.phrases[key] = known
        return known

    def by_handle(self, core: Span) -> Referent:
        """Return the owner of a handle: a person named in the text, else a separate referent."""
        handle = core.of(self.text)
        key = "@" + fold(handle)
        known = self.phrases.get(key)
        if known is None:
            owner = self.handles.owner(handle, core.start)
            known = self.named(owner) if isinstance(owner, Name) else owner
            known = known or self.phrases.get(fold(handle)) or Referent((), label=core, handle=handle)
            self.phrases[key] = known
        return known

    def called(self, mention: Mention, key: str) -> Referent | None:
        """Return the referent of a lower-case name that opens a clause ("mirabel")."""
        text, core = self.text, mention.core
        own = core.of(text).islower() or _INNER_CAPITAL.match(text, core.start, core.end) is not None
        if not own or not (begins_sentence(text, core.start) or _begins_clause(text, core)):
            return None
        return self.phrases.get(f"@{key}") or self.phrases.setdefault(key, Referent((core.of(text),), label=core))

    def unnamed(self, span: Span, noun: str, *, plural: bool = False, key: str = "") -> Referent:
        """Return the unnamed source with these words, or with `key`; the same words always give the same one.

        `noun` is its head noun; `key` is by default that of its words.
        """
        key = key or phrase_key(span.of(self.text))
        known = self.phrases.get(key) or self.phrases.get(f"@{key}")
        if known is None:
            known = Referent((), label=span, noun=noun, plural=plural, body=noun in table("bodies"))
            known.gender = gender_told(noun)
            self.phrases[key] = known
            self.begun[span.start] = known
        return known


def phrase_key(phrase: str) -> str:
    """Return the key that equal phrases share: their words without articles, folded."""
    words = [fold(word) for word in phrase.split()]
    return " ".join(word for word in words if word not in _ARTICLES)


def _begins_clause(text: str, core: Span) -> bool:
    """Whether a word begins a clause inside its sentence ("…, mirabel adds") and is no mass or abstract noun."""
    clause = _CLAUSE.search(text, max(0, core.start - _BEFORE_NAME), core.start)
    return clause is not None and not is_mass_noun(core.of(text))
