"""Classify voices: expert, official, journalist, publication, organisation, person, or unnamed."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reader.analysis.voices.names.lists import (
    FOREIGN_ARTICLES,
    entries,
    is_known_outlet,
    marked,
    role_of,
    singular,
    table,
)
from reader.analysis.voices.names.non_speakers import is_law
from reader.analysis.voices.names.roster import Referent, head_word
from reader.analysis.voices.roles.belonging import is_common
from reader.analysis.words.grammar import GENITIVES, POSSESSIVES, words
from reader.model import VoiceKind

READERS = frozenset({"reader", "user", "commenter", "viewer", "listener"})
ADVOCATES = words("advocates")
_LOOKED_AT = 8  # mentions of a name that are searched for a title
_AGENCIES = ("news agency", "news channel", "news service")
_RANKS = frozenset({"Sen.", "Rep.", "Gov.", "Gen.", "Cmdr.", "Col.", "Maj.", "Capt.", "Lt.", "Adm.", "PM", "Pres."}) | {
    *("Sens.", "Reps.", "Cllr", "Cllr.", "DCI", "DI", "Insp", "Insp.", "PC", "Sgt", "Sgt.", "Supt", "Supt.")
}
_ADDRESS = re.compile(r"\w\.[a-z]{2,4}\Z")
_SEAT = re.compile(r"(?:,\s|\s\()[DIR]-[A-Z]")  # "Ada Roe (D-Ill.)"
_DEGREES = frozenset({"Dr", "Dr.", "Prof", "Prof."})


@dataclass(frozen=True, slots=True)
class StatedRole:
    """What a text says about a person: role, affiliation, the role's head noun, and outlet; "" for unknown."""

    role: str
    affiliation: str
    noun: str
    outlet: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of voice of the role's nouns, without those that fit any person."""
        parts = [word.strip(",.").lower() for word in self.role.split() if not word.endswith(("’s", "'s"))]
        voter = is_member(self.noun) and self.role.startswith(("a ", "an "))  # "a Republican from Tarn"
        if voter or self.noun in marked("roles", "kin"):
            return ()  # "son of the senator"
        parts = [word for word in parts if word == self.noun or not is_member(word)]  # "a Republican activist"
        nouns = [word for word in parts if role_of(word) not in {None, "person"}]
        if nouns[:1] == ["chief"] and len(nouns) > 1:
            nouns = nouns[1:]  # "chief correspondent"
        return tuple(filter(None, map(role_of, nouns)))

    @property
    def learned(self) -> bool:
        """Return whether the affiliation is a body whose members are asked as experts."""
        parts = (word.removesuffix("’s").removesuffix("'s") for word in self.affiliation.split())
        return any(word in entries("learned") for word in parts)

    @property
    def speaks_for_client(self) -> bool:
        """Return whether it is the lawyer of a person: "their attorney", "Quell’s lawyer", "a lawyer for Ada Quell"."""
        parts = self.role.split()
        if self.affiliation or self.noun not in ADVOCATES or self.noun not in map(singular, parts):
            return False
        at = [singular(part) for part in parts].index(self.noun)
        before = parts[at - 1] if at else "a"
        owned = any(word.endswith(GENITIVES) or word.lower() in POSSESSIVES for word in parts[:at])
        known = before in entries("demonyms") | entries("places") or is_common(before.lower())
        return owned or "for" in parts[at:] or (before[0].isupper() and not known)

    @property
    def public(self) -> bool:
        """Return whether the body is one of a state, a party or several states, so that its head is an official."""
        said = f"{self.role} {self.affiliation}".lower().replace("’", " ").split()
        public = marked("bodies", "public") | words("public_words")
        nouns = (singular(word.strip(",.")) for word in said)
        return not public.isdisjoint(nouns) or self.affiliation in entries("places")


def is_member(noun: str) -> bool:
    """Return whether a noun in lower case is for a member of a party or a people: "republican"."""
    return noun == "democrat" or noun.capitalize() in entries("demonyms")


def kind_of_other(text: str, referent: Referent, noun: str) -> VoiceKind:
    """Return the kind of a source that is no named person or people; `noun` describes it, "" for none."""
    if referent.noun:
        return _kind_of_phrase(referent, "" if referent.label is None else referent.label.of(text))
    if referent.handle or noun in READERS:
        return VoiceKind.PERSON
    if role_of(noun) == "journalist":
        return VoiceKind.JOURNALIST
    return VoiceKind.PUBLICATION if _is_published(referent, noun) else VoiceKind.ORGANISATION


def _kind_of_phrase(referent: Referent, phrase: str) -> VoiceKind:
    """The kind of a source that is mentioned by a phrase, not by a name ("the police commissioner", "a study")."""
    noun = referent.noun
    parts = phrase.removeprefix("The ").removeprefix("the ").split()
    titled = parts[1:] and parts[1].lstrip("#")[:1].isupper()  # "The blog Tidal Notes"
    if titled and (table("called").get(parts[0]) == "publication" or parts[0] == "blog"):
        return VoiceKind.PUBLICATION
    if noun in entries("laws") | words("scriptures"):
        return VoiceKind.PUBLICATION
    indefinite = phrase.startswith(("a ", "A ", "an ", "An "))
    authorities = noun in {"authorities", "authority"} and referent.plural and " " in phrase
    if authorities or (noun in words("offices_alone") and not (referent.plural or indefinite)):
        return VoiceKind.OFFICIAL
    if referent.plural and noun not in {"media", "police"}:
        return VoiceKind.UNNAMED  # "local papers", "the unions"
    if noun in words("findings") | words("press_nouns") or phrase.lower().endswith(_AGENCIES):
        return VoiceKind.PUBLICATION
    body = table("bodies").get(noun) == "body" and noun not in words("crowds")
    return VoiceKind.ORGANISATION if body else VoiceKind.UNNAMED


