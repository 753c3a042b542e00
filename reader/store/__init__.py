"""A person's library in SQLite: articles, the reading list, highlights, positions, feeds and stored analyses."""

from reader.store.analysis_repository import fingerprint
from reader.store.article_repository import LibraryEntry, digest
from reader.store.correction_repository import StoredCorrection, StoredKnownVoice
from reader.store.feed_repository import FollowedFeed
from reader.store.highlight_repository import StoredHighlight, new_id
from reader.store.reading_list_repository import UnreadEntry
from reader.store.repositories import Store

__all__ = [
    "FollowedFeed",
    "LibraryEntry",
    "Store",
    "StoredCorrection",
    "StoredHighlight",
    "StoredKnownVoice",
    "UnreadEntry",
    "digest",
    "fingerprint",
    "new_id",
]
