"""Where a reader stands in an article, in offsets of its present text: kept with the words there, so that they last."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Article, Span
from reader.services.library import Library, now

if TYPE_CHECKING:
    # SQLite is loaded when the library is opened: an article stands on the screen before that.
    from reader.store import Store
    from reader.store.position_repository import StoredPosition

WORDS = 64
"""Characters kept of the words at a place: a line of text."""

MOST = 50
"""Jumps kept each way."""


class Position(NamedTuple):
    """An offset of the text, and what is current there: the parts of the quotation that `quotation_spans` are, none for none."""

    offset: int
    quotation_spans: tuple[Span, ...] = ()


class JumpHistory(NamedTuple):
    """Places to go `back` and `forward` to, the nearest first, and `marks` by their letters."""

    back: tuple[Position, ...] = ()
    forward: tuple[Position, ...] = ()
    marks: Mapping[str, Position] = MappingProxyType({})


class Positions:
    """Where the reader of one article stands, stood and set marks, in a library."""

    def __init__(self, library: Library, article: Article) -> None:
        self._library = library
        self._article = article

    def last(self) -> Position | None:
        """Where the reader stood last; None where that is not known, or the words there are gone."""
        from reader.store.position_repository import LAST  # noqa: PLC0415 - as above

        return next((place for _, place in self._found({LAST})), None)

    def jump_history(self) -> JumpHistory:
        """The jumps and the marks, without those whose words are gone."""
        from reader.store.position_repository import BACK, FORWARD, MARK  # noqa: PLC0415 - as above

        found = self._found({BACK, FORWARD, MARK})
        return JumpHistory(
            tuple(place for spot, place in found if spot.kind == BACK),
            tuple(place for spot, place in found if spot.kind == FORWARD),
            {spot.name: place for spot, place in found if spot.kind == MARK},
        )

    def save(self, place: Position, trail: JumpHistory | None = None) -> None:
        """Keep where the reader stands, and of a trail its jumps; where that can't be done, reading goes on."""
        from reader.store.position_repository import BACK, FORWARD, LAST  # noqa: PLC0415 - as above

        kinds, spots = [LAST], [self._spot(LAST, "", place)]
        if trail is not None:
            kinds += [BACK, FORWARD]
            for kind, places in ((BACK, trail.back), (FORWARD, trail.forward)):
                spots += [self._spot(kind, str(at), each) for at, each in enumerate(places[:MOST])]

        def write(store: "Store") -> None:
            store.positions.replace(self._key(store), kinds, spots, now())

        self._library.try_write(write)

    def set_mark(self, letter: str, place: Position) -> None:
        """Keep a mark under a letter, in place of the one that had it. Raises StorageError."""
        from reader.store.position_repository import MARK  # noqa: PLC0415 - as above

        with self._library.writing() as store:
            store.positions.put(self._key(store), self._spot(MARK, letter, place), now())

    def draft(self, name: str) -> str:
        """What was written under this name and left: no note or tags so far; "" where there is nothing."""
        from reader.store.position_repository import DRAFT  # noqa: PLC0415 - as above

        return next((spot.exact for spot in self._kept({DRAFT}) if spot.name == name), "")

    def save_draft(self, name: str, words: str) -> None:
        """Keep what was written under a name until it is a note or tags; "" lets go of it. What is kept is left so.

        Raises StorageError.
        """
        if words == self.draft(name):
            return
        from reader.store.position_repository import DRAFT, StoredPosition  # noqa: PLC0415 - as above

        with self._library.writing() as store:
            if words:
                store.positions.put(
                    self._key(store), StoredPosition(DRAFT, name, self._digest, 0, words, "", ""), now()
                )
            else:
                store.positions.remove(self._key(store), DRAFT, name)

    def _key(self, store: "Store") -> str:
        known = store.articles.keys_of(self._article)
        return known[0] if known else store.articles.record(self._article, None, now())

    @cached_property
    def _digest(self) -> str:
        from reader.store import digest  # noqa: PLC0415 - as above

        return digest(self._article.text)

    def _spot(self, kind: str, name: str, place: Position) -> "StoredPosition":
        from reader.store.position_repository import StoredPosition  # noqa: PLC0415 - as above
        from reader.text import anchors  # noqa: PLC0415 - not needed to start

        text = self._article.text
        words = Span(min(place.offset, len(text)), min(place.offset + WORDS, len(text)))
        said = tuple((span.start - words.start, span.end - words.start) for span in place.quotation_spans)
        return StoredPosition(kind, name, self._digest, words.start, *anchors.selector_of(text, (words,)), said)

    def _found(self, kinds: set[str]) -> "list[tuple[StoredPosition, Position]]":
        """The spots of these kinds with their places in the present text."""
        found = [(spot, self._present(spot)) for spot in self._kept(kinds)]
        return [(spot, place) for spot, place in found if place is not None]

    def _kept(self, kinds: set[str]) -> "list[StoredPosition]":
        def kept(store: "Store") -> "list[StoredPosition]":
            keys = store.articles.keys_of(self._article)
            return [spot for key in keys for spot in store.positions.of(key, kinds)]

        return list(self._library.read(kept, []))

    def _present(self, spot: "StoredPosition") -> Position | None:
        """The place of a spot in the present text, None where its words are gone."""
        text = self._article.text
        start = min(spot.start, len(text))
        if spot.digest != self._digest:
            from reader.text import anchors  # noqa: PLC0415 - most articles never changed

            words = anchors.find(text, spot.exact, spot.prefix, spot.suffix, spot.start)
            if words is None:
                return None
            start = words.start
        if (
            spot.quotation_offsets and start + spot.quotation_offsets[0][0] < 0
        ):  # in a text of which the beginning is gone
            return Position(start)
        return Position(start, tuple(Span(start + begin, start + end) for begin, end in spot.quotation_offsets))
