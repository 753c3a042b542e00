"""What comes in from outside opens readably or is refused in one sentence, soon, in little memory, without a trace."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sources.nasty import NASTY

_SECONDS = 5.0
_MEBIBYTES = 500
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e0fff]")


def run(path, home):
    """Status, output, complaint, seconds and mebibytes of the program as a person runs it."""
    began = time.monotonic()
    command = [sys.executable, "-m", "reader", "--linear", str(path)]
    settings = {**os.environ, "PULLQUOTE_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    with (home / "out").open("wb") as out, (home / "err").open("wb") as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=settings)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    said = [(home / name).read_text(encoding="utf-8") for name in ("out", "err")]
    memory = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return process.returncode, *said, time.monotonic() - began, memory


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
