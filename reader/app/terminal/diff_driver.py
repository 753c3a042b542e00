"""The terminal as the program drives it: what a frame would only repeat is not written."""

import re
from typing import TYPE_CHECKING, Any

from textual.driver import Driver

if TYPE_CHECKING:
    from reader.app.terminal.frame_diff import FrameDiff

_FRAME = re.compile(r"\x1b\[\d+;\d+H")
_AROUND = {"\x1b[?2026h", "\x1b[?2026l"}
"""What is written before and after each frame so that the terminal shows all of it at once."""


class DiffDriver(Driver):
    """Lays itself over a driver (`with_frame_diff`) and thins the frames that go through it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self._frames: FrameDiff | None = None
        self._unread = ""
        super().__init__(*args, **options)

    def write(self, data: str) -> None:
        """Write a frame's differences, and all else as it is: whatever else is written may change the screen."""
        if _FRAME.match(data):
            data = self._thinned(data)
        elif data not in _AROUND:
            self.forget()
        super().write(data)  # type: ignore[safe-super]  # the driver below writes

    def forget(self) -> None:
        """Know nothing of what stands on the terminal: the next frame is written as it is."""
        self._frames, self._unread = None, ""

    def _thinned(self, frame: str) -> str:
        if self._frames is None:
            # A person waits for the first frame; what it holds is read when the next one comes.
            first, self._unread = self._unread, frame
            if not first:
                return frame
            from reader.app.terminal.frame_diff import FrameDiff  # noqa: PLC0415 - as above

            self._frames, self._unread = FrameDiff(), ""
            self._frames.thinned(first)
        return self._frames.thinned(frame)


def with_frame_diff(driver: type[Driver]) -> type[Driver]:
    """The same driver, thrifty."""
    return type(f"Thrifty{driver.__name__}", (DiffDriver, driver), {})
