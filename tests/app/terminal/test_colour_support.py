"""How many colours there are."""

import pytest

from reader.app.terminal.colour_support import describe_colours


@pytest.mark.parametrize(
    ("environment", "features", "expected"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, None, "truecolor"),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, None, "truecolor"),
        ({"TERM": "xterm-256color"}, None, "256"),
        ({"TERM": "xterm"}, None, "16"),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, None, None),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"}, None, "none (NO_COLOR)"),
        ({"TERM": "tmux-256color", "TMUX": "socket,1,0"}, None, "256"),
        ({"TERM": "tmux-256color", "TMUX": "socket,1,0"}, "256,title", "256"),
        ({"TERM": "screen", "TMUX": "socket,1,0"}, "256,RGB", "16 (tmux can show more: export COLORTERM=truecolor)"),
        ({"TERM": "tmux-256color", "TMUX": "socket,1,0", "COLORTERM": "truecolor"}, "256,RGB,title", "truecolor"),
    ],
)
def test_the_colours_are_those_that_are_shown(environment, features, expected):
    assert describe_colours(environment, lambda: features) == expected


def test_tmux_shows_fewer_colours_than_the_environment_says():
    environment = {"TERM": "tmux-256color", "TMUX": "socket,1,0", "COLORTERM": "truecolor"}
    told = describe_colours(environment, lambda: "256,title")
    assert told is not None
    assert told.startswith("256 (tmux does not know")
