"""Hostile inputs open or are refused in one sentence, fast, in little memory, and without writing files."""

import re
import sys
from pathlib import Path

import pytest

from tests.sources.hostile_inputs import HOSTILE_INPUTS
from tests.sources.resource_use import MEBIBYTES, SECONDS, UNPRINTABLE, forked_programs, run_program


@pytest.fixture(scope="module")
def run_file():
    """Run the program on a file. On macOS the system's own libraries may not work after a fork."""
    if sys.platform == "darwin":
        yield run_program
    else:
        with forked_programs() as run_fork:
            yield run_fork


@pytest.mark.parametrize("hostile", HOSTILE_INPUTS, ids=lambda hostile: hostile.name)
def test_a_hostile_input_opens_or_is_refused_in_one_sentence(hostile, run_file, tmp_path):
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make_bytes())
    status, stdout_text, stderr_text, seconds, memory = run_file(path, tmp_path)
    assert not UNPRINTABLE.search(stdout_text + stderr_text)
    assert seconds < SECONDS
    assert memory < MEBIBYTES
    if hostile.refused is None:
        words = " ".join(stdout_text.split())
        assert (status, stderr_text) == (0, "")
        assert [text for text in hostile.shown if text not in words] == []
        assert [text for text in hostile.hidden if text in words] == []
    else:
        assert (status, stdout_text) == (1, "")
        assert re.fullmatch(rf"pullquote: [^\n]*{re.escape(hostile.refused)}[^\n]*\.\n", stderr_text)
    assert not Path("/tmp/pullquote-escaped.xhtml").exists()  # noqa: S108 - the name that one of them would write to
