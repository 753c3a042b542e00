"""The one place that joins the packages: open, analyse and highlight, with the person's library behind it."""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader import config
from reader.config import Settings
from reader.errors import AnalysisStoppedError, SourceError
from reader.model import Analysis, Article, BlockKind, Span, Speaker
from reader.services.corrections import CorrectionService
from reader.services.highlights import HighlightService
from reader.services.library import LIBRARY_PREFIX, Library, now
from reader.services.positions import JumpHistory, Position, Positions
from reader.services.removals import RemovalService
from reader.services.undo_history import UndoHistory

if TYPE_CHECKING:
    # Loaded when they are needed: an article is on the screen before the library is opened.
    from reader.services.feeds import FeedService
    from reader.services.people import PeopleService
    from reader.services.recovery import RecoveryService
    from reader.services.search import SearchService
    from reader.store import LibraryEntry as LibraryEntry  # noqa: PLC0414 - the app has it from here

__all__ = [
    "JumpHistory",
    "Position",
    "Session",
    "analyse_around",
    "cite",
    "is_slow_to_open",
    "library_copy_notice",
    "sentences",
]

# In characters. The engine takes some 2.5 ms per thousand; a stored analysis takes 80 ms at any length (most of it to
# import pydantic), and 100 ms more to be stored.
_WORTH_STORING = 60_000
# In characters: some 40,000 words, for which the engine takes half a second and a reader begins to wait.
_LONG_ARTICLE = 250_000
# In characters either way: what `analyse_around` reads. It takes a tenth of a second, and minutes to read.
_PASSAGE_REACH = 20_000
# In bytes: 300,000 words of plain text, which take 0.3 s. A page of a PDF takes 10 ms and more.
_QUICK_TO_OPEN = 2 * 1024 * 1024
# Those of `reader.sources.formats.registry`, which takes a moment to import. A plugin may read other files.
_BUILT_IN_SUFFIXES = frozenset(
    {
        ".docm",
        ".docx",
        ".dotx",
        ".eml",
        ".epub",
        ".htm",
        ".html",
        ".markdown",
        ".md",
        ".mdown",
        ".mdx",
        ".mht",
        ".mhtml",
        ".mkd",
        ".pdf",
        ".rtf",
        ".shtml",
        ".text",
        ".txt",
        ".xht",
        ".xhtml",
    }
)


