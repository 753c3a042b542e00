"""The argument threads as Argdown (https://argdown.org/syntax/), from which programs draw argument maps.

A heading is an article, one below it a thread. A claim is a statement with its holder's kind as a tag and its place as
data. Below it stands what it does to an earlier claim: `+>` supports it, `->` is against it.
"""

import re
from collections.abc import Iterator, Sequence

from reader.export.exported_article import ExportedArticle, fact
from reader.model import Claim, Relation

_LEFT = "Claims that belong to no thread"

# A character with a meaning in Argdown; a backslash before one makes it that character. What is between two full stops
# and has no space is the name of a symbol (".exists."). At the start of a line a dash, a number and others open a list,
# a relation or a step of an argument.
_ANYWHERE = re.compile(r"[\[\]<>{}()*_#@/:`|=]|\.(?=\S)")
_AT_START = re.compile(r"[-+.~!$%&^]")
_NUMBER = re.compile(r"(\d+)([.)])")
_IN_TITLE = str.maketrans("[]<>{}#@*_/:\\", "()() ()       "[:13])


def render(articles: Sequence[ExportedArticle]) -> str:
    """Return the threads of the articles, in text order."""
    parts = [
        "\n".join(_article(each, f"{number}/" if len(articles) > 1 else ""))
        for number, each in enumerate(articles, start=1)
    ]
    return "\n\n".join(parts) + "\n"


def _article(exported: ExportedArticle, prefix: str) -> Iterator[str]:
    analysis = exported.analysis
    yield f"# {_text(exported.title)}"
    titles = {claim.id: _claim_title(exported, claim, prefix) for claim in analysis.claims}
    by_id = {claim.id: claim for claim in analysis.claims}
    threaded = {id_ for thread in analysis.threads for id_ in thread.claims}
    groups = [(thread.title, thread.claims) for thread in analysis.threads]
    rest = tuple(id_ for id_ in by_id if id_ not in threaded)
    for title, ids in (*groups, *([(_LEFT, rest)] if rest else [])):
        yield from ("", f"## {_text(title)}")
        for id_ in ids:
            yield from ("", *_claim(exported, by_id[id_], titles))


def _claim(exported: ExportedArticle, claim: Claim, titles: dict[int, str]) -> Iterator[str]:
    voice = exported.analysis.voice(claim.voice)
    kind = "article" if claim.own else "unknown" if voice is None else voice.kind.value
    highlighted = any(span.overlaps(claim.span) for highlight in exported.highlights for span in highlight.spans)
    tags = [kind, *(["highlighted"] if highlighted else [])]
    relation = claim.relation
    shown = relation is not None and relation.to in titles and relation.sign.strip()
    if relation is not None and shown:
        tags += ["guess"] if relation.is_guess else [relation.kind.value]
    words = _text(claim.span.of(exported.article.text))
    yield (
        f"[{titles[claim.id]}]: {words} {' '.join(f'#{tag}' for tag in tags)} "
        f"{{start: {claim.span.start}, end: {claim.span.end}}}"
    )
    if relation is not None and shown:
        yield f"  {_arrow(relation)} [{titles[relation.to]}]"


def _arrow(relation: Relation) -> str:
    return "+>" if relation.sign == "+" else "->"


def _claim_title(exported: ExportedArticle, claim: Claim, prefix: str) -> str:
    """Return a name for a claim that no other claim has: its holder and its number."""
    voice = exported.analysis.voice(claim.voice)
    holder = "Article" if claim.own else "Unknown" if voice is None else fact(voice.name)
    return f"{prefix.replace('/', '.')}{claim.id} {' '.join(holder.translate(_IN_TITLE).split())}".strip()


def _text(text: str) -> str:
    """Return a text as one line that Argdown shows as it is, but for backslashes, which it can't show alone."""
    line = fact(text).replace("\\", "＼")
    escaped = _ANYWHERE.sub(r"\\\g<0>", line)
    escaped = _NUMBER.sub(r"\1\\\2", escaped, count=1) if _NUMBER.match(escaped) else escaped
    return f"\\{escaped}" if _AT_START.match(escaped) else escaped
