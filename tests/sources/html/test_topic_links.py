"""The line of topics that a page files its article under."""

import pytest
from lxml.html import document_fromstring

from reader.model import BlockKind, MarkKind
from reader.sources.html.page_reader import read_markup
from reader.sources.html.topic_links import find_topics
from tests.sources.sample_article import html

BASE = "https://courier.invalid/2021/ferry"
LINKS = "<a href='/t/river'>River</a> <a href='/t/ferries'>Ferries</a>"


def line(body, base=BASE):
    found = find_topics(document_fromstring(f"<html><body>{body}</body></html>"), base)
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<div class='post-tags'>{LINKS}</div>", "Topics: River, Ferries"),
        (f"<ul class='tags'><li>{LINKS.replace('</a> ', '</a></li>, <li>')}</li></ul>", "Topics: River, Ferries"),
        (f"<p class='tag-list'>Filed under: {LINKS}</p>", "Filed under: River, Ferries"),
        (f"<div class='tags'><h4>Теги</h4>{LINKS}</div>", "Теги: River, Ferries"),
        (f"<div class='topics'>{LINKS.replace('River<', 'River,<')}{LINKS}</div>", "Topics: River, Ferries"),
        (f"<aside><div class='tags'>{LINKS}</div></aside>", None),
        (f"<nav class='topics'>{LINKS}</nav>", None),
        (f"<div class='sidebar'><div class='tags'>{LINKS}</div></div>", None),
        (
            f"<div class='sidebar'><div class='tags'>{LINKS.replace('<a', '<a rel=tag')}</div></div>",
            "Topics: River, Ferries",
        ),
        (f"<div class='page'>{LINKS}</div>", None),
        (f"<div class='stage'>{LINKS}</div>", None),
        ("<div class='tags'><a href='/t/river'>River</a></div>", None),
        ("<div class='tags'><a href='javascript:x'>River</a> <a href='/t/ferries'>Ferries</a></div>", None),
        ("<div class='tags'>" + LINKS * 11 + "</div>", None),
        ("<div class='tags'>" + LINKS + "<a href='/a'>The ferry that nobody in the town wanted back</a></div>", None),
        (f"<p class='topics'>Nobody who has read about the quay in spring needs to be told of the {LINKS}.</p>", None),
        (f"<div class='kicker tags'>{LINKS}</div><div class='tags'>{LINKS}<a href='/t/x'>Quay</a></div>",
         "Topics: River, Ferries, Quay"),
        (f"<div class='tags'>{LINKS}</div>" * 4, None),
        (f"<div class='tags'>{LINKS}" + "<ul class='tags'><li><a href='/t/x'>Quay</a>" * 4 + "</div>",
         "Topics: River, Ferries, Quay"),
        (f"<div class='tags'>{LINKS}{' ' * 5_000}</div>", None),
    ],
)  # fmt: skip
def test_lists_of_topics_are_found_and_not_menus_or_other_articles(body, expected):
    assert line(body) == expected


def test_topics_without_an_absolute_address_are_dropped():
    assert line(f"<div class='tags'>{LINKS}</div>", base=None) is None


def test_an_article_ends_with_a_line_of_linked_topics():
    page = html().replace("</article>", f"<div class='tags'>{LINKS}</div></article>")
    draft = read_markup(page, BASE)
    last = draft.blocks[-1]
    assert (last.kind, last.span.of(draft.text)) == (BlockKind.CAPTION, "Topics: River, Ferries")
    links = [(mark.span.of(draft.text), mark.href) for mark in draft.marks if last.span.contains(mark.span)]
    assert links == [("River", "https://courier.invalid/t/river"), ("Ferries", "https://courier.invalid/t/ferries")]
    assert {mark.kind for mark in draft.marks if last.span.contains(mark.span)} == {MarkKind.LINK}
