"""Quotations of news pages, annotated for Pullquote: news.jsonl has their offsets and names, a gold folder the texts.

Each line of news.jsonl is an article: `page` is its id in pages/gold.jsonl, and its spans count characters of the body
there. The annotators had not seen what the engine finds. Rule authors read the articles in batches of eight, by id.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("news.jsonl")

Json = dict[str, Any]


def articles(gold: Path, labels: Path = LABELS) -> Iterator[Json]:
    """Yield the articles whose pages the gold folder has, in the form of quotes/dev.press.jsonl there."""
    bodies = gold / "pages" / "gold.jsonl"
    lines = bodies.read_text(encoding="utf-8").splitlines() if bodies.exists() else []
    texts = {page["id"]: page["body"] for page in map(json.loads, lines)}
    for article in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        text = texts.get(article["page"])
        if text is not None:
            yield {**article, "text": text, "quotes": [_quote(text, quote) for quote in article["quotes"]]}


def write(gold: Path, folder: Path) -> Path | None:
    """Write the articles to news.jsonl in a folder, with links to their pages in its folder pages.

    Returns:
        The file; None where the gold folder has none of the pages.
    """
    found = list(articles(gold))
    if not found:
        return None
    (folder / "pages").mkdir()
    for article in found:
        for page in (gold / "pages" / "html").glob(f"{article['page']}.html*"):
            (folder / "pages" / page.name.replace(article["page"], article["id"])).symlink_to(page.resolve())
    file = folder / LABELS.name
    file.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in found), encoding="utf-8")
    return file


def _quote(text: str, quote: Json) -> Json:
    start, end = quote["spans"][0][0], quote["spans"][-1][1]
    return {**quote, "start": start, "end": end, "text": text[start:end]}
