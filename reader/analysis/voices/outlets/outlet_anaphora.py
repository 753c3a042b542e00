"""Resolve references to an outlet named before: "told the paper", "In the group, she wrote"."""

import re
from collections.abc import Callable, Iterator

from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.work_titles import PART, TITLE
from reader.analysis.voices.outlets.outlet_owners import with_group
from reader.analysis.voices.outlets.press import CARRIED, CARRIES, has_blogs, is_press, is_spot, latest, line_before
from reader.model import Span

_PAST = 3000  # maximum characters from a paper to "the same newspaper"
_OPENS = re.compile(r"(?:\A|[.!?][”\"’]?\s|\n)(?:[Tt]he\s(?:[a-z-]+\s){0,3}[a-z]+,?\s)?(?:The\s)?\Z")
_FAR = 1500  # maximum characters from a group, forum or blog to a later reference to it
_SENTENCE = 260  # characters of a sentence on either side of a name
_NEAR = 250  # maximum characters from a network to "There, …"
_PAPER = (
    r"(?:broadcaster|channel|daily|magazine|newspaper|paper|station|tabloid|weekly"
    r"|news\s(?:agency|site)|(?:radio|TV)\sstation)"
)
# References to the outlet named last: "told the paper", "in the same article", "The newspaper also quotes".
_AGAIN = re.compile(
    r"\b(?:by|[Ff]or|[Ii]n|[Oo]n|to(?:ld)?|with)\s+the\s+same\s+"
    rf"(?:{_PAPER}|agency|article|interview|outlet|programme|report|show|station|story)\b"
    r"|\b(?:told|tells|(?:[Aa]sked|[Ii]nterviewed|quoted)\sby|(?:article|column|essay|interview|letter|op-ed)\s(?:for|in|to|with)"
    rf"|(?:[Ss]peaking|spoke|talked|wrote)\s(?:for|in|to|with))\sthe\s{_PAPER}\b(?!['’-])"
    r"|\btold\s(?:one\sof\s)?its\sreporters?\b"
    rf"|\b[Tt]he\s(?:same\s)?{_PAPER}(?:[^.:\n]{{0,150}}\sand(?:\salso)?)?(?={CARRIES})|\b[Ii]t(?={CARRIES})"
)
# Each of these references contains one of these words.
_BACK = (
    *("agency", "channel", "daily", "caster", "magazine", "paper", "reporter", "same", "site", "station", "tabloid"),
    "weekly",
)
_IT = re.compile(r"[Ii]t(?<!\w..)[\s,]")
_PLACE = r"(?:blog|board|forum|group|page|site)"
_IN_THE_GROUP = re.compile(rf"[IiOo](?<!\w.)n\sthe\s(?:same\s)?({_PLACE}),")
_NAMED_GROUP = re.compile(
    rf"\b({_PLACE})\s(?:called\s|named\s|with\sthe\s(?:name|title)\s(?:of\s)?)?"
    rf"(?:([“\"][^“”\"\n]{{2,50}}[”\"])|({TITLE}(?:\sand\s{PART})?))"
)
_STATION = frozenset({"Channel", "FM", "Radio", "TV", "Television"})
_ITS = re.compile(
    r"[Ii](?<!\w.)ts\s(?:[a-z-]+\s){0,2}(?:anchor|author|blogger|columnist|commentator|correspondent|critic|editor|editorial"
    r"|editor-in-chief|presenter|reporter|writer)s?\b"
)
_PAPERS = re.compile(rf"\b[Tt]he\s{_PAPER}\b")
_AT_IT = re.compile(rf"(?:Over\s)?(?:[Aa]t|[Oo]n)\s({TITLE}(?:\sand\s{PART})?),\s[^.\n]+[.!?]\s")
# Where a person is said to speak or write, before the outlet's name: "was a guest of", "in a video on".
_SPEAKS = re.compile(
    r"\b(?:appear(?:ed|ance)|articles?|columns?|essays?|guest|heard|interview(?:ed)?|letters?|live(?:stream)?|messages?|op-ed"
    r"|post(?:ed|s)?|quoted|speech|spoke|statements?|talked|threads?|told|videos?|went|wrote),?\s(?:[^.,;:\n]{0,40}?\s)?"
    r"(?:at|by|for|in|of|on|to|with)\s(?:(?:an?|the|her|his)\s)?(?:[\w’'-]+,?\s){0,3}\Z"
)
_SAME_STATION = re.compile(r"\b(?:appeared|guest|live|spoke|talked|went)\s(?:at|of|on)\s(the\ssame\s[a-z]+)\b")
_SHOW = re.compile(
    r"\bon\s(?:an?|the)\s(?:[\w-]+\s){0,2}(?:podcast|programme|series|show)\s[“\"]([^“”\"\n]{2,50})[”\"]"
)
_AFTER_IN = re.compile(
    r"(?:\A|(?<=[.!?]\s)|(?<=[.!?][”\"’]\s))(?:(Over\sat|(?:Blogging|Reporting|Writing)\s(?:at|for|from|in|on))|(?:Also\s)?(?:at|in)|At|In)"
    r"\s(?:[Tt]he\s)?\Z"
)
_APPOSITION_END = re.compile(r",\s(?:(?:an?|the|its)\s)?(?:[a-z][\w’'-]*\s){0,4}")
_END = re.compile(r"[.!?][”\"’]?\s")
_THERE = re.compile(r"(?:And\s)?[Tt]here,\s")


