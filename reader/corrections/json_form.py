"""Operations as JSON, in which the library keeps them and people exchange them.

An operation is an object: "operation" names it in snake case ("set_speaker"), and each other member is a field of its
class. An anchor is {"spans": [[start, end], ...], "exact", "prefix", "suffix"}, a voice {"name", "at", "kind", "role",
"affiliation", "outlet"} without what is not known.
"""

import json
import re
from collections.abc import Hashable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from reader.corrections.operations import Operation
from reader.model import Span

Json = dict[str, Any]

_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


def operation_name(operation: type[Any]) -> str:
    """Return the name of a class of operations in JSON: "set_speaker"."""
    return _HUMP.sub("_", operation.__name__).lower()


_CLASSES: dict[str, type[Any]] = {operation_name(each): each for each in get_args(Operation)}


def to_json(operation: Operation) -> Json:
    """Return an operation as values of JSON."""
    return {"operation": operation_name(type(operation)), **_encode(operation)}


def from_json(data: Any) -> Operation:
    """Return the operation that `to_json` made these values of.

    Raises:
        ValueError: It can't have made them; the message says why.
    """
    name = data.get("operation") if isinstance(data, dict) else None
    if not isinstance(name, str) or name not in _CLASSES:
        raise ValueError("it is no operation that this version of Pullquote knows")
    given = {key: value for key, value in data.items() if key != "operation"}
    return cast("Operation", _decode(_CLASSES[name], given))


def to_text(operation: Operation) -> str:
    """Return an operation as the text of its JSON."""
    return json.dumps(to_json(operation), ensure_ascii=False)


def from_text(text: str) -> Operation:
    """Return the operation that `to_text` made this text of. Raises what `from_json` raises, or RecursionError."""
    return from_json(json.loads(text))


def _encode(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case Span():
            return [value.start, value.end]
        case tuple():
            return [_encode(each) for each in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {
                field.name: _encode(given)
                for field in fields(value)
                if (given := getattr(value, field.name)) is not None or field.default is MISSING
            }
        case _:
            return value


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode(hint: Any, value: Any) -> Any:
    """Return a value of the type `hint`. Raises ValueError for any other."""
    if get_origin(hint) is UnionType:
        inner = next(each for each in get_args(hint) if each is not NoneType)
        return None if value is None else _decode(inner, value)
    if get_origin(hint) is tuple and isinstance(value, list):
        return tuple(_decode(get_args(hint)[0], each) for each in value)
    if hint is Span:
        return _decode_span(value)
    if is_dataclass(hint) and isinstance(hint, type):
        return _decode_fields(hint, value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if isinstance(hint, type) and isinstance(value, hint):
        return value
    raise ValueError(f"{value!r} is not what belongs there")


def _decode_span(value: Any) -> Span:
    match value:
        case [int(start), int(end)]:
            return Span(start, end)
        case _:
            raise ValueError(f"{value!r} is not a span")


def _decode_fields(kind: type[Any], value: Any) -> Any:
    hints = _hints(cast("Hashable", kind))
    required = {field.name for field in fields(kind) if field.default is MISSING}
    if not isinstance(value, dict) or not required <= value.keys() <= hints.keys():
        raise ValueError(f"{value!r} has not the members of {operation_name(kind)}")
    return kind(**{name: _decode(hints[name], each) for name, each in value.items()})
