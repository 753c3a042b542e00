"""Choose the title of a thread: a heading, or a clause of the text that states its subject."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

from reader.analysis.argument.claim_paragraphs import Paragraph
from reader.analysis.argument.claims import ClaimDraft
from reader.analysis.argument.similarity import counts, together
from reader.analysis.argument.wordlists import words
from reader.analysis.syntax.predicates import opens_clause, plain_clause
from reader.analysis.units.sentences import sentences
from reader.analysis.units.units import Unit, unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import GENITIVES
from reader.model import QuotationKind, Span

# Guideline T4: at most 14 words; a heading or clause with fewer than four says too little.
LIMIT = 14
_LEAST = 4
_CANDIDATES = 12
_OPENING = 4.0
_IN_MARKS = frozenset({QuotationKind.DIRECT, QuotationKind.MIXED})
_MARKED = 0.7
_VERBLESS = 0.2
_LEANING = 0.4
_ASKING = frozenset({"how", "what", "where", "whether", "why"})
_TOKEN = re.compile(r"\S+")
_BLANKS = " \u00a0\u202f"  # blanks, also those that French has inside its quotation marks
_EDGES = f"{_BLANKS}\n\t,;:.…“”„\"‘’‚'«»‹›-–—!?"
_CLOSING = {"(": ")", "[": "]", "“": "”", "„": "“", "«": "»", "‘": "’", '"': '"'}
_SIGN = re.compile(f"[{re.escape(''.join({*_CLOSING, *_CLOSING.values()}))}]")
_QUOTED = frozenset('”“»’"')
_MAX_NESTING = 3  # maximum depth of nested quotation marks
_LANGUAGES = r"\s*\[[a-z]{2,3}(?:,\s*[a-z]{2,3})*\]"  # "a post [fr, en]"
# What may be between a clause and the punctuation that ends it.
_ENDED = re.compile(rf"(?:{_LANGUAGES})?[”“’\"'»)\]]*(?:[.,;:!?…]|\s*(?:[–—(\n]|$))")
_HANGING = re.compile(r":|\s+[(–—-]")
_STOPPED = re.compile(r"[.!?,]*(?:[”“»\"]|(?<=[.!?])\s|$)")
_MIN_WORDS_LEFT = 8  # minimum words that a title keeps when a phrase at its end is cut off
_DATELINE = re.compile(
    r"(?:[(\[][^)\]]{0,20}[)\]]\s*(?:[–—-]\s*)?|[A-Z]{3,}(?:[ ,]+[A-Z]\w+)*\s(?:\([^)]*\)\s)?[–—-]+\s)+"
)
_AFTER = r"|[\w-]+ (?:seconds|minutes|hours|days?|weeks?|months?|years?) (?:after|before|prior)\b"
_MAX_COMMAS = 8  # maximum commas that are tried
_COMMA = re.compile(r"(?<! not),(?!\d)\s*")
_TAG = re.compile(rf"{_LANGUAGES}[\s:]*$")
_CLAUSE_END = re.compile(
    r"[;:–—]|(?<! not),(?!\d)|\.{2,}|…|\s\(?https?://"
    r"|\s(?:after|although|and|because|before|but|if|since|so|unless|when|which|while)\b"
)
_SECOND = re.compile(r",?\s(?:and|but)\sthat\b")  # "said that it leaks and that nobody cares"
_OBJECT = re.compile(r"\s*(?!(?:about|after|again|as|at|by|for|from|in|of|on|over|to|with)\b)[\w“‘]", re.IGNORECASE)
_LABEL = re.compile(r"(?:@\w+|[QA]|[A-Z]\w+(?: [A-Z]\w+)?):\s+")
# "Called for a new dam", "accused the town of hiding it", "which, she says, would hold": those words are no clause.
_NO_CLAUSE = re.compile(
    r"(?:about|against|for|from|of|on|to|with|can|could|had|has|have|is|are|may|might|must|should|was|were|will|would)\b|[^,;:\n]{0,80}?\b(?:for|from|into|of)\s(?:not\s)?\w+ing\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s*[,:]?\s*(?:(?:and|but) that\b|that\b|if\b|:)?\s*", re.IGNORECASE)


def announced(paragraphs: Sequence[Paragraph], drafts: Sequence[ClaimDraft], labels: Sequence[int]) -> dict[int, Span]:
    """Return the heading of each thread (by label) that begins under it and has most claims of its section."""
    found: dict[int, Span] = {}
    sections: dict[int, list[int]] = {}
    first: dict[int, ClaimDraft] = {}
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


def title(text: str, drafts: Sequence[ClaimDraft], stems: Sequence[Counter[str]], heading: Span | None) -> str:
    """Return at most 14 words of `text` as the title of the thread of `drafts` (at least one).

    It begins with a capital and ends without a full stop, or with “…” where the clause continues in the text. It is the
    heading that announces the thread, if there is one; else the most central clause that the article itself says,
    reports, or uses to announce a claim; else the opening of its first claim. `stems` has those of each draft's words.
    """
    if heading is not None and len(heading.of(text).split()) >= _LEAST:
        return _as_title(text, _shortened(text, heading))
    shared = together(stems[:_CANDIDATES])
    best: Span | None = None
    score = -1.0
    for position, draft in enumerate(drafts[:_CANDIDATES]):
        span = _stated(text, draft)
        clause = None if span is None else _shortened(text, span)
        if clause is None or len(clause.of(text).split()) < _LEAST:
            continue
        fit = _centrality(text, clause, shared) * _weight(draft, opens=position == 0)
        if fit > 0 and fit / (1 + position) <= score:
            continue  # `_informativeness` is at most 1, and takes time
        value = fit * _informativeness(text, clause) / (1 + position)
        if value > score:
            best, score = clause, value
    return _as_title(text, best or _shortened(text, _main(text, drafts[0].span)))


def _as_title(text: str, clause: Span) -> str:
    """A clause in the form of a title."""
    words = " ".join(clause.of(text).split())
    asked = "?" if text.startswith("?", clause.end) else ""
    closed = "".join(_CLOSING[words[at]] for at in reversed(_unclosed(words)))
    end = "" if _ENDED.match(text, clause.end) else "…"
    return words[:1].upper() + words[1:] + asked + closed + end


def _weight(draft: ClaimDraft, *, opens: bool) -> float:
    """The weight of a kind of claim as title of its thread.

    A sentence of the article's own that opens the thread has most weight; quoted words have least, because they are one
    voice's.
    """
    if draft.own:
        return _OPENING if opens else 1.0
    return _MARKED if draft.quotation is not None and draft.quotation.kind in _IN_MARKS else 1.0


def _informativeness(text: str, clause: Span) -> float:
    """How much `clause` says by itself: less where no verb follows its subject, or where it begins with a pronoun."""
    u = unit(text, clause, 0, ())
    asked = text.startswith("?", clause.end) or (u.low and u.low[0] in _ASKING)
    whole = _is_clause(u) and not _subordinate().match(text, clause.start)
    weight = 1.0 if whole or (asked and finite_between(u, 0, len(u) - 1)) else _VERBLESS
    return weight * (_LEANING if u.low and u.low[0] in words("leaning") else 1.0)


@cache
def _subordinate() -> re.Pattern[str]:
    """Words that open an adverbial or clause before the main clause."""
    return re.compile(rf"(?:{_any('subordinating')})\b{_AFTER}", re.IGNORECASE)


@cache
def _connective() -> re.Pattern[str]:
    """Words that connect a clause to the one before it and can be left out."""
    return re.compile(rf"(?:(?:and|but|yet(?! another)),?\s+|(?:\w+ly|{_any('linking')}),\s+)+", re.IGNORECASE)


def _any(name: str) -> str:
    return "|".join(map(re.escape, sorted(words(name), key=len, reverse=True)))


def _is_clause(u: Unit) -> bool:
    return opens_clause(u, 0) or plain_clause(u, 0)


def _centrality(text: str, clause: Span, shared: Mapping[str, int]) -> float:
    """How many of a thread's words `clause` has: stems that recur in the thread, over the root of its length."""
    found = counts(text, [clause])
    return sum(shared[word] - 0.5 for word in found) / math.sqrt(max(1, len(found)))


