"""Shared code of the benchmarks: rows of the table, predictions, and running the scorers."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build"
"""Where what the benchmarks leave lies; git ignores it."""

Rows: TypeAlias = Iterator[tuple[str, str]]
"""Lines of the table: what was measured, and what came of it."""


def predict(kind: str, gold: Path, out: Path, *options: str) -> str:
    """Write the predictions of one kind; what the prediction command says on standard error."""
    command = [sys.executable, "-m", "tests.benchmarks.predict", kind, str(gold), str(out), *options]
    done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return done.stderr


def run(scorer: Path, *args: str | Path, home: Path | None = None) -> str:
    """What a script of a gold folder prints. The folder may be read-only, so no bytecode is written beside the script.

    `home` keeps the library of a program that the script runs apart from the person's own.
    """
    command = [sys.executable, str(scorer), *map(str, args)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    if home is not None:
        environment["PULLQUOTE_HOME"] = str(home)
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout


def score(scorer: Path, *args: str | Path) -> tuple[dict[str, Any], str]:
    """What a script of a gold folder puts into the file that `--json` names, and what it prints."""
    with tempfile.TemporaryDirectory() as workdir:
        told = Path(workdir) / "score.json"
        listed = run(scorer, *args, "--json", told)
        return json.loads(told.read_text(encoding="utf-8")), listed


def last_json(said: str) -> dict[str, Any]:
    """The JSON object with which a scorer's output ends."""
    start = said.rfind("\n{") + 1
    found: dict[str, Any] = json.loads(said[start:])
    return found


def shares(*found: float) -> str:
    """Shares from 0 to 1, side by side."""
    return " ".join(f"{share:.3f}" for share in found)
