"""Words of an article with their speaker and source, to paste elsewhere: as a sentence or as Markdown."""

import re
from collections.abc import Sequence

from reader.export import markdown_escape
from reader.model import Article, Speaker, describe_voice
from reader.text.foldings import NESTED_QUOTES

ELLIPSIS = " … "
"""Stands for the words between the parts of a quotation that its cue interrupts."""

_OPENERS, _CLOSERS = "“„«", "”“»"
_NESTED = str.maketrans(dict(NESTED_QUOTES))


def plain(article: Article, parts: Sequence[str], speaker: Speaker | None) -> str:
    """Return the words as a sentence: “Words” — Name, role, affiliation, outlet; title, outlet, date, address.

    Facts that are not known are left out. Words that the speaker denies begin with the denial: denied: “words”.

    Args:
        article: The article.
        parts: The parts of the quotation, without the cue between them.
        speaker: Who said them, None where that is not known.
    """
    sentence = f"{_denial(parts, speaker)}“{without_outer_marks(parts)}”"
    facts = "; ".join(filter(None, (speaker_text(speaker), article_reference(article))))
    return f"{sentence} — {facts}" if facts else sentence


def markdown(article: Article, parts: Sequence[str], speaker: Speaker | None) -> str:
    """Return the words as a block quote of CommonMark, with speaker and a link to the source below. Args as `plain`."""
    lines = markdown_escape.block_quote(_denial(parts, speaker) + ELLIPSIS.join(parts))
    title = markdown_escape.line(article.title or "")
    if title and article.url and "://" in article.url:
        title = f"[{title}](<{_address(article.url)}>)"
    rest = [markdown_escape.line(fact) for fact in (article.outlet, article.formatted_date) if fact]
    facts = "; ".join(
        filter(None, (markdown_escape.line(speaker_text(speaker)), ", ".join(filter(None, (title, *rest)))))
    )
    return "\n".join([*lines, *([">", f"> — {facts}"] if facts else [])]) + "\n"


def _denial(parts: Sequence[str], speaker: Speaker | None) -> str:
    return "" if speaker is None else speaker.denial_prefix(ELLIPSIS.join(parts))


def without_outer_marks(parts: Sequence[str]) -> str:
    """Return a quotation's words without the marks around them; double marks inside become single ones."""
    return ELLIPSIS.join(_without_outer_marks(part) for part in parts).translate(_NESTED)


def _without_outer_marks(part: str) -> str:
    """Return a part without its outer marks, which are removed only where they belong together."""
    part = part.strip()
    opened, closed = part[:1] in _OPENERS + '"', part[-1:] in _CLOSERS + '"'
    inside = part[1 : len(part) - closed] if opened and len(part) > 1 else part
    if opened and (closed or not re.search("[“”]", inside)) and not _are_unbalanced(inside):
        return inside
    return part


def _are_unbalanced(inside: str) -> bool:
    """Whether a mark closes before one opens: then the outer marks belong to two quotations."""
    depth = 0
    for mark in re.findall("[“”]", inside):
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return True
    return False


def speaker_text(speaker: Speaker | None) -> str:
    """Return the speaker with role and outlet, and who passed the words on, the nearest first; "" for None.

    The name of a speaker who may be another one comes after "probably" or "perhaps".
    """
    if speaker is None:
        return ""
    via = f" (via {', via '.join(reversed(speaker.via))})" if speaker.via else ""
    return speaker.doubt_prefix + ", ".join((speaker.name, *speaker_facts(speaker))) + via


def speaker_facts(speaker: Speaker) -> tuple[str, ...]:
    """Return role, affiliation and outlet as far as they are known; a fact that another one contains is left out."""
    return describe_voice(speaker.name, role=speaker.role, affiliation=speaker.affiliation, outlet=speaker.outlet).parts


def article_reference(article: Article) -> str:
    """Return title, outlet, date and address of an article, as far as they are known."""
    known = (article.title, article.outlet, article.formatted_date, article.url)
    return ", ".join(" ".join(fact.split()) for fact in known if fact)


def _address(url: str) -> str:
    """Return an address with characters that would end a Markdown link percent-encoded."""
    return re.sub(r"[<>\\\s]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
