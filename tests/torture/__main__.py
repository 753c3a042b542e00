"""Large fault injection into the library: kills, flipped bits, truncations and changed texts, with a table of figures.

python -m tests.torture                    # all parts in full
python -m tests.torture flips --trials 50  # one part, with so many trials
"""

import argparse
import sys
from collections.abc import Callable, Iterable

from tests.torture.changed_texts import COUNT, texts
from tests.torture.figures import Figure
from tests.torture.flips import flips, truncations
from tests.torture.kills import kills

PARTS: dict[str, tuple[Callable[[int, int], Iterable[Figure]], int]] = {
    "kills": (kills, 1_000),
    "flips": (flips, 1_000),
    "truncations": (truncations, 200),
    "texts": (texts, COUNT),
}
"""Each part, a function of the number of trials and of a seed, and how many trials it has."""

_ROW = "{:<68} {:>7} {:>7} {:>7}"


def main(args: list[str] | None = None) -> int:
    """Run the parts and print their figures as they come; return 1 where one is above what is asked, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all of them where none is named")
    parser.add_argument("--trials", type=int, help="how many trials each part has")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other trials")
    given = parser.parse_args(args)
    unknown = set(given.parts) - PARTS.keys()
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    print(_ROW.format("", "found", "trials", "asked"))
    is_worse = False
    for name in given.parts or PARTS:
        part, trials = PARTS[name]
        for figure in part(given.trials or trials, given.seed):
            print(_ROW.format(figure.what, figure.found, figure.tried, figure.asked), flush=True)
            is_worse |= figure.found > figure.asked
    return int(is_worse)


if __name__ == "__main__":
    sys.exit(main())
