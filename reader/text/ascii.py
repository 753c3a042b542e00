"""Text in ASCII alone: letters without their accents, German ones spelled out, signs by their likeness."""

import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import accumulate
from typing import Any, TypeVar, cast

from reader.model import Analysis, Article, Highlight, Span

Thing = TypeVar("Thing")

SIGNS = str.maketrans(
    {
        "▎": "|",
        "▌": "#",
        "▀": "'",
        "▄": ".",
        "█": "#",
        "░": ":",
        "━": "=",
        "╸": "-",
        "─": "-",
        "✎": "*",
        "−": "-",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "·": ".",
        "•": "*",
        "…": "~",
        "⋯": "~",
        "›": ">",
        "‹": "<",
        "↑": "^",
        "↓": "v",
        "→": ">",
        "←": "<",
        "▲": "^",
        "●": "o",
        "◆": "+",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "\u00a0": " ",
        "æ": "a",
        "Æ": "A",
        "ß": "s",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
    }
)
"""Signs and letters that Unicode takes for no form of an ASCII character, one character for one."""

LONGER = {
    "…": "...",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "ß": "ss",
    "ẞ": "SS",
    "þ": "th",
    "Þ": "Th",
    "€": "EUR",
}
"""What takes more than one ASCII character, where there is room for it."""

GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
"""How German, and no other language, spells these where it has only ASCII."""


def ascii_character(character: str, cells: int = 1) -> str:
    """One ASCII character for one, or as many "?" as the `cells` that it takes where nothing is like it."""
    character = character.translate(SIGNS)
    base = character if character.isascii() else unicodedata.normalize("NFKD", character)[:1]
    return base if base.isascii() and cells == 1 else "?" * cells


def in_ascii(
    article: Article, analysis: Analysis, highlights: tuple[Highlight, ...]
) -> tuple[Article, Analysis, tuple[Highlight, ...]]:
    """The article and what is known of it in ASCII, each span over the same words as before."""
    german = (analysis.language or article.language or "").startswith("de")
    longer = LONGER | GERMAN if german else LONGER
    letters = {character: to_ascii(character, longer) for character in {*article.text}}
    starts = (0, *accumulate(len(letters[character]) for character in article.text))

    def in_ascii(thing: Thing) -> Thing:
        return cast("Thing", _mapped(thing, longer, starts))

    return in_ascii(article), in_ascii(analysis), in_ascii(highlights)


def _letter(character: str) -> str:
    return character if character.isascii() else "" if unicodedata.combining(character) else ascii_character(character)


def to_ascii(text: str, longer: Mapping[str, str] = LONGER) -> str:
    """A text in ASCII, as no language in particular spells it, or with what a language has `longer`."""
    return text if text.isascii() else "".join(longer.get(character) or _letter(character) for character in text)


def _mapped(thing: Any, longer: Mapping[str, str], starts: tuple[int, ...]) -> Any:
    """The thing with all its texts in ASCII and its spans moved to where their words are then."""
    match thing:
        case Enum():
            return thing
        case Span():
            return Span(starts[thing.start], starts[thing.end])
        case str():
            return to_ascii(thing, longer)
        case tuple():
            return tuple(_mapped(each, longer, starts) for each in thing)
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            return replace(thing, **{f.name: _mapped(getattr(thing, f.name), longer, starts) for f in fields(thing)})
        case _:
            return thing
