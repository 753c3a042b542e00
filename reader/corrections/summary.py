"""A correction in a few words, for a list."""

from reader.corrections.operations import (
    AddQuotation,
    Anchor,
    JoinClaims,
    MergeVoices,
    MoveClaims,
    NamedVoice,
    Operation,
    RemoveClaim,
    RemoveQuotation,
    SetExtent,
    SetHighlightExtent,
    SetHighlightSpeaker,
    SetHolder,
    SetKind,
    SetMention,
    SetRelation,
    SetSpeaker,
    SetTitle,
    SetVia,
    SetVoiceField,
    SplitClaim,
)

_WORDS = 8  # words of the text that are shown
_NOBODY = "speaker not known"


def describe(operation: Operation) -> str:  # noqa: C901, PLR0911, PLR0912 - a case each
    """Return what an operation says and the first words that it is about."""
    match operation:
        case SetSpeaker(words, voice):
            return f"{_speaker(voice)}: {_quoted(words)}"
        case SetVia(words, via):
            names = ", via ".join(voice.name for voice in reversed(via))
            return f"{f'passed on by {names}' if via else 'passed on by nobody'}: {_quoted(words)}"
        case SetKind(words, kind):
            return f"{kind.value} quotation: {_quoted(words)}"
        case SetExtent(_, extent):
            return f"begins and ends so: {_quoted(extent)}"
        case AddQuotation(words, _, voice):
            return f"a quotation, {_speaker(voice)}: {_quoted(words)}"
        case RemoveQuotation(words):
            return f"not a quotation: {_quoted(words)}"
        case SetVoiceField(voice, field, value):
            return f"{voice.name}: {field.value} {value or 'none'}"
        case MergeVoices(voice, into):
            return f"{voice.name} is {into.name}"
        case SetMention(mention, voice):
            return f"{_quoted(mention)} means {voice.name}"
        case SetHolder(words, own, voice):
            return f"{'held by the article' if own else f'held by {_name(voice)}'}: {_quoted(words)}"
        case RemoveClaim(words):
            return f"not a claim: {_quoted(words)}"
        case SetRelation(words, to, kind):
            how = f"{'supports' if kind is None else kind.verb} {_quoted(to)}" if to else "answers no claim"
            return f"{_quoted(words)} {how}"
        case SplitClaim(_, _, second):
            return f"a claim of its own: {_quoted(second)}"
        case JoinClaims(words, _):
            return f"one claim with the next: {_quoted(words)}"
        case SetTitle(_, title):
            return f"thread “{title}”"
        case MoveClaims(claims, to, title):
            where = f"the thread of {_quoted(to)}" if to else f"a new thread “{title}”"
            return f"in {where}: {_quoted(claims[0]) if claims else 'no claim'}"
        case SetHighlightExtent(_, extent):
            return f"the highlight is {_quoted(extent)}"
        case SetHighlightSpeaker(_, words, voice):
            return f"the highlight is {_name(voice) if voice else 'nobody'}'s: {_quoted(words)}"


def _quoted(anchor: Anchor) -> str:
    words = anchor.exact.split()
    return f"“{' '.join(words[:_WORDS]).strip('“”„«»')}{'…' if len(words) > _WORDS else ''}”"


def _name(voice: NamedVoice | None) -> str:
    return "nobody that is known" if voice is None else voice.name


def _speaker(voice: NamedVoice | None) -> str:
    return _NOBODY if voice is None else f"said by {voice.name}"
