"""What CONTRIBUTING and docs/extending.md show is so: the walk through the engine runs, and the modules named are there."""

import ast
import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "CONTRIBUTING.md"
EXTENDING = ROOT / "docs" / "extending.md"
ENGINE = ROOT / "reader" / "analysis"


def section(page: Path, title: str) -> str:
    return page.read_text(encoding="utf-8").split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_the_sentence_goes_through_the_engine_as_it_says():
    failed, tried = doctest.testfile(
        str(GUIDE), module_relative=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE, encoding="utf-8"
    )
    assert tried > 20
    assert failed == 0


@pytest.mark.parametrize(
    ("page", "title", "least"), [(GUIDE, "One sentence through the engine", 8), (EXTENDING, "Adding a language", 1)]
)
def test_the_modules_it_names_are_there(page, title, least):
    named = {
        name for name in re.findall(r"`((?:\w+/)*\w+\.py)`", section(page, title)) if not name.startswith("tests/")
    }
    assert len(named) >= least
    folders = (ENGINE, ENGINE / "voices", ENGINE / "languages", ENGINE / "argument")
    assert [name for name in named if not any((folder / name).exists() for folder in folders)] == []


def test_the_lists_of_a_language_are_those_it_names():
    named = set(re.findall(r"`(\w+)\.txt`", section(EXTENDING, "Adding a language")))
    assert named == {path.stem for path in (ENGINE / "languages" / "de").glob("*.txt")}


def test_modules_classes_and_functions_are_as_short_as_it_says():
    limits = re.search(
        r"more than (\d+) lines, no class\s+more than (\d+), no function more than (\d+)",
        GUIDE.read_text(encoding="utf-8"),
    )
    assert limits is not None
    module, of_class, of_function = map(int, limits.groups())
    long = []
    for path in sorted((ROOT / "reader").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > module:
            long.append(path.name)
        for part in ast.walk(ast.parse(text)):
            if isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                most = of_class if isinstance(part, ast.ClassDef) else of_function
                if part.end_lineno is not None and part.end_lineno - part.lineno >= most:
                    long.append(f"{path.name}: {part.name}")
    assert long == []
