"""Keep the search index like the library: what changed in the library is indexed again, what is gone is removed."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from reader import __version__
from reader.errors import AnalysisStoppedError
from reader.model import ENGINE, Analysis, Article, Voice
from reader.store.highlight_repository import spans_to_json
from reader.store.search_index import (
    ArticleRow,
    DamagedIndexError,
    HighlightRow,
    IndexedArticle,
    QuotationRow,
    SearchIndex,
    VoiceRow,
)
from reader.text.search_words import folded_words, words_of

if TYPE_CHECKING:
    from reader.services.library import Library
    from reader.store import Store, StoredHighlight
    from reader.store.article_state_repository import ArticleState

SAME_PERSON = "same person"
"""The field under which the library keeps, among the known voices, which voices of several articles are one."""

_KNOWN = "known voices"
_FACT = 4
"""The number of values stored for each: id, name, field and value."""

Analyse = Callable[[Article, Callable[[], bool]], Analysis]
"""Returns what is found in an article, as the person corrected it; asks the second argument whether to give up."""

Report = Callable[[int, int], None]
"""Called with how many articles are done, and of how many."""


def spaced_words(text: str) -> str:
    """Return the folded words of a text in order, each after a space, as the index looks for beginnings of words."""
    return "".join(f" {word.folded}" for word in words_of(text))


class Indexer:
    """Brings an index up to the library's present state.

    Args:
        library: The library.
        index: The index.
        analyse: Returns what is found in an article.
    """

    def __init__(self, library: "Library", index: SearchIndex, analyse: Analyse) -> None:
        self._library = library
        self._index = index
        self._analyse = analyse

    def refresh_texts(self, report: Report, is_cancelled: Callable[[], bool]) -> None:
        """Index the words and highlights of the articles that changed, and remove those that are gone."""
        states = self._states()
        if states is None:
            return
        with self._index.transaction():
            indexed = self._index.indexed()
        with self._index.transaction(is_write=True):
            for key in indexed.keys() - states.keys():
                self._index.remove(key)
            for key in indexed.keys() & states.keys():
                if indexed[key].last_read != states[key].last_read:
                    self._index.set_last_read(key, states[key].last_read)
        changed = [state for state in states.values() if _is_changed(state, indexed.get(state.key))]
        for number, state in enumerate(changed):
            if is_cancelled():
                return
            report(number, len(changed))
            self._put_text(state, indexed.get(state.key))

    def refresh_analyses(self, report: Report, is_cancelled: Callable[[], bool]) -> None:
        """Index who says what in the articles that changed, were corrected, or are known to another engine only."""
        states = self._states()
        if states is None:
            return
        self._forget_known()
        with self._index.transaction():
            indexed = self._index.indexed()
        wanted = [
            state
            for state in reversed(states.values())
            if state.key in indexed and state.stated[0] and indexed[state.key].analysed != _analysed(state)
        ]
        for number, state in enumerate(wanted):
            if is_cancelled():
                return
            report(number, len(wanted))
            article = self._article(state)
            if article is None or indexed[state.key].facts != state.facts:
                continue
            try:
                analysis = self._analyse(article, is_cancelled)
            except AnalysisStoppedError:
                return
            self._put_analysis(indexed[state.key].id, state, article, analysis)

    def add(self, article: Article, analysis: Analysis) -> None:
        """Index an article that was opened, with its analysis."""

        def find(store: "Store") -> "ArticleState | None":
            keys = store.articles.keys_of(article)
            return store.states.of(keys[0]) if keys else None

        state = self._library.read(find, None)
        if state is None:
            return
        with self._index.transaction():
            before = self._index.indexed_as(state.key)
        if _is_changed(state, before):
            self._put_text(state, before)
        with self._index.transaction():
            present = self._index.indexed_as(state.key)
        if present is not None and present.analysed != _analysed(state):
            self._put_analysis(present.id, state, article, analysis)

    def finish(self) -> None:
        """Leave the index as one file, where no other process uses it."""
        self._index.merge_log()

    def _states(self) -> "dict[str, ArticleState] | None":
        """Return the states of all articles by key; None where the library can't be read."""
        states = self._library.read(lambda store: store.states.all(), None)
        return None if states is None else {state.key: state for state in states}

    def _article(self, state: "ArticleState") -> Article | None:
        return self._library.read(lambda store: store.articles.get(state.key), None)

    def _put_text(self, state: "ArticleState", before: IndexedArticle | None) -> None:
        """Store words and highlights of an article, as far as they changed."""
        digest, title, byline, outlet, published = state.stated
        highlights = self._library.read(lambda store: store.highlights.of(state.key), ()) if digest else ()
        is_same = before is not None and before.facts == state.facts
        words: list[str] = []
        if not is_same:
            article = self._article(state) if digest else None
            title = title or ("" if article is None else article.name)
            texts = "\n".join((title, byline, outlet, *_visible_texts(article)))
            words = [word.folded for word in words_of(texts)]
        row = ArticleRow(
            state.key,
            digest,
            title or None,
            outlet or None,
            spaced_words(outlet),
            published or None,
            state.last_read,
            state.facts,
        )
        with self._index.transaction(is_write=True):
            id_ = before.id if is_same and before is not None else self._index.put_article(row, words)
            self._index.put_highlights(id_, state.highlights, _highlight_rows(highlights))

    def _put_analysis(self, id_: int, state: "ArticleState", article: Article, analysis: Analysis) -> None:
        counts = [0] * len(analysis.voices)
        for quotation in analysis.quotations:
            if quotation.voice is not None:
                counts[quotation.voice - 1] += 1
        voices = [_voice_row(voice, count) for voice, count in zip(analysis.voices, counts, strict=True)]
        quotations = list(_quotation_rows(article, analysis))
        with self._index.transaction(is_write=True):
            self._index.put_analysis(id_, _analysed(state), voices, quotations)

    def _forget_known(self) -> None:
        """Have the articles analysed again whose voices a person set for every article since the last time."""
        rows = self._library.read(lambda store: store.corrections.known_voices(), None)
        if rows is None:
            return
        known = [[row.id, row.name, row.field, row.value or ""] for row in rows if row.field != SAME_PERSON]
        with self._index.transaction(is_write=True):
            before = _decoded(self._index.setting(_KNOWN))
            other = [fact for fact in (*before, *known) if fact not in before or fact not in known]
            names = {name for _, name, field, value in other for name in (name, value if field == "name" else "")}
            self._index.forget_analyses(spaced_words(name) for name in names if name)
            if other:
                self._index.set_setting(_KNOWN, json.dumps(known))


