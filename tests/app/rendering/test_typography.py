"""Prose as a person wants it set, and what is said where that can't be."""

import sys

import pytest

from reader.app.rendering.typography import _MISSING, layout_setting
from reader.config import Settings
from reader.services.session import Session
from reader.text.layout import DEFAULT_OPTIONS
from tests.app.pane_harness import ARTICLE


def session(**wanted):
    return Session(Settings(**wanted), library=False)


def test_nothing_is_done_to_prose_that_was_not_asked_for():
    assert layout_setting(session(), ARTICLE) == DEFAULT_OPTIONS
    assert layout_setting(session(justify=True), ARTICLE) == DEFAULT_OPTIONS._replace(justified=True)


@pytest.mark.parametrize("before", [None, "The library is busy."])
def test_without_the_extra_words_stay_whole_and_it_is_told_once(monkeypatch, before):
    monkeypatch.setitem(sys.modules, "pyphen", None)
    asked = session(hyphenate=True, justify=True)
    asked.complaint = before
    assert layout_setting(asked, ARTICLE) == DEFAULT_OPTIONS._replace(justified=True)
    assert layout_setting(asked, ARTICLE) == DEFAULT_OPTIONS._replace(justified=True)  # the next article
    assert asked.complaint == (_MISSING if before is None else f"{before} {_MISSING}")
