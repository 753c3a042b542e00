"""All that was kept, in the order in which a list shows it: by article, by who said it, or by tag. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.app.state import Reading
from reader.model import Highlight

if TYPE_CHECKING:
    from reader.services.session import LibraryEntry

THIS_ARTICLE = "This article"
NO_SPEAKER = "Without a speaker"
NO_TAG = "Without a tag"


@dataclass(frozen=True, slots=True)
class HighlightEntry:
    """A highlight and the article it is of: `book` as the library has it, None for the one that is being read."""

    highlight: Highlight
    title: str
    library_entry: "LibraryEntry | None" = None

    def has(self, words: Sequence[str]) -> bool:
        """Whether it has all of `words`, which are casefolded, in its text, note, tags, speaker or title."""
        highlight = self.highlight
        speaker = highlight.speaker.name if highlight.speaker else ""
        said = " ".join((highlight.exact, highlight.note, *highlight.tags, speaker, self.title)).casefold()
        return all(word in said for word in words)


@dataclass(frozen=True, slots=True)
class HighlightGroup:
    """Keepsakes under a title."""

    title: str
    entries: tuple[HighlightEntry, ...]


def collect_entries(
    reading: Reading | None, books: "Iterable[tuple[LibraryEntry, tuple[Highlight, ...]]]"
) -> tuple[HighlightEntry, ...]:
    """What was kept of the article that is being read, then of the others."""
    here = () if reading is None else tuple(HighlightEntry(each, THIS_ARTICLE) for each in reading.highlights)
    known = {each.highlight.id for each in here}
    others = (
        HighlightEntry(highlight, book.name, book)
        for book, highlights in books
        for highlight in highlights
        if highlight.id not in known
    )
    return *here, *others


def by_article(keepsakes: Iterable[HighlightEntry]) -> tuple[HighlightGroup, ...]:
    """A group an article."""
    return _grouped(keepsakes, lambda each: (each.title,), last="")


def by_voice(keepsakes: Iterable[HighlightEntry]) -> tuple[HighlightGroup, ...]:
    """A group for all that one speaker says, whatever the article."""
    return _grouped(
        keepsakes,
        lambda each: (each.highlight.speaker.name if each.highlight.speaker else NO_SPEAKER,),
        last=NO_SPEAKER,
    )


def by_tag(keepsakes: Iterable[HighlightEntry]) -> tuple[HighlightGroup, ...]:
    """A group a tag; what has several stands in each of theirs."""
    return _grouped(keepsakes, lambda each: tuple(f"#{tag}" for tag in each.highlight.tags) or (NO_TAG,), last=NO_TAG)


ORDERS: dict[str, Callable[[Iterable[HighlightEntry]], tuple[HighlightGroup, ...]]] = {
    "article": by_article,
    "voice": by_voice,
    "tag": by_tag,
}


def _grouped(
    keepsakes: Iterable[HighlightEntry], titles: Callable[[HighlightEntry], tuple[str, ...]], *, last: str
) -> tuple[HighlightGroup, ...]:
    """Groups in the order in which their titles first come up, the one titled `last` after all."""
    found: dict[str, list[HighlightEntry]] = {}
    for each in keepsakes:
        for title in titles(each):
            found.setdefault(title, []).append(each)
    order = sorted(found, key=lambda title: title == last)
    return tuple(HighlightGroup(title, tuple(found[title])) for title in order)
