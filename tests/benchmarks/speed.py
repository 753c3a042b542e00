"""Speed and size: starts, keys, other sizes of the terminal, memory and the engine, as ratios taken side by side.

Times come through a pseudo-terminal from this one machine; only the ratios mean anything on another.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import hostile
from tests.benchmarks.running import ROOT, Rows
from tests.terminal.pty_program import Terminal, pullquote

HERE = Path(__file__).parent
SAMPLE = ROOT / "samples" / "round-up.txt"
STARTS, ROUNDS, PRESSES, RESIZES = 15, 4, 5, 8
KEYS = {"n": "next quotation", "j": "a line down", " ": "a page"}
SIZE, OTHER_SIZE = (120, 40), (110, 40)
CELLS = SIZE[0] * SIZE[1]
# Seconds of the analysis, and how many bytes of memory its height is above that of the article as it was loaded.
_ANALYSES = """
import re, resource, sys, time
import reader.__main__
from reader.analysis import analyse
from reader.sources import load

def height():
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open("/proc/self/status") as status:  # what getrusage says there begins with the height of the parent
        return int(re.search("VmHWM:[^0-9]*([0-9]+)", status.read())[1]) * 1024

article = load(sys.argv[1])
loaded, began = height(), time.process_time()
analyse(article)
print(time.process_time() - began, height() - loaded)
"""


def speed() -> Rows:
    """Starts, keys, sizes, memory and the engine, measured now."""
    with tempfile.TemporaryDirectory() as room:
        short, long = Path(room) / "short.txt", Path(room) / "long.txt"
        short.write_text(text_of(2_000), encoding="utf-8")
        long.write_text(text_of(200_000), encoding="utf-8")
        environment = {"PULLQUOTE_HOME": room, "HOME": room}
        yield from _starts(environment, short, long)
        yield from _keys(environment, short, long)
        yield from _sizes(environment, short, long)
        yield from _memory(environment, SAMPLE, long)
        yield from _engine(Path(room))
        yield from hostile.worst()


def text_of(words: int) -> str:
    """The sample round-up over and over, up to about so many words; each copy has a heading of its own."""
    paragraphs = SAMPLE.read_text(encoding="utf-8").split("\n\nRELATED")[0].split("\n\n")[2:]
    out, count, copy = ["The Long Reading", "By Nobody"], 0, 0
    while count < words:
        copy += 1
        out.append(f"Part {copy}")
        for paragraph in paragraphs:
            out.append(paragraph)
            count += len(paragraph.split())
            if count >= words:
                break
    return "\n\n".join(out) + "\n"


def _starts(environment: dict[str, str], short: Path, long: Path) -> Rows:
    """Time to the first screen with the article's text on it, in turns so that the machine's moods are shared."""
    runs: dict[str, tuple[list[str], str]] = {
        "bare": ([sys.executable, str(HERE / "bare.py")], "ready"),
        "sample": (pullquote(str(SAMPLE)), "On the first of October"),
        "2,000 words": (pullquote(str(short)), "On the first of October"),
        "200,000 words": (pullquote(str(long)), "On the first of October"),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(STARTS + 1):
        for name, (command, words) in runs.items():
            with Terminal(command, environment, size=SIZE) as terminal:
                taken = _until(terminal, words)
            if turn:  # the first fills the caches
                times[name].append(taken)
    base = statistics.median(times["bare"])
    yield "start: a bare Textual app", f"{base * 1e3:.0f} ms"
    for name, starts in times.items():
        if name != "bare":
            middle = statistics.median(starts)
            yield f"start: {name}", f"{middle * 1e3:.0f} ms, {middle / base:.2f} x bare"


def _until(terminal: Terminal, words: str) -> float:
    """Seconds from the start to the chunk that brought `words` to the screen."""
    end = time.perf_counter() + 60
    while time.perf_counter() < end:
        terminal.settle(quiet=0.1, limit=1.0)
        at = terminal.time_when(lambda text: words in text)
        if at is not None:
            return at - terminal.started
    raise RuntimeError(f"{words!r} never came to the screen:\n{terminal.text}")


def _keys(environment: dict[str, str], short: Path, long: Path) -> Rows:
    """Time from a key to the first chunk that changes the screen, one key at a time, and the bytes that it writes."""
    pressed: dict[tuple[str, str], list[tuple[float, int]]] = {}
    for _ in range(ROUNDS):
        for name, path in (("2,000", short), ("200,000", long)):
            with _read(path, environment) as terminal:
                for key in KEYS:
                    pressed.setdefault((key, name), []).extend(_presses(terminal, key))
    for key, shown in KEYS.items():
        (few, written), (many, more) = (_medians(pressed[key, name]) for name in ("2,000", "200,000"))
        slow = max(taken for taken, _ in pressed[key, "200,000"])
        yield f"{shown}: 2,000 words", f"{few * 1e3:.1f} ms, {written / CELLS:.2f} bytes a cell of the screen"
        told = f"{many * 1e3:.1f} ms (slowest {slow * 1e3:.1f}), {many / few:.2f} x, {more / CELLS:.2f} bytes a cell"
        yield f"{shown}: 200,000 words", told


@contextmanager
def _read(path: Path, environment: dict[str, str]) -> Iterator[Terminal]:
    """A terminal in which an article is being read, and the engine is done."""
    with Terminal(pullquote(str(path)), environment, size=SIZE) as terminal:
        terminal.wait_until(_analysed, limit=120)
        terminal.settle(quiet=0.5)
        yield terminal


def _medians(pressed: list[tuple[float, int]]) -> tuple[float, float]:
    times, written = zip(*pressed, strict=True)
    return statistics.median(times), statistics.median(written)


def _analysed(text: str) -> bool:
    """Whether the title row counts quotations, which it does once the engine is done."""
    return "quotation" in text.split("\n", 1)[0]


def _presses(terminal: Terminal, key: str) -> list[tuple[float, int]]:
    """Times and bytes of PRESSES keys from the start of the article on: as many as the short one has pages for."""
    terminal.send("g")
    terminal.settle(quiet=0.3, limit=1.0)
    taken: list[tuple[float, int]] = []
    for _ in range(PRESSES):
        before, written = terminal.text, len(terminal.raw)
        sent = terminal.send(key)
        terminal.settle(quiet=0.08, limit=1.0)
        at = terminal.time_when(lambda text, before=before: text != before)  # type: ignore[misc]
        if at is not None:
            taken.append((at - sent, len(terminal.raw) - written))
    return taken


def _sizes(environment: dict[str, str], short: Path, long: Path) -> Rows:
    """Time from another size of the terminal to the text as it stays, in the midst of an article."""
    for name, path in (("2,000", short), ("200,000", long)):
        with _read(path, environment) as terminal:
            terminal.send(" " * 4)
            terminal.settle()
            yield f"another size: {name} words", f"{statistics.median(_resizes(terminal)) * 1e3:.0f} ms"


def _resizes(terminal: Terminal) -> list[float]:
    """The times of RESIZES sizes, after two of each kind that show what there is to be seen in the end."""
    settled: dict[tuple[int, int], str] = {}
    times: list[float] = []
    for turn in range(RESIZES + 4):
        size = (OTHER_SIZE, SIZE)[turn % 2]
        began = time.perf_counter()
        terminal.resize(*size)
        terminal.settle(quiet=0.4, limit=2.0)
        wanted = settled.get(size)
        at = terminal.time_when(lambda text, wanted=wanted: _words_of(text) == wanted)  # type: ignore[misc]
        settled[size] = _words_of(terminal.text)
        if at is not None and turn >= 4:
            times.append(at - began)
    return times


def _words_of(screen: str) -> str:
    """The letters under the title row: what a person reads."""
    return re.sub(r"[\W\d]+", " ", screen.split("\n", 1)[1])


def _memory(environment: dict[str, str], *paths: Path) -> Rows:
    """Resident memory once the engine is done, for the first time with each article."""
    for path in paths:
        with tempfile.TemporaryDirectory() as room, _read(path, {**environment, "PULLQUOTE_HOME": room}) as terminal:
            status = Path(f"/proc/{terminal.process.pid}/status")
            if not status.is_file():
                continue
            told = dict(re.findall(r"(Vm(?:RSS|HWM)):\s+(\d+)", status.read_text(encoding="utf-8")))
            now, most = (int(told[key]) / 1024 for key in ("VmRSS", "VmHWM"))
        name = "sample" if path == SAMPLE else "200,000 words"
        yield f"resident memory: {name}", f"{now:.0f} MB, {most:.0f} MB at most"


def _engine(room: Path) -> Rows:
    """CPU time of the analysis and its memory at their height, each in a process of its own, and how they grow."""
    before = 0.0
    for words in (10_000, 100_000, 1_000_000):
        file = room / f"{words}.txt"
        file.write_text(text_of(words), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", _ANALYSES, str(file)], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        seconds, grown = map(float, done.stdout.split())
        growth = f", {seconds / before:.1f} x for 10 x the text" if before else ""
        before = seconds
        yield f"engine: {words:,} words", f"{seconds:.2f} s CPU{growth}; {grown / file.stat().st_size:.0f} x its bytes"
