"""How much of an article was read, in percent: 100 is only the end itself, by which the library calls it read."""

from math import floor

_ROUNDING_ERROR = 1e-9  # that of a fraction such as 0.29, which is a little less in binary


def percent_read(fraction: float) -> int:
    """Return the whole percent of `fraction` (0 to 1, values beyond are cut), rounded down."""
    return 100 if fraction >= 1 else min(99, floor(max(0.0, fraction) * 100 + _ROUNDING_ERROR))
