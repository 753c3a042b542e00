"""The commonest start, one file on a terminal, and how every command fails and ends."""

import os
import subprocess
import sys

import pytest

from reader import launcher
from reader.errors import SourceError


@pytest.mark.parametrize(
    ("args", "plain"),
    [
        (["./voices"], True),
        (["a.txt"], True),
        (["voices"], False),  # a file of that name is read as ./voices
        (["nowhere.txt"], False),
        (["a.txt", "--linear"], False),
        (["--debug", "a.txt"], False),
        (["-b.txt"], False),
        (["-"], False),
        ([""], False),
        (["https://estuary.example/a.txt"], False),
        (["nul\0.txt"], False),
        ([], False),
    ],
)
def test_one_file_and_nothing_else_is_the_plain_start(tmp_path, monkeypatch, args, plain):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "-b.txt", "voices"):
        (tmp_path / name).write_text("A word.")
    assert launcher.is_plain(args) is plain


@pytest.fixture(autouse=True)
def log(tmp_path, monkeypatch):
    """Where a fault of the program is noted."""
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "pullquote.log"


def status_of(work, **more):
    with pytest.raises(SystemExit) as end:
        launcher.leave(work, **more)
    return end.value.code


@pytest.mark.parametrize(
    ("failure", "status", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 0, ""),
        (SourceError("There is no file x."), 1, "pullquote: There is no file x.\n"),
        (
            ValueError("x"),
            1,
            "pullquote: This should not have happened (ValueError: x); --debug shows where, and so does {log}.\n",
        ),
    ],
)
def test_each_failure_has_its_status_and_one_sentence_at_most(capsys, log, failure, status, said):
    def fail():
        raise failure

    assert status_of(fail) == status
    assert capsys.readouterr().err == said.replace("{log}", str(log))


def test_the_status_is_that_of_the_work():
    assert status_of(lambda: 7) == 7


def test_the_place_of_a_failure_is_told_when_asked_for(capsys):
    def fail():
        raise SourceError("There is no file x.")

    assert status_of(fail, debug=lambda: True) == 1
    said = capsys.readouterr().err
    assert "in fail" in said
    assert said.endswith("pullquote: There is no file x.\n")


def test_before_the_first_frame_neither_library_nor_commands_are_loaded(tmp_path):
    (tmp_path / "a.txt").write_text("A Headline\n\nSome words stand here, and they are enough.\n")
    script = (
        "import sys; from reader import launcher\n"
        "article = launcher.new_session().open(sys.argv[1], record=False)\n"
        "import reader.app.app\n"
        "late = 'click sqlite3 json pydantic tomllib reader.cli reader.store reader.analysis reader.text.anchors "
        "reader.export reader.app.widgets.thread_list reader.app.screens.library_screen'.split()\n"
        "print(article.title, *[name for name in late if name in sys.modules])"
    )
    environment = {**os.environ, "PULLQUOTE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", script, str(tmp_path / "a.txt")]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    assert told == "A Headline\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]
