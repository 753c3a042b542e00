"""Marked sentences: marks that are a sentence of their own and that nothing claims, with whoever speaks around them."""

from reader.analysis.blocks.passages import Passage
from reader.analysis.blocks.signatures import signed
from reader.analysis.content.questions import asked_at_first
from reader.analysis.cues.drafts import Draft, cue_span, named, under_name
from reader.analysis.cues.found import Found
from reader.analysis.floating.loose import NOBODY
from reader.analysis.syntax.openings import opens
from reader.analysis.syntax.subjects import main_subject
from reader.analysis.units.marks import STOPS
from reader.analysis.units.units import ASIDE, QUOTE, STOP, Unit
from reader.analysis.words.grammar import is_finite, is_role, speaks
from reader.model import QuotationKind

_SENTENCE = 6  # words of marks that are a sentence by themselves
_CLAUSE = 4  # words of marks that are one where a verb is among them
_TOKENS = 24  # of a unit that is nothing but marks: a long row of them is read once, not once a mark
_TITLE_WORD = 4  # letters of a word that a title writes with a capital
_PERSONS = frozenset({"he", "she", "they", "who"})


def alone(text: str, parts: list[Passage], passage: Passage, number: int, at: int) -> Draft | None:
    """A draft for the marks at token `at` of unit `number` where they are a sentence that nobody is said to speak.

    None for a title, a slogan or a term. The speaker is who signs below, whose “said” stands behind, whom the sentence
    before is about, or who said something before; else there is none.
    """
    units = passage.units(text)
    u = units[number][0]
    if len(u) > _TOKENS or any(kind not in {STOP, ASIDE, QUOTE} for kind in u.kinds):
        return None
    draft = Draft([u.over(at, at)], QuotationKind.DIRECT, u.paragraph)
    last = number + 1 == len(units)
    if not last and u.stop(at) in STOPS and _told_behind(*units[number + 1], draft):
        return draft
    if number and u.stop(at) in STOPS and asked_at_first(units[number - 1][0]) and _about(*units[number - 1], draft):
        draft.evidence = "the answer of who is asked in the sentence before"
        return draft
    if not _sentence(u, at, passage):
        return None
    if (last and _signed(parts, passage, draft)) or (number and _about(*units[number - 1], draft)):
        return draft
    draft.goes_on = _saying(text, parts, passage, number)
    if draft.goes_on is None:
        draft.evidence = NOBODY
        if number == 0 and passage.index:
            before = parts[passage.index - 1].units(text)
            if before and _about(*before[-1], draft):
                draft.evidence = "the subject of the paragraph before"
    else:
        draft.evidence = "after what the same speaker says"
    return draft


def nobody(draft: Draft) -> bool:
    """Whether nobody is known to speak in the draft."""
    return draft.cue is None and draft.mention is None and draft.goes_on is None


def _sentence(u: Unit, at: int, passage: Passage) -> bool:
    """Whether marks that are all of their unit have a stop, and are no title; a paragraph may have fewer words."""
    inner = u.marks[at].inner(u.text).of(u.text)
    words = inner.split()
    if all(word[:1].isupper() for word in words if len(word) >= _TITLE_WORD):
        return False  # "A Room Above the Sea"
    stopped = u.stop(at) in STOPS or u.low[-1] in STOPS
    if len(u) == 1 and u.span == passage.span:
        return stopped or (len(words) >= _SENTENCE and any(is_finite(word.lower()) for word in words))
    ends = stopped or u.ends[at] == passage.span.end
    clause = len(words) >= _CLAUSE and stopped and any(is_finite(word.lower()) for word in words)
    return ends and (clause or len(words) >= _SENTENCE) and inner.lstrip("[(…. ‘'")[:1].isupper()


def _signed(parts: list[Passage], passage: Passage, draft: Draft) -> bool:
    """Gives the draft the name that is all of the next passage, behind a dash."""
    below = signed(parts[passage.index + 1]) if passage.index + 1 < len(parts) else None
    if below is None or len(below[0]):
        return False
    under_name(draft, below[1])
    draft.evidence = "signed below the marks"
    return True


def _told_behind(u: Unit, found: Found, draft: Draft) -> bool:
    """Gives the draft the speaker of "X said." that opens the unit behind it and presents nothing there."""
    source = found.sources.get(0)
    if source is None or source.first or not u.word(0)[:1].isupper():
        return False
    head = u.low[source.head_last]
    if source.kind != "name" and head not in _PERSONS and not speaks(head):
        return False
    cue = found.cues[0]
    said = cue_span(u, cue)
    if (
        cue.verb.kind not in {"asking", "saying"}
        or "q" not in cue.verb.frames
        or any(d.cue == said for d in found.drafts)
    ):
        return False
    draft.cue = said
    draft.evidence = f"“{u.word(cue.first)}”, right after the quotation"
    named(draft, u, source)
    return True


def _about(u: Unit, found: Found, draft: Draft) -> bool:
    """Gives the draft the person whom the sentence before is about, where nothing is said in it."""
    said = found.drafts
    if asked_at_first(u):
        said = [each for each in said if each.cue is None or each.cue.start > u.starts[1]]  # all but the question
    subject = None if said else main_subject(u, len(u))
    if subject is None or not opens(u, subject.first):
        return False
    user = subject.head_last == 0 and u.word(0).islower()  # a sentence in lower case begins with the name of a user
    head = u.low[subject.head_last]
    known = head in {"he", "she"} or (u.low[subject.first] == "the" and (is_role(head) or head.endswith("-year-old")))
    if subject.kind != "name" and not (user or known):
        return False
    draft.evidence = "the subject of the sentence before"
    named(draft, u, subject)
    return True


def _saying(text: str, parts: list[Passage], passage: Passage, number: int) -> Draft | None:
    """What a person says last before the unit of this number: in its passage, else in the one before."""
    earlier = passage.units(text)[:number]
    if not any(found.drafts for _, found in earlier) and passage.index:
        earlier = parts[passage.index - 1].units(text)
    for _, found in reversed(earlier):
        said = [draft for draft in found.drafts if draft.spans and _person(text, draft)]
        if said:
            return min(said, key=lambda draft: (-draft.end, draft.start))
    return None


def _person(text: str, draft: Draft) -> bool:
    """Whether the source of a draft can speak: a name, a person's pronoun, or a noun such as "miller"."""
    if draft.head is None or draft.source_kind == "name":
        return draft.head is not None
    head = draft.head.of(text).lower()
    return head in _PERSONS or (draft.source_kind == "noun" and speaks(head))
