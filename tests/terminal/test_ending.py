"""What the program keeps when it is ended from outside: a closed terminal, a system that shuts down."""

import signal

import pytest

from reader.session import Place, Session
from tests.terminal.session import Terminal, pullquote
from tests.terminal.test_reading import ROUND_UP, analysed

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize(("number", "status"), [(signal.SIGHUP, -signal.SIGHUP), (signal.SIGTERM, 143)])
def test_the_place_and_a_note_that_was_begun_are_kept(home, monkeypatch, number, status):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.until(analysed)
        for keys in ("n", "n", "n", "a"):
            terminal.send(keys)
            terminal.settle()
        terminal.send("ask them")
        terminal.sees("ask them")
        terminal.process.send_signal(number)
        assert terminal.end() == status
    monkeypatch.setenv("PULLQUOTE_HOME", home["PULLQUOTE_HOME"])
    session = Session()
    article = session.open(str(ROUND_UP), record=False)
    [highlight] = session.highlights(article)
    where = session.whereabouts(article)
    assert where.place() == Place(highlight.spans[0].start, highlight.spans)
    assert where.draft(highlight.id) == "ask them"
    session.close()
