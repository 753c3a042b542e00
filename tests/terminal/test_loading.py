"""An article that loads slowly: the screen is there at once, and Esc stops the loading."""

import os
import signal
import time
from pathlib import Path
from threading import Event

import pytest

from tests.sources.loopback_servers import response, serving
from tests.terminal.pty_program import Terminal, pullquote
from tests.terminal.test_reading import analysed

PAGE = (Path(__file__).parents[2] / "samples" / "report.html").read_bytes()

pytestmark = pytest.mark.terminal


def never_reply(_):
    """No reply at all."""
    time.sleep(30)


def arguments(server, path, *more):
    return ["read", f"{server.address}{path}", "--allow-private", *more]


def test_the_screen_is_there_before_the_page_and_shows_how_much_of_it_has_arrived(reader):
    release = Event()

    def send_in_two_parts(connection):
        whole = response(PAGE)
        connection.sendall(whole[:4000])
        release.wait(60)
        connection.sendall(whole[4000:])

    with (
        serving({"/bridge": send_in_two_parts}) as server,
        reader(*arguments(server, "/bridge"), size=(100, 30)) as terminal,
    ):
        loading = terminal.wait_for("fetching 127.0.0.1 · 4 kB of 8 kB")
        assert "/bridge" in loading
        assert "Esc stop" in loading
        release.set()
        terminal.wait_until(analysed)
        terminal.send("n")
        terminal.wait_until(lambda text: " 1/" in text.split("\n")[0])
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.attributes == terminal.initial_attributes


def test_an_interrupt_while_a_page_loads_ends_the_program_at_once(home):
    with (
        serving({"/bridge": never_reply}) as server,
        Terminal(pullquote(*arguments(server, "/bridge")), home) as terminal,
    ):
        terminal.wait_for("fetching 127.0.0.1")
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.wait_for_exit() == 130
        assert not terminal.is_alternate_screen
        assert terminal.attributes == terminal.initial_attributes
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize(
    ("key", "status", "sentence"),
    [("\x1b", 1, "was not opened: you stopped it."), ("q", 1, "was not opened: you stopped it."), ("\x03", 130, "")],
)
def test_the_loading_of_a_page_can_be_stopped_at_once(reader, key, status, sentence):
    with serving({"/bridge": never_reply}) as server, reader(*arguments(server, "/bridge")) as terminal:
        terminal.wait_for("fetching 127.0.0.1")
        terminal.send(key)
        assert terminal.wait_for_exit() == status
        assert not terminal.is_alternate_screen
        assert terminal.attributes == terminal.initial_attributes
        assert sentence in " ".join(terminal.text.split())
        assert "Traceback" not in terminal.text


def test_why_a_page_can_not_be_opened_is_one_sentence_after_the_screen(reader):
    with serving({}) as server, reader(*arguments(server, "/gone"), size=(120, 24)) as terminal:
        assert terminal.wait_for_exit() == 1
        assert not terminal.is_alternate_screen
        (line,) = (line for line in terminal.text.split("\n") if line.startswith("pullquote: "))
        assert line.startswith(f"pullquote: {server.address}/gone was not opened: ")
        assert "Traceback" not in terminal.text


def test_a_page_opens_at_a_voice_and_a_missing_quotation_is_an_error(reader):
    with serving({"/bridge": response(PAGE)}) as server:
        with reader(*arguments(server, "/bridge", "--voice", "Castro")) as terminal:
            terminal.wait_for("Castro")
            terminal.wait_until(lambda text: "/" in text.split("\n")[0])
            terminal.send("q")
            assert terminal.wait_for_exit() == 0
        with reader(*arguments(server, "/bridge", "--at", "999")) as terminal:
            assert terminal.wait_for_exit() == 1
            assert "There is no quotation 999; the article has" in terminal.text


PLUGIN = """
import os, time
from reader.sources.formats.base import Format
def read(document):
    os.write(1, b"a plugin prints")
    os.write(2, b"a plugin prints")
    time.sleep(1000)
FORMAT = Format("slow", read)
"""


def test_a_plugin_that_prints_and_hangs_can_be_left(home, tmp_path):
    facts = tmp_path / "slow-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: slow\nVersion: 1.0\n", encoding="utf-8")
    (facts / "entry_points.txt").write_text("[pullquote.sources]\nslow = slow_plugin:FORMAT\n", encoding="utf-8")
    (tmp_path / "slow_plugin.py").write_text(PLUGIN, encoding="utf-8")
    file = tmp_path / "bridge.slow"
    file.write_text("The bridge", encoding="utf-8")
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    with Terminal(pullquote(str(file)), home | {"PYTHONPATH": path}) as terminal:
        terminal.wait_for("Esc stop")
        terminal.send("\x1b")
        assert terminal.wait_for_exit() == 1
        assert terminal.attributes == terminal.initial_attributes
        assert "was not opened: you stopped it." in terminal.text.replace("\n", "")
        assert "a plugin prints" not in terminal.text
