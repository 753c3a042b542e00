"""Where quoted words appeared: the newspaper, blog or network that the text names for them."""

import re

from reader.analysis.attributions import Attribution
from reader.analysis.voices.lists import entries
from reader.analysis.voices.mentions import Form, Mention, is_outlet
from reader.analysis.voices.names import Name, Names
from reader.model import Span

_WORKS = r"(?:blogs?|op-eds?|columns?|articles?|website|site|web page|page|posts?|newspaper|daily|magazine|essay|editorial|portal|forum|account|wall|newsletter|paper|journal|report|story|piece)"
_BEFORE = re.compile(
    r"(?:\b(?:in|for|on|at|via)\s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?(?:[\w-]+\s+){0,2}|"
    rf"\b{_WORKS}\s+(?:(?:of|at|on|for|in|called|named|titled|entitled)\s+)?(?:the\s+)?|,\s+from\s+(?:the\s+)?)\Z",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"\s+(?:users?|pages?|groups?|accounts?|posts?|wall)\b", re.IGNORECASE)
_READER = re.compile(r"\s+(?:readers?|commenters?|listeners?|viewers?|users?)\b", re.IGNORECASE)
_AT_START = re.compile(r"(?:\A|,\s)(?:over\s+)?at\s+(?:the\s+)?\Z", re.IGNORECASE)
_SMALL_BLOG = re.compile(r"\b(?:on|at|in|from|for)\s+(?:the\s+)?((?!his|her|their|its|my|our|own|new|the)[\w.-]+ blog)\b")
_FROM = re.compile(r",?\s+(?:from|at)\s+(?:the\s+)?(?:[\w-]*blog\s+)?", re.IGNORECASE)
_PLAIN = re.compile(r"\b(?:in|for|on|at|via)\s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?\Z", re.IGNORECASE)
_WORK_AFTER = re.compile(rf"(?:['’]s)?\s+(?:\w+\s+)?{_WORKS}\b", re.IGNORECASE)
_WORK_BEFORE = re.compile(
    rf"\b{_WORKS}\s+(?:(?:of|at|on|for|in|to|called|named)\s+(?:the\s+)?(?:\w+\s+)?)?\Z", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:told|tells|telling|asked|of|to|with|by|than)\s+(?:the\s+)?\Z", re.IGNORECASE)
_TWEET = re.compile(r"\b(?:re)?tweet(?:s|ed|ing)?\b|\btweeps?\b|\bTwitter\b", re.IGNORECASE)
_HANDLE_LEAD = re.compile(r"[^\w\n]{0,6}@\w+(?:\s*:|\s+@?\w)")
_BLOGGER_AT = re.compile(r"\b(?:bloggers?|blogging|writing|writes|user|reader)\s+(?:for|at|from|on|of)\s+(?:the\s+)?\Z", re.I)


def appeared(
    text: str, attribution: Attribution, mention: Mention | None, names: Names, *, tweets: bool
) -> Span | str | None:
    """Where the words of one attribution appeared, as the text has it; `tweets`: whether it speaks of tweets at all.

    "Twitter" is given for what is said to be tweeted or carries a user name ("@ines: …") even where the word itself
    is not beside it. None where nothing is said.
    """
    if attribution.outlet is not None:
        return attribution.outlet
    if mention is not None and mention.outlet is not None:
        return mention.outlet
    region = _region(text, attribution)
    if region is None:
        return "Twitter" if tweets and _starts_with_handle(text, attribution) else None
    found = _named(text, attribution, mention, names, region)
    if found is not None:
        return found
    cue = attribution.cue.of(text) if attribution.cue is not None else ""
    if _TWEET.search(cue):
        return "Twitter"
    if attribution.parent is None and tweets:
        if (mention is not None and mention.form is Form.HANDLE):
            return "Twitter"
        if _starts_with_handle(text, attribution):
            return "Twitter"
    return None


