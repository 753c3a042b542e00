"""Statements of one unit: each cue with its source and the clause or marks it presents, as drafts."""

from dataclasses import dataclass, field

from reader.analysis.clauses import Content, clause_end, closing, marked_words, right
from reader.analysis.cues import Cue, cues
from reader.analysis.drafts import Draft, bare, cue_span, named
from reader.analysis.grammar import CONJUNCTIONS, FINITE, POSSESSIVES, PREPOSITIONS, cue_verbs, is_adverb, is_finite, speaks
from reader.analysis.outlets import outlet_near
from reader.analysis.phrases import Phrase, after, before, verb_group
from reader.analysis.units import ASIDE, NAME, QUOTE, STOP, WORD, Unit
from reader.model import QuotationKind, Span

_RESUMING = frozenset("add continue say write go conclude note explain state tell ask argue".split())
_PAUSES = frozenset({",", "?", "!", "–", "—", "-", "…", "...", "--"})


@dataclass(slots=True)
class Found:
    """What one unit yields: drafts, each cue's source by its index, and which marks are taken."""

    drafts: list[Draft] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    sources: dict[int, Phrase] = field(default_factory=dict)
    taken: dict[int, Draft] = field(default_factory=dict)
    main: Phrase | None = None


def statements(u: Unit) -> Found:
    """The attributions that the unit's own words make. Marks without a cue are left to the paragraph."""
    found = Found(cues=cues(u))
    for number, cue in enumerate(found.cues):
        if cue.shape == "according":
            _according(u, cue, number, found)
        elif cue.shape == "noun":
            _noun(u, cue, number, found)
        elif cue.verb.lemma in {"accuse", "blame"} and not cue.passive:
            _accused(u, cue, number, found)
        else:
            _verb(u, cue, number, found)
    return found


def _draft(u: Unit, cue: Cue, parts: list[Content], source: Phrase | None, found: Found, evidence: str, sure: float) -> Draft:
    """Adds a draft whose content are `parts`."""
    spans = [u.over(part.first, part.last) for part in parts]
    forms = {marked_words(u, part) for part in parts}
    form = forms.pop() if len(forms) == 1 else "mixed"
    draft = Draft(spans, QuotationKind(form), u.paragraph, cue_span(u, cue), evidence=evidence, confidence=sure)
    draft.outlet = outlet_near(u, cue.last + 1) if form != "indirect" or cue.verb.kind == "writing" else None
    named(draft, u, source)
    for part in parts:
        for at in range(part.first, part.last + 1):
            if u.kinds[at] == QUOTE:
                found.taken.setdefault(at, draft)
    found.drafts.append(draft)
    return draft


def _verb(u: Unit, cue: Cue, number: int, found: Found) -> None:
    limit = len(u)
    word = u.word(cue.first)
    if _inverted(u, cue):
        source = after(u, cue.last + 1, limit)
        if source is not None:
            found.sources[number] = source
            parts = _left(u, cue.group - 1, found)
            if parts and _sayable(u, cue, parts[0]):
                parts += _resumed(u, source.last + 1, limit)
                _draft(u, cue, parts, source, found, f"“{word}”, right after the quotation", 0.95)
            return
    source, own = _subject(u, cue, number, found)
    if source is not None:
        found.sources[number] = source
    if source is not None and own and source.first > 0 and u.low[source.first - 1] == "as" and cue.verb.form != "ing":
        if _as_said(u, cue, source, found):
            return
    content = right(u, cue, limit)
    if source is not None and own and _before_marks(u, source) and (content is None or content.how in {"marks", "bare", "object"}):
        parts = _left(u, source.first - 1, found)
        if parts and _sayable(u, cue, parts[0]):
            parts += _resumed(u, cue.last + 1, limit) if content is None or content.how != "object" else []
            _draft(u, cue, parts, source, found, f"“{word}”, right after the quotation", 0.95)
            return
    if content is None:
        _parenthetical(u, cue, source if own else None, found)
        return
    if not _counts(u, cue, content, source) or (content.how in {"marks", "label"} and content.first in found.taken):
        return
    if content.how == "colon":
        kind = "colon"
    else:
        kind = f"“{word}” before the quotation" if content.how in {"marks", "label"} else f"“{word}” and its clause"
    if content.how == "marks" and cue.verb.form == "ing" and _joinable(u, cue, found):
        _join(u, content, found)
        return
    draft = _draft(u, cue, [content], source, found, kind, 0.9 if source is not None else 0.4)
    if content.how == "colon":
        draft.evidence = f"“{word}” and a colon"
        if content.last - content.first > 5 and draft.kind is not QuotationKind.DIRECT and source is not None:
            draft.kind = QuotationKind.BLOCK
            draft.joins = cue.verb.kind == "writing" or cue.verb.lemma in {"comment", "respond", "reply", "add", "react"} or u.kinds[content.first] == WORD


