"""How the CPU time of some work grows with its size: a ratio, for a number of seconds says little about a busy machine."""

import time
from collections.abc import Callable

_NEARLY_LINEAR = 1.5
"""No further round is measured after a ratio of times that is at most so many times that of the sizes."""

_ROUNDS = 5
"""More are not measured."""


def growth(work: Callable[[int], object], small: int, large: int) -> float:
    """How many times as long `work(large)` takes as `work(small)`, in CPU time of this thread.

    Both are measured in turn, so that the machine is about as busy for the one as for the other. The smallest ratio of
    several rounds counts: work that grows faster than its size does so in each of them. Less than 5 ms count as 5 ms.
    """
    work(small)
    least = float("inf")
    for _ in range(_ROUNDS):
        shortest = max(min(_cpu_seconds(work, small) for _ in range(2)), 0.005)
        least = min(least, _cpu_seconds(work, large) / shortest)
        if least <= _NEARLY_LINEAR * large / max(small, 1):
            break
    return least


def _cpu_seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.thread_time()
    work(size)
    return time.thread_time() - begun
