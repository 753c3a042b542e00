"""What is looked up in the search index: articles, quotations and highlights by their words, and voices by name."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from reader.model import Span
from reader.store.highlight_repository import spans_from_json
from reader.store.search_index import DamagedIndexError, SearchIndex
from reader.text.search_query import SearchQuery

MAX_ROWS = 2000
"""Quotations or highlights that are looked up for one query; the newest in the index come first."""


class ArticleHit(NamedTuple):
    """An article that was found: its id in the index, its key, the digest of its text, and when it was last read."""

    id: int
    key: str
    digest: str
    title: str | None
    outlet: str | None
    published: str | None
    last_read: str


class QuotationHit(NamedTuple):
    """A quotation of an article (an id of the index), with its voice; "" for what is not known of it."""

    article: int
    kind: str
    spans: tuple[Span, ...]
    denied: str
    voice: str
    voice_kind: str
    role: str
    affiliation: str


class VoiceHit(NamedTuple):
    """A voice of one article, with that article."""

    id: int
    name: str
    words: str
    kind: str
    role: str | None
    affiliation: str | None
    quotations: int
    article: int
    key: str
    title: str | None
    published: str | None
    last_read: str


class _Rows(NamedTuple):
    """Rows to choose from: the table of their words, where they are, under which alias, and conditions with values."""

    words: str
    source: str
    alias: str
    conditions: list[str]
    values: list[str]


_ARTICLE = "a.id, a.key, a.digest, a.title, a.outlet, a.published, a.last_read"
_QUOTATION = (
    "q.article, q.kind, q.spans, q.denied, coalesce(v.name, ''), coalesce(v.kind, ''), coalesce(v.role, ''), "
    "coalesce(v.affiliation, '')"
)
_VOICE = (
    "v.id, v.name, v.words, v.kind, v.role, v.affiliation, v.quotations, a.id, a.key, a.title, a.published, "
    "a.last_read FROM voices v JOIN articles a ON a.id = v.article"
)


def find_articles(index: SearchIndex, wanted: SearchQuery) -> list[int]:
    """Return the ids in the index of the articles that have the words anywhere, last read first."""
    conditions, values = _article_conditions(wanted)
    ids = [
        id_
        for (id_,) in index.connection.execute(
            f"SELECT a.id FROM articles a{_where(conditions)} ORDER BY a.last_read DESC, a.id DESC",  # noqa: S608 - constants
            values,
        )
    ]
    if not wanted.index_words:
        return ids
    found = {
        id_
        for (id_,) in index.connection.execute(
            "SELECT rowid FROM article_words WHERE article_words MATCH ?", (_match(wanted),)
        )
    }
    return [id_ for id_ in ids if id_ in found]


def find_quotations(index: SearchIndex, wanted: SearchQuery) -> dict[int, list[int]]:
    """Return the ids of up to MAX_ROWS quotations that have the words and the voice, by the id of their article."""
    conditions, values = _article_conditions(wanted)
    source = f"quotations q{' JOIN articles a ON a.id = q.article' if conditions else ''}"
    if wanted.kind:
        source += " LEFT JOIN voices v ON v.id = q.voice"
        conditions.append("? IN (v.kind, q.kind)")
        values.append(wanted.kind)
    if wanted.voice:
        chosen = " AND ".join(["instr(words, ' ' || ?)"] * len(wanted.voice))
        conditions.append(f"q.voice IN (SELECT id FROM voices WHERE {chosen})")  # noqa: S608 - constants
        values += wanted.voice
    return _grouped(index, _Rows("quotation_words", source, "q", conditions, values), wanted)


def find_highlights(index: SearchIndex, wanted: SearchQuery) -> dict[int, list[int]]:
    """Return the ids of up to MAX_ROWS highlights with the words in text, note or tags, by the id of their article."""
    conditions, values = _article_conditions(wanted)
    source = f"highlights h{' JOIN articles a ON a.id = h.article' if conditions else ''}"
    conditions += ["instr(h.speaker, ' ' || ?)"] * len(wanted.voice)
    values += wanted.voice
    for column, value in (("h.kind = ?", wanted.kind), ("instr(h.tags, char(10) || ?)", wanted.tag)):
        if value:
            conditions.append(column)
            values.append(value)
    return _grouped(index, _Rows("highlight_words", source, "h", conditions, values), wanted)


def _grouped(index: SearchIndex, rows: _Rows, wanted: SearchQuery) -> dict[int, list[int]]:
    """Return ids of rows by article, in the order of the ids; of too many rows the newest."""
    source, alias, order = rows.source, rows.alias, f"{rows.alias}.id"
    conditions, values = rows.conditions, rows.values
    if wanted.index_words:
        # The words are looked up first, whatever SQLite thinks of it.
        source, order = f"{rows.words} w CROSS JOIN {source}", "w.rowid"
        conditions = [f"{rows.words} MATCH ?", f"{alias}.id = w.rowid", *conditions]
        values = [_match(wanted), *values]
    found: dict[int, list[int]] = {}
    statement = (
        f"SELECT {alias}.article, {alias}.id FROM {source}{_where(conditions)} ORDER BY {order} DESC LIMIT {MAX_ROWS}"  # noqa: S608 - constants
    )
    for article, row in reversed(index.connection.execute(statement, values).fetchall()):
        found.setdefault(article, []).append(row)
    return found


def article_hit(index: SearchIndex, id_: int) -> ArticleHit | None:
    """Return the article with this id in the index; None where it is gone."""
    row = index.connection.execute(f"SELECT {_ARTICLE} FROM articles a WHERE a.id = ?", (id_,)).fetchone()  # noqa: S608 - constants
    return None if row is None else ArticleHit(*row)


def last_read_first(index: SearchIndex, ids: Iterable[int]) -> list[int]:
    """Return the ids of articles in the order in which `find_articles` returns them."""
    wanted = {*ids}
    rows = index.connection.execute("SELECT id FROM articles ORDER BY last_read DESC, id DESC")
    return [id_ for (id_,) in rows if id_ in wanted]


def quotations_by_id(index: SearchIndex, ids: Iterable[int]) -> list[QuotationHit]:
    """Return the quotations with these ids, in their order."""
    statement = f"SELECT {_QUOTATION} FROM quotations q LEFT JOIN voices v ON v.id = q.voice WHERE q.id = ?"  # noqa: S608 - constants
    found = (index.connection.execute(statement, (each,)).fetchone() for each in ids)
    return [_quotation_hit(row) for row in found if row is not None]


def highlight_ids(index: SearchIndex, ids: Iterable[int]) -> list[str]:
    """Return the ids in the library of the highlights with these ids in the index, in their order."""
    statement = "SELECT highlight FROM highlights WHERE id = ?"
    found = (index.connection.execute(statement, (each,)).fetchone() for each in ids)
    return [row[0] for row in found if row is not None]


def quotations_of(index: SearchIndex, article: int) -> list[QuotationHit]:
    """Return the quotations of an article, in text order."""
    rows = index.connection.execute(
        f"SELECT {_QUOTATION} FROM quotations q LEFT JOIN voices v ON v.id = q.voice WHERE q.article = ? ORDER BY q.id",  # noqa: S608 - constants
        (article,),
    )
    return [_quotation_hit(row) for row in rows]


def quotations_by_voice(index: SearchIndex, voice: int) -> list[QuotationHit]:
    """Return the quotations of a voice (an id of the index), in text order."""
    rows = index.connection.execute(
        f"SELECT {_QUOTATION} FROM quotations q JOIN voices v ON v.id = q.voice WHERE q.voice = ? ORDER BY q.id",  # noqa: S608 - constants
        (voice,),
    )
    return [_quotation_hit(row) for row in rows]


def all_voices(index: SearchIndex) -> list[VoiceHit]:
    """Return the voices of all articles, in the order in which they were indexed."""
    return [VoiceHit(*row) for row in index.connection.execute(f"SELECT {_VOICE} ORDER BY v.id")]


def voices_named(index: SearchIndex, names: Sequence[str]) -> list[VoiceHit]:
    """Return the voices whose names have these folded words, in the order in which they were indexed."""
    rows = (row for name in names for row in index.connection.execute(f"SELECT {_VOICE} WHERE v.words = ?", (name,)))
    return sorted(VoiceHit(*row) for row in rows)


def _quotation_hit(row: tuple[Any, ...]) -> QuotationHit:
    article, kind, spans, *rest = row
    try:
        decoded = spans_from_json(spans)
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedIndexError("the place of a quotation can't be read") from error
    return QuotationHit(article, kind, decoded, *rest)


def _article_conditions(wanted: SearchQuery) -> tuple[list[str], list[str]]:
    conditions = ["instr(a.outlet_words, ' ' || ?)"] * len(wanted.outlet)
    values = [*wanted.outlet]
    if wanted.phrases:
        conditions.append("a.id IN (SELECT rowid FROM article_phrases WHERE article_phrases MATCH ?)")
        values.append(" AND ".join(" + ".join(f'"{word}"' for word in phrase) for phrase in wanted.phrases))
    for condition, value in (("a.published < ?", wanted.before), ("a.published >= ?", wanted.after)):
        if value:
            conditions.append(condition)
            values.append(value)
    if wanted.highlighted is False:  # where it is True, `find_highlights` finds only what is highlighted
        conditions.append("NOT EXISTS (SELECT 1 FROM highlights x WHERE x.article = a.id)")
    return conditions, values


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _match(wanted: SearchQuery) -> str:
    """Return the words as a query of FTS5; they are letters and digits only, so nothing in them is syntax."""
    return " AND ".join(f'"{word}"{"*" if is_prefix else ""}' for word, is_prefix in wanted.index_words)
