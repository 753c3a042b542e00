"""Statements of one unit: each cue with its source and the clause or marks it presents, as drafts."""

from dataclasses import dataclass, field

from reader.analysis.boundaries import adjunct_end, clause_end, closing
from reader.analysis.clauses import Content, marked_words, right
from reader.analysis.cues import Cue, cues
from reader.analysis.drafts import Draft, bare, cue_span, named
from reader.analysis.grammar import ADDRESSED, CONJUNCTIONS, DASHES, GENITIVES, POSSESSIVES, Verb, is_adverb, speaks
from reader.analysis.news import headline, raised, thing
from reader.analysis.outlets import outlet_near
from reader.analysis.phrases import Phrase
from reader.analysis.postposed import after
from reader.analysis.predicates import opens_clause
from reader.analysis.subjects import before, main_subject
from reader.analysis.units import ASIDE, NAME, QUOTE, STOP, WORD, Unit
from reader.analysis.utterances import PAUSES, around, follows_marks, inverted, left, predicate, resumed
from reader.model import QuotationKind

_RESPONDING = frozenset({"comment", "respond", "reply", "add", "react"})
_DOCUMENTS_ONLY = frozenset({"show", "prove", "demonstrate", "imply", "illustrate", "mean"})
_QUOTING = frozenset({"cite", "quote", "report", "paraphrase"})
_QUOTED = 14  # tokens between "quotes" and "as saying"
_NAMED = frozenset({"identified", "named", "quoted"})
_NOBODY = frozenset({"anyone", "anybody", "nobody", "whoever"})
_CHARGES = frozenset({"accuse", "blame"})
_RECENT = 8  # cues before one that may lend it their source
_BLOCK = 5  # tokens behind a colon that are a quotation of their own
_SHORTEST = 9  # characters; fewer say nothing
_ASIDE = 8  # tokens before an interrupting "as X says"


@dataclass(slots=True)
class Found:
    """What one unit yields: drafts, its cues, each cue's source by its index, and which marks are taken by what."""

    drafts: list[Draft] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    sources: dict[int, Phrase] = field(default_factory=dict)
    taken: dict[int, Draft] = field(default_factory=dict)
    main: Phrase | None = None
    thoughts: bool = False


def statements(u: Unit, *, thoughts: bool = False) -> Found:
    """The attributions that the unit's own words make. Marks without a cue are left to the paragraph.

    `thoughts` takes beliefs, wishes, plans and denied sayings for attributions too, and adverbials into the content,
    as the annotators of news attributions do (Pareti, 2015).
    """
    found = Found(cues=cues(u), thoughts=thoughts)
    for number, cue in enumerate(found.cues):
        if cue.shape == "according":
            _according(u, cue, number, found)
        elif cue.shape == "noun":
            _noun(u, cue, number, found)
        elif cue.verb.lemma in _CHARGES and not cue.passive:
            _charge(u, cue, number, found)
        else:
            _verb(u, cue, number, found)
    if thoughts:
        _besides(u, found)
    return found


def _besides(u: Unit, found: Found) -> None:
    """What only news schemes count: what seems or is expected, and a headline under a name and a colon."""
    for at, parts in raised(u):
        word = Cue(at, at, at, Verb(u.low[at], "thinking", "", "past"), "verb")
        _draft(u, word, parts, None, found)
    titled = headline(u)
    if titled is not None:
        source, content = titled
        colon = Cue(source.last + 1, source.last + 1, source.last + 1, Verb(":", "saying", "", "past"), "verb")
        _draft(u, colon, [content], source, found)


def _draft(u: Unit, cue: Cue, parts: list[Content], source: Phrase | None, found: Found) -> Draft:
    """Adds a draft whose content are `parts`; evidence and confidence are for the caller to set."""
    spans = [u.over(part.first, part.last) for part in parts]
    forms = {marked_words(u, part) for part in parts}
    form = forms.pop() if len(forms) == 1 else "mixed"
    draft = Draft(spans, QuotationKind(form), u.paragraph, cue_span(u, cue))
    if form != "indirect" or cue.verb.kind == "writing":
        draft.outlet = outlet_near(u, cue.last + 1)
    named(draft, u, source)
    for part in parts:
        for at in u.marked(part.first, part.last):
            found.taken.setdefault(at, draft)
    found.drafts.append(draft)
    return draft


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
    source, own = _subject(u, cue, number, found)
    if source is not None:
        found.sources[number] = source
        if own and source.first > 0 and u.low[source.first - 1] == "as" and _as_said(u, cue, source, found):
            return
    content = right(u, cue, len(u), whole=found.thoughts)
    if source is not None and own and follows_marks(u, source):
        rest = cue.last + 1 if content is None or content.how in {"marks", "bare"} else len(u)
        presents = content is None or content.how in {"marks", "bare", "object"}
        if presents and _closed(u, cue, source, (source.first - 1, rest), found):
            return
    if content is None:
        before_it = len(found.drafts)
        if source is not None and own:
            _parenthetical(u, cue, source, found)
        content = thing(u, cue) if found.thoughts and own and len(found.drafts) == before_it else None
        if content is None:
            return
    _presented(u, cue, content, source, found)


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
    passer = _agent(u, quoting) if quoting.passive else found.sources.get(number - 1)
    outer = None if passer is None else _draft(u, quoting, [content], passer, found)
    draft = _draft(u, cue, [content], speaker, found)
    draft.passed_on = outer
    for told in (outer, draft):
        if told is not None:
            told.evidence, told.confidence = f"“{u.word(quoting.first)} … as {u.word(cue.first)}”", 0.9
    return True


