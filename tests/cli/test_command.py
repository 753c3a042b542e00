"""The command as a whole: usage, failures, statuses, pipes."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import click
import pytest

from reader import cli
from reader.services.session import Session
from tests.cli.command_runner import ARTICLE, run


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["read"], "Missing argument 'LOCATION'"),
        (["voices"], "Missing argument 'LOCATION...'"),
        (["quotes", "a", "--voise", "X"], "Did you mean '--voice'?"),
        (["quotes", "a", "--kind", "spoken"], "'direct', 'mixed', 'indirect', 'block'"),
        (["voiecs", "weir.txt"], "Did you mean voices?"),
        (["quotse", "weir.txt", "--json"], "There is no command or file quotse. Did you mean quotes?"),
        (["frobnicate", "weir.txt"], "There is no command or file frobnicate."),
        (["--debug", "w" * 300, "weir.txt"], "There is no command or file wwww"),
        (["weir.txt", "weir.txt"], "unexpected extra argument"),
        (["https://weir.example/", "weir.txt"], "unexpected extra argument"),
        (["-", "weir.txt"], "unexpected extra argument"),
        (["export"], "Name the articles to export, or use --all."),
        (["export", "a.txt", "--all"], "Name the articles to export, or use --all."),
        (["export", "a.txt", "b.txt", "--output", "c.md"], "--output is a file, which takes one article"),
    ],
)
@pytest.mark.usefixtures("article")
def test_wrong_usage_is_explained_and_status_2(capsys, args, words):
    status, out, err = run(capsys, *args)
    assert (status, out) == (2, "")
    assert words in " ".join(err.split())


@pytest.mark.parametrize("args", [["--voice", "Reed", "weir.txt"], ["weir.txt", "--voice", "Reed"]])
@pytest.mark.usefixtures("article")
def test_an_option_before_the_location_is_not_a_mistyped_command(capsys, args):
    status, out, err = run(capsys, *args)
    assert (status, err) == (0, "")
    assert "OR: Otto Reed" in out


@pytest.mark.parametrize("args", [["voiecs"], ["frobnicate"], ["frobnicate", "--width", "60"]])
def test_a_word_alone_is_a_location(capsys, args):
    status, out, err = run(capsys, *args)
    assert (status, out, err) == (1, "", f"pullquote: There is no file {args[0]}.\n")


@pytest.mark.parametrize(
    "args", [["--debug", "nowhere.txt"], ["nowhere.txt", "--debug"], ["voices", "nowhere.txt", "--debug"]]
)
def test_debug_adds_the_traceback(capsys, args):
    status, _, err = run(capsys, *args)
    assert status == 1
    assert "Traceback (most recent call last)" in err


def test_without_debug_there_is_no_traceback_even_for_what_nobody_expected(capsys, article, monkeypatch):
    def fail(*_args):
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(Session, "analyse", fail)
    status, _, err = run(capsys, "voices", article)
    assert status == 1
    assert err.startswith(
        "pullquote: This should not have happened (ZeroDivisionError: by nothing); --debug shows where"
    )
    assert err.count("\n") == 1


def test_an_interruption_is_status_130(capsys, article, monkeypatch):
    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "analyse", interrupt)
    status, _, err = run(capsys, "voices", article)
    assert status == 130
    assert "Traceback" not in err


def test_every_command_has_help_with_an_example(capsys):
    for command in cli.cli.list_commands(click.Context(cli.cli)):
        status, out, _ = run(capsys, command, "--help")
        assert status == 0
        assert f"Example: pullquote {command}" in out


def test_the_version_is_printed(capsys):
    status, out, _ = run(capsys, "--version")
    assert (status, out.startswith("pullquote ")) == (0, True)


def _environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PULLQUOTE_HOME": str(tmp_path / "home"), **more}


@pytest.fixture
def piped(tmp_path, program_forks):
    """Give the exit status, standard output and standard error of a run with a file or some text at standard input."""

    def run(*args: str, stdin: IO[bytes] | None = None, text: str | None = None) -> tuple[int, str, str]:
        if text is None:
            with Path(os.devnull).open("rb") as nothing:
                return start(args, stdin or nothing)
        read_end, write_end = os.pipe()
        with os.fdopen(read_end, "rb") as pipe:
            with os.fdopen(write_end, "wb") as writer:
                writer.write(text.encode())
            return start(args, pipe)

    def start(args: Sequence[str], stdin: IO[bytes]) -> tuple[int, str, str]:
        if program_forks:
            done = program_forks.run(args, _environment(tmp_path), tmp_path, stdin)
            return done.status, done.out.decode(), done.err.decode()
        return _run_process(tmp_path, *args, stdin=stdin)

    return run


def _run_process(tmp_path: Path, *args: str, **stdin: Any) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "reader", *args]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=_environment(tmp_path), check=False, **stdin
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("args", "named"),
    [
        ([], ["-"]),
        (["--debug"], ["-"]),
        (["--width", "60"], ["-", "--width", "60"]),
        (["read", "--voice", "Reed"], ["-", "--voice", "Reed"]),
        (["quotes", "--json"], ["quotes", "-", "--json"]),
        (["voices"], ["voices", "-"]),
    ],
)
def test_piped_input_is_read_where_no_location_is_given(piped, article, args, named):
    told = piped(*named, text=ARTICLE)
    assert told[0] == 0
    assert "Otto Reed" in told[1]
    assert piped(*args, text=ARTICLE) == told
    with article.open("rb") as file:
        assert piped(*args, stdin=file) == told


@pytest.mark.parametrize("stdin", [{"stdin": subprocess.DEVNULL}, {"preexec_fn": lambda: os.close(0)}])
def test_without_piped_input_the_library_is_listed(tmp_path, article, stdin):
    assert _run_process(tmp_path, str(article), stdin=subprocess.DEVNULL)[0] == 0
    status, out, err = _run_process(tmp_path, **stdin)
    assert (status, err) == (0, "")
    assert "The Weir Is Shut" in out
    assert "Otto Reed" not in out
    status, out, err = _run_process(tmp_path, "voices", **stdin)
    assert (status, out) == (2, "")
    assert "Missing argument 'LOCATION...'" in err


@pytest.mark.parametrize("args", [[], ["--debug"], ["-"], ["voices"], ["read", "--linear"]])
def test_an_empty_pipe_is_an_error(piped, tmp_path, args):
    status, out, err = piped(*args, text="")
    assert (status, out) == (1, "")
    assert "standard input is empty.\n" in err.lower()
    empty = tmp_path / "empty"
    empty.touch()
    with empty.open("rb") as file:
        assert piped(*args, stdin=file)[0] == 1


def test_an_unknown_option_names_only_those_that_are_like_it(piped):
    assert "Did you mean" not in piped("quotes", "--wrong")[2]
    assert "Did you mean '--voice'?" in piped("quotes", "--voise")[2]
    assert "--voice" in piped("quotes", "--vo")[2]


def test_a_given_location_is_read_whatever_is_piped_in(piped, article):
    assert "Otto Reed" in piped(str(article), text="Nobody is quoted here, and there is no more of it.")[1]
    assert "The Weir Is Shut" in piped("library", text=ARTICLE)[1]


def test_a_quiet_pipe_is_reported_and_waited_for(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "voices"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(tmp_path),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"waiting for an article on standard input" in process.stderr.readline()
        process.stdin.write(ARTICLE.encode())
        process.stdin.close()
        assert b"Otto Reed" in process.stdout.read()
        assert process.wait() == 0


def test_a_closed_pipe_ends_it_silently(tmp_path):
    big = tmp_path / "big.txt"
    big.write_text(ARTICLE * 400, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "show", str(big), "--width", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(tmp_path),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_output_that_cannot_be_written_is_one_sentence_and_status_1(article, tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "voices", str(article)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=_environment(tmp_path),
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "pullquote: Standard output could not be written: No space left on device.\n"


def test_a_closed_standard_input_is_not_an_article(tmp_path):
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m reader voices - <&-"],
        capture_output=True,
        check=False,
        env=_environment(tmp_path),
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"pullquote: ")
    assert b"should not have happened" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_whatever_the_encoding_of_the_pipe_the_data_gets_through(article, tmp_path, encoding):
    for args in (["show", str(article), "--json"], ["show", str(article)]):
        out = subprocess.run(
            [sys.executable, "-m", "reader", *args],
            capture_output=True,
            check=True,
            env=_environment(tmp_path, PYTHONIOENCODING=encoding),
        ).stdout.decode(encoding)
        assert "Nobody asked us," in out
        assert "--json" not in args or "“Nobody asked us,”" in json.loads(out)["text"]
