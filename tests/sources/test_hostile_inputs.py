"""What comes in from outside opens readably or is refused in one sentence, soon, in little memory, without a trace."""

import re
from pathlib import Path

import pytest

from tests.sources.hostile_inputs import NASTY
from tests.sources.resource_use import MEBIBYTES, SECONDS, UNFIT, measured


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_a_nasty_input_opens_readably_or_is_refused_in_one_sentence(nasty, tmp_path):
    path = tmp_path / nasty.name
    path.write_bytes(nasty.make())
    status, shown, complaint, seconds, memory = measured(path, tmp_path)
    assert not UNFIT.search(shown + complaint)
    assert seconds < SECONDS
    assert memory < MEBIBYTES
    if nasty.refused is None:
        words = " ".join(shown.split())
        assert (status, complaint) == (0, "")
        assert [text for text in nasty.shows if text not in words] == []
        assert [text for text in nasty.hides if text in words] == []
    else:
        assert (status, shown) == (1, "")
        assert re.fullmatch(rf"pullquote: [^\n]*{re.escape(nasty.refused)}[^\n]*\.\n", complaint)
    assert not Path("/tmp/pullquote-escaped.xhtml").exists()  # noqa: S108 - the name that one of them would write to
