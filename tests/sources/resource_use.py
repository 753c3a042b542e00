"""The program run on one file as a person runs it: what it says, and what it takes of time and memory."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

SECONDS, MEBIBYTES = 5.0, 500
"""The most that any file may take."""

UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e0fff]")
"""Characters that a terminal must not get."""

# A process starts with the peak of the one that made it: a small one stands between, not what measures or tests.
_MEASURED = """
import resource, subprocess, sys
status = subprocess.call([sys.executable, "-m", "reader", "--linear", sys.argv[1]], stdin=subprocess.DEVNULL)
took = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[2], "w") as told:
    print(status, took.ru_utime + took.ru_stime, took.ru_maxrss, file=told)
"""


class Run(NamedTuple):
    """What came of it: exit status, standard output and error, CPU seconds, and the peak of memory in mebibytes."""

    status: int
    shown: str
    complaint: str
    seconds: float
    memory: float


def measured(path: Path, home: Path) -> Run:
    """Print the linear view of the file at `path`; `home` is a folder for the library and what is said."""
    command = [sys.executable, "-c", _MEASURED, str(path), str(home / "told")]
    settings = {**os.environ, "PULLQUOTE_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    with (home / "out").open("wb") as out, (home / "err").open("wb") as err:
        subprocess.run(command, check=True, stdout=out, stderr=err, env=settings, cwd=Path(__file__).parents[2])
    shown, complaint = ((home / name).read_text(encoding="utf-8") for name in ("out", "err"))
    status, seconds, peak = (home / "told").read_text(encoding="ascii").split()
    return Run(
        int(status), shown, complaint, float(seconds), int(peak) / (1024 if sys.platform == "linux" else 1024**2)
    )