def _is_published(referent: Referent, noun: str) -> bool:
    if " ".join(referent.words).lower().endswith(_AGENCIES):
        return True
    called = table("called").get(noun) == "publication" or table("bodies").get(noun) == "document"
    return is_read(referent.words) or called or is_law(referent.words)


def is_read(parts: tuple[str, ...]) -> bool:
    """Return whether a name is a publication's: a known one, by its head or its foreign form, or an address."""
    abroad = len(parts) > 1 and parts[0] in FOREIGN_ARTICLES
    heads = {head_word(parts), parts[-1], *parts[-1].split("-")}  # "Tarn News-Register"
    section = len(parts) > 1 and is_known_outlet(parts[:1])  # "BBC Mundo"
    address = len(parts) == 1 and _ADDRESS.search(parts[0]) is not None
    return is_known_outlet(parts) or abroad or section or address or not heads.isdisjoint(entries("outlet_heads"))


def kind_of_person(text: str, referent: Referent, told: StatedRole) -> VoiceKind:
    """Return the kind of a person, by what the text states of them and by the titles before their name."""
    by_role = _kind_by_role(told)
    if by_role is not None:
        return by_role
    parts = tuple(" ".join(referent.words).split())
    office = head_word(parts) if parts else ""
    if parts[-1:] != (office,) and role_of(office) == "official":
        return VoiceKind.OFFICIAL  # "the High Commissioner for Tides"
    lead = {word for n in referent.names[:_LOOKED_AT] if n.titled for word in text[n.title : n.start].split()}
    seat = any(_SEAT.match(text, name.end) is not None for name in referent.names[:_LOOKED_AT])
    if seat or not _RANKS.isdisjoint(lead | set(told.role.split()[-1:])):
        return VoiceKind.OFFICIAL
    if _writes(told.outlet) and told.noun not in marked("roles", "executive"):
        return VoiceKind.JOURNALIST
    if not told.role and told.affiliation and is_read(tuple(told.affiliation.removeprefix("The ").split())):
        return VoiceKind.JOURNALIST  # "BBC Mundo’s Ada Roe"
    return VoiceKind.EXPERT if lead & _DEGREES else VoiceKind.PERSON


def _kind_by_role(told: StatedRole) -> VoiceKind | None:
    """The kind that role and affiliation show; None where they show none."""
    kinds, role = told.kinds, told.role.lower()
    if told.noun.removeprefix("co-") == "author" and (told.learned or not words("studying").isdisjoint(role.split())):
        kinds = ("expert",)
    elif told.noun == "critic" and " of " in role and not told.affiliation:
        kinds = ()  # "a critic of the plan" writes no reviews
    elif told.speaks_for_client:
        kinds = ("person",)
    if told.noun == "member" and " of " in role and not (told.affiliation or told.public):
        kinds = ()  # of a group or a club
    if (
        kinds == ("official",)
        and role.removeprefix("a ").startswith("former ")
        and told.noun in words("retired_experts")
    ):
        return VoiceKind.EXPERT
    owned = told.affiliation or told.public
    if told.noun.removeprefix("co-") in marked("roles", "executive") and set(kinds) <= {"official"} and owned:
        return _kind_of_executive(told)
    if kinds and told.noun not in READERS:
        return VoiceKind.OFFICIAL if _is_state_attorney(role) else VoiceKind(kinds[0])
    if told.learned and (role or not told.outlet):
        return VoiceKind.EXPERT
    if not role and role_of(told.noun) == "official":
        return VoiceKind.OFFICIAL
    return VoiceKind.PERSON if told.noun in READERS else None


def _is_state_attorney(role: str) -> bool:
    """Whether a role in lower case is an office of the state: "attorney general", "district attorney"."""
    parts = role.replace("-", " ").split()
    pairs = pairwise(parts)
    return "general" in parts[1:] or any(last == "attorney" and first in words("attorneys") for first, last in pairs)


def _kind_of_executive(told: StatedRole) -> VoiceKind:
    """The kind of a body's head: expert by field or body, journalist at an outlet, official of a public body."""
    if any(word in entries("fields") for word in told.role.lower().split()):
        return VoiceKind.EXPERT
    body = told.affiliation.removeprefix("The ")
    if body and (is_read(tuple(body.split())) or is_read(tuple(body.removesuffix("s").split()))):
        return VoiceKind.JOURNALIST
    if told.public:
        return VoiceKind.OFFICIAL
    return VoiceKind.EXPERT if told.learned else VoiceKind.PERSON


def _writes(outlet: str) -> bool:
    """Whether those who write for an outlet are journalists: it is no platform, and no group on a platform."""
    return bool(outlet) and outlet != "X" and entries("platforms").isdisjoint([outlet, *outlet.split()])
