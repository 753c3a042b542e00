"""An export read back with a CommonMark parser: what any other program would make of it."""

import re
from dataclasses import dataclass, replace

import yaml
from markdown_it import MarkdownIt


@dataclass(frozen=True)
class Passage:
    """A highlight as it is read: the heading above it, its id, the quoted text, and the paragraphs below it."""

    heading: str
    id: str
    text: str
    below: tuple[str, ...]


def front_matter(text):
    """The front matter of a file as data."""
    return yaml.safe_load(_parts(text)[1])


def body(text):
    """What comes after the front matter."""
    return _parts(text)[2]


def _parts(text):
    return re.split(r"^---\r?\n", text.removeprefix("\ufeff"), maxsplit=2, flags=re.MULTILINE)


def inline(token):
    """The characters that an inline token shows; only emphasis of our own may be in it."""
    shown = ""
    for child in token.children or ():
        assert child.type in {
            "text",
            "text_special",
            "softbreak",
            "hardbreak",
            "strong_open",
            "strong_close",
            "em_open",
            "em_close",
        }, child
        shown += "\n" if child.type in {"softbreak", "hardbreak"} else child.content
    return shown


def passages(text: str) -> list[Passage]:
    """The passages of an export in their order."""
    found: list[Passage] = []
    heading, passage, depth, around = "", None, 0, ""
    for token in MarkdownIt("commonmark").parse(body(text)):
        if token.type == "html_block":
            if opened := re.fullmatch(r"<!-- pullquote:highlight (\w+) [0-9a-f]{8} -->\s*", token.content):
                passage = Passage(heading, opened[1], "", ())
            elif token.content.strip() == "<!-- /pullquote -->" and passage is not None:
                found.append(passage)
                passage = None
        elif token.type in {"blockquote_open", "blockquote_close"}:
            depth += token.nesting
        elif token.type == "inline" and around == "heading_open" and passage is None:
            heading = inline(token)
        elif token.type == "inline" and passage is not None:
            assert around == "paragraph_open"
            if depth:
                passage = replace(passage, text=f"{passage.text}\n\n{inline(token)}".removeprefix("\n\n"))
            else:
                passage = replace(passage, below=(*passage.below, inline(token)))
        elif passage is not None:
            assert token.type in {"paragraph_open", "paragraph_close"}, token
        around = token.type
    return found
