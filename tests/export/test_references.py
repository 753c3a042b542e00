"""BibTeX read by pybtex and pylatexenc, and CSL JSON read by citeproc-py."""

import json
from dataclasses import replace

import pytest
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from reader.export import bibtex, csl_json
from reader.export.references import authors, citation_keys
from tests.export.exported import ARTICLE, EXPORTED, FULL, texts

SHOWN = {r"\textbraceleft{}": "(", r"\textbraceright{}": ")", r"\textasciicircum{}": "|"}
"""Commands of LaTeX that pylatexenc does not know, and characters to compare in their place."""


def entry(text):
    (found,) = parse_string(text, "bibtex").entries.values()
    return found


def shown(latex):
    for command, character in SHOWN.items():
        latex = latex.replace(command, character)
    return LatexNodes2Text(keep_comments=True).latex_to_text(latex)


def test_an_entry_has_the_facts_of_the_article_and_its_passages():
    found = entry(bibtex.render([EXPORTED]))
    assert (found.key, found.type) == ("vik2026dry", "online")
    assert [str(person) for person in found.persons["author"]] == ["Vik, Ola", "van der Berg, Ida"]
    assert found.persons["author"][1].prelast_names == ["van", "der"]
    fields = {name: found.fields[name] for name in ("title", "organization", "date", "year", "url")}
    assert fields == {
        "title": "{A Dry Year: What Now?}",
        "organization": "The Sluice",
        "date": "2026-02-27",
        "year": "2026",
        "url": "https://sluice.example/dry?a=1&b=2_3",
    }
    note = shown(found.fields["annote"])
    assert "“‘It is dry,’ […] ‘and it stays dry.’” — Tove Lind, hydrologist, Marsh Institute, Delta Post" in note
    assert "“=the (river) is *full*, [he] says & waits at 100% for 5_000 ~boats” — Per Rask" in note


@given(title=texts(), words=texts())
def test_law_an_entry_is_whole_and_its_title_reads_back_whatever_the_text(title, words):
    odd = replace(EXPORTED, article=replace(ARTICLE, title=title), highlights=(replace(FULL, spans=(), exact=words),))
    found = entry(bibtex.render([odd]))
    plain = " ".join(title.translate(str.maketrans("{}^", "()|")).split())
    assert " ".join(shown(found.fields["title"]).split()) == plain
    assert found.fields["url"] == ARTICLE.url


def test_csl_json_has_the_same_facts():
    data = json.loads(csl_json.render([EXPORTED]))
    found = CiteProcJSON(data)["vik2026dry"]
    assert (found.type, str(found.title)) == ("article-newspaper", "A Dry Year: What Now?")
    assert [(each.family, each.given) for each in found.author] == [("Vik", "Ola"), ("van der Berg", "Ida")]
    assert (found.issued.year, found.issued.month, found.issued.day) == (2026, 2, 27)
    assert (str(found.container_title), str(found.URL)) == ("The Sluice", ARTICLE.url)
    assert "=the {river} is *full*" in str(found.note)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        (None, []),
        ("Ola Vik", [("Ola", "Vik")]),
        ("Ola Vik, Ida Roe and Per Rask", [("Ola", "Vik"), ("Ida", "Roe"), ("Per", "Rask")]),
        ("Ola Vik, Ida Roe, and Per Rask", [("Ola", "Vik"), ("Ida", "Roe"), ("Per", "Rask")]),
        ("Ola Vik; Ida Roe & Per Rask", [("Ola", "Vik"), ("Ida", "Roe"), ("Per", "Rask")]),
        ("Ludwig van Berg", [("Ludwig", "van Berg")]),
        ("Reuters", [("", "Reuters")]),
    ],
)
def test_the_authors_of_a_byline(byline, expected):
    assert authors(byline) == expected


def test_keys_of_several_articles_differ_and_stay_the_same():
    other, bare = (
        replace(ARTICLE, id="x"),
        replace(ARTICLE, byline=None, outlet=None, published=None, title="“…”", text=""),
    )
    keys = citation_keys([ARTICLE, other, bare])
    assert keys == ["vik2026dry", "vik2026dry-2", "article"] == citation_keys([ARTICLE, other, bare])
    assert len(parse_string(bibtex.render([EXPORTED, replace(EXPORTED, article=other)]), "bibtex").entries) == 2
