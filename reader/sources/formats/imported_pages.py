"""Make pages of the articles that a reading list contains, and cache them, so that they open without the network."""

import re
from collections.abc import Iterable
from html import escape
from itertools import islice
from pathlib import Path

from reader.sources.net.page_cache import FetchedPage, PageCache
from reader.sources.text.clean import one_line

TAG = re.compile(r"<[^<>]*+>")
_BLOCK = re.compile(r"<(?:blockquote|br|div|li|p)\b", re.IGNORECASE)
_LEAST_TEXT = 600  # characters of text; less is a summary, or an error message of the program that saved it
_MOST_MARKUP = 2 * 1024 * 1024  # characters of markup
_MOST_CACHED = 300  # pages of one list; the rest of the cache is for pages that a person opened


def build_page(content: object, **facts: str | None) -> bytes:
    """Return an HTML page with an article's markup and metadata; b"" where the content is not a whole article.

    Args:
        content: the markup of the article, as the list has it.
        facts: title, byline, outlet, published and language, as far as they are known.
    """
    if not isinstance(content, str) or len(content) > _MOST_MARKUP or not _BLOCK.search(content):
        return b""  # without block elements it is plain text or Markdown, and its paragraphs would be joined
    if len(one_line(TAG.sub("", content))) < _LEAST_TEXT:
        return b""
    escaped = {name: escape(value) for name, value in facts.items() if value}
    title = escaped.get("title", "")
    meta_names = {"byline": "author", "outlet": "og:site_name", "published": "article:published_time"}
    head = "".join(
        f'<meta name="{meta_names[name]}" content="{escaped[name]}">' for name in meta_names if name in escaped
    )
    language = f' lang="{escaped["language"]}"' if "language" in escaped else ""
    return (
        f"<!doctype html><html{language}><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{content}</article></body></html>"
    ).encode("utf-8", "replace")


def cache_pages(folder: Path, pages: Iterable[tuple[str, bytes]]) -> None:
    """Put pages from a list into the cache, except those that were fetched before.

    Args:
        folder: the folder of the cache.
        pages: the address and the page of each article; b"" where the list has no page.
    """
    cache = PageCache(folder)
    for url, page in islice((each for each in pages if each[1]), _MOST_CACHED):
        if cache.get(url) is None:
            cache.put(url, FetchedPage(url, page, "text/html", "utf-8"))
