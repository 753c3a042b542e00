"""A person's corrections of what was found in articles: kept in the library, replayed on every analysis, undone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import StorageError
from reader.model import Analysis, Article
from reader.services.library import Library, now, permanent_location
from reader.services.undo_history import UndoHistory

if TYPE_CHECKING:
    # As in `session`: most articles have no corrections, and SQLite is loaded when the library is opened.
    from reader.corrections import Correction, KnownVoice, Operation
    from reader.store import Store, StoredCorrection

_UNREADABLE = "another version of Pullquote wrote it"
_KEPT = "correction kept: it was changed in another window"


class Misfit(NamedTuple):
    """A correction that does not fit any more: what it says, and why."""

    words: str
    why: str


@dataclass(frozen=True, slots=True)
class CorrectedAnalysis:
    """What an engine found in an article, and what a person made of it.

    Attributes:
        found: The engine's analysis.
        analysis: The analysis with the corrections; `found` itself where there are none.
        corrections: The corrections that are in force, in the order in which they were made.
        known: What is known of voices in every article.
        misfits: Those that do not fit, by the id of the correction.
    """

    found: Analysis
    analysis: Analysis
    corrections: "tuple[Correction, ...]" = ()
    known: "tuple[KnownVoice, ...]" = ()
    misfits: Mapping[str, Misfit] = field(default_factory=lambda: MappingProxyType({}))


class Step(NamedTuple):
    """A change that can be undone: the ids of what was made and of what was withdrawn, and what is said of it.

    `undone` is the sentence on undoing it, `redone` that on making it again; "" for what is said of a correction.
    What another window had made or withdrawn already is not among them.
    """

    made: tuple[str, ...]
    withdrawn: tuple[str, ...]
    undone: str
    redone: str = ""


class CorrectionService:
    """The corrections in a library, and those that this session made, which can be undone."""

    def __init__(self, library: Library, history: UndoHistory) -> None:
        self._library = library
        self._history = history
        self._steps: list[Step] = []
        self._undone: list[Step] = []

    def apply(self, article: Article, found: Analysis) -> CorrectedAnalysis:
        """Return what an engine found with the corrections that the library has for the article."""
        if not found.engine:
            return CorrectedAnalysis(found, found)
        return self._library.read(lambda store: self._replayed(store, article, found), CorrectedAnalysis(found, found))

    def _replayed(self, store: "Store", article: Article, found: Analysis) -> CorrectedAnalysis:
        rows = self._rows(store, article)
        known_rows = store.corrections.known_voices()
        if not rows and not known_rows:
            return CorrectedAnalysis(found, found)
        from reader.corrections import KnownVoice, VoiceField, replay  # noqa: PLC0415 - as above
        from reader.corrections.summary import describe  # noqa: PLC0415 - as above

        corrections, misfits = decoded(store, article, rows)
        fields = {each.value: each for each in VoiceField}
        known = tuple(
            KnownVoice(row.id, row.name, fields[row.field], row.value) for row in known_rows if row.field in fields
        )
        result = replay(found, corrections, known)
        misfits |= {
            each.id: Misfit(describe(each.operation), result.misfits[each.id])
            for each in corrections
            if each.id in result.misfits
        }
        return CorrectedAnalysis(found, result.analysis, corrections, known, misfits)

    @staticmethod
    def _rows(store: "Store", article: Article) -> "list[StoredCorrection]":
        keys = store.articles.versions_of(article, permanent_location(article.location))
        rows = [row for key in keys for row in store.corrections.of(key) if row.undone_at is None]
        return sorted(rows, key=lambda row: row.made)

    def add(
        self, article: Article, before: CorrectedAnalysis, *operations: "Operation", undone: str = "correction undone"
    ) -> CorrectedAnalysis:
        """Store corrections, which are on the disk when this returns, and return the analysis with them.

        Args:
            article: The article.
            before: The analysis as the person sees it.
            operations: What the person said, as one change for `undo`.
            undone: What `undo` says of it.

        Raises:
            StorageError: They were not stored, or do not fit the analysis.
        """
        from reader.corrections import Correction, replay  # noqa: PLC0415 - most sessions correct nothing
        from reader.corrections.json_form import to_text  # noqa: PLC0415
        from reader.store import StoredCorrection, digest, new_id  # noqa: PLC0415

        moment = _moment()
        made = [Correction(new_id(), operation, before.found.engine, moment) for operation in operations]
        result = replay(before.found, (*before.corrections, *made), before.known)
        for each in made:
            if each.id in result.misfits:
                raise StorageError(f"This correction does not fit: {result.misfits[each.id]}. Nothing was changed.")
        present = digest(article.text)
        with self._library.writing() as store:
            key = _key(store, article)
            store.corrections.add(
                StoredCorrection(each.id, key, present, each.engine, to_text(each.operation), moment) for each in made
            )
        self.remember(Step(tuple(each.id for each in made), (), undone))
        return CorrectedAnalysis(
            before.found, result.analysis, (*before.corrections, *made), before.known, before.misfits
        )

    def add_known(self, name: str, field: str, value: str | None, replacing: Iterable[str] = ()) -> None:
        """Store a fact about the voices of a name for every article; `apply` gives the analysis with it.

        Args:
            name: The name that the engine gives them.
            field: What is set of them.
            value: Its value, None for none.
            replacing: The ids of corrections of one article that say the same.

        Raises:
            StorageError: It was not stored.
        """
        from reader.store import StoredKnownVoice, new_id  # noqa: PLC0415 - as above

        made = StoredKnownVoice(new_id(), name, field, value, _moment())
        with self._library.writing() as store:
            older = [*replacing]
            older += [
                row.id
                for row in store.corrections.known_voices()
                if row.name.casefold() == name.casefold() and row.field == field
            ]
            withdrawn = store.corrections.set_undone(older, made.made)
            store.corrections.add_known(made)
        self.remember(Step((made.id,), withdrawn, f"{field} of {name} is no more set in every article"))

    def withdraw(self, ids: Iterable[str]) -> None:
        """Take corrections back, also those of earlier sessions; `undo` makes them again.

        Raises:
            StorageError: They were not taken back.
        """
        with self._library.writing() as store:
            withdrawn = store.corrections.set_undone(ids, now())
        self.remember(Step((), withdrawn, "corrections made again"))

    def undo(self) -> str | None:
        """Undo the last change that this session made here; return a sentence, None where there is nothing to undo.

        Raises:
            StorageError: It was not undone.
        """
        if not self._steps:
            return None
        step = self._steps[-1]
        with self._library.writing() as store:
            made = store.corrections.set_undone(step.made, now())
            withdrawn = store.corrections.set_undone(step.withdrawn, None)
        del self._steps[-1]
        self._undone.append(step._replace(made=made, withdrawn=withdrawn))
        return step.undone if made or withdrawn else _KEPT

    def redo(self) -> str | None:
        """Make the change again that was undone last; the result is as in `undo`.

        Raises:
            StorageError: It was not made.
        """
        if not self._undone:
            return None
        step = self._undone[-1]
        with self._library.writing() as store:
            made = store.corrections.set_undone(step.made, None)
            withdrawn = store.corrections.set_undone(step.withdrawn, now())
        del self._undone[-1]
        self._steps.append(step._replace(made=made, withdrawn=withdrawn))
        said = step.redone or ("correction made again" if made else "corrections withdrawn again")
        return said if made or withdrawn else _KEPT

    def remember(self, step: Step) -> None:
        """Remember a change that was stored, so that it is undone next."""
        self._steps.append(step)
        self._undone.clear()
        self._history.record(self)

    def by_article(self) -> tuple[Article, ...]:
        """Return the articles that have corrections, in the text read last, which is empty where it can't be read."""

        def find(store: "Store") -> tuple[Article, ...]:
            articles = (store.articles.get_without_text(key) for key in store.corrections.articles())
            return tuple(article for article in articles if article is not None)

        return self._library.read(find, ())

    def import_corrections(self, article: Article, corrections: "Sequence[Correction]") -> int:
        """Store corrections that another person made of the article; return how many are new.

        Raises:
            StorageError: They were not stored.
        """
        from reader.corrections.json_form import to_text  # noqa: PLC0415 - few sessions import any
        from reader.store import StoredCorrection, digest  # noqa: PLC0415

        present = digest(article.text)
        with self._library.writing() as store:
            key = _key(store, article)
            return store.corrections.add(
                StoredCorrection(
                    each.id,
                    key,
                    present,
                    each.engine,
                    to_text(each.operation),
                    each.made or _moment(),
                )
                for each in corrections
            )


