"""Highlights with their notes, colours and tags: made, changed, deleted and undone, in the person's library."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from reader.model import Analysis, Article, Colour, Highlight, Span, Speaker
from reader.services.changed_words import with_kept_words, with_present_words
from reader.services.highlight_speakers import with_new_speakers
from reader.services.library import Library, articles_with_highlights, now, openable, permanent_location
from reader.services.undo_history import OwnRevisions, UndoHistory

if TYPE_CHECKING:
    # SQLite is loaded when the library is opened: an article is on the screen before that.
    from reader.store import LibraryEntry, Store, StoredHighlight
    from reader.store.highlight_repository import HighlightRepository
    from reader.store.undo_log import UndoStep

    _Step = TypeVar("_Step", UndoStep, UndoStep | None)


_OF_HIGHLIGHTS = '"set_highlight_'
"""In the JSON of a correction of a highlight."""


class HighlightService:
    """The highlights in a library, and the changes that this session made to them, which can be undone."""

    def __init__(self, library: Library, history: UndoHistory) -> None:
        self._library = library
        self._history = history
        self._steps: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._own = OwnRevisions()
        self._reanchored: dict[tuple[str, str], tuple[Span, ...]] = {}  # spans by highlight id and digest of the text

    def of(self, article: Article) -> tuple[Highlight, ...]:
        """Return the article's highlights in text order, with spans in its present text; orphans last, without spans.

        Where the library can't be read there are none.
        """
        return self._library.read(lambda store: without_deleted(self.stored(store, article)), ())

    def by_article(self) -> "tuple[tuple[LibraryEntry, tuple[Highlight, ...]], ...]":
        """Return each article that has highlights, last read first, with its highlights as `of` returns them."""

        def find(store: "Store") -> "list[tuple[LibraryEntry, tuple[Highlight, ...]]]":
            articles = articles_with_highlights(store)
            return [(entry, without_deleted(self.stored(store, article))) for entry, article in articles]

        return tuple((openable(entry), highlights) for entry, highlights in self._library.read(find, ()))

    def tags(self) -> tuple[str, ...]:
        """Return the tags of all highlights that are not deleted, the most used first."""
        return self._library.read(lambda store: store.highlights.tags(), ())

    def add(  # noqa: PLR0913 - each is one fact about the highlight
        self,
        article: Article,
        spans: tuple[Span, ...],
        *,
        speaker: Speaker | None = None,
        quotation: str | None = None,
        colour: Colour = Colour.YELLOW,
        speaker_pending: bool = False,
    ) -> Highlight:
        """Store a highlight; it is on the disk when this returns.

        Args:
            article: The article.
            spans: Its parts in the article's text, at least one.
            speaker: Who spoke the words.
            quotation: What identifies the quotation in its analysis.
            colour: Its colour.
            speaker_pending: Whether the speaker has to be found again once all of the article is analysed.

        Returns:
            The new highlight, or the one with the same spans that is there already.

        Raises:
            StorageError: It was not stored.
        """
        from reader.store import StoredHighlight, digest, new_id, undo_log  # noqa: PLC0415
        from reader.text import anchors  # noqa: PLC0415 - reading needs none of these, and starts without them

        spans = tuple(sorted(spans))
        exact, prefix, suffix = anchors.selector_of(article.text, spans)
        moment = _moment()
        with self._library.writing() as store:
            for existing, is_deleted in self.stored(store, article):
                if existing.spans == spans and not is_deleted:
                    # So that the session that made it doesn't undo it.
                    revision = undo_log.stored(store.highlights, existing).revision
                    store.highlights.touch(existing.id, moment)
                    if self._own.is_last(existing.id, revision):
                        self._own.note(existing.id, revision, revision + 1)
                    return existing
            made = Highlight(
                id=new_id(),
                article_id=_recorded(store, article),
                spans=spans,
                exact=exact,
                prefix=prefix,
                suffix=suffix,
                created=moment,
                updated=moment,
                speaker=speaker,
                quotation=quotation,
                colour=colour,
                speaker_pending=speaker_pending,
            )
            stored = StoredHighlight(made, digest(article.text))
            store.highlights.add(stored)
        self._remember(undo_log.UndoStep(undo_log.Action.HIGHLIGHT, stored, made), stored.revision)
        return replace(made, article_id=article.id)

    def annotate(self, highlight: Highlight, note: str) -> Highlight:
        """Set the note of a highlight. A note that another session wrote meanwhile stays, before this one.

        Raises:
            StorageError: It was not stored.
        """
        from reader.sources.text.clean import clean  # noqa: PLC0415 - as in `add`
        from reader.store import undo_log  # noqa: PLC0415

        note = clean(note)
        step = self._change(highlight, lambda kept, now: undo_log.annotate(kept, highlight, note, now, self._steps))
        return replace(highlight, note=step.after.note, updated=step.after.updated)

    def recolour(self, highlight: Highlight, colour: Colour) -> Highlight:
        """Set the colour of a highlight.

        Raises:
            StorageError: It was not stored.
        """
        from reader.store import undo_log  # noqa: PLC0415 - as in `add`

        step = self._change(highlight, lambda kept, now: undo_log.recolour(kept, highlight, colour, now))
        return replace(highlight, colour=colour, updated=step.after.updated)

    def set_tags(self, highlight: Highlight, tags: tuple[str, ...]) -> Highlight:
        """Set the tags of a highlight. Tags that another session gave it meanwhile stay.

        Raises:
            StorageError: They were not stored.
        """
        from reader.store import undo_log  # noqa: PLC0415 - as in `add`

        step = self._change(highlight, lambda kept, now: undo_log.set_tags(kept, highlight, tags, now, self._steps))
        return replace(highlight, tags=step.after.tags, updated=step.after.updated)

    def delete(self, highlight: Highlight) -> None:
        """Delete a highlight, which `undo` can bring back.

        Raises:
            StorageError: It was not deleted, for example because another session wrote on it after this one read it.
        """
        from reader.store import undo_log  # noqa: PLC0415 - as in `add`

        self._change(highlight, lambda kept, now: undo_log.delete(kept, highlight, now, self._steps))

    def _change(self, highlight: Highlight, change: "Callable[[HighlightRepository, str], _Step]") -> "_Step":
        """Make a change in one transaction, remember it, and return its step; None where nothing was to be changed."""
        from reader.store import undo_log  # noqa: PLC0415 - as in `add`

        with self._library.writing() as store:
            step = change(store.highlights, _moment())
            revision = undo_log.stored(store.highlights, highlight).revision
        if step is not None:
            self._remember(step, revision)
        return step

    def undo(self) -> str | None:
        """Undo the session's last change to highlights; return a sentence on it, None when there is nothing to undo.

        Raises:
            StorageError: It was not undone.
        """
        from reader.store.undo_log import undo  # noqa: PLC0415 - as in `add`

        return self._replay(self._steps, self._undone, undo, self._own.are_all)

    def redo(self) -> str | None:
        """Make the change again that was undone last; result and errors are as in `undo`."""
        from reader.store.undo_log import redo  # noqa: PLC0415 - as in `add`

        return self._replay(self._undone, self._steps, redo, self._own.is_last)

    def _replay(
        self,
        source: "list[UndoStep]",
        target: "list[UndoStep]",
        change: "Callable[..., str]",
        is_own: Callable[[str, int], bool],
    ) -> str | None:
        """Undo or redo the last step of `source`, and move it to `target`; `is_own` tells this session's revisions."""
        if not source:
            return None
        from reader.store import undo_log  # noqa: PLC0415 - as in `add`

        with self._library.writing() as store:
            step = source[-1]
            before = undo_log.stored(store.highlights, step.after).revision
            sentence = change(store.highlights, step, _moment(), is_mine=is_own(step.after.id, before))
            revision = undo_log.stored(store.highlights, step.after).revision
        self._own.note(step.after.id, before, revision)
        target.append(source.pop())
        return sentence

    def _remember(self, step: "UndoStep", revision: int) -> None:
        """Remember a change and the revision that it made, so that it can be undone; nothing can be redone now."""
        self._steps.append(step)
        self._history.record(self)
        self._undone.clear()
        self._own.note(step.after.id, step.before.revision, revision)

    def with_speakers(
        self, article: Article, highlights: tuple[Highlight, ...], analysis: Analysis, before: Analysis | None = None
    ) -> tuple[Highlight, ...]:
        """Return the highlights with the speakers that were pending or are corrected, and store those speakers.

        A speaker that can't be stored stays as it was in the library. Nothing changes where `analysis` is of no engine.

        Args:
            article: The article.
            highlights: Its highlights.
            analysis: Its analysis.
            before: The analysis before a person corrected it: every speaker that is another in it is set anew.
        """
        changed = {each.id: each for each in with_new_speakers(article, highlights, analysis, before)}
        if not changed:
            return highlights
        self._library.try_write(lambda store: _store_speakers(store, changed.values()))
        return tuple(changed.get(each.id, each) for each in highlights)

    def stored(self, store: "Store", article: Article) -> list[tuple[Highlight, bool]]:
        """Return all highlights of an article with spans in its present text, each with whether it is deleted.

        They keep their words: `Highlight.now` has what the text says today, where these are other words.
        """
        from reader.store import digest  # noqa: PLC0415 - as above

        present = digest(article.text)
        found: list[tuple[Highlight, bool]] = []
        keys = store.articles.keys_of(article)
        for key in keys:
            rows = store.highlights.of(key)
            for version in {row.digest for row in rows} - {present}:
                old = store.articles.version_text(key, version)
                self._reanchor(old, article, present, [row for row in rows if row.digest == version])
            for row in rows:
                highlight = replace(row.highlight, article_id=article.id)
                if row.digest != present:
                    highlight = with_kept_words(highlight, self._reanchored[highlight.id, present])
                found.append((highlight, row.deleted_at is not None))
        found = _corrected(store, article, keys, found) if found else found
        return [(with_present_words(highlight, article.text), is_deleted) for highlight, is_deleted in found]

    def _reanchor(self, old: str | None, article: Article, present: str, rows: "list[StoredHighlight]") -> None:
        """Find the highlights of an earlier version in the text whose digest is `present`, once in a session."""
        wanted = [row.highlight for row in rows if (row.highlight.id, present) not in self._reanchored]
        if not wanted:
            return
        from reader.text import anchors, reanchoring  # noqa: PLC0415 - most articles never changed

        if old is not None:
            placed = [each for each in wanted if each.spans]
            found = reanchoring.reanchor(old, article.text, [each.spans for each in placed])
            self._reanchored |= {(each.id, present): spans for each, spans in zip(placed, found, strict=True)}
            wanted = [each for each in wanted if not each.spans]  # of another program, and not found so far
        finder = anchors.Finder(article.text)
        for each in wanted:
            near = each.spans[0].start if each.spans else 0
            span = finder.find(each.exact, each.prefix, each.suffix, near)
            self._reanchored[each.id, present] = () if span is None else (span,)


