"""Hostile inputs open or are refused in one sentence, fast, in little memory, and without writing files."""

import re
from pathlib import Path

import pytest

from tests.sources.hostile_inputs import HOSTILE_INPUTS
from tests.sources.resource_use import MEBIBYTES, SECONDS, UNPRINTABLE, run_fork, run_program


@pytest.mark.parametrize("hostile", HOSTILE_INPUTS, ids=lambda hostile: hostile.name)
def test_a_hostile_input_opens_or_is_refused_in_one_sentence(hostile, program_forks, tmp_path):
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make_bytes())
    status, stdout_text, stderr_text, seconds, memory = (
        run_fork(program_forks, path, tmp_path) if program_forks else run_program(path, tmp_path)
    )
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
