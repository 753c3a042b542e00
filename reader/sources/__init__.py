"""Bytes from anywhere to an Article: locate, decode, clean, and read in the format they are in.

Every format is one module that turns bytes into a `Draft`, registered in `formats`. What needs a heavy library is
imported when a text in its format is opened, so that plain text opens without any of them.
"""

import hashlib

from reader.errors import SourceError
from reader.model import Article, Block, BlockKind
from reader.sources import formats, plain
from reader.sources.locate import find, shown
from reader.sources.parts import in_place

__all__ = ["identity", "load", "verbatim"]


def load(location: str, *, stdin: bytes | None = None) -> Article:
    """The article at `location`: a path, or "-" for standard input (`stdin` has its bytes where they were read).

    Raises SourceError, whose one sentence says what could not be opened and why.
    """
    found = find(location, stdin)
    try:
        draft = formats.read(found)
    except SourceError as error:
        raise SourceError(f"{shown(found.name)} was not opened: {error}") from error.__cause__
    if all(block.hidden for block in draft.blocks):
        raise SourceError(f"{shown(found.name)} was not opened: it holds no text.")
    facts = draft.facts
    return Article(
        id=identity(draft.text, draft.blocks, url=facts.url),
        location=found.place,
        text=draft.text,
        blocks=draft.blocks,
        marks=draft.marks,
        title=facts.title,
        byline=facts.byline,
        outlet=facts.outlet,
        published=facts.published,
        language=facts.language,
        url=facts.url,
    )


def verbatim(text: str, *, id: str = "") -> Article:  # noqa: A002 - the name that the model has for it
    """`text` as an article exactly as it stands: blocks between blank lines, nothing cleaned, joined or hidden.

    A first block that looks like a headline is a heading of level 1.
    """
    draft = in_place(text, plain.from_blank_lines(text))
    first = draft.blocks[0] if draft.blocks else None
    title = first.span.of(text) if first is not None and first.kind is BlockKind.HEADING else None
    return Article(id, "", text, draft.blocks, title=title)


def identity(text: str, blocks: tuple[Block, ...], *, url: str | None = None) -> str:
    """What names an article wherever it is opened from, 32 hexadecimal digits.

    It is made from the canonical address where there is one, else from the words shown: hidden blocks, rules, white
    space and the signs of lists and quotes do not count, so that one text in several formats is one article.
    """
    shown_blocks = (block for block in blocks if not block.hidden and block.kind is not BlockKind.RULE)
    named = url or " ".join(" ".join(block.span.of(text).split()) for block in shown_blocks)
    return hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:32]
