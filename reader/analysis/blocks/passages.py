"""Prepare the visible paragraphs of an article for the later stages, with their quotation marks and units."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.leadins.candidates import Candidate
from reader.analysis.leadins.leadins import candidates
from reader.analysis.statements.repeated_sentences import RepeatedSentences
from reader.analysis.units.marks import MarkedSpan, marked_spans
from reader.analysis.units.units import PARENTHESIS, STOP, WORD, Unit, unit, units
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import cue_verbs
from reader.model import Article, Block, BlockKind, MarkKind, Span

_LABEL_MARKS = frozenset({MarkKind.STRONG, MarkKind.LINK})
_LONGEST_LABEL = 60  # characters
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
"""The kinds of blocks of the author's running text."""

CLOSER = re.compile(
    r"\s*[\[(](?:Sources?|Link|Read more|(?:Read the full|translat(?:ed|ion) by|via) ?[^\])\n]{0,40}|Chinese|More)"
    r"[\])]\W{0,3}\Z",
    re.IGNORECASE,
)
HANDLE = re.compile(
    r"[\u200e\u200f\u202a\s]{0,4}(?:[•*–—-]\s+|\d{1,2}[.)]\s+)?(?:RT\s+)?(@\w{1,40}(?: [A-Z]\w{1,20})?)"
    r"\s?(?:[\[(][^\])\n]{0,40}[\])]\s?)?:\s*(?=\S)"
)
FURNITURE = re.compile(
    r"(?:\[(?:embed|caption|video|gallery)|https?://\S+\s*\Z|This (?:post|article|story) (?:is|was|and|also|first)\b"
    r"|(?:Photo|Image|Video|Picture|Screenshot|Source|Credit)s?(?: \w+| of [^\n.]{1,60})?(?: by|:|\s*©)|Image\b"
    r"|Related:|See also|Read (?:more|also)|\d{1,2}[:.]\d\d ?[ap]\.?m\.?\s*\Z)"
)
STAMP = re.compile(r"[\[(]?\d{1,2}(?:[:.'’′]\d\d){1,2}[\"”″]?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?\s?[:–—-]\s+(?=\S)")
"""The time at the beginning of a paragraph of a transcript or a log: “12:40 – ”, “[0:18]: ”."""

WRAPPED = 120
"""Characters of a line that is not wrapped."""

# The end of a caption: the owner of the picture.
_CREDITED = re.compile(
    r"(?:(?:\A|[.!?)\]”\"]\s{0,2}|[(\[,–—]\s?)(?:(?:Cartoon|Graphic|Illustration|Image|Map|Photo|Photograph|Picture"
    r"|Screen ?shot|Video)s?(?: \w+){0,2}(?: of [^\n.]{1,60})? (?:by|courtesy of|from|via) "
    r"|(?:Credit|Illustration|Image|Photo|Picture|Source)s?: "
    r"|[Cc]ourtesy of )|©|\b[Cc]opyright (?=[A-Z\d])|\b[Uu]sed under (?:an? |the )?(?:CC|Creative|licen)|\bCC[ -]BY\b"
    r"|/ ?(?:AFP|AP|EPA|Getty|Reuters|Shutterstock)\b)[^\n]{0,100}\Z"
)
# Each such end has one of these; checking for them is faster than the search.
_CREDITS = (
    *("hoto", "mage ", "mages ", "icture", "ideo", "creen", "Map", "raphic", "llustration", "artoon", "redit"),
    *("ource: ", "ourtesy of ", "©", "opyright ", "sed under ", "CC", "/ ", "/A", "/E", "/G", "/R", "/S"),
)
_LINE = re.compile(r"\S[^\n]*")
_STARRED = re.compile(r"\*\*[^*]+\*\*")
_TRAILING = frozenset({"-", "–", "—", ";", "...", "…"})
_HAVING_TO = (["had", "to"], ["has", "to"], ["have", "to"])
_LONG_HEADING = 10  # words
_LONG_LABEL = 60  # characters; a label is shorter
_LONG_QUESTION = 8  # words
_LONG_CLOSER = 80  # characters
_CLOSING = 4  # characters at the end of a closer that are searched for its bracket
_NOTE = 5  # characters of the number of a note
_LONG_LEADIN = 30  # tokens of a lead-in that ends in a comma
_LONG_ASIDE = 24  # characters
_LONG_MARKED = 30  # characters
_NOTED = re.compile(r"\[\d{1,3}\]\Z")  # the number of a note: "It leaks.[7]"
_ENDED = 3  # at least one turn in so many ends as a sentence does
_STOPS = frozenset(".!?…:;,—–。！？؟।-")
_OPENING_MARK = re.compile(r"[“„«]|(?<!\S)\"")
_CLOSING_MARK = re.compile(r"\A[^“”„«»\"]*(?:”|(?<=\S)\")")
_LONGEST_MARKED = 12  # paragraphs of one utterance
_BATCH = 32  # passages whose units are created together
_LONG_CAPTION = 300  # characters


