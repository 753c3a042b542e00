"""The footer: the most useful keys of a context, or one sentence about what just happened."""

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.app.key_names import HasKeymap, keys_for, label_of_keys
from reader.app.rendering.columns import ColumnLayout, columns
from reader.app.rendering.segments import background_style, cell_width, make_strip, make_style
from reader.app.rendering.truncate import cut, wrap_to_rows
from reader.app.state import Reading
from reader.app.theming.palette import Palette, palette_of
from reader.model import format_count

SPACE = 3  # cells between two keys
ROWS = 2  # the footer's own row and the blank one above it
MAX_ROWS = 4  # the most rows of a sentence
BOTTOM_ROWS = 5  # the footer and the speaker line together, with the blank row above each
MAX_COUNTED = 60_000  # the longest selection, in characters, whose words can be counted at every key
HELP = ("?", "keys")
HELP_CONTEXTS = {
    "body",
    "alone",
    "following",
    "following a thread",
    "voices",
    "threads",
    "search",
    "selected",
    "selecting",
    "list",
    "highlights",
    "places",
    "people",
}
"""Contexts in which `?` opens the help; in others a person may be typing text."""
LIST_CONTEXTS = {"voices", "threads", "list", "highlights", "places", "people"}
"""Contexts whose keys are those of a list."""
HINTS: dict[str, tuple[tuple[str, str], ...]] = {
    "body": (
        ("n N", "quotation"),
        ("s S", "same voice"),
        ("] [", "claim"),
        ("h", "highlight"),
        ("a", "note"),
        ("2", "voices"),
        ("w", "correct"),
    ),
    "voices": (
        ("Enter", "go there"),
        ("f", "this voice alone"),
        ("=", "order"),
        ("Esc", "back"),
        ("/", "filter"),
        ("3", "threads"),
        ("w", "correct"),
    ),
    "threads": (
        ("Enter", "go there"),
        ("f", "this thread alone"),
        ("=", "order"),
        ("Esc", "back"),
        ("/", "filter"),
        ("2", "voices"),
        ("w", "correct"),
    ),
    "alone": (("Esc", "all panes"), ("n N", "quotation"), ("s S", "same voice"), ("h", "highlight"), ("2", "voices")),
    "following": (("s S", "next by this voice"), ("Esc", "whole article"), ("h", "highlight"), ("2", "voices")),
    "following a thread": (("s S", "next claim"), ("Esc", "whole article"), ("h", "highlight"), ("3", "threads")),
    "search": (("n N", "next, previous"), ("Enter", "stay"), ("Esc", "back")),
    "selected": (("h", "highlight"), ("y", "copy"), ("Esc", "back"), ("a", "note"), ("v", "extend"), ("w", "correct")),
    "selecting": (
        ("h", "highlight"),
        ("y", "copy"),
        ("Esc", "back"),
        (") (", "sentence"),
        ("v", "start here"),
        ("o", "other end"),
        ("} {", "paragraph"),
        ("w", "correct"),
    ),
    "loading": (("Esc", "stop"), ("Ctrl+C", "quit")),
    "list": (
        ("Enter", "open"),
        ("/", "search"),
        ("f", "filter"),
        ("H", "highlights"),
        ("Esc", "back"),
        ("V", "voices"),
        (":", "commands"),
        ("=", "order"),
        ("x", "remove"),
        ("U", "undo"),
    ),
    "searching the library": (("Enter", "open"), ("↑ ↓", "move"), ("Esc", "back")),
    "places": (("Enter", "go there"), ("j k", "move"), ("Esc", "back")),
    "people": (
        ("Enter", "what they said"),
        ("/", "filter"),
        ("w", "join"),
        ("Esc", "back"),
        ("x", "take apart"),
        ("U", "undo"),
    ),
    "highlights": (
        ("Enter", "go there"),
        ("/", "filter"),
        ("=", "order"),
        ("Esc", "back"),
        ("a", "note"),
        ("t", "tags"),
        ("e", "export"),
        ("x", "delete"),
        ("c", "colour"),
        ("U", "undo"),
        ("w", "correct"),
    ),
    "beside": (("Enter", "go there"), ("← →", "left, right"), ("j k", "move"), ("Esc", "back")),
    "commands": (("Enter", "run"), ("↑ ↓", "move"), ("Esc", "back")),
    "formats": (("Enter", "export"), ("↑ ↓", "move"), ("Esc", "back")),
    "filter": (("Enter", "open"), ("↑ ↓", "move"), ("Tab", "to the list"), ("Esc", "back")),
    "help": (("j k", "scroll"), ("Space", "page"), ("/", "filter"), ("Esc", "back")),
    "page": (("j k", "scroll"), ("Esc", "back")),
}


