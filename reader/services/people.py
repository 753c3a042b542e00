"""The people and bodies that are quoted in the articles of the library, and which of them a person said are one."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.errors import StorageError
from reader.model import Article
from reader.services.corrections import CorrectionService, Step
from reader.services.library import Library, now
from reader.services.person_groups import Member, Person, people_of
from reader.services.search import FoundArticle, SearchService
from reader.services.search_indexing import SAME_PERSON, spaced_words

if TYPE_CHECKING:
    from reader.store import Store, StoredKnownVoice
    from reader.store.search_index import SearchIndex
    from reader.store.search_lookup import ArticleHit, QuotationHit
    from reader.store.search_lookup import VoiceHit as VoiceHit  # noqa: PLC0414 - the app has it from here


class PeopleService:
    """The voices of all articles, as the search index has them, and the joins in the library, which can be undone."""

    def __init__(self, library: Library, search: SearchService, corrections: CorrectionService) -> None:
        self._library = library
        self._search = search
        self._corrections = corrections

    def all(self) -> tuple[Person, ...]:
        """Return the people and bodies of the library, experts first."""
        from reader.store.search_lookup import all_voices  # noqa: PLC0415 - SQLite is loaded when it is needed

        voices: list[VoiceHit] = self._search.use_index(all_voices, [])
        return people_of(voices, self._joins())

    def elsewhere(self, article: Article, name: str) -> "tuple[VoiceHit, ...]":
        """Return the voices of other articles that are the same person or body as the one with this name here.

        The newest article comes first; none where the index does not have the article.
        """
        from reader.store.search_lookup import voices_named  # noqa: PLC0415 - as above

        keys = self._library.read(lambda store: store.articles.keys_of(article), ())
        joins = self._joins()
        names = {spaced_words(name)}
        while more := {word for join in joins for _, word in join if names & {each for _, each in join}} - names:
            names |= more
        voices: list[VoiceHit] = self._search.use_index(lambda index: voices_named(index, sorted(names)), [])
        own = {(key, spaced_words(name)) for key in keys}
        person = next((each for each in people_of(voices, joins) if not own.isdisjoint(each.members)), None)
        return () if person is None else tuple(voice for voice in person.voices if voice.key not in keys)

    def said(self, person: Person) -> Iterator[FoundArticle]:
        """Yield each article in which a person speaks, the newest first, with all quotations of that person."""
        from reader.store.search_lookup import article_hit, last_read_first, quotations_by_voice  # noqa: PLC0415 - as above

        def find(index: "SearchIndex") -> "list[tuple[ArticleHit, list[QuotationHit]]]":
            voices: dict[int, list[int]] = {}
            for voice in person.voices:
                voices.setdefault(voice.article, []).append(voice.id)
            hits = (article_hit(index, id_) for id_ in last_read_first(index, voices))
            return [
                (hit, [each for id_ in voices[hit.id] for each in quotations_by_voice(index, id_)])
                for hit in hits
                if hit is not None
            ]

        found: list[tuple[ArticleHit, list[QuotationHit]]] = self._search.use_index(find, [])
        found.sort(key=lambda each: (each[0].published or "", each[0].last_read), reverse=True)
        for hit, quotations in found:
            article = self._search.quotation_places(hit, quotations)
            if article is not None:
                yield article

    def join(self, one: Person, other: Person) -> None:
        """Keep that two are one person, in all articles that they speak in, for good.

        Raises:
            StorageError: It was not stored, or they are one already.
        """
        from reader.store import StoredKnownVoice, new_id  # noqa: PLC0415 - as above

        if not one.members.isdisjoint(other.members):
            raise StorageError(f"{one.name} is this person already. Nothing was changed.")
        names = {(voice.key, voice.words): voice.name for voice in (*one.voices, *other.voices)}
        value = json.dumps([[key, name] for (key, _), name in names.items()], ensure_ascii=False)
        row = StoredKnownVoice(new_id(), one.name, SAME_PERSON, value, now())
        with self._library.writing() as store:
            store.corrections.add_known(row)
        both = f"{one.name} and {other.name}"
        self._corrections.remember(Step((row.id,), (), f"{both} are two again", f"{both} are one again"))

    def separate(self, person: Person) -> None:
        """Take back every join of this person, so that its voices are grouped as without the joins.

        Raises:
            StorageError: It was not stored, or nobody joined this person with another.
        """
        with self._library.writing() as store:
            ids = tuple(row.id for row, join in _stored_joins(store) if not join.isdisjoint(person.members))
            if not ids:
                raise StorageError(f"{person.name} was not joined with anybody. Nothing was changed.")
            withdrawn = store.corrections.set_undone(ids, now())
        undone, redone = f"{person.name} is one person again", f"{person.name} is taken apart again"
        self._corrections.remember(Step((), withdrawn, undone, redone))

    def _joins(self) -> Sequence[frozenset[Member]]:
        return self._library.read(lambda store: [join for _, join in _stored_joins(store)], [])


def _stored_joins(store: "Store") -> "Iterator[tuple[StoredKnownVoice, frozenset[Member]]]":
    """Yield the joins in the library; what this version can't read is left out and stays there."""
    for row in store.corrections.known_voices():
        if row.field != SAME_PERSON:
            continue
        try:
            members = [(str(key), spaced_words(str(name))) for key, name in json.loads(row.value or "[]")]
        except (ValueError, TypeError, RecursionError):
            continue
        yield row, frozenset((store.states.key_of(key) or key, words) for key, words in members)
