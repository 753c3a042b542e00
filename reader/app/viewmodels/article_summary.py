"""The two lines under an article's title: who wrote it, where and when; its length, voices and threads."""

from reader.app.rendering.truncate import cut, format_reading_time
from reader.app.state import Reading
from reader.model import Article, format_count
from reader.printable import printable
from reader.text.layout import byline_of


def source_line(article: Article, cells: int) -> str:
    """Return the author, the outlet and the date in `cells` cells, without those that the text itself states.

    If the line is too long, the names are cut and the date stays whole.
    """
    names, day = printable(" · ".join(filter(None, byline_of(article)[:2]))), printable(article.formatted_date)
    if not (names and day):
        return cut(names or day, cells)
    return f"{cut(names, cells - len(f' · {day}'))} · {day}"


def length_line(reading: Reading, words: int | None) -> str:
    """Return the number of words, the reading time, the numbers of voices and threads; "" while `words` is None."""
    if words is None:
        return ""
    facts = [format_count(words, "word"), format_reading_time(words)]
    analysis = reading.without_partial_analysis.analysis
    if analysis is not None:
        counts = ((len(analysis.voices), "voice"), (len(analysis.threads), "thread"))
        facts += [format_count(number, noun) for number, noun in counts if number]
    return " · ".join(facts)
