"""Flipped bits and truncations of a library and its log: every row that they did not touch is found again."""

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from reader.config import Settings
from reader.errors import PullquoteError
from reader.services.library import Library, articles_with_highlights
from reader.services.recovery import RecoveryService
from reader.store.recovery.replacement import recover_from
from tests.torture.figures import Figure
from tests.torture.sample_library import Files, Row, rows_of, sample_files


class Outcome(NamedTuple):
    """What became of a damaged library.

    Attributes:
        not_recovered: The untouched rows that `library recover FILE` did not find.
        not_found: The untouched highlights that a session that uses the library, and recovers it where it is told to,
            does not have.
        fault: What was raised that is no sentence for a person, or "".
    """

    not_recovered: set[Row]
    not_found: set[Row]
    fault: str


def flips(trials: int, seed: int) -> Iterator[Figure]:
    """Flip a bit, or all bits of a byte, at a random place of the library or its log."""

    def damage(files: Files, random: Random) -> tuple[bytes, int, int]:
        whole = bytearray(files.data + files.log)
        at = random.randrange(len(whole))
        whole[at] ^= random.choice((0xFF, *(1 << bit for bit in range(8))))
        return bytes(whole), at, at + 1

    yield from _figures("flips", trials, seed, damage, with_log=(False, True))


def truncations(trials: int, seed: int) -> Iterator[Figure]:
    """Cut the library off at a random place."""

    def damage(files: Files, random: Random) -> tuple[bytes, int, int]:
        end = random.randrange(100, len(files.data))
        return files.data[:end], end, len(files.data)

    yield from _figures("truncations", trials, seed, damage, with_log=(False,))


def _figures(name, trials, seed, damage, *, with_log) -> Iterator[Figure]:
    found: Counter[str] = Counter()
    for number, outcome in enumerate(outcomes(trials, seed, damage, with_log=with_log)):
        found["rows"] += bool(outcome.not_recovered)
        found["highlights"] += bool(outcome.not_found)
        found["faults"] += bool(outcome.fault)
        if any(outcome):
            sys.stderr.write(f"{name} {number}: {str(outcome)[:400]}\n")
    yield Figure(f"{name} after which a readable row could not be recovered", found["rows"], trials)
    yield Figure(f"{name} after which a session lacks a readable highlight", found["highlights"], trials)
    yield Figure(f"{name} that led to a fault of the program", found["faults"], trials)


def outcomes(trials: int, seed: int, damage, *, with_log) -> Iterator[Outcome]:
    """Damage a sample library so many times, and yield what became of each."""
    random = Random(seed)  # noqa: S311 - nothing secret: the same trials each time
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        samples = []
        for number, each in enumerate(with_log):
            (home / str(number)).mkdir()
            samples.append(sample_files(home / str(number), with_log=each))
        for number in range(trials):
            files = samples[number % len(samples)]
            whole, start, end = damage(files, random)
            cut = len(files.data) if files.log else len(whole)
            damaged = Files(whole[:cut], whole[cut:], {})
            yield outcome(home / "trial", damaged, files.untouched(start, end))


def outcome(folder: Path, damaged: Files, untouched: set[Row]) -> Outcome:
    """Recover a damaged library in both ways."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        damaged.write(folder / "damaged.db")
        recover_from(folder / "new.db", folder / "damaged.db")
        not_recovered = untouched - rows_of(folder / "new.db")
        damaged.write(folder / "library.db")
        highlights = _used(folder / "library.db")
        wanted = {row for row in untouched if row[0] == "highlights"}
        return Outcome(not_recovered, {row for row in wanted if row[1][0] not in highlights}, "")
    except PullquoteError as error:
        return Outcome(set(), set(), str(error))
    except Exception as error:  # noqa: BLE001 - it is counted
        return Outcome(set(), set(), repr(error))


def _used(path: Path) -> set[str]:
    """Use a library as a session does, recover it if that says so, and return the ids of its highlights."""
    library = Library(lambda: path, enabled=True)
    for _ in range(2):
        library.entries()
        found = library.read(_highlights, set())
        library.try_write(lambda store: store.reading_list.remove("https://lock.invalid/none"))
        if library.notice is None or (library.problem is None and library.left_out is None):
            break
        library.close()
        RecoveryService(library, Settings()).recover()
        library.problem = None
    library.close()
    return found


def _highlights(store) -> set[str]:
    articles = [article for _, article in articles_with_highlights(store)]
    return {row.highlight.id for article in articles for row in store.highlights.of(article.id)}
