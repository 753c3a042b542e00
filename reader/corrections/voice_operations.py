"""Corrections of voices: what is known of them, two that are one, and mentions of another voice."""

from collections.abc import Sequence

from reader.corrections.draft import Draft, DraftClaim, DraftQuotation, DraftVoice
from reader.corrections.lookup import Lookup, MisfitError, placed, same_name
from reader.corrections.operations import KnownVoice, MergeVoices, SetMention, SetVoiceField, VoiceField
from reader.corrections.quotation_operations import say
from reader.model import VoiceKind

_PLAIN_FIELDS = ("name", "kind", "role", "affiliation", "outlet")


def set_field(lookup: Lookup, operation: SetVoiceField, number: int) -> None:
    """Set a fact about a voice. A name that another voice has makes the two one.

    Args:
        lookup: Finds the voice.
        operation: The operation.
        number: Its place among all operations: of two that set a fact of one voice, the later one counts.
    """
    voice = lookup.voice(operation.voice)
    _assign(lookup.draft, voice, operation.field, operation.value, number)


def set_known(draft: Draft, known: Sequence[KnownVoice]) -> None:
    """Set what is known of voices in every article, by the names that the engine gives them."""
    names = {id(voice): voice.name for voice in draft.voices}
    for each in known:
        for voice in [voice for voice in draft.voices if same_name(names.get(id(voice), ""), each.name)]:
            survivor = _assign(draft, voice, each.field, each.value, -1)
            survivor.known.add(each.field.value)


def _assign(draft: Draft, voice: DraftVoice, field: VoiceField, value: str | None, number: int) -> DraftVoice:
    """Set a field of a voice, and return the voice that has it then."""
    match field:
        case VoiceField.NAME:
            if not value:
                raise MisfitError("a voice has a name")
            voice.name = value
        case VoiceField.KIND:
            try:
                voice.kind = VoiceKind(value or "")
            except ValueError as error:
                raise MisfitError(f"{value} is not a kind of voice") from error
        case _:
            setattr(voice, field.value, value or None)
    voice.corrected.add(field.value)
    voice.known.discard(field.value)
    voice.set_at[field.value] = number
    others = (each for each in draft.voices if each is not voice and same_name(each.name, voice.name))
    other = next(others, None) if field is VoiceField.NAME else None
    if other is None:
        return voice
    _merge(draft, voice, other)
    return other


def merge(lookup: Lookup, operation: MergeVoices) -> None:
    """Make two voices one, which keeps the name of the second; nothing where they are one already."""
    into = lookup.voice(operation.into)
    voice = lookup.find_voice(operation.voice)
    if voice is None or voice is into:
        into.corrected.add("mentions")
    else:
        _merge(lookup.draft, voice, into)
    if "name" in into.corrected:
        into.name = operation.into.name


def _merge(draft: Draft, voice: DraftVoice, into: DraftVoice) -> None:
    """Give all that one voice has to another; of facts that a person set, the one that was set last stays."""
    for name in _PLAIN_FIELDS:
        theirs, own = voice.set_at.get(name, -2), into.set_at.get(name, -2)
        if name != "name" and name in voice.corrected and (name not in into.corrected or theirs > own):
            setattr(into, name, getattr(voice, name))
            into.corrected.add(name)
            into.set_at[name] = theirs
        elif name != "name" and getattr(into, name) is None:
            setattr(into, name, getattr(voice, name))
    into.mentions |= voice.mentions
    into.corrected |= {"mentions", *({"name"} & voice.corrected)}
    items: list[DraftQuotation | DraftClaim] = [*draft.quotations, *draft.claims]
    for item in items:
        item.voice = into if item.voice is voice else item.voice
        item.via = [into if each is voice else each for each in item.via]
    draft.voices = [each for each in draft.voices if each is not voice]


def set_mention(lookup: Lookup, operation: SetMention) -> None:
    """Make words name a voice, with the quotations whose source they are."""
    span = placed(operation.mention).span
    voice = lookup.voice_or_new(operation.voice)
    for each in lookup.draft.voices:
        if span in each.mentions and each is not voice:
            each.mentions.discard(span)
            each.corrected.add("mentions")
    voice.mentions.add(span)
    voice.corrected.add("mentions")
    for quotation in lookup.draft.quotations:
        if quotation.mention == span:
            say(lookup, quotation, voice)
