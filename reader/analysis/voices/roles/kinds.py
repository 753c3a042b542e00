"""Classify voices: expert, official, journalist, publication, organisation, person, or unnamed."""

import re
from dataclasses import dataclass

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
from reader.model import VoiceKind

READERS = frozenset({"reader", "user", "commenter", "viewer", "listener"})
SHORT_OWNER = re.compile(r"\b[Tt]he\s(?:[a-z-]+\s)?([a-z]+)[’']s?\s(?=[a-z])")  # "the bank’s deputy governor"
_LOOKED_AT = 8  # mentions of a name that are searched for a title
_OF_STUDIES = re.compile(r"\b(?:lead|paper|report|senior|study)\b")
_RETIRED = frozenset({"diplomat", "ambassador", "envoy", "officer", "official", "negotiator", "inspector"})
_CROWDS = frozenset({"community", "country", "duo", "family", "forces", "gang", "staff", "team", "world"})
_SCRIPTURES = frozenset({"bible", "charter", "constitution", "manifesto"})
_GENERAL = re.compile(
    r"\b(?:(?:attorney|solicitor|surgeon)[ -]general|(?:u\.s\.|us|county|district|state) attorney)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]+")
_PUBLIC = frozenset(
    {"eu", "fed", "federal", "house", "nato", "national", "reserve", "royal", "security", "un", "united"}
)
# A publication by its sort and its title: "The blog Tidal Notes".
_TITLED = re.compile(r"(?:[Tt]he\s)?([a-z]+)\s#?[A-Z].*")
_AGENCIES = ("news agency", "news channel", "news service")
_PRESS = frozenset({"media", "newspaper", "press"})
_FINDINGS = frozenset({"agreement", "complaint", "filing", "lawsuit", "memorandum", "paper", "ruling", "study"})
_OFFICES = frozenset({"commissioner", "governor", "mayor", "minister", "president", "premier", "shah"})
_MEMBER = re.compile(r"(?:an?\s)?(?:[a-z-]+\s){0,2}member\sof\s[a-z’' -]+")
_RANKS = frozenset({"Sen.", "Rep.", "Gov.", "Gen.", "Cmdr.", "Col.", "Maj.", "Capt.", "Lt.", "Adm.", "PM"}) | {
    *("Cllr", "Cllr.", "DCI", "DI", "Insp", "Insp.", "PC", "Supt", "Supt.")
}
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
        words = [word.strip(",.").lower() for word in self.role.split() if not word.endswith(("’s", "'s"))]
        nouns = [word for word in words if role_of(word) not in {None, "person"}]
        if nouns[:1] == ["chief"] and len(nouns) > 1:
            nouns = nouns[1:]  # "chief correspondent"
        return tuple(filter(None, map(role_of, nouns)))

    @property
    def learned(self) -> bool:
        """Return whether the affiliation is a body whose members are asked as experts."""
        words = (word.removesuffix("’s").removesuffix("'s") for word in self.affiliation.split())
        return any(word in entries("learned") for word in words)

    @property
    def public(self) -> bool:
        """Return whether the body is one of a state, a party or several states, so that its head is an official."""
        words = map(singular, _WORD.findall(f"{self.role} {self.affiliation}".lower()))
        return not (marked("bodies", "public") | _PUBLIC).isdisjoint(words) or self.affiliation in entries("places")


def kind_of_other(text: str, referent: Referent, noun: str, outlet: str | None) -> VoiceKind:
    """Return the kind of a source that is no single named person.

    Args:
        text: The text of the article.
        referent: The source.
        noun: The noun that describes it, "" for none.
        outlet: Where its words appeared; None where the text doesn't say it.
    """
    if referent.noun:
        return _kind_of_phrase(referent, "" if referent.label is None else referent.label.of(text))
    if referent.handle or noun in READERS:
        return VoiceKind.PERSON
    if referent.joint and not (referent.body or referent.place):
        return VoiceKind.JOURNALIST if _writes(outlet) else VoiceKind.PERSON
    if role_of(noun) == "journalist":
        return VoiceKind.JOURNALIST
    return VoiceKind.PUBLICATION if _is_published(referent, noun) else VoiceKind.ORGANISATION


def _kind_of_phrase(referent: Referent, phrase: str) -> VoiceKind:
    """The kind of a source that is mentioned by a phrase, not by a name ("the police commissioner", "a study")."""
    noun = referent.noun
    titled = _TITLED.fullmatch(phrase)
    if titled is not None and (table("called").get(titled[1]) == "publication" or titled[1] == "blog"):
        return VoiceKind.PUBLICATION
    if noun in _PRESS or phrase.lower().endswith(_AGENCIES) or (noun in _FINDINGS and not referent.plural):
        return VoiceKind.PUBLICATION
    if noun in _OFFICES and not referent.plural and not phrase.startswith(("a ", "A ", "an ", "An ")):
        return VoiceKind.OFFICIAL
    if noun in {"authorities", "authority"} and referent.plural:
        return VoiceKind.OFFICIAL
    if noun in entries("laws") or noun in _SCRIPTURES:
        return VoiceKind.PUBLICATION
    body = table("bodies").get(noun) == "body" and noun not in _CROWDS
    return VoiceKind.ORGANISATION if body else VoiceKind.UNNAMED


