"""Text made to fit a number of cells: cut after a whole word, wrapped, names and phrases shortened."""

import re

from rich.cells import cell_len, chop_cells

_BREAK = re.compile(r"\s+|(?=[’']s\b)|(?<=[–—/])(?=\w)")
_LOOSE = " \t,;:.–—-(“‘"
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def cut(text: str, cells: int) -> str:
    """`text` if it fits into `cells`, else its first whole words and "…"; a first word too long is cut inside.

    A possessive may lose its "’s": "Delta Institute’s Policy Lab" becomes "Delta Institute…". The words are
    never changed otherwise. Fewer than one cell gives "".
    """
    if cells < 1:
        return ""
    # A cell holds at least one code point in all but combining text, so that a long text need not be measured whole.
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

    Where the last row would be too long it becomes two, as even as they can be: no word is left alone at the end. A
    single word longer than its row is cut with "…".
    """
    rows: list[list[str]] = [[]]
    for word in text.split():
        if rows[-1] and cell_len(" ".join([*rows[-1], word])) > cells:
            rows.append([])
        rows[-1].append(word)
    words = rows[-1]
    if len(words) > 1 and cell_len(" ".join(words)) > last:
        sides = [(words[:at], words[at:]) for at in range(1, len(words))]
        fitting = [(one, other) for one, other in sides if cell_len(" ".join(other)) <= last] or sides[-1:]
        one, other = min(fitting, key=lambda side: abs(cell_len(" ".join(side[0])) - cell_len(" ".join(side[1]))))
        rows[-1:] = [one, other]
    return [cut(" ".join(row), last if at == len(rows) - 1 else cells) for at, row in enumerate(rows)]


def folded(text: str, cells: int, rows: int) -> list[str]:
    """The first `rows` rows of `text` at `cells` a row, broken between words, and inside those longer than half a row.

    Where that is not all of it the last row ends with "…".
    """
    found = [""]
    for word in text.split():
        space = " " if found[-1] else ""
        room = cells - cell_len(found[-1]) - len(space)
        if cell_len(word) <= room:
            found[-1] += space + word
            continue
        rest = word
        if cell_len(word) > cells // 2 and room > 1:
            head = chop_cells(word, room)[0]  # a path: better begun here than a row left half empty
            found[-1] += space + head
            rest = word[len(head) :]
        found.extend(chop_cells(rest, max(2, cells)))
    shown = [row for row in found if row]
    if len(shown) > rows:
        shown[rows - 1 :] = [cut(" ".join(shown[rows - 1 :]), cells)]
    return shown


def raised(text: str) -> str:
    """`text` with its first letter raised; nothing else changes."""
    return text[:1].upper() + text[1:]


def bare(phrase: str | None) -> str:
    """A phrase without its leading article, "" for None: "the Delta Institute" becomes "Delta Institute"."""
    return _ARTICLE.sub("", phrase, count=1) if phrase and _ARTICLE.match(phrase) else phrase or ""


def short_name(name: str, cells: int) -> str:
    """`name` if it fits into `cells`, else the surnames of a joint byline ("Hale and Brandt"), else it is cut."""
    if cell_len(name) <= cells:
        return name
    people = re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", name)
    if len(people) > 1:
        surnames = [person.split()[-1] for person in people if person.split()]
        joined = ", ".join(surnames[:-1]) + " and " + surnames[-1]
        if cell_len(joined) <= cells:
            return joined
    return cut(name, cells)


def counted(number: int, noun: str) -> str:
    """A number and its noun: "1 claim", "2 claims"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
