"""Highlights as the CSV that Readwise imports: Highlight, Title, Author, URL, Note, Location and Date.

Readwise takes tags from the first line of a note, each with a full stop before it. A formula is not neutralised here,
because Readwise shows what it imports as text.
"""

import csv
from collections.abc import Sequence
from datetime import datetime
from io import StringIO

from reader.export.citation import speaker_text
from reader.export.exported_article import ExportedArticle, denied_words, fact
from reader.model import Highlight
from reader.printable import printable_lines

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def render(articles: Sequence[ExportedArticle]) -> str:
    """Return the highlights of the articles as CSV; a location is the offset of the first character."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in articles:
        for highlight in each.highlights:
            writer.writerow(
                (
                    denied_words(each.article, highlight),
                    each.title,
                    fact(each.article.byline or each.article.outlet),
                    fact(each.article.url),
                    _note(highlight),
                    highlight.spans[0].start if highlight.spans else "",
                    _time(highlight.created),
                )
            )
    return file.getvalue()


def _note(highlight: Highlight) -> str:
    """Return the tags as Readwise reads them, then the speaker, then the note."""
    tags = " ".join("." + "_".join(fact(tag).split()) for tag in highlight.tags)
    speaker = f"— {fact(speaker_text(highlight.speaker))}" if highlight.speaker is not None else ""
    return "\n".join(filter(None, (tags, speaker, printable_lines(highlight.note.strip()))))


def _time(moment: str) -> str:
    try:
        return f"{datetime.fromisoformat(moment):%Y-%m-%d %H:%M:%S}"
    except ValueError:
        return fact(moment)
