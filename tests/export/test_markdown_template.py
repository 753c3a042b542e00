"""Markdown by a template: a person's own, and the presets, read back by markdown-it, PyYAML and Logseq's parser."""

import time
from dataclasses import replace

import pytest
import yaml
from hypothesis import given

from reader.errors import ExportError
from reader.export import markdown_template
from reader.export.markdown_export import article_id_of, render, write
from tests.export.commonmark_reading import front_matter, passages
from tests.export.exported import ARTICLE, DRY, FULL, GONE, PER, TOVE, node_reads, texts

ALL = (DRY, FULL, GONE)
OWN = """
{% block properties %}
kind: reading
topics: [a, {{ outlet | tojson }}]
outlet: null
{% endblock %}
{% block title %}# Notes on {{ title }}{% endblock %}
{% block heading %}## {{ colour }}{% endblock %}
{% block highlight %}
{{ words | quote }}

{{ attribution }}{% for tag in tags %} {{ tag | tag }}{% endfor %}

{{ note | paragraphs }}
{% endblock %}
"""


@pytest.fixture
def own(tmp_path):
    def load(source=OWN):
        file = tmp_path / "own.md"
        file.write_text(source, encoding="utf-8")
        return markdown_template.load(str(file))

    return load


def test_a_template_decides_properties_title_headings_and_highlights(own):
    text = render(ARTICLE, ALL, style=own())
    assert front_matter(text) == {
        "title": ARTICLE.title,
        "author": ARTICLE.byline,
        "url": ARTICLE.url,
        "date": yaml.safe_load("2026-02-27"),
        "kind": "reading",
        "topics": ["a", "The Sluice"],
        "pullquote": "a1b2c3",
    }
    assert "\n# Notes on A Dry Year: What Now?\n" in text
    assert [(each.heading, each.id) for each in passages(text)] == [("yellow", "aa"), ("yellow", "cc"), ("pink", "bb")]


def test_what_a_template_lacks_looks_as_without_one(own):
    assert render(ARTICLE, ALL, style=own("{# nothing #}")) == render(ARTICLE, ALL)


@pytest.mark.parametrize("name", ["own", *markdown_template.PRESETS])
def test_what_a_person_wrote_survives_and_a_second_export_is_the_same_bytes(own, name, tmp_path):
    style = own() if name == "own" else markdown_template.load(name)
    file = tmp_path / "x.md"
    write(ARTICLE, ALL, output=file, style=style)
    first = file.read_bytes()
    write(ARTICLE, ALL, output=file, style=style)
    assert file.read_bytes() == first
    lines = first.decode().split("\n")
    written = "\n".join(
        f"{line}\n\nMine {at}.\n" if "<!-- /pullquote" in line else line for at, line in enumerate(lines)
    )
    written = written.replace("It is dry", "It is very dry")
    file.write_text(written, encoding="utf-8")
    more = replace(FULL, id="dd", note="new")
    write(ARTICLE, (*ALL, more), output=file, style=style)
    after = file.read_text(encoding="utf-8")
    assert [line for line in after.split("\n") if line.startswith("Mine")] == [
        line for line in written.split("\n") if line.startswith("Mine")
    ]
    assert "It is very dry" in after
    assert after.count("pullquote:highlight dd") == 1
    assert article_id_of(after) == "a1b2c3"


def test_text_is_escaped_unless_a_filter_made_markdown_of_it(own):
    style = own("{% block highlight %}{{ words }} {{ words | raw }} {{ 1 + 1 }}{{ missing_is_none }}{% endblock %}")
    with pytest.raises(ExportError, match="'missing_is_none' is undefined"):
        style.highlight(ARTICLE, replace(GONE, exact="*a*"))
    style = own("{% block highlight %}{{ words }} {{ words | raw }} {{ 1 + 1 }}{{ start }}{% endblock %}")
    assert style.highlight(ARTICLE, replace(GONE, exact="*a*")) == [r"\*a\* *a* 2"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{% block heading %}", "line 1: Unexpected end of template"),
        ("\n\n{% nothing %}", "line 3: Encountered unknown tag 'nothing'"),
        ("{% block title %}{{ 1 / 0 }}{% endblock %}", "division by zero"),
        ("{% block title %}{{ title.nothing.more }}{% endblock %}", "has no attribute 'nothing'"),
        ("{% block title %}{{ ''.__class__.__mro__ }}{% endblock %}", "is unsafe"),
        ("{% block title %}{{ title.__init__.__globals__ }}{% endblock %}", "is unsafe"),
        ("{% block title %}{{ cycler.__init__.__globals__.os }}{% endblock %}", "is unsafe"),
        ("{% block title %}{% include '/etc/passwd' %}{% endblock %}", "no loader"),
        ("{% block title %}{% for a in range(10 ** 9) %}x{% endfor %}{% endblock %}", "Range too big"),
        ("{% block properties %}a: [{% endblock %}", "is not valid YAML"),
        ("{% block properties %}- a{% endblock %}", "has no names with values"),
    ],
)
def test_a_mistake_in_a_template_is_one_sentence_and_it_reaches_nothing(own, source, reason):
    with pytest.raises(ExportError) as error:
        render(ARTICLE, ALL, style=own(source))
    assert reason in str(error.value)
    assert "own.md" in str(error.value)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nowhere/x.md", "No such file"), ("logsek", "There is no template logsek: name logseq or obsidian")],
)
def test_a_template_that_is_not_there_is_one_sentence(name, reason):
    with pytest.raises(ExportError, match=reason):
        markdown_template.load(name)


