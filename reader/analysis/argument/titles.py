"""The title of a thread: words copied from the text, a heading or the clause that states what it is about."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reader.analysis.argument.claims import Draft
from reader.analysis.argument.passages import Paragraph
from reader.analysis.argument.similarity import counts
from reader.analysis.argument.wordlists import words
from reader.model import Quotation, QuotationKind, Span

# Guideline T4: at most 14 words; a heading or clause of fewer than four says too little.
LIMIT = 14
_LEAST = 4
_CANDIDATES = 12
_OPENING = 4.0
_IN_MARKS = frozenset({QuotationKind.DIRECT, QuotationKind.MIXED})
_MARKED = 0.7
_TOKEN = re.compile(r"\S+")
_BLANKS = " \u00a0\u202f"  # those that French has inside its marks
_EDGES = f"{_BLANKS}\n\t,;:.…“”„\"‘’‚'«»‹›-–—!?"
_MARKS = (("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"))
_CLOSING = {"(": ")", "[": "]", "“": "”", "„": "“", "«": "»"}
_QUOTED = frozenset("”“»")
# What may stand between a clause and the mark that ends it.
_ENDED = re.compile(r"[”“’\"'»)\]]*(?:[.,;:!?…]|\s*(?:[–—(\n]|$))")
_STOPPED = re.compile(r"[.!?,]*(?:[”“»]|(?<=[.!?])\s|$)")
_ENOUGH = 8  # words, of which a title can lose those of a phrase that is cut
_SUBORDINATE = re.compile(
    r"[\"“]?(?:although|as|be that|because|but|despite|even|given|however|if|in|on|since|though|when|while|with|yet)\b"
    r"[^,]*,\s*",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:–—]|(?<=\w\w)[.!?](?=\s)|\.{2,}|…|\s(?:and|because|but|which|while|so)\b")
_OBJECT = re.compile(r"\s*(?!(?:about|after|again|as|at|by|for|from|in|of|on|over|to|with)\b)[\w“‘]", re.IGNORECASE)
_LABEL = re.compile(r"(?:@\w+|[A-Z]\w+(?: [A-Z]\w+)?):\s+")
_THAT = re.compile(r"\s*[,:]?\s*(?:that\b|whether\b|if\b|:)?\s*", re.IGNORECASE)


def announced(paragraphs: Sequence[Paragraph], drafts: Sequence[Draft], labels: Sequence[int]) -> dict[int, Span]:
    """The heading of each thread (a label) that begins right under one and has most of the claims of its section."""
    found: dict[int, Span] = {}
    sections: dict[int, list[int]] = {}
    first: dict[int, Draft] = {}
    for draft, label in zip(drafts, labels, strict=True):
        sections.setdefault(draft.section, []).append(label)
        first.setdefault(draft.section, draft)
    seen: set[int] = set()
    for section, members in sections.items():
        label = members[0]
        heading = paragraphs[first[section].paragraph].heading
        if heading is not None and label not in seen and 2 * members.count(label) > len(members):
            found[label] = heading
        seen.update(members)
    return found


def title(
    text: str,
    drafts: Sequence[Draft],
    stems: Sequence[Counter[str]],
    quotations: Sequence[Quotation],
    heading: Span | None,
) -> str:
    """At most 14 words of `text` that name the thread of `drafts`, of which there is at least one, set as a title.

    It begins with a capital and ends without a stop: with “…” where the clause goes on in the text.

    `stems` are those of the words of each draft; `heading` is the heading that announces this thread, if one does.
    Else it is the most central clause that the article says itself, reports, or announces a claim by; else the
    opening of its first claim.
    """
    if heading is not None and len(heading.of(text).split()) >= _LEAST:
        return _worded(text, _clipped(text, heading))
    shared: Counter[str] = Counter()
    for counted in stems[:_CANDIDATES]:
        shared.update(counted)
    best, score = _clipped(text, _main(text, drafts[0].span)), -1.0
    for position, draft in enumerate(drafts[:_CANDIDATES]):
        span = _stated(text, draft, quotations)
        clause = None if span is None else _clipped(text, span)
        if clause is None or len(clause.of(text).split()) < _LEAST:
            continue
        value = _central(text, clause, shared) * _weight(draft, quotations, opens=position == 0)
        if value > score:
            best, score = clause, value
    return _worded(text, best)


def _worded(text: str, clause: Span) -> str:
    """A clause set as a title."""
    words = " ".join(clause.of(text).split())
    asked = "?" if text.startswith("?", clause.end) else ""
    closed = "".join(_CLOSING[words[at]] for at in reversed(_unclosed(words)))
    end = "" if _ENDED.match(text, clause.end) else "…"
    return words[:1].upper() + words[1:] + asked + closed + end


def _weight(draft: Draft, quotations: Sequence[Quotation], *, opens: bool) -> float:
    """How fit the kind of a claim is to name its thread.

    A sentence of the article's own that opens it is fit most, marked words least, which speak in one voice.
    """
    if draft.own:
        return _OPENING if opens else 1.0
    return _MARKED if draft.block and quotations[draft.block - 1].kind in _IN_MARKS else 1.0


def _central(text: str, clause: Span, shared: Mapping[str, int]) -> float:
    """How much of a thread's words stand in `clause`: stems that recur in the thread, over the root of its length."""
    found = counts(text, [clause])
    return sum(max(0, shared[word] - 1) for word in found) / math.sqrt(max(1, len(found)))


