"""Find the indefinite phrase that a definite one repeats ("a nurse … the nurse"), and what sets two phrases apart."""

import re

from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse
from reader.analysis.voices.roles.role_phrases import ends_of
from reader.model import Span

_FIRST_WORDS = 1500  # characters searched back for the indefinite phrase that a definite one repeats
_LONGEST = 120  # characters of an article and three words
_FUNCTION = r"(?:about|against|an?|at|by|for|from|her|his|in|its|my|of|on|our|the|their|to|who|with|your)\s"
_INDEFINITE = re.compile(
    rf"[AaOo](?<!\w.)(?i:(?:(?<=a)(?:n|nother)?|(?<=o)ne)\s(?:(?!{_FUNCTION})[\w’'-]+\s){{0,3}})\Z"
)
_ARTICLES = frozenset({"A", "An", "His", "Her", "Its", "One", "Our", "Some", "That", "The", "Their", "This"})
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z]\w*")
_STEM = 2  # letters that a country and its adjective share at least ("France", "French")


def indefinite_before(text: str, place: AnaphorPlace, noun: str, *, after: int = 0) -> Span | None:
    """Return the last indefinite phrase from `after` on that a definite one repeats: "an anonymous author"."""
    start = max(after, place.start - _FIRST_WORDS)
    before = text[start : place.start].replace("İ", "i").lower()
    for end in reversed([start + at for at in ends_of(noun, before)]):
        first = _INDEFINITE.search(text, max(start, end - len(noun) - _LONGEST), end - len(noun))
        if first is not None:
            return Span(first.start(), end)
    return None


def same_owner(discourse: Discourse, one: Span, other: Span) -> bool:
    """Return whether the two phrases name no different countries or bodies ("Norvia's ministry")."""
    names = [_CAPITALISED.findall(span.of(discourse.article.text)) for span in (one, other)]
    first, second = ({name[:_STEM] for name in found if name not in _ARTICLES} for found in names)
    return not (first and second) or bool(first & second)
