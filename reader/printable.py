"""Make any text safe to print: file names, addresses, arguments and error texts on their way to screen, stream or JSON.

The text of an article is cleaned once, where it enters (`reader.sources.text.clean`). Everything else that a person or
another program can choose (a file's name, an option's value, a key of the settings, an exception's text) passes
`printable` on its way out, or `printable_lines` where it has lines.
"""

import re

CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
"""C0 and C1 controls without tab and newline, as the inside of a regular expression's character class."""

INVISIBLE = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Soft hyphen, grapheme joiner, bidi marks, embeddings, overrides and isolates, fillers, invisible operators, byte
order mark, interlinear annotation, tag characters, and the variation selectors that only hide data in English text."""

BROKEN = r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Lone surrogates, as Python decodes the bytes of a name that is not UTF-8, and noncharacters."""

UNPRINTABLE = f"[{CONTROLS}{INVISIBLE}{BROKEN}]"
"""All of them, as a regular expression; `re` compiles it where text has to be searched."""

_SPACES = r"[\t\n\u2028\u2029]"
# Those of INVISIBLE that str.isprintable accepts. Compiling a pattern of them would take a tenth of the first frame.
_INVISIBLE_PRINTABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0").union(
    map(chr, range(0xE0100, 0xE01F0))
)


def printable(text: str) -> str:
    """Return `text` on one line, without anything that a terminal would obey or a person could not see.

    Tabs, newlines and line separators become a space; every control, bidi or other invisible character, and every
    byte of a name that is not UTF-8, becomes U+FFFD. Idempotent, and as many code points long as `text`.

    Args:
        text: Any text from outside, such as a path, an argument or the message of an exception.

    Returns:
        The same object where there is nothing to replace.
    """
    if _is_printable(text):
        return text
    return re.sub(UNPRINTABLE, "\ufffd", re.sub(_SPACES, " ", text))


def printable_lines(text: str) -> str:
    """Return `text` with its newlines and tabs, and all else replaced as by `printable`. A clean article is unchanged.

    Args:
        text: What a command prints as a whole, or a person's note.

    Returns:
        The same object where there is nothing to replace.
    """
    if _is_printable(text.replace("\n", "").replace("\t", "")):
        return text
    return re.sub(UNPRINTABLE, "\ufffd", re.sub(r"[\u2028\u2029]", " ", text))


def _is_printable(text: str) -> bool:
    return text.isprintable() and (text.isascii() or _INVISIBLE_PRINTABLE.isdisjoint(text))
