"""Statements of one unit: each cue with its source and the clause or marks it presents, as drafts."""

from reader.analysis.according import according
from reader.analysis.boundaries import adjunct_end, clause_end, closing
from reader.analysis.clauses import Content, right
from reader.analysis.cues import Cue, cues
from reader.analysis.found import Found, drafted, marks_in
from reader.analysis.grammar import ADDRESSED, DASHES, Verb
from reader.analysis.news import headline, minded, raised, thing
from reader.analysis.nouns import charge, noun
from reader.analysis.phrases import Phrase
from reader.analysis.postposed import after
from reader.analysis.sayings import counts, in_relative
from reader.analysis.speakers import agent, subject
from reader.analysis.subjects import before
from reader.analysis.units import ASIDE, QUOTE, STOP, WORD, Unit
from reader.analysis.utterances import PAUSES, around, follows_marks, inverted, left, predicate, resumed
from reader.analysis.verbs import finite_between
from reader.model import QuotationKind

__all__ = ["Found", "statements"]

_RESPONDING = frozenset({"comment", "respond", "reply", "add", "react"})
_QUOTING = frozenset({"cite", "quote", "report", "paraphrase"})
_QUOTED = 14  # tokens between "quotes" and "as saying"
_CHARGES = frozenset({"accuse", "blame"})
_BLOCK = 5  # tokens behind a colon that are a quotation of their own
_SHORTEST = 9  # characters; fewer say nothing
_ASIDE = 8  # tokens before an interrupting "as X says"


def statements(u: Unit, *, thoughts: bool = False) -> Found:
    """The attributions that the unit's own words make. Marks without a cue are left to the paragraph.

    `thoughts` takes beliefs, wishes, plans and denied sayings for attributions too, and adverbials into the content,
    as the annotators of news attributions do (Pareti, 2015).
    """
    found = Found(cues=cues(u), thoughts=thoughts)
    for number, cue in enumerate(found.cues):
        if cue.shape == "according":
            according(u, cue, number, found)
        elif cue.shape == "noun":
            noun(u, cue, number, found)
        elif cue.verb.lemma in _CHARGES and not cue.passive:
            charge(u, cue, number, found)
        else:
            _verb(u, cue, number, found)
    if thoughts:
        _besides(u, found)
    return found


def _besides(u: Unit, found: Found) -> None:
    """What only news schemes count: what seems or is expected, and a headline under a name and a colon."""
    for at, parts in raised(u):
        word = Cue(at, at, at, Verb(u.low[at], "thinking", "", "past"), "verb")
        drafted(u, word, parts, None, found)
    for at, source, content in minded(u):
        drafted(u, Cue(at, at, at, Verb(u.low[at], "thinking", "", "past"), "verb"), [content], source, found)
    titled = headline(u)
    if titled is not None:
        source, content = titled
        colon = Cue(source.last + 1, source.last + 1, source.last + 1, Verb(":", "saying", "", "past"), "verb")
        drafted(u, colon, [content], source, found)


