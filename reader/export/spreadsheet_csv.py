"""Highlights as CSV for spreadsheets: one row a highlight, and no cell that a spreadsheet would run as a formula."""

import csv
import re
from collections.abc import Sequence
from io import StringIO

from reader.export.citation import speaker_text
from reader.export.exported_article import ExportedArticle, fact, highlighted_words
from reader.model import Highlight, Speaker, plain_role
from reader.printable import printable_lines

COLUMNS = (
    "title", "author", "outlet", "published", "url", "words", "denied", "speaker", "kind", "role", "affiliation",
    "speaker_outlet", "attribution", "note", "tags", "colour", "start", "end", "created", "updated", "id", "words_now",
    "doubt",
)  # fmt: skip

# https://owasp.org/www-community/attacks/CSV_Injection, with the full-width forms that some spreadsheets take as well.
_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")


def render(articles: Sequence[ExportedArticle]) -> str:
    """Return the highlights of the articles as CSV with a byte order mark, by which Excel knows UTF-8."""
    file = StringIO()
    file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in articles:
        writer.writerows([*map(_cell, _row(each, highlight))] for highlight in each.highlights)
    return file.getvalue()


def _cell(value: str | int) -> str | int:
    """Return the value of a cell; an apostrophe before what could be a formula makes it text."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _row(exported: ExportedArticle, highlight: Highlight) -> tuple[str | int, ...]:
    article, speaker = exported.article, highlight.speaker or Speaker("", "")
    role = plain_role(speaker.role, speaker.affiliation)
    whole = (highlight.spans[0].start, highlight.spans[-1].end) if highlight.spans else ("", "")
    return (
        exported.title,
        *map(fact, (article.byline, article.outlet, article.published, article.url)),
        highlighted_words(article, highlight),
        *map(fact, (speaker.denied, speaker.name, speaker.kind, role, speaker.affiliation, speaker.outlet)),
        fact(speaker_text(highlight.speaker)),
        printable_lines(highlight.note),
        ", ".join(map(fact, highlight.tags)),
        highlight.colour.value,
        *whole,
        *map(fact, (highlight.created, highlight.updated, highlight.id)),
        fact(highlight.now),
        fact(speaker.doubt),
    )
