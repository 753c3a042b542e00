"""The footer: the keys that matter where a person is, or one sentence about what just happened."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.key_names import HasKeymap
from reader.app.rendering.columns import ColumnLayout, columns
from reader.app.rendering.segments import background_style, cell_width, make_strip, make_style
from reader.app.rendering.truncate import cut, wrap_to_rows
from reader.app.state import Reading
from reader.app.theming.palette import Palette, palette_of
from reader.model import counted

SPACE = 3  # cells between two keys
ROWS = 2  # the footer's own row and the blank one above it
MOST = 4  # rows that a sentence may take
GRID = 5  # rows of the footer and the speaker line together, with the blank ones above each
COUNTED = 60_000  # characters of a selection whose words can be counted at every key
HELP = ("?", "keys")
READING = {"body", "alone", "following", "voices", "threads", "search", "selected", "selecting", "list", "highlights"}
"""Places where `?` shows the keys; elsewhere letters may be something to write."""
HINTS: dict[str, tuple[tuple[str, str], ...]] = {
    "body": (
        ("n N", "quotation"),
        ("s S", "same voice"),
        ("] [", "claim"),
        ("h", "highlight"),
        ("a", "note"),
        ("2", "voices"),
    ),
    "voices": (
        ("Enter", "go there"),
        ("f", "this voice alone"),
        ("=", "order"),
        ("Esc", "back"),
        ("/", "filter"),
        ("3", "threads"),
    ),
    "threads": (
        ("Enter", "go there"),
        ("f", "this thread alone"),
        ("=", "order"),
        ("Esc", "back"),
        ("/", "filter"),
        ("2", "voices"),
    ),
    "alone": (("Esc", "all panes"), ("n N", "quotation"), ("s S", "same voice"), ("h", "highlight"), ("2", "voices")),
    "following": (("s S", "next by this voice"), ("Esc", "all of the article"), ("h", "highlight"), ("2", "voices")),
    "search": (("n N", "next, previous"), ("Enter", "stay"), ("Esc", "back")),
    "selected": (("h", "highlight"), ("y", "copy"), ("Esc", "back"), ("a", "note"), ("v", "with the keys")),
    "selecting": (
        ("h", "highlight"),
        ("y", "copy"),
        ("Esc", "back"),
        (") (", "sentence"),
        ("v", "begin here"),
        ("o", "other end"),
        ("} {", "paragraph"),
    ),
    "loading": (("Esc", "stop"), ("Ctrl+C", "quit")),
    "list": (("Enter", "open"), ("/", "filter"), ("Esc", "back"), ("x", "remove")),
    "highlights": (("Enter", "go there"), ("/", "filter"), ("=", "group"), ("Esc", "back")),
    "beside": (("Enter", "go there"), ("← →", "left, right"), ("j k", "move"), ("Esc", "back")),
    "commands": (("Enter", "do it"), ("↑ ↓", "move"), ("Esc", "back")),
    "filter": (("Enter", "open"), ("↑ ↓", "move"), ("Esc", "back")),
    "help": (("↑ ↓", "scroll"), ("Esc", "back")),
    "page": (("j k", "scroll"), ("Esc", "back")),
}


class Footer(Widget):
    """Key hints of a place (`show`), over which a sentence (`say`) stands until the next key.

    With `over` the blank row above is the footer's own, a row of the speaker line may stand in it (`lend`), and a long
    sentence takes rows of that line; without it what stands above makes room.
    """

    def __init__(self, *, context: str = "body", overlay: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._overlay = overlay
        self._lent: Strip | None = None
        self._hint_context = context
        self._lead = "", ""
        self._sentence = ""
        self._columns = columns(80)

    def fit(self, columns: ColumnLayout) -> None:
        """Stand under the text and end with the last column of the screen's content."""
        self._columns = columns
        self._grow()
        self.refresh()

    def show(self, reading: Reading | None, context: str) -> None:
        """Show the keys of `place`, one of HINTS; what is sought or selected comes before them, and has its own."""
        lead: tuple[str, str] = "", ""
        if reading is not None and reading.search is not None:
            context, lead = "search", (f"/{reading.search.query}", reading.search.position_label)
        elif reading is not None and reading.selection is not None:
            context, lead = "selected" if reading.anchor is None else "selecting", ("", _selected(reading))
        if (context, lead) != (self._hint_context, self._lead):
            self._hint_context, self._lead = context, lead
            self.refresh()

    def show_message(self, sentence: str) -> None:
        """Show one sentence in place of the keys; "" brings the keys back.

        A sentence too long for a row takes the blank row above as well, and up to MOST in all: those that tell of an
        error name a path and a remedy.
        """
        sentence = " ".join(sentence.split())
        if sentence == self._sentence:
            return
        self._sentence = sentence
        self._grow()
        self.refresh()

    def set_upper_row(self, strip: Strip | None) -> None:
        """Show `strip` in the row above the footer's own, while no sentence needs it."""
        if strip != self._lent:
            self._lent = strip
            self.refresh()

    def _grow(self) -> None:
        rows = max(ROWS if self._overlay else 1, len(self._rows()))
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows
            self.styles.margin = (max(0, ROWS - rows), 0, 0, 0)
            if self._overlay and self.is_attached:
                self.screen.styles.grid_rows = f"2 1fr {GRID - rows} {rows}"

    @property
    def _room(self) -> int:
        return max(0, self._columns.width - self._columns.start - self._columns.right)

    def _rows(self) -> list[str]:
        return wrap_to_rows(self._sentence, self._room, MOST)

    def render_line(self, y: int) -> Strip:
        """A row: the keys, or what is said."""
        y -= self.size.height - max(1, len(self._rows()))
        if y < 0:
            return (self._lent or Strip([])).adjust_cell_length(self.size.width, background_style(self))
        palette = palette_of(self.app)
        start, end = self._columns.start, self._columns.right
        help_ = _hint(self._named(HELP[0]), HELP[1], palette) if self._hint_context in READING else []
        right = [*help_, Segment(" " * end)]
        if self._sentence:
            said = self._rows()
            words = said[y] if y < len(said) else ""
            shown = [Segment(words, make_style(palette.text))]
            if len(said) > 1 or cell_len(words) + SPACE + cell_width(help_) > self._room:
                right = []
        else:
            shown = self._hints(palette, self._room - (SPACE + cell_width(help_) if help_ else 0))
        return make_strip([Segment(" " * start), *shown], right, self.size.width, background_style(self))

    def _named(self, keys: str) -> str:
        """Keys by the names that a person's own keymap gives them."""
        labels = self.app.key_labels if isinstance(self.app, HasKeymap) else None
        if labels is None:
            return keys
        return labels.relabel(keys, in_list=self._hint_context in {"voices", "threads", "list", "highlights"})

    def _hints(self, palette: Palette, room: int) -> list[Segment]:
        """As many hints as fit whole, the first ones first."""
        strong, plain = self._lead
        shown: list[Segment] = []
        if strong:
            shown.append(Segment(cut(strong, room // 3) + " ", make_style(palette.accent, bold=True)))
        if plain:
            shown.append(Segment(plain, make_style(palette.text)))
        used = cell_width(shown)
        for keys, words in HINTS.get(self._hint_context, HINTS["body"]):
            pieces = _hint(self._named(keys), words, palette)
            space = SPACE if shown else 0
            if used + space + cell_width(pieces) > room:
                break
            shown += [Segment(" " * space), *pieces]
            used += space + cell_width(pieces)
        return shown


def _selected(reading: Reading) -> str:
    selection = reading.selection
    if selection is None or not len(selection):
        return "selecting"
    if len(selection) > COUNTED:
        return f"{counted(len(selection), 'character')} selected"
    return f"{counted(len(selection.of(reading.article.text).split()), 'word')} selected"


def _hint(keys: str, words: str, palette: Palette) -> list[Segment]:
    return [Segment(keys, make_style(palette.accent, bold=True)), Segment(f" {words}", make_style(palette.dim))]
