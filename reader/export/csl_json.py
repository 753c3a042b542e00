"""The articles cited, as CSL JSON for reference managers; the highlighted passages are the note of their article."""

import json
from collections.abc import Sequence
from typing import Any

from reader.export.exported_article import ExportedArticle, fact
from reader.export.references import authors, citation_keys, quoted_passages


def render(articles: Sequence[ExportedArticle]) -> str:
    """Return one item an article, in the input schema of CSL 1.0."""
    keys = citation_keys([each.article for each in articles])
    items = [_item(key, each) for key, each in zip(keys, articles, strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(key: str, exported: ExportedArticle) -> dict[str, Any]:
    article = exported.article
    names = [
        {"family": family, "given": given} if given else {"literal": family}
        for given, family in authors(article.byline)
    ]
    issued = _date_parts(fact(article.published))
    facts = {
        "id": key,
        "type": "article-newspaper" if article.outlet else "webpage" if article.url else "document",
        "title": exported.title,
        "author": names,
        "container-title": fact(article.outlet),
        "issued": issued,
        "URL": fact(article.url),
        "language": fact(article.language),
        "note": "\n\n".join(quoted_passages(exported)),
    }
    return {name: value for name, value in facts.items() if value}


def _date_parts(published: str) -> dict[str, Any]:
    """Return a day as CSL's parts of a date; anything else as it is."""
    parts = published.split("-")
    if all(part.isascii() and part.isdigit() for part in parts):
        return {"date-parts": [[int(part) for part in parts[:3]]]}
    return {"literal": published} if published else {}