def _counts(u: Unit, cue: Cue, content: Content, source: Phrase | None) -> bool:
    """Whether this cue with this content is a saying, by the scheme: no thoughts, no denied sayings, no source-less ones."""
    marks = any(u.kinds[at] == QUOTE for at in range(content.first, content.last + 1))
    if content.how == "wh" and cue.verb.kind != "asking":
        return False
    if content.how == "infinitive" and cue.verb.kind not in {"asking", "saying"}:
        return False
    if cue.verb.kind == "thinking" and not (marks and content.how == "marks"):
        return False
    if cue.negated and not marks:
        return False
    if cue.verb.kind == "showing" and (source is None or not _shows(u, cue, source)):
        return False
    if source is None and not marks:
        return cue.passive and content.how == "that"
    if cue.passive and content.how != "that":
        return False
    return True


def _shows(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether a verb of showing has a source that uses words: a document or speaker, no event or thing."""
    head = u.low[source.head_last]
    if source.kind == "noun":
        return speaks(head)
    if source.kind == "pronoun":
        return head in {"he", "she", "they", "who"}
    return cue.verb.lemma not in {"show", "prove", "demonstrate", "imply", "illustrate", "find", "mean"}


def _sayable(u: Unit, cue: Cue, content: Content) -> bool:
    marks = any(u.kinds[at] == QUOTE for at in range(content.first, content.last + 1))
    return marks or ("p" in cue.frames and cue.verb.kind != "thinking" and content.last - content.first >= 2)


def _inverted(u: Unit, cue: Cue) -> bool:
    """Whether the source follows its verb (“…,” said X): marks or a comma before, a noun phrase behind."""
    if cue.verb.form not in {"past", "s"} or cue.passive or cue.group == 0:
        return False
    at = cue.group - 1
    while at > 0 and u.kinds[at] == ASIDE:
        at -= 1
    marks = u.kinds[at] == QUOTE or (u.low[at] in _PAUSES and at > 0 and u.kinds[at - 1] == QUOTE)
    if not marks and (u.low[at] not in _PAUSES or "p" not in cue.frames):
        return False
    follow = cue.last + 1
    if follow >= len(u) or u.kinds[follow] in {STOP, QUOTE} or u.low[follow] in PREPOSITIONS or u.low[follow] in {"that", "to"}:
        return False
    if u.low[follow] in CONJUNCTIONS or is_adverb(u.low[follow]):
        return False
    phrase = after(u, follow, len(u))
    if phrase is None:
        return False
    behind = phrase.last + 1
    if behind < len(u) and u.kinds[behind] == WORD and (u.low[behind] in FINITE or u.low[behind] in cue_verbs()):
        return False
    if marks:
        return True
    clause = any(u.kinds[i] == WORD and is_finite(u.low[i]) for i in range(at))
    ends = behind >= len(u) or u.kinds[behind] == STOP or u.low[behind] in PREPOSITIONS
    return clause and ends and phrase.kind != "noun" and before(u, cue.group, 0) is None


def _before_marks(u: Unit, source: Phrase) -> bool:
    """Whether marked words stand right before the source (“…,” X said)."""
    at = source.first - 1
    while at > 0 and u.kinds[at] == ASIDE:
        at -= 1
    if at >= 0 and u.low[at] in _PAUSES and at > 0:
        at -= 1
    return at >= 0 and u.kinds[at] == QUOTE


def _left(u: Unit, last: int, found: Found) -> list[Content]:
    """The content that ends at token `last`: the marks there, with the clause before them when it runs into them."""
    while last >= 0 and (u.kinds[last] == ASIDE or (u.kinds[last] == STOP and u.low[last] in _PAUSES)):
        last -= 1
    if last < 0:
        return []
    first = last
    while first > 0 and first - 1 not in found.taken and u.low[first - 1] not in {";", ":"} and first > last - 120:
        first -= 1
    while first < last and (u.kinds[first] == STOP or u.low[first] in {"and", "but"} and u.kinds[last] != QUOTE):
        first += 1
    if u.kinds[last] == QUOTE and first < last:
        gap = [at for at in range(first, last) if u.kinds[at] in {WORD, NAME}]
        finite = any(u.kinds[at] == WORD and is_finite(u.low[at]) for at in gap)
        if not finite and len(gap) < 6 or u.low[last - 1] in {",", ":"} and len(u.text[u.starts[last] : u.ends[last]]) > 25:
            first = last
    return [Content(first, last, "left")]


def _resumed(u: Unit, at: int, limit: int) -> list[Content]:
    """The rest of an utterance that its cue interrupts: marks after a comma, or the clause going on after one."""
    for index in range(at, min(limit, at + 14)):
        if u.kinds[index] == QUOTE:
            if u.low[index - 1] in {",", ":", "–", "—", "-"}:
                return [Content(index, index, "marks")]
            return []
        if u.low[index] in {"that", ";"} or (u.kinds[index] == WORD and u.low[index] in cue_verbs() and index > at + 1):
            return []
    return []


def _as_said(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """“As X said, …”, “…, as X said”, and “A, as X said, B”: the clause around is the content."""
    comma = next((at for at in range(cue.last + 1, min(len(u), cue.last + 20)) if u.low[at] == "," and u.kinds[at] == STOP), None)
    opening = source.first - 1
    parts: list[Content] = []
    if opening > 1 and (u.low[opening - 1] in _PAUSES or u.kinds[opening - 1] == QUOTE):
        parts = _left(u, opening - 1, found)
        if parts and u.kinds[parts[0].last] == QUOTE and parts[0].last - parts[0].first > 0 and comma is not None:
            parts = [Content(parts[0].last, parts[0].last, "marks")]
            comma = None
    if comma is not None and comma + 1 < len(u):
        first = comma + 1
        if u.kinds[first] == QUOTE:
            parts.append(Content(first, first, "marks"))
        elif opening <= 1 or (parts and parts[0].last - parts[0].first < 8):
            parts.append(Content(first, clause_end(u, first, len(u)), "bare"))
    direct = right(u, cue, len(u)) if not parts or opening <= 1 else None
    if direct is not None and direct.how == "marks":
        parts = [direct]
    if not parts or cue.verb.kind == "thinking":
        return False
    _draft(u, cue, parts, source, found, f"“as … {u.word(cue.first)}”", 0.9)
    return True


def _parenthetical(u: Unit, cue: Cue, source: Phrase | None, found: Found) -> None:
    """A cue without content on its right closes or interrupts the clause on its left: “…, X said”."""
    if source is None or "p" not in cue.frames or cue.verb.form == "ing" or cue.passive or cue.verb.kind == "thinking" or cue.negated:
        return
    at = source.first - 1
    if at < 1 or u.low[at] not in {",", "–", "—"} or closing(u, source.first, len(u)) != cue.first:
        return
    parts = _left(u, at, found)
    follow = cue.last + 1
    if follow < len(u) - 2 and u.low[follow] == "," and u.low[follow + 1] not in {"and", "but", "which", "who", "while"} and u.low[follow + 1] not in cue_verbs():
        rest = Content(follow + 1, clause_end(u, follow + 1, len(u)), "bare")
        parts = [*parts, rest] if marked_words(u, rest) == "indirect" else [rest]
    if not parts or sum(part.last - part.first + 1 for part in parts) < 3:
        return
    _draft(u, cue, parts, source, found, f"“{u.word(cue.first)}”, after the clause", 0.85)


def _subject(u: Unit, cue: Cue, number: int, found: Found) -> tuple[Phrase | None, bool]:
    """The source of a verb: its own subject (then the second is True), that of the verb it is joined to, or for a
    participle the main one."""
    if cue.passive:
        return _agent(u, cue), False
    participle = cue.verb.form == "ing" and cue.group == cue.first
    if not participle:
        left = before(u, cue.group, 0)
        if left is not None:
            return left, True
    previous = [found.sources[n] for n in range(number) if n in found.sources and found.cues[n].shape != "according"]
    joined = cue.group > 0 and u.low[cue.group - 1] in {"and", "but", ",", "then", "or"}
    if previous and (participle or joined):
        return previous[-1], False
    if participle or joined:
        return _main(u, cue.group, found), False
    return None, False


def _agent(u: Unit, cue: Cue) -> Phrase | None:
    """The agent of a passive: “was described by X as”."""
    for at in range(cue.last + 1, min(len(u), cue.last + 6)):
        if u.low[at] == "by":
            return after(u, at + 1, len(u))
        if u.kinds[at] in {STOP, QUOTE} or u.low[at] == "that":
            return None
    return None


def _main(u: Unit, until: int, found: Found) -> Phrase | None:
    """The subject of the unit's main verb, before token `until`."""
    if found.main is None:
        for at in range(1, min(until, 60)):
            if u.kinds[at] == WORD and is_finite(u.low[at]):
                found.main = before(u, verb_group(u, at)[0], 0)
                if found.main is not None:
                    break
    return found.main


def _joinable(u: Unit, cue: Cue, found: Found) -> bool:
    """Whether “, adding, “…”” goes on with the marked words before it as one utterance."""
    if not found.drafts or cue.verb.lemma not in {"add", "continue"}:
        return False
    last = found.drafts[-1]
    return last.kind is QuotationKind.DIRECT and last.end <= u.starts[cue.first]


def _join(u: Unit, content: Content, found: Found) -> None:
    draft = found.drafts[-1]
    draft.spans.append(u.over(content.first, content.last))
    found.taken[content.first] = draft


def _according(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“According to X, …” and “…, according to X”."""
    limit = len(u)
    source = after(u, cue.last + 1, limit)
    if source is None and cue.last + 1 < limit and u.kinds[cue.last + 1] == QUOTE:
        at = cue.last + 1
        source = Phrase(at, at, at, at, "noun")
        found.taken[at] = Draft([], QuotationKind.DIRECT, u.paragraph)
    if source is None:
        if cue.last + 1 < limit and u.low[cue.last + 1] == "which" and cue.last + 2 < limit:
            source = before(u, cue.first, 0)
            _draft(u, cue, [Content(cue.last + 2, clause_end(u, cue.last + 2, limit), "bare")], source, found, "“according to which”", 0.7)
        return
    found.sources[number] = source
    opening = cue.first == 0 or (cue.first <= 2 and u.low[0] in CONJUNCTIONS) or u.low[cue.first - 1] in {"but", "and", "that", ";"} or (u.low[cue.first - 1] == "," and cue.first <= 3)
    if opening:
        first = source.last + 1
        while first < limit and u.low[first] != "," and first < source.last + 12:
            first += 1
        if first + 1 < limit and u.low[first] == ",":
            _draft(u, cue, [Content(first + 1, clause_end(u, first + 1, limit), "bare")], source, found, "“according to”, before the clause", 0.95)
        return
    parts = _left(u, cue.first - 1, found)
    if parts and parts[0].last > parts[0].first or parts and u.kinds[parts[0].first] == QUOTE:
        part = parts[0]
        first = part.first
        if u.kinds[part.last] != QUOTE or first != part.last:
            first = next((at for at in range(part.first, part.last) if u.low[at] in {"seems", "appears"} and u.kinds[at] == WORD), part.first - 1) + 1
        _draft(u, cue, [Content(first, part.last, "left")], source, found, "“according to”, after the clause", 0.95)


def _noun(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“X's claim that …”, “his warning that …”: the possessor is the source."""
    content = right(u, cue, len(u))
    if content is None or content.how == "object":
        return
    at = cue.first - 1
    while at > 0 and u.kinds[at] == WORD and u.low[at] not in POSSESSIVES and at > cue.first - 4 and not u.low[at].endswith(("'s", "’s", "s'", "s’")):
        at -= 1
    if at < 0:
        return
    low = u.low[at]
    if low in POSSESSIVES:
        source: Phrase | None = Phrase(at, at, at, at, "pronoun")
    elif low.endswith(("'s", "’s", "s'", "s’")):
        source = before(u, at + 1, 0)
    elif cue.verb.lemma in {"allegations", "accusations", "claims"} and content.how == "that":
        source = None
    else:
        return
    if source is not None:
        found.sources[number] = source
    draft = _draft(u, cue, [content], source, found, f"“{u.word(cue.first)}” of the source", 0.75 if source else 0.4)
    if source is not None and draft.mention is not None and source.kind != "pronoun":
        draft.mention = bare(u.text, draft.mention)


def _accused(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“accused X of …”: object and charge are the content."""
    source, _ = _subject(u, cue, number, found)
    if source is None:
        return
    found.sources[number] = source
    for at in range(cue.last + 2, min(len(u), cue.last + 12)):
        if u.low[at] in {"of", "for"}:
            content = Content(cue.last + 1, clause_end(u, cue.last + 1, len(u)), "bare")
            _draft(u, cue, [content], source, found, f"“{u.word(cue.first)}” and its charge", 0.8)
            return
        if u.kinds[at] in {STOP, QUOTE}:
            return


def whole_span(u: Unit) -> Span:
    """The span of all tokens of the unit."""
    return u.over(0, len(u) - 1)
