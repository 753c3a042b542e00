"""Recognise names of outlets, by their form and context: "in an essay for Vela", "told El Faro"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.lists import FOREIGN_ARTICLES, entries, pattern
from reader.analysis.voices.names.names import Name, Names, has_article
from reader.analysis.voices.names.work_titles import LINKS, PART, TITLE, in_full
from reader.analysis.words.grammar import words as listed
from reader.model import Span

WORKS = pattern("works")
"""Nouns for works that are read or heard, as a pattern."""

CARRIES = (
    r"(?:\s\[\w+\])?(?:,\s(?:which|that))?\s(?:(?:also|had|has|have|later|then)\s)*"
    r"(?:cite[ds]?|contact(?:s|ed)|interview(?:s|ed)|quote[ds]?|reache[ds]|sp(?:eaks|oke)\s(?:to|with)|talked\s(?:to|with)"
    r"|(?:air(?:s|ed)|broadcast|carrie[ds]|gave|print(?:s|ed)|publishe[ds]|r[au]n|runs)\s(?:an?|the)\s(?:[\w-]+\s){0,2}"
    rf"(?:appeal|comment|interview|letter|message|statement|{WORKS})\s(?:by|from|of|with))\s"
    r"(?:(?:an?|the)\s)?(?:[a-z-]+\s){0,3}(?:[A-Z][a-z]*\.?\s)?"
)
"""What a paper does with its sources, as a pattern: " quotes ", " has printed a letter by the mayor "."""

CARRIED = re.compile(rf"{CARRIES}(?:(?:an?|the)\s[^.:\n]{{0,60}},\s)?")
"""The same, with a description before the name: " quotes the mayor, "."""

# After these words any name is that of something read or heard.
_ONLY_THERE = re.compile(rf"{pattern('only_there')}\s(?:[Tt]he\s)?\Z")
# Introduces an outlet where others wrote: "commenting on a report in".
_OF_OTHERS = re.compile(
    r"\b(?:about|after|against|by|on|over|to|[Cc]iting|confirm(?:ed|ing|s)|den(?:ied|ies|ying)"
    r"|dismiss(?:ed|es|ing)|reject(?:ed|ing|s))\s(?:an?|the|that)\s(?:[\w-]+\s){0,2}"
    r"(?:allegations?|article|claims?|column|editorial|interview|report|story)\s(?:published\s)?(?:in|on)\s(?:[Tt]he\s)?\Z"
)
_NAMES = 40  # names before "the same newspaper" that are searched
_LETTERS = 6  # maximum letters of a station or agency
_WHO = re.compile(r",?\s(?:who|whose)\s[^,.:;!?“”\"\n]*\Z")
_WRITES_THERE = re.compile(
    r"\b(?:blog|column|comment|contribut|edit|host|keep|kept|maintain|post|present|report|r[au]n|tweet|writ|wrot)"
)
_SENTENCE = re.compile(r"[.!?][”\"’]?\s+(?=[\"“]?[A-Z])")
_INITIAL = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|St|[A-Z])\.\s*\Z")
_POINT = re.compile(r"[.!?](?=\s|\Z|[”\"’](?:\s+[“\"]?[A-Z]|\Z))")
AROUND = 260
"""Characters of a sentence that are searched on either side of mention and cue."""

_STATION = frozenset({"FM", "Radio", "TV", "Television"})
_SERIAL = 4  # maximum words of a foreign newspaper's name

_CAPITALS = r"[A-Z][\w’'-]*"
_WORK_TITLE = (
    r"(?:[“\"]([^“”\"\n]{2,50})[”\"]"
    r"|((?=[\w-]+\.[a-z]{2,7}\b)[\w-]+\.[\w.]*\w"
    rf"|(?:\d+[a-z]|[A-Z])[\w’'.-]*\w(?:\s(?:(?:{LINKS}\s){{1,2}}|[dln][’'])?{_CAPITALS}){{0,4}}))"
)
_NAMED_WORK = re.compile(
    r"\b(?:(?:(?:at|[Ff]or|from|[Ii]n|[Oo]n|via)\s(?:an?|her|his|its|our|the|their)\s(?:[\w-]+\s){0,2}?"
    r"|(?:at|On|[Ii]n)\s(?:[\w-]+\s){1,2})"
    r"(?:blog|board|channel|forum|magazine|network|newsletter|newspaper|news agency|news site|platform|podcast"
    r"|portal|programme|series|show|site|station|website|weekly)"
    r"|(?:by|to|told|with)\s(?:the\s(?:[\w-]+\s){0,2}?)?"
    r"(?:broadcaster|daily|magazine|newspaper|news agency|news site|podcast|radio station|TV channel|website|weekly))"
    rf"(?:\scalled)?(?:\s\[\w+\])?\s{_WORK_TITLE}"
)
# Each match contains one of these; checking for them is faster.
_ITS_NOUNS = listed("read_or_heard")
_HIS = (" his ", " her ", " their ")
_OWN_BLOG = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Oo]n|via)\s((?:her|his|their)\s(?:[a-z]\w+\s){0,2}?(?:blog|channel|newsletter|website))"
    r"\b(?!['’]|\s(?:post\s)?[A-Z“\"])"
)
_ON_HIS = re.compile(
    r"\b(?:in|on)\s(?:her|his|their)\s([A-Z][\w’'-]*(?:\s(?:(?:de|del|la|of|the)\s){0,2}[A-Z][\w’'-]*){1,4})"
    r"(?=\s(?:he|she|they)\b)"
)
# Names that a noun marks as a paper once; they are a paper everywhere in the text.
_CALLED_AHEAD = re.compile(
    r"\b(?:[Bb]log|broadcaster|channel|daily|[Ff]orum|magazine|[Nn]ews\sagency|newsletter|[Nn]ewspaper|podcast|portal"
    rf"|[Ss]ite|station|[Ww]ebsite|weekly)\s(?:called\s|named\s)?[“\"]?({TITLE}(?:\sand\s{PART})?)"
)


def tells_who(text: str, end: int, name: Name) -> bool:
    """Return whether a name is in a relative clause that says who somebody is ("who led the study in Vela Science").

    Not where the clause says that the person writes there. `end` is where the mention of the person ends.
    """
    clause = _WHO.match(text, end, name.title)
    return clause is not None and _WRITES_THERE.search(text, end, name.title) is None


def only_read(text: str, name: Name, lead: str) -> bool | None:
    """Return whether a name after the words `lead` must be something read or heard; None where it need not be."""
    if _OF_OTHERS.search(lead) is not None:
        return False
    only = _ONLY_THERE.search(lead)
    titled = name.owner and lead.endswith("The ") and in_full(text, name.span).end > name.end + len("’s ")
    if only is None or name.place or (name.owner and not titled) or name.words[0] in entries("openers"):
        return None
    return not (name.titled or (not name.body and name.words[0] in entries("first_names")))


def is_press(text: str, name: Name) -> bool:
    """Return whether a name looks like an outlet's: "the Herald", "El Faro", "WKRM"."""
    if name.outlet or name.words[-2:] == ("News", "Agency"):
        return True
    if name.place or name.titled or employs(name):
        return False
    if is_called(text, name):
        return True
    first = name.words[0]
    if len(name.words) > 1 and not _STATION.isdisjoint(name.words):
        return True
    station = len(name.words) == 1 and first.isupper() and 1 < len(first) <= _LETTERS
    return (station and not has_article(text, name)) or (first in FOREIGN_ARTICLES and 1 < len(name.words) <= _SERIAL)


