"""Highlights in the JSON that Hypothesis exports, and that its sidebar imports.

The sidebar takes a file with a list "annotations", and of each "uri", "document", "target", "text" and "tags"
(hypothesis/client, src/sidebar/services/import-annotations.ts). Who said the words is a tag, because there is no other
place for it.
"""

import json
from collections.abc import Sequence
from typing import Any

from reader.export.exported_article import ExportedArticle, fact
from reader.export.web_annotation import selectors_of, source_of
from reader.model import Highlight, Speaker
from reader.printable import printable, printable_lines


def render(articles: Sequence[ExportedArticle]) -> str:
    """Return the highlights of the articles as JSON."""
    annotations = [_annotation(each, highlight) for each in articles for highlight in each.highlights]
    return json.dumps({"annotations": annotations}, ensure_ascii=False, indent=2) + "\n"


def _annotation(exported: ExportedArticle, highlight: Highlight) -> dict[str, Any]:
    source = source_of(exported.article)
    said_by = highlight.speaker
    speaker = [] if said_by is None else [_tag(said_by, highlight.exact)]
    return {
        "created": printable(highlight.created),
        "updated": printable(highlight.updated),
        "uri": source,
        "document": {"title": [exported.title]},
        "text": printable_lines(highlight.note),
        "tags": [*dict.fromkeys([*map(fact, highlight.tags), *speaker])],
        "target": [{"source": source, "selector": selectors_of(highlight)}],
    }


def _tag(speaker: Speaker, words: str) -> str:
    return fact(speaker.denial_prefix(words) + speaker.doubt_prefix + speaker.name)
