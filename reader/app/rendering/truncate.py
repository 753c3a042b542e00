"""Fit text into a number of cells: cut it after a whole word, wrap it, shorten names."""

import re
from collections.abc import Sequence

from rich.cells import cell_len, chop_cells

from reader.model import format_count, reading_minutes
from reader.printable import printable

_BREAK = re.compile(r"\s+|(?=[’']s\b)|(?<=[–—/])(?=\w)")
LONG_READ = 90
"""Minutes up to which a reading time is shown in minutes."""

HEAD_MIN = 4
"""The fewest cells of the beginning that are shown of a name which is cut in the middle."""

_LONGEST_NAME = 1000
_TRAILING = " \t,;:.–—-(“‘"
_PATH_PART = re.compile(r"[^/]*/|[^/]+")


def cut(text: str, cells: int) -> str:
    """Cut `text` to `cells` after a whole word, and add "…"; a text that fits stays as it is.

    A first word too long is cut inside. A possessive may lose its "’s": "Delta Institute’s Policy Lab" becomes
    "Delta Institute…". Fewer than one cell gives "".
    """
    if cells < 1:
        return ""
    # Except for combining characters a cell has one code point or less: no need to measure all of a long text.
    text = printable(text[: 4 * cells + 1])
    if len(text) <= 4 * cells and cell_len(text) <= cells:
        return text
    room = cells - 1
    end = 0
    for gap in _BREAK.finditer(text, 0, 4 * cells + 1):
        if cell_len(text[: gap.start()]) > room:
            break
        if text[: gap.start()].rstrip(_TRAILING):
            end = gap.start()
    head = text[:end].rstrip(_TRAILING) if end else next(iter(chop_cells(text[: 4 * cells], room)), "") if room else ""
    return head + "…"


def cut_middle(text: str, cells: int) -> str:
    """Cut `text` to `cells` in the middle: what names a place often stands at its end ("University of …").

    As many words of the end stay as leave room for HEAD_MIN cells of the beginning, if possible whole words of it:
    "University…Port Ellory", "Univers…Ellory". If there is no such end, the text is cut at its end.
    """
    text = printable(text[:_LONGEST_NAME])
    if cell_len(text) <= cells:
        return text
    words, shown, shown_whole = text.split(), "", ""
    for at in range(len(words) - 1, 0, -1):
        tail = " ".join(words[at:])
        if cell_len(tail) >= cells - HEAD_MIN:
            break
        if words[at][0].islower():
            continue
        head = chop_cells(text, cells - 1 - cell_len(tail))[0]
        whole = head if text[len(head)].isspace() else head.rpartition(" ")[0].rstrip(_TRAILING)
        shown = f"{head.rstrip(_TRAILING)}…{tail}"
        if cell_len(whole) >= HEAD_MIN:
            shown_whole = f"{whole}…{tail}"
    return shown_whole or shown or cut(text, cells)


def wrap(text: str, cells: int, last: int) -> list[str]:
    """Wrap `text` between words into rows of `cells`; a word longer than its row is cut with "…".

    Where the last row would be longer than `last`, its end goes to a row of its own, of two words or more so that no
    word stands alone. If `text` ends with "…" and has several rows, the last row is cut instead.

    Args:
        text: What to wrap.
        cells: The width of a row.
        last: The width of the last row, beside which something else stands.
    """
    rows: list[list[str]] = [[]]
    for word in printable(text).split():
        if rows[-1] and cell_len(" ".join([*rows[-1], word])) > cells:
            rows.append([])
        rows[-1].append(word)
    words = rows[-1]
    can_be_cut = len(rows) > 1 and words[-1].endswith("…")
    if len(words) > 1 and cell_len(" ".join(words)) > last and not can_be_cut:
        sides = [(words[:at], words[at:]) for at in range(1, len(words))]
        fitting = [side for side in sides if cell_len(" ".join(side[1])) <= last] or sides[-1:]
        rows[-1:] = [*max(fitting, key=lambda side: (min(2, len(side[1])), len(side[0])))]
    return [cut(" ".join(row), last if at == len(rows) - 1 else cells) for at, row in enumerate(rows)]


def wrap_to_rows(text: str, cells: int, rows: int) -> list[str]:
    """Wrap `text` into at most `rows` rows of `cells`; words longer than a row are broken, and no word is lost.

    A path is broken after its "/" where that helps. If the rows are too few, words longer than half a row are broken
    as well; if they are still too few, the last row ends with "…".
    """
    shown = _wrap_breaking(text, cells, cells)
    if len(shown) > rows:
        shown = _wrap_breaking(text, cells, cells // 2)
    if len(shown) > rows:
        shown[rows - 1 :] = [cut(" ".join(shown[rows - 1 :]), cells)]
    return shown


def _wrap_breaking(text: str, cells: int, longest: int) -> list[str]:
    """Wrap `text`, and break words of more than `longest` cells where a row ends."""
    found = [""]
    for word in printable(text).split():
        space = " " if found[-1] else ""
        if cell_len(found[-1] + space + word) <= cells:
            found[-1] += space + word
        elif cell_len(word) <= longest:
            found.append(word)
        else:
            found[-1] += space
            for part in _PATH_PART.findall(word):
                rest = part
                if cell_len(found[-1] + part) > cells:
                    # The name of a folder moves to the next row whole; a longer one begins in this row.
                    room = cells - cell_len(found[-1])
                    head = chop_cells(part, room)[0] if cell_len(part) > longest and room > 1 else ""
                    found[-1] += head
                    found.append("")
                    rest = part[len(head) :]
                *full, last = chop_cells(rest, max(2, cells)) or [""]
                found[-1:] = [found[-1] + full[0], *full[1:], last] if full else [found[-1] + last]
    return [row.rstrip() for row in found if row.strip()]


def format_tags(tags: Sequence[str]) -> str:
    """Join tags for the screen, with commas: a tag may have several words."""
    return ", ".join(f"#{tag}" for tag in tags)


def capitalise_first(text: str) -> str:
    """Return `text` with its first letter in upper case, and nothing else changed."""
    return text[:1].upper() + text[1:]


def short_name(name: str, cells: int) -> str:
    """Shorten a name to `cells`: to the surnames if it is of several people ("Hale and Brandt"), else cut."""
    if cell_len(name) <= cells:
        return name
    short = surnames(name)
    return short if cell_len(short) <= cells else cut(name, cells)


def surnames(name: str) -> str:
    """Return the surnames of several people ("Hale and Brandt" of "Lena Hale and Carla Brandt"), else the name."""
    people = [person.split()[-1] for person in re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", name) if person.split()]
    return name if len(people) < 2 else ", ".join(people[:-1]) + " and " + people[-1]  # noqa: PLR2004 - several are two or more


def format_reading_time(words: int) -> str:
    """Return how long some words take to read: "8 minutes", and above LONG_READ "4 h 12 min"."""
    length = reading_minutes(words)
    return format_count(length, "minute") if length <= LONG_READ else f"{length // 60} h {length % 60} min"
