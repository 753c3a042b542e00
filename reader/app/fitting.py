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

    A single word longer than its row is cut with "…".
    """
    words = text.split()
    rows: list[str] = []
    row: list[str] = []
    for word in words:
        if row and cell_len(" ".join([*row, word])) > cells:
            rows.append(" ".join(row))
            row = []
        row.append(word)
    over: list[str] = []
    # The last row shares its cells with what stands at the right: words that find no room go on to one more row.
    while len(row) > 1 and cell_len(" ".join(row)) > last:
        over.insert(0, row.pop())
    rows.append(" ".join(row))
    if over:
        rows.extend(wrap(" ".join(over), last, last))
    return [cut(each, last if at == len(rows) - 1 else cells) for at, each in enumerate(rows)]


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
