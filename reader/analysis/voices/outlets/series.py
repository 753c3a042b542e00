"""Find the outlet of a series of posts, named once before them: "Netizens reacted on Facebook"."""

import re
from bisect import bisect_left, bisect_right

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices.names.lists import entries, pattern
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.work_titles import in_full
from reader.analysis.voices.outlets.outlet_owners import with_group
from reader.analysis.voices.outlets.press import is_called, is_press, line_before
from reader.model import Article, QuotationKind, Span

_PEOPLE = (
    r"(?:bloggers|citizens|comment(?:er|ator)?s|conversations?|debates?|discussions?|fans|internet users|listeners|many"
    r"|members|messages|netizens|others|people|posts|reactions|readers|replies|responses|residents|several|students|threads?|tweeps"
    r"|users|viewers|voices)"
)
_NOTE = r"(?:\s\[\w+(?:,\s\w+)*\])*"
_KINDS = r"(?:blog|board|channel|forum|group|page|server|site|wall|website)"
_SETS = re.compile(
    rf"\b{_PEOPLE}\b[^.\n]{{0,140}}?\b(?:at|from|in|on|over|to|under|via)\s(?:an?\s|its\s|the\s|their\s)?(?:[\w-]+\s){{0,2}}\Z",
    re.IGNORECASE,
)
_ON_IT = re.compile(
    r"(?:\A|[.!?]\s)(?:Also |Meanwhile, |Over )?(?:[Aa]t|[Ii]n|[Oo]n)\s"
    r"(?:the\s)?(?:[\w-]+\s){0,2}(?:[\w-]+['’]s\s)?\Z"
)
_WHERE = re.compile(rf"[^.\n]{{0,100}}?\b{_PEOPLE}\b", re.IGNORECASE)
_KIND = re.compile(rf"{_NOTE}\s{_KINDS}\b")
_KIND_AHEAD = re.compile(rf"\b{_KINDS}\s(?:called\s)?[“\"]?\Z")
_MARKED = re.compile(rf"[”\"]?{_NOTE}")
# Comments on a post appear where the post does.
_UNDER = re.compile(pattern("comments"), re.IGNORECASE)
_COMMENTED = re.compile(r"(?:comment(?:ed|s)|(?:answer(?:ed|s)|repli(?:ed|es))(?:\sh(?:er|im))?):")
# Each match contains one of these words; checking for them is faster than the search.
_OF_COMMENTS = (
    *("answers", "attracted", "below", "comment", "drawn", "drew", "got", "neath it", "received", "replie", "reply"),
    *("respon", "under"),
)
_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s")
_SHORT = 40  # maximum characters of a lead-in between two comments: "Khalil:"
_TAIL = 300  # characters at a paragraph's end searched for comments
_NEAR = 80  # maximum characters from a post to the cue of its comment
_LONGEST_KIND = 24  # maximum characters of a noun before a name
_BEFORE = 200  # characters before a name searched for words that begin a series
_BEHIND = 1  # maximum sentences after the one that begins a series


def series(article: Article, attributions: tuple[Attribution, ...], names: Names) -> dict[int, Span | int]:
    """Return the outlet of each attribution in such a series, by index; for a comment, the index of its post.

    The series continues while there are only quoted paragraphs and lead-ins that end in a colon, and ends where a blog
    or another outlet is named. Linear in the text.
    """
    found: dict[int, Span | int] = {}
    spans = sorted((s.start, s.end, index) for index, a in enumerate(attributions) for s in a.spans)
    starts = [start for start, _, _ in spans]
    current: Span | int | None = None
    post: int | None = None
    begun: set[int] = set()  # starts of paragraphs that were read only up to the first words quoted in them
    last = 0  # where the latest attribution ends
    unread: list[Span] = []  # the author's own paragraphs since the last quotation
    for block in article.visible:
        span = block.span
        inside = spans[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]
        outer = [(start, end, index) for start, end, index in inside if attributions[index].parent is None]
        said = sum([min(end, span.end) - start for start, end, _ in outer])
        if 2 * said <= len(span):
            if not _ends_in_colon(article.text, span):
                unread.clear()  # the state after this paragraph does not depend on the ones before
            unread.append(span)
        quoted = any(attributions[index].kind is QuotationKind.BLOCK for _, _, index in outer)
        before = None if quoted else post
        for start, _, index in outer:
            end = attributions[index].spans[0].end
            for paragraph in _paragraphs_to_read(unread, begun, attributions[index].spans[0]):
                current = _state_after(article.text, paragraph, names, current, post)
            begun.update(paragraph.start for paragraph in unread if paragraph.start < end)
            unread = [paragraph for paragraph in unread if end < paragraph.end]
            if before is not None and _mentions_comment(article.text, attributions[index]):
                found.setdefault(index, before)
                continue
            if post is not None and _is_comment(article.text, attributions, (post, index), last, names):
                current = post
            last = attributions[index].spans[-1].end
            if isinstance(current, int):
                found.setdefault(index, current)
                continue
            post = index
            if current is not None and current.end <= start:
                found.setdefault(index, current)
    return found


