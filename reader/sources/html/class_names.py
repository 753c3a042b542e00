"""What the class and the id of an element call it."""

import re
from functools import cache
from itertools import pairwise

from lxml.html import HtmlElement

from reader.sources.word_lists import load_word_lists

_MODIFIER = re.compile(r"--[\w-]+")  # as in "section--ads": it says how the element differs from others, not what it is
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def name_kind(element: HtmlElement) -> str | None:
    """Return the kind of an element by the words of its class and its id, as `class_names.txt` has them; else None."""
    return _kind_of(element.get("class", ""), element.get("id", ""))


@cache
def _kind_of(class_name: str, identifier: str) -> str | None:
    tokens = [token.lower() for token in _TOKEN.findall(_MODIFIER.sub("", f"{class_name} {identifier}"))]
    if not tokens:
        return None
    pairs = {first + second for first, second in pairwise(tokens)}
    named = pairs.union(tokens)
    kinds = ("article", "comments", "foreign", "apparatus")
    return next((kind for kind in kinds if not named.isdisjoint(_names()[kind])), None)


@cache
def _names() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in load_word_lists("class_names.txt").items()}
