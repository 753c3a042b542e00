"""A text written in the person's own editor, while the program gives it the terminal."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

USUAL = "vi"
"""The editor that POSIX says is there."""


def edited(app: "App[Any]", text: str) -> tuple[str | None, str]:
    """What a person made of `text` in $VISUAL or $EDITOR; None where nothing came of it, and a sentence on why."""
    from textual.app import SuspendNotSupported  # noqa: PLC0415 - with this module nothing else of textual is needed

    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or USUAL
    with tempfile.TemporaryDirectory(prefix="pullquote-") as folder:
        file = Path(folder) / "note.md"
        file.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                status = subprocess.run([*shlex.split(command), str(file)], check=False).returncode  # noqa: S603 - the person's own editor
            if status:
                return None, f"{command} ended with status {status}: the note is as it was"
            return file.read_text(encoding="utf-8", errors="replace").strip(), ""
        except SuspendNotSupported:
            return None, "no editor can be started from here: a writes a note in one line"
        except (OSError, ValueError) as error:
            return None, f"{command} could not be started ({error}): set $EDITOR to the editor you use"