@dataclass(slots=True)
class Passage:
    """A visible block: its span, kind and quotation marks, and its units with their statements on demand.

    `closer` is where a closer such as "[Source]" begins in `text`, None without one; `bold` is whether the whole block
    is in bold; `label_is_marked` is whether the words before its first colon are in bold or a link; `leads` is whether
    its semicolon stands for the colon of a lead-in. `silent` is how many units at its beginning are known to hold no
    words of a person (see `marked_sentences`). `repeated` is shared by the passages of an article.
    """

    index: int
    span: Span
    kind: BlockKind
    continues: bool
    marks: tuple[MarkedSpan, ...]
    text: str
    closer: int | None = None
    bold: bool = False
    label_is_marked: bool = False
    around: "list[Passage] | None" = None
    parts: list[tuple[Unit, UnitFindings]] | None = None
    sources: list[Candidate] | None = None
    bare: str | None = None
    ends: str | None = None
    leads: bool = False
    silent: int = 0
    repeated: RepeatedSentences = field(default_factory=RepeatedSentences)

    def units(self, article: str) -> list[tuple[Unit, UnitFindings]]:
        """Return the units of the passage with their statements, created on first use.

        The units of the passages around it are created with them, stage by stage: this makes good use of the
        processor's cache.
        """
        if self.parts is None:
            together = self.around or [self]
            make, statements = self.repeated.unit, self.repeated.statements
            made = [units(article, passage.span, passage.index, passage.marks, make) for passage in together]
            begun = [[(u, self.repeated.begin(u)) for u in parts] for parts in made]
            for passage, parts in zip(together, begun, strict=True):
                passage.parts = [(u, statements(u, found)) for u, found in parts]
                passage.around = None
        return self.parts or []

    def leading(self, article: str) -> list[Candidate]:
        """Return the candidate sources that the last unit names for the following words, best first; made on demand."""
        if self.sources is None:
            units = self.units(article)
            self.sources = candidates(*units[-1]) if units else []
        return self.sources

    def ending(self, article: str) -> str | None:
        """Return how the last unit ends (see `_ending_of`), made on demand; None for a passage without words."""
        if self.ends is None:
            units = self.units(article)
            self.ends = (":" if self.leads else _ending_of(units[-1][0])) if units else None
        return self.ends

    def unmarked(self) -> str:
        """Return the words outside quotation marks; all words where the passage is wholly in quotation marks."""
        if self.bare is None:
            pieces, at = [], self.span.start
            for mark in self.marks:
                if mark.level == 0 and mark.span.start >= at:
                    pieces.append(self.text[at - self.span.start : mark.span.start - self.span.start])
                    at = mark.span.end
            self.bare = "".join([*pieces, self.text[at - self.span.start :]]).strip() or self.text
        return self.bare

    def best_features(self, article: str) -> tuple[str, ...]:
        """Return the features of the best candidate source for the following words; () where none is named."""
        ranked = self.leading(article)
        return ranked[0].features if ranked and ranked[0].score > 0 else ()

    def forget(self) -> None:
        """Drop the units once no later stage needs them: in a long text, their memory costs time."""
        self.parts = self.sources = self.bare = None
        self.silent = 0


