"""The analysis: from an article to its quotations, voices, claims and threads, as pure functions."""

from reader.analysis.argument import follow
from reader.analysis.attribution import Scheme, attribute
from reader.analysis.attributions import Attribution
from reader.analysis.voices import resolve
from reader.model import Analysis, Article, Quotation, QuotationKind

__all__ = ["ENGINE", "Attribution", "Scheme", "analyse", "attribute", "quoted"]

ENGINE = "pullquote-2"


def analyse(article: Article, *, scheme: Scheme = Scheme.PULLQUOTE) -> Analysis:
    """What the engine finds in an article. The same text and engine give the same result; linear in the text.

    `scheme` is for measuring only: it says what counts as a quotation (see `Scheme`).
    """
    found = quoted(article, scheme=scheme)
    claims, threads = follow(article, found.quotations, found.voices)
    return Analysis(ENGINE, found.quotations, found.voices, claims, threads)


def quoted(article: Article, *, scheme: Scheme = Scheme.PULLQUOTE) -> Analysis:
    """The quotations and voices of an article without its argument, for whoever needs no claims and threads."""
    attributions = attribute(article, scheme=scheme)
    voices, who = resolve(article, attributions)
    return Analysis(ENGINE, _quotations(attributions, who, scheme), voices)


def _quotations(
    attributions: tuple[Attribution, ...], who: tuple[int | None, ...], scheme: Scheme
) -> tuple[Quotation, ...]:
    """The quotations of the attributions, whose voices are `who`; `via` follows the chain of parents.

    One over the very words of another that is nested in it only passes those on, and is no quotation of its own; nor
    is a clause in the author's words whose subject is nobody that could be told ("The winners were promised …").
    """
    passing = {a.parent for a in attributions if a.parent is not None and attributions[a.parent].spans == a.spans}
    shown = [
        (index, a)
        for index, a in enumerate(attributions)
        if index not in passing
        and not (scheme is Scheme.PULLQUOTE and a.kind is QuotationKind.INDIRECT and a.mention and who[index] is None)
    ]
    return tuple(
        Quotation(
            id=number,
            kind=a.kind,
            spans=a.spans,
            voice=who[index],
            via=_via(attributions, who, index),
            cue=a.cue,
            mention=a.mention,
            confidence=a.confidence,
            evidence=a.evidence,
        )
        for number, (index, a) in enumerate(shown, 1)
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
