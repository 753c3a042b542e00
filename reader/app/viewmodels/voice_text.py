"""What is known of a voice, in words for the screen."""

from rich.cells import cell_len

from reader.app.rendering.truncate import capitalise_first, cut, cut_middle
from reader.model import Voice, VoiceDescription, VoiceKind, describe_voice, without_article

_KINDS_SHOWN = {VoiceKind.EXPERT, VoiceKind.OFFICIAL, VoiceKind.JOURNALIST, VoiceKind.UNNAMED}


def voice_facts(voice: Voice) -> VoiceDescription:
    """Return the role, affiliation and outlet of a voice, without what its name says already.

    A voice without a role gets its kind as its role, where the kind says something ("expert").
    """
    facts = describe_voice(voice.name, role=voice.role, affiliation=voice.affiliation, outlet=voice.outlet)
    if facts.role or voice.kind not in _KINDS_SHOWN:
        return facts
    is_plural = " and " in voice.name and voice.kind is not VoiceKind.UNNAMED
    return facts._replace(role=voice.kind.value + "s" * is_plural)


def fitted_description(voice: Voice, width: int) -> str:
    """Return `voice_description` cut to `width` cells: the name of a place in the middle, a role at its end."""
    description = voice_description(voice, width)
    role = capitalise_first(describe_voice(voice.name, role=voice.role).role)
    return cut(description, width) if description == role else cut_middle(description, width)


def voice_description(voice: Voice, width: int) -> str:
    """Return what a voice is in about `width` cells: affiliation, role or outlet, or two of them if both fit.

    What its name says already is left out. The result may be longer than `width`.
    """
    affiliation = without_article(voice.affiliation)
    facts = describe_voice(voice.name, role=voice.role, affiliation=affiliation, outlet=without_article(voice.outlet))
    outlet = facts.outlet
    both = ", ".join(filter(None, (facts.role, facts.affiliation or outlet)))
    if cell_len(both) <= width:
        return capitalise_first(both)
    place = describe_voice(voice.name, affiliation=affiliation).affiliation  # the role may have said it
    return capitalise_first(place or facts.role or outlet)
