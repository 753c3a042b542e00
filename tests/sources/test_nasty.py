"""What comes in from outside opens readably or is refused in one sentence, soon, in little memory, without a trace."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources.nasty import NASTY

_SECONDS = 5.0
_MEBIBYTES = 500
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e0fff]")


# A process starts with the peak of the one that made it: a small one stands between, not the many tests before this.
_MEASURED = """
import resource, subprocess, sys, time
began = time.monotonic()
status = subprocess.call([sys.executable, "-m", "reader", "--linear", sys.argv[1]], stdin=subprocess.DEVNULL)
seconds = time.monotonic() - began
with open(sys.argv[2], "w") as told:
    print(status, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=told)
"""


def run(path, home):
    """Status, output, complaint, seconds and mebibytes of the program as a person runs it."""
    command = [sys.executable, "-c", _MEASURED, str(path), str(home / "told")]
    settings = {**os.environ, "PULLQUOTE_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    with (home / "out").open("wb") as out, (home / "err").open("wb") as err:
        subprocess.run(command, check=True, stdout=out, stderr=err, env=settings)
    said = [(home / name).read_text(encoding="utf-8") for name in ("out", "err")]
    status, seconds, peak = (home / "told").read_text(encoding="ascii").split()
    return int(status), *said, float(seconds), int(peak) / (1024 if sys.platform == "linux" else 1024**2)


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_a_nasty_input_opens_readably_or_is_refused_in_one_sentence(nasty, tmp_path):
    path = tmp_path / nasty.name
    path.write_bytes(nasty.make())
    status, shown, complaint, seconds, memory = run(path, tmp_path)
    assert not _UNFIT.search(shown + complaint)
    assert seconds < _SECONDS
    assert memory < _MEBIBYTES
    if nasty.refused is None:
        words = " ".join(shown.split())
        assert (status, complaint) == (0, "")
        assert [text for text in nasty.shows if text not in words] == []
        assert [text for text in nasty.hides if text in words] == []
    else:
        assert (status, shown) == (1, "")
        assert re.fullmatch(rf"pullquote: [^\n]*{re.escape(nasty.refused)}[^\n]*\.\n", complaint)
    assert not Path("/tmp/pullquote-escaped.xhtml").exists()  # noqa: S108 - the name that one of them would write to