def _stated(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Span | None:
    """The clause that states the position of `draft` in the article's words, None for the words of a block."""
    if not draft.block:
        return _main(text, draft.span)
    quotation = quotations[draft.block - 1]
    if quotation.kind is not QuotationKind.BLOCK:
        if quotation.denial(text):
            return _main(text, draft.span)  # with who denies it: nobody states the clause alone
        part = next((span for span in quotation.spans if span.overlaps(draft.span)), draft.span)
        clause = _after_that(text, Span(max(part.start, draft.span.start), min(part.end, draft.span.end)))
        return None if text.startswith("to ", clause.start) else _main(text, clause)
    if draft.frame is not None and quotation.cue is not None:
        cue, frame = quotation.cue, draft.frame
        if frame.contains(cue) and _OBJECT.match(text, cue.end, frame.end):
            return _after_that(text, Span(cue.end, frame.end))
    return None


def _after_that(text: str, span: Span) -> Span:
    match = _THAT.match(text, span.start, span.end)
    return Span(match.end() if match else span.start, span.end)


def _main(text: str, span: Span) -> Span:
    """`span` from its main clause on, where a subordinate clause or connective opens it."""
    match = _SUBORDINATE.match(text, span.start, span.end)
    return span if match is None or match.end() >= span.end else Span(match.end(), span.end)


def _clipped(text: str, span: Span) -> Span:
    """At most 14 words from the start of `span`, ending where a clause ends if one does, never on a function word."""
    label = _LABEL.match(text, span.start, span.end)
    start = label.end() if label else span.start
    tokens = list(_TOKEN.finditer(text, start, span.end))
    end = span.end
    if len(tokens) > LIMIT:
        ends = list(_CLAUSE_END.finditer(text, tokens[_LEAST - 1].end(), tokens[LIMIT - 1].end()))
        end = ends[-1].start() if ends else _whole(tokens)
    found = _trimmed(text, start, end)
    while not _ENDED.match(text, found.end):
        said = found.of(text).split()
        if len(said) <= _LEAST or said[-1].lower() not in words("trailing"):
            break
        found = _trimmed(text, found.start, found.end - len(said[-1]))
    for at in reversed(_unclosed(found.of(text))):
        if _CLOSING[text[found.start + at]] not in _QUOTED or not _STOPPED.match(text, found.end):
            before = _trimmed(text, found.start, found.start + at)
            found = before if len(before) else found
    return found


def _unclosed(words: str) -> list[int]:
    """Where the marks and brackets stand that are opened in `words` and not closed; “ closes „, and else opens."""
    opened: list[int] = []
    for at, sign in enumerate(words):
        if opened and sign == _CLOSING[words[opened[-1]]]:
            opened.pop()
        elif sign in _CLOSING:
            opened.append(at)
    return opened


def _whole(tokens: Sequence[re.Match[str]]) -> int:
    """Where the first 14 words end, without those of a phrase that the next one belongs to as well."""
    chosen, following = tokens[:LIMIT], tokens[LIMIT][0].lower()
    if following in words("trailing"):
        return chosen[-1].end()
    openers = [at for at, token in enumerate(chosen) if at >= _ENOUGH and token[0].lower() in words("trailing")]
    return chosen[openers[-1]].start() if openers else chosen[-1].end()


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without blanks and punctuation around it; a mark that closes one opened inside stays."""
    clause = text[start:end]
    after = clause.rstrip(_EDGES)
    begin = start + len(clause) - len(clause.lstrip(_EDGES))
    last = max(begin, start + len(after))
    mark = len(text[start:begin].rstrip(_BLANKS)) - 1 + start
    if mark >= start and _CLOSING.get(text[mark]) in _QUOTED:
        said = text[mark:last]
        begin = mark if _CLOSING[said[0]] in said and 0 not in _unclosed(said) else begin
    said, mark = text[begin:last], end - len(text[last:end].lstrip(_BLANKS))
    for opening, closing in _MARKS:
        if text.startswith(closing, mark, end) and said.count(opening) > said.count(closing):
            return Span(begin, mark + 1)
    return Span(begin, last)
