"""The choice of a format, and the export of the article in it."""

from reader.app.controllers import highlight_actions
from reader.app.host import ReadingHost
from reader.app.viewmodels.palette_entries import EntryKind, PaletteEntry

HEADING, HINT, NOUN = "Export as", "type a format", "format"
"""What the list of formats says."""


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

    host.dialogs.open_palette(format_entries(), chosen, heading=HEADING, hint=HINT, noun=NOUN)
