"""The links in the visible part of an article."""

from reader.model import Article, Mark, MarkKind, Span


def links_in(article: Article, visible: Span) -> tuple[Mark, ...]:
    """Return the links and images that begin in `visible`, in text order, each address once."""
    found: dict[str, Mark] = {}
    for mark in article.marks:
        if mark.kind in {MarkKind.LINK, MarkKind.IMAGE} and mark.href and visible.covers(mark.span.start):
            found.setdefault(mark.href, mark)
    return tuple(found.values())