def _starts_with_handle(text: str, attribution: Attribution) -> bool:
    start = attribution.spans[0].start
    return _HANDLE_LEAD.match(text, start) is not None or _HANDLE_LEAD.match(text, text.rfind("\n", 0, start) + 1) is not None


def _region(text: str, attribution: Attribution) -> Span | None:
    """The sentence around mention and cue, roughly: up to stops and line ends, 260 characters each way at most."""
    marks = [span for span in (attribution.mention, attribution.cue) if span is not None]
    if not marks:
        return None
    left, right = min(span.start for span in marks), max(span.end for span in marks)
    if right - left > 600:  # noqa: PLR2004 - a cue that far off is another sentence's
        right = marks[0].end
    start = max(text.rfind("\n", 0, left) + 1, left - 260)
    for match in re.compile(r"[.!?][”\"’]?\s+(?=[\"“]?[A-Z])").finditer(text, start, left + 1):
        if not re.search(r"\b(?:Mr|Ms|Mrs|Dr|St|[A-Z])\.\s*\Z", text[match.start() - 4 : match.end()]):
            start = match.end()
    stop = text.find("\n", right)
    stop = min(len(text) if stop < 0 else stop, right + 260)
    point = re.compile(r"[.!?](?=\s|\Z)").search(text, right, stop)
    return Span(min(start, left), max(right, point.start() if point else stop))


def _named(
    text: str, attribution: Attribution, mention: Mention | None, names: Names, region: Span
) -> Span | None:
    """The publication or platform named in the sentence of mention and cue, outside the quotation."""
    platform = None
    for name in names.within(region.start, region.end):
        if any(span.covers(name.start) for span in attribution.spans):
            continue
        lead = text[max(region.start, name.title - 60) : name.title]
        inside = mention is not None and mention.span.contains(name.span)
        if mention is not None and any(name.span.overlaps(own.span) for own in mention.names):
            continue
        whole = " ".join(name.words)
        if inside:
            if whole in entries("platforms") and (
                _ACCOUNT.match(text, name.end) or (not mention.names and _PLAIN.search(lead))
            ):
                return name.span
            if _READER.match(text, name.end):
                return name.span
            if not name.place and (_BLOGGER_AT.search(lead) or _of_outlet(text, name, mention)):
                return name.span
            continue
        if whole in entries("platforms"):
            if not _TOLD.search(lead) and platform is None:
                platform = name.span
            continue
        if name.place or _TOLD.search(lead) and not _WORK_BEFORE.search(lead):
            continue
        if (
            mention is not None
            and text[name.end : name.end + 2] == ", "
            and 0 <= mention.span.start - name.end - 2 <= 4  # noqa: PLR2004 - "the "
            and _AT_START.search(text[region.start : name.title])
            and not name.place
        ):
            return name.span
        if is_outlet(name) and _PLAIN.search(lead):
            return name.span
        if _WORK_AFTER.match(text, name.end) and _PLAIN.search(lead) and not name.titled:
            return name.span
        if _WORK_BEFORE.search(lead) and not _person(name):
            return name.span
    small = _SMALL_BLOG.search(text, region.start, region.end)
    if platform is None and small is not None and not any(s.covers(small.start()) for s in attribution.spans):
        return Span(*small.span(1))
    return platform


def _of_outlet(text: str, name: Name, mention: Mention | None) -> bool:
    """Whether a mention is a person with nothing but the outlet: "Ada Cole from the Herald", "Bela, of the blog X"."""
    if mention is None or len(mention.names) != 1 or name.start < mention.names[0].end:
        return False
    between = text[mention.names[0].end : name.title]
    return (
        _FROM.fullmatch(between) is not None
        and name.words[-1] not in entries("organisations")
        and not name.titled
        and not name.place
    )


def _person(name: Name) -> bool:
    return name.titled or (not name.body and name.words[0] in entries("first_names"))
