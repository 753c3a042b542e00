"""The manual page in the repository describes the commands as they are today."""

import re
import shutil
import subprocess
import tomllib

import click
import pytest

from reader.cli import cli
from tests import manual


def test_the_page_is_up_to_date():
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page(), "out of date: run make manual"


def test_every_command_has_its_part():
    page = manual.page()
    for name in cli.list_commands(click.Context(cli)):
        assert f".SS pullquote {name} " in page
    assert ".SS pullquote feed add " in page


def test_every_command_says_how_it_is_called_and_what_its_options_do():
    part = manual.page().split(".SS pullquote quotes ")[1].split(".SS")[0]
    assert "\\fB\\-\\-voice NAME\\fR\n" in part
    assert "Example: pullquote quotes article.txt" in part


@pytest.mark.parametrize(
    ("line", "written"),
    [("--at", r"\-\-at"), (".nf", r"\&.nf"), ("'br", r"\(aqbr"), ("a\\b", r"a\eb"), ("~/x", r"\(ti/x")],
)
def test_no_text_is_taken_for_a_request(line, written):
    assert manual._text(line) == written


def test_the_wheel_brings_it_where_man_looks():
    project = tomllib.loads((manual.PAGE.parents[1] / "pyproject.toml").read_text())
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared["docs/pullquote.1"] == "share/man/man1/pullquote.1"


def test_the_page_uses_only_known_requests_in_pairs_and_no_empty_lines():
    lines = manual.page().splitlines()
    requests = {line.split(" ")[0] for line in lines if line.startswith((".", "'"))}
    assert requests <= {'.\\"', ".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".br", ".nf", ".fi"}
    assert [line for line in lines if line in {".nf", ".fi"}] == [".nf", ".fi"] * lines.count(".nf")
    assert all(lines)
    escapes = {r"\fB", r"\fI", r"\fR", r"\-", r"\e", r"\&", r"\(ga", r"\(ti", r"\(aq", r"\(ha", r"\""}
    assert set(re.findall(r"\\(?:f.|\(..|.)", "\n".join(lines))) <= escapes


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
def test_mandoc_finds_no_fault_but_that_it_has_no_date():
    found = subprocess.run(["mandoc", "-Tlint", manual.PAGE], capture_output=True, text=True, check=False).stdout
    assert [line for line in found.splitlines() if "missing date" not in line] == []
