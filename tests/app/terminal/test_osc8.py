"""The terminal's own links, for terminals that have them."""

import pytest

from reader.app.terminal.osc8 import has_links, wanted


@pytest.mark.parametrize(
    ("environment", "has"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "foot"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4602"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "new"}, False),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "220401"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "alacritty", "ALACRITTY_WINDOW_ID": "7"}, True),
        ({"TERM": "linux", "VTE_VERSION": "7600"}, False),
        ({"TERM": "dumb", "WT_SESSION": "1"}, False),
        ({"TERM": "screen", "STY": "1.pts", "VTE_VERSION": "7600"}, False),
        ({}, False),
    ],
)
def test_a_terminal_has_links_if_it_says_who_it_is(environment, has):
    assert has_links(environment) is has


async def test_a_test_or_a_browser_has_none(opened):
    async with opened() as at:
        assert not wanted(at.app, {"TERM": "xterm-kitty"})
