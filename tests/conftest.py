"""For all tests: where coverage is recorded, pictures of the screen to compare with, and which tests need an extra."""

import gc
import os
import re
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from hypothesis import settings
from textual.app import App

from tests.program_forks import IS_POSSIBLE, ProgramForks, start

# How long an example takes tells of what else the machine does.
settings.register_profile("pullquote", deadline=None)
settings.load_profile("pullquote")

# A program that is started in the background ignores interrupts, one that `nohup` starts ignores that its terminal closes,
# and so would all that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

PICTURES = Path(__file__).parent / "pictures"

# What an extra brings is tested where it is installed, as it is by `.[dev]`; that it is missed in a sentence, always.
EXTRAS = {
    "textual_serve": "cli/test_serve_command.py",
    "pyphen": "app/rendering/test_hyphenation.py",
    "pypdf": "sources/formats/test_pdf.py",
}
collect_ignore = [file for module, file in EXTRAS.items() if find_spec(module) is None]

RECORDED = 10
"""Coverage is recorded in the first of so many cases of a table."""

RECORDED_OF_SCREENS = 4
"""Coverage is recorded in the first of so many tests of a screen."""

SCREENS = (
    *("tests/app/controllers/", "tests/app/screens/", "tests/app/widgets/"),
    *("tests/app/test_panes.py", "tests/app/test_poisoned.py", "tests/app/test_sizes.py"),
)
"""Where nearly every test draws the whole reader."""

# The search for garbage among the modules and tests that are being collected, all of which are kept, would take a fifth
# of the time of collecting them.
gc.disable()


def pytest_xdist_auto_num_workers() -> int:
    """Return two workers for each core: many tests wait for a screen, a terminal or another process."""
    return 2 * (os.cpu_count() or 1)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop the first of the two recorders of coverage that pytest-cov 7 starts in a worker of xdist.

    It saves nothing, and it would record again, and slow the tests down, whenever `no_cover` pauses the second.
    """
    first = Coverage.current()
    if first is not None and hasattr(session.config, "workerinput"):
        first.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Record coverage in some of the slow tests only, and not around a program that runs in a terminal.

    Recording makes a test take twice as long. Most cases of a table run the same code: it is recorded in every tenth.
    Most tests of a screen draw the whole reader: it is recorded in every fourth.
    """
    seen: Counter[str] = Counter()
    for item in items:
        table = item.nodeid.partition("[")[0]
        module = table.partition("::")[0]
        is_new = not seen[table]
        again = seen[table] % RECORDED
        other = table.startswith(SCREENS) and seen[module] % RECORDED_OF_SCREENS
        if again or other or item.get_closest_marker("terminal"):
            item.add_marker(pytest.mark.no_cover)
        seen[table] += 1
        seen[module] += is_new


def pytest_collection_finish() -> None:
    """Search for garbage from here on, but not among what was collected."""
    gc.freeze()
    gc.enable()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-pictures", action="store_true", help="accept the pictures of the screen as they are now")


@pytest.fixture(scope="session")
def program_forks() -> Iterator[ProgramForks | None]:
    """Run the program in forks of a process that has loaded it; None where that is not possible."""
    if IS_POSSIBLE:
        with start() as forks:
            yield forks
    else:
        yield None


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[App[Any], str], None]:
    """Compare what an app shows with `tests/pictures/NAME.svg`; a difference lies beside it as NAME.new.svg."""

    def compare(app: App[Any], name: str) -> None:
        drawn = re.sub(r"terminal-\d+-", "terminal-", app.export_screenshot(title=name))
        accepted, new = PICTURES / f"{name}.svg", PICTURES / f"{name}.new.svg"
        new.unlink(missing_ok=True)
        if request.config.getoption("--update-pictures"):
            PICTURES.mkdir(exist_ok=True)
            accepted.write_text(drawn, encoding="utf-8")
        elif not accepted.is_file() or accepted.read_text(encoding="utf-8") != drawn:
            PICTURES.mkdir(exist_ok=True)
            new.write_text(drawn, encoding="utf-8")
            pytest.fail(f"{name} looks different: see {new}, and accept it with --update-pictures if it is right")

    return compare