@lru_cache(maxsize=1)  # called for each candidate, and a call reads the whole text
def has_blogs(text: str) -> bool:
    """Return whether a text mentions blogs."""
    return "blog" in text


def is_called(text: str, name: Name) -> bool:
    """Return whether the text calls the name a blog, site or paper anywhere."""
    begun = text.startswith(tuple(called(text)), name.start)  # this check is faster than finding the end of the name
    return begun and in_full(text, name.span).of(text) in called(text)


@lru_cache(maxsize=1)  # called for each candidate, and a call reads the whole text
def called(text: str) -> frozenset[str]:
    """Return the names that follow such a noun: "the site Ledgerline"."""
    titles = (match[1] for match in _CALLED_AHEAD.finditer(text))
    return frozenset(title for title in titles if title.split()[0] not in entries("first_names"))


def line_before(text: str, offset: int, far: int) -> int:
    """Return where the line of an offset begins, but no more than `far` characters before it."""
    near = max(0, offset - far)
    return max(near, text.rfind("\n", near, offset) + 1)


def region_of(text: str, attribution: Attribution) -> Span | None:
    """Return the sentence around mention and cue, roughly: up to full stops and line ends, at most 260 characters."""
    marks = [span for span in (attribution.mention, attribution.cue) if span is not None]
    if not marks:
        return None
    left, right = min(span.start for span in marks), max(span.end for span in marks)
    start = line_before(text, left, AROUND)
    for match in _SENTENCE.finditer(text, start, left + 1):
        if not _INITIAL.search(text[max(0, match.start() - 4) : match.end()]):
            start = match.end()
    stop = text.find("\n", right, right + AROUND)
    stop = min(len(text), right + AROUND) if stop < 0 else stop
    point = _POINT.search(text, right, stop)
    return Span(min(start, left), max(right, point.start() if point else stop))


