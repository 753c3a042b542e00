"""Every format: the same bytes again, nothing that a terminal would obey, and its parts where they belong."""

import csv
import unicodedata
from dataclasses import replace
from io import StringIO

import pytest

from reader.export import markdown_export, markdown_style, markdown_template, spreadsheet_csv
from reader.export.exported_article import ExportedArticle
from reader.export.formats import FORMATS
from reader.model import Span, Speaker
from tests.export.exported import ANALYSIS, ARTICLE, DRY, EXPORTED, FULL
from tests.poison import LINES, POISON, harmful

BAD = Speaker(f"Otto{LINES}", "person", LINES, LINES, LINES, (f"by{LINES}",), denied=f"denied{POISON}")
HOSTILE = ExportedArticle(
    replace(ARTICLE, id=f"id{LINES}", title=f"T{LINES}", byline=f"B{LINES}", outlet=LINES, published=LINES, url=f"https://x.example/{LINES}"),
    ANALYSIS,
    (replace(DRY, speaker=BAD, note=f"n{LINES}", tags=(f"t{LINES}",), exact=LINES, prefix=LINES, suffix=LINES, spans=(), created=LINES),),
)  # fmt: skip
FILES = [each for each in FORMATS.values() if each.module is not None]


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_exporting_twice_gives_the_same_text(kind):
    assert kind.render([EXPORTED]) == kind.render([EXPORTED])
    assert kind.render([EXPORTED, EXPORTED]) != kind.render([EXPORTED])


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_nothing_leaves_that_a_terminal_would_obey(kind):
    text = kind.render([HOSTILE]).removeprefix("\ufeff").replace("\r\n", "\n")
    assert harmful(text) == set()
    assert not any(unicodedata.category(each) == "Cc" and each not in "\n\t" for each in text)


@pytest.mark.parametrize("template", markdown_template.PRESETS)
def test_nothing_leaves_through_a_template_that_a_terminal_would_obey(template):
    style = markdown_template.load(template)
    assert harmful(markdown_export.render(HOSTILE.article, HOSTILE.highlights, style=style)) == set()
    if style.person is not None:
        assert harmful(style.person(HOSTILE.article, HOSTILE.highlights[0])) == set()


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_what_a_speaker_denies_is_never_shown_without_the_denial(kind):
    denied = replace(FULL, speaker=Speaker("Per Rask", "person", denied="did not say"))
    text = kind.render([replace(EXPORTED, highlights=(denied,))])
    assert "did not say" in text or kind.name == "argdown"  # whose claims are whole sentences


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_a_speaker_who_is_not_sure_never_leaves_without_the_doubt(kind):
    unsure = replace(FULL, speaker=Speaker("Per Rask", "person", "farmer", doubt="probably"))
    text = kind.render([replace(EXPORTED, highlights=(unsure,))])
    assert "probably Per Rask" in text or kind.name == "argdown"


@pytest.mark.parametrize(
    ("template", "line"),
    [
        (None, "— perhaps **Per Rask**, farmer"),
        ("obsidian", "> [!quote] perhaps [[Per Rask]], farmer"),
        ("logseq", "— perhaps [[Per Rask]], farmer"),
    ],
)
def test_markdown_has_the_doubt_before_the_name_but_not_in_the_heading(template, line):
    unsure = replace(FULL, speaker=Speaker("Per Rask", "person", "farmer", doubt="perhaps"))
    style = markdown_style.PLAIN if template is None else markdown_template.load(template)
    lines = [each.strip() for each in markdown_export.render(ARTICLE, [unsure], style=style).split("\n")]
    assert line in lines
    assert [each for each in lines if each.endswith(("## Per Rask", "## [[Per Rask]]"))]


def test_a_spreadsheet_has_the_doubt_in_its_last_column():
    unsure = replace(FULL, speaker=Speaker("Per Rask", "person", doubt="probably"))
    [row] = csv.DictReader(StringIO(spreadsheet_csv.render([replace(EXPORTED, highlights=(unsure,))])))
    assert (row["speaker"], row["doubt"], spreadsheet_csv.COLUMNS[-1]) == ("Per Rask", "probably", "doubt")


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_an_article_without_facts_or_highlights_can_be_exported(kind):
    bare = replace(ARTICLE, title=None, byline=None, outlet=None, published=None, url=None)
    assert kind.render([ExportedArticle(bare, ANALYSIS, (replace(FULL, spans=(Span(0, 3),)),))])
    assert kind.render([ExportedArticle(bare, ANALYSIS)])
