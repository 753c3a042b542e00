"""What stands under an article's title: who wrote it, where and when; how long it is, and how many speak in it."""

from reader.app.rendering.truncate import cut, format_reading_time
from reader.app.state import Reading
from reader.model import Article, counted
from reader.printable import printable
from reader.text.layout import source_of


def source_line(article: Article, cells: int) -> str:
    """Who wrote it, where and when, as far as that is known and not told by the text itself, in so many cells.

    Where that is too long, the names are cut and the day stays whole.
    """
    names, day = printable(" · ".join(filter(None, source_of(article)[:2]))), printable(article.day)
    if not (names and day):
        return cut(names or day, cells)
    return f"{cut(names, cells - len(f' · {day}'))} · {day}"


def length_line(reading: Reading, words: int | None) -> str:
    """How many words it has and how long they take; how many speak in it. Nothing while they are not counted."""
    if words is None:
        return ""
    facts = [counted(words, "word"), format_reading_time(words)]
    analysis = reading.without_partial_analysis.analysis
    if analysis is not None:
        found = ((len(analysis.voices), "voice"), (len(analysis.threads), "thread"))
        facts += [counted(number, noun) for number, noun in found if number]
    return " · ".join(facts)
