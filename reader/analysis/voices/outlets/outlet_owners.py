"""Find the outlet that a person writes for: "who blogs at X", "X is run by Ada", "Ada of X"."""

import re
from collections.abc import Callable, Iterator

from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.lists import entries, role_of
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.work_titles import PAIR, PART, TITLE, in_full
from reader.analysis.voices.outlets.press import line_before
from reader.analysis.words.grammar import TIME
from reader.model import Span

_SHORT = 40  # maximum characters of a title before its writer
_BEFORE = 120  # characters searched before a name
_NOUN = r"(?:blog|magazine|newsletter|newspaper|news\ssite|podcast|portal|site|website|weekly)"
_GROUP = re.compile(
    rf"\s(?:channel|community|forum|group|page)\s(?:called\s)?(?:[“\"][^“”\"\n]{{2,50}}[”\"]|{TITLE}(?:\sand\s{PART})?)"
)
_NOTE = r"(?:\s\[\w+(?:,\s\w+)*\])*"
_WHO = (
    r"(?:,\s(?:an?\s|[a-z])[^.,;:\n]{2,50})?,?\s(?:an?\s(?:[\w-]+\s){1,4})?"
    r"who\s(?:[^.,;:\n]{1,80}?\sand\s)?(?:also\s|now\s)?"
)
_APPOSED = r",\s(?:an?|the|who)\s(?:[^.;:\n]|\b(?:Dr|Mrs?|St)\.){2,60},\s"
_WHO_WRITES = re.compile(
    rf"{_NOTE}(?:\s\([^)\n]{{1,60}})?(?:{_WHO}|{_APPOSED}|,?\s)(?:has\s)?"
    rf"(?:blogging|blogs|blogged|posting|posts|reporting|tweets|vlogs|writes|writing|written)"
    rf"(?:\sabout(?:\s[a-z][\w’'-]*){{1,6}}?\s(?:at|for)|(?:\s(?:from|in)\s[A-Z][\w-]+)?\s(?:at|for|in|on))"
    rf"\s(?:[Tt]he\s)?(?:[a-z-]+\s)?({TITLE}|(?<=at\s)[\w.-]+\w)"
)
_WHO_KEEPS = re.compile(
    rf"{_NOTE}(?:(?:{_WHO}|{_APPOSED}|\s)(?:edits|hosts|keeps|maintains|runs|writes)\s(?:an?|the|her|his|their)\s|,\swhose\s|,\s(?:the\s)?(?:author|creator|host|writer)\s(?:of|behind)\s(?:an?|the)\s)"
    rf"(?:[\w-]+\s){{0,3}}?{_NOUN}\s(?:called\s|is\scalled\s|named\s)?({TITLE})"
)
# A language in brackets after a title shows that it is a page's: "the author of Sal y Mar [es]".
_WRITES_NOTED = re.compile(
    rf"\.?{_NOTE}(?:{_WHO}writes\s|,\s(?:the\s)?author\s(?:of|behind)\s)([A-Z][^\n,.;:()\[\]]{{2,50}})(?=\s\[[a-zA-Z]{{2,3}}[\],])"
)
_WRITES_TITLE = re.compile(rf"{_NOTE}{_WHO}(?:edits|writes)\s(?=[\w’'-]+\s)({TITLE})(?=,|\)|\sfrom\s)")
_OF_THE = re.compile(rf"{_NOTE},?\s(?:at|behind|from|of)\s(?:the\s)(?:[\w-]+\s){{0,3}}?{_NOUN}\s({TITLE})")
# How all of these begin: one check is faster than four failed searches.
_MAY_BE_SAID = re.compile(
    rf"\.?{_NOTE}(?:\s\(|,\s[a-z]|\s(?:an?|at|behind|blogged|blogs|from|has|of|posts|reporting|tweets|vlogs|who|writes|writing|written)\s)"
)
_BOND = re.compile(rf"{_NOTE},?\s(?:over\s)?(at|from|of)\s(?:[Tt]he\s)?")
_POSTS_AT = re.compile(
    r"[^.\nA-Z]{0,80}?\s(?:in|with)\s(?:an?|her|his)\s(?:[\w-]+\s){0,2}(?:article|column|entry|essay|piece|post)"
    rf"\s(?:at|for|in|on)\s(?:the\s)?({TITLE}(?:\sand\s{PART})?)"
)
_ON_HER = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|[Oo]n)\s(?:her|his|their)\s(?:(?:[a-z-]+\s){{0,2}}?{_NOUN}\s)?({TITLE}){_NOTE},\s(?:[a-z-]+\s){{0,3}}\Z"
)
_SAID = (_OF_THE, _WHO_WRITES, _WHO_KEEPS, _WRITES_NOTED, _WRITES_TITLE)
# Signs that a text mentions people's own outlets.
_OWN = ("blog", "site", "newsletter", "podcast", "portal")
_HERS = ("her ", "his ", "their ")
_WRITERS = frozenset({"author", "blogger", "columnist", "editor", "writer"})


