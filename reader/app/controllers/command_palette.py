"""The command palette: every action, and every voice, thread, dispute, heading, article and theme to go to."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from reader.app.host import ReadingHost
from reader.app.key_names import label_of_keys
from reader.app.messages import ClaimOpened, GoTo, LocationOpened, VoiceOpened
from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.theming.extra_palettes import all_theme_names
from reader.app.theming.preferences import change_theme
from reader.app.viewmodels.claim_groups import by_thread
from reader.app.viewmodels.palette_entries import EntryKind, PaletteEntry
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.app.viewmodels.voice_text import voice_description
from reader.model import BlockKind

if TYPE_CHECKING:
    from textual.app import App

    from reader.app.viewmodels.voice_stats import VoiceStats
    from reader.services.session import LibraryEntry

DETAIL_CELLS = 40
"""Cells for what a voice is, and for the words of a claim."""


class CommandPalette:
    """Opens the command palette and does what is chosen in it."""

    def __init__(self, host: ReadingHost) -> None:
        self._host = host

    def open(self) -> None:
        """Open the palette."""
        host = self._host
        complete = host.reading.without_partial_analysis
        entries = [
            *action_entries(host.commands.bindings(of_lists=False)),
            *reading_entries(complete, voice_stats_of(complete)),
            *theme_entries(host.app),
            *library_entries(host.session.library.entries()),
        ]
        host.dialogs.open_palette(entries, self.choose)

    def choose(self, entry: PaletteEntry | None) -> None:
        """Do what was chosen."""
        host = self._host
        match entry:
            case PaletteEntry(EntryKind.ACTION, target=str(id_)):
                host.call_later(host.commands.run, id_)
            case PaletteEntry(EntryKind.VOICE, target=int(voice)):
                host.post_message(VoiceOpened(voice))
            case PaletteEntry(EntryKind.THREAD | EntryKind.CLAIM, target=int(claim)):
                host.post_message(ClaimOpened(claim))
            case PaletteEntry(EntryKind.HEADING, target=int(offset)):
                host.post_message(GoTo(offset))
            case PaletteEntry(EntryKind.ARTICLE, target=str(location)):
                host.post_message(LocationOpened(location))
            case PaletteEntry(EntryKind.THEME, target=str(name)):
                host.update(host.reading, change_theme(host.app, name))
            case _:
                pass


def action_entries(bindings: Iterable[Binding]) -> Iterator[PaletteEntry]:
    """Yield an entry for each binding that has a description; its target is the binding's id."""
    for binding in bindings:
        if binding.description and binding.id is not None:
            yield PaletteEntry(EntryKind.ACTION, binding.description, label_of_keys(binding.key), binding.id)


def reading_entries(reading: Reading, stats: "VoiceStats") -> Iterator[PaletteEntry]:
    """Yield the voices, threads, disputing or qualifying claims and headings of a reading."""
    article, analysis = reading.article, reading.analysis
    if analysis is not None:
        for id_ in stats.order:
            voice = analysis.voices[id_ - 1]
            yield PaletteEntry(EntryKind.VOICE, voice.name, voice_description(voice, DETAIL_CELLS) or voice.tag, id_)
        for thread, group in zip(analysis.threads, by_thread(analysis, stats), strict=True):
            yield PaletteEntry(EntryKind.THREAD, group.title, f"{len(thread.claims)} claims", thread.claims[0])
        for claim in analysis.claims:
            if claim.relation is not None and claim.relation.sign in {"-", "~"}:
                holder = analysis.voice(claim.voice)
                verb = "may dispute" if claim.relation.is_guess else claim.relation.verb
                title = f"{verb}: {cut(' '.join(claim.span.of(article.text).split()), DETAIL_CELLS)}"
                yield PaletteEntry(EntryKind.CLAIM, title, "" if holder is None else holder.name, claim.id)
    for block in article.blocks:
        if block.kind is BlockKind.HEADING and not block.hidden:
            title = " ".join(block.span.of(article.text).split())
            yield PaletteEntry(EntryKind.HEADING, title, "", block.span.start)


def theme_entries(app: "App[Any]") -> Iterator[PaletteEntry]:
    """Yield the themes."""
    for name in all_theme_names(app.available_themes):
        yield PaletteEntry(EntryKind.THEME, name, "in use" if name == app.theme else "", name)


def library_entries(books: "Iterable[LibraryEntry]") -> Iterator[PaletteEntry]:
    """Yield the articles of the library."""
    for book in books:
        yield PaletteEntry(EntryKind.ARTICLE, book.name, book.outlet or "", book.location)
