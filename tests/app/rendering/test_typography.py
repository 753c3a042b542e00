"""Prose as a person wants it set, and what is said where that can't be."""

import sys

from reader.app.rendering.typography import _MISSING, layout_options
from reader.config import Settings
from reader.text.layout import DEFAULT_OPTIONS


def test_nothing_is_done_to_prose_that_was_not_asked_for():
    assert layout_options(Settings(), None) == (DEFAULT_OPTIONS, ())
    assert layout_options(Settings(justify=True), "en") == (DEFAULT_OPTIONS._replace(justified=True), ())


def test_without_the_extra_words_stay_whole_and_a_sentence_says_why(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyphen", None)
    settings = Settings(hyphenate=True, justify=True)
    assert layout_options(settings, "en") == (DEFAULT_OPTIONS._replace(justified=True), (_MISSING,))
