"""Justified text and hyphenation, as the settings ask for them."""

from typing import TYPE_CHECKING

from reader.text.layout import LayoutOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Article
    from reader.services.session import Session

_MISSING = "The setting hyphenate needs one more package: install it with pip install 'pullquote[hyphens]'."


def layout_setting(session: "Session", article: "Article") -> LayoutOptions:
    """Return how to lay out an article after the settings; a missing package is added to the session's complaint."""
    settings = session.settings
    if not settings.hyphenate:
        return LayoutOptions(justified=settings.justify)
    try:
        parts = _hyphenator(article.language or "en")
    except ImportError:
        parts = None
        if _MISSING not in (complaint := session.complaint or ""):
            session.complaint = f"{complaint} {_MISSING}".lstrip()
    return LayoutOptions(justified=settings.justify, break_points=parts)


def _hyphenator(language: str) -> "Callable[[str], Sequence[int]] | None":
    """Return what finds the places in a word where a hyphen may stand; None for a language without patterns."""
    import pyphen  # noqa: PLC0415 - an extra, and few people want hyphenation

    known = pyphen.language_fallback(language)
    return None if known is None else pyphen.Pyphen(lang=known).positions
