"""Finds of whom a text says a role in passing: "As finance minister he …", "Ada Cole, who was mayor until 2019"."""

import re
from functools import cache

from reader.analysis.voices import anaphora
from reader.analysis.voices.roster import Referent
from reader.analysis.voices.scene import Place, Scene

_MANY = 8  # places that are looked at for one phrase
_REACH = 60  # characters between a role and whose it is
_PRONOUN_BEHIND = re.compile(r",?\s(he|she)\b")
_PRONOUN_BEFORE = re.compile(r"\b(he|she|who)\s(?:\w+\s){0,2}\Z", re.IGNORECASE)
_APART = re.compile(r"[.;:!?”\"\n]")


def said_to_be(scene: Scene, place: Place, nouns: set[str]) -> Referent | None:
    """The person of whom one of these role nouns was said before a place, the last such; None for nobody."""
    text = scene.article.text
    own = scene.attributions[place.index].spans
    found = [
        m for m in _said(frozenset(nouns)).finditer(text, 0, place.start) if not any(s.covers(m.start()) for s in own)
    ]
    for match in reversed(found[-_MANY:]):
        whose = _whose(scene, place, match)
        if whose is not None and whose.person:
            return whose
    return None


@cache
def _said(nouns: frozenset[str]) -> re.Pattern[str]:
    """A role noun behind "as", "was", "became", "served as", with the words before it."""
    either = "|".join(sorted(map(re.escape, nouns)))
    return re.compile(
        rf"\b(?P<link>[Aa]s|is|was|been|became|becoming|remained|made|named|appointed|elected)"
        rf"\s(?:(?:an?|the|then|once|its|their|his|her)\s)?(?:[\w’'-]+\s){{0,3}}?(?:{either})(?![\w’'-])"
    )


def _whose(scene: Scene, place: Place, match: re.Match[str]) -> Referent | None:
    """Whose role it is: the subject behind "As mayor …, " or the one before "was mayor"."""
    text = scene.article.text
    if match["link"] == "As":
        return _behind(scene, place, match.end())
    return _before(scene, place, match.start("link")) or (
        _behind(scene, place, match.end()) if text.startswith("as", match.start("link")) else None
    )


def _behind(scene: Scene, place: Place, end: int) -> Referent | None:
    text = scene.article.text
    pronoun = _PRONOUN_BEHIND.search(text, end, end + _REACH)
    first = next(iter(scene.between(end, min(place.start, end + _REACH))), None)
    if (
        pronoun is not None
        and (first is None or pronoun.start() < first.start)
        and not _APART.search(text, end, pronoun.start())
    ):
        return _antecedent(scene, place, pronoun.start(1), pronoun[1])
    return first.who if first is not None and not _APART.search(text, end, first.start) else None


def _before(scene: Scene, place: Place, start: int) -> Referent | None:
    text = scene.article.text
    left = max(0, start - _REACH)
    pronoun = _PRONOUN_BEFORE.search(text, left, start)
    if pronoun is not None and pronoun[1].lower() != "who":
        return _antecedent(scene, place, pronoun.start(1), pronoun[1].lower())
    last = None
    for sighting in scene.between(left, start):
        last = sighting
    return last.who if last is not None and not last.owner and not _APART.search(text, last.end, start) else None


def _antecedent(scene: Scene, place: Place, start: int, pronoun: str) -> Referent | None:
    return anaphora.person(scene, Place(place.index, start, place.barred), "m" if pronoun == "he" else "f")
