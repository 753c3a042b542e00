"""A person's library in SQLite: what was read and what is to be, what was kept of it, and analyses worth keeping."""

from reader.store.analyses import fingerprint
from reader.store.articles import Shelved, digest
from reader.store.feeds import Feed
from reader.store.highlights import Kept, new_id
from reader.store.library import Store
from reader.store.waiting import Awaited

__all__ = ["Awaited", "Feed", "Kept", "Shelved", "Store", "digest", "fingerprint", "new_id"]
