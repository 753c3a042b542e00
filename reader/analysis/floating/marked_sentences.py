"""Find the speaker of sentences in quotation marks without a cue, from the text around them."""

from itertools import islice

from reader.analysis.blocks.passages import Passage
from reader.analysis.blocks.signatures import signature_at_end
from reader.analysis.content.questions import opens_with_question
from reader.analysis.cues.drafts import AttributionDraft, draft_for_marks, with_name_as_source
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.floating.loose_marks import NOBODY
from reader.analysis.floating.neighbour_sentences import (
    person_subject,
    set_speaker_after,
    set_speaker_by_topic,
    set_speaker_named_next,
)
from reader.analysis.units.marked_titles import capitalised
from reader.analysis.units.marks import STOPS
from reader.analysis.units.units import PARENTHESIS, QUOTE, STOP, Unit
from reader.analysis.units.verbs import verb_at
from reader.analysis.words.grammar import PERSONS, can_speak, is_contraction, is_finite
from reader.model import BlockKind

_SENTENCE = 6  # minimum words of marks that are a sentence by themselves
_CLAUSE = 3  # the same where a verb is among them
_BACK = 2  # passages back in which a speaker may still be the current one
_ASKING = 5  # tokens of "I asked him."
_TOKENS = 24  # tokens of a unit that has only marks: a long list of them is read once, not once a mark


def marked_sentence_draft(
    text: str, parts: list[Passage], passage: Passage, number: int, at: int
) -> AttributionDraft | None:
    """Return a draft for the marks at token `at` of unit `number`, where they are a sentence without a cue.

    None for a title, a slogan or a term. The speaker is the first found of: the signer below, the subject of a “said”
    after it, the topic of the sentence before, the previous speaker, and the topic of the sentence after.
    """
    units = passage.units(text)
    u = units[number][0]
    if not _only_marks(u):
        return None
    draft = draft_for_marks(u, at, None)
    last = number + 1 == len(units)
    if (
        not last
        and u.stop(at) in STOPS
        and (_asks(units[number + 1][0]) or set_speaker_after(*units[number + 1], draft))
    ):
        draft.evidence = draft.evidence or NOBODY
        return draft
    if (
        number
        and u.stop(at) in STOPS
        and opens_with_question(units[number - 1][0])
        and set_speaker_by_topic(*units[number - 1], draft)
    ):
        draft.evidence = "the answer of who is asked in the sentence before"
        return draft
    if not _is_sentence(u, at, passage):
        short = number and _is_short_utterance(u, at)
        return draft if short and set_speaker_by_topic(*units[number - 1], draft) else None
    if last and _set_signer(parts, passage, draft):
        return draft
    draft.evidence = NOBODY
    _set_nearest_speaker(text, parts, passage, number, draft)
    return draft


def _set_nearest_speaker(
    text: str, parts: list[Passage], passage: Passage, number: int, draft: AttributionDraft
) -> None:
    """Set the speaker of a draft to the nearest topic or speaker around it; none where there is none."""
    if number and set_speaker_by_topic(*passage.units(text)[number - 1], draft):
        return
    before = parts[passage.index - 1].units(text) if number == 0 and passage.index else []
    asked = passage.index > 1 and bool(before) and _asks(before[-1][0])  # "“Why?” I ask."
    before = parts[passage.index - 2].units(text) if asked else before
    draft.goes_on = _last_statement(text, parts, parts[passage.index - 1] if asked else passage, number)
    if draft.goes_on is not None:
        draft.evidence = "after what the same speaker says"
        return
    if before and set_speaker_by_topic(*before[-1], draft):
        draft.evidence = "the subject of the paragraph before"
        return
    behind = _next_sentence(text, parts, passage, number)
    if behind is not None and set_speaker_by_topic(*behind, draft):
        draft.evidence = "the subject of the sentence behind"


def _asks(u: Unit) -> bool:
    """Whether a unit says that the author spoke the words before it ("I ask.", "I asked him.")."""
    cue = verb_at(u, 1) if u.low[0] in {"i", "we"} and len(u) > 1 else None
    short = len(u) <= _ASKING and "nothing" not in u.low and not u.marks
    return short and cue is not None and cue[0].kind in {"asking", "saying"}


