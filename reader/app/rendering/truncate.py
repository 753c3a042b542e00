"""Text made to fit a number of cells: cut after a whole word, wrapped, names and phrases shortened."""

import re
from collections.abc import Sequence

from rich.cells import cell_len, chop_cells

from reader.model import counted, minutes
from reader.printable import printable

_BREAK = re.compile(r"\s+|(?=[’']s\b)|(?<=[–—/])(?=\w)")
LONG_READ = 90
"""Minutes that are told as minutes."""

_LOOSE = " \t,;:.–—-(“‘"
_PART = re.compile(r"[^/]*/|[^/]+")


def cut(text: str, cells: int) -> str:
    """`text` if it fits into `cells`, else its first whole words and "…"; a first word too long is cut inside.

    A possessive may lose its "’s": "Delta Institute’s Policy Lab" becomes "Delta Institute…". The words are
    never changed otherwise. Fewer than one cell gives "".
    """
    if cells < 1:
        return ""
    # A cell holds at least one code point in all but combining text, so that a long text need not be measured whole.
    text = printable(text[: 4 * cells + 1])
    if len(text) <= 4 * cells and cell_len(text) <= cells:
        return text
    room = cells - 1
    end = 0
    for gap in _BREAK.finditer(text, 0, 4 * cells + 1):
        if cell_len(text[: gap.start()]) > room:
            break
        if text[: gap.start()].rstrip(_LOOSE):
            end = gap.start()
    head = text[:end].rstrip(_LOOSE) if end else next(iter(chop_cells(text[: 4 * cells], room)), "") if room else ""
    return head + "…"


def wrap(text: str, cells: int, last: int) -> list[str]:
    """The rows of `text` at `cells` a row, the last of at most `last` cells, broken between words.

    Rows are full; where the last would be too long, its last two words or more stand in a row of their own, so that no
    word is left alone at the end; of a text that ends with "…" already the second row, or a later one, is cut instead.
    A single word longer than its row is cut with "…".
    """
    rows: list[list[str]] = [[]]
    for word in printable(text).split():
        if rows[-1] and cell_len(" ".join([*rows[-1], word])) > cells:
            rows.append([])
        rows[-1].append(word)
    words = rows[-1]
    gives_way = len(rows) > 1 and words[-1].endswith("…")
    if len(words) > 1 and cell_len(" ".join(words)) > last and not gives_way:
        sides = [(words[:at], words[at:]) for at in range(1, len(words))]
        fitting = [side for side in sides if cell_len(" ".join(side[1])) <= last] or sides[-1:]
        rows[-1:] = [*max(fitting, key=lambda side: (min(2, len(side[1])), len(side[0])))]
    return [cut(" ".join(row), last if at == len(rows) - 1 else cells) for at, row in enumerate(rows)]


def wrap_to_rows(text: str, cells: int, rows: int) -> list[str]:
    """The first `rows` rows of `text` at `cells` a row, broken between words, and in those longer than a row.

    A path is broken after its "/" where that helps. If the rows are too few, words longer than half a row are broken
    as well, and if there is still more to show the last row ends with "…".
    """
    shown = _folded(text, cells, cells)
    if len(shown) > rows:
        shown = _folded(text, cells, cells // 2)
    if len(shown) > rows:
        shown[rows - 1 :] = [cut(" ".join(shown[rows - 1 :]), cells)]
    return shown


def _folded(text: str, cells: int, longest: int) -> list[str]:
    """The rows of `text`, with words that take more than `longest` cells broken where a row ends."""
    found = [""]
    for word in printable(text).split():
        space = " " if found[-1] else ""
        if cell_len(found[-1] + space + word) <= cells:
            found[-1] += space + word
        elif cell_len(word) <= longest:
            found.append(word)
        else:
            found[-1] += space
            for part in _PART.findall(word):
                rest = part
                if cell_len(found[-1] + part) > cells:
                    # A folder's name goes to the next row whole; what is longer than a row begins where it stands.
                    room = cells - cell_len(found[-1])
                    head = chop_cells(part, room)[0] if cell_len(part) > longest and room > 1 else ""
                    found[-1] += head
                    found.append("")
                    rest = part[len(head) :]
                *full, last = chop_cells(rest, max(2, cells)) or [""]
                found[-1:] = [found[-1] + full[0], *full[1:], last] if full else [found[-1] + last]
    return [row.rstrip() for row in found if row.strip()]


def format_tags(tags: Sequence[str]) -> str:
    """Tags as they are shown, parted by commas: one may be of several words."""
    return ", ".join(f"#{tag}" for tag in tags)


def capitalise_first(text: str) -> str:
    """`text` with its first letter raised; nothing else changes."""
    return text[:1].upper() + text[1:]


def short_name(name: str, cells: int) -> str:
    """`name` if it fits into `cells`, else the surnames of a joint byline ("Hale and Brandt"), else it is cut."""
    if cell_len(name) <= cells:
        return name
    joined = surnames(name)
    return joined if cell_len(joined) <= cells else cut(name, cells)


def surnames(name: str) -> str:
    """The surnames of a joint byline, "Hale and Brandt" for "Lena Hale and Carla Brandt"; any other name unchanged."""
    people = [person.split()[-1] for person in re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", name) if person.split()]
    return name if len(people) < 2 else ", ".join(people[:-1]) + " and " + people[-1]  # noqa: PLR2004 - two are joint


def format_reading_time(words: int) -> str:
    """How long so many words take to read: "8 minutes", from an hour and a half on "4 h 12 min"."""
    length = minutes(words)
    return counted(length, "minute") if length <= LONG_READ else f"{length // 60} h {length % 60} min"