def scene_of(text: str, name: Name, names: Names, writes: Callable[[], bool]) -> Span | None:
    """Return the paper that opens a sentence before a name ("At the Vela Times, Ada Cole was not sure").

    The person's words in the next sentences appeared there too; `writes` returns whether any of them are written.
    """
    near = names.before(name.title, 1)
    if name.body or name.place or not near or _APPOSITION_END.fullmatch(text, near[-1].end, name.title) is None:
        return None
    paper = near[-1]
    lead = text[line_before(text, paper.title, _NEAR) : paper.title]
    match = None if paper.place or paper.titled or employs(paper) else _AFTER_IN.search(lead)
    if match is None:
        return None
    titled = match[1] is not None or match[0].endswith(" The ")
    known = not is_spot(paper) and (len(paper.words) > 1 or has_blogs(text))
    at = match[0].startswith("At") and known and writes()  # "At Tidal Notes", not "At Easter", "At Heathrow"
    return paper.span if titled or at or is_press(text, paper) else None


def gone_back(text: str, region: Span, names: Names) -> Iterator[tuple[int, Span]]:
    """Yield where a sentence refers back to an outlet, with that outlet: the paper, group or network named last."""
    words = region.of(text)  # checking the words is faster than the search
    may = any(map(words.__contains__, _BACK)) or _IT.search(words) is not None
    same = _AGAIN.search(text, region.start, region.end) if may else None
    it = same is not None and same[0] in {"It", "it"}
    paper = None if same is None else latest(text, same.start(), names, _NEAR if it else _PAST)
    if it and paper is not None and _OPENS.search(text, max(0, paper.start - _NEAR), paper.start) is None:
        paper = None  # "A report seen by the Herald is bleak. It quotes"
    if same is not None and paper is not None and same[0].endswith(" the station") and not _is_station(paper.of(text)):
        paper = None
    if same is not None and paper is not None:
        yield same.start(), paper
    group = _IN_THE_GROUP.search(text, region.start, region.end)
    if group is not None:
        start = max(0, group.start() - _FAR)
        last = [each for each in _NAMED_GROUP.finditer(text, start, group.start()) if each[1] == group[1]][-1:]
        yield from ((group.start(), Span(*each.span(each.lastindex or 0))) for each in last)
    its = _ITS.search(text, region.start, region.end)
    # not "the paper writes in its editorial"
    if its is not None and _PAPERS.search(text, region.start, its.start()) is None:
        title = _AT_IT.search(text, line_before(text, its.start(), _FAR), its.start())
        owner = latest(text, its.start(), names, _NEAR) if title is None else Span(*title.span(1))
        yield from (() if owner is None else ((its.start(), owner),))
    if _THERE.match(text, region.start) is not None:
        near = (n for n in reversed(names.before(region.start, 4)) if n.start > region.start - _NEAR)
        yield from ((region.start, with_group(text, name)) for name in near if name.platform or name.outlet)


def _is_station(name: str) -> bool:
    """Whether a name looks like a station's; "the station" alone may be the police's."""
    return name.isupper() or not _STATION.isdisjoint(name.split())


def _publisher_before(text: str, start: int, name: Name, names: Names) -> Span | None:
    """The paper named right before a person as publisher of their words: "The same paper printed a letter by"."""
    near = names.before(name.title, 1)
    if near and CARRIED.fullmatch(text, near[-1].end, name.title) is not None and is_press(text, near[-1]):
        return near[-1].span
    same = _AGAIN.search(text, start, name.title)
    if same is None or same[0] in {"It", "it"} or CARRIED.fullmatch(text, same.end(), name.title) is None:
        return None
    return latest(text, same.start(), names, _PAST)


def brought_in(text: str, name: Name, names: Names, words: int) -> Span | None:
    """Return where a person speaks or writes, as the sentence that names them says: "Ada Cole was a guest of Radio X".

    Only an outlet said to publish their words is returned where the words at `words` begin in that sentence.
    """
    begin = line_before(text, name.start, _SENTENCE)
    start = max([begin, *(match.end() for match in _END.finditer(text, begin, name.title))])
    stop = _END.search(text, name.end, name.end + _SENTENCE)
    end = min(len(text), name.end + _SENTENCE) if stop is None else stop.start()
    carried = _publisher_before(text, start, name, names)
    if carried is not None or words <= end:
        return carried
    same = _SAME_STATION.search(text, name.end, end)
    if same is not None:
        return latest(text, same.start(), names, _PAST)
    show = _SHOW.search(text, name.end, end)
    if show is not None:
        return Span(*show.span(1))
    for place in names.within(start, end):
        if _SPEAKS.search(text, start, place.title) is not None and (place.platform or is_press(text, place)):
            return with_group(text, place)
    return None
