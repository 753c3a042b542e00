"""Statements of one unit: each cue with its source and the clause or marks it presents, as drafts."""

from reader.analysis.according import according, opinion
from reader.analysis.attitudes import gapped, prepositional, thing, undergone
from reader.analysis.boundaries import adjunct_end, clause_end, closing
from reader.analysis.clauses import right
from reader.analysis.contents import Content
from reader.analysis.cues import Cue, cues
from reader.analysis.found import Found, drafted, marks_in
from reader.analysis.grammar import ADDRESSED, DASHES, PREPOSITIONS, Verb, is_adverb, speaks
from reader.analysis.news import headline, raised, sentence_case
from reader.analysis.nouns import charge, noun
from reader.analysis.phrases import Phrase
from reader.analysis.postposed import after
from reader.analysis.sayings import counts, in_relative
from reader.analysis.speakers import agent, subject
from reader.analysis.stances import minded, nominal
from reader.analysis.subjects import before
from reader.analysis.units import ASIDE, QUOTE, STOP, WORD, Unit
from reader.analysis.utterances import PAUSES, around, ends_speech, follows_marks, inverted, left, predicate, resumed
from reader.analysis.verbs import finite_at, finite_between
from reader.model import QuotationKind

__all__ = ["Found", "statements"]

_RESPONDING = frozenset({"comment", "respond", "reply", "add", "react"})
_QUOTING = frozenset({"cite", "quote", "report", "paraphrase"})
_QUOTED = 14  # tokens between "quotes" and "as saying"
_NAMING = frozenset({"call", "christen", "dub", "term"})
_CHARGES = frozenset({"accuse", "blame"})
_BLOCK = 5  # tokens behind a colon that are a quotation of their own
_SHORTEST = 9  # characters; fewer say nothing
_SENTENCE = 3  # words in marks that may be a sentence
_TWINS = 4  # cues looked at for a further participle
_ASIDE = 8  # tokens before an interrupting "as X says"


def statements(u: Unit, *, thoughts: bool = False) -> Found:
    """The attributions that the unit's own words make. Marks without a cue are left to the paragraph.

    `thoughts` takes beliefs, wishes, plans and denied sayings for attributions too, and adverbials into the content,
    as the annotators of news attributions do (Pareti, 2015).
    """
    if thoughts and u.paragraph == 0:
        sentence_case(u)
    found = Found(cues=cues(u, thoughts=thoughts), thoughts=thoughts)
    for number, cue in enumerate(found.cues):
        if cue.shape == "according":
            according(u, cue, number, found)
        elif cue.shape == "opinion":
            opinion(u, cue, number, found)
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
    seeming = [(at, None, parts) for at, parts in raised(u)]
    held = [(at, source, [content]) for at, source, content in (*minded(u), *nominal(u))]
    for at, source, parts in (*seeming, *held):
        drafted(u, Cue(at, at, at, Verb(u.low[at], "thinking", "", "past"), "verb"), parts, source, found)
    titled = headline(u)
    if titled is not None:
        name, content = titled
        colon = name.last + 1
        drafted(u, Cue(colon, colon, colon, Verb(":", "saying", "", "past"), "verb"), [content], name, found)


