"""Read the role and the body of an unnamed source: "a Foreign Office official"."""

import re

from reader.analysis.voices.names.lists import entries, role_of
from reader.analysis.voices.names.names import Names
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.roles.appositions import segment
from reader.analysis.voices.roles.role_phrases import Role, ends_of
from reader.model import Span

ONE_OF = re.compile(r"one of (?:the )?", re.IGNORECASE)
_BOND = re.compile(r"\s(?:at|from|with|of)\s(?:the\s)?")
_BONDED = re.compile(r"\b(?:in|at|of|from|with|for)\s+(?:the\s+)?\Z")
_DETERMINED = re.compile(
    r"(?:an?|another|her|his|its|one|our|the|their)\s|(?:[A-Z][\w-]*\s){1,3}?(?<=[’']s\s)", re.IGNORECASE
)
ARTICLE = re.compile(r"(?:an?|the|another|one)\s", re.IGNORECASE)
WORDS = 5  # maximum words of a description that is taken for a role
APPOSED = re.compile(r",\s(?=an?\s)")


def of_unnamed(text: str, referent: Referent, names: Names) -> Role | None:
    """Return role and body of an unnamed source ("a Foreign Office official") whose words name a body or a person."""
    label = referent.label
    if label is None or referent.body:
        return None
    apposed = APPOSED.match(text, label.end)
    told = None if apposed is None else segment(text, apposed.end(), names)
    told = told or _role_with_body(text, referent, label, names)
    inside = [n for n in names.within(label.start, label.end) if not n.place]
    if told is not None or not inside:
        return told or _body_after(text, label, names) or _office(text, referent, label)
    tail = next((n for n in inside if n.start > label.start and _BONDED.search(text, label.start, n.start)), None)
    if tail is not None and tail.body and tail.words[-1].removesuffix("s") not in entries("demonyms"):
        return Role(None, tail.span)  # but "26 percent of Democrats"
    tie = next((n.span for n in inside if n.body and not n.platform), None)
    kind = None if referent.plural else role_of(referent.noun)
    if kind is None or not (tie or (kind == "official" and any(n.owner for n in inside))):
        return _office(text, referent, label)
    words = label.of(text).replace("İ", "i").lower()
    end = next(ends_of(referent.noun, words), len(words))
    return Role(Span(label.start + words.rfind(" ", 0, end) + 1, label.start + end), tie, referent.noun)


def _office(text: str, referent: Referent, label: Span) -> Role | None:
    """The office in the label of an unnamed source: "the health secretary", "a senior official"."""
    if referent.plural or role_of(referent.noun) != "official":
        return None
    lead = _DETERMINED.match(text, label.start, label.end)
    end = next(ends_of(referent.noun, label.of(text).replace("İ", "i").lower()), None)
    if lead is None or end is None or text[lead.end() : label.start + end].count(" ") >= WORDS:
        return None
    return Role(Span(lead.end(), label.start + end), None, referent.noun)


def _role_with_body(text: str, referent: Referent, label: Span, names: Names) -> Role | None:
    """Role and body of an unnamed source with a body in its words: "a spokeswoman for Delta Trust"."""
    if ONE_OF.match(text, label.start):
        return None
    article = ARTICLE.match(text, label.start, label.end)
    told = segment(text, label.start if article is None else article.end(), names, label.end)
    if told is None or not told.affiliation or not _BONDED.search(text, label.start, told.affiliation.start):
        return None
    return Role(None, told.affiliation) if referent.plural else told


def _body_after(text: str, label: Span, names: Names) -> Role | None:
    """The body that follows an unnamed source: "an anonymous author" followed by "at Vela Online"."""
    bond = _BOND.match(text, label.end)
    if bond is None:
        return None
    near = names.within(label.end, label.end + 80)
    fits = bool(near) and near[0].title == bond.end() and not near[0].place and not near[0].owner
    return Role(None, near[0].span) if fits else None