def _stated(text: str, draft: ClaimDraft) -> Span | None:
    """The clause that states the position of `draft` in the article's words, None for the words of a block."""
    quotation = draft.quotation
    if quotation is None:
        return _main(text, draft.span)
    if quotation.kind is not QuotationKind.BLOCK:
        if quotation.denial(text):
            return _main(text, draft.span)  # with the person who denies it: nobody states the clause alone
        parts = [span for span in quotation.spans if span.overlaps(draft.span)] or [draft.span]
        marked = (part for part in parts if text[part.start] in _CLOSING and len(part.of(text).split()) >= _LEAST)
        part = next(marked, parts[0])
        clause = _main(text, _after_that(text, Span(max(part.start, draft.span.start), min(part.end, draft.span.end))))
        calls = quotation.cue is not None and quotation.cue.of(text).lower() in words("calling")
        called = calls and not finite_between(u := unit(text, clause, 0, ()), 0, len(u) - 1)
        return _main(text, draft.span) if called or _NO_CLAUSE.match(text, clause.start, clause.end) else clause
    if draft.frame is not None and quotation.cue is not None:
        cue, frame = quotation.cue, draft.frame
        if frame.contains(cue) and _OBJECT.match(text, cue.end, frame.end):
            return _after_that(text, Span(cue.end, frame.end))
    return None


def _after_that(text: str, span: Span) -> Span:
    match = _THAT.match(text, span.start, span.end)
    return Span(match.end() if match else span.start, span.end)


def _main(text: str, span: Span) -> Span:
    """`span` from its main clause on, where a dateline, a connective or a subordinate clause opens it."""
    inner = _unquoted(text, span)
    found = _main_clause(text, inner)
    if inner == span:
        return found
    return found if found.start > inner.start and len(found.of(text).split()) >= _LEAST else span