def decoded(
    store: "Store", article: Article, rows: "Sequence[StoredCorrection]"
) -> "tuple[tuple[Correction, ...], dict[str, Misfit]]":
    """Return the corrections of rows with spans in the article's present text, and the rows that can't be read."""
    from reader.corrections import Correction  # noqa: PLC0415 - as in `CorrectionService`
    from reader.corrections.json_form import from_text  # noqa: PLC0415
    from reader.corrections.relocation import relocate  # noqa: PLC0415
    from reader.store import digest  # noqa: PLC0415

    read: dict[str, Correction] = {}
    misfits: dict[str, Misfit] = {}
    versions: dict[tuple[str, str], list[Correction]] = {}
    present = digest(article.text)
    for row in rows:
        try:
            operation = from_text(row.operation)
        except (ValueError, RecursionError):
            misfits[row.id] = Misfit(" ".join(row.operation[:60].split()), _UNREADABLE)
            continue
        read[row.id] = Correction(row.id, operation, row.engine, row.made)
        if row.digest != present:
            versions.setdefault((row.article_id, row.digest), []).append(read[row.id])
    for (key, version), corrections in versions.items():
        moved = relocate(corrections, store.articles.version_text(key, version), article.text)
        read |= {each.id: each for each in moved}
    return tuple(read[row.id] for row in rows if row.id in read), misfits


def _key(store: "Store", article: Article) -> str:
    """Return the article's key in the store, recording the article where it has none."""
    keys = store.articles.keys_of(article)
    return keys[0] if keys else store.articles.record(article, permanent_location(article.location), now())


def _moment() -> str:
    """Return this moment in UTC (ISO 8601), so precise that two corrections are never made at the same moment."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
