"""What the documentation names is there: links and their headings, files, `make` targets, commands, figures, keys."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from reader.cli import cli

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"(?:reader|tests|samples|styles|docs|requirements|\.ci)/[\w./*-]*")
_MADE_UP = re.compile(r"NAME|\bpaper\b")


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def blocks(page: Path) -> Iterator[str]:
    """The lines of a page that are shown as they are typed."""
    return (line.strip() for line in text(page).splitlines() if line.startswith("    "))


@every_page
def test_the_pages_that_it_links_to_are_there(page):
    missing = []
    for link in _LINK.findall(text(page)):
        if link.startswith(("http://", "https://")):
            continue
        path, _, anchor = link.partition("#")
        target = page if not path else page.parent / unquote(path)
        if not target.exists() or (anchor and anchor not in anchors(target)):
            missing.append(link)
    assert missing == []


@every_page
def test_the_files_that_it_names_are_there(page):
    named = {name for code in _CODE.findall(text(page)) for name in _FILE.findall(code) if not _MADE_UP.search(name)}
    assert [name for name in sorted(named) if not any(ROOT.glob(name.rstrip("/.")))] == []


@every_page
def test_the_make_targets_that_it_names_are_there(page):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    typed = [*_CODE.findall(text(page)), *blocks(page)]
    named = {found[1] for code in typed if (found := re.match(r"make ([a-z]+)\b", code))}
    assert named <= targets


@every_page
def test_the_commands_that_it_names_are_there(page):
    typed = [*_CODE.findall(text(page)), *blocks(page)]
    words = {word for code in typed for word in re.findall(r"(?:^|\| )pullquote ([a-z]+)(?![\w.:/-])", code)}
    assert words <= set(cli.list_commands(click.Context(cli)))


def test_every_page_of_the_documentation_is_linked_from_the_readme():
    linked = set(_LINK.findall(text(ROOT / "README.md")))
    assert [page.name for page in PAGES if page.parent.name == "docs" and f"docs/{page.name}" not in linked] == []


def test_the_figures_of_the_readme_are_those_of_the_page_on_accuracy():
    readme = text(ROOT / "README.md").split("## Accuracy\n")[1].split("\n## ")[0]
    figures = [line for line in readme.splitlines() if re.search(r"\| [\d.]+ \|$", line)]
    assert len(figures) > 3
    assert set(figures) <= set(text(ROOT / "docs" / "accuracy.md").splitlines())
