"""Find the statements of a unit in a language other than English: cues with source and content."""

from dataclasses import dataclass, field

from reader.analysis.cues.drafts import AttributionDraft
from reader.analysis.languages.adjacent_names import beside
from reader.analysis.languages.language_data import UNKNOWN, Language
from reader.analysis.languages.other_cues import LanguageCue, behind_cue, cues, named_by, subject
from reader.analysis.languages.paragraphs import COLONS, DASHES
from reader.analysis.languages.source_phrases import ahead, behind, past_time
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import PARENTHESIS, QUOTE, STOP, Unit
from reader.model import QuotationKind

_STOPS = ".,!?…"
_REACH = 20  # maximum tokens between a verb and its marks without a colon
_SPAN = 240  # maximum tokens of a clause
_SHORTEST = 3  # minimum tokens of a clause with content


@dataclass(slots=True)
class Stated:
    """The findings of a unit: its drafts, and the draft of each marked span (by token) that is taken."""

    unit: Unit
    drafts: list[AttributionDraft] = field(default_factory=list)
    taken: dict[int, AttributionDraft] = field(default_factory=dict)


def stated(u: Unit, language: Language) -> Stated:
    """Return the attributions within a unit. Marks without a cue are left to the paragraph."""
    found = Stated(u)
    for cue in cues(u, language):
        if cue.shape in {"ahead", "behind"}:
            _add_according(found, cue, language)
        else:
            _add_verb(found, cue, language)
    if language is UNKNOWN:
        for at in sorted(u.marks):
            draft = beside(u, at)
            if draft is not None:
                found.taken[at] = draft
                found.drafts.append(draft)
    return found


def go_on_reporting(found: Stated, before: Stated, language: Language) -> None:
    """Add a unit without a statement to the reported content before it, where its verb has the form for that.

    German has a form for reported speech: “Das Wehr sei undicht, sagte Roe. Man habe es gewusst.”
    """
    u = found.unit
    if found.drafts or not before.drafts or not language.words("reported").intersection(u.low[:_SPAN]):
        return
    clause = _clause(u, 0, len(u) - 1)
    if clause is None or language.words("first_person").intersection(u.low[:_SPAN]) or u.kinds[clause[0]] == QUOTE:
        return
    draft = _add_draft(found, [clause])
    draft.goes_on = before.drafts[-1]
    draft.confidence, draft.evidence = 0.7, "the form of reported speech goes on"


def _add_verb(found: Stated, cue: LanguageCue, language: Language) -> None:
    """Add the statement of a verb: after marks or a clause, before marks, a colon, or "that" and its clause."""
    u = found.unit
    left = _marks_before(u, cue.group - 1, found, cue)
    if left is not None or (cue.group > 1 and u.low[cue.group - 1] == ","):
        source = subject(u, cue, language) if cue.split >= 0 else behind_cue(u, cue, language)
        end = max(cue.until, source.last if source is not None else -1)
        leads = left is None and u.low_at(end + 1) in COLONS
        closing = language.has("dropped") and end + 2 >= len(u)  # "La presa está cerrada, explicó."
        if not leads and (source is not None or ((left is not None or closing) and cue.shape == "verb")):
            _add_before(found, cue, source, left, language)
            return
    if cue.shape == "closing":
        return
    source = subject(u, cue, language)
    if source is not None and source.first > 0 and source.last < cue.first:
        left = _marks_before(u, source.first - 1, found, cue)
        if left is not None:
            _add_before(found, cue, source, left, language)
            return
    if source is None or not _add_as_said(found, cue, source, language):
        _add_after(found, cue, source, language)


def _add_as_said(found: Stated, cue: LanguageCue, source: Phrase, language: Language) -> bool:
    """Add “As X says, …” or “…, as X says”: the clause after the comma, else the one before it."""
    u = found.unit
    first = min(source.first, cue.split if cue.split >= 0 else cue.group)
    if first == 0 or u.low[first - 1] not in language.words("as"):
        return False
    end = max(cue.until, source.last) + 1
    if u.low_at(end) in COLONS:
        return False
    clause = _clause(u, end + 1, len(u) - 1) if u.low_at(end) == "," else None
    if clause is None and first > 1 and u.low[first - 2] == ",":
        clause = _clause(u, 0, first - 3)
    if clause is None:
        return False
    draft = _add_with_source(found, cue, [clause], source)
    draft.confidence, draft.evidence = 0.85, f"“{u.word(first - 1)} … {_word(u, cue)}”"
    return True


def _marks_before(u: Unit, last: int, found: Stated, cue: LanguageCue) -> int | None:
    """The marks that end before token `last`, with punctuation and brackets between; None where none is free.

    Inside a sentence punctuation must separate them from a verb, or be at their end: after a title the verb follows at
    once.
    """
    at = last
    while at >= 0 and (u.kinds[at] == PARENTHESIS or (u.kinds[at] == STOP and u.low[at] not in {";", ":"})):
        at -= 1
    if at < 0 or u.kinds[at] != QUOTE or at in found.taken:
        return None
    parted = at < last or at == 0 or u.text[u.ends[at] - 2] in _STOPS or u.low[at - 1] in COLONS
    return at if parted or cue.split >= 0 else None


