"""What an export in Markdown looks like: its properties, its title, its headings and its highlights."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reader.export import markdown_escape
from reader.export.citation import speaker_facts
from reader.export.exported_article import article_title, change_sentence, denied_words
from reader.model import CORRECTED, Article, Highlight, Speaker
from reader.printable import printable

UNATTRIBUTED = "Without a speaker"


@dataclass(frozen=True, slots=True)
class MarkdownStyle:
    """The functions that a look consists of; those of the plain one by default.

    Attributes:
        properties: What the front matter has of an article.
        title: The line that a new file begins with, or "".
        heading: The line of the heading that a highlight belongs under, of the first or second level.
        highlight: The lines of a highlight. Where they are a list item, the comments around them are part of the item.
        person: The text of a note about a speaker; None for no notes about them.
        name: The name of a preset, by which its files are known; "" for the plain look and a person's own template.
    """

    properties: Callable[[Article], Mapping[str, object]]
    title: Callable[[Article], str]
    heading: Callable[[Article, Highlight], str]
    highlight: Callable[[Article, Highlight], list[str]]
    person: Callable[[Article, Highlight], str] | None = None
    name: str = ""


def properties(article: Article) -> dict[str, object]:
    """Return the article's facts; a day of publication as YAML's own date, which note programs sort by."""
    return {
        "title": article.title,
        "author": article.byline,
        "outlet": article.outlet,
        "url": article.url,
        "date": _date(article.published),
    }


def _date(published: str | None) -> date | str | None:
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return published


def title(article: Article) -> str:
    """Return the heading of the first level."""
    return f"# {markdown_escape.line(article_title(article))}"


def heading(_article: Article, highlight: Highlight) -> str:
    """Return a heading with the speaker's name."""
    name = UNATTRIBUTED if highlight.speaker is None else highlight.speaker.name
    return f"## {markdown_escape.line(printable(name))}"


def highlight(article: Article, highlight: Highlight) -> list[str]:
    """Return the quote, with its denial if any, speaker, note and tags."""
    lines = markdown_escape.block_quote(denied_words(article, highlight))
    if highlight.speaker is not None:
        lines += ["", _attribution(highlight.speaker)]
    if "spans" in highlight.corrected:
        lines += ["", f"*{CORRECTED} by the reader: where these words begin and end.*"]
    if highlight.now:
        lines += ["", f"*{markdown_escape.line(change_sentence(highlight))}*"]
    if not highlight.spans and article.text:
        lines += ["", "*These words are no longer in the article.*"]
    if highlight.note.strip():
        for number, paragraph in enumerate(markdown_escape.paragraphs(highlight.note)):
            lines += ["", ("" if number else "Note: ") + paragraph[0], *paragraph[1:]]
    if highlight.tags:
        lines += ["", "Tags: " + ", ".join(markdown_escape.line(tag) for tag in highlight.tags)]
    return lines


def _attribution(speaker: Speaker) -> str:
    """Return the line with the speaker, role and outlet, and who passed the words on, the nearest first."""
    name = f"{speaker.doubt_prefix}**{markdown_escape.line(speaker.name)}**"
    line = ", ".join((name, *map(markdown_escape.line, speaker_facts(speaker))))
    via = ", via ".join(map(markdown_escape.line, reversed(speaker.via)))
    mark = f" ({CORRECTED} by the reader)" if speaker.corrected else ""
    return f"— {line}; via {via}{mark}" if via else f"— {line}{mark}"


PLAIN = MarkdownStyle(properties, title, heading, highlight)