def _closed(u: Unit, cue: Cue, source: Phrase, between: tuple[int, int], found: Found) -> bool:
    """The content that "X said" closes, with the rest of the utterance behind; `between` are the tokens either side."""
    parts = left(u, between[0], found.taken) or _reported(u, between[0], found)
    if not parts or not _sayable(u, cue, parts[0]):
        return False
    rest = resumed(u, between[1], len(u))
    if not rest and not _marks_in(u, parts[0]):
        end = adjunct_end(u, between[1], len(u))
        parts = around(u, between[0], len(u) if end is None else end, found.taken)
    elif not rest:
        rest = predicate(u, between[1])
    draft = _draft(u, cue, parts + rest, source, found)
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
    if content.how in {"that", "bare", "object"} and _in_relative(u, cue):
        content = Content(content.first, clause_end(u, content.first, len(u), relative=True), content.how)
    if not _counts(u, cue, content, source, thoughts=found.thoughts) or (content.how in {"marks", "label"} and content.first in found.taken):
        return
    if content.how == "marks" and cue.verb.form == "ing" and _joinable(u, cue, found):
        found.drafts[-1].spans.append(u.over(content.first, content.last))
        found.taken[content.first] = found.drafts[-1]
        return
    draft = _draft(u, cue, [content], source, found)
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


def _in_relative(u: Unit, cue: Cue) -> bool:
    """Whether the cue stands in a relative clause between commas (“X, who said …, left”)."""
    at = cue.group - 1
    return at > 0 and u.low[at] in {"who", "which"} and u.low[at - 1] == ","


def _marks_in(u: Unit, content: Content) -> bool:
    return bool(u.marked(content.first, content.last))


def _counts(u: Unit, cue: Cue, content: Content, source: Phrase | None, *, thoughts: bool) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether this cue with this content is a saying: no thought, no denied saying, none without a source."""
    if thoughts:
        return source is not None or cue.passive or _marks_in(u, content)
    if source is not None and u.low[source.head_last] in _NOBODY:
        return False
    if content.how == "wh" and cue.verb.kind != "asking":
        return False
    if content.how == "infinitive" and (cue.verb.kind not in {"asking", "saying"} or u.low[content.last] in _NAMED):
        return False
    if content.how == "infinitive" and _unnamed(u, content):
        return False
    if cue.verb.kind == "showing" and (source is None or not _uses_words(u, cue, source)):
        return False
    if cue.passive and content.how != "that":
        return False
    if _marks_in(u, content):
        return cue.verb.kind != "thinking" or content.how == "marks"
    if cue.verb.kind == "thinking" or cue.negated:
        return False
    return source is not None or cue.passive


def _unnamed(u: Unit, content: Content) -> bool:
    """Whether it is only "not to be named"."""
    return any(u.low[at] in _NAMED and u.low[at - 1] == "be" for at in range(content.first + 2, min(content.first + 5, len(u))))


def _uses_words(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether a verb of showing has a source that uses words: a document or speaker, no event or thing."""
    head = u.low[source.head_last]
    if source.kind == "noun":
        return speaks(head)
    if source.kind == "pronoun":
        return head in {"he", "she", "they", "who"}
    return cue.verb.lemma not in _DOCUMENTS_ONLY


def _sayable(u: Unit, cue: Cue, content: Content) -> bool:
    if _marks_in(u, content):
        return True
    return "p" in cue.frames and cue.verb.kind != "thinking" and content.last - content.first >= 2  # noqa: PLR2004 - "Go, he said"


