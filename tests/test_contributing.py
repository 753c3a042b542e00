"""What CONTRIBUTING shows is so: the lines of its walk through the engine are run, and the files it names are there."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "CONTRIBUTING.md"
ENGINE = ROOT / "reader" / "analysis"


def section(title: str) -> str:
    return GUIDE.read_text(encoding="utf-8").split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_the_sentence_goes_through_the_engine_as_it_says():
    failed, tried = doctest.testfile(
        str(GUIDE), module_relative=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE, encoding="utf-8"
    )
    assert tried > 20
    assert failed == 0


@pytest.mark.parametrize("room", ["One sentence through the engine", "Adding a language"])
def test_the_modules_it_names_are_there(room):
    named = set(re.findall(r"`((?:\w+/)*\w+\.py)`", section(room))) - {"tests/test_contributing.py"}
    assert len(named) > 5
    rooms = (ENGINE, ENGINE / "voices", ENGINE / "languages", ENGINE / "argument")
    assert [name for name in named if not any((folder / name).exists() for folder in rooms)] == []


def test_the_lists_of_a_language_are_those_it_names():
    named = set(re.findall(r"`(\w+)\.txt`", section("Adding a language")))
    assert named == {path.stem for path in (ENGINE / "languages" / "de").glob("*.txt")}
