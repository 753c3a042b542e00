"""What a shell is told when it asks how a line could go on, and the scripts with which it asks."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from reader import cli
from reader.cli.completion import SHELLS, script
from reader.config import paths
from reader.model import QuotationKind
from tests.cli.command_runner import run

ROOT = Path(__file__).parents[2]
COMMANDS = [("plain", name) for name in cli.cli.list_commands(click.Context(cli.cli))]


def offered(capsys, monkeypatch, line):
    """The candidates for the end of a line, each as its kind and value."""
    monkeypatch.setenv("_PULLQUOTE_COMPLETE", line)
    status, out, err = run(capsys)
    assert (status, err) == (0, "")
    return [tuple(answer.split("\t")[:2]) for answer in out.splitlines()]


def words(*values):
    return [("plain", value) for value in values]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_prints_the_script_that_is_shipped(capsys, shell):
    assert run(capsys, "completion", shell) == (0, script(shell), "")
    shared = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    [source] = [source for source in shared["shared-data"] if source.endswith(f"pullquote.{shell}")]
    assert (ROOT / source).read_text() == script(shell)


def test_a_shell_that_is_not_known_is_wrong_usage(capsys):
    status, out, err = run(capsys, "completion", "tcsh")
    assert (status, out) == (2, "")
    assert "'bash', 'zsh', 'fish'" in err


def test_help_tells_how_to_install_it_for_each_shell(capsys):
    _, out, _ = run(capsys, "completion", "--help")
    for shell in SHELLS:
        assert f"\n    pullquote completion {shell} > ~/" in out


def test_the_first_word_is_a_command_or_a_file(capsys, monkeypatch):
    found = offered(capsys, monkeypatch, "pullquote ")
    assert found == [*COMMANDS, ("file", "")]


def test_the_first_word_may_be_an_option_of_every_command_or_of_read(capsys, monkeypatch):
    found = offered(capsys, monkeypatch, "pullquote --")
    assert {("plain", "--version"), ("plain", "--voice"), ("plain", "--theme")} < set(found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("pullquote quo", [*words("quotes"), ("file", "quo")]),
        ("./bin/pullquote quo", [*words("quotes"), ("file", "quo")]),
        ("LANG=C TERM=xterm pullquote quo", [*words("quotes"), ("file", "quo")]),
        ("pullquote ./quo", [("file", "./quo")]),
        ("pullquote 'the we", [("file", "the we")]),
        (r"pullquote the\ we", [("file", "the we")]),
        ("pullquote quotes weir.txt ", [("file", "")]),
        ("pullquote read weir.txt ", []),
        ("pullquote read -- -w", [("file", "-w")]),
        ("pullquote weir.txt --vo", words("--voice")),
        ("pullquote frobnicate weir.txt --vo", words("--voice")),
        ("pullquote https://weir.example/a --vo", words("--voice")),
        ("pullquote --voice Reed --wi", words("--width")),
        ("pullquote --debug quotes --ex", words("--explain")),
        ("pullquote --allow-private ", [("file", "")]),
        ("pullquote https://weir.ex", []),
        ("pullquote voices ", [("file", "")]),
        ("pullquote export ", [("file", "")]),
        ("pullquote export a.txt --output ", [("file", "")]),
        ("pullquote import boo", [("file", "boo")]),
        ("pullquote serve ", [("file", "")]),
        ("pullquote library --remove ", [("file", "")]),
        ("pullquote library ", words("recover", "backup", "restore", "export", "import")),
        ("pullquote library re", words("recover", "restore")),
        ("pullquote library weir --wi", words("--width")),
        ("pullquote library recover ", [("file", "")]),
        ("pullquote quotes --kind ", words(*QuotationKind)),
        ("pullquote quotes --kind=in", words("indirect")),
        ("pullquote feed u", words("update")),
        ("pullquote completion ", words(*SHELLS)),
        ("pullquote config ", []),
        ("pullquote keys --nonsense x --js", words("--json")),
        ("pullquote nonsense nonsense ", []),
        ("", [*COMMANDS, ("file", "")]),
    ],
)
def test_options_and_values_of_a_command_are_completed(capsys, monkeypatch, line, found):
    assert offered(capsys, monkeypatch, line) == found


@pytest.mark.parametrize("line", ["pullquote --theme ", "pullquote read --theme=", "pullquote serve x --theme "])
def test_themes_are_ours_those_of_the_person_and_those_of_textual(capsys, monkeypatch, line):
    own = paths().config.parent / "themes"
    own.mkdir(parents=True)
    (own / "tidal.toml").write_text("")
    (own / "not\x1bshown.toml").write_text("")
    found = offered(capsys, monkeypatch, line)
    assert {("plain", name) for name in ("auto", "sepia", "tidal", "nord")} < set(found)
    assert "\x1b" not in str(found)


def test_completing_waits_for_no_standard_input_and_opens_no_library(capsys, monkeypatch, home):
    def comes_in():
        raise AssertionError("standard input was asked")

    monkeypatch.setattr("reader.cli.has_piped_input", comes_in)
    monkeypatch.setattr("reader.cli.arguments.has_piped_input", comes_in)
    for line in ("pullquote ", "pullquote read --", "pullquote quotes --kind ", "pullquote --allow-private --"):
        assert offered(capsys, monkeypatch, line)
    assert not (home / "home").exists()


def test_completing_loads_textual_only_for_the_names_of_themes():
    program = (
        "import atexit, sys; from reader.cli import main; atexit.register(lambda: print('textual' in sys.modules))"
    )
    for line, loaded in (("pullquote ", False), ("pullquote quotes --", False), ("pullquote --theme ", True)):
        run = subprocess.run(
            [sys.executable, "-c", f"{program}; main([])"],
            env={**os.environ, "_PULLQUOTE_COMPLETE": line},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.endswith(f"\n{loaded}\n"), line
