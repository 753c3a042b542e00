"""How a person wants prose laid out: an even right margin, words hyphenated at the ends of rows."""

from typing import TYPE_CHECKING

from reader.text.layout import LayoutOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.config import Settings

_MISSING = "Hyphenation needs one more package: install it with pip install 'pullquote[hyphens]'."


def layout_options(settings: "Settings", language: str | None) -> tuple[LayoutOptions, tuple[str, ...]]:
    """Return how the settings have an article laid out.

    Args:
        settings: The person's settings.
        language: The article's language (ISO 639-1), None where it is not known.

    Returns:
        The options, and sentences on what the settings ask for and can't have.
    """
    if not settings.hyphenate:
        return LayoutOptions(justified=settings.justify), ()
    try:
        break_points = _break_points(language or "en")
    except ImportError:
        return LayoutOptions(justified=settings.justify), (_MISSING,)
    return LayoutOptions(justified=settings.justify, break_points=break_points), ()


def _break_points(language: str) -> "Callable[[str], Sequence[int]] | None":
    """Return what finds the places in a word where it may be hyphenated; None where the language has no patterns."""
    import pyphen  # noqa: PLC0415 - an extra, and few people have words hyphenated

    known = pyphen.language_fallback(language)
    return None if known is None else pyphen.Pyphen(lang=known).positions
