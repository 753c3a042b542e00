"""Join quotation marks across paragraphs: those left open, continued or introduced by the paragraph before."""

from bisect import bisect_left

from reader.analysis.blocks.passages import PROSE, Passage, last_unit
from reader.analysis.cues.drafts import AttributionDraft, draft_for_marks, with_source
from reader.analysis.floating.marked_sentences import has_no_speaker
from reader.analysis.leadins.introduced import with_leadin_source
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import QUOTE, STOP, Unit

SPEECH = 4
"""Minimum words of marks without a cue that are speech."""

_OPEN = 8  # paragraphs of one utterance that begin with a new opening mark
_LABEL = 16  # maximum tokens of a paragraph that is a name with a description
_ANSWER = "the answer of who is asked in the paragraph before"
_TURN = "the turn of who asked"
_ASKING = frozenset({"asked", "asks"})
_OBJECT_PRONOUNS = frozenset({"her", "him", "me", "them", "us"})


def draft_from_before(text: str, parts: list[Passage], passage: Passage, u: Unit, at: int) -> AttributionDraft | None:
    """Return a draft for marks that open a passage and depend on the one before: led in, or continuing open marks."""
    if not passage.index:
        return None
    earlier = parts[passage.index - 1]
    outer = [m for m in earlier.marks if m.level == 0]
    left_open = bool(outer) and not outer[-1].closed
    led_in = None if left_open else _led_in(text, earlier, u, at)
    speaker = _speaker(text, earlier)
    if led_in is not None or speaker is None:
        return led_in
    if left_open:
        speaker.spans.append(u.over(at, at))
        return speaker
    if has_no_speaker(speaker):
        return None
    return _answer_or_turn(text, parts, passage, u, speaker) or draft_for_same_speaker(u, at, speaker)


def _led_in(text: str, earlier: Passage, u: Unit, at: int) -> AttributionDraft | None:
    """A draft for marks after a colon, or below a paragraph that is only a name ("Ada Roe, head of the mill")."""
    lead = last_unit(earlier, text)
    if lead is None:
        return None
    if earlier.ending(text) == ":":
        return with_leadin_source(draft_for_marks(u, at, None, "after a colon"), lead[0], earlier.leading(text))
    if earlier.kind not in PROSE or earlier.marks or len(lead[0]) > _LABEL or len(earlier.units(text)) > 1:
        return None
    name = phrase_from(lead[0], 0, len(lead[0]))
    if name is None or name.kind != "name" or not name.first < name.last == len(lead[0]) - 1:
        return None
    return with_source(draft_for_marks(u, at, None, "below a name"), lead[0], name)


def _answer_or_turn(
    text: str, parts: list[Passage], passage: Passage, u: Unit, speaker: AttributionDraft
) -> AttributionDraft | None:
    """Marks that are a whole passage and answer a question to a person before, or are the next turn after an answer."""
    if len(passage.units(text)) > 1 or any(kind not in {STOP, QUOTE} for kind in u.kinds):
        return None
    earlier = parts[passage.index - 1]
    if speaker.evidence in {_ANSWER, _TURN}:
        draft = draft_for_marks(u, 0, None, _TURN)
        draft.goes_on = _speaker(text, parts[passage.index - 2])
        return draft
    for asking, _ in earlier.units(text):
        asked = _person_asked(asking, speaker)
        if asked is not None:
            return with_source(draft_for_marks(u, 0, None, _ANSWER), asking, asked)
    return None


def _person_asked(u: Unit, question: AttributionDraft) -> Phrase | None:
    """The person who is asked a question in quotation marks (“Why?” Roe asked her.)."""
    if question.cue is None or question.mention is None or question.mention.start > question.cue.start:
        return None
    if not u.span.contains(question.cue) or u.text[question.spans[-1].end - 2 : question.spans[-1].end - 1] != "?":
        return None
    verb = bisect_left(u.starts, question.cue.start)
    person = verb + 1
    if u.low[verb] not in _ASKING or u.kinds[person + 1 :][:1] != [STOP]:
        return None
    return Phrase(person, person, person, person, "pronoun") if u.low[person] in _OBJECT_PRONOUNS else None


def draft_of_open_marks(
    text: str, parts: list[Passage], passage: Passage, number: int, at: int
) -> AttributionDraft | None:
    """Return the draft of a later passage for an utterance whose marks this passage leaves open; else None.

    That is “We saw it. at the end of a passage, with “We ran,” said Roe. at the beginning of the next: the words of all
    the passages before are added to the draft.
    """
    u = passage.units(text)[number][0]
    if number or u.marks[at].closed or u.marks[at].span.end < passage.span.end:
        return None
    if passage.index and parts[passage.index - 1].ending(text) == ":":
        return None  # the introduced words may contain others' quotations
    spans = [u.over(at, at)]
    opened: list[dict[int, AttributionDraft]] = []
    for following in parts[passage.index + 1 : passage.index + 1 + _OPEN]:
        marks = following.marks
        opens = bool(marks) and marks[0].span.start == following.span.start and following.kind is passage.kind
        if not opens or not following.units(text) or text[marks[0].span.start] != text[u.starts[at]]:
            return None
        first, found = following.units(text)[0]
        draft = found.taken.get(0)
        if draft is not None and draft.spans and draft.spans[0].start == first.starts[0]:
            draft.spans[0:0] = spans
            for each in opened:
                each[0] = draft
            return draft
        if marks[0].closed or draft is not None:
            return None
        spans.append(first.over(0, 0))
        opened.append(found.taken)
    return None


def draft_for_same_speaker(u: Unit, at: int, last: AttributionDraft | None) -> AttributionDraft | None:
    """Return a draft of direct speech by the previous speaker."""
    if last is None or u.text.count(" ", u.starts[at], u.ends[at]) < SPEECH - 1:
        return None
    draft = draft_for_marks(u, at, None, "the same speaker goes on")
    draft.goes_on = last
    return draft


def _speaker(text: str, passage: Passage) -> AttributionDraft | None:
    """The draft of the last marks in a passage."""
    for u, found in reversed(passage.units(text)):
        for at in sorted(u.marks, reverse=True):
            draft = found.taken.get(at)
            if draft is not None and draft.spans:
                return draft
    return None
