"""Words of an article with who said them and where they stand, to paste elsewhere: as a sentence or as Markdown."""

import re
from collections.abc import Sequence

from reader.export import markdown_escape
from reader.model import Article, Speaker, describe_voice

ELLIPSIS = " … "
"""What stands for the words between the parts of a quotation that its cue interrupts."""

_OPENERS, _CLOSERS = "“„«", "”“»"
_INNER = str.maketrans("“”", "‘’")


def plain(article: Article, parts: Sequence[str], speaker: Speaker | None) -> str:
    """“Words” — Name, role, affiliation, in: outlet; title, outlet, date, address; what is not known is left out.

    What the speaker denies begins with that: denied: “words”.
    """
    said = f"{_lead(parts, speaker)}“{without_outer_marks(parts)}”"
    facts = "; ".join(filter(None, (speaker_text(speaker), article_text(article))))
    return f"{said} — {facts}" if facts else said


def markdown(article: Article, parts: Sequence[str], speaker: Speaker | None) -> str:
    """The words as a block quote of CommonMark, and below it who said them and a link to where."""
    lines = markdown_escape.block_quote(_lead(parts, speaker) + ELLIPSIS.join(parts))
    title = markdown_escape.line(article.title or "")
    if title and article.url and "://" in article.url:
        title = f"[{title}](<{_address(article.url)}>)"
    rest = [markdown_escape.line(fact) for fact in (article.outlet, article.formatted_date) if fact]
    facts = "; ".join(
        filter(None, (markdown_escape.line(speaker_text(speaker)), ", ".join(filter(None, (title, *rest)))))
    )
    return "\n".join([*lines, *([">", f"> — {facts}"] if facts else [])]) + "\n"


def _lead(parts: Sequence[str], speaker: Speaker | None) -> str:
    return "" if speaker is None else speaker.denial_prefix(ELLIPSIS.join(parts))


def without_outer_marks(parts: Sequence[str]) -> str:
    """The words of a quotation without the marks around them, marks inside them as those of a quotation in one."""
    return ELLIPSIS.join(_bare(part) for part in parts).translate(_INNER)


def _bare(part: str) -> str:
    """A part without its own outer marks: they are taken off only where both stand for one another."""
    part = part.strip()
    opened, closed = part[:1] in _OPENERS + '"', part[-1:] in _CLOSERS + '"'
    inside = part[1 : len(part) - closed] if opened and len(part) > 1 else part
    if opened and (closed or not re.search("[“”]", inside)) and not _crossed(inside):
        return inside
    return part


def _crossed(inside: str) -> bool:
    """Whether a mark closes before one opens: then the outer marks belong to two quotations."""
    depth = 0
    for mark in re.findall("[“”]", inside):
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return True
    return False


def speaker_text(speaker: Speaker | None) -> str:
    """Who said it, as what, and through whom, the nearest first, no fact twice; "" where that is not known."""
    if speaker is None:
        return ""
    via = f" (via {', via '.join(reversed(speaker.via))})" if speaker.via else ""
    return ", ".join((speaker.name, *speaker_facts(speaker))) + via


def speaker_facts(speaker: Speaker) -> tuple[str, ...]:
    """Role, affiliation and outlet as far as they are known, none that another of them or the name says already."""
    return describe_voice(speaker.name, role=speaker.role, affiliation=speaker.affiliation, outlet=speaker.outlet).parts


def article_text(article: Article) -> str:
    """Title, outlet, date and address of an article, as far as they are known."""
    known = (article.title, article.outlet, article.formatted_date, article.url)
    return ", ".join(" ".join(fact.split()) for fact in known if fact)


def _address(url: str) -> str:
    """An address that ends no link: what could close it stands in its percent form."""
    return re.sub(r"[<>\\\s]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
