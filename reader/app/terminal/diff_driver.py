"""The terminal driver of the app: of a frame it writes only the cells that have changed."""

import re
from typing import TYPE_CHECKING, Any

from textual.driver import Driver

if TYPE_CHECKING:
    from reader.app.terminal.frame_diff import FrameDiff

_FRAME = re.compile(r"\x1b\[\d+;\d+H")
_SYNCHRONIZED_OUTPUT = {"\x1b[?2026h", "\x1b[?2026l"}
"""Written before and after each frame, so that the terminal shows all of it at once."""


class DiffDriver(Driver):
    """A mixin for a driver of Textual (see `with_frame_diff`): it writes only the differences between frames."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self._frames: FrameDiff | None = None
        self._first_frame = ""
        super().__init__(*args, **options)

    def write(self, data: str) -> None:
        """Write the differences of a frame; write all else as it is, and forget the screen, which it may change."""
        if _FRAME.match(data):
            data = self._difference(data)
        elif data not in _SYNCHRONIZED_OUTPUT:
            self.forget_screen()
        super().write(data)  # type: ignore[safe-super]  # the driver below writes

    def forget_screen(self) -> None:
        """Forget what the terminal shows: the next frame is written whole."""
        self._frames, self._first_frame = None, ""

    def _difference(self, frame: str) -> str:
        if self._frames is None:
            # The first frame is only kept, so that nothing delays it; it is parsed when the second one comes.
            first, self._first_frame = self._first_frame, frame
            if not first:
                return frame
            from reader.app.terminal.frame_diff import FrameDiff  # noqa: PLC0415 - not needed for the first frame

            self._frames, self._first_frame = FrameDiff(), ""
            self._frames.difference(first)
        return self._frames.difference(frame)


def with_frame_diff(driver: type[Driver]) -> type[Driver]:
    """Return a subclass of a driver that writes only the differences between frames."""
    return type(f"Diff{driver.__name__}", (DiffDriver, driver), {})
