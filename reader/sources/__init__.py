"""Turn a location (a path, a web address, standard input) into an Article: read, decode, clean, parse.

Each format is one module that turns bytes into a `Draft` and is registered in `formats.registry`. Heavy libraries are
imported only when a document needs them, so that plain text opens fast.
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

STATUS_PARSING = "parsing"
"""The status that is reported once the bytes are there."""


def load(  # noqa: PLR0913 - keyword-only options
    location: str,
    *,
    stdin: bytes | None = None,
    url: str | None = None,
    refresh: bool = False,
    allow_private: bool = False,
    cache: Path | None = None,
    on_status: Callable[[str], None] = lambda _: None,
    should_stop: Callable[[], bool] | None = None,
) -> Article:
    """Load the article at a location.

    Args:
        location: a path, the address of a web page, or "-" for standard input.
        stdin: the bytes of standard input, where they have been read already.
        url: the address that a file or standard input came from, where it is known.
        refresh: ask the site for a web page even if the cache has it.
        allow_private: allow addresses of private networks.
        cache: the folder in which web pages are cached; None caches nothing.
        on_status: called with a few words for a person on what is being done.
        should_stop: called while a page is being fetched; True ends the fetch.

    Raises:
        SourceError: the article could not be opened; the message is one sentence with the reason.
    """
    if not is_web_address(location):
        document = read_location(location, stdin)._replace(url=url)
        on_status(STATUS_PARSING)
        return _read_article(document)
    from reader.sources.net.web_page import PageLoader  # noqa: PLC0415 - files open without it
    from reader.sources.parse_worker import start_worker  # noqa: PLC0415 - as above

    loader = PageLoader(
        cache,
        refresh=refresh,
        allow_private=allow_private,
        on_status=on_status,
        should_stop=should_stop,
        before_fetch=start_worker,  # it starts while the page is being fetched
    )
    document = loader.load(location)
    on_status(STATUS_PARSING)
    article = _read_article(document)
    loader.store(document)
    return article


def _read_article(document: RawDocument) -> Article:
    try:
        draft = registry.read(document)
    except SourceError as error:
        raise SourceError(f"{display_name(document.name)} was not opened: {error}") from error.__cause__
    if all(block.hidden for block in draft.blocks):
        raise SourceError(f"{display_name(document.name)} was not opened: it holds no text.")
    facts = draft.facts._replace(published=_valid_date(draft.facts.published), url=draft.facts.url or document.url)
    return Article(
        id=article_id(draft.text, draft.blocks, url=facts.url),
        location=document.location,
        text=draft.text,
        blocks=draft.blocks,
        marks=draft.marks,
        **facts._asdict(),
    )


def _valid_date(published: str | None) -> str | None:
    """Return an ISO date, None where the calendar has no such day: pages state a 31st of February."""
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None


def verbatim(text: str, *, id: str = "") -> Article:  # noqa: A002 - the model's own name for it
    """Make an article of `text` exactly as it stands: blocks between blank lines, nothing cleaned, joined or hidden.

    A first block that looks like a headline becomes a heading of level 1.
    """
    draft = draft_in_place(text, plain_text.split_at_blank_lines(text))
    first = draft.blocks[0] if draft.blocks else None
    title = first.span.of(text) if first is not None and first.kind is BlockKind.HEADING else None
    return Article(id, "", text, draft.blocks, title=title)


def article_id(text: str, blocks: tuple[Block, ...], *, url: str | None = None) -> str:
    """Return the id of an article, 32 hexadecimal digits, the same wherever the article is opened from.

    It is a digest of the canonical address where there is one, else of the visible words. Hidden blocks, rules, white
    space and the markup of lists and quotes do not count, so that one text in several formats is one article.
    """
    visible = (block for block in blocks if not block.hidden and block.kind is not BlockKind.RULE)
    content = url or " ".join(block.span.of(text) for block in visible)
    if "  " in content or not content.isprintable():  # checking is faster than splitting and joining a long text
        content = " ".join(content.split())
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:32]
