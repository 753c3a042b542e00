"""Find the outlet that people speak to: "told El Faro", "in an interview with Vela Science"."""

import re

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.lists import entries
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.outlets.press import WORKS, is_press, quoted_there
from reader.model import Span

LEAD = 60  # characters searched before a name
_TOLD_IT = re.compile(
    r"\b(?:told|tells|telling|(?:admitted|claimed|comments|complained|confirmed|explained|letters?|phone|remarks|repeated|revealed|said"
    r"|spoke|speaking|statements?|talk(?:ed|ing)|wr(?:ites|iting|ote)|(?:gave|given|granted))\s+to"
    r"|(?:conversations?|interviews?|speaking|spoke|talk(?:ed|ing|s)?)\s+with|(?:e-?mails?|interviews?|messages?)\s+(?:for|to)"
    r"|(?:appear(?:ed|ing|s)|said|says|speaking|spoke)\s+on"
    r"|(?:confirmed|denied|described|explained)\s+(?:[\w’'-]+\s+){1,4}to|(?:asked|interviewed|questioned)\s+by|quoted\s+(?:by|in))\s+(?:the\s+)?"
    r"((?:(?!(?:about|at|by|for|from|in|of|on|that|to|with)\s)[\w-]+\s){0,3}?"
    rf"(?:{WORKS}|channel|network|station)\s(?:the\s)?)?\Z",
    re.IGNORECASE,
)
# Each match of `_TOLD_IT` contains one of these; checking for them is faster.
_TELLING = frozenset({"by", "for", "in", "on", "telling", "tells", "to", "told", "with"})
_TELLS = ("told ", "tells ", "said to ")
_QUOTED_BY = re.compile(
    r"\b(?:(?:cited|interviewed|quoted)\s(?:by|in|on)|(?<=,\s)(?:according\sto|per|via))\s(?:the\s)?(?:[\w-]+\s){0,3}\Z"
)


def was_told(text: str, place: Span) -> bool:
    """Return whether a person only spoke to the outlet, and so need not write for it."""
    lead = text[max(0, place.start - LEAD) : place.start].removesuffix("The ")
    return _TOLD_IT.search(lead) is not None or _QUOTED_BY.search(lead) is not None


def is_told_to(text: str, name: Name, attribution: Attribution, lead: str, names: Names) -> bool:
    """Return whether the words are told to a publication, in which they appeared; not those inside others' words."""
    if attribution.parent is not None or _TELLING.isdisjoint(lead.lower().split()):
        return False
    told = _TOLD_IT.search(lead)
    if told is None:
        return False
    if told[1] is not None and name.words[0] not in entries("first_names"):
        return True  # "told state television channel Nordisk Visjon"
    titled = lead.endswith("The ") and not (name.place or employs(name))
    return titled or is_press(text, name) or quoted_there(text, name, lead) or _is_no_person(name, lead, names)


def _is_no_person(name: Name, lead: str, names: Names) -> bool:
    """Whether a name after "told" is neither a person's nor a body's: "told Live Science", "told MetroTV"."""
    if name.body or name.place or name.titled or name.owner or not lead.endswith(_TELLS):
        return False
    last = name.words[-1]
    if any(letter.isupper() for letter in last[1:]) and not last.isupper():
        return True
    return len(name.words) > 1 and name.words[0] not in entries("first_names") and last not in names.single
