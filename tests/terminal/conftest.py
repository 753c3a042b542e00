"""A folder of its own for each program that runs in a terminal, and programs that take no time to start."""

import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.program_forks import IS_POSSIBLE, TerminalForks, start_for_terminals
from tests.terminal.pty_program import Terminal, pullquote

Opener = Callable[..., Terminal]
Command = Callable[..., str]


@pytest.fixture
def home(tmp_path):
    """The environment variables for it; the library, the settings and the log are in its folder `home`."""
    return {"PULLQUOTE_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}


@pytest.fixture(scope="session")
def terminal_forks() -> Iterator[TerminalForks | None]:
    """Run the program in terminals, in forks of a process that has loaded it; None where that is not possible."""
    if IS_POSSIBLE:
        with start_for_terminals() as forks:
            yield forks
    else:
        yield None


@pytest.fixture
def reader(home, terminal_forks) -> Opener:
    """Run the program with these arguments in a terminal, for tests that are not about its start."""

    def opened(*args: str, variables: Mapping[str, str] | None = None, **more: Any) -> Terminal:
        return Terminal(pullquote(*args), {**home, **(variables or {})}, forks=terminal_forks, **more)

    return opened


@pytest.fixture
def printed(home, program_forks) -> Command:
    """Run the program with these arguments without a terminal, and return what it prints."""

    def run(*args: str, variables: Mapping[str, str] | None = None) -> str:
        environment = {**home, "PATH": "", **(variables or {})}
        if program_forks is None:
            return str(subprocess.check_output(pullquote(*args), env=environment), "utf-8")
        status, out, err = program_forks.run(args, environment, Path.cwd())
        assert status == 0, err.decode()
        return str(out, "utf-8")

    return run
