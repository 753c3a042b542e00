"""The quick start with one file on a terminal, and how every command fails and exits."""

import errno
import os
import subprocess
import sys

import pytest

from reader import launcher
from reader.errors import SourceError


@pytest.mark.parametrize(
    ("args", "expected"),
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
def test_only_one_file_and_nothing_else_is_started_without_the_commands(tmp_path, monkeypatch, args, expected):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "-b.txt", "voices"):
        (tmp_path / name).write_text("A word.")
    assert launcher.is_one_file(args) is expected


@pytest.fixture(autouse=True)
def log(tmp_path, monkeypatch):
    """The file that a fault of the program is written to."""
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "pullquote.log"


def status_of(work, **options):
    with pytest.raises(SystemExit) as end:
        launcher.run_and_exit(work, **options)
    return end.value.code


@pytest.mark.parametrize(
    ("error", "status", "printed"),
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
def test_each_failure_has_its_status_and_at_most_one_sentence(capsys, log, error, status, printed):
    def fail():
        raise error

    assert status_of(fail) == status
    assert capsys.readouterr().err == printed.replace("{log}", str(log))


def test_the_status_is_the_one_that_the_work_returns():
    assert status_of(lambda: 7) == 7


def test_with_debug_the_traceback_is_printed_before_the_sentence(capsys):
    def fail():
        raise SourceError("There is no file x.")

    assert status_of(fail, debug=lambda: True) == 1
    printed = capsys.readouterr().err
    assert "in fail" in printed
    assert printed.endswith("pullquote: There is no file x.\n")


def test_before_the_first_frame_neither_library_nor_commands_are_imported(tmp_path):
    (tmp_path / "a.txt").write_text("A Headline\n\nSome words stand here, and they are enough.\n")
    script = (
        "import sys; from reader import launcher\n"
        "article = launcher.new_session().open(sys.argv[1], record=False)\n"
        "import reader.app.run\n"
        "late = 'click sqlite3 json pydantic tomllib reader.cli reader.store reader.analysis reader.text.anchors "
        "reader.export reader.app.widgets.thread_list reader.app.screens.library_screen'.split()\n"
        "print(article.title, *[name for name in late if name in sys.modules])"
    )
    environment = {**os.environ, "PULLQUOTE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", script, str(tmp_path / "a.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "A Headline\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left"), "Standard output could not be written: No space left."),
        (OSError(errno.EMFILE, "Too many open files"), "The system refused to go on: Too many open files."),
        (PermissionError(errno.EACCES, "Permission denied", "a.txt"), "a.txt could not be used: Permission denied."),
    ],
)
def test_what_the_system_refuses_is_told_without_a_number(capsys, error, sentence):
    def work():
        raise error

    assert status_of(work) == 1
    assert capsys.readouterr().err == f"pullquote: {sentence}\n"


def test_an_output_that_cannot_be_written_is_named():
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        command = [sys.executable, "-m", "reader", "keys"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("pullquote: Standard output could not be written: ")
    assert "Errno" not in done.stderr
