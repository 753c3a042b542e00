"""The one place that joins the rooms: open, analyse, highlight, export, each with the person's library behind it."""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader import config
from reader.config import Settings
from reader.errors import ExportError, SourceError
from reader.model import (
    Analysis,
    Article,
    BlockKind,
    Highlight,
    Quotation,
    Span,
    Speaker,
    describe_voice,
    enclosing,
    name_in_sentence,
)
from reader.services.highlights import HighlightService
from reader.services.library import (
    LIBRARY_PREFIX,
    Library,
    all_entries,
    articles_with_highlights,
    new_entries,
    now,
    openable,
    permanent_location,
    without_deleted,
)
from reader.services.positions import JumpHistory, Position, Positions

if TYPE_CHECKING:
    # The rooms are entered when they are needed: an article stands on the screen before the library is opened.
    from reader.services.feeds import FeedService
    from reader.sources.formats.reading_lists import SkippedEntries
    from reader.store import LibraryEntry as LibraryEntry  # noqa: PLC0414 - the app names it by the session
    from reader.store import Store, UnreadEntry

__all__ = [
    "JumpHistory",
    "Position",
    "Session",
    "analyse_around",
    "cite",
    "is_slow_to_open",
    "library_copy_notice",
    "sentences",
    "speaker_of",
]

# In characters. The engine takes some 2.5 ms a thousand, a kept analysis 80 ms of any length (most of it to import
# pydantic) and once 100 ms more to be kept.
_WORTH_KEEPING = 60_000
# In characters: some 40,000 words, for which the engine takes half a second and a reader begins to wait.
_GLIMPSED = 250_000
# In characters: what is read of a long article about a place, either way. A tenth of a second's work, minutes to read.
_REACH = 20_000
# In bytes: 300,000 words of plain text, which take 0.3 s; a page of a PDF takes 10 ms and more.
_AT_ONCE = 2 * 1024 * 1024


