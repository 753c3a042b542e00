"""Text in ASCII: letters without accents, German umlauts spelled out, signs as similar ASCII signs."""

import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import accumulate
from typing import Any, TypeVar, cast

from reader.model import Analysis, Article, Highlight, Span
from reader.text.foldings import ASCII_CELLS, ASCII_SPELLING, GERMAN_ASCII_SPELLING

_Value = TypeVar("_Value")

_CELLS = str.maketrans(dict(ASCII_CELLS))


def one_for_one(text: str) -> str:
    """Return a text with an ASCII character for each sign that has one, as many characters long."""
    return text.translate(_CELLS)


def ascii_character(character: str, cells: int = 1) -> str:
    """Return one ASCII character for one, or "?" for each of its `cells` where none is similar."""
    character = one_for_one(character)
    base = character if character.isascii() else unicodedata.normalize("NFKD", character)[:1]
    return base if base.isascii() and cells == 1 else "?" * cells


def in_ascii(
    article: Article, analysis: Analysis, highlights: tuple[Highlight, ...]
) -> tuple[Article, Analysis, tuple[Highlight, ...]]:
    """Return an article with its analysis and highlights in ASCII, each span over the same words as before."""
    german = (analysis.language or article.language or "").startswith("de")
    longer = {**ASCII_SPELLING, **GERMAN_ASCII_SPELLING} if german else ASCII_SPELLING
    letters = {character: to_ascii(character, longer) for character in {*article.text}}
    starts = (0, *accumulate(len(letters[character]) for character in article.text))

    def converted(value: _Value) -> _Value:
        return cast("_Value", _converted(value, longer, starts))

    return converted(article), converted(analysis), converted(highlights)


def _letter(character: str) -> str:
    return character if character.isascii() else "" if unicodedata.combining(character) else ascii_character(character)


def to_ascii(text: str, longer: Mapping[str, str] = ASCII_SPELLING) -> str:
    """Return a text in ASCII; `longer` maps characters to several ones, as the text's language spells them."""
    return text if text.isascii() else "".join(longer.get(character) or _letter(character) for character in text)


def _converted(value: Any, longer: Mapping[str, str], starts: tuple[int, ...]) -> Any:
    """Return a value with all its strings in ASCII, and its spans over the same words as before."""
    match value:
        case Enum():
            return value
        case Span():
            return Span(starts[value.start], starts[value.end])
        case str():
            return to_ascii(value, longer)
        case tuple():
            return tuple(_converted(each, longer, starts) for each in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: _converted(getattr(value, f.name), longer, starts) for f in fields(value)})
        case _:
            return value
