"""What is looked up in the search index: articles, quotations and highlights by their words, and voices by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.store.search_index import SearchIndex

MAX_ROWS = 2000
"""Quotations or highlights that are looked up for one query; the newest in the index come first."""


@dataclass(frozen=True, slots=True)
class IndexFilter:
    """What is looked up. An empty part leaves nothing out.

    Attributes:
        words: Folded words, each with whether it is only the beginning of one.
        phrases: Folded words that follow each other in the article.
        voice: Beginnings of folded words in a voice's name.
        kind: A kind of voice or quotation.
        tag: The beginning of a tag.
        outlet: Beginnings of folded words in the outlet.
        before: The day before which it was published.
        after: The day from which on it was published.
        highlighted: Whether the article has highlights; None for both.
    """

    words: tuple[tuple[str, bool], ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    voice: tuple[str, ...] = ()
    kind: str = ""
    tag: str = ""
    outlet: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    highlighted: bool | None = None


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
    spans: str
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


_ARTICLE = "a.id, a.key, a.digest, a.title, a.outlet, a.published, a.last_read"
_QUOTATION = (
    "q.article, q.kind, q.spans, q.denied, coalesce(v.name, ''), coalesce(v.kind, ''), coalesce(v.role, ''), "
    "coalesce(v.affiliation, '')"
)
_VOICE = (
    "v.id, v.name, v.words, v.kind, v.role, v.affiliation, v.quotations, a.id, a.key, a.title, a.published, "
    "a.last_read FROM voices v JOIN articles a ON a.id = v.article"
)


def find_articles(index: SearchIndex, wanted: IndexFilter) -> list[ArticleHit]:
    """Return the articles that have the words anywhere, last read first."""
    conditions, values = _article_conditions(wanted)
    source = "articles a"
    if wanted.words:
        source = "article_words w JOIN articles a ON a.id = w.rowid"
        conditions, values = ["article_words MATCH ?", *conditions], [_match(wanted), *values]
    return [
        ArticleHit(*row)
        for row in index.connection.execute(
            f"SELECT {_ARTICLE} FROM {source}{_where(conditions)} ORDER BY a.last_read DESC, a.id DESC",  # noqa: S608 - constants
            values,
        )
    ]


def find_quotations(index: SearchIndex, wanted: IndexFilter) -> list[QuotationHit]:
    """Return up to MAX_ROWS quotations that have the words and the voice."""
    conditions, values = _article_conditions(wanted)
    source = "quotations q"
    if wanted.words:
        source = "quotation_words w CROSS JOIN quotations q ON q.id = w.rowid"
        conditions, values = ["quotation_words MATCH ?", *conditions], [_match(wanted), *values]
    if wanted.voice:
        chosen = " AND ".join(["instr(words, ' ' || ?)"] * len(wanted.voice))
        conditions.append(f"q.voice IN (SELECT id FROM voices WHERE {chosen})")  # noqa: S608 - constants
        values += wanted.voice
    if wanted.kind:
        conditions.append("? IN (v.kind, q.kind)")
        values.append(wanted.kind)
    order = "w.rowid" if wanted.words else "q.id"
    return [
        QuotationHit(*row)
        for row in index.connection.execute(
            f"SELECT {_QUOTATION} FROM {source} JOIN articles a ON a.id = q.article "  # noqa: S608 - constants
            f"LEFT JOIN voices v ON v.id = q.voice{_where(conditions)} ORDER BY {order} DESC LIMIT {MAX_ROWS}",
            values,
        )
    ]


def find_highlights(index: SearchIndex, wanted: IndexFilter) -> list[tuple[int, str]]:
    """Return article (an id of the index) and id of up to MAX_ROWS highlights with the words in text, note or tags."""
    conditions, values = _article_conditions(wanted)
    source = "highlights h"
    if wanted.words:
        source = "highlight_words w JOIN highlights h ON h.id = w.rowid"
        conditions, values = ["highlight_words MATCH ?", *conditions], [_match(wanted), *values]
    conditions += ["instr(h.speaker, ' ' || ?)"] * len(wanted.voice)
    values += wanted.voice
    for column, value in (("h.kind = ?", wanted.kind), ("instr(h.tags, char(10) || ?)", wanted.tag)):
        if value:
            conditions.append(column)
            values.append(value)
    return [
        (article, highlight)
        for article, highlight in index.connection.execute(
            f"SELECT h.article, h.highlight FROM {source} JOIN articles a ON a.id = h.article{_where(conditions)} "  # noqa: S608 - constants
            f"ORDER BY h.id DESC LIMIT {MAX_ROWS}",
            values,
        )
    ]


def articles_by_id(index: SearchIndex, ids: Iterable[int]) -> list[ArticleHit]:
    """Return the articles with these ids in the index, last read first."""
    found = (
        index.connection.execute(f"SELECT {_ARTICLE} FROM articles a WHERE a.id = ?", (each,)).fetchone()  # noqa: S608 - constants
        for each in dict.fromkeys(ids)
    )
    hits = [ArticleHit(*row) for row in found if row is not None]
    return sorted(hits, key=lambda hit: (hit.last_read, hit.id), reverse=True)


def quotations_of(index: SearchIndex, article: int) -> list[QuotationHit]:
    """Return the quotations of an article, in text order."""
    rows = index.connection.execute(
        f"SELECT {_QUOTATION} FROM quotations q LEFT JOIN voices v ON v.id = q.voice WHERE q.article = ? ORDER BY q.id",  # noqa: S608 - constants
        (article,),
    )
    return [QuotationHit(*row) for row in rows]


def quotations_by_voice(index: SearchIndex, voice: int) -> list[QuotationHit]:
    """Return the quotations of a voice (an id of the index), in text order."""
    rows = index.connection.execute(
        f"SELECT {_QUOTATION} FROM quotations q JOIN voices v ON v.id = q.voice WHERE q.voice = ? ORDER BY q.id",  # noqa: S608 - constants
        (voice,),
    )
    return [QuotationHit(*row) for row in rows]


def all_voices(index: SearchIndex) -> list[VoiceHit]:
    """Return the voices of all articles, in the order in which they were indexed."""
    return [VoiceHit(*row) for row in index.connection.execute(f"SELECT {_VOICE} ORDER BY v.id")]


def voices_named(index: SearchIndex, names: Sequence[str]) -> list[VoiceHit]:
    """Return the voices whose names have these folded words, in the order in which they were indexed."""
    rows = (row for name in names for row in index.connection.execute(f"SELECT {_VOICE} WHERE v.words = ?", (name,)))
    return sorted(VoiceHit(*row) for row in rows)


def _article_conditions(wanted: IndexFilter) -> tuple[list[str], list[str]]:
    conditions = ["instr(a.outlet_words, ' ' || ?)"] * len(wanted.outlet)
    values = [*wanted.outlet]
    if wanted.phrases:
        conditions.append("a.id IN (SELECT rowid FROM article_phrases WHERE article_phrases MATCH ?)")
        values.append(" AND ".join(" + ".join(f'"{word}"' for word in phrase) for phrase in wanted.phrases))
    for condition, value in (("a.published < ?", wanted.before), ("a.published >= ?", wanted.after)):
        if value:
            conditions.append(condition)
            values.append(value)
    if wanted.highlighted is not None:
        negation = "" if wanted.highlighted else "NOT "
        conditions.append(f"{negation}EXISTS (SELECT 1 FROM highlights x WHERE x.article = a.id)")  # noqa: S608 - constants
    return conditions, values


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _match(wanted: IndexFilter) -> str:
    """Return the words as a query of FTS5; they are letters and digits only, so nothing in them is syntax."""
    return " AND ".join(f'"{word}"{"*" if is_prefix else ""}' for word, is_prefix in wanted.words)
