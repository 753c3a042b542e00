"""Build units: sentences as lists of tokens, with each marked span and each bracket as one token."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from reader.analysis.units.marked_titles import is_title
from reader.analysis.units.marks import MarkedSpan
from reader.analysis.units.sentences import in_name, sentences
from reader.analysis.words.function_word_surnames import SURNAMES, is_surname
from reader.analysis.words.grammar import DASHES, PREPOSITIONS, words
from reader.analysis.words.lexicon import entries
from reader.analysis.words.memo import FormCache
from reader.model import Span

if TYPE_CHECKING:
    from reader.analysis.units.phrases import Phrase

WORD, NAME, NUMBER, STOP, QUOTE, PARENTHESIS = "w", "N", "d", "p", "q", "x"

_JOINED = r"\w*+(?:(?:['’.&/\u2010\u2011-]|\u2013(?=[A-Z\d])|(?<=\d)(?::(?=\d)|,(?=\d{3}(?!\w))))\w+)*+(?:(?<=\d)%)?"
# A token with the blanks before it, so that tokens are adjacent and each piece is known by its characters alone. A word
# before a blank or a comma, the most common case, is matched first; the others by looking back at their first
# character, words first.
_PIECE = re.compile(
    rf"\s*+(?:[A-Za-z]++(?=[\s,])|\S(?:(?<=\w)(?:(?<=h)ttps?://[^\s()\[\]]*[^\s()\[\].,:;]|{_JOINED})"
    r"|(?<=\()[^()\n]{0,400}\)|(?<=\[)[^\[\]\n]{0,60}\]|(?<=<)[^<>\s@]{1,80}@[^<>\s]{1,80}>"
    rf"|(?:(?<=[@#])(?=\w)|(?<=[$€£¥])(?=\d)){_JOINED}|(?<=\.)\.{{1,2}}|(?<=-)-|))"
)
_ENGLISH = re.compile(r"(?<![\w@#/.])[a-z]+\b(?![@/.])")
_OPENERS = entries("title_openers")
_SMALL = words("title_words") - {"is", "it", "its", "s"}
_SMALL_WORDS = 2  # maximum function words in a row in a title
_CAPITALISED = PREPOSITIONS | words("title_beginnings")
_BEFORE_TITLES = PREPOSITIONS | {"as"}
_NAMES_INSIDE = frozenset({"now", "today", "tonight", "will"})  # names when capitalised inside a sentence
_ALSO_NAMES = _NAMES_INSIDE | {"it", "us", "who"}  # the others in capital letters
_USER = re.compile(r"[^\W\d_]\w*_\w*|[^\W\d_]{3,}\d{2,}")
_CLOSING_MARKS = "'’\"”»›"
_PRIMES = frozenset({"'", "’"})
_JOINING = _PRIMES | {".", "!", "+"}  # punctuation that may belong to the word right before it
# what can change a token; _SURNAME: a function word before it may be a surname
_UNCHANGED, _SURNAME, _BY_CONTEXT, _TITLE = range(4)
_INITIALS = frozenset({"a", "i"})  # with a full stop they are no article and no pronoun: "Ada A. Roe"
_MAX_WORDLESS = 4  # maximum characters of a sentence that may have only punctuation
_WITH_ARTICLE = re.compile(r"(?:a[dhlnrstz]|ash|el|[dl]|dell|all)[-’'][^\W\d_a-z]")  # "al-Karimi"
_DOMAIN = re.compile(r"[a-z][\w-]{2,}(?:\.[\w-]{2,})*\.[a-z]{2,7}")
_LANGUAGES = words("languages")
_WITHIN_NAMES = words("name_particles")
_EDITED_NAME = re.compile(r"\[[A-Z][\w.’' -]*\]\Z")
_CLOSERS = re.compile(r"\[(?:Source|Sources|Link|Read more|…|\.\.\.)\]\Z", re.IGNORECASE)


@dataclass(slots=True)
class Unit:
    """One sentence of a paragraph, or the inside of a bracket or of marks, as parallel lists of tokens.

    `kinds` holds WORD (lower case), NAME (capitalised, a handle, a user name such as "lotta_k", a word in a script
    without capitals, an edited "[Name]", or a whole title in marks or of a blog), NUMBER, STOP (punctuation), QUOTE (a
    marked span, which `marks` gives by token index) or PARENTHESIS (brackets, addresses, editors' notes). `low` holds
    the words in lower case, except for names that would be taken for function words ("US", "Will", "Kelly"). `finite`
    and `verbs` are filled by verbs.py, `pauses` and `pauses_known` by boundaries.py, `subjects` by subjects.py,
    `openings` and `parted` by openings.py; `repeats` is an earlier unit with the same words. Token offsets are code
    points into the article’s text, `paragraph` is the index of its paragraph.
    """

    text: str
    span: Span
    paragraph: int
    starts: list[int]
    ends: list[int]
    low: list[str]
    kinds: list[str]
    marks: dict[int, MarkedSpan]
    finite: bytearray | None = None
    verbs: list[int] = field(default_factory=list)
    pauses: list[int] | None = None
    pauses_known: dict[int, tuple[bool, bool, bool]] = field(default_factory=dict)
    places: list[int] | None = None
    parted: list[int] | None = None
    openings: list[int] | None = None
    subjects: dict[tuple[int, int, int], "Phrase | None"] = field(default_factory=dict)
    repeats: "Unit | None" = None

    def __len__(self) -> int:
        return len(self.starts)

    def put(self, start: int, end: int, low: str, kind: str) -> None:
        """Append a token."""
        self.starts.append(start)
        self.ends.append(end)
        self.low.append(low)
        self.kinds.append(kind)

    def word(self, index: int) -> str:
        """Return the token at `index` as written in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def low_at(self, index: int) -> str:
        """Return the word at `index` in lower case; "" beyond the end of the unit, as for marks and brackets."""
        return self.low[index] if index < len(self.low) else ""

    def kind_at(self, index: int) -> str:
        """Return the kind of the token at `index`; "" beyond the end of the unit."""
        return self.kinds[index] if index < len(self.kinds) else ""

    def marked(self, first: int, last: int) -> list[int]:
        """Return the tokens from `first` to `last`, inclusive, that are marked spans."""
        if not self.marks:
            return []
        if self.places is None:
            self.places = sorted(self.marks)
        return self.places[bisect_left(self.places, first) : bisect_left(self.places, last + 1)]

    def stop(self, index: int) -> str:
        """Return the last character inside the marked span at `index`, without marks; "" where there is none."""
        if index not in self.marks:
            return ""
        return self.marks[index].inner(self.text).of(self.text).rstrip(_CLOSING_MARKS)[-1:]

    def ended(self, index: int) -> bool:
        """Return whether only punctuation remains from token `index` on."""
        return all(self.kinds[at] == STOP for at in range(index, len(self)))

    def commas(self, first: int, limit: int) -> Iterator[int]:
        """Yield the commas from token `first` to before `limit` that have a token after them, lazily."""
        return (at for at in range(first, min(len(self.low) - 1, limit)) if self.low[at] == ",")

    def before_brackets(self, index: int, floor: int = 0) -> int:
        """Return the token at `index`, or before the brackets that end there, no further left than `floor`."""
        while index > floor and self.kinds[index] == PARENTHESIS:
            index -= 1
        return index

    def after_brackets(self, index: int, limit: int) -> int:
        """Return the token at `index`, or after the brackets that begin there, at most `limit`."""
        while index < limit and self.kinds[index] == PARENTHESIS:
            index += 1
        return index

    def names_end(self, index: int) -> int:
        """Return the token after the names that begin at `index`; `index` itself where there is no name."""
        end = behind = index
        while behind < len(self.kinds):
            if self.kinds[behind] == NAME:
                end = behind + 1
            elif behind == index or self.low[behind] not in _WITHIN_NAMES:
                break
            behind += 1
        return end

    def over(self, first: int, last: int) -> Span:
        """Return the span of the tokens `first` to `last`, inclusive."""
        return Span(self.starts[first], self.ends[last])


_Make: TypeAlias = Callable[[str, Span, int, Sequence[MarkedSpan]], Unit]


def units(text: str, paragraph: Span, index: int, marks: Sequence[MarkedSpan], make: _Make | None = None) -> list[Unit]:
    """Return the units of a paragraph, one for each sentence, in linear time. Punctuation inside marks ends none.

    `make` is called as `unit` for each sentence; None for `unit` itself.
    """
    make = make or unit
    outer = [m for m in marks if m.level == 0]
    bounds = sentences(text, paragraph)
    found: list[Unit] = []
    starts = [m.span.start for m in outer]
    begin = paragraph.start
    first = 0
    for number, sentence in enumerate(bounds):
        until = bisect_left(starts, sentence.end)
        if until and outer[until - 1].span.end > sentence.end and number < len(bounds) - 1:
            continue
        if len(sentence) < _MAX_WORDLESS and not any(c.isalnum() for c in sentence.of(text)) and first == number:
            begin, first = sentence.end, number + 1
            continue
        start = max(begin, bounds[first].start)
        span = sentence if start == sentence.start else Span(start, sentence.end)
        found.append(make(text, span, index, outer[bisect_left(starts, begin) : until]))
        begin, first = sentence.end, number + 1
    return found


def unit(text: str, span: Span, paragraph: int, outer: Sequence[MarkedSpan]) -> Unit:
    """Return one unit over `span`, in which each of the marked spans `outer` is one token."""
    made = Unit(text, span, paragraph, [], [], [], [], {})
    position = span.start
    for mark in outer:
        if mark.span.start < position:
            continue
        _add(made, position, mark.span.start)
        if is_title(text, mark, made.low):
            _add_title(made, mark)
        else:
            made.marks[len(made.starts)] = mark
            made.put(mark.span.start, mark.span.end, "", QUOTE)
        position = mark.span.end
    _add(made, position, span.end)
    if "who" in made.low:
        _replace_dashes(made)
    return made


def _replace_dashes(made: Unit) -> None:
    """Replace the dashes around a relative clause by commas (“Ada Roe – who says it leaks – left”)."""
    dashes = [at for at, low in enumerate(made.low) if low in DASHES and made.kinds[at] == STOP]
    for number, at in enumerate(dashes):
        if made.low[at + 1 : at + 2] == ["who"]:
            for each in dashes[number : number + 2]:
                made.low[each] = ","


def _add_title(made: Unit, mark: MarkedSpan) -> None:
    """Add a title in marks as a name; a comma inside them belongs to the sentence (“the song “Eels,” says …”)."""
    inner = mark.inner(made.text).end
    comma = made.text[inner - 1] == ","
    made.put(mark.span.start, inner - 1 if comma else mark.span.end, "“”", NAME)
    if comma:
        made.put(inner - 1, mark.span.end, ",", STOP)


def _low_of_name(found: str, low: str, *, first: bool) -> str:
    """A capitalised word that is a function word in lower case: as written, unless it opens its sentence."""
    if (
        found == "I"
        or (first and not found.isupper())
        or not (found.isupper() or low in _NAMES_INSIDE or low.endswith("ly"))
    ):
        return low
    return found


def _token(piece: str) -> tuple[str, str, int, int, int]:
    """The kind of a token, its word in lower case, the blanks before it, its length with them, and what can change it.

    For most tokens nothing can, and then the neighbours are not checked.
    """
    found = piece.lstrip()
    size, blanks = len(piece), len(piece) - len(found)
    head, low = found[0], found.lower()
    if found.isalpha() and not head.isupper():  # the most common case
        kind = NAME if found[1:2].isupper() else WORD  # "the eSafety Commission"
        return (kind, low, blanks, size, _UNCHANGED) if head.islower() else (NAME, low, blanks, size, _BY_CONTEXT)
    if (head in "([<" and len(found) > 1) or found.startswith(("http://", "https://")):
        named = _EDITED_NAME.match(found) and low[1:-1] not in _LANGUAGES and not _CLOSERS.match(found)
        return (NAME, low[1:-1], blanks, size, _SURNAME) if named else (PARENTHESIS, "", blanks, size, _UNCHANGED)
    if not (head.isalnum() or head == "_" or (len(found) > 1 and head in "@#$€£¥")):
        return STOP, found, blanks, size, _BY_CONTEXT if found == "&" or piece in _JOINING else _UNCHANGED
    if head.isupper() or head in "@#" or not (found.isalpha() or _USER.fullmatch(found) is None):
        title = low in _CAPITALISED or found in _OPENERS
        others = low[-2:] == "ly" or low in _ALSO_NAMES
        return NAME, low, blanks, size, _BY_CONTEXT if others else _TITLE if title else _SURNAME
    if _WITH_ARTICLE.match(found) is not None or _DOMAIN.fullmatch(found) is not None:
        return NAME, low, blanks, size, _UNCHANGED
    return NUMBER if head.isdigit() or head in "$€£¥" else WORD, low, blanks, size, _UNCHANGED


_TOKENS = FormCache(_token)


def _belongs_to_word(made: Unit, stop: str, at: int) -> bool:
    """Whether punctuation right after a word belongs to it ("Co.", "E! News", the genitive of "the guilds’ envoy")."""
    if stop in _PRIMES:
        return made.kinds[-1] in {WORD, NAME} and made.low[-1].endswith("s")
    if stop == "+":
        return made.kinds[-1] == NAME  # "Canal+ says"
    return at < made.span.end - 2 if stop == "." else in_name(made.text, at)


def _add(made: Unit, start: int, end: int) -> None:  # noqa: C901 - one branch for each who changes a token
    """Add the tokens of text without marks; a full stop inside a sentence belongs to the abbreviation before it."""
    text, starts, ends, lows, kinds = made.text, made.starts, made.ends, made.low, made.kinds
    last = start
    uncased: list[int] = []  # in a script without capitals: names next to English words
    titles: list[int] = []
    for sort, word, blanks, size, changed in map(_TOKENS.__getitem__, _PIECE.findall(text[start:end].rstrip())):
        first = last + blanks
        last += size
        if not changed:  # the most common case
            starts.append(first)
            ends.append(last)
            lows.append(word)
            kinds.append(sort)
            continue
        kind, low = sort, word
        if changed == _BY_CONTEXT:
            if kind == NAME and low == low.upper():
                uncased.append(len(lows))
            elif kind == NAME:
                low = _low_of_name(text[first:last], low, first=not starts)
            elif low == "&":
                if kinds[-1:] == [NAME] and text[last + 1 : last + 2].isupper():
                    kind = NAME  # "Ink & Lead"
            elif starts and ends[-1] == first and kinds[-1] != QUOTE and _belongs_to_word(made, low, first):
                ends[-1] = last
                lows[-1] += low if low in _PRIMES or lows[-1] in _INITIALS else ""
                continue
        elif changed == _TITLE:
            titles.append(len(lows))
        elif lows and lows[-1] in SURNAMES and kinds[-1] == NAME:
            opens = len(lows) == 1 or (kinds[-2] != WORD and lows[-2] != ",")
            surname = is_surname(lows[-1], text[first:last], opens=opens)
            lows[-1] = text[starts[-1] : ends[-1]] if surname else lows[-1]
        starts.append(first)
        ends.append(last)
        lows.append(low)
        kinds.append(kind)
    if uncased and _ENGLISH.search(text, start, end) is None:
        kinds[uncased[0] :] = [WORD if kind == NAME else kind for kind in kinds[uncased[0] :]]
    if titles:
        _join_titles(made, titles)


def _join_titles(made: Unit, beginnings: Sequence[int]) -> None:
    """Make one name of each title that begins with a common word: after a word, or an opening preposition."""
    for at in reversed(beginnings):
        first = at - 1 if at > 1 and made.word(at - 1) == "The" else at
        if first and (made.kinds[first - 1] == WORD or (first == 1 and made.low[0] in _BEFORE_TITLES)):
            _join_title(made, first)


def _join_title(made: Unit, first: int) -> None:
    """Make one name of a title that begins at a token ("at Under the Bridge"), if there is one."""
    last, at = first, first + 1
    while at < len(made):
        if made.kinds[at] == NAME:
            last = at
        elif made.kinds[at] != WORD or made.low[at] not in _SMALL or at > last + _SMALL_WORDS:
            break
        at += 1
    if last == first or (made.low[first] not in _CAPITALISED and last == first + 1):
        return
    made.low[first : last + 1] = [made.low[last]]
    made.kinds[first : last + 1] = [NAME]
    made.starts[first : last + 1] = [made.starts[first]]
    made.ends[first : last + 1] = [made.ends[last]]