def _unquoted(text: str, span: Span) -> Span:
    """The words inside the marks that open `span`, and inside those that open these, a few levels deep."""
    for _ in range(_MAX_NESTING):
        closing = _CLOSING.get(text[span.start : span.start + 1])
        if closing not in _QUOTED or len(span) <= 1:
            break
        closed = text.find(closing, span.start + 1, span.end)
        span = Span(span.start + 1, span.end if closed < 0 else closed)
    return span


def _main_clause(text: str, span: Span) -> Span:
    """`span` from its main clause on, where no quotation mark opens it."""
    for opening in (_DATELINE, _connective()):
        match = opening.match(text, span.start, span.end)
        span = Span(match.end(), span.end) if match and match.end() < span.end else span
    if not _subordinate().match(text, span.start, span.end):
        return span
    sentence = next(iter(sentences(text, span)), span)
    commas = islice(_COMMA.finditer(text, span.start, sentence.end), _MAX_COMMAS)
    rests = [Span(comma.end(), sentence.end) for comma in commas if comma.end() < sentence.end]
    main = next((rest for rest in rests if _is_clause(unit(text, rest, 0, ()))), rests[0] if rests else span)
    return _after_that(text, Span(main.start, span.end))


def _shortened(text: str, span: Span) -> Span:
    """At most 14 words from the start of `span`, ending where a clause ends if one does, never on a function word."""
    label = _LABEL.match(text, span.start, span.end)
    start = label.end() if label else span.start
    stops = (sentence.end for sentence in sentences(text, Span(start, span.end)))
    end = next((stop for stop in stops if len(text[start:stop].split()) >= _LEAST), span.end)
    second = _SECOND.search(text, start, end)
    if second and len(text[start : second.start()].split()) >= _LEAST:
        end = second.start()
    tokens = list(_TOKEN.finditer(text, start, end))
    if len(tokens) > LIMIT:
        ends = list(_CLAUSE_END.finditer(text, tokens[_LEAST - 1].end(), tokens[LIMIT - 1].end()))
        end = ends[-1].start() if ends else _end_of_phrase(tokens)
    tag = _TAG.search(text, start, end)
    found = _trimmed(text, start, tag.start() if tag else end)
    for at in reversed(_unclosed(found.of(text))):
        quoted = _CLOSING[text[found.start + at]] in _QUOTED
        if not (quoted and _STOPPED.match(text, found.end)):
            before = _trimmed(text, found.start, found.start + at)
            found = before if len(before.of(text).split()) >= (_LEAST if quoted else 1) else found
    cut = _CLAUSE_END.match(text, found.end) is None
    while (cut and not _ENDED.match(text, found.end)) or _HANGING.match(text, found.end):
        said = found.of(text).split()
        if len(said) <= _LEAST or (said[-1].lower() not in words("trailing") and not said[-1].endswith(GENITIVES)):
            break
        found = _trimmed(text, found.start, found.end - len(said[-1]))
    return found


def _unclosed(words: str) -> list[int]:
    """The offsets of the marks and brackets that are opened in `words` and not closed; “ closes „, and else opens.

    A straight mark opens after a blank; one for a unit opens nothing, and an apostrophe closes nothing.
    """
    opened: list[int] = []
    for found in _SIGN.finditer(words):
        at, sign = found.start(), found[0]
        inside = sign == '"' and words[at - 1 : at].strip(" (") != ""
        closes = opened and sign == _CLOSING[words[opened[-1]]] and not words[at + 1 : at + 2].isalnum()
        if closes and (inside or sign != '"'):
            opened.pop()
        elif sign in _CLOSING and not inside:
            opened.append(at)
    return opened


def _end_of_phrase(tokens: Sequence[re.Match[str]]) -> int:
    """Where the first 14 words end, without an incomplete phrase at their end."""
    chosen, following = tokens[:LIMIT], tokens[LIMIT][0].lower()
    if following in words("trailing"):
        return chosen[-1].end()
    openers = [at for at, token in enumerate(chosen) if at >= _MIN_WORDS_LEFT and token[0].lower() in words("trailing")]
    return chosen[openers[-1]].start() if openers else chosen[-1].end()


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without blanks and punctuation around it; a closing mark stays if its opening mark is inside."""
    clause = text[start:end]
    after = clause.rstrip(_EDGES)
    begin = start + len(clause) - len(clause.lstrip(_EDGES))
    last = max(begin, start + len(after))
    mark = len(text[start:begin].rstrip(_BLANKS)) - 1 + start
    if mark >= start and _CLOSING.get(text[mark]) in _QUOTED:
        said = text[mark:last]
        begin = mark if _CLOSING[said[0]] in said[1:] and 0 not in _unclosed(said) else begin
    said, mark = text[begin:last], end - len(text[last:end].lstrip(_BLANKS))
    closing = {_CLOSING[said[at]] for at in _unclosed(said)} & _QUOTED
    return Span(begin, mark + 1 if text.startswith(tuple(closing), mark, end) else last)
