"""The system's own clipboard, beside the terminal's: where there is one, a program that is there puts words into it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from threading import Thread
from typing import NamedTuple

PATIENCE = 2.0
"""Seconds that such a program has."""


class ClipboardTool(NamedTuple):
    """A program that copies what it reads, in this encoding."""

    command: tuple[str, ...]
    encoding: str = "utf-8"


def known(environment: Mapping[str, str], platform: str) -> Iterator[ClipboardTool]:
    """The programs for the clipboards that this environment has, whether they are installed or not."""
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


def installed() -> ClipboardTool | None:
    """The first of those that is installed here."""
    return next((tool for tool in known(os.environ, sys.platform) if shutil.which(tool.command[0])), None)


def copy(text: str, complain: Callable[[str], object]) -> None:
    """Put `text` into the system's clipboard, if there is one, while the caller goes on.

    What goes wrong is told to `complain`, in another thread, by a sentence.
    """
    tool = installed()
    if tool is not None:
        Thread(target=_copied, args=(tool, text, complain), name="clipboard").start()


def _copied(tool: ClipboardTool, text: str, complain: Callable[[str], object]) -> None:
    name = tool.command[0]
    try:
        # Its output is not waited for: to serve what it copied, such a program lives on in the background with it open.
        subprocess.run(  # noqa: S603 - one of those above, and the words are on its standard input
            tool.command,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        complain(f"{name} did not copy within {PATIENCE:g} seconds: copied through the terminal only")
    except subprocess.CalledProcessError as error:
        complain(f"{name} failed (status {error.returncode}): copied through the terminal only")
    except OSError as error:
        complain(f"{name} could not be started ({error.strerror}): copied through the terminal only")
