"""What the formats of an export are made from: articles, each with its analysis and its highlights."""

from dataclasses import dataclass

from reader.errors import ExportError
from reader.export.citation import without_outer_marks
from reader.model import Analysis, Article, Highlight, join_parts
from reader.printable import printable, printable_lines

CHANGED = "The article was changed and now says:"
"""Begins the sentence on a highlight whose words are other ones in the article today."""


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
    """Return the words as they were highlighted, without the reporter's between them."""
    if highlight.kept:
        return printable_lines(highlight.kept)
    if len(highlight.spans) < 2:  # noqa: PLR2004 - the reporter has no words between
        return printable_lines(highlight.exact)
    return printable_lines(join_parts(article.text, highlight.spans))


def denied_words(article: Article, highlight: Highlight) -> str:
    """Return the highlighted words, after the denial where their speaker denies them."""
    words = highlighted_words(article, highlight)
    return words if highlight.speaker is None else printable_lines(highlight.speaker.denial_prefix(words)) + words


def present_words(highlight: Highlight) -> str:
    """Return what the article says today in place of the highlighted words, on one line; "" where it says the same."""
    return without_outer_marks((fact(highlight.now),))


def change_sentence(highlight: Highlight) -> str:
    """Return a sentence on what the article says today; "" where it says the highlighted words."""
    return f"{CHANGED} “{present_words(highlight)}”" if highlight.now else ""


def no_highlights(article: Article) -> ExportError:
    """Return the error for an article without highlights."""
    title = without_outer_marks((article_title(article),))
    return ExportError(f"There are no highlights in “{title}” yet: press h in the reader to highlight a quotation.")
