"""Run the program in forks of one process that has loaded its modules, as `python -m tests.sources.forked_program`.

Most of the time of a short run is the loading of modules. Each fork then runs as a program of its own: it has the
module state of a program that has just started, and exits as one.

A request is one line of JSON: the path of a file, and a folder for the library, the output and the errors. A response is
one line of JSON: exit status, CPU seconds (with those of the loading), and peak memory as the system counts it.
"""

import json
import os
import sys
import time
from pathlib import Path

import reader.analysis
import reader.cli.read_commands
import reader.sources.formats.text_file
import reader.sources.parse_worker
import reader.store  # noqa: F401 - all of them are loaded for the forks
from reader.__main__ import main


def serve() -> None:
    """Respond to the requests on standard input until it is closed."""
    loading = time.process_time()
    while request := sys.stdin.readline():
        path, home = json.loads(request)
        process = os.fork()
        if process == 0:
            _prepare(path, Path(home))
            main()
        _, status, usage = os.wait4(process, 0)
        seconds = loading + usage.ru_utime + usage.ru_stime
        sys.stdout.write(json.dumps([os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss]) + "\n")
        sys.stdout.flush()


def _prepare(path: str, home: Path) -> None:
    """Give a fork its arguments, its folder, an empty standard input, and files for its output."""
    os.environ["PULLQUOTE_HOME"] = str(home)
    sys.argv = ["pullquote", "--linear", path]
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = (os.open(os.devnull, os.O_RDONLY), os.open(home / "out", flags), os.open(home / "err", flags))
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)


if __name__ == "__main__":
    serve()
