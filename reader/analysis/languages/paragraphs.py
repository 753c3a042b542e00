"""Split a paragraph in any language into marked spans and units."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from reader.analysis.blocks.passages import Passage
from reader.analysis.languages.language_data import UNKNOWN, Language, all_languages, load
from reader.analysis.units.marks import MarkedSpan, marked_spans
from reader.analysis.units.units import NAME, NUMBER, WORD, Unit, unit
from reader.model import Span
from reader.text.foldings import WORD_FORMS

COLONS = frozenset({":", "："})
DASHES = "—–―"
_NEXT = re.compile(r"\s*([\"'“‘„‚«‹([{「『»›¿¡—–]{0,4})\s*(\w?)")
_LAST_WORD = re.compile(r"[\w.-]+\Z")
_SAID = re.compile(rf"(?<=\s)[{DASHES}](?=\w)|(?<=\S)[{DASHES}](?=[\s.,;:!?]|\Z)")
_STOPS = ".!?…。！？؟"
_SPACED = frozenset("»›")  # closing marks that a blank separates from the full stop, as in French
_LOOKED_BACK = 24  # characters before a full stop
_PLAIN = str.maketrans(dict(WORD_FORMS))


def _stop(closer: str) -> re.Pattern[str]:
    """The pattern for the end of a sentence, with the closing marks after it; `closer` is the pattern of one mark."""
    return re.compile(rf"(?<![.!?…])[.!?…؟]++{closer}*+(?=\s|\Z)|[。！？]++[」』”）]*+|[।۔](?=\s|\Z)")


_STOP = _stop(r"[\"'”’»›)\]}]")


def pairs_of(language: Language) -> tuple[tuple[str, str], ...]:
    """Return the pairs of marks of a language; for an unknown language, those of all languages."""
    if language is not UNKNOWN:
        return language.marks
    pairs = (pair for each in all_languages() for pair in each.marks if pair[0] not in DASHES)
    return (*dict.fromkeys(pairs), ("”", "”"))


def stretches(text: str, span: Span, pairs: Sequence[tuple[str, str]]) -> tuple[MarkedSpan, ...]:
    """Return the marked spans of a paragraph with these pairs of marks, besides those of every language.

    A pair counts where its opening mark is before its closing one; its marks are then read as the curly ones, which
    show clearly which of them opens. With a dash pair, a paragraph that begins with the dash is direct speech: up to
    its end, or with closing dashes around what the narrator says (“—We stay —said Roe—. All of us.”).
    """
    raw = span.of(text)
    signs: dict[int, str] = {}
    for opening, closing in pairs:
        if opening in DASHES:
            if raw[:1] in DASHES and len(raw) > 1:
                return _direct_speech(raw, span, closing)
            continue
        first, last = raw.find(opening), raw.find(closing)
        if first < 0 or (opening == closing and any(mark in raw for mark in "“„")) or (0 <= last < first):
            continue
        if ord(opening) not in signs:
            double = opening not in "‚‘›‹"
            signs[ord(closing)] = "”" if double else "’"
            signs[ord(opening)] = '"' if opening == closing else "“" if double else "‘"
    found = marked_spans(raw.translate(signs) if signs else raw, Span(0, len(raw)))
    return tuple(MarkedSpan(m.span.shifted(span.start), m.level, m.closed, m.single) for m in found)


def _direct_speech(raw: str, span: Span, closing: str) -> tuple[MarkedSpan, ...]:
    """The direct speech in a paragraph that begins with a dash; `closing` is "" where only the first dash counts."""
    start = next((at for at, sign in enumerate(raw) if sign not in DASHES and not sign.isspace()), len(raw))
    dashes = _SAID.finditer(raw, start) if closing else ()
    cuts = [start, *(at for m in dashes for at in m.span()), len(raw)]
    found = []
    for first, last in zip(cuts[::4], cuts[1::4], strict=False):
        words = raw[first:last].rstrip()
        begin = last - len(raw[first:last].lstrip(" .,;:"))
        if first + len(words) > begin:
            found.append(MarkedSpan(Span(span.start + begin, span.start + first + len(words)), 0, closed=False))
    return tuple(found)


def bounds(text: str, span: Span, marks: Sequence[MarkedSpan], language: Language) -> list[Span]:
    """Return the sentences of a paragraph, none of which ends inside marks. Linear in the paragraph."""
    outer = [m.span for m in marks if m.level == 0]
    starts = [m.start for m in outer]
    ends = {m.end() for m in _STOP.finditer(text, span.start, span.end) if _ends_sentence(text, m, span.end, language)}
    for mark in outer:
        inner = text[mark.start : mark.end - 1].rstrip()
        following = _NEXT.match(text, mark.end, span.end)
        if inner[-1:] in _STOPS and inner and (following is None or following[2].isupper() or following[1]):
            ends.add(mark.end)
    found: list[Span] = []
    start = span.start
    for end in (*sorted(ends), span.end):
        at = bisect_left(starts, end) - 1
        if end <= start or (at >= 0 and outer[at].end > end):
            continue
        sentence = _stripped(text, start, end)
        found += [sentence] if len(sentence) else []
        start = end
    return found


@cache
def sentences_in(code: str) -> Callable[[str, Span], tuple[Span, ...]]:
    """Return the function that splits a paragraph into all its sentences, also those inside marks, in a language.

    The other function, `bounds`, does not split inside marks. "" is an unknown language.
    """
    language = load(code) if code else UNKNOWN
    pairs = [pair for pair in pairs_of(language) if pair[0] not in DASHES]
    closing = {last for _, last in pairs}
    apart = closing & _SPACED - {first for first, _ in pairs}
    closer = rf"[\"'”’)\]}}{''.join(sorted(closing))}]"
    if apart:
        closer = rf"(?:{closer}|[ \u00a0\u202f][{''.join(sorted(apart))}])"
    stop = _stop(closer)

    def cut(text: str, span: Span) -> tuple[Span, ...]:
        ends = [
            m.end() for m in stop.finditer(text, span.start, span.end) if _ends_sentence(text, m, span.end, language)
        ]
        cuts = [span.start, *ends, span.end]
        return tuple(filter(len, (_stripped(text, first, last) for first, last in pairwise(cuts))))

    return cut


def _stripped(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its ends."""
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return Span(begin, max(begin, start + len(words.rstrip())))


