"""Seen: what a function tells of a form, kept for the next time that it is met, for stages that ask for every word."""

from collections.abc import Callable
from typing import TypeVar

Told = TypeVar("Told")

_MOST = 16384
_LONGEST = 64  # characters; longer ones hardly come again


class Seen(dict[str, Told]):
    """`tell` of each form that is looked up. In a `map` a look-up takes half of the time of a function’s own cache."""

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, form: str) -> Told:
        told = self._tell(form)
        if len(form) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[form] = told
        return told


def kept(tell: Callable[[str], Told]) -> Callable[[str], Told]:
    """`tell`, which keeps what it tells: a call takes a third of the time of one of a plain function."""
    return Seen(tell).__getitem__
