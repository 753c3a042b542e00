"""Quotations of news, annotated for Pullquote: news.jsonl and political.jsonl have offsets and names, a gold folder the texts.

Each line is an article: `page` is its id in pages/gold.jsonl, pages_moz/gold.jsonl or quotes/dev.polnear.jsonl, and its
spans count characters of the body or text there. The annotators had not seen what the engine finds. Rule authors read
the articles in batches, by id.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("news.jsonl")
POLITICAL = Path(__file__).with_name("political.jsonl")
"""Political news, of which the gold folder has no pages."""

_TEXTS = (("pages/gold.jsonl", "body"), ("pages_moz/gold.jsonl", "body"), ("quotes/dev.polnear.jsonl", "text"))

Json = dict[str, Any]


def articles(gold: Path, labels: Path = LABELS) -> Iterator[Json]:
    """Yield the annotated articles that the gold folder has the text of, in the form of quotes/dev.press.jsonl there."""
    files = [(gold / name, field) for name, field in _TEXTS]
    rows = [(json.loads(line), field) for file, field in files if file.exists() for line in _lines(file)]
    texts = {row["id"]: row[field] for row, field in rows}
    for article in map(json.loads, _lines(labels)):
        text = texts.get(article["page"])
        if text is not None:
            yield {**article, "text": text, "quotes": [_quote(text, quote) for quote in article["quotes"]]}


def write(gold: Path, folder: Path, labels: Path = LABELS) -> Path | None:
    """Write the articles to a file of the name of `labels` in a folder, with links to their pages in its folder pages.

    Returns:
        The file; None where the gold folder has none of the texts.
    """
    found = list(articles(gold, labels))
    if not found:
        return None
    (folder / "pages").mkdir(exist_ok=True)
    for article in found:
        for page in gold.glob(f"pages*/html/{article['page']}.html*"):
            (folder / "pages" / page.name.replace(article["page"], article["id"])).symlink_to(page.resolve())
    file = folder / labels.name
    file.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in found), encoding="utf-8")
    return file


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _quote(text: str, quote: Json) -> Json:
    start, end = quote["spans"][0][0], quote["spans"][-1][1]
    return {**quote, "start": start, "end": end, "text": text[start:end]}
