"""Edit a text in the person's own editor while the app is suspended."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.app.shutdown import ignore_keyboard_signals

if TYPE_CHECKING:
    from textual.app import App

DEFAULT_EDITOR = "vi"
"""The editor that POSIX requires."""

_SET_EDITOR = "set $EDITOR to your editor"


def edit_text(app: "App[Any]", text: str) -> tuple[str | None, str]:
    """Let a person edit `text` in $VISUAL or $EDITOR.

    Returns:
        The edited text, None where no editor could be used; and what went wrong, or "".
    """
    from textual.app import SuspendNotSupported  # noqa: PLC0415 - the only use of Textual in this module

    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or DEFAULT_EDITOR
    with tempfile.TemporaryDirectory(prefix="pullquote-") as folder:
        file = Path(folder) / "note.md"
        file.write_text(text, encoding="utf-8")
        try:
            words = shlex.split(command)
            # Checked before the app is suspended: an exception while it is leaves the terminal without a screen.
            if not words or shutil.which(words[0]) is None:
                return None, f"{command} was not found: {_SET_EDITOR}"
            status = _run_editor(app, [*words, str(file)])
            if isinstance(status, OSError):
                return None, f"{command} could not be started ({status.strerror}): {_SET_EDITOR}"
            problem = f"{command} ended with status {status}: the note was not changed" if status else ""
            return file.read_text(encoding="utf-8", errors="replace").strip(), problem
        except SuspendNotSupported:
            return None, "no editor can be started here: press a to write a note"
        except (OSError, ValueError) as error:
            return None, f"{command} could not be used ({error}): {_SET_EDITOR}"


def _run_editor(app: "App[Any]", command: list[str]) -> int | OSError:
    """Suspend the app and run a command; its exit status, or the error where it did not start."""
    with ignore_keyboard_signals(), app.suspend():
        try:
            return subprocess.run(command, check=False).returncode  # noqa: S603 - the person's own editor
        except OSError as error:
            return error
