"""The analysis: from an article to its quotations, voices, claims and threads, as pure functions."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from reader.analysis.argument import Cut, follow
from reader.analysis.attribution import Scheme, attribute
from reader.analysis.confidence import confidence
from reader.analysis.cues.attributions import Attribution
from reader.analysis.languages.language_data import Language
from reader.analysis.languages.recognise import ENGLISH, recognised
from reader.analysis.mark_normalization import Usual, as_it_is, usual
from reader.analysis.units.sentences import sentences
from reader.analysis.voices import known
from reader.analysis.words.grammar import PERSONAL
from reader.model import Analysis, Article, Quotation, QuotationKind, Voice

__all__ = [
    "ENGINE",
    "Attribution",
    "Scheme",
    "analyse",
    "attribute",
    "cut_in",
    "in_usual_marks",
    "is_nobodys",
    "passing",
    "quoted",
    "read",
]

ENGINE = "pullquote-9"
_PASSERS = 32  # that one quotation is shown with

Read: TypeAlias = tuple[tuple[Attribution, ...], tuple[Voice, ...], tuple[int | None, ...]]


def analyse(
    article: Article, check: Callable[[], object] = lambda: None, *, scheme: Scheme = Scheme.PULLQUOTE
) -> Analysis:
    """What the engine finds in an article. The same text and engine give the same result; linear in the text.

    `check` is called before each paragraph and between the stages; the analysis ends with whatever it raises.
    `scheme` is for measuring only: it says what counts as a quotation (see `Scheme`).
    """
    language = _language(article, scheme)
    seen = in_usual_marks(article, language)
    found = _read(seen.article, language, scheme, check)
    check()
    cut = cut_in(language.code)
    claims, threads = follow(seen.article, found.quotations, found.voices, cut=cut, common=language.common)
    return seen.told(replace(found, claims=claims, threads=threads))


def quoted(article: Article, *, scheme: Scheme = Scheme.PULLQUOTE) -> Analysis:
    """The quotations and voices of an article without its argument, for whoever needs no claims and threads."""
    language = _language(article, scheme)
    seen = in_usual_marks(article, language)
    return seen.told(_read(seen.article, language, scheme))


def in_usual_marks(article: Article, language: Language) -> Usual:
    """The article as the engine of `language` reads it: in English in the usual marks, in others as it stands."""
    return usual(article) if language is ENGLISH else as_it_is(article)


def cut_in(code: str) -> Cut:
    """What cuts a paragraph into its sentences in a language, by its ISO 639-1 code; "" for one not known."""
    if code == ENGLISH.code:
        return sentences
    from reader.analysis.languages.paragraphs import sentences_in  # noqa: PLC0415 - most texts are English

    return sentences_in(code)


def read(
    article: Article,
    language: Language,
    scheme: Scheme = Scheme.PULLQUOTE,
    check: Callable[[], object] = lambda: None,
) -> Read:
    """The attributions of an article in `language`, its voices, and for each attribution the id of its voice.

    An English article is taken to be in the usual marks (see `in_usual_marks`). `check` is as in `analyse`.
    """
    check()
    if language is not ENGLISH:
        from reader.analysis.languages import other_analysis  # noqa: PLC0415 - most texts are English

        return other_analysis.attributed(article, language)
    found = attribute(article, check, scheme=scheme)
    check()
    voices, who, ways = known(article, found)
    for attribution, way in zip(found, ways, strict=True):
        attribution.known, attribution.confidence = way, confidence(way)
    return found, voices, who


def _language(article: Article, scheme: Scheme) -> Language:
    """The language in which an article is read; the texts of another scheme are all English."""
    return recognised(article) if scheme is Scheme.PULLQUOTE else ENGLISH


def _read(article: Article, language: Language, scheme: Scheme, check: Callable[[], object] = lambda: None) -> Analysis:
    """The quotations and voices of an article in `language`, with a note where it is not English."""
    attributions, voices, who = read(article, language, scheme, check)
    note = ""
    if language is not ENGLISH:
        from reader.analysis.languages import other_analysis  # noqa: PLC0415 - most texts are English

        note = other_analysis.note(article, language)
    return Analysis(
        ENGINE, _quotations(article.text, attributions, who, scheme), voices, note=note, language=language.code
    )


def _quotations(
    text: str, attributions: tuple[Attribution, ...], who: tuple[int | None, ...], scheme: Scheme
) -> tuple[Quotation, ...]:
    """The quotations of the attributions, whose voices are `who`; `via` are the passers, the outermost first.

    Who only passes words on (see `passing`) has no quotation there, nor is a clause one that nobody says (see
    `is_nobodys`), or that a speaker says to have said (see `_says_again`).
    """
    passed_on, passers = passing(attributions), _passers(attributions, who)
    shown = [
        (index, a)
        for index, a in enumerate(attributions)
        if index not in passed_on
        and not _says_again(text, attributions, who, index)
        and not (scheme is Scheme.PULLQUOTE and who[index] is None and is_nobodys(a, attributions))
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


def passing(attributions: Sequence[Attribution]) -> set[int]:
    """The indexes of those over the very words of another that is nested in them: all that they do is pass it on."""
    return {a.parent for a in attributions if a.parent is not None and attributions[a.parent].spans == a.spans}


def _says_again(text: str, attributions: Sequence[Attribution], who: Sequence[int | None], index: int) -> bool:
    """Whether a clause is only what its speaker says to have said (“Brook said she had asked him to go”)."""
    a = attributions[index]
    outer = None if a.parent is None or a.kind is not QuotationKind.INDIRECT else attributions[a.parent]
    if outer is None or a.mention is None or outer.kind is QuotationKind.BLOCK or who[index] != who[a.parent or 0]:
        return False
    inside = any(span.contains(a.mention) for span in outer.spans)
    return inside and who[index] is not None and a.mention.of(text).lower() in PERSONAL


def is_nobodys(a: Attribution, all_of_them: Sequence[Attribution]) -> bool:
    """Whether words of no known speaker are no quotation: the author's own, or part of what somebody quoted says.

    “The rules were made to say …”, “Brook said it was “late, and I was told that it leaks””; what a block quotation
    passes on of nobody known ("I was told that …") is one.
    """
    within = None if a.parent is None else all_of_them[a.parent].kind
    return a.kind is QuotationKind.INDIRECT and (a.mention is not None or within not in {None, QuotationKind.BLOCK})


def _passers(attributions: tuple[Attribution, ...], who: tuple[int | None, ...]) -> list[tuple[int, ...]]:
    """For each attribution the voices that pass its words on, each once, the nearest first; no more than _PASSERS."""
    found: list[tuple[int, ...]] = []
    for a in attributions:
        voice = None if a.parent is None else who[a.parent]
        above = () if a.parent is None else found[a.parent]
        if voice is not None:
            above = (voice, *(other for other in above if other != voice))[:_PASSERS]
        found.append(above)
    return found
