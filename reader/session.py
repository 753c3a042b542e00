"""The one place that joins the rooms: open, analyse, highlight, export, each with the person's library behind it."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from reader import config
from reader.config import Settings
from reader.errors import ExportError, SourceError, StorageError
from reader.model import Analysis, Article, Colour, Highlight, Quotation, Span, Speaker
from reader.store import Kept, Shelved, Store, digest, fingerprint, new_id, steps
from reader.store.steps import Deed, Step

__all__ = ["Session", "Shelved"]

# In characters. The engine takes some 2.5 ms a thousand, a kept analysis 80 ms of any length (most of it to import
# pydantic) and once 100 ms more to be kept.
_WORTH_KEEPING = 60_000

# What is recorded by the way must not keep a reader waiting for another process (seconds).
_IMPATIENT = 1.0

# The location of an article that only the library has: read from a pipe, or its file is gone.
_SHELF = "library:"

_Answer = TypeVar("_Answer")


class _Library:
    """The store, opened at the first need, and `problem`: why it can't be used, None while it can."""

    def __init__(self, path: Callable[[], Path], *, wanted: bool) -> None:
        self.problem: str | None = None
        self._path = path
        self._wanted = wanted
        self._store: Store | None = None

    def attempt(self, work: Callable[[Store], _Answer], otherwise: _Answer) -> _Answer:
        """What `work` gives, or `otherwise` where the library can't be used: for what reading can go on without."""
        if not self._wanted or (self._store is None and self.problem is not None):
            return otherwise
        try:
            return work(self.required(_IMPATIENT))
        except StorageError as error:
            self.problem = str(error)
            return otherwise

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """A transaction for what a person asked to keep. Raises StorageError where it was not kept."""
        store = self.required()
        with store.writing():
            yield store
        self.problem = None

    def required(self, patience: float | None = None) -> Store:
        """The store. Raises StorageError; tries anew each time, for the person may have mended what was wrong."""
        if not self._wanted:
            raise StorageError("Nothing is kept in this session, which runs without a library: start pullquote anew.")
        if self._store is None:
            self._store = Store(self._path()) if patience is None else Store(self._path(), patience=patience)
            self.problem = None
        return self._store

    def close(self) -> None:
        """Let go of the file."""
        store, self._store = self._store, None
        if store is not None:
            store.close()


