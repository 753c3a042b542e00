"""Find spans in quotation marks: of any style, nested, unclosed, or reopened in each paragraph."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from reader.analysis.units.single_marks import LEADING_IN, LED_IN, SINGLE, roles
from reader.model import Span

# A search for a single set of characters is fast, so lookbehinds check which mark it is.
# Of three single marks behind a word, the first closes what is quoted inside.
_MARK = re.compile(
    r"[“”„‟⹂«»‹›\"＂″〝〞〟❝❞「」『』‘’‚‛❛❜'`´,](?:(?<=')'(?!'(?<=\S'''))|(?<=‘)‘|(?<=’)’|(?<=`)`|(?<=´)´|(?<=,),|(?<!,))"
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
STOPS = frozenset(",.!?…")  # the last character inside the closing mark of speech, also of unfinished words
_MISSING_REACH = 20  # maximum characters from the start of a paragraph to a closing mark without an opening one
_DEEPEST = 3


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class MarkedSpan:
    """A span in quotation marks, marks included.

    `level` is 0 for an outer one; `closed` is False where it runs to the end of its paragraph without a closing mark;
    `single` is whether the marks are single ones.
    """

    span: Span
    level: int
    closed: bool = True
    single: bool = False
    within: Span | None = None

    def inner(self, text: str) -> Span:
        """Return the span of the words without the marks; computed on first use."""
        if self.within is None:
            start, end = self.span.start, self.span.end
            doubled = text[start : start + 2] in _DOUBLED
            start += 2 if doubled else int(not text[start].isalnum())  # a missing opening mark has no width
            if self.closed:
                end -= 2 if text[end - 2 : end] in {"''", "’’", "´´"} else 1
            self.within = Span(start, max(start, end))
        return self.within


_Sign: TypeAlias = tuple[str, int]  # a mark and its offset


def marked_spans(text: str, paragraph: Span, *, single: bool = False) -> tuple[MarkedSpan, ...]:
    """Return every marked span of the paragraph in text order, outer before inner.

    An apostrophe is no mark. A double mark that is never closed runs to the end of the paragraph; a single one is
    dropped, unless `single` marks are those of speech. A mark deeper than three levels is read as text. Linear in the
    paragraph.
    """
    stack: list[_Sign] = []
    found: list[MarkedSpan] = []
    signs = _signs(text, paragraph)
    if not signs:
        return ()
    single_ones = [sign for sign in signs if sign[0] in SINGLE]
    singles = roles(text, paragraph, single_ones, speech=single) if single_ones else {}
    for sign in signs:
        if sign[0] not in SINGLE:
            _handle_double(text, paragraph, stack, found, sign)
        elif sign[1] in singles:
            _handle_single(stack, found, sign, opens=singles[sign[1]])
    for level, (mark, start) in enumerate(stack):
        if (
            (single or mark not in SINGLE)
            and _opens_speech(text, (mark, start), paragraph)
            and paragraph.end - start > 1
        ):
            end = _end_of_unclosed(text, found, (mark, start), paragraph)
            found.append(MarkedSpan(Span(start, end), level, closed=False, single=mark in SINGLE))
            break
    return tuple(_relevelled(found))


def _handle_double(text: str, paragraph: Span, stack: list[_Sign], found: list[MarkedSpan], sign: _Sign) -> None:
    """Handle a double mark: an opening one is put on the stack, a closing one completes a span."""
    mark, start = sign
    end = start + len(mark)
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    closes = _index_of_open(stack, mark) if stack else None
    if mark == "″" and closes is not None and stack[closes][0] != mark and not _prime_closes(text, end, paragraph):
        closes = None
    if mark == "“" and stack and stack[-1][0] == "“" and not before.isspace() and not after.isalnum():
        closes = len(stack) - 1
    reversed_ = mark == "”" and closes is None and before.isspace() and after.isalnum()  # ”as Swedes do”
    apart = mark == '"' and closes is None and before.isspace() and text.find(mark, end + 1, paragraph.end) > 0
    opens = reversed_ or apart or _opens(mark, before, after)
    if closes is not None and stack[closes][0] in {"«", "‹"}:
        opens = False  # « as the French do »
    if closes is not None and not (opens and mark != "“" and before.isspace() and len(stack) < _DEEPEST):
        del stack[closes + 1 :]
        _, opened = stack.pop()
        found.append(MarkedSpan(Span(opened, end), len(stack)))
    elif opens and len(stack) < _DEEPEST:
        stack.append(sign)
    elif mark == "”" and not stack and not found and before in STOPS and start - paragraph.start > _MISSING_REACH:
        found.append(MarkedSpan(Span(paragraph.start, end), 0))  # the opening mark is missing


def _prime_closes(text: str, end: int, paragraph: Span) -> bool:
    """Whether a prime is really a closing mark, which an editor's program took for the sign for inches (“the 90s″)."""
    opening = text.find("“", end, paragraph.end)
    return text.find("”", end, paragraph.end if opening < 0 else opening) < 0


