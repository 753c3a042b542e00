"""What is loaded, and when: the start is quick because most of the program is not there yet."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples"


def loaded(tmp_path, *args):
    """The modules that a run with its output in a pipe imports, by Python's own account."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "reader", *args],
        capture_output=True,
        check=True,
        env={"PATH": os.environ["PATH"], "PULLQUOTE_HOME": str(tmp_path)},
    )
    assert done.stdout
    return set(re.findall(r"^import time: +\d+ \| +\d+ \| +(\S+)$", done.stderr.decode(), re.MULTILINE))


@pytest.mark.no_cover
@pytest.mark.parametrize("command", ["voices", "quotes", "threads", "show", "read"])
def test_data_in_a_pipe_loads_nothing_of_the_screen(tmp_path, command):
    modules = loaded(tmp_path, command, str(SAMPLES / "round-up.txt"))
    assert "reader.analysis" in modules
    assert not {name for name in modules if name.split(".")[0] in {"textual", "rich"} or name.startswith("reader.app")}


def test_plain_text_loads_no_library_for_other_formats(tmp_path):
    modules = loaded(tmp_path, "voices", str(SAMPLES / "round-up.txt"))
    heavy = {"lxml", "trafilatura", "markdown_it", "yaml", "pydantic", "ftfy"}
    assert not modules & heavy


def test_an_english_text_loads_no_other_language(tmp_path):
    modules = loaded(tmp_path, "voices", str(SAMPLES / "round-up.txt"))
    assert "reader.analysis.languages.recognise" in modules
    assert "reader.analysis.languages.other_analysis" not in modules


def test_importing_the_command_loads_no_library_of_data(tmp_path):
    modules = loaded(tmp_path, "--version")
    assert not modules & {"textual", "rich", "pydantic", "lxml", "reader.analysis", "reader.sources"}


def test_a_command_loads_no_module_of_other_commands(tmp_path):
    # importtime passes over what importlib loads by a name
    watch = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    done = subprocess.run(
        [sys.executable, "-c", watch + "from reader.cli import main; main()", "voices", str(SAMPLES / "round-up.txt")],
        capture_output=True,
        check=True,
        env={"PATH": os.environ["PATH"], "PULLQUOTE_HOME": str(tmp_path)},
    )
    modules = {*done.stderr.decode().split()}
    assert "reader.cli.query_commands" in modules
    assert not modules & {
        "reader.cli.read_commands",
        "reader.cli.transfer_commands",
        "reader.cli.settings_commands",
        "reader.cli.theme_names",
    }
