"""Assign quotation marks without a cue to the current speaker."""

import re
from collections.abc import Callable
from functools import cache, partial

from reader.analysis.blocks.passages import Passage
from reader.analysis.cues.drafts import AttributionDraft, draft_for_marks, with_name_as_source, with_source
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.floating.loose_marks import loose_marks_draft
from reader.analysis.floating.marked_sentences import draft_by_next_speaker, has_no_speaker, marked_sentence_draft
from reader.analysis.floating.paragraph_marks import (
    SPEECH,
    draft_for_same_speaker,
    draft_from_before,
    draft_of_open_marks,
)
from reader.analysis.leadins.candidates import Candidate
from reader.analysis.leadins.introduced import with_leadin_source
from reader.analysis.leadins.leadins import candidates
from reader.analysis.sources.owners import GREETING, TOPICS, opinion_holder
from reader.analysis.syntax.openings import opens
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import main_subject
from reader.analysis.units.marked_titles import capitalised
from reader.analysis.units.marks import STOPS
from reader.analysis.units.noun_phrases import phrase_ending_at
from reader.analysis.units.phrase_heads import phrase_over
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, NUMBER, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import (
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    SPEECH_STOPS,
    can_speak,
    is_adverb,
    is_finite,
)
from reader.analysis.words.lexicon import entries
from reader.model import QuotationKind, Span

_CREDIT = re.compile(r"[^\n]*\bvia (?P<account>@\w{1,40})\W*\Z")
_CREDIT_BEHIND = re.compile(r"\s*(?:https?://\S+\s+)?via (?P<account>@\w{1,40})")
# The outlet or the writer in "… stopped. [Tarn Post | subscribers only]".
_BRACKETED = re.compile(r"\[(?P<source>[A-Z][^\[\]\n|,]{2,60}?)(?:\s?[|,][^\[\]\n]{0,80})?\]\Z")
_LONGEST_BRACKET = 150  # characters
_LEAST_WORDS = 4  # minimum words in quotation marks with a source in brackets or behind a colon; fewer may be a term
_FROM = frozenset({"by", "from", "like", "to", "with"})
_JOINING = frozenset({"and", "but", "so", "yet"})
_ROW = frozenset({",", "and", "or"})
_PREFIX = 5  # maximum words around the marks in a unit that says nothing else
_PLACES = entries("places", "voices")
_AFTER_NAMES = DASHES | {":", ","}


def float_marks(
    text: str, parts: list[Passage], passage: Passage, block: AttributionDraft | None
) -> list[AttributionDraft]:
    """Return drafts for the marks of a passage without a cue; some are added as parts to an earlier draft instead.

    Marks after a colon belong to the source that the sentence names. Marks that are a unit of their own continue the
    utterance that its cue interrupted, the words of the speaker before them, or the lead-in of the passage before.
    `block` is the draft of the block quotation around the passage, if any.
    """
    made: list[AttributionDraft] = []
    last: AttributionDraft | None = None
    units = passage.units(text)
    for number, (u, found) in [each for each in enumerate(units) if each[1][0].marks]:
        from_here = 0 if u.marks.keys() <= found.taken.keys() else _first_of_marks(u)
        readings = cache(partial(candidates, u, found))  # once for all marks of a sentence
        for at in sorted(u.marks):
            if at in found.taken:
                _continue_last(last, u, found.taken[at])
                last = found.taken[at] if found.taken[at].spans else last
                continue
            joined = _joined_draft(u, found, at, last)
            if joined is not None:
                joined.spans += [u.over(at, at)] if joined.spans else []
                found.taken[at] = joined
                continue
            draft = _after_colon(u, at, readings) or _signed(units, number, at, in_block=block is not None)
            draft = draft or _before_clause(u, at) or _credited(u, at) or _sourced_at_end(passage, u, at)
            draft = draft or draft_by_next_speaker(text, parts, passage, number, at)
            draft = draft or draft_of_open_marks(text, parts, passage, number, at)
            if draft is None and at >= from_here and not _names_new_subject(text, passage, number, last):
                if last is not None and runs_on(u, last, at):
                    last.spans.append(u.over(at, at))
                    found.taken[at] = last
                    continue
                opening = number == 0 and (block is None or block.spans[0].start < passage.span.start)
                draft = draft_from_before(text, parts, passage, u, at) if opening else None
                draft = draft or draft_for_same_speaker(u, at, last)
            if draft is None and not u.marks[at].single:
                draft = _with_last_speaker(u, loose_marks_draft(u, found, at), last)
                draft = draft or (marked_sentence_draft(text, parts, passage, number, at) if block is None else None)
            if draft is not None and not _is_of_block(draft, block):
                found.taken[at] = draft
                last = last if (draft.readings and last is not None) or has_no_speaker(draft) else draft
                if draft.spans[-1].contains(u.over(at, at)) and draft.paragraph == passage.index:
                    made += [draft] if draft.passed_on is None else [draft.passed_on, draft]
    return made


def _is_of_block(draft: AttributionDraft, block: AttributionDraft | None) -> bool:
    """Whether the name before a block quotation is the source of marks in it, which are then a part of the block."""
    if block is None or block.mention is None or draft.mention is None:
        return False
    return draft.mention.overlaps(block.mention)


