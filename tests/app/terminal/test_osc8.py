"""Which terminals have hyperlinks of their own."""

import pytest

from reader.app.terminal.osc8 import supports_links, uses_links


@pytest.mark.parametrize(
    ("environment", "expected"),
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
def test_a_terminal_supports_links_where_its_environment_names_it(environment, expected):
    assert supports_links(environment) is expected


async def test_in_a_test_or_a_browser_no_links_are_written(opened):
    async with opened() as at:
        assert not uses_links(at.app, {"TERM": "xterm-kitty"})
