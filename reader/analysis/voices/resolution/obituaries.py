"""Recognise obituaries and their subject, who is the default for “he” and “she”."""

import re

from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution.anaphora import can_be
from reader.analysis.voices.resolution.scene import Scene, ScenePlace
from reader.model import QuotationKind

_DIED = re.compile(r"\b(?:ha[sd] died|who died|died (?:aged|at the age)|dies (?:at|aged))\b")
_BEGINNING = 1500  # characters in which the death must be mentioned
_OFTEN = 3  # times that the text must name its subject


def mourned(scene: Scene) -> Referent | None:
    """Return the subject of a text that begins with a death; None for other texts."""
    match = _DIED.search(scene.article.text, 0, _BEGINNING)
    if match is None:
        return None
    paragraph, here = scene.where(match.start())
    begin = scene.sentences(paragraph)[here].start
    named = next((s.who for s in scene.between(begin, match.start()) if s.who.person and not s.owner), None)
    often = named is not None and sum(s.who is named for s in scene.seen) >= _OFTEN
    return named if often and named is not None and len(named.words) > 1 else None


def meant(scene: Scene, place: ScenePlace, gender: str) -> Referent | None:
    """Return the subject of an obituary, where "he" (`gender` "m") or "she" has no nearer antecedent; else None.

    In quoted words nobody may be named there before the pronoun, elsewhere nobody in its paragraph. None where “…,” she
    said begins a paragraph, because the pronoun may refer to the speaker of the paragraph before.
    """
    scene.mourned = scene.mourned or (mourned(scene),)
    who, own = scene.mourned[0], scene.attributions[place.index]
    if who is None or id(who) in place.barred or not can_be(who, gender):
        return None
    if own.parent is not None:
        near = scene.between(scene.attributions[own.parent].spans[0].start, place.start)
        others = any(s.who.person and s.who is not who and id(s.who) not in place.barred for s in near)
    elif own.kind is QuotationKind.DIRECT and own.spans[0].start == scene.paragraphs[scene.paragraph(place.start)]:
        return None
    else:
        others = any(s.who.person and s.who is not who for s in scene.back(place, paragraphs=0))
    if others:
        return None
    scene.clear.add(place.index)
    return who
