"""How a person wants prose set: an even right margin, words parted at the ends of rows."""

from typing import TYPE_CHECKING

from reader.text.layout import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Article
    from reader.services.session import Session

_MISSING = "To part words (hyphenate) needs one more package: install it with pip install 'pullquote[hyphens]'."


def layout_setting(session: "Session", article: "Article") -> Setting:
    """How the session's settings have an article set; what they ask for and can't have is added to its complaint."""
    settings = session.settings
    if not settings.hyphenate:
        return Setting(justified=settings.justify)
    try:
        parts = _parts(article.language or "en")
    except ImportError:
        parts = None
        if _MISSING not in (told := session.complaint or ""):
            session.complaint = f"{told} {_MISSING}".lstrip()
    return Setting(justified=settings.justify, parts=parts)


def _parts(language: str) -> "Callable[[str], Sequence[int]] | None":
    """The places in a word of a language where it may be parted, by the patterns of its dictionary, if there is one."""
    import pyphen  # noqa: PLC0415 - an extra, and few people have words parted

    known = pyphen.language_fallback(language)
    return None if known is None else pyphen.Pyphen(lang=known).positions
