"""What a reading screen can do beyond moving, each part loaded when a person first asks for it."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.asking import Asking
    from reader.app.commands import Commands
    from reader.app.copying import Copying
    from reader.app.following import Following
    from reader.app.kept import Kept
    from reader.app.notes import Notes
    from reader.app.pair import Pair
    from reader.app.passages import Passages
    from reader.app.places import Places
    from reader.app.screens.moment import Moment
    from reader.app.searching import Searching
    from reader.app.selecting import Selecting

LATER = {"pair", "copying", "kept", "notes", "following"}
"""Parts whose keys wait for the engine: what they do needs to know who speaks."""

NEAR = {"copying", "notes"}
"""Those of them that need to know who speaks here, and no more."""

ASKING = {("notes", "note"), ("notes", "tag")}
"""What of these opens a line to write in."""


class Parts:
    """The parts of a reading screen by the name that keys call them by: `do('search', 'open')`."""

    def __init__(self, screen: "Moment") -> None:
        self._screen = screen

    @cached_property
    def asking(self) -> "Asking":
        """A line to write in."""
        from reader.app.asking import Asking  # noqa: PLC0415 - as every part: the first frame needs none

        return Asking(self._screen)

    @cached_property
    def commands(self) -> "Commands":
        """The command palette."""
        from reader.app.commands import Commands  # noqa: PLC0415

        return Commands(self._screen)

    @cached_property
    def copying(self) -> "Copying":
        """The clipboard."""
        from reader.app.copying import Copying  # noqa: PLC0415

        return Copying(self._screen)

    @property
    def following(self) -> "Following":
        """The body kept to a voice or a thread."""
        return self._screen.following

    @cached_property
    def kept(self) -> "Kept":
        """From highlight to highlight."""
        from reader.app.kept import Kept  # noqa: PLC0415

        return Kept(self._screen)

    @cached_property
    def notes(self) -> "Notes":
        """Notes, tags and colours."""
        from reader.app.notes import Notes  # noqa: PLC0415

        return Notes(self._screen)

    @cached_property
    def pair(self) -> "Pair":
        """Two voices side by side."""
        from reader.app.pair import Pair  # noqa: PLC0415

        return Pair(self._screen)

    @cached_property
    def passages(self) -> "Passages":
        """What is known of a long article before all of it is."""
        from reader.app.passages import Passages  # noqa: PLC0415

        return Passages(self._screen)

    @cached_property
    def places(self) -> "Places":
        """Jumps, marks, the place that is kept."""
        from reader.app.places import Places  # noqa: PLC0415

        return Places(self._screen)

    @cached_property
    def search(self) -> "Searching":
        """The search."""
        from reader.app.searching import Searching  # noqa: PLC0415

        return Searching(self._screen)

    @cached_property
    def selecting(self) -> "Selecting":
        """Selection by keys."""
        from reader.app.selecting import Selecting  # noqa: PLC0415

        return Selecting(self._screen)