class Session(HighlightService):
    """One person's library and settings, for the thread that made it.

    `settings` are those of `config.toml` unless given; `complaint` is a sentence on what could not be used of that
    file, else None. With `library` false nothing is recorded and nothing can be kept. `allow_private` lets addresses of
    one's own network be opened, whoever asks.
    """

    def __init__(self, settings: Settings | None = None, *, library: bool = True) -> None:
        self.complaint: str | None = None
        if settings is None:
            settings, error = config.read()
            self.complaint = None if error is None else str(error)
        self.settings = settings
        self.allow_private = False
        super().__init__(Library(lambda: config.paths().library, enabled=library))

    def clone(self) -> "Session":
        """A session with the same settings and the same library, if any, for another thread."""
        sibling = Session(self.settings, library=self._library.enabled)
        sibling.allow_private = self.allow_private
        return sibling

    @property
    def problem(self) -> str | None:
        """Why the library can't be used, in one sentence, None while it can; reading goes on without it."""
        return self._library.problem

    def open(  # noqa: PLR0913 - what a person may want otherwise, each by its name
        self,
        location: str,
        *,
        stdin: bytes | None = None,
        record: bool = True,
        refresh: bool = False,
        allow_private: bool = False,
        on_progress: Callable[[str], None] = lambda _: None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Article:
        """The article at a path or an address, at "-" (from the bytes `stdin`), or at a location of `recent`.

        A web page that was read before opens without the network, unless `refresh`; `allow_private` lets addresses of
        one's own network be opened. One that can't be had any more opens as the library keeps it. `on_progress` gets a few
        words for a person on what goes on, and `is_cancelled` is asked whether to give up while a page comes, both in this
        thread. The article is recorded in the library as read now, unless `record` is false. Raises SourceError.
        """
        if location.startswith(LIBRARY_PREFIX):
            kept = self._library.saved_article(location)
            if kept is None:
                reason = self.problem or "the library has no such article: pullquote library lists what it has"
                raise SourceError(f"{location} could not be opened: {reason}")
            article = kept
        else:
            from reader.sources import load  # noqa: PLC0415 - the library opens without it

            try:
                article = load(
                    location,
                    stdin=stdin,
                    refresh=refresh,
                    allow_private=allow_private or self.allow_private,
                    cache=config.paths().pages if "://" in location else None,
                    tell=on_progress,
                    stop=is_cancelled,
                )
            except SourceError:
                copy = (
                    None
                    if refresh or (is_cancelled is not None and is_cancelled())
                    else self._library.saved_article(location)
                )
                if copy is None:
                    raise
                article = copy
        if record:
            self.record(article)
        return article

    def record(self, article: Article) -> None:
        """Note in the library that the article is read now; `problem` tells where that could not be done."""

        def write(store: "Store") -> None:
            store.articles.record(article, permanent_location(article.location), now())
            store.reading_list.remove(article.location, article.url)

        self._library.try_write(write)

    def analyse(self, article: Article, on_progress: Callable[[str], None] = lambda _: None) -> Analysis:
        """What the engine finds in the article; kept in the library where that is quicker than finding it again.

        `on_progress` gets a few words for a person where that takes a while.
        """
        from reader.analysis import ENGINE, analyse  # noqa: PLC0415 - the library opens without it

        if len(article.text) <= _WORTH_KEEPING:
            return analyse(article)
        from reader.store import fingerprint  # noqa: PLC0415 - short articles need nothing of it

        key = fingerprint(article)
        kept = self._library.read(lambda store: store.analyses.get(key, ENGINE), None)
        if kept is not None:
            return kept
        on_progress("finding who speaks")
        analysis = analyse(article)
        self._library.try_write(lambda store: store.analyses.put(key, analysis, now()))
        return analysis

    def export(self, article: Article, analysis: Analysis | None = None, *, output: Path | None = None) -> Path:
        """Write what was kept of the article as Markdown, by voice in the order of `analysis`; returns the file's path.

        `output` is a file or a folder; by default the settings' export folder, else the current one. Into an export
        made before, the changes are merged. Raises ExportError, and StorageError when the library can't be read.
        """
        from reader.export import markdown_export  # noqa: PLC0415 - most sessions export nothing

        store = self._library.store()
        with store.reading():
            kept = self._library.highlights_of(store, article)
            ids = frozenset[str]().union(*map(store.articles.ids_of, store.articles.keys_of(article)))
        there, voices = self._told(article, without_deleted(kept), analysis)
        return markdown_export.write(
            article,
            there,
            voices=voices,
            deleted=[here for here, gone in kept if gone],
            ids=ids,
            output=output,
            folder=self.settings.export_folder or Path(),
        )

    def export_text(self, article: Article) -> str:
        """What `export` writes into a new file, as a text. Raises as that does."""
        from reader.export import markdown_export  # noqa: PLC0415 - as above

        store = self._library.store()
        with store.reading():
            there = without_deleted(self._library.highlights_of(store, article))
        there, voices = self._told(article, there)
        return markdown_export.render_new(article, there, voices=voices)

    def _told(
        self, article: Article, there: tuple[Highlight, ...], analysis: Analysis | None = None
    ) -> tuple[tuple[Highlight, ...], list[str]]:
        """Highlights to export with whose they are, and the names of the voices in their order."""
        if not there:
            return there, []
        analysis = analysis or self.analyse(article)
        return self.credited(article, there, analysis), [voice.name for voice in analysis.voices]

    def export_all(self, output: Path | None = None) -> tuple[Path, ...]:
        """Export each article of which something was kept, into the folder `output`; returns the paths.

        The text is the one that was read last. Raises as `export` does.
        """
        if output is not None and not output.is_dir():
            raise ExportError(f"{output} is no folder, and several articles don't go into one file: name a folder.")
        store = self._library.store()
        with store.reading():
            articles = [article for _, article in articles_with_highlights(store)]
        return tuple(self.export(article, output=output) for article in articles)

    def recent(self, query: str = "") -> "tuple[LibraryEntry, ...]":
        """What was read, newest first, and then what waits to be read (its `read` is "").

        All, or what has every word of `query` in title, byline, outlet or place.
        """
        words = query.casefold().split()
        return tuple(openable(book) for book in self._library.read(all_entries, ()) if _matches(book, words))

    def remove(self, location: str) -> str:
        """Take an article out of the library, by the location that `recent` has for it or its place; gives its title.

        Its file or page stays. Raises StorageError: where the library has none there, and where something is kept of
        it, for nothing that a person kept is dropped.
        """
        return self._library.remove(location)

    def gather(
        self, location: str, *, stdin: bytes | None = None, dry_run: bool = False, **wanted: bool
    ) -> "tuple[tuple[UnreadEntry, ...], tuple[SkippedEntries, ...]]":
        """Put the articles of a list into the library, to be read; gives what came new, and what was passed over.

        `wanted` is as in `sources.bookmarks.read`; with `dry_run` nothing is kept. Raises SourceError, StorageError.
        """
        from reader.sources.formats.bundled_articles import keep  # noqa: PLC0415 - as above
        from reader.sources.formats.reading_lists import SkippedEntries, read  # noqa: PLC0415 - few sessions import anything

        store = self._library.store()
        listed = read(location, stdin, **wanted)
        with store.reading() if dry_run else store.writing():
            new = new_entries(store, listed.found)
            store.reading_list.add(() if dry_run else new)
        there = {entry.location for entry in new}
        if not dry_run:
            keep(config.paths().pages, ((each.url, each.page) for each in listed.found if each.url in there))
        known = [SkippedEntries(each.url, "it is in your library") for each in listed.found if each.url not in there]
        return new, (*listed.passed, *known)

    @property
    def feeds(self) -> "FeedService":
        """The news feeds that the library follows."""
        from reader.services.feeds import FeedService  # noqa: PLC0415 - few sessions follow a feed

        return FeedService(self._library)

    def positions(self, article: Article) -> Positions:
        """Where the reader of an article stands in it."""
        return Positions(self._library, article)

    def credited(
        self, article: Article, highlights: tuple[Highlight, ...], analysis: Analysis
    ) -> tuple[Highlight, ...]:
        """Highlights of an article, with whose they are told anew where that is owed; unless no engine has read it.

        The library keeps that; where it can't, it is owed still.
        """
        owed = {here.id: here for here in highlights if here.speaker_pending and here.spans}
        if not owed or not analysis.engine:
            return highlights
        from reader.text.navigation import stop_saying, stop_with_spans, stops  # noqa: PLC0415 - few highlights are made so early

        found = stops(article, analysis)
        for id_, here in owed.items():
            stop = stop_with_spans(found, here.spans)
            stop = stop_saying(found, enclosing(here.spans)) if stop is None else stop
            quotation = None if stop is None else analysis.quotation(found[stop].quotation)
            speaker = None if quotation is None else speaker_of(article, analysis, quotation)
            owed[id_] = replace(here, speaker=speaker, speaker_pending=False)

        def write(store: "Store") -> None:
            for here in owed.values():
                store.highlights.set_speaker(here.id, here.speaker)

        self._library.try_write(write)
        return tuple(owed.get(here.id, here) for here in highlights)

    def close(self) -> None:
        """Let go of the library's file."""
        self._library.close()


def is_slow_to_open(location: str) -> bool:
    """Whether to open this may take more than a moment: a web page, a PDF, a file of megabytes."""
    if location.lower().startswith(("http://", "https://")):
        return True
    try:
        size = os.stat(location).st_size  # noqa: PTH116 - a path may hold what pathlib refuses
    except (OSError, ValueError):
        return False
    return size > _AT_ONCE or (size > 0 and location.lower().endswith(".pdf"))


def library_copy_notice(article: Article) -> str | None:
    """A sentence for the reader of a page that could not be had, and that opened as the library keeps it; else None."""
    if not article.location.startswith(LIBRARY_PREFIX):
        return None
    return "This is the copy that your library keeps: the page could not be fetched, and --refresh tells why."


def sentences(article: Article, paragraph: Span, analysis: Analysis | None) -> tuple[Span, ...]:
    """The sentences of one paragraph of the article's text, as the language ends them that the analysis read it in.

    Where no engine has read it, as English ends them.
    """
    from reader.analysis import cut_in  # noqa: PLC0415 - asked for by few keys

    code = analysis.language if analysis is not None and analysis.engine else "en"
    return cut_in(code)(article.text, paragraph)


def analyse_around(article: Article, offset: int) -> tuple[Analysis, Span] | None:
    """What is said about an offset of a long article, found long before all of it is: in which passage, and there.

    The passage goes back to a chapter's heading where one is near. Its analysis has spans of the whole text, and
    neither claims nor threads; it numbers quotations and voices by itself, and knows nothing that the rest tells of a
    voice. None where an article is not so long, or is one block.
    """
    text, blocks = article.text, article.blocks
    if len(text) < _GLIMPSED or not blocks:
        return None
    from reader.analysis import quoted  # noqa: PLC0415 - as in `analyse`

    starts = [block.span.start for block in blocks]
    far, first, near = (max(0, bisect_right(starts, offset - away) - 1) for away in (2 * _REACH, _REACH, _REACH // 2))
    first = max((at for at in range(far, near + 1) if blocks[at].kind is BlockKind.HEADING), default=first)
    last = bisect_left(starts, offset + _REACH)
    passage = Span(starts[first] if first else 0, starts[last] if last < len(blocks) else len(text))
    if 2 * len(passage) > len(text):
        return None
    # The text up to there, so that offsets stay: some of the engine looks through all of it, whatever the blocks.
    marks = article.marks[: bisect_left(article.marks, passage.end, key=lambda mark: mark.span.start)]
    return quoted(replace(article, text=text[: passage.end], blocks=blocks[first:last], marks=marks)), passage


def speaker_of(article: Article, analysis: Analysis, quotation: Quotation) -> Speaker | None:
    """Who says or denies a quotation of an article, for a highlight of it; None where that is not found."""
    voice = analysis.voice(quotation.voice)
    if voice is None:
        return None
    via = tuple(
        ", ".join(
            (
                name_in_sentence(by.name),
                *describe_voice(by.name, outlet=None if by.outlet == voice.outlet else by.outlet).parts,
            )
        )
        for by in analysis.via_voices(quotation)
    )
    denied = quotation.denial(article.text)
    return Speaker(voice.name, voice.kind.value, voice.role, voice.affiliation, voice.outlet, via, denied)


def cite(article: Article, spans: tuple[Span, ...], speaker: Speaker | None, *, markdown: bool = False) -> str:
    """Words of the article with who said them and where they stand, for the clipboard: a sentence, or Markdown."""
    from reader.export import citation  # noqa: PLC0415 - as in `export`

    form = citation.markdown if markdown else citation.plain
    return form(article, [span.of(article.text) for span in spans], speaker)


def _matches(shelved: "LibraryEntry", words: list[str]) -> bool:
    facts = (shelved.title, shelved.byline, shelved.outlet, shelved.location)
    said = " ".join(fact for fact in facts if fact).casefold()
    return all(word in said for word in words)