def writes_at(text: str, name: Name, names: Names) -> Span | None:
    """Return the blog or paper for which a person is said to write, next to one mention of the name; else None."""
    if name.owner:
        return None
    said = (*_SAID, _POSTS_AT) if _MAY_BE_SAID.match(text, name.end) else (_POSTS_AT,)
    match = next(filter(None, (pattern.match(text, name.end) for pattern in said)), None)
    if match is None:
        near = names.before(name.title, 1)
        if near and near[-1].platform and text[near[-1].end : name.start] in {" blogger ", " user "}:
            return near[-1].span
        start = line_before(text, name.title, _BEFORE)
        words = text[start : name.title]
        hers = "," in words and any(map(words.__contains__, _HERS))
        match = _ON_HER.search(text, start, name.title) if hers else None
    if match is None:
        return None
    where = Span(*match.span(1))
    return where if match.re is _OF_THE else _outlet_span(text, where, names)


def own_blogs(text: str, names: Names) -> Iterator[tuple[Name, Name]]:
    """Yield the people who are the only writers of a named blog, each with its name; its words are the writer's.

    A paper ("who writes for the Vela Times") and a network ("who blogs on LiveJournal") are no such blogs.
    """
    if not any(map(text.__contains__, _OWN)):
        return
    for name in names.all:
        if name.body or name.place:
            continue
        kept = writes_at(text, name, names)
        blog = None if kept is None else names.at(kept.start)
        if blog is not None and not (blog.outlet or blog.platform or blog.span.overlaps(name.span)):
            yield name, blog


def of_blog(text: str, name: Name, names: Names, writes: Callable[[], bool]) -> Span | None:
    """Return the blog that follows "of" after a blogger or writer: "Ada Cole of Tidal Notes"; else None.

    `writes` returns whether they are quoted with a verb of writing.
    """
    bond = _BOND.match(text, name.end)
    there = None if bond is None else names.at(bond.end())
    if bond is None or there is None or there.place or there.titled or there.owner or there.platform:
        return None
    based = any(word.endswith("-based") for word in text[there.title : there.end + _SHORT].split()[:3])
    if there.words[0] in entries("first_names") or employs(there) or based:
        return None
    whole = there.span if there.outlet else in_full(text, there.span)
    plain = whole == there.span and len(there.words) == 1
    before = text[name.title : name.start].split() or text[max(0, name.start - _BEFORE) : name.start].split()[-1:]
    is_writer = any(word.lower() in _WRITERS for word in before)
    if (plain and bond[1] != "at") or not (is_writer or there.outlet or writes()):
        return None
    return whole


def with_group(text: str, name: Name) -> Span:
    """Return a platform's name with the group named on it ("Facebook group Vela Market"); any other name alone."""
    group = _GROUP.match(text, name.end) if name.platform else None
    return name.span if group is None else Span(name.start, group.end())


def _outlet_span(text: str, span: Span, names: Names) -> Span | None:
    """A span that names an outlet; None for a place, a person, a body with employees, or the use of a platform."""
    words = span.of(text).split()
    if len(words) == 1 and words[0].lower() in TIME:
        return None  # "writing on Monday"
    found = names.at(span.start)
    if found is not None and (found.outlet or found.platform):
        return found.span
    if found is not None and (found.place or found.title < found.start or found.words[-1] in entries("organisations")):
        return None
    return None if words[0] in entries("first_names") or role_of(words[-1]) is not None else _joined_title(text, span)


def _joined_title(text: str, span: Span) -> Span:
    """A title with the word that "and" joins to its first word: "Mud and Honey"."""
    pair = PAIR.match(text, span.start)
    return span if pair is None or pair[1] in entries("first_names") else Span(*pair.span())