def _opens_speech(text: str, opened: _Sign, paragraph: Span) -> bool:
    """Whether a mark that is never closed opens speech: an ambiguous one must come after a comma or colon.

    Speech that continues in the next paragraph has a new opening mark there.
    """
    mark, start = opened
    if mark not in {"'", "”"} or text[paragraph.end : paragraph.end + 3].strip()[:1] == mark:
        return True
    return mark == "'" and (start == paragraph.start or text[start - 2] in ",:")


def _end_of_unclosed(text: str, found: list[MarkedSpan], opened: _Sign, paragraph: Span) -> int:
    """Where a span without a closing mark ends: at its paragraph’s end, or at the sentence before the next such mark.

    That is “A.” in “Roe is late, “A. Poe wrote, “B.””; a paragraph that opens with the mark may continue in the next.
    """
    mark, start = opened
    single = mark in SINGLE
    inner = min((m.span.start for m in found if m.span.start > start and m.single == single), default=0)
    if not inner or start == paragraph.start or text[inner] != text[start]:
        return paragraph.end
    if text[start:inner].rstrip()[-1] not in ",:":
        return paragraph.end
    stops = [stop.end() - 1 for stop in _STOP.finditer(text, start, inner)]
    return stops[-1] if stops else paragraph.end


def _signs(text: str, paragraph: Span) -> list[_Sign]:
    """Every mark with its place."""
    return [(match[0], match.start()) for match in _MARK.finditer(text, paragraph.start, paragraph.end)]


def _relevelled(found: list[MarkedSpan]) -> list[MarkedSpan]:
    """The spans in order, with levels counted anew, since a dropped mark raises those inside it."""
    ends: list[int] = []
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    for mark in found:
        while ends and ends[-1] <= mark.span.start:
            ends.pop()
        mark.level = len(ends)
        ends.append(mark.span.end)
    return found


def _index_of_open(stack: list[_Sign], mark: str) -> int | None:
    """The index of the open mark that `mark` closes; single marks left open inside it are dropped with it."""
    for index in range(len(stack) - 1, -1, -1):
        if mark in _CLOSE[stack[index][0]]:
            return index
        if stack[index][0] not in SINGLE:
            return None
    return None


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _OPEN:
        return True
    if mark in {'"', "＂", "''", "»", "›"}:
        return not after.isspace() and not before.isalnum()
    free = before.isspace() or before in LEADING_IN
    return mark == "″" and free and (after.isalnum() or after in LED_IN)


def _handle_single(stack: list[_Sign], found: list[MarkedSpan], sign: _Sign, *, opens: bool) -> None:
    """Handle a single mark, no apostrophe: an opening one is put on the stack, a closing one completes a span."""
    if opens:
        if len(stack) < _DEEPEST:
            stack.append(sign)
    elif stack and stack[-1][0] in SINGLE and sign[0] in _CLOSE[stack[-1][0]]:
        _, opened = stack.pop()
        found.append(MarkedSpan(Span(opened, sign[1] + 1), len(stack), single=True))
