"""What the formats of an export are made from: articles, each with its analysis and its highlights."""

from dataclasses import dataclass

from reader.errors import ExportError
from reader.export.citation import without_outer_marks
from reader.model import Analysis, Article, Highlight
from reader.printable import printable, printable_lines

LEFT_OUT = " […] "
"""Stands for the reporter's words between the parts of a quotation that its cue interrupts."""


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article, what was found in it, and its highlights in text order, orphans last."""

    article: Article
    analysis: Analysis
    highlights: tuple[Highlight, ...] = ()

    @property
    def title(self) -> str:
        """The article's title, else its first words, on one line."""
        return article_title(self.article)


def article_title(article: Article) -> str:
    """Return an article's title, else its first words, on one line."""
    return fact(article.name) or "Untitled"


def fact(text: str | None) -> str:
    """Return a fact of an article as one printable line with single spaces; "" for None."""
    return " ".join(printable(text or "").split())


def highlighted_words(article: Article, highlight: Highlight) -> str:
    """Return the highlighted words without the reporter's between them; all of them for an orphan."""
    if len(highlight.spans) < 2:  # noqa: PLR2004 - the reporter has no words between
        return printable_lines(highlight.exact)
    words = ""
    for span, before in zip(highlight.spans, (None, *highlight.spans), strict=False):
        if before is not None:
            between = article.text[before.end : span.start]
            words += "\n\n" if not between.strip() and "\n\n" in between else LEFT_OUT
        words += span.of(article.text)
    return printable_lines(words)


def denied_words(article: Article, highlight: Highlight) -> str:
    """Return the highlighted words, after the denial where their speaker denies them."""
    words = highlighted_words(article, highlight)
    return words if highlight.speaker is None else printable_lines(highlight.speaker.denial_prefix(words)) + words


def no_highlights(article: Article) -> ExportError:
    """Return the error for an article without highlights."""
    title = without_outer_marks((article_title(article),))
    return ExportError(f"There are no highlights in “{title}” yet: press h in the reader to highlight a quotation.")
