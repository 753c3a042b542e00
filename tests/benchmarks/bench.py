"""The benchmarks: speed as ratios taken side by side, and with a gold folder the scores of the engine.

    python -m tests.benchmarks.bench             # speed
    python -m tests.benchmarks.bench --gold DIR  # the scorers found in DIR

Times come through a pseudo-terminal from this one machine; only the ratios mean anything on another.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reader.analysis import analyse
from reader.sources import verbatim
from tests.terminal.session import Terminal, pullquote

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "samples" / "round-up.txt"
STARTS, PRESSES = 7, 15
SIZE = (120, 40)

Rows = list[tuple[str, str]]


def speed() -> Rows:
    """Starts, keys and the engine, measured now."""
    with tempfile.TemporaryDirectory() as room:
        short, long = Path(room) / "short.txt", Path(room) / "long.txt"
        short.write_text(text_of(2_000), encoding="utf-8")
        long.write_text(text_of(200_000), encoding="utf-8")
        environment = {"PULLQUOTE_HOME": room, "HOME": room}
        return [*_starts(environment, short, long), *_keys(environment, short, long), *_engine()]


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
    rows = [("start: a bare Textual app", f"{base * 1e3:.0f} ms")]
    return rows + [
        (f"start: {name}", f"{statistics.median(taken) * 1e3:.0f} ms, {statistics.median(taken) / base:.2f} x bare")
        for name, taken in times.items()
        if name != "bare"
    ]


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
    rows = []
    for key in ("n", "j", " "):
        few, many = (statistics.median(times[key, name]) for name in ("2,000", "200,000"))
        slow = max(times[key, "200,000"])
        shown = key.replace(" ", "space")
        rows.append((f"key {shown}: 2,000 words", f"{few * 1e3:.1f} ms"))
        rows.append(
            (f"key {shown}: 200,000 words", f"{many * 1e3:.1f} ms (slowest {slow * 1e3:.1f}), {many / few:.2f} x")
        )
    return rows


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
    return [
        ("engine: 5,000 words", f"{small * 1e3:.0f} ms CPU"),
        ("engine: 50,000 words", f"{large * 1e3:.0f} ms CPU, {large / small:.1f} x for 10 x the text"),
    ]


def _cpu(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return time.process_time() - began


def scores(gold: Path) -> Rows:
    """What the scorers in the gold folder say of this engine; those that are not there are left out."""
    rows: Rows = []
    with tempfile.TemporaryDirectory() as room:
        for score in (_press_scores, _voice_scores, _thread_scores, _page_scores, _paste_scores):
            rows += score(gold, Path(room))
    return rows


def _press_scores(gold: Path, room: Path) -> Iterator[tuple[str, str]]:
    scorer = gold / "quotes" / "press.py"
    for name in ("round-up", "dev.press"):
        texts = gold / "quotes" / f"{name}.jsonl"
        if not (scorer.exists() and texts.exists()):
            continue
        said = _predict("quotes", texts, room / "quotes.jsonl")
        _run(scorer, texts, room / "quotes.jsonl", "--json", room / "score.json")
        score = json.loads((room / "score.json").read_text(encoding="utf-8"))
        yield f"{name}: e2e F1", f"{score['e2e_f1']:.3f}"
        yield f"{name}: found F1, precision, recall", _three(score["found_f1"], score["precision"], score["recall"])
        for form in ("direct", "mixed", "block", "indirect"):
            part = score[form]
            yield f"{name}: {form}, found and right of {part['n']}", f"{part['found']:.3f} {part['right']:.3f}"
        yield f"{name}: chain, nested chain of {score['nested']}", f"{score['chain']:.3f} {score['chain_nested']:.3f}"
        yield f"{name}: speed", said.strip()


def _voice_scores(gold: Path, room: Path) -> Iterator[tuple[str, str]]:
    scorer = gold / "threads" / "voices.py"
    places = {
        "round-up": gold / "quotes" / "round-up.jsonl",
        "dev.press": gold / "quotes" / "dev.press.jsonl",
        "threads": gold / "threads",
    }
    for name, texts in places.items():
        if not (scorer.exists() and texts.exists()):
            continue
        _predict("voices", texts, room / "voices.jsonl")
        score = _last_json(_run(scorer, room / "voices.jsonl", "--gold", texts))
        yield f"{name} voices: gold, predicted", f"{score['gold voices']} {score['predicted']}"
        yield f"{name} voices: found, precision", f"{score['found']:.3f} {score['precision']:.3f}"
        for field in ("role", "affiliation", "outlet"):
            part = score[field]
            yield f"{name} voices: {field}", f"{part['right']} right, {part['empty right']} rightly empty"


def _thread_scores(gold: Path, room: Path) -> Iterator[tuple[str, str]]:
    scorer = gold / "threads" / "score.py"
    if not scorer.exists():
        return
    _predict("claims", gold / "threads", room / "claims.json")
    for name, only in (("round-up threads", ["--only", "seed"]), ("threads", [])):
        score = _last_json(_run(scorer, "--pred", room / "claims.json", "--gold", gold / "threads", "--json", *only))
        yield f"{name}: claim F1, holder, adjusted Rand", _three(score["claim_F1"], score["holder_acc"], score["ARI"])
        yield f"{name}: B-cubed end to end", f"{score['B3_end_to_end']:.3f}"
        yield f"{name}: relation kind, sign, link", _three(score["rel_acc"], score["rel2_acc"], score["link_acc"])


def _page_scores(gold: Path, room: Path) -> Iterator[tuple[str, str]]:
    scorer = gold / "pages" / "score.py"
    if not scorer.exists():
        return
    _predict("pages", gold / "pages", room / "pages.jsonl")
    _run(
        scorer,
        gold / "pages" / "gold.jsonl",
        gold / "pages" / "html",
        room / "pages.jsonl",
        "--json",
        room / "score.json",
    )
    score = json.loads((room / "score.json").read_text(encoding="utf-8"))
    yield "pages: body F1 micro, macro", f"{score['body_f1_micro']:.3f} {score['body_f1_macro']:.3f}"
    for kind in ("quote", "heading", "item", "paragraph", "link", "emphasis"):
        part = score[kind]
        yield f"pages: {kind} kept", f"{part['kept']}/{part['of']}"


def _paste_scores(gold: Path, room: Path) -> Iterator[tuple[str, str]]:
    scorer = gold / "paste" / "score.py"
    if not scorer.exists():
        return
    _predict("paste", gold / "paste", room / "paste.jsonl")
    score = _last_json(_run(scorer, room / "paste.jsonl", gold / "paste"))
    yield f"paste: F1 macro of {score['pastes']}", f"{score['f1_macro']:.3f}"


def _predict(kind: str, gold: Path, out: Path) -> str:
    """Write the predictions of one kind; what the prediction command says on standard error."""
    command = [sys.executable, "-m", "tests.benchmarks.predict", kind, str(gold), str(out)]
    return subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True, cwd=HERE.parents[1]).stderr


def _run(scorer: Path, *args: str | Path) -> str:
    """What a scorer prints. It stands in a folder that may be read-only, so no bytecode is written beside it."""
    command = [sys.executable, str(scorer), *map(str, args)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout


def _last_json(said: str) -> dict[str, Any]:
    """The JSON object with which a scorer's output ends."""
    start = said.rfind("\n{") + 1
    found: dict[str, Any] = json.loads(said[start:])
    return found


def _three(*shares: float) -> str:
    return " ".join(f"{share:.3f}" for share in shares)


def main(args: list[str] | None = None) -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench", description=__doc__.split("\n")[0])
    parser.add_argument("--gold", type=Path, help="a folder with gold and scorers; without it speed is measured")
    given = parser.parse_args(args)
    if given.gold is not None and not given.gold.is_dir():
        parser.error(f"{given.gold} is not there")
    rows = speed() if given.gold is None else scores(given.gold.resolve())
    if not rows:
        parser.error(f"no scorer was found in {given.gold}")
    size = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name:<{size}}  {value}")


if __name__ == "__main__":
    main()
