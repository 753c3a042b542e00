"""Install Pullquote in each documented way, each time into a new environment, and run it on samples through a pipe.

    python3 -m tests.installs                             # each way, with each Python from 3.10 to 3.13 found here
    python3 -m tests.installs --way pip --python python3  # the given ways and interpreters; both may be repeated

Prints a line for each and exits with 1 if one fails. Needs nothing but the standard library and a package index;
pipx and uv come from there into a temporary environment. With Python 3.10, pip has to refuse.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"

WAYS = ("pip", "current pip", "sdist", "wheel", "pipx", "uv tool")

_VERSIONS = ("3.10", "3.11", "3.12", "3.13")
_TOO_OLD = "3.10"
_SECONDS = 600  # for one command
_ABOUT = "import ensurepip, sys; print('%d.%d' % sys.version_info[:2], ensurepip.version(), sys.executable)"
# A page is among them because a library that it needs can be missing while plain text opens.
_READ = ("round-up.txt", "report.html")


class FailedError(Exception):
    """An install or a run did not do what it should; the text says what was seen instead."""


@dataclass(frozen=True)
class Python:
    """An interpreter: its path, its version (`3.11`) and that of the pip that its new environments have."""

    path: str
    version: str
    pip: str


@dataclass(frozen=True)
class Tools:
    """What some ways need, made in the folder when it is first needed: uv, pipx, the sdist and the wheel."""

    folder: Path

    @cached_property
    def bin(self) -> Path:
        """The folder of the programs `uv` and `pipx`, installed when first asked for."""
        python = _environment(sys.executable, self.folder / "tools")
        _run(python, "-m", "pip", "install", "--upgrade", "pip")
        _run(python, "-m", "pip", "install", "pipx", "uv")
        return python.parent

    def built(self, ending: str) -> str:
        """The path of the sdist (`.tar.gz`) or the wheel (`.whl`, made of the sdist), built at the first call."""
        out = self.folder / "dist"
        if not out.exists():
            _run(self.bin / "uv", "build", "--python", sys.executable, "--out-dir", out, ROOT)
        return str(next(out.glob(f"*{ending}")))


def _run(*command: str | Path, stdin: Path | None = None, variables: Mapping[str, str] | None = None) -> str:
    """What a command writes on standard output. Raises FailedError with its error text where it fails."""
    environment = {**os.environ, **(variables or {})}
    environment.pop("PYTHONPATH", None)  # which would show the program of the checkout
    with (stdin or Path(os.devnull)).open("rb") as given:
        done = subprocess.run(
            [*map(str, command)],
            stdin=given,
            capture_output=True,
            check=False,
            cwd=tempfile.gettempdir(),
            encoding="utf-8",
            errors="replace",
            env=environment,
            timeout=_SECONDS,
        )
    if done.returncode:
        raise FailedError(f"{done.stdout}{done.stderr}".strip() or f"{command[0]} ended with {done.returncode}")
    return done.stdout


def _short(error: Exception) -> str:
    """The line of an error text that says most: pip's own, else the last, with which a traceback ends."""
    lines = [line.strip() for line in str(error).splitlines()]
    return next((line for line in lines if line.startswith("ERROR:") and not line.endswith("Exception:")), lines[-1])


def _environment(python: str, folder: Path) -> Path:
    """The interpreter of a new virtual environment."""
    _run(python, "-m", "venv", folder)
    return folder / "bin" / "python"


def installed(way: str, python: Python, tools: Tools, folder: Path) -> Path:
    """Install in one of `WAYS` into the folder. Returns the path of the program. Raises FailedError."""
    program = folder / "bin" / "pullquote"
    if way == "pipx":
        places = {"PIPX_HOME": str(folder / "home"), "PIPX_BIN_DIR": str(folder / "bin")}
        _run(tools.bin / "pipx", "install", "--python", python.path, ROOT, variables=places)
        return program
    if way == "uv tool":
        places = {"UV_TOOL_DIR": str(folder / "home"), "UV_TOOL_BIN_DIR": str(folder / "bin")}
        _run(tools.bin / "uv", "tool", "install", "--python", python.path, ROOT, variables=places)
        return program
    inside = _environment(python.path, folder)
    if way == "current pip":
        _run(inside, "-m", "pip", "install", "--upgrade", "pip")
    built = {"sdist": ".tar.gz", "wheel": ".whl"}
    _run(inside, "-m", "pip", "install", tools.built(built[way]) if way in built else ROOT)
    return program


