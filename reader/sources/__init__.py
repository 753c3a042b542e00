"""Bytes from anywhere to an Article: locate, decode, clean, and read in the format they are in.

Every format is one module that turns bytes into a `Draft`, registered in `formats`. What needs a heavy library is
imported when a text in its format is opened, so that plain text opens without any of them.
"""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reader.errors import SourceError
from reader.model import Article, Block, BlockKind
from reader.sources.draft import draft_in_place
from reader.sources.formats import registry
from reader.sources.net.locate import RawDocument, display_name, is_web_address, read_location
from reader.sources.text import plain_text

__all__ = ["article_id", "load", "verbatim"]

PARSING = "parsing"
"""What a person is told once the bytes are there."""


def load(  # noqa: PLR0913 - what a person may want otherwise, each by its name
    location: str,
    *,
    stdin: bytes | None = None,
    url: str | None = None,
    refresh: bool = False,
    allow_private: bool = False,
    cache: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
    stop: Callable[[], bool] | None = None,
) -> Article:
    """The article at `location`: a path, the address of a web page, or "-" for standard input.

    `stdin` has the bytes of standard input where they were read; `url` says where a file or they came from, if that is
    known. A page is kept in the folder `cache` and opens from there later, unless `refresh`; `allow_private` lets
    addresses of one's own network be opened. `tell` gets a few words for a person on what goes on, and `stop` is
    asked whether to give up while a page comes.

    Raises SourceError, whose one sentence says what could not be opened and why.
    """
    if not is_web_address(location):
        found = read_location(location, stdin)._replace(url=url)
        tell(PARSING)
        return _article(found)
    from reader.sources.net.web_page import PageLoader  # noqa: PLC0415 - files open without it

    web = PageLoader(cache, refresh=refresh, allow_private=allow_private, tell=tell, stop=stop)
    found = web.find(location)
    tell(PARSING)
    article = _article(found)
    web.keep(found)
    return article


def _article(found: RawDocument) -> Article:
    try:
        draft = registry.read(found)
    except SourceError as error:
        raise SourceError(f"{display_name(found.name)} was not opened: {error}") from error.__cause__
    if all(block.hidden for block in draft.blocks):
        raise SourceError(f"{display_name(found.name)} was not opened: it holds no text.")
    facts = draft.facts._replace(published=_day(draft.facts.published), url=draft.facts.url or found.url)
    return Article(
        id=article_id(draft.text, draft.blocks, url=facts.url),
        location=found.place,
        text=draft.text,
        blocks=draft.blocks,
        marks=draft.marks,
        **facts._asdict(),
    )


def _day(published: str | None) -> str | None:
    """A date as ISO writes it, None for one of no calendar: pages state a 31st of February."""
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None


def verbatim(text: str, *, id: str = "") -> Article:  # noqa: A002 - the name that the model has for it
    """`text` as an article exactly as it stands: blocks between blank lines, nothing cleaned, joined or hidden.

    A first block that looks like a headline is a heading of level 1.
    """
    draft = draft_in_place(text, plain_text.split_at_blank_lines(text))
    first = draft.blocks[0] if draft.blocks else None
    title = first.span.of(text) if first is not None and first.kind is BlockKind.HEADING else None
    return Article(id, "", text, draft.blocks, title=title)


def article_id(text: str, blocks: tuple[Block, ...], *, url: str | None = None) -> str:
    """What names an article wherever it is opened from, 32 hexadecimal digits.

    It is made from the canonical address where there is one, else from the words shown: hidden blocks, rules, white
    space and the signs of lists and quotes do not count, so that one text in several formats is one article.
    """
    shown_blocks = (block for block in blocks if not block.hidden and block.kind is not BlockKind.RULE)
    named = url or " ".join(block.span.of(text) for block in shown_blocks)
    if "  " in named or not named.isprintable():  # a look is quicker than to part and join all words of a long text
        named = " ".join(named.split())
    return hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:32]