def _ends_sentence(text: str, stop: re.Match[str], limit: int, language: Language) -> bool:
    """Whether a sentence ends at a full stop: not after an abbreviation, an initial, or before lower case."""
    following = _NEXT.match(text, stop.end(), limit)
    if stop[0][0] in "。！？" or following is None or not following[2]:
        return True
    if following[2].islower():
        return False
    if stop[0] != ".":
        return True
    last = _LAST_WORD.search(text, max(0, stop.start() - _LOOKED_BACK), stop.start())
    if last is None:
        return True
    word = last[0]
    if word in language.abbreviations or (len(word) == 1 and word.isalpha()):
        return False
    return not (word.isdigit() and len(word) <= len("31") and language.has("ordinals"))


def units_of(text: str, passage: Passage, language: Language) -> list[Unit]:
    """Return the units of a passage, their words in lower case with straight apostrophes and plain hyphens."""
    outer = [m for m in passage.marks if m.level == 0]
    starts = [m.span.start for m in outer]
    made = []
    for span in bounds(text, passage.span, passage.marks, language):
        inside = outer[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        made.append(plain(unit(text, span, passage.index, inside), language))
    return made


def plain(u: Unit, language: Language) -> Unit:
    """Return the unit with straight apostrophes and plain hyphens, and elided words as separate words ("l'", "eau")."""
    elided = language.words("elided")
    low = [word.translate(_PLAIN) for word in u.low]
    if not elided or not any("'" in word for word in low):
        u.low = low
        return u
    made = Unit(u.text, u.span, u.paragraph, [], [], [], [], {})
    for at, word in enumerate(low):
        start, end, kind = u.starts[at], u.ends[at], u.kinds[at]
        head = word[: word.find("'") + 1]
        if head in elided and len(head) < len(word):
            made.put(start, start + len(head), head, WORD)
            start, word = start + len(head), word[len(head) :]  # noqa: PLW2901 - what is left of it
            kind = NAME if u.text[start].isupper() else NUMBER if u.text[start].isdigit() else WORD
        if at in u.marks:
            made.marks[len(made)] = u.marks[at]
        made.put(start, end, word, kind)
    return made
