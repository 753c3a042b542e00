"""How the CPU time of some work grows with its size: a ratio, for a number of seconds says little about a busy machine."""

import time
from collections.abc import Callable

_NEARLY_LINEAR = 1.5
"""A ratio of times is not measured again where it is at most so many times that of the sizes."""


def growth(work: Callable[[int], object], small: int, large: int) -> float:
    """How many times as long `work(large)` takes as `work(small)`, in CPU time of this thread.

    The fastest of several rounds counts: a disturbance only ever makes a round slower. The large size has a second round
    only where the first makes the growth look faster than nearly linear. Less than 5 ms count as 5 ms.
    """
    work(small)
    shortest = max(min(_cpu_seconds(work, small) for _ in range(2)), 0.005)
    longest = _cpu_seconds(work, large)
    if longest / shortest <= _NEARLY_LINEAR * large / max(small, 1):
        return longest / shortest
    return min(longest, _cpu_seconds(work, large)) / shortest


def _cpu_seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.thread_time()
    work(size)
    return time.thread_time() - begun