class Footer(Widget):
    """Key hints of a context (`show`), or a message that stands in their place until the next key.

    With `overlay` the footer has the blank row above it as well: a row of the speaker line may be shown there
    (`set_upper_row`), and a long message covers rows of that line. Without it the widget above gives up rows.

    Args:
        context: The context of the first hints.
        overlay: As above.
        rows_changed: Called with the number of rows that hints or message need.
    """

    def __init__(
        self,
        *,
        context: str = "body",
        overlay: bool = False,
        rows_changed: Callable[[int], None] = lambda _: None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self._overlay = overlay
        self._rows_changed = rows_changed
        self._upper_row: Strip | None = None
        self._hint_context = context
        self._prefix = "", ""
        self._message = self._unbound = ""
        self._columns = columns(80)

    def fit(self, columns: ColumnLayout) -> None:
        """Stand under the text, up to the last column of the content."""
        self._columns = columns
        self._fit_height()
        self.refresh()

    def show(self, reading: Reading | None, context: str) -> None:
        """Show the keys of a context of HINTS; a search or a selection has its own keys and is shown before them."""
        prefix: tuple[str, str] = "", ""
        if (
            context == "following"
            and reading is not None
            and reading.focus_filter is not None
            and reading.focus_filter.thread
        ):
            context = "following a thread"
        if reading is not None and reading.search is not None:
            context, prefix = "search", (f"/{reading.search.query}", reading.search.position_label)
        elif reading is not None and reading.selection is not None:
            context, prefix = "selected" if reading.anchor is None else "selecting", ("", _selection_size(reading))
        if (context, prefix) != (self._hint_context, self._prefix):
            self._hint_context, self._prefix = context, prefix
            self.refresh()

    def show_message(self, message: str) -> None:
        """Show one sentence in place of the keys; "" shows the keys again.

        A long sentence takes up to MAX_ROWS rows: a message about an error has a path and what to do.
        """
        message = " ".join(message.split())
        if message == self._message:
            return
        self._message = message
        self._fit_height()
        self.refresh()

    def show_unbound(self, key: str | None) -> None:
        """Say that a key does nothing here; None for a key that does: the sentence about the last one goes."""
        if self._message and self._message == self._unbound:
            self.show_message("")
        self._unbound = ""
        if key is not None and not key.startswith("<"):  # Textual's name for what is not a key
            help_ = f": {self._keys_named(HELP[0])} lists all keys" if self._hint_context in HELP_CONTEXTS else ""
            self._unbound = f"no key {label_of_keys(key)} here{help_}"
            self.show_message(self._unbound)

    def set_upper_row(self, strip: Strip | None) -> None:
        """Show `strip` in the row above the footer while no message needs that row."""
        if strip != self._upper_row:
            self._upper_row = strip
            self.refresh()

    def _fit_height(self) -> None:
        needed = max(1, len(self._message_rows()))
        self._rows_changed(needed)
        rows = max(ROWS if self._overlay else 1, needed)
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows
            self.styles.margin = (max(0, ROWS - rows), 0, 0, 0)
            if self._overlay and self.is_attached:
                self.screen.styles.grid_rows = f"2 1fr {BOTTOM_ROWS - rows} {rows}"

    @property
    def _room(self) -> int:
        return max(0, self._columns.width - self._columns.start - self._columns.right)

    def _message_rows(self) -> list[str]:
        return wrap_to_rows(self._message, self._room, MAX_ROWS)

    def render_line(self, y: int) -> Strip:
        """Return a row: key hints or a message."""
        y -= self.size.height - max(1, len(self._message_rows()))
        if y < 0:
            return (self._upper_row or Strip([])).adjust_cell_length(self.size.width, background_style(self))
        palette = palette_of(self.app)
        start, end = self._columns.start, self._columns.right
        help_hint = _hint(self._keys_named(HELP[0]), HELP[1], palette) if self._hint_context in HELP_CONTEXTS else []
        right = [*help_hint, Segment(" " * end)]
        if self._message:
            rows = self._message_rows()
            words = rows[y] if y < len(rows) else ""
            shown = [Segment(words, make_style(palette.text))]
            if len(rows) > 1 or cell_len(words) + SPACE + cell_width(help_hint) > self._room:
                right = []
        else:
            shown = self._hints(palette, self._room - (SPACE + cell_width(help_hint) if help_hint else 0))
        return make_strip([Segment(" " * start), *shown], right, self.size.width, background_style(self))

    def _keys_named(self, keys: str) -> str:
        """The same keys with the names that a person's own keymap gives them."""
        labels = self.app.key_labels if isinstance(self.app, HasKeymap) else None
        named = keys if labels is None else labels.relabel(keys, in_list=self._hint_context in LIST_CONTEXTS)
        return keys_for(self.app, named)

    def _hints(self, palette: Palette, room: int) -> list[Segment]:
        """The hints that fit as a whole, from the first on."""
        bold, plain = self._prefix
        shown: list[Segment] = []
        if bold:
            shown.append(Segment(cut(bold, room // 3) + " ", make_style(palette.accent, bold=True)))
        if plain:
            shown.append(Segment(plain, make_style(palette.text)))
        used = cell_width(shown)
        for keys, words in HINTS.get(self._hint_context, HINTS["body"]):
            segments = _hint(self._keys_named(keys), words, palette)
            space = SPACE if shown else 0
            if used + space + cell_width(segments) > room:
                break
            shown += [Segment(" " * space), *segments]
            used += space + cell_width(segments)
        return shown


def _selection_size(reading: Reading) -> str:
    selection = reading.selection
    if selection is None or not len(selection):
        return "selecting"
    if len(selection) > MAX_COUNTED:
        return f"{format_count(len(selection), 'character')} selected"
    return f"{format_count(len(selection.of(reading.article.text).split()), 'word')} selected"


def _hint(keys: str, words: str, palette: Palette) -> list[Segment]:
    return [Segment(keys, make_style(palette.accent, bold=True)), Segment(f" {words}", make_style(palette.dim))]
