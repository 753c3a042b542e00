"""An article read in a second process while the first one loads the screen: the two take as long as the longer."""

import marshal
import os
import sys
from collections.abc import Callable
from typing import NoReturn, Self

from reader.model import Article, FlatBlock, FlatMark, flatten, unflatten

Facts = tuple[str | None, ...]
Packed = tuple[Facts, list[FlatBlock], list[FlatMark]]

NOT_DONE = 1
"""The status of a second process that could not read."""


def can_fork() -> bool:
    """Whether a second process is of use: there is a processor for it, and a fork is known to be safe this early."""
    # Windows has none; on macOS what the system's own libraries do may not outlive it.
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


class Prefetch:
    """`read` at work in a process of its own from `with` on; `article` waits for it.

    Whatever goes wrong there is left to the first process: it reads for itself, and meets what there is to be told.
    """

    def __init__(self, read: Callable[[], Article]) -> None:
        self._read = read
        self._process: int | None = None
        self._from = -1

    def __enter__(self) -> Self:
        if can_fork():
            self._from, to = os.pipe()
            self._process = os.fork()
            if self._process == 0:
                _work(self._read, to)
            os.close(to)
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def article(self) -> Article:
        """The article. Raises what reading it raises."""
        told = b""
        if self._process is not None:
            with open(self._from, "rb", closefd=False) as pipe:
                told = pipe.read()
        return self._read() if self._end() else unpacked(told)

    def _end(self) -> int:
        """End the second process, if it is there; its status, 0 where it has done its work."""
        process, self._process = self._process, None
        if process is None:
            return NOT_DONE
        os.close(self._from)  # what is still at work ends when it writes
        return os.waitpid(process, 0)[1]


def _work(read: Callable[[], Article], to: int) -> NoReturn:
    """In the second process: read, hand the article over, and end without anything that a program does at its end."""
    status = NOT_DONE
    try:
        told = packed(read())
        with open(to, "wb") as pipe:
            pipe.write(told)
        status = 0
    finally:
        os._exit(status)


def packed(article: Article) -> bytes:
    """An article as bytes, for another process of the same program: several times faster than pickled."""
    facts: Facts = (
        article.id,
        article.location,
        article.text,
        article.title,
        article.byline,
        article.outlet,
        article.published,
        article.language,
        article.url,
    )
    whole: Packed = (facts, *flatten(article.blocks, article.marks))
    return marshal.dumps(whole)


def unpacked(data: bytes) -> Article:
    """The article of these bytes."""
    whole: Packed = marshal.loads(data)  # noqa: S302 - from a process of this program, through a pipe of its own
    (name, location, text, *others), blocks, marks = whole
    return Article(name or "", location or "", text or "", *unflatten(blocks, marks), *others)
