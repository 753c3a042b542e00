"""A text written in the person's own editor, while the program gives it the terminal."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.app.shutdown import left_to_another

if TYPE_CHECKING:
    from textual.app import App

USUAL = "vi"
"""The editor that POSIX says is there."""


def edit_text(app: "App[Any]", text: str) -> tuple[str | None, str]:
    """What a person made of `text` in $VISUAL or $EDITOR, None where that was not to be had; what went wrong, or ""."""
    from textual.app import SuspendNotSupported  # noqa: PLC0415 - with this module nothing else of textual is needed

    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or USUAL
    with tempfile.TemporaryDirectory(prefix="pullquote-") as folder:
        file = Path(folder) / "note.md"
        file.write_text(text, encoding="utf-8")
        try:
            words = shlex.split(command)
            # Looked for before the screen goes: whatever is raised while it is away leaves the terminal bare.
            if not words or shutil.which(words[0]) is None:
                return None, f"{command} was not found: set $EDITOR to your editor"
            status = _run(app, [*words, str(file)])
            if isinstance(status, OSError):
                return None, f"{command} could not be started ({status.strerror}): set $EDITOR to your editor"
            complaint = f"{command} ended with status {status}: the note was not changed" if status else ""
            return file.read_text(encoding="utf-8", errors="replace").strip(), complaint
        except SuspendNotSupported:
            return None, "no editor can be started here: press a to write a note"
        except (OSError, ValueError) as error:
            return None, f"{command} could not be used ({error}): set $EDITOR to your editor"


def _run(app: "App[Any]", command: list[str]) -> int | OSError:
    """Let a command have the terminal; its exit status, or why it did not start, told once the screen is back."""
    with left_to_another(), app.suspend():
        try:
            return subprocess.run(command, check=False).returncode  # noqa: S603 - the person's own editor
        except OSError as error:
            return error