def _is_published(referent: Referent, noun: str) -> bool:
    if " ".join(referent.words).lower().endswith(_AGENCIES):
        return True
    called = table("called").get(noun) == "publication" or table("bodies").get(noun) == "document"
    return is_read(referent.words) or called or is_law(referent.words)


def is_read(words: tuple[str, ...]) -> bool:
    """Return whether a name is a publication's: a known one, by its head, or by its foreign form."""
    abroad = len(words) > 1 and words[0] in FOREIGN_ARTICLES
    heads = {head_word(words), words[-1], *words[-1].split("-")}  # "Tarn News-Register"
    section = len(words) > 1 and is_known_outlet(words[:1])  # "BBC Mundo"
    return is_known_outlet(words) or abroad or section or not heads.isdisjoint(entries("outlet_heads"))


def kind_of_person(text: str, referent: Referent, told: StatedRole) -> VoiceKind:
    """Return the kind of a person, by the nouns of the role, the body, the outlet and the titles.

    Args:
        text: The text of the article.
        referent: The person.
        told: The role, affiliation and outlet that the text states.
    """
    by_role = _kind_by_role(told)
    if by_role is not None:
        return by_role
    words = tuple(" ".join(referent.words).split())
    office = head_word(words) if words else ""
    if words[-1:] != (office,) and role_of(office) == "official":
        return VoiceKind.OFFICIAL  # "the High Commissioner for Tides"
    lead = {word for n in referent.names[:_LOOKED_AT] if n.titled for word in text[n.title : n.start].split()}
    if lead & _RANKS:
        return VoiceKind.OFFICIAL
    if _writes(told.outlet) and told.noun not in marked("roles", "executive"):
        return VoiceKind.JOURNALIST
    if not told.role and told.affiliation and is_read(tuple(told.affiliation.removeprefix("The ").split())):
        return VoiceKind.JOURNALIST  # "BBC Mundo’s Ada Roe"
    by_name = None if told.role else _kind_by_name(words)
    return by_name or (VoiceKind.EXPERT if lead & _DEGREES else VoiceKind.PERSON)


def _kind_by_name(words: tuple[str, ...]) -> VoiceKind | None:
    """The kind of a source with a name that no person has ("El Faro", "KLM Power", "Canal+"); None for any other."""
    if len(words) > 1 and words[0] in FOREIGN_ARTICLES:
        return VoiceKind.PUBLICATION
    letters = len(words) > 1 and words[0].isalpha() and words[0].isupper() and not words[-1].isupper()
    company = (letters and len(words[0]) > 1) or "".join(words).endswith("+")
    return VoiceKind.ORGANISATION if company else None


def _kind_by_role(told: StatedRole) -> VoiceKind | None:
    """The kind that role and affiliation show; None where they show none."""
    kinds, role = told.kinds, told.role.lower()
    if told.noun == "author" and (told.learned or _OF_STUDIES.search(role)):
        kinds = ("expert",)
    elif told.noun == "critic" and " of " in role and not told.affiliation:
        kinds = ()  # "a critic of the plan" writes no reviews
    if _MEMBER.fullmatch(told.role) and not (told.affiliation or told.public):
        kinds = ()  # of a group or a club
    if kinds == ("official",) and role.startswith("former ") and told.noun in _RETIRED:
        return VoiceKind.EXPERT
    owned = told.affiliation or told.public or SHORT_OWNER.match(f"the {told.role}") or _leads_body(told.role)
    if told.noun in marked("roles", "executive") and set(kinds) <= {"official"} and owned:
        return _kind_of_executive(told)
    if kinds and told.noun not in READERS:
        return VoiceKind.OFFICIAL if _GENERAL.search(role) else VoiceKind(kinds[0])
    if told.learned and (role or not told.outlet):
        return VoiceKind.EXPERT
    if not role and role_of(told.noun) == "official":
        return VoiceKind.OFFICIAL
    return VoiceKind.PERSON if told.noun in READERS else None


def _leads_body(role: str) -> bool:
    """Whether a role ends with a common noun for a body: "head of Varland’s rescue agency"."""
    return (
        any(tie in role for tie in (" at ", " for ", " of ")) and table("bodies").get(role.rpartition(" ")[2]) == "body"
    )


def _kind_of_executive(told: StatedRole) -> VoiceKind:
    """The kind of a body's head: expert by field or body, journalist at an outlet, official of a public body."""
    if told.learned or any(word in entries("fields") for word in told.role.lower().split()):
        return VoiceKind.EXPERT
    last = told.affiliation.rpartition(" ")[2]
    heads = {last, last.removesuffix("s")} & entries("outlet_heads")
    known = told.affiliation.removeprefix("The ") in entries("outlets")
    if known or heads:
        return VoiceKind.JOURNALIST
    return VoiceKind.OFFICIAL if told.public else VoiceKind.PERSON


def _writes(outlet: str | None) -> bool:
    """Whether an outlet is one whose writers are journalists: a publication, not a platform."""
    return bool(outlet) and outlet != "X" and outlet not in entries("platforms")