def test_a_template_of_the_wrong_kind_is_one_sentence(tmp_path):
    (tmp_path / "latin.md").write_bytes(b"\xff")
    (tmp_path / "large.md").write_bytes(b" " * 1_000_001)
    for name, reason in (("latin.md", "it is not UTF-8"), ("large.md", "is larger than"), (".", "Is a directory")):
        with pytest.raises(ExportError, match=reason):
            markdown_template.load(str(tmp_path / name))


def test_obsidian_gets_links_callouts_and_a_note_about_each_person():
    style = markdown_template.load("obsidian")
    text = render(ARTICLE, ALL, style=style)
    assert front_matter(text)["author"] == "[[Ola Vik and Ida van der Berg]]"
    assert "\n## [[Tove Lind]]\n" in text
    assert (
        "\n> [!quote] [[Tove Lind]], hydrologist, Marsh Institute, Delta Post (via Ola Vik, The Sluice)\n> “It is dry,”"
        in text
    )
    assert "\n#water #two-words\n" in text
    assert "\n*These words are no longer in the article.*\n" in text
    assert style.person is not None
    note = style.person(ARTICLE, DRY)
    assert front_matter(note) == {"kind": "expert", "role": "hydrologist", "affiliation": "Marsh Institute"}
    assert note.endswith("# Tove Lind")


@pytest.mark.parametrize(
    ("name", "target", "link"),
    [
        ("Tove Lind", "Tove Lind", "[[Tove Lind]]"),
        ("AC/DC: Tove #1", "AC DC Tove 1", "[[AC DC Tove 1|AC/DC: Tove #1]]"),
        ("a]] | [[b", "a b", "[[a b|a b]]"),
        ("../../etc/passwd", "etc passwd", "[[etc passwd|../../etc/passwd]]"),
        ("..", "article-export", "[[article-export|..]]"),
        ("é" * 200, "é" * 80, f"[[{'é' * 80}|{'é' * 200}]]"),
    ],
)
def test_the_note_about_a_person_is_a_file_in_its_folder_and_the_target_of_links(name, target, link):
    assert markdown_template.note_name(name) == target
    text = render(ARTICLE, (replace(FULL, speaker=replace(PER, name=name)),), style=markdown_template.load("obsidian"))
    assert f"\n## {link}\n" in text


@given(name=texts())
def test_law_the_name_of_a_note_is_never_a_path_and_never_empty(name):
    target = markdown_template.note_name(name)
    assert target.strip(". ")
    assert not set('\\/:*?"<>|#^[]\n') & set(target)


def test_logseq_reads_blocks_quotes_page_links_and_tags(tmp_path):
    file = tmp_path / "x.md"
    odd = replace(GONE, exact="[sic] {{macro}} ((block)) key:: value", speaker=TOVE)
    file.write_text(render(ARTICLE, (DRY, odd), style=markdown_template.load("logseq")), encoding="utf-8")
    blocks = node_reads("mldoc", "logseq", file)
    headings = [block[1] for block in blocks if block[0] == "Heading"]
    assert [each["level"] for each in headings] == [1, 1, 2, 2]
    assert headings[1]["title"][0][1]["url"] == ["Page_ref", "Tove Lind"]
    assert sum(block[0] == "Quote" for block in blocks) == 2
    assert [block[1] for block in blocks if block[0] == "Raw_Html"][1].startswith("<!-- pullquote:highlight aa")
    found = str(blocks)
    assert "['Tag', [['Plain', 'water']]]" in found
    for markup in ("Latex", "Macro", "Block_ref", "Property"):
        assert markup not in found


def test_many_highlights_take_time_in_proportion():
    style = markdown_template.load("obsidian")

    def seconds(count):
        start = time.process_time()
        render(ARTICLE, [replace(FULL, id=f"h{at}") for at in range(count)], style=style)
        return time.process_time() - start

    seconds(10)
    assert seconds(400) < 12 * max(seconds(100), 0.05)
