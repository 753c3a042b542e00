"""An article that takes a while to come, in a real terminal: the screen is there at once, and Esc ends the waiting."""

import signal
import time
from pathlib import Path

import pytest

from tests.sources.loopback_servers import response, serving
from tests.terminal.pty_program import Terminal, pullquote
from tests.terminal.test_reading import analysed

PAGE = (Path(__file__).parents[2] / "samples" / "report.html").read_bytes()

pytestmark = pytest.mark.terminal


def slowly(connection):
    """Half of the page at once, the rest a second later."""
    whole = response(PAGE)
    connection.sendall(whole[:4000])
    time.sleep(1)
    connection.sendall(whole[4000:])


def never(_):
    """No answer at all."""
    time.sleep(30)


def opening(server, path, *more):
    return [*pullquote("read", f"{server.address}{path}", "--allow-private"), *more]


def test_the_screen_is_there_before_the_page_and_tells_how_much_of_it_has_come(home):
    with serving({"/bridge": slowly}) as server, Terminal(opening(server, "/bridge"), home, size=(100, 30)) as terminal:
        waiting = terminal.sees("fetching 127.0.0.1 · 4 kB of 8 kB")
        assert "/bridge" in waiting
        assert "Esc stop" in waiting
        terminal.until(analysed)
        terminal.send("n")
        terminal.until(lambda text: " 1/" in text.split("\n")[0])
        terminal.send("q")
        assert terminal.end() == 0
        assert terminal.attributes == terminal.before


def test_an_interrupt_while_a_page_is_awaited_ends_at_once(home):
    with serving({"/bridge": never}) as server, Terminal(opening(server, "/bridge"), home) as terminal:
        terminal.sees("fetching 127.0.0.1")
        sent = time.perf_counter()
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.end() == 130
        assert time.perf_counter() - sent < 3
        assert not terminal.alternate
        assert terminal.attributes == terminal.before
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize(
    ("key", "status", "sentence"),
    [("\x1b", 1, "was not opened: you stopped it."), ("q", 1, "was not opened: you stopped it."), ("\x03", 130, "")],
)
def test_a_page_that_never_comes_is_left_at_once(home, key, status, sentence):
    with serving({"/bridge": never}) as server, Terminal(opening(server, "/bridge"), home) as terminal:
        terminal.sees("fetching 127.0.0.1")
        sent = terminal.send(key)
        assert terminal.end() == status
        assert time.perf_counter() - sent < 3
        assert not terminal.alternate
        assert terminal.attributes == terminal.before
        assert sentence in " ".join(terminal.text.split())
        assert "Traceback" not in terminal.text


def test_a_page_that_can_not_be_had_is_one_sentence_after_the_screen(home):
    with serving({}) as server, Terminal(opening(server, "/gone"), home, size=(120, 24)) as terminal:
        assert terminal.end() == 1
        assert not terminal.alternate
        (line,) = (line for line in terminal.text.split("\n") if line.startswith("pullquote: "))
        assert line.startswith(f"pullquote: {server.address}/gone was not opened: ")
        assert "Traceback" not in terminal.text


def test_a_start_at_a_voice_of_a_page_is_there_and_one_that_it_lacks_is_told(home):
    with serving({"/bridge": response(PAGE)}) as server:
        with Terminal(opening(server, "/bridge", "--voice", "Castro"), home) as terminal:
            terminal.sees("Castro")
            terminal.until(lambda text: "/" in text.split("\n")[0])
            terminal.send("q")
            assert terminal.end() == 0
        with Terminal(opening(server, "/bridge", "--at", "999"), home) as terminal:
            assert terminal.end() == 1
            assert "There is no quotation 999; the article has" in terminal.text
