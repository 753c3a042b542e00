"""Copy to the system's clipboard where a program for that is installed, beside the terminal's own way (OSC 52)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from threading import Thread
from typing import NamedTuple

TIMEOUT = 2.0
"""Seconds after which such a program is ended."""


class ClipboardTool(NamedTuple):
    """A command that copies its standard input, which it reads in this encoding."""

    command: tuple[str, ...]
    encoding: str = "utf-8"


def clipboard_tools(environment: Mapping[str, str], platform: str) -> Iterator[ClipboardTool]:
    """Yield the tools for the clipboards of an environment, installed or not, the preferred one first."""
    if platform == "darwin":
        yield ClipboardTool(("pbcopy",))
    if environment.get("WSL_DISTRO_NAME"):
        yield ClipboardTool(("clip.exe",), "utf-16")
    if environment.get("TERMUX_VERSION"):
        yield ClipboardTool(("termux-clipboard-set",))
    if environment.get("WAYLAND_DISPLAY"):
        yield ClipboardTool(("wl-copy",))
    if environment.get("DISPLAY"):
        yield ClipboardTool(("xclip", "-selection", "clipboard"))
        yield ClipboardTool(("xsel", "--input", "--clipboard"))


def installed_tool() -> ClipboardTool | None:
    """Return the first of those that is installed, or None."""
    return next((tool for tool in clipboard_tools(os.environ, sys.platform) if shutil.which(tool.command[0])), None)


def copy(text: str, report: Callable[[str], object]) -> None:
    """Copy `text` to the system's clipboard, if there is one, in a thread.

    Args:
        text: What to copy.
        report: Called in that thread with a sentence where the copy fails.
    """
    tool = installed_tool()
    if tool is not None:
        Thread(target=_run_tool, args=(tool, text, report), name="clipboard").start()


def _run_tool(tool: ClipboardTool, text: str, report: Callable[[str], object]) -> None:
    name = tool.command[0]
    try:
        # Its output goes nowhere: such a program stays in the background to serve what it copied, and would keep a pipe
        # open.
        subprocess.run(  # noqa: S603 - one of the commands above; the text is its standard input
            tool.command,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=True,
        )
    except subprocess.TimeoutExpired:
        report(f"{name} did not copy within {TIMEOUT:g} seconds: sent to the terminal's clipboard only")
    except subprocess.CalledProcessError as error:
        report(f"{name} failed (status {error.returncode}): sent to the terminal's clipboard only")
    except OSError as error:
        report(f"{name} could not be started ({error.strerror}): sent to the terminal's clipboard only")
