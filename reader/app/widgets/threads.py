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
from reader.app.stack import Stack, stacked
from reader.app.strips import ink, joined
from reader.app.widgets.listing import Listing, Pieces
from reader.model import Analysis, Claim, RelationKind, Thread

TAGS_SHOWN = 3
COUNT = 4  # cells at the end of a title for the number of claims alone
FIRST_WORDS = 240  # as much of a claim as the widest row could need


@dataclass(frozen=True, slots=True)
class _Look:
    """How roomy the list is: titles in full with the tags of their voices, and blank rows between threads, or not."""

    full: bool
    gap: int


@dataclass(frozen=True, slots=True)
class _Titles:
    """The titles of all threads in rows, and how they stack, every thread closed."""

    rows: tuple[tuple[str, ...], ...]
    stack: Stack


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
        self._open: int | None = None  # a thread's id
        self._brief = False
        self._look = _LOOKS[-1]
        self._inside: tuple[int, ...] = ()  # the claims in sight under the open thread's title
        self._titles: dict[_Look, _Titles] = {}  # as they stand at the present width
        self._title: tuple[str, ...] = ()  # the open thread's title in rows

    def show(self, reading: Reading) -> None:
        """Show the threads of what is being read, and which claim stands under the cursor."""
        before, self._reading = self._reading, reading
        fresh = before is None or before.analysis is not reading.analysis
        if fresh:
            self._cast = cast_of(reading)
            self._voices = () if reading.analysis is None else _voices_of(reading.analysis)
            self._titles.clear()
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
        """Lay the list out with thread `open_` open and `claim` selected.

        A key that moves to another claim comes here: it does as much as fits the screen, and shifts the rows below.
        """
        if open_ != self._open:
            self.top = 0  # another thread is open: from the first title on, as far as the selection lets it
        self._open = open_
        analysis = None if self._reading is None else self._reading.analysis
        stack = Stack()
        self._inside = ()
        if analysis is not None:
            if open_ is not None and not self._brief:
                self._inside = analysis.threads[open_ - 1].claims
            for look in _LOOKS:
                self._look = look
                stack = self._stack_of(analysis, look)
                if stack.rows <= self.size.height - 1:
                    break
        self.chosen = None
        if open_ is not None and claim in self._inside:
            self.chosen = open_ + self._inside.index(claim)
        self.fill(stack)

    def _stack_of(self, analysis: Analysis, look: _Look) -> Stack:
        titles = self._titles_of(analysis, look)
        if self._open is None:
            return titles.stack
        self._title = titles.rows[self._open - 1]
        if not self._inside:
            return titles.stack
        if not look.full:
            self._title = tuple(wrap(_title(analysis.threads[self._open - 1]), self.inner, self.inner - COUNT))
        return titles.stack.opened(self._open - 1, len(self._title), len(self._inside))

    def _titles_of(self, analysis: Analysis, look: _Look) -> _Titles:
        """The titles as closed threads show them, made once a width: a long article has hundreds."""
        if look not in self._titles:
            titles = map(_title, analysis.threads)
            if look.full:
                last = self.inner - self._figures(self.inner)
                rows = tuple(tuple(wrap(title, self.inner, last)) for title in titles)
            else:
                rows = tuple((cut(title, self.inner - COUNT),) for title in titles)
            self._titles[look] = _Titles(
                rows, stacked(map(len, rows), [look.gap * (at > 0) for at in range(len(rows))])
            )
        return self._titles[look]

    def _entry(self, entry: int) -> tuple[int, int | None]:
        """What an entry of the list is: a thread's id, and the number from 0 of its claim; None for the title."""
        if self._open is None or entry < self._open:
            return entry + 1, None
        inside = entry - self._open
        return (self._open, inside) if inside < len(self._inside) else (entry + 1 - len(self._inside), None)

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
        claims = 0 if self._open is None else len(threads[self._open - 1].claims)
        return 1 + max(1, len(threads) + claims + bool(claims))

    def on_resize(self) -> None:
        """Titles wrap anew at the new width."""
        self._titles.clear()
        claim = self._reading.claim if self._reading is not None else None
        if self.chosen is not None:
            thread, inside = self._entry(self.chosen)
            claim = claim if inside is None else self._analysis().threads[thread - 1].claims[inside]
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
        thread, inside = self._entry(entry)
        selected = entry == self.chosen
        if inside is not None:
            return self._draw_claim(inside, palette, width, selected=selected), []
        is_open = thread == self._open
        rows = self._title if is_open else self._titles[self._look].rows[thread - 1]
        style = ink(palette.accent if is_open or selected else palette.text, bold=is_open)
        return [Segment(rows[part], style)], self._draw_figures(thread, palette) if part == len(rows) - 1 else []

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

    def _draw_claim(self, inside: int, palette: Palette, width: int, *, selected: bool) -> Pieces:
        analysis = self._analysis()
        claim = analysis.claim(self._inside[inside])
        strong = ink(palette.accent if selected else palette.text)
        sign, sure = sign_of(claim)
        voice = analysis.voice(claim.voice)
        if voice is not None:
            tag = Segment(voice.tag, ink(self._hue(voice.id, palette), bold=True))
        else:
            tag = Segment("  " if claim.own else "? ", ink(palette.dim))
        pieces = [
            Segment(f"{inside + 1:>3} ", ink(palette.accent if selected else palette.dim)),
            Segment(sign, ink(palette.accent if sure else palette.dim, bold=sure)),
            Segment(" "),
            tag,
            Segment(" "),
        ]
        room = width - sum(cell_len(piece.text) for piece in pieces)
        return [*pieces, Segment(cut(self._words(claim), room), strong)]

    def _words(self, claim: Claim) -> str:
        """The first words of a claim, as many as any row could show."""
        assert self._reading is not None  # noqa: S101 - claims are drawn only of a reading
        words = self._reading.article.text[claim.span.start : min(claim.span.end, claim.span.start + FIRST_WORDS)]
        return " ".join(words.split())

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
        thread, inside = self._entry(self.chosen)
        self.post_message(ClaimOpened(self._analysis().threads[thread - 1].claims[inside or 0]))

    def action_unfold(self) -> None:
        """Show the claims of the selected thread."""
        if self.chosen is not None and (thread := self._entry(self.chosen)[0]) != self._open:
            self._refold(thread, thread)

    def action_fold(self) -> None:
        """Show only the title of the selected thread."""
        if self.chosen is not None and (thread := self._entry(self.chosen)[0]) == self._open:
            self._refold(None, thread)

    def _refold(self, open_: int | None, thread: int) -> None:
        self._lay(open_, None)
        self.choose(thread - 1)  # above it no thread is open


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
