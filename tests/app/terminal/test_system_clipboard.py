"""The system's clipboard: which program is run, with what, and what is reported where it fails."""

import os
import shlex
import sys
import threading

import pytest

from reader.app.terminal import system_clipboard
from reader.app.terminal.system_clipboard import ClipboardTool, clipboard_tools, copy, installed_tool


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
    assert [tool.command[0] for tool in clipboard_tools(environment, platform)] == programs


@pytest.fixture(autouse=True)
def install(tmp_path, monkeypatch):
    """Install a program for the clipboard, given as Python code; no other program is on the path."""
    programs = tmp_path / "programs"
    programs.mkdir()

    def write(code):
        path = programs / "copier"
        path.write_text(
            f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -S -c {shlex.quote(code)} "$@"\n', encoding="utf-8"
        )
        path.chmod(0o755)

    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(system_clipboard, "TIMEOUT", 30.0)
    tools = [ClipboardTool(("no-such-program",)), ClipboardTool(("copier", "-i"))]
    monkeypatch.setattr(system_clipboard, "clipboard_tools", lambda *_: tools)
    return write


def copy_and_wait(text="tide “high”"):
    """Copy a text; returns what was reported once the copying thread has ended."""
    reported: list[str] = []
    copy(text, reported.append)
    for thread in clipboard_threads():
        thread.join(30)
        assert not thread.is_alive()
    return reported


def clipboard_threads():
    return [thread for thread in threading.enumerate() if thread.name == "clipboard"]


def test_the_first_program_that_is_installed_reads_the_text(install, tmp_path):
    copied = tmp_path / "copied"
    install(f"import sys; open({str(copied)!r}, 'wb').write(sys.argv[1].encode() + b' ' + sys.stdin.buffer.read())")
    assert installed_tool() == ClipboardTool(("copier", "-i"))
    assert copy_and_wait() == []
    assert copied.read_text(encoding="utf-8") == "-i tide “high”"


def test_without_a_program_nothing_is_run_or_reported():
    assert installed_tool() is None
    assert copy_and_wait() == []


def test_a_program_that_fails_is_named(install):
    install("import sys; sys.stdin.read(); sys.exit(3)")
    assert copy_and_wait() == ["copier failed (status 3): sent to the terminal's clipboard only"]


def test_the_caller_does_not_wait_for_the_program(install, monkeypatch):
    install("")
    release = threading.Event()
    monkeypatch.setattr(system_clipboard, "_run_tool", lambda *_: release.wait(30))
    copy("tide", print)
    threads = clipboard_threads()
    release.set()
    assert len(threads) == 1


def test_a_program_that_hangs_is_named(install, monkeypatch):
    install("import time; time.sleep(60)")
    monkeypatch.setattr(system_clipboard, "TIMEOUT", 0.2)
    assert copy_and_wait() == ["copier did not copy within 0.2 seconds: sent to the terminal's clipboard only"]


def test_a_program_that_can_not_be_started_is_named(monkeypatch):
    missing = f"{os.sep}no-such-program"
    monkeypatch.setattr(system_clipboard, "installed_tool", lambda: ClipboardTool((missing,)))
    assert copy_and_wait() == [
        f"{missing} could not be started (No such file or directory): sent to the terminal's clipboard only"
    ]


def test_a_program_that_stays_to_serve_what_it_copied_is_not_waited_for(install):
    install(
        "import subprocess, sys; sys.stdin.read(); "
        "subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(60)'])"
    )
    assert copy_and_wait() == []  # it reports a program that takes longer than TIMEOUT
