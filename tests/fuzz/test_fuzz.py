"""Whatever bytes are opened, the result is printable text or an error message of one sentence.

`make fuzz` tries 10,000 inputs; a run of all tests tries a hundred.
"""

import os
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
from tests.fuzz.mutations import PIECES, corpus, mutate
from tests.sources.resource_use import UNPRINTABLE

INPUTS = int(os.environ.get("PULLQUOTE_FUZZ", "100"))
SECONDS = 5
BATCH = min(80, INPUTS // 2)
SUFFIXES = ("", ".txt", ".md", ".html", ".eml", ".rtf", ".pdf", ".epub", ".docx", ".unknown")
VALID_INPUTS = corpus()


@contextmanager
def time_limit():
    def fail(*_):
        raise AssertionError(f"it took over {SECONDS} seconds")

    previous = signal.signal(signal.SIGALRM, fail)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


def open_and_print(path, data):
    """Open one input and return the printed text, or the error message where it is refused.

    Both are checked: a message is one sentence, and the blocks of an article are within its text.
    """
    path.write_bytes(data)
    with time_limit():
        try:
            article = load(str(path))
        except SourceError as error:
            text = str(error)
            assert "\n" not in text
            assert text.endswith(".")
        else:
            text = plain_view.render(article, analyse(article), ())
            facts = (article.title, article.byline, article.outlet, article.published, article.language, article.url)
            text += "".join(fact for fact in facts if fact)
            assert all(0 <= block.span.end <= len(article.text) for block in article.blocks)
    return text


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(max(1, INPUTS // 2 // BATCH)))
def test_samples_with_random_changes_open_or_are_refused(seed, tmp_path):
    random = Random(seed)  # noqa: S311 - not for security: a seed must give the same inputs again
    for number in range(BATCH):
        suffix, data = mutate(VALID_INPUTS, random)
        try:
            assert not UNPRINTABLE.search(open_and_print(tmp_path / f"a{suffix}", data))
        except BaseException:
            print(f"seed {seed}, input {number}: {suffix} {data!r}")  # noqa: T201 - to reproduce the input
            raise


pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=20).map(str.encode) | st.binary(max_size=8), max_size=40)


@pytest.mark.no_cover
@settings(max_examples=max(40, INPUTS // 2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=pieces.map(b"".join) | st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_bytes_made_of_pieces_open_or_are_refused(tmp_path, data, suffix):
    assert not UNPRINTABLE.search(open_and_print(tmp_path / f"a{suffix}", data))
