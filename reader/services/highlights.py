"""What a person keeps in articles: highlights with their notes, made, changed, deleted, and undone, in the library."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.model import Article, Colour, Highlight, Span, Speaker
from reader.services.library import (
    Library,
    articles_with_highlights,
    now,
    openable,
    permanent_location,
    without_deleted,
)

if TYPE_CHECKING:
    from reader.store import LibraryEntry, Store
    from reader.store.undo_log import UndoStep


class HighlightService:
    """The highlights in a library, and the steps by which this one changed them, last first to be undone."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._done: list[UndoStep] = []
        self._written: dict[str, str] = {}  # when this session last wrote a highlight, "" once others did, by its id

    def highlights(self, article: Article) -> tuple[Highlight, ...]:
        """What was kept of this article, by place in the present text; last, without spans, what is gone from it."""
        return self._library.read(lambda store: without_deleted(self._library.highlights_of(store, article)), ())

    def highlight(  # noqa: PLR0913 - what is known of it, each by its name
        self,
        article: Article,
        spans: tuple[Span, ...],
        *,
        speaker: Speaker | None = None,
        quotation: str | None = None,
        colour: Colour = Colour.YELLOW,
        owed: bool = False,
    ) -> Highlight:
        """Keep `spans` (at least one) of the article's text; it is on the disk when this returns.

        With `owed` its speaker is to be told anew. The same spans kept before give that highlight. Raises StorageError
        when it could not be kept.
        """
        from reader.store import StoredHighlight, digest, new_id  # noqa: PLC0415
        from reader.store.undo_log import Action, UndoStep  # noqa: PLC0415
        from reader.text import anchors  # noqa: PLC0415 - reading needs none of these, and starts without them

        spans = tuple(sorted(spans))
        exact, prefix, suffix = anchors.selector_of(article.text, spans)
        moment = _moment()
        with self._library.writing() as store:
            for here, gone in self._library.highlights_of(store, article):
                if here.spans == spans and not gone:
                    store.highlights.touch(here.id, moment)  # so that whoever made it doesn't undo it
                    if self._written.get(here.id) == here.updated:
                        self._written[here.id] = moment
                    return here
            known = store.articles.keys_of(article)
            made = Highlight(
                id=new_id(),
                article_id=known[0]
                if known
                else store.articles.record(article, permanent_location(article.location), now()),
                spans=spans,
                exact=exact,
                prefix=prefix,
                suffix=suffix,
                created=moment,
                updated=moment,
                speaker=speaker,
                quotation=quotation,
                colour=colour,
                speaker_pending=owed,
            )
            kept = StoredHighlight(made, digest(article.text))
            store.highlights.add(kept)
        self._keep(UndoStep(Action.HIGHLIGHTED, kept, made))
        return replace(made, article_id=article.id)

    def annotate(self, highlight: Highlight, note: str) -> Highlight:
        """Set the note of a highlight. Where another session wrote one meanwhile, theirs stays, before this one.

        Raises StorageError when it could not be kept.
        """
        from reader.sources.text.clean import clean  # noqa: PLC0415 - as in `highlight`
        from reader.store import undo_log  # noqa: PLC0415

        moment = _moment()
        with self._library.writing() as store:
            step = undo_log.annotate(store.highlights, highlight, clean(note), moment, self._done)
        self._keep(step)
        return replace(highlight, note=step.after.note, updated=moment)

    def amend(self, highlight: Highlight, change: "Colour | tuple[str, ...]") -> Highlight:
        """Set the colour of a highlight, or its tags; those that another session gave it meanwhile stay.

        Raises StorageError when it could not be kept.
        """
        from reader.store import undo_log  # noqa: PLC0415 - as in `highlight`

        moment = _moment()
        with self._library.writing() as store:
            step = undo_log.amend(store.highlights, highlight, change, moment, self._done)
        self._keep(step)
        if isinstance(change, Colour):
            return replace(highlight, colour=change, updated=moment)
        return replace(highlight, tags=step.after.tags, updated=moment)

    def delete(self, highlight: Highlight) -> None:
        """Delete a highlight, which `undo` can bring back. Raises StorageError when that could not be done.

        It is not where another session wrote on it since this one read it.
        """
        from reader.store import undo_log  # noqa: PLC0415 - as in `highlight`

        with self._library.writing() as store:
            step = undo_log.delete(store.highlights, highlight, moment := _moment(), self._done)
        if step is not None:
            self._keep(step, moment)

    def undo(self) -> str | None:
        """Undo the last thing that this session did to highlights and that is not undone yet.

        What another session changed since stays. Returns a sentence on what was done, None when there is nothing.
        Raises StorageError.
        """
        if not self._done:
            return None
        from reader.store import undo_log  # noqa: PLC0415 - as in `highlight`

        with self._library.writing() as store:
            step = self._done[-1]
            present = undo_log.stored(store.highlights, step.after).highlight
            mine = self._written.get(step.after.id) == present.updated
            told = undo_log.undo(store.highlights, step, moment := _moment(), mine=mine)
        self._written[step.after.id] = moment if mine else ""
        self._done.pop()
        return told

    def _keep(self, step: "UndoStep", moment: str | None = None) -> None:
        """Note what was done, to be undone."""
        self._done.append(step)
        mine = self._written.get(step.after.id, step.before.highlight.updated) == step.before.highlight.updated
        self._written[step.after.id] = (moment or step.after.updated) if mine else ""

    def keepsakes(self) -> "tuple[tuple[LibraryEntry, tuple[Highlight, ...]], ...]":
        """Each article of which something was kept, last read first, with its highlights as `highlights` gives them."""

        def found(store: "Store") -> "list[tuple[LibraryEntry, tuple[Highlight, ...]]]":
            return [
                (book, without_deleted(self._library.highlights_of(store, article)))
                for book, article in articles_with_highlights(store)
            ]

        return tuple((openable(book), kept) for book, kept in self._library.read(found, ()))


def _moment() -> str:
    """This moment in UTC (ISO 8601), so fine that no two windows write a highlight in the same."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