def draft_by_next_speaker(
    text: str, parts: list[Passage], passage: Passage, number: int, at: int
) -> AttributionDraft | None:
    """Return a draft for marks that are a sentence, where the next sentence names their speaker."""
    u = passage.units(text)[number][0]
    if not _only_marks(u) or u.stop(at) not in STOPS:
        return None
    behind = _next_sentence(text, parts, passage, number)
    draft = draft_for_marks(u, at, None)
    return draft if behind is not None and set_speaker_named_next(*behind, draft) else None


def _only_marks(u: Unit) -> bool:
    return len(u) <= _TOKENS and all(kind in {STOP, PARENTHESIS, QUOTE} for kind in u.kinds)


def _next_sentence(text: str, parts: list[Passage], passage: Passage, number: int) -> tuple[Unit, UnitFindings] | None:
    """The sentence after a unit: the next in its passage, or the first of the next where it is all of its passage."""
    units = passage.units(text)
    if number + 1 < len(units):
        return units[number + 1]
    if number or passage.index + 1 >= len(parts) or parts[passage.index + 1].kind is not BlockKind.PARAGRAPH:
        return None
    return next(iter(parts[passage.index + 1].units(text)), None)


def has_no_speaker(draft: AttributionDraft) -> bool:
    """Return whether the draft has no known speaker."""
    return draft.cue is None and draft.mention is None and draft.goes_on is None


def _is_sentence(u: Unit, at: int, passage: Passage) -> bool:
    """Whether marks that are a whole unit end in punctuation, and are no title; fewer words do in a paragraph."""
    inner = u.marks[at].inner(u.text).of(u.text)
    words = inner.split()
    if capitalised(words):
        return False  # "A Room Above the Sea"
    stopped = u.stop(at) in STOPS or u.low[-1] in STOPS
    if len(u) == 1 and u.span == passage.span:
        return stopped or (len(words) >= _SENTENCE and any(is_finite(word.lower()) for word in words))
    ends = stopped or u.ends[at] == passage.span.end
    finite = any(is_finite(word) or is_contraction(word) for word in inner.lower().split())
    clause = stopped and len(words) >= _CLAUSE and finite
    return ends and (clause or len(words) >= _SENTENCE) and inner.lstrip("[(…. ‘'")[:1].isupper()


def _is_short_utterance(u: Unit, at: int) -> bool:
    """Whether marks of a few words can be said by the topic of the sentence before (“Roe laughed. “Of what?””)."""
    words = u.marks[at].inner(u.text).of(u.text).split()
    return u.stop(at) in STOPS and words[0][:1].isupper() and not capitalised(words[1:])


def _set_signer(parts: list[Passage], passage: Passage, draft: AttributionDraft) -> bool:
    """Whether the next passage is only a dash and a name; sets this name as the speaker of the draft."""
    below = signature_at_end(parts[passage.index + 1]) if passage.index + 1 < len(parts) else None
    if below is None or len(below[0]):
        return False
    with_name_as_source(draft, below[1])
    draft.evidence = "signed below the marks"
    return True


def _last_statement(text: str, parts: list[Passage], passage: Passage, number: int) -> AttributionDraft | None:
    """The last statement of a person before unit `number`: in its passage, else in the one before.

    A statement in the passage before counts only if no other person is mentioned after it.
    """
    earlier, count, silent = passage.units(text), number, passage.silent
    for back in range(1, _BACK + 1):
        if any(found.drafts or found.taken for _, found in islice(earlier, silent, count)) or passage.index < back:
            break
        if back > 1 and any(person_subject(u) is not None for u, _ in earlier):
            return None
        earlier = parts[passage.index - back].units(text)
        count, silent = len(earlier), 0
    for at in range(count - 1, silent - 1, -1):
        found = earlier[at][1]
        said = [each for each in (*found.drafts, *found.taken.values()) if each.spans and _can_speak(text, each)]
        if said:
            return min(said, key=lambda draft: (-draft.end, draft.start))
    if earlier is passage.parts:
        passage.silent = number
    return None


def _can_speak(text: str, draft: AttributionDraft) -> bool:
    """Whether the source of a draft can speak: a name, a person's pronoun, or a noun such as "miller"."""
    if draft.head is None or draft.source_kind == "name":
        return draft.head is not None
    head = draft.head.of(text).lower()
    return head in PERSONS or (draft.source_kind == "noun" and can_speak(head))
