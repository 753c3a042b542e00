"""The one place that joins the rooms: open, analyse, highlight, export, each with the person's library behind it."""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader import config
from reader.config import Settings
from reader.errors import ExportError, SourceError
from reader.library import IMPATIENT, Library
from reader.model import Analysis, Article, Colour, Highlight, Quotation, Span, Speaker

if TYPE_CHECKING:
    # The rooms are entered when they are needed: an article stands on the screen before the library is opened.
    from reader.sources.bookmarks import Bookmarks, Passed
    from reader.store import Awaited, Shelved, Store
    from reader.store.steps import Step

__all__ = ["Session", "cite", "sentences"]

# In characters. The engine takes some 2.5 ms a thousand, a kept analysis 80 ms of any length (most of it to import
# pydantic) and once 100 ms more to be kept.
_WORTH_KEEPING = 60_000

# The location of an article that only the library has: read from a pipe, or its file is gone.
_SHELF = "library:"


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
        self._library = Library(lambda: config.paths().library, wanted=library)
        self._done: list[Step] = []

    def sibling(self) -> "Session":
        """A session with the same settings and the same library, if any, for another thread."""
        return Session(self.settings, library=self._library.wanted)

    @property
    def problem(self) -> str | None:
        """Why the library can't be used, in one sentence, None while it can; reading goes on without it."""
        return self._library.problem

    def open(self, location: str, *, stdin: bytes | None = None, record: bool = True) -> Article:
        """The article at a path or an address, at "-" (from the bytes `stdin`), or at a location of `recent`.

        It is recorded in the library as read now, unless `record` is false. Raises SourceError.
        """
        if location.startswith(_SHELF):
            article = self._shelved(location)
        else:
            from reader.sources import load  # noqa: PLC0415 - the library opens without it

            article = load(location, stdin=stdin)
        if record:
            self.record(article)
        return article

    def record(self, article: Article) -> None:
        """Note in the library that the article is read now; `problem` tells where that could not be done."""

        def write(store: "Store") -> None:
            with store.writing(patience=IMPATIENT):
                store.articles.record(article, _place(article.location), _now())
                store.waiting.remove(article.location, article.url)

        self._library.attempt(write, None)

    def analyse(self, article: Article) -> Analysis:
        """What the engine finds in the article; kept in the library where that is quicker than finding it again."""
        from reader.analysis import ENGINE, analyse  # noqa: PLC0415 - the library opens without it

        if len(article.text) <= _WORTH_KEEPING:
            return analyse(article)
        from reader.store import fingerprint  # noqa: PLC0415 - short articles need nothing of it

        key = fingerprint(article)

        def known(store: "Store") -> Analysis | None:
            with store.reading():
                return store.analyses.get(key, ENGINE)

        kept = self._library.attempt(known, None)
        if kept is not None:
            return kept
        analysis = analyse(article)

        def keep(store: "Store") -> None:
            with store.writing(patience=IMPATIENT):
                store.analyses.put(key, analysis, _now())

        self._library.attempt(keep, None)
        return analysis

    def highlights(self, article: Article) -> tuple[Highlight, ...]:
        """What was kept of this article, by place in the present text; last, without spans, what is gone from it."""

        def alive(store: "Store") -> tuple[Highlight, ...]:
            with store.reading():
                return _in_order(here for here, gone in self._library.kept(store, article) if not gone)

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
        from reader import anchors  # noqa: PLC0415 - reading needs none of these, and starts without them
        from reader.store import Kept, digest, new_id  # noqa: PLC0415
        from reader.store.steps import Deed, Step  # noqa: PLC0415

        spans = tuple(sorted(spans))
        exact, prefix, suffix = anchors.describe(article.text, spans)
        now = _now()
        with self._library.writing() as store:
            for here, gone in self._library.kept(store, article):
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
        from reader.sources.clean import clean  # noqa: PLC0415 - as in `highlight`
        from reader.store import steps  # noqa: PLC0415

        now = _now()
        with self._library.writing() as store:
            step = steps.annotate(store.highlights, highlight, clean(note), now, self._done)
        self._done.append(step)
        return replace(highlight, note=step.note, updated=now)

    def amend(self, highlight: Highlight, change: "Colour | tuple[str, ...]") -> Highlight:
        """Set the colour of a highlight, or its tags. Raises StorageError when it could not be kept."""
        from reader.store import steps  # noqa: PLC0415 - as in `highlight`

        now = _now()
        with self._library.writing() as store:
            self._done.append(steps.amend(store.highlights, highlight, change, now))
        changed = {"colour": change} if isinstance(change, Colour) else {"tags": change}
        return replace(highlight, updated=now, **changed)  # type: ignore[arg-type]

    def delete(self, highlight: Highlight) -> None:
        """Delete a highlight, which `undo` can bring back. Raises StorageError when that could not be done."""
        from reader.store import steps  # noqa: PLC0415 - as in `highlight`

        with self._library.writing() as store:
            step = steps.delete(store.highlights, highlight, _now())
        if step is not None:
            self._done.append(step)

    def undo(self) -> str | None:
        """Undo the last thing that this session did to highlights and that is not undone yet.

        Returns a sentence on what was undone, None when there is nothing. Raises StorageError.
        """
        if not self._done:
            return None
        from reader.store import steps  # noqa: PLC0415 - as in `highlight`

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
            kept = self._library.kept(store, article)
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

    def recent(self, query: str = "") -> "tuple[Shelved, ...]":
        """What was read, newest first, and then what waits to be read (its `read` is "").

        All, or what has every word of `query` in title, byline, outlet or place.
        """

        def shelf(store: "Store") -> "tuple[Shelved, ...]":
            with store.reading():
                return (*store.articles.shelf(), *store.waiting.shelf())

        words = query.casefold().split()
        nothing: tuple[Shelved, ...] = ()
        return tuple(_reachable(book) for book in self._library.attempt(shelf, nothing) if _matches(book, words))

    def gather(
        self, location: str, *, stdin: bytes | None = None, archived: bool = False, dry_run: bool = False
    ) -> "tuple[tuple[Awaited, ...], tuple[Passed, ...]]":
        """Put the articles of a list into the library, to be read; gives what came new, and what was passed over.

        With `archived` also those put away as read; with `dry_run` nothing is kept. Raises SourceError, StorageError.
        """
        from reader.sources.bookmarks import read  # noqa: PLC0415 - few sessions import anything

        return _gathered(self._library.required(), read(location, stdin, archived=archived), dry_run=dry_run)

    def keepsakes(self) -> "tuple[tuple[Shelved, tuple[Highlight, ...]], ...]":
        """Each article of which something was kept, last read first, with its highlights as `highlights` gives them."""
        nothing: tuple[tuple[Shelved, tuple[Highlight, ...]], ...] = ()
        found = self._library.attempt(self._library.keepsakes, nothing)
        return tuple((_reachable(book), _in_order(kept)) for book, kept in found)

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

        def get(store: "Store") -> Article | None:
            with store.reading():
                return store.articles.get(location.removeprefix(_SHELF))

        article = self._library.attempt(get, None)
        if article is None:
            reason = self.problem or "the library has no such article: pullquote library lists what it has"
            raise SourceError(f"{location} could not be opened: {reason}")
        return article


