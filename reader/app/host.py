"""What controllers may ask of the reading screen and of each other: Protocols that the screen and they implement."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from reader.app.state import Reading
from reader.app.viewmodels.jumps import Jump
from reader.app.viewmodels.viewport import Viewport
from reader.model import Span, Voice
from reader.text.navigation import Direction

if TYPE_CHECKING:
    from textual.app import App
    from textual.binding import Binding
    from textual.message import Message

    from reader.app.panes import Panes
    from reader.app.viewmodels.correction_pages import Change, Correctable
    from reader.app.viewmodels.highlight_groups import HighlightChoice
    from reader.app.viewmodels.palette_entries import PaletteEntry
    from reader.app.widgets.article_view import ArticleView
    from reader.services.search_places import Target
    from reader.services.session import Session


class Question(NamedTuple):
    """What is done with the text of a prompt.

    Attributes:
        answered: Called with the text at Enter, and with None at Esc.
        changed: Called with the text at each change.
        moved: Called when an arrow up or down is pressed in the prompt.
        left: Called with the text that stood there at Esc, before `answered`, and when the program ends.
        backed_up: Called with the text soon after it has changed, in case the program is killed; it says nothing.
        complete: Returns a text with its end completed, None where nothing completes it; None for no suggestions.
    """

    answered: Callable[[str | None], None]
    changed: Callable[[str], None] = lambda _: None
    moved: Callable[[Direction], None] = lambda _: None
    left: Callable[[str], None] = lambda _: None
    backed_up: Callable[[str], None] = lambda _: None
    complete: Callable[[str], str | None] | None = None


class Prompt(Protocol):
    """The line at the foot of the screen in which a person answers one question at a time."""

    async def ask(self, label: str, text: str, question: Question, hint: str = "") -> None:
        """Open a line that holds `text`, with `label` before it and `hint` at its right."""

    async def ask_lines(self, label: str, text: str, question: Question, hint: str = "") -> None:
        """Open a box of several lines that holds `text`, with `label` before it and `hint` below it."""

    async def end(self) -> bool:
        """Close the prompt, as Esc does; return whether there was one."""

    def show_hint(self, hint: str) -> None:
        """Show another hint beside the open line."""


class JumpLog(Protocol):
    """The record of where jumps started."""

    def record_jump(self, reading: Reading) -> None:
        """Record that a jump starts from where `reading` is."""


class Commands(Protocol):
    """The commands of the reading screen and of the app."""

    def bindings(self, *, of_lists: bool = True) -> "list[Binding]":
        """Return the bindings in force, with a person's own keys; with `of_lists` those of the lists as well."""

    def run(self, id_: str) -> object:
        """Run the command or the app's action with this id; the result may be awaitable."""

    def cancel_deferred(self) -> bool:
        """Forget the commands that wait for the analysis; return whether there were any."""


class Dialogs(Protocol):
    """The screens that open over the article. Each `done` is called with the result, None where there is none."""

    def open_palette(
        self, entries: "Sequence[PaletteEntry]", done: "Callable[[PaletteEntry | None], None]", **words: str
    ) -> None:
        """Open the command palette, or another list to choose from: `words` as `PaletteScreen` takes them."""

    def open_comparison(
        self, reading: Reading, voices: tuple[Voice, Voice], done: Callable[[int | None], None]
    ) -> None:
        """Open two voices side by side; the result is an offset to go to."""

    def open_correction(
        self,
        reading: Reading,
        target: "Correctable",
        done: "Callable[[Change | None], None]",
        *,
        is_above: bool = False,
    ) -> None:
        """Open the dialog on what is corrected, in the upper part of the screen if `is_above`."""

    def open_highlights(
        self, session: "Session", reading: Reading, done: "Callable[[HighlightChoice | None], None]"
    ) -> None:
        """Open the list of all highlights; the result is one to go to or to correct."""

    def open_search(self, session: "Session", reading: Reading, done: "Callable[[Target | None], None]") -> None:
        """Open the search over the library; the result is a place to go to in the article that is open."""

    def open_people(self, session: "Session") -> None:
        """Open the list of all people and bodies of the library."""

    def open_library(self, session: "Session") -> None:
        """Open the list of articles."""

    def open_help(self, bindings: "Iterable[Binding]") -> None:
        """Open the list of keys."""

    def open_info(self, session: "Session", reading: Reading, voice: int | None = None) -> None:
        """Open the facts about the article, or those about a voice (an id)."""


class ReadingHost(Protocol):
    """The reading screen as controllers see it."""

    @property
    def app(self) -> "App[Any]":
        """The app."""

    @property
    def session(self) -> "Session":
        """The services that the app uses."""

    @property
    def reading(self) -> Reading:
        """The present reading."""

    @property
    def panes(self) -> "Panes":
        """The widgets."""

    @property
    def body(self) -> "ArticleView":
        """The article's page, completely laid out."""

    @property
    def cursor_row(self) -> Span:
        """The span of the text on the cursor's row, one character at least."""

    @property
    def commands(self) -> Commands:
        """The commands."""

    @property
    def dialogs(self) -> Dialogs:
        """The screens that open over this one."""

    def update(self, reading: Reading, message: str | None = "") -> None:
        """Make `reading` the present reading and show it.

        Args:
            reading: The new reading.
            message: A sentence for the footer; "" shows its key hints again, None leaves it as it is.
        """

    def go(self, jump: Jump) -> None:
        """Make a jump, or say why it leads nowhere."""

    def show_viewport(self, viewport: Viewport, *, is_jump: bool = False) -> None:
        """Scroll to another part of the page. A jump, or a move further than a page, is recorded to come back from."""

    def move_viewport(self, viewport: Viewport, way: Direction) -> None:
        """Scroll to another part of the page and move the cursor there; at an end of the article say so."""

    def stop_analysis(self) -> bool:
        """Stop the engine; return whether it was at work and visibly so."""

    def leave(self) -> None:
        """Go back to the library if this article was opened from it, else quit."""

    def post_message(self, message: "Message") -> bool:
        """Post a message to the screen; can be called from any thread."""

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call back on the app's thread after the messages posted so far; can be called from any thread."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call back after the next frame is drawn."""
