"""Textual's App without its command palette: to load that takes a fifteenth of a start, and ours stands in for it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

__all__ = ["App"]


class Unused(ModuleType):
    """A module of which names are taken that nothing uses: each is a class without anything in it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def without(name: str) -> Iterator[None]:
    """Inside the block a module of this name that is not loaded yet gives names that nothing uses; later it loads."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = Unused(name)
    try:
        yield
    finally:
        del sys.modules[name]


with without("textual.command"):
    from textual.app import App
