"""Run the program in forks of one process that has loaded its modules: `tests.program_forks` starts it and asks it.

Most of the time of a short run is the loading of modules. Each fork is a program of its own: its modules are as after a
start, and it exits as the program does.

A request is JSON with the arguments, the environment variables and the folder, and the three files for standard input,
output and error. A response is JSON: exit status, CPU seconds (with those of the loading), and peak memory as the system
counts it.
"""

import json
import os
import socket
import sys
import time

import reader.analysis
import reader.cli.query_commands
import reader.cli.read_commands
import reader.sources.formats.text_file
import reader.sources.parse_worker
import reader.store  # noqa: F401 - all of them are loaded for the forks
from reader.__main__ import main

MOST_BYTES = 1 << 16
"""The longest request."""


def serve(requests: socket.socket) -> None:
    """Respond to requests until the other end is closed."""
    loading = time.process_time()
    while True:
        request, files, *_ = socket.recv_fds(requests, MOST_BYTES, 3)
        if not request:
            return
        process = os.fork()
        if process == 0:
            requests.close()
            _prepare(files, *json.loads(request))
            main()
        for file in files:
            os.close(file)
        _, status, usage = os.wait4(process, 0)
        seconds = loading + usage.ru_utime + usage.ru_stime
        requests.send(json.dumps([os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss]).encode())


def _prepare(files: list[int], args: list[str], environment: dict[str, str], folder: str) -> None:
    """Give a fork what a program has at its start."""
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["pullquote", *args]


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
