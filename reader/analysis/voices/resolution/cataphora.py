"""Resolve an office to a holder who is named later: a lead says "The harbour minister said …"."""

import re
from collections.abc import Iterator

from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import fold, marked, role_of, singular
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution.offices import said_beside
from reader.analysis.voices.resolution.scene import Scene, ScenePlace
from reader.model import Span

_AHEAD = 2500  # maximum characters from the phrase to the name
_PLACES = 3  # mentions of a name that are searched for the office
_STEM = 3  # letters shared by a country and its adjective
_WORD = re.compile(r"[\w-]+")
_LITTLE = frozenset({"a", "an", "at", "by", "for", "from", "in", "its", "of", "on", "s", "the", "to", "with"})


def named_later(scene: Scene, place: ScenePlace, mention: Mention) -> Referent | None:
    """Return the only person named later as holder of an office ("Harbour Minister Ada Roe"); else None.

    The words of the phrase in lower case must also be in the role that the text gives that person, and both must name
    the same country or body.
    """
    office = role_of(mention.noun) == "official" or mention.noun in marked("roles", "executive")
    if not mention.definite or mention.plural or not office:
        return None
    text, start = scene.article.text, mention.core.start
    near = {id(s.who): s.who for s in scene.between(start, start + _AHEAD) if id(s.who) not in place.barred}
    people = [who for who in near.values() if who.person and not (who.noun or who.joint)]
    told = [(who, role.of(text)) for who in people for role in _roles(scene, who, mention.noun)]
    holders = {id(who): who for who, _ in told}
    who = next(iter(holders.values())) if len(holders) == 1 else None
    if who is None or not who.names or who.names[0].start < start:
        return None
    return who if any(_agree(mention.core.of(text), role) for _, role in told) else None


def _roles(scene: Scene, who: Referent, noun: str) -> Iterator[Span]:
    """The words for an office that the text gives a person, at the first mentions of their name."""
    for told, role in said_beside(scene, who.names[:_PLACES]):
        if singular(told.noun.strip(".")) == noun and "former" not in role.of(scene.article.text).lower():
            yield role


def _agree(phrase: str, role: str) -> bool:
    """Whether a role has the phrase's words in lower case and the same country or body, where both name one."""
    small = {fold(singular(w)) for w in _WORD.findall(phrase) if w.islower() and w not in _LITTLE}
    if not small <= {fold(singular(word)) for word in _WORD.findall(role)}:
        return False
    theirs, own = _proper(phrase, small), _proper(role, small)
    return not (theirs and own) or bool(theirs & own)


def _proper(words: str, small: set[str]) -> set[str]:
    """The first letters of the capitalised words that name a country or a body."""
    capitals = (word for word in _WORD.findall(words) if word[0].isupper() and word not in {"A", "An", "The"})
    return {word[:_STEM] for word in capitals if role_of(word) is None and fold(word) not in small}
