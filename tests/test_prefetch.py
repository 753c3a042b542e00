"""An article is read in a second process; whatever goes wrong there, the first one reads it itself."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import prefetch
from reader.errors import SourceError
from reader.model import Article, Block, BlockKind, Mark, MarkKind, Span
from reader.prefetch import FAILED, Prefetch, can_fork, pack_article, unpack_article
from reader.sources import parse_worker

ARTICLE = Article("1", "/notes/ost.txt", "The ferry to Ost leaves at nine.", (Block(BlockKind.PARAGRAPH, Span(0, 32)),))

spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
words = st.none() | st.text(max_size=5)
articles = st.builds(
    Article,
    st.text(max_size=5),
    st.text(max_size=5),
    st.text(max_size=20),
    st.lists(
        st.builds(
            Block,
            st.sampled_from(BlockKind),
            spans,
            st.integers(0, 6),
            st.none() | st.integers(),
            st.booleans(),
            st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    st.lists(st.builds(Mark, st.sampled_from(MarkKind), spans, words), max_size=4).map(tuple),
    words,
    words,
    words,
    words,
    words,
    words,
)


def children():
    """The children of this process, where Linux lists them."""
    return {child for task in Path("/proc/self/task").glob("*/children") for child in task.read_text().split()}


@pytest.fixture
def has_no_children():
    """Return whether this process has no children that it did not have before, after those that parse pages."""
    parse_worker._worker.stop()
    before = children()
    return lambda: children() <= before


@pytest.fixture(params=[True, False], ids=["second process", "one process"])
def forks(request, monkeypatch):
    """With a second process, and without one."""
    monkeypatch.setattr(prefetch, "can_fork", lambda: request.param and hasattr(os, "fork"))
    return request.param


@given(articles)
def test_an_article_is_unpacked_equal(article):
    assert unpack_article(pack_article(article)) == article


def test_a_location_that_is_not_utf_8_comes_back():
    article = replace(ARTICLE, location="/papers/caf\udce9.txt")
    assert unpack_article(pack_article(article)) == article


def test_the_article_is_read_in_a_second_process_where_there_can_be_one(forks, has_no_children):
    with Prefetch(lambda: replace(ARTICLE, byline=str(os.getpid()))) as reading:
        article = reading.article()
    assert (article.byline != str(os.getpid())) is forks
    assert replace(article, byline=None) == ARTICLE
    assert has_no_children()


@pytest.mark.usefixtures("forks")
def test_why_an_article_can_not_be_read_is_raised_in_the_first_process(has_no_children):
    def read():
        raise SourceError("It is empty.")

    with Prefetch(read) as reading, pytest.raises(SourceError, match="It is empty"):
        reading.article()
    assert has_no_children()


@pytest.mark.usefixtures("forks")
def test_where_the_second_process_dies_the_first_reads_the_article(has_no_children):
    first = os.getpid()

    def read():
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return ARTICLE

    with Prefetch(read) as reading:
        assert reading.article() == ARTICLE
    assert has_no_children()


@pytest.mark.usefixtures("forks")
def test_the_second_process_ends_where_nobody_waits_for_the_article(has_no_children):
    with pytest.raises(KeyboardInterrupt), Prefetch(lambda: ARTICLE):
        raise KeyboardInterrupt
    assert has_no_children()


class Exited(BaseException):
    """The process has exited with this status."""


def run_child(read, monkeypatch):
    """What the second process writes, and the status that it exits with."""

    def exit_(status):
        raise Exited(status)

    monkeypatch.setattr(os, "_exit", exit_)
    receive, send = os.pipe()
    with pytest.raises(Exited) as exited:
        prefetch._run_child(read, send)
    if exited.value.args[0]:
        os.close(send)
    with os.fdopen(receive, "rb") as pipe:
        return pipe.read(), exited.value.args[0]


def test_the_second_process_writes_the_article_and_exits_with_0(monkeypatch):
    assert run_child(lambda: ARTICLE, monkeypatch) == (pack_article(ARTICLE), 0)


def test_the_second_process_writes_nothing_where_it_fails(monkeypatch, capsys):
    def read():
        raise KeyboardInterrupt

    assert run_child(read, monkeypatch) == (b"", FAILED)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("platform", "processors", "expected"), [("linux", 2, True), ("linux", 1, False), ("darwin", 8, False)]
)
def test_a_second_process_is_used_where_it_is_safe_and_saves_time(monkeypatch, platform, processors, expected):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(processors), raising=False)
    assert can_fork() is expected
