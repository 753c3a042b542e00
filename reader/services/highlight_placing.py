"""Highlights of other programs are placed in their article: when it is opened, or when it was read before."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Article, Highlight, Span, distinct_tags, enclosing
from reader.sources.formats.imported_highlight import article_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.store import Store
    from reader.text.anchors import Finder

_LEFT_OUT = re.compile(r"\[(?:…|\.\.\.)\]|…")
"""What stands for left out words in a highlight of several parts, as this program and people write it."""


def adopt_expected(store: "Store", article: Article, key: str) -> None:
    """Give an article that was opened the highlights that other programs have of it, in a transaction that writes.

    Where only the title is the same, at least one of them must be found in its text.
    """
    address = article.location if "://" in article.location else None
    for expected in store.expected.named(article_names(article.url, address, article.title, article_id=article.id)):
        if expected != key and store.expected.is_expected(expected):
            adopt(store, key, expected)


def adopt(store: "Store", key: str, expected: str) -> None:
    """Merge an article that is expected into one that was read, and find its highlights there."""
    from reader.text.anchors import Finder  # noqa: PLC0415 - few people import any

    article = store.articles.get(key)
    if article is None:
        return
    finder = Finder(article.text)
    highlights = [row.highlight for row in store.highlights.of(expected)]
    sure = {name for id_ in store.articles.ids_of(key) for name in article_names(article_id=id_)}
    sure.update(article_names(*(place for place in (article.url, article.location) if place and "://" in place)))
    if sure.isdisjoint(store.expected.names_of(expected)) and not any(spans_of(each, finder) for each in highlights):
        return
    store.articles.merge(expected, key)
    place(store, key, highlights)


def place(store: "Store", key: str, highlights: "Iterable[Highlight]") -> None:
    """Place highlights in their article. Words that are highlighted there already get the note and the tags."""
    from reader.store import digest  # noqa: PLC0415 - as above
    from reader.text import anchors  # noqa: PLC0415 - as above

    article = store.articles.get(key)
    if article is None:
        return
    finder = anchors.Finder(article.text)
    present = digest(article.text)
    there = {
        enclosing(row.highlight.spans): row.highlight  # other programs have no parts
        for row in store.highlights.of(key)
        if row.digest == present and row.deleted_at is None and row.highlight.spans
    }
    for each in highlights:
        spans = spans_of(each, finder)
        words = anchors.selector_of(article.text, spans) if spans else (each.exact, each.prefix, each.suffix)
        exact, prefix, suffix = words
        placed = replace(each, article_id=key, spans=spans, exact=exact, prefix=prefix, suffix=suffix)
        store.highlights.place(placed, present)
        same = there.setdefault(enclosing(spans), placed) if spans else placed
        if same.id != each.id:
            write_on(store, same, each.note, each.tags, each.updated)
            store.highlights.delete(each.id, each.updated)


def spans_of(highlight: Highlight, finder: "Finder") -> tuple[Span, ...]:
    """Return where the words of a highlight are: all of them, else its parts in order; () where they aren't.

    Words without anything around them that are there more than once are nowhere for sure.
    """
    text = finder.text
    if not (highlight.prefix or highlight.suffix) and text.count(highlight.exact) > 1:
        return ()
    near = highlight.spans[0].start if highlight.spans else 0
    parts = [part for each in _LEFT_OUT.split(highlight.exact) if (part := each.strip())]
    if len(parts) > 1 and highlight.exact not in text and (spans := _spans_in_order(parts, text)):
        return spans
    whole = finder.find(highlight.exact, highlight.prefix, highlight.suffix, near)
    return () if whole is None else (whole,)


def _spans_in_order(parts: list[str], text: str) -> tuple[Span, ...]:
    """Return where the parts are in a text, each after the one before; () where one of them isn't."""
    from reader.text import anchors  # noqa: PLC0415 - as above

    spans: list[Span] = []
    for part in parts:
        start = spans[-1].end if spans else 0
        found = anchors.find(text[start:], part, "", "", 0)
        if found is None:
            return ()
        spans.append(found.shifted(start))
    return tuple(spans)


def write_on(store: "Store", highlight: Highlight, note: str, tags: tuple[str, ...], moment: str) -> None:
    """Add to the note and the tags of a highlight what they lack."""
    from reader.export.citation import speaker_text  # noqa: PLC0415 - as above
    from reader.store.library_rows import merged_notes  # noqa: PLC0415 - as above

    # What an export for another program says of the speaker is no note.
    written = note.removeprefix(f"— {speaker_text(highlight.speaker)}").strip()
    both = merged_notes(highlight.note, written)
    if both != highlight.note:
        store.highlights.set_note(highlight.id, both, moment)
    labels = distinct_tags((*highlight.tags, *tags))
    if labels != highlight.tags:
        store.highlights.set_tags(highlight.id, labels, moment)