def _joinable(u: Unit, cue: Cue, found: Found) -> bool:
    """Whether “, adding, “…”” goes on with the marked words before it as one utterance."""
    if not found.drafts or cue.verb.lemma not in {"add", "continue"}:
        return False
    last = found.drafts[-1]
    return last.kind is QuotationKind.DIRECT and last.end <= u.starts[cue.first]


def _as_said(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """“As X said, …”, “…, as X said”, and “A, as X said, B”: the clause around is the content."""
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
    draft = _draft(u, cue, parts, source, found)
    draft.evidence, draft.confidence = f"“as … {u.word(cue.first)}”", 0.9
    return True


def _parenthetical(u: Unit, cue: Cue, source: Phrase, found: Found) -> None:
    """A cue without content on its right closes or interrupts the clause on its left: “…, X said”, “A, X said, B”."""
    if "p" not in cue.frames or cue.verb.form == "ing" or cue.passive or cue.negated or cue.verb.kind == "thinking":
        return
    at = source.first - 1
    if at < 1 or (u.low[at] != "," and u.low[at] not in DASHES) or closing(u, source.first, len(u)) != cue.first:
        return
    end = adjunct_end(u, cue.last + 1, len(u), told=cue.verb.lemma in ADDRESSED)
    parts = around(u, at, len(u) if end is None else end, found.taken, openers=found.thoughts)
    if sum(len(u.over(part.first, part.last)) for part in parts) >= _SHORTEST:
        draft = _draft(u, cue, parts, source, found)
        draft.evidence, draft.confidence = f"“{u.word(cue.first)}”, after the clause", 0.85


def _subject(u: Unit, cue: Cue, number: int, found: Found) -> tuple[Phrase | None, bool]:  # noqa: PLR0911 - one return a reason
    """The source of a verb, and whether it is its own subject.

    Else it is that of the verb it is joined to, or for a participle the main verb's.
    """
    if cue.passive:
        return _agent(u, cue), False
    participle = cue.verb.form == "ing" and cue.group == cue.first
    own = _noun_before(u, cue) if participle else before(u, cue.group)
    if own is not None:
        return own, not participle
    if cue.group == 0 and u.low[0] == "having":
        return main_subject(u, len(u)), False
    joint = u.low[cue.group - 1] if cue.group > 0 else ""
    if not participle and joint not in {"and", "but", ",", "then", "or"}:
        return None, False
    if not participle and joint != ",":
        main = _main(u, cue.group, found)
        if main is not None:
            return main, False
    recent = range(number - 1, max(-1, number - 1 - _RECENT), -1)
    earlier = next((n for n in recent if n in found.sources and _may_lend(u, found, n)), None)
    if earlier is not None:
        return found.sources[earlier], False
    if participle and cue.group <= 1:
        return main_subject(u, len(u)), False
    return _main(u, cue.group, found), False


def _noun_before(u: Unit, cue: Cue) -> Phrase | None:
    """The noun that a participle right behind it describes (“the share of voters saying …”), when it opens a clause."""
    at = cue.group - 1
    if at < 0 or u.kinds[at] not in {WORD, NAME} or is_adverb(u.low[at]):
        return None
    phrase = before(u, cue.group)
    if phrase is None or phrase.kind == "pronoun" or (phrase.kind == "noun" and not speaks(u.low[phrase.head_last])):
        return None
    return phrase if phrase.first == 0 or u.low[phrase.first - 1] in {",", "and", "–", "—", "―", "with"} else None


def _may_lend(u: Unit, found: Found, number: int) -> bool:
    """Whether an earlier cue lends its source to a later verb: none inside a relative clause or what is said does."""
    cue = found.cues[number]
    if cue.shape == "according" or (cue.group > 0 and u.low[cue.group - 1] in {"who", "which"}):
        return False
    start = u.starts[cue.first]
    return not any(span.start <= start < span.end for draft in found.drafts for span in draft.spans[:1])


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
        found.main = main_subject(u, until)
    return found.main


def _according(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“According to X, …” and “…, according to X”."""
    at = cue.last + 1
    source = after(u, at, len(u))
    if source is None and at < len(u) and u.kinds[at] == QUOTE:
        source = Phrase(at, at, at, at, "noun")
        found.taken[at] = Draft([], QuotationKind.DIRECT, u.paragraph)
    if source is None:
        if at + 1 < len(u) and u.low[at] == "which":
            draft = _draft(
                u, cue, [Content(at + 1, clause_end(u, at + 1, len(u)), "bare")], before(u, cue.first), found
            )
            draft.evidence, draft.confidence = "“according to which”", 0.7
        return
    found.sources[number] = source
    if _fronted(u, cue):
        behind = _clause_behind(u, source)
        parts = [] if behind is None else [behind]
    elif _passed_on_by(u, cue, source, found):
        return
    else:
        parts = _clauses_around(u, cue, source, found)
    if parts:
        draft = _draft(u, cue, parts, source, found)
        draft.evidence = "“according to”, before the clause" if _fronted(u, cue) else "“according to”, after the clause"
        draft.confidence = 0.95


def _passed_on_by(u: Unit, cue: Cue, source: Phrase, found: Found) -> bool:
    """“…,” Y said, according to X: the words are Y's, and X passes them on."""
    last = found.drafts[-1] if found.drafts else None
    if last is None or last.cue is None or last.passed_on is not None or last.cue.start < last.spans[0].end:
        return False
    start = u.starts[cue.first]
    if last.cue.end > start or last.spans[-1].end > start or "," in u.text[last.cue.end : start].rstrip(" ,"):
        return False
    outer = named(Draft(list(last.spans), last.kind, u.paragraph, cue_span(u, cue)), u, source)
    outer.evidence, outer.confidence = "“according to”, after the clause", 0.9
    last.passed_on = outer
    found.drafts.insert(len(found.drafts) - 1, outer)
    return True


def _fronted(u: Unit, cue: Cue) -> bool:
    """Whether "according to" opens its clause."""
    if cue.first == 0 or (cue.first <= 2 and u.low[0] in CONJUNCTIONS):  # noqa: PLR2004 - "But, according to"
        return True
    joint = u.low[cue.first - 1]
    return joint in {"but", "and", "that", ";"} or (joint == "," and cue.first <= 3)  # noqa: PLR2004 - "However, according to"


def _clause_behind(u: Unit, source: Phrase) -> Content | None:
    """The clause behind the comma that closes "according to X"."""
    first = source.last + 1
    while first < len(u) and u.low[first] != "," and first < source.last + 12:
        first += 1
    if opens_clause(u, source.last + 1, len(u)):
        first = source.last
    elif first + 1 >= len(u) or u.low[first] != ",":
        return None
    return Content(first + 1, clause_end(u, first + 1, len(u), whole=True), "bare")


def _clauses_around(u: Unit, cue: Cue, source: Phrase, found: Found) -> list[Content]:
    """The clause that ", according to X" closes or interrupts, without "it seems"."""
    parts = around(u, cue.first - 1, source.last + 1, found.taken)
    if not parts:
        return []
    first, last = parts[0].first, parts[0].last
    if first == last:
        return parts if u.kinds[first] == QUOTE or len(parts) > 1 else []
    seems = next(
        (at for at in range(first, last) if u.low[at] in {"seems", "appears"} and u.kinds[at] == WORD), first - 1
    )
    return [Content(seems + 1, last, "left"), *parts[1:]]


def _noun(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“X's claim that …”, “his warning that …”: the possessor is the source."""
    content = right(u, cue, len(u))
    if content is None or content.how == "object":
        return
    at = cue.first - 1
    while at > max(0, cue.first - 4) and u.kinds[at] == WORD and not _possesses(u.low[at]):
        at -= 1
    source: Phrase | None = None
    if at >= 0 and u.low[at] in POSSESSIVES:
        source = Phrase(at, at, at, at, "pronoun")
    elif at >= 0 and _possesses(u.low[at]):
        source = before(u, at + 1)
    elif cue.verb.lemma not in {"allegations", "accusations", "claims"} or content.how != "that":
        return
    if source is not None:
        found.sources[number] = source
    draft = _draft(u, cue, [content], source, found)
    draft.evidence, draft.confidence = f"“{u.word(cue.first)}” of the source", 0.75 if source else 0.4
    if source is not None and draft.mention is not None and source.kind != "pronoun":
        draft.mention = bare(u.text, draft.mention)


def _possesses(low: str) -> bool:
    return low in POSSESSIVES or low.endswith(GENITIVES)


def _charge(u: Unit, cue: Cue, number: int, found: Found) -> None:
    """“accused X of …”: object and charge are the content."""
    source, _ = _subject(u, cue, number, found)
    if source is None:
        return
    found.sources[number] = source
    for at in range(cue.last + 2, min(len(u), cue.last + 12)):
        if u.low[at] in {"of", "for"}:
            content = Content(cue.last + 1, clause_end(u, cue.last + 1, len(u)), "bare")
            draft = _draft(u, cue, [content], source, found)
            draft.evidence, draft.confidence = f"“{u.word(cue.first)}” and its charge", 0.8
            return
        if u.kinds[at] in {STOP, QUOTE}:
            return
