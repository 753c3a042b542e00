"""An article is read in a second process, and whatever goes wrong there is left to the first."""

import os
import signal
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import prefetch
from reader.errors import SourceError
from reader.model import Article, Block, BlockKind, Mark, MarkKind, Span
from reader.prefetch import NOT_DONE, Prefetch, can_fork, packed, unpacked
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


@pytest.fixture(autouse=True)
def alone():
    """The process in which tests before this one read pages is no child of these."""
    parse_worker._process.end()


def no_children():
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    return True


@pytest.fixture(params=[True, False], ids=["forked", "alone"])
def forks(request, monkeypatch):
    """With a second process, and without one."""
    monkeypatch.setattr(prefetch, "can_fork", lambda: request.param and hasattr(os, "fork"))
    return request.param


@given(articles)
def test_an_article_is_unpacked_equal(article):
    assert unpacked(packed(article)) == article


def test_a_place_whose_name_is_not_utf_8_comes_back():
    article = replace(ARTICLE, location="/papers/caf\udce9.txt")
    assert unpacked(packed(article)) == article


def test_the_article_is_read_once_in_another_process_where_there_can_be_one(forks):
    with Prefetch(lambda: replace(ARTICLE, byline=str(os.getpid()))) as reading:
        article = reading.article()
    assert (article.byline != str(os.getpid())) is forks
    assert replace(article, byline=None) == ARTICLE
    assert no_children()


def test_what_cannot_be_read_is_told_in_the_first_process(forks):
    def read():
        raise SourceError("It is empty.")

    with Prefetch(read) as reading, pytest.raises(SourceError, match="It is empty"):
        reading.article()
    assert no_children()
    assert forks in {True, False}


def test_a_second_process_that_dies_is_made_up_for(forks):
    first = os.getpid()

    def read():
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return ARTICLE

    with Prefetch(read) as reading:
        assert reading.article() == ARTICLE
    assert no_children()
    assert forks in {True, False}


def test_nothing_is_left_running_where_nobody_waits_for_the_article(forks):
    with pytest.raises(KeyboardInterrupt), Prefetch(lambda: ARTICLE):
        raise KeyboardInterrupt
    assert no_children()
    assert forks in {True, False}


class Left(BaseException):
    """The process has ended."""


def work(read, monkeypatch):
    """What the second process writes, and the status that it ends with."""

    def leave(status):
        raise Left(status)

    monkeypatch.setattr(os, "_exit", leave)
    receive, send = os.pipe()
    with pytest.raises(Left) as left:
        prefetch._work(read, send)
    if left.value.args[0]:
        os.close(send)
    with os.fdopen(receive, "rb") as pipe:
        return pipe.read(), left.value.args[0]


def test_the_second_process_writes_the_article_and_ends_well(monkeypatch):
    assert work(lambda: ARTICLE, monkeypatch) == (packed(ARTICLE), 0)


def test_the_second_process_says_nothing_where_it_fails(monkeypatch, capsys):
    def read():
        raise KeyboardInterrupt

    assert work(read, monkeypatch) == (b"", NOT_DONE)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("platform", "processors", "can"), [("linux", 2, True), ("linux", 1, False), ("darwin", 8, False)]
)
def test_a_second_process_is_used_where_it_is_safe_and_of_use(monkeypatch, platform, processors, can):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(processors), raising=False)
    assert can_fork() is can
