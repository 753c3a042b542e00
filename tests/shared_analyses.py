"""One analysis of each article for all tests that open it in a session: they are about what is made of an analysis."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

import reader.analysis
from reader.model import Analysis, Article

_LONGEST = 20_000
"""Longer texts are not kept."""

_found: dict[Article, Analysis] = {}


@contextmanager
def shared_analyses() -> Iterator[None]:
    """Let sessions have an article analysed once: it and its analysis are data that nothing changes."""
    analyse = reader.analysis.analyse

    def analyse_once(article: Article, check: Callable[[], None] = lambda: None) -> Analysis:
        if len(article.text) > _LONGEST:
            return analyse(article, check)
        check()
        if article not in _found:
            _found[article] = analyse(article, check)
        return _found[article]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader.analysis, "analyse", analyse_once)
        yield
