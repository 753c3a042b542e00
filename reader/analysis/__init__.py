"""The analysis: from an article to its quotations, voices, claims and threads, as pure functions."""

from collections.abc import Callable

from reader.analysis.argument import follow
from reader.analysis.attribution import attribute
from reader.analysis.attributions import Attribution
from reader.analysis.voices import resolve
from reader.model import Analysis, Article, Quotation

__all__ = ["ENGINE", "Attribution", "analyse", "attribute"]

ENGINE = "pullquote-1"


STEPS = ("finding who speaks", "naming the voices", "following the threads")
"""What the engine does, step by step, in words for a person."""


def analyse(article: Article, tell: Callable[[str], None] = lambda _: None) -> Analysis:
    """What the engine finds in an article. The same text and engine give the same result; linear in the text.

    `tell` gets the words of STEPS as each begins, with its number: "naming the voices (2 of 3)".
    """
    steps = (f"{step} ({number} of {len(STEPS)})" for number, step in enumerate(STEPS, 1))
    tell(next(steps))
    attributions = attribute(article)
    tell(next(steps))
    voices, who = resolve(article, attributions)
    quotations = _quotations(attributions, who)
    tell(next(steps))
    claims, threads = follow(article, quotations, voices)
    return Analysis(ENGINE, quotations, voices, claims, threads)


def _quotations(attributions: tuple[Attribution, ...], who: tuple[int | None, ...]) -> tuple[Quotation, ...]:
    """The quotations of the attributions, whose voices are `who`; `via` follows the chain of parents."""
    return tuple(
        Quotation(
            id=index + 1,
            kind=a.kind,
            spans=a.spans,
            voice=who[index],
            via=_via(attributions, who, index),
            cue=a.cue,
            mention=a.mention,
            confidence=a.confidence,
            evidence=a.evidence,
        )
        for index, a in enumerate(attributions)
    )


def _via(attributions: tuple[Attribution, ...], who: tuple[int | None, ...], index: int) -> tuple[int, ...]:
    """The voices that pass the words on, outermost first, without one that stands there already or speaks itself."""
    chain: list[int] = []
    parent = attributions[index].parent
    while parent is not None:
        voice = who[parent]
        if voice is not None and voice not in chain and voice != who[index]:
            chain.append(voice)
        parent = attributions[parent].parent
    return tuple(reversed(chain))
