"""Examples, what the engine makes of them, and which pieces fail: shared by the families."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple, TypeAlias

from reader.analysis import quoted
from reader.model import Analysis, Span
from reader.sources import verbatim
from tests.benchmarks.reliability import ALIKE, alike

OPENS, ENDS, PARTS = "⟦", "⟧", "¶"
UNMARKED = str.maketrans("", "", OPENS + ENDS)
_MARK = re.compile(f"[{OPENS}{ENDS}]")
_TRIMMED = " \n.,;:!?“”‘’\"'"


class Said(NamedTuple):
    """One stretch that somebody says, and the name or noun that the voice has in the text; None where it has none.

    `via` are the names of those who pass it on, outermost first; None where a family does not ask for them.
    """

    span: Span
    name: str | None
    via: tuple[str, ...] | None = None


class Example(NamedTuple):
    """A text, all that is said in it, and the piece that was drawn for each dimension."""

    text: str
    said: tuple[Said, ...]
    pieces: Mapping[str, str]

    @classmethod
    def marked(
        cls,
        text: str,
        names: Sequence[str | None],
        pieces: Mapping[str, str],
        via: Sequence[tuple[str, ...]] | None = None,
    ) -> "Example":
        """An example of a text in which each stretch that is said stands between OPENS and ENDS, with its speaker.

        PARTS parts its paragraphs. One may stand in another; names and passers-on are in the order in which the stretches begin.
        """
        text = text.replace(PARTS, "\n\n")
        plain, last = "", 0
        spans: list[Span] = []
        begun: list[int] = []
        for match in _MARK.finditer(text):
            plain += text[last : match.start()]
            last = match.end()
            if match[0] == OPENS:
                begun.append(len(spans))
                spans.append(Span(len(plain), len(plain)))
            else:
                at = begun.pop()
                spans[at] = Span(spans[at].start, len(plain))
        passers = [None] * len(names) if via is None else via
        said = tuple(Said(*each) for each in zip(spans, names, passers, strict=True))
        return cls(plain + text[last:], said, pieces)


Family: TypeAlias = Callable[[Random], Example]


class Judged(NamedTuple):
    """An example and what is wrong with the answer: "" where it is right, or a class, a colon, and what was shown."""

    example: Example
    fault: str


def judged(family: Family, number: int, seed: int) -> list[Judged]:
    """So many examples of a family, with what the engine makes of each."""
    random = Random(seed)  # noqa: S311 # examples, no secrets
    return [Judged(each, fault(each)) for each in (family(random) for _ in range(number))]


def share(given: Sequence[Judged]) -> float:
    """How many of the examples are answered right, from 0 to 1."""
    return sum(not each.fault for each in given) / len(given)


def fault(example: Example) -> str:
    """What is wrong with the engine's answer; "" where it is right."""
    article = verbatim(example.text)
    analysis = quoted(article)
    for said in example.said:
        if wrong := _wrong(article.text, said, analysis):
            return wrong
    for each in analysis.quotations:
        for span in each.spans:
            near = [said for said in example.said if span.overlaps(said.span)]
            if not near or (each.via and not any(_alike(article.text, span, said.span) for said in near)):
                return f"excess: {span.of(article.text)}"
    return ""


def _wrong(text: str, said: Said, analysis: Analysis) -> str:
    wanted = _trimmed(text, said.span)
    near = [(alike(wanted, _trimmed(text, span)), each) for each in analysis.quotations for span in each.spans]
    best, quotation = max(near, key=lambda each: each[0], default=(0.0, None))
    if not best or quotation is None:
        return "not found"
    if best < ALIKE:
        return f"extent: {' … '.join(span.of(text) for span in quotation.spans)}"
    shown = None if quotation.voice is None else analysis.voice(quotation.voice)
    if shown is None and said.name is not None:
        return "no speaker"
    if shown is not None and (said.name is None or not _same(shown.name, said.name)):
        return f"wrong speaker: {shown.name}"
    passers = [voice.name for voice in analysis.passers(quotation)]
    if said.via is None or (len(passers) == len(said.via) and all(map(_same, passers, said.via))):
        return ""
    return f"wrong via: {', '.join(passers) or 'nobody'}"


def _alike(text: str, shown: Span, wanted: Span) -> bool:
    return alike(_trimmed(text, shown), _trimmed(text, wanted)) >= ALIKE


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_TRIMMED))
    return Span(start, max(start, span.end - len(words) + len(words.rstrip(_TRIMMED))))


def _same(shown: str, wanted: str) -> bool:
    one, other = (set(re.findall(r"\w+", name.casefold())) - {"the", "a", "an"} for name in (shown, wanted))
    return bool(one and other) and (one <= other or other <= one)


def report(given: Sequence[Judged], show: int = 0) -> str:
    """The share right, the faults by class, the worst pieces of each dimension, and so many of the failing texts."""
    failed = [each for each in given if each.fault]
    classes = Counter(each.fault.split(":")[0] for each in failed)
    lines = [f"{share(given):.4f} right of {len(given)}  {dict(classes.most_common())}"]
    for dimension in given[0].example.pieces:
        every = Counter(each.example.pieces[dimension] for each in given)
        bad = Counter(each.example.pieces[dimension] for each in failed)
        lines.append(dimension)
        worst = sorted(bad, key=lambda piece: (-bad[piece] / every[piece], piece))[:12]
        lines += [f"    {bad[piece] / every[piece]:.2f} of {every[piece]:4}  {piece}" for piece in worst]
    lines += [" | ".join((each.fault, each.example.text.rsplit("\n\n", 1)[-1])) for each in failed[:show]]
    return "\n".join(lines)
