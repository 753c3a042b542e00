"""What a person kept survives kill -9, a full disk, a lock, and another Pullquote on the same library."""

import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import StorageError
from reader.store import Store
from tests.store.library_factory import NOW, article, kept

ROOT = Path(__file__).parent.parent.parent
BEFORE = """
import os, sys
from pathlib import Path
from reader.errors import StorageError
from reader.store import Store
from tests.store.library_factory import NOW, article, kept
path, name = Path(sys.argv[1]), sys.argv[2]
"""


def start(script, path, name="a", **how):
    return subprocess.Popen(
        [sys.executable, "-c", BEFORE + script, str(path), name],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **how,
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


def ids(path):
    store = Store(path)
    with store.reading():
        found = {here.highlight.id for here in store.highlights.of("one")}
    store.close()
    return found


def test_a_highlight_is_there_after_kill_9(path):
    process = start(
        """
store = Store(path)
with store.writing():
    store.articles.record(article(), "/a.txt", NOW)
    store.highlights.add(kept())
os.kill(os.getpid(), 9)
""",
        path,
    )
    out, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL, out
    assert ids(path) == {"h1"}
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_an_unfinished_highlight_is_not_there_after_kill_9(path):
    process = start(
        """
store = Store(path)
with store.writing():
    store.articles.record(article(), "/a.txt", NOW)
with store.writing():
    store.highlights.add(kept())
    os.kill(os.getpid(), 9)
""",
        path,
    )
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert ids(path) == set()


def test_processes_that_make_and_write_the_library_at_once_lose_nothing(path):
    script = """
sys.stdin.read()
for n in range(15):
    store = Store(path)
    with store.writing():
        store.articles.record(article(), None, NOW)
        store.highlights.add(kept(f"{name}{n}"))
    store.close()
print("done")
"""
    processes = [start(script, path, name) for name in "abc"]
    for process in processes:
        process.stdin.close()
        process.stdin = None
    assert [process.communicate()[0] for process in processes] == ["done\n"] * 3
    assert ids(path) == {f"{name}{n}" for name in "abc" for n in range(15)}


def test_a_second_connection_of_a_process_loses_nothing_when_another_process_opens_and_closes(path):
    first = Store(path)
    with first.writing():
        first.articles.record(article(), None, NOW)
    second = Store(path)
    out, _ = start("Store(path).close()", path).communicate()
    assert out == ""
    with second.writing():
        second.highlights.add(kept("h2"))
    with first.writing():
        first.highlights.add(kept("h1"))
    out, _ = start(
        """
store = Store(path)
with store.reading():
    print([here.highlight.id for here in store.highlights.of("one")])
""",
        path,
    ).communicate()
    assert out == "['h2', 'h1']\n"
    first.close()
    second.close()


def test_a_library_is_checked_again_after_it_was_closed(path):
    first, second = Store(path), Store(path)
    first.close()
    second.close()
    path.write_bytes(b"my diary")
    with pytest.raises(StorageError, match="not a Pullquote library"):
        Store(path)


def test_a_reader_sees_a_consistent_state_while_another_process_writes(path):
    reader, writer = Store(path), Store(path)
    with writer.writing():
        writer.articles.record(article(), None, NOW)
    with reader.reading():
        assert len(reader.articles.entries()) == 1
        with writer.writing():
            writer.highlights.add(kept())
        assert reader.highlights.of("one") == ()
    with reader.reading():
        assert len(reader.highlights.of("one")) == 1
    reader.close()
    writer.close()


def test_a_locked_library_is_reported_and_works_once_it_is_unlocked(path):
    store = Store(path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(StorageError, match=r"is locked by another program: .*; nothing was changed\."),
        store.writing(timeout=0.2),
    ):
        pytest.fail("two wrote at once")
    holder.execute("COMMIT")
    holder.close()
    with store.writing(timeout=0.2):
        store.articles.record(article(), None, NOW)
    store.close()


def test_an_exclusively_locked_library_cannot_be_opened(path):
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageError, match="is locked by another program"):
        Store(path, timeout=0.2)
    holder.close()
    Store(path, timeout=0.2).close()


def test_the_switch_to_wal_waits_for_a_reader(path):
    Store(path).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("BEGIN")
    holder.execute("SELECT * FROM articles").fetchall()
    with pytest.raises(StorageError, match="is locked by another program"):
        Store(path, timeout=0.2)
    holder.execute("COMMIT")
    holder.close()
    Store(path, timeout=0.2).close()


def test_a_full_library_is_reported_and_keeps_what_it_has(path):
    store = Store(path)
    with store.writing():
        store.articles.record(article(), None, NOW)
        store.highlights.add(kept())
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match=r"because the disk is full: free disk space and try again"), store.writing():
        store.highlights.add(kept("h2", note="long " * 10_000))
    store._connection.execute("PRAGMA max_page_count = 100000")
    with store.writing():
        store.highlights.add(kept("h3"))
    store.close()
    assert ids(path) == {"h1", "h3"}


def test_a_full_disk_is_reported_and_the_library_stays_sound(path):
    Store(path).close()
    size = path.stat().st_size
    process = start(
        """
try:
    store = Store(path)
    with store.writing():
        store.articles.record(article(), None, NOW)
        for n in range(1000):
            store.highlights.add(kept(f"h{n}", note="long " * 1000))
except StorageError as error:
    print(error)
""",
        path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size + 65536, size + 65536)),
    )
    told, _ = process.communicate()
    assert told.startswith(f"Your library {path} could not be")
    assert "full" in told
    assert told.count("\n") == 1
    assert ids(path) == set()
    store = Store(path)
    with store.writing():
        store.articles.record(article(), None, NOW)
        store.highlights.add(kept())
    store.close()
    assert ids(path) == {"h1"}


def test_a_disk_too_full_for_a_new_library_is_reported(path):
    process = start(
        """
try:
    Store(path)
except StorageError as error:
    print(error)
""",
        path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    told, _ = process.communicate()
    assert told.startswith(f"Your library {path} could not be"), told
    Store(path).close()
