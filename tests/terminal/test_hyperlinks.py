"""Links are the terminal's own where it supports them."""

import pytest

from tests.terminal.pty_program import Terminal, pullquote

pytestmark = pytest.mark.terminal

TEXT = """# The Weir

See [the plan](https://weir.example/plan) of the weir, or ask at [the mill](mailto:mill@weir.example).
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "weir.md"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("variables", "has_links"), [({"VTE_VERSION": "7600"}, True), ({}, False)])
def test_linked_words_are_links_of_the_terminal(home, article, variables, has_links):
    with Terminal(pullquote(article), {**home, **variables}) as terminal:
        terminal.wait_for("See the plan of the weir, or ask at the mill.")
        terminal.send("j")
        terminal.settle()
        assert "See the plan of the weir, or ask at the mill." in terminal.text
        assert (b";https://weir.example/plan\x1b\\" in terminal.raw) is has_links
        assert (b";mailto:mill@weir.example\x1b\\" in terminal.raw) is has_links
        assert terminal.raw.count(b"\x1b]8;;\x1b\\") == terminal.raw.count(b"\x1b]8;id=")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
