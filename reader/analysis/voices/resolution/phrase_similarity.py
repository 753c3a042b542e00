"""Decide whether two phrases with the same noun can refer to the same thing, by owner and number."""

import re

from reader.analysis.voices.names.forms import POSSESSIVES
from reader.analysis.voices.resolution.scene import Scene
from reader.model import Span

_ARTICLES = frozenset({"A", "An", "His", "Her", "Its", "One", "Our", "Some", "That", "The", "Their", "This"})
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z]\w*")
_STEM = 2  # letters that a country and its adjective share at least ("France", "French")
_COUNTED = frozenset({"first", "fourth", "last", "next", "older", "other", "second", "third", "younger"})


def same_owner(scene: Scene, one: Span, other: Span) -> bool:
    """Return whether the two phrases have no different owners, by pronoun or by country ("Norvia's ministry")."""
    owner = _owner(scene, one)
    if owner and _owner(scene, other) not in {"", owner}:
        return False
    names = [_CAPITALISED.findall(span.of(scene.article.text)) for span in (one, other)]
    first, second = ({name[:_STEM] for name in found if name not in _ARTICLES} for found in names)
    return not (first and second) or bool(first & second)


def _owner(scene: Scene, span: Span) -> str:
    """The possessive pronoun that begins a phrase, "" for none: "his campaign" is not "her campaign"."""
    first = span.of(scene.article.text).split(" ", 1)[0].lower()
    return first if first in POSSESSIVES else ""


def same_number(scene: Scene, one: Span, other: Span) -> bool:
    """Return whether no ordinal sets the two apart: "the second witness" is not the first."""
    words, known = (span.of(scene.article.text).lower().split() for span in (one, other))
    return known[0] == "another" or _COUNTED.intersection(words) <= set(known)
