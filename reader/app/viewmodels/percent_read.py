"""How much of an article was read, in percent: 100 is only the end itself, by which the library calls it read."""

ALL = 100
"""The percent of an article that was read to its end."""


def percent_read(fraction: float) -> int:
    """Return `fraction` (0 to 1, values beyond are cut) in whole percent; below 1 that is at most 99."""
    return ALL if fraction >= 1 else min(ALL - 1, round(max(0.0, fraction) * ALL))
