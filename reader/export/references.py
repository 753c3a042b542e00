"""What references to articles have in every format: keys, authors and the passages quoted from them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reader.export.citation import speaker_text, without_outer_marks
from reader.export.exported_article import ExportedArticle, article_title, change_sentence, denied_words, fact
from reader.model import Article
from reader.printable import printable_lines

_BETWEEN_AUTHORS = re.compile(r",?\s+(?:and|und|et|y|with)\s+|\s*[;&]\s*|,\s+")
_PARTICLES = {"al", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ten", "ter", "van", "von"}
_SMALL_WORDS = {"a", "an", "der", "die", "das", "el", "la", "le", "les", "the"}


def authors(byline: str | None) -> list[tuple[str, str]]:
    """Return the authors of a byline, each as given names with their particle's words, and family name.

    The given name of a name of one word is "".
    """
    found = []
    for name in filter(None, (part.strip() for part in _BETWEEN_AUTHORS.split(fact(byline)))):
        words = name.split()
        start = len(words) - 1
        while start > 1 and words[start - 1].lower() in _PARTICLES:
            start -= 1
        found.append((" ".join(words[:start]), " ".join(words[start:])))
    return found


def citation_keys(articles: Sequence[Article]) -> list[str]:
    """Return a key for each article: the first author's name or the outlet, the year and a word of the title.

    The keys are ASCII, differ from each other and are always the same for the same articles.
    """
    taken: Counter[str] = Counter()
    keys = []
    for article in articles:
        names = authors(article.byline)
        name = names[0][1] if names else article.outlet or ""
        title = [word for word in _ascii(article_title(article)) if word not in _SMALL_WORDS]
        year = re.match(r"\d{4}", article.published or "")
        key = "".join((*_ascii(name), year[0] if year else "", *title[:1])) or "article"
        taken[key] += 1
        keys.append(key if taken[key] == 1 else f"{key}-{taken[key]}")
    return keys


def _ascii(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", text.casefold().replace("ø", "o")))


def quoted_passages(exported: ExportedArticle) -> Iterator[str]:
    """Yield each highlight as a passage: the words in marks, who said them, what they are today, and the note."""
    for highlight in exported.highlights:
        words = without_outer_marks((denied_words(exported.article, highlight),))
        lines: Iterable[str] = (
            f"“{words}”" + (f" — {fact(speaker_text(highlight.speaker))}" if highlight.speaker is not None else ""),
            change_sentence(highlight),
            printable_lines(highlight.note.strip()),
        )
        yield "\n".join(filter(None, lines))
