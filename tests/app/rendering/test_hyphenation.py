"""Words are hyphenated after the patterns of their language."""

import pytest

from reader.app.rendering.typography import layout_options
from reader.config import Settings
from reader.text.layout import DEFAULT_OPTIONS


@pytest.mark.parametrize(
    ("language", "word", "places"),
    [("en", "engineering", [2, 5, 8]), (None, "engineering", [2, 5, 8]), ("de", "Ingenieurwesen", [2, 4, 6, 8, 9, 11])],
)
def test_words_are_hyphenated_in_the_language_of_the_article(language, word, places):
    options, _ = layout_options(Settings(hyphenate=True), language)
    assert options.break_points is not None
    assert list(options.break_points(word)) == places


def test_words_of_a_language_without_patterns_stay_whole():
    assert layout_options(Settings(hyphenate=True), "xx") == (DEFAULT_OPTIONS, ())


async def test_the_page_is_laid_out_after_the_settings(opened, tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text("justify = true\nhyphenate = true\n", encoding="utf-8")
    async with opened((76, 40)) as at:
        rows = [at.screen.body.page_layout.row(y) for y in range(at.screen.body.page_layout.height)]
        assert any(len(at.screen.body.page_layout.pieces(y)) > 1 for y in range(len(rows)))
        shown = ["".join(part.text for part in at.screen.body.render_line(y)) for y in range(30)]
        full = [line.rstrip() for line in shown if len(line.rstrip()) == at.screen.body._page.columns.end]
        assert len(full) > 5
