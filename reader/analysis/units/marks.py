"""Stretches in quotation marks: every kind of mark, nested, never closed, or reopened at each paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.units.singles import LEADING_IN, LED_IN, SINGLE, roles
from reader.model import Span

# A search for one set of characters is the fast one, so what a mark begins with is told by looking back at it.
_MARK = re.compile(
    r"[“”„‟⹂«»‹›\"＂″〝〞〟❝❞「」『』‘’‚‛❛❜'`´,](?:(?<=')''(?!')|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=`)`|(?<=´)´|(?<=,),|(?<!,))"
)
_DOUBLED = frozenset({"``", "‘‘", ",,", "''"})
_OPEN = frozenset("“„‟⹂«「『‹〝❝") | (_DOUBLED - {"''"})
_CLOSE = {
    "“": ("”", '"', "’’", "''", "″"),
    "”": ("”", '"'),
    "„": ("“", "”", "‟", '"'),
    "⹂": ("“", "”", "‟"),
    ",,": ("“", "”", "''", "’’"),
    "‟": ("”", "“", "„", '"'),
    "❝": ("❞", "”"),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "›": ("‹", "›"),
    "″": ("″", '"', "”"),
    "〝": ("〞", "〟", "”"),
    "「": ("」",),
    "『": ("』",),
    "``": ("''", "”", "’’", "´´", '"'),
    "‘‘": ("’’", "”", "''"),
    "''": ("''",),
    '"': ('"', "＂", "”", "''"),
    "＂": ("＂", '"'),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "‛": ("’", "'"),
    "❛": ("❜", "’"),
    "`": ("'", "’", "´"),
    "´": ("´",),
    "'": ("'", "’"),
}
_STOP = re.compile(r"[.!?…]\s")
STOPS = frozenset(",.!?…")  # what stands inside the closing mark of speech, also of words left unfinished
_LOST = 20  # characters from the beginning of a paragraph to the end of words whose opening mark is lost
_DEEPEST = 3


@dataclass(slots=True)  # not frozen: so many are made that it tells in the time
class Marked:
    """A stretch in marks, marks included.

    `level` is 0 for an outer one; `closed` is False where it runs to the end of its paragraph without a closing mark;
    `single` tells single marks from double ones.
    """

    span: Span
    level: int
    closed: bool = True
    single: bool = False
    within: Span | None = None

    def inner(self, text: str) -> Span:
        """The words without the marks; told when first asked for."""
        if self.within is None:
            start, end = self.span.start, self.span.end
            doubled = text[start : start + 2] in _DOUBLED
            start += 2 if doubled else int(not text[start].isalnum())  # a lost opening mark has no width
            if self.closed:
                end -= 2 if text[end - 2 : end] in {"''", "’’", "´´"} else 1
            self.within = Span(start, max(start, end))
        return self.within


@dataclass(slots=True)
class _Open:
    """A mark that waits for its closing one."""

    start: int
    mark: str


def marked(text: str, paragraph: Span, *, single: bool = False) -> tuple[Marked, ...]:
    """Every marked stretch of the paragraph, outer before inner, in text order.

    An apostrophe is no mark. A double mark that is never closed runs to the end of the paragraph; a single one is
    dropped, but where `single` marks are those of speech. A mark deeper than three levels is read as text. Linear in
    the paragraph.
    """
    stack: list[_Open] = []
    found: list[Marked] = []
    signs = list(_signs(text, paragraph))
    singles = roles(text, paragraph, [sign for sign in signs if sign[0] in SINGLE], speech=single) if signs else {}
    for mark, start in signs:
        if mark not in SINGLE:
            _double(text, paragraph, stack, found, _Open(start, mark))
        elif start in singles:
            _single(stack, found, _Open(start, mark), opens=singles[start])
    for level, opened in enumerate(stack):
        if (
            (single or opened.mark not in SINGLE)
            and _lasts(text, opened, paragraph)
            and paragraph.end - opened.start > 1
        ):
            end = _forgotten(text, found, opened, paragraph)
            found.append(Marked(Span(opened.start, end), level, closed=False, single=opened.mark in SINGLE))
            break
    return tuple(_relevelled(found))


def _double(text: str, paragraph: Span, stack: list[_Open], found: list[Marked], here: _Open) -> None:
    """Treats a double mark: an opening one waits, a closing one makes a stretch."""
    mark, start = here.mark, here.start
    end = start + len(mark)
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    closes = _closing(stack, mark)
    if mark == "″" and closes is not None and stack[closes].mark != mark and not _prime_closes(text, end, paragraph):
        closes = None
    if mark == "“" and stack and stack[-1].mark == "“" and not before.isspace() and not after.isalnum():
        closes = len(stack) - 1
    reversed_ = mark == "”" and closes is None and before.isspace() and after.isalnum()  # ”as Swedes do”
    apart = mark == '"' and closes is None and before.isspace() and text.find(mark, end + 1, paragraph.end) > 0
    opens = reversed_ or apart or _opens(mark, before, after)
    if closes is not None and stack[closes].mark in {"«", "‹"}:
        opens = False  # « as the French do »
    if closes is not None and not (opens and mark != "“" and before.isspace() and len(stack) < _DEEPEST):
        del stack[closes + 1 :]
        opened = stack.pop()
        found.append(Marked(Span(opened.start, end), len(stack)))
    elif opens and len(stack) < _DEEPEST:
        stack.append(here)
    elif mark == "”" and not stack and not found and before in STOPS and start - paragraph.start > _LOST:
        found.append(Marked(Span(paragraph.start, end), 0))  # its opening mark is lost


def _prime_closes(text: str, end: int, paragraph: Span) -> bool:
    """Whether a prime stands where an editor's program took a closing mark behind a figure for inches (“the 90s″)."""
    opening = text.find("“", end, paragraph.end)
    return text.find("”", end, paragraph.end if opening < 0 else opening) < 0


