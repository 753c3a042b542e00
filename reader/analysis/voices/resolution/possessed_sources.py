"""Resolve sources with an owner ("his office", "Cole’s campaign") and pairs ("the two nations")."""

import re
from dataclasses import replace

from reader.analysis.voices.names.forms import PRONOUNS, Mention
from reader.analysis.voices.names.lists import is_human, table
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution import anaphora, bodies, plurals
from reader.analysis.voices.resolution.scene import Scene, ScenePlace
from reader.model import Span

_PRONOUN = re.compile(r"(his|her|its|their)\s", re.IGNORECASE)
_PAIR = re.compile(r"(?:the\s(?:two|pair|duo|couple)|both)(?:\s|\Z)", re.IGNORECASE)
_PAIRS = frozenset({"couple", "duo", "pair", "two"})
_LANDS = frozenset({"country", "government", "nation", "neighbour", "neighbor", "power", "state"})
_NAMES_BACK = 40
_REACH = 1500  # maximum characters between a pair of names and the phrase that refers to it


def owner(scene: Scene, place: ScenePlace, mention: Mention) -> tuple[Referent, Span] | None:
    """Return the owner of a source, and the words for their relation; None where there is no owner or it is unknown."""
    text, core = scene.article.text, mention.core
    pronoun = _PRONOUN.match(text, core.start, core.end)
    if pronoun is not None:
        who = _antecedent(scene, replace(place, outside=False), PRONOUNS[pronoun[1].lower()])
        return None if who is None else (who, Span(pronoun.end(), core.end))
    name = next((n for n in scene.names.within(core.start, core.end) if n.owner), None)
    if name is None or name.place or name.title - core.start > len("the "):
        return None
    end = text.find(" ", name.end, core.end)
    known = scene.roster.find(name)
    return None if known is None or end < 0 else (known, Span(end + 1, core.end))


def _antecedent(scene: Scene, place: ScenePlace, sort: str) -> Referent | None:
    """The antecedent of a possessive pronoun; `sort` is its class."""
    if sort == "plural":
        several = plurals.several(scene, place)
        return None if isinstance(several, Span) else several
    return bodies.thing(scene, place) if sort == "thing" else anaphora.person(scene, place, sort, owner=True)


def pair(scene: Scene, place: ScenePlace, mention: Mention) -> tuple[Name, Name] | None:
    """Return the last two names joined by "and" ("Varland and Rusk"), for a phrase such as "the two nations"."""
    text = scene.article.text
    if _PAIR.match(text, mention.core.start, mention.core.end) is None:
        return None
    near = scene.names.before(place.start, _NAMES_BACK)
    for one, other in zip(reversed(near[:-1]), reversed(near[1:]), strict=True):
        if place.start - one.start > _REACH:
            break
        together = plurals.joined(text, one, other) and not one.owner and not other.owner
        if together and _fits_noun(one, mention.noun) and _fits_noun(other, mention.noun):
            return one, other
    return None


def _fits_noun(name: Name, noun: str) -> bool:
    """Whether a noun fits the referent of a name: a country, a body, or a person."""
    if name.place:
        return noun in _LANDS
    if name.body:
        return noun in table("bodies") and noun not in _LANDS
    return is_human(noun) or noun in _PAIRS
