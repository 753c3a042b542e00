"""The commands that tell how Pullquote is set up."""

import json
import re
from pathlib import Path

import pytest

from reader.app.terminal.system_clipboard import ClipboardTool
from tests.cli.command_runner import run


def test_config_says_where_things_are_and_what_is_set(capsys, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "config.toml").write_text('theme = "pullquote-light"\n', encoding="utf-8")
    _, out, _ = run(capsys, "config", "--json")
    assert json.loads(out) == {
        "theme": "pullquote-light",
        "export_folder": None,
        "export.template": None,
        "ascii": False,
        "justify": False,
        "hyphenate": False,
        "speak_friendly": False,
        "backup_megabytes": 500,
        "config": str(home / "config.toml"),
        "library": str(home / "library.db"),
        "log": str(home),
        "pages": str(home / "pages"),
    }


def test_keys_are_those_of_the_reader(capsys):
    _, out, _ = run(capsys, "keys", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert {"keys": "j ↓", "id": "move.down", "does": "a line down"} in rows
    assert len({row["id"] for row in rows}) == len(rows)
    _, out, _ = run(capsys, "keys")
    assert len(out.splitlines()) == len(rows) + 1


def test_the_tables_of_keys_in_the_documentation_have_every_action(capsys):
    page = Path(__file__).parents[2].joinpath("docs", "reading.md").read_text(encoding="utf-8")
    tables = page.split("| key | does |\n| --- | --- |\n")[1:]
    rows_shown = [row for table in tables for row in table.split("\n\n")[0].splitlines()]
    keys = " ".join(row.split(" | ")[0].replace("`", "") for row in rows_shown)
    shown = {*re.split(r"[\s,·]+", keys), *"|↑↓", "Ctrl+→", "Ctrl+←"}  # “arrows” and “Ctrl+arrows” stand for some
    rows = [json.loads(line) for line in run(capsys, "keys", "--json")[1].splitlines()]
    said = {each.lower() if "+" in each else each for each in shown}
    missing = [
        row["id"] for row in rows if said.isdisjoint(key.lower() if "+" in key else key for key in row["keys"].split())
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("tool", "term", "able"),
    [(None, "linux", ("OSC 52", None)), (ClipboardTool(("xsel", "-i")), "foot", ("OSC 52, xsel", "OSC 8"))],
)
def test_doctor_prints_what_the_terminal_can_do(capsys, monkeypatch, tool, term, able):
    monkeypatch.setattr("reader.app.terminal.system_clipboard.installed_tool", lambda: tool)
    monkeypatch.setenv("TERM", term)
    found = json.loads(run(capsys, "doctor", "--json")[1])
    assert (found["terminal"], found["clipboard"], found["links"]) == (term, *able)


def test_doctor_reports_an_unusable_library(capsys, tmp_path):
    _, out, _ = run(capsys, "doctor", "--json")
    assert json.loads(out)["problem"] == "none found"
    (tmp_path / "home" / "library.db").write_bytes(
        b"this is no database, and it is long enough to be taken for one" * 50
    )
    _, out, _ = run(capsys, "doctor", "--json")
    assert "library.db" in json.loads(out)["problem"]


@pytest.mark.parametrize("theme", ["auto", "sepia", "nord"])
def test_an_existing_theme_is_not_a_problem(capsys, tmp_path, theme):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "config.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    assert run(capsys, "config")[2] == ""
    assert json.loads(run(capsys, "doctor", "--json")[1])["problem"] == "none found"


def test_a_missing_theme_is_reported_with_its_line_and_the_existing_themes(capsys, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "config.toml").write_text('theme = "nope"\n', encoding="utf-8")
    status, out, err = run(capsys, "config", "--json")
    assert (status, json.loads(out)["theme"]) == (0, "nope")
    assert "theme in line 1: there is no theme nope; there are auto, " in err
    assert err.count("\n") == 1
    problem = json.loads(run(capsys, "doctor", "--json")[1])["problem"]
    assert problem.startswith("There is no theme nope; there are auto, ")


def test_an_own_theme_with_mistakes_is_reported(capsys, tmp_path):
    (tmp_path / "home" / "themes").mkdir(parents=True)
    (tmp_path / "home" / "themes" / "mine.toml").write_text('page = "white"\n', encoding="utf-8")
    (tmp_path / "home" / "config.toml").write_text('theme = "mine"\n', encoding="utf-8")
    assert "page: white is not #RRGGBB" in run(capsys, "config")[2]