class Session:
    """One person's library and settings, for the thread that made it.

    `settings` are those of `config.toml` unless given; `complaint` is a sentence on what could not be used of that
    file, else None. With `library` false nothing is recorded and nothing can be kept.
    """

    def __init__(self, settings: Settings | None = None, *, library: bool = True) -> None:
        self.complaint: str | None = None
        if settings is None:
            settings, error = config.read()
            self.complaint = None if error is None else str(error)
        self.settings = settings
        self._library = _Library(lambda: config.paths().library, wanted=library)
        self._done: list[Step] = []
        self._carried: dict[tuple[str, str], tuple[Span, ...]] = {}

    @property
    def problem(self) -> str | None:
        """Why the library can't be used, in one sentence, None while it can; reading goes on without it."""
        return self._library.problem

    def open(self, location: str, *, stdin: bytes | None = None) -> Article:
        """The article at a path or an address, at "-" (from the bytes `stdin`), or at a location of `recent`.

        It is recorded in the library as read now. Raises SourceError.
        """
        if location.startswith(_SHELF):
            article, place = self._shelved(location), None
        else:
            from reader.sources import load  # noqa: PLC0415 - the library opens without it

            article = load(location, stdin=stdin)
            place = _place(article.location)

        def record(store: Store) -> None:
            with store.writing(patience=_IMPATIENT):
                store.articles.record(article, place, _now())

        self._library.attempt(record, None)
        return article

    def analyse(self, article: Article) -> Analysis:
        """What the engine finds in the article; kept in the library where that is quicker than finding it again."""
        from reader.analysis import ENGINE, analyse  # noqa: PLC0415 - the library opens without it

        if len(article.text) <= _WORTH_KEEPING:
            return analyse(article)
        key = fingerprint(article)

        def known(store: Store) -> Analysis | None:
            with store.reading():
                return store.analyses.get(key, ENGINE)

        kept = self._library.attempt(known, None)
        if kept is not None:
            return kept
        analysis = analyse(article)

        def keep(store: Store) -> None:
            with store.writing(patience=_IMPATIENT):
                store.analyses.put(key, analysis, _now())

        self._library.attempt(keep, None)
        return analysis

    def highlights(self, article: Article) -> tuple[Highlight, ...]:
        """What was kept of this article, by place in the present text; last, without spans, what is gone from it."""

        def alive(store: Store) -> tuple[Highlight, ...]:
            with store.reading():
                return _in_order(here for here, gone in self._kept(store, article) if not gone)

        return self._library.attempt(alive, ())

    def highlight(
        self,
        article: Article,
        spans: tuple[Span, ...],
        *,
        speaker: Speaker | None = None,
        quotation: str | None = None,
        colour: Colour = Colour.YELLOW,
    ) -> Highlight:
        """Keep `spans` (at least one) of the article's text; it is on the disk when this returns.

        The same spans kept before give that highlight. Raises StorageError when it could not be kept.
        """
        from reader import anchors  # noqa: PLC0415 - reading needs none of it, and starts without it

        spans = tuple(sorted(spans))
        exact, prefix, suffix = anchors.describe(article.text, spans)
        now = _now()
        with self._library.writing() as store:
            for here, gone in self._kept(store, article):
                if here.spans == spans and not gone:
                    return here
            known = store.articles.known_as(article)
            made = Highlight(
                id=new_id(),
                article_id=known[0] if known else store.articles.record(article, _place(article.location), now),
                spans=spans,
                exact=exact,
                prefix=prefix,
                suffix=suffix,
                created=now,
                updated=now,
                speaker=speaker,
                quotation=quotation,
                colour=colour,
            )
            kept = Kept(made, digest(article.text))
            store.highlights.add(kept)
        self._done.append(Step(Deed.HIGHLIGHTED, kept))
        return replace(made, article_id=article.id)

    def annotate(self, highlight: Highlight, note: str) -> Highlight:
        """Set the note of a highlight. Where another session wrote one meanwhile, theirs stays, before this one.

        Raises StorageError when it could not be kept.
        """
        from reader.sources.clean import clean  # noqa: PLC0415 - whoever writes a note has opened an article

        now = _now()
        with self._library.writing() as store:
            step = steps.annotate(store.highlights, highlight, clean(note), now, self._done)
        self._done.append(step)
        return replace(highlight, note=step.note, updated=now)

    def delete(self, highlight: Highlight) -> None:
        """Delete a highlight, which `undo` can bring back. Raises StorageError when that could not be done."""
        with self._library.writing() as store:
            step = steps.delete(store.highlights, highlight, _now())
        if step is not None:
            self._done.append(step)

    def undo(self) -> str | None:
        """Undo the last highlight, note or deletion of this session that is not undone yet.

        Returns a sentence on what was undone, None when there is nothing. Raises StorageError.
        """
        if not self._done:
            return None
        with self._library.writing() as store:
            told = steps.undo(store.highlights, self._done[-1], _now())
        self._done.pop()
        return told

    def export(self, article: Article, analysis: Analysis | None = None, *, output: Path | None = None) -> Path:
        """Write what was kept of the article as Markdown, by voice in the order of `analysis`; returns the file's path.

        `output` is a file or a folder; by default the settings' export folder, else the current one. Into an export
        made before, the changes are merged. Raises ExportError, and StorageError when the library can't be read.
        """
        from reader.export import markdown  # noqa: PLC0415 - most sessions export nothing

        store = self._library.required()
        with store.reading():
            kept = self._kept(store, article)
            ids = frozenset[str]().union(*map(store.articles.ids, store.articles.known_as(article)))
        alive = _in_order(here for here, gone in kept if not gone)
        voices = (analysis or self.analyse(article)).voices if alive else ()
        return markdown.write(
            article,
            alive,
            voices=[voice.name for voice in voices],
            deleted=[here for here, gone in kept if gone],
            ids=ids,
            output=output,
            folder=self.settings.export_folder or Path(),
        )

    def export_all(self, output: Path | None = None) -> tuple[Path, ...]:
        """Export each article of which something was kept, into the folder `output`; returns the paths.

        The text is the one that was read last. Raises as `export` does.
        """
        if output is not None and not output.is_dir():
            raise ExportError(f"{output} is no folder, and several articles don't go into one file: name a folder.")
        store = self._library.required()
        with store.reading():
            shelf = [shelved.article_id for shelved in store.articles.shelf() if shelved.highlights]
            articles = [store.articles.get(key) for key in shelf]
        return tuple(self.export(article, output=output) for article in articles if article is not None)

    def recent(self, query: str = "") -> tuple[Shelved, ...]:
        """What was read, newest first: all, or what has every word of `query` in title, byline, outlet or place."""

        def shelf(store: Store) -> tuple[Shelved, ...]:
            with store.reading():
                return store.articles.shelf()

        words = query.casefold().split()
        nothing: tuple[Shelved, ...] = ()
        return tuple(_reachable(book) for book in self._library.attempt(shelf, nothing) if _matches(book, words))

    def speaker(self, analysis: Analysis, quotation: Quotation) -> Speaker | None:
        """Who says a quotation, for a highlight of it; None where that is not found."""
        voice = analysis.voice(quotation.voice)
        if voice is None:
            return None
        via = tuple(passer.name for passer in map(analysis.voice, quotation.via) if passer is not None)
        return Speaker(voice.name, voice.kind.value, voice.role, voice.affiliation, voice.outlet, via)

    def close(self) -> None:
        """Let go of the library's file."""
        self._library.close()

    def _shelved(self, location: str) -> Article:
        """The article as the library has it. Raises SourceError."""

        def get(store: Store) -> Article | None:
            with store.reading():
                return store.articles.get(location.removeprefix(_SHELF))

        article = self._library.attempt(get, None)
        if article is None:
            reason = self.problem or "the library has no such article: pullquote library lists what it has"
            raise SourceError(f"{location} could not be opened: {reason}")
        return article

    def _kept(self, store: Store, article: Article) -> list[tuple[Highlight, bool]]:
        """Every highlight of the article with its spans in the present text, and whether it is deleted."""
        present = digest(article.text)
        found: list[tuple[Highlight, bool]] = []
        for key in store.articles.known_as(article):
            kept = store.highlights.of(key)
            for version in {here.digest for here in kept} - {present}:
                self._carry(
                    store.articles.text(key, version), article, [here for here in kept if here.digest == version]
                )
            for here in kept:
                spans = here.highlight.spans if here.digest == present else self._carried[here.highlight.id, present]
                highlight = replace(here.highlight, article_id=article.id, spans=spans)
                found.append((highlight, here.deleted_at is not None))
        return found

    def _carry(self, old: str | None, article: Article, kept: list[Kept]) -> None:
        """Find the highlights of an earlier version in the present text, once in a session."""
        present = digest(article.text)
        wanted = [here.highlight for here in kept if (here.highlight.id, present) not in self._carried]
        if not wanted:
            return
        from reader import anchors  # noqa: PLC0415 - as in `highlight`

        if old is not None:
            places = anchors.carry(old, article.text, [here.spans for here in wanted])
            self._carried |= {(here.id, present): spans for here, spans in zip(wanted, places, strict=True)}
            return
        for here in wanted:
            place = anchors.find(article.text, here.exact, here.prefix, here.suffix, here.spans[0].start)
            self._carried[here.id, present] = () if place is None else (place,)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _place(location: str) -> str | None:
    """The name by which an address or a file that is there is known from anywhere; None for a pipe, which is none."""
    if "://" in location:
        return location
    path = os.path.abspath(location)  # noqa: PTH100 - Path.resolve follows links
    return path if Path(path).is_file() and not path.startswith(("/dev/", "/proc/")) else None


def _in_order(highlights: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """By place in the text, what has none last."""
    return tuple(sorted(highlights, key=lambda here: (not here.spans, here.spans, here.created)))


def _matches(shelved: Shelved, words: list[str]) -> bool:
    facts = (shelved.title, shelved.byline, shelved.outlet, shelved.location)
    said = " ".join(fact for fact in facts if fact).casefold()
    return all(word in said for word in words)


def _reachable(shelved: Shelved) -> Shelved:
    """The same, with a location that opens: the library's own text where there is no file any more."""
    if _place(shelved.location) is not None:
        return shelved
    return replace(shelved, location=f"{_SHELF}{shelved.article_id}")
