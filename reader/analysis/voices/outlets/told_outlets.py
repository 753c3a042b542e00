"""Find the outlet that people speak to: "told El Faro", "in an interview with Vela Science"."""

import re

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.lists import entries
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.outlets.press import WORKS, is_press, quoted_there
from reader.model import Span

LEAD = 60  # characters searched before a name
_TOLD_IT = re.compile(
    r"\b(?:told|tells|telling|(?:admitted|claimed|comments|complained|confirmed|explained|letters?|phone|remarks|repeated|revealed|said"
    r"|spoke|speaking|statements?|talk(?:ed|ing)|wr(?:ites|iting|ote)|(?:gave|given|granted))\s+to"
    r"|(?:conversations?|interviews?|speaking|spoke|talk(?:ed|ing|s)?)\s+with|(?:e-?mails?|interviews?|messages?)\s+(?:for|to)"
    r"|(?:appear(?:ed|ing|s)|said|says|speaking|spoke)\s+on"
    r"|(?:confirmed|denied|described|explained)\s+(?:[\w’'-]+\s+){1,4}to|(?:asked|interviewed|questioned)\s+by|quoted\s+(?:by|in))\s+(?:the\s+)?"
    rf"((?:[\w-]+\s){{0,3}}?(?:{WORKS}|channel|network|station)\s(?:the\s)?)?\Z",
    re.IGNORECASE,
)
# Each match of `_TOLD_IT` contains one of these; checking for them is faster.
_TELLING = frozenset({"by", "for", "in", "on", "telling", "tells", "to", "told", "with"})
_QUOTED_BY = re.compile(
    r"\b(?:(?:cited|interviewed|quoted)\s(?:by|in|on)|(?<=,\s)(?:according\sto|per|via))\s(?:the\s)?(?:[\w-]+\s){0,3}\Z"
)


def was_told(text: str, place: Span) -> bool:
    """Return whether a person only spoke to the outlet, and so need not write for it."""
    lead = text[max(0, place.start - LEAD) : place.start].removesuffix("The ")
    return _TOLD_IT.search(lead) is not None or _QUOTED_BY.search(lead) is not None


def is_told_to(text: str, name: Name, attribution: Attribution, lead: str) -> bool:
    """Return whether the words are told to a publication, in which they appeared; not those inside others' words."""
    told = (
        None if attribution.parent is not None or _TELLING.isdisjoint(lead.lower().split()) else _TOLD_IT.search(lead)
    )
    if told is None:
        return False
    titled = lead.endswith("The ") and not (name.place or employs(name))
    noun = told[1] is not None  # "told state television channel Nordisk Visjon"
    return noun or titled or is_press(text, name) or quoted_there(text, name, lead) or _may_ask(text, name, lead)


def _may_ask(text: str, name: Name, lead: str) -> bool:
    """Whether a name of two words after "told" can only be that of an outlet: "told Live Science", "told MetroTV"."""
    if name.body or name.place or name.titled or name.owner or not lead.endswith(("told ", "tells ", "said to ")):
        return False
    last = name.words[-1]
    inside = any(each.isupper() for each in last[1:]) and not last.isupper()
    if len(name.words) == 1 or inside:
        return inside
    person = name.words[0] in entries("first_names") or re.search(rf"(?<!{name.words[-2]} )\b{last}\b", text)
    return not person
