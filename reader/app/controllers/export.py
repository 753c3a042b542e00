"""The choice of a format, and the export of the article in it."""

from reader.app.controllers import highlight_actions
from reader.app.host import ReadingHost
from reader.app.viewmodels.palette_entries import EntryKind, PaletteEntry


def ask_format(host: ReadingHost) -> None:
    """List the formats, and export the article's highlights in the one that is chosen."""
    from reader.services.exports import FORMATS  # noqa: PLC0415 - loaded when something is exported

    def chosen(entry: PaletteEntry | None) -> None:
        if entry is not None:
            result = highlight_actions.export(host.session, host.reading, str(entry.target))
            host.update(result.reading, result.message)

    entries = [PaletteEntry(EntryKind.FORMAT, each.title, each.extension, each.name) for each in FORMATS.values()]
    host.dialogs.open_palette(entries, chosen, heading="Export as", hint="type a format")