def _gathered(
    store: "Store", listed: "Bookmarks", *, dry_run: bool
) -> "tuple[tuple[Awaited, ...], tuple[Passed, ...]]":
    from reader.sources.bookmarks import Passed, likeness  # noqa: PLC0415 - as above
    from reader.store import Awaited  # noqa: PLC0415

    now = _now()
    entries = [Awaited(b.url, b.title, b.byline, b.outlet, b.published, b.saved or now) for b in listed.found]
    with store.reading() if dry_run else store.writing():
        new = store.waiting.unknown(entries, likeness)
        store.waiting.add(() if dry_run else new)
    there = {entry.location for entry in new}
    known = [Passed(each.url, "it is in your library") for each in listed.found if each.url not in there]
    return new, (*listed.passed, *known)


def sentences(article: Article, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph of the article's text."""
    from reader.analysis.sentences import sentences as parted  # noqa: PLC0415 - asked for by few keys

    return parted(article.text, paragraph)


def cite(article: Article, spans: tuple[Span, ...], speaker: Speaker | None, *, markdown: bool = False) -> str:
    """Words of the article with who said them and where they stand, for the clipboard: a sentence, or Markdown."""
    from reader.export import citation  # noqa: PLC0415 - as in `export`

    form = citation.markdown if markdown else citation.plain
    return form(article, [span.of(article.text) for span in spans], speaker)


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


def _matches(shelved: "Shelved", words: list[str]) -> bool:
    facts = (shelved.title, shelved.byline, shelved.outlet, shelved.location)
    said = " ".join(fact for fact in facts if fact).casefold()
    return all(word in said for word in words)


def _reachable(shelved: "Shelved") -> "Shelved":
    """The same, with a location that opens: the library's own text where there is no file any more."""
    if _place(shelved.location) is not None:
        return shelved
    return replace(shelved, location=f"{_SHELF}{shelved.article_id}")