def latest(text: str, offset: int, names: Names, far: int) -> Span | None:
    """Return the paper or station named last before an offset, within `far`: the one that "the same station" means."""
    near = (name for name in reversed(names.before(offset, _NAMES)) if name.start > offset - far)
    # "a man of GOD" is no outlet
    near = (name for name in near if not (name.words[0].isupper() and text.endswith("of ", 0, name.start)))
    return next((name.span for name in near if is_press(text, name)), None)


def named_work(text: str, region: Span) -> Iterator[Span]:
    """Yield titles after a noun for a work: "on the site Ledgerline"."""
    yield from _first(_NAMED_WORK, text, region)


def titled(text: str, region: Span) -> Iterator[Span]:
    """Yield titles that only their noun or form marks: "on the site Ledgerline", "in her blog:"."""
    words = region.of(text)
    if any(map(words.__contains__, _ITS_NOUNS)):
        yield from named_work(text, region)
        yield from _first(_OWN_BLOG, text, region)
    if any(map(words.__contains__, _HIS)):
        yield from _first(_ON_HIS, text, region)


def _first(pattern: re.Pattern[str], text: str, region: Span) -> Iterator[Span]:
    match = pattern.search(text[region.start : region.end + 1])
    if match is not None:
        start, end = match.span(match.lastindex or 0)
        yield Span(region.start + start, region.start + end)


LEAD = 60  # characters searched before a name
_TOLD_IT = re.compile(
    rf"\b{pattern('telling')}\s+(?:the\s+)?"
    r"((?:(?!(?:about|at|by|for|from|in|of|on|that|to|with)\s)[\w-]+\s){0,3}?"
    rf"(?:{WORKS}|channel|network|station)\s(?:the\s)?)?\Z",
    re.IGNORECASE,
)
# Each match of `_TOLD_IT` contains one of these; checking for them is faster.
_TELLING = frozenset({"by", "for", "in", "on", "telling", "tells", "to", "told", "with"})
_TELLS = ("told ", "tells ", "said to ")
_QUOTED_BY = re.compile(
    r"\b(?:(?:cited|comments?|interviewed|quoted)\s(?:at|by|in|on|to|under)|(?<=,\s)(?:according\sto|per|via))\s(?:the\s)?(?:[\w-]+\s){0,3}\Z"
)


def was_told(text: str, place: Span) -> bool:
    """Return whether a person only spoke to the outlet or commented in it, and so need not write for it."""
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
    return titled or is_press(text, name) or _is_no_person(name, lead, names)


def _is_no_person(name: Name, lead: str, names: Names) -> bool:
    """Whether a name after "told" is neither a person's nor a body's: "told Live Science", "told MetroTV"."""
    if name.body or name.place or name.titled or name.owner or not lead.endswith(_TELLS):
        return False
    last = name.words[-1]
    if any(letter.isupper() for letter in last[1:]) and not last.isupper():
        return True
    return len(name.words) > 1 and name.words[0] not in entries("first_names") and last not in names.single
