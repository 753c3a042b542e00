"""Articles for the tests of the argument, with their quotations marked in the text.

`⟦Name:kind:cue|words⟧` is a quotation of the voice Name (empty: no source found); quotations nest, and the outer one
relays the inner one. `⟦Name:kind:cue#1|...⟧` with the same number is a further part of one quotation. The cue and
the name are looked up in the text around it. A paragraph that starts with "# " is a heading, with "~ " hidden.
"""

import re
from dataclasses import dataclass, field

from reader.analysis.argument import find_argument
from reader.model import Article, Block, BlockKind, Claim, Quotation, QuotationKind, Span, Thread, Voice, VoiceKind

_MARK = re.compile(r"⟦([^:|]*):(\w+)(?::([^|#]*))?(?:#(\d+))?\||⟧")
_KINDS = {"# ": BlockKind.HEADING, "> ": BlockKind.QUOTE, "~ ": BlockKind.PARAGRAPH}


@dataclass
class Part:
    """One marked part while the text is being read."""

    name: str
    kind: str
    cue: str
    group: str
    start: int
    via: tuple[str, ...]
    spans: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Built:
    """An article with quotations and voices as from the earlier stages, and the argument found in it."""

    article: Article
    quotations: tuple[Quotation, ...]
    voices: tuple[Voice, ...]
    claims: tuple[Claim, ...]
    threads: tuple[Thread, ...]

    def texts(self) -> list[str]:
        """The words of each claim."""
        return [claim.span.of(self.article.text) for claim in self.claims]

    def holders(self) -> list[str | None]:
        """The holder of each claim: a name, "author", or None."""
        names = {voice.id: voice.name for voice in self.voices}
        return ["author" if claim.own else names.get(claim.voice or 0) for claim in self.claims]

    def cues(self) -> list[str | None]:
        """The cue words of each claim's relation."""
        found = [claim.relation.cue if claim.relation else None for claim in self.claims]
        return [None if span is None else span.of(self.article.text) for span in found]

    def kinds(self) -> list[str | None]:
        """The kind of each claim's relation."""
        return [str(claim.relation.kind) if claim.relation else None for claim in self.claims]

    def targets(self) -> list[int | None]:
        """The id of the claim to which each claim's relation goes."""
        return [claim.relation.to if claim.relation else None for claim in self.claims]

    def grouping(self) -> list[int | None]:
        """The thread of each claim."""
        return [claim.thread for claim in self.claims]


def said_by(name: str, words: str) -> str:
    """A marked sentence with these words and their speaker."""
    return f"⟦{name}:direct:said|“{words}”⟧ said {name}."


def build(*paragraphs: str) -> Built:
    """The article of these marked paragraphs, analysed."""
    text = ""
    blocks: list[Block] = []
    parts: list[Part] = []
    for raw in paragraphs:
        kind = _KINDS.get(raw[:2], BlockKind.PARAGRAPH)
        hidden = raw.startswith("~ ")
        body = raw[2:] if raw[:2] in _KINDS else raw
        start = len(text)
        text = _read(text, body, parts)
        blocks.append(Block(kind, Span(start, len(text)), level=2 if kind is BlockKind.HEADING else 0, hidden=hidden))
        text += "\n\n"
    text = text.rstrip("\n")
    return analysed(Article("test", "test", text, tuple(blocks)), parts)


def analysed(article: Article, parts: list[Part]) -> Built:
    """The analysed article, with its marked parts as quotations and voices."""
    names = list(dict.fromkeys(part.name for part in parts if part.name))
    ids = {name: number for number, name in enumerate(names, 1)}
    voices = tuple(Voice(ids[name], f"T{ids[name]}", name, VoiceKind.PERSON) for name in names)
    quotations: list[Quotation] = []
    for part in sorted(parts, key=lambda part: (part.spans[0].start, -part.spans[0].end)):
        via = tuple(ids[name] for name in part.via)
        quotations.append(
            Quotation(
                len(quotations) + 1,
                QuotationKind(part.kind),
                tuple(part.spans),
                ids.get(part.name),
                via,
                _near(article.text, part.cue, part.spans[0]),
                _near(article.text, part.name, part.spans[0]),
            )
        )
    claims, threads = find_argument(article, tuple(quotations), voices)
    return Built(article, tuple(quotations), voices, claims, threads)


def _read(text: str, body: str, parts: list[Part]) -> str:
    """`text` with `body` added, its marks removed and recorded in `parts`."""
    at = 0
    stack: list[Part] = []
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        at = match.end()
        if match[0] == "⟧":
            part = stack.pop()
            part.spans.append(Span(part.start, len(text)))
            continue
        same = next((part for part in parts if match[4] and part.group == match[4]), None)
        part = same or Part(match[1], match[2], match[3] or "", match[4] or "", 0, tuple(outer.name for outer in stack))
        part.start = len(text)
        if same is None:
            parts.append(part)
        stack.append(part)
    return text + body[at:]


def _near(text: str, words: str, span: Span) -> Span | None:
    """The last place of `words` before `span`, else the first after it."""
    if not words:
        return None
    at = text.rfind(words, 0, span.start)
    at = text.find(words, span.end) if at < 0 else at
    return None if at < 0 else Span(at, at + len(words))
