"""A voice: a person or a body that is quoted, under the fullest name the text gives it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reader.model.span import Span

IN = "in: "
"""What stands before the outlet, as in a bibliography: a voice's words appeared in it, and it may belong elsewhere."""

_OWNER = re.compile(r"(\w+)(?:['’]s|['’])\s+(?=\w)")
_ITS = re.compile(r"\A(?:its|our|their)\s+(?=\w)", re.IGNORECASE)
_HERS = re.compile(r"(?:Her|His|My)\s")
_COMMON = re.compile(r"(?:An?|Her|His|It|Its|My|One|Our|Some|That|The|Their|This|Those|Two)\s(?=[a-z])")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


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
    """A quoted voice.

    `id` counts from 1 in order of first speech; `tag` is a short unique sign made of initials. `role`,
    `affiliation` and `outlet` are the article's own words, None where it has none. `mentions` are the spans of
    the text that name it beside its quotations or where it is introduced, pronouns resolved to it included.
    """

    id: int
    tag: str
    name: str
    kind: VoiceKind
    role: str | None = None
    affiliation: str | None = None
    outlet: str | None = None
    mentions: tuple[Span, ...] = ()


class VoiceDescription(NamedTuple):
    """What is told of a voice beside its name, "" where nothing is; the role has no article, IN begins the outlet."""

    role: str
    affiliation: str
    outlet: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Those of the three that are told."""
        return tuple(filter(None, self))


@lru_cache(maxsize=64)  # the linear view asks for it at every quotation
def describe_voice(
    name: str, *, role: str | None = None, affiliation: str | None = None, outlet: str | None = None
) -> VoiceDescription:
    """What is known of a voice, without what its name or a fact before it says already.

    A leading article makes no difference: "The Fathom" says "Fathom". Who owns a role is not told beside whom it is:
    "the bank's governor" of the Bank of Varland is "governor", and so is "its governor". "His wife" began a sentence.
    """
    role = _ITS.sub("", without_article(role))
    role = role[:1].lower() + role[1:] if _HERS.match(role) else role
    owner = _OWNER.match(role)
    if owner and affiliation and owner[1].lower() in affiliation.lower().split():
        role = role[owner.end() :]
    told: list[str] = []
    for fact in (role, affiliation or "", outlet or ""):
        words = re.compile(rf"(?<!\w){re.escape(without_article(fact))}(?!\w)") if fact else None
        told.append("" if words is not None and any(map(words.search, (name, *told))) else fact)
    return VoiceDescription(told[0], told[1], told[2] and IN + told[2])


def name_in_sentence(name: str) -> str:
    """A name within a sentence: what began one is small again where common words follow ("via my wife")."""
    return name[:1].lower() + name[1:] if _COMMON.match(name) else name


def without_article(phrase: str | None) -> str:
    """A phrase without its leading article, "" for None: "the Delta Institute" becomes "Delta Institute"."""
    return _ARTICLE.sub("", phrase, count=1) if phrase and _ARTICLE.match(phrase) else phrase or ""
