"""Speed: starts, keys and the engine, as ratios taken side by side.

Times come through a pseudo-terminal from this one machine; only the ratios mean anything on another.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.analysis import analyse
from reader.sources import verbatim
from tests.benchmarks.running import Rows
from tests.terminal.session import Terminal, pullquote

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "samples" / "round-up.txt"
STARTS, PRESSES = 7, 15
SIZE = (120, 40)


def speed() -> Rows:
    """Starts, keys and the engine, measured now."""
    with tempfile.TemporaryDirectory() as room:
        short, long = Path(room) / "short.txt", Path(room) / "long.txt"
        short.write_text(text_of(2_000), encoding="utf-8")
        long.write_text(text_of(200_000), encoding="utf-8")
        environment = {"PULLQUOTE_HOME": room, "HOME": room}
        yield from _starts(environment, short, long)
        yield from _keys(environment, short, long)
        yield from _engine()


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
        at = terminal.when(lambda text: words in text)
        if at is not None:
            return at - terminal.started
    raise RuntimeError(f"{words!r} never came to the screen:\n{terminal.text}")


def _keys(environment: dict[str, str], short: Path, long: Path) -> Rows:
    """Time from a key to the first chunk that changes the screen, one key at a time."""
    times: dict[tuple[str, str], list[float]] = {}
    for name, path in (("2,000", short), ("200,000", long)):
        with Terminal(pullquote(str(path)), environment, size=SIZE) as terminal:
            terminal.until(_analysed, limit=120)
            terminal.settle(quiet=0.5)
            for key in ("n", "j", " "):
                times[key, name] = _presses(terminal, key)
    for key in ("n", "j", " "):
        few, many = (statistics.median(times[key, name]) for name in ("2,000", "200,000"))
        slow = max(times[key, "200,000"])
        shown = key.replace(" ", "space")
        yield f"key {shown}: 2,000 words", f"{few * 1e3:.1f} ms"
        yield f"key {shown}: 200,000 words", f"{many * 1e3:.1f} ms (slowest {slow * 1e3:.1f}), {many / few:.2f} x"


def _analysed(text: str) -> bool:
    """Whether the title row counts quotations, which it does once the engine is done."""
    return "quotation" in text.split("\n", 1)[0]


def _presses(terminal: Terminal, key: str) -> list[float]:
    """The times of PRESSES keys that changed the screen; at the end of the text it begins again at the top."""
    taken: list[float] = []
    for _ in range(3 * PRESSES):
        before = terminal.text
        sent = terminal.send(key)
        terminal.settle(quiet=0.08, limit=1.0)
        at = terminal.when(lambda text, before=before: text != before)  # type: ignore[misc]
        if at is None:
            terminal.send("g")
            terminal.settle(quiet=0.2, limit=1.0)
        else:
            taken.append(at - sent)
        if len(taken) == PRESSES:
            break
    return taken


def _engine() -> Rows:
    """CPU time of the analysis, and how it grows with the text."""
    texts = [verbatim(text_of(words)) for words in (5_000, 50_000)]
    analyse(texts[0])
    small, large = (_cpu(lambda article=article: analyse(article)) for article in texts)  # type: ignore[misc]
    yield "engine: 5,000 words", f"{small * 1e3:.0f} ms CPU"
    yield "engine: 50,000 words", f"{large * 1e3:.0f} ms CPU, {large / small:.1f} x for 10 x the text"


def _cpu(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return time.process_time() - began