def _decoded(known: str) -> list[list[str]]:
    """Return what `json.dumps` made of facts on voices; raises DamagedIndexError for anything else."""
    try:
        return [[str(each) for each in fact] for fact in json.loads(known or "[]") if len(fact) == _FACT]
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedIndexError("what is known of voices can't be read") from error


def _analysed(state: "ArticleState") -> str:
    """Return what tells whether an analysis is still the one of this state."""
    return f"{ENGINE} {__version__} {state.corrections}"


def _is_changed(state: "ArticleState", indexed: IndexedArticle | None) -> bool:
    return indexed is None or (indexed.facts, indexed.highlighted) != (state.facts, state.highlights)


def _visible_texts(article: Article | None) -> Iterator[str]:
    return iter(()) if article is None else (block.span.of(article.text) for block in article.visible)


def _highlight_rows(highlights: "Iterable[StoredHighlight]") -> list[HighlightRow]:
    rows: list[HighlightRow] = []
    for each in highlights:
        if each.deleted_at is None:
            highlight, speaker = each.highlight, each.highlight.speaker
            tags = "".join(f"\n{tag.casefold()}" for tag in highlight.tags)
            name, kind = (spaced_words(speaker.name), speaker.kind) if speaker else ("", "")
            words = folded_words("\n".join((highlight.exact, highlight.note, *highlight.tags)))
            rows.append(HighlightRow(highlight.id, name, kind, tags, words))
    return rows


def _voice_row(voice: Voice, quotations: int) -> VoiceRow:
    facts = voice.kind.value, voice.role, voice.affiliation, voice.outlet
    return VoiceRow(voice.name, spaced_words(voice.name), *facts, quotations)


def _quotation_rows(article: Article, analysis: Analysis) -> Iterator[QuotationRow]:
    for each in analysis.quotations:
        words = folded_words("\n".join(span.of(article.text) for span in each.spans))
        denied = each.denial_prefix(article.text)
        yield QuotationRow(each.voice, each.kind.value, spans_to_json(each.spans), denied, words)
