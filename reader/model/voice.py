"""A voice: a person or a body that is quoted, under the fullest name the text gives it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reader.model.span import Span

_OWNER = re.compile(r"(\w+)(?:['’]s|['’])\s+(?=\w)")
_ITS = re.compile(r"\A(?:its|our|their)\s+(?=\w)", re.IGNORECASE)
_HERS = re.compile(r"(?:Her|His|My)\s")
_COMMON = re.compile(r"(?:An?|Her|His|It|Its|My|One|Our|Some|That|The|Their|This|Those|Two)\s(?=[a-z])")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


CORRECTED = "✓ corrected"
"""Stands beside what a person corrected where it is printed: a sign and a word."""


class VoiceKind(StrEnum):
    """What a voice is, experts first: the order in which a reader wants them."""

    EXPERT = "expert"
    OFFICIAL = "official"
    JOURNALIST = "journalist"
    PUBLICATION = "publication"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Voice:
    """A quoted voice. Role, affiliation and outlet are the article's own words, None where it has none.

    Attributes:
        id: Counts from 1 in the order of first speech.
        tag: A short unique sign made of initials.
        name: The fullest name that the text gives it.
        kind: What it is.
        role: For example "hydrologist".
        affiliation: The body that it belongs to.
        outlet: Where its words appeared; it may belong to another body.
        mentions: The spans of the text that name it beside its quotations or where it is introduced, with the pronouns
            that are resolved to it.
        corrected: What of it a person set, by the names of the fields: "affiliation", "kind", "mentions", "name",
            "outlet", "role".
        known: Those of them that a person set for every article.
    """

    id: int
    tag: str
    name: str
    kind: VoiceKind
    role: str | None = None
    affiliation: str | None = None
    outlet: str | None = None
    mentions: tuple[Span, ...] = ()
    corrected: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


class VoiceDescription(NamedTuple):
    """What is shown of a voice beside its name, "" for what is not known; the role has no leading article."""

    role: str
    affiliation: str
    outlet: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Those of the three that are known."""
        return tuple(filter(None, self))


@lru_cache(maxsize=64)  # the linear view asks for it at every quotation
def describe_voice(
    name: str, *, role: str | None = None, affiliation: str | None = None, outlet: str | None = None
) -> VoiceDescription:
    """Return what is known of a voice, without what its name or an earlier fact says already.

    A leading article makes no difference: "The Fathom" says "Fathom". The role is as `plain_role` returns it.
    """
    parts: list[str] = []
    for fact in (plain_role(role, affiliation), affiliation or "", outlet or ""):
        words = re.compile(rf"(?<!\w){re.escape(without_article(fact))}(?!\w)") if fact else None
        parts.append("" if words is not None and any(map(words.search, (name, *parts))) else fact)
    return VoiceDescription(*parts)


def plain_role(role: str | None, affiliation: str | None = None) -> str:
    """Return a role without what its sentence needed; "" for None.

    A leading article is left out, and the owner of a role beside its name: "the bank's governor" of the Bank of Varland
    is "governor", and so is "its governor". "His wife", which began a sentence, becomes "his wife".
    """
    role = _ITS.sub("", without_article(role))
    role = role[:1].lower() + role[1:] if _HERS.match(role) else role
    owner = _OWNER.match(role)
    if owner and affiliation and owner[1].lower() in affiliation.lower().split():
        role = role[owner.end() :]
    return role


def name_in_sentence(name: str) -> str:
    """Return a name as it stands within a sentence: "My wife" becomes "my wife", a proper name stays."""
    return name[:1].lower() + name[1:] if _COMMON.match(name) else name


def without_article(phrase: str | None) -> str:
    """Return a phrase without its leading article, "" for None: "the Delta Institute" becomes "Delta Institute"."""
    return _ARTICLE.sub("", phrase, count=1) if phrase and _ARTICLE.match(phrase) else phrase or ""
