"""The links in view."""

from dataclasses import replace

from reader.app.viewmodels.jumps import to_offset
from reader.app.viewmodels.visible_links import links_in
from reader.model import Analysis, Article, Mark, MarkKind, Span
from tests.app.pane_harness import LOADING


def test_links_begin_in_view_and_each_address_counts_once():
    def link(start, href, kind=MarkKind.LINK):
        return Mark(kind, Span(start, start + 3), href)

    marks = (link(0, "a"), link(5, "b", MarkKind.IMAGE), link(9, "a"), link(12, None), link(30, "c"))
    article = Article(id="x", location="x", text="x" * 40, blocks=(), marks=(*marks, Mark(MarkKind.STRONG, Span(1, 2))))
    assert links_in(article, Span(0, 20)) == marks[:2]
    assert to_offset(replace(LOADING, article=article, analysis=Analysis("x")), 3).reading.stop is None