def _lasts(text: str, opened: _Open, paragraph: Span) -> bool:
    """Whether a mark that is never closed opens speech: one that may be no opening mark has to lead to it.

    Speech that goes on in the next paragraph is opened anew there.
    """
    if opened.mark not in {"'", "”"} or text[paragraph.end : paragraph.end + 3].strip()[:1] == opened.mark:
        return True
    return opened.mark == "'" and (opened.start == paragraph.start or text[opened.start - 2] in ",:")


def _forgotten(text: str, found: list[Marked], opened: _Open, paragraph: Span) -> int:
    """Where a stretch without a closing mark ends: its paragraph’s end, or the sentence before the next such mark.

    That is “A.” in “Roe is late, “A. Poe wrote, “B.””; a paragraph that opens with the mark may go on in the next.
    """
    single = opened.mark in SINGLE
    inner = min((m.span.start for m in found if m.span.start > opened.start and m.single == single), default=0)
    if not inner or opened.start == paragraph.start or text[inner] != text[opened.start]:
        return paragraph.end
    if text[opened.start : inner].rstrip()[-1] not in ",:":
        return paragraph.end
    stops = [stop.end() - 1 for stop in _STOP.finditer(text, opened.start, inner)]
    return stops[-1] if stops else paragraph.end


def _signs(text: str, paragraph: Span) -> Iterator[tuple[str, int]]:
    """Every mark with its place; three single ones are a doubled and a single one, the doubled outermost."""
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, start = match[0], match.start()
        if mark != "'''":
            yield mark, start
        elif start == paragraph.start or not (text[start - 1].isalnum() or text[start - 1] in ".,!?…"):
            yield from (("''", start), ("'", start + 2))
        else:
            yield from (("'", start), ("''", start + 1))


def _relevelled(found: list[Marked]) -> list[Marked]:
    """The stretches in order, with levels counted anew, since a mark that was dropped raises those inside it."""
    ends: list[int] = []
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    for mark in found:
        while ends and ends[-1] <= mark.span.start:
            ends.pop()
        mark.level = len(ends)
        ends.append(mark.span.end)
    return found


def _closing(stack: list[_Open], mark: str) -> int | None:
    """The index of the open mark that `mark` closes; single marks left open inside it are dropped with it."""
    for index in range(len(stack) - 1, -1, -1):
        if mark in _CLOSE[stack[index].mark]:
            return index
        if stack[index].mark not in SINGLE:
            return None
    return None


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _OPEN:
        return True
    if mark in {'"', "＂", "''", "»", "›"}:
        return not after.isspace() and not before.isalnum()
    free = before.isspace() or before in LEADING_IN
    return mark == "″" and free and (after.isalnum() or after in LED_IN)


def _single(stack: list[_Open], found: list[Marked], here: _Open, *, opens: bool) -> None:
    """Treats a single mark that is no apostrophe: an opening one waits, a closing one makes a stretch."""
    if opens:
        if len(stack) < _DEEPEST:
            stack.append(here)
    elif stack and stack[-1].mark in SINGLE and here.mark in _CLOSE[stack[-1].mark]:
        opened = stack.pop()
        found.append(Marked(Span(opened.start, here.start + 1), len(stack), single=True))
