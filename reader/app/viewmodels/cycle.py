"""Values that a key goes through one after the other, and then from the start again."""

from collections.abc import Iterable
from typing import TypeVar

_Value = TypeVar("_Value")


def next_in_cycle(values: Iterable[_Value], current: _Value, by: int = 1) -> _Value:
    """Return the value `by` places after the current one; after the last one comes the first."""
    values = list(values)
    return values[(values.index(current) + by) % len(values)]
