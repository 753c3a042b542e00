"""The driver writes of a frame the cells that differ, and whole frames when it can't know what the terminal shows."""

from typing import Any

import pytest
from textual.driver import Driver

from reader.app.app import PullquoteApp
from reader.app.terminal.diff_driver import DiffDriver, with_frame_diff
from reader.services.session import Session

FIRST, SECOND = "\x1b[1;1Hat nine\x1b[1;1H", "\x1b[1;1Hat ten \x1b[1;1H"
DIFFERENCE = "\x1b[1;4Hten \x1b[1;1H"


class RecordingDriver(Driver):
    """Keeps what is written."""

    def __init__(self):
        self.written = []

    def write(self, data):
        self.written.append(data)

    def start_application_mode(self):
        """Nothing to start."""

    def disable_input(self):
        """No input."""

    def stop_application_mode(self):
        """Nothing to stop."""


@pytest.fixture
def driver() -> Any:
    driver_class: Any = with_frame_diff(RecordingDriver)
    return driver_class()


def test_the_first_frame_is_written_whole_and_of_the_next_the_difference(driver):
    for data in (FIRST, "\x1b[?2026h", SECOND, "\x1b[?2026l", FIRST):
        driver.write(data)
    assert driver.written == [FIRST, "\x1b[?2026h", DIFFERENCE, "\x1b[?2026l", "\x1b[1;4Hnine\x1b[1;1H"]


@pytest.mark.parametrize("other", ["\x1b[?1049h", "\x07", "words"])
def test_after_any_other_output_a_frame_is_written_whole(driver, other):
    for data in (FIRST, SECOND, other, FIRST):
        driver.write(data)
    assert driver.written == [FIRST, DIFFERENCE, other, FIRST]


def test_after_a_change_of_the_terminal_s_size_a_frame_is_written_whole(driver, monkeypatch):
    app = PullquoteApp(Session(library=False), theme="pullquote-dark")
    monkeypatch.setattr("reader.app.app.driver_of", lambda _: driver)
    driver.write(FIRST)
    app.on_resize()
    driver.write(SECOND)
    assert driver.written == [FIRST, SECOND]


def test_the_app_uses_such_a_driver_and_leaves_others_alone(monkeypatch):
    app = PullquoteApp(Session(library=False), theme="pullquote-dark")
    assert issubclass(app.get_driver_class(), DiffDriver)
    other = RecordingDriver()
    monkeypatch.setattr("reader.app.app.driver_of", lambda _: other)
    app.on_resize()
    assert other.written == []
