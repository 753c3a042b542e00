"""The choice of a format, and the export of the article, or of the highlights of a list, in it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from textual.message import Message

from reader.app.controllers import highlight_actions
from reader.app.host import ReadingHost
from reader.app.viewmodels.palette_entries import EntryKind, PaletteEntry
from reader.errors import PullquoteError
from reader.model import format_count

if TYPE_CHECKING:
    from reader.services.session import Session

HINT = "type a format"


class Exported(Message):
    """Highlights of a list were exported, or were not; `words` say where to, or why not."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


def format_entries() -> list[PaletteEntry]:
    """Return the formats to choose from."""
    from reader.services.exports import FORMATS  # noqa: PLC0415 - loaded when something is exported

    return [PaletteEntry(EntryKind.FORMAT, each.title, each.extension, each.name) for each in FORMATS.values()]


def ask_format(host: ReadingHost) -> None:
    """List the formats, and export the article's highlights in the one that is chosen."""

    def chosen(entry: PaletteEntry | None) -> None:
        if entry is not None:
            result = highlight_actions.export(host.session, host.reading, str(entry.target))
            host.update(result.reading, result.message)

    host.dialogs.open_palette(format_entries(), chosen, heading="Export as", hint=HINT)


def export_chosen(session: "Session", highlights: Collection[str], form: str, query: str) -> Exported:
    """Export the highlights with these ids in a format; `query` found them, "" for all of the library."""
    from reader.services import exports  # noqa: PLC0415 - loaded when something is exported

    try:
        paths = exports.write_chosen(session, highlights, form=form, query=query)
    except PullquoteError as error:
        return Exported(str(error))
    if not paths:
        return Exported("these highlights are not in the library any more")
    count = format_count(len(highlights), "highlight")
    if len(paths) == 1:
        return Exported(f"exported {count} to {highlight_actions.shown_path(paths[0])}")
    folder = highlight_actions.shown_path(paths[0].parent)
    return Exported(f"exported {count} to {format_count(len(paths), 'file')} in {folder}")
