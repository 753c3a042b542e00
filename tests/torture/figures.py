"""What a part of the torture returns: figures, each with the limit that is asked for."""

from typing import NamedTuple


class Figure(NamedTuple):
    """How often something happened that should not.

    Attributes:
        what: What was counted.
        found: How often it happened.
        tried: In how many trials.
        asked: How often it may happen.
    """

    what: str
    found: int
    tried: int
    asked: int = 0
