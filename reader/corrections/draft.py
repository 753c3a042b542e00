"""An analysis while corrections are applied: its items point to each other, and get their ids at the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.model import (
    Analysis,
    Claim,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Span,
    Thread,
    Voice,
    VoiceKind,
    enclosing,
)
from reader.text.voice_tags import make_tags


@dataclass(eq=False, slots=True)
class DraftVoice:
    """A voice. `set_at` has the number of the operation that set a field last, `is_new` those that have no tag yet."""

    name: str
    kind: VoiceKind
    role: str | None = None
    affiliation: str | None = None
    outlet: str | None = None
    mentions: set[Span] = field(default_factory=set)
    corrected: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    set_at: dict[str, int] = field(default_factory=dict)
    found: Voice | None = None


@dataclass(eq=False, slots=True)
class DraftQuotation:
    """A quotation; `found` is the engine's, None for one that a person added."""

    kind: QuotationKind
    spans: tuple[Span, ...]
    voice: DraftVoice | None
    via: list[DraftVoice] = field(default_factory=list)
    mention: Span | None = None
    corrected: set[str] = field(default_factory=set)
    found: Quotation | None = None

    @property
    def span(self) -> Span:
        """From the first character of the first part to the last of the last."""
        return enclosing(self.spans)


@dataclass(eq=False, slots=True)
class DraftThread:
    """A thread; its claims point to it."""

    title: str
    corrected: set[str] = field(default_factory=set)


@dataclass(eq=False, slots=True)
class DraftRelation:
    """A relation to an earlier claim."""

    to: "DraftClaim"
    kind: RelationKind
    cue: Span | None = None
    corrected: bool = False


@dataclass(eq=False, slots=True)
class DraftClaim:
    """A claim."""

    span: Span
    own: bool
    voice: DraftVoice | None
    via: list[DraftVoice] = field(default_factory=list)
    thread: DraftThread | None = None
    relation: DraftRelation | None = None
    corrected: set[str] = field(default_factory=set)


