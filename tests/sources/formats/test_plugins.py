"""Formats from other distributions, found by their entry points and loaded when they are needed."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources import load
from reader.sources.formats import plugins

PACKAGE = Path(__file__).parents[1] / "plugin_package"
MINUTES = b"MINUTES\nPort Ansel, 3 April\n1|Ottoline Brask|The ferry must run.\n2|Ruben Achterberg|Not for me.\n"


def install(folder, name, entry_points, **modules):
    """Write what an installer leaves of a distribution: its modules, and a folder with its entry points."""
    facts = folder / f"{name}-1.0.dist-info"
    facts.mkdir(parents=True)
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (facts / "entry_points.txt").write_text(entry_points, encoding="utf-8")
    for module, code in modules.items():
        (folder / f"{module}.py").write_text(code, encoding="utf-8")


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install the test package and return its folder; other packages can be added to it."""
    folder = tmp_path / "site-packages"
    install(
        folder,
        "pullquote_minutes",
        (PACKAGE / "entry_points.txt").read_text(encoding="utf-8"),
        pullquote_minutes=(PACKAGE / "pullquote_minutes.py").read_text(encoding="utf-8"),
    )
    monkeypatch.syspath_prepend(folder)
    plugins._load_plugin.cache_clear()
    yield folder
    plugins._load_plugin.cache_clear()
    for module in [name for name in sys.modules if name.startswith(("pullquote_", "broken_"))]:
        del sys.modules[module]


def write_file(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("name", ["april.minutes", "april.MINUTES", "april.unknown"])
def test_a_plugin_reads_files_by_extension_or_by_first_bytes(tmp_path, name):
    article = load(write_file(tmp_path, name, MINUTES))
    assert article.title == "Port Ansel, 3 April"
    assert "Ottoline Brask: “The ferry must run.”" in article.text


@pytest.mark.usefixtures("installed")
def test_plugins_are_not_searched_where_a_built_in_format_matches(tmp_path):
    load(write_file(tmp_path, "april.txt", MINUTES))
    load("-", stdin=MINUTES)
    assert "pullquote_minutes" not in sys.modules


def test_without_the_plugin_the_same_file_is_text(tmp_path):
    assert "1|Ottoline Brask" in load(write_file(tmp_path, "april.minutes", MINUTES)).text


@pytest.mark.usefixtures("installed")
def test_the_message_of_a_plugin_is_shown(tmp_path):
    with pytest.raises(SourceError, match=r"april\.minutes was not opened: nobody spoke\.$"):
        load(write_file(tmp_path, "april.minutes", b"MINUTES\nPort Ansel, 3 April\n"))


@pytest.mark.usefixtures("installed")
def test_a_plugin_that_fails_is_named_in_the_message(tmp_path):
    with pytest.raises(SourceError, match=r"the plugin minutes failed on it \(UnicodeDecodeError: .*\)\.$"):
        load(write_file(tmp_path, "april.minutes", b"MINUTES\n\xff\n"))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise RuntimeError('out of\\nsorts')", r"could not be loaded \(RuntimeError: out of sorts\)"),
        ("import no_such_module_anywhere", "could not be loaded .ModuleNotFoundError"),
        ("", "could not be loaded .AttributeError"),
        ("FORMAT = 'a string'", "is not a Format"),
    ],
)
def test_a_broken_plugin_is_reported_for_its_files_only(installed, tmp_path, code, words):
    install(installed, "broken_plugin", "[pullquote.sources]\nbroken = broken_plugin:FORMAT\n", broken_plugin=code)
    with pytest.raises(SourceError, match=words) as caught:
        load(write_file(tmp_path, "a.broken", b"text"))
    assert "\n" not in str(caught.value)
    assert load(write_file(tmp_path, "a.unknown", MINUTES)).title == "Port Ansel, 3 April"
    assert load(write_file(tmp_path, "a.log", b"Only text, which opens all the same.")).text


@pytest.mark.usefixtures("installed")
def test_what_a_plugin_returns_is_cleaned(tmp_path):
    hostile = "MINUTES\nThe \x1b[31mTitle\n1|Ottoline \u202eBrask|The ferry \x1b]52;c;ZWNobw==\x07must run.\n".encode()
    article = load(write_file(tmp_path, "april.minutes", hostile))
    assert (article.title, article.text) == ("The Title", "The Title\n\nOttoline Brask: “The ferry must run.”")


def test_plain_text_opens_without_a_search_for_plugins(tmp_path):
    path = write_file(tmp_path, "a.txt", b"Only text.")
    code = f"import sys, reader.sources as s; s.load({path!r}); print('importlib.metadata' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
