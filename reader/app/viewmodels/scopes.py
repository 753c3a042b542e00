"""Which quotations are in the scope that a person chose, and what is said about it."""

from bisect import bisect_left
from functools import lru_cache

from reader.app.state import Reading
from reader.app.viewmodels.identity_key import IdentityKey
from reader.model import Analysis
from reader.text.scope import KINDS, Scope, quotations_in

_LABELS = {scope: scope.value for scope in Scope} | {Scope.EVERYONE: "all", Scope.PEOPLE: "individuals"}
SCOPE_KEYS = {label[0]: scope for scope, label in _LABELS.items()}
"""The key that chooses each scope after the key F: the first letter of what it is called there."""


_NONE: frozenset[int] = frozenset()  # one object, since sets are compared by identity


def scoped_quotations(reading: Reading, scope: Scope | None = None) -> frozenset[int]:
    """Return the ids of the quotations in a scope, by default the one that is chosen; none without an analysis."""
    scope = reading.scope if scope is None else scope
    if reading.analysis is None:
        return _NONE
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
    counts = {label: len(scoped_quotations(reading, scope)) for scope, label in _LABELS.items()}
    choices = (f"{label} {count}" for label, count in counts.items() if count)
    return f"type the first letter: {' · '.join(choices)}"


def scope_positions(reading: Reading) -> tuple[str, ...]:
    """Return where the reader is in the chosen scope, in several forms, the longest first."""
    inside = scoped_quotations(reading)
    numbers = [index for index, stop in enumerate(reading.stops) if stop.quotation in inside]
    at = None if reading.stop is None else bisect_left(numbers, reading.stop)
    current = at + 1 if at is not None and numbers[at : at + 1] == [reading.stop] else 0
    where = f"{current} of {len(numbers)}" if current else f"{len(numbers)}"
    return f"{reading.scope} only: {where}", f"{reading.scope}: {where}"
