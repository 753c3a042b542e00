"""Articles that a list brings along: made into pages and kept as those that were fetched, so that they open at once."""

import re
from collections.abc import Iterable
from html import escape
from itertools import islice
from pathlib import Path

from reader.sources.net.page_cache import FetchedPage, PageCache
from reader.sources.text.clean import one_line

TAG = re.compile(r"<[^<>]*+>")
_BLOCK = re.compile(r"<(?:blockquote|br|div|li|p)\b", re.IGNORECASE)
_LEAST = 600  # characters of text; less is a summary, or says that the article could not be had
_MOST = 2 * 1024 * 1024  # characters of markup
_MOST_KEPT = 300  # pages of a list: there is room for more, which is for those that a person opened


def build_page(content: object, **facts: str | None) -> bytes:
    """The page of an article, from its markup and what the list says of it; empty where that is no whole article.

    `facts` are its title, byline, outlet, published and language, as far as they are known.
    """
    if not isinstance(content, str) or len(content) > _MOST or not _BLOCK.search(content):
        return b""  # without a block it is plain text or Markdown, whose paragraphs a page would run together
    if len(one_line(TAG.sub("", content))) < _LEAST:
        return b""
    said = {name: escape(value) for name, value in facts.items() if value}
    title = said.get("title", "")
    names = {"byline": "author", "outlet": "og:site_name", "published": "article:published_time"}
    head = "".join(f'<meta name="{names[name]}" content="{said[name]}">' for name in names if name in said)
    language = f' lang="{said["language"]}"' if "language" in said else ""
    return (
        f"<!doctype html><html{language}><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{content}</article></body></html>"
    ).encode("utf-8", "replace")


def cache_pages(folder: Path, listed: Iterable[tuple[str, bytes]]) -> None:
    """Keep the pages that a list brought along in the folder of pages, but for those that were fetched before.

    `listed` has the address and the page of each article, an empty one where the list has none.
    """
    cache = PageCache(folder)
    for url, brought in islice((each for each in listed if each[1]), _MOST_KEPT):
        if cache.get(url) is None:
            cache.put(url, FetchedPage(url, brought, "text/html", "utf-8"))
