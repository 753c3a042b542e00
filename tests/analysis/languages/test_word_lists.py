"""Word lists of languages are sorted and name their origin; a new language needs no change elsewhere."""

from pathlib import Path

import pytest

from reader.analysis.languages import language_data
from reader.analysis.languages.language_data import codes, load
from reader.analysis.languages.other_analysis import attribute
from reader.analysis.languages.recognise import recognise_language
from tests.analysis.short_attribution import article

LISTS = sorted(language_data.HOME.glob("*/*.txt"))
KNOWN = {"abbreviations", "classes", "common", "cues", "marks", "phrases", "pronouns", "roles", "titles"}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_list_is_sorted_without_duplicates_and_names_its_origin(path):
    head, *rest = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    assert "written for Pullquote" in head
    assert rest == sorted(set(rest))


def test_german_french_and_spanish_have_every_list():
    assert codes() == ("de", "es", "fr")
    assert {path.parent.name: set() for path in LISTS} == {"de": set(), "es": set(), "fr": set()}
    for code in codes():
        assert {path.stem for path in LISTS if path.parent.name == code} - {"nominatives"} == KNOWN


def made_up(home: Path) -> Path:
    """An invented language in a folder of its own."""
    lists = {
        "common": ["ka", "lo", "mi", "nu"],
        "cues": ["dorar\tsaying\tdora"],
        "classes": ["name\tOrtan", "determiners\tlo", "that\tke"],
        "roles": ["balu\tofficial\tf"],
        "marks": ["[[\t]]", "<\t>"],
    }
    (home / "xx").mkdir()
    for name, lines in lists.items():
        (home / "xx" / f"{name}.txt").write_text("\n".join(["# Made up.", *lines, ""]), encoding="utf-8")
    return home


def test_a_new_language_needs_only_a_folder(tmp_path):
    home = made_up(tmp_path)
    text = "Ka lo nu mi lo ka. «Mi nu ka lo mi», dora lo balu Ina Oro. Oro dora ke lo nu ka mi."
    made = article(text)
    language = recognise_language(made, home)
    assert (language.code, language.name) == ("xx", "Ortan")
    found = attribute(made, language)
    assert [(str(a.kind), [s.of(text) for s in a.spans], a.head and a.head.of(text)) for a in found] == [
        ("direct", ["«Mi nu ka lo mi»"], "Ina Oro"),
        ("indirect", ["lo nu ka mi"], "Oro"),
    ]


def test_a_missing_list_is_empty(tmp_path):
    language = load("xx", made_up(tmp_path))
    assert language.pronouns == {}
    assert language.abbreviations == frozenset()
    assert not language.has("compounds")


def test_the_last_part_of_a_compound_gives_the_role():
    assert load("de").role("polizeisprecherin") == ("official", "f")
    assert load("de").role("orta") is None
    assert load("fr").role("polizeisprecherin") is None
