"""A damaged library replaced by what can be read of it, and what a person is told about it."""

from collections import Counter
from pathlib import Path

from reader.errors import DamageError, StorageError
from reader.model import format_count
from reader.store import failures, recovery
from reader.store.recovery import Recovery

_MAX_NAMES = 10


def replace_damaged(path: Path, error: DamageError, identity: tuple[int, int] | None) -> str:
    """Set a damaged library aside, put a new one in its place, and return sentences on that.

    The arguments are those of `reader.store.recovery.replace_damaged`.

    Raises:
        DamageError: It was not done, for example because another window uses the library. Nothing was changed.
    """
    try:
        done = recovery.replace_damaged(path, error, identity)
    except DamageError:
        raise
    except StorageError as refused:
        raise advice(path, error) from refused
    return f"Your library was damaged. {describe(done)}"


def advice(path: Path, error: DamageError) -> DamageError:
    """Return the error for a file that is not replaced: a library may look like the file of another program."""
    return failures.damaged(path, error.reason, may_be_replaced=False) if recovery.is_library(path) else error


def describe(done: Recovery) -> str:
    """Return sentences on what was recovered and what is gone."""
    report = done.report
    lost = _listed("Could not be read", report.gone) + _listed("Damaged in part", report.repaired)
    there = 0 if done.was_set_aside else sum(report.present.values())
    if done.was_set_aside:
        where = (
            f"It was set aside with all its files in {done.source.parent}, and a new one has what could be read of it"
        )
    else:
        where = f"New in your library, from {done.source}"
    kept = f" {format_count(there, 'row')} were there already and stayed as they are." if there else ""
    return f"{where}: {report.added_in_words()}.{kept}{lost or ' Nothing is known to be lost.'}"


def _listed(what: str, names: list[str]) -> str:
    if not names:
        return ""
    counts = [f"{name} ({count})" if count > 1 else name for name, count in Counter(names).items()]
    more = f" and {len(counts) - _MAX_NAMES} more" if len(counts) > _MAX_NAMES else ""
    return f" {what}: {', '.join(counts[:_MAX_NAMES])}{more}."
