"""The benchmarks: speed as ratios taken side by side, or with a gold folder the scores of the engine and of others.

python -m tests.benchmarks.bench                     # speed
python -m tests.benchmarks.bench --gold DIR          # the scorers found in DIR
python -m tests.benchmarks.bench --gold DIR --peers  # and textacy on the same texts, in an environment of its own
"""

import argparse
from pathlib import Path

from tests.benchmarks.scores import scores
from tests.benchmarks.speed import speed


def main(args: list[str] | None = None) -> None:
    """Print one table, each row as it is known."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench", description=__doc__.split("\n")[0])
    parser.add_argument("--gold", type=Path, help="a folder with gold and scorers; without it speed is measured")
    parser.add_argument("--peers", action="store_true", help="run the peers for quotations, too")
    given = parser.parse_args(args)
    if given.gold is not None and not given.gold.is_dir():
        parser.error(f"{given.gold} is not there")
    rows = speed() if given.gold is None else scores(given.gold.resolve(), others=given.peers)
    shown = False
    for name, value in rows:
        print(f"{name:<50}  {value}", flush=True)
        shown = True
    if not shown:
        parser.error(f"no scorer was found in {given.gold}")


if __name__ == "__main__":
    main()
