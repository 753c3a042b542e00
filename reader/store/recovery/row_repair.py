"""A damaged row made one that the library can read, with everything in it that is still sound."""

import json
from collections.abc import Callable, Collection
from typing import TypeAlias

from reader.model import BlockKind, Colour
from reader.printable import printable_lines
from reader.store.article_repository import digest, structure_from_json
from reader.store.highlight_repository import spans_from_json, speaker_from_json, tags_from_json
from reader.store.position_repository import offsets_from_json
from reader.store.recovery.records import Value
from reader.store.row_mapping import UNREADABLE

Values: TypeAlias = dict[str, Value]

_ADDRESSES = frozenset({"location"})
"""Columns in which bytes are no damage: the name of a file on Unix need not be text."""


def repair(table: str, values: Values, digests: Collection[Value] = ()) -> tuple[Values, bool]:
    """Return the values of a row as the library can read them, and whether any of them were damaged.

    Args:
        table: The name of its table.
        values: Its values by column, text that is not UTF-8 as its bytes.
        digests: Digests of texts: a text that has one of them is as it was written.
    """
    repaired = {column: _readable(column, value) for column, value in values.items()}
    text = values.get("text")
    own = digest(text) if table == "versions" and isinstance(text, str) else None
    if own is not None and (own == values["digest"] or own in digests):
        repaired |= {"text": text, "digest": own}
    match table:
        case "versions":
            repaired = _repaired_version(repaired)
        case "highlights":
            repaired = _repaired_highlight(repaired)
        case "whereabouts":
            repaired = _with_default(repaired, "said", "[]", offsets_from_json)
    return repaired, repaired != values


def _readable(column: str, value: Value) -> Value:
    """Return text without anything that is not UTF-8 or that no text of the library has."""
    if column in _ADDRESSES or column == "analysis":
        return value
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    return printable_lines(text) if isinstance(text, str) else text


def _repaired_version(values: Values) -> Values:
    """Return a version of an article; where its structure can't be read, each paragraph is a plain one."""
    text, structure = values["text"], values["structure"]
    if not isinstance(text, str):
        return values
    try:
        structure_from_json(str(structure), len(text))
    except UNREADABLE:
        return {**values, "structure": _plain_structure(text)}
    return values


def _plain_structure(text: str) -> str:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append([BlockKind.PARAGRAPH.value, at, at + len(paragraph), 0, None, False, False])
        at += len(paragraph) + 2
    return json.dumps({"blocks": blocks, "marks": []})


def _repaired_highlight(values: Values) -> Values:
    """Return a highlight; without its spans it is found again in the article by its words."""
    values = _with_default(values, "tags", "[]", tags_from_json)
    values = _with_default(values, "speaker", None, speaker_from_json)
    values = _with_default(values, "colour", Colour.YELLOW.value, Colour)
    spans = _with_default(values, "spans", json.dumps([[0, len(str(values["exact"]))]]), spans_from_json)
    return values if spans == values else {**spans, "digest": ""}


def _with_default(values: Values, column: str, default: Value, read: Callable[[str], object]) -> Values:
    """Return the values, with `default` in a column whose value can't be read."""
    stored = values[column]
    try:
        if stored is not None:
            read(str(stored))
    except UNREADABLE:
        return {**values, column: default}
    return values