class Draft:
    """What an engine found, open to corrections.

    Attributes:
        voices: The voices that the analysis has, and those that operations made.
        quotations: The quotations, in no order.
        claims: The claims, in no order.
        threads: The threads, in no order; one without claims is left out at the end.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.voices = [_draft_voice(voice) for voice in analysis.voices]
        self._present = list(self.voices)
        self.threads = [DraftThread(thread.title, {*thread.corrected}) for thread in analysis.threads]
        self.quotations = [self._draft_quotation(each) for each in analysis.quotations]
        self.claims = [self._draft_claim(each) for each in analysis.claims]
        for claim, found in zip(self.claims, analysis.claims, strict=True):
            if found.relation is not None:
                relation = found.relation
                claim.relation = DraftRelation(
                    self.claims[relation.to - 1], relation.kind, relation.cue, relation.corrected
                )

    def _voice(self, number: int | None) -> DraftVoice | None:
        return None if number is None else self.voices[number - 1]

    def _draft_quotation(self, found: Quotation) -> DraftQuotation:
        via = [self.voices[number - 1] for number in found.via]
        voice = self._voice(found.voice)
        return DraftQuotation(found.kind, found.spans, voice, via, found.mention, {*found.corrected}, found)

    def _draft_claim(self, found: Claim) -> DraftClaim:
        via = [self.voices[number - 1] for number in found.via]
        thread = None if found.thread is None else self.threads[found.thread - 1]
        return DraftClaim(found.span, found.own, self._voice(found.voice), via, thread, None, {*found.corrected})

    def finish(self) -> Analysis:
        """Return the analysis, with ids from 1 in text order."""
        quotations = sorted(self.quotations, key=lambda each: (each.span.start, -each.span.end))
        claims = sorted(self.claims, key=lambda each: (each.span.start, each.span.end))
        voices = _in_order(self._present, self.voices, _first_places(quotations, claims))
        threads = _threads_in_order(self.threads, claims)
        voice_ids = {id(voice): number for number, voice in enumerate(voices, 1)}
        return replace(
            self._analysis,
            voices=_finished_voices(voices),
            quotations=tuple(_quotation(number, each, voice_ids) for number, each in enumerate(quotations, 1)),
            claims=_finished_claims(claims, threads, voice_ids),
            threads=tuple(_thread(number, each, claims) for number, each in enumerate(threads, 1)),
        )


def _draft_voice(found: Voice) -> DraftVoice:
    return DraftVoice(
        found.name,
        found.kind,
        found.role,
        found.affiliation,
        found.outlet,
        {*found.mentions},
        {*found.corrected},
        {*found.known},
        found=found,
    )


def _first_places(quotations: Iterable[DraftQuotation], claims: Iterable[DraftClaim]) -> dict[int, int]:
    """Return where each voice is first heard or passes words on, by the id() of its draft."""
    first: dict[int, int] = {}
    items: list[DraftQuotation | DraftClaim] = [*quotations, *claims]
    for item in items:
        for voice in (item.voice, *item.via):
            if voice is not None:
                first[id(voice)] = min(item.span.start, first.get(id(voice), item.span.start))
    return first


def _in_order(present: Sequence[DraftVoice], every: Sequence[DraftVoice], first: dict[int, int]) -> list[DraftVoice]:
    """Return the voices that say something: those of the analysis in its order, each new one where it speaks first."""
    order = [voice for voice in present if id(voice) in first]
    old = {id(voice) for voice in present}
    new = [voice for voice in every if id(voice) not in old and id(voice) in first]
    for voice in sorted(new, key=lambda each: (first[id(each)], each.name)):
        place = first[id(voice)]
        order.insert(next((at for at, each in enumerate(order) if first[id(each)] > place), len(order)), voice)
    return order


def _threads_in_order(threads: Iterable[DraftThread], claims: Iterable[DraftClaim]) -> list[DraftThread]:
    """Return the threads that have claims, in the order of their first claims."""
    known = {id(thread) for thread in threads}
    found = {id(claim.thread): claim.thread for claim in claims if claim.thread is not None}
    return [thread for key, thread in found.items() if key in known]


def _finished_voices(voices: Sequence[DraftVoice]) -> tuple[Voice, ...]:
    """Return the voices with ids and tags; one keeps its tag, one that is new or has another name gets a free one."""
    kept = [voice.found.tag if voice.found is not None and voice.found.name == voice.name else "" for voice in voices]
    made = iter(_free_tags([voice.name for voice, tag in zip(voices, kept, strict=True) if not tag], {*kept}))
    return tuple(
        Voice(
            id=number,
            tag=tag or next(made),
            name=voice.name,
            kind=voice.kind,
            role=voice.role,
            affiliation=voice.affiliation,
            outlet=voice.outlet,
            mentions=tuple(sorted(voice.mentions)),
            corrected=tuple(sorted(voice.corrected)),
            known=tuple(sorted(voice.known)),
        )
        for number, (voice, tag) in enumerate(zip(voices, kept, strict=True), 1)
    )


def _free_tags(names: Sequence[str], taken: set[str]) -> list[str]:
    """Return a tag for each name that neither another name nor `taken` has."""
    tags: list[str] = []
    for name in names:
        words = tuple(name.split())
        # The same words again lead to the next tag that is free.
        tag = next(tag for count in range(1, 1000) if (tag := make_tags([words] * count)[-1]) not in taken)
        taken.add(tag)
        tags.append(tag)
    return tags


def _quotation(number: int, draft: DraftQuotation, voice_ids: dict[int, int]) -> Quotation:
    via = dict.fromkeys(voice_ids[id(voice)] for voice in draft.via if voice is not draft.voice)
    found = draft.found
    is_set = "voice" in draft.corrected
    return Quotation(
        id=number,
        kind=draft.kind,
        spans=draft.spans,
        voice=None if draft.voice is None else voice_ids[id(draft.voice)],
        via=tuple(via),
        cue=None if found is None else found.cue,
        mention=draft.mention,
        confidence=float(draft.voice is not None) if is_set or found is None else found.confidence,
        evidence="" if is_set or found is None else found.evidence,
        corrected=tuple(sorted(draft.corrected)),
    )


def _finished_claims(
    claims: Sequence[DraftClaim], threads: Sequence[DraftThread], voice_ids: dict[int, int]
) -> tuple[Claim, ...]:
    claim_ids = {id(claim): number for number, claim in enumerate(claims, 1)}
    thread_ids = {id(thread): number for number, thread in enumerate(threads, 1)}
    return tuple(
        Claim(
            id=number,
            span=claim.span,
            own=claim.own,
            voice=None if claim.voice is None else voice_ids[id(claim.voice)],
            via=tuple(dict.fromkeys(voice_ids[id(voice)] for voice in claim.via if voice is not claim.voice)),
            thread=None if claim.thread is None else thread_ids[id(claim.thread)],
            relation=_relation(claim.relation, claim_ids),
            corrected=tuple(sorted(claim.corrected)),
        )
        for number, claim in enumerate(claims, 1)
    )


def _relation(draft: DraftRelation | None, claim_ids: dict[int, int]) -> Relation | None:
    if draft is None or id(draft.to) not in claim_ids:
        return None
    return Relation(claim_ids[id(draft.to)], draft.kind, draft.cue, draft.corrected)


def _thread(number: int, draft: DraftThread, claims: Sequence[DraftClaim]) -> Thread:
    ids = tuple(at for at, claim in enumerate(claims, 1) if claim.thread is draft)
    return Thread(number, draft.title, ids, tuple(sorted(draft.corrected)))
