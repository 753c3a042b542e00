"""Where a reader is in an article, was and set marks: stored with the words there, so that they survive changes."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Article, Span
from reader.services.library import Library, now

if TYPE_CHECKING:
    # SQLite is loaded when the library is opened: an article is on the screen before that.
    from reader.store import Store
    from reader.store.position_repository import StoredPosition
    from reader.text.anchors import Finder

_SNIPPET_LENGTH = 64
"""Characters that are stored of the words at a position: about a line of text."""

_ALL = 100
"""Percent."""

_MAX_JUMPS = 50
"""Jumps that are stored in either direction."""


class Position(NamedTuple):
    """An offset of the text, and the spans of the quotation that is current there, none where none is."""

    offset: int
    quotation_spans: tuple[Span, ...] = ()


class JumpHistory(NamedTuple):
    """Positions to go `back` and `forward` to, the nearest first, and `marks` by their letters."""

    back: tuple[Position, ...] = ()
    forward: tuple[Position, ...] = ()
    marks: Mapping[str, Position] = MappingProxyType({})


class Positions:
    """The stored positions of one article."""

    def __init__(self, library: Library, article: Article) -> None:
        self._library = library
        self._article = article

    def last(self) -> Position | None:
        """Return where the reader was last; None where that is not known, or the words there are gone."""
        from reader.store.position_repository import LAST  # noqa: PLC0415 - as above

        return next((position for _, position in self._found({LAST})), None)

    def jump_history(self) -> JumpHistory:
        """Return the jumps and the marks, without those whose words are gone."""
        from reader.store.position_repository import BACK, FORWARD, MARK  # noqa: PLC0415 - as above

        found = self._found({BACK, FORWARD, MARK})
        return JumpHistory(
            tuple(position for row, position in found if row.kind == BACK),
            tuple(position for row, position in found if row.kind == FORWARD),
            {row.name: position for row, position in found if row.kind == MARK},
        )

    def save(self, position: Position, history: JumpHistory | None = None, percent: int | None = None) -> None:
        """Store where the reader is; a failure is not reported here.

        Args:
            position: Where the reader is.
            history: The jumps, None to leave them as they are.
            percent: As for `save_percent`, None to leave it as it is.
        """
        from reader.store.position_repository import BACK, FORWARD, LAST  # noqa: PLC0415 - as above

        kinds, rows = [LAST], [self._row(LAST, "", position)]
        if history is not None:
            kinds += [BACK, FORWARD]
            for kind, positions in ((BACK, history.back), (FORWARD, history.forward)):
                rows += [self._row(kind, str(at), each) for at, each in enumerate(positions[:_MAX_JUMPS])]

        def write(store: "Store") -> None:
            key = self._key(store)
            store.positions.replace(key, kinds, rows, now())
            if percent is not None:
                self._write_percent(store, key, percent)

        self._library.try_write(write)

    def are_lost(self) -> bool:
        """Whether the library has the article without where the reader is: it was removed and is there again."""
        from reader.store.position_repository import LAST  # noqa: PLC0415 - as above

        def find(store: "Store") -> bool:
            keys = store.articles.keys_of(self._article)
            return bool(keys) and not any(store.positions.of(key, {LAST}) for key in keys)

        return bool(self._library.read(find, default=False))

    def save_percent(self, percent: int) -> None:
        """Store how much of the article is above the end of the screen, where the library has the article.

        Once the end of the article was on the screen, it stays 100 percent until the text changes.
        """

        def write(store: "Store") -> None:
            for key in store.articles.keys_of(self._article)[:1]:
                self._write_percent(store, key, percent)

        self._library.try_write(write)

    def _write_percent(self, store: "Store", key: str, percent: int) -> None:
        from reader.store.position_repository import SEEN, StoredPosition  # noqa: PLC0415 - as above

        row = StoredPosition(SEEN, "", self._digest, percent, "", "", "")
        if replace(row, start=_ALL) not in store.positions.of(key, {SEEN}):
            store.positions.put(key, row, now())

    def set_mark(self, letter: str, position: Position) -> None:
        """Store a mark under a letter, in place of the one that had it.

        Raises:
            StorageError: It was not stored.
        """
        from reader.store.position_repository import MARK  # noqa: PLC0415 - as above

        with self._library.writing() as store:
            store.positions.put(self._key(store), self._row(MARK, letter, position), now())

    def draft(self, name: str) -> str:
        """Return what was written under this name and is not saved as a note or tags; "" where there is nothing."""
        from reader.store.position_repository import DRAFT  # noqa: PLC0415 - as above

        return next((row.exact for row in self._rows({DRAFT}) if row.name == name), "")

    def save_draft(self, name: str, text: str) -> None:
        """Store what was written under a name until it is saved as a note or tags; "" removes it.

        Raises:
            StorageError: It was not stored.
        """
        if text != self.draft(name):
            with self._library.writing() as store:
                self._write_draft(store, name, text)

    def try_save_draft(self, name: str, text: str) -> None:
        """Store a draft as `save_draft` does, while it is being written; a failure is not reported here."""
        if text != self.draft(name):
            self._library.try_write(lambda store: self._write_draft(store, name, text))

    def _write_draft(self, store: "Store", name: str, text: str) -> None:
        from reader.store.position_repository import DRAFT, StoredPosition  # noqa: PLC0415 - as above

        if text:
            row = StoredPosition(DRAFT, name, self._digest, 0, text, "", "")
            store.positions.put(self._key(store), row, now())
        else:
            store.positions.remove(self._key(store), DRAFT, name)

    def _key(self, store: "Store") -> str:
        """Return the article's key in the store, recording the article where it has none."""
        keys = store.articles.keys_of(self._article)
        return keys[0] if keys else store.articles.record(self._article, None, now())

    @cached_property
    def _digest(self) -> str:
        from reader.store import digest  # noqa: PLC0415 - as above

        return digest(self._article.text)

    @cached_property
    def _finder(self) -> "Finder":
        from reader.text.anchors import Finder  # noqa: PLC0415 - most articles never changed

        return Finder(self._article.text)

    def _row(self, kind: str, name: str, position: Position) -> "StoredPosition":
        """Return a position as it is stored."""
        from reader.store.position_repository import StoredPosition  # noqa: PLC0415 - as above
        from reader.text import anchors  # noqa: PLC0415 - not needed to start

        text = self._article.text
        words = Span(min(position.offset, len(text)), min(position.offset + _SNIPPET_LENGTH, len(text)))
        spans = tuple((span.start - words.start, span.end - words.start) for span in position.quotation_spans)
        return StoredPosition(kind, name, self._digest, words.start, *anchors.selector_of(text, (words,)), spans)

    def _found(self, kinds: set[str]) -> "list[tuple[StoredPosition, Position]]":
        """Return the rows of these kinds whose words are still there, each with its position in the present text."""
        found = [(row, self._position(row)) for row in self._rows(kinds)]
        return [(row, position) for row, position in found if position is not None]

    def _rows(self, kinds: set[str]) -> "list[StoredPosition]":
        def find(store: "Store") -> "list[StoredPosition]":
            keys = store.articles.keys_of(self._article)
            return [row for key in keys for row in store.positions.of(key, kinds)]

        return list(self._library.read(find, []))

    def _position(self, row: "StoredPosition") -> Position | None:
        """Return the position of a row in the present text, None where its words are gone."""
        text = self._article.text
        start = min(row.start, len(text))
        if row.digest != self._digest:
            words = self._finder.find(row.exact, row.prefix, row.suffix, row.start)
            if words is None:
                return None
            start = words.start
        if row.quotation_offsets and start + row.quotation_offsets[0][0] < 0:  # the beginning of the text is gone
            return Position(start)
        return Position(start, tuple(Span(start + begin, start + end) for begin, end in row.quotation_offsets))
