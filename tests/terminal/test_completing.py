"""The completion scripts, each in its shell: what is on the command line after the Tab key."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.pty_program import Terminal

pytestmark = pytest.mark.terminal

ROOT = Path(__file__).parents[2]

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source <(pullquote completion bash)"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "pullquote completion zsh > bin/_pullquote; fpath=(~/bin $fpath); autoload -Uz compinit && compinit -u -D",
    ),
}

CASES = [
    ("pullquote quo", "pullquote quotes"),
    ("pullquote --deb", "pullquote --debug"),
    ("pullquote --speak", "pullquote --speak-friendly"),
    ("pullquote wei", "pullquote weir.txt"),
    ("pullquote two", r"pullquote two\ words.txt"),
    ("pullquote quotes two", r"pullquote quotes two\ words.txt"),
    ("pullquote quotes weir.txt --kind ind", "pullquote quotes weir.txt --kind indirect"),
    ("pullquote weir.txt --theme sep", "pullquote weir.txt --theme sepia"),
    ("pullquote weir.txt --theme=sep", "pullquote weir.txt --theme=sepia"),
    ("pullquote export weir.txt --output=wei", "pullquote export weir.txt --output=weir.txt"),
    ("pullquote feed upd", "pullquote feed update"),
    ("pullquote https://weir.example/a --ref", "pullquote https://weir.example/a --refresh"),
    ("pullquote completion fi", "pullquote completion fish"),
    ("pullquote voi", ("voices", "voinov.txt")),
    ("pullquote voices voi", "pullquote voices voinov.txt"),
]


@pytest.fixture
def home(home, tmp_path):
    for name in ("weir.txt", "two words.txt", "voinov.txt"):
        (tmp_path / name).write_text("A word.")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "pullquote"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join([str(program.parent), os.environ["PATH"]])
    return {**home, "PATH": path, "PYTHONPATH": str(ROOT), "INPUTRC": os.devnull}


def skip_unless_installed(shell):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_tab_key_completes_commands_options_values_and_files(home, shell):
    skip_unless_installed(shell)
    command, setup = SHELLS[shell]
    with Terminal(["/bin/sh", "-c", 'cd "$HOME" && exec "$@"', "sh", *command], home, size=(100, 40)) as terminal:
        terminal.settle()
        terminal.send(f"{setup}; echo rea''dy\r")
        terminal.wait_for("ready")
        for typed, wanted in CASES:
            terminal.send("\x0c")  # Ctrl+L: an empty screen
            terminal.settle()
            terminal.send(typed)
            terminal.wait_for(typed)
            terminal.send("\t" if isinstance(wanted, str) else "\t\t")
            for words in [wanted] if isinstance(wanted, str) else wanted:
                terminal.wait_for(words)
            terminal.send("\x15")  # Ctrl+U: an empty line
            terminal.settle()


def test_fish_offers_commands_options_values_and_files(home):
    """Fish is asked for its completions: on the command line it shows one even before the Tab key."""
    skip_unless_installed("fish")
    asked = "".join(f'; echo "> "; complete -C "{typed}"' for typed, _ in CASES)
    run = subprocess.run(
        ["fish", "--no-config", "-c", f"pullquote completion fish | source{asked}"],
        cwd=home["HOME"],
        env={**home, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    offered = [[line.partition("\t")[0] for line in answer.splitlines()] for answer in run.stdout.split("> \n")[1:]]
    last = [shlex.split(wanted)[-1:] if isinstance(wanted, str) else [*wanted] for _, wanted in CASES]
    assert dict(zip(CASES, offered, strict=True)) == dict(zip(CASES, last, strict=True))