def _joined_draft(u: Unit, found: UnitFindings, at: int, last: AttributionDraft | None) -> AttributionDraft | None:
    """The draft that the marks extend: as the next of a list, or as the translation of the marks before.

    It has no words where the original is no quotation.
    """
    original = _translated_before(u, at)
    if original is not None:
        return found.taken.get(original) or AttributionDraft([], QuotationKind.DIRECT, u.paragraph)
    return last if last is not None and _continues_list(u, found, at, last) else None


def _translated_before(u: Unit, at: int) -> int | None:
    """The marks before the bracket in which marks stand alone, as their translation (“Wir bleiben” (“We stay”))."""
    if at < 2 or u.low[at - 1] != "(" or u.low[at + 1 : at + 2] != [")"]:  # noqa: PLR2004 - the other marks and the bracket
        return None
    original = u.before_brackets(at - 2)
    return original if original in u.marks else None


def _continue_last(last: AttributionDraft | None, u: Unit, draft: AttributionDraft) -> None:
    """Let a draft that a participle opens continue the words of the speaker before (“She left it. Adding, “…””)."""
    if draft.mention is not None or draft.goes_on is not None or draft.cue is None or draft.passed_on is not None:
        return
    if last is not None and last is not draft and draft.cue.start == u.starts[0] and u.low[0].endswith("ing"):
        draft.goes_on, draft.evidence = last, "the same speaker goes on"


def _continues_list(u: Unit, found: UnitFindings, at: int, last: AttributionDraft) -> bool:
    """Whether marks continue a list that ends the draft before (called it “a farce”, “a lie” and “sad”)."""
    before = at - 1
    while before > 0 and u.low[before] in _ROW:
        before -= 1
    if before < 0 or found.taken.get(before) is not last or last.spans[-1:] != [u.over(before, before)]:
        return False
    return before < at - 1 or u.stop(before) == ","


def _after_colon(u: Unit, at: int, readings: Callable[[], list[Candidate]]) -> AttributionDraft | None:
    """Marks after a colon in a sentence that names a source; `readings` are those of the sentence as a lead-in."""
    stop = u.before_brackets(at - 1, -1)
    if stop < 1 or u.kinds[stop] != STOP:
        return None
    adverb = stop == 1 and u.low[stop] == "," and is_adverb(u.low[0])  # "Frankly, “it leaks.”"
    words = u.marks[at].inner(u.text).of(u.text).split()
    title = u.low[stop] == ":" and at + 1 == len(u) and len(words) > 1 and capitalised(words)
    if title and u.stop(at) not in SPEECH_STOPS:
        return None  # "Tarn: “The Long Way Down”"
    phrase = None if adverb or u.low[0] in GREETING else _label(u, stop)
    if phrase is not None and (u.low[stop] == ":" or u.low[0] == "for" or u.stop(at) in SPEECH_STOPS):
        return draft_for_marks(u, at, phrase, "under the speaker’s name and a colon")
    if u.low[stop] != ":":
        return None
    return with_leadin_source(draft_for_marks(u, at, None, "after a colon"), u, readings())


def _before_clause(u: Unit, at: int) -> AttributionDraft | None:
    """Marks that open a sentence, before a colon and a clause about who wrote them (“We stay”: Ada Roe looks back)."""
    words = u.marks[at].inner(u.text).of(u.text).split()
    if at or u.low_at(1) != ":" or len(words) < _LEAST_WORDS or capitalised(words):  # a title: “The Weir”: Ada Roe
        return None
    first = 2 + (u.low_at(2) in _JOINING)
    subject = phrase_from(u, first, len(u)) if first < len(u) else None
    if subject is None or subject.kind != "name" or subject.first != first:
        return None
    return with_source(draft_for_marks(u, at, None, "before a colon and a clause about the speaker"), u, subject)


def _credited(u: Unit, at: int) -> AttributionDraft | None:
    """Marks in a post with the account from which they come, in them or behind (“The weir leaks” via @ferrypost)."""
    inner = u.marks[at].inner(u.text)
    found = _CREDIT.match(u.text, inner.start, inner.end) or _CREDIT_BEHIND.match(u.text, u.ends[at], u.span.end)
    if found is None:
        return None
    return with_name_as_source(draft_for_marks(u, at, None, "“via”"), Span(*found.span("account")))


def _sourced_at_end(passage: Passage, u: Unit, at: int) -> AttributionDraft | None:
    """Marks in a paragraph that ends with their source in brackets (“It leaks.” Rain fell. [Tarn Post])."""
    if passage.closer is not None or not passage.text.endswith("]"):
        return None
    words = u.marks[at].inner(u.text).of(u.text).split()
    begin = u.text.rfind("[", max(u.ends[at], passage.span.end - _LONGEST_BRACKET), passage.span.end)
    if begin < 0 or len(words) < _LEAST_WORDS or capitalised(words):
        return None
    found = _BRACKETED.match(u.text, begin, passage.span.end)
    if found is None:
        return None
    draft = draft_for_marks(u, at, None, "a source in brackets at the end of the paragraph")
    return with_name_as_source(draft, Span(*found.span("source")))