def tried(way: str, python: Python, tools: Tools, folder: Path) -> str:
    """Install and run, or see that a Python that is too old is refused; says which. Raises FailedError."""
    if python.version != _TOO_OLD:
        works(installed(way, python, tools, folder), folder / "pullquote-home")
        return "ok"
    try:
        installed(way, python, tools, folder)
    except FailedError as refusal:
        told = [line.strip() for line in str(refusal).splitlines() if ">=3.11" in line]
        if not told:
            raise
        return f"refused: {told[0]}"
    raise FailedError("was not refused")


def works(program: Path, home: Path) -> None:
    """See that the program reads the samples through a pipe, and finds their facts. Raises FailedError."""
    for name in _READ:
        sample = SAMPLES / name
        expected = json.loads(sample.with_suffix(".expected.json").read_text(encoding="utf-8"))
        out = _run(program, stdin=sample, variables={"PULLQUOTE_HOME": str(home)})
        missing = [text for text in wanted(expected) if not _holds(out, text)]
        if missing:
            raise FailedError(f"what it prints of {name} lacks {missing[0]!r}")


def wanted(expected: dict[str, str]) -> Iterator[str]:
    """What the linear view of a sample has to hold, from the facts that a reader finds in it."""
    yield f"# {expected['title']}"
    yield from (expected[fact] for fact in ("byline", "outlet", "published") if expected.get(fact))


def _holds(out: str, text: str) -> bool:
    """Whether the text is there, at whatever blanks its lines are broken."""
    return re.search(r"\s+".join(map(re.escape, text.split())), out) is not None


def interpreters() -> Iterator[Python]:
    """Of each version of Python the one whose new environments have the oldest pip, in the path or in pyenv's folder."""
    folders = [*os.get_exec_path(), *Path("~/.pyenv/versions").expanduser().glob("*/bin")]
    for version in _VERSIONS:
        paths = {shutil.which(f"python{version}", path=str(folder)) for folder in folders}
        found = [python for path in paths if path and (python := about(path)) and python.version == version]
        if found:
            yield min(found, key=lambda python: ([*map(int, re.findall(r"\d+", python.pip))], python.path))


def about(path: str) -> Python | None:
    """The interpreter at a path; None where it does not run or can make no environments."""
    try:
        version, pip, executable = _run(path, "-c", _ABOUT).strip().split(" ", 2)
    except (FailedError, OSError, ValueError):
        return None
    return Python(executable, version, pip)


def main(args: list[str] | None = None) -> int:
    """Try each way with each interpreter. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.installs", description=__doc__.split("\n")[0])
    parser.add_argument("--way", action="append", choices=WAYS, help="how to install")
    parser.add_argument("--python", action="append", help="an interpreter, by its path or its name")
    given = parser.parse_args(args)
    pythons = [*filter(None, map(about, given.python))] if given.python else [*interpreters()]
    if len(pythons) < len(given.python or [""]):
        parser.error("there is no such Python here that can make environments")
    failed = False
    with tempfile.TemporaryDirectory(prefix="pullquote-installs-") as room:
        tools = Tools(Path(room))
        for number, (python, way) in enumerate(product(pythons, given.way or WAYS)):
            began = time.monotonic()
            try:
                told = tried(way, python, tools, Path(room) / str(number))
            except (FailedError, subprocess.TimeoutExpired) as error:
                told, failed = f"FAILED: {_short(error)}", True
            taken = time.monotonic() - began
            print(f"{way:12} Python {python.version} (pip {python.pip})  {taken:4.0f} s  {told}", flush=True)
            shutil.rmtree(Path(room) / str(number), ignore_errors=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
