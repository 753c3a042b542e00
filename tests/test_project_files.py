"""The files around the program: changelog, workflow, forms."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from reader.cli.completion import SHELLS

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")


def test_the_changelog_has_the_headings_of_keep_a_changelog():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *versions = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert first == "Unreleased"
    assert [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2}", version)] == []
    for part in text.split("\n## ")[1:]:
        kinds = re.findall(r"^### (.*)$", part, re.MULTILINE)
        allowed = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
        assert kinds == [kind for kind in allowed if kind in kinds], "each once, in this order, and no others"


def test_the_workflow_tests_the_pythons_that_the_project_names():
    workflow = yaml.safe_load((GITHUB / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    named = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["classifiers"]
    versions = [version for each in named if (version := each.rpartition(":: ")[2]).startswith("3.")]
    assert workflow["jobs"]["test"]["strategy"]["matrix"]["python"] == versions


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_github_takes(form):
    data = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert data["name"]
    assert data["description"]
    fields = [each for each in data["body"] if each["type"] != "markdown"]
    assert len({each["id"] for each in fields}) == len(fields)
    assert all(each["type"] in {"textarea", "input", "dropdown"} and each["attributes"]["label"] for each in fields)


def test_the_guide_to_installing_names_every_extra_and_shell():
    guide = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert [name for name in extras if name != "dev" and f"| `{name}` |" not in guide] == []
    assert [shell for shell in SHELLS if f"\n    pullquote completion {shell} > " not in guide] == []
