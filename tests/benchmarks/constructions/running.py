"""Run examples of a family and count which pieces fail."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple, TypeAlias

from reader.analysis import analyse_quotations
from reader.model import Analysis, Span
from reader.sources import verbatim
from tests.benchmarks.reliability import ALIKE, alike

OPENS, ENDS, PARTS = "⟦", "⟧", "¶"
FREE = "?"
"""The name of nobody: a stretch of which readers do not agree whether somebody says it."""
UNMARKED = str.maketrans("", "", OPENS + ENDS)
_MARK = re.compile(f"[{OPENS}{ENDS}]")
_BRACKETED = re.compile(r"\s\([A-Z]+\)")
_TRIMMED = " \n.,;:!?“”‘’\"'"


class Said(NamedTuple):
    """One stretch that somebody says, and the name or noun that the voice has in the text; None where it has none.

    `via` are the names of those who pass it on, outermost first; None where a family does not ask for them.
    """

    span: Span
    name: str | None
    via: tuple[str, ...] | None = None
    pieces: Mapping[str, str] | None = None
    """What it was drawn with, where each stretch of an example is judged by itself."""


class Told(NamedTuple):
    """What a text tells of a voice: of each fact the answers that are right, "" for none.

    A role is right that has all words of one of these and none but those of `whole`, the phrase in which it stands.
    `kind` is empty where readers may differ.
    """

    name: str
    role: tuple[str, ...]
    whole: str
    affiliation: tuple[str, ...]
    outlet: tuple[str, ...]
    kind: tuple[str, ...]
    pieces: Mapping[str, str]


class Example(NamedTuple):
    """A text, all that is said in it, and the piece that was drawn for each dimension."""

    text: str
    said: tuple[Said, ...]
    pieces: Mapping[str, str]
    voices: tuple[Told, ...] = ()
    """What is told of each voice; where there are any, names are compared as a whole."""
    free: tuple[Span, ...] = ()
    """What may be shown as said, or not."""

    @classmethod
    def marked(
        cls,
        text: str,
        names: Sequence[str | None],
        pieces: Mapping[str, str],
        via: Sequence[tuple[str, ...] | None] | None = None,
        *,
        parts: Sequence[Mapping[str, str]] | None = None,
        voices: tuple[Told, ...] = (),
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
        passers: Sequence[tuple[str, ...] | None] = [None] * len(names) if via is None else via
        drawn = [None] * len(names) if parts is None else parts
        said = tuple(Said(*each) for each in zip(spans, names, passers, drawn, strict=True))
        free = tuple(each.span for each in said if each.name == FREE)
        told = tuple(each for each in said if each.name != FREE)
        return cls(plain + text[last:], told, pieces, voices, free=free)


Family: TypeAlias = Callable[[Random], Example]


class Judged(NamedTuple):
    """An example, or a part of it, and what is wrong with the answer: "" if nothing, or a class, a colon, what was shown."""

    example: Example
    fault: str
    pieces: Mapping[str, str]
    where: str = ""
    """The words of a part, with those around it."""


def judged(family: Family, number: int, seed: int) -> list[Judged]:
    """So many examples of a family, with what the engine makes of each; one with voices is judged part by part."""
    random = Random(seed)  # noqa: S311 # examples, no secrets
    found: list[Judged] = []
    for example in (family(random) for _ in range(number)):
        found += _parts(example) if example.voices else [Judged(example, fault(example), example.pieces)]
    return found


def _parts(example: Example) -> Iterator[Judged]:
    """Each stretch and each voice of an example by itself, and each stretch that nobody says."""
    article = verbatim(example.text)
    analysis = analyse_quotations(article)
    for said in example.said:
        wrong = _wrong(article.text, said, analysis, _is_name)
        yield Judged(example, wrong, {"asked": "name", **(said.pieces or {})}, _around(article.text, said.span))
    for span in _excess(article.text, example, analysis):
        yield Judged(example, f"excess: {span.of(article.text)}", {"asked": "name"}, _around(article.text, span))
    for told in example.voices:
        yield Judged(example, _mistold(told, analysis), {"asked": "facts", **told.pieces}, article.text)


def _around(text: str, span: Span) -> str:
    return text[text.rfind("\n", 0, span.start) + 1 : max(text.find("\n", span.end), span.end)]


def _mistold(told: Told, analysis: Analysis) -> str:
    """What is wrong with the facts that are shown of a voice."""
    voice = next((each for each in analysis.voices if _is_name(each.name, told.name)), None)
    if voice is None:
        return "no voice"
    shown = set(_words(voice.role or ""))
    allowed = set(_words(f"{told.whole} {told.affiliation[-1]}"))
    if not any(set(_words(role)) <= shown <= allowed if role else not shown for role in told.role):
        return f"role: {voice.role}, not {told.role[0]}"
    if not any(_words(voice.affiliation or "") == _words(each) for each in told.affiliation):
        return f"affiliation: {voice.affiliation}, not {told.affiliation[0]}"
    if not any(_words(voice.outlet or "") == _words(each) for each in told.outlet):
        return f"outlet: {voice.outlet}, not {told.outlet[0]}"
    return "" if not told.kind or voice.kind in told.kind else f"kind: {voice.kind}, not {told.kind[0]}"


def share(given: Sequence[Judged]) -> float:
    """How many of the examples are answered right, from 0 to 1."""
    return sum(not each.fault for each in given) / len(given)


def fault(example: Example) -> str:
    """What is wrong with the engine's answer; "" where it is right."""
    article = verbatim(example.text)
    analysis = analyse_quotations(article)
    for said in example.said:
        if wrong := _wrong(article.text, said, analysis):
            return wrong
    return next((f"excess: {span.of(article.text)}" for span in _excess(article.text, example, analysis)), "")


