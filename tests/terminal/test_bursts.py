"""Keys that arrive at once have the effects that they have one by one."""

import pytest

from tests.terminal.test_reading import ROUND_UP

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        pytest.param("nh:export\r\r", "exported to ", id="a command by its name"),
        pytest.param("/minister\rn", "/minister 2/3", id="a search, and on to its second match"),
        pytest.param("nhaask whether she was asked\r", "note saved", id="a note"),
        pytest.param("nhtcash, banks\r", "tagged #cash, #banks", id="tags"),
        pytest.param("mx", "marked as x", id="a mark whose letter is a key"),
        pytest.param("Gmxg'xv", "selecting", id="a mark, back to it, and a selection from there"),
        pytest.param(":claim\x1b[B\x1b[A\r", "claim 1 of", id="into the commands, down, up, and out"),
        pytest.param("nha\x1b[200~pasted words\x1b[201~\r", "✎ pasted words", id="pasted into a note"),
    ],
)
def test_keys_that_arrive_at_once_are_handled_one_by_one(tmp_path, reader, keys, shown):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "config.toml").write_text(f'export_folder = "{tmp_path}"\n', encoding="utf-8")
    with reader(str(ROUND_UP), size=(100, 30)) as terminal:
        terminal.wait_until(lambda text: "quotations" in text.split("\n")[0])
        terminal.send(keys)
        terminal.wait_for(shown)
        terminal.settle()
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
        assert "should not have happened" not in terminal.text
