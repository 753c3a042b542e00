"""The system's clipboard: which program is asked, with what, and what is said where it fails."""

import os
import stat
import sys
import time

import pytest

from reader.app.terminal import system_clipboard
from reader.app.terminal.system_clipboard import ClipboardTool, copy, installed, known


@pytest.mark.parametrize(
    ("environment", "platform", "programs"),
    [
        ({}, "linux", []),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
        ({"TERMUX_VERSION": "0.118"}, "linux", ["termux-clipboard-set"]),
        ({}, "darwin", ["pbcopy"]),
        ({"DISPLAY": ""}, "linux", []),
    ],
)
def test_each_clipboard_has_its_programs(environment, platform, programs):
    assert [tool.command[0] for tool in known(environment, platform)] == programs


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Install a program for the clipboard, written in shell."""

    def install(script, name="xsel"):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    for name in ("WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TERMUX_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        system_clipboard, "known", lambda *_: [ClipboardTool(("no-such-program",)), ClipboardTool(("xsel", "-i"))]
    )
    return install


def said(words="tide “high”"):
    """What a copy complains of, and how long it kept its caller."""
    told: list[str] = []
    before = time.perf_counter()
    copy(words, told.append)
    kept = time.perf_counter() - before
    for thread in clipboard_threads():
        thread.join()
    return told, kept


def clipboard_threads():
    import threading  # noqa: PLC0415 - only here

    return [thread for thread in threading.enumerate() if thread.name == "clipboard"]


def test_the_first_program_that_is_installed_reads_the_words(program, tmp_path):
    program(f'echo "$1" > {tmp_path}/how; cat > {tmp_path}/words')
    assert installed() == ClipboardTool(("xsel", "-i"))
    assert said()[0] == []
    assert (tmp_path / "words").read_text(encoding="utf-8") == "tide “high”"
    assert (tmp_path / "how").read_text(encoding="utf-8") == "-i\n"


@pytest.mark.usefixtures("program")
def test_without_one_only_the_terminal_is_asked():
    assert installed() is None
    assert said()[0] == []


def test_one_that_fails_is_named(program):
    program("cat > /dev/null; exit 3")
    assert said()[0] == ["xsel failed (status 3): copied through the terminal only"]


def test_one_that_hangs_keeps_nobody_waiting(program, monkeypatch):
    program("exec sleep 30")
    monkeypatch.setattr(system_clipboard, "PATIENCE", 0.2)
    told, kept = said()
    assert told == ["xsel did not copy within 0.2 seconds: copied through the terminal only"]
    assert kept < 0.15


def test_one_that_cannot_be_started_is_named(monkeypatch):
    monkeypatch.setattr(system_clipboard, "installed", lambda: ClipboardTool((os.sep + "no-such-program",)))
    assert said()[0] == [
        f"{os.sep}no-such-program could not be started (No such file or directory): copied through the terminal only"
    ]


def test_one_that_lives_on_to_serve_what_it_copied_is_not_waited_for(program):
    program("cat > /dev/null; sleep 30 &")
    before = time.perf_counter()
    assert said()[0] == []
    assert time.perf_counter() - before < 1.5