def _excess(text: str, example: Example, analysis: Analysis) -> Iterator[Span]:
    """The stretches that are found and that nobody says."""
    for each in analysis.quotations:
        for span in each.spans:
            if any(span.overlaps(free) for free in example.free):
                continue
            near = [said for said in example.said if span.overlaps(said.span)]
            if not near or (each.via and not any(_alike(text, span, said.span) for said in near)):
                yield span


def _wrong(text: str, said: Said, analysis: Analysis, same: Callable[[str, str], bool] | None = None) -> str:
    wanted = _trimmed(text, said.span)
    near = [(alike(wanted, _trimmed(text, span)), each) for each in analysis.quotations for span in each.spans]
    best, quotation = max(near, key=lambda each: each[0], default=(0.0, None))
    if not best or quotation is None:
        return f"not found: {said.span.of(text)}"
    if best < ALIKE:
        return f"extent: {' … '.join(span.of(text) for span in quotation.spans)}"
    shown = None if quotation.voice is None else analysis.voice(quotation.voice)
    if shown is None and said.name is not None:
        return f"no speaker: {said.span.of(text)}"
    if shown is not None and (said.name is None or not (same or _same)(shown.name, said.name)):
        return f"wrong speaker: {shown.name}: {said.span.of(text)}"
    passers = [voice.name for voice in analysis.via_voices(quotation)]
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


def _is_name(shown: str, wanted: str) -> bool:
    """Whether a name is shown as a whole and without more; of somebody unnamed the noun is enough."""
    return _same(shown, wanted) if wanted.islower() else _words(shown) == _words(wanted)


def _words(name: str) -> list[str]:
    """The words of a name without initials in brackets and a leading article."""
    words = re.findall(r"\w+", _BRACKETED.sub("", name).casefold())
    return words[words[:1] in (["the"], ["a"], ["an"]) :]


def report(given: Sequence[Judged], show: int = 0) -> str:
    """The share right, the faults by class, the worst pieces of each dimension, and so many of the failing texts."""
    failed = [each for each in given if each.fault]
    classes = Counter(each.fault.split(":")[0] for each in failed)
    lines = [f"{share(given):.4f} right of {len(given)}  {dict(classes.most_common())}"]
    for dimension in dict.fromkeys(name for each in given for name in each.pieces):
        every = Counter(each.pieces[dimension] for each in given if dimension in each.pieces)
        bad = Counter(each.pieces[dimension] for each in failed if dimension in each.pieces)
        lines.append(dimension)
        worst = sorted(bad, key=lambda piece: (-bad[piece] / every[piece], piece))[:12]
        lines += [f"    {bad[piece] / every[piece]:.2f} of {every[piece]:4}  {piece}" for piece in worst]
    texts = (each.where or each.example.text.replace("\n\n", PARTS) for each in failed)
    lines += [" | ".join(each) for each in zip((each.fault for each in failed[:show]), texts, strict=False)]
    return "\n".join(lines)
