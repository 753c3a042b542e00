"""Highlights as annotations of the W3C's Web Annotation model, in JSON-LD.

A file is an AnnotationCollection with one page. Each annotation quotes its words (TextQuoteSelector) and gives their
place in the article's clean text (TextPositionSelector, in code points). Its bodies are the note, the tags, who said
the words, and what the article says today if that is something else ("describing"). The colour is the target's style
class. https://www.w3.org/TR/annotation-model/ has it all.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from reader.export.citation import speaker_text
from reader.export.exported_article import ExportedArticle, change_sentence, fact
from reader.model import Article, Highlight, enclosing
from reader.printable import printable, printable_lines

Json = dict[str, Any]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(articles: Sequence[ExportedArticle]) -> str:
    """Return the highlights of the articles as JSON-LD."""
    items = [_annotation(each.article, highlight) for each in articles for highlight in each.highlights]
    name = f"urn:pullquote:highlights:{','.join(_quoted(each.article.id) for each in articles)}"
    collection = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "; ".join(each.title for each in articles),
        "total": len(items),
        "first": {"id": f"{name}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def source_of(article: Article) -> str:
    """Return the address of an article, else a name (URN) that identifies it."""
    url = fact(article.url)
    return url if "://" in url and " " not in url else f"urn:pullquote:article:{_quoted(article.id)}"


def selectors_of(highlight: Highlight) -> list[Json]:
    """Return the selectors of a highlight's words: by their text, and by their place where they have one."""
    exact, prefix, suffix = map(printable_lines, (highlight.exact, highlight.prefix, highlight.suffix))
    selectors: list[Json] = [{"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}]
    if highlight.spans:
        whole = enclosing(highlight.spans)
        selectors.append({"type": "TextPositionSelector", "start": whole.start, "end": whole.end})
    return selectors


def speaker_line(highlight: Highlight) -> str:
    """Return who said the words, with "denied" before a speaker who denies them; "" where that is not known."""
    if highlight.speaker is None:
        return ""
    return fact(highlight.speaker.denial_prefix(highlight.exact) + speaker_text(highlight.speaker))


def _quoted(name: str) -> str:
    return quote(printable(name), safe="")


def _annotation(article: Article, highlight: Highlight) -> Json:
    bodies = [
        *([_body(printable_lines(highlight.note), "commenting")] if highlight.note.strip() else []),
        *(_body(fact(tag), "tagging") for tag in highlight.tags),
        *([_body(line, "describing")] if (line := speaker_line(highlight)) else []),
        *([_body(change_sentence(highlight), "describing")] if highlight.now else []),
    ]
    return {
        "id": f"urn:pullquote:highlight:{_quoted(highlight.id)}",
        "type": "Annotation",
        "motivation": "commenting" if highlight.note.strip() else "highlighting",
        "created": printable(highlight.created),
        "modified": printable(highlight.updated),
        **({"body": bodies} if bodies else {}),
        "target": {
            "type": "SpecificResource",
            "source": source_of(article),
            "styleClass": highlight.colour.value,
            "selector": selectors_of(highlight),
        },
    }


def _body(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
