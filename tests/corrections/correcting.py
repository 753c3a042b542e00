"""Sample articles with what the engine finds in them, and corrections as a person makes them, one after another."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from reader.analysis import analyse
from reader.corrections import (
    AddQuotation,
    Anchor,
    Correction,
    JoinClaims,
    MergeVoices,
    MoveClaims,
    NamedVoice,
    Operation,
    RemoveClaim,
    RemoveQuotation,
    SetExtent,
    SetHolder,
    SetKind,
    SetMention,
    SetRelation,
    SetSpeaker,
    SetTitle,
    SetVia,
    SetVoiceField,
    SplitClaim,
    VoiceField,
    replay,
)
from reader.model import Analysis, Article, Claim, Quotation, QuotationKind, RelationKind, Span, Voice, VoiceKind
from reader.sources import load

SAMPLES = Path(__file__).parents[2] / "samples"
ENGINE = "engine-1"


@cache
def sample(name: str = "round-up.txt") -> tuple[Article, Analysis]:
    """A sample article, and its analysis by the engine ENGINE."""
    article = load(str(SAMPLES / name))
    return article, replace(analyse(article), engine=ENGINE)


def correction(operation: Operation, number: int = 1, engine: str = ENGINE) -> Correction:
    return Correction(f"c{number}", operation, engine)


def anchor(article: Article, item: Quotation | Claim | Span) -> Anchor:
    match item:
        case Quotation():
            return Anchor.of(article.text, *item.spans)
        case Claim():
            return Anchor.of(article.text, item.span)
        case _:
            return Anchor.of(article.text, item)


def named(article: Article, analysis: Analysis, voice: Voice) -> NamedVoice:
    """A voice as the app names it."""
    spoken = [quotation for quotation in analysis.quotations if quotation.voice == voice.id]
    at = anchor(article, voice.mentions[0]) if voice.mentions else anchor(article, spoken[0]) if spoken else None
    return NamedVoice(voice.name, at, voice.kind, voice.role, voice.affiliation, voice.outlet)


def corrected(analysis: Analysis, *operations: Operation, engine: str = ENGINE) -> Analysis:
    """The analysis with corrections that all fit."""
    made = [correction(each, number, engine) for number, each in enumerate(operations)]
    result = replay(analysis, made)
    assert not result.misfits
    return result.analysis


NAMES = ("Ada Roe", "Ben Imhof", "the Weir Board")


def operation_on(article: Article, now: Analysis) -> st.SearchStrategy[Operation]:
    """An operation that a person can make on what the screen shows now."""
    return st.one_of(
        on_quotation(article, now), on_voice(article, now), on_claim(article, now), on_thread(article, now)
    )


def who(article: Article, now: Analysis) -> st.SearchStrategy[NamedVoice]:
    """A new voice, or one that is there."""
    return st.sampled_from([NamedVoice(name) for name in NAMES] + [named(article, now, each) for each in now.voices])


def free_words(article: Article, now: Analysis) -> list[Anchor]:
    """Some words of the article that are no quotation."""
    taken = {each.spans for each in now.quotations}
    spans = [Span(start, start + 20) for start in range(30, len(article.text) - 30, 97)]
    return [anchor(article, span) for span in spans if (span,) not in taken]


@st.composite
def on_quotation(draw: st.DrawFn, article: Article, now: Analysis) -> Operation:
    quotation = draw(st.sampled_from(now.quotations))
    words, voices = anchor(article, quotation), who(article, now)
    match draw(st.integers(0, 6)):
        case 0 | 1:
            return SetSpeaker(words, draw(st.none() | voices))
        case 2:
            return SetVia(words, tuple({each.name: each for each in (draw(voices), draw(voices))}.values()))
        case 3:
            return SetKind(words, draw(st.sampled_from(list(QuotationKind))))
        case 4:
            start = max(0, quotation.span.start - draw(st.integers(0, 9)))
            return SetExtent(words, anchor(article, Span(start, quotation.span.end - draw(st.integers(0, 2)))))
        case 5:
            return AddQuotation(draw(st.sampled_from(free_words(article, now))), QuotationKind.DIRECT, draw(voices))
    return RemoveQuotation(words)


@st.composite
def on_voice(draw: st.DrawFn, article: Article, now: Analysis) -> Operation:
    known = st.sampled_from([named(article, now, each) for each in now.voices])
    match draw(st.integers(0, 2)):
        case 0:
            field = draw(st.sampled_from(list(VoiceField)))
            values = {VoiceField.NAME: NAMES, VoiceField.KIND: [kind.value for kind in VoiceKind]}
            return SetVoiceField(draw(known), field, draw(st.sampled_from(values.get(field, ["a miller", None]))))
        case 1:
            return MergeVoices(draw(known), draw(known))
    mentions = [span for each in now.voices for span in each.mentions] or [now.quotations[0].span]
    return SetMention(anchor(article, draw(st.sampled_from(mentions))), draw(who(article, now)))


@st.composite
def on_claim(draw: st.DrawFn, article: Article, now: Analysis) -> Operation:
    claim = draw(st.sampled_from(now.claims))
    words = anchor(article, claim)
    match draw(st.integers(0, 4)):
        case 0:
            own = draw(st.booleans())
            return SetHolder(words, own, None if own else draw(who(article, now)))
        case 1 if claim.id > 1:
            earlier = draw(st.none() | st.sampled_from(now.claims[: claim.id - 1]))
            to = None if earlier is None else anchor(article, earlier)
            return SetRelation(words, to, None if to is None else draw(st.sampled_from(list(RelationKind))))
        case 2 if len(claim.span) > 4:
            middle = (claim.span.start + claim.span.end) // 2
            first, second = Span(claim.span.start, middle), Span(middle, claim.span.end)
            return SplitClaim(words, anchor(article, first), anchor(article, second))
        case 3 if claim.id < len(now.claims):
            return JoinClaims(words, anchor(article, now.claims[claim.id]))
    return RemoveClaim(words)


@st.composite
def on_thread(draw: st.DrawFn, article: Article, now: Analysis) -> Operation:
    in_threads = [each for each in now.claims if each.thread is not None]
    if not in_threads:
        return RemoveClaim(anchor(article, now.claims[0]))
    claims = st.sampled_from(in_threads)
    if draw(st.booleans()):
        return SetTitle(anchor(article, draw(claims)), "another title")
    moved = draw(st.lists(claims, min_size=1, max_size=3, unique_by=lambda each: each.id))
    to = draw(st.none() | claims)
    return MoveClaims(
        tuple(anchor(article, each) for each in moved), None if to is None else anchor(article, to), "a title"
    )


@st.composite
def made_one_by_one(draw: st.DrawFn, article: Article, analysis: Analysis, most: int = 7) -> list[Correction]:
    """Corrections, each made on what the ones before it left."""
    made: list[Correction] = []
    for number in range(draw(st.integers(1, most))):
        now = replay(analysis, made).analysis
        if not (now.quotations and now.claims and now.voices):
            break
        made.append(correction(draw(operation_on(article, now)), number))
    return made
