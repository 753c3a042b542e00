"""Run the program in forks of one process that has loaded its modules: `tests.program_forks` starts it and asks it.

Most of the time of a short run is the loading of modules. Each fork is a program of its own: its modules are as after a
start, and it exits as the program does.

A request is JSON with the arguments, the environment variables and the folder, and the three files for standard input,
output and error. A response is JSON: exit status, CPU seconds (with those of the loading), and peak memory as the system
counts it. Of a process that has loaded the screen as well (`--screen`) each fork runs in a terminal: the response is its
number, and comes at once. A request with such a number gets its exit status, or null while it runs.
"""

import fcntl
import importlib
import json
import os
import socket
import sys
import termios
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

_SCREEN = (
    "reader.analysis.argument",
    "reader.app.article_opener",
    "reader.app.run",
    "reader.app.terminal.background_query",
    "textual.drivers.linux_driver",
)
"""What else is loaded where the program runs in a terminal."""


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


def serve_terminals(requests: socket.socket) -> None:
    """Respond to requests for programs in terminals until the other end is closed."""
    for module in _SCREEN:
        importlib.import_module(module)
    while True:
        request, files, *_ = socket.recv_fds(requests, MOST_BYTES, 3)
        if not request:
            return
        match json.loads(request):
            case int(number):
                ended, status = os.waitpid(number, os.WNOHANG)
                response = os.waitstatus_to_exitcode(status) if ended else None
            case asked:
                response = os.fork()
                if response == 0:
                    requests.close()
                    _prepare(files, *asked)
                    _enter_terminal()
                    main()
                for file in files:
                    os.close(file)
        requests.send(json.dumps(response).encode())


def _prepare(files: list[int], args: list[str], environment: dict[str, str], folder: str) -> None:
    """Give a fork what a program has at its start."""
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["pullquote", *args]


def _enter_terminal() -> None:
    """Give a fork its terminal, and the streams that a program has there: those of the loaded process are files."""
    os.setsid()
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        stream = open(number, mode, buffering=1, encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the program
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


if __name__ == "__main__":
    respond = serve_terminals if "--screen" in sys.argv else serve
    respond(socket.socket(fileno=int(sys.argv[1])))
