"""Links in a real terminal are the terminal's own where it has them."""

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


@pytest.mark.parametrize(("told", "linked"), [({"VTE_VERSION": "7600"}, True), ({}, False)])
def test_words_lead_where_the_article_says(home, article, told, linked):
    with Terminal(pullquote(article), {**home, **told}) as terminal:
        terminal.sees("See the plan of the weir, or ask at the mill.")
        terminal.send("j")
        terminal.settle()
        assert "See the plan of the weir, or ask at the mill." in terminal.text
        assert (b";https://weir.example/plan\x1b\\" in terminal.raw) is linked
        assert (b";mailto:mill@weir.example\x1b\\" in terminal.raw) is linked
        assert terminal.raw.count(b"\x1b]8;;\x1b\\") == terminal.raw.count(b"\x1b]8;id=")
        terminal.send("q")
        assert terminal.end() == 0
