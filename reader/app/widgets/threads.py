"""The list of threads: the questions an article argues, and the claims that answer each, in text order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType

from reader.app.cast import Cast, cast_of
from reader.app.fitting import cut, raised, wrap
from reader.app.messages import ClaimOpened
from reader.app.palette import Palette
from reader.app.reading import Reading
from reader.app.strips import ink, joined
from reader.app.widgets.listing import Listing, Pieces
from reader.model import Analysis, Claim, RelationKind, Thread

TAGS_SHOWN = 3
FIRST_WORDS = 240  # as much of a claim as the widest row could need


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the list: a thread's title (`claim` None, over `rows`), or a claim with its number in the thread."""

    thread: int
    rows: tuple[str, ...] = ()
    claim: Claim | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Look:
    """How roomy the list is: titles in full with the tags of their voices, and blank rows between threads, or not."""

    full: bool
    gap: int


_LOOKS = (_Look(full=True, gap=1), _Look(full=True, gap=0), _Look(full=False, gap=0))


class Threads(Listing):
    """Titles with their numbers of claims and voices; the thread at the cursor is open, its claims a row each.

    It follows the claim under the cursor. Enter goes to the selected claim, on a title to its first claim
    (`ClaimOpened`); right and left open and close a thread.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "unfold", "open the thread", show=False, id="list.unfold"),
        Binding("left", "fold", "close the thread", show=False, id="list.fold"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._cast = Cast()
        self._voices: tuple[tuple[int, ...], ...] = ()
        self._entries: tuple[_Entry, ...] = ()
        self._open: int | None = None  # a thread's id
        self._look = _LOOKS[-1]
        self._titles: dict[bool, tuple[_Entry, ...]] = {}
        self._titles_at = (0, 0)
        self._brief = False

    def show(self, reading: Reading) -> None:
        """Show the threads of what is being read, and which claim stands under the cursor."""
        before, self._reading = self._reading, reading
        fresh = before is None or before.analysis is not reading.analysis
        if fresh:
            self._cast = cast_of(reading)
            self._voices = () if reading.analysis is None else _voices_of(reading.analysis)
            self._open = None
            self.chosen = None
            self.top = 0
        if not fresh and before is not None and before.claim == reading.claim:
            return
        thread = None
        if reading.claim is not None and reading.analysis is not None:
            thread = reading.analysis.claim(reading.claim).thread
        # Where no thread runs the one before stays open: nothing moves that the person did not move.
        self._lay(thread if thread is not None else self._open, reading.claim if thread is not None else None)

    def _lay(self, open_: int | None, claim: int | None) -> None:
        """Lay the list out with thread `open_` open and `claim` selected."""
        analysis = None if self._reading is None else self._reading.analysis
        self._open = open_
        if analysis is None:
            self._entries = ()
        else:
            for look in _LOOKS:
                self._look = look
                self._entries = self._entries_of(analysis, look)
                if self._height() <= self.size.height - 1:
                    break
        at = [None if entry.claim is None else entry.claim.id for entry in self._entries]
        self.chosen = at.index(claim) if claim is not None and claim in at else None
        self.fill(
            [max(1, len(entry.rows)) for entry in self._entries],
            gap=self._look.gap,
            gap_before=[at > 0 and entry.claim is None for at, entry in enumerate(self._entries)],
        )

    def _height(self) -> int:
        titles = sum(1 for entry in self._entries if entry.claim is None)
        return sum(max(1, len(entry.rows)) for entry in self._entries) + self._look.gap * max(0, titles - 1)

    def _entries_of(self, analysis: Analysis, look: _Look) -> tuple[_Entry, ...]:
        entries: list[_Entry] = []
        for thread, title in zip(analysis.threads, self._titles_of(analysis, look), strict=True):
            if thread.id != self._open or self._brief:
                entries.append(title)
                continue
            rows = title.rows if look.full else wrap(_title(thread), self.inner, self.inner - 4)
            entries.append(_Entry(thread.id, rows=tuple(rows)))
            claims = (analysis.claim(id_) for id_ in thread.claims)
            entries.extend(_Entry(thread.id, claim=claim, number=at) for at, claim in enumerate(claims, 1))
        return tuple(entries)

    def _titles_of(self, analysis: Analysis, look: _Look) -> tuple[_Entry, ...]:
        """The titles as closed threads show them, wrapped once a width: a long article has hundreds."""
        if self._titles_at != (id(analysis), self.inner):
            self._titles_at = (id(analysis), self.inner)
            self._titles.clear()
        if look.full not in self._titles:
            last = self.inner - (self._figures(self.inner) if look.full else 4)
            self._titles[look.full] = tuple(
                _Entry(
                    thread.id,
                    tuple(wrap(_title(thread), self.inner, last) if look.full else [cut(_title(thread), last)]),
                )
                for thread in analysis.threads
            )
        return self._titles[look.full]

    def _figures(self, width: int) -> int:
        """Cells at the end of a title's last row: a space, the number of claims, the tags of its voices."""
        return min(3 + 3 * TAGS_SHOWN, max(4, width - 12))

    def brief(self, *, on: bool) -> None:
        """Show titles only, where another list needs the room; or the open thread again."""
        if on != self._brief:
            self._brief = on
            self.on_resize()

    @property
    def titles(self) -> int:
        """The rows it takes to show every title in one row."""
        return 1 + max(1, self._thread_count)

    @property
    def _thread_count(self) -> int:
        return len(self._reading.analysis.threads) if self._reading and self._reading.analysis else 0

    @property
    def need(self) -> int:
        """The rows it takes to show every title and the open thread's claims, titles in one row each."""
        if self._reading is None or self._reading.analysis is None:
            return 2
        threads = self._reading.analysis.threads
        claims = next((len(thread.claims) for thread in threads if thread.id == self._open), 0)
        return 1 + max(1, len(threads) + claims + bool(claims))

    def on_resize(self) -> None:
        """Titles wrap anew at the new width."""
        claim = self._reading.claim if self._reading is not None else None
        if self.chosen is not None and (selected := self._entries[self.chosen].claim) is not None:
            claim = selected.id
        self._lay(self._open, claim)

    def heading(self, palette: Palette, width: int) -> tuple[Pieces, Pieces]:
        """“Threads”, their number, and what the figures at the right mean."""
        known = self._reading is not None and self._reading.analysis is not None
        number = len(self._reading.analysis.threads) if self._reading and self._reading.analysis else None
        left = self.title_of("Threads", number, palette)
        words = (
            ("claims, voices" if self._look.full else "claims") if number else "none found" if known else "following…"
        )
        return left, [Segment(cut(words, width - 12), ink(palette.dim))]

    def draw(self, entry: int, part: int, palette: Palette, width: int) -> tuple[Pieces, Pieces]:
        """A row of a title, or a claim's row."""
        item = self._entries[entry]
        if item.claim is not None:
            return self._draw_claim(item, item.claim, palette, width, selected=entry == self.chosen), []
        strong = item.thread == self._open or entry == self.chosen
        left = [
            Segment(item.rows[part], ink(palette.accent if strong else palette.text, bold=item.thread == self._open))
        ]
        return left, self._draw_figures(item.thread, palette) if part == len(item.rows) - 1 else []

    def _draw_figures(self, thread: int, palette: Palette) -> Pieces:
        analysis = self._analysis()
        number = Segment(f"{len(analysis.threads[thread - 1].claims):>2}", ink(palette.dim))
        if not self._look.full:
            return [number]
        speaking = self._voices[thread - 1]
        shown = speaking if len(speaking) <= TAGS_SHOWN else speaking[: TAGS_SHOWN - 1]
        tags: list[Pieces] = [[Segment(analysis.voices[id_ - 1].tag, ink(self._hue(id_, palette)))] for id_ in shown]
        if len(shown) < len(speaking):
            tags.append([Segment(f"+{len(speaking) - len(shown)}", ink(palette.dim))])
        pieces = joined([[number], *tags], " ")
        used = sum(cell_len(piece.text) for piece in pieces)
        return [*pieces, Segment(" " * (3 * TAGS_SHOWN + 2 - used))]

    def _draw_claim(self, item: _Entry, claim: Claim, palette: Palette, width: int, *, selected: bool) -> Pieces:
        analysis = self._analysis()
        text = ink(palette.accent if selected else palette.text)
        sign, sure = sign_of(claim)
        voice = analysis.voice(claim.voice)
        tag = Segment("  ", text) if voice is None else Segment(voice.tag, ink(self._hue(voice.id, palette), bold=True))
        if voice is None and not claim.own:
            tag = Segment("? ", ink(palette.dim))
        pieces = [
            Segment(f"{item.number:>3} ", ink(palette.accent if selected else palette.dim)),
            Segment(sign, ink(palette.accent if sure else palette.dim, bold=sure)),
            Segment(" "),
            tag,
            Segment(" "),
        ]
        used = sum(cell_len(piece.text) for piece in pieces)
        words = (
            self._reading.article.text[claim.span.start : min(claim.span.end, claim.span.start + FIRST_WORDS)]
            if self._reading
            else ""
        )
        return [*pieces, Segment(cut(" ".join(words.split()), width - used), text)]

    def _analysis(self) -> Analysis:
        assert self._reading is not None  # noqa: S101 - there are entries only of an analysed reading
        assert self._reading.analysis is not None  # noqa: S101
        return self._reading.analysis

    def _hue(self, voice: int, palette: Palette) -> str:
        return palette.hue(self._cast.hue(voice))

    def opened(self) -> None:
        """Go to the selected claim, or to the first of the selected thread."""
        if self.chosen is None:
            return
        item = self._entries[self.chosen]
        claim = item.claim.id if item.claim is not None else self._analysis().threads[item.thread - 1].claims[0]
        self.post_message(ClaimOpened(claim))

    def action_unfold(self) -> None:
        """Show the claims of the selected thread."""
        if self.chosen is not None and (thread := self._entries[self.chosen].thread) != self._open:
            self._refold(thread, thread)

    def action_fold(self) -> None:
        """Show only the title of the selected thread."""
        if self.chosen is not None and (thread := self._entries[self.chosen].thread) == self._open:
            self._refold(None, thread)

    def _refold(self, open_: int | None, thread: int) -> None:
        self._lay(open_, None)
        self.choose(
            next(at for at, entry in enumerate(self._entries) if entry.thread == thread and entry.claim is None)
        )


def _title(thread: Thread) -> str:
    return raised(" ".join(thread.title.split()))


def sign_of(claim: Claim) -> tuple[str, bool]:
    """The sign of a claim's relation and whether words of the text license it: a guess has only + or −; · has none."""
    relation = claim.relation
    if relation is None:
        return "·", False
    if relation.kind is RelationKind.QUALIFIES and relation.cue is not None:
        return "~", True
    return ("+" if relation.kind.sign == "+" else "−"), relation.cue is not None


def _voices_of(analysis: Analysis) -> tuple[tuple[int, ...], ...]:
    """The voices that hold a claim of each thread, in text order."""

    def heard(claims: Sequence[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(voice for id_ in claims if (voice := analysis.claim(id_).voice) is not None))

    return tuple(heard(thread.claims) for thread in analysis.threads)
