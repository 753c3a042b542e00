"""The command `pullquote`, also as `python -m reader`."""

import atexit
import gc
import sys
from typing import NoReturn

from reader import sigint

# Nearly all objects that are made during the start are kept: looking for garbage among them takes a tenth of the start.
# Set before the other imports, which make most of them.
gc.set_threshold(100_000, 50, 50)
# Nor is there anything to gain from looking for it at the exit, which takes a twentieth of a short command.
atexit.register(gc.freeze)

# Also before the other imports, which take most of the start.
sigint.install()

from reader import launcher  # noqa: E402


def main() -> NoReturn:
    """Run the command with the arguments of the process, and exit with its status.

    One file on a terminal is opened without importing click and the commands: that would take a twentieth of the start.
    """
    args = sys.argv[1:]
    if launcher.is_one_file(args) and launcher.has_terminal():
        launcher.run_and_exit(lambda: launcher.read_file(args[0]))
    from reader.cli import main as command  # noqa: PLC0415 - as above

    command(args)


if __name__ == "__main__":
    main()