def _add_before(found: Stated, cue: LanguageCue, source: Phrase | None, left: int | None, language: Language) -> None:
    """Add the words before "said X": marks, or the clause, with their continuation after the comma."""
    u = found.unit
    end = past_time(u, max(cue.until, source.last if source is not None else -1) + 1, language) - 1
    if left is not None:
        more = _continuing_marks(u, end + 1, found)
        first = _clause_start(u, left) if cue.kind != "naming" and cue.split < 0 else left
        draft = _add_with_source(found, cue, [(first, left)] if more is None else [(first, left), (more, more)], source)
        draft.confidence = 0.9 if source is not None else 0.5
        draft.evidence = f"“{_word(u, cue)}”, right after the quotation"
        if source is None and not language.has("dropped"):
            draft.confidence = 0.3
        return
    goes_on = u.low_at(end + 1) == ","
    rest = _clause(u, end + 2, len(u) - 1, fewest=2) if goes_on else None
    clause = _clause(u, 0, cue.group - 2, fewest=_SHORTEST if rest is None else 2)
    dropped = source is None and language.has("dropped") and all(u.kinds[at] == STOP for at in range(end + 1, len(u)))
    if clause is None or (source is None and not dropped) or cue.kind == "naming":
        return
    draft = _add_with_source(found, cue, [clause] if rest is None else [clause, rest], source)
    draft.confidence, draft.evidence = (0.6 if dropped else 0.8), f"“{_word(u, cue)}”, after the clause"


def _clause_start(u: Unit, left: int) -> int:
    """The first token of the clause that ends in the marks at `left`; the marks if they are a complete sentence."""
    before = u.marked(max(0, left - _SPAN), left - 1)
    if before or left == 0 or left > _SPAN or u.low[left - 1] in {",", ";", *COLONS}:
        return left
    return left if {STOP, PARENTHESIS}.issuperset(u.kinds[:left]) else 0


def _continuing_marks(u: Unit, at: int, found: Stated) -> int | None:
    """The marks that continue an interrupted utterance in the same unit, after punctuation or words."""
    for index in range(at, min(len(u), at + _REACH)):
        if u.kinds[index] == QUOTE and index not in found.taken:
            return index if u.low[index - 1] in {",", ":", "."} or u.low[index - 1] in DASHES else None
    return None


def _add_after(found: Stated, cue: LanguageCue, source: Phrase | None, language: Language) -> None:
    """Add the words after a verb: marks, marks or words after a colon, or "that" and its clause."""
    u = found.unit
    begin = (source.last if source is not None and source.first > cue.until else cue.until) + 1
    that = language.words("that")
    comma = -1
    for at in range(begin, min(len(u), begin + _REACH)):
        low = u.low[at]
        if u.kinds[at] == QUOTE:
            if at in found.taken:
                return
            if _is_only_name(u, at, language):
                continue
            clause = _clause(u, comma + 1, len(u) - 1) if 0 <= comma < at - 1 else None
            if clause is None:
                _marked(found, cue, source, at)
            else:
                _reported(found, cue, source, clause[0], "and its clause")
            return
        comma = at if low == "," else comma
        if low in COLONS:
            _add_after_colon(found, cue, source, at)
            return
        if low in that and _opens_clause(u, at, language):
            _add_that_clause(found, cue, source, at, language)
            return
        if low == "," and u.low[at + 1 : at + 2] and u.low[at + 1] not in that and _is_reported(u, at + 1, language):
            _reported(found, cue, source, at + 1, "in the form of reported speech")
            return
        if low == ";":
            return


def _is_only_name(u: Unit, at: int, language: Language) -> bool:
    """Whether marks before a reported clause are only a name ("told the “Herald”, she would stay")."""
    if u.low_at(at + 1) in language.words("that"):
        return True
    return at + 2 < len(u) and u.low[at + 1] == "," and _is_reported(u, at + 2, language)


def _marked(found: Stated, cue: LanguageCue, source: Phrase | None, at: int) -> None:
    u = found.unit
    draft = _add_with_source(found, cue, [(at, at)], source)
    draft.evidence = f"“{_word(u, cue)}” before the quotation"
    draft.confidence = (0.9 if u.low[at - 1] in COLONS else 0.75) if source is not None else 0.3


def _add_after_colon(found: Stated, cue: LanguageCue, source: Phrase | None, colon: int) -> None:
    """Add the words after a colon: the marks there, else all of them."""
    u = found.unit
    if colon + 1 >= len(u):
        return
    if u.kinds[colon + 1] == QUOTE:
        _marked(found, cue, source, colon + 1)
        return
    _reported(found, cue, source, colon + 1, "and a colon")