def _verb(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """A verb of saying: its source before or behind it, its content on the right, on the left, or on both sides."""
    behind = inverted(u, cue)
    if behind is not None:
        found.sources[number] = behind
        _closed(u, cue, behind, (cue.group - 1, behind.last + 1), found)
        return
    if _passed_on(u, cue, number, found):
        return
    source, own = subject(u, cue, number, found)
    named = cue.verb.lemma in _NAMING and source is not None and source.kind == "noun"
    if source is not None and not (named and not speaks(u.low[source.head_last])):
        found.sources[number] = source
        if own and (_as_said(u, cue, source, found) or _tells(u, cue, source, found)):
            return
    content = thing(u, cue) if found.thoughts and prepositional(u, cue) else None
    content = content or _before_twin(u, cue, number, right(u, cue, whole=found.thoughts), found)
    if found.thoughts and _apart(u, cue, source if own else None, content, found):
        return
    if source is not None and own and follows_marks(u, source) and _follows(u, cue, source, content, found):
        return
    if content is None and source is not None:
        closes = own and _parenthetical(u, cue, source, found)
        content = thing(u, cue) if found.thoughts and not closes else None
    if content is not None:
        _presented(u, cue, content, source, found)


def _apart(u: Unit, cue: Cue, source: Phrase | None, content: Content | None, found: Found) -> bool:
    """What stands apart from its verb: the subject of a passive, the pronoun of a relative clause."""
    if cue.passive:
        parts, source = undergone(u, cue, content), agent(u, cue)
    else:
        parts = [] if source is None else gapped(u, cue, source, content)
    if parts:
        drafted(u, cue, parts, source, found)
    return bool(parts)


def _follows(u: Unit, cue: Cue, source: Phrase, content: Content | None, found: Found) -> bool:
    """The marks right before "X said", unless what follows the cue is what X said."""
    presents = content is None or content.how in {"marks", "bare", "object"} or ends_speech(u, source)
    rest = cue.last + 1 if content is None or content.how in {"marks", "bare"} else len(u)
    return presents and _closed(u, cue, source, (source.first - 1, rest), found)


def _before_twin(u: Unit, cue: Cue, number: int, content: Content | None, found: Found) -> Content | None:
    """The content up to a further participle of the same speaker ("stating that it leaks and warning of floods")."""
    if content is None or cue.verb.form != "ing" or cue.group != cue.first:
        return content
    for other in found.cues[number + 1 : number + 1 + _TWINS]:
        joint = other.group - 1
        if other.group > content.last:
            break
        if other.verb.form == "ing" and joint > content.first and u.low[joint] in {"and", "or"}:
            return Content(content.first, joint - 1, content.how)
    return content


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
    content = right(u, cue)
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
    rest = resumed(u, between[1])
    if marks_in(u, parts[0]):
        rest = rest or predicate(u, between[1])
    elif "p" not in cue.frames or (cue.verb.kind == "thinking" and not found.thoughts):
        return False
    elif not rest:
        end = adjunct_end(u, between[1])
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
    if content.how in {"that", "bare", "object", "wh"} and in_relative(u, cue, source):
        content = Content(content.first, clause_end(u, content.first, relative=True), content.how)
    if found.thoughts:
        content = _over_colon(u, content)
    if not counts(u, cue, content, source, thoughts=found.thoughts) or _claimed(u, cue, content, source, found):
        return
    if content.how == "marks" and cue.verb.form == "ing" and _joinable(u, cue, found):
        found.drafts[-1].spans.append(u.over(content.first, content.last))
        found.taken[content.first] = found.drafts[-1]
        return
    draft = drafted(u, cue, [*_fronted(u, cue, content, source, found), content], source, found)
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


def _claimed(u: Unit, cue: Cue, content: Content, source: Phrase | None, found: Found) -> bool:
    """Whether marked words have their speaker already.

    Who passes on the whole clause is none beside the one in it (“According to the Post, Roe said: “…””).
    """
    draft = found.taken.get(content.first) if content.how in {"marks", "label"} else None
    if draft is None:
        return False
    short = len(u.over(content.first, content.last).of(u.text).split()) < _SENTENCE
    if source is None or content.how == "label" or short:
        return True
    words = u.marks[content.first].inner(u.text).of(u.text) if content.first in u.marks else ""
    if not words[:1].isupper() or u.low[content.first - 1] not in {",", ":"}:
        return True
    inside = u.over(source.first, cue.last)
    return not any(span.contains(inside) for span in draft.spans)


def _fronted(u: Unit, cue: Cue, content: Content, source: Phrase | None, found: Found) -> list[Content]:
    """What stands before "X said" of a clause that goes on behind it.

    “The weir, X said, “leaks at night””, and, where conditions count, “If it rains, X said it would leak”.
    """
    if source is None or source.first < 2 or u.low[source.first - 1] != "," or cue.verb.form == "ing":  # noqa: PLR2004 - a word and a comma
        return []
    if source.last + 2 < cue.group:
        return []
    if content.how == "marks":
        split = u.low[content.first - 1] == "," and content.first == cue.last + 2
        if not split or not u.text[u.starts[content.first] :].lstrip("\"'“‘«„")[:1].islower():
            return []
        return left(u, source.first - 1, found.taken)
    conditional = found.thoughts and u.low[0] in {"if", "unless", "whether"} and content.how in {"bare", "that"}
    return [Content(0, source.first - 2, "left")] if conditional and not u.marked(0, source.first) else []


def _over_colon(u: Unit, content: Content) -> Content:
    """The content with the marks that a colon adds to its clause at the end of the unit."""
    at = content.last + 1
    last = len(u) - 1
    while last > at and u.kinds[last] == STOP:
        last -= 1
    if content.how not in {"that", "bare", "wh"} or at + 1 != last or u.low[at] != ":" or u.kinds[last] != QUOTE:
        return content
    return Content(content.first, last, content.how)


def _joinable(u: Unit, cue: Cue, found: Found) -> bool:
    """Whether “, adding, “…”” goes on with the marked words before it as one utterance."""
    if not found.drafts or cue.verb.lemma not in {"add", "continue"}:
        return False
    last = found.drafts[-1]
    return last.kind is QuotationKind.DIRECT and last.end <= u.starts[cue.first]


def _as_said(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """“As X said, …”, “…, as X said”, and “A, as X said, B”: the clause around is the content."""
    end = adjunct_end(u, cue.last + 1, told=cue.verb.lemma in ADDRESSED) if _so_said(u, cue, source) else None
    if end is None:
        return False
    comma = end if end < len(u) and u.low[end] == "," else None
    opening = source.first - 1
    leads = opening <= 1 and u.kinds[0] != QUOTE
    parts: list[Content] = []
    if not leads and opening > 0 and (u.low[opening - 1] in PAUSES or u.kinds[opening - 1] == QUOTE):
        parts = left(u, opening - 1, found.taken)
        parts = parts if found.thoughts else [part for part in parts if marks_in(u, part) or not _opens(u, part)]
        if parts and u.kinds[parts[0].last] == QUOTE and parts[0].last > parts[0].first and comma is not None:
            parts = [Content(parts[0].last, parts[0].last, "marks")]
            comma = None
    if comma is not None and comma + 1 < len(u):
        short = bool(parts) and u.kinds[parts[0].last] != QUOTE and parts[0].last - parts[0].first < _ASIDE
        if u.kinds[comma + 1] == QUOTE:
            parts.append(Content(comma + 1, comma + 1, "marks"))
        elif leads or short:
            parts.append(Content(comma + 1, clause_end(u, comma + 1), "bare"))
    direct = right(u, cue) if not parts or leads else None
    if direct is not None and direct.how == "marks":
        parts = [direct]
    if not parts:
        return False
    draft = drafted(u, cue, parts, source, found)
    draft.evidence, draft.confidence = f"“as … {u.word(cue.first)}”", 0.9
    return True


def _so_said(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether "as" stands before the source, and the verb is a finite one of saying."""
    if source.first == 0 or u.low[source.first - 1] != "as" or u.low[cue.first - 1] == "to":
        return False
    return cue.verb.form != "ing" and cue.verb.kind != "thinking"


def _opens(u: Unit, part: Content) -> bool:
    """Whether a part is no clause and no subject: "however", "at night", "that day"."""
    low = u.low[part.first]
    opener = is_adverb(low) or low in PREPOSITIONS or low == "that"
    return opener and part.last - part.first < _ASIDE and not finite_between(u, part.first, part.last)


def _parenthetical(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """A cue without content on its right closes or interrupts the clause on its left: “…, X said”, “A, X said, B”."""
    closes = "p" in cue.frames or cue.verb.lemma == "tell"
    if not closes or cue.verb.form == "ing" or cue.passive or cue.negated:
        return False
    if cue.verb.kind == "thinking" and not found.thoughts:
        return False
    at = source.first - 1
    if at < 1 or (u.low[at] != "," and u.low[at] not in DASHES) or closing(u, source.first) != cue.first:
        return False
    end = adjunct_end(u, cue.last + 1, told=cue.verb.lemma in ADDRESSED)
    parts = around(u, at, len(u) if end is None else end, found.taken, openers=found.thoughts)
    if sum(len(u.over(part.first, part.last)) for part in parts) < _SHORTEST:
        return False
    shared = bool(parts) and cue.last < parts[0].first and finite_at(u, parts[0].first) and u.low[0] in PREPOSITIONS
    opening = len(parts) == 1 and not marks_in(u, parts[0]) and _opens(u, parts[0])
    if not found.thoughts and (shared or opening):
        return False
    draft = drafted(u, cue, parts, source, found)
    draft.evidence, draft.confidence = f"“{u.word(cue.first)}”, after the clause", 0.85
    return True
