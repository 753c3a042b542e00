"""A command: something that a key does on the reading screen, with what it needs to be done."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from reader.app.controllers.controller_registry import CommandHost
from reader.app.state import Reading

Handler = Callable[[CommandHost], object]
"""What a command does; the result may be awaitable."""


class Need(Enum):
    """What must be analysed before a command can run."""

    NOTHING = auto()
    PASSAGE = auto()
    """The passage at the cursor."""

    ARTICLE = auto()
    """The whole article."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the reading screen.

    Attributes:
        id: Its name in `[keys]` of config.toml and in the documentation, "topic.name".
        keys: Its keys, separated by commas, as Textual names them.
        description: What it does, for the list of keys and the command palette.
        run: Does it.
        need: What must be analysed before; a function where that depends on the reading.
        opens_prompt: Whether it opens a prompt, a question or a list: what is typed after it is for that.
        while_searching: What its keys do while a search is on; None for the same.
        while_selecting: What its keys do while keys select text; None for the same.
    """

    id: str
    keys: str
    description: str
    run: Handler
    need: Need | Callable[[Reading], Need] = Need.NOTHING
    opens_prompt: bool = False
    while_searching: Handler | None = None
    while_selecting: Handler | None = None

    def handler_for(self, reading: Reading) -> Handler:
        """Return what the command does in a reading."""
        return self._mode_handler(reading) or self.run

    def need_for(self, reading: Reading) -> Need:
        """Return what must be analysed before the command can run in a reading."""
        if self._mode_handler(reading) is not None:
            return Need.NOTHING
        return self.need if isinstance(self.need, Need) else self.need(reading)

    def _mode_handler(self, reading: Reading) -> Handler | None:
        if reading.search is not None and self.while_searching is not None:
            return self.while_searching
        if reading.anchor is not None and self.while_selecting is not None:
            return self.while_selecting
        return None