class Session:
    """One person's settings and library. Use it only in the thread that made it.

    Attributes:
        settings: Those of `config.toml`, unless others are given.
        diagnostics: Sentences on what can't be used of that file; none where `settings` are given.
        allow_private: Whether addresses of the person's own network may be opened, whoever asks.
        library: The articles of the library. Without a library nothing is recorded and nothing can be saved.
        highlights: The highlights in the library.
        corrections: The corrections in the library.
        removals: Removes articles from the library.
    """

    def __init__(self, settings: Settings | None = None, *, library: bool = True) -> None:
        self.diagnostics: tuple[str, ...] = ()
        if settings is None:
            settings, self.diagnostics = config.read()
        self.settings = settings
        self.allow_private = False
        self.library = Library(lambda: config.paths().library, enabled=library)
        self._history = UndoHistory()
        self.highlights = HighlightService(self.library, self._history)
        self.corrections = CorrectionService(self.library, self._history)
        self.removals = RemovalService(self.library, self._history)

    def clone(self) -> "Session":
        """Return a session with the same settings and the same library, for another thread."""
        clone = Session(self.settings, library=self.library.enabled)
        clone.allow_private = self.allow_private
        return clone

    @property
    def feeds(self) -> "FeedService":
        """The news feeds that the library follows."""
        from reader.services.feeds import FeedService  # noqa: PLC0415 - few sessions follow a feed

        return FeedService(self.library)

    @cached_property
    def search(self) -> "SearchService":
        """The search over the library."""
        from reader.services.search import SearchService  # noqa: PLC0415 - an article is on the screen before it is needed

        index = config.paths().library.with_suffix(".search.db")
        return SearchService(self.library, index, lambda *args: corrected_analysis(self, *args))

    @cached_property
    def people(self) -> "PeopleService":
        """The voices of all articles of the library."""
        from reader.services.people import PeopleService  # noqa: PLC0415 - as above

        return PeopleService(self.library, self.search, self.corrections)

    @property
    def recovery(self) -> "RecoveryService":
        """Backups of the library, and what to do when it is damaged."""
        from reader.services.recovery import RecoveryService  # noqa: PLC0415 - few sessions need it

        return RecoveryService(self.library, self.settings)

    def positions(self, article: Article) -> Positions:
        """Return the stored positions of an article: where its reader is, was and set marks."""
        return Positions(self.library, article)

    def open(  # noqa: PLR0913 - each is an option of its own
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
        """Open an article.

        A web page that was read before opens without the network. One that can't be fetched any more opens as the
        copy that the library has.

        Args:
            location: A path, an address, "-" for `stdin`, or a location of `library.entries`.
            stdin: What was piped in.
            record: Whether to record in the library that the article is read now.
            refresh: Whether to fetch a web page again that was read before.
            allow_private: Whether addresses of the person's own network may be opened.
            on_progress: Called in this thread with a few words on what is being done.
            is_cancelled: Called in this thread while a page is fetched; true gives up.

        Raises:
            SourceError: It can't be opened.
        """
        if location.startswith(LIBRARY_PREFIX):
            saved = self.library.saved_article(location)
            if saved is None:
                missing = "the library has no such article: pullquote library lists what it has"
                if self.library.has_only_highlights(location):
                    missing = "the library has only highlights of it so far: open its file or page to find them there"
                reason = self.library.problem or missing
                raise SourceError(f"{location} could not be opened: {reason}")
            article = saved
        else:
            from reader.sources import load  # noqa: PLC0415 - the library opens without it

            try:
                article = load(
                    location,
                    stdin=stdin,
                    refresh=refresh,
                    allow_private=allow_private or self.allow_private,
                    cache=config.paths().pages if "://" in location else None,
                    on_status=on_progress,
                    should_stop=is_cancelled,
                )
            except SourceError:
                has_given_up = refresh or (is_cancelled is not None and is_cancelled())
                copy = None if has_given_up else self.library.saved_article(location)
                if copy is None:
                    raise
                article = copy
        if record:
            self.library.record(article)
        return article

    def analyse(
        self,
        article: Article,
        on_progress: Callable[[str], None] = lambda _: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Analysis:
        """Return what the engine finds in the article.

        The analysis of a long article is stored in the library, where reading it is quicker than analysing again.

        Args:
            article: The article.
            on_progress: Called with a few words where the analysis takes a while.
            is_cancelled: Asked before each paragraph and between the stages whether to give up.

        Raises:
            AnalysisStoppedError: `is_cancelled` returned True.
        """
        from reader.analysis import ENGINE, analyse  # noqa: PLC0415 - the library opens without it

        def check() -> None:
            if is_cancelled():
                raise AnalysisStoppedError

        if len(article.text) <= _WORTH_STORING:
            return analyse(article, check)
        from reader.store import fingerprint  # noqa: PLC0415 - short articles need nothing of it

        key = fingerprint(article)
        stored = self.library.read(lambda store: store.analyses.get(key, ENGINE), None)
        if stored is not None:
            return stored
        on_progress("finding voices")
        analysis = analyse(article, check)
        self.library.try_write(lambda store: store.analyses.put(key, analysis, now()))
        return analysis

    def analyse_with_corrections(
        self, article: Article, on_progress: Callable[[str], None] = lambda _: None
    ) -> Analysis:
        """Return what the engine finds in the article, as the person corrected it."""
        return self.corrections.apply(article, self.analyse(article, on_progress)).analysis

    def analyse_around(self, article: Article, offset: int) -> tuple[Analysis, Span] | None:
        """Return what `analyse_around` finds, as the person corrected it."""
        found = analyse_around(article, offset)
        return None if found is None else (self.corrections.apply(article, found[0]).analysis, found[1])

    def undo(self) -> str | None:
        """Undo the last change that this session made and has not undone: to highlights, corrections or the library.

        Returns:
            A sentence on what was done, None when there is nothing to undo.

        Raises:
            StorageError: It was not undone.
        """
        return self._history.undo()

    def redo(self) -> str | None:
        """Make the change again that was undone last, unless another was made since; the result is as in `undo`.

        Raises:
            StorageError: It was not made.
        """
        return self._history.redo()

    @property
    def change_count(self) -> int:
        """How many changes this session made, undid and made again: what is shown is old where it differs."""
        return self._history.change_count

    def close(self) -> None:
        """Close the files of the library and its index."""
        if "search" in vars(self):
            self.search.close()
        self.library.close()


def is_slow_to_open(location: str) -> bool:
    """Whether opening this may take more than a moment: a web page, a PDF, a file of megabytes, one for a plugin."""
    if location.lower().startswith(("http://", "https://")):
        return True
    try:
        size = os.stat(location).st_size  # noqa: PTH116 - a path may hold what pathlib refuses
    except (OSError, ValueError):
        return False
    suffix = os.path.splitext(location)[1].lower()  # noqa: PTH122 - as above
    return size > _QUICK_TO_OPEN or (size > 0 and (suffix == ".pdf" or _may_need_plugin(suffix)))


def _may_need_plugin(suffix: str) -> bool:
    if not suffix or suffix in _BUILT_IN_SUFFIXES:
        return False
    from reader.sources.formats.plugins import find_plugins  # noqa: PLC0415 - slow to import, and seldom needed

    return bool(find_plugins())


def corrected_analysis(session: Session, article: Article, is_cancelled: Callable[[], bool]) -> Analysis:
    """Return what the engine finds in the article, as the person corrected it; raises what `Session.analyse` raises."""
    return session.corrections.apply(article, session.analyse(article, is_cancelled=is_cancelled)).analysis


def library_copy_notice(article: Article) -> str | None:
    """Return a sentence for the reader of a page that could only be opened from the library's copy; else None."""
    if not article.location.startswith(LIBRARY_PREFIX):
        return None
    return "This is the copy in your library: the page could not be fetched. --refresh shows why."


def sentences(article: Article, paragraph: Span, analysis: Analysis | None) -> tuple[Span, ...]:
    """Return the sentences of one paragraph of the article, as the language of its analysis ends them.

    English where no engine has read the article.
    """
    from reader.analysis import sentence_splitter  # noqa: PLC0415 - few keys need it

    code = analysis.language if analysis is not None and analysis.engine else "en"
    return sentence_splitter(code)(article.text, paragraph)


def analyse_around(article: Article, offset: int) -> tuple[Analysis, Span] | None:
    """Analyse the passage around an offset of a long article, long before all of it is analysed.

    The passage begins at a chapter's heading where one is near. The analysis has neither claims nor threads, numbers
    quotations and voices on its own, and knows nothing that the rest of the article says about a voice.

    Returns:
        The analysis, with spans of the whole text, and the passage; None where the article is short or one block.
    """
    text, blocks = article.text, article.blocks
    if len(text) < _LONG_ARTICLE or not blocks:
        return None
    from reader.analysis import analyse_quotations  # noqa: PLC0415 - as in `analyse`

    starts = [block.span.start for block in blocks]
    far, first, near = (
        max(0, bisect_right(starts, offset - distance) - 1)
        for distance in (2 * _PASSAGE_REACH, _PASSAGE_REACH, _PASSAGE_REACH // 2)
    )
    first = max((at for at in range(far, near + 1) if blocks[at].kind is BlockKind.HEADING), default=first)
    last = bisect_left(starts, offset + _PASSAGE_REACH)
    passage = Span(starts[first] if first else 0, starts[last] if last < len(blocks) else len(text))
    if 2 * len(passage) > len(text):
        return None
    # The text before the passage stays, so that offsets do, and some of the engine looks at all of it.
    marks = article.marks[: bisect_left(article.marks, passage.end, key=lambda mark: mark.span.start)]
    return analyse_quotations(
        replace(article, text=text[: passage.end], blocks=blocks[first:last], marks=marks)
    ), passage


def cite(article: Article, spans: tuple[Span, ...], speaker: Speaker | None, *, markdown: bool = False) -> str:
    """Return words of the article with their speaker and source for the clipboard, as a sentence or as Markdown."""
    from reader.export import citation  # noqa: PLC0415 - few sessions copy anything

    form = citation.markdown if markdown else citation.plain
    return form(article, [span.of(article.text) for span in spans], speaker)
