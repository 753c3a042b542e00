"""Which quotations are in the scope that a person chose, and what is said about it."""

from functools import lru_cache

from reader.app.state import Reading
from reader.app.viewmodels.identity_key import IdentityKey
from reader.model import Analysis
from reader.text.scope import KINDS, Scope, quotations_in

SCOPE_KEYS = {
    "a": Scope.EVERYONE,
    "e": Scope.EXPERTS,
    "o": Scope.OFFICIALS,
    "p": Scope.PRESS,
    "i": Scope.PEOPLE,
    "b": Scope.BODIES,
    "h": Scope.HIGHLIGHTED,
    "d": Scope.DISPUTED,
}
"""The key that chooses each scope after the key F."""

_LABELS = {Scope.EVERYONE: "all", Scope.PEOPLE: "individuals"}  # so that each begins with its key


def scoped_quotations(reading: Reading, scope: Scope | None = None) -> frozenset[int]:
    """Return the ids of the quotations in a scope, by default the one that is chosen; none without an analysis."""
    scope = reading.scope if scope is None else scope
    if reading.analysis is None:
        return frozenset()
    highlights = reading.highlights if scope is Scope.HIGHLIGHTED else ()
    return _quotations_in(scope, IdentityKey(reading.analysis, highlights))


@lru_cache(maxsize=8)
def _quotations_in(scope: Scope, key: IdentityKey) -> frozenset[int]:
    analysis, highlights = key.parts
    assert isinstance(analysis, Analysis)  # noqa: S101 - tells the type checker what the key holds
    assert isinstance(highlights, tuple)  # noqa: S101
    return quotations_in(scope, analysis, highlights)


def scoped_voices(reading: Reading) -> frozenset[int] | None:
    """Return the ids of the voices that are listed in the chosen scope; None for all of them."""
    if reading.analysis is None or reading.scope is Scope.EVERYONE:
        return None
    kinds = KINDS.get(reading.scope)
    if kinds is not None:
        return frozenset(voice.id for voice in reading.analysis.voices if voice.kind in kinds)
    inside = scoped_quotations(reading)
    return frozenset(q.voice for q in reading.analysis.quotations if q.id in inside and q.voice is not None)


def scope_choices(reading: Reading) -> str:
    """Return the sentence that lists the scopes that have quotations, each with their number."""
    counts = {key: len(scoped_quotations(reading, scope)) for key, scope in SCOPE_KEYS.items()}
    choices = (f"{_LABELS.get(scope, scope)} {counts[key]}" for key, scope in SCOPE_KEYS.items() if counts[key])
    return f"type the first letter: {' · '.join(choices)}"


def scope_positions(reading: Reading) -> tuple[str, ...]:
    """Return where the reader is in the chosen scope, in several forms, the longest first."""
    inside = scoped_quotations(reading)
    numbers = [index for index, stop in enumerate(reading.stops) if stop.quotation in inside]
    current = numbers.index(reading.stop) + 1 if reading.stop in numbers else 0
    where = f"{current} of {len(numbers)}" if current else f"{len(numbers)}"
    return f"{reading.scope} only: {where}", f"{reading.scope}: {where}", where
