"""Read an article in a second process while the first one imports Textual: both together take as long as the longer."""

import marshal
import os
import sys
from collections.abc import Callable
from typing import NoReturn, Self

from reader.model import Article, FlatBlock, FlatMark, flatten, unflatten

ArticleFields = tuple[str | None, ...]
PackedArticle = tuple[ArticleFields, list[FlatBlock], list[FlatMark]]

FAILED = 1
"""The exit status of a second process that could not read the article."""


def can_fork() -> bool:
    """Return whether a second process saves time and is safe: Linux with more than one processor."""
    # Windows has no fork. On macOS the system's own libraries may not work after one.
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


class Prefetch:
    """Reads an article in a second process from the beginning of its block on; `article` waits for it.

    Whatever goes wrong in that process, the first one reads the article itself, and raises what that raises.
    """

    def __init__(self, read: Callable[[], Article]) -> None:
        self._read = read
        self._process: int | None = None
        self._pipe = -1

    def __enter__(self) -> Self:
        if can_fork():
            self._pipe, write_end = os.pipe()
            self._process = os.fork()
            if self._process == 0:
                _run_child(self._read, write_end)
            os.close(write_end)
        return self

    def __exit__(self, *_: object) -> None:
        self._end_child()

    def article(self) -> Article:
        """Return the article. Raises what reading it raises."""
        data = b""
        if self._process is not None:
            with open(self._pipe, "rb", closefd=False) as pipe:
                data = pipe.read()
        return self._read() if self._end_child() else unpack_article(data)

    def _end_child(self) -> int:
        """End the second process, if there is one; its wait status, 0 where it has sent the article."""
        process, self._process = self._process, None
        if process is None:
            return FAILED
        os.close(self._pipe)  # a process that is still reading ends when it writes
        return os.waitpid(process, 0)[1]


def _run_child(read: Callable[[], Article], pipe: int) -> NoReturn:
    """In the second process: read the article, send it, and exit without the cleanup of the first process."""
    status = FAILED
    try:
        data = pack_article(read())
        with open(pipe, "wb") as file:
            file.write(data)
        status = 0
    finally:
        os._exit(status)


def pack_article(article: Article) -> bytes:
    """Return an article as bytes for another process of the same program: several times faster than pickle."""
    fields: ArticleFields = (
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
    packed: PackedArticle = (fields, *flatten(article.blocks, article.marks))
    return marshal.dumps(packed)


def unpack_article(data: bytes) -> Article:
    """Return the article that `pack_article` made these bytes of."""
    packed: PackedArticle = marshal.loads(data)  # noqa: S302 - from a process of this program, through its own pipe
    (id_, location, text, *others), blocks, marks = packed
    return Article(id_ or "", location or "", text or "", *unflatten(blocks, marks), *others)
