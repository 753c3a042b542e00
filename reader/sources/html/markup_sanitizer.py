"""Sanitize a page's markup before any parser reads it, so that parsing is safe and fast.

The limits are on what makes parsers slow or lose content: control characters as entities, tags with thousands of
attributes, nesting deeper than libxml2 reads (it drops all that follows), and long runs of empty tags.
"""

import re
from collections import Counter
from itertools import islice

from reader.errors import SourceError
from reader.sources.text.clean import clean, is_surely_clean
from reader.sources.word_lists import load_word_lists

MOST_CHARACTERS = 10 * 1024 * 1024
_MOST_TAGS = 400_000
MOST_DEPTH = 100
_LONGEST_TAG = 2000  # characters
_ATTRIBUTES_KEPT = 40

_ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
_ESCAPES = re.compile(r"[\x1b\x90\x98\x9b\x9d-\x9f]")
_ODD_SPACES = re.compile(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ODD_OR_FORBIDDEN = re.compile(f"[{_ODD_SPACES.pattern[1:-1]}{_FORBIDDEN.pattern[1:-1]}]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
# As the HTML standard ends them; an unclosed comment extends to the end.
_COMMENT = re.compile(r"<!--(?:-?>|.*?-->|.*)", re.DOTALL)
_UNRENDERED = re.compile(
    r"<(script|style|noscript|template|iframe|svg|object|canvas|select|textarea|math)\b[^<>]*+>", re.IGNORECASE
)
_RAW_TEXT = frozenset({"script", "style"})
_EMPTY = re.compile(r"<(b|i|u|em|strong|span|font|small|a|div|p)>\s*</\1>", re.IGNORECASE)
# A tag that is very long, or that is longer than it seems because a quoted value contains ">".
_LONG_TAG = re.compile(
    rf"<([a-zA-Z][a-zA-Z0-9:-]*+)([^>]{{{_LONGEST_TAG},}}+|[^<>]*?=\s*(?:\"[^\"<>]*+|'[^'<>]*+)(?=>))(?:>|\Z)"
)
# The same tag as the HTML standard reads it.
_QUOTED_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_LONGEST_QUOTED_TAG = 300_000  # characters
_MOST_UNCLOSED = 20  # tags whose end is looked for in vain; each costs as much as the longest tag
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
# Levels that an element adds to the tree together with those that it usually contains: rows and cells, or items.
_LEVELS = {"table": 4, "ul": 2, "ol": 2, "dl": 2}
_FLAT_ELEMENTS = frozenset(load_word_lists("html_elements.txt")["flat"])
_LAST_CODE_POINT = 0x10FFFF


def sanitize(markup: str) -> str:
    """Return markup without scripts, styles and comments, without control characters as entities and very long tags.

    Raises:
        SourceError: the page is too big to be an article's.
    """
    check_size(markup)
    declaration = _DECLARATION.match(markup)
    markup = remove_unrendered(markup[declaration.end() if declaration else 0 :])
    markup = _remove_controls(_ENTITY.sub(_decode_unsafe, markup))
    markup = _EMPTY.sub(" ", _EMPTY.sub(" ", markup))
    if markup.count("<") > _MOST_TAGS:
        raise SourceError(f"the page has over {_MOST_TAGS:,} tags, too many to be an article's.")
    return _shorten_tags(markup)


def _remove_controls(markup: str) -> str:
    """Remove the characters that parsers handle badly. The rest is cleaned block by block, which costs less."""
    if _ODD_OR_FORBIDDEN.search(markup) is None:
        return markup  # the usual case; checking takes a third of the time
    if _ESCAPES.search(markup) is not None:
        return clean(markup)  # removes escape sequences as a whole
    return _FORBIDDEN.sub("", _ODD_SPACES.sub(" ", markup))


def check_size(markup: str) -> None:
    """Raise SourceError for a page that is too big to be an article's."""
    if len(markup) > MOST_CHARACTERS:
        raise SourceError(f"the page is over {MOST_CHARACTERS // 1024**2} MiB, too big to be an article's.")


def remove_unrendered(markup: str) -> str:
    """Return markup without comments and without elements that a browser runs or draws but nobody reads."""
    return _remove_elements(_COMMENT.sub("", markup))


def _remove_elements(markup: str) -> str:
    """Remove the elements of `_UNRENDERED` with their content; an unclosed one stays, unless it is a script."""
    pieces: list[str] = []
    last = 0
    unclosed = set[str]()
    start = _UNRENDERED.search(markup)
    while start is not None:
        name = start[1].lower()
        end = None if name in unclosed else re.compile(rf"</{name}\s*>", re.IGNORECASE).search(markup, start.end())
        if end is not None:
            pieces.append(markup[last : start.start()])
            last = end.end()
        elif name in _RAW_TEXT:
            return " ".join([*pieces, markup[last : start.start()]])
        else:
            unclosed.add(name)
        start = _UNRENDERED.search(markup, end.end() if end else start.end())
    return " ".join([*pieces, markup[last:]])


def _decode_unsafe(entity: re.Match[str]) -> str:
    """Decode an entity for a character that cleaning removes, so that it can be removed."""
    code = int(entity[1], 16) if entity[1] else int(entity[2])
    if code in range(0x80, 0xA0):
        return entity[0]  # the HTML standard and the parser read these as Windows-1252
    if code > _LAST_CODE_POINT or code in range(0xD800, 0xE000) or code == 0:
        return "\ufffd"
    character = chr(code)
    return entity[0] if is_surely_clean(character) else character


def _shorten_tags(markup: str) -> str:
    """Keep the first attributes of each very long tag, without very long values.

    A tag that does not end within `_LONGEST_QUOTED_TAG` ends at its first ">".
    """
    pieces: list[str] = []
    last = 0
    unclosed = 0
    tag = _LONG_TAG.search(markup)
    while tag is not None:
        is_tried = unclosed < _MOST_UNCLOSED
        whole = _QUOTED_TAG.match(markup, tag.start(), tag.start() + _LONGEST_QUOTED_TAG) if is_tried else None
        unclosed += is_tried and whole is None
        tag = whole or tag
        if whole is None or tag.end() - tag.start() >= _LONGEST_TAG:
            attributes = (attribute[0] for attribute in _ATTRIBUTE.finditer(tag[2]))
            short = (attribute for attribute in attributes if len(attribute) <= _LONGEST_TAG)
            pieces += [markup[last : tag.start()], f"<{tag[1]} {' '.join(islice(short, _ATTRIBUTES_KEPT))}>"]
            last = tag.end()
        tag = _LONG_TAG.search(markup, tag.end())
    return "".join([*pieces, markup[last:]])


def limit_depth(markup: str) -> str:
    """Remove the tags that open deeper than `MOST_DEPTH`, and their closing tags; their text stays."""
    open_counts: Counter[str] = Counter()
    dropped_counts: Counter[str] = Counter()
    depth = 0
    removed_spans: list[tuple[int, int]] = []
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        if name in _FLAT_ELEMENTS:
            continue
        if not tag[1]:
            if depth >= MOST_DEPTH:
                dropped_counts[name] += 1
                removed_spans.append(tag.span())
            else:
                open_counts[name] += 1
                depth += _LEVELS.get(name, 1)
        elif dropped_counts[name]:
            dropped_counts[name] -= 1
            removed_spans.append(tag.span())
        elif open_counts[name]:
            open_counts[name] -= 1
            depth -= _LEVELS.get(name, 1)
    if not removed_spans:
        return markup
    pieces, last = [], 0
    for start, end in removed_spans:
        pieces.append(markup[last:start])
        last = end
    return " ".join([*pieces, markup[last:]])
