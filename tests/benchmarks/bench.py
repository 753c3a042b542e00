"""The benchmarks: speed as ratios taken side by side, or with a gold folder the scores of the engine and of others.

python -m tests.benchmarks.bench                     # speed
python -m tests.benchmarks.bench --gold DIR          # the scorers found in DIR; build/accuracy.md has the main figures
python -m tests.benchmarks.bench --gold DIR --peers  # and textacy on the same texts, in an environment of its own
"""

import argparse
from pathlib import Path

from tests.benchmarks.accuracy import table
from tests.benchmarks.running import BUILD
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
    shown = []
    for name, value in rows:
        print(f"{name:<50}  {value}", flush=True)
        shown.append((name, value))
    if not shown:
        parser.error(f"no scorer was found in {given.gold}")
    if given.gold is not None:
        BUILD.mkdir(exist_ok=True)
        (BUILD / "accuracy.md").write_text(table(shown), encoding="utf-8")


if __name__ == "__main__":
    main()
