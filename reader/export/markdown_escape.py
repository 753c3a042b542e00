"""Escape plain text, so that CommonMark shows exactly that text."""

import re

# Characters with a meaning anywhere in a line of CommonMark, or of the dialects of note programs (~~struck~~, #tag). A
# backslash before any ASCII punctuation makes it that character: https://spec.commonmark.org/0.31.2/#backslash-escapes
_ANYWHERE = re.compile(r"[\\`*_\[\]<~#]|&(?=#?\w+;)")

# What opens a block at the start of a line: a quote, a list item, the underline of a heading, a rule.
_AT_START = re.compile(r">|[-+](?=\s|$)|[-=](?=[-=\s]*$)|(?<=\d)[.)](?=\s|$)")
_NUMBER = re.compile(r"\d{1,9}")

_EDGES = re.compile(r"^\s+|\s+$")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def paragraphs(text: str) -> list[list[str]]:
    """Return the paragraphs of a text, each as lines of CommonMark; the lines of one paragraph stay lines."""
    return [_lines(paragraph) for paragraph in _BLANK_LINES.split(text.strip())]


def block_quote(text: str) -> list[str]:
    """Return a text as the lines of a block quote."""
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs(text)):
        lines += ([">"] if number else []) + [f"> {line}".rstrip() for line in paragraph]
    return lines


def line(text: str) -> str:
    """Return a text as one line with single spaces."""
    return _escaped(" ".join(text.split()))


def _lines(paragraph: str) -> list[str]:
    lines = [_escaped(line) for line in paragraph.split("\n")]
    # A backslash at the end of a line is a hard line break: https://spec.commonmark.org/0.31.2/#hard-line-breaks
    return [f"{line}\\" for line in lines[:-1]] + lines[-1:]


def _escaped(line: str) -> str:
    marked = _ANYWHERE.sub(r"\\\g<0>", line)
    number = _NUMBER.match(marked)
    start = _AT_START.match(marked, number.end() if number else 0)
    if start:
        marked = f"{marked[: start.start()]}\\{marked[start.start() :]}"
    # CommonMark drops the spaces at either end of a line, but not references to them.
    return _EDGES.sub(lambda space: "".join(f"&#{ord(character)};" for character in space[0]), marked)
