"""Resolve references to an outlet named before: "told the paper", "in the same article"."""

import re

from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.outlets.outlet_owners import with_group
from reader.analysis.voices.outlets.press import CARRIED, CARRIES, is_press, latest, line_before
from reader.model import Span

_PAST = 3000  # maximum characters from a paper to "the same newspaper"
_SENTENCE = 260  # characters of a sentence on either side of a name
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
    rf"|\b[Tt]he\s(?:same\s)?{_PAPER}(?:[^.:\n]{{0,150}}\sand(?:\salso)?)?(?={CARRIES})"
)
# Each of these references contains one of these words.
_BACK = (
    *("agency", "channel", "daily", "caster", "magazine", "paper", "reporter", "same", "site", "station", "tabloid"),
    "weekly",
)
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
_END = re.compile(r"[.!?][”\"’]?\s")


def gone_back(text: str, region: Span, names: Names) -> tuple[int, Span] | None:
    """Return where a sentence refers back to an outlet, with that outlet: the paper or station named last."""
    words = region.of(text)  # checking the words is faster than the search
    same = _AGAIN.search(text, region.start, region.end) if any(map(words.__contains__, _BACK)) else None
    paper = None if same is None else latest(text, same.start(), names, _PAST)
    return None if same is None or paper is None else (same.start(), paper)


def _publisher_before(text: str, start: int, name: Name, names: Names) -> Span | None:
    """The paper named right before a person as publisher of their words: "The same paper printed a letter by"."""
    near = names.before(name.title, 1)
    if near and CARRIED.fullmatch(text, near[-1].end, name.title) is not None and is_press(text, near[-1]):
        return near[-1].span
    same = _AGAIN.search(text, start, name.title)
    if same is None or CARRIED.fullmatch(text, same.end(), name.title) is None:
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
