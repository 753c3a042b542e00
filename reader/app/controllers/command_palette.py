"""The command palette: every action, and every voice, thread, dispute, heading, article and theme to go to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.binding import Binding

from reader.app.bindings import keys_of
from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.viewmodels.claim_groups import by_thread
from reader.app.viewmodels.voice_text import voice_description
from reader.model import BlockKind

if TYPE_CHECKING:
    from reader.app.screens.reading_base import ReadingBase
    from reader.app.viewmodels.voice_stats import VoiceStats
    from reader.services.session import LibraryEntry

ASIDE = 40  # cells enough for what a voice is


class CommandKind(StrEnum):
    """What an entry of the palette is."""

    KEY = "action"
    VOICE = "voice"
    THREAD = "thread"
    CLAIM = "claim"
    HEADING = "heading"
    ARTICLE = "article"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Command:
    """An entry: its words, what stands aside of them, and the action, the id, the offset, the location or the name."""

    kind: CommandKind
    words: str
    aside: str
    value: str | int

    def rank(self, sought: list[str]) -> int | None:
        """How well it answers to the words of a query in lower case: 0 is best, None not at all."""
        words = self.words.casefold()
        whole = f"{self.kind} {words} {self.aside.casefold()}"
        if not all(word in whole for word in sought):
            return None
        if words.startswith(" ".join(sought)):
            return 0
        return 1 if all(re.search(rf"\b{re.escape(word)}", words) for word in sought) else 2


def found(commands: Iterable[Command], query: str) -> list[Command]:
    """The commands that a query finds, the best first; all of them for an empty one."""
    sought = query.casefold().split()
    ranked = [(rank, command) for command in commands if (rank := command.rank(sought)) is not None]
    return [command for _, command in sorted(ranked, key=lambda pair: pair[0])]


def of_keys(bindings: Iterable[Binding], namespace: str = "") -> Iterator[Command]:
    """A command for each binding that has a description."""
    for key in bindings:
        if key.description:
            yield Command(CommandKind.KEY, key.description, keys_of(key.key), namespace + key.action)


def of_reading(reading: Reading, cast: "VoiceStats") -> Iterator[Command]:
    """The voices, threads, disputing or qualifying claims and headings of what is being read."""
    article, analysis = reading.article, reading.analysis
    if analysis is not None:
        for id_ in cast.order:
            voice = analysis.voices[id_ - 1]
            yield Command(CommandKind.VOICE, voice.name, voice_description(voice, ASIDE) or voice.tag, id_)
        for thread, group in zip(analysis.threads, by_thread(analysis, cast), strict=True):
            yield Command(CommandKind.THREAD, group.title, f"{len(thread.claims)} claims", thread.claims[0])
        for claim in analysis.claims:
            if claim.relation is not None and claim.relation.sign in {"-", "~"}:
                holder = analysis.voice(claim.voice)
                said = " ".join(claim.span.of(article.text).split())
                verb = "may dispute" if claim.relation.cue is None else claim.relation.verb
                words = f"{verb}: {cut(said, ASIDE)}"
                yield Command(CommandKind.CLAIM, words, "" if holder is None else holder.name, claim.id)
    for block in article.blocks:
        if block.kind is BlockKind.HEADING and not block.hidden:
            words = " ".join(block.span.of(article.text).split())
            yield Command(CommandKind.HEADING, words, "", block.span.start)


def of_library(shelved: "Iterable[LibraryEntry]") -> Iterator[Command]:
    """The articles that were read or wait to be."""
    for book in shelved:
        yield Command(CommandKind.ARTICLE, book.name, book.outlet or "", book.location)


class CommandPalette:
    """The command palette of a reading screen."""

    def __init__(self, screen: "ReadingBase") -> None:
        self._screen = screen

    def open(self) -> None:
        """Show everything that can be done."""
        from reader.app.keymap import contexts, in_force  # noqa: PLC0415
        from reader.app.screens.palette_screen import PaletteScreen  # noqa: PLC0415
        from reader.app.theming.preferences import all_theme_names  # noqa: PLC0415
        from reader.app.viewmodels.voice_stats import voice_stats_of  # noqa: PLC0415 - loaded when a person asks for it

        screen, app = self._screen, self._screen.app
        keymap = getattr(app, "keymap", {})
        reading, *_ = contexts()
        own, *_ = contexts(app.BINDINGS)
        whole = screen.reading.whole
        commands = [
            *of_keys(in_force([reading], keymap)),
            *of_keys(in_force([own[len(reading) :]], keymap), "app."),
            *of_reading(whole, voice_stats_of(whole)),
            *(
                Command(CommandKind.THEME, name, "in use" if name == app.theme else "", name)
                for name in all_theme_names(app)
            ),
            *of_library(screen.session.recent()),
        ]
        app.push_screen(PaletteScreen(commands), self.do)

    def do(self, command: Command | None) -> None:
        """Do what was chosen."""
        from reader.app.messages import ClaimOpened, GoTo, LocationOpened, VoiceOpened  # noqa: PLC0415
        from reader.app.theming.preferences import change_theme  # noqa: PLC0415 - as above

        screen = self._screen
        match command:
            case Command(CommandKind.KEY, value=str(action)):
                screen.call_later(screen.run_action, action)
            case Command(CommandKind.VOICE, value=int(voice)):
                screen.post_message(VoiceOpened(voice))
            case Command(CommandKind.THREAD | CommandKind.CLAIM, value=int(claim)):
                screen.post_message(ClaimOpened(claim))
            case Command(CommandKind.HEADING, value=int(offset)):
                screen.post_message(GoTo(offset))
            case Command(CommandKind.ARTICLE, value=str(location)):
                screen.post_message(LocationOpened(location))
            case Command(CommandKind.THEME, value=str(name)):
                screen.update(screen.reading, change_theme(screen.app, name))
            case _:
                pass