def passages(article: Article) -> list[Passage]:
    """Return the visible blocks of an article that hold prose, in text order, numbered from 0.

    A caption between a lead-in and its quotation is left out, because it does not separate them. So is a closer on a
    line of its own, which closes the block before.
    """
    text = article.text
    found: list[Passage] = []
    repeated = RepeatedSentences()
    strong = {mark.span.start: mark.span.end for mark in article.marks if mark.kind is MarkKind.STRONG}
    marked = {mark.span.start: mark.span.end for mark in article.marks if mark.kind in _LABEL_MARKS}
    for block, span in paragraphs(article):
        body = span.of(text)
        if found and found[-1].text.endswith(":") and found[-1].kind in PROSE and captioned(block.kind, body):
            continue
        marks = marked_spans(text, span)
        closes = "]" in body[-_CLOSING:] or ")" in body[-_CLOSING:]  # this check is faster than the search
        match = CLOSER.search(body, max(0, len(body) - _LONG_CLOSER)) if closes else None
        closer = match.start() if match is not None else None
        if closer == 0 and found and found[-1].kind in PROSE:
            found[-1].closer = found[-1].closer or len(found[-1].text)
            continue
        if closer is not None:
            marks = tuple(_without_closer(m, span.start + closer) for m in marks)
        found.append(
            Passage(
                len(found),
                span,
                block.kind,
                block.continues,
                marks,
                body,
                closer,
                # by the marks of its source, or between asterisks
                bold=strong.get(span.start, 0) >= span.end or _STARRED.fullmatch(body) is not None,
                label_is_marked=_has_marked_label(body, marked.get(span.start, 0) - span.start),
                repeated=repeated,
            )
        )
    _carry_open_marks(found)
    for passage in found:
        passage.leads = passage.kind is BlockKind.PARAGRAPH and _ends_in_lone_semicolon(found, passage.index)
    prose = [passage for passage in found if passage.kind is not BlockKind.HEADING]
    for at in range(0, len(prose), _BATCH):
        for passage in (around := prose[at : at + _BATCH]):
            passage.around = around
    return found


def _carry_open_marks(found: list[Passage]) -> None:
    """Put paragraphs in marks that a paragraph before opens and a later one closes, with no other mark in between."""
    for first in found:
        if not first.marks or first.marks[-1].closed or first.marks[-1].span.end < first.span.end:
            continue
        for last in found[first.index + 1 : first.index + _LONGEST_MARKED]:
            closing = _CLOSING_MARK.search(last.text)
            if closing is not None and not last.text[closing.end() :].strip("”\"’' "):
                end = last.span.start + closing.end()
                last.marks = (MarkedSpan(Span(last.span.start, end), 0),)
                for between in found[first.index + 1 : last.index]:
                    between.marks = (MarkedSpan(between.span, 0, closed=False),)
            if closing is not None or last.kind is not first.kind or _OPENING_MARK.search(last.text):
                break


def _ends_in_lone_semicolon(found: list[Passage], index: int) -> bool:
    """Whether a paragraph ends in a semicolon, and neither the one before nor the one after, as those of a list do."""
    around = found[max(0, index - 1) : index + 2]
    return found[index].text.endswith(";") and sum(other.text.endswith(";") for other in around) == 1


def _has_marked_label(body: str, end: int) -> bool:
    """Whether a mark from the start of a paragraph to `end` covers a label before a colon, with or without it."""
    return 0 < end <= _LONGEST_LABEL and ":" in body[end - 1 : end + 1]


def paragraphs(article: Article) -> Iterator[tuple[Block, Span]]:
    """Yield the paragraphs of an article that hold prose, in text order, each with its visible block."""
    for block in article.visible:
        if block.kind not in {BlockKind.CODE, BlockKind.RULE} and len(block.span):
            yield from ((block, span) for span in _lines(article.text, block))


def _lines(text: str, block: Block) -> list[Span]:
    """The paragraphs of a block: its lines where some are longer than a wrapped line, else the whole block."""
    if block.kind is not BlockKind.PARAGRAPH or text.find("\n", block.span.start, block.span.end) < 0:
        return [block.span]
    lines = _LINE.finditer(block.span.of(text))
    spans = [Span(*line.span()).shifted(block.span.start) for line in lines]
    return spans if any(len(span) > WRAPPED for span in spans) else [block.span]


def units_in_marks(article: str, passage: Passage) -> list[Unit]:
    """Return the text inside the longer quotation marks of a passage as units, to find nested quotations."""
    found: list[Unit] = []
    starts = [mark.span.start for mark in passage.marks]
    for at, mark in enumerate(passage.marks):
        if mark.level == 0 and len(mark.span) > _LONG_MARKED:
            inner = mark.inner(article)
            nested = passage.marks[at + 1 : bisect_left(starts, mark.span.end)]
            raised = [
                MarkedSpan(other.span, other.level - 1, other.closed, other.single)
                for other in nested
                if inner.contains(other.span)
            ]
            found += units(article, inner, passage.index, raised, passage.repeated.unit)
    return found


@lru_cache(maxsize=64)  # called for a passage itself and as the one before another
def captioned(kind: BlockKind, words: str) -> bool:
    """Return whether a paragraph is the caption of a picture, by its source format or by a credit in it."""
    if kind is BlockKind.CAPTION:
        return True
    if kind is not BlockKind.PARAGRAPH or len(words) >= _LONG_CAPTION or not any(map(words.__contains__, _CREDITS)):
        return False
    return _CREDITED.search(words) is not None


