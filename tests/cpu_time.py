"""How the CPU time of some work grows with its size: a ratio, for a number of seconds says little about a busy machine."""

import time
from collections.abc import Callable


def growth(work: Callable[[int], object], small: int, large: int) -> float:
    """How many times as long `work(large)` takes as `work(small)`, in CPU time of this thread.

    The sizes are measured in turns, and the faster of two rounds counts: a disturbance only ever makes a round slower.
    Less than 5 ms count as 5 ms.
    """
    work(small)
    rounds = [(_cpu_seconds(work, small), _cpu_seconds(work, large)) for _ in range(2)]
    return min(seconds for _, seconds in rounds) / max(min(seconds for seconds, _ in rounds), 0.005)


def _cpu_seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.thread_time()
    work(size)
    return time.thread_time() - begun
