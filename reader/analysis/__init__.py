"""Analyse an article: find its quotations, voices, claims and threads, with pure functions."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from reader.analysis.argument import Cut, find_argument
from reader.analysis.attribution import attribute
from reader.analysis.blocks.block_quote import NOT_SET_APART
from reader.analysis.confidence import confidences
from reader.analysis.cues.attributions import Attribution
from reader.analysis.languages.language_data import Language
from reader.analysis.languages.recognise import ENGLISH, recognise_language
from reader.analysis.mark_normalization import NormalizedArticle, normalize_marks, with_plain_blanks
from reader.analysis.units.sentences import sentences
from reader.analysis.voices import resolve_with_ways
from reader.analysis.words.grammar import PERSONAL
from reader.model import ENGINE, Analysis, Article, Quotation, QuotationKind, Voice

__all__ = [
    "ENGINE",
    "Attribution",
    "analyse",
    "analyse_quotations",
    "attribute",
    "attributions_and_voices",
    "is_unattributed",
    "normalize_article",
    "passing_attributions",
    "sentence_splitter",
]

_MAX_RELAYING = 32  # maximum relaying voices shown with one quotation

Read: TypeAlias = tuple[tuple[Attribution, ...], tuple[Voice, ...], tuple[int | None, ...]]


def analyse(article: Article, check: Callable[[], object] = lambda: None) -> Analysis:
    """Return the quotations, voices, claims and threads of an article. Deterministic and linear in the text.

    Args:
        article: The article.
        check: Called before each paragraph and between the stages; the analysis ends with whatever it raises.
    """
    language = recognise_language(article)
    seen = normalize_article(article, language)
    found = _read(seen.article, language, check)
    check()
    cut = sentence_splitter(language.code)
    claims, threads = find_argument(seen.article, found.quotations, found.voices, cut=cut, common=language.common)
    return seen.restore(replace(found, claims=claims, threads=threads))


def analyse_quotations(article: Article) -> Analysis:
    """Return the quotations and voices of an article, without claims and threads."""
    language = recognise_language(article)
    seen = normalize_article(article, language)
    return seen.restore(_read(seen.article, language))


def normalize_article(article: Article, language: Language) -> NormalizedArticle:
    """Return the article as the analysis of `language` reads it: in English with normalized marks, else unchanged."""
    return normalize_marks(article) if language is ENGLISH else with_plain_blanks(article)


def sentence_splitter(code: str) -> Cut:
    """Return the function that splits a paragraph into sentences in a language (ISO 639-1 code, "" for unknown)."""
    if code == ENGLISH.code:
        return sentences
    from reader.analysis.languages.paragraphs import sentences_in  # noqa: PLC0415 - most texts are English

    return sentences_in(code)


def attributions_and_voices(article: Article, language: Language, check: Callable[[], object] = lambda: None) -> Read:
    """Return the attributions of an article in `language`, its voices, and the voice id of each attribution.

    An English article must have the usual quotation marks (see `normalize_article`). `check` is as in `analyse`.
    """
    check()
    if language is not ENGLISH:
        from reader.analysis.languages import other_analysis  # noqa: PLC0415 - most texts are English

        return other_analysis.attributions_and_voices(article, language)
    found = attribute(article, check)
    check()
    voices, who, ways = resolve_with_ways(article, found)
    for attribution, way, sure in zip(found, ways, confidences(found, ways), strict=True):
        attribution.known, attribution.confidence = way, sure
    return found, voices, who


def _read(article: Article, language: Language, check: Callable[[], object] = lambda: None) -> Analysis:
    """The quotations and voices of an article in `language`, with a note where it is not English."""
    attributions, voices, who = attributions_and_voices(article, language, check)
    note = ""
    if language is not ENGLISH:
        from reader.analysis.languages import other_analysis  # noqa: PLC0415 - most texts are English

        note = other_analysis.note(article, language)
    return Analysis(ENGINE, _quotations(article.text, attributions, who), voices, note=note, language=language.code)


def _quotations(text: str, attributions: tuple[Attribution, ...], who: tuple[int | None, ...]) -> tuple[Quotation, ...]:
    """Turn attributions into quotations. `who` are their voice ids; `via` is the outermost first.

    Left out are attributions that only relay others' words (see `passing_attributions`), words without a known speaker
    (see `is_unattributed`), and clauses that only repeat that a speaker spoke (see `_only_repeats`).
    """
    passed_on, passers = passing_attributions(attributions), _relaying_voices(attributions, who)
    shown = [
        (index, a)
        for index, a in enumerate(attributions)
        if index not in passed_on
        and not _only_repeats(text, attributions, who, index)
        and not (who[index] is None and is_unattributed(a, attributions))
    ]
    return tuple(
        Quotation(
            id=number,
            kind=a.kind,
            spans=a.spans,
            voice=who[index],
            via=tuple(voice for voice in reversed(passers[index]) if voice != who[index]),
            cue=a.cue,
            mention=a.mention,
            confidence=a.confidence,
            evidence=a.evidence,
        )
        for number, (index, a) in enumerate(shown, 1)
    )


def passing_attributions(attributions: Sequence[Attribution]) -> set[int]:
    """Return the indexes of attributions that only relay the same words as one nested in them."""
    return {a.parent for a in attributions if a.parent is not None and attributions[a.parent].spans == a.spans}


def _only_repeats(text: str, attributions: Sequence[Attribution], who: Sequence[int | None], index: int) -> bool:
    """Whether a clause only repeats that its speaker spoke (“Brook said she had asked him to go”)."""
    a = attributions[index]
    outer = None if a.parent is None or a.kind is not QuotationKind.INDIRECT else attributions[a.parent]
    if outer is None or a.mention is None or outer.kind is QuotationKind.BLOCK or who[index] != who[a.parent or 0]:
        return False
    inside = any(span.contains(a.mention) for span in outer.spans)
    return inside and who[index] is not None and a.mention.of(text).lower() in PERSONAL


def is_unattributed(a: Attribution, all_of_them: Sequence[Attribution]) -> bool:
    """Return whether words without a known speaker are no quotation of their own.

    Such are indirect ones in “The rules were made to say …” and “Brook said it was “late, and I was told that it
    leaks””, but not those inside a block quotation ("I was told that …"); and paragraphs that nothing sets apart from
    the author's own.

    Args:
        a: The attribution.
        all_of_them: All attributions of the article.
    """
    if a.kind is QuotationKind.BLOCK:
        return a.evidence in NOT_SET_APART
    within = None if a.parent is None else all_of_them[a.parent].kind
    return a.kind is QuotationKind.INDIRECT and (a.mention is not None or within not in {None, QuotationKind.BLOCK})


def _relaying_voices(attributions: tuple[Attribution, ...], who: tuple[int | None, ...]) -> list[tuple[int, ...]]:
    """The voices that relay the words of each attribution: each once, innermost first, at most _MAX_RELAYING."""
    found: list[tuple[int, ...]] = []
    for a in attributions:
        voice = None if a.parent is None else who[a.parent]
        above = () if a.parent is None else found[a.parent]
        if voice is not None:
            above = (voice, *(other for other in above if other != voice))[:_MAX_RELAYING]
        found.append(above)
    return found
