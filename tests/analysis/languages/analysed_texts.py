"""Helpers that analyse a short text in a language and return its speakers and words."""

from reader.analysis.languages.language_data import UNKNOWN, Language, load
from reader.analysis.languages.other_analysis import attributions_and_voices
from reader.model import Voice
from tests.analysis.short_attribution import article

Row = tuple[str, list[str], str | None]


def language_of(code: str) -> Language:
    return load(code) if code else UNKNOWN


def read(code: str, *paragraphs: str, quotes: tuple[int, ...] = (), continued: tuple[int, ...] = ()) -> list[Row]:
    """Kind, parts and name of the speaker of each quotation of these paragraphs."""
    made = article(*paragraphs, quotes=quotes, continued=continued)
    attributions, voices, who = attributions_and_voices(made, language_of(code))
    return [
        (str(a.kind), [s.of(made.text) for s in a.spans], None if v is None else voices[v - 1].name)
        for a, v in zip(attributions, who, strict=True)
    ]


def voices_in(code: str, *paragraphs: str) -> dict[str, Voice]:
    """The voices of these paragraphs by name."""
    return {voice.name: voice for voice in attributions_and_voices(article(*paragraphs), language_of(code))[1]}


def mentions(code: str, *paragraphs: str) -> list[str | None]:
    """The words that name the source of each quotation."""
    made = article(*paragraphs)
    return [a.mention.of(made.text) if a.mention else None for a in attributions_and_voices(made, language_of(code))[0]]