def _without_closer(mark: MarkedSpan, end: int) -> MarkedSpan:
    """An unclosed quotation without the closer ("[Source]") that it runs into."""
    if mark.closed or mark.span.end <= end or mark.span.start >= end:
        return mark
    return MarkedSpan(Span(mark.span.start, end), mark.level, mark.closed, mark.single)


def goes_on_set_apart(passage: Passage, following: Passage) -> bool:
    """Return whether both are paragraphs of one block quotation of the source format."""
    return passage.kind is following.kind is BlockKind.QUOTE and following.continues


def heading_like(passage: Passage) -> bool:
    """Return whether a passage looks like a heading: a few words without a full stop or a tag, or a short question."""
    if passage.kind is BlockKind.HEADING:
        return True
    words = len(passage.text.split(maxsplit=_LONG_HEADING))
    if words > _LONG_HEADING or not passage.text[:1].isupper() or "#" in passage.text:
        return False
    last = passage.text[-1]
    return last.isalnum() or last in ")’'" or (last == "?" and words < _LONG_QUESTION)


def is_label(text: str, passage: Passage) -> bool:
    """Return whether a passage is a short line without a verb before a colon ("April 5:", "Ada Roe [12 likes]:")."""
    if len(passage.text) >= _LONG_LABEL or not passage.text.rstrip().endswith(":"):
        return False
    return not any(finite_between(u, 0, len(u) - 1) for u, _ in passage.units(text))


def are_sentences(labelled: Iterable[Passage]) -> bool:
    """Return whether a third or more of some passages end as sentences do, unlike headings, captions and tables."""
    ended = [_ends_as_sentence(passage.text) for passage in labelled]
    return sum(ended) * _ENDED >= len(ended)


def _ends_as_sentence(text: str) -> bool:
    """Whether a stop is among the signs after the last word of the last line."""
    for sign in reversed(text):
        if sign in _STOPS:
            return True
        if sign.isalnum() or sign in "_\n":
            return False
    return False


def units_in_brackets(article: str, u: Unit) -> list[Unit]:
    """Return the text inside the longer round brackets of a unit as units."""
    found: list[Unit] = []
    for at, kind in enumerate(u.kinds) if PARENTHESIS in u.kinds else ():
        if kind == PARENTHESIS and u.ends[at] - u.starts[at] > _LONG_ASIDE and article[u.starts[at]] == "(":
            span = Span(u.starts[at] + 1, u.ends[at] - 1)
            inner = [m for m in marked_spans(article, span) if m.level == 0]
            found.append(unit(article, span, u.paragraph, inner))
    return found


def last_unit(passage: Passage, article: str) -> tuple[Unit, UnitFindings] | None:
    """Return the last unit of a passage with its findings; None for a passage without words."""
    parts = passage.units(article)
    return parts[-1] if parts else None


def _has_reporting_verb(u: Unit, limit: int) -> bool:
    """Whether a unit no longer than one sentence has a reporting verb before token `limit`."""
    verbs = cue_verbs()
    return limit < _LONG_LEADIN and any(
        u.kinds[at] == WORD
        and (verb := verbs.get(u.low[at])) is not None
        and (verb.form in {"past", "s"} or u.low[at - 2 : at] in _HAVING_TO or u.low[at : at + 2] == ["put", "it"])
        for at in range(1, limit)
    )


def _ending_of(u: Unit) -> str:
    """How a unit ends: ":" for a colon, "" for no punctuation, else the mark; brackets and addresses are ignored.

    A comma after a reporting verb counts as a colon ("She goes on, in plain words now,"), and so does a dash or dots
    right after one ("Ada Roe writes –", "Here is what she had to say…").
    """
    if _NOTED.search(u.text, max(0, u.ends[-1] - _NOTE), u.ends[-1]):
        return "."
    at = u.before_brackets(len(u) - 1, -1)
    if at < 0:
        return "."
    if u.kinds[at] == STOP:
        opens = u.low[at] == "," or (u.low[at] in _TRAILING and u.low[at - 1] in cue_verbs() and at > 1)
        return ":" if opens and _has_reporting_verb(u, at) else u.low[at]
    if u.text[u.ends[at] - 1] == ":":  # at the end of an unclosed quotation
        return ":"
    return "”" if u.kinds[at] == "q" else ""