def _paragraphs_to_read(unread: list[Span], begun: set[int], said: Span) -> list[Span]:
    """The author's paragraphs to read before these words: whole, or once up to the words inside the paragraph."""
    return [
        paragraph if said.end >= paragraph.end else Span(paragraph.start, max(paragraph.start, said.start))
        for paragraph in unread
        if said.end >= paragraph.end or (paragraph.start < said.end and paragraph.start not in begun)
    ]


def _mentions_comment(text: str, attribution: Attribution) -> bool:
    """Whether the sentence of a cue mentions a comment: "Ada Cole, commenting below, writes that …"."""
    cue = attribution.cue
    if cue is None:
        return False
    start = line_before(text, cue.start, _BEFORE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, cue.start)]
    return _mentions_comments(text, max([start, *ends]), cue.end)


def _mentions_comments(text: str, start: int, end: int) -> bool:
    """Whether a part of a text mentions comments under a post."""
    words = text[start:end].lower()
    return any(map(words.__contains__, _OF_COMMENTS)) and _UNDER.search(text, start, end) is not None


def _is_comment(
    text: str, attributions: tuple[Attribution, ...], pair: tuple[int, int], last: int, names: Names
) -> bool:
    """Whether the second attribution of a pair says that it is a comment, right after the words that end at `last`.

    That is "Ada Cole commented:"; words in a paper have no such comments.
    """
    post, other = (attributions[index] for index in pair)
    cue = other.cue
    if cue is None or not 0 <= cue.start - last <= _NEAR:
        return False
    if _COMMENTED.match(text, cue.start) is None:
        return False
    first = post.spans[0].start
    lead = text.rfind("\n", 0, max(0, first - 2)) + 1
    return not any(is_press(text, name) and not is_called(text, name) for name in names.within(lead, first))


def _ends_in_colon(text: str, block: Span) -> bool:
    """Whether a paragraph ends in a colon."""
    return block.of(text).rstrip().endswith(":")


def _state_after(
    text: str, block: Span, names: Names, current: Span | int | None, post: int | None
) -> Span | int | None:
    """The state after an author's paragraph: the post whose comments it mentions, or the outlet."""
    if post is not None and _mentions_comments(text, max(block.start, block.end - _TAIL), block.end):
        return post
    return _outlet_after(text, block, names, None if isinstance(current, int) and len(block) > _SHORT else current)


def _outlet_after(text: str, block: Span, names: Names, current: Span | int | None) -> Span | int | None:
    """The outlet after an author's paragraph: the one that it names for a series, or the one before it."""
    near = [name for name in names.within(block.start, block.end) if not (name.place or name.titled)]
    where = text.rfind(", where ", block.start, block.end)
    for name in reversed(near):
        if _begins_series(text, block, name, where):
            ends = len(_SENTENCE_END.findall(text[name.end : block.end].rstrip() + " "))
            return _in_full(text, name, near) if ends <= _BEHIND or _ends_in_colon(text, block) else None
    words = block.of(text)
    if current is None or not _ends_in_colon(text, block) or "blog" in words.lower() or _SENTENCE_END.search(words):
        return None
    return None if any(_is_known(text, name) for name in near) else current


def _in_full(text: str, name: Name, near: list[Name]) -> Span:
    """The whole of a title that only its noun marks, or a platform with its group."""
    whole = next((with_group(text, other) for other in near if other.platform and other.start < name.start), None)
    if whole is not None and whole.end >= name.end:
        return whole
    return with_group(text, name) if name.platform or name.outlet else in_full(text, name.span)


def _is_known(text: str, name: Name) -> bool:
    """Whether a name is a place to write in, by the lists or by the noun next to it."""
    near = _KIND.match(text, name.end) or _KIND_AHEAD.search(text, max(0, name.title - _LONGEST_KIND), name.title)
    return name.platform or name.outlet or near is not None


def _begins_series(text: str, block: Span, name: Name, where: int) -> bool:
    """Whether a paragraph says that people write in an outlet: "Netizens reacted on X", "On X, where readers …".

    `where` is the offset of the paragraph's last ", where ", -1 without one.
    """
    kind = _KIND.match(text, name.end)
    ahead = _KIND_AHEAD.search(text, max(block.start, name.title - _LONGEST_KIND), name.title)
    known = kind is not None or ahead is not None or name.platform or name.outlet
    if not known and where < name.end:
        return False
    behind = in_full(text, name.span).end if kind is None else kind.end()
    note = _MARKED.match(text, behind)
    behind = behind if note is None else note.end()
    if not known and not text.startswith(", where ", behind):
        return False
    lead = text[max(block.start, name.title - _BEFORE) : name.title if ahead is None else ahead.start()]
    if known and _SETS.search(lead) is not None:
        return True
    return (
        _WHERE.match(text, behind) is not None
        and _ON_IT.search(lead) is not None
        and name.words[0] not in entries("first_names")
    )