def _signed(units: list[tuple[Unit, UnitFindings]], number: int, at: int, *, in_block: bool) -> AttributionDraft | None:
    """Marks that open a unit and are followed only by a signature in their passage (“We stay” – Ada Roe, miller).

    In the words of somebody else a full name alone is a signature too.
    """
    u = units[number][0]
    if at or (u.stop(at) not in STOPS and len(u) == 1) or number + 1 + (len(u) == 1) != len(units):
        return None
    below, first = (units[-1][0], 0) if len(u) == 1 else (u, 1)
    dashed = below.low[first] in DASHES
    first += dashed
    limit = next((i for i in range(first, len(below)) if below.low[i] in DASHES), len(below))
    name = phrase_from(below, first, limit) if first < limit else None
    if name is None or name.first != first or name.kind != "name" or below.low[first] in DETERMINERS:
        return None
    told = below.low[name.head_last + 1 : name.head_last + 2]
    alone = in_block and not told and name.head_last > name.head_first
    apart = dashed or alone or (told != [] and told[0] in _AFTER_NAMES)
    if finite_between(below, name.head_last + 1, len(below) - 1) or not apart:
        return None
    return with_source(draft_for_marks(u, at, None, "signed behind the marks"), below, name)


def _label(u: Unit, stop: int) -> Phrase | None:
    """The name before the marks and a colon, or alone in its unit before a dash or a comma.

    The topic of the words may come before the colon too (“Ada Roe on the weir:”), and a place before the name (“In
    Tarn, Roe:”).
    """
    opinion = opinion_holder(u)  # "For Ada Roe, “it is a farce …”"
    if opinion is not None and 1 < opinion.last == stop - 1:
        return opinion if u.text.count(" ", u.starts[stop + 1], u.ends[stop + 1]) >= SPEECH else None
    opening = 2 if u.low[:2] == ["as", "for"] else 0
    whole = phrase_from(u, opening, stop)  # "Secretary of state Ada Roe:", "As for Ada Roe, “…”"
    speaks = whole is not None and u.low[stop] == ":" and whole.last == stop - 1 and can_speak(u.low[whole.head_last])
    if whole is not None and (whole.first != opening or not (speaks or u.kinds[whole.last] == NAME)):
        whole = None
    if whole is not None and whole.last == stop - 1:
        dateline = u.low[stop] in DASHES and u.over(whole.first, whole.last).of(u.text).title() in _PLACES
        return whole if u.low[stop] in _AFTER_NAMES and not dateline else None
    if u.low[stop] != ":":
        return None
    if whole is not None and u.low[whole.last + 1] in TOPICS and not finite_between(u, whole.last + 1, stop - 1):
        return whole
    phrase = phrase_ending_at(u, stop - 1, 0)
    if phrase is not None and u.low[phrase.first : phrase.first + 2] == ["more", "from"]:
        phrase = phrase_over(u, phrase.first + 2, phrase.last)
    if phrase is None or u.kinds[phrase.last] != NAME:
        return None
    topic = phrase.first > 1 and u.low[phrase.first - 1] in PREPOSITIONS - _FROM  # "Roe sums up the news from Tarn:"
    return None if topic and finite_between(u, 0, phrase.first) else phrase


def _first_of_marks(u: Unit) -> int:
    """The first token after which the unit has only quotation marks; at most a few words without a verb precede it."""
    words = [i for i, kind in enumerate(u.kinds) if kind in {WORD, NAME, NUMBER}]
    if len(words) > _PREFIX or any(u.kinds[i] == WORD and is_finite(u.low[i]) for i in words):
        return len(u)
    return words[-1] + 1 if words else 0


def runs_on(u: Unit, last: AttributionDraft, at: int) -> bool:
    """Return whether the marks continue an utterance that its cue interrupted (“A,” said X. “B.”)."""
    if last.kind is not QuotationKind.DIRECT or last.paragraph != u.paragraph or last.cue is None:
        return False
    return last.cue.start >= last.spans[0].end and u.starts[at] > last.cue.end


def _names_new_subject(text: str, passage: Passage, number: int, last: AttributionDraft | None) -> bool:
    """Whether the sentence before unit `number` names a different person as its subject, after the last quotation."""
    if not number or last is None:
        return False
    u, found = passage.units(text)[number - 1]
    if found.drafts or u.marks or u.starts[0] < last.spans[-1].end:
        return False
    subject = main_subject(u, len(u))
    return subject is not None and subject.kind == "name" and opens(u, subject.first)


def _with_last_speaker(
    u: Unit, draft: AttributionDraft | None, last: AttributionDraft | None
) -> AttributionDraft | None:
    """The draft with the previous speaker where it has no subject, or only "there" ("there are “…”")."""
    if draft is None or last is None:
        return draft
    elsewhere = draft.head is None and last.spans[-1].end <= u.starts[0]
    if elsewhere or (draft.head is not None and draft.head.of(u.text).lower() == "there"):
        draft.mention = draft.head = None
        draft.goes_on, draft.evidence = last, "the same speaker goes on"
    return draft
