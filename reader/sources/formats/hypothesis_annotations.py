"""Annotations as Hypothesis exports them, as its API lists them, or in the W3C's Web Annotation model (JSON-LD)."""

import json
from collections.abc import Iterator
from typing import Any

from reader.errors import SourceError
from reader.sources.formats.imported_highlight import ImportedHighlight, SkippedHighlight, imported, parsed_time

Json = dict[str, Any]


def is_annotations(text: str) -> bool:
    """Whether a text may be a file of annotations, by its first characters."""
    start = text.lstrip()[:4000]
    return start.startswith(("{", "[")) and any(
        f'"{name}"' in start for name in ("annotations", "target", "rows", "AnnotationCollection", "AnnotationPage")
    )


def read_annotations(text: str) -> Iterator[ImportedHighlight | SkippedHighlight]:
    """Yield the annotations of a file. Raises SourceError where it is not JSON."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise SourceError("it begins like JSON but is not valid JSON; export it again.") from None
    for each in _annotations(data):
        yield _highlight(each) if isinstance(each, dict) else SkippedHighlight("an entry", "it is no annotation")


def _annotations(data: Any) -> list[Any]:
    """Return the list of annotations, wherever in the document it is; an empty one where there is none."""
    for name in ("annotations", "rows", "first", "items"):
        if isinstance(data, dict) and name in data:
            data = data[name]
    return data if isinstance(data, list) else []


def _highlight(annotation: Json) -> ImportedHighlight | SkippedHighlight:
    targets = annotation.get("target")
    target = targets[0] if isinstance(targets, list) and targets else targets
    target = target if isinstance(target, dict) else {}
    selectors = target.get("selector")
    chosen = {
        each["type"]: each
        for each in (selectors if isinstance(selectors, list) else [selectors])
        if isinstance(each, dict) and isinstance(each.get("type"), str)
    }
    quote, position = chosen.get("TextQuoteSelector", {}), chosen.get("TextPositionSelector", {})
    bodies = annotation.get("body")
    notes, tags = _bodies(bodies if isinstance(bodies, list) else [bodies])
    document = annotation.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    listed = annotation.get("tags")
    return imported(
        url=annotation.get("uri") or target.get("source"),
        title=titles[0] if isinstance(titles, list) and titles else titles,
        exact=quote.get("exact"),
        prefix=quote.get("prefix"),
        suffix=quote.get("suffix"),
        start=position.get("start"),
        note=annotation.get("text") or "\n\n".join(notes),
        tags=[*(listed if isinstance(listed, list) else []), *tags],
        colour=target.get("styleClass"),
        created=parsed_time(annotation.get("created")),
    )


def _bodies(bodies: list[Any]) -> tuple[list[str], list[str]]:
    """Return the notes and the tags among the bodies of an annotation."""
    found = [each for each in bodies if isinstance(each, dict) and isinstance(each.get("value"), str)]
    notes = [each["value"] for each in found if each.get("purpose") in {None, "commenting"}]
    return notes, [each["value"] for each in found if each.get("purpose") == "tagging"]
