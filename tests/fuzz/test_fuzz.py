"""Whatever the bytes are, the way from them to the linear view ends in text that may be shown or in one sentence.

`make fuzz` tries 10,000 inputs; a run of all tests tries a few hundred.
"""

import os
import re
import signal
from contextlib import contextmanager
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.errors import SourceError
from reader.sources import load
from reader.text import plain_view
from tests.fuzz.mutations import PIECES, corpus, mutated

INPUTS = int(os.environ.get("PULLQUOTE_FUZZ", "240"))
SECONDS = 5
BATCH = 80
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e0fff]")
SUFFIXES = ("", ".txt", ".md", ".html", ".eml", ".rtf", ".pdf", ".epub", ".docx", ".unknown")
SOUND = corpus()


@contextmanager
def in_time():
    def late(*_):
        raise AssertionError(f"it took over {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def check(path, data):
    """Hold one input against the rule: shown text is fit to be shown, a refusal is one sentence."""
    path.write_bytes(data)
    with in_time():
        try:
            article = load(str(path))
        except SourceError as error:
            shown = str(error)
            assert "\n" not in shown
            assert shown.endswith(".")
        else:
            shown = plain_view.render(article, analyse(article), ())
            facts = (article.title, article.byline, article.outlet, article.published, article.language, article.url)
            shown += "".join(fact for fact in facts if fact)
            assert all(0 <= block.span.end <= len(article.text) for block in article.blocks)
    assert not UNFIT.search(shown)


@pytest.mark.parametrize("seed", range(max(1, INPUTS // 2 // BATCH)))
def test_samples_changed_at_random_do_no_harm(seed, tmp_path):
    random = Random(seed)  # noqa: S311 - nothing secret: a seed must give the same inputs again
    for number in range(BATCH):
        suffix, data = mutated(SOUND, random)
        try:
            check(tmp_path / f"a{suffix}", data)
        except BaseException:
            print(f"seed {seed}, input {number}: {suffix} {data!r}")  # noqa: T201 - to find the input again
            raise


pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=20).map(str.encode) | st.binary(max_size=8), max_size=40)


@settings(max_examples=max(40, INPUTS // 2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=pieces.map(b"".join) | st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_bytes_made_of_pieces_do_no_harm(tmp_path, data, suffix):
    check(tmp_path / f"a{suffix}", data)
