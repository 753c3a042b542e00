"""The export of the highlights of a list, in a thread, one at a time; what came of it is told on the current screen."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from textual.message import Message

from reader.app.controllers.highlight_actions import shown_path
from reader.app.controllers.library_workers import LibraryTask, LookupFailed, MessageTarget
from reader.app.messages import Exported, ExportRequested
from reader.errors import PullquoteError
from reader.model import format_count

if TYPE_CHECKING:
    from reader.services.session import Session

RUNNING = "an export is still running: press e again when it has ended"


class ListExport:
    """Exports highlights for an app, whichever screen asked for it; the list may have been left when it ends.

    Args:
        session: The session of the app.
        app: Gets `Exported` at the end, and hands it to `end`.
        tell: Shows a sentence on the current screen.
    """

    def __init__(self, session: "Session", app: MessageTarget, tell: Callable[[str], object]) -> None:
        self._session = session
        self._app = app
        self._tell = tell
        self._is_running = False

    def start(self, wanted: ExportRequested) -> None:
        """Begin an export, or say that one is running."""
        if self._is_running:
            self._tell(RUNNING)
            return
        self._is_running = True
        self._tell("exporting…")
        LibraryTask(
            self._session,
            self,
            lambda session: export_chosen(session, wanted.highlights, wanted.form, wanted.query),
            "The export",
        ).start()

    def post_message(self, message: Message) -> bool:
        """Hand what the thread posts to the app, a fault as an export that ended with it."""
        return self._app.post_message(Exported(message.problem) if isinstance(message, LookupFailed) else message)

    def end(self, event: Exported) -> None:
        """Say what came of the export; another may begin."""
        self._is_running = False
        self._tell(event.words)


def export_chosen(session: "Session", highlights: Collection[str], form: str, query: str) -> Exported:
    """Export the highlights with these ids in a format; `query` found them, "" for all of the library."""
    from reader.services import exports  # noqa: PLC0415 - loaded when something is exported

    try:
        paths, written = exports.write_chosen(session, highlights, form=form, query=query)
    except PullquoteError as error:
        return Exported(str(error))
    if not paths:
        return Exported("these highlights are not in the library any more")
    count = format_count(written, "highlight")
    if len(paths) == 1:
        return Exported(f"exported {count} to {shown_path(paths[0])}")
    return Exported(f"exported {count} to {format_count(len(paths), 'file')} in {shown_path(paths[0].parent)}")
