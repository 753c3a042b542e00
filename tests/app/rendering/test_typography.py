"""Justified text and hyphenation, as the settings ask for them."""

import sys

from reader.app.rendering.typography import _MISSING, layout_options
from reader.config import Settings
from reader.text.layout import DEFAULT_OPTIONS


def test_without_settings_text_is_laid_out_plainly():
    assert layout_options(Settings(), None) == (DEFAULT_OPTIONS, ())
    assert layout_options(Settings(justify=True), "en") == (DEFAULT_OPTIONS._replace(justified=True), ())


def test_without_the_extra_words_stay_whole_and_a_sentence_says_why(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyphen", None)
    settings = Settings(hyphenate=True, justify=True)
    assert layout_options(settings, "en") == (DEFAULT_OPTIONS._replace(justified=True), (_MISSING,))
