"""Find attributions and voices in a text in a language other than English."""

from reader.analysis.cues.attributions import Attribution
from reader.analysis.languages.language_data import UNKNOWN, Language
from reader.analysis.languages.other_attribution import attribute
from reader.analysis.languages.other_voices import resolve
from reader.model import Article, Voice


def attributions_and_voices(
    article: Article, language: Language
) -> tuple[tuple[Attribution, ...], tuple[Voice, ...], tuple[int | None, ...]]:
    """Return the attributions of an article in `language`, its voices, and the voice id of each attribution."""
    attributions = attribute(article, language)
    voices, who = resolve(article, attributions, language)
    return attributions, voices, who


def note(article: Article, language: Language) -> str:
    """Return the note on how a text that is not English was analysed; its beginning fits a terminal's row."""
    if language is not UNKNOWN:
        return (
            f"Read as {language.name}, in part only: much of what stands without quotation marks is not found, and"
            " outlets and affiliations are not known."
        )
    stated = f" (its source says “{article.language}”)" if article.language else ""
    return (
        f"Language not known{stated}: a speaker is found only where a name stands beside a quotation, and nothing of"
        " what is reported without quotation marks."
    )
