"""Find the words of corrections again in a text that changed, as those of highlights are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from reader.corrections.operations import Anchor, Correction
from reader.model import Span
from reader.text import reanchoring
from reader.text.anchors import Finder


def relocate(corrections: Sequence[Correction], old: str | None, new: str) -> tuple[Correction, ...]:
    """Return corrections of an earlier version of a text as corrections of the present one.

    An anchor whose words are gone has no spans.

    Args:
        corrections: The corrections, whose spans count in the earlier version.
        old: That version; None where it is not known, so that each anchor is searched for by itself.
        new: The present text.
    """
    anchors = (anchor for each in corrections for anchor in anchors_of(each.operation))
    wanted = list(dict.fromkeys(anchor for anchor in anchors if anchor.spans))
    if old is None:
        finder = Finder(new)
        spans = [_find(finder, anchor) for anchor in wanted]
    else:
        spans = reanchoring.reanchor(old, new, [anchor.spans for anchor in wanted])
    moved = {
        anchor: replace(anchor, spans=found if old is None or len(found) == len(anchor.spans) else ())
        for anchor, found in zip(wanted, spans, strict=True)
    }

    def found(anchor: Anchor) -> Anchor:
        return moved.get(anchor, anchor)

    return tuple(replace(each, operation=_with_anchors(each.operation, found), moved=True) for each in corrections)


def anchors_of(value: Any) -> Iterator[Anchor]:
    """Yield the anchors of an operation or of a part of it."""
    if isinstance(value, Anchor):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from anchors_of(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from anchors_of(getattr(value, field.name))


def _with_anchors(value: Any, found: Callable[[Anchor], Anchor]) -> Any:
    if isinstance(value, Anchor):
        return found(value)
    if isinstance(value, tuple):
        return tuple(_with_anchors(each, found) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _with_anchors(getattr(value, field.name), found) for field in fields(value)}
        )
    return value


def _find(finder: Finder, anchor: Anchor) -> tuple[Span, ...]:
    """Find an anchor by its own words; its parts keep their places in them where the words are the same."""
    found = finder.find(anchor.exact, anchor.prefix, anchor.suffix, anchor.span.start)
    if found is None:
        return ()
    if found.of(finder.text) == anchor.exact:
        by = found.start - anchor.span.start
        return tuple(Span(span.start + by, span.end + by) for span in anchor.spans)
    return (found,)