def _verb(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """A verb of saying: its source before or behind it, its content on the right, on the left, or on both sides."""
    if inverted(u, cue):
        source = after(u, cue.last + 1, len(u))
        if source is not None:
            found.sources[number] = source
            _closed(u, cue, source, (cue.group - 1, source.last + 1), found)
        return
    if _passed_on(u, cue, number, found):
        return
    source, own = subject(u, cue, number, found)
    if source is not None:
        found.sources[number] = source
        if own and (_as_said(u, cue, source, found) or _tells(u, cue, source, found)):
            return
    content = right(u, cue, len(u), whole=found.thoughts)
    if source is not None and own and follows_marks(u, source):
        rest = cue.last + 1 if content is None or content.how in {"marks", "bare"} else len(u)
        presents = content is None or content.how in {"marks", "bare", "object"}
        if presents and _closed(u, cue, source, (source.first - 1, rest), found):
            return
    if content is None and source is not None and own:
        closes = _parenthetical(u, cue, source, found)
        content = thing(u, cue) if found.thoughts and not closes else None
    if content is not None:
        _presented(u, cue, content, source, found)


def _tells(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """“We stay, Roe told her friends.”: a clause before the comma, nothing but the person told behind the verb."""
    at = source.first - 1
    if cue.verb.lemma != "tell" or at < 1 or u.low[at] != "," or not finite_between(u, 0, at - 1):
        return False
    return u.low[cue.last + 1 : cue.last + 2] != ["that"] and _parenthetical(u, cue, source, found)


def _passed_on(u: Unit, cue: Cue, number: int, found: Found) -> bool:
    """“X quotes Y as saying …”, “Y was quoted as having said …”: the words are Y's, and X passes them on."""
    at = cue.group - 1 if u.low[cue.group] != "as" else cue.group
    if number == 0 or cue.verb.form == "base" or at < 1 or u.low[at] != "as":
        return False
    quoting = found.cues[number - 1]
    if quoting.verb.lemma not in _QUOTING or at - quoting.last > _QUOTED:
        return False
    speaker = before(u, quoting.group) if quoting.passive else after(u, quoting.last + 1, at)
    content = right(u, cue, len(u))
    if speaker is None or content is None:
        return False
    found.sources[number] = speaker
    passer = agent(u, quoting) if quoting.passive else found.sources.get(number - 1)
    outer = None if passer is None else drafted(u, quoting, [content], passer, found)
    draft = drafted(u, cue, [content], speaker, found)
    draft.passed_on = outer
    for told in (outer, draft):
        if told is not None:
            told.evidence, told.confidence = f"“{u.word(quoting.first)} … as {u.word(cue.first)}”", 0.9
    return True


def _closed(u: Unit, cue: Cue, source: Phrase, between: tuple[int, int], found: Found) -> bool:
    """The content that "X said" closes, with the rest of the utterance behind; `between` are the tokens either side."""
    parts = left(u, between[0], found.taken) or _reported(u, between[0], found)
    if not parts:
        return False
    rest = resumed(u, between[1], len(u))
    if marks_in(u, parts[0]):
        rest = rest or predicate(u, between[1])
    elif "p" not in cue.frames or cue.verb.kind == "thinking":
        return False
    elif not rest:
        end = adjunct_end(u, between[1], len(u))
        parts = around(u, between[0], len(u) if end is None else end, found.taken, openers=found.thoughts)
    if sum(len(u.over(part.first, part.last)) for part in parts + rest) < _SHORTEST and not marks_in(u, parts[0]):
        return False
    draft = drafted(u, cue, parts + rest, source, found)
    draft.evidence, draft.confidence = f"“{u.word(cue.first)}”, right after the quotation", 0.95
    return True


def _reported(u: Unit, last: int, found: Found) -> list[Content]:
    """What “Y said “…,” X recalled” reports: the saying of Y whose marks stand before the cue, from its source on."""
    while last > 0 and (u.kinds[last] == STOP or u.kinds[last] == ASIDE):
        last -= 1
    told = found.taken.get(last)
    if told is None or told.cue is None or told.mention is None or u.kinds[last] != QUOTE:
        return []
    if told.cue.start >= u.starts[last] or told.spans[-1].end != u.ends[last] or told.kind is QuotationKind.DIRECT:
        return []
    first = next((at for at in range(last) if u.starts[at] >= told.mention.start), last)
    return [Content(first, last, "left")]


def _presented(u: Unit, cue: Cue, content: Content, source: Phrase | None, found: Found) -> None:
    """The content to the right of a cue, when it counts as a saying."""
    if content.how in {"that", "bare", "object"} and in_relative(u, cue, source):
        content = Content(content.first, clause_end(u, content.first, len(u), relative=True), content.how)
    if not counts(u, cue, content, source, thoughts=found.thoughts) or (
        content.how in {"marks", "label"} and content.first in found.taken
    ):
        return
    if content.how == "marks" and cue.verb.form == "ing" and _joinable(u, cue, found):
        found.drafts[-1].spans.append(u.over(content.first, content.last))
        found.taken[content.first] = found.drafts[-1]
        return
    draft = drafted(u, cue, [content], source, found)
    word = u.word(cue.first)
    draft.confidence = 0.9 if source is not None else 0.4
    draft.evidence = (
        f"“{word}” before the quotation" if content.how in {"marks", "label"} else f"“{word}” and its clause"
    )
    if content.how == "colon":
        draft.evidence = f"“{word}” and a colon"
        long = content.last - content.first >= _BLOCK
        if long and draft.kind is not QuotationKind.DIRECT and source is not None:
            draft.kind = QuotationKind.BLOCK
            writes = cue.verb.kind == "writing" or cue.verb.lemma in _RESPONDING
            draft.joins = writes or u.kinds[content.first] == WORD


def _joinable(u: Unit, cue: Cue, found: Found) -> bool:
    """Whether “, adding, “…”” goes on with the marked words before it as one utterance."""
    if not found.drafts or cue.verb.lemma not in {"add", "continue"}:
        return False
    last = found.drafts[-1]
    return last.kind is QuotationKind.DIRECT and last.end <= u.starts[cue.first]


def _as_said(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """“As X said, …”, “…, as X said”, and “A, as X said, B”: the clause around is the content."""
    if source.first == 0 or u.low[source.first - 1] != "as":
        return False
    if cue.verb.form == "ing" or cue.verb.kind == "thinking":
        return False
    reach = range(cue.last + 1, min(len(u), cue.last + 20))
    comma = next((at for at in reach if u.low[at] == "," and u.kinds[at] == STOP), None)
    opening = source.first - 1
    leads = opening <= 1 and u.kinds[0] != QUOTE
    parts: list[Content] = []
    if not leads and opening > 0 and (u.low[opening - 1] in PAUSES or u.kinds[opening - 1] == QUOTE):
        parts = left(u, opening - 1, found.taken)
        if parts and u.kinds[parts[0].last] == QUOTE and parts[0].last > parts[0].first and comma is not None:
            parts = [Content(parts[0].last, parts[0].last, "marks")]
            comma = None
    if comma is not None and comma + 1 < len(u):
        short = bool(parts) and u.kinds[parts[0].last] != QUOTE and parts[0].last - parts[0].first < _ASIDE
        if u.kinds[comma + 1] == QUOTE:
            parts.append(Content(comma + 1, comma + 1, "marks"))
        elif leads or short:
            parts.append(Content(comma + 1, clause_end(u, comma + 1, len(u)), "bare"))
    direct = right(u, cue, len(u)) if not parts or leads else None
    if direct is not None and direct.how == "marks":
        parts = [direct]
    if not parts:
        return False
    draft = drafted(u, cue, parts, source, found)
    draft.evidence, draft.confidence = f"“as … {u.word(cue.first)}”", 0.9
    return True


def _parenthetical(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """A cue without content on its right closes or interrupts the clause on its left: “…, X said”, “A, X said, B”."""
    closes = "p" in cue.frames or cue.verb.lemma == "tell"
    if not closes or cue.verb.form == "ing" or cue.passive or cue.negated or cue.verb.kind == "thinking":
        return False
    at = source.first - 1
    if at < 1 or (u.low[at] != "," and u.low[at] not in DASHES) or closing(u, source.first, len(u)) != cue.first:
        return False
    end = adjunct_end(u, cue.last + 1, len(u), told=cue.verb.lemma in ADDRESSED)
    parts = around(u, at, len(u) if end is None else end, found.taken, openers=found.thoughts)
    if sum(len(u.over(part.first, part.last)) for part in parts) < _SHORTEST:
        return False
    draft = drafted(u, cue, parts, source, found)
    draft.evidence, draft.confidence = f"“{u.word(cue.first)}”, after the clause", 0.85
    return True
