"""Corrections as JSON for other people, and from them."""

import json
from typing import TYPE_CHECKING, Any

from reader.corrections import Anchor, Correction, HighlightOperation, Operation
from reader.corrections.json_form import from_json, to_json
from reader.corrections.relocation import anchors_of, relocate
from reader.corrections.summary import describe
from reader.errors import SourceError
from reader.model import Article
from reader.services.corrections import CorrectedAnalysis
from reader.services.library import LIBRARY_PREFIX

if TYPE_CHECKING:
    from reader.services.session import Session

Json = dict[str, Any]

_UNREADABLE = "{name} has a correction that this version of Pullquote can't read. Nothing of its article was added."

SCHEMA = 1
"""Increases with every change that breaks readers of the JSON."""


def document(article: Article, corrected: CorrectedAnalysis) -> Json:
    """Return the corrections of an article: each operation with its id, its time and whether it fits."""
    return {
        "schema": SCHEMA,
        "engine": corrected.found.engine,
        "location": article.location,
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "corrections": [
            {
                "id": each.id,
                "made": each.made,
                "engine": each.engine,
                "fits": each.id not in corrected.misfits,
                "why": corrected.misfits[each.id].why if each.id in corrected.misfits else None,
                "words": describe(each.operation),
                **to_json(each.operation),
            }
            for each in corrected.corrections
        ],
    }


def import_document(session: "Session", data: object, name: str) -> tuple[Article, int]:
    """Add corrections that another person made to the library, without those of highlights that it does not have.

    Args:
        session: The session.
        data: What `document` returned, one article's.
        name: The name of the file, for messages.

    Returns:
        The article, and how many corrections are new.

    Raises:
        SourceError: The data is something else, or the article is not in the library and can't be opened.
        StorageError: The corrections were not stored.
    """
    if not isinstance(data, dict) or not isinstance(data.get("corrections"), list):
        raise SourceError(f"{name} has no corrections: it must be what pullquote corrections LOCATION --json printed.")
    if data.get("schema") != SCHEMA:
        raise SourceError(
            f"{name} is of another version of Pullquote (schema {data.get('schema')}); this one reads {SCHEMA}."
        )
    article = _article(session, data, name)
    made = [_correction(each, article, name) for each in data["corrections"]]
    highlights = {each.id for each in session.highlights.of(article)}
    known = [
        each
        for each in made
        if not isinstance(each.operation, HighlightOperation) or each.operation.highlight in highlights
    ]
    return article, session.corrections.import_corrections(article, known)


def read_documents(text: str, name: str) -> list[object]:
    """Return the objects of a file, one a line. Raises SourceError for a line that is no JSON."""
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"{name} is not JSON, one object a line: it must be what pullquote corrections LOCATION --json printed."
        ) from error


def _article(session: "Session", data: Json, name: str) -> Article:
    """Return the article that the data is about: the library's, else the one at its address."""
    id_, url = data.get("id"), data.get("url")
    article = session.library.saved_article(f"{LIBRARY_PREFIX}{id_}") if isinstance(id_, str) else None
    if article is not None:
        return article
    if isinstance(url, str) and url.startswith(("http://", "https://")):
        return session.open(url)
    title = data.get("title") or data.get("location") or "The article"
    raise SourceError(f"“{title}” of {name} is not in your library: open it in Pullquote first, then import again.")


def _correction(data: Any, article: Article, name: str) -> Correction:
    """Return a correction with its words where the article has them."""
    kept = ("id", "made", "engine", "fits", "why", "words")
    match data:
        case {"id": str(id_), "made": str(made), "engine": str(engine)}:
            operation = _operation({key: value for key, value in data.items() if key not in kept}, name)
        case _:
            raise SourceError(_UNREADABLE.format(name=name))
    correction = Correction(id_, operation, engine, made)
    if all(_is_placed(anchor, article.text) for anchor in anchors_of(operation)):
        return correction
    return relocate([correction], None, article.text)[0]


def _operation(data: Json, name: str) -> Operation:
    try:
        return from_json(_cleaned(data))
    except (ValueError, RecursionError) as error:
        raise SourceError(_UNREADABLE.format(name=name)) from error


def _cleaned(value: Any, name: str = "") -> Any:
    """Return a value of JSON with clean names and titles; what was copied from a text is searched for as it is."""
    from reader.sources.text.clean import clean  # noqa: PLC0415 - few sessions import corrections

    match value:
        case str() if name not in {"exact", "prefix", "suffix"}:
            return " ".join(clean(value).split())
        case dict():
            return {key: _cleaned(each, key) for key, each in value.items()}
        case list():
            return [_cleaned(each, name) for each in value]
        case _:
            return value


def _is_placed(anchor: Anchor, text: str) -> bool:
    return bool(anchor.spans) and anchor.span.end <= len(text) and anchor.span.of(text) == anchor.exact