def _opens_clause(u: Unit, at: int, language: Language) -> bool:
    """Whether a word here opens a clause and is no pronoun of the same form ("s’il", not "s’appeler")."""
    pronoun = u.low[at] in language.words("clitics")
    return not pronoun or u.low_at(at + 1) in language.pronouns


def _add_that_clause(found: Stated, cue: LanguageCue, source: Phrase | None, at: int, language: Language) -> None:
    """Add the clause after "that"; where a language drops subjects, a verb that opens the sentence may have none."""
    u = found.unit
    clause = _clause(u, at + 1, len(u) - 1, fewest=2)
    dropped = source is None and cue.group == 0 and language.has("dropped")
    if clause is None or (source is None and not dropped):
        return
    draft = _add_with_source(found, cue, [clause], source)
    draft.confidence, draft.evidence = (0.6 if dropped else 0.85), f"“{_word(u, cue)}” and its clause"


def _is_reported(u: Unit, at: int, language: Language) -> bool:
    """Whether the clause after a comma has a verb in the form of reported speech ("er habe …")."""
    subjunctive = language.words("subjunctive")
    if at >= len(u) or u.low[at] in language.words("coordinators"):
        return False
    for index in range(at, min(len(u), at + _REACH)):
        if u.low[index] in subjunctive:
            return True
        if u.kinds[index] == STOP and index > at + 1:
            return False
    return False


def _reported(found: Stated, cue: LanguageCue, source: Phrase | None, at: int, how: str) -> None:
    u = found.unit
    clause = _clause(u, at, len(u) - 1)
    if clause is None or source is None:
        return
    draft = _add_with_source(found, cue, [clause], source)
    draft.confidence, draft.evidence = 0.75, f"“{_word(u, cue)}” {how}"


def _add_according(found: Stated, cue: LanguageCue, language: Language) -> None:
    """Add “Laut X …”, “…, laut X”, “X zufolge …”: the rest of the unit is the content."""
    u = found.unit
    if cue.shape == "ahead":
        source = ahead(u, cue.first - 1, max(0, cue.first - _REACH), language)
        first, last = (cue.first if source is None else source.first), cue.last
    else:
        source = behind(u, cue.last + 1, language)
        first, last = cue.first, cue.last if source is None else source.last
    if source is None:
        return
    behind_it = _clause(u, last + 1, len(u) - 1)
    before_it = _clause(
        u, 0, first - 1, fewest=1 if behind_it is not None and _opens_with_subject(u, language) else _SHORTEST
    )
    parts = [part for part in (before_it, behind_it) if part is not None]
    if not parts or (found.taken and all(at in found.taken for part in parts for at in u.marked(*part))):
        return
    draft = _add_with_source(found, cue, parts, source)
    draft.confidence, draft.evidence = 0.85, f"“{_word(u, cue)}” and a source"


def _opens_with_subject(u: Unit, language: Language) -> bool:
    """Whether the unit opens with a subject: an article and its noun, or a name."""
    return u.kinds[0] == QUOTE or behind(u, 0, language) is not None


def _clause(u: Unit, first: int, last: int, *, fewest: int = _SHORTEST) -> tuple[int, int] | None:
    """The tokens `first` to `last`, at most one clause, without punctuation around them; None for a few words.

    A content that ends at a cue is shortened at its beginning, one that begins there at its end.
    """
    if last - first > _SPAN:
        first, last = (last - _SPAN, last) if first == 0 else (first, first + _SPAN)
    while first <= last and u.kinds[first] == STOP:
        first += 1
    while last >= first and u.kinds[last] == STOP:
        last -= 1
    words = sum(u.kinds[at] not in {STOP, PARENTHESIS} for at in range(first, last + 1))
    marks = any(u.kinds[at] == QUOTE for at in range(first, last + 1))
    return (first, last) if words >= fewest or marks else None


def _add_with_source(
    found: Stated, cue: LanguageCue, parts: list[tuple[int, int]], source: Phrase | None
) -> AttributionDraft:
    """Add a draft over the tokens of `parts` with its cue and its source."""
    draft = _add_draft(found, parts)
    draft.cue = found.unit.over(cue.first, cue.last)
    return named_by(draft, found.unit, cue, source)


def _add_draft(found: Stated, parts: list[tuple[int, int]]) -> AttributionDraft:
    """Add a draft with the tokens of `parts` as content; its kind depends on how much of it is in marks."""
    u = found.unit
    taken = [at for part in parts for at in u.marked(*part) if at not in found.taken]
    marks = all(u.kinds[at] == QUOTE for part in parts for at in range(part[0], part[1] + 1))
    kind = QuotationKind.DIRECT if marks else QuotationKind.MIXED if taken else QuotationKind.INDIRECT
    draft = AttributionDraft([u.over(*part) for part in parts], kind, u.paragraph)
    for at in taken:
        found.taken.setdefault(at, draft)
    found.drafts.append(draft)
    return draft


def _word(u: Unit, cue: LanguageCue) -> str:
    return u.over(cue.first, cue.last).of(u.text)
