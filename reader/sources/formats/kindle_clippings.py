"""Highlights and notes in "My Clippings.txt", which a Kindle writes in the language of its reader."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.sources.formats.imported_highlight import ImportedHighlight, SkippedHighlight, imported, parsed_time

_LONGEST_LINE = 1000
_MOST_AROUND = 8
"""Highlights before a note that may still reach to its place."""

_SEPARATOR = re.compile(r"^={10}[ \t]*$", re.MULTILINE)
_NUMBERS = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_TITLE = re.compile(r"(?P<title>.+?)\s*\((?P<byline>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_TIMES = ("%A, %B %d, %Y %I:%M:%S %p", "%A, %d %B %Y %H:%M:%S", "%A, %d %B %y %H:%M:%S")

# The word for a note in the line below the title: "- Your Note on page 3 | Location 40 | Added on …".
_NOTE = re.compile(r"\b(?:note|nota|notiz|notitie|notatka|anteckning|заметка)\b|笔记|筆記|メモ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Clipping:
    """One entry: a title with its author, a range of locations, whether it is a note, its text and its time."""

    title: str
    first: int
    last: int
    is_note: bool
    text: str
    time: str


def is_clippings(text: str) -> bool:
    """Whether a text is such a file: entries of a title and a line with a hyphen, parted by ten equals signs."""
    head = _SEPARATOR.split(text[:200_000], maxsplit=1)
    lines = head[0].strip("\n \ufeff").split("\n")
    return len(head) > 1 and len(lines) > 1 and lines[1].lstrip().startswith("-")


def read_clippings(text: str) -> Iterator[ImportedHighlight | SkippedHighlight]:
    """Yield the highlights, each with the notes at its location; bookmarks, which have no words, are left out."""
    clippings = [each for part in _SEPARATOR.split(text) if (each := _clipping(part)) is not None]
    highlights = [each for each in clippings if not each.is_note]
    starts: dict[str, list[tuple[int, int]]] = {}
    for index, each in enumerate(highlights):
        starts.setdefault(each.title, []).append((each.first, index))
    for listed in starts.values():
        listed.sort()
    notes: dict[int, list[str]] = {}
    left: list[_Clipping] = []
    for note in (each for each in clippings if each.is_note):
        at = _highlight_of(note, highlights, starts.get(note.title, []))
        if at is None:
            left.append(note)
        else:
            notes.setdefault(at, []).append(note.text)
    for index, each in enumerate(highlights):
        yield _highlight(each, "\n\n".join(notes.get(index, ())))
    yield from (SkippedHighlight(each.text[:80], "it is a note without a highlight") for each in left)


def _highlight_of(note: _Clipping, highlights: list[_Clipping], starts: list[tuple[int, int]]) -> int | None:
    """Return the index of the highlight at the place of a note, the one that begins last; None where there is none.

    `starts` has the location where each highlight of the book begins, and its index, in order.
    """
    at = bisect_right(starts, (note.last, len(highlights)))
    near = reversed(starts[max(0, at - _MOST_AROUND) : at])
    return next((index for _, index in near if highlights[index].last >= note.first), None)


def _clipping(part: str) -> _Clipping | None:
    lines = part.strip("\n \ufeff").split("\n")
    if len(lines) < 3 or not lines[1].lstrip().startswith("-"):  # noqa: PLR2004 - title, place and text
        return None
    title, place = (line.strip()[:_LONGEST_LINE] for line in lines[:2])
    *places, time = place.split("|")
    numbers = _NUMBERS.findall(places[-1] if places else time)
    first, last = (numbers[-1][0], numbers[-1][1] or numbers[-1][0]) if numbers else ("0", "0")
    text = "\n".join(lines[2:]).strip()
    if not text or max(len(first), len(last)) > 12:  # noqa: PLR2004 - no book is that long
        return None
    # "180-85" means 180 to 185.
    last = first[: len(first) - len(last)] + last
    return _Clipping(title, int(first), int(last), bool(_NOTE.search(place.partition("|")[0])), text, time)


def _highlight(clipping: _Clipping, note: str) -> ImportedHighlight | SkippedHighlight:
    found = _TITLE.fullmatch(clipping.title)
    time = re.sub(r"^\D*?(?=\b\w+day,)", "", clipping.time.strip())
    return imported(
        title=found["title"] if found else clipping.title,
        byline=found["byline"] if found else None,
        exact=clipping.text,
        note=note,
        created=parsed_time(time, *_TIMES),
    )
