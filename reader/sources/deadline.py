"""How long the reading of one file may take: readers look at the clock as they go, and give up in time."""

from time import monotonic

from reader.errors import SourceError

DEFAULT_SECONDS = 4.0  # so that, with the start of the program, a person has waited no more than five
_SECONDS_A_MEBIBYTE = 4.0
_MOST_SECONDS = 20.0


def seconds_for(size: int) -> float:
    """The seconds that a file of so many bytes may take where pages are many and slow: a long report is no attack."""
    return min(_MOST_SECONDS, DEFAULT_SECONDS + _SECONDS_A_MEBIBYTE * size / 1024**2)


class Deadline:
    """A time in which a reading must end, `seconds` from now."""

    def __init__(self, seconds: float = DEFAULT_SECONDS) -> None:
        self.until = monotonic() + seconds

    def check(self) -> None:
        """Raises SourceError when the time is over."""
        if monotonic() > self.until:
            raise SourceError("reading it takes too long; save it as text.")