def _recorded(store: "Store", article: Article) -> str:
    """The key of an article in the library, to which it comes back if it was removed while it is read."""
    keys = store.articles.keys_of(article)
    if keys and not store.articles.is_hidden(keys[0]):
        return keys[0]
    return store.articles.record(article, permanent_location(article.location), now())


def _corrected(
    store: "Store", article: Article, keys: Iterable[str], highlights: list[tuple[Highlight, bool]]
) -> list[tuple[Highlight, bool]]:
    """Return the highlights of an article, each with whether it is deleted, as the person corrected them."""
    rows = (row for key in keys for row in store.corrections.of(key))
    about = [row for row in rows if row.undone_at is None and _OF_HIGHLIGHTS in row.operation]
    if not about:
        return highlights
    from reader.corrections.highlight_operations import correct_highlights  # noqa: PLC0415 - seldom needed
    from reader.services.corrections import decoded  # noqa: PLC0415 - as above

    corrections, _ = decoded(store, article, sorted(about, key=lambda row: row.made))
    found = correct_highlights((highlight for highlight, _ in highlights), corrections)
    return [(highlight, is_deleted) for highlight, (_, is_deleted) in zip(found, highlights, strict=True)]


def without_deleted(highlights: Iterable[tuple[Highlight, bool]]) -> tuple[Highlight, ...]:
    """Return the highlights of `HighlightService.stored` that are not deleted, in text order, orphans last."""
    return tuple(sorted((highlight for highlight, is_deleted in highlights if not is_deleted), key=_text_order))


def _store_speakers(store: "Store", highlights: Iterable[Highlight]) -> None:
    for each in highlights:
        store.highlights.set_speaker(each.id, each.speaker)


def _text_order(highlight: Highlight) -> tuple[bool, tuple[Span, ...], str]:
    return not highlight.spans, highlight.spans, highlight.created


def _moment() -> str:
    """Return this moment in UTC (ISO 8601)."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
