"""Run one family of constructions with a number of examples."""

import argparse
from importlib import import_module

from tests.benchmarks.constructions.running import judged, report


def main() -> None:
    """Print how much of a family is read right, and which pieces fail."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.constructions")
    parser.add_argument("family", help="a module of this folder")
    parser.add_argument("number", nargs="?", type=int, default=3000)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, metavar="K", help="so many of the failing texts")
    given = parser.parse_args()
    family = import_module(f"tests.benchmarks.constructions.{given.family}").example
    print(report(judged(family, given.number, given.seed), given.show))


if __name__ == "__main__":
    main()
