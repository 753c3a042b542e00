"""Highlights as an Org file: a heading for each article, below it one for each voice, and a quote for each highlight.

A zero-width space (U+200B) keeps what an article says from being read as markup, as Org's manual has it ("Escape
Character"). Our text has none of its own, so without them it is the article's text again.
"""

import re
from collections.abc import Iterator, Sequence

from reader.export.citation import speaker_facts, speaker_text
from reader.export.exported_article import ExportedArticle, change_sentence, denied_words, fact
from reader.model import Article, Highlight
from reader.printable import printable_lines

_ZERO_WIDTH_SPACE = "\u200b"
_UNATTRIBUTED = "Without a speaker"
_HEADING_WORDS = 8

# Emphasis opens after a space or one of a few characters; links, footnotes, macros, time stamps, entities and LaTeX
# open with a character that the next one must follow. https://orgmode.org/worg/org-syntax.html
_OPENERS = re.compile(
    r"(?:(?<=[\s\-('\"{])|^)(?=[*/_+=~]\S)|(?<=\[)(?=[\[\d%@]|fn:|cite)|(?<=<)(?=[\w<%])|(?<=\{)(?=\{)"
    r"|(?<=[\\$])(?=\S)|(?:(?<=\bsrc)|(?<=\bcall))(?=_)",
    re.MULTILINE,
)
_LINE_STARTS = re.compile(r"^(?=[ \t]*(?:[*#|:%\-+]|\d+[.)]|[A-Za-z][.)]\s))", re.MULTILINE)


def render(articles: Sequence[ExportedArticle]) -> str:
    """Return the highlights of the articles as an Org file."""
    lines = ["#+OPTIONS: ^:nil", *(line for each in articles for line in _article(each))]
    return "\n".join(lines) + "\n"


def _article(exported: ExportedArticle) -> Iterator[str]:
    article = exported.article
    yield from ("", f"* {_escaped(exported.title)}")
    yield from _properties(
        AUTHOR=article.byline, OUTLET=article.outlet, DATE=article.published, URL=article.url, PULLQUOTE=article.id
    )
    speakers = dict.fromkeys(voice.name for voice in exported.analysis.voices)
    speakers |= dict.fromkeys(_speaker_name(each) for each in exported.highlights if each.speaker is not None)
    for name in (*speakers, ""):
        group = [each for each in exported.highlights if _speaker_name(each) == name]
        if group:
            yield from ("", f"** {_escaped(fact(name)) or _UNATTRIBUTED}")
        for highlight in group:
            yield from _highlight(article, highlight)


def _speaker_name(highlight: Highlight) -> str:
    return "" if highlight.speaker is None else highlight.speaker.name


def _properties(**facts: str | None) -> Iterator[str]:
    yield ":PROPERTIES:"
    yield from (f":{name}: {fact(value)}" for name, value in facts.items() if fact(value))
    yield ":END:"


def _highlight(article: Article, highlight: Highlight) -> Iterator[str]:
    words = denied_words(article, highlight)
    first = words.split(None, _HEADING_WORDS)
    heading = " ".join(first[:_HEADING_WORDS]) + "…" * (len(first) > _HEADING_WORDS)
    tags = [tag for each in highlight.tags if (tag := re.sub(r"[^\w@%#]+", "_", fact(each)).strip("_"))]
    yield from ("", f"*** {_escaped(heading)}" + (f" :{':'.join(tags)}:" if tags else ""))
    speaker = highlight.speaker
    yield from _properties(
        ID=highlight.id,
        SPEAKER=None if speaker is None else speaker.name,
        SPEAKER_IS=None if speaker is None else ", ".join(speaker_facts(speaker)),
        ATTRIBUTION=speaker_text(speaker),
        COLOUR=highlight.colour.value,
        CREATED=highlight.created,
    )
    yield from ("#+BEGIN_QUOTE", _escaped(words), "#+END_QUOTE")
    if highlight.now:
        yield from ("", _escaped(change_sentence(highlight)))
    if highlight.note.strip():
        yield from ("", _escaped(printable_lines(highlight.note.strip())))


def _escaped(text: str) -> str:
    """Return a text that Org shows as it is; lines that markup could begin with get a zero-width space before them."""
    return _LINE_STARTS.sub(_ZERO_WIDTH_SPACE, _OPENERS.sub(_ZERO_WIDTH_SPACE, text))
