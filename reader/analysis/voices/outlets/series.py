"""Where a series of posts appeared, said once before them all: "Netizens reacted on Facebook", "Under this post"."""

import re
from bisect import bisect_left, bisect_right

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices.names.lists import entries
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.outlets.kept import with_group
from reader.model import Article, Span

_PEOPLE = (
    r"(?:bloggers|citizens|comment(?:er|ator)?s|discussions?|fans|internet users|listeners|many|members|netizens|others"
    r"|people|posts|reactions|readers|replies|responses|residents|several|students|threads?|tweeps|users|viewers|voices)"
)
_SETS = re.compile(
    rf"\b{_PEOPLE}\b[^.\n]{{0,140}}?\b(?:at|from|in|on|over|to|under|via)\s(?:its\s|the\s|their\s)?(?:[\w-]+\s){{0,2}}\Z",
    re.IGNORECASE,
)
_ON_IT = re.compile(r"(?:\A|[.!?]\s)(?:Also |Meanwhile, |Over )?(?:[Aa]t|[Ii]n|[Oo]n)\s(?:the\s)?(?:[\w-]+\s){0,2}\Z")
_WHERE = re.compile(rf"[^.\n]{{0,100}}?\b{_PEOPLE}\b", re.IGNORECASE)
_PASSED_ON = re.compile(
    r"\b(?:copied|posted|shared|spread|uploaded)\s(?:it|that|them|this)\s(?:at|in|on|over|to|via)\s\Z"
)
_KIND = re.compile(r"\s(?:blog|forum|group|page|site|wall|website)\b")
# What is written under somebody's post appears where that does.
_UNDER = re.compile(
    r"\bcomments?\s(?:box|section|thread)\b"
    r"|\b(?:answers|comments?|replies|responses)\s(?:below|on|to|under|underneath)\s(?:h(?:er|is)\s|it\b|th(?:at|e|is)\s)"
    r"|\b(?:h(?:er|is)|th(?:at|e|eir|is))\s(?:blog\s)?(?:entry|photo|post)\s(?:has\s)?(?:attracted|drew|got|received)\b"
    r"|\b(?:got|received)\s(?!no\s)(?:[\w,]+\s){1,2}(?:answers|comments|replies)\b"
    r"|\b(?:[Bb]elow|[Uu]nder)\s(?:h(?:er|is)|th(?:at|e|e\ssame|eir|is))\s(?:blog\s)?(?:entry|photo|post)\b"
    r"|\b(?:commented|commenting)\son\s(?:[\w’']+\s)?(?:entry|photo|post)\b"
    r"|\b(?:an?|another|one)\scommenter\b"
    r"|\b(?:anonymous|another|one)\s(?:reader|visitor)\b(?:\s\w+){0,3}\s(?:comments?|replied|responded)\b",
    re.IGNORECASE,
)
# One of these stands in all of that: a look for them is quicker than the search.
_OF_COMMENTS = ("comment", "post", "photo", "entry", "replie", "answers", "respon")
_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s")
_SHORT = 40  # characters of a lead-in between two comments: "Khalil:"
_TAIL = 300  # characters of a paragraph's end in which it may speak of comments
_BEFORE = 200  # characters before a name that set a scene
_BEHIND = 1  # sentences behind the one that sets it


def series(article: Article, attributions: tuple[Attribution, ...], names: Names) -> dict[int, Span | int]:
    """The outlet of each attribution that belongs to such a series, by its index; of a comment the post's index.

    It lasts while there are only quoted paragraphs and lead-ins that end in a colon, and ends where a blog or another
    outlet is named. Linear in the text.
    """
    found: dict[int, Span | int] = {}
    spans = sorted((s.start, s.end, index) for index, a in enumerate(attributions) for s in a.spans)
    starts = [start for start, _, _ in spans]
    current: Span | int | None = None
    post: int | None = None
    unread: list[Span] = []  # the author's own paragraphs since the last quotation
    for block in article.visible:
        span = block.span
        inside = spans[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]
        outer = [(start, end, index) for start, end, index in inside if attributions[index].parent is None]
        said = sum([min(end, span.end) - start for start, end, _ in outer])
        if 2 * said <= len(span):
            if not _announces(article.text, span):
                unread.clear()  # what holds behind it does not hang on what held before
            unread.append(span)
        for start, _, index in outer:
            for paragraph in unread:
                current = _behind(article.text, paragraph, names, current, post)
            unread.clear()
            if isinstance(current, int):
                found.setdefault(index, current)
                continue
            post = index
            if current is not None and current.end <= start:
                found.setdefault(index, current)
    return found


def _announces(text: str, block: Span) -> bool:
    """Whether a paragraph ends in a colon."""
    return block.of(text).rstrip().endswith(":")


def _behind(text: str, block: Span, names: Names, current: Span | int | None, post: int | None) -> Span | int | None:
    """What holds after a paragraph of the author's: the post before it that it speaks of, or the outlet."""
    if post is not None:
        start = max(block.start, block.end - _TAIL)
        tail = text[start : block.end].lower()
        if any(map(tail.__contains__, _OF_COMMENTS)) and _UNDER.search(text, start, block.end):
            return post
    return _scene(text, block, names, None if isinstance(current, int) and len(block) > _SHORT else current)


def _scene(text: str, block: Span, names: Names, current: Span | int | None) -> Span | int | None:
    """The outlet that holds after a paragraph of the author's: the one that it sets, or the one before it."""
    head = block.of(text).strip().removeprefix("On ").removesuffix(":") if len(block) < _SHORT else ""
    if head in entries("platforms"):
        at = text.index(head, block.start)
        return Span(at, at + len(head))  # a line "Facebook:" above posts
    near = [name for name in names.within(block.start, block.end) if not (name.place or name.titled)]
    for name in reversed(near):
        if _sets(text, block, name):
            ends = len(_SENTENCE_END.findall(text[name.end : block.end].rstrip() + " "))
            place = with_group(text, name)
            return place if ends <= _BEHIND or _announces(text, block) else None
    if current is None or not _announces(text, block) or "blog" in block.of(text):
        return None
    return None if any(_is_known(text, name) for name in near) else current


def _is_known(text: str, name: Name) -> bool:
    """Whether a name is that of a place to write in, by the lists or by the noun behind it."""
    return name.platform or name.outlet or _KIND.match(text, name.end) is not None


def _sets(text: str, block: Span, name: Name) -> bool:
    """Whether a paragraph says that people speak in an outlet: "Netizens reacted on X", "On X, where readers …"."""
    kind = _KIND.match(text, name.end)
    behind = name.end if kind is None else kind.end()
    known = kind is not None or name.platform or name.outlet
    if not known and not text.startswith(", where ", behind):
        return False
    lead = text[max(block.start, name.title - _BEFORE) : name.title]
    if known and _SETS.search(lead) is not None and _PASSED_ON.search(lead) is None:
        return True
    there = _WHERE.match(text, behind) is not None and _ON_IT.search(lead) is not None
    return there and name.words[0] not in entries("first_names")
