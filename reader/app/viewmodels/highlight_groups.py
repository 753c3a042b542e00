"""The highlights of all articles in the groups that their list shows: by article, voice, tag or day."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.app.state import Reading
from reader.app.viewmodels.word_difference import difference
from reader.model import Article, Highlight, format_date
from reader.printable import printable

if TYPE_CHECKING:
    from reader.services.session import LibraryEntry

THIS_ARTICLE = "This article"
NO_SPEAKER = "No speaker"
NO_TAG = "No tag"


@dataclass(frozen=True, slots=True)
class HighlightEntry:
    """A highlight and its article.

    Attributes:
        highlight: The highlight.
        title: The title of the article, or THIS_ARTICLE.
        library_entry: The article as the library has it; None for the one that is open.
    """

    highlight: Highlight
    title: str
    library_entry: "LibraryEntry | None" = None

    @property
    def is_expected(self) -> bool:
        """Whether it comes from another program, and nobody has opened its article so far."""
        entry = self.library_entry
        return entry is not None and not entry.read and not entry.words

    @property
    def article(self) -> Article | None:
        """The article by its key in the library, without its text; None for the one that is open."""
        entry = self.library_entry
        return None if entry is None else Article(entry.article_id, entry.location, "", ())

    @property
    def change(self) -> str:
        """What is different in the article today, as `difference` says it; "" where its words are the same."""
        return difference(self.highlight.kept, self.highlight.now) if self.highlight.now else ""

    def matches(self, words: Sequence[str]) -> bool:
        """Whether all of `words` (case-folded) are in its words, kept or present, its note, tags, speaker or title."""
        highlight = self.highlight
        speaker = highlight.speaker.name if highlight.speaker else ""
        searchable = " ".join(
            (highlight.exact, highlight.now, highlight.note, *highlight.tags, speaker, self.title)
        ).casefold()
        return all(word in searchable for word in words)


class HighlightChoice(NamedTuple):
    """A highlight that a person chose in the list, and whether to correct it there."""

    entry: HighlightEntry
    is_to_correct: bool = False


@dataclass(frozen=True, slots=True)
class HighlightGroup:
    """Highlights under a title."""

    title: str
    entries: tuple[HighlightEntry, ...]


def collect_entries(
    reading: Reading | None, articles: "Iterable[tuple[LibraryEntry, tuple[Highlight, ...]]]"
) -> tuple[HighlightEntry, ...]:
    """Return the highlights of the article that is open, then those of the others."""
    own = () if reading is None else tuple(HighlightEntry(each, THIS_ARTICLE) for each in reading.highlights)
    known = {each.highlight.id for each in own}
    others = (
        HighlightEntry(highlight, article.name, article)
        for article, highlights in articles
        for highlight in highlights
        if highlight.id not in known
    )
    return *own, *others


def by_article(entries: Iterable[HighlightEntry]) -> tuple[HighlightGroup, ...]:
    """Return a group for each article."""
    return _group(entries, lambda each: (each.title,), last="")


def by_voice(entries: Iterable[HighlightEntry]) -> tuple[HighlightGroup, ...]:
    """Return a group for each speaker, over all articles."""
    return _group(
        entries,
        lambda each: (each.highlight.speaker.name if each.highlight.speaker else NO_SPEAKER,),
        last=NO_SPEAKER,
    )


def by_tag(entries: Iterable[HighlightEntry]) -> tuple[HighlightGroup, ...]:
    """Return a group for each tag; a highlight with several tags is in each of their groups."""
    return _group(entries, lambda each: tuple(f"#{tag}" for tag in each.highlight.tags) or (NO_TAG,), last=NO_TAG)


def by_date(entries: Iterable[HighlightEntry]) -> tuple[HighlightGroup, ...]:
    """Return a group for each day, the last one first, as the highlights were made, the last one first."""
    newest_first = sorted(entries, key=lambda each: each.highlight.created, reverse=True)
    return _group(newest_first, lambda each: (_day(each.highlight.created),), last="")


ORDERS: dict[str, Callable[[Iterable[HighlightEntry]], tuple[HighlightGroup, ...]]] = {
    "article": by_article,
    "voice": by_voice,
    "tag": by_tag,
    "date": by_date,
}


def _day(moment: str) -> str:
    """Return the day of a time (ISO 8601) in this machine's time zone."""
    try:
        return format_date(datetime.fromisoformat(moment).astimezone().date().isoformat())
    except (ValueError, OverflowError):
        return printable(moment[:10])


def _group(
    entries: Iterable[HighlightEntry], titles: Callable[[HighlightEntry], tuple[str, ...]], *, last: str
) -> tuple[HighlightGroup, ...]:
    """Return groups in the order in which their titles first occur, the one titled `last` at the end."""
    found: dict[str, list[HighlightEntry]] = {}
    for each in entries:
        for title in titles(each):
            found.setdefault(title, []).append(each)
    order = sorted(found, key=lambda title: title == last)
    return tuple(HighlightGroup(title, tuple(found[title])) for title in order)
