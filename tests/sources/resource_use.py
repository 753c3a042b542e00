"""Run the program on one file as a person does, and measure its output, its time and its memory."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.program_forks import ProgramForks

SECONDS, MEBIBYTES = 5.0, 500
"""The limits for any file."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e0fff]")
"""Characters that must not reach a terminal."""

_ROOT = Path(__file__).parents[2]

# A process inherits the peak memory of its parent, so a small process starts it, not the test runner.
_MEASURED = """
import resource, subprocess, sys
status = subprocess.call([sys.executable, "-m", "reader", "--linear", sys.argv[1]], stdin=subprocess.DEVNULL)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[2], "w") as result:
    print(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=result)
"""


class Run(NamedTuple):
    """The result: exit status, standard output and error, CPU seconds, and peak memory in mebibytes."""

    status: int
    stdout_text: str
    stderr_text: str
    seconds: float
    memory: float


def run_program(path: Path, home: Path) -> Run:
    """Print the linear view of the file at `path`; `home` is a folder for the library and the output."""
    command = [sys.executable, "-c", _MEASURED, str(path), str(home / "usage")]
    with (home / "out").open("wb") as out, (home / "err").open("wb") as err:
        subprocess.run(command, check=True, stdout=out, stderr=err, env=_environment(home), cwd=_ROOT)
    status, seconds, peak = (home / "usage").read_text(encoding="ascii").split()
    return _make_run(home, int(status), float(seconds), int(peak))


def run_fork(forks: ProgramForks, path: Path, home: Path) -> Run:
    """Do what `run_program` does in a fork, whose CPU time includes that of loading the program."""
    with Path(os.devnull).open("rb") as stdin, (home / "out").open("wb") as out, (home / "err").open("wb") as err:
        usage = forks.measure(["--linear", str(path)], (stdin, out, err), _environment(home), _ROOT)
    return _make_run(home, *usage)


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "PULLQUOTE_HOME": str(home), "PYTHONIOENCODING": "utf-8"}


def _make_run(home: Path, status: int, seconds: float, peak: int) -> Run:
    stdout_text, stderr_text = ((home / name).read_text(encoding="utf-8") for name in ("out", "err"))
    return Run(status, stdout_text, stderr_text, seconds, peak / (1024 if sys.platform == "linux" else 1024**2))
