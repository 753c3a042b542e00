"""Limit the time that reading one file may take.

Readers check a deadline while they work and give up when it has passed.
"""

from time import monotonic

from reader.errors import SourceError

DEFAULT_SECONDS = 4.0  # with the start of the program, a person waits no longer than five seconds
_SECONDS_PER_MEBIBYTE = 4.0
_MOST_SECONDS = 20.0


def seconds_for(size: int) -> float:
    """Return how many seconds a file of `size` bytes may take.

    It grows with the size because a long report has many pages and is not an attack.
    """
    return min(_MOST_SECONDS, DEFAULT_SECONDS + _SECONDS_PER_MEBIBYTE * size / 1024**2)


class Deadline:
    """A point in time, `seconds` from now, by which reading must end."""

    def __init__(self, seconds: float = DEFAULT_SECONDS) -> None:
        self.ends_at = monotonic() + seconds

    def check(self) -> None:
        """Raise SourceError if the deadline has passed."""
        if monotonic() > self.ends_at:
            raise SourceError("reading it takes too long; save it as text.")
