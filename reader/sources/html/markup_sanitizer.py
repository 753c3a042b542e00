"""Make a page's markup safe and cheap to parse before any parser sees it.

The caps are on what makes parsers slow or blind: control characters behind entities, tags with thousands of
attributes, nesting deeper than libxml2 goes (it drops all that follows), and long runs of empty tags.
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
_LONG_TAG = 2000  # characters
_ATTRIBUTES_KEPT = 40

_ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
_ESCAPES = re.compile(r"[\x1b\x90\x98\x9b\x9d-\x9f]")
_ODD_SPACES = re.compile(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
_REFUSED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ANY_OF_THESE = re.compile(f"[{_ODD_SPACES.pattern[1:-1]}{_REFUSED.pattern[1:-1]}]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
# As the HTML standard ends them; one that nothing ends takes the rest with it.
_COMMENT = re.compile(r"<!--(?:-?>|.*?-->|.*)", re.DOTALL)
_UNSEEN = re.compile(
    r"<(script|style|noscript|template|iframe|svg|object|canvas|select|textarea|math)\b[^<>]*+>", re.IGNORECASE
)
_OPEN_ENDED = frozenset({"script", "style"})
_EMPTY = re.compile(r"<(b|i|u|em|strong|span|font|small|a|div|p)>\s*</\1>", re.IGNORECASE)
_LONG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9:-]*+)([^>]{{{_LONG_TAG},}}+)(?:>|\Z)")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
# Levels that an element adds to the tree with those that stand in it as a rule: rows and cells, or items.
_LEVELS = {"table": 4, "ul": 2, "ol": 2, "dl": 2}
_FLAT = frozenset(load_word_lists("html_elements.txt")["flat"])
_LAST_CODE_POINT = 0x10FFFF


def sanitize(markup: str) -> str:
    """`markup` without scripts, styles and comments, its entities free of control characters, its tags of usual length.

    Raises SourceError for a page that is too big to be an article's.
    """
    check_size(markup)
    declared = _DECLARATION.match(markup)
    markup = remove_unrendered(markup[declared.end() if declared else 0 :])
    markup = _without_controls(_ENTITY.sub(_decoded, markup))
    markup = _EMPTY.sub(" ", _EMPTY.sub(" ", markup))
    if markup.count("<") > _MOST_TAGS:
        raise SourceError(f"the page has over {_MOST_TAGS:,} tags, too many to be an article's.")
    return _LONG.sub(_shortened, markup)


def _without_controls(markup: str) -> str:
    """`markup` without what parsers stumble over. What else is to be cleaned is so block by block, at less cost."""
    if _ANY_OF_THESE.search(markup) is None:
        return markup  # as a rule: to look once takes a third of the time
    if _ESCAPES.search(markup) is not None:
        return clean(markup)  # an escape sequence goes as a whole
    return _REFUSED.sub("", _ODD_SPACES.sub(" ", markup))


def check_size(markup: str) -> None:
    """Raise SourceError for a page that is too big to be an article's."""
    if len(markup) > MOST_CHARACTERS:
        raise SourceError(f"the page is over {MOST_CHARACTERS // 1024**2} MiB, too big to be an article's.")


def remove_unrendered(markup: str) -> str:
    """`markup` without comments and without what a browser runs or draws but nobody reads."""
    return _without_unseen(_COMMENT.sub("", markup))


def _without_unseen(markup: str) -> str:
    """Elements of `_UNSEEN` taken out with what they hold; one that nothing closes stays, unless it is a script."""
    pieces: list[str] = []
    last = 0
    unclosed = set[str]()
    start = _UNSEEN.search(markup)
    while start is not None:
        name = start[1].lower()
        end = None if name in unclosed else re.compile(rf"</{name}\s*>", re.IGNORECASE).search(markup, start.end())
        if end is not None:
            pieces.append(markup[last : start.start()])
            last = end.end()
        elif name in _OPEN_ENDED:
            return " ".join([*pieces, markup[last : start.start()]])
        else:
            unclosed.add(name)
        start = _UNSEEN.search(markup, end.end() if end else start.end())
    return " ".join([*pieces, markup[last:]])


def _decoded(entity: re.Match[str]) -> str:
    """An entity for a character that cleaning would take out becomes that character, so that it is taken out."""
    code = int(entity[1], 16) if entity[1] else int(entity[2])
    if code in range(0x80, 0xA0):
        return entity[0]  # the HTML standard reads these as Windows-1252, and so does the parser
    if code > _LAST_CODE_POINT or code in range(0xD800, 0xE000) or code == 0:
        return "\ufffd"
    character = chr(code)
    return entity[0] if is_surely_clean(character) else character


def _shortened(tag: re.Match[str]) -> str:
    """A tag that is very long keeps its first attributes, without values that are very long."""
    short = (attribute[0] for attribute in _ATTRIBUTE.finditer(tag[2]) if len(attribute[0]) <= _LONG_TAG)
    return f"<{tag[1]} {' '.join(islice(short, _ATTRIBUTES_KEPT))}>"


def limit_depth(markup: str) -> str:
    """Tags that open deeper than `MOST_DEPTH` are taken out with the tags that close them; their text stays."""
    opened: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    depth = 0
    cuts: list[tuple[int, int]] = []
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        if name in _FLAT:
            continue
        if not tag[1]:
            if depth >= MOST_DEPTH:
                dropped[name] += 1
                cuts.append(tag.span())
            else:
                opened[name] += 1
                depth += _LEVELS.get(name, 1)
        elif dropped[name]:
            dropped[name] -= 1
            cuts.append(tag.span())
        elif opened[name]:
            opened[name] -= 1
            depth -= _LEVELS.get(name, 1)
    if not cuts:
        return markup
    pieces, last = [], 0
    for start, end in cuts:
        pieces.append(markup[last:start])
        last = end
    return " ".join([*pieces, markup[last:]])
