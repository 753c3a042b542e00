"""Textual's App, loaded without what the program has no use for.

Its command palette takes a fifteenth of a start, and ours stands in for it. TLS takes a thirtieth, which asyncio loads
for connections that nothing makes with it: whoever fetches a page loads it then.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast

__all__ = ["App"]


class Unused(ModuleType):
    """A module of which names are taken that nothing uses: each is a class without anything in it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def without(name: str, instead: ModuleType | None = None) -> Iterator[None]:
    """Inside the block `instead` stands for a module of this name that is not loaded yet; later it loads.

    With None there is no such module for who asks: asyncio can do without TLS.
    """
    if name in sys.modules:
        yield
        return
    # https://docs.python.org/3/reference/import.html#the-module-cache: None says that it is not to be found
    cast("dict[str, ModuleType | None]", sys.modules)[name] = instead
    try:
        yield
    finally:
        del sys.modules[name]


with without("ssl"):
    import asyncio as asyncio  # noqa: PLC0414 - for whom it loads later
with without("textual.command", Unused("textual.command")):
    from textual.app import App
